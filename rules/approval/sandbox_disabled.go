package approval

import "github.com/mcplumb/mcplumb/analyzer"

var sandboxDisabled = &analyzer.Rule{
	Name:    "sandbox-disabled",
	Summary: "commands run outside of the sandbox",
	Why: "Without its sandbox a command, or a page in a browser, has all rights of the user: keys, other projects, the " +
		"network. What an injected instruction starts is then bounded by nothing.",
	Remedy:     "Keep the sandbox on, and widen it by the directory or host that is needed. Or run the agent in a container.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{693, 250},
	OWASP:      []string{"MCP05", "MCP02", "ASI05"},
	SafeMCP:    []string{"T1303", "T1104"},
	References: []string{
		"https://developers.openai.com/codex/security",
		"https://code.claude.com/docs/en/sandboxing",
	},
	Bad: analyzer.Example{File: "config.toml", Text: `sandbox_mode = "danger-full-access"

[mcp_servers.docs]
command = "docs-mcp"
`},
	Good: analyzer.Example{File: "config.toml", Text: `sandbox_mode = "workspace-write"

[mcp_servers.docs]
command = "docs-mcp"
`},
}
