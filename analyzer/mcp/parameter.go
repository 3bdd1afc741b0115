package mcp

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/pattern"
	"github.com/mcplumb/mcplumb/analyzer/tree"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// read fills the fields that are the first to be stated by any view.
func (p *Parameter) read() {
	doc := p.Tool.Document
	for _, view := range p.views {
		for _, n := range view {
			if p.Type == "" {
				p.Type = statedType(n.Get("type"))
			}
			if f := n.Get("format"); p.Format == "" && f.Is(tree.Text) {
				p.Format = f.Value
			}
			if d := n.Get("description"); !p.Description.Present() && d.Is(tree.Text) {
				p.Description = doc.String(d)
			}
			if t := n.Get("title"); !p.Title.Present() && t.Is(tree.Text) {
				p.Title = doc.String(t)
			}
		}
	}
}

// statedType returns the type, or the first of several that is not null.
func statedType(n *tree.Node) string {
	if n.Is(tree.Text) {
		return n.Resolve().Value
	}
	for _, c := range n.Items() {
		if c = c.Resolve(); c != nil && c.Kind == tree.Text && c.Value != "null" {
			return c.Value
		}
	}
	return ""
}

// Words returns the words of the parameter's name, in lower case.
func (p *Parameter) Words() []string {
	if p.words == nil {
		p.words = words.Split(p.Name.Value)
	}
	return p.words
}

// Root returns the name of the top-level argument that the parameter is part of.
func (p *Parameter) Root() string {
	root, _, _ := strings.Cut(p.Path, ".")
	return strings.TrimSuffix(root, "[]")
}

// Label returns what to call the parameter and where to point: its name, or its
// path and schema where it has no name of its own.
func (p *Parameter) Label() String {
	if strings.HasSuffix(p.Path, "[]") || strings.HasSuffix(p.Path, "*") || !p.Name.Present() {
		return String{Value: p.Path, Span: p.Schema.Span}
	}
	return p.Name
}

// Free reports whether the parameter takes a string that the schema does not list:
// one of its alternatives is a string, or of no stated type, without enum or const.
func (p *Parameter) Free() bool {
	for _, view := range p.views {
		if takesString(view) && !listed(view) {
			return true
		}
	}
	return false
}

// every reports whether ok holds for each alternative that takes a free string; the
// schemas of one alternative hold together.
func (p *Parameter) every(ok func(view []*tree.Node) bool) bool {
	for _, view := range p.views {
		if takesString(view) && !listed(view) && !ok(view) {
			return false
		}
	}
	return true
}

// FixesHost reports whether the schema decides which host a URL in the parameter
// leads to.
func (p *Parameter) FixesHost() bool { return p.everyPattern((*pattern.Pattern).FixesHost) }

// FixesName reports the same of a bare host name.
func (p *Parameter) FixesName() bool { return p.everyPattern((*pattern.Pattern).FixesName) }

// Contained reports whether the schema keeps a path from being absolute and from
// climbing.
func (p *Parameter) Contained() bool { return p.everyPattern((*pattern.Pattern).Contained) }

// RejectsDash reports whether no value can begin with a dash.
func (p *Parameter) RejectsDash() bool {
	return p.everyPattern(func(pt *pattern.Pattern) bool { return pt.RejectsFirst('-') })
}

// Excludes reports whether the schema lets none of the characters through.
func (p *Parameter) Excludes(chars string) bool {
	return p.everyPattern(func(pt *pattern.Pattern) bool { return pt.Excludes(chars) })
}

// Patterned reports whether a pattern or a format beyond the URL formats says
// something about the value.
func (p *Parameter) Patterned() bool {
	return p.every(func(view []*tree.Node) bool {
		for _, n := range view {
			if n.Get("pattern") != nil || n.Get("format") != nil {
				return true
			}
		}
		return false
	})
}

// Bounded reports whether the length of a free string is limited.
func (p *Parameter) Bounded() bool {
	return p.every(func(view []*tree.Node) bool {
		for _, n := range view {
			if n.Get("maxLength").Is(tree.Number) || shortFormat(textOf(n.Get("format"))) {
				return true
			}
		}
		return somePattern(view, (*pattern.Pattern).Bounded)
	})
}

// shortFormat reports whether the values of a format have a fixed or small length.
func shortFormat(format string) bool {
	switch format {
	case "date", "date-time", "time", "duration", "uuid", "ipv4", "ipv6", "email", "hostname":
		return true
	}
	return false
}

func (p *Parameter) everyPattern(ok func(*pattern.Pattern) bool) bool {
	return p.every(func(view []*tree.Node) bool { return somePattern(view, ok) })
}

func somePattern(view []*tree.Node, ok func(*pattern.Pattern) bool) bool {
	for _, n := range view {
		text := n.Get("pattern")
		if !text.Is(tree.Text) {
			continue
		}
		if p, err := pattern.Parse(text.Resolve().Value); err == nil && ok(p) {
			return true
		}
	}
	return false
}

// takesString reports whether the schemas of one alternative let a string through.
func takesString(view []*tree.Node) bool {
	for _, n := range view {
		if n.Kind != tree.Map {
			continue
		}
		if t := n.Get("type"); t != nil && !hasType(t, "string") {
			return false
		}
		if n.Get("type") == nil && (n.Get("properties") != nil || n.Get("items") != nil || n.Get("additionalProperties") != nil) {
			return false
		}
	}
	return true
}

func hasType(t *tree.Node, name string) bool {
	if t.Is(tree.Text) {
		return t.Resolve().Value == name
	}
	for _, c := range t.Items() {
		if textOf(c) == name {
			return true
		}
	}
	return false
}

func listed(view []*tree.Node) bool {
	for _, n := range view {
		if n.Get("const") != nil || n.Get("enum").Is(tree.List) {
			return true
		}
	}
	return false
}

func textOf(n *tree.Node) string {
	if n.Is(tree.Text) {
		return n.Resolve().Value
	}
	return ""
}

// Values returns the strings that the schema writes down for the parameter under
// one of the keywords default, const, enum, example and examples.
func (p *Parameter) Values(keywords ...string) []String {
	var found []String
	for i, view := range p.views {
		for k, n := range view {
			if slices.Contains(view[:k], n) || slices.ContainsFunc(p.views[:i], func(v []*tree.Node) bool { return slices.Contains(v, n) }) {
				continue
			}
			for _, k := range keywords {
				found = p.appendValues(found, n.Get(k), 0)
			}
		}
	}
	return found
}

func (p *Parameter) appendValues(found []String, n *tree.Node, depth int) []String {
	switch {
	case n.Is(tree.Text):
		return append(found, p.Tool.Document.String(n))
	case depth < 4:
		for _, c := range n.Items() {
			found = p.appendValues(found, c, depth+1)
		}
	}
	return found
}

// Number returns an integer keyword such as maxLength of the first schema that has it.
func (p *Parameter) Number(keyword string) (int, bool) {
	for _, view := range p.views {
		for _, n := range view {
			if v := n.Get(keyword); v.Is(tree.Number) {
				i, err := strconv.Atoi(v.Resolve().Value)
				return i, err == nil
			}
		}
	}
	return 0, false
}

// States reports whether a schema of the parameter has the keyword at all.
func (p *Parameter) States(keyword string) bool {
	for _, view := range p.views {
		for _, n := range view {
			if n.Get(keyword) != nil {
				return true
			}
		}
	}
	return false
}
