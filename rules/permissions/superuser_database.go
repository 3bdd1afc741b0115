package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var superuserDatabase = &analyzer.Rule{
	Name:    "superuser-database",
	Summary: "a server opens a database as its superuser",
	Why: "A superuser reads every table, drops them, and on many systems runs programs on the host. With such an account " +
		"one injected query owns the cluster; row rules and grants bind nobody.",
	Remedy:     "Make a role for the agent that may read the tables it needs, and put that role into the address.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1803", "T1104"},
	References: []string{
		"https://supabase.com/docs/guides/getting-started/mcp",
		"https://www.generalanalysis.com/blog/supabase-mcp-blog",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db": {"command": "db-mcp", "args": ["postgresql://postgres:${PGPASSWORD}@db.internal.corp:5432/shop"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db": {"command": "db-mcp", "args": ["postgresql://agent_ro:${PGPASSWORD}@db.internal.corp:5432/shop"]}}}`},
}
