package schema

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var unboundedInput = &analyzer.Rule{
	Name:    "unbounded-input",
	Summary: "texts or lists of a tool have no upper limit",
	Why: "A remote server pays for what it is sent, in memory and, where it calls a model or an API, in money. Without limits in the schema a client cannot refuse " +
		"what the server could not take. Servers that run on the user's own machine are left out.",
	Remedy:     "Add `maxLength` to strings and `maxItems` to arrays, as generous as the purpose needs.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{770},
	OWASP:      []string{"MCP10", "LLM10"},
	SafeMCP:    []string{"T2102"},
	References: []string{"GHSA-fmmv-w9g8-j3gc"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_note", "description": "Add a note.", "inputSchema": {"type": "object", "properties": {"text": {"type": "string", "maxLength": 10000}}}}]}
`},
}

// unboundedInputCheck says it once a listing, since it is a habit and no slip. A server
// entry beside the listing that starts a local program silences it.
var unboundedInputCheck = analyzer.Check{
	Rules: []*analyzer.Rule{unboundedInput},
	Run: func(pass *analyzer.Pass) {
		for _, l := range pass.File.Manifests {
			if s := pass.File.Entry(l); s != nil && s.Transport == mcp.Stdio {
				continue
			}
			var open []*mcp.Parameter
			for _, t := range l.Tools {
				open = append(open, unlimited(t)...)
			}
			if len(open) == 0 {
				continue
			}
			more := ""
			if len(open) > 1 {
				more = fmt.Sprintf("; %d more parameters of the listing have none either", len(open)-1)
			}
			pass.Reportf(unboundedInput, at(open[0]), "%s sets no upper limit for %s%s", called(open[0].Tool), label(open[0]), more)
		}
	},
}

func unlimited(t *mcp.Tool) []*mcp.Parameter {
	var found []*mcp.Parameter
	for _, p := range t.Parameters().List {
		switch {
		case strings.HasSuffix(p.Path, "*"):
		case p.Type == "array":
			_, limited := p.Number("maxItems")
			if items := p.Schema.Resolve().Get("items"); !limited && !items.Get("enum").Is(tree.List) {
				found = append(found, p)
			}
		case p.Free() && !p.Bounded():
			found = append(found, p)
		}
	}
	return found
}
