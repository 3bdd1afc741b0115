// Package approval holds the rules about one subject: settings that let tools run, or servers start, without asking.
package approval

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "approval",
		Doc:  "Settings that let tools run, or servers start, without asking.",
		Checks: []analyzer.Check{
			blanketCheck,
			projectServersCheck,
			toolsCheck,
			agentsCheck,
			trustCheck,
			sandboxCheck,
			consentCheck,
			samplingCheck,
		},
	}
}
