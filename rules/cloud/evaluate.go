package cloud

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// match reports whether an IAM pattern matches: "*" stands for any run of
// characters and "?" for one, as in AWS, whatever the case. It takes time in the
// product of the lengths at worst and never backtracks further than one star.
func match(pattern, s string) bool {
	pattern, s = strings.ToLower(pattern), strings.ToLower(s)
	p, i := 0, 0
	star, from := -1, 0
	for i < len(s) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, i
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == s[i]):
			p++
			i++
		case star >= 0:
			from++
			p, i = star+1, from
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// nothing is an action that no service has, so that only a wildcard covers it.
const nothing = "Zzqx"

// coversEverything reports whether a pattern covers every action of every
// service, whichever way it is written.
func coversEverything(pattern string) bool { return match(pattern, nothing+":"+nothing) }

// wholeServices returns the services that a pattern covers whole. One written with
// a wildcard is looked up among the known ones.
func wholeServices(pattern string) []string {
	service, _, ok := strings.Cut(strings.ToLower(pattern), ":")
	if !ok || !match(pattern[len(service)+1:], nothing) {
		return nil
	}
	if !strings.ContainsAny(service, "*?") {
		return []string{service}
	}
	var found []string
	for known := range services() {
		if match(service, known) {
			found = append(found, known)
		}
	}
	slices.Sort(found)
	return found
}

// everyResource reports whether a statement reaches all resources of a service.
func everyResource(s *mcp.IAMStatement, service string) bool {
	if len(s.NotResources) > 0 {
		return !slices.ContainsFunc(s.NotResources, func(r mcp.String) bool { return isEveryResource(r.Value, service) })
	}
	return slices.ContainsFunc(s.Resources, func(r mcp.String) bool { return isEveryResource(r.Value, service) })
}

// isEveryResource reads "*", an ARN that ends in a wildcard where the names begin,
// and one that names a kind of resource and no name: role/*, secret:*. An ARN with
// a region of its own is narrower, one with an account is not: the account is what
// the policy lives in.
func isEveryResource(pattern, service string) bool {
	if pattern != "" && strings.Trim(pattern, "*") == "" {
		return true
	}
	parts := strings.SplitN(pattern, ":", 6)
	if parts[0] != "arn" || len(parts) < 2 {
		return false
	}
	last := len(parts) - 1
	if len(parts) > 2 && last != 2 && parts[2] != service && !(strings.ContainsAny(parts[2], "*?") && match(parts[2], service)) {
		return false
	}
	if last == 2 && parts[2] != "*" {
		return false
	}
	if last < 5 {
		return strings.Trim(parts[last], "*") == "" && parts[last] != ""
	}
	if region := parts[3]; region != "" && strings.Trim(region, "*") != "" {
		return false
	}
	name := parts[5]
	if name == "*" || name == "*/*" || name == "*:*" {
		return true
	}
	if service == "s3" {
		return false // bucket/* is one bucket
	}
	kind := strings.TrimRight(name, "*")
	return kind != name && len(kind) > 1 && strings.Count(kind, "/")+strings.Count(kind, ":") == 1 && strings.ContainsAny(kind[len(kind)-1:], "/:")
}

// Condition keys in lower case. The boundless ones bound neither who acts nor on
// what. The present ones are in every request; of others an ...IfExists test is
// passed by leaving them out.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html.
var (
	boundless = []string{"aws:securetransport", "aws:currenttime", "aws:epochtime", "aws:tokenissuetime", "aws:useragent", "aws:referer"}
	present   = []string{"aws:principalarn", "aws:principalaccount", "aws:principaltype", "aws:userid", "aws:requestedregion", "aws:sourceip"}
)

// bounded reports whether a condition narrows a statement.
func bounded(s *mcp.IAMStatement) bool {
	return slices.ContainsFunc(s.Conditions, func(c mcp.IAMCondition) bool { return !vacuous(c) })
}

// vacuous reports whether a condition lets nearly everything pass: it accepts
// every value, shuts out only some, is about a key that bounds nothing, or is
// passed by a request without the key.
func vacuous(c mcp.IAMCondition) bool {
	key, operator := strings.ToLower(c.Key.Value), strings.ToLower(c.Operator)
	if slices.Contains(boundless, key) || strings.Contains(operator, "not") {
		return true
	}
	if strings.HasSuffix(operator, "ifexists") && !slices.Contains(present, key) {
		return true
	}
	accepts := func(value string) bool {
		switch {
		case operator == "null":
			return value == "true"
		case strings.Contains(operator, "ipaddress"):
			return value == "0.0.0.0/0" || value == "::/0"
		}
		return strings.Contains(operator, "like") && value != "" && strings.Trim(value, "*") == ""
	}
	return slices.ContainsFunc(c.Values, func(v mcp.String) bool { return accepts(v.Value) })
}

// covers reports whether a statement speaks about an action.
func covers(s *mcp.IAMStatement, action string) bool {
	in := func(list []mcp.String) bool {
		return slices.ContainsFunc(list, func(a mcp.String) bool { return match(a.Value, action) })
	}
	if len(s.NotActions) > 0 {
		return !in(s.NotActions)
	}
	return in(s.Actions)
}

// An evaluation answers what a policy denies. It remembers its answers, since the
// same few actions are asked about for each allowing statement.
type evaluation struct {
	denials []*mcp.IAMStatement // those without a condition: a conditional one may not apply
	answers map[string]bool
	budget  int
}

// evaluationBudget bounds the statements that are compared for one policy; the
// longest that AWS accepts needs a tenth. Beyond it nothing counts as denied.
const evaluationBudget = 200_000

func evaluate(p *mcp.IAMPolicy) *evaluation {
	e := &evaluation{answers: map[string]bool{}, budget: evaluationBudget}
	for _, s := range p.Statements {
		if !s.Allow && len(s.Conditions) == 0 {
			e.denials = append(e.denials, s)
		}
	}
	return e
}

// denied reports whether the policy denies an action on all resources, or on all
// but some, whatever the circumstances.
func (e *evaluation) denied(action string) bool {
	if answer, ok := e.answers[action]; ok {
		return answer
	}
	service, _, _ := strings.Cut(action, ":")
	answer := slices.ContainsFunc(e.denials, func(s *mcp.IAMStatement) bool {
		if e.budget -= len(s.Actions) + len(s.NotActions); e.budget < 0 {
			return false
		}
		return covers(s, action) && everyResource(s, service)
	})
	e.answers[action] = answer
	return answer
}
