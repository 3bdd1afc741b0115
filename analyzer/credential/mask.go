package credential

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A Place says where a value stands, and so how much is hidden on suspicion.
type Place uint8

// The places.
const (
	Anywhere Place = iota // only what is known for a secret is hidden
	Setting               // env, headers and the like: all but plainly harmless values are hidden
)

// Sensitive returns the parts of a value that no output may show, in order and
// without overlap. It errs on the side of hiding.
func (m *Memory) Sensitive(name, value string, place Place) []source.Span {
	if place == Anywhere && !m.asks(name) && !m.Suspicious(value) {
		return unnamed(name, value)
	}
	return sensitive(name, value, place)
}

// sensitive is Sensitive without the short way for what is not suspicious.
func sensitive(name, value string, place Place) []source.Span {
	v := Judge(name, value)
	var spans, open []source.Span
	for _, s := range v.Secrets {
		spans = append(spans, source.Span{Start: s.Start, End: s.End})
		open = append(open, source.Span{Start: s.Start, End: s.Start + len(s.shown())})
	}
	if v.Class == Plain {
		if asks(name) && (!Harmless(value) || madeUp(value)) || place == Setting && !Harmless(value) {
			p := trimmed(value)
			if after, scheme := afterScheme(value, p); scheme != "" {
				p = after
			}
			return []source.Span{{Start: p.start, End: p.end}}
		}
	}
	if len(v.References) == 0 && (v.Class == Plain || v.Class == Literal) {
		spans = append(spans, randomWords(value)...)
	}
	return without(merge(spans), open)
}

// unnamed is Sensitive for a value that is not suspicious and whose name asks for
// no secret: only words that look random are left to hide.
func unnamed(name, value string) []source.Span {
	spans := randomWords(value)
	if len(spans) == 0 || ClassifyName(name) == NamePublic || len(value) <= longest && bracketed(trimmed(value).of(value)) {
		return nil
	}
	if len(References(value)) > 0 {
		return nil
	}
	return merge(spans)
}

// shown returns the beginning of a secret that is safe to show.
func (s Secret) shown() string {
	s.Match.Start, s.Match.End = s.Start, s.End
	return s.Match.shown()
}

// shown returns the part of a match that is safe to show.
func (m Match) shown() string {
	if strings.HasPrefix(m.Prefix, "https://") || m.Grave && strings.HasPrefix(m.Prefix, pemBegin) {
		return m.Prefix
	}
	if len(m.Prefix) > m.End-m.Start-8 {
		return ""
	}
	return m.Prefix
}

// Raw returns the parts of a file that no output may show, without understanding
// the file: for files that could not be parsed, for comments, and for lines
// around a finding. It works in linear time.
func Raw(data []byte) []source.Span {
	text := string(data)
	refs := References(text)
	var spans, open []source.Span
	for _, m := range Find(text) {
		if !m.Public && !m.Sample {
			spans = append(spans, source.Span{Start: m.Start, End: m.End})
			open = append(open, source.Span{Start: m.Start, End: m.Start + len(m.shown())})
		}
	}
	for _, u := range locations(text, refs) {
		user, password := u.user.of(text), u.password.of(text)
		if !u.password.empty() && !IsPlaceholder(password) && !whollyReference(password) {
			spans = append(spans, source.Span{Start: u.password.start, End: u.password.end})
		} else if u.password.empty() && looksRandom(user) {
			spans = append(spans, source.Span{Start: u.user.start, End: u.user.end})
		}
		for _, q := range u.query {
			if c := ClassifyName(q.name); (c == NameSecret || c == NamePassword || has(queryNames, q.name)) && suspicious(q.value.of(text)) {
				spans = append(spans, source.Span{Start: q.value.start, End: q.value.end})
			}
		}
	}
	for _, u := range driverDSNs(text) {
		spans = append(spans, source.Span{Start: u.password.start, End: u.password.end})
	}
	defined := -maxDefinition // where a definition last called itself like a secret
	for _, a := range append(assignments(text, refs, telling), flagged(text)...) {
		name := a.name.of(text)
		if has("id name key", name) && asks(a.value.of(text)) {
			defined = a.value.end
			continue
		}
		if !asks(name) && !(has("default value const example", name) && a.name.start-defined < maxDefinition) {
			continue
		}
		if p, _ := afterScheme(text, a.value); suspicious(p.of(text)) {
			spans = append(spans, source.Span{Start: p.start, End: p.end})
		}
	}
	spans = append(spans, randomWords(text)...)
	return without(merge(append(spans, torn(text, spans)...)), open)
}

