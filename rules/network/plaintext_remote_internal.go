package network

import "github.com/mcplumb/mcplumb/analyzer"

var plaintextRemoteInternal = &analyzer.Rule{
	Name:    "plaintext-remote-internal",
	Summary: "a server inside a network reached without TLS",
	Why: "Inside an office, home or cluster network plain `http` is read by every machine of that network, and by whoever gets a foothold there. " +
		"That is less than the whole Internet, and more than a bearer token should be shown to. A name without a dot is usually a neighbour in a " +
		"container network and is reported with low confidence.",
	Remedy:     "Give the server a certificate, if need be of a private authority that clients trust, or put a TLS proxy in front of it.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{319},
	OWASP:      []string{"MCP07", "LLM02", "ASI07"},
	SafeMCP:    []string{"T1202", "T1507"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization",
	},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"wiki": {"type": "http", "url": "http://10.4.0.12:8080/mcp"}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"wiki": {"type": "http", "url": "https://wiki.corp/mcp"}}}
`},
}
