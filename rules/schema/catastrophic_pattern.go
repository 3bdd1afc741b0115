package schema

import (
	"errors"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/pattern"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var catastrophicPattern = &analyzer.Rule{
	Name:    "catastrophic-pattern",
	Summary: "pattern hangs a backtracking engine, or is no valid pattern",
	Why: "Clients and servers check arguments with backtracking regular expressions. A repetition inside a repetition over the same characters takes time that " +
		"doubles with each character of a value that does not match, so one argument stops the process. A pattern that ECMA-262 does not accept is no " +
		"check at all, or makes the client drop the tool.",
	Remedy:     "Rewrite the inner repetition so that its parts cannot match the same text: `^([a-z]+-)*[a-z]+$` instead of `^([a-z]+-?)*$`. Add a `maxLength`.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1333},
	OWASP:      []string{"MCP05", "LLM10"},
	SafeMCP:    []string{"T2102"},
	References: []string{"CVE-2026-0621", "ECMA-262, Regular Expression Objects"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_tag", "description": "Add a tag.", "inputSchema": {"type": "object", "properties": {"tag": {"type": "string", "pattern": "^([a-z]+-?)*$"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "add_tag", "description": "Add a tag.", "inputSchema": {"type": "object", "properties": {"tag": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"}}}}]}
`},
}

// maxPatterns bounds how many patterns of one tool are read.
const maxPatterns = 500

var catastrophicPatternCheck = analyzer.Check{
	Rules: []*analyzer.Rule{catastrophicPattern},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			count := 0
			for _, root := range roots(t) {
				subschemas(root, func(n *tree.Node, _ int) {
					if p := n.Get("pattern"); p.Is(tree.Text) {
						if count++; count <= maxPatterns {
							judgePattern(pass, t, t.Document.String(p))
						}
					}
					for _, m := range n.Get("patternProperties").Items() {
						if count++; count <= maxPatterns {
							judgePattern(pass, t, t.Document.KeyString(m))
						}
					}
				})
			}
		}
	},
}

func judgePattern(pass *analyzer.Pass, t *mcp.Tool, text source.String) {
	p, err := pattern.Parse(text.Value)
	var wrong *pattern.SyntaxError
	if errors.As(err, &wrong) {
		pass.Report(analyzer.Diagnostic{
			Rule: catastrophicPattern, Span: text.Span, Confidence: sure(pass.File, analyzer.Likely),
			Message: called(t) + " has a pattern that ECMA-262 does not accept: " + wrong.Message,
		})
		return
	}
	if err != nil {
		return
	}
	if part, ok := p.Backtracks(); ok {
		pass.Report(analyzer.Diagnostic{
			Rule: catastrophicPattern, Span: text.At(part.Start, part.End), Confidence: sure(pass.File, analyzer.Likely),
			Message: called(t) + " has a pattern that takes exponential time: " + text.Value[part.Start:part.End] + " can match one text in many ways",
		})
	}
}
