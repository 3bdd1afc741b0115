package hygiene

import (
	"strconv"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

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
	Bad:        analyzer.Example{File: "tools.json", Text: toolList(manyTools + 1)},
	Good:       analyzer.Example{File: "tools.json", Text: toolList(manyTools)},
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

// toolList writes a listing of so many tools.
func toolList(n int) string {
	var list strings.Builder
	list.Grow(100 * n)
	list.WriteString(`{"tools": [`)
	for i := range n {
		if i > 0 {
			list.WriteString(", ")
		}
		list.WriteString(`{"name": "read_note_` + strconv.Itoa(i+1) + `", "description": "Reads one note.", "inputSchema": {"type": "object"}}`)
	}
	list.WriteString("]}\n")
	return list.String()
}
