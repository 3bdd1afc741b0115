package schema

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var requiredNotDeclared = &analyzer.Rule{
	Name:    "required-not-declared",
	Summary: "required parameter that the schema does not declare",
	Why: "The model must fill in a parameter that has no type, no description and no place in the form that a user confirms. Mostly it is a slip that breaks the " +
		"tool; it is also a way to ask for something that no reviewer sees.",
	Remedy:     "Declare the parameter under `properties`, or take it out of `required`.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{20},
	OWASP:      []string{"MCP03", "ASI01"},
	SafeMCP:    []string{"T1501"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text", "folder"]}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}, "folder": {"type": "string"}}, "required": ["text", "folder"]}}]}
`},
}

// requiredNotDeclaredCheck judges schemas whose properties are all in one place: where
// others are composed or referred to, a name may be declared there.
var requiredNotDeclaredCheck = analyzer.Check{
	Rules: []*analyzer.Rule{requiredNotDeclared},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			if t.Input.Is(tree.Map) {
				walkObjects(t.Input, 0, func(n *tree.Node) { judgeRequired(pass, t, n) })
			}
		}
	},
}

// walkObjects visits the schemas that describe a whole value: the root, properties
// and items, but not the parts of a composition, which lean on their neighbours.
func walkObjects(n *tree.Node, depth int, visit func(*tree.Node)) {
	if n = n.Resolve(); n == nil || n.Kind != tree.Map || depth > 64 {
		return
	}
	visit(n)
	for _, c := range n.Get("properties").Items() {
		walkObjects(c, depth+1, visit)
	}
	if items := n.Get("items"); items.Is(tree.Map) {
		walkObjects(items, depth+1, visit)
	}
}

func judgeRequired(pass *analyzer.Pass, t *mcp.Tool, n *tree.Node) {
	if !n.Get("required").Is(tree.List) || !n.Get("properties").Is(tree.Map) && n.Get("type") == nil {
		return
	}
	for _, key := range []string{"$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas", "patternProperties", "$dynamicRef"} {
		if n.Get(key) != nil {
			return
		}
	}
	if extra := n.Get("additionalProperties"); extra.Is(tree.Map) {
		return
	}
	properties := n.Get("properties")
	for _, r := range n.Get("required").Items() {
		name := textOf(r)
		if name == "" || properties.Find(name) != nil {
			continue
		}
		pass.Report(analyzer.Diagnostic{
			Rule: requiredNotDeclared, Span: r.Span, Confidence: sure(pass.File, analyzer.Certain),
			Message: called(t) + ` requires "` + name + `", which its schema does not declare`,
		})
	}
}
