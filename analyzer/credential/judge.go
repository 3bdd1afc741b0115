package credential

import (
	"encoding/base64"
	"sort"
	"strings"
)

// A Class says what a value is.
type Class uint8

// The classes. Of several that apply to parts of one value, Literal wins, then
// Reference, Placeholder and Public.
const (
	Plain       Class = iota // nothing to keep secret
	Empty                    // no value
	Literal                  // a secret stands in the file
	Ref                      // the secret is kept elsewhere and named here
	Placeholder              // says where a secret would go
	Public                   // made to be published
)

// String returns a word for messages.
func (c Class) String() string {
	return [...]string{"plain", "empty", "literal", "reference", "placeholder", "public"}[c]
}

// A Form says by what a secret was known.
type Form uint8

// The forms, most specific first.
const (
	ByFormat   Form = iota // a provider's format
	ByUserinfo             // the password of a URL or connection string
	ByQuery                // a parameter of a URL
	ByPath                 // a random segment of a URL's path, which opens what lies behind it
	ByScheme               // what follows Bearer, Basic, Token
	ByName                 // the name of the setting and the statistics of the value
)

// A Secret is the part of a value that has to be kept secret.
type Secret struct {
	Start, End int
	Form       Form
	Match      Match  // the format; only Provider, Kind, Prefix and the flags count
	Name       string // the setting, parameter or header that names it
	Scheme     string // of the URL or connection string around it, lower case
	User       string // the account it opens, where that is written beside it
	Host       string // the host of the URL or connection string around it
	Weak       bool   // a default or guessable password
	Default    bool   // stands as the fallback of a reference
	Doubtful   bool   // may be words about the value instead of a password
}

// A Verdict is what Judge found out about a value.
type Verdict struct {
	Class      Class
	Secrets    []Secret // in order, without overlap; only with Literal
	References []Reference
	Public     []Match // published identifiers met on the way
}

// Judge decides what a value is, in the light of the name it is given to: the
// variable, header, flag or parameter. An empty name says nothing.
func Judge(name, value string) Verdict { return judge(name, value, 0) }

// Suspicious reports whether Judge could find a secret in a text that no name
// describes. It is much cheaper: most of what servers write for the model holds no
// sign that a secret is ever written with.
func (m *Memory) Suspicious(text string) bool {
	spaced := false
	for i := range len(text) {
		if !telltale[text[i]] {
			continue
		}
		switch text[i] {
		case '@', '$':
			return true
		case ':', '=':
			if strings.HasPrefix(text[i:], "://") || m.asks(assignedName(text, i).of(text)) {
				return true
			}
		case '-':
			if (i == 0 || beforeFlag(text[i-1])) && m.asks(flagName(text, i).of(text)) {
				return true
			}
		default:
			spaced = true
		}
	}
	if spaced { // a scheme stands in front of a space
		if _, scheme := afterScheme(text, trimmed(text)); scheme != "" {
			return true
		}
	}
	return len(Find(text)) > 0
}

// telltale are the bytes that a sign of a secret begins or ends with.
var telltale = byteSet("@$:=- ")

func judge(name, value string, depth int) Verdict {
	var v Verdict
	if strings.TrimSpace(value) == "" {
		v.Class = Empty
		return v
	}
	if hashed(value) {
		return v
	}
	j := judgement{name: name, value: value, class: ClassifyName(name), refs: References(value), depth: depth}
	v.References = j.refs
	j.formats()
	j.locations()
	j.inner()
	j.defaults()
	j.named()
	for i := range j.secrets {
		if s := &j.secrets[i]; s.Form == ByName && ClassifyName(s.Name) == NamePassword {
			_, s.Doubtful = chosen(value[s.Start:s.End])
		}
	}
	sort.Slice(j.secrets, func(a, b int) bool { return j.secrets[a].Start < j.secrets[b].Start })
	v.Secrets, v.Public = j.secrets, j.public
	switch {
	case len(j.secrets) > 0:
		v.Class = Literal
	case len(j.refs) > 0:
		v.Class = Ref
	case j.placeholder:
		v.Class = Placeholder
	case len(j.public) > 0 || j.class == NamePublic:
		v.Class = Public
	}
	return v
}

