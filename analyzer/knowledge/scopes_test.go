package knowledge

import (
	"slices"
	"testing"
)

func TestScopesTable(t *testing.T) {
	seen := map[string]bool{}
	for _, g := range grants {
		if seen[g.Provider+" "+g.Scope] {
			t.Errorf("%s %s stands twice", g.Provider, g.Scope)
		}
		seen[g.Provider+" "+g.Scope] = true
		if providerCalled(g.Provider) != g.Provider || g.Instead == "" || !slices.Contains([]string{"critical", "high", "medium", "low"}, g.Level) {
			t.Errorf("incomplete: %+v", g)
		}
		checkSource(t, g.Scope, g.Source)
		if got, ok := GrantOf(g.Provider, g.Scope); !ok || got.Scope != g.Scope {
			t.Errorf("%s %s is not found again", g.Provider, g.Scope)
		}
	}
}

func TestGrantOf(t *testing.T) {
	for _, c := range []struct{ provider, scope, level string }{
		{"github", "repo", "medium"},
		{"", "repo", ""}, // a word that says nothing without its provider
		{"gitlab", "repo", ""},
		{"", "admin:org", "high"},
		{"", "https://mail.google.com/", "high"},
		{"google", "drive", "high"},
		{"", "drive", ""},
		{"", "https://www.googleapis.com/auth/drive.file", ""},
		{"", "https://graph.microsoft.com/Directory.ReadWrite.All", "critical"},
		{"", "directory.readwrite.all", "critical"},
		{"", "read:org", ""},
	} {
		if g, _ := GrantOf(c.provider, c.scope); g.Level != c.level {
			t.Errorf("%q %q: %q, want %q", c.provider, c.scope, g.Level, c.level)
		}
	}
}

func TestProviderIn(t *testing.T) {
	for text, want := range map[string]string{
		"GITHUB_OAUTH_SCOPES":           "github",
		"https://slack.com/oauth/v2":    "slack",
		"@org/gmail-google-mcp":         "google",
		"github-to-slack":               "",
		"linear-algebra":                "linear", // a word is a word; callers ask only beside a scope
		"myorg":                         "",
		"accounts.google.com/o/oauth2/": "google",
	} {
		if got := ProviderIn(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
