package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// A reader understands nodes and collects what is wrong with them.
type reader struct {
	file            *source.File
	rules, families map[string]bool
	problems        []Problem
}

func (r *reader) complain(span source.Span, format string, args ...any) {
	p := r.file.Position(span.Start)
	r.problems = append(r.problems, Problem{Path: r.file.Path, Line: p.Line, Column: p.Column, Message: fmt.Sprintf(format, args...)})
}

// unknown complains about a name and says which there are.
func (r *reader) unknown(span source.Span, what, got string, known []string) {
	sort.Strings(known)
	r.complain(span, "unknown %s %q", what, got)
	p := &r.problems[len(r.problems)-1]
	p.Got, p.Known = got, known
}

func (r *reader) document(c *Config, doc *tree.Document) {
	for _, p := range doc.Problems {
		switch p.Kind {
		case tree.Comment, tree.TrailingComma, tree.EmptyFile, tree.ByteOrderMark, tree.RepeatedKey: // the last is told by members
		default:
			r.complain(p.Span, "%s", p.Message)
		}
	}
	if doc.Root == nil || doc.Root.Is(tree.Null) {
		return
	}
	if doc.Index > 0 {
		r.complain(doc.Span, "the file holds more than one document")
		return
	}
	r.members(doc.Root, fields{
		"fail-on":        r.word(&c.FailOn, "low", "medium", "high", "critical", "never"),
		"min-severity":   r.word(&c.MinSeverity, severities...),
		"min-confidence": r.word(&c.MinConfidence, confidences...),
		"pedantic":       r.bool(&c.Pedantic),
		"only":           r.rulesOrFamilies(&c.Only),
		"skip":           r.rulesOrFamilies(&c.Skip),
		"include":        r.globs(&c.Include),
		"exclude":        r.globs(&c.Exclude),
		"baseline":       r.localPath(&c.Baseline),
		"trusted": func(n *tree.Node) {
			r.members(n, fields{
				"hosts":      r.hosts(&c.Settings.TrustedHosts),
				"registries": r.hosts(&c.Settings.TrustedRegistries),
				"scopes":     r.texts(&c.Settings.TrustedScopes),
			})
		},
		"ignore":    r.each(func(n *tree.Node) { r.ignore(c, n) }),
		"overrides": r.each(func(n *tree.Node) { r.override(c, n) }),
	})
}

var (
	severities  = []string{"info", "low", "medium", "high", "critical"}
	confidences = []string{"low", "medium", "high"}
)

// fields are the keys of a mapping and how their values are read.
type fields map[string]func(*tree.Node)

// members reads a mapping and complains about keys that are unknown or repeated.
func (r *reader) members(n *tree.Node, known fields) {
	if n = n.Resolve(); n == nil || n.Kind != tree.Map {
		if n != nil {
			r.complain(n.Span, "expected settings with names")
		}
		return
	}
	seen := map[string]bool{}
	for _, m := range n.Children {
		read, ok := known[m.Key]
		switch {
		case !ok:
			r.unknown(m.KeySpan, "setting", m.Key, keys(known))
		case seen[m.Key]:
			r.complain(m.KeySpan, "%s is set twice", m.Key)
		default:
			read(m.Resolve())
		}
		seen[m.Key] = true
	}
}

func keys[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	return list
}

// text reads one text.
func (r *reader) text(into *string) func(*tree.Node) {
	return func(n *tree.Node) {
		if n == nil || n.Kind != tree.Text || n.Value == "" {
			r.wanted(n, "a text")
			return
		}
		*into = n.Value
	}
}

// localPath reads a path that stays below the file.
func (r *reader) localPath(into *string) func(*tree.Node) {
	return func(n *tree.Node) {
		if r.text(into)(n); *into != "" && !filepath.IsLocal(filepath.FromSlash(*into)) {
			r.complain(n.Span, "%q leads out of the directory of this file", *into)
		}
	}
}

func (r *reader) wanted(n *tree.Node, what string) {
	if n != nil {
		r.complain(n.Span, "expected %s", what)
	}
}

// word reads one of some words.
func (r *reader) word(into *string, known ...string) func(*tree.Node) {
	return func(n *tree.Node) {
		switch {
		case n == nil || n.Kind != tree.Text:
			r.wanted(n, "one of "+strings.Join(known, ", "))
		case !slices.Contains(known, n.Value):
			r.unknown(n.Span, "value", n.Value, slices.Clone(known))
		default:
			*into = n.Value
		}
	}
}

func (r *reader) bool(into *bool) func(*tree.Node) {
	return func(n *tree.Node) {
		if n == nil || n.Kind != tree.Bool {
			r.wanted(n, "true or false")
			return
		}
		*into = strings.EqualFold(n.Value, "true")
	}
}

// each reads the items of a list.
func (r *reader) each(read func(*tree.Node)) func(*tree.Node) {
	return func(n *tree.Node) {
		if n == nil || n.Kind != tree.List {
			r.wanted(n, "a list")
			return
		}
		for _, item := range n.Children {
			read(item.Resolve())
		}
	}
}

