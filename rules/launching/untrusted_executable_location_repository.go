package launching

import "github.com/mcplumb/mcplumb/analyzer"

var untrustedExecutableLocationRepository = &analyzer.Rule{
	Name:       "untrusted-executable-location-repository",
	Summary:    "a repository's configuration starts a binary of that repository",
	Why:        "Opening the repository with this client runs a program that came with it. A reviewer sees a name in the configuration and rarely what a pull request changed in the file behind it.",
	Remedy:     "Review changes of that file like changes of the configuration, or start the server from a package with a fixed version.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{426},
	OWASP:      []string{"MCP04", "ASI04"},
	SafeMCP:    []string{"T1203"},
	References: []string{"CVE-2025-54136"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "./bin/notes-mcp"}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "node", "args": ["dist/index.js"]}}}`},
}
