// Package hygiene holds the rules about one subject: files that clients read
// otherwise than their authors think.
package hygiene

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "hygiene",
		Doc:  "Files that clients read otherwise than their authors think.",
		Checks: []analyzer.Check{
			unparsableOrEncodingCheck,
			ambiguousCheck,
			clientRejectsSyntaxCheck,
			inertEntryCheck,
			conflictingTransportCheck,
			unresolvedPlaceholderCheck,
			surroundingWhitespaceCheck,
			auditLogDisabledCheck,
			gatewayProtectionDisabledCheck,
			tooManyToolsCheck,
			generatedToolsCheck,
			incompleteMetadataCheck,
			containerHardeningCheck,
			unsandboxedExecServerCheck,
			unrestrictedEgressCheck,
			analyzer.Ignores(),
		},
	}
}
