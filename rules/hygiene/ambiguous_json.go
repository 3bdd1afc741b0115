package hygiene

import "github.com/mcplumb/mcplumb/analyzer"

var ambiguousJSON = &analyzer.Rule{
	Name:    "ambiguous-json",
	Summary: "a key is repeated, or spelt in another case than its reader wants",
	Why: `Nothing says which of two equal keys counts: JavaScript, Python and Go take the last, other readers the first, ` +
		`strict ones refuse the file. Readers written in Go also take a key in another case for the one they look for, ` +
		`others ignore it. So people, tools and clients can read one file in different ways.`,
	Remedy:     `Keep one spelling and one occurrence of each key. The value that stays should be the one that was meant; it is not always the last.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{436, 694, 178},
	OWASP:      []string{"MCP03"},
	SafeMCP:    []string{"T1406"},
	References: []string{"https://www.rfc-editor.org/rfc/rfc8259#section-4", "CVE-2026-27896"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "env": {"LANG": "en", "LANG": "de"}}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "env": {"LANG": "en", "lang": "de"}}}}`},
}
