package credential

import (
	"sort"
	"strings"
)

// A part is a range of a text.
type part struct{ start, end int }

func (p part) of(text string) string { return text[p.start:p.end] }
func (p part) empty() bool           { return p.end <= p.start }

// A location is a URL or a connection string inside a text, taken apart.
type location struct {
	part
	scheme   string // lower case: "postgresql", "https"
	user     part
	password part
	host     part // without port
	path     part
	query    []param
}

type param struct {
	name  string
	value part
}

// locations returns the URLs in a text. Broken ones are read as far as they go: a
// password may hold characters that a URL may not.
func locations(text string, refs []Reference) []location {
	var found []location
	for from := 0; ; {
		i := strings.Index(text[from:], "://")
		if i < 0 {
			return found
		}
		i += from
		start := i
		for start > from && schemeByte(text[start-1]) {
			start--
		}
		for start < i && text[start]|0x20 < 'a' || start < i && text[start]|0x20 > 'z' {
			start++
		}
		end := i + 3
		for end < len(text) && !endsURL(text[end]) {
			end = max(end+1, endOfReference(refs, end))
		}
		from = end
		if start == i {
			continue
		}
		found = append(found, dissect(text, start, i, end))
	}
}

// endOfReference returns the end of the reference that begins at i, or 0.
func endOfReference(refs []Reference, i int) int {
	n := sort.Search(len(refs), func(k int) bool { return refs[k].Start >= i })
	if n < len(refs) && refs[n].Start == i {
		return refs[n].End
	}
	return 0
}

func schemeByte(c byte) bool { return alnum(c) || c == '+' || c == '.' || c == '-' }

func endsURL(c byte) bool {
	return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>' || c == '\\' || c == 0x7f
}

// dissect reads the URL that begins at start, whose "://" stands at colon.
func dissect(text string, start, colon, end int) location {
	u := location{part: part{start, end}, scheme: strings.ToLower(text[start:colon])}
	at := colon + 3
	rest := text[at:end]
	stop := strings.IndexAny(rest, "/?#")
	authority := end
	if stop >= 0 {
		authority = at + stop
	}
	sign := strings.LastIndexByte(text[at:authority], '@')
	if sign < 0 && stop >= 0 {
		// user:pa/ss@host: what stands behind the colon is no port.
		if c := strings.IndexByte(text[at:authority], ':'); c > 0 && !allDigits(text[at+c+1:authority]) && authority > at+c+1 {
			if s := strings.IndexByte(rest[stop:], '@'); s > 0 {
				sign = stop + s
				host, _, _ := strings.Cut(rest[sign+1:], "/")
				sign += strings.LastIndexByte(host, '@') + 1
				authority = at + sign + 1
				for authority < end && !strings.ContainsRune("/?#", rune(text[authority])) {
					authority++
				}
			}
		}
	}
	if semicolon := strings.IndexByte(text[at:authority], ';'); sign < 0 && semicolon > 0 {
		authority = at + semicolon // jdbc:sqlserver://host:1433;user=...
	}
	hostAt := at
	if sign >= 0 {
		hostAt = at + sign + 1
		u.user = part{at, at + sign}
		if c := strings.IndexByte(u.user.of(text), ':'); c >= 0 {
			u.user.end = at + c
			u.password = part{at + c + 1, at + sign}
		}
	}
	u.host = part{hostAt, authority}
	if h := u.host.of(text); strings.HasPrefix(h, "[") {
		if c := strings.IndexByte(h, ']'); c > 0 {
			u.host.end = hostAt + c + 1
		}
	} else if c := strings.IndexByte(h, ':'); c >= 0 {
		u.host.end = hostAt + c
	}
	u.path = part{authority, end}
	if q := strings.IndexAny(text[authority:end], "?#;"); q >= 0 {
		u.path.end = authority + q
		u.query = params(text, authority+q+1, end)
	}
	return u
}

// params splits the query and fragment of a URL.
func params(text string, start, end int) []param {
	var list []param
	for start < end {
		stop := end
		if i := strings.IndexAny(text[start:end], "&;#?"); i >= 0 {
			stop = start + i
		}
		if name, _, ok := strings.Cut(text[start:stop], "="); ok {
			list = append(list, param{name, part{start + len(name) + 1, stop}})
		}
		start = stop + 1
	}
	return list
}

// driverDSNs finds passwords in connection strings that are no URLs: Go's
// user:password@tcp(host)/db and Oracle's jdbc:oracle:thin:user/password@host.
func driverDSNs(text string) []location {
	var found []location
	for _, sign := range [...]string{"@tcp(", "@unix(", "@udp("} {
		i := strings.Index(text, sign)
		if i < 0 {
			continue
		}
		start := strings.LastIndexAny(text[:i], " \t\r\n\"'=") + 1
		if p := strings.LastIndex(text[:i], "://"); p >= start {
			continue // mysql://user:password@tcp(host) was read as a URL
		}
		c := strings.IndexByte(text[start:i], ':')
		if c < 0 {
			continue
		}
		host := part{i + len(sign), len(text)}
		if e := strings.IndexAny(text[host.start:], ":)"); e >= 0 {
			host.end = host.start + e
		}
		found = append(found, location{part: part{start, host.end}, scheme: "mysql", user: part{start, start + c}, password: part{start + c + 1, i}, host: host})
	}
	const thin = "jdbc:oracle:thin:"
	if i := strings.Index(text, thin); i >= 0 {
		start := i + len(thin)
		slash := strings.IndexByte(text[start:], '/')
		if slash > 0 {
			if sign := strings.IndexByte(text[start+slash:], '@'); sign > 1 {
				at := start + slash
				host := part{at + sign + 1, len(text)}
				for host.start < len(text) && text[host.start] == '/' {
					host.start++
				}
				if e := strings.IndexAny(text[host.start:], ":/"); e >= 0 {
					host.end = host.start + e
				}
				found = append(found, location{part: part{i, host.end}, scheme: "oracle", user: part{start, at}, password: part{at + 1, at + sign}, host: host})
			}
		}
	}
	return found
}

