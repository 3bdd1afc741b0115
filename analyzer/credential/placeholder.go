package credential

import "strings"

// IsPlaceholder reports whether a value only says where a secret would go.
func IsPlaceholder(value string) bool {
	value = strings.TrimSpace(value)
	return value != "" && (bracketed(value) || spelled(value))
}

// bracketed recognizes <token>, [token], {token}, (token), __TOKEN__, @token@.
func bracketed(s string) bool {
	if i := strings.IndexByte(s, '<'); i >= 0 {
		if j := strings.IndexByte(s[i:], '>'); j > 1 {
			return true
		}
	}
	if len(s) < 3 {
		return false
	}
	for _, b := range [...]string{"[]", "{}", "()", "«»"} {
		open, end := b[:len(b)/2], b[len(b)/2:]
		if strings.HasPrefix(s, open) && strings.HasSuffix(s, end) {
			return true
		}
	}
	if strings.HasPrefix(s, "__") && strings.HasSuffix(s, "__") || s[0] == '@' && s[len(s)-1] == '@' && len(s) < 80 {
		return true
	}
	return false
}

// isSample reports whether the variable part of a provider's format spells
// something a person wrote. It only believes what chance does not produce.
func isSample(s string) bool {
	if patterned(s) || longestRun(strings.ToLower(s)) >= 7 || repeats(s, 6) {
		return true
	}
	lower := strings.ToLower(s)
	for _, w := range longMarkers {
		if strings.Contains(lower, w) {
			return true
		}
	}
	marked := false
	for w := range segments(s) {
		if len(w) >= 4 && strongMarker(strings.ToLower(w)) {
			marked = true
		}
	}
	return marked || len(s) >= 8 && surelyWordy(s) && allWords(s)
}

// repeats reports whether some byte, other than a digit of a long number, stands
// n times in a row.
func repeats(s string, n int) bool {
	count := 1
	for i := 1; i < len(s); i++ {
		if s[i] != s[i-1] {
			count = 1
			continue
		}
		if count++; count >= n {
			return true
		}
	}
	return false
}

// spelled reports whether s reads as words, dots or counting, in any of the
// languages people fill templates in.
func spelled(s string) bool {
	return selfDescribed(s) || phrase(s)
}

// selfDescribed reports whether s says itself that it is no value: by dots, by the
// name of a variable, by a word such as "your" or "example", or by holding nothing
// but the words placeholders are made of.
func selfDescribed(s string) bool {
	if foreign(s) || variableName(s) {
		return true
	}
	lower := strings.ToLower(s)
	if strings.Trim(lower, "x*.-_•…#?0 ") == "" || strings.Contains(s, "...") || strings.Contains(s, "…") ||
		strings.Contains(lower, "xxxx") || strings.HasSuffix(lower, "xxx") || strings.Contains(s, "***") {
		return true
	}
	for _, w := range longMarkers {
		if strings.Contains(lower, w) {
			return true
		}
	}
	if strings.HasPrefix(lower, "your") || strings.HasPrefix(lower, "my-") || strings.HasPrefix(lower, "my_") {
		return true
	}
	for w := range segments(s) {
		if len(w) >= 4 && strongMarker(strings.ToLower(w)) {
			return true
		}
	}
	known, others := countKnown(s)
	return known > 0 && others == 0 || patterned(s) && len(s) >= 6
}

// countKnown counts the words of s that placeholders are made of, and the others.
func countKnown(s string) (known, others int) {
	for w := range segments(s) {
		w = strings.ToLower(w)
		stem := strings.TrimRight(w, "0123456789")
		if weakMarker(w) || strongMarker(w) || patterned(w) && len(w) >= 3 || stem != w && has(numbered, stem) || stem == "" && len(w) <= 4 {
			known++
		} else if len(w) > 1 {
			others++
		}
	}
	return known, others
}

