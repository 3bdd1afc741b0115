package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// credentialToForeignHostByName is credentialToForeignHost for a credential that
// is only known by the name of its variable.
var credentialToForeignHostByName = &analyzer.Rule{
	Name:    "credential-to-foreign-host-by-name",
	Summary: "a variable named after one provider is sent to another's host",
	Why: `The variable's name says that it holds the credential of one provider, and the client sends its value to a host of ` +
		`somebody else, who can then use it at the provider that issued it.`,
	Remedy: `Use a token that this server issues itself. If the variable holds one, give it the server's name; if the host is ` +
		`a gateway that you run, list it under trusted hosts.`,
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{522, 441},
	OWASP:      []string{"MCP01", "MCP07", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1706", "T1304"},
	References: []string{"https://modelcontextprotocol.io/specification/draft/basic/security_best_practices"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "issues": {
      "url": "https://mcp.issue-tools.dev/mcp",
      "headers": { "Authorization": "Bearer ${env:GITHUB_TOKEN}" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "issues": {
      "url": "https://mcp.issue-tools.dev/mcp",
      "headers": { "Authorization": "Bearer ${env:ISSUE_TOOLS_TOKEN}" }
    }
  }
}
`},
}
