package schema

import "github.com/mcplumb/mcplumb/analyzer"

var incoherentAnnotations = &analyzer.Rule{
	Name:    "incoherent-annotations",
	Summary: "annotations contradict each other or are misspelt",
	Why: "A misspelt annotation, or one that is neither true nor false, is not read, so that the default counts, which is seldom what the author meant. A tool " +
		"cannot both only read and destroy.",
	Remedy:     "Use `readOnlyHint`, `destructiveHint`, `idempotentHint` and `openWorldHint` with `true` or `false`.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1173},
	OWASP:      []string{"MCP03"},
	SafeMCP:    []string{"T1406"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/schema#toolannotations"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_notes", "description": "List notes.", "annotations": {"readOnly": true}, "inputSchema": {"type": "object"}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_notes", "description": "List notes.", "annotations": {"readOnlyHint": true}, "inputSchema": {"type": "object"}}]}
`},
}
