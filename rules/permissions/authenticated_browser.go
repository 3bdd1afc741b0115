package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var authenticatedBrowser = &analyzer.Rule{
	Name:    "authenticated-browser",
	Summary: "a browser server works with the logins of a person",
	Why: "A browser that is logged in reads mail, banks and internal sites, and posts there. Every page it visits can " +
		"speak to the model. Playwright's own documentation says that its server is not a security boundary.",
	Remedy: "Use a profile of its own: `--isolated`, or a user data directory made for the agent in which only the needed " +
		"site is logged in.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 613},
	OWASP:      []string{"MCP02", "MCP10", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1304", "T1701"},
	References: []string{"https://github.com/microsoft/playwright-mcp"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"browser": {"command": "npx", "args": ["@playwright/mcp@0.0.40", "--extension"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"browser": {"command": "npx", "args": ["@playwright/mcp@0.0.40", "--isolated"]}}}`},
}
