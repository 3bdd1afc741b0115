// Package schema holds the rules about one subject: what tools accept: parameters, constraints and annotations.
package schema

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "schema",
		Doc:  "What tools accept: parameters, constraints and annotations.",
		Checks: []analyzer.Check{
			soundnessCheck,
			dangerCheck,
			destinationCheck,
			pathCheck,
			secretCheck,
			invalidMCPHeaderCheck,
			referenceCheck,
			addressCheck,
			hintCheck,
			toolNameInvalidCheck,
			requiredNotDeclaredCheck,
			catastrophicPatternCheck,
			templateOrDeserialiseParameterCheck,
			optionInjectionProneParameterCheck,
			openObjectSchemaCheck,
			unboundedInputCheck,
			claimedLimitMissingCheck,
		},
	}
}
