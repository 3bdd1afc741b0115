package permissions

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// production returns what in the entry says that it works on production: the
// server's name, an argument, or a variable that names a target. The mode of a
// runtime (NODE_ENV) says nothing about the target.
func production(s *mcp.Server) (mcp.String, bool) {
	if saysProduction(s.Name.Value) {
		return s.Name, true
	}
	for key, value := range environment(s) {
		if namesTarget(key.Value) && targetSaysProduction(value.Value) {
			return key, true
		}
	}
	for a := range arguments(s) {
		if !strings.HasPrefix(a.Value, "-") && len(a.Value) < 512 && targetSaysProduction(a.Value) {
			return a, true
		}
	}
	return mcp.String{}, false
}

// saysProduction reports whether a name has production as one of its words.
func saysProduction(name string) bool {
	w := words.Split(name)
	if slices.Contains(w, "non") || slices.Contains(w, "not") || slices.Contains(w, "pre") {
		return false
	}
	return slices.Contains(w, "prod") || slices.Contains(w, "production") || slices.Contains(w, "prd")
}

// targetSaysProduction looks at a value: of an address only the host and path
// count, since the rest may hold a password.
func targetSaysProduction(value string) bool {
	if u, ok := host.Parse(value); ok {
		return saysProduction(u.Slice(u.Host)) || saysProduction(u.Slice(u.Path))
	}
	return saysProduction(value)
}

// namesTarget reports whether a variable says what a server works on.
func namesTarget(key string) bool {
	w := words.Split(key)
	if slices.Contains(w, "node") || slices.Contains(w, "python") || slices.Contains(w, "rails") {
		return false
	}
	for _, word := range []string{"url", "uri", "dsn", "host", "database", "db", "project", "context", "cluster", "environment", "env", "account",
		"profile", "subscription", "namespace", "workspace", "schema", "instance"} {
		if slices.Contains(w, word) {
			return true
		}
	}
	return false
}
