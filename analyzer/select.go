package analyzer

import (
	"fmt"
	"sort"
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
	var all []RuleInfo
	for _, f := range families {
		for _, c := range f.Checks {
			for _, r := range c.Rules {
				all = append(all, RuleInfo{r, f.Name})
			}
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all
}

// Select returns the rules that run, sorted by name.
func (s Selection) Select(families []Family) ([]RuleInfo, error) {
	all := Rules(families)
	known := map[string]bool{}
	for _, r := range all {
		known[r.Name], known[r.Category] = true, true
	}
	only, skip := map[string]bool{}, map[string]bool{}
	for _, list := range []struct {
		names []string
		into  map[string]bool
	}{{s.Only, only}, {s.Skip, skip}} {
		for _, name := range list.names {
			if !known[name] {
				return nil, UnknownRuleError{name}
			}
			list.into[name] = true
		}
	}
	var chosen []RuleInfo
	for _, r := range all {
		switch {
		case skip[r.Name] || skip[r.Category]:
		case only[r.Name]:
			chosen = append(chosen, r)
		case len(only) > 0 && !only[r.Category]:
		case r.Pedantic && !s.Pedantic:
		default:
			chosen = append(chosen, r)
		}
	}
	return chosen, nil
}
