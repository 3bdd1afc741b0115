package approval

import "github.com/mcplumb/mcplumb/analyzer"

var blanketAutoApprovalShell = &analyzer.Rule{
	Name:    "blanket-auto-approval-shell",
	Summary: "every shell command runs without asking",
	Why: "The shell is the agent's widest tool. When it never asks, whatever text the model reads through a server can " +
		"become a command with the rights of the user.",
	Remedy: "Approve the commands you mean, such as the test run and the linter, and let the others ask. Or switch the " +
		"client's sandbox on.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{862, 1188},
	OWASP:      []string{"MCP02", "MCP06", "MCP07", "LLM06", "ASI02", "ASI09"},
	SafeMCP:    []string{"T1403", "T1309"},
	References: []string{"CVE-2025-53773", "https://modelcontextprotocol.io/specification/2026-07-28/server/tools"},
	Bad:        analyzer.Example{File: ".claude/settings.json", Text: `{"permissions": {"allow": ["Bash(*)"]}}`},
	Good:       analyzer.Example{File: ".claude/settings.json", Text: `{"permissions": {"allow": ["Bash(go test:*)"]}}`},
}
