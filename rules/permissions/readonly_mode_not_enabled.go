package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var readonlyModeNotEnabled = &analyzer.Rule{
	Name:    "readonly-mode-not-enabled",
	Summary: "a server has a read-only mode that is not switched on",
	Why: "Most work with a database, a cluster or a tracker is reading. The server can be told so, and then no injected " +
		"instruction can make it write. It is the cheapest piece of least privilege there is.",
	Remedy:     "Add the switch that the message names, or name the tools that you use.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1104"},
	References: []string{
		"https://supabase.com/docs/guides/getting-started/mcp",
		"https://github.com/github/github-mcp-server#read-only-mode",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db": {"command": "npx", "args": ["-y", "@supabase/mcp-server-supabase@0.5.0", "--project-ref=abc"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"db": {"command": "npx", "args": ["-y", "@supabase/mcp-server-supabase@0.5.0", "--read-only", "--project-ref=abc"]}}}`},
}
