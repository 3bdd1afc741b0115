package launching

import "github.com/mcplumb/mcplumb/analyzer"

var untrustedExecutableLocationDownloads = &analyzer.Rule{
	Name:       "untrusted-executable-location-downloads",
	Summary:    "a server's program lies in a folder for downloads",
	Why:        "Browsers and chat programs write into that folder without asking much, and a second download of the same name or a helpful clean-up replaces what the client starts.",
	Remedy:     "Move the program into a folder that only holds what was installed on purpose.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{426},
	OWASP:      []string{"MCP04", "ASI04"},
	SafeMCP:    []string{"T1203"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "/home/ana/Downloads/notes-mcp"}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "/home/ana/.local/bin/notes-mcp"}}}`},
}
