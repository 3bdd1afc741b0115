package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var oauthScopeTooBroadTenant = &analyzer.Rule{
	Name:    "oauth-scope-too-broad-tenant",
	Summary: "an OAuth scope makes the server an administrator of everything",
	Why: "Some scopes are not permissions to work but permissions to hand out permissions: whoever holds the token can " +
		"make themselves owner of the whole tenant, directory or instance. An agent that reads untrusted text must " +
		"never be one prompt away from that.",
	Remedy: "Ask for the narrower scope that the message names. If a server truly administrates, run it apart, with " +
		"approval for each call and without any other server beside it.",
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 266},
	OWASP:      []string{"MCP02", "MCP07", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1104", "T1302", "T1706"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices",
		"https://learn.microsoft.com/graph/permissions-reference",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"graph": {"command": "graph-mcp", "env": {"OAUTH_SCOPES": "User.Read Directory.ReadWrite.All"}}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"graph": {"command": "graph-mcp", "env": {"OAUTH_SCOPES": "User.Read Directory.Read.All"}}}}`},
}