// A judgement collects what is found in one value, most specific form first.
type judgement struct {
	name, value string
	class       NameClass
	depth       int
	refs        []Reference
	secrets     []Secret
	public      []Match
	taken       [][]part // judged already, secret or not: runs of disjoint parts in order
	formed      int      // how many of the secrets have a provider's format; they come first, in order
	placeholder bool
}

// free reports whether a range was not judged yet and is no reference.
func (j *judgement) free(p part) bool {
	if p.empty() {
		return false
	}
	for _, run := range j.taken {
		i := sort.Search(len(run), func(i int) bool { return run[i].end > p.start })
		if i < len(run) && run[i].start < p.end {
			return false
		}
	}
	r := j.reference(p.start)
	return r == nil || r.Start >= p.end
}

// reference returns the first reference that ends behind start, or nil.
func (j *judgement) reference(start int) *Reference {
	i := sort.Search(len(j.refs), func(i int) bool { return j.refs[i].End > start })
	if i == len(j.refs) {
		return nil
	}
	return &j.refs[i]
}

// take remembers that a range is judged. Each step goes through the value once, so
// there are few runs, each in order.
func (j *judgement) take(p part) {
	if n := len(j.taken); n > 0 {
		if last := j.taken[n-1]; last[len(last)-1].end <= p.start {
			j.taken[n-1] = append(last, p)
			return
		}
	}
	j.taken = append(j.taken, []part{p})
}

func (j *judgement) add(p part, s Secret) {
	s.Start, s.End = p.start, p.end
	j.secrets = append(j.secrets, s)
	j.take(p)
}

// formats takes what has a provider's format, inside references too.
func (j *judgement) formats() {
	for _, m := range Find(j.value) {
		p := part{m.Start, m.End}
		j.take(p)
		switch {
		case m.Sample:
			j.placeholder = true
		case m.Public || m.Identifier:
			j.public = append(j.public, m)
		default:
			j.secrets = append(j.secrets, Secret{Start: m.Start, End: m.End, Form: ByFormat, Match: m, Name: j.name, Default: j.referred(p)})
		}
	}
	j.formed = len(j.secrets)
}

// referred reports whether a range stands in the fallback of a reference.
func (j *judgement) referred(p part) bool {
	r := j.reference(p.start)
	return r != nil && r.DefaultStart <= p.start && p.end <= r.DefaultEnd
}

// locations judges the passwords and parameters of URLs and connection strings.
func (j *judgement) locations() {
	address := has("url serverurl httpurl sseurl baseurl endpoint uri", strings.ToLower(j.name))
	for _, u := range append(locations(j.value, j.refs), driverDSNs(j.value)...) {
		scheme, user, host := u.scheme, u.user.of(j.value), u.host.of(j.value)
		if j.formatted(u, user, host) {
			// named by place and provider
		} else if j.free(u.password) {
			switch class, weak := judgePassword(user, u.password.of(j.value), host); class {
			case Literal:
				j.add(u.password, Secret{Form: ByUserinfo, Scheme: scheme, User: user, Host: host, Weak: weak, Name: j.name})
			case Placeholder:
				j.placeholder = true
				j.take(u.password)
			}
		} else if u.password.empty() && j.free(u.user) && (scheme == "http" || scheme == "https") {
			// https://token@host: a token in place of the account.
			if looksRandom(user) && len(user) >= 20 && !sentryHost(host) {
				j.add(u.user, Secret{Form: ByUserinfo, Scheme: scheme, Host: host, Name: j.name})
			}
		}
		for _, q := range u.query {
			j.parameter(u, q)
		}
		if address {
			j.path(u)
		}
	}
}

