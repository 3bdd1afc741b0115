package schema

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/tree"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// secretCheck looks at every free string that asks for a credential.
var secretCheck = analyzer.Check{
	Rules: []*analyzer.Rule{secretInMCPHeader, secretParameter, secretParameterSession},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			for _, p := range t.Parameters().Free {
				grave, common := asksForSecret(t, p)
				header := mcpHeader(t, p)
				d := analyzer.Diagnostic{Span: at(p), Confidence: sure(pass.File, analyzer.Likely)}
				switch {
				case header != nil && (grave || common || describesSecret(p)) && pass.Enabled(secretInMCPHeader):
					d.Rule, d.Confidence, d.Span = secretInMCPHeader, sure(pass.File, analyzer.Certain), header.Span
					d.Message = called(t) + " copies the secret in " + label(p) + " into an HTTP header, which every proxy on the way sees"
					d.Fix = nil
				case grave:
					d.Rule, d.Confidence = secretParameter, sure(pass.File, analyzer.Certain)
					d.Message = called(t) + " asks the model for a secret in " + label(p) + ", which then stands in every transcript"
				case common:
					d.Rule = secretParameterSession
					d.Message = called(t) + " asks the model for a credential in " + label(p)
				default:
					continue
				}
				pass.Report(d)
			}
		}
	},
}

// mcpHeader returns the x-mcp-header annotation of a parameter in a listing for
// which it has a meaning.
func mcpHeader(t *mcp.Tool, p *mcp.Parameter) *tree.Node {
	if statesBefore(t.Listing, headerRevision) {
		return nil
	}
	return p.Schema.Resolve().Find("x-mcp-header")
}

// headerRevision is the protocol revision that introduced x-mcp-header.
const headerRevision = "2026-07-28"

// asksForSecret tells what a parameter asks for: a key that is lost once it is told,
// or a password or token that can be changed.
func asksForSecret(t *mcp.Tool, p *mcp.Parameter) (grave, common bool) {
	n := p.Words()
	if len(n) == 0 || !argument(p) {
		return false, false
	}
	tail := strings.Join(n[max(0, len(n)-2):], " ")
	last := words.Last(n)
	switch {
	case slices.Contains([]string{"private key", "secret access", "client secret", "seed phrase", "recovery phrase", "mnemonic phrase", "signing key", "service account"}, tail),
		last == "mnemonic", last == "kubeconfig", last == "privatekey", strings.HasSuffix(strings.Join(n, " "), "secret access key"):
		grave = true
	case last == "password", last == "passwd", last == "passphrase", tail == "api key", tail == "access token", tail == "auth token", tail == "bearer token", tail == "api token", tail == "secret key", tail == "refresh token", tail == "github token", last == "apikey", last == "token" && len(n) == 1, last == "credentials", last == "otp", tail == "api secret":
		common = !words.Has(n, "page", "next", "sync", "cursor", "max", "file", "id", "csrf", "device", "continuation", "count", "limit", "type", "name")
	}
	if !grave && !common || setsSecret(t, n) {
		return false, false
	}
	text := p.Explanation()
	for _, cue := range notSecret {
		if strings.Contains(text, cue) {
			return false, false
		}
	}
	return grave && !strings.Contains(text, "path to") && !strings.Contains(text, "file path"), common
}

// notSecret are descriptions of handles, names and identifiers that are called keys
// or tokens.
var notSecret = []string{"pagination", "page token", "next page", "continuation", "cursor", "token address", "token symbol", "token id", "erc20", "erc-20", "contract", "mint", "name of the", "number of tokens", "placeholder", "cancellation token", "path to", "key name", "secret name", "handle", "not a secret", "public", "node", "document token", "obj_token", "license"}

// setsSecret reports whether the tool's purpose is to set or store the secret of
// something.
func setsSecret(t *mcp.Tool, n []string) bool {
	verbs := t.Words()
	sets := words.Has(verbs, "create", "set", "update", "change", "reset", "store", "save", "register", "rotate", "encrypt", "decrypt", "protect", "configure", "add", "generate", "sign", "unlock", "share", "invite", "webhook", "capture")
	return sets && !words.Has(n, "private", "seed", "mnemonic")
}

// describesSecret reports whether a description calls the value a secret or personal
// data.
func describesSecret(p *mcp.Parameter) bool {
	text := mcp.ProseWords(p.Explanation())
	for _, w := range []string{"secret", "password", "credential", "credentials", "token", "ssn", "passport"} {
		if slices.Contains(text, w) {
			return true
		}
	}
	return strings.Contains(p.Explanation(), "api key") || strings.Contains(p.Explanation(), "social security") || strings.Contains(p.Explanation(), "date of birth")
}
