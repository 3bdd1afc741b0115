package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var allToolsetsEnabled = &analyzer.Rule{
	Name:    "all-toolsets-enabled",
	Summary: "a server offers every tool it has",
	Why: "Each tool that nobody uses is still one that an injected instruction can call, and a long list makes the model " +
		"choose worse.",
	Remedy:     "Name the toolsets or tools that you use.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1104"},
	References: []string{"https://github.com/github/github-mcp-server#tool-configuration"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"github": {"type": "http", "url": "https://api.githubcopilot.com/mcp/", "headers": {"X-MCP-Toolsets": "all"}}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"github": {"type": "http", "url": "https://api.githubcopilot.com/mcp/", "headers": {"X-MCP-Toolsets": "repos,issues"}}}}`},
}
