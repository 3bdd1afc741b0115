package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var oauthScopeTooBroad = &analyzer.Rule{
	Name:    "oauth-scope-too-broad",
	Summary: "an OAuth scope is wider than the work needs",
	Why: "A classic scope often covers everything a person can reach: `repo` on GitHub is write access to every private " +
		"repository of the account. The provider has a narrower choice that most servers can live with.",
	Remedy:     "Ask for the narrower scope that the message names.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 266},
	OWASP:      []string{"MCP02", "MCP07", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1104", "T1302", "T1706"},
	References: []string{"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"github": {"type": "http", "url": "https://mcp.example.org/github", "oauth": {"scopes": "repo read:org"}}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"github": {"type": "http", "url": "https://mcp.example.org/github", "oauth": {"scopes": "public_repo read:org"}}}}`},
}
