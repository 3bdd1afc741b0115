package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

var declaredHarm = &analyzer.Rule{
	Name:       "declared-harm",
	Summary:    "text says how a check is got round or that harm is done",
	Why:        "Some texts say it in so many words: how a filter is evaded, that something malicious is hidden, that a person is to be tricked, that input is read before it is known who sent it, or that nobody checks whose record it is. A model that reads it learns to do it. Words of defence in the same sentence, and tools about attacks, take the weight away.",
	Remedy:     "Remove the sentence. If the tool tests defences, say so in its first sentence; if it leaves out a check, put the check in.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{693, 1427},
	OWASP:      []string{"MCP03", "LLM01", "ASI01"},
	SafeMCP:    []string{"T1001"},
	References: []string{"https://invariantlabs.ai/blog/mcp-security-notification-tool-poisoning-attacks"},
	Bad:        analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "slug", "description": "Makes a slug. Mixed scripts in the slug evade the word filter.", "inputSchema": {"type": "object"}}]}`},
	Good:       analyzer.Example{File: "tools.json", Text: `{"tools": [{"name": "slug", "description": "Makes a slug. Mixed scripts are rejected, so that the word filter cannot be evaded.", "inputSchema": {"type": "object"}}]}`},
}
