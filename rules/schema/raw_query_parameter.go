package schema

import "github.com/mcplumb/mcplumb/analyzer"

var rawQueryParameter = &analyzer.Rule{
	Name:    "raw-query-parameter",
	Summary: "tool runs whatever database statement the model passes",
	Why: "A statement in an argument can read every table, and change them, as far as the database role allows. Filters in front of the database that were " +
		"to let only reading through have been bypassed again and again; the role is the real boundary.",
	Remedy:     "Connect with a role that may only read what the tool is for, with a statement timeout. Offer named queries with parameters where a few are enough.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{89},
	OWASP:      []string{"MCP05", "MCP02", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1803"},
	References: []string{"CVE-2025-59333", "CVE-2025-66335"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "execute_sql", "description": "Execute a SQL statement.", "inputSchema": {"type": "object", "properties": {"sql": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "search_notes", "description": "Search notes.", "inputSchema": {"type": "object", "properties": {"query": {"type": "string"}}}}]}
`},
}
