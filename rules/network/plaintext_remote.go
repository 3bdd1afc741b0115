package network

import "github.com/mcplumb/mcplumb/analyzer"

var plaintextRemote = &analyzer.Rule{
	Name:    "plaintext-remote",
	Summary: "a server on another machine reached without TLS",
	Why: "Over plain `http` or `ws` everybody between the client and the server reads the prompts, the results and the bearer token, and can change " +
		"all of them: a changed tool description is an order to the model. Addresses of this machine and Unix sockets are left out.",
	Remedy:     "Use `https` (or `wss`). Where the server has no certificate, reach it through an SSH tunnel that ends on `localhost`.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{319},
	OWASP:      []string{"MCP07", "LLM02", "ASI07"},
	SafeMCP:    []string{"T1202", "T1507"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization",
	},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "http://notes.acme.io/mcp"}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://notes.acme.io/mcp"}, "local": {"type": "http", "url": "http://127.0.0.1:8000/mcp"}}}
`},
}