// formatted reports whether the password of a database or broker has a provider's
// format. Then the place explains the secret best, and the format stays known.
func (j *judgement) formatted(u location, user, host string) bool {
	if !databaseScheme(u.scheme) {
		return false
	}
	i := sort.Search(j.formed, func(i int) bool { return j.secrets[i].Start >= u.password.start })
	if i == j.formed || j.secrets[i].Start != u.password.start || j.secrets[i].End != u.password.end || j.secrets[i].Form != ByFormat {
		return false
	}
	s := &j.secrets[i]
	s.Form, s.Scheme, s.User, s.Host = ByUserinfo, u.scheme, user, host
	return true
}

// path judges the segments of the path of an address that is given as a setting of
// its own. What mixes digits, capitals and small letters at that length was made to
// be unguessable; hexadecimal and UUIDs name things as often.
func (j *judgement) path(u location) {
	start := u.path.start
	for i := u.path.start; i <= u.path.end; i++ {
		if i < u.path.end && j.value[i] != '/' {
			continue
		}
		segment := part{start, i}
		start = i + 1
		s := segment.of(j.value)
		digits, lower, upper := classes(s)
		if len(s) >= 24 && digits > 1 && lower > 1 && upper > 1 && !strings.Contains(s, ".") && looksRandom(s) && !isSample(s) && j.free(segment) {
			j.add(segment, Secret{Form: ByPath, Scheme: u.scheme, Host: u.host.of(j.value), Name: j.name})
		}
	}
}

func sentryHost(host string) bool {
	return host == "sentry.io" || strings.HasSuffix(host, ".sentry.io") || strings.Contains(host, "sentry")
}

// queryNames are parameters that carry a secret though their name alone says little.
const queryNames = "key k token t tk auth sig signature code secret apikey password pwd"

// providerParameter knows the parameters that carry a provider's key under the
// name of an identifier.
func providerParameter(host, name string) bool {
	switch strings.ToLower(name) {
	case "appid":
		return within(host, "openweathermap.org") || within(host, "wolframalpha.com")
	case "app_id":
		return within(host, "openexchangerates.org")
	case "ak":
		return within(host, "map.baidu.com")
	}
	return false
}

func within(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}

func (j *judgement) parameter(u location, q param) {
	class := ClassifyName(q.name)
	if q.name == "config" && j.depth < 3 && j.free(q.value) {
		// A whole configuration in Base64, as some gateways take it.
		raw, err := base64.StdEncoding.DecodeString(unescape(q.value.of(j.value)))
		if err == nil && judge("", string(raw), j.depth+1).Class == Literal {
			j.add(q.value, Secret{Form: ByQuery, Scheme: u.scheme, Host: u.host.of(j.value), Name: q.name})
		}
		return
	}
	if class == NameOther && has(queryNames, strings.ToLower(q.name)) || providerParameter(u.host.of(j.value), q.name) {
		class = NameSecret
	}
	if class != NameSecret && class != NamePassword || !j.free(q.value) {
		return
	}
	value := unescape(q.value.of(j.value))
	if class == NamePassword && databaseScheme(u.scheme) {
		if c, weak := judgePassword("", value, u.host.of(j.value)); c == Literal {
			j.add(q.value, Secret{Form: ByUserinfo, Scheme: u.scheme, Host: u.host.of(j.value), Weak: weak, Name: q.name})
			return
		}
	}
	switch class := judgeNamed(class, value); class {
	case Literal:
		j.add(q.value, Secret{Form: ByQuery, Scheme: u.scheme, Host: u.host.of(j.value), Name: q.name})
	case Placeholder:
		j.placeholder = true
		j.take(q.value)
	}
}

