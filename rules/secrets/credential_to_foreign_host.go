package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// credentialToForeignHost reports a literal credential of one provider in a header
// that goes to another one's host.
var credentialToForeignHost = &analyzer.Rule{
	Name:    "credential-to-foreign-host",
	Summary: "one provider's credential is sent to another one's host",
	Why: `Whoever runs the host can use the credential at the provider that issued it, with all its rights. The ` +
		`specification forbids such token passthrough: a server has to be given a token that was made for it.`,
	Remedy: `Revoke the credential and sign in to this server with a token that it issues itself. If the host is a gateway ` +
		`that you run, list it under trusted hosts.`,
	Severity:   analyzer.Critical,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{522, 441},
	OWASP:      []string{"MCP01", "MCP07", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1706", "T1304", "T1407"},
	References: []string{"https://modelcontextprotocol.io/specification/draft/basic/security_best_practices", "CVE-2026-31951"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "issues": {
      "url": "https://mcp.issue-tools.dev/mcp",
      "headers": { "Authorization": "Bearer ghp_` + `q7Yd2LxN0vRb5TzKc8WmHs3JfPaE6uXo1GiV" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "github": {
      "url": "https://api.githubcopilot.com/mcp/",
      "headers": { "Authorization": "Bearer ${env:GITHUB_TOKEN}" }
    }
  }
}
`},
}
