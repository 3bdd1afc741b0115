package network

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

var remoteWithoutVisibleAuth = &analyzer.Rule{
	Name:    "remote-without-visible-auth",
	Summary: "a remote server whose entry shows no authentication",
	Why: "A file cannot show whether a server asks for a sign-in at run time, so this is a list for a reviewer and no verdict: these servers are " +
		"known neither to negotiate OAuth nor to be sent a credential. Surveys found a third and more of public servers open to everybody.",
	Remedy:     "Find out how the server knows its users, and write it down where reviewers look. Prefer servers that use OAuth.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Unsure,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{306},
	OWASP:      []string{"MCP07", "ASI03"},
	SafeMCP:    []string{"T1005"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://notes.acme.io/mcp"}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://notes.acme.io/mcp", "headers": {"Authorization": "Bearer ${NOTES_TOKEN}"}}}}
`},
}

var remoteWithoutVisibleAuthCheck = analyzer.Check{
	Rules: []*analyzer.Rule{remoteWithoutVisibleAuth},
	Run: func(pass *analyzer.Pass) {
		for _, t := range targets(pass.File) {
			if !t.host.Kind.External() || t.host.Kind == host.KindExample || showsAuth(t) || knowledge.ServerByHost(t.host.Name) != nil || t.host.Owner() != "" {
				continue
			}
			pass.Reportf(remoteWithoutVisibleAuth, t.text.Span, `%s %s with no credential in sight`, t.subject(), t.host.Name)
		}
	},
}

// showsAuth reports whether the entry sends a header, has an authentication block,
// or carries a key in its URL.
func showsAuth(t target) bool {
	s := t.server
	if len(s.Headers) > 0 || !t.url.Userinfo.Empty() {
		return true
	}
	hops := 0
	for l := &s.Launch; l != nil && hops < 4; l, hops = l.Inner, hops+1 {
		if len(l.Headers) > 0 {
			return true
		}
	}
	for _, q := range t.url.QueryPairs() {
		if words.Has(words.Split(t.url.Slice(q.Key)), "key", "token", "secret", "auth", "apikey", "password", "profile") {
			return true
		}
	}
	for _, m := range s.Node.Items() {
		n := words.Split(m.Key)
		if words.Has(n, "auth", "oauth", "authorization", "authentication", "bearer", "token", "credentials", "headers", "secrets") {
			return true
		}
	}
	return hasSecretEnv(s)
}

func hasSecretEnv(s *mcp.Server) bool {
	for _, e := range s.Env {
		if n := words.Split(e.Key.Value); words.Has(n, "token", "key", "secret", "password", "auth") && !strings.Contains(e.Value.Value, " ") {
			return true
		}
	}
	return false
}