// inner judges assignments inside a longer value: K=V, Header: value, ADO
// connection strings, escaped JSON.
func (j *judgement) inner() {
	if strings.IndexByte(j.value, ':') < 0 && strings.IndexByte(j.value, '=') < 0 && strings.IndexByte(j.value, '-') < 0 {
		return
	}
	asking := append(assignments(j.value, j.refs, promising), flagged(j.value)...)
	if len(asking) == 0 {
		return
	}
	connection := connectionHost(j.value, assignments(j.value, j.refs, nil))
	wordy := strings.Count(j.value, " ") > 6
	for _, a := range asking {
		name := a.name.of(j.value)
		class := ClassifyName(name)
		if class != NameSecret && class != NamePassword {
			continue
		}
		value, scheme := afterScheme(j.value, a.value)
		if !j.free(value) {
			continue
		}
		if connection.found && (class == NamePassword || has("accountkey sharedaccesskey sharedaccesssignature", strings.ToLower(name))) {
			c, weak := judgePassword(connection.user, value.of(j.value), connection.host)
			if c == Literal {
				j.add(value, Secret{Form: ByUserinfo, Scheme: "connection string", User: connection.user, Host: connection.host, Weak: weak, Name: name})
			} else if c == Placeholder {
				j.placeholder = true
				j.take(value)
			}
			continue
		}
		if a.colon && class == NameSecret && a.value.end < len(j.value) && wordy && !looksRandom(value.of(j.value)) {
			continue // prose: "token: the token to use"
		}
		form := ByName
		if scheme != "" {
			form = ByScheme
		}
		switch judgeScheme(class, value.of(j.value), scheme) {
		case Literal:
			j.add(value, Secret{Form: form, Name: name})
		case Placeholder:
			j.placeholder = true
			j.take(value)
		}
	}
}

// promising picks the names that promise a secret or a password.
func promising(_ string, class NameClass) bool {
	return class == NameSecret || class == NamePassword
}

// A connected is what an ADO, ODBC or libpq connection string says beside the password.
type connected struct {
	found      bool
	host, user string
}

func connectionHost(value string, list []assignment) connected {
	var c connected
	named := 0
	for _, a := range list {
		name, v := strings.ToLower(a.name.of(value)), a.value.of(value)
		// "Data Source" and "User Id" are two words; only the last is the name here.
		switch name {
		case "server", "host", "hostname", "source", "addr", "address", "endpoint", "hostaddr":
			c.host = strings.TrimPrefix(v, "tcp:")
			if i := strings.IndexAny(c.host, ",:\\"); i >= 0 {
				c.host = c.host[:i]
			}
			named++
		case "uid", "user", "username", "id":
			c.user = v
			named++
		case "database", "dbname", "catalog", "port", "accountname", "driver", "defaultendpointsprotocol", "sharedaccesskeyname", "sslmode":
			named++
		}
	}
	c.found = named >= 2
	return c
}

// defaults judges the fallbacks of references: ${VAR:-text}.
func (j *judgement) defaults() {
	if j.depth >= 3 {
		return
	}
	for _, r := range j.refs {
		if r.DefaultEnd > r.DefaultStart {
			name := j.name
			if j.class == NameOther {
				name = r.Name
			}
			inside := judge(name, j.value[r.DefaultStart:r.DefaultEnd], j.depth+1)
			for _, s := range inside.Secrets {
				if s.Form == ByFormat {
					continue // found before, over the whole value
				}
				s.Default = true
				j.add(part{s.Start + r.DefaultStart, s.End + r.DefaultStart}, s)
			}
			continue
		}
		// ${a8f5f1...}: someone put the value where the name belongs.
		if (j.class == NameSecret || j.class == NamePassword) && r.Dialect != Store && r.Dialect != Encrypted && r.Dialect != Substitution &&
			len(r.Name) >= 20 && r.Name != strings.ToUpper(r.Name) && !strings.Contains(r.Name, ".") && looksRandom(r.Name) {
			if at := strings.Index(j.value[r.Start:r.End], r.Name); at >= 0 && len(j.secrets) == 0 {
				j.secrets = append(j.secrets, Secret{Start: r.Start + at, End: r.Start + at + len(r.Name), Form: ByName, Name: j.name})
			}
		}
	}
}

