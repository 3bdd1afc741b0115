package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var livePaymentOrTradingCredential = &analyzer.Rule{
	Name:    "live-payment-or-trading-credential",
	Summary: "a server holds a live key that moves money without limit",
	Why: "An unrestricted live key refunds, charges and pays out. Money that moved does not come back, and the model " +
		"needs one convincing text to move it. The leak of the key itself is reported apart; this is about what it can " +
		"do.",
	Remedy: "Use a restricted key that can do the one thing the server is for, keep it out of the file, and let a person " +
		"approve each call that pays.",
	Severity:   analyzer.High,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "MCP01", "LLM06", "ASI02"},
	SafeMCP:    []string{"T2104"},
	References: []string{"https://docs.stripe.com/keys#limit-access", "https://docs.stripe.com/mcp"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"stripe": {"command": "npx", "args": ["-y", "@stripe/mcp@0.2.4"], "env": {"STRIPE_SECRET_KEY": "sk_live_` + `4Q9cVx2mTz7LpWk3BnRs"}}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"stripe": {"command": "npx", "args": ["-y", "@stripe/mcp@0.2.4"], "env": {"STRIPE_SECRET_KEY": "rk_live_` + `4Q9cVx2mTz7LpWk3BnRs"}}}}`},
}
