package knowledge

import "strings"

// A Grant is an OAuth scope or application permission that hands over more than
// an agent needs.
type Grant struct {
	Provider string
	Scope    string // as the provider writes it
	Level    string // critical, high, medium or low
	Plain    bool   // a word that other providers use too, so the provider must be known
	Instead  string // the narrower choice
	Source   string
}

// scopeKey folds the ways to write one scope: Google's long form and its last
// word, Microsoft's permission with and without the address of Graph.
func scopeKey(scope string) string {
	for _, prefix := range []string{"https://www.googleapis.com/auth/", "https://graph.microsoft.com/"} {
		scope = strings.TrimPrefix(scope, prefix)
	}
	return scope
}

// GrantOf returns what is known about a scope. The provider may be "", and then
// words that several providers use are not found.
func GrantOf(provider, scope string) (Grant, bool) {
	key := scopeKey(scope)
	for i := range grants {
		g := &grants[i]
		if !strings.EqualFold(scopeKey(g.Scope), key) {
			continue
		}
		if g.Provider == provider || provider == "" && !g.Plain && strings.ContainsAny(scope, ":._/") {
			return *g, true
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
		provider := providerCalled(word)
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

// providerCalled returns the provider that a word stands for, "" for none.
func providerCalled(word string) string {
	switch word {
	case "github", "gitlab", "slack", "salesforce", "linear", "heroku", "digitalocean", "stripe", "paypal", "notion", "sentry", "supabase", "aws":
		return word
	case "google", "gmail", "gdrive", "googleapis", "gcp":
		return "google"
	case "microsoft", "azure", "msgraph", "outlook", "sharepoint", "microsoftonline":
		return "microsoft"
	case "atlassian", "jira", "confluence":
		return "atlassian"
	}
	return ""
}
