package approval

import "github.com/mcplumb/mcplumb/analyzer"

var autoEnableProjectServers = &analyzer.Rule{
	Name:    "auto-enable-project-servers",
	Summary: "servers of any project start without asking",
	Why: "A repository declares its servers in a file of its own, and to start one is to run a program. With this switch " +
		"a clone, a pull or a branch of somebody else is enough to run it. In a committed file the switch decides for " +
		"everybody who opens the folder. Headless runs (`claude -p`, cloud agents) load project servers without asking " +
		"even where the switch is off.",
	Remedy: "Remove the switch and list the servers by name, for Claude Code in `enabledMcpjsonServers` of your own " +
		"settings. Keep folder trust on.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{829, 862},
	OWASP:      []string{"MCP04", "MCP07", "ASI04", "ASI09"},
	SafeMCP:    []string{"T1006", "T1403"},
	References: []string{
		"CVE-2025-59536",
		"https://modelcontextprotocol.io/specification/2026-07-28/basic/security_best_practices",
		"https://code.claude.com/docs/en/settings",
	},
	Bad:  analyzer.Example{File: ".claude/settings.json", Text: `{"enableAllProjectMcpServers": true}`},
	Good: analyzer.Example{File: ".claude/settings.json", Text: `{"enableAllProjectMcpServers": false, "enabledMcpjsonServers": ["docs"]}`},
}
