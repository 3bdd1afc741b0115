package schema

import "github.com/mcplumb/mcplumb/analyzer"

var unboundedPathParameter = &analyzer.Rule{
	Name:    "unbounded-path-parameter",
	Summary: "tool takes any path of the file system",
	Why: "Nothing in the schema keeps the path below a folder. The server's code may, and often does; audits of servers find that missing more often than " +
		"anything else, so it is worth a look.",
	Remedy:     "Publish a `pattern` for relative paths without `..`, and check the real path after resolving links.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Unsure,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{22, 59},
	OWASP:      []string{"MCP05", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1105", "T1606"},
	References: []string{"CVE-2025-53109", "CVE-2025-53110"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "read_file", "description": "Read a file.", "inputSchema": {"type": "object", "properties": {"path": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "read_file", "description": "Read a file.", "inputSchema": {"type": "object", "properties": {"path": {"type": "string", "pattern": "^[a-z0-9_-]+(/[a-z0-9_-]+)*\\.md$"}}}}]}
`},
}
