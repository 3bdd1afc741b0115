package launch

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// npm reads a package argument as npm understands it: name, name@version,
// alias@npm:name@version, a folder, a tarball, a git repository.
// Source: https://docs.npmjs.com/cli/v11/using-npm/package-spec
func npm(spec source.String) Package {
	text := spec.Value
	if isPath(text) || strings.HasPrefix(text, "file:") || strings.HasPrefix(text, "workspace:") {
		return Package{Name: text, Pin: Local, Spec: spec}
	}
	if pkg, ok := remote(text, spec); ok {
		return pkg
	}
	if strings.HasPrefix(text, "npm:") || strings.HasPrefix(text, "jsr:") {
		return denoPackage(spec)
	}
	name, version := cutVersion(text)
	if target, ok := strings.CutPrefix(version, "npm:"); ok {
		name, version = cutVersion(target)
	} else if target, ok := strings.CutPrefix(version, "jsr:"); ok {
		pkg := Package{Ecosystem: "jsr", Spec: spec}
		pkg.Name, pkg.Version = cutVersion(target)
		pkg.Pin = npmPin(pkg.Version)
		return pkg
	} else if pkg, ok := remote(version, spec); ok && version != "" {
		return pkg
	} else if strings.HasPrefix(version, "file:") || strings.HasPrefix(version, "workspace:") {
		return Package{Ecosystem: "npm", Name: name, Version: version, Pin: Local, Spec: spec}
	}
	if owner, repo, ok := strings.Cut(text, "/"); ok && owner != "" && owner[0] != '@' && !isReference(owner) &&
		!strings.ContainsAny(repo, "/") && !strings.ContainsAny(owner, "@: ") {
		return gitPackage("github:"+text, spec)
	}
	pkg := Package{Ecosystem: "npm", Name: name, Version: version, Pin: npmPin(version), Spec: spec}
	if isReference(name) {
		pkg.Pin = Reference
	}
	return pkg
}

// pypi reads a requirement as PEP 508 and uv understand it: name==1.2,
// name[extra]>=1, name@1.2.3, name @ URL, a folder, a git repository.
func pypi(spec source.String) Package {
	text := strings.TrimSpace(spec.Value)
	if cut, _, ok := strings.Cut(text, ";"); ok {
		text = strings.TrimSpace(cut)
	}
	if isPath(text) || strings.HasSuffix(text, ".whl") && !strings.Contains(text, "://") || strings.HasPrefix(text, "file:") ||
		strings.HasSuffix(text, ".py") && !strings.Contains(text, "://") {
		return Package{Name: text, Pin: Local, Spec: spec}
	}
	if pkg, ok := remote(text, spec); ok {
		return pkg
	}
	end := strings.IndexAny(text, "[<>=!~@ (")
	if end < 0 {
		end = len(text)
	}
	name, rest := text[:end], text[end:]
	if isReference(text[:min(len(text), end+1)]) || name == "" {
		return Package{Ecosystem: "pypi", Name: text, Pin: Reference, Spec: spec}
	}
	if strings.HasPrefix(rest, "[") {
		if _, after, ok := strings.Cut(rest, "]"); ok {
			rest = after
		}
	}
	rest = strings.Trim(rest, " ()")
	if at, ok := strings.CutPrefix(rest, "@"); ok {
		at = strings.TrimSpace(at)
		if pkg, ok := remote(at, spec); ok {
			return pkg
		}
		rest = at
		if rest != "" && rest[0] >= '0' && rest[0] <= '9' {
			return Package{Ecosystem: "pypi", Name: normalize(name), Version: rest, Pin: pypiPin("==" + rest), Spec: spec}
		}
	}
	version := rest
	if exact, ok := strings.CutPrefix(version, "==="); ok {
		version = strings.TrimSpace(exact)
	} else if exact, ok := strings.CutPrefix(version, "=="); ok && !strings.Contains(exact, ",") {
		version = strings.TrimSpace(exact)
	}
	return Package{Ecosystem: "pypi", Name: normalize(name), Version: version, Pin: pypiPin(rest), Spec: spec}
}

