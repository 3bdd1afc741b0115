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
	for len(w) > 1 && (is(w[len(w)-1], noiseWord) || allDigits(w[len(w)-1])) {
		w = w[:len(w)-1]
	}
	if len(w) == 0 {
		return NameOther
	}
	var all role // of any word
	for _, word := range w {
		all |= roles(word)
	}
	last := w[len(w)-1]
	if stem := strings.TrimRight(last, "0123456789"); stem == "key" || is(stem, secretWord|passwordWord) {
		last = stem // TOKEN2, apikey1
	}
	end := roles(last)
	switch {
	case providerKey(w):
		return NameSecret
	case all&publicWord != 0 && !has("secret password private", w...):
		return NamePublic
	case len(w) > 1 && has("env", w...) && has("keys key vars var names headers", last):
		return NameOther // env_keys, bearer_token_env_var: the value is a name
	case last == "hash" && has("api", w...): // Telegram's api_hash goes with its api_id
		return NameSecret
	case all&quantityWord != 0 && has("tokens keys chars length", last) || has("max min num", w...):
		return NameOther
	case end&metaWord != 0:
		if last != "id" && last != "ids" {
			return NameOther
		}
		if len(w) > 1 && w[len(w)-2] == "session" {
			return NameSecret
		}
		return NamePublic
	case end&passwordWord != 0:
		return NamePassword
	case last == "key" || last == "keys":
		if len(w) > 1 && is(w[len(w)-2], structuralWord) && !has("api", w...) {
			return NameOther
		}
		return NameSecret
	case end&secretWord != 0:
		return NameSecret
	}
	return fusedName(w, last)
}

// providerKey knows the providers whose application id is the whole credential:
// OpenWeather, Wolfram Alpha, Open Exchange Rates; and the clouds that call the
// secret half of a key pair SK.
func providerKey(w []string) bool {
	last := len(w) - 1
	switch {
	case w[last] == "appid" || last > 0 && w[last] == "id" && w[last-1] == "app":
		return has("openweather openweathermap weather weathermap owm wolfram wolframalpha openexchangerates exchangerates oxr", w...)
	case w[last] == "sk":
		return has("volc volcengine aliyun alibaba baidu huawei tencent qcloud obs oss cos s3 qiniu", w...)
	}
	return false
}

// fusedName looks for telling words that are grown together or stand in front:
// dbpassword, mytoken, API_KEY_GITHUB, PASSWORD_DB.
func fusedName(w []string, last string) NameClass {
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
	if len(w) == 1 {
		return NameOther
	}
	for i := 1; i < len(w); i++ {
		if w[i] == "key" && has("api secret access auth", w[i-1]) || has("token secret", w[i]) && has("access api auth client secret", w[i-1]) {
			return NameSecret
		}
	}
	if has("token secret apikey", w[0]) && has("base github gitlab slack", last) {
		return NameSecret
	}
	if has("cle clé clave chave chiave", w[0]) && has("api secrete secrète secreta segreta privee privée privada privata", last) {
		return NameSecret // Romance languages name the thing first
	}
	if w[0] == "password" && len(w) == 2 && !has("reset policy strength", last) {
		return NamePassword
	}
	return NameOther
}

// A Memory keeps the classes of the names of one file, which uses the same few again
// and again. The zero value is empty and ready for use.
type Memory struct{ classes map[string]NameClass }

// maxNames bounds the names of a memory.
const maxNames = 1000

func (m *Memory) classify(name string) NameClass {
	class, known := m.classes[name]
	if known {
		return class
	}
	class = ClassifyName(name)
	if m.classes == nil {
		m.classes = map[string]NameClass{}
	}
	if len(m.classes) < maxNames {
		m.classes[name] = class
	}
	return class
}

// asks reports whether a name promises a secret or a password.
func (m *Memory) asks(name string) bool {
	if name == "" {
		return false
	}
	c := m.classify(name)
	return c == NameSecret || c == NamePassword
}

// A role is what a word can mean in a name; a word may have several.
type role uint16

const (
	passwordWord   role = 1 << iota
	secretWord          // promises a secret where it stands last
	publicWord          // promises the contrary wherever it stands
	metaWord            // standing last, says that the value is about a secret and is none
	quantityWord        // makes tokens and keys things to be counted
	structuralWord      // makes a key one of a table, a map or a keyboard
	noiseWord           // says nothing when it stands last
)

