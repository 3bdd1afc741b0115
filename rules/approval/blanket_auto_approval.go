package approval

import "github.com/mcplumb/mcplumb/analyzer"

var blanketAutoApproval = &analyzer.Rule{
	Name:    "blanket-auto-approval",
	Summary: "every tool runs without asking",
	Why: "The question before a call is the one control that works against text that talks the model into a call. " +
		"Without it a web page, an issue or a row in a table can use every tool the server has, and those it gets with " +
		"its next update.",
	Remedy: "Approve single tools that only read, by name. For unattended work use a container without credentials, and " +
		"leave the approval out of files that others load.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{862, 1188},
	OWASP:      []string{"MCP02", "MCP06", "MCP07", "LLM06", "ASI02", "ASI09"},
	SafeMCP:    []string{"T1403", "T1309"},
	References: []string{"CVE-2025-53773", "https://modelcontextprotocol.io/specification/2026-07-28/server/tools"},
	Bad:        analyzer.Example{File: "cline_mcp_settings.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "autoApprove": ["*"]}}}`},
	Good:       analyzer.Example{File: "cline_mcp_settings.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "autoApprove": ["list_notes"]}}}`},
}
