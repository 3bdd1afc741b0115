package supplychain

import "github.com/mcplumb/mcplumb/analyzer"

var knownVulnerableVersionExecution = &analyzer.Rule{
	Name:       "known-vulnerable-version-execution",
	Summary:    "a server is pinned to a version that lets others take over",
	Why:        "The advisory for this exact version lets a caller, a web page or a hostile server run commands, leave the sandbox or act without a login. A model that reads untrusted text is such a caller.",
	Remedy:     "Move to the version that the message names, or a later release, before the server is started again.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1395, 78},
	OWASP:      []string{"MCP04", "MCP05", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1002", "T1604"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "mcp-remote@0.1.15", "https://notes.example/mcp"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "mcp-remote@0.1.30", "https://notes.example/mcp"]}}}`},
}
