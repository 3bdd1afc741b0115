package cloud

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// identityCheck evaluates what a policy allows its identity. An action is reported
// once, by the gravest rule that explains it. Statements with a principal are
// another kind of policy and not looked at, and neither are boundaries and service
// control policies, which grant nothing.
var identityCheck = analyzer.Check{
	Rules: []*analyzer.Rule{
		adminStar, invertedAllow, serviceWildcardOnAll, serviceWildcardOnAllMinor, passroleUnbounded,
		privilegeEscalationActions, bulkDataReadOnAllSecrets, bulkDataReadOnAll,
	},
	Run: func(pass *analyzer.Pass) {
		for _, p := range pass.File.IAM {
			if p.Guardrail {
				continue
			}
			e := evaluate(p)
			for i, s := range p.Statements {
				if !s.Allow || len(s.Principals)+len(s.NotPrincipals) > 0 || bounded(s) {
					continue
				}
				if d, ok := inverted(s, name(s, i)); ok && pass.Enabled(invertedAllow) && !e.denied(nothing+":"+nothing) {
					pass.ReportWeighed(d, "")
					continue
				}
				for _, a := range s.Actions {
					if d, ok := judge(pass, e, s, a); ok {
						d.Span = a.Span
						d.Message = name(s, i) + " " + d.Message
						pass.ReportWeighed(d, "")
					}
				}
			}
		}
	},
}

// name is how a statement is called in messages.
func name(s *mcp.IAMStatement, i int) string {
	if s.Sid.Value != "" {
		return fmt.Sprintf("statement %q", s.Sid.Value)
	}
	return fmt.Sprintf("statement %d", i+1)
}

// inverted finds an Allow that lists what it does not mean.
func inverted(s *mcp.IAMStatement, name string) (analyzer.Diagnostic, bool) {
	d := analyzer.Diagnostic{Rule: invertedAllow}
	switch {
	case len(s.NotActions) > 0 && everyResource(s, "iam"):
		d.Span = s.NotActions[0].Span
		if n := s.Node.Find("NotAction"); n != nil {
			d.Span.Start, d.Span.End = n.KeySpan.Start, n.Span.End
		}
		d.Message = name + " allows every action but those in NotAction, on every resource, those of new services too; list what is needed in Action"
		return d, true
	case len(s.NotResources) > 0:
		service, _, _ := strings.Cut(first(s.Actions), ":")
		if !everyResource(s, service) {
			return d, false
		}
		if n := s.Node.Find("NotResource"); n != nil {
			d.Span.Start, d.Span.End = n.KeySpan.Start, n.Span.End
		}
		d.Message = name + " allows its actions on every resource but those in NotResource, new ones too; list the resources"
		return d, true
	}
	return d, false
}

func first(list []mcp.String) string {
	if len(list) == 0 {
		return ""
	}
	return list[0].Value
}

// judge evaluates one action pattern of an allowing statement.
func judge(pass *analyzer.Pass, e *evaluation, s *mcp.IAMStatement, a mcp.String) (analyzer.Diagnostic, bool) {
	if coversEverything(a.Value) {
		return judgeEverything(pass, e, s, a)
	}
	for _, service := range wholeServices(a.Value) {
		if d, ok := judgeService(pass, e, s, a, service); ok {
			return d, true
		}
	}
	return judgeActions(pass, e, s, a)
}

// judgeService reads a pattern that covers a service whole.
func judgeService(pass *analyzer.Pass, e *evaluation, s *mcp.IAMStatement, a mcp.String, service string) (analyzer.Diagnostic, bool) {
	rule := serviceWildcardOnAllMinor
	if services()[service] {
		rule = serviceWildcardOnAll
	}
	if !pass.Enabled(rule) || !everyResource(s, service) || e.denied(service+":"+nothing) {
		return analyzer.Diagnostic{}, false
	}
	return analyzer.Diagnostic{Rule: rule,
		Message: fmt.Sprintf("allows every action of %s (%s) on every resource; list the actions and the ARNs", service, a.Value)}, true
}

// judgeEverything reads "*": an administrator, or whatever the denials leave.
func judgeEverything(pass *analyzer.Pass, e *evaluation, s *mcp.IAMStatement, a mcp.String) (analyzer.Diagnostic, bool) {
	if !everyResource(s, "iam") {
		return judgeActions(pass, e, s, a)
	}
	if e.denied(nothing + ":" + nothing) { // a denial with NotAction leaves only its list
		for _, service := range slices.Sorted(maps.Keys(services())) {
			if d, ok := judgeService(pass, e, s, a, service); ok {
				return d, true
			}
		}
		return judgeActions(pass, e, s, a)
	}
	if pass.Enabled(adminStar) && !e.denied("iam:CreateUser") && !e.denied("iam:AttachUserPolicy") && !e.denied("iam:PassRole") {
		return analyzer.Diagnostic{Rule: adminStar,
			Message: fmt.Sprintf("allows every action (%s) on every resource, which makes its holder an administrator of the account; allow what its tools need", a.Value)}, true
	}
	return analyzer.Diagnostic{Rule: serviceWildcardOnAll,
		Message: fmt.Sprintf("allows every action (%s) on every resource but what the policy denies; list the actions and the ARNs", a.Value)}, true
}

// judgeActions looks for single actions that a pattern covers.
func judgeActions(pass *analyzer.Pass, e *evaluation, s *mcp.IAMStatement, a mcp.String) (analyzer.Diagnostic, bool) {
	open := func(action string) bool {
		service, _, _ := strings.Cut(action, ":")
		return match(a.Value, action) && everyResource(s, service) && !e.denied(action)
	}
	if open("iam:PassRole") && pass.Enabled(passroleUnbounded) {
		return analyzer.Diagnostic{Rule: passroleUnbounded,
			Message: fmt.Sprintf("lets every role be passed to every service (%s); name the roles and set iam:PassedToService", a.Value)}, true
	}
	for _, c := range []struct {
		rule    *analyzer.Rule
		actions []string
		words   string
	}{
		{privilegeEscalationActions, escalations, "allows %s on every resource, by which its holder can become administrator; remove it or name the resources"},
		{bulkDataReadOnAllSecrets, secretReads, "allows %s on every resource, which reads the secrets of the whole account; name the secrets"},
		{bulkDataReadOnAll, dataReads, "allows %s on every resource, which reads the data of the whole account; name the buckets, tables or log groups"},
	} {
		if i := slices.IndexFunc(c.actions, open); i >= 0 && pass.Enabled(c.rule) {
			return analyzer.Diagnostic{Rule: c.rule, Message: fmt.Sprintf(c.words, spelled(a.Value, c.actions[i]))}, true
		}
	}
	return analyzer.Diagnostic{}, false
}

// spelled names an action, and the pattern that covers it where that is another.
func spelled(pattern, action string) string {
	if strings.EqualFold(pattern, action) {
		return action
	}
	return fmt.Sprintf("%s (%s)", action, pattern)
}
