package secrets

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
)

// secretNamedLiteralPublishable reports a publishable key where the server asks
// for a secret one. Nothing leaks; the set-up cannot work, and the secret key is
// what will be pasted over it next.
var secretNamedLiteralPublishable = &analyzer.Rule{
	Name:    "secret-named-literal-publishable",
	Summary: "a publishable key stands where a secret token is asked for",
	Why: `The setting is named like an access token or secret key, and the value has the format of a key that its provider ` +
		`makes to be published. The server will be refused, or has been given the wrong rights, and the next attempt is ` +
		`usually to paste the secret key into the same place.`,
	Remedy: `Check which key the server needs. If it is the publishable one, rename the setting; if it is the secret one, name ` +
		`it in the syntax that the client expands instead of pasting it.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1188},
	OWASP:      []string{"MCP01"},
	References: []string{"https://supabase.com/docs/guides/api/api-keys", "https://docs.stripe.com/keys"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "database": { "command": "database-mcp", "args": ["--access-token", "sb_publishable_` + `h3Kq9ZtB5wXn2RfLc7VdQ1" ] }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "database": { "command": "database-mcp", "args": ["--publishable-key", "sb_publishable_` + `h3Kq9ZtB5wXn2RfLc7VdQ1"] }
  }
}
`},
}

var secretNamedLiteralPublishableCheck = analyzer.Check{
	Rules: []*analyzer.Rule{secretNamedLiteralPublishable},
	Run: func(pass *analyzer.Pass) {
		if f := pass.File; len(f.Servers)+len(f.Inputs)+len(f.Packages) == 0 {
			return // only names inside of them are believed
		}
		slots(pass.File, func(s slot) {
			if !s.inside || s.place >= sample || !credential.AsksForSecret(s.name) {
				return
			}
			for _, m := range credential.Judge(s.name, s.value.Value).Public {
				if !m.Public {
					continue
				}
				l := literal{slot: s, Secret: credential.Secret{Name: s.name}}
				noun := m.Provider + " " + m.Kind
				pass.Report(analyzer.Diagnostic{
					Rule: secretNamedLiteralPublishable, Span: s.value.At(m.Start, m.End),
					Message: fmt.Sprintf("%s%s holds %s %s, which is made to be published", l.owner(), l.position(), article(noun), noun),
				})
			}
		})
	},
}
