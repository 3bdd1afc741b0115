package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var filesystemRootTooBroad = &analyzer.Rule{
	Name:    "filesystem-root-too-broad",
	Summary: "a server may use the whole disk or a home directory",
	Why: "Keys, cookies, shell history and every repository lie under a home directory. A server that may read it all " +
		"hands it to whatever text the model last believed, and one that may write can plant a start-up script.",
	Remedy: "Give the server one project directory, such as `${workspaceFolder}` where the client expands it. Several " +
		"directories can be listed.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{732, 668},
	OWASP:      []string{"MCP02", "MCP10", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1502", "T1606", "T1105"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices",
		"https://github.com/modelcontextprotocol/servers/tree/main/src/filesystem",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "~/"]}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "~/src/shop"]}}}`},
}