// texts reads a list of texts, or one text.
func (r *reader) texts(into *[]string) func(*tree.Node) {
	return r.textsThat(into, func(*tree.Node) {})
}

func (r *reader) textsThat(into *[]string, check func(*tree.Node)) func(*tree.Node) {
	one := func(n *tree.Node) {
		if n == nil || n.Kind != tree.Text || n.Value == "" {
			r.wanted(n, "a text")
			return
		}
		check(n)
		*into = append(*into, n.Value)
	}
	return func(n *tree.Node) {
		if n != nil && n.Kind == tree.Text {
			one(n)
			return
		}
		r.each(one)(n)
	}
}

// hosts reads a list of host names, which may be written as addresses of something
// there: of these only the host counts.
func (r *reader) hosts(into *[]string) func(*tree.Node) {
	return r.textsThat(new([]string), func(n *tree.Node) {
		text := strings.TrimPrefix(n.Value, "*.")
		if !strings.Contains(text, "://") {
			text = "https://" + text
		}
		u, _ := host.Parse(text)
		switch h := u.HostName(); h.Kind {
		case host.KindNone, host.KindInvalid, host.KindPlaceholder:
			r.complain(n.Span, "%q names no host", n.Value)
		default:
			*into = append(*into, h.Name)
		}
	})
}

func (r *reader) globs(into *[]string) func(*tree.Node) {
	return r.textsThat(into, r.glob)
}

func (r *reader) glob(n *tree.Node) {
	if !doublestar.ValidatePattern(n.Value) {
		r.complain(n.Span, "%q is not a pattern: brackets or braces are not closed", n.Value)
	}
}

func (r *reader) rulesOrFamilies(into *[]string) func(*tree.Node) {
	return r.textsThat(into, func(n *tree.Node) {
		if !r.rules[n.Value] && !r.families[n.Value] {
			r.unknown(n.Span, "rule", n.Value, append(keys(r.rules), keys(r.families)...))
		}
	})
}

func (r *reader) onlyRules(into *[]string) func(*tree.Node) {
	return r.textsThat(into, func(n *tree.Node) {
		if !r.rules[n.Value] {
			r.unknown(n.Span, "rule", n.Value, keys(r.rules))
		}
	})
}

func (r *reader) date(into *time.Time) func(*tree.Node) {
	return func(n *tree.Node) {
		if n == nil {
			return
		}
		day, err := time.Parse(time.DateOnly, n.Value)
		if err != nil {
			r.wanted(n, "a date, YYYY-MM-DD")
			return
		}
		*into = day
	}
}

func (r *reader) ignore(c *Config, n *tree.Node) {
	before := len(r.problems)
	ig := &Ignore{}
	r.members(n, fields{
		"rule":    r.onlyRules(&ig.Rules),
		"reason":  r.text(&ig.Reason),
		"expires": r.date(&ig.Expires),
		"server":  r.text(&ig.Server),
		"tool":    r.text(&ig.Tool),
		"pointer": r.text(&ig.Pointer),
		"path": func(n *tree.Node) {
			if r.text(&ig.Path)(n); ig.Path != "" {
				r.glob(n)
			}
		},
	})
	switch {
	case n == nil || len(r.problems) > before:
		return
	case len(ig.Rules) == 0:
		r.complain(n.Span, "an ignore names its rule")
	case strings.TrimSpace(ig.Reason) == "":
		r.complain(n.Span, "an ignore needs a reason that others can judge")
	case ig.Path == "" && ig.Server == "" && ig.Tool == "" && ig.Pointer == "":
		r.complain(n.Span, "an ignore names a path, server, tool or pointer; skip switches a rule off everywhere")
	case ig.Pointer != "" && !strings.HasPrefix(ig.Pointer, "/"):
		r.complain(n.Span, "a pointer starts with /, as in /mcpServers/name/env")
	}
	ig.span = firstLine(r.file, n.Span)
	c.Ignores = append(c.Ignores, ig)
}

// firstLine is the part of a span on its first line.
func firstLine(file *source.File, span source.Span) source.Span {
	return source.Span{Start: span.Start, End: max(span.Start, min(span.End, file.Line(file.LineAt(span.Start)).End))}
}

func (r *reader) override(c *Config, n *tree.Node) {
	var o Override
	var severity, confidence string
	r.members(n, fields{
		"paths":          r.globs(&o.Paths),
		"skip":           r.rulesOrFamilies(&o.Skip),
		"min-severity":   r.word(&severity, severities...),
		"min-confidence": r.word(&confidence, confidences...),
	})
	if n != nil && len(o.Paths) == 0 {
		r.complain(n.Span, "an override names the paths that it is for")
	}
	o.MinSeverity, _ = analyzer.ParseSeverity(severity)
	o.MinConfidence, _ = analyzer.ParseConfidence(confidence)
	c.Overrides = append(c.Overrides, o)
}
