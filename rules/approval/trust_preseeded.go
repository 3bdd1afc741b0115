package approval

import "github.com/mcplumb/mcplumb/analyzer"

var trustPreseeded = &analyzer.Rule{
	Name:    "trust-preseeded",
	Summary: "the trust question is answered in the file",
	Why: "Clients ask whether a folder is to be trusted because trust starts programs. A file that carries the answer " +
		"answers for the next person, or for every container made from the image, and nobody was asked.",
	Remedy:     "Remove the setting from the file. Trust is given by the person at the machine, once for each project.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{862},
	OWASP:      []string{"MCP07", "ASI09"},
	SafeMCP:    []string{"T1403", "T1006"},
	References: []string{
		"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices",
		"CVE-2026-81376",
	},
	Bad:  analyzer.Example{File: "image/claude.json", Text: `{"projects": {"/workspace": {"hasTrustDialogAccepted": true, "mcpServers": {}}}}`},
	Good: analyzer.Example{File: "image/claude.json", Text: `{"projects": {"/workspace": {"hasTrustDialogAccepted": false, "mcpServers": {}}}}`},
}
