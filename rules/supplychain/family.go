// Package supplychain holds the rules about one subject: which code a launch
// fetches, and whether it is still the code that was looked at.
package supplychain

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "supplychain",
		Doc:  "Which code a launch fetches, and from where.",
		Checks: []analyzer.Check{
			unpinnedPackageCheck,
			mutableImageCheck,
			mutableGitSourceCheck,
			advisoryCheck,
			archivedOrDeprecatedServerCheck,
			wrongRegistryCheck,
			typosquatPackageCheck,
			alternatePackageSourceCheck,
			pluginSourceCheck,
			manifestIntegrityCheck,
		},
	}
}
