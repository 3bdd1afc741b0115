// Package launching holds the rules about one subject: what is executed when a server starts.
package launching

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name:   "launching",
		Doc:    "What is executed when a server starts.",
		Checks: []analyzer.Check{},
	}
}