// roles returns what a word says in a name, in the languages people name things in.
func roles(word string) role {
	switch word {
	case "password", "passwords", "passwd", "passwort", "passphrase", "pwd", "pw", "psw", "mdp", "senha", "contrasena", "contraseña", "kennwort", "密码", "userpassword",
		"dbpassword", "口令", "pass", "passcode", "passkey", "psk":
		return passwordWord
	case "token", "tokens", "secret", "secrets", "apikey", "apikeys", "pat", "credential", "credentials", "cred", "creds", "auth", "authorization", "bearer", "cookie", "jwt",
		"accesstoken", "authtoken", "apitoken", "accesskey", "secretkey", "privatekey", "authkey", "clientsecret", "session", "sessionid", "sid",
		"webhooksecret", "jeton", "segredo", "secreto", "geheimnis", "schluessel", "schlüssel", "clave", "chave", "cle", "clé", "密钥", "令牌", "apitokens", "mnemonic", "phrase", "sas", "salt":
		return secretWord
	case "publishable", "anon", "anonymous", "clientid", "appid", "pubkey":
		return publicWord
	case "id", "ids", "path", "paths", "files", "filename", "dir", "directory", "url", "urls", "uri", "endpoint", "host", "name", "names", "type", "types", "limits",
		"length", "size", "ttl", "expiry", "expires", "expiration", "timeout", "header", "headers", "prefix", "suffix", "algorithm", "alg", "format",
		"enabled", "disabled", "enable", "region", "version", "field", "arn", "ref", "label", "description", "usage", "rate", "mode", "method", "provider", "source",
		"scheme", "strategy", "rotation", "policy", "store", "manager", "helper", "command", "cmd", "env", "var", "location", "issuer", "audience", "scope", "scopes",
		"interval", "refresh", "duration", "lifetime", "flow", "hint", "required", "placeholder", "hashed":
		return metaWord
	case "num", "total", "context", "output", "input", "prompt", "completion", "thinking", "per", "n":
		return quantityWord
	case "foreign", "partition", "sort", "range", "index", "shortcut", "binding", "translation", "i18n", "issue", "project", "space", "route", "idempotency", "object", "row",
		"sheet", "spreadsheet", "doc", "document", "site", "board", "team", "dashboard", "page", "story", "epic", "ticket", "repo", "repository", "component", "locale", "lookup":
		return structuralWord
	case "value", "string", "text", "plain", "here", "prod", "production", "dev", "development", "staging", "test", "live", "default", "new", "old", "main", "secondary",
		"readonly", "ro", "rw":
		return noiseWord
	case "public":
		return publicWord | structuralWord
	case "file", "folder", "cache", "hash":
		return metaWord | structuralWord
	case "limit", "count", "max", "min", "budget":
		return metaWord | quantityWord
	case "primary":
		return structuralWord | noiseWord
	}
	return 0
}

func is(word string, r role) bool { return roles(word)&r != 0 }

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

// Describes reads a sentence about a value, such as the prompt of an input, and
// says what it asks for: "Enter the API key of Acme" asks for a secret, "the
// token limit" and "name of the key" do not.
func Describes(sentence string) NameClass {
	if len(sentence) > 200 {
		return NameOther
	}
	var parts [32]string
	w := splitName(sentence, parts[:0])
	if has("id name path file location where whether number maximum minimum max min count", w...) {
		return NameOther
	}
	for i, word := range w {
		if is(word, publicWord) {
			return NameOther
		}
		if i+1 < len(w) && is(w[i+1], metaWord) {
			continue
		}
		phrase := word
		if i > 0 {
			phrase = w[i-1] + " " + word
		}
		class := ClassifyName(phrase)
		if word == "key" && (i > 0 && !has("api secret access auth private signing encryption master license personal service", w[i-1]) || i == 0 && has("of", w[1:]...)) {
			continue // a key of a project, a table, a keyboard
		}
		if (class == NameSecret || class == NamePassword) && has("key token secret password passphrase passwd pwd psk apikey credential credentials", word) {
			return class
		}
	}
	return NameOther
}

// ShortPassword reports whether a word of a command line is a password by its
// place alone: behind -p, and that behind an account: -u reader -p VALUE. What
// looks like a port is none.
func ShortPassword(before []string, value string) bool {
	n := len(before)
	if n < 3 || before[n-1] != "-p" || !has("-u -U --user --username", before[n-3]) {
		return false
	}
	return strings.Trim(value, "0123456789:./-,") != "" && value[0] != '-' && !strings.Contains(value, ":")
}
