package credential

import "strings"

// A NameClass says what the name of a setting promises about its value.
type NameClass uint8

// The classes of names.
const (
	NameOther    NameClass = iota
	NameSecret             // token, api key, client secret
	NamePassword           // a password: a person may have chosen it
	NamePublic             // client id, publishable key, key id
)

// ClassifyName reads the name of a variable, header, flag or query parameter in
// any style: OPENAI_API_KEY, --api-key, X-Api-Key, apiKey, clé_api.
func ClassifyName(name string) NameClass {
	var parts [12]string
	w := splitName(name, parts[:0])
	if len(w) == 0 {
		return NameOther
	}
	for len(w) > 1 && (noise(w[len(w)-1]) || allDigits(w[len(w)-1])) {
		w = w[:len(w)-1]
	}
	last := w[len(w)-1]
	if among(publicWords, w...) && !has("secret password private", w...) {
		return NamePublic
	}
	if has("env", w...) && len(w) > 1 && has("keys key vars var names headers", last) {
		return NameOther // env_keys, bearer_token_env_var: the value is a name
	}
	if last == "hash" && has("api", w...) { // Telegram's api_hash goes with its api_id
		return NameSecret
	}
	if among(quantityWords, w...) && has("tokens keys chars length", last) || has("max min num", w...) || among(metaWords, last) {
		if last == "id" || last == "ids" {
			if len(w) > 1 && has("session sessid", w[len(w)-2]) {
				return NameSecret
			}
			return NamePublic
		}
		return NameOther
	}
	if among(passwordWords, last) || has("pass", last) {
		return NamePassword
	}
	if has("key keys", last) {
		return keyName(w)
	}
	if among(secretWords, last) {
		return NameSecret
	}
	for _, p := range [...]string{"password", "passwd", "passwort"} {
		if strings.HasSuffix(last, p) {
			return NamePassword
		}
	}
	for _, s := range [...]string{"token", "apikey", "secret", "accesskey", "secretkey", "authkey", "privatekey", "appkey"} {
		if strings.HasSuffix(last, s) {
			return NameSecret
		}
	}
	if len(w) > 1 { // SECRET_BASE, TOKEN_PROD, api_key_github, PASSWORD_DB
		rest := strings.Join(w, " ")
		for _, s := range [...]string{"api key ", "access token ", "api token ", "auth token ", "secret key ", "client secret ", "secret access "} {
			if strings.HasPrefix(rest, s) || strings.Contains(rest, " "+s) {
				return NameSecret
			}
		}
		if has("token secret apikey", w[0]) && has("prod production dev staging base value github gitlab slack", last) {
			return NameSecret
		}
		if has("password", w[0]) && len(w) == 2 && !has("reset policy hash hashed strength", last) {
			return NamePassword
		}
	}
	return NameOther
}

// A nameMemo classifies the names of one text. A long text, such as a whole file,
// uses the same few again and again.
type nameMemo map[string]NameClass

func (m *nameMemo) classify(name string) NameClass {
	class, known := (*m)[name]
	if known {
		return class
	}
	class = ClassifyName(name)
	if *m == nil {
		*m = nameMemo{}
	}
	if len(*m) < 1000 {
		(*m)[name] = class
	}
	return class
}

// keyName decides about names that end in "key".
func keyName(w []string) NameClass {
	if len(w) == 1 {
		return NameSecret
	}
	if among(structuralKeys, w[len(w)-2]) && !has("api", w...) {
		return NameOther
	}
	return NameSecret
}

var (
	passwordWords = words("password passwords passwd passwort passphrase pwd pw psw mdp senha contrasena contraseña kennwort 密码 userpassword dbpassword 口令")
	secretWords   = words("token tokens secret secrets apikey apikeys pat credential credentials cred creds auth authorization bearer cookie " +
		"jwt accesstoken authtoken apitoken accesskey secretkey privatekey authkey clientsecret session sessionid sid " +
		"signature sig hmac webhooksecret jeton segredo secreto geheimnis schluessel schlüssel clave chave cle clé 密钥 令牌 apitokens pin otp")
	publicWords    = words("publishable public anon anonymous clientid appid pubkey")
	metaWords      = words("id ids path paths file files filename dir directory folder url urls uri endpoint host name names type types limit limits count max min length size ttl expiry expires expiration timeout header headers prefix suffix algorithm alg format enabled disabled enable region version field arn ref label description budget usage rate mode method provider source scheme strategy rotation policy cache store manager helper command cmd env var location issuer audience scope scopes interval refresh duration lifetime flow hint required placeholder hash hashed")
	quantityWords  = words("max min num total count context output input prompt completion thinking budget limit per n")
	structuralKeys = words("public primary foreign partition sort hash range index shortcut binding translation i18n issue project space route")
)

// among reports whether one of the names is in a set.
func among(set func() map[string]struct{}, names ...string) bool {
	in := set()
	for _, name := range names {
		if _, ok := in[name]; ok {
			return true
		}
	}
	return false
}

// has reports whether one of the words is in a space-separated list.
func has(list string, words ...string) bool {
	for _, w := range words {
		for rest := list; w != ""; {
			i := strings.Index(rest, w)
			if i < 0 {
				break
			}
			end := i + len(w)
			if (i == 0 || rest[i-1] == ' ') && (end == len(rest) || rest[end] == ' ') {
				return true
			}
			rest = rest[end:]
		}
	}
	return false
}

// noise reports words behind the telling one that say nothing: API_KEY_VALUE.
func noise(w string) bool {
	return has("value string text plain here prod production dev development staging test live default new old main primary secondary readonly ro rw", w)
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// splitName appends the lower-case words of a name.
func splitName(name string, parts []string) []string {
	if len(name) > 200 {
		name = name[:200]
	}
	for w := range segments(name) {
		w = strings.ToLower(w)
		// APIKey and OAuthToken: capitals run into the next word.
		for _, p := range [...]string{"api", "oauth", "jwt", "aws", "db", "x"} {
			if rest, ok := strings.CutPrefix(w, p); ok && has("key token keys tokens secret password", rest) {
				parts = append(parts, p)
				w = rest
				break
			}
		}
		parts = append(parts, w)
	}
	return parts
}

// AsksForSecret reports whether a name asks for a secret and could not be meant
// for a publishable key: "access token", "secret key", "service role key", but
// not "api key".
func AsksForSecret(name string) bool {
	class := ClassifyName(name)
	if class != NameSecret && class != NamePassword {
		return false
	}
	var parts [12]string
	w := splitName(name, parts[:0])
	return has("token tokens secret private password pat service admin credential credentials authorization bearer", w...)
}