// An assignment is a name and a value inside a longer text.
type assignment struct {
	name  part
	value part
	colon bool // joined by a colon: a header, YAML or JSON
}

// assignments finds NAME=value, name: value and "name": "value" in a text, with
// quotes that may be escaped. Values without quotes end at white space, comma,
// semicolon, ampersand or a quote. Names that wanted refuses are passed over before
// their values are read; nil wants all.
func assignments(text string, refs []Reference, wanted func(name string, class NameClass) bool) []assignment {
	var found []assignment
	var known Memory
	for i := 0; i < len(text); i++ {
		if text[i] != '=' && text[i] != ':' {
			continue
		}
		if text[i] == ':' && strings.HasPrefix(text[i:], "://") {
			continue
		}
		name := assignedName(text, i)
		if name.empty() {
			continue
		}
		class := known.classify(name.of(text))
		if wanted != nil && !wanted(name.of(text), class) {
			continue
		}
		from := i + 1
		for from < len(text) && (text[from] == ' ' || text[from] == '\t' || text[from] == '=' || text[from] == '>') && from-i < 8 {
			from++
		}
		limit := maxPlainValue
		if class == NameSecret || class == NamePassword {
			limit = len(text)
		}
		value, next := assignedValue(text[:min(len(text), from+limit)], from, refs)
		if value.empty() {
			continue
		}
		found = append(found, assignment{name, value, text[i] == ':'})
		if limit == len(text) { // a secret is read once; other values may hold assignments
			i = max(i, next-1)
		}
	}
	return found
}

// assignedName returns the name in front of the sign at i, which may be in quotes.
func assignedName(text string, i int) part {
	end := i
	for end > 0 && (text[end-1] == ' ' || text[end-1] == '\t') && i-end < 8 {
		end--
	}
	for end > 0 && (text[end-1] == '"' || text[end-1] == '\'' || text[end-1] == '\\') && i-end < 8 {
		end--
	}
	start := end
	for start > 0 && end-start < 80 && nameByte(text[start-1]) {
		start--
	}
	return part{start, end}
}

// maxPlainValue bounds how far a value is read whose name promises no secret: a
// host or an account.
const maxPlainValue = 128

func nameByte(c byte) bool { return alnum(c) || c == '_' || c == '-' || c == '.' || c >= 0x80 }

// maxBraced bounds a value in braces or angle brackets, and so the work behind one
// that is not closed.
const maxBraced = 1 << 10

// assignedValue reads the value at from and says where to go on.
func assignedValue(text string, from int, refs []Reference) (part, int) {
	if from >= len(text) {
		return part{}, from
	}
	quote, open := quoteAt(text, from)
	if quote != "" {
		start := from + open
		end := strings.Index(text[start:], quote)
		if end < 0 {
			return part{start, len(text)}, len(text)
		}
		return part{start, start + end}, start + end + len(quote)
	}
	if text[from] == '{' { // ODBC: PWD={...}
		if end := strings.IndexByte(text[from:min(len(text), from+maxBraced)], '}'); end > 0 && !strings.HasPrefix(text[from:], "{{") {
			return part{from + 1, from + end}, from + end + 1
		}
	}
	end := from
	for _, scheme := range authSchemes {
		if len(text)-from > len(scheme) && strings.EqualFold(text[from:from+len(scheme)], scheme) {
			end = from + len(scheme)
			break
		}
	}
	for end < len(text) && strings.IndexByte(" \t\r\n,;&\"'`)|<>", text[end]) < 0 {
		if text[end] == '\\' && end+1 < len(text) && (text[end+1] == '"' || text[end+1] == 'n' || text[end+1] == 'r') {
			break
		}
		end = min(len(text), max(end+1, endOfReference(refs, end)))
	}
	if end == from && text[from] == '<' { // <token>
		if e := strings.IndexByte(text[from:min(len(text), from+maxBraced)], '>'); e > 0 {
			return part{from, from + e + 1}, from + e + 1
		}
	}
	return part{from, end}, end
}

// quoteAt returns the quote that opens at from, perhaps escaped, and its length.
func quoteAt(text string, from int) (string, int) {
	n := from
	for n < len(text) && text[n] == '\\' && n-from < 4 {
		n++
	}
	if n < len(text) && (text[n] == '"' || text[n] == '\'' || text[n] == '`') {
		return text[from : n+1], n + 1 - from
	}
	return "", 0
}
