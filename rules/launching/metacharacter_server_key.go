package launching

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

var metacharacterServerKey = &analyzer.Rule{
	Name:       "metacharacter-server-key",
	Summary:    "a server's name holds characters that a shell would act on",
	Why:        "Clients and installers paste the name into command lines, links and file paths. A name with an ampersand, a quote or a dollar sign has made several of them run what stands behind it.",
	Remedy:     "Name the server with letters, digits, dashes and underscores.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{78, 22},
	OWASP:      []string{"MCP05", "ASI05"},
	SafeMCP:    []string{"T1101"},
	References: []string{"CVE-2025-62801", "CVE-2025-64340", "CVE-2026-81377"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes&calc": {"command": "notes-mcp"}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"@acme/notes v2.1": {"command": "notes-mcp"}}}`},
}

var metacharacterServerKeyCheck = analyzer.Check{
	Rules: []*analyzer.Rule{metacharacterServerKey},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			name := withoutPlaceholders(s.Name.Value)
			what := ""
			switch {
			case name == "":
			case strings.ContainsAny(name, "&|;<>^`$\"\n\r") || strings.Contains(name, "' ") || strings.Count(name, "'") > 1:
				what = "characters that a shell acts on"
			case strings.HasPrefix(name, "-"):
				what = "a leading dash, which programs read as an option"
			case strings.Contains(name, "../") || strings.Contains(name, `..\`) || strings.HasPrefix(name, "/"):
				what = "a path that leads elsewhere"
			}
			if what == "" {
				continue
			}
			pass.Report(analyzer.Diagnostic{
				Rule: metacharacterServerKey, Span: s.Name.Span, Confidence: metacharacterServerKey.ConfidenceIn(s),
				Message: fmt.Sprintf("server name %s holds %s", quoteShort(s.Name.Value), what),
			})
		}
	},
}

// withoutPlaceholders drops what a person or generator still has to fill in:
// <owner>, ${name}, {{name}}.
func withoutPlaceholders(name string) string {
	for _, marks := range [][2]string{{"<", ">"}, {"${", "}"}, {"{{", "}}"}} {
		var kept strings.Builder
		for {
			before, after, found := strings.Cut(name, marks[0])
			inner, rest, closed := strings.Cut(after, marks[1])
			if !found || !closed || strings.ContainsAny(inner, "&|;<>$`\"' ()") {
				break
			}
			kept.WriteString(before)
			name = rest
		}
		name = kept.String() + name
	}
	return name
}
