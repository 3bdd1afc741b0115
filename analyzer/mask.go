package analyzer

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// masker knows every secret of a file, whatever rules are on, and takes them out
// of whatever is about to leave it.
type masker struct {
	spans   []source.Span // in order, without overlap
	replace func(string) string
	words   []string // secrets that are plain words, which rules use as well
}

// minMasked is the length from which on a secret is also searched for in texts
// that rules wrote. A shorter one would be found in innocent words.
const minMasked = 4

func newMasker(m *mcp.File) *masker {
	c := collector{data: m.Source.Data, values: map[string]bool{}}
	for _, s := range credential.Raw(c.data) {
		c.add(s, string(c.data[s.Start:s.End]))
	}
	for _, s := range m.Servers {
		for _, pairs := range [][]mcp.Pair{s.Env, s.Headers} {
			for _, p := range pairs {
				c.judge(p.Key.Value, p.Value, credential.Setting)
			}
		}
		flag := ""
		var before []string
		for _, arg := range s.Args {
			if credential.ShortPassword(before, arg.Value) {
				flag = "password"
			}
			c.judge(flag, arg, credential.Anywhere)
			flag = ""
			before = append(before, arg.Value)
			if strings.HasPrefix(arg.Value, "-") {
				flag = strings.TrimLeft(arg.Value, "-")
			}
		}
	}
	for _, in := range m.Inputs {
		c.judge(in.ID.Value, in.Default, credential.Anywhere)
		if in.Secret || credential.Describes(in.Description.Value) != credential.NameOther {
			c.judge("password", in.Default, credential.Anywhere)
		}
	}
	c.known = merge(c.spans)
	for _, d := range m.Documents {
		c.walk(d, d.Root, "")
	}
	return c.masker()
}

// collector gathers what must not be shown.
type collector struct {
	data   []byte
	spans  []source.Span
	known  []source.Span // those that the bytes alone gave away, in order
	values map[string]bool
	names  credential.Memory
}

// add takes a span; the quotes around a whole scalar stay visible.
func (c *collector) add(span source.Span, value string) {
	if n := span.Len(); n > 2 && strings.IndexByte("\"'`", c.data[span.Start]) >= 0 && c.data[span.Start] == c.data[span.End-1] {
		span = source.Span{Start: span.Start + 1, End: span.End - 1}
	}
	if span.Len() > 0 {
		c.spans = append(c.spans, span)
		c.values[value] = true
	}
}

func (c *collector) judge(name string, s mcp.String, place credential.Place) {
	if s.Value == "" {
		return
	}
	for _, part := range c.names.Sensitive(name, s.Value, place) {
		c.add(c.unquoted(s.At(part.Start, part.End)), s.Value[part.Start:part.End])
	}
}

// unquoted takes the quotes off the span of a whole scalar: they show where the
// value begins and give nothing away.
func (c *collector) unquoted(s source.Span) source.Span {
	if s.Len() > 2 && (c.data[s.Start] == '"' || c.data[s.Start] == '\'') && c.data[s.End-1] == c.data[s.Start] {
		return source.Span{Start: s.Start + 1, End: s.End - 1}
	}
	return s
}

// walk judges every scalar under its key. In a definition the name stands one
// level above: {"api_key": {"default": "..."}}.
func (c *collector) walk(d *tree.Document, n *tree.Node, above string) {
	if n == nil {
		return
	}
	c.twisted(n.Key, n.KeySpan)
	name := n.Key
	switch name {
	case "default", "value", "const", "example", "examples", "":
		name = above
	}
	if n.Kind == tree.Text || n.Kind == tree.Number {
		c.twisted(n.Value, n.Span)
		if len(n.Value) <= maxJudged {
			c.judge(name, d.String(n), credential.Anywhere)
		}
	}
	if self := n.Find("name", "id", "key"); self.Is(tree.Text) {
		name = self.Resolve().Value
	}
	for _, child := range n.Children {
		c.walk(d, child, name)
	}
}

// maxJudged bounds the scalars that are judged by their key. What is longer is
// prose, and the search by bytes has gone over it.
const maxJudged = 4 << 10

// twisted learns a decoded string whose bytes touch a secret: in a torn file a
// secret can end up in a key, or together with what stood beside it.
func (c *collector) twisted(value string, span source.Span) {
	if len(value) >= minMasked && len(value) <= maxJudged && span.Len() > 0 && touches(c.known, span) && strings.ContainsAny(value, "\n\t\\\"/~") {
		c.values[value] = true
	}
}

