package launching

import "github.com/mcplumb/mcplumb/analyzer"

var configRunsCodeProject = &analyzer.Rule{
	Name:       "config-runs-code-project",
	Summary:    "a committed configuration holds a command that the client runs",
	Why:        "The file comes with the repository, and the client runs the command on the machine of everybody who opens it, while it reads the file and before any server is approved. A pull request that changes one string changes what runs there.",
	Remedy:     "Refer to an environment variable in the committed file, and let every user fill it as they like: `${NAME}`. Commands belong in the user's own settings.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{94, 78},
	OWASP:      []string{"MCP05", "MCP04", "ASI05", "ASI04"},
	SafeMCP:    []string{"T1006", "T1101"},
	References: []string{"CVE-2025-59536"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://notes.example/mcp", "headersHelper": "node scripts/headers.js"}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"type": "http", "url": "https://notes.example/mcp", "headers": {"Authorization": "Bearer ${NOTES_TOKEN}"}}}}`},
}
