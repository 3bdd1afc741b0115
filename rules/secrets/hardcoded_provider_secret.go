package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// hardcodedProviderSecret reports a value in the format of a provider's
// credential, wherever no more specific rule explains the place.
var hardcodedProviderSecret = &analyzer.Rule{
	Name:    "hardcoded-provider-secret",
	Summary: "a provider's credential is written out in the file",
	Why: `The value has the format that its provider documents, and where the format has a checksum it was verified. ` +
		`MCP configs are synced, shared and committed, and every server that can read files can read them; whoever has the ` +
		`credential acts as its owner until it is revoked. A credential written as the fallback of a reference, or by mistake ` +
		`inside one, is as exposed as any other.`,
	Remedy: `Rotate the credential, then name it instead of writing it. Which syntax is expanded depends on the client; where a ` +
		`client expands none, let the server inherit the variable or start it through a wrapper that asks a secret store. ` +
		`Removing the value from the file does not remove it from the repository's history.`,
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{798, 312},
	OWASP:      []string{"MCP01", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1503", "T1506"},
	References: []string{
		"Trail of Bits, Insecure credential storage plagues MCP (2025)",
		"https://modelcontextprotocol.io/specification/draft/basic/security_best_practices",
	},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "github": {
      "command": "github-mcp-server",
      "args": ["stdio"],
      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "ghp_` + `q7Yd2LxN0vRb5TzKc8WmHs3JfPaE6uXo1GiV" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "github": {
      "command": "github-mcp-server",
      "args": ["stdio"],
      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "${GITHUB_PERSONAL_ACCESS_TOKEN}" }
    }
  }
}
`},
}
