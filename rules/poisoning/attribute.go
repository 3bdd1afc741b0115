package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

var fake = &analyzer.Rule{Name: "x", Severity: analyzer.Medium}

func (v *verdict) rule(enabled func(*analyzer.Rule) bool) *analyzer.Rule { return fake }
