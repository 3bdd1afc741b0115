package hygiene

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var conflictingTransport = &analyzer.Rule{
	Name:    "conflicting-transport",
	Summary: "an entry says in two ways how its server is reached",
	Why: `With a command and a URL in one entry, or a transport word that fits neither, one client starts a program and another ` +
		`connects to an address. What was reviewed is then not what runs.`,
	Remedy:     `Keep the command or the URL, not both, and a transport word that fits. Two ways to the same server are two entries.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{436},
	OWASP:      []string{"MCP09"},
	SafeMCP:    []string{"T1004"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/basic/transports"},
	Bad:        analyzer.Example{File: ".cursor/mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "url": "https://notes.example.org/mcp"}}}`},
	Good:       analyzer.Example{File: ".cursor/mcp.json", Text: `{"mcpServers": {"notes": {"url": "https://notes.example.org/mcp"}}}`},
}

var conflictingTransportCheck = analyzer.Check{
	Rules: []*analyzer.Rule{conflictingTransport},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			if pass.File.Kind != mcp.ClientConfig || s.Dormant() != "" || s.Node == nil || s.Node.Kind != tree.Map {
				continue
			}
			if span, message := conflict(s); message != "" {
				pass.Report(analyzer.Diagnostic{Rule: conflictingTransport, Span: span, Message: fmt.Sprintf("server %q %s", s.Name.Value, message)})
			}
		}
	},
}

// conflict says what contradicts itself in an entry.
func conflict(s *mcp.Server) (source.Span, string) {
	word, known := mcp.TransportOf(s.RawTransport.Value)
	command, url := s.Command.Value != "", s.URL.Value != ""
	switch {
	case command && url:
		return s.URL.Span, "has a command and a URL, and clients differ in which one they use"
	case known && word == mcp.Stdio && url && !command:
		return s.RawTransport.Span, fmt.Sprintf("says %q but has only a URL to connect to", s.RawTransport.Value)
	case known && word != mcp.Stdio && word != mcp.InProcess && command && !url:
		return s.RawTransport.Span, fmt.Sprintf("says %q but has only a command to start", s.RawTransport.Value)
	case url && lacksScheme(s.URL.Value):
		return s.URL.Span, "has a URL without a scheme; begin it with https://"
	case !command && !url && len(s.Args) > 0 && s.Transport == mcp.TransportUnknown:
		return s.Args[0].Span, "has arguments and no command that takes them"
	}
	return source.Span{}, ""
}

// lacksScheme reports whether an address begins with its host. What begins with a
// placeholder may bring a scheme along.
func lacksScheme(url string) bool {
	host, _, _ := strings.Cut(url, "/")
	return !strings.Contains(url, "://") && strings.IndexAny(url, "$%{<") != 0 &&
		(strings.Contains(host, ".") && !strings.HasPrefix(host, ".") || strings.HasPrefix(host, "localhost"))
}
