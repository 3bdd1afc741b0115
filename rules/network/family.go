// Package network holds the rules about one subject: where servers are reached, and by whom.
package network

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "network",
		Doc:  "Where servers are reached, and by whom.",
		Checks: []analyzer.Check{
			plaintextCheck,
			tlsVerificationDisabledCheck,
			authenticationDisabledCheck,
			originCheckDisabledCheck,
			metadataOrLinklocalTargetCheck,
			ownershipCheck,
			unsafeOAuthEndpointCheck,
			legacySSETransportCheck,
			remoteWithoutVisibleAuthCheck,
			proxyInProjectConfigCheck,
			placeholderInURLHostCheck,
			bindAllInterfacesCheck,
		},
	}
}
