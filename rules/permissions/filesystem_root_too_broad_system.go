package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var filesystemRootTooBroadSystem = &analyzer.Rule{
	Name:    "filesystem-root-too-broad-system",
	Summary: "a server may use a system directory or every home",
	Why: "System directories hold configuration, logs and sockets that a project does not need, and their contents tell " +
		"an attacker how the machine is built. The directory above the homes holds those of other people too.",
	Remedy:     "Give the server one project directory, or the one log or configuration folder it is about.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{732, 668},
	OWASP:      []string{"MCP02", "MCP10", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1502", "T1606", "T1105"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices",
		"https://github.com/modelcontextprotocol/servers/tree/main/src/filesystem",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/etc"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/etc/nginx/sites-available"]}}}`},
}
