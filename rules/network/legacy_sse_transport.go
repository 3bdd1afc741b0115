package network

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var legacySSETransport = &analyzer.Rule{
	Name:    "legacy-sse-transport",
	Summary: "a server reached over the deprecated SSE transport",
	Why: "The transport with two endpoints and server-sent events was replaced by Streamable HTTP in protocol revision 2025-03-26. It keeps sessions by an " +
		"identifier in the URL, which ends up in logs, and clients are dropping it.",
	Remedy:     "Use the server's Streamable HTTP endpoint, which is usually `/mcp`, and `\"type\": \"http\"`.",
	Severity:   analyzer.Info,
	Confidence: analyzer.Certain,
	Pedantic:   true,
	Since:      "0.1.0",
	CWE:        []int{477},
	OWASP:      []string{"MCP07"},
	SafeMCP:    []string{"T1005"},
	References: []string{"https://modelcontextprotocol.io/specification/2025-03-26/changelog"},
	Bad: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "sse", "url": "https://notes.acme.io/sse"}}}
`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://notes.acme.io/mcp"}}}
`},
}

var legacySSETransportCheck = analyzer.Check{
	Rules: []*analyzer.Rule{legacySSETransport},
	Run: func(pass *analyzer.Pass) {
		for _, t := range targets(pass.File) {
			word, known := mcp.TransportOf(t.server.RawTransport.Value)
			switch {
			case t.bridge == "" && known && word == mcp.SSE:
				pass.Reportf(legacySSETransport, t.server.RawTransport.Span, `server "%s" uses the SSE transport, which Streamable HTTP replaced`, t.server.Name.Value)
			case (t.bridge != "" || !known) && strings.HasSuffix(strings.TrimRight(t.url.Slice(t.url.Path), "/"), "/sse"):
				pass.Reportf(legacySSETransport, t.text.At(t.url.Path.Start, t.url.Path.End), `server "%s" is reached at an SSE endpoint, a transport that Streamable HTTP replaced`, t.server.Name.Value)
			}
		}
	},
}
