package launch

// PinOf says how firmly a version that stands apart from its package is fixed.
// The ecosystem is npm, pypi, oci, nuget or another of Package.Ecosystem.
func PinOf(ecosystem, version string) Pin {
	if version == "" {
		return Unversioned
	}
	switch ecosystem {
	case "npm":
		return npmPin(version)
	case "pypi":
		if version[0] >= '0' && version[0] <= '9' {
			return pypiPin("==" + version)
		}
		return pypiPin(version)
	case "nuget":
		return dotnetPin(version)
	case "oci", "docker":
		return Tag
	}
	return Exact
}
