package approval

import "github.com/mcplumb/mcplumb/analyzer"

var agentCLISkipPermissions = &analyzer.Rule{
	Name:    "agent-cli-skip-permissions",
	Summary: "an agent is started inside that never asks",
	Why: "The server or hook is itself an agent, told to skip all questions. The outer agent's approvals end at its " +
		"door: whatever reaches the inner one runs commands and edits files unasked. Malware has used installed agents " +
		"in just this way.",
	Remedy:     "Leave the switch out. If the inner agent must work alone, run it in a container without network and mounts.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250, 862},
	OWASP:      []string{"MCP02", "MCP05", "ASI02", "ASI05"},
	SafeMCP:    []string{"T1111"},
	References: []string{
		"https://code.claude.com/docs/en/cli-reference",
		"https://nx.dev/blog/s1ngularity-postmortem",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"coder": {"command": "claude", "args": ["mcp", "serve", "--dangerously-skip-permissions"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"coder": {"command": "claude", "args": ["mcp", "serve"]}}}`},
}
