package hygiene

import "github.com/mcplumb/mcplumb/analyzer"

// The numbers are from listings of public servers: one in a hundred offers more
// than 110 tools; several clients stop at 40 for one server or at 100 in all.
const (
	manyTools    = 40
	manyToolsAll = 100
)

var tooManyTools = &analyzer.Rule{
	Name:       "too-many-tools",
	Summary:    "a server offers more tools than a model and a person can tell apart",
	Why:        `The more tools there are, the more often a model takes the wrong one, and the less anybody reads what they approve. Some clients leave out what is beyond their limit.`,
	Remedy:     `Offer the tools in sets that are switched on when they are needed, or filter them in the client's entry.`,
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{1059},
	OWASP:      []string{"MCP10", "ASI09"},
	SafeMCP:    []string{"T1403"},
	Bad:        analyzer.Example{File: "tools.json", Text: fortyTools + ",\n  {\"name\": \"read_note_41\", \"inputSchema\": {}}\n]}\n"},
	Good:       analyzer.Example{File: "tools.json", Text: fortyTools + "\n]}\n"},
}

var tooManyToolsCheck = analyzer.Check{
	Rules: []*analyzer.Rule{tooManyTools},
	Run: func(pass *analyzer.Pass) {
		total := 0
		for _, l := range pass.File.Manifests {
			total += len(l.Tools)
			if len(l.Tools) > manyTools {
				pass.Reportf(tooManyTools, l.Tools[manyTools].Name.Span, "%d tools come from one server; from this one on they are more than %d", len(l.Tools), manyTools)
			}
		}
		if n := len(pass.File.Manifests); n > 1 && total > manyToolsAll {
			last := pass.File.Manifests[n-1]
			if len(last.Tools) > 0 {
				pass.Reportf(tooManyTools, last.Tools[0].Name.Span, "%d tools come from all servers together, more than %d", total, manyToolsAll)
			}
		}
	},
}

// fortyTools is a listing of as many tools as are not too many, without its end.
const fortyTools = `{"tools": [
  {"name": "read_note_1", "inputSchema": {}}, {"name": "read_note_2", "inputSchema": {}}, {"name": "read_note_3", "inputSchema": {}}, {"name": "read_note_4", "inputSchema": {}},
  {"name": "read_note_5", "inputSchema": {}}, {"name": "read_note_6", "inputSchema": {}}, {"name": "read_note_7", "inputSchema": {}}, {"name": "read_note_8", "inputSchema": {}},
  {"name": "read_note_9", "inputSchema": {}}, {"name": "read_note_10", "inputSchema": {}}, {"name": "read_note_11", "inputSchema": {}}, {"name": "read_note_12", "inputSchema": {}},
  {"name": "read_note_13", "inputSchema": {}}, {"name": "read_note_14", "inputSchema": {}}, {"name": "read_note_15", "inputSchema": {}}, {"name": "read_note_16", "inputSchema": {}},
  {"name": "read_note_17", "inputSchema": {}}, {"name": "read_note_18", "inputSchema": {}}, {"name": "read_note_19", "inputSchema": {}}, {"name": "read_note_20", "inputSchema": {}},
  {"name": "read_note_21", "inputSchema": {}}, {"name": "read_note_22", "inputSchema": {}}, {"name": "read_note_23", "inputSchema": {}}, {"name": "read_note_24", "inputSchema": {}},
  {"name": "read_note_25", "inputSchema": {}}, {"name": "read_note_26", "inputSchema": {}}, {"name": "read_note_27", "inputSchema": {}}, {"name": "read_note_28", "inputSchema": {}},
  {"name": "read_note_29", "inputSchema": {}}, {"name": "read_note_30", "inputSchema": {}}, {"name": "read_note_31", "inputSchema": {}}, {"name": "read_note_32", "inputSchema": {}},
  {"name": "read_note_33", "inputSchema": {}}, {"name": "read_note_34", "inputSchema": {}}, {"name": "read_note_35", "inputSchema": {}}, {"name": "read_note_36", "inputSchema": {}},
  {"name": "read_note_37", "inputSchema": {}}, {"name": "read_note_38", "inputSchema": {}}, {"name": "read_note_39", "inputSchema": {}}, {"name": "read_note_40", "inputSchema": {}}`