// telling picks the names that say what a value is, or that belong to a definition
// which says it elsewhere.
func telling(name string, class NameClass) bool {
	return class == NameSecret || class == NamePassword || len(name) <= len("default") && has("id name key default value const example", name)
}

// maxDefinition bounds how far behind its name a definition's default may stand.
const maxDefinition = 400

// asks reports whether a name promises a secret or a password.
func asks(name string) bool {
	if name == "" {
		return false
	}
	c := ClassifyName(name)
	return c == NameSecret || c == NamePassword
}

// torn returns the end of a text that breaks off inside a provider's credential,
// or inside a repetition of a secret that stood before.
func torn(text string, known []source.Span) []source.Span {
	start := len(text)
	for start > 0 && len(text)-start < 200 && strings.IndexByte(" \t\r\n\"'`,:", text[start-1]) < 0 {
		start--
	}
	word := text[start:]
	for _, s := range known {
		if len(word) >= 4 && s.End < len(text) && strings.HasPrefix(text[s.Start:s.End], word) {
			return []source.Span{{Start: start, End: len(text)}}
		}
	}
	word = strings.TrimLeft(word, "${[(<")
	start = len(text) - len(word)
	for i := range providers {
		if f := &providers[i]; f.flags&inner == 0 && len(f.literal) >= 3 && strings.HasPrefix(word, f.literal) {
			return []source.Span{{Start: start + len(f.literal), End: len(text)}}
		}
	}
	return nil
}

// suspicious reports whether a value under a secret's name should be hidden.
func suspicious(value string) bool {
	if madeUp(value) {
		return !whollyReference(value)
	}
	return strings.TrimSpace(value) != "" && !Harmless(value) && !IsPlaceholder(value) && !whollyReference(value)
}

// whollyReference reports whether a value holds references and nothing random.
func whollyReference(value string) bool {
	refs := References(value)
	if len(refs) == 0 {
		return false
	}
	for _, r := range refs {
		if r.DefaultEnd > r.DefaultStart && suspicious(value[r.DefaultStart:r.DefaultEnd]) || looksRandom(r.Name) && r.Name != strings.ToUpper(r.Name) {
			return false
		}
	}
	return true
}

// randomWords returns the words of 20 bytes and more that look random.
func randomWords(text string) []source.Span {
	var spans []source.Span
	for i := 0; i+shortestWord <= len(text); {
		// The last byte that a word from here on must have is looked at first: most
		// words end long before it.
		end := i + shortestWord
		for end > i && randomByte[text[end-1]] {
			end--
		}
		if end > i {
			i = end
			continue
		}
		end = i + shortestWord
		for end < len(text) && randomByte[text[end]] {
			end++
		}
		spans = appendRandom(spans, text, i, end)
		i = end + 1
	}
	return spans
}

// shortestWord is the length of the shortest word that can look random.
const shortestWord = 20

// randomByte tells the bytes of words in any of the encodings of random bytes.
var randomByte = byteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=/")

func byteSet(of string) (set [256]bool) {
	for i := range len(of) {
		set[of[i]] = true
	}
	return set
}

