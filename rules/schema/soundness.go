package schema

import (
	"fmt"
	"slices"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// The bounds beyond which a schema is reported. Real schemas stay far below.
const (
	soundDepth      = 32
	soundSubschemas = 2000
)

// soundnessCheck looks at the schemas of a tool as schemas: whether they are any, how
// large they are, and whether their references end.
var soundnessCheck = analyzer.Check{
	Rules: []*analyzer.Rule{invalidOrHostileSchema, invalidOrHostileSchemaDeparture},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			j := judge{pass, t}
			if written := t.Node.Find("inputSchema", "input_schema"); written != nil && !written.Is(tree.Map) && !written.Is(tree.Bool) {
				j.hostile(written.Span, "has an input schema that is no object")
			}
			for _, root := range roots(t) {
				j.size(root)
				j.keywords(root)
				j.circles(root)
			}
			j.departures()
		}
		for _, l := range pass.File.Manifests {
			reportUntyped(pass, l)
		}
	},
}

// reportUntyped reports input schemas without a type: once for a listing, since one
// library makes all of them.
func reportUntyped(pass *analyzer.Pass, l *mcp.Listing) {
	var first *mcp.Tool
	more := 0
	for _, t := range l.Tools {
		if !t.Input.Is(tree.Map) || len(t.Input.Children) == 0 || t.Input.Find("type") != nil {
			continue
		}
		if first == nil {
			first = t
		} else {
			more++
		}
	}
	if first == nil {
		return
	}
	what := `has an input schema without "type": "object", which every revision of the protocol requires`
	if more > 0 {
		what += fmt.Sprintf("; so have %d more tools of the listing", more)
	}
	judge{pass, first}.departs(first.Input.Span, what)
}

type judge struct {
	pass *analyzer.Pass
	tool *mcp.Tool
}

func (j judge) hostile(span source.Span, what string) {
	j.pass.Report(analyzer.Diagnostic{
		Rule: invalidOrHostileSchema, Span: span, Confidence: sure(j.pass.File, analyzer.Certain), Message: called(j.tool) + " " + what,
	})
}

func (j judge) departs(span source.Span, what string) {
	j.pass.Report(analyzer.Diagnostic{
		Rule: invalidOrHostileSchemaDeparture, Span: span, Confidence: sure(j.pass.File, analyzer.Certain), Message: called(j.tool) + " " + what,
	})
}

// size reports schemas that cost their readers too much.
func (j judge) size(root *tree.Node) {
	deepest := 0
	count := subschemas(root, func(_ *tree.Node, depth int) { deepest = max(deepest, depth) })
	switch {
	case deepest > soundDepth:
		j.hostile(toolSpan(j.tool), fmt.Sprintf("has a schema of %d levels, where %d are plenty", deepest, soundDepth))
	case count > soundSubschemas:
		j.hostile(toolSpan(j.tool), fmt.Sprintf("has a schema of more than %d parts", soundSubschemas))
	case root == j.tool.Input && j.tool.Parameters().Cut != "":
		j.hostile(toolSpan(j.tool), "has parameters that could not all be looked at: "+j.tool.Parameters().Cut)
	}
}

// shapes says what the keywords that every dialect shares must hold.
var shapes = sync.OnceValue(func() map[string][]tree.Kind {
	return map[string][]tree.Kind{
		"type": {tree.Text, tree.List}, "properties": {tree.Map}, "patternProperties": {tree.Map}, "required": {tree.List, tree.Bool}, "enum": {tree.List},
		"items": {tree.Map, tree.List, tree.Bool}, "allOf": {tree.List}, "anyOf": {tree.List}, "oneOf": {tree.List}, "not": {tree.Map, tree.Bool}, "additionalProperties": {tree.Map, tree.Bool},
		"pattern": {tree.Text}, "format": {tree.Text}, "$ref": {tree.Text}, "$defs": {tree.Map}, "definitions": {tree.Map}, "minLength": {tree.Number}, "maxLength": {tree.Number},
		"minItems": {tree.Number}, "maxItems": {tree.Number}, "minimum": {tree.Number}, "maximum": {tree.Number},
	}
})

var types = []string{"string", "number", "integer", "boolean", "object", "array", "null"}

