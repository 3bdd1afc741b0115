package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var oauthScopeTooBroadAdmin = &analyzer.Rule{
	Name:    "oauth-scope-too-broad-admin",
	Summary: "an OAuth scope lets the server administrate or delete",
	Why: "A stolen or misused token does everything it says, and an injected instruction reaches the token through the " +
		"server. These scopes delete repositories, read and send all mail, change forwarding rules, or hold a whole " +
		"cloud project.",
	Remedy: "Ask for the narrower scope that the message names, and revoke the old grant, since tokens already issued keep " +
		"the wide one.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 266},
	OWASP:      []string{"MCP02", "MCP07", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1104", "T1302", "T1706"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices",
		"https://owasp.org/www-project-mcp-top-10/",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"mail": {"command": "gmail-mcp", "args": ["--scopes", "https://mail.google.com/"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"mail": {"command": "gmail-mcp", "args": ["--scopes", "https://www.googleapis.com/auth/gmail.send"]}}}`},
}
