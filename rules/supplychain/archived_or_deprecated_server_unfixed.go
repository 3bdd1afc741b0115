package supplychain

import "github.com/mcplumb/mcplumb/analyzer"

var archivedOrDeprecatedServerUnfixed = &analyzer.Rule{
	Name:       "archived-or-deprecated-server-unfixed",
	Summary:    "a server's project is archived with a published flaw in it",
	Why:        "The flaw is public, every version of the package has it, and nobody will mend it any more.",
	Remedy:     "Move to a maintained server for the service, and remove this one.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1104, 1395},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1002"},
	References: []string{"CVE-2025-34072", "CVE-2026-25905"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"slack": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-slack@2025.4.25"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"slack": {"command": "npx", "args": ["-y", "slack-mcp-server@1.1.23"]}}}`},
}
