package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var wildcardScopeRead = &analyzer.Rule{
	Name:    "wildcard-scope-read",
	Summary: "an OAuth scope is a wildcard over reading or over what was granted",
	Why: "`.default` stands for every permission an application was ever given, so the config does not show what the " +
		"server may do; a wildcard over reading gives away all data but changes none.",
	Remedy:     "Name the permissions, or check in the provider's console which ones the application has.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{266},
	OWASP:      []string{"MCP02", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1104"},
	References: []string{"https://learn.microsoft.com/entra/identity-platform/scopes-oidc"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"graph": {"command": "graph-mcp", "env": {"GRAPH_SCOPES": "https://graph.microsoft.com/.default"}}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"graph": {"command": "graph-mcp", "env": {"GRAPH_SCOPES": "https://graph.microsoft.com/User.Read"}}}}`},
}
