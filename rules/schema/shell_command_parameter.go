package schema

import "github.com/mcplumb/mcplumb/analyzer"

var shellCommandParameter = &analyzer.Rule{
	Name:    "shell-command-parameter",
	Summary: "tool runs whatever command line the model passes",
	Why: "Text that the model has read can decide what it passes. A tool that hands a free string to a shell turns any page, issue or mail with an order in " +
		"it into commands with the user's rights. Such a tool is safe only in a sandbox and with an approval of every call.",
	Remedy:     "Offer the few commands that are needed as tools of their own, or as an `enum`. Else run the server in a container without credentials and approve every call.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{78, 77},
	OWASP:      []string{"MCP05", "MCP02", "LLM06", "ASI05", "ASI02"},
	SafeMCP:    []string{"T1101", "T1104", "T1302"},
	References: []string{"CVE-2025-66404"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "run_command", "description": "Run a command in the terminal.", "inputSchema": {"type": "object", "properties": {"command": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "run_command", "description": "Run one of the project's tasks.", "inputSchema": {"type": "object", "properties": {"command": {"type": "string", "enum": ["build", "test"]}}}}]}
`},
}
