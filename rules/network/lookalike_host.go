package network

import "github.com/mcplumb/mcplumb/analyzer"

var lookalikeHost = &analyzer.Rule{
	Name:    "lookalike-host",
	Summary: "a server or sign-in on a host that imitates a known one",
	Why: "A host that reads like a known one, by a letter more or less, by letters of another alphabet, or by carrying the whole name in front of a " +
		"foreign domain, exists to be taken for it: it shows a sign-in page and keeps the token.",
	Remedy:     "Compare the host with the one in the vendor's documentation and correct it. Do not sign in before that.",
	Severity:   analyzer.High,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1007, 601},
	OWASP:      []string{"MCP04", "MCP07", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1009", "T1007", "T1004"},
	References: []string{"Unicode Technical Standard 39, confusable detection"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notion": {"type": "http", "url": "https://mcp.n0tion.com/mcp"}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notion": {"type": "http", "url": "https://mcp.notion.com/mcp"}}}
`},
}
