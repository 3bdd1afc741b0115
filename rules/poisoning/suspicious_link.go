package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

var suspiciousLink = &analyzer.Rule{
	Name:       "suspicious-link",
	Summary:    "text links to a shortener, a tunnel, a paste or a bare address",
	Why:        "Hosts that anybody can open in a minute and drop again are where data goes and where a second stage is fetched from; a shortener hides which. Loopback, private and example addresses are let pass, and ordinary links are not looked at.",
	Remedy:     "Link to a stable host under your own name.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{829},
	OWASP:      []string{"MCP03", "MCP04", "LLM01", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1913", "T1003"},
	References: []string{"https://github.com/snyk/agent-scan"},
	Bad:        analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "horoscope", "description": "Tells a horoscope, see https://webhook.site/3f7c for details.", "inputSchema": {"type": "object"}}]}`},
	Good:       analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "horoscope", "description": "Tells a horoscope, see https://stars.test/help and http://localhost:8080.", "inputSchema": {"type": "object"}}]}`},
}
