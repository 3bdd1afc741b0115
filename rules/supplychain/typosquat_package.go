package supplychain

import (
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

var typosquatPackage = &analyzer.Rule{
	Name:       "typosquat-package",
	Summary:    "a package is named almost like that of a well-known server",
	Why:        "Names that differ by a letter, a hyphen or a look-alike character are registered to be mistaken for the real one. What is behind them runs with the user's rights and the credentials that were meant for the real server.",
	Remedy:     "Write the name that the message gives, if that was meant. If the package is the one that is wanted, pin it and have it looked at.",
	Severity:   analyzer.High,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{1007, 829},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1002", "T1006"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotcol/server-filesystem@2.4.0"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2.4.0"]}}}`},
}

var typosquatPackageCheck = analyzer.Check{
	Rules: []*analyzer.Rule{typosquatPackage, scopeDroppedOrImpersonating},
	Run: func(pass *analyzer.Pass) {
		trusted := pass.Settings().TrustedScopes
		eachPackage(pass.File, func(s *mcp.Server, _ *launch.Launch, p *launch.Package) {
			if p.Ecosystem != "npm" && p.Ecosystem != "pypi" || p.Pin == launch.Local || p.Pin == launch.Reference {
				return
			}
			if knowledge.ServerByPackage(p.Ecosystem, p.Name) != nil || isTrustedScope(p.Name, trusted) {
				return
			}
			rule, real := typosquatPackage, imitated(p.Ecosystem, p.Name)
			if real == "" {
				if rule, real = scopeDroppedOrImpersonating, scopedTwin(p); real == "" {
					return
				}
			}
			report(pass, rule, s, p, "fetches %s, which is not %s; %s", p.Name, real, hint(rule))
		})
	},
}

func hint(r *analyzer.Rule) string {
	if r == typosquatPackage {
		return "check the spelling"
	}
	return "the vendor publishes under its scope"
}

func isTrustedScope(name string, trusted []string) bool {
	scope, _, ok := strings.Cut(name, "/")
	for _, t := range trusted {
		if ok && strings.TrimPrefix(scope, "@") == strings.TrimPrefix(t, "@") {
			return true
		}
	}
	return false
}

// imitated returns the known package that a name is nearly equal to, "" for none.
func imitated(ecosystem, name string) string {
	own := read(name)
	for real := range knowledge.Packages(ecosystem) {
		if real != name && plausible(own, real) && resembles(own, read(real)) {
			return real
		}
	}
	return ""
}

// plausible reports whether two names are near enough to be taken apart at all.
func plausible(p packageName, real string) bool {
	scope, base := cutScope(real)
	return p.base == base || p.scope == scope && abs(len(p.base)-len(base)) <= maxLengthApart
}

// maxLengthApart is how many characters two names may differ in length.
const maxLengthApart = 4

// A packageName is a name in the parts that are compared.
type packageName struct {
	name, scope, base string
	folded            string // the base without separators and look-alike characters
	stem, frame       string // the base's own words, and those that servers share
}

func read(name string) packageName {
	scope, base := cutScope(name)
	return packageName{name: name, scope: scope, base: base, folded: fold(base), stem: stem(base), frame: frame(base)}
}

// resembles compares two names: scope with scope and the rest with the rest. Only
// one of the two may differ, so that a scope's other packages and a package's
// other publishers are left alone, and words that half of all servers share count
// for nothing.
func resembles(p, real packageName) bool {
	switch {
	case p.scope == real.scope && p.scope != "":
		return false // the publisher's own names
	case p.base == real.base:
		return p.scope != "" && real.scope != "" && near(strings.TrimPrefix(p.scope, "@"), strings.TrimPrefix(real.scope, "@"))
	case p.scope != real.scope, abs(len(p.base)-len(real.base)) > maxLengthApart:
		return false
	case strings.HasPrefix(p.base, "awslabs") && strings.HasPrefix(real.base, "awslabs"):
		return false // a publisher's own names on an index without scopes
	}
	return p.folded == real.folded || p.frame == real.frame && near(p.stem, real.stem)
}

func cutScope(name string) (scope, base string) {
	if strings.HasPrefix(name, "@") {
		if scope, base, ok := strings.Cut(name, "/"); ok {
			return scope, base
		}
	}
	return "", name
}

// fold drops separators and writes look-alike characters as one.
func fold(name string) string { return lookAlikes().Replace(strings.ToLower(name)) }

var lookAlikes = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("-", "", "_", "", ".", "", "0", "o", "1", "l", "i", "l", "rn", "m", "vv", "w", "5", "s")
})

func abs(n int) int { return max(n, -n) }

// stem returns what is left of a name without the words that servers share.
func stem(name string) string {
	var own []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '-' || r == '_' || r == '.' }) {
		if w != "mcp" && w != "server" && w != "servers" {
			own = append(own, w)
		}
	}
	return strings.Join(own, "-")
}

// frame returns the shared words of a name in their order.
func frame(name string) string {
	var shared []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '-' || r == '_' || r == '.' }) {
		if w == "mcp" || w == "server" {
			shared = append(shared, w)
		}
	}
	return strings.Join(shared, "-")
}

// near reports whether two different words are one slip apart, or two where both
// are long. Short words are too often near by chance.
func near(a, b string) bool {
	shorter := min(len(a), len(b))
	limit := 0
	switch {
	case a == b || shorter < 7:
		return false
	case shorter < 12:
		limit = 1
	default:
		limit = 2
	}
	return distance(a, b, limit) <= limit
}

// distance counts insertions, deletions, substitutions and swaps of neighbours
// between two words, and stops counting beyond limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
