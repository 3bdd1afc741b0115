package permissions

import "github.com/mcplumb/mcplumb/analyzer"

var livePaymentOrTradingCredentialNamed = &analyzer.Rule{
	Name:    "live-payment-or-trading-credential-named",
	Summary: "a server gets a key that trades or signs for a wallet",
	Why: "By its name the variable holds a key to an exchange or a wallet. Whoever talks the model into a call with it " +
		"trades or pays, and nobody can take that back.",
	Remedy: "Use a key without the right to withdraw, a wallet with little in it or a test network, and let a person " +
		"approve each call.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{250},
	OWASP:      []string{"MCP02", "MCP01", "LLM06", "ASI02"},
	SafeMCP:    []string{"T2104"},
	References: []string{"https://docs.stripe.com/keys#limit-access", "https://docs.stripe.com/mcp"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"desk": {"command": "exchange-mcp", "env": {"BINANCE_API_SECRET": "${BINANCE_API_SECRET}"}}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"desk": {"command": "exchange-mcp", "env": {"BINANCE_API_SECRET": "${BINANCE_API_SECRET}", "BINANCE_TESTNET": "true"}}}}`},
}
