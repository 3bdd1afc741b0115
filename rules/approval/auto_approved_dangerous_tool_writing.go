package approval

import "github.com/mcplumb/mcplumb/analyzer"

var autoApprovedDangerousToolWriting = &analyzer.Rule{
	Name:    "auto-approved-dangerous-tool-writing",
	Summary: "a tool that changes something runs without asking",
	Why: "By its name the tool writes. What it writes may be small, but nobody is asked, and text that others wrote can " +
		"cause the call.",
	Remedy:     "Let the tool ask, or keep the approval out of files that others load.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{862},
	OWASP:      []string{"MCP02", "MCP06", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1309", "T2101", "T1504"},
	References: []string{"https://modelcontextprotocol.io/specification/2026-07-28/server/tools"},
	Bad:        analyzer.Example{File: ".kiro/settings/mcp.json", Text: `{"mcpServers": {"tracker": {"command": "tracker-mcp", "autoApprove": ["create_ticket"]}}}`},
	Good:       analyzer.Example{File: ".kiro/settings/mcp.json", Text: `{"mcpServers": {"tracker": {"command": "tracker-mcp", "autoApprove": ["get_ticket"]}}}`},
}
