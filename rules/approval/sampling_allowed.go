package approval

import "github.com/mcplumb/mcplumb/analyzer"

var samplingAllowed = &analyzer.Rule{
	Name:    "sampling-allowed",
	Summary: "a server may use the model without asking",
	Why: "Through sampling a server writes prompts that the client's model answers. Without a question it can spend the " +
		"quota, and read and plant text in the conversation. The newest protocol revision deprecates it.",
	Remedy:     "Let the client ask each time, or allow servers of your own only.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{862},
	OWASP:      []string{"MCP06", "LLM10", "ASI01"},
	SafeMCP:    []string{"T1112"},
	References: []string{"https://modelcontextprotocol.io/specification/2026-07-28/client/sampling"},
	Bad:        analyzer.Example{File: ".vscode/settings.json", Text: `{"chat.mcp.serverSampling": {"helper": {"allowedDuringChat": true}}}`},
	Good:       analyzer.Example{File: ".vscode/settings.json", Text: `{"chat.mcp.serverSampling": {"helper": {"allowedDuringChat": false}}}`},
}
