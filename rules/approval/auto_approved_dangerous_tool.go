package approval

import "github.com/mcplumb/mcplumb/analyzer"

var autoApprovedDangerousTool = &analyzer.Rule{
	Name:    "auto-approved-dangerous-tool",
	Summary: "a tool that executes, deletes, sends or reveals runs without asking",
	Why: "An approval in advance answers every future call, whoever causes it. For a tool that runs code, deletes, sends " +
		"data out or returns a credential that is the whole attack: the model only has to be talked into one call.",
	Remedy:     "Take the tool off the list and let it ask. Keep tools there that only read.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{862},
	OWASP:      []string{"MCP02", "MCP06", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1309", "T2101", "T1504"},
	References: []string{"https://modelcontextprotocol.io/specification/2026-07-28/server/tools"},
	Bad:        analyzer.Example{File: ".kiro/settings/mcp.json", Text: `{"mcpServers": {"db": {"command": "uvx", "args": ["postgres-mcp==0.3.0"], "autoApprove": ["execute_sql"]}}}`},
	Good:       analyzer.Example{File: ".kiro/settings/mcp.json", Text: `{"mcpServers": {"db": {"command": "uvx", "args": ["postgres-mcp==0.3.0"], "autoApprove": ["list_schemas"]}}}`},
}