// named judges the value as a whole by its name.
func (j *judgement) named() {
	if len(j.value) > longest {
		return // no secret but a private key is that long
	}
	whole := trimmed(j.value)
	value, scheme := afterScheme(j.value, whole)
	class := j.class
	if class != NameSecret && class != NamePassword {
		if scheme == "" || scheme == "token" {
			if class == NameOther && bracketed(whole.of(j.value)) {
				j.placeholder = true
			}
			return
		}
		class = NameSecret
	}
	if !j.free(value) || len(j.secrets) > 0 {
		return
	}
	secret := Secret{Form: ByName, Name: j.name}
	if scheme != "" {
		secret.Form = ByScheme
	} else if m, ok := awsSecret(j.name, value.of(j.value)); ok {
		secret.Form, secret.Match = ByFormat, m
	}
	switch judgeScheme(class, value.of(j.value), scheme) {
	case Literal:
		j.add(value, secret)
	case Placeholder:
		j.placeholder = true
	}
}

// awsSecret recognizes the secret half of an AWS key pair, which only its name
// and length give away.
func awsSecret(name, value string) (Match, bool) {
	n := strings.ToLower(name)
	if len(value) != 40 || !strings.Contains(n, "aws") || !strings.Contains(n, "secret") || !looksRandom(value) {
		return Match{}, false
	}
	return Match{Provider: "AWS", Kind: "secret access key", Grave: true}, true
}

// authSchemes stand before the credential in a header.
var authSchemes = [...]string{"bearer ", "bearer: ", "basic ", "token ", "apikey ", "api-key ", "digest ", "key ", "bot ", "token token=", "splunk ", "genie_key ", "genieKey "}

// afterScheme takes the authorization scheme off a value.
func afterScheme(text string, p part) (part, string) {
	s := p.of(text)
	for _, scheme := range authSchemes {
		if len(s) > len(scheme) && s[0]|0x20 == scheme[0] && strings.EqualFold(s[:len(scheme)], scheme) {
			p.start += len(scheme)
			for p.start < p.end && text[p.start] == ' ' {
				p.start++
			}
			return p, strings.Trim(strings.ToLower(scheme), " :")
		}
	}
	return p, ""
}

// trimmed returns the range of a text without white space and quotes around it.
func trimmed(text string) part {
	p := part{0, len(text)}
	for p.start < p.end && strings.IndexByte(" \t\r\n\"'`", text[p.start]) >= 0 {
		p.start++
	}
	for p.end > p.start && strings.IndexByte(" \t\r\n\"'`", text[p.end-1]) >= 0 {
		p.end--
	}
	return p
}

// judgeScheme judges what follows an authorization scheme. Basic is decoded: the
// password decides.
func judgeScheme(class NameClass, value, scheme string) Class {
	if scheme == "basic" {
		raw, err := base64.StdEncoding.DecodeString(value)
		if err != nil {
			raw, err = base64.RawStdEncoding.DecodeString(strings.TrimRight(value, "="))
		}
		if user, password, ok := strings.Cut(string(raw), ":"); err == nil && ok {
			if password == "" { // the key stands where the account would
				return judgeNamed(NameSecret, user)
			}
			c, _ := judgePassword(user, password, "")
			return c
		}
	}
	return judgeNamed(class, value)
}

