package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var superuserDatabaseLocal = &analyzer.Rule{
	Name:    "superuser-database-local",
	Summary: "a server opens a local database as its superuser",
	Why: "On a developer's machine the superuser is the usual account and little is at stake, but configs are copied, " +
		"and the copy keeps the account when the host changes.",
	Remedy:     "Make a role for the agent here too, so that the copy is right.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1803", "T1104"},
	References: []string{
		"https://supabase.com/docs/guides/getting-started/mcp",
		"https://www.generalanalysis.com/blog/supabase-mcp-blog",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db": {"command": "db-mcp", "args": ["postgresql://postgres@localhost/shop"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db": {"command": "db-mcp", "args": ["postgresql://agent_ro@localhost/shop"]}}}`},
}
