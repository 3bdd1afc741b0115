// Package poisoning holds the rules about one subject: what servers tell the model: hidden text, orders, and directives about tools that are not theirs.
package poisoning

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name:   "poisoning",
		Doc:    "What servers tell the model: hidden text, orders, and directives about tools that are not theirs.",
		Checks: []analyzer.Check{},
	}
}
