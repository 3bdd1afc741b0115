package network

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

var tlsVerificationDisabled = &analyzer.Rule{
	Name:    "tls-verification-disabled",
	Summary: "certificates are accepted unchecked",
	Why: "A client that checks no certificate talks to anybody who answers: on a shared network that is whoever wants to, and they read the " +
		"credentials and write the results. It is usually a leftover of a self-signed certificate.",
	Remedy: "Remove the switch. For a private certificate authority add its certificate instead: `NODE_EXTRA_CA_CERTS`, `SSL_CERT_FILE`, " +
		"`REQUESTS_CA_BUNDLE` or the server's own setting for a CA file.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{295},
	OWASP:      []string{"MCP07", "LLM02"},
	SafeMCP:    []string{"T1507"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"tickets": {"command": "tickets-mcp", "env": {"NODE_TLS_REJECT_UNAUTHORIZED": "0"}}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"tickets": {"command": "tickets-mcp", "env": {"NODE_EXTRA_CA_CERTS": "/etc/ssl/corp.pem"}}}}
`},
}

var tlsVerificationDisabledCheck = analyzer.Check{
	Rules: []*analyzer.Rule{tlsVerificationDisabled},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			found := append(pairs(s), configPairs(s)...)
			best := analyzer.Certain
			if onlyLocal(s, found) {
				best = analyzer.Unsure
			}
			for _, p := range found {
				if !switchesVerificationOff(p, s) {
					continue
				}
				pass.Report(analyzer.Diagnostic{
					Rule: tlsVerificationDisabled, Span: p.span, Confidence: sure(s, best),
					Message: `server "` + s.Name.Value + `" checks no certificates: ` + shown(p),
				})
			}
		}
	},
}

// shown writes a switch as a person would. Only values that are words of a switch
// are repeated.
func shown(p pair) string {
	if p.value.Span == p.span && p.from == fromArgument || !isBoolean(p.value.Value) && !isNobody(p.value.Value) {
		return p.name
	}
	return p.name + p.join + p.value.Value
}

// switchesVerificationOff judges a switch by its words: one about certificates
// that is off, or one about leaving certificates aside that is on.
func switchesVerificationOff(p pair, s *mcp.Server) bool {
	name := strings.ToLower(strings.Trim(p.name, "-"))
	switch name {
	case "k":
		return p.from == fromArgument && s.Launch.Runner == "curl"
	case "insecure":
		return p.on()
	case "node_tls_reject_unauthorized", "pythonhttpsverify":
		return p.off()
	case "allow-insecure-localhost":
		return false
	}
	n := words.Split(p.name)
	if words.Has(n, "ca", "file", "path", "url", "port", "host", "http", "token", "version", "elicitation", "redirect", "days", "interval", "timeout", "seconds", "count", "depth") {
		return false
	}
	subject := words.Has(n, "ssl", "tls", "cert", "certs", "certificate", "certificates", "x509") || words.Has(n, "https") && words.Has(n, "errors", "verify", "error") || slices.Contains(n, "unauthorized")
	if !subject {
		return false
	}
	checks := words.Has(n, "verify", "verification", "validate", "validation", "check", "checks", "strict", "reject", "verified")
	aside := words.Has(n, "insecure", "skip", "ignore", "no", "disable", "disabled", "accept", "allow", "trust", "bypass", "unsafe", "invalid", "dont")
	secure := words.Has(n, "insecure", "invalid", "errors", "error", "all", "unverified", "self") || checks
	switch {
	case aside && (secure || words.Has(n, "skip", "ignore", "bypass")) && !words.Has(n, "reject"):
		return p.on()
	case checks:
		return p.off()
	}
	return words.Has(n, "insecure") && p.on()
}

// configPairs lists the switches that an entry has as members of its own, such as
// rejectUnauthorized below its transport.
func configPairs(s *mcp.Server) []pair {
	var found []pair
	var visit func(n *tree.Node, depth int)
	visit = func(n *tree.Node, depth int) {
		for _, m := range n.Items() {
			switch {
			case m.Key == "env" || m.Key == "headers" || m.Key == "tools":
			case m.Is(tree.Bool):
				found = append(found, pair{m.Key, s.Document.String(m), m.Span, fromConfig, ": "})
			case m.Is(tree.Map) && depth < 4:
				visit(m.Resolve(), depth+1)
			}
		}
	}
	if s.Node.Is(tree.Map) {
		visit(s.Node.Resolve(), 0)
	}
	return found
}

// onlyLocal reports whether every URL of the entry leads to this machine.
func onlyLocal(s *mcp.Server, found []pair) bool {
	any := false
	all := true
	look := func(text string) {
		if u, ok := host.Parse(text); ok && u.Scheme.End > 0 && !u.Opaque && !u.Host.Empty() {
			any = true
			all = all && u.HostName().Kind.OnMachine()
		}
	}
	look(s.URL.Value)
	look(s.Launch.RemoteURL.Value)
	for _, p := range found {
		look(p.value.Value)
	}
	return any && all
}