// phrase reports whether s is made of words. English and its neighbours are known
// by their pairs of letters; a phrase of any other language by holding no digit,
// by its separators and by words that can be spoken.
func phrase(s string) bool {
	known, _ := countKnown(s)
	if allWords(s) && (known > 0 || strings.ContainsAny(s, " _-") || len(s) >= 10) && wordy(s) {
		return true
	}
	return speakable(s) && (known > 0 || strings.ContainsAny(s, " _-.") || !ascii(s) || fusedTelling(strings.ToLower(s)))
}

// fusedTelling reports whether letters that are grown together hold a word for
// what belongs there, too long to stand in them by chance.
func fusedTelling(lower string) bool {
	for _, w := range [...]string{"token", "apikey", "secret", "geheim", "parol", "heslo", "haslo", "sifre", "clave", "chiave", "chave", "nyckel", "avain"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}

// speakable reports whether s holds nothing but letters and separators, in words
// of one case or capitalized, of which each can be spoken: it has a vowel, and no
// more consonants in a row than the languages of Europe have.
func speakable(s string) bool {
	letters, count := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80:
			letters++
		case strings.IndexByte("_- .,:/'", c) < 0:
			return false
		}
	}
	for w := range segments(s) {
		count++
		if !syllables(w) || wordCase(w) != len(w) {
			return false
		}
	}
	return count > 0 && letters >= 4 && letters >= 3*count
}

// syllables reports whether a word of three letters and more can be spoken.
func syllables(w string) bool {
	vowel, row := len(w) < 3, 0
	for i := range len(w) {
		if c := w[i]; c >= 0x80 || strings.IndexByte("aeiouy", c|0x20) >= 0 {
			vowel, row = true, 0
		} else if row++; row > 5 {
			return false
		}
	}
	return vowel
}

// wordCase returns the length of the beginning of w that is all lower, all upper
// or capitalized; letters beyond ASCII fit each.
func wordCase(w string) int {
	upper := func(i int) bool { return w[i] >= 'A' && w[i] <= 'Z' }
	lower := func(i int) bool { return w[i] >= 'a' && w[i] <= 'z' }
	for i := 1; i < len(w); i++ {
		if upper(i) && lower(i-1) || lower(i) && upper(i-1) && i > 1 {
			return i
		}
	}
	return len(w)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// numbered are words that stay placeholders with a number behind them. Names of
// accounts are not among them: with a number they are somebody's password.
const numbered = "secret key token apikey pass pwd demo test sample mysecret mykey mytoken abc foo letmein welcome"

// variableName reports whether s is the name of a variable, as people write who
// forget the dollar sign: capitals in words, the last of which promises a secret
// or none of which holds a digit.
func variableName(s string) bool {
	if !strings.Contains(s, "_") || s != strings.ToUpper(s) || !isName(s) || len(s) > 80 {
		return false
	}
	last := s[strings.LastIndexByte(s, '_')+1:]
	return has("TOKEN KEY SECRET PASSWORD PASS PWD PAT CREDENTIALS AUTH", last) || !strings.ContainsAny(s, "0123456789")
}

// allWords reports whether s holds nothing but letters, separators and the digits
// behind a word (key1, test123).
func allWords(s string) bool {
	letters, digits := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80:
			letters++
		case c == '_' || c == '-' || c == ' ' || c == '.' || c == ':' || c == '/' || c == '!' || c == ',' || c == '\'':
		default:
			return false
		}
	}
	return letters >= 4 && digits*5 <= letters
}

// foreign reports whether s holds letters of a script that no credential is
// written in: Han, Kana, Hangul, Cyrillic and the rest beyond ASCII.
func foreign(s string) bool {
	for _, r := range s {
		if r >= 0x250 && r != '•' && r != '…' && r != '–' && r != '—' && r < 0xF0000 && r != 0xFFFD {
			return true
		}
	}
	return false
}

