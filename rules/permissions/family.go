// Package permissions holds the rules about one subject: what a server may reach: directories, scopes, databases, browsers.
package permissions

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "permissions",
		Doc:  "What a server may reach: directories, scopes, databases, browsers.",
		Checks: []analyzer.Check{
			filesystemRootCheck,
			scopesCheck,
			dangerousOptionCheck,
			databaseCheck,
			credentialsCheck,
			browserCheck,
			readOnlyCheck,
			allToolsCheck,
		},
	}
}
