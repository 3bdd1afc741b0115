package schema

import "github.com/mcplumb/mcplumb/analyzer"

var unboundedPathParameterWrite = &analyzer.Rule{
	Name:    "unbounded-path-parameter-write",
	Summary: "tool writes or deletes at any absolute path",
	Why: "A tool that writes where the model says, and asks for an absolute path, can change shell start-up files, keys and the configuration of the agent " +
		"itself, unless the server's code keeps it inside a folder. The schema does not show that it does.",
	Remedy:     "Ask for a path relative to one folder, publish a `pattern` without `..`, and check the real path after resolving links.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{22, 73},
	OWASP:      []string{"MCP05", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1105", "T1606"},
	References: []string{"CVE-2025-53109", "CVE-2025-53110"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "write_report", "description": "Write a report.", "inputSchema": {"type": "object", "properties": {"path": {"type": "string", "description": "Absolute path of the file"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "write_report", "description": "Write a report.", "inputSchema": {"type": "object", "properties": {"path": {"type": "string", "description": "Name of the file", "pattern": "^[a-z0-9-]+\\.md$"}}}}]}
`},
}