// segments yields the words of an identifier: between separators and where lower
// case turns to upper.
func segments(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		for i := 0; i <= len(s); i++ {
			cut := i == len(s) || !alnum(s[i]) && s[i] < 0x80
			camel := !cut && i > start && s[i] >= 'A' && s[i] <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z'
			if !cut && !camel {
				continue
			}
			if i > start && !yield(s[start:i]) {
				return
			}
			start = i
			if cut {
				start = i + 1
			}
		}
	}
}

// longMarkers mark a placeholder wherever they stand, fused or not.
var longMarkers = [...]string{
	"example", "placeholder", "changeme", "change_me", "change-me", "replaceme", "replace_me", "replace-me",
	"replace_with", "replace-with", "replacewith", "redacted", "insert_", "insert-", "your_", "your-", "yourapi",
	"yourtoken", "yourkey", "yourpass", "yoursecret", "_here", "-here", "keyhere", "tokenhere", "apikeyhere", "here>",
	"password", "passwort", "passwrd", "mot_de_passe", "motdepasse", "contrasena", "contraseña", "supersecret",
	"notarealkey", "not_a_real", "not-a-real", "notreal", "fakekey", "faketoken", "dummykey", "dummytoken",
	"remplacez", "reemplaz", "substitua", "ersetzen", "inserisci", "platzhalter", "ejemplo", "exemplo", "beispiel",
	"do_not_use", "do-not-use", "donotuse", "goes_here", "goeshere", "lorem", "foobar", "deadbeef", "not_set", "notset",
	"passw0rd", "p@ssw0rd", "p@ssword",
	// samples that documentation repeats: AWS's secret key, and three UUIDs
	"wjalrxutnfemi", "550e8400-e29b-41d4", "123e4567-e89b-12d3", "f47ac10b-58cc-4372",
}

// strongMarker reports whether a word marks a placeholder when it stands on its own.
func strongMarker(word string) bool {
	switch word {
	case "your", "yours", "replace", "replaced", "insert", "enter", "put", "paste", "add", "fill", "changeme", "change", "changeit", "here",
		"example", "examples", "sample", "samples", "dummy", "fake", "mock", "placeholder", "todo", "tbd", "fixme", "redacted", "removed", "hidden", "masked", "omitted", "toy",
		"obtain", "generate", "foobar", "lorem", "undefined", "unset", "notset", "xxx", "xxxx", "xxxxx", "xxxxxx", "yyyy", "zzzz",
		"votre", "vos", "remplacez", "remplacer", "remplace", "inserez", "entrez", "saisir", "saisissez", "ici", "exemple", "jeton", "changez",
		"tu", "tus", "su", "aqui", "aquí", "reemplazar", "reemplaza", "reemplace", "cambia", "cambiar", "cambiame", "ejemplo", "inserta", "introduce", "ingresa",
		"sua", "seu", "tua", "teu", "exemplo", "substitua", "substituir", "insira", "coloque", "mude", "troque",
		"dein", "deine", "deinen", "ihr", "ihre", "ihren", "hier", "beispiel", "ersetzen", "ersetze", "eingeben", "einfuegen", "platzhalter",
		"tuo", "inserisci", "sostituisci", "esempio", "qui", "jouw", "uw", "vul", "twoj", "twój", "wstaw", "vash",
		"masukkan", "anda", "ganti", "contoh", "disini", "sandi", "isikan",
		"syötä", "syota", "tähän", "tahan", "salasana", "salasanasi", "avaimesi", "esimerkki", "lisää", "vaihda",
		"vložte", "vlozte", "zadejte", "doplňte", "doplnte", "heslo", "váš", "vaše", "vase", "klíč", "příklad", "priklad", "změňte",
		"wpisz", "podaj", "wklej", "tutaj", "hasło", "haslo", "twoje", "klucz", "przykład", "przyklad", "zmień", "zmien",
		"buraya", "girin", "giriniz", "yazın", "yazin", "şifre", "sifre", "şifreniz", "sifreniz", "anahtarınız", "anahtariniz", "örnek", "ornek", "değiştir", "degistir",
		"voer", "invullen", "wachtwoord", "jouwe", "sleutel", "voorbeeld", "wijzig", "verander", "plak",
		"ange", "skriv", "ditt", "lösenord", "losenord", "nyckel", "exempel", "ersätt", "ersatt", "klistra",
		"indsæt", "indsaet", "indtast", "adgangskode", "kodeord", "nøgle", "eksempel", "udskift", "passord", "nøkkel", "nokkel", "bytt", "erstatt",
		"nhap", "khoa", "matkhau", "thay", "vstavte", "parol", "klyuch", "kliuch", "zamenite", "zaminit", "vvedite",
		"írd", "jelszó", "jelszo", "jelszava", "kulcs", "kulcsod", "példa", "pelda", "cseréld", "csereld", "illeszd",
		"introduceti", "introduceți", "parola", "cheia", "exemplu", "inlocuiti", "înlocuiți", "schimbati",
		"kennwort", "trage", "eintragen", "setze", "contraseña":
		return true
	}
	return false
}

