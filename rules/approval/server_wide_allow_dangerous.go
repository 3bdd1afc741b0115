package approval

import "github.com/mcplumb/mcplumb/analyzer"

var serverWideAllowDangerous = &analyzer.Rule{
	Name:    "server-wide-allow-dangerous",
	Summary: "every tool of a server that executes, deploys or pays is approved",
	Why: "By its name this is a server whose tools run programs, change what others share, move money or hand out " +
		"credentials. All of them run without asking, and those it gets later too.",
	Remedy:     "Name the tools that only read, and let the others ask.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{863},
	OWASP:      []string{"MCP02", "ASI02"},
	SafeMCP:    []string{"T1201", "T1309"},
	References: []string{"https://code.claude.com/docs/en/iam"},
	Bad:        analyzer.Example{File: ".claude/settings.json", Text: `{"permissions": {"allow": ["mcp__stripe"]}}`},
	Good:       analyzer.Example{File: ".claude/settings.json", Text: `{"permissions": {"allow": ["mcp__stripe__list_invoices"]}}`},
}
