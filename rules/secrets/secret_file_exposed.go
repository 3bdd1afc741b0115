package secrets

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// secretFileExposed reports a user's own config that holds secrets and can be read
// by other users of the machine. Files of a repository are left alone: a checkout
// is always readable, and there the secret itself is the finding.
var secretFileExposed = &analyzer.Rule{
	Name:    "secret-file-exposed",
	Summary: "a file with literal secrets can be read by other users",
	Why: `Clients write their configs with the usual permissions, so that everybody with an account on the machine, and ` +
		`every service that runs under one, can read the credentials in them.`,
	Remedy:     `Take the permission away with chmod 600, and name the secrets instead of writing them.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{732, 538},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1506"},
	References: []string{"Trail of Bits, Insecure credential storage plagues MCP (2025)", "CVE-2026-77268"},
	Bad: analyzer.Example{File: "Library/Application Support/Claude/claude_desktop_config.json", Text: `{
  "mcpServers": {
    "billing": { "command": "billing-mcp", "args": [], "env": { "BILLING_API_KEY": "7f3kQ9vLx2Tn8RbWz5Hc" } }
  }
}
`},
	Good: analyzer.Example{File: "Library/Application Support/Claude/claude_desktop_config.json", Text: `{
  "mcpServers": {
    "billing": { "command": "billing-with-keychain", "args": [] }
  }
}
`},
}

// othersMayRead are the permissions of the group and of everybody to read.
const othersMayRead = 0o044

var secretFileExposedCheck = analyzer.Check{
	Rules: []*analyzer.Rule{secretFileExposed},
	Run: func(pass *analyzer.Pass) {
		f := pass.File
		if f.Scope != mcp.ScopeUser || f.Mode&othersMayRead == 0 {
			return
		}
		var first *literal
		count := 0
		var names credential.Memory
		slots(f, func(s slot) {
			for _, l := range literals(f, s, &names) {
				if l.Weak || l.slot.place >= sample {
					continue
				}
				if count++; first == nil {
					first = &l
				}
			}
		})
		if first == nil {
			return
		}
		secrets := "a literal secret"
		if count > 1 {
			secrets = fmt.Sprintf("%d literal secrets", count)
		}
		span := first.slot.value.At(first.Start, first.End)
		pass.Report(analyzer.Diagnostic{
			Rule: secretFileExposed, Span: span,
			Message:  fmt.Sprintf("other users of this machine can read this file (mode %04o), which holds %s", f.Mode.Perm(), secrets),
			Evidence: []analyzer.Evidence{{Span: span, Text: first.Show(first.slot.value.Value)}},
		})
	},
}
