package launching

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var loaderHijackEnvPath = &analyzer.Rule{
	Name:       "loader-hijack-env-path",
	Summary:    "a variable takes the server's code from a folder that changes easily",
	Why:        "Programs and modules are taken from the first folder of a search path that has one of that name, and preloaded modules from where an option says. A temporary folder can be filled by other programs and users, a folder of the repository by any change to it, and what lies there then runs as the server.",
	Remedy:     "Name a folder that only the user or the system can write to, or leave the path as it is.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Certain,
	Since:      "0.1.0",
	CWE:        []int{426, 427, 379},
	OWASP:      []string{"MCP04", "ASI05"},
	SafeMCP:    []string{"T1203", "T1206"},
	References: []string{
		"https://github.com/block/goose/blob/main/crates/goose/src/agents/extension.rs",
		"https://github.com/openclaw/openclaw/blob/main/src/infra/host-env-security-policy.json",
	},
	Bad:  analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "env": {"PATH": "/tmp/bin:/usr/bin"}}}}`},
	Good: analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "notes-mcp", "env": {"PATH": "/opt/notes/bin:/usr/bin"}}}}`},
}

// openSearchPath returns the first entry of a search path that others can write
// to, "" for none.
func openSearchPath(p mcp.Pair) string {
	switch p.Key.Value {
	case "PATH", "Path", "PYTHONPATH", "NODE_PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH", "PERL5LIB", "RUBYLIB",
		"CLASSPATH", "GEM_PATH", "GEM_HOME", "PYTHONHOME":
	default:
		return ""
	}
	separator := ":"
	if v := p.Value.Value; strings.Contains(v, ";") || len(v) > 2 && v[1] == ':' && strings.IndexByte(`/\`, v[2]) >= 0 && v[0] != '.' {
		separator = ";"
	}
	for _, dir := range strings.Split(p.Value.Value, separator) {
		if isOpenFolder(dir) {
			return dir
		}
		if (p.Key.Value == "PATH" || p.Key.Value == "Path") && (dir == "." || strings.HasPrefix(dir, "./") && !strings.HasPrefix(dir, "./node_modules/.bin")) {
			return dir
		}
	}
	return ""
}

// isOpenFolder reports whether a path is in a folder that other users or
// downloads fill.
func isOpenFolder(p string) bool {
	p = strings.ToLower(strings.ReplaceAll(strings.Trim(p, `"'`), `\`, "/")) + "/"
	for _, open := range []string{"/tmp/", "/var/tmp/", "/dev/shm/", "/private/tmp/", "/users/public/", "c:/temp/", "c:/windows/temp/", "%temp%/", "%tmp%/", "$env:temp/", "${tmpdir}/", "$tmpdir/"} {
		if strings.HasPrefix(p, open) {
			return true
		}
	}
	return strings.Contains(p, "/appdata/local/temp/")
}
