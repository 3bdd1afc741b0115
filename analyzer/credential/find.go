package credential

import "strings"

// A Match is a part of a text that has the format of a provider's credential.
type Match struct {
	Start, End int
	Provider   string // "GitHub"
	Kind       string // "personal access token"
	Prefix     string // the format's public beginning, safe to show; "" when it has none
	Verified   bool   // a checksum or inner structure proves the format
	Broken     bool   // the format has a checksum and it is wrong
	Public     bool   // made to be published
	Test       bool   // belongs to a provider's test mode
	Grave      bool   // a private key, or a live key of a cloud or payment provider
	Identifier bool   // names an account; no secret without its other half
	Sample     bool   // has the shape but spells a placeholder
}

// longest bounds one match, and so the work behind one literal. Only private
// keys are longer, and those are read by hand.
const longest = 8 << 10

// Find returns the provider credentials in a text, in order and without overlap.
// It works in time linear in the text and allocates nothing when there are none.
func Find(text string) []Match {
	x := formats()
	var found []Match
	for i := 0; i+2 < len(text); i++ {
		n := x.bucket[pair(text, i)]
		if n == 0 {
			continue
		}
		b := &x.buckets[n-1]
		if !b.follows(text[i+2]) || !b.inner && glued(text, i) {
			continue
		}
		if m, ok := x.match(b, text, i); ok && (len(found) == 0 || m.Start >= found[len(found)-1].End) {
			found = append(found, m)
			i = m.End - 1
		}
	}
	return found
}

// match returns the match of the first format of the bucket whose literal stands at i.
func (x *index) match(b *bucket, text string, i int) (Match, bool) {
	if b.pem && strings.HasPrefix(text[i:], pemBegin) {
		return findPEM(text, i)
	}
	for n := b.first; n != 0; n = x.next[n-1] {
		row := int(n - 1)
		if strings.HasPrefix(text[i:], providers[row].literal) {
			if m, ok := x.format(row, text, i); ok {
				return m, true
			}
		}
	}
	return Match{}, false
}

// format matches the format of a row, whose literal stands at i.
func (x *index) format(row int, text string, i int) (Match, bool) {
	f := &providers[row]
	start, from := i, i+len(f.literal)
	if f.flags&inner != 0 {
		for start > 0 && i-start < 200 && tokenByte(text[start-1]) {
			start--
		}
		if strings.HasPrefix(f.pattern, "https://") {
			start = max(i-64, 0) // the pattern bounds what may stand before
			start += max(0, strings.LastIndex(text[start:i], "https://"))
		}
		from = start
	} else if glued(text, i) {
		return Match{}, false
	}
	window := text[from:min(len(text), from+longest)]
	loc := x.pattern(row).FindStringIndex(window)
	if loc == nil {
		return Match{}, false
	}
	end := from + loc[1]
	if end < len(text) && joins(text[end]) && joins(text[end-1]) && text[end] != '-' {
		return Match{}, false
	}
	m := Match{
		Start: start, End: end, Provider: f.provider, Kind: f.kind,
		Public: f.flags&public != 0, Test: f.flags&testMode != 0,
		Grave: f.flags&grave != 0, Identifier: f.flags&identifier != 0,
	}
	if f.flags&inner == 0 {
		m.Prefix = f.literal
	}
	token := text[start:end]
	body := token[len(m.Prefix):]
	if f.flags&random != 0 && !looksRandom(body) && !isSample(body) {
		return Match{}, false
	}
	m.Sample = isSample(body)
	return m, f.verify(token, &m)
}

// tokenByte reports whether tokens of formats with an inner literal may hold c.
func tokenByte(c byte) bool { return alnum(c) || c == '_' || c == '-' || c == '.' || c == '~' }

// glued reports whether what stands before i makes one word with it. A dash that
// follows no letter does not: ${VAR:-token}.
func glued(text string, i int) bool {
	if i == 0 {
		return false
	}
	if text[i-1] == '-' {
		return i > 1 && alnum(text[i-2])
	}
	return alnum(text[i-1]) || text[i-1] == '_'
}

// joins reports whether c would make a longer word of its neighbour.
func joins(c byte) bool { return alnum(c) || c == '_' || c == '-' }

func alnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

const pemBegin = "-----BEGIN "

// findPEM matches a private key from its first dashes to its last, or to the end
// of the text. Line ends may be real, escaped or lost.
func findPEM(text string, i int) (Match, bool) {
	label, _, ok := strings.Cut(text[i+len(pemBegin):min(len(text), i+80)], "-----")
	if !ok || !strings.HasSuffix(label, "PRIVATE KEY") && !strings.HasSuffix(label, "PRIVATE KEY BLOCK") {
		return Match{}, false
	}
	m := Match{Start: i, End: len(text), Provider: "private key", Kind: strings.ToLower(label), Prefix: pemBegin + label + "-----", Grave: true}
	body := i + len(m.Prefix)
	if n := strings.Index(text[body:], "-----"); n >= 0 {
		m.End = body + n
		if end, ok := strings.CutPrefix(text[m.End:], "-----END "+label+"-----"); ok {
			m.End = len(text) - len(end)
		}
		m.Sample = keyBytes(text[body:body+n]) < 40
	} else {
		m.Sample = keyBytes(text[body:]) < 16
	}
	m.Verified = !m.Sample
	return m, true
}

// keyBytes counts the Base64 digits of a key's body. A body of dots, words or
// one repeated digit counts as none.
func keyBytes(body string) int {
	n, counts := 0, [256]int{}
	for i := 0; i < len(body); i++ {
		c := body[i]
		if c == '\\' {
			i++ // a line end, written as an escape
			continue
		}
		if alnum(c) || c == '+' || c == '/' {
			n++
			counts[c]++
		}
	}
	distinct := 0
	for _, k := range counts {
		if k > 0 {
			distinct++
		}
	}
	if distinct < 12 || strings.Contains(body, "...") {
		return 0
	}
	return n
}
