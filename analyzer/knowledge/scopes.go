package knowledge

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"strings"
	"sync"
)

// A Grant is an OAuth scope or application permission that hands over more than
// an agent needs.
type Grant struct {
	Provider string `json:"provider"`
	Scope    string `json:"scope"`   // as the provider writes it
	Level    string `json:"level"`   // critical, high, medium or low
	Plain    bool   `json:"plain"`   // a word that other providers use too, so the provider must be known
	Instead  string `json:"instead"` // the narrower choice
	Source   string `json:"source"`
}

//go:embed scopes.json
var scopesJSON []byte

var grants = sync.OnceValue(func() map[string][]Grant {
	list, err := parseGrants(scopesJSON)
	if err != nil {
		panic("knowledge: scopes.json: " + err.Error()) // a test reads the embedded table
	}
	index := map[string][]Grant{}
	for _, g := range list {
		index[scopeKey(g.Scope)] = append(index[scopeKey(g.Scope)], g)
	}
	return index
})

func parseGrants(data []byte) ([]Grant, error) {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	var list []Grant
	err := decoder.Decode(&list)
	return list, err
}

// scopeKey folds the ways to write one scope: Google's long form and its last
// word, Microsoft's permission with and without the address of Graph.
func scopeKey(scope string) string {
	for _, prefix := range []string{"https://www.googleapis.com/auth/", "https://graph.microsoft.com/"} {
		scope = strings.TrimPrefix(scope, prefix)
	}
	return strings.ToLower(scope)
}

// GrantOf returns what is known about a scope. The provider may be "", and then
// words that several providers use are not found.
func GrantOf(provider, scope string) (Grant, bool) {
	for _, g := range grants()[scopeKey(scope)] {
		if g.Provider == provider || provider == "" && !g.Plain && strings.ContainsAny(scope, ":._/") {
			return g, true
		}
	}
	return Grant{}, false
}

// ProviderIn returns the provider whose name stands as a word of the text (a host,
// a package, a variable's name), "" when none or several do.
func ProviderIn(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	found := ""
	for _, word := range words {
		provider := aliases[word]
		if provider == "" || provider == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = provider
	}
	return found
}

// aliases are the words by which providers are called.
var aliases = map[string]string{
	"github": "github", "gitlab": "gitlab", "slack": "slack",
	"google": "google", "gmail": "google", "gdrive": "google", "googleapis": "google", "gcp": "google",
	"microsoft": "microsoft", "azure": "microsoft", "msgraph": "microsoft", "outlook": "microsoft", "sharepoint": "microsoft", "microsoftonline": "microsoft",
	"atlassian": "atlassian", "jira": "atlassian", "confluence": "atlassian",
	"salesforce": "salesforce", "linear": "linear", "heroku": "heroku", "digitalocean": "digitalocean",
	"stripe": "stripe", "paypal": "paypal", "notion": "notion", "sentry": "sentry", "supabase": "supabase", "aws": "aws",
}
