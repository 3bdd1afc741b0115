package permissions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// credentialsCheck looks at what a credential allows, not at its being there.
var credentialsCheck = analyzer.Check{
	Rules: []*analyzer.Rule{livePaymentOrTradingCredential, livePaymentOrTradingCredentialNamed, legacyBroadTokenType},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for value := range values(s) {
				for _, m := range credential.Find(value.Value) {
					if byFormat(pass, s, value, m) {
						break // one a value says enough
					}
				}
			}
			if key, what := tradingKey(s); key.Present() {
				report(pass, s, analyzer.Diagnostic{Rule: livePaymentOrTradingCredentialNamed, Span: key.Span,
					Message: fmt.Sprintf("%s gets %s, which %s; use a key that cannot move money, or approve each call", subject(s), key.Value, what)})
			}
		}
	},
}

// byFormat judges a credential whose format says what it can do, and reports
// whether it had something to say.
func byFormat(pass *analyzer.Pass, s *mcp.Server, value mcp.String, m credential.Match) bool {
	if m.Sample || m.Broken || m.Test || m.Public {
		return false
	}
	switch {
	case m.Provider == "Stripe" && (m.Kind == "secret key" || m.Kind == "organization key"), m.Provider == "PayPal" && m.Grave:
		report(pass, s, analyzer.Diagnostic{Rule: livePaymentOrTradingCredential, Span: value.At(m.Start, m.End),
			Message: fmt.Sprintf("%s holds a live %s %s, which can move money without limit; a restricted key can do one thing", subject(s), m.Provider, m.Kind)})
	case m.Prefix == "ghp_", m.Provider == "Slack" && m.Kind == "user token", m.Provider == "OpenAI" && (m.Kind == "user key" || m.Kind == "API key"):
		report(pass, s, analyzer.Diagnostic{Rule: legacyBroadTokenType, Span: value.At(m.Start, m.End),
			Message: fmt.Sprintf("%s holds a %s %s, which acts as the whole account; %s", subject(s), m.Provider, m.Kind, narrower(m.Provider))})
	default:
		return false
	}
	return true
}

// narrower returns a provider's token type that can be limited.
func narrower(provider string) string {
	switch provider {
	case "GitHub":
		return "a fine-grained token names repositories and permissions"
	case "Slack":
		return "a bot token has its own granular scopes"
	case "OpenAI":
		return "a project key is limited to one project"
	}
	return ""
}

// values yields everything in an entry that may hold a credential.
func values(s *mcp.Server) func(yield func(mcp.String) bool) {
	return func(yield func(mcp.String) bool) {
		for _, v := range environment(s) {
			if !yield(v) {
				return
			}
		}
		for _, h := range s.Headers {
			if !yield(h.Value) {
				return
			}
		}
		for a := range arguments(s) {
			if !yield(a) {
				return
			}
		}
		yield(s.URL)
	}
}

// exchanges and wallets are the words by which a variable says that its key moves
// money.
var (
	exchanges = []string{"binance", "coinbase", "kraken", "bybit", "okx", "kucoin", "bitget", "bitfinex", "alpaca", "ibkr", "hyperliquid", "polymarket", "bitmex", "deribit", "zerodha", "kite"}
	wallets   = []string{"wallet", "eth", "ethereum", "evm", "solana", "btc", "bitcoin", "sui", "aptos", "polygon", "deployer", "signer"}
	paper     = []string{"paper", "testnet", "sandbox", "test", "demo", "devnet", "sepolia", "goerli"}
)

// tradingKey returns a variable that by its name holds a key to an exchange or a
// wallet. A test network anywhere in the entry makes it harmless.
func tradingKey(s *mcp.Server) (mcp.String, string) {
	var key mcp.String
	what := ""
	for k, v := range environment(s) {
		w := words.Split(k.Value)
		if slices.ContainsFunc(w, func(word string) bool { return slices.Contains(paper, word) }) && isOn(v.Value) || saysPaper(v.Value) {
			return mcp.String{}, ""
		}
		if key.Present() || !isHeld(k.Value, v.Value) {
			continue
		}
		switch {
		case slices.ContainsFunc(w, func(word string) bool { return slices.Contains(exchanges, word) }) && (slices.Contains(w, "secret") || hasRun(w, "private", "key")):
			key, what = k, "can trade and withdraw at an exchange"
		case slices.Contains(w, "mnemonic") || hasRun(w, "seed", "phrase"):
			key, what = k, "is the whole wallet"
		case hasRun(w, "private", "key") && slices.ContainsFunc(w, func(word string) bool { return slices.Contains(wallets, word) }):
			key, what = k, "signs every transaction of the wallet"
		}
	}
	return key, what
}

// isHeld reports whether a variable has a value or refers to one.
func isHeld(name, value string) bool {
	switch credential.Judge(name, value).Class {
	case credential.Literal, credential.Ref:
		return true
	}
	return false
}

func saysPaper(value string) bool {
	if len(value) > 200 || !strings.Contains(value, "://") {
		return false
	}
	return slices.ContainsFunc(words.Split(value), func(w string) bool { return slices.Contains(paper, w) })
}

func hasRun(w []string, first, second string) bool {
	for i := 0; i+1 < len(w); i++ {
		if w[i] == first && w[i+1] == second {
			return true
		}
	}
	return false
}
