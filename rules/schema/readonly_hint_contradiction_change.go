package schema

import "github.com/mcplumb/mcplumb/analyzer"

var readonlyHintContradictionChange = &analyzer.Rule{
	Name:    "readonly-hint-contradiction-change",
	Summary: "tool says that it only reads, but it creates, changes or sends",
	Why: "Hosts let tools with `readOnlyHint` run without asking. A tool that creates, changes or sends something then does so unseen. Name and description " +
		"must agree before this is reported.",
	Remedy:     "Set `readOnlyHint` to `false`.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1173, 863},
	OWASP:      []string{"MCP03", "MCP02", "LLM06", "ASI02", "ASI09"},
	SafeMCP:    []string{"T1406", "T2101"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/schema#toolannotations"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "create_note", "description": "Create a note.", "annotations": {"readOnlyHint": true}, "inputSchema": {"type": "object"}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "create_note", "description": "Create a note.", "annotations": {"readOnlyHint": false}, "inputSchema": {"type": "object"}}]}
`},
}
