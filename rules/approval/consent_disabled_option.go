package approval

import "github.com/mcplumb/mcplumb/analyzer"

var consentDisabledOption = &analyzer.Rule{
	Name:    "consent-disabled-option",
	Summary: "a server is told not to ask before it acts",
	Why: "Some servers ask for themselves before they hand out a secret or change something, whatever the client does. " +
		"The option switches that second question off.",
	Remedy:     "Leave the option out, and use it only in automation that reads nothing from outside.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{862},
	OWASP:      []string{"MCP02", "MCP06", "ASI09"},
	SafeMCP:    []string{"T1403"},
	References: []string{"https://learn.microsoft.com/azure/developer/azure-mcp-server/tools"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"azure": {"command": "npx", "args": ["-y", "@azure/mcp@1.0.0", "server", "start", "--dangerously-disable-elicitation"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"azure": {"command": "npx", "args": ["-y", "@azure/mcp@1.0.0", "server", "start"]}}}`},
}
