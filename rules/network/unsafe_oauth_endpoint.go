package network

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

var unsafeOAuthEndpoint = &analyzer.Rule{
	Name:    "unsafe-oauth-endpoint",
	Summary: "an OAuth endpoint that runs code, leaks the grant or leads anywhere",
	Why: "Clients open the authorization URL with the system's handler and send codes and tokens to the other endpoints. A `javascript:` or `file:` URL, or " +
		"one with shell characters, has run commands on the user's machine; plain http shows the grant to the network; a redirect with a " +
		"wildcard lets somebody else collect it.",
	Remedy:     "Use `https` endpoints of the authorization server and exact redirect URIs. A native client may redirect to `http://127.0.0.1` with any port.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{601, 78, 939},
	OWASP:      []string{"MCP07", "MCP05", "ASI03"},
	SafeMCP:    []string{"T1007", "T1009", "T1408"},
	References: []string{"CVE-2025-6514", "CVE-2025-58444", "RFC 8252, OAuth 2.0 for Native Apps"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"crm": {"type": "http", "url": "https://crm.acme.io/mcp", "oauth": {"authorizationUrl": "http://login.acme.io/authorize"}}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"crm": {"type": "http", "url": "https://crm.acme.io/mcp", "oauth": {"authorizationUrl": "https://login.acme.io/authorize", "redirectUri": "http://127.0.0.1:33418/callback"}}}}
`},
}

var unsafeOAuthEndpointCheck = analyzer.Check{
	Rules: []*analyzer.Rule{unsafeOAuthEndpoint},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, e := range oauthEndpoints(s) {
				judgeEndpoint(pass, s, e)
			}
		}
	},
}

// An endpoint is a URL below an entry's authentication settings.
type endpoint struct {
	key      string
	text     source.String
	redirect bool
}

func judgeEndpoint(pass *analyzer.Pass, s *mcp.Server, e endpoint) {
	report := func(format string) {
		pass.Report(analyzer.Diagnostic{
			Rule: unsafeOAuthEndpoint, Span: e.text.Span, Confidence: sure(s, analyzer.Certain),
			Message: `server "` + s.Name.Value + `" has ` + e.key + " " + format,
		})
	}
	u, ok := host.Parse(e.text.Value)
	if !ok {
		return
	}
	switch u.SchemeName() {
	case "javascript", "data", "vbscript", "file", "blob":
		report("with the scheme " + u.SchemeName() + ", which the client's browser runs or opens")
		return
	case "http", "ws":
		if h := u.HostName(); !h.Kind.OnMachine() && h.Kind != host.KindPlaceholder && h.Kind != host.KindInvalid {
			report("over plain http, where the network sees the grant")
		}
	}
	if at := shellCharacters(e.text.Value); at != "" {
		report("with " + at + " in it, which a shell that opens the URL obeys")
	}
	if e.redirect && strings.Contains(u.Slice(u.Authority)+u.Slice(u.Path), "*") {
		report("with a wildcard, so that the grant can be sent elsewhere")
	}
}

// shellCharacters returns what a shell would act on in a URL. References that a
// client fills in are no such thing.
func shellCharacters(text string) string {
	for _, bad := range []string{"$(", "`", "|", ";", "\n", "&&", "\"", "'", "<(", ">("} {
		if strings.Contains(text, bad) {
			if bad == "\n" {
				return "a line break"
			}
			return bad
		}
	}
	return ""
}

// oauthEndpoints finds URLs whose key says that a sign-in uses them.
func oauthEndpoints(s *mcp.Server) []endpoint {
	var found []endpoint
	var visit func(n *tree.Node, inside bool, depth int)
	visit = func(n *tree.Node, inside bool, depth int) {
		for _, m := range n.Items() {
			w := words.Split(m.Key)
			switch {
			case m.Key == "env" || m.Key == "headers" || m.Key == "tools":
			case m.Is(tree.Map) || m.Is(tree.List):
				if depth < 4 {
					about := inside || words.Has(w, "auth", "oauth", "oauth2", "authorization", "authentication")
					if m.Is(tree.List) && isEndpointKey(w, inside) {
						for _, item := range m.Items() {
							if item.Is(tree.Text) {
								found = append(found, endpoint{m.Key, s.Document.String(item), words.Has(w, "redirect", "redirects", "callback")})
							}
						}
						continue
					}
					visit(m.Resolve(), about, depth+1)
				}
			case m.Is(tree.Text) && isEndpointKey(w, inside):
				found = append(found, endpoint{m.Key, s.Document.String(m), words.Has(w, "redirect", "redirects", "callback")})
			}
		}
	}
	if s.Node.Is(tree.Map) {
		visit(s.Node.Resolve(), false, 0)
	}
	return found
}

func isEndpointKey(w []string, inside bool) bool {
	url := words.Has(w, "url", "uri", "urls", "uris", "endpoint")
	about := words.Has(w, "authorization", "authorize", "auth", "oauth", "token", "redirect", "callback", "issuer", "registration", "revocation", "introspection", "device")
	return url && about || inside && (words.Last(w) == "issuer" || words.Has(w, "authority") || url)
}
