// Package host reads URLs and host names as the programs do that will follow
// them: by the rules of the WHATWG URL standard, in which a backslash is a slash,
// 0x7f.1 is an address and everything before the last @ is no host. It says where
// a URL leads, in whatever spelling, and who answers there.
package host

import (
	"strings"
	"unicode/utf8"
)

// A Part is a half-open range of byte offsets into the text that was read.
type Part struct{ Start, End int }

// Empty reports whether nothing is in the part.
func (p Part) Empty() bool { return p.End <= p.Start }

// A URL is the places of the parts of an absolute URL. Delimiters belong to no
// part: Scheme has no colon, Userinfo no @, Port no colon, Query no question mark.
// Host keeps the brackets of an IPv6 address.
type URL struct {
	Text      string
	Scheme    Part
	Authority Part // userinfo, host and port
	Userinfo  Part // up to the last @ of the authority
	Host      Part
	Port      Part
	Path      Part
	Query     Part
	Fragment  Part

	// Opaque says that no authority follows the scheme, as in mailto:x or data:,x.
	Opaque bool
	// Blurred says that the URL is written so that people misread it: with
	// backslashes, with tabs or line breaks inside, or with a number of slashes
	// other than two behind the scheme.
	Blurred bool
}

// special reports whether a scheme is one for which the standard makes \ a slash and
// a missing or surplus slash behind the scheme harmless.
// Source: https://url.spec.whatwg.org/#special-scheme.
func special(scheme string) bool {
	switch scheme {
	case "http", "https", "ws", "wss", "ftp":
		return true
	}
	return false
}

// longest bounds the text that is looked at; no client accepts a longer URL.
const longest = 64 << 10

// Parse finds the parts of an absolute URL. It reports false for text without a
// scheme. Placeholders such as ${HOST:-a/b} count as one opaque run whatever they
// contain, so that a delimiter inside does not end a part.
func Parse(text string) (URL, bool) {
	u := URL{Text: text}
	if len(text) > longest {
		return u, false
	}
	end := len(text)
	for end > 0 && text[end-1] <= ' ' {
		end--
	}
	at := 0
	for at < end && text[at] <= ' ' {
		at++
	}
	colon, ok := schemeEnd(text[at:end])
	if !ok {
		return u, false
	}
	u.Scheme = Part{at, at + colon}
	rest := at + colon + 1
	u.Blurred = strings.ContainsAny(text[at:end], "\t\r\n")

	isSpecial := special(u.SchemeName())
	authority := rest
	if isSpecial {
		for authority < end && (text[authority] == '/' || text[authority] == '\\' || isGap(text[authority])) {
			authority++
		}
		u.Blurred = u.Blurred || text[rest:authority] != "//"
	} else if strings.HasPrefix(text[rest:end], "//") {
		authority += 2
	} else {
		u.Opaque = true
	}

	plain := mask(text[:end])
	hash := index(plain, authority, "#")
	if hash < end {
		u.Fragment = Part{hash + 1, end}
	}
	query := min(index(plain, authority, "?"), hash)
	if query < hash {
		u.Query = Part{query + 1, hash}
	}
	if u.Opaque {
		u.Path = Part{rest, query}
		return u, true
	}
	slashes := "/"
	if isSpecial {
		slashes = `/\`
	}
	path := min(index(plain, authority, slashes), query)
	u.Path = Part{path, query}
	u.Blurred = u.Blurred || path < query && plain[path] == '\\'
	u.splitAuthority(plain, authority, path)
	return u, true
}

// splitAuthority tells userinfo, host and port apart.
func (u *URL) splitAuthority(plain string, from, to int) {
	u.Authority = Part{from, to}
	if at := strings.LastIndexByte(plain[from:to], '@'); at >= 0 {
		u.Userinfo = Part{from, from + at}
		from += at + 1
	}
	u.Host = Part{from, to}
	colon := from
	if from < to && plain[from] == '[' {
		colon += strings.IndexByte(plain[from:to], ']') + 1
	}
	if colon = index(plain[:to], colon, ":"); colon < to {
		u.Host.End = colon
		u.Port = Part{colon + 1, to}
	}
}

// schemeEnd returns the offset of the colon behind a scheme.
func schemeEnd(s string) (int, bool) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
		case i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' || isGap(c)):
		case i > 0 && c == ':':
			// A drive letter is no scheme: C:\dir, c:/dir.
			return i, i > 1
		default:
			return 0, false
		}
	}
	return 0, false
}

// isGap reports whether URL parsers drop the byte wherever it stands.
func isGap(c byte) bool { return c == '\t' || c == '\n' || c == '\r' }

// index returns the offset of the first delimiter at or behind from, or len(text).
func index(text string, from int, delimiters string) int {
	if at := strings.IndexAny(text[from:], delimiters); at >= 0 {
		return from + at
	}
	return len(text)
}

// Slice returns the text of a part.
func (u URL) Slice(p Part) string { return u.Text[p.Start:p.End] }

// SchemeName returns the scheme in lower case, without tabs and line breaks.
func (u URL) SchemeName() string {
	return strings.ToLower(strings.Map(dropGap, u.Slice(u.Scheme)))
}

func dropGap(r rune) rune {
	if r < utf8.RuneSelf && isGap(byte(r)) {
		return -1
	}
	return r
}

// HostName returns what the host part of the URL says. The zero Host has KindNone:
// the URL has no host.
func (u URL) HostName() Host {
	if u.Opaque || u.Host.Empty() {
		return Host{}
	}
	return ParseHost(strings.Map(dropGap, u.Slice(u.Host)))
}

// Plaintext reports whether what is sent to the URL can be read on the way.
func (u URL) Plaintext() bool {
	switch u.SchemeName() {
	case "http", "ws", "ftp":
		return true
	}
	return false
}

// A Pair is one member of a query.
type Pair struct{ Key, Value Part }

// QueryPairs returns the members of the query, as written.
func (u URL) QueryPairs() []Pair {
	var pairs []Pair
	for at := u.Query.Start; at < u.Query.End; {
		end := at + strings.IndexByte(u.Text[at:u.Query.End]+"&", '&')
		key := at + strings.IndexByte(u.Text[at:end]+"=", '=')
		if at < end {
			pairs = append(pairs, Pair{Part{at, key}, Part{min(key+1, end), end}})
		}
		at = end + 1
	}
	return pairs
}
