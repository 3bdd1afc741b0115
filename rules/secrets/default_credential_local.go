package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// defaultCredentialLocal is defaultCredential for a service on this machine or in
// the same compose network.
var defaultCredentialLocal = &analyzer.Rule{
	Name:    "default-credential-local",
	Summary: "a local service uses a default or guessable password",
	Why: `On a development machine a default password is common and mostly harmless, until the port is published to the ` +
		`network or the same file goes to production.`,
	Remedy:     `Keep the port bound to loopback, and set a password of its own before anything else can reach it.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1392},
	OWASP:      []string{"MCP01", "MCP09"},
	SafeMCP:    []string{"T1005"},
	References: []string{"https://cwe.mitre.org/data/definitions/1392.html"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "orders": { "command": "orders-mcp", "args": ["postgresql://postgres:postgres@localhost:5432/orders"] }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "orders": { "command": "orders-mcp", "args": [], "env": { "PGPASSFILE": "/home/dev/.pgpass" } }
  }
}
`},
}
