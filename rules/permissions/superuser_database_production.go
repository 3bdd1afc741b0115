package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var superuserDatabaseProduction = &analyzer.Rule{
	Name:    "superuser-database-production",
	Summary: "a server opens a production database as its superuser",
	Why: "The entry says production, and the account may do everything. One injected query, or one honest mistake of the " +
		"model, and the data is gone or elsewhere.",
	Remedy:     "Make a role for the agent that may only read the tables it needs, or point it at a replica.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1803", "T1104"},
	References: []string{
		"https://supabase.com/docs/guides/getting-started/mcp",
		"https://www.generalanalysis.com/blog/supabase-mcp-blog",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db-prod": {"command": "db-mcp", "args": ["mysql://root:${MYSQL_PWD}@10.0.0.5/shop"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db-prod": {"command": "db-mcp", "args": ["mysql://agent_ro:${MYSQL_PWD}@10.0.0.5/shop"]}}}`},
}
