package hygiene

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var surroundingWhitespace = &analyzer.Rule{
	Name:    "surrounding-whitespace",
	Summary: "white space at the edge of a command, an argument, a URL or a value",
	Why: `Clients pass these strings on as they are. A blank at the end of a program's name, a path or a token is invisible to ` +
		`people and part of the value to programs: the server does not start, or a different file is used.`,
	Remedy:     `Remove the white space inside the quotes. Where an argument really needs it, quote it for the program that takes it.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{436},
	OWASP:      []string{"MCP09"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp ", "args": ["--dir", "/srv/notes"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "args": ["--separator", " "]}}}`},
}

var surroundingWhitespaceCheck = analyzer.Check{
	Rules: []*analyzer.Rule{surroundingWhitespace},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			if s.Dormant() != "" {
				continue
			}
			judgeEdges(pass, s)
		}
	},
}

func judgeEdges(pass *analyzer.Pass, s *mcp.Server) {
	judge := func(what string, text mcp.String) {
		lead := len(text.Value) - len(strings.TrimLeftFunc(text.Value, unicode.IsSpace))
		tail := len(strings.TrimRightFunc(text.Value, unicode.IsSpace))
		var finding analyzer.Diagnostic
		switch {
		case lead == len(text.Value): // nothing else in it: a separator, or left empty
			return
		case lead > 0:
			finding.Span = text.At(0, lead)
			finding.Message = fmt.Sprintf("server %q: %s begins with white space, which becomes part of it", s.Name.Value, what)
		case tail < len(text.Value):
			finding.Span = text.At(tail, len(text.Value))
			finding.Message = fmt.Sprintf("server %q: %s ends with white space, which becomes part of it", s.Name.Value, what)
		default:
			return
		}
		finding.Rule = surroundingWhitespace
		if finding.Span != text.Span && finding.Span.Len() > 0 {
			finding.Fix = &analyzer.Fix{Description: "remove the white space", Safe: true, Edits: []analyzer.Edit{{Span: finding.Span}}}
		}
		pass.Report(finding)
	}
	judge("the command", s.Command)
	judge("the URL", s.URL)
	judge("the working directory", s.Cwd)
	for i, a := range s.Args {
		if !strings.ContainsAny(strings.TrimSpace(a.Value), " \n") { // not a script or a sentence
			judge(fmt.Sprintf("argument %d", i+1), a)
		}
	}
	for _, p := range s.Env {
		judge("environment variable "+p.Key.Value, p.Value)
	}
	for _, p := range s.Headers {
		judge("header "+p.Key.Value, p.Value)
	}
}