// normalize writes a Python project name as PEP 503 does.
func normalize(name string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(name) {
		if c == '_' || c == '.' || c == '-' {
			if !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

// remote reads git repositories and URLs.
func remote(text string, spec source.String) (Package, bool) {
	lower := strings.ToLower(text)
	switch {
	case strings.HasPrefix(lower, "git+"), strings.HasPrefix(lower, "git:"), strings.HasPrefix(lower, "git@"),
		strings.HasPrefix(lower, "ssh://"), strings.HasPrefix(lower, "github:"), strings.HasPrefix(lower, "gitlab:"),
		strings.HasPrefix(lower, "bitbucket:"), strings.HasPrefix(lower, "gist:"):
		return gitPackage(text, spec), true
	case strings.HasPrefix(lower, "http://"), strings.HasPrefix(lower, "https://"):
		path, _, _ := strings.Cut(lower, "#")
		_, path, _ = strings.Cut(path, "://")
		host, path, _ := strings.Cut(path, "/")
		host = strings.TrimPrefix(host, "www.")
		if strings.HasSuffix(path, ".git") || (host == "github.com" || host == "gitlab.com" || host == "bitbucket.org") &&
			strings.Count(strings.Trim(path, "/"), "/") == 1 {
			return gitPackage(text, spec), true
		}
		if name, _, ok := strings.Cut(text, "#"); ok && strings.Contains(lower, "#sha256=") {
			return Package{Ecosystem: "url", Name: name, Version: text[len(name)+1:], Pin: Digest, Spec: spec}, true
		}
		return Package{Ecosystem: "url", Name: text, Spec: spec}, true
	}
	return Package{}, false
}

// gitPackage reads the forms of npm (URL#ref) and pip (URL@ref#fragment).
func gitPackage(text string, spec source.String) Package {
	name, fragment, _ := strings.Cut(text, "#")
	name = strings.TrimPrefix(name, "git+")
	ref := fragment
	if strings.Contains(fragment, "=") { // pip's #egg=, #subdirectory=
		ref = ""
	}
	if at := strings.LastIndexByte(name, '@'); at > strings.LastIndexByte(name, '/') || at > 0 && strings.Count(name, "@") == 2 {
		if head := name[:at]; strings.Contains(head, "/") || strings.Contains(head, ":") {
			name, ref = head, name[at+1:]
		}
	}
	if query := strings.IndexByte(name, '?'); query >= 0 { // nix's ?ref=, ?rev=
		for _, pair := range strings.Split(name[query+1:], "&") {
			if key, value, _ := strings.Cut(pair, "="); key == "rev" || key == "ref" && ref == "" {
				ref = value
			}
		}
		name = name[:query]
	}
	if _, rest, ok := strings.Cut(name, "://"); ok {
		name = rest
	}
	if host, path, ok := strings.Cut(name, ":"); ok && !strings.Contains(host, "/") {
		switch host {
		case "github", "gitlab":
			name = host + ".com/" + path
		case "bitbucket":
			name = "bitbucket.org/" + path
		case "gist":
			name = "gist.github.com/" + path
		default:
			name = host[strings.IndexByte(host, '@')+1:] + "/" + path
		}
	}
	if at := strings.IndexByte(name, '@'); at >= 0 && at < strings.IndexByte(name+"/", '/') {
		name = name[at+1:]
	}
	name = strings.TrimSuffix(strings.Trim(name, "/"), ".git")
	return Package{Ecosystem: "git", Name: name, Version: ref, Pin: gitPin(ref), Spec: spec}
}

func gitPin(ref string) Pin {
	switch {
	case ref == "":
		return Unversioned
	case isReference(ref):
		return Reference
	case strings.HasPrefix(ref, "semver:"):
		return Range
	case (len(ref) == 40 || len(ref) == 64) && isHex(ref):
		return Digest
	}
	return Tag
}

// versioned reads name@version for registries that know nothing else.
func versioned(ecosystem string, spec source.String, pin func(string) Pin) Package {
	pkg := Package{Ecosystem: ecosystem, Spec: spec}
	pkg.Name, pkg.Version = cutVersion(spec.Value)
	pkg.Pin = pin(pkg.Version)
	if isReference(pkg.Name) {
		pkg.Pin = Reference
	}
	return pkg
}

// cutVersion splits at the @ that is not the one of a scope.
func cutVersion(text string) (name, version string) {
	if len(text) > 1 {
		if at := strings.IndexByte(text[1:], '@'); at >= 0 {
			return text[:at+1], text[at+2:]
		}
	}
	return text, ""
}

func npmPin(version string) Pin {
	switch {
	case version == "":
		return Unversioned
	case isReference(version):
		return Reference
	case isExact(strings.TrimPrefix(strings.TrimPrefix(version, "="), "v"), 3):
		return Exact
	}
	if c := version[0] | 0x20; 'a' <= c && c <= 'z' && c != 'x' && (c != 'v' || len(version) < 2 || version[1] < '0' || version[1] > '9') {
		return Tag
	}
	return Range
}

func pypiPin(specifier string) Pin {
	switch {
	case specifier == "":
		return Unversioned
	case isReference(specifier):
		return Reference
	}
	exact, ok := strings.CutPrefix(specifier, "==")
	exact = strings.TrimSpace(strings.TrimPrefix(exact, "="))
	switch {
	case ok && exact != "" && exact[0] >= '0' && exact[0] <= '9' && !strings.ContainsAny(exact, "*,<>!~ "):
		return Exact
	case strings.ContainsAny(specifier[:1], "<>=!~"):
		return Range
	}
	return Tag
}

func goPin(version string) Pin {
	switch {
	case version == "":
		return Unversioned
	case isReference(version):
		return Reference
	case strings.HasPrefix(version, "v") && isExact(version[1:], 3):
		return Exact
	case len(version) == 40 && isHex(version):
		return Digest
	}
	return Tag
}

func dotnetPin(version string) Pin {
	switch {
	case version == "":
		return Unversioned
	case isReference(version):
		return Reference
	case isExact(version, 2):
		return Exact
	}
	return Range
}

// isExact reports whether a version has at least this many numbers, dots between
// them, and then at most a pre-release and build part.
func isExact(version string, numbers int) bool {
	core := version
	if i := strings.IndexAny(version, "-+"); i >= 0 {
		core = version[:i]
		if i+1 == len(version) || strings.ContainsAny(version[i:], " |<>=^~*") {
			return false
		}
	}
	parts := strings.Split(core, ".")
	for _, part := range parts {
		if part == "" || strings.Trim(part, "0123456789") != "" {
			return false
		}
	}
	return len(parts) >= numbers
}

func isHex(s string) bool { return strings.Trim(s, "0123456789abcdefABCDEF") == "" }

// isReference reports whether a text is or holds a variable or a placeholder.
func isReference(s string) bool {
	return strings.ContainsAny(s, "${%") || strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">")
}

// isPath reports whether a package argument names a place on this machine.
func isPath(s string) bool {
	switch {
	case s == "." || s == "..", strings.HasPrefix(s, "./"), strings.HasPrefix(s, "../"), strings.HasPrefix(s, "/"),
		strings.HasPrefix(s, "~"), strings.HasPrefix(s, `.\`), strings.HasPrefix(s, `..\`), strings.HasPrefix(s, `\\`):
		return true
	case len(s) > 2 && s[1] == ':' && (s[2] == '\\' || s[2] == '/'):
		return true
	case strings.HasPrefix(s, "$") || strings.HasPrefix(s, "{") || strings.HasPrefix(s, "%"):
		return strings.ContainsAny(s, `/\`) && !strings.Contains(s, "://") // "${workspaceFolder}/server"
	}
	return (strings.HasSuffix(s, ".tgz") || strings.HasSuffix(s, ".tar.gz")) && !strings.Contains(s, "://")
}