// keywords reports keywords that hold something no dialect of JSON Schema lets them.
func (j judge) keywords(root *tree.Node) {
	subschemas(root, func(n *tree.Node, _ int) {
		for _, m := range n.Children {
			kinds, known := shapes()[m.Key]
			r := m.Resolve()
			if !known || r == nil {
				continue
			}
			if !slices.Contains(kinds, r.Kind) {
				j.hostile(m.Span, `has a schema in which "`+m.Key+`" is not of the type that JSON Schema gives it`)
			} else if m.Key == "type" {
				j.typeNames(r)
			}
		}
	})
}

func (j judge) typeNames(n *tree.Node) {
	for _, item := range append([]*tree.Node{n}, n.Children...) {
		if item.Is(tree.Text) && !slices.Contains(types, textOf(item)) {
			j.hostile(item.Span, `has a schema with the type "`+textOf(item)+`", which JSON Schema does not know`)
		}
	}
}

// circles reports references that lead back to themselves without a way out, and
// local ones that lead nowhere.
func (j judge) circles(root *tree.Node) {
	checked := 0
	subschemas(root, func(n *tree.Node, _ int) {
		ref := n.Find("$ref")
		if !ref.Is(tree.Text) || len(textOf(ref)) == 0 || textOf(ref)[0] != '#' {
			return
		}
		if checked++; checked > 1000 {
			return
		}
		target := j.tool.LocalReference(ref)
		if target == nil {
			j.hostile(ref.Span, "refers to "+textOf(ref)+", which is not in the document")
			return
		}
		if endless(j.tool, n) {
			j.hostile(ref.Span, "has a reference that leads back to itself without end")
		}
	})
}

// endless reports whether every value of the schema would have to contain itself: the
// reference, or a required property, leads back to it.
func endless(t *mcp.Tool, start *tree.Node) bool {
	seen := map[*tree.Node]bool{}
	var visit func(n *tree.Node, depth int) bool
	visit = func(n *tree.Node, depth int) bool {
		if n = n.Resolve(); n == nil || n.Kind != tree.Map || depth > 32 || len(seen) > 500 {
			return false
		}
		if seen[n] {
			return n == start
		}
		seen[n] = true
		if ref := n.Find("$ref"); ref.Is(tree.Text) && visit(t.LocalReference(ref), depth+1) {
			return true
		}
		for _, c := range n.Get("allOf").Items() {
			if visit(c, depth+1) {
				return true
			}
		}
		for _, r := range n.Get("required").Items() {
			if c := n.Get("properties").Get(textOf(r)); c != nil && visit(c, depth+1) {
				return true
			}
		}
		return false
	}
	return visit(start, 0)
}

// departures reports what the protocol revision that the document states asks for
// and the tool does not do.
func (j judge) departures() {
	t := j.tool
	written := t.Node.Find("inputSchema", "input_schema", "parameters")
	if written == nil {
		if t.Listing != nil && t.Listing.Protocol.Present() {
			j.departs(toolSpan(t), "has no inputSchema, which revision "+t.Listing.Protocol.Value+" of the protocol requires")
		}
		return
	}
	if !t.Input.Is(tree.Map) {
		return
	}
	if typ := t.Input.Find("type"); typ != nil && textOf(typ) != "object" {
		j.departs(typ.Span, `has an input schema whose type is not "object", which every revision of the protocol requires`)
	}
	j.dialect(t.Input)
}

// dialectRevision is the protocol revision that made JSON Schema 2020-12 the dialect
// of schemas that name none.
const dialectRevision = "2025-11-25"

// dialect reports a dialect that a client of the stated revision need not know.
func (j judge) dialect(root *tree.Node) {
	d := root.Find("$schema")
	if d == nil || j.tool.Listing == nil || !j.tool.Listing.Protocol.Present() || statesBefore(j.tool.Listing, dialectRevision) {
		return
	}
	switch textOf(d) {
	case "http://json-schema.org/draft-03/schema#", "http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-06/schema#", "http://json-schema.org/draft-03/schema", "http://json-schema.org/draft-04/schema", "http://json-schema.org/draft-06/schema":
		j.departs(d.Span, "uses a dialect of JSON Schema that clients of revision "+j.tool.Listing.Protocol.Value+" need not know")
	}
}
