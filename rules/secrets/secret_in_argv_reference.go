package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// secretInArgvReference is secretInArgv for a secret that the file names but the
// client writes into the command line.
var secretInArgvReference = &analyzer.Rule{
	Name:    "secret-in-argv-reference",
	Summary: "a secret is expanded into a command line",
	Why: `The secret does not stand in the file, but the client puts it among the arguments, which every process of the ` +
		`machine can read while the server runs.`,
	Remedy:     `Pass it in env, if the server reads it from there.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Likely,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{214},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1503"},
	References: []string{"https://cwe.mitre.org/data/definitions/214.html"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "billing": { "command": "billing-mcp", "args": ["--api-key", "${BILLING_API_KEY}"] }
  }
}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "billing": { "command": "billing-mcp", "args": [], "env": { "BILLING_API_KEY": "${BILLING_API_KEY}" } }
  }
}
`},
}
