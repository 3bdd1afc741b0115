package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var allToolsetsEnabledApproved = &analyzer.Rule{
	Name:    "all-toolsets-enabled-approved",
	Summary: "a server offers every tool it has and all run without asking",
	Why: "Every tool of the server is on, and none of them asks. Whatever text the model reads can then delete, publish " +
		"or deploy through the one tool nobody thought of.",
	Remedy:     "Name the toolsets that you use, and approve single reading tools instead of all.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1104"},
	References: []string{"https://github.com/github/github-mcp-server#tool-configuration"},
	Bad:        analyzer.Example{File: ".kiro/settings/mcp.json", Text: `{"mcpServers": {"pay": {"command": "npx", "args": ["-y", "@stripe/mcp@0.2.4", "--tools=all"], "autoApprove": ["*"]}}}`},
	Good:       analyzer.Example{File: ".kiro/settings/mcp.json", Text: `{"mcpServers": {"pay": {"command": "npx", "args": ["-y", "@stripe/mcp@0.2.4", "--tools=invoices.read"], "autoApprove": ["*"]}}}`},
}
