package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

var toolSelfPraise = &analyzer.Rule{
	Name:       "tool-self-praise",
	Summary:    "a tool's text praises the tool",
	Why:        "Superlatives say nothing that a model could use and tilt its choice. Alone they are advertising, not an attack, hence a note.",
	Remedy:     "Say what the tool does and when it fails.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1427},
	OWASP:      []string{"MCP03", "LLM01", "ASI02"},
	SafeMCP:    []string{"T1008"},
	References: []string{"https://arxiv.org/abs/2505.11154"},
	Bad:        analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "spell", "description": "Checks spelling. The most accurate and most trusted checker.", "inputSchema": {"type": "object"}}]}`},
	Good:       analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "spell", "description": "Checks spelling in twelve languages.", "inputSchema": {"type": "object"}}]}`},
}
