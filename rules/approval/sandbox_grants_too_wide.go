package approval

import "github.com/mcplumb/mcplumb/analyzer"

var sandboxGrantsTooWide = &analyzer.Rule{
	Name:    "sandbox-grants-too-wide",
	Summary: "the sandbox lets the whole disk or every host through",
	Why: "A sandbox that may write everywhere or talk to every host holds nothing back, and it is worse than none: VS " +
		"Code does not ask about the tools of a server with `sandboxEnabled`, since the sandbox is to stand in for the " +
		"question.",
	Remedy: "List the directories to write and the hosts to reach. Where that is not possible, switch `sandboxEnabled` off " +
		"and keep the question.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{693, 862},
	OWASP:      []string{"MCP02", "MCP05", "LLM06", "ASI02"},
	SafeMCP:    []string{"T1303", "T1403"},
	References: []string{"https://code.visualstudio.com/docs/copilot/reference/mcp-configuration"},
	Bad:        analyzer.Example{File: ".vscode/mcp.json", Text: `{"servers": {"build": {"command": "build-mcp", "sandboxEnabled": true, "sandbox": {"network": {"allowedDomains": ["*"]}}}}}`},
	Good:       analyzer.Example{File: ".vscode/mcp.json", Text: `{"servers": {"build": {"command": "build-mcp", "sandboxEnabled": true, "sandbox": {"network": {"allowedDomains": ["registry.example.org"]}}}}}`},
}
