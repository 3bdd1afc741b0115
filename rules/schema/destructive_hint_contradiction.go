package schema

import "github.com/mcplumb/mcplumb/analyzer"

var destructiveHintContradiction = &analyzer.Rule{
	Name:    "destructive-hint-contradiction",
	Summary: "tool says that it only adds, but it deletes or revokes",
	Why: "`destructiveHint: false` promises that a tool only adds. Hosts then leave the stronger confirmation out, in front of a deletion or of something that " +
		"cannot be undone.",
	Remedy:     "Set `destructiveHint` to `true`. Where the deletion can be undone, say so in the description.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1173},
	OWASP:      []string{"MCP03", "MCP02", "LLM06", "ASI09"},
	SafeMCP:    []string{"T1406", "T2101"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/schema#toolannotations"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "delete_note", "description": "Delete a note.", "annotations": {"destructiveHint": false}, "inputSchema": {"type": "object"}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "delete_note", "description": "Move a note to the trash.", "annotations": {"destructiveHint": false}, "inputSchema": {"type": "object"}}]}
`},
}
