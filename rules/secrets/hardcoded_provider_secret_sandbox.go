package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// hardcodedProviderSecretSandbox is hardcodedProviderSecret for keys of a provider's
// test mode.
var hardcodedProviderSecretSandbox = &analyzer.Rule{
	Name:    "hardcoded-provider-secret-sandbox",
	Summary: "a key of a provider's test mode is written out in the file",
	Why: `Test keys move no real money and read no real customers, but they belong to one account, carry its test data, and ` +
		`mark the place where the live key will be pasted next.`,
	Remedy:     `Name the key instead of writing it, so that the live one can take its place without touching the file.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{798},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1503"},
	References: []string{"https://docs.stripe.com/keys"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "jobs": {
      "command": "jobs-mcp",
      "args": [],
      "env": { "TRIGGER_SECRET_KEY": "tr_dev_` + `h3Kq9ZtB5wXn2RfLc7Vd" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "jobs": {
      "command": "jobs-mcp",
      "args": [],
      "env": { "TRIGGER_SECRET_KEY": "${env:TRIGGER_SECRET_KEY}" }
    }
  }
}
`},
}
