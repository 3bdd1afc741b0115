package approval

import "github.com/mcplumb/mcplumb/analyzer"

var trustPreseededUser = &analyzer.Rule{
	Name:    "trust-preseeded-user",
	Summary: "trust is given to everything in a person's own settings",
	Why: "The setting is a person's own, but it covers every folder and clone to come, also the one that was made to be " +
		"opened.",
	Remedy:     "Remove the setting, and trust single projects when the client asks.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{862},
	OWASP:      []string{"MCP07", "ASI09"},
	SafeMCP:    []string{"T1403", "T1006"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices",
		"CVE-2026-81376",
	},
	Bad:  analyzer.Example{File: "home/.config/Code/User/settings.json", Text: `{"security.workspace.trust.enabled": false, "mcp": {"servers": {}}}`},
	Good: analyzer.Example{File: "home/.config/Code/User/settings.json", Text: `{"security.workspace.trust.enabled": true, "mcp": {"servers": {}}}`},
}
