// Package launching holds the rules about one subject: what is executed when a
// server starts. They judge the canonical launch, so that the same program gives
// the same findings behind cmd /c, bash -lc, env or one string.
package launching

import "github.com/mcplumb/mcplumb/analyzer"

// Family returns the rules of this package.
func Family() analyzer.Family {
	return analyzer.Family{
		Name: "launching",
		Doc:  "What is executed when a server starts.",
		Checks: []analyzer.Check{
			commandCheck,
			containerEscapeSurfaceCheck,
			containerSocketMountCheck,
			containerHostNetworkCheck,
			broadHostMountCheck,
			loaderHijackEnvCheck,
			untrustedExecutableLocationCheck,
			debuggerExposedCheck,
			metacharacterServerKeyCheck,
			blanketRuntimePermissionsCheck,
			configRunsCodeCheck,
		},
	}
}
