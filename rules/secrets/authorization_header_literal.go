package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// authorizationHeaderLiteral reports a literal credential in a header that a
// remote server is sent: Authorization, X-Api-Key, Cookie and the like.
var authorizationHeaderLiteral = &analyzer.Rule{
	Name:    "authorization-header-literal",
	Summary: "a header carries a literal credential",
	Why: `A static credential in a header lives as long as the file and is the same for everybody who has it. Committed, it ` +
		`opens the server to every reader of the repository. Basic credentials are only encoded, not hidden.`,
	Remedy:     `Rotate the credential. Use the OAuth sign-in of the server, or name the value in the syntax that the client expands in headers.`,
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{798},
	OWASP:      []string{"MCP01", "MCP07", "LLM02", "ASI03"},
	SafeMCP:    []string{"T1202", "T1506"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization"},
	Bad: analyzer.Example{File: ".vscode/mcp.json", Text: `{
  "servers": {
    "billing": {
      "type": "http",
      "url": "https://mcp.billing.example.org/mcp",
      "headers": { "Authorization": "Bearer 7f3kQ9vLx2Tn8RbWz5HcDd41" }
    }
  }
}
`},
	Good: analyzer.Example{File: ".vscode/mcp.json", Text: `{
  "inputs": [{ "id": "billing-token", "type": "promptString", "description": "Billing token", "password": true }],
  "servers": {
    "billing": {
      "type": "http",
      "url": "https://mcp.billing.example.org/mcp",
      "headers": { "Authorization": "Bearer ${input:billing-token}" }
    }
  }
}
`},
}
