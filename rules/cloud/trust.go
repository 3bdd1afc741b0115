package cloud

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// trustCheck evaluates who may become a role.
var trustCheck = analyzer.Check{
	Rules: []*analyzer.Rule{openTrustPolicy},
	Run: func(pass *analyzer.Pass) {
		for _, p := range pass.File.IAM {
			e := evaluate(p)
			for i, s := range p.Statements {
				if !s.Allow || !opensRole(s) || e.denied("sts:AssumeRole") {
					continue
				}
				for _, who := range s.Principals {
					if says := openTo(s, who); says != "" {
						pass.ReportWeighed(analyzer.Diagnostic{Rule: openTrustPolicy, Span: who.Value.Span,
							Message: fmt.Sprintf("%s lets %s become this role; name the principal and add a condition", name(s, i), says)}, "")
					}
				}
			}
		}
	},
}

// opensRole reports whether a statement is about becoming a role.
func opensRole(s *mcp.IAMStatement) bool {
	for _, action := range []string{"sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"} {
		if covers(s, action) {
			return len(s.Resources) == 0 // resource policies name a resource, trust policies do not
		}
	}
	return false
}

// openTo says who a principal lets in without anything that narrows it, "" when
// something does.
func openTo(s *mcp.IAMStatement, who mcp.IAMPrincipal) string {
	value := who.Value.Value
	switch who.Kind {
	case "", "AWS":
		if value == "*" && !bounded(s) {
			return "every AWS account"
		}
	case "Federated":
		if strings.Contains(value, "token.actions.githubusercontent.com") {
			if !bindsSubject(s) {
				return "workflows of every GitHub repository"
			}
		} else if strings.Contains(value, ":oidc-provider/") && !bindsSubject(s) && !hasKey(s, ":aud") {
			return "every identity of the provider"
		}
	}
	return ""
}

// bindsSubject reports whether a condition fixes the subject of the token to
// something narrower than every repository.
func bindsSubject(s *mcp.IAMStatement) bool {
	for _, c := range s.Conditions {
		key := strings.ToLower(c.Key.Value)
		if !strings.HasSuffix(key, ":sub") && !strings.HasSuffix(key, ":repository") && !strings.HasSuffix(key, ":repository_owner") && !strings.HasSuffix(key, ":job_workflow_ref") {
			continue
		}
		if !slices.ContainsFunc(c.Values, func(v mcp.String) bool { return anySubject(v.Value) }) {
			return true
		}
	}
	return false
}

// anySubject reports whether a pattern matches the subject of anybody's token.
func anySubject(pattern string) bool {
	return match(pattern, "repo:"+nothing+"/"+nothing+":ref:refs/heads/"+nothing) || match(pattern, nothing)
}

func hasKey(s *mcp.IAMStatement, suffix string) bool {
	return slices.ContainsFunc(s.Conditions, func(c mcp.IAMCondition) bool { return strings.HasSuffix(strings.ToLower(c.Key.Value), suffix) })
}
