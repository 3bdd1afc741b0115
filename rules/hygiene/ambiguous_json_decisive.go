package hygiene

import "github.com/mcplumb/mcplumb/analyzer"

var ambiguousJSONDecisive = &analyzer.Rule{
	Name:    "ambiguous-json-decisive",
	Summary: "a repeated key decides what runs or what the model reads",
	Why: `Two different values stand under one key of a server, or of a tool. Which of them a client takes depends on its ` +
		`parser, so a reviewer or a scanner can be shown one command, address or description while another is used.`,
	Remedy:     `Remove one of the two. If the file came from somebody else, treat the hidden value as what they meant to run.`,
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{436, 694},
	OWASP:      []string{"MCP03"},
	SafeMCP:    []string{"T1406"},
	References: []string{"https://www.rfc-editor.org/rfc/rfc8259#section-4", "CVE-2026-27896"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "command": "/tmp/.cache/notes"}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp"}, "other": {"command": "/opt/notes"}}}`},
}
