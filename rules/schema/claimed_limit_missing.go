package schema

import (
	"regexp"
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var claimedLimitMissing = &analyzer.Rule{
	Name:    "claimed-limit-missing",
	Summary: "description claims a limit that the schema does not set",
	Why: "A limit that stands only in prose is a wish: the model may pass anything, clients check nothing, and a reviewer who reads the description believes that " +
		"the value is bounded. The server may enforce it; the schema is where it can be seen.",
	Remedy:     "Write the limit down as `maximum`, `maxLength`, `maxItems`, an `enum` or an anchored `pattern`.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{20, 1284},
	OWASP:      []string{"MCP05", "LLM10"},
	SafeMCP:    []string{"T2102"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_notes", "description": "List notes.", "inputSchema": {"type": "object", "properties": {"limit": {"type": "integer", "description": "How many notes (max 100)"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "list_notes", "description": "List notes.", "inputSchema": {"type": "object", "properties": {"limit": {"type": "integer", "maximum": 100, "description": "How many notes (max 100)"}}}}]}
`},
}

var claimedLimitMissingCheck = analyzer.Check{
	Rules: []*analyzer.Rule{claimedLimitMissing},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			for _, p := range t.Parameters().List {
				start, end, ok := claimsLimit(p)
				if !ok {
					continue
				}
				text := p.Description.Slice(start, end)
				pass.Report(analyzer.Diagnostic{
					Rule: claimedLimitMissing, Span: text.Span, Confidence: sure(pass.File, analyzer.Likely),
					Message: called(t) + " describes " + label(p) + " with “" + strings.TrimSpace(text.Value) + "”, which its schema does not enforce",
				})
			}
		}
	},
}

var (
	numberLimit = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:max(?:imum)?(?: of| is|:)?|up to|at most|no more than|not exceed(?:ing)?) \d[\d,]*\b|\(\d+ ?(?:-|–|to) ?\d+\)|\bbetween \d+ and \d+\b|\brange:? \d+ ?(?:-|to) ?\d+\b|\bmax(?:imum)?:? ?\d[\d,]*\b`)
	})
	hostLimit = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\bmust (?:be https|use https|start with https?://|begin with https?://|be on|be a [a-z.]+ url)|\bonly (?:https|allowed domains|allow-?listed)|\bhttps only\b|\brelative paths? only\b|\bmust be (?:a )?relative\b`)
	})
)

// claimsLimit finds the phrase of a description that claims a limit, when the schema
// has none of that kind.
func claimsLimit(p *mcp.Parameter) (start, end int, ok bool) {
	text := p.Description.Value
	if len(text) > 2000 || p.Description.Value == "" {
		return 0, 0, false
	}
	lower := strings.ToLower(text)
	switch p.Type {
	case "integer", "number":
		if anyNumber(p, "maximum", "exclusiveMaximum", "enum", "const") || !hasDigit(lower) {
			return 0, 0, false
		}
	case "array":
		if anyNumber(p, "maxItems") || !hasDigit(lower) {
			return 0, 0, false
		}
	case "string", "":
		if !p.Free() || !strings.Contains(lower, "must") && !strings.Contains(lower, "only") || p.FixesHost() || p.Contained() || p.Patterned() && p.Format == "" {
			return 0, 0, false
		}
		if p.Subject() == mcp.SubjectOther {
			return 0, 0, false
		}
		if at := hostLimit().FindStringIndex(text); at != nil {
			return at[0], at[1], true
		}
		return 0, 0, false
	default:
		return 0, 0, false
	}
	if at := numberLimit().FindStringIndex(text); at != nil {
		return at[0], at[1], true
	}
	return 0, 0, false
}

func anyNumber(p *mcp.Parameter, keywords ...string) bool {
	for _, k := range keywords {
		if p.States(k) {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
