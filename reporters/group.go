package reporters

import (
	"cmp"
	"slices"

	"github.com/mcplumb/mcplumb/analyzer"
)

// A group is the findings of one rule in one file that are shown together.
type group struct {
	shown     []*analyzer.Finding // with a frame each
	also      []*analyzer.Finding // of the same file
	elsewhere []*group            // of other files, when there are many
}

func (g *group) rule() *analyzer.Rule { return g.shown[0].Rule }

// framesPerFile is how many findings of one rule in one file get a frame each, 0
// means all.
func framesPerFile(s analyzer.Severity) int {
	switch s {
	case analyzer.Info, analyzer.Low:
		return 1
	case analyzer.Medium:
		return 3
	}
	return 0
}

// framedFiles is in how many files a rule of low severity gets a frame.
const framedFiles = 3

// grouped puts the findings together that are shown together, the worst last.
func grouped(r *analyzer.Report, all bool) []*group {
	groups := byFile(reported(r), all)
	slices.SortStableFunc(groups, func(a, b *group) int {
		return cmp.Compare(a.rule().Severity, b.rule().Severity)
	})
	if all {
		return groups
	}
	return byRule(groups)
}

// byFile joins the findings of one rule in one file where not all get a frame.
func byFile(findings []*analyzer.Finding, all bool) []*group {
	type key struct{ rule, path string }
	var groups []*group
	byKey := map[key]*group{}
	for _, f := range findings {
		limit := framesPerFile(f.Rule.Severity)
		if all || limit == 0 {
			groups = append(groups, &group{shown: []*analyzer.Finding{f}})
			continue
		}
		k := key{f.Rule.Name, f.Path}
		g := byKey[k]
		if g == nil {
			g = &group{}
			byKey[k] = g
			groups = append(groups, g)
		}
		if len(g.shown) < limit {
			g.shown = append(g.shown, f)
		} else {
			g.also = append(g.also, f)
		}
	}
	return groups
}

// byRule brings the groups of a rule of low severity together and folds all but the
// first files into the last of these.
func byRule(groups []*group) []*group {
	var rules []*analyzer.Rule
	low := map[*analyzer.Rule][]*group{}
	var rest []*group
	for _, g := range groups {
		rule := g.rule()
		if rule.Severity > analyzer.Low {
			rest = append(rest, g)
			continue
		}
		if low[rule] == nil {
			rules = append(rules, rule)
		}
		low[rule] = append(low[rule], g)
	}
	var out []*group
	for _, rule := range rules {
		list := low[rule]
		shown := list[:min(len(list), framedFiles)]
		shown[len(shown)-1].elsewhere = list[len(shown):]
		out = append(out, shown...)
	}
	return append(out, rest...)
}
