// Package cloud holds the rules about one subject: cloud permission documents that grant more than a server needs.
package cloud

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "cloud",
		Doc:  "Cloud permission documents that grant more than a server needs.",
		Checks: []analyzer.Check{
			identityCheck,
			trustCheck,
			managedCheck,
		},
	}
}
