package analyzer

import (
	"sort"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// masker knows every secret of a file, whatever rules are on, and takes them out
// of whatever is about to leave it.
type masker struct {
	spans  []source.Span // in order, without overlap
	values *strings.Replacer
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
		for _, arg := range s.Args {
			c.judge(flag, arg, credential.Anywhere)
			flag = ""
			if strings.HasPrefix(arg.Value, "-") {
				flag = strings.TrimLeft(arg.Value, "-")
			}
		}
	}
	for _, in := range m.Inputs {
		c.judge(in.ID.Value, in.Default, credential.Anywhere)
	}
	if len(m.Manifests) == 0 {
		for _, d := range m.Documents {
			c.walk(d, d.Root)
		}
	}
	return c.masker()
}

// collector gathers what must not be shown.
type collector struct {
	data   []byte
	spans  []source.Span
	values map[string]bool
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
	for _, part := range credential.Sensitive(name, s.Value, place) {
		c.add(s.At(part.Start, part.End), s.Value[part.Start:part.End])
	}
}

// walk judges every scalar of a config under its key.
func (c *collector) walk(d *tree.Document, n *tree.Node) {
	if n == nil {
		return
	}
	if n.Kind == tree.Text || n.Kind == tree.Number {
		c.judge(n.Key, d.String(n), credential.Anywhere)
	}
	for _, child := range n.Children {
		c.walk(d, child)
	}
}

func (c *collector) masker() *masker {
	sort.Slice(c.spans, func(i, j int) bool { return c.spans[i].Start < c.spans[j].Start })
	var merged []source.Span
	for _, s := range c.spans {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
		} else {
			merged = append(merged, s)
		}
	}
	var values []string
	for v := range c.values {
		if len(v) >= minMasked && !credential.IsCommonPassword(v) {
			values = append(values, v)
		}
	}
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
	return &masker{spans: merged, values: strings.NewReplacer(pairs...)}
}

// text takes secrets out of a text.
func (k *masker) text(s string) string {
	if s == "" {
		return s
	}
	return credential.Redact(k.values.Replace(s))
}

// touches reports whether a span holds a byte of a secret.
func (k *masker) touches(span source.Span) bool {
	i := sort.Search(len(k.spans), func(i int) bool { return k.spans[i].End > span.Start })
	return i < len(k.spans) && k.spans[i].Start < span.End
}

// line returns the text under a span with the characters of secrets covered, so
// that columns stay as they are.
func (k *masker) line(data []byte, span source.Span) string {
	var inside []source.Span
	for i := sort.Search(len(k.spans), func(i int) bool { return k.spans[i].End > span.Start }); i < len(k.spans) && k.spans[i].Start < span.End; i++ {
		inside = append(inside, source.Span{Start: max(0, k.spans[i].Start-span.Start), End: k.spans[i].End - span.Start})
	}
	return credential.Cover(string(data[span.Start:span.End]), inside)
}
