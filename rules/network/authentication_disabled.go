package network

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

var authenticationDisabled = &analyzer.Rule{
	Name:    "authentication-disabled",
	Summary: "a listening server asks nobody who they are",
	Why: "A server that listens on a port without authentication obeys every program on the machine, every neighbour that reaches the port, and often " +
		"every web page that the user opens. Servers that talk over standard input and output have no such door and are left out.",
	Remedy:     "Remove the switch and use the server's token or OAuth. Where that is impossible, start it over stdio.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{306},
	OWASP:      []string{"MCP07", "MCP09", "ASI03"},
	SafeMCP:    []string{"T1005", "T1109"},
	References: []string{"CVE-2025-49596"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "args": ["--transport", "http", "--port", "8000", "--no-auth"]}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "args": ["--no-auth"]}}}
`},
}

var authenticationDisabledCheck = analyzer.Check{
	Rules: []*analyzer.Rule{authenticationDisabled},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, p := range pairs(s) {
				off, loud := switchesAuthOff(p)
				if !off || !loud && !listens(s) {
					continue
				}
				best := analyzer.Certain
				if !listens(s) && strings.ToUpper(p.name) != "DANGEROUSLY_OMIT_AUTH" {
					best = analyzer.Likely
				}
				pass.Report(analyzer.Diagnostic{
					Rule: authenticationDisabled, Span: p.span, Confidence: sure(s, best),
					Message: `server "` + s.Name.Value + `" asks nobody who they are: ` + shown(p),
				})
			}
		}
		for _, set := range pass.File.Policies {
			if set.Effect == mcp.EffectDisableAuth && set.Inert == "" {
				span := set.Value.Span
				if !set.Value.Present() {
					span = set.Node.Span
				}
				pass.Reportf(authenticationDisabled, span, "%s lets everybody who reaches the servers use them", set.Path)
			}
		}
	},
}

// isNobody reports whether a way to authenticate is none.
func isNobody(value string) bool {
	return slices.Contains([]string{"none", "no-auth", "noauth", "no_auth", "off", "disabled", "false", "anonymous", "0"}, strings.ToLower(value))
}

// switchesAuthOff judges a switch by its words. Loud switches say by themselves
// that a listener is meant.
func switchesAuthOff(p pair) (off, loud bool) {
	n := words.Split(p.name)
	about := words.Has(n, "auth", "authentication", "authorization", "oauth", "unauthenticated", "anonymous")
	if !about || words.Has(n, "url", "uri", "token", "header", "file", "path", "port", "proxy", "basic", "scope", "scopes", "client", "server", "provider", "cache", "redirect", "timeout", "git", "npm", "browser", "elicitation") {
		return false, false
	}
	loud = words.Has(n, "unauthenticated", "dangerously", "omit", "incoming")
	switch {
	case words.Has(n, "unauthenticated", "anonymous"):
		return p.on(), loud
	case words.Has(n, "no", "disable", "disabled", "skip", "omit", "without", "bypass"):
		return p.on(), loud
	case words.Has(n, "type", "mode", "method", "strategy") || n[len(n)-1] == "auth" || n[len(n)-1] == "authentication":
		return isNobody(p.value.Value), false
	case words.Has(n, "enabled", "enable", "require", "required", "requires"):
		return p.off(), false
	}
	return false, false
}
