package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

var invisibleCharacters = &analyzer.Rule{
	Name:       "invisible-characters",
	Summary:    "text is strewn with characters that have no width",
	Why:        "Zero-width spaces and their kin split words, so that a filter or a reviewer's search does not find them while a model still reads them. One or two slip in when text is copied from a web page and are let pass; joiners inside emoji and in scripts whose letters join are ordinary writing.",
	Remedy:     "Remove the characters and read the difference again. `cat -v` or an editor that shows them helps.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1007},
	OWASP:      []string{"MCP03", "LLM01"},
	SafeMCP:    []string{"T1402"},
	References: []string{"https://www.unicode.org/reports/tr36/"},
	Bad:        analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "tide", "description": "Shows ti\u200bde ta\u200bbles for a ha\u200brbour.", "inputSchema": {"type": "object"}}]}`},
	Good:       analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "tide", "description": "Shows tide tables for a har\u200bbour 👨\u200d👩\u200d👧.", "inputSchema": {"type": "object"}}]}`},
}
