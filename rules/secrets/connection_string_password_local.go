package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// connectionStringPasswordLocal is connectionStringPassword for a service on this
// machine or in the same compose network.
var connectionStringPasswordLocal = &analyzer.Rule{
	Name:    "connection-string-password-local",
	Summary: "a local connection string holds a literal password",
	Why: `Only this machine or its containers are meant to reach the database, so the password opens less. It is still the ` +
		`one that people reuse elsewhere, and drivers repeat it in errors that the model reads.`,
	Remedy:     `Name the password instead of writing it, in the syntax that the client expands, or let the driver read a password file.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{798, 209},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1503", "T1803"},
	References: []string{"https://www.postgresql.org/docs/current/libpq-pgpass.html"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "orders": {
      "command": "orders-mcp",
      "args": [],
      "env": { "DATABASE_URL": "postgresql://reporting:vK7q2mZx@localhost:5432/orders" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "orders": {
      "command": "orders-mcp",
      "args": [],
      "env": { "DATABASE_URL": "postgresql://reporting@localhost:5432/orders" }
    }
  }
}
`},
}