// appendRandom adds the random parts of a run of word bytes: the whole run, or the
// segments of a path.
func appendRandom(spans []source.Span, text string, i, end int) []source.Span {
	for slashes := strings.Count(text[i:end], "/"); i < end; {
		n := end - i
		if slashes > 0 && (n < 36 || slashes > 4) {
			n = max(1, strings.IndexByte(text[i:end], '/'))
			if text[i] == '/' {
				slashes--
			}
		}
		if n >= 20 && n <= longest && looksRandom(text[i:i+n]) && !isSample(text[i:i+n]) && !isUUID(text[i:i+n]) && !digest(text, i, n) {
			spans = append(spans, source.Span{Start: i, End: i + n})
		}
		i += n
	}
	return spans
}

// digest reports whether a word is the hash of a commit, an image or a package:
// hexadecimal behind @, # or sha256:, or Base64 behind sha512-.
func digest(text string, i, n int) bool {
	word := strings.ToLower(text[i : i+n])
	if strings.HasPrefix(word, "sha256-") || strings.HasPrefix(word, "sha384-") || strings.HasPrefix(word, "sha512-") || strings.HasPrefix(word, "sha1-") {
		return true
	}
	if i == 0 || strings.Trim(word, "0123456789abcdef") != "" || n != 40 && n != 64 {
		return false
	}
	before := strings.ToLower(text[max(0, i-8):i])
	return strings.HasSuffix(before, "@") || strings.HasSuffix(before, "#") || strings.HasSuffix(before, "/") || strings.Contains(before, "sha")
}

// beforeFlag reports whether an option may begin behind c.
func beforeFlag(c byte) bool { return strings.IndexByte(" \t\r\n\"'`,[(", c) >= 0 }

// flagged finds the values of secret-named options that stand as words of their
// own: --api-key VALUE, or "--api-key", "VALUE" in a list.
func flagged(text string) []assignment {
	var found []assignment
	for i := 0; i+2 < len(text); i++ {
		dash := strings.IndexByte(text[i:len(text)-2], '-')
		if dash < 0 {
			break
		}
		if i += dash; i > 0 && !beforeFlag(text[i-1]) {
			continue
		}
		name := flagName(text, i)
		start, end := name.start, name.end
		if end == start || end == len(text) || text[end] == '=' || !asks(name.of(text)) {
			i = max(i, end-1)
			continue
		}
		from := end
		for from < len(text) && strings.IndexByte("\"'`\\, \t\r\n", text[from]) >= 0 && from-end < 200 {
			from++
		}
		stop := from
		if quote := strings.LastIndexAny(text[end:from], "\"'`"); quote >= 0 {
			mark := text[end+quote]
			for stop < len(text) && text[stop] != mark && text[stop] != '\n' {
				stop++
			}
		} else {
			for stop < len(text) && strings.IndexByte(" \t\r\n\"'`", text[stop]) < 0 {
				stop++
			}
		}
		if next := stop + 1; isScheme(text[from:stop]) && next < len(text) && text[stop] == ' ' {
			from = next
			for stop = next; stop < len(text) && strings.IndexByte(" \t\r\n\"'`", text[stop]) < 0; {
				stop++
			}
		}
		for stop > from && text[stop-1] == '\\' {
			stop--
		}
		if stop > from && text[from] != '-' {
			found = append(found, assignment{name: part{start, end}, value: part{from, stop}})
		}
		i = max(i, end-1)
	}
	return found
}

// flagName returns the name of the option whose first dash stands at i.
func flagName(text string, i int) part {
	start := i
	for start < len(text) && text[start] == '-' && start-i < 2 {
		start++
	}
	end := start
	for end < len(text) && (alnum(text[end]) || text[end] == '-' || text[end] == '_') && end-start < 60 {
		end++
	}
	return part{start, end}
}

// isScheme reports whether a word is an authorization scheme.
func isScheme(word string) bool {
	return strings.EqualFold(word, "bearer") || strings.EqualFold(word, "basic") || strings.EqualFold(word, "token")
}

