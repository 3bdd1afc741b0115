package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// secretInArgv reports a literal secret among the words of a command line.
var secretInArgv = &analyzer.Rule{
	Name:    "secret-in-argv",
	Summary: "a command line carries a literal secret",
	Why: `Beside standing in the file, an argument is visible to every process of the machine for as long as the server ` +
		`runs, and ends up in crash reports and process accounting.`,
	Remedy: `Rotate the secret and pass it in an environment variable that the file names but does not fill in. With docker, ` +
		`write -e NAME without a value.`,
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{214, 798},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1503"},
	References: []string{"Trail of Bits, Insecure credential storage plagues MCP (2025)"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "billing": { "command": "billing-mcp", "args": ["--api-key", "7f3kQ9vLx2Tn8RbWz5Hc"] }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "billing": { "command": "billing-mcp", "args": ["--profile", "default"], "env": { "BILLING_API_KEY": "${env:BILLING_API_KEY}" } }
  }
}
`},
}
