package hygiene

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var clientRejectsSyntax = &analyzer.Rule{
	Name:    "client-rejects-syntax",
	Summary: "comments or trailing commas in a file whose client reads strict JSON",
	Why: `Some clients read their configuration with comments and trailing commas, others parse strict JSON and drop the whole ` +
		`file at the first comment: the servers, and the approvals and limits written there, are then not in force.`,
	Remedy:     `Remove the comments and the commas before closing brackets. A note can stand beside the file, or in a key that the client ignores.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{436},
	OWASP:      []string{"MCP09"},
	Bad:        analyzer.Example{File: ".cursor/mcp.json", Text: "{\n  // for the team\n  \"mcpServers\": { \"notes\": { \"command\": \"notes-mcp\" } }\n}\n"},
	Good:       analyzer.Example{File: ".vscode/mcp.json", Text: "{\n  // for the team\n  \"servers\": { \"notes\": { \"type\": \"stdio\", \"command\": \"notes-mcp\", } }\n}\n"},
}

var clientRejectsSyntaxCheck = analyzer.Check{
	Rules: []*analyzer.Rule{clientRejectsSyntax},
	Run: func(pass *analyzer.Pass) {
		client := knowledge.ClientByID(pass.File.Client)
		if client == nil {
			return
		}
		for _, d := range pass.File.Documents {
			if d.Syntax == tree.JSON && !d.Embedded && !isBroken(pass.File, d) {
				judgeSyntax(pass, client, d)
			}
		}
	},
}

func isBroken(f *mcp.File, d *tree.Document) bool {
	for _, p := range d.Problems {
		if breaks(f, d, p.Kind) {
			return true
		}
	}
	return false
}

// judgeSyntax reports the first place that the client stumbles over.
func judgeSyntax(pass *analyzer.Pass, client *knowledge.Client, d *tree.Document) {
	syntax := pass.File.Place.Syntax
	var first *tree.Problem
	var commas []analyzer.Edit
	comments := 0
	for i := range d.Problems {
		p := &d.Problems[i]
		switch {
		case p.Kind == tree.TrailingComma && (syntax == knowledge.Strict || syntax == knowledge.WithComments):
			commas = append(commas, analyzer.Edit{Span: p.Span})
		case p.Kind == tree.Comment && syntax == knowledge.Strict:
			comments++
		default:
			continue
		}
		if first == nil || p.Span.Start < first.Span.Start {
			first = p
		}
	}
	if first == nil {
		return
	}
	finding := analyzer.Diagnostic{
		Rule: clientRejectsSyntax, Span: first.Span,
		Message: fmt.Sprintf("%s reads this file as %s and refuses it because of the %s", client.Name, syntax, first.Message),
	}
	if comments == 0 {
		finding.Fix = &analyzer.Fix{Description: "remove the trailing commas", Safe: true, Edits: commas}
	}
	pass.Report(finding)
}
