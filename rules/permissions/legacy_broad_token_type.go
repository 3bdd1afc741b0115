package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var legacyBroadTokenType = &analyzer.Rule{
	Name:    "legacy-broad-token-type",
	Summary: "a token of a kind that cannot be limited",
	Why: "The format of the token says that it acts for a whole account: it reaches every repository, channel or project " +
		"the person does, whatever the server needs. The provider has a kind that can be limited.",
	Remedy:     "Issue a token of the kind that the message names, revoke this one, and keep the new one out of the file.",
	Severity:   analyzer.Low,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{266},
	OWASP:      []string{"MCP02", "ASI03"},
	SafeMCP:    []string{"T1706"},
	References: []string{
		"https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"chat": {"command": "slack-mcp", "env": {"SLACK_TOKEN": "xoxp-` + `27182818-31415926-q7Wm2ZsX9cRtK4uV"}}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"chat": {"command": "slack-mcp", "env": {"SLACK_TOKEN": "xoxb-` + `27182818-31415926-q7Wm2ZsX9cRtK4uV"}}}}`},
}
