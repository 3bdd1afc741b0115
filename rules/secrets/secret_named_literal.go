package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// secretNamedLiteral reports a value that no provider's format explains: the name
// says that it is a secret, and its characters that a generator wrote it.
var secretNamedLiteral = &analyzer.Rule{
	Name:    "secret-named-literal",
	Summary: "a setting named like a secret holds a literal value",
	Why: `The name promises a token, key or password and the value is not a reference, a placeholder, a path or a word: its ` +
		`characters are as random as a generator's. That no known provider's format fits makes it no less exposed.`,
	Remedy: `Rotate the secret and name it instead of writing it, in the syntax that the client expands. If the value is ` +
		`public by design, give the setting a name that says so.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{798},
	OWASP:      []string{"MCP01", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1503"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "billing": {
      "command": "billing-mcp",
      "args": [],
      "env": { "ACME_API_KEY": "7f3kQ9vLx2Tn8RbWz5Hc" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "billing": {
      "command": "billing-mcp",
      "args": [],
      "env": { "ACME_API_KEY": "${env:ACME_API_KEY}" }
    }
  }
}
`},
}
