package secrets

import (
	"fmt"
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// foreignCheck compares whose credential a remote server is sent with whose host
// the server runs on.
var foreignCheck = analyzer.Check{
	Rules: []*analyzer.Rule{credentialToForeignHost, credentialToForeignHostByName},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			remote(pass, s, s.URL, s.Headers)
			remote(pass, s, s.Launch.RemoteURL, bridged(s))
		}
	},
}

// bridged returns the headers that a bridge such as mcp-remote adds.
func bridged(s *mcp.Server) []mcp.Pair {
	var pairs []mcp.Pair
	for _, h := range s.Launch.Headers {
		pairs = append(pairs, mcp.Pair{Key: h.Name, Value: h.Value})
	}
	return pairs
}

func remote(pass *analyzer.Pass, s *mcp.Server, address mcp.String, headers []mcp.Pair) {
	u, ok := host.Parse(address.Value)
	if !ok || !address.Present() {
		return
	}
	h := u.HostName()
	if h.Kind != host.KindPublic && h.Kind != host.KindAddress || trusted(pass, h) {
		return
	}
	at := address.At(u.Host.Start, u.Host.End)
	for _, pair := range headers {
		verdict := credential.Judge(pair.Key.Value, pair.Value.Value)
		for _, found := range verdict.Secrets {
			if found.Form != credential.ByFormat || !foreign(found.Match.Provider, h) {
				continue
			}
			noun := found.Match.Provider + " " + found.Match.Kind
			foreignFinding(pass, credentialToForeignHost, s, at, h, found.Match.Provider, fmt.Sprintf("%s %s (%s)", article(noun), noun, found.Show(pair.Value.Value)), pair)
		}
		for _, r := range verdict.References {
			if provider := providerOf(r.Name); provider != "" && foreign(provider, h) {
				foreignFinding(pass, credentialToForeignHostByName, s, at, h, provider, r.Name, pair)
			}
		}
	}
}

func foreignFinding(pass *analyzer.Pass, rule *analyzer.Rule, s *mcp.Server, at source.Span, h host.Host, provider, what string, pair mcp.Pair) {
	pass.Report(analyzer.Diagnostic{
		Rule: rule, Span: at,
		Message: fmt.Sprintf("server %q: header %s sends %s to %s, which is not %s's", s.Name.Value, pair.Key.Value, what, h.Name, provider),
		Related: []analyzer.Evidence{{Span: pair.Key.Span, Text: pair.Key.Value, Note: "the header"}},
	})
}

func trusted(pass *analyzer.Pass, h host.Host) bool {
	for _, t := range pass.Settings().TrustedHosts {
		if h.Within(strings.TrimPrefix(t, "*.")) {
			return true
		}
	}
	return false
}

// owner is whom host.Owner calls the provider, and whether others run the
// provider's product under names of their own.
type owner struct {
	name       string
	selfHosted bool
}

// providers maps the providers of credential's table, and the first words of
// variables, to owners of hosts. Those that are missing here have no host by
// which a foreign one could be told.
var providers = sync.OnceValue(func() map[string]owner {
	return map[string]owner{
		"anthropic": {"anthropic", false}, "claude": {"anthropic", false}, "openai": {"openai", false}, "google": {"google", false}, "gemini": {"google", false},
		"github": {"github", false}, "gh": {"github", false}, "gitlab": {"gitlab", true}, "bitbucket": {"atlassian", false}, "atlassian": {"atlassian", true},
		"jira": {"atlassian", true}, "confluence": {"atlassian", true}, "trello": {"atlassian", false}, "hugging face": {"huggingface", false}, "hf": {"huggingface", false},
		"slack": {"slack", false}, "discord": {"discord", true}, "telegram": {"telegram", true}, "notion": {"notion", false}, "linear": {"linear", false},
		"figma": {"figma", false}, "asana": {"asana", false}, "airtable": {"airtable", false}, "clickup": {"clickup", false}, "hubspot": {"hubspot", false},
		"intercom": {"intercom", false}, "stripe": {"stripe", false}, "square": {"square", false}, "paypal": {"paypal", false}, "shopify": {"shopify", false},
		"aws": {"aws", false}, "azure": {"microsoft", false}, "azure devops": {"microsoft", false}, "digitalocean": {"digitalocean", false}, "cloudflare": {"cloudflare", false},
		"heroku": {"heroku", false}, "vercel": {"vercel", false}, "netlify": {"netlify", false}, "supabase": {"supabase", true}, "neon": {"neon", false},
		"npm": {"npm", false}, "pypi": {"pypi", false}, "docker hub": {"docker", false}, "dockerhub": {"docker", false}, "postman": {"postman", false},
		"sendgrid": {"twilio", false}, "twilio": {"twilio", false}, "dropbox": {"dropbox", false}, "datadog": {"datadog", false},
		"perplexity": {"perplexity", false}, "tavily": {"tavily", false}, "firecrawl": {"firecrawl", true}, "brave search": {"brave", false},
		"mongodb atlas": {"mongodb", false}, "databricks": {"databricks", false}, "salesforce": {"salesforce", false},
	}
})

// foreign reports whether a host belongs to somebody else than the provider. What
// is offered for running oneself, and a host that bears the provider's name, may
// be the provider's own product.
func foreign(provider string, h host.Host) bool {
	o, known := providers()[strings.ToLower(provider)]
	if !known || o.selfHosted && h.Service() == "" {
		return false
	}
	return h.Owner() != o.name && !strings.Contains(h.Name, o.name)
}

// providerOf reads whose credential a variable holds from its first word. Only
// names that promise a secret count.
func providerOf(variable string) string {
	if c := credential.ClassifyName(variable); c != credential.NameSecret && c != credential.NamePassword {
		return ""
	}
	word, _, ok := strings.Cut(strings.ToLower(variable), "_")
	if _, known := providers()[word]; !ok || !known {
		return ""
	}
	return word
}
