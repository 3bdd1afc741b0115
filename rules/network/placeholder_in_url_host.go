package network

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

var placeholderInURLHost = &analyzer.Rule{
	Name:    "placeholder-in-url-host",
	Summary: "the host of a server is filled in from a variable",
	Why: "Whoever sets the variable receives the requests, and the credential that goes with them, and a reviewer of the file cannot see where they go. " +
		"A reference in the path or the query, or in front of a fixed domain (`https://{tenant}.acme.io`), does not move the destination.",
	Remedy:     "Write the registrable domain out and leave only the tenant to the variable, or list the allowed hosts (`choices` in a server.json).",
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{441, 601},
	OWASP:      []string{"MCP07", "MCP01", "ASI03"},
	SafeMCP:    []string{"T1706", "T1004"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://${NOTES_HOST}/mcp"}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://${NOTES_TENANT}.acme.io/mcp"}}}
`},
}

var placeholderInURLHostCheck = analyzer.Check{
	Rules: []*analyzer.Rule{placeholderInURLHost},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, text := range []source.String{s.URL, s.Launch.RemoteURL} {
				u, ok := host.Parse(text.Value)
				if !ok || u.HostName().Kind != host.KindPlaceholder || fixedDomain(u.Slice(u.Host)) || hasChoices(s.Node, u.Slice(u.Host)) {
					continue
				}
				pass.Report(analyzer.Diagnostic{
					Rule: placeholderInURLHost, Span: text.At(u.Host.Start, u.Host.End), Confidence: sure(s, analyzer.Likely),
					Message: `server "` + s.Name.Value + `" is reached at a host that a variable names`,
				})
			}
		}
	},
}

// fixedDomain reports whether a domain of at least two labels stands behind the
// last placeholder.
func fixedDomain(name string) bool {
	last := strings.LastIndexAny(name, "}>%)")
	if last < 0 {
		return false
	}
	rest := name[last+1:]
	return strings.HasPrefix(rest, ".") && strings.Count(rest, ".") >= 2 && !strings.ContainsAny(rest, "${")
}

// hasChoices reports whether a server.json lists what may be filled in.
func hasChoices(entry *tree.Node, name string) bool {
	for _, v := range entry.Get("variables").Items() {
		if strings.Contains(name, "{"+v.Key+"}") && len(v.Get("choices").Items()) > 0 {
			return true
		}
	}
	return false
}
