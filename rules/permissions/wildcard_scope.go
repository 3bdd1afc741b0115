package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var wildcardScope = &analyzer.Rule{
	Name:    "wildcard-scope",
	Summary: "an OAuth scope is a wildcard",
	Why: "A wildcard grants what exists today and what the provider adds tomorrow. The security guide of the protocol " +
		"names it as a common mistake: a token that leaks is then worth as much as the account.",
	Remedy: "List the scopes that the server's tools need. Start with the reading ones and let the server ask for more when " +
		"a call needs it.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{266},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1104"},
	References: []string{"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"crm": {"command": "crm-mcp", "args": ["--scopes", "contacts:*"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"crm": {"command": "crm-mcp", "args": ["--scopes", "contacts:read"]}}}`},
}
