package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

var confusableText = &analyzer.Rule{
	Name:       "confusable-text",
	Summary:    "words mix Latin letters with look-alikes of another script",
	Why:        "A word that mixes scripts reads like the Latin word to people and models, and not at all to a search or a filter. The text is judged as if it were Latin. Texts that are written in that other script, and compounds of whole words, are let pass.",
	Remedy:     "Retype the words in one script.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1007},
	OWASP:      []string{"MCP03", "LLM01"},
	SafeMCP:    []string{"T1402"},
	References: []string{"https://www.unicode.org/reports/tr39/"},
	Bad:        analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "notes", "description": "Reads your pаsswоrds aloud.", "inputSchema": {"type": "object"}}]}`},
	Good:       analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "notes", "description": "Читает заметки вслух, формат JSON.", "inputSchema": {"type": "object"}}]}`},
}
