package secrets

import (
	"fmt"
	"path"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// environmentFiles reads the environment files that servers are given and that
// stand in the same tree. A file that .gitignore keeps out of the repository is
// where secrets belong, and is left alone.
func environmentFiles(pass *analyzer.Pass) {
	for _, s := range pass.File.Servers {
		for _, named := range envFiles(s) {
			name, ok := inTree(named.Value)
			if !ok {
				continue
			}
			data, err := pass.ReadSibling(name)
			if err != nil || len(data) > maxEnvFile || ignored(pass, name) {
				continue
			}
			envFile(pass, s, named, string(data))
		}
	}
}

// maxEnvFile bounds what is read of an environment file.
const maxEnvFile = 1 << 20

// inTree returns the path of an environment file relative to the config, when it
// is written as one.
func inTree(file string) (string, bool) {
	file = slashed(file)
	for _, prefix := range []string{"${workspaceFolder}/", "${workspaceRoot}/", "${CLAUDE_PROJECT_DIR}/"} {
		if rest, ok := strings.CutPrefix(file, prefix); ok {
			return "../" + rest, true // such configs stand in a folder of the client's
		}
	}
	return file, !strings.ContainsAny(file, "$~%{:") && !path.IsAbs(file) && file != ""
}

// ignored reports whether the .gitignore beside the config or beside the file
// lists the file by name or by the usual pattern.
func ignored(pass *analyzer.Pass, name string) bool {
	base := path.Base(name)
	for _, place := range []string{".gitignore", "../.gitignore", path.Join(path.Dir(name), ".gitignore")} {
		data, err := pass.ReadSibling(place)
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(data)) {
			pattern := strings.Trim(strings.TrimSpace(line), "/")
			pattern = strings.TrimPrefix(pattern, "**/")
			if ok, err := path.Match(pattern, base); err == nil && ok && pattern != "" {
				return true
			}
		}
	}
	return false
}

// envFile reports each literal secret of an environment file where the config
// names the file.
func envFile(pass *analyzer.Pass, s *mcp.Server, named mcp.String, text string) {
	number := 0
	for line := range strings.Lines(text) {
		number++
		name, value, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "export "), "=")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		value = strings.Trim(value, " \t\"'")
		for _, found := range credential.Judge(strings.TrimSpace(name), value).Secrets {
			if found.Weak || found.Match.Test {
				continue
			}
			l := literal{found, slot{place: env, name: strings.TrimSpace(name), value: mcp.String{Value: value}, server: s, inside: true}}
			for _, rule := range l.rules() {
				if !pass.Enabled(rule) {
					continue
				}
				pass.Report(analyzer.Diagnostic{
					Rule: rule, Span: named.Span, Confidence: analyzer.Likely,
					Message:  fmt.Sprintf("server %q: line %d of %s holds %s for %s", s.Name.Value, number, path.Base(slashed(named.Value)), l.what(), l.slot.name),
					Help:     "rotate it and keep the file out of the repository: list it in .gitignore and commit an example without values",
					Evidence: []analyzer.Evidence{{Span: named.Span, Text: l.Show(value)}},
				})
				break
			}
		}
	}
}
