package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var oauthScopeTooBroadMinor = &analyzer.Rule{
	Name:    "oauth-scope-too-broad-minor",
	Summary: "an OAuth scope could be narrower",
	Why: "The scope is common and often needed, but the provider counts it as restricted or has a reading form. It is " +
		"worth a second look when permissions are reviewed.",
	Remedy:     "Ask for the narrower scope that the message names where the tools in use allow it.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{250, 266},
	OWASP:      []string{"MCP02", "MCP07", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1104", "T1302", "T1706"},
	References: []string{"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"slack": {"command": "slack-mcp", "env": {"SLACK_SCOPES": "channels:history,files:write"}}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"slack": {"command": "slack-mcp", "env": {"SLACK_SCOPES": "channels:history"}}}}`},
}
