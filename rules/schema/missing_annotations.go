package schema

import "github.com/mcplumb/mcplumb/analyzer"

var missingAnnotations = &analyzer.Rule{
	Name:    "missing-annotations",
	Summary: "tool that changes something has no annotations",
	Why: "Without annotations a host must take every tool for one that destroys and reaches the open world, which is safe, and then asks so often that users " +
		"stop reading.",
	Remedy:     "Annotate the tools: `readOnlyHint` on those that only read, `destructiveHint` on those that delete.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{1059},
	OWASP:      []string{"MCP02", "ASI09"},
	SafeMCP:    []string{"T1406"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/schema#toolannotations"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "delete_note", "description": "Delete a note.", "inputSchema": {"type": "object"}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "delete_note", "description": "Delete a note.", "annotations": {"destructiveHint": true}, "inputSchema": {"type": "object"}}]}
`},
}
