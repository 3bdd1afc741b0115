package permissions

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// scopesCheck looks at every OAuth scope an entry asks for. A scope is reported
// once: as a wildcard, or by what the table says of it.
var scopesCheck = analyzer.Check{
	Rules: []*analyzer.Rule{
		wildcardScope, wildcardScopeRead,
		oauthScopeTooBroad, oauthScopeTooBroadAdmin, oauthScopeTooBroadTenant, oauthScopeTooBroadMinor,
	},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			scopes := s.Scopes()
			if len(scopes) == 0 {
				continue
			}
			whose := provider(s)
			for _, scope := range scopes {
				if rule, says := wildcard(scope.Value); rule != nil {
					report(pass, s, analyzer.Diagnostic{Rule: rule, Span: scope.Span,
						Message: fmt.Sprintf("%s asks for scope %q, which %s; name the scopes that its tools need", subject(s), scope.Value, says)})
					continue
				}
				grant, ok := knowledge.GrantOf(cmp.Or(whose, knowledge.ProviderIn(scope.Key.Value)), scope.Value)
				if !ok {
					continue
				}
				report(pass, s, analyzer.Diagnostic{Rule: scopeRule(grant.Level), Span: scope.Span,
					Message: fmt.Sprintf("%s asks for scope %q; narrower: %s", subject(s), scope.Value, grant.Instead)})
			}
		}
	},
}

// scopeRule returns the rule for a level of knowledge.Grant.
func scopeRule(level string) *analyzer.Rule {
	switch level {
	case "critical":
		return oauthScopeTooBroadTenant
	case "high":
		return oauthScopeTooBroadAdmin
	case "medium":
		return oauthScopeTooBroad
	case "low":
		return oauthScopeTooBroadMinor
	}
	return nil
}

// wildcard reads a scope that stands for many.
func wildcard(scope string) (*analyzer.Rule, string) {
	lower := strings.ToLower(scope)
	switch lower {
	case "*", "all", "full", "full-access", "full_access", "fullaccess", "*:*", "*.*", "admin:*":
		return wildcardScope, "grants everything"
	}
	if strings.HasSuffix(lower, "/.default") || lower == ".default" {
		return wildcardScopeRead, "stands for every permission the application was ever given"
	}
	resource, ok := strings.CutSuffix(lower, "*")
	if !ok || resource == "" || !strings.HasSuffix(resource, ":") && !strings.HasSuffix(resource, ".") && !strings.HasSuffix(resource, "/") {
		return nil, ""
	}
	name := strings.TrimRight(resource, ":./")
	if name == "read" || strings.HasSuffix(name, ":read") || strings.HasSuffix(name, ".read") {
		return wildcardScopeRead, "reads everything"
	}
	return wildcardScope, "grants every operation on " + name
}

// provider tells whose scopes a server asks for: by the known server, else by the
// words of its address, package and name.
func provider(s *mcp.Server) string {
	if known := s.Known(); known != nil && known.Provider != "" {
		return known.Provider
	}
	for _, text := range []string{s.URL.Value, s.Launch.RemoteURL.Value, s.Launch.Package.Name, s.Name.Value} {
		if p := knowledge.ProviderIn(text); p != "" {
			return p
		}
	}
	return ""
}
