package hygiene

import (
	"fmt"
	"slices"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var inertEntry = &analyzer.Rule{
	Name:    "inert-entry",
	Summary: "the client ignores an entry or reads it otherwise than written",
	Why: `An entry under a key that its client does not look at, or in a form that it skips, is dead: the server does not run, ` +
		`and a limit written there protects nobody. It comes alive when the client changes or another one reads the file.`,
	Remedy:     `Write the entry as the client that owns the file wants it, or remove it. ` + "`mcplumb clients`" + ` lists the keys and words of each client.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1173, 436},
	OWASP:      []string{"MCP09"},
	Bad:        analyzer.Example{File: ".vscode/mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp"}}}`},
	Good:       analyzer.Example{File: ".vscode/mcp.json", Text: `{"servers": {"notes": {"command": "notes-mcp"}}}`},
}

var inertEntryCheck = analyzer.Check{
	Rules: []*analyzer.Rule{inertEntry},
	Run: func(pass *analyzer.Pass) {
		told := map[*tree.Node]bool{}
		for _, s := range pass.File.Servers {
			switch {
			case s.Inert == "":
				judgeFallback(pass, s)
			case s.Container != nil && s.InertAt == s.Container.KeySpan: // the same for all entries
				if !told[s.Container] {
					told[s.Container] = true
					pass.Reportf(inertEntry, s.InertAt, "%s, so the servers here do not run", s.Inert)
				}
			default:
				pass.Reportf(inertEntry, inertSpan(s), "server %q is dead: %s", s.Name.Value, s.Inert)
			}
		}
	},
}

func inertSpan(s *mcp.Server) source.Span {
	if s.InertAt.Len() > 0 {
		return s.InertAt
	}
	return s.Name.Span
}

// judgeFallback reports a transport word that the client takes for another one.
func judgeFallback(pass *analyzer.Pass, s *mcp.Server) {
	client := knowledge.ClientByID(s.Client)
	if client == nil || client.Fallback == "" || s.RawTransport.Value == "" || !s.URL.Present() ||
		slices.Contains(client.Transports, s.RawTransport.Value) {
		return
	}
	pass.Report(analyzer.Diagnostic{
		Rule: inertEntry, Span: s.RawTransport.Span,
		Message: fmt.Sprintf("server %q: %s does not know the transport %q and takes it for %s", s.Name.Value, client.Name, s.RawTransport.Value, client.Fallback),
	})
}
