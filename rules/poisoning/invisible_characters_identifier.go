package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

var invisibleCharactersIdentifier = &analyzer.Rule{
	Name:       "invisible-characters-identifier",
	Summary:    "a name holds a character that has no width",
	Why:        "Two names that differ in an invisible character look equal in every dialog, allowlist and log, yet are two names. Nothing that is called by name needs such a character, so one is enough here.",
	Remedy:     "Remove the character from the name. If somebody approved the tool under this name, revoke the approval.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1007},
	OWASP:      []string{"MCP03", "LLM01"},
	SafeMCP:    []string{"T1402", "T1004"},
	References: []string{"https://www.unicode.org/reports/tr36/"},
	Bad:        analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "pay\u200bout", "description": "Pays out a balance.", "inputSchema": {"type": "object"}}]}`},
	Good:       analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "payout", "description": "Pays out a balance.", "inputSchema": {"type": "object"}}]}`},
}
