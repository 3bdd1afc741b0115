package poisoning

import (
	"fmt"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var overlongDescription = &analyzer.Rule{
	Name:       "overlong-description",
	Summary:    "a text is so long that nobody reads it before approving",
	Why:        "Long text hides instructions and crowds the model's context. The median description of public tools has 53 characters and one in a hundred exceeds a thousand; the rule reports texts over 4,000.",
	Remedy:     "Move detail into a resource that the model can read when it needs it.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{1059},
	OWASP:      []string{"MCP10", "LLM10"},
	SafeMCP:    []string{"T1403"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-06-18/server/tools"},
	Bad:        analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "manual", "description": "Explains knots. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. Loop the end around the standing part and draw it tight. ", "inputSchema": {"type": "object"}}]}`},
	Good:       analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "manual", "description": "Explains knots.", "inputSchema": {"type": "object"}}]}`},
}

var overlongDescriptionCheck = analyzer.Check{Rules: []*analyzer.Rule{overlongDescription}, Run: func(pass *analyzer.Pass) {
	for _, l := range listings(pass.File) {
		for i := range l.Texts {
			t := &l.Texts[i]
			if t.Role != mcp.RoleDescription && t.Role != mcp.RoleInstructions || len(t.Value) <= maxDescription {
				continue
			}
			if n := utf8.RuneCountInString(t.Value); n > maxDescription {
				pass.Report(analyzer.Diagnostic{Rule: overlongDescription, Span: t.Span,
					Message: fmt.Sprintf("the %s of %s has %d characters, more than %d", t.Role, owner(t), n, maxDescription)})
			}
		}
	}
}}

// maxDescription is the longest description that passes without remark, in
// characters.
const maxDescription = 4000
