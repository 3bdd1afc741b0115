package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var readonlyModeNotEnabledProduction = &analyzer.Rule{
	Name:    "readonly-mode-not-enabled-production",
	Summary: "a server may write to production though it has a read-only mode",
	Why: "The entry says that it works on production, and the server could be told to only read. As it stands, text that " +
		"an outsider wrote into a row or a ticket is one tool call away from a change nobody asked for.",
	Remedy:     "Add the switch that the message names. Where writing is needed, point the agent at a copy.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1104"},
	References: []string{
		"https://supabase.com/docs/guides/getting-started/mcp",
		"https://github.com/github/github-mcp-server#read-only-mode",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"pg-prod": {"command": "uvx", "args": ["postgres-mcp==0.3.0", "--access-mode=unrestricted"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"pg-prod": {"command": "uvx", "args": ["postgres-mcp==0.3.0", "--access-mode=restricted"]}}}`},
}