func (c *collector) masker() *masker {
	merged := merge(c.spans)
	var values, words []string
	for v := range c.values {
		switch {
		case len(v) < minMasked || credential.IsCommonPassword(v):
		case plainWord(v):
			words = append(words, v)
		default:
			values = append(values, v)
			for _, written := range [...]string{pointerEscapes.Replace(v), strings.Trim(strconv.Quote(v), `"`)} {
				if written != v {
					values = append(values, written)
				}
			}
		}
	}
	values = append(values, continued(values)...)
	// Longest first: of two that begin alike, the replacer takes the first listed.
	sort.Slice(values, func(i, j int) bool {
		if len(values[i]) != len(values[j]) {
			return len(values[i]) > len(values[j])
		}
		return values[i] < values[j]
	})
	pairs := make([]string, 0, 2*len(values))
	for _, v := range values {
		pairs = append(pairs, v, credential.Shown(v))
	}
	sort.Strings(words)
	return &masker{spans: merged, replace: replacer(pairs), words: words}
}

// Bounds of what is sought behind the beginning of a value.
const (
	maxShown     = 16 // bytes at the start of a secret that tell its kind and may be left visible
	maxContinued = 16 // values that go on where one ends
)

// continued returns the values that go on where another ends: a file that was cut gives
// away the beginning of a secret that stands whole elsewhere, there without the characters
// that tell its kind. Taken out alone, the beginning would leave the rest.
func continued(values []string) (whole []string) {
	sorted := slices.Sorted(slices.Values(values))
	for _, v := range values {
		for shown := 1; shown <= min(maxShown, len(v)-minMasked); shown++ {
			rest := v[shown:]
			i := sort.SearchStrings(sorted, rest)
			for n := 0; n < maxContinued && i < len(sorted) && strings.HasPrefix(sorted[i], rest); n++ {
				if sorted[i] != rest {
					whole = append(whole, v[:shown]+sorted[i])
				}
				i++
			}
		}
	}
	return whole
}

// replacer returns what replaces the first of each two strings by the second. A
// strings.Replacer with one pair prepares a search whose tables take quadratic time
// for a long value that repeats itself.
func replacer(pairs []string) func(string) string {
	if len(pairs) == 2 {
		return func(s string) string { return strings.ReplaceAll(s, pairs[0], pairs[1]) }
	}
	return strings.NewReplacer(pairs...).Replace
}

// plainWord reports whether a secret is a short word in small letters, as the
// default passwords of products are.
func plainWord(s string) bool {
	return len(s) <= 16 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" && credential.Harmless(s)
}

// withoutWord hides a word where a rule quotes it, and leaves it where it is part
// of a sentence or of a longer word.
func withoutWord(s, word string) string {
	if !strings.Contains(s, word) {
		return s
	}
	var b strings.Builder
	last := 0
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return b.String() + s[last:]
		}
		start, end := at+i, at+i+len(word)
		at = end
		if quoting(s, start-1) || quoting(s, end) {
			b.WriteString(s[last:start])
			b.WriteString(credential.Shown(word))
			last = end
		}
	}
}

// quoting reports whether the byte at i is one that stands beside a quoted value
// and not between the words of a sentence.
func quoting(s string, i int) bool {
	return i >= 0 && i < len(s) && strings.IndexByte("\"'`=@:/&?", s[i]) >= 0 && !(s[i] == ':' && i+1 < len(s) && s[i+1] == ' ')
}

// pointerEscapes writes a string as a part of a JSON Pointer.
var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

// merge sorts spans and joins those that touch or overlap.
func merge(spans []source.Span) []source.Span {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
	var merged []source.Span
	for _, s := range spans {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
		} else {
			merged = append(merged, s)
		}
	}
	return merged
}

// touches reports whether a span shares a byte with one of the others, which are
// in order and do not overlap.
func touches(spans []source.Span, span source.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > span.Start })
	return i < len(spans) && spans[i].Start < span.End
}

// text takes secrets out of a text.
func (k *masker) text(s string) string {
	if s == "" {
		return s
	}
	s = k.replace(s)
	for _, word := range k.words {
		s = withoutWord(s, word)
	}
	return credential.Redact(s)
}

// touches reports whether a span holds a byte of a secret.
func (k *masker) touches(span source.Span) bool { return touches(k.spans, span) }

// line returns the text under a span with the characters of secrets covered, so
// that columns stay as they are.
func (k *masker) line(data []byte, span source.Span) string {
	var inside []source.Span
	for i := sort.Search(len(k.spans), func(i int) bool { return k.spans[i].End > span.Start }); i < len(k.spans) && k.spans[i].Start < span.End; i++ {
		inside = append(inside, source.Span{Start: max(0, k.spans[i].Start-span.Start), End: k.spans[i].End - span.Start})
	}
	return credential.Cover(string(data[span.Start:span.End]), inside)
}
