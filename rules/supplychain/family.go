// Package supplychain holds the rules about one subject: where a server's code comes from, and whether it can change.
package supplychain

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name:   "supplychain",
		Doc:    "Where a server's code comes from, and whether it can change.",
		Checks: []analyzer.Check{},
	}
}
