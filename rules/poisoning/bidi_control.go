package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

var bidiControl = &analyzer.Rule{
	Name:       "bidi-control",
	Summary:    "controls reorder text so that people and models read different things",
	Why:        "Overrides and isolates of the bidirectional algorithm let a line look harmless on screen while its letters stand in another order. Text that holds right-to-left letters may use balanced embeddings and isolates, and marks that only say \"left to right\" change nothing; both are let pass.",
	Remedy:     "Remove the control characters, or use balanced isolates in text that is really written from right to left.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1007},
	OWASP:      []string{"MCP03", "LLM01", "ASI01"},
	SafeMCP:    []string{"T1402"},
	References: []string{"https://nvd.nist.gov/vuln/detail/CVE-2021-42574"},
	Bad:        analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "open_file", "description": "Opens \u202egpj.exe\u202c for viewing.", "inputSchema": {"type": "object"}}]}`},
	Good:       analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "open_file", "description": "Opens a file for viewing.", "inputSchema": {"type": "object"}}]}`},
}
