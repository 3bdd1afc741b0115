package analyzer

import (
	"fmt"
	"slices"
	"strings"
)

// An UnknownRuleError says that a selection names a rule or family that does not
// exist.
type UnknownRuleError struct{ Name string }

func (e UnknownRuleError) Error() string { return fmt.Sprintf("unknown rule %q", e.Name) }

// A Selection says which rules run. Only and Skip hold names of rules or
// families; an empty Only means all of the chosen persona. A rule that Only names
// itself runs even when it is pedantic.
type Selection struct {
	Only, Skip []string
	Pedantic   bool
}

// Rules returns every rule of the families with its category, sorted by name.
func Rules(families []Family) []RuleInfo {
	all := listed(families)
	slices.SortFunc(all, func(a, b RuleInfo) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// listed returns every rule in the order of the families.
func listed(families []Family) []RuleInfo {
	all := make([]RuleInfo, 0, 300)
	for _, f := range families {
		for _, c := range f.Checks {
			for _, r := range c.Rules {
				all = append(all, RuleInfo{r, f.Name})
			}
		}
	}
	return all
}

// Select returns the rules that run, in the order of the families.
func (s Selection) Select(families []Family) ([]RuleInfo, error) {
	all := listed(families)
	for _, name := range slices.Concat(s.Only, s.Skip) {
		if !slices.ContainsFunc(all, func(r RuleInfo) bool { return r.Name == name || r.Category == name }) {
			return nil, UnknownRuleError{name}
		}
	}
	return slices.DeleteFunc(all, func(r RuleInfo) bool { return !s.runs(r) }), nil
}

// runs reports whether a rule is chosen.
func (s Selection) runs(r RuleInfo) bool {
	switch {
	case slices.Contains(s.Skip, r.Name), slices.Contains(s.Skip, r.Category):
		return false
	case slices.Contains(s.Only, r.Name):
		return true
	case len(s.Only) > 0 && !slices.Contains(s.Only, r.Category):
		return false
	}
	return s.Pedantic || !r.Pedantic
}
