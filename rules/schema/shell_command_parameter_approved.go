package schema

import "github.com/mcplumb/mcplumb/analyzer"

var shellCommandParameterApproved = &analyzer.Rule{
	Name:    "shell-command-parameter-approved",
	Summary: "tool runs any command line or code, and nobody is asked",
	Why: "The approval of each call is what stands between a text that the model has read and a shell with the user's rights. Here the configuration gives " +
		"it in advance, so that one injected sentence is enough.",
	Remedy:     "Take the tool out of the list of approved tools. Approve only tools whose arguments the schema ties down.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{78, 94, 862},
	OWASP:      []string{"MCP05", "MCP02", "LLM06", "ASI05", "ASI02"},
	SafeMCP:    []string{"T1101", "T1302", "T1403"},
	References: []string{"CVE-2025-66404"},
	Bad: analyzer.Example{File: "mcp.json", Text: `{"mcpServers": {"shop": {"command": "shop-mcp", "autoApprove": ["run_command"]}},
 "tools": [{"name": "run_command", "description": "Run a command in the terminal.", "inputSchema": {"type": "object", "properties": {"command": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "mcp.json", Text: `{"mcpServers": {"shop": {"command": "shop-mcp", "autoApprove": ["list_orders"]}},
 "tools": [{"name": "run_command", "description": "Run a command in the terminal.", "inputSchema": {"type": "object", "properties": {"command": {"type": "string"}}}}]}
`},
}
