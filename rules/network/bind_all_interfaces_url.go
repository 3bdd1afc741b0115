package network

import "github.com/mcplumb/mcplumb/analyzer"

var bindAllInterfacesURL = &analyzer.Rule{
	Name:       "bind-all-interfaces-url",
	Summary:    "a client is told to reach its server at 0.0.0.0",
	Why:        "0.0.0.0 is an address to listen on, not one to connect to. Where it works at all it means this machine, and it suggests that the server was started for the whole network.",
	Remedy:     "Write `127.0.0.1` in the URL, and start the server so that it listens there only.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1327},
	OWASP:      []string{"MCP07"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "http://0.0.0.0:8000/mcp"}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "http://127.0.0.1:8000/mcp"}}}`},
}
