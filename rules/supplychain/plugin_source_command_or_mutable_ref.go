package supplychain

import "github.com/mcplumb/mcplumb/analyzer"

var pluginSourceCommandOrMutableRef = &analyzer.Rule{
	Name:       "plugin-source-command-or-mutable-ref",
	Summary:    "a plugin marketplace follows a repository without a commit",
	Why:        "Whoever may push to the repository changes the servers, hooks and skills of everybody who uses one of its plugins, at the next update and without a review on this side.",
	Remedy:     "Pin the commit (`\"sha\"`), and raise it by a reviewed change.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{829},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1207", "T1201"},
	Bad:        analyzer.Example{File: ".claude/settings.json", Text: `{"extraKnownMarketplaces": {"team": {"source": {"source": "github", "repo": "acme/plugins"}}}}`},
	Good:       analyzer.Example{File: ".claude/settings.json", Text: `{"extraKnownMarketplaces": {"team": {"source": {"source": "github", "repo": "acme/plugins", "sha": "7c0e4bd1f3a95e2288d1c64a0b9f7e3d5c2a1b08"}}}}`},
}
