package credential

import "strings"

// A Reference is a part of a value that stands for something kept elsewhere.
type Reference struct {
	Start, End int
	Dialect    Dialect
	Name       string // what is named: a variable, an input, a path in a store
	// DefaultStart and DefaultEnd bound the text that is used when the name means
	// nothing: ${VAR:-text}. They are equal when there is none.
	DefaultStart, DefaultEnd int
}

// Secret reports whether what is named promises to be a secret or a password. The
// working directory does not, though PWD is short for a password elsewhere.
func (r Reference) Secret() bool {
	if name := strings.TrimSpace(r.Name); name == "PWD" || name == "pwd" && (r.Dialect == Substitution || r.Dialect == Backquote) {
		return false
	}
	class := ClassifyName(r.Name)
	return class == NameSecret || class == NamePassword
}

// A Dialect is a way to write a reference.
type Dialect string

// The dialects. Which client expands which is knowledge about clients, not about
// credentials.
const (
	DollarBrace   Dialect = "${VAR}"
	DollarDefault Dialect = "${VAR:-default}"
	DollarEnv     Dialect = "${env:VAR}"
	DollarInput   Dialect = "${input:id}"
	DollarFile    Dialect = "${file:path}"
	DollarCommand Dialect = "${command:id}"
	DollarBare    Dialect = "$VAR"
	PowerShell    Dialect = "$env:VAR"
	Percent       Dialect = "%VAR%"
	BraceEnv      Dialect = "{env:VAR}"
	BraceFile     Dialect = "{file:path}"
	BraceName     Dialect = "{name}"
	DoubleBrace   Dialect = "{{name}}"
	Expression    Dialect = "${{ expression }}"
	Substitution  Dialect = "$(command)"
	Backquote     Dialect = "`command`"
	Store         Dialect = "store://name"
	Encrypted     Dialect = "ENC[...]"
	Code          Dialect = "process.env.VAR"
)

// References returns the references in a text, in order and without overlap. The
// inside of a reference is not searched for others.
func References(text string) []Reference {
	var refs []Reference
	for i := 0; i < len(text); {
		if !opensReference[text[i]] {
			i++
			continue
		}
		var r Reference
		ok := false
		switch text[i] {
		case '$':
			r, ok = dollar(text, i)
		case '%':
			r, ok = percent(text, i)
		case '{':
			r, ok = brace(text, i)
		case '`':
			r, ok = enclosed(text, i, "`", "`", Backquote, func(s string) bool { return len(s) > 2 })
		}
		if !ok {
			i++
			continue
		}
		refs = append(refs, r)
		i = r.End
	}
	if len(refs) == 0 {
		if r, ok := stored(text); ok {
			refs = append(refs, r)
		}
	}
	return refs
}

// maxReference bounds the search for a closing bracket, and so the work behind
// one opening bracket.
const maxReference = 512

func dollar(text string, i int) (Reference, bool) {
	rest := text[i+1 : min(len(text), i+maxReference)]
	switch {
	case strings.HasPrefix(rest, "{{"):
		return enclosed(text, i, "${{", "}}", Expression, nil)
	case strings.HasPrefix(rest, "{"):
		end := closing(rest, '{', '}')
		if end < 0 {
			return Reference{}, false
		}
		return dollarBrace(rest[1:end], i, i+2+end), true
	case strings.HasPrefix(rest, "("):
		end := closing(rest, '(', ')')
		if end < 0 {
			return Reference{}, false
		}
		return Reference{Start: i, End: i + 2 + end, Dialect: Substitution, Name: rest[1:end]}, true
	case len(rest) > 4 && strings.EqualFold(rest[:4], "env:"):
		n := nameLen(rest[4:])
		return Reference{Start: i, End: i + 5 + n, Dialect: PowerShell, Name: rest[4 : 4+n]}, n > 0
	default:
		n := nameLen(rest)
		// $VAR at the beginning of a word; "pa$$word1" and "a$b" are no references.
		if n < 2 || i > 0 && (alnum(text[i-1]) || text[i-1] == '$') || !isName(rest[:n]) ||
			rest[:n] != strings.ToUpper(rest[:n]) && i+1+n < len(text) && strings.ContainsRune("!@#^&*", rune(text[i+1+n])) {
			return Reference{}, false
		}
		return Reference{Start: i, End: i + 1 + n, Dialect: DollarBare, Name: rest[:n]}, true
	}
}

// dollarBrace reads what stands between ${ and }.
func dollarBrace(body string, start, end int) Reference {
	r := Reference{Start: start, End: end, Dialect: DollarBrace, Name: strings.TrimSpace(body)}
	at := start + 2 // of body in the text
	if scheme, name, ok := strings.Cut(body, ":"); ok {
		switch strings.ToLower(strings.TrimSpace(scheme)) {
		case "env":
			r.Dialect, r.Name = DollarEnv, name
			at += len(scheme) + 1
			body = name
		case "input", "promptstring", "user_config", "config", "secret", "secrets", "keychain", "userhome":
			r.Dialect, r.Name = DollarInput, name
			return r
		case "file":
			r.Dialect, r.Name = DollarFile, name
			return r
		case "command", "cmd":
			r.Dialect, r.Name = DollarCommand, strings.TrimSpace(name)
			return r
		}
	}
	n := nameLen(body)
	if n == 0 || n == len(body) || !strings.ContainsRune(":-=?+|", rune(body[n])) {
		return r
	}
	r.Name = body[:n]
	operator := len(body[n:]) - len(strings.TrimLeft(body[n:], ":-=?+|"))
	if r.Dialect == DollarBrace {
		r.Dialect = DollarDefault
	}
	if body[n+operator-1] != '?' {
		r.DefaultStart, r.DefaultEnd = at+n+operator, end-1
	}
	return r
}

