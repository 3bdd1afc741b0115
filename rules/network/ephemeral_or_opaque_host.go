package network

import "github.com/mcplumb/mcplumb/analyzer"

var ephemeralOrOpaqueHost = &analyzer.Rule{
	Name:    "ephemeral-or-opaque-host",
	Summary: "server on a tunnel, capture, shortener or paste host, or a bare address",
	Why: "A tunnel or shortened address belongs to whoever asked for it last, and a public address without a name to nobody that can be looked up. " +
		"The tools that such a server offers can be another person's tomorrow, with the same configuration and the same approvals.",
	Remedy:     "Use a stable host name of the server's owner. Keep a tunnel of your own in a file that is not shared, such as `mcp.local.json`.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{350, 829},
	OWASP:      []string{"MCP04", "MCP09", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1004", "T1903"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"tools": {"type": "http", "url": "https://a1b2-c3d4.ngrok-free.app/mcp"}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"tools": {"type": "http", "url": "https://tools.acme.io/mcp"}}}
`},
}
