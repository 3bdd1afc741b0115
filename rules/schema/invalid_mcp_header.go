package schema

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var invalidMCPHeader = &analyzer.Rule{
	Name:    "invalid-mcp-header",
	Summary: "x-mcp-header annotation that clients must refuse",
	Why: "The annotation names an HTTP header, so its value must be a header token, unique in the tool, on a property that is a string, an integer or a boolean and " +
		"that is reached through `properties` alone. Clients that follow the specification drop the whole tool otherwise, and a line break in the name is header injection.",
	Remedy:     "Use letters, digits and dashes, another name for each property, and annotate only plain properties.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{113, 20},
	OWASP:      []string{"MCP07", "ASI02"},
	SafeMCP:    []string{"T1104"},
	References: []string{"https://modelcontextprotocol.io/specification/2026-07-28/server/tools"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_orders", "description": "List orders.", "inputSchema": {"type": "object", "properties": {"region": {"type": "string", "x-mcp-header": "Shop Region"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_orders", "description": "List orders.", "inputSchema": {"type": "object", "properties": {"region": {"type": "string", "x-mcp-header": "Shop-Region"}}}}]}
`},
}

var invalidMCPHeaderCheck = analyzer.Check{
	Rules: []*analyzer.Rule{invalidMCPHeader},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			if statesBefore(t.Listing, headerRevision) || !t.Input.Is(tree.Map) {
				continue
			}
			plain := plainProperties(t.Input)
			taken := map[string]bool{}
			subschemas(t.Input, func(n *tree.Node, depth int) {
				h := n.Find("x-mcp-header")
				if h == nil {
					return
				}
				if why := refuse(t, n, h, plain[n], taken); why != "" {
					pass.Report(analyzer.Diagnostic{
						Rule: invalidMCPHeader, Span: h.Span, Confidence: sure(pass.File, analyzer.Certain),
						Message: called(t) + " has an x-mcp-header that " + why + ", so that clients must drop the tool",
					})
				}
			})
		}
	},
}

// plainProperties collects the schemas that are reached through properties alone.
func plainProperties(root *tree.Node) map[*tree.Node]bool {
	found := map[*tree.Node]bool{}
	var walk func(n *tree.Node, depth int)
	walk = func(n *tree.Node, depth int) {
		for _, c := range n.Get("properties").Items() {
			if c = c.Resolve(); c != nil && depth < 64 {
				found[c] = true
				walk(c, depth+1)
			}
		}
	}
	walk(root, 0)
	return found
}

// refuse says why a client refuses the annotation, "" when it does not.
func refuse(t *mcp.Tool, n, h *tree.Node, plain bool, taken map[string]bool) string {
	name := textOf(h)
	switch typ := textOf(n.Get("type")); {
	case !h.Is(tree.Text) || name == "":
		return "is empty"
	case !isToken(name):
		return "is no header name"
	case !plain:
		return "stands below a list or a composition"
	case typ == "number" || typ == "object" || typ == "array":
		return "stands on a value of type " + typ
	case taken[strings.ToLower(name)]:
		return "another property has already"
	}
	taken[strings.ToLower(name)] = true
	return ""
}

// isToken reports whether the name is a token of RFC 9110.
func isToken(name string) bool {
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("!#$%&'*+-.^_`|~", c) >= 0 {
			continue
		}
		return false
	}
	return true
}
