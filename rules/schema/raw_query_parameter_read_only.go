package schema

import "github.com/mcplumb/mcplumb/analyzer"

var rawQueryParameterReadOnly = &analyzer.Rule{
	Name:    "raw-query-parameter-read-only",
	Summary: "tool that says it only reads runs any database statement",
	Why: "Whether a statement only reads is decided by the server or by the database role, and the manifest cannot show which. Filters on the text of a " +
		"statement have been bypassed; a role that may only read has not.",
	Remedy:     "Make sure that the connection uses a role without rights to write, and say so in the server's documentation.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{89},
	OWASP:      []string{"MCP05", "MCP02", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1803"},
	References: []string{"CVE-2025-59333"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "query", "description": "Run a read-only SQL query.", "annotations": {"readOnlyHint": true}, "inputSchema": {"type": "object", "properties": {"sql": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_tables", "description": "List the tables.", "annotations": {"readOnlyHint": true}, "inputSchema": {"type": "object", "properties": {"schema": {"type": "string"}}}}]}
`},
}
