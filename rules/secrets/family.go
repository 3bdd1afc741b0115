// Package secrets holds the rules about one subject: credentials written where they can be read.
package secrets

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "secrets",
		Doc:  "Credentials written where they can be read.",
		Checks: []analyzer.Check{
			literalCheck,
			secretNamedLiteralPublishableCheck,
			referenceCheck,
			foreignCheck,
			endpointCheck,
			secretFileExposedCheck,
			secretSchemaNotMarkedCheck,
			wholeEnvironmentPassthroughCheck,
			unrelatedCredentialCheck,
			debugLoggingWithCredentialsCheck,
		},
	}
}