// weakMarker reports whether a word is one that placeholders are made of. A value that
// holds nothing else is one.
func weakMarker(word string) bool {
	switch word {
	case "api", "apikey", "apikeys", "key", "keys", "token", "tokens", "secret", "secrets", "password", "passwd", "pass", "pwd", "pw", "pat", "auth",
		"access", "bearer", "basic", "client", "server", "user", "username", "admin", "root", "account", "app", "application", "id", "my", "the", "a", "an", "of", "for", "from", "to", "with",
		"and", "or", "is", "in", "on", "if", "it", "this", "that", "as", "by", "at", "get", "see", "set", "use", "used", "uses", "using", "not", "no", "none", "null", "nil", "empty", "blank", "optional",
		"required", "real", "actual", "valid", "true", "false", "yes", "off", "default", "test", "testing", "tests", "demo", "dev", "development", "staging", "local", "localhost",
		"sandbox", "value", "string", "text", "env", "environment", "variable", "var", "config", "private", "public", "personal", "service", "role", "name", "email",
		"strong", "very", "secure", "complex", "safe", "supersecret", "mysecret", "mypassword", "mytoken", "mykey", "letmein", "welcome", "qwerty", "foo", "bar", "baz", "abc", "some", "any", "new", "old", "live", "prod",
		"production", "project", "org", "organization", "team", "workspace", "company", "goes", "want", "need", "only", "manager", "vault", "store", "stored", "keychain",
		"cle", "clé", "chave", "senha", "clave", "contrasena", "passwort", "geheim", "schluessel", "schlüssel", "jeton", "mdp", "secreto", "segredo", "chiave",
		"openai", "anthropic", "claude", "gemini", "google", "github", "gitlab", "slack", "notion", "linear", "stripe", "supabase", "aws", "azure", "gcp", "brave", "tavily",
		"firecrawl", "perplexity", "groq", "mistral", "deepseek", "cohere", "figma", "jira", "atlassian", "sentry", "datadog", "twilio", "sendgrid", "discord", "telegram",
		"sk", "pk", "rk", "ghp", "gho", "ghs", "ghu", "glpat", "xoxb", "xoxp", "xapp", "npm", "hf", "gsk", "xai", "pplx", "tvly", "fc", "ntn", "lin", "figd", "sbp", "bsa", "akia", "aiza", "vercel",
		"proj", "ant", "v1", "char", "chars", "character", "characters", "hex", "uuid", "length", "digit", "digits", "random", "base64", "long",
		"mcp", "model", "llm", "ai", "smithery", "exa", "jina", "serper", "serpapi", "weather", "maps", "mysql", "postgres", "postgresql", "mongodb", "redis":
		return true
	}
	return false
}
