package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// connectionStringPassword reports a literal password in the connection string of
// a database, broker, directory or mail server that other machines can reach.
var connectionStringPassword = &analyzer.Rule{
	Name:    "connection-string-password",
	Summary: "a connection string holds a literal password",
	Why: `The password opens the database to every reader of the file. Drivers also repeat the whole connection string in ` +
		`their errors, and an MCP server hands errors to the model, which may hand them on.`,
	Remedy: `Change the password, keep it in a password file or secret store, and name it here. Give the server an account ` +
		`that may read only what its tools need.`,
	Severity:   analyzer.High,
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
      "env": { "DATABASE_URL": "postgresql://reporting:vK7q2mZx@db.shop.internal:5432/orders" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "orders": {
      "command": "orders-mcp",
      "args": [],
      "env": { "DATABASE_URL": "postgresql://reporting:${env:ORDERS_DB_PASSWORD}@db.shop.internal:5432/orders" }
    }
  }
}
`},
}
