package network

import "github.com/mcplumb/mcplumb/analyzer"

var bindAllInterfacesUnauthenticated = &analyzer.Rule{
	Name:       "bind-all-interfaces-unauthenticated",
	Summary:    "a server without any login listens on every network interface",
	Why:        "This server asks nobody who they are. On every interface, anybody on the same network drives its tools, as the user: a browser with open sessions, a shell, a database.",
	Remedy:     "Listen on loopback: `--host 127.0.0.1`. Put something that checks who is calling in front of it before others may reach it.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1327, 306},
	OWASP:      []string{"MCP07", "MCP09", "ASI03"},
	SafeMCP:    []string{"T1005"},
	References: []string{"CVE-2026-49257", "CVE-2026-23744"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"browser": {"command": "npx", "args": ["@playwright/mcp@0.0.41", "--host", "0.0.0.0", "--port", "8931"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"browser": {"command": "npx", "args": ["@playwright/mcp@0.0.41", "--host", "127.0.0.1", "--port", "8931"]}}}`},
}
