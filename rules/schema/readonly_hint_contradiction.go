package schema

import "github.com/mcplumb/mcplumb/analyzer"

var readonlyHintContradiction = &analyzer.Rule{
	Name:    "readonly-hint-contradiction",
	Summary: "tool says that it only reads, but its name deletes or executes",
	Why: "Hosts let tools with `readOnlyHint` run without asking. A wrong hint removes the question in front of a deletion or an execution, whether by mistake " +
		"or on purpose.",
	Remedy:     "Set `readOnlyHint` to `false`, and `destructiveHint` to `true` where something is lost.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1173, 863},
	OWASP:      []string{"MCP03", "MCP02", "LLM06", "ASI02", "ASI09"},
	SafeMCP:    []string{"T1406", "T2101"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/schema#toolannotations"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "delete_note", "description": "Delete a note.", "annotations": {"readOnlyHint": true}, "inputSchema": {"type": "object"}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "delete_note", "description": "Delete a note.", "annotations": {"readOnlyHint": false}, "inputSchema": {"type": "object"}}]}
`},
}
