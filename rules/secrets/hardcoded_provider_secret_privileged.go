package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// hardcodedProviderSecretPrivileged is hardcodedProviderSecret for private keys
// and for live keys of clouds, payment providers and secret stores.
var hardcodedProviderSecretPrivileged = &analyzer.Rule{
	Name:    "hardcoded-provider-secret-privileged",
	Summary: "a private key or a cloud or payment credential is written out",
	Why: `A private key, a cloud account's key, a live payment key or the key of a secret store opens far more than one ` +
		`service: infrastructure, money, or every other secret. Such keys are searched for in public repositories within ` +
		`minutes of a push.`,
	Remedy: `Revoke the key now, look at what was done with it, and give the server a short-lived or narrowly scoped identity ` +
		`instead: a role, a workload identity, a restricted key. What must stay a key belongs into a secret store and is named here.`,
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{798, 321},
	OWASP:      []string{"MCP01", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1503", "T1506"},
	References: []string{"Trail of Bits, Insecure credential storage plagues MCP (2025)"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "aws": {
      "command": "uvx",
      "args": ["awslabs.core-mcp-server@1.0.0"],
      "env": { "AWS_ACCESS_KEY_ID": "AKIA` + `Q4T7NB2XWZ5LRJ6M" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "aws": {
      "command": "uvx",
      "args": ["awslabs.core-mcp-server@1.0.0"],
      "env": { "AWS_PROFILE": "agent-readonly" }
    }
  }
}
`},
}