func brace(text string, i int) (Reference, bool) {
	rest := text[i:min(len(text), i+maxReference)]
	switch {
	case strings.HasPrefix(rest, "{{"):
		return enclosed(text, i, "{{", "}}", DoubleBrace, nil)
	case strings.HasPrefix(rest, "{env:"):
		return enclosed(text, i, "{env:", "}", BraceEnv, nil)
	case strings.HasPrefix(rest, "{file:"):
		return enclosed(text, i, "{file:", "}", BraceFile, nil)
	default:
		n := 1
		for n < len(rest) && n <= maxBraceName && inBraces[rest[n]] {
			n++
		}
		if n == 1 || n > maxBraceName || n == len(rest) || rest[n] != '}' {
			return Reference{}, false
		}
		return Reference{Start: i, End: i + n + 1, Dialect: BraceName, Name: strings.TrimSpace(rest[1:n])}, true
	}
}

// maxBraceName bounds a name in braces: what is longer is the body of something.
const maxBraceName = 60

// The bytes that can open a reference, and those of a name in braces.
var (
	opensReference = byteSet("$%{`")
	inBraces       = byteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.- ")
)

// percent reads %NAME% at i.
func percent(text string, i int) (Reference, bool) {
	n := nameLen(text[i+1 : min(len(text), i+maxReference)])
	if end := i + 1 + n; end < min(len(text), i+maxReference) && text[end] == '%' && isName(text[i+1:end]) {
		return Reference{Start: i, End: end + 1, Dialect: Percent, Name: text[i+1 : end]}, true
	}
	return Reference{}, false
}

// enclosed reads open name end at i.
func enclosed(text string, i int, open, end string, d Dialect, accept func(string) bool) (Reference, bool) {
	rest := text[i:min(len(text), i+maxReference)]
	if !strings.HasPrefix(rest, open) {
		return Reference{}, false
	}
	n := strings.Index(rest[len(open):], end)
	if n < 1 {
		return Reference{}, false
	}
	name := rest[len(open) : len(open)+n]
	if accept != nil && !accept(name) {
		return Reference{}, false
	}
	return Reference{Start: i, End: i + len(open) + n + len(end), Dialect: d, Name: strings.TrimSpace(name)}, true
}

// closing returns the offset of the bracket that closes the one at the beginning
// of s, or -1.
func closing(s string, open, end byte) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case open:
			depth++
		case end:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// nameLen returns the length of the identifier at the beginning of s.
func nameLen(s string) int {
	n := 0
	for n < len(s) && (alnum(s[n]) || s[n] == '_') {
		n++
	}
	return n
}

func isName(s string) bool {
	return s != "" && nameLen(s) == len(s) && (s[0] < '0' || s[0] > '9')
}

// stores are the beginnings of values that name an entry of a secret store, or
// that hold ciphertext.
var stores = [...]struct {
	prefix  string
	dialect Dialect
}{
	{"op://", Store}, {"vault:", Store}, {"vault://", Store}, {"keychain:", Store}, {"keychain://", Store},
	{"keyring:", Store}, {"keyring://", Store}, {"aws-sm:", Store}, {"aws-sm://", Store}, {"aws-ssm:", Store},
	{"awssm://", Store}, {"ssm:", Store}, {"ssm://", Store}, {"gcp-sm:", Store}, {"gcp-sm://", Store}, {"gcpsm://", Store},
	{"sm://", Store}, {"azure-kv:", Store}, {"azurekeyvault://", Store}, {"akv://", Store}, {"@microsoft.keyvault(", Store},
	{"se://", Store}, {"bws://", Store}, {"bw://", Store}, {"infisical://", Store}, {"infisical:", Store}, {"doppler://", Store},
	{"doppler:", Store}, {"ref+", Store}, {"secretref:", Store}, {"secretref+", Store}, {"secret://", Store}, {"secrets://", Store},
	{"secret:", Store}, {"pass://", Store}, {"gopass://", Store}, {"lastpass://", Store}, {"credential://", Store},
	{"credentials://", Store}, {"arn:aws:secretsmanager:", Store}, {"arn:aws:ssm:", Store}, {"env:", Code}, {"env://", Code},
	{"env.", Code}, {"file:", Store}, {"file://", Store}, {"!env ", Code}, {"!secret ", Store}, {"!vault", Encrypted},
	{"process.env.", Code}, {"process.env[", Code}, {"import.meta.env.", Code}, {"os.environ", Code}, {"os.getenv(", Code},
	{"@keychain", Store}, {"enc[", Encrypted}, {"enc:", Encrypted}, {"encrypted:", Encrypted}, {"age:", Encrypted},
	{"sops:", Encrypted}, {"$ansible_vault", Encrypted}, {"((", Store}, {"#{", Code},
}

// longestStore is the length of the longest beginning up to its first punctuation
// mark, which each has.
const longestStore = len("azurekeyvault:")

// stored recognizes a value that as a whole names a place where the secret is.
func stored(text string) (Reference, bool) {
	trimmed := strings.TrimSpace(text)
	if !strings.ContainsAny(trimmed[:min(len(trimmed), longestStore)], ":.+[(@!#$_") {
		return Reference{}, false
	}
	lower := strings.ToLower(trimmed[:min(len(trimmed), 64)])
	for _, s := range stores {
		if strings.HasPrefix(lower, s.prefix) && len(trimmed) > len(s.prefix) {
			start := strings.Index(text, trimmed)
			return Reference{Start: start, End: start + len(trimmed), Dialect: s.dialect, Name: trimmed[len(s.prefix):]}, true
		}
	}
	return Reference{}, false
}
