package schema

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var openObjectSchema = &analyzer.Rule{
	Name:       "open-object-schema",
	Summary:    "tool that changes something takes arguments it does not declare",
	Why:        "Arguments that the schema does not name are in no review and in no form that a user confirms, and a server that spreads them into a request sends them on.",
	Remedy:     "Set `\"additionalProperties\": false` on the input schema, and describe free-form maps as a property of their own.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{20},
	OWASP:      []string{"MCP05"},
	SafeMCP:    []string{"T1911"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "update_order", "description": "Update an order.", "inputSchema": {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": true}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "update_order", "description": "Update an order.", "inputSchema": {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}}]}
`},
}

var openObjectSchemaCheck = analyzer.Check{
	Rules: []*analyzer.Rule{openObjectSchema},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			if !t.Input.Is(tree.Map) || t.ActByName().Action < mcp.ActionChange || isReadOnly(t) {
				continue
			}
			extra := t.Input.Find("additionalProperties")
			switch {
			case extra.Is(tree.Bool) && extra.Resolve().Value == "true":
				pass.Reportf(openObjectSchema, extra.Span, "%s takes any further arguments, undeclared ones included", called(t))
			case extra == nil && len(t.Input.Children) > 0 && len(t.Parameters().List) == 0 && t.Input.Get("properties") == nil && t.Input.Get("$ref") == nil:
				pass.Reportf(openObjectSchema, t.Input.Span, "%s declares no arguments and takes any", called(t))
			}
		}
	},
}
