package approval

import "github.com/mcplumb/mcplumb/analyzer"

var serverWideAllow = &analyzer.Rule{
	Name:    "server-wide-allow",
	Summary: "every tool of one server is approved or offered",
	Why: "The rule covers tools that the server does not have yet. A server that changes after it was looked at gets the " +
		"approval of the old one.",
	Remedy:     "Name the tools. Documentation servers may stay as they are.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{863},
	OWASP:      []string{"MCP02", "ASI02"},
	SafeMCP:    []string{"T1201", "T1309"},
	References: []string{"https://code.claude.com/docs/en/iam"},
	Bad:        analyzer.Example{File: ".claude/settings.json", Text: `{"permissions": {"allow": ["mcp__tracker__*"]}}`},
	Good:       analyzer.Example{File: ".claude/settings.json", Text: `{"permissions": {"allow": ["mcp__tracker__get_ticket"]}}`},
}
