package secrets

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// unrelatedCredential reports a credential of one provider that is given to a
// well-known server of another.
var unrelatedCredential = &analyzer.Rule{
	Name:    "unrelated-credential",
	Summary: "a server is given a credential it has no use for",
	Why: `The server works with one provider and is handed the credential of a cloud, a code host or a payment provider ` +
		`besides. What it cannot use it can still leak.`,
	Remedy:     `Remove the variable, or move it to the server that needs it.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Unsure,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{668},
	OWASP:      []string{"MCP02", "MCP10", "LLM06", "ASI03"},
	SafeMCP:    []string{"T1304"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "github": {
      "command": "github-mcp-server",
      "args": ["stdio"],
      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "${GITHUB_TOKEN}", "STRIPE_SECRET_KEY": "${STRIPE_SECRET_KEY}" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "github": {
      "command": "github-mcp-server",
      "args": ["stdio"],
      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "${GITHUB_TOKEN}" }
    }
  }
}
`},
}

var unrelatedCredentialCheck = analyzer.Check{
	Rules: []*analyzer.Rule{unrelatedCredential},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			known := wellKnown(s)
			if known == nil || known.Provider == "" || known.Has("gateway") || known.Has("bridge") {
				continue
			}
			for _, e := range s.Env {
				provider := knowledge.ProviderIn(strings.ReplaceAll(e.Key.Value, "_", " "))
				if providerOf(e.Key.Value) == "" || provider == "" || provider == known.Provider || !wide(provider) {
					continue
				}
				pass.Report(analyzer.Diagnostic{
					Rule: unrelatedCredential, Span: e.Key.Span,
					Message: fmt.Sprintf("server %q, %s, is given %s, which it has no use for", s.Name.Value, known.Title, e.Key.Value),
				})
			}
		}
	},
}

// wide reports whether a key of the provider opens much.
func wide(provider string) bool {
	switch provider {
	case "aws", "google", "microsoft", "github", "gitlab", "stripe", "paypal", "digitalocean", "heroku":
		return true
	}
	return false
}

// wellKnown returns what is known about a server by its package, program or host.
func wellKnown(s *mcp.Server) *knowledge.Server {
	if p := s.Launch.Package; p.Name != "" {
		return knowledge.ServerByPackage(p.Ecosystem, p.Name)
	}
	if s.Launch.Runner != "" {
		words := make([]string, 0, len(s.Launch.Args))
		for _, a := range s.Launch.Args {
			words = append(words, a.Value)
		}
		return knowledge.ServerByProgram(s.Launch.Runner, words)
	}
	return nil
}
