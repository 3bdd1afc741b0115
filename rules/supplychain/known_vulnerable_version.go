package supplychain

import "github.com/mcplumb/mcplumb/analyzer"

var knownVulnerableVersion = &analyzer.Rule{
	Name:       "known-vulnerable-version",
	Summary:    "a server is pinned to a version with a published flaw",
	Why:        "The exact version in this configuration is in the range of a published advisory. Pinning keeps it there until somebody raises it, while the way to use the flaw is public.",
	Remedy:     "Move to the version that the message names, or a later release, and read the advisory for what else it asks. Some packages went from dates to plain numbers: there the release with the lower number is the newer one. `mcplumb version` prints the date of the advisories.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1395},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1002", "T1604"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.11.25", "./notes"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2.4.0", "./notes"]}}}`},
}
