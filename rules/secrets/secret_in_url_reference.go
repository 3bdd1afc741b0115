package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// secretInURLReference is secretInURL for a secret that the file names but the
// client writes into the URL.
var secretInURLReference = &analyzer.Rule{
	Name:    "secret-in-url-reference",
	Summary: "a secret is expanded into a URL",
	Why: `The secret does not stand in the file, but the client puts it into the URL, and URLs are written into logs of ` +
		`clients, proxies and servers.`,
	Remedy:     `Send it in a header where the service accepts one.`,
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{598},
	OWASP:      []string{"MCP01", "LLM02"},
	SafeMCP:    []string{"T1506"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "quotes": { "type": "http", "url": "https://mcp.quotes.example.org/mcp?api_key=${QUOTES_API_KEY}" }
  }
}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{
  "mcpServers": {
    "quotes": {
      "type": "http",
      "url": "https://mcp.quotes.example.org/mcp",
      "headers": { "X-Api-Key": "${QUOTES_API_KEY}" }
    }
  }
}
`},
}