// judgeNamed judges a value that stands under a secret's name.
func judgeNamed(class NameClass, value string) Class {
	value = value[trimmed(value).start:trimmed(value).end]
	switch {
	case value == "":
		return Empty
	case harmless(value):
		return Plain
	case seedPhrase(value):
		return Literal
	case class == NamePassword && madeUp(value):
		return Literal
	case bracketed(value) || spelled(value):
		return Placeholder
	case pathLike(value) || strings.Contains(value, "://") || strings.HasPrefix(value, "arn:") || mailLike(value):
		return Plain
	case strings.ContainsAny(value, " \t\n") && class != NamePassword && !looksRandom(strings.Join(strings.Fields(value), "")):
		return Plain
	}
	digits, lower, upper := classes(value)
	letters := lower + upper
	switch {
	case isUUID(value):
		return Literal
	case class == NamePassword:
		special := len(value) - digits - letters
		if spaced := strings.ReplaceAll(value, " ", ""); len(spaced) == 16 && lower == 16 && !wordy(value) {
			return Literal // four groups of four letters: a Google app password
		}
		if len(value) >= 6 && (digits > 0 && letters > 0 || special > 0 && letters > 0 && !allWords(value)) ||
			len(value) >= 8 && letters == len(value) && !wordy(value) || len(value) >= 8 && digits == len(value) {
			return Literal
		}
		return Plain
	case len(value) >= 16:
		if looksRandom(value) || digits == len(value) && len(value) >= 20 || letters > 0 && digits == 0 && !wordy(value) && entropy(value) >= 3.2 {
			return Literal
		}
	case len(value) >= 10:
		if digits > 1 && letters > 1 && entropy(value) >= 2.6 && !wordy(value) {
			return Literal
		}
	}
	return Plain
}

// madeUp reports whether a person made up the value as a password.
func madeUp(value string) bool {
	yes, _ := chosen(value)
	return yes && !bracketed(value) && !pathLike(value) && !strings.Contains(value, "://") && !mailLike(value)
}

// seedPhrase recognizes the words that restore a wallet (BIP 39): twelve to
// twenty-four, each of three to eight small letters, hardly one of them twice.
func seedPhrase(s string) bool {
	list := strings.Fields(s)
	if len(list) < 12 || len(list) > 24 || len(list)%3 != 0 {
		return false
	}
	distinct := map[string]bool{}
	for _, w := range list {
		if strongMarker(w) || len(w) < 3 || len(w) > 8 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
			return false
		}
		distinct[w] = true
	}
	return len(distinct) >= len(list)-2
}

// harmless recognizes switches, small numbers, levels and dates.
func harmless(s string) bool {
	if len(s) <= 6 && allDigits(s) {
		return true
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "none", "null", "nil", "auto", "enabled", "disabled", "required", "optional",
		"debug", "info", "warn", "warning", "error", "fatal", "trace", "oauth", "oauth2", "basic", "bearer", "header", "query", "stdio",
		"http", "https", "sse", "production", "development", "staging", "test", "iam", "adc", "sso", "key", "token", "password":
		return true
	}
	return false
}

func isUUID(s string) bool {
	if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return false
	}
	for i := range len(s) {
		if c := s[i] | 0x20; s[i] != '-' && (c < 'a' || c > 'f') && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// pathLike recognizes file paths on every system.
func pathLike(s string) bool {
	switch {
	case len(s) == 40 && s[0] == '/' && looksRandom(s) && !strings.Contains(s, "."):
		return false // an AWS secret key may begin with a slash
	case strings.HasPrefix(s, "/") || strings.HasPrefix(s, "./") || strings.HasPrefix(s, "../") || strings.HasPrefix(s, "~/"):
		return strings.Count(s, "/") >= 2 || !looksRandom(s)
	case len(s) > 2 && s[1] == ':' && (s[2] == '\\' || s[2] == '/'):
		return true
	case strings.HasPrefix(s, `\\`) || strings.HasPrefix(s, `.\`):
		return true
	}
	dot := strings.LastIndexByte(s, '.')
	return dot > 0 && has("json yaml yml toml pem key crt p12 pfx txt env ini cfg conf db sqlite kdbx jks js ts py sh exe", strings.ToLower(s[dot+1:]))
}

func mailLike(s string) bool {
	at := strings.IndexByte(s, '@')
	return at > 0 && strings.IndexByte(s[at:], '.') > 1 && !strings.ContainsAny(s, " :/") && strings.Trim(s[at+1:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == ""
}
