package analyzer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Validate returns what is wrong with the metadata of rules: names that are not
// unique kebab-case, missing prose or examples, texts longer than code scanning
// shows. It is for tests; nothing is validated at start-up.
func Validate(families []Family) []error {
	var problems []error
	complain := func(rule, format string, args ...any) {
		problems = append(problems, fmt.Errorf("%s: %s", rule, fmt.Sprintf(format, args...)))
	}
	kebab := regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, f := range families {
		if f.Name == "" || f.Doc == "" {
			complain(f.Name, "a family needs a name and a sentence")
		}
		for _, c := range f.Checks {
			if c.Run == nil || len(c.Rules) == 0 {
				complain(f.Name, "a check without rules or code")
			}
			for _, r := range c.Rules {
				switch {
				case seen[r.Name]:
					complain(r.Name, "two rules have this name")
				case !kebab.MatchString(r.Name):
					complain(r.Name, "a name is kebab-case")
				}
				seen[r.Name] = true
				for _, prefix := range []string{"no-", "disallow-", "avoid-"} {
					if strings.HasPrefix(r.Name, prefix) {
						complain(r.Name, "a name says what is there, not what is forbidden")
					}
				}
				if n := len([]rune(r.Summary)); n == 0 || n > 72 || strings.HasSuffix(r.Summary, ".") {
					complain(r.Name, "a summary has 1 to 72 characters and no full stop, this has %d", n)
				}
				if len(r.Why) < 60 || len(r.Why) > 1500 || len(r.Remedy) < 20 {
					complain(r.Name, "why (60 to 1500 bytes, this has %d) and remedy (at least 20, this has %d) are prose", len(r.Why), len(r.Remedy))
				}
				if r.Confidence == 0 || r.Since == "" {
					complain(r.Name, "confidence and since are required")
				}
				if len(r.CWE) == 0 && r.Severity > Info {
					complain(r.Name, "a weakness has a CWE number")
				}
				for _, ref := range repeated(r) {
					complain(r.Name, "%s is listed twice", ref)
				}
				if r.Bad.File == "" || r.Good.File == "" {
					complain(r.Name, "both examples are required")
				}
			}
		}
	}
	return problems
}

// repeated returns the sources that a rule names more than once, be it as a number and
// again as a title.
func repeated(r *Rule) []string {
	var ids []string
	for _, n := range r.CWE {
		ids = append(ids, fmt.Sprintf("CWE-%d", n))
	}
	ids = append(append(ids, r.OWASP...), r.SafeMCP...)
	var twice []string
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			twice = append(twice, id)
		}
	}
	for i, ref := range r.References {
		if slices.Contains(r.References[:i], ref) || slices.ContainsFunc(ids, func(id string) bool { return strings.Contains(ref, id) }) {
			twice = append(twice, ref)
		}
	}
	return twice
}
