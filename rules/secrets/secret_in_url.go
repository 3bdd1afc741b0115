package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// secretInURL reports a literal secret in a URL: in the query, in the path, or as
// user information.
var secretInURL = &analyzer.Rule{
	Name:    "secret-in-url",
	Summary: "a URL carries a literal secret",
	Why: `URLs are written into logs of clients, proxies and servers, into error messages and into referrers, so a secret ` +
		`in one leaks even from a file that nobody else reads. The specification forbids access tokens in the query.`,
	Remedy: `Rotate the secret and send it in a header, or use the server's OAuth sign-in. Where the service knows no other ` +
		`way than the URL, keep the secret part in a variable.`,
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{598, 798},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1506"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization"},
	Bad: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "quotes": { "url": "https://mcp.quotes.example.org/mcp?api_key=7f3kQ9vLx2Tn8RbWz5Hc" }
  }
}
`},
	Good: analyzer.Example{File: ".cursor/mcp.json", Text: `{
  "mcpServers": {
    "quotes": {
      "url": "https://mcp.quotes.example.org/mcp",
      "headers": { "X-Api-Key": "${env:QUOTES_API_KEY}" }
    }
  }
}
`},
}
