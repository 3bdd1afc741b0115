package hygiene

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var unparsableOrEncoding = &analyzer.Rule{
	Name:    "unparsable-or-encoding",
	Summary: "the file breaks its notation or is written in the wrong encoding",
	Why: `A client that cannot parse its configuration starts none of the servers in it, and some reset the file; which rules ` +
		`protect the user then nobody knows. What an analyzer cannot read it cannot vouch for either.` + "\n\n" +
		`Node and Python refuse a byte order mark, which Windows PowerShell writes unasked; UTF-16 they read as garbage.`,
	Remedy: `Repair the file at this place. An editor that knows the notation shows the same error; write the file as UTF-8 ` +
		`without a byte order mark.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{20},
	OWASP:      []string{"MCP09"},
	SafeMCP:    []string{"T1406"},
	References: []string{"https://www.rfc-editor.org/rfc/rfc8259"},
	Bad:        analyzer.Example{File: ".cursor/mcp.json", Text: "{\n  \"mcpServers\": {\n    \"notes\": { \"command\": \"notes-mcp\" }\n    \"clock\": { \"command\": \"clock-mcp\" }\n  }\n}\n"},
	Good:       analyzer.Example{File: ".cursor/mcp.json", Text: "{\n  \"mcpServers\": {\n    \"notes\": { \"command\": \"notes-mcp\" },\n    \"clock\": { \"command\": \"clock-mcp\" }\n  }\n}\n"},
}

// unparsableOrEncodingCheck reports of each document the first place at which a
// reader gives up, and the encoding of the file. Blocks in Markdown are examples for
// people, and often mean to be incomplete.
var unparsableOrEncodingCheck = analyzer.Check{
	Rules: []*analyzer.Rule{unparsableOrEncoding},
	Run: func(pass *analyzer.Pass) {
		for _, d := range pass.File.Documents {
			if d.Embedded {
				continue
			}
			reportEncoding(pass, d)
			reportBroken(pass, d)
		}
	},
}

func reportEncoding(pass *analyzer.Pass, d *tree.Document) {
	for _, p := range d.Problems {
		switch {
		case p.Kind == tree.UTF16Encoding:
			pass.Reportf(unparsableOrEncoding, p.Span, "%s, which clients read as garbage; save it as UTF-8", p.Message)
		case p.Kind == tree.ByteOrderMark && (d.Syntax == tree.JSON || d.Syntax == tree.NDJSON) && pass.File.Place.Syntax != knowledge.Relaxed:
			pass.Reportf(unparsableOrEncoding, p.Span, "%s, which JSON parsers refuse; save it as UTF-8 without one", p.Message)
		}
	}
}

func reportBroken(pass *analyzer.Pass, d *tree.Document) {
	var first *tree.Problem
	count := 0
	for i := range d.Problems {
		p := &d.Problems[i]
		if !breaks(pass.File, d, p.Kind) {
			continue
		}
		count++
		if first == nil || p.Span.Start < first.Span.Start {
			first = p
		}
	}
	if first == nil {
		return
	}
	message := fmt.Sprintf("%s: this is no valid %s, and its readers take nothing from it", first.Message, notation(d))
	switch first.Kind {
	case tree.EmptyFile:
		message = first.Message + ", which is no valid " + notation(d)
	case tree.LimitReached:
		message = first.Message + ", so the file was analyzed only in part"
	case tree.InvalidText:
		message = first.Message + ", so readers refuse the file or see another text"
	}
	if count > 1 {
		message += fmt.Sprintf(" (%d such places)", count)
	}
	pass.Report(analyzer.Diagnostic{Rule: unparsableOrEncoding, Span: first.Span, Message: message})
}

// breaks reports whether a problem makes readers of the notation give up.
func breaks(f *mcp.File, d *tree.Document, kind tree.ProblemKind) bool {
	switch kind {
	case tree.BrokenSyntax, tree.TrailingContent, tree.MergeConflict, tree.InvalidText, tree.LimitReached:
		return true
	case tree.EmptyFile:
		return d.Syntax == tree.JSON
	case tree.RepeatedKey:
		return d.Syntax == tree.TOML
	case tree.JSON5Syntax:
		return f.Place.Syntax != knowledge.JSON5 && !strings.HasSuffix(strings.ToLower(f.Source.Path), ".json5")
	}
	return false
}

func notation(d *tree.Document) string {
	switch d.Syntax {
	case tree.YAML:
		return "YAML"
	case tree.TOML:
		return "TOML"
	}
	return "JSON"
}