// Harmless reports whether a value is plainly no secret: a switch, a number, a
// path, words, a version, a list of such.
func Harmless(value string) bool {
	value = strings.TrimSpace(value)
	if value == "" || harmless(value) {
		return true
	}
	if pathLike(value) {
		return len(randomWords(value)) == 0
	}
	if len(value) > 4000 {
		return false
	}
	if u := locations(value, References(value)); len(u) == 1 && u[0].start == 0 && u[0].end == len(value) {
		for _, q := range u[0].query {
			if !Harmless(q.value.of(value)) {
				return false
			}
		}
		return u[0].password.empty() && u[0].user.empty() && len(randomWords(u[0].path.of(value))) == 0
	}
	for i := 0; i < len(value); {
		n := 0
		for i+n < len(value) && alnum(value[i+n]) {
			n++
		}
		if n > 0 && !harmlessWord(value[i:i+n]) {
			return false
		}
		i += max(n, 1)
	}
	return true
}

// harmlessWord accepts short numbers, words, and words with a version behind.
func harmlessWord(w string) bool {
	letters := strings.TrimRight(w, "0123456789")
	digits := len(w) - len(letters)
	switch {
	case letters == "":
		return digits <= 8
	case strings.ContainsAny(letters, "0123456789"):
		return len(w) <= 3
	case digits > 4 || digits > 0 && len(letters) > 12:
		return false
	}
	return len(letters) <= 4 || wordy(letters)
}

// merge sorts spans and joins those that touch or overlap.
func merge(spans []source.Span) []source.Span {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	out := spans[:0]
	for _, s := range spans {
		if s.End <= s.Start {
			continue
		}
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// without takes the open ranges, which are in order and do not overlap, out of
// spans that are so too.
func without(spans, open []source.Span) []source.Span {
	if len(open) == 0 {
		return spans
	}
	var out []source.Span
	for _, s := range spans {
		for len(open) > 0 && open[0].End <= s.Start {
			open = open[1:]
		}
		for _, o := range open {
			if o.Start >= s.End {
				break
			}
			if o.Start > s.Start {
				out = append(out, source.Span{Start: s.Start, End: o.Start})
			}
			s.Start = max(s.Start, o.End)
		}
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

// Show is the form a secret has in messages and evidence: its public beginning and
// its length in characters, and nothing of what lies between.
func (m Match) Show(secret string) string { return show(m.shown(), secret) }

// Show is the form of the secret part of value: "ghp_… (40 characters)".
func (s Secret) Show(value string) string { return show(s.shown(), value[s.Start:s.End]) }

func show(prefix, secret string) string {
	n := utf8.RuneCountInString(secret)
	if n == 1 {
		return prefix + "… (1 character)"
	}
	return prefix + "… (" + strconv.Itoa(n) + " characters)"
}

// Redact returns a text with every secret in it replaced by its shown form. It is
// for messages and evidence; words that are merely random stay.
func Redact(text string) string {
	v := Judge("", text)
	if len(v.Secrets) == 0 {
		return text
	}
	var b strings.Builder
	last := 0
	for _, s := range v.Secrets {
		if s.Start < last {
			continue
		}
		b.WriteString(text[last:s.Start])
		b.WriteString(s.Show(text))
		last = s.End
	}
	b.WriteString(text[last:])
	return b.String()
}

// Cover returns a text with every character under the spans replaced by a dot of
// the same width, so that carets below the line still fit. Line ends and tabs stay.
func Cover(text string, spans []source.Span) string {
	if len(spans) == 0 {
		return text
	}
	var b strings.Builder
	last := 0
	for _, s := range spans {
		start, end := max(s.Start, last), min(s.End, len(text))
		if start >= end {
			continue
		}
		b.WriteString(text[last:start])
		for _, r := range text[start:end] {
			if r == '\n' || r == '\r' || r == '\t' {
				b.WriteRune(r)
			} else {
				b.WriteRune('•')
			}
		}
		last = end
	}
	b.WriteString(text[last:])
	return b.String()
}

// Shown returns what may be shown instead of a secret: how long it is.
func Shown(secret string) string { return show("", secret) }
