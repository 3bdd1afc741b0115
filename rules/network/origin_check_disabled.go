package network

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

var originCheckDisabled = &analyzer.Rule{
	Name:    "origin-check-disabled",
	Summary: "a local server answers every web page",
	Why: "A server on `localhost` is reachable from every page that the browser shows: by a script whose host name is re-bound to 127.0.0.1, or " +
		"directly where the server allows every origin. Checking the `Host` and `Origin` headers is what stops it, and the protocol demands it.",
	Remedy:     "List the hosts and origins that are meant, or leave the server's default. A server that only one client uses needs none; stdio is safer still.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{346, 942},
	OWASP:      []string{"MCP07", "ASI03"},
	SafeMCP:    []string{"T1005"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2025-06-18/basic/transports",
		"CVE-2025-66414", "CVE-2025-9611",
	},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "args": ["--port", "8000"], "env": {"ALLOWED_ORIGINS": "*"}}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "args": ["--port", "8000"], "env": {"ALLOWED_ORIGINS": "http://localhost:3000"}}}}
`},
}

var originCheckDisabledCheck = analyzer.Check{
	Rules: []*analyzer.Rule{originCheckDisabled},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			open := listens(s)
			for _, p := range append(pairs(s), configPairs(s)...) {
				if !switchesOriginOff(p, open) {
					continue
				}
				best := analyzer.Certain
				if !open {
					best = analyzer.Likely
				}
				pass.Report(analyzer.Diagnostic{
					Rule: originCheckDisabled, Span: p.span, Confidence: sure(s, best),
					Message: `server "` + s.Name.Value + `" answers every web page: ` + shownOrigin(p),
				})
			}
		}
	},
}

func shownOrigin(p pair) string {
	if anything(p.value.Value) {
		return p.name + p.join + "*"
	}
	return shown(p)
}

// switchesOriginOff judges a switch by its words. Lists of hosts are also what a
// fetching server may call, so they count for listeners only.
func switchesOriginOff(p pair, listening bool) bool {
	n := words.Split(p.name)
	origins := words.Has(n, "origin", "origins", "cors")
	hosts := words.Has(n, "host", "hosts") && words.Has(n, "allowed", "allow", "trusted")
	rebinding := words.Has(n, "rebinding") || strings.Contains(strings.ToLower(p.name), "rebind")
	off := words.Has(n, "disable", "disabled", "skip", "no", "allow")
	switch {
	case rebinding && off:
		return p.on()
	case rebinding:
		return p.off()
	case origins && words.Has(n, "check", "validation", "validate", "verify"):
		return off && p.on() || !off && p.off()
	case origins:
		return anything(p.value.Value) || p.from == fromArgument && p.name == "--cors" && p.value.Span == p.span && listening
	case hosts:
		return listening && anything(p.value.Value)
	}
	return false
}

// anything reports whether a list of hosts or origins names all of them.
func anything(list string) bool {
	for part := range strings.SplitSeq(list, ",") {
		switch strings.Trim(part, " []\"'") {
		case "*", "http://*", "https://*", ".*":
			return true
		}
	}
	return false
}
