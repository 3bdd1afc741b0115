package launching

import "github.com/mcplumb/mcplumb/analyzer"

var debuggerExposedLocal = &analyzer.Rule{
	Name:       "debugger-exposed-local",
	Summary:    "a server listens for a debugger on this machine",
	Why:        "Every program of the same machine, and every user logged in to it, can connect to the port and run code as the server. Debugging options tend to stay behind when the session is over.",
	Remedy:     "Remove the option when the debugging session is over, and keep it out of committed files.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{489},
	OWASP:      []string{"MCP05"},
	SafeMCP:    []string{"T1109"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "node", "args": ["--inspect", "dist/index.js"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "node", "args": ["dist/index.js"]}}}`},
}
