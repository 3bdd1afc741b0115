package schema

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

var templateOrDeserialiseParameter = &analyzer.Rule{
	Name:    "template-or-deserialise-parameter",
	Summary: "tool renders a template or loads a serialised object from the model",
	Why: "Full template engines evaluate expressions, and some deserialisers build any object that the data names. Where the server uses one of them, the argument " +
		"is code. Whether it does is not in the manifest, so this is a lead for a reviewer.",
	Remedy:     "Use an engine without logic, a safe loader (`yaml.safe_load`, JSON), and an XML parser without external entities.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Unsure,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{1336, 502},
	OWASP:      []string{"MCP05", "ASI05"},
	SafeMCP:    []string{"T1101"},
	Bad: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "render_mail", "description": "Render a mail.", "inputSchema": {"type": "object", "properties": {"jinja_template": {"type": "string"}}}}]}
`},
	Good: analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "render_mail", "description": "Render a mail.", "inputSchema": {"type": "object", "properties": {"template_id": {"type": "string"}}}}]}
`},
}

var templateOrDeserialiseParameterCheck = analyzer.Check{
	Rules: []*analyzer.Rule{templateOrDeserialiseParameter},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			for _, p := range t.Parameters().Free {
				if what := loads(t, p); what != "" {
					pass.Report(analyzer.Diagnostic{
						Rule: templateOrDeserialiseParameter, Span: at(p), Confidence: analyzer.Unsure,
						Message: called(t) + " " + what + " in " + label(p),
					})
				}
			}
		}
	},
}

func loads(t *mcp.Tool, p *mcp.Parameter) string {
	n := p.Words()
	if !argument(p) || len(n) > 3 {
		return ""
	}
	last := words.Last(n)
	text := p.Explanation()
	switch {
	case words.Has(n, "jinja", "jinja2", "handlebars", "mustache", "ejs", "nunjucks", "liquid", "freemarker", "velocity"):
		return "renders the template"
	case words.Has(n, "pickle", "marshal", "serialized", "serialised"):
		return "loads the object"
	case last == "template" && saysOneOf(t, "render", "renders", "template", "templating") != "" && !strings.Contains(text, "name") && !strings.Contains(text, " id") && !strings.Contains(text, "prompt"):
		return "renders the template"
	case slices.Contains([]string{"xslt", "xsl"}, last):
		return "runs the style sheet"
	case slices.Contains([]string{"yaml", "xml"}, last) && saysOneOf(t, "load", "parse", "import", "apply", "deserialize", "parses", "imports") != "":
		return "loads the " + last
	}
	return ""
}
