package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// defaultCredential reports an account with the password that its product or the
// usual tutorial gives it, on a service that other machines can reach.
var defaultCredential = &analyzer.Rule{
	Name:    "default-credential",
	Summary: "an account uses a default or guessable password",
	Why: `The first thing an intruder tries is the pair that the product ships with, the account's own name, or a word from ` +
		`every list of passwords. Whoever reaches the port is in, without having seen this file.`,
	Remedy:     `Give the account a long random password, keep it in a secret store, and name it here.`,
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{1392, 1391},
	OWASP:      []string{"MCP01", "MCP09", "ASI03"},
	SafeMCP:    []string{"T1005"},
	References: []string{"https://cwe.mitre.org/data/definitions/1392.html"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "queue": { "command": "queue-mcp", "args": ["amqp://guest:guest@mq.shop.example.org:5672/"] }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "queue": { "command": "queue-mcp", "args": [], "env": { "AMQP_URL": "${env:AMQP_URL}" } }
  }
}
`},
}
