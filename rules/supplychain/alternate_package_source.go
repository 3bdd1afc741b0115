package supplychain

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

var alternatePackageSource = &analyzer.Rule{
	Name:       "alternate-package-source",
	Summary:    "a server's package is taken from another registry than usual",
	Why:        "Whoever runs the registry decides what a name means. A line in a server's entry is an easy place to send the runner elsewhere, and nothing in the name or version of the package shows it.",
	Remedy:     "Set the registry once for the machine or the organisation, where it is looked after, and list it as trusted in the linter's configuration.",
	Severity:   analyzer.Medium,
	Confidence: analyzer.Likely,
	Since:      "0.1.0",
	CWE:        []int{427, 494},
	OWASP:      []string{"MCP04", "LLM03", "ASI04"},
	SafeMCP:    []string{"T1207", "T1002"},
	Bad:        analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["--registry", "https://packages.example.net", "-y", "notes-mcp@1.4.2"]}}}`},
	Good:       analyzer.Example{File: ".mcp.json", Text: `{"mcpServers": {"notes": {"command": "npx", "args": ["-y", "notes-mcp@1.4.2"]}}}`},
}

var alternatePackageSourceCheck = analyzer.Check{
	Rules: []*analyzer.Rule{alternatePackageSource, alternatePackageSourceInsecure},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			for _, r := range registries(s) {
				judgeRegistry(pass, s, r)
			}
		}
	},
}

// A registry is where a runner is told to look for packages.
type registry struct {
	url  source.String
	name string // of the option or variable
	adds bool   // beside the usual one
}

func judgeRegistry(pass *analyzer.Pass, s *mcp.Server, r registry) {
	text := r.url.Value
	if _, after, ok := strings.Cut(text, "="); ok && !strings.Contains(strings.SplitN(text, "=", 2)[0], "://") {
		text = after // uv names its indexes: NAME=URL
	}
	u, ok := host.Parse(text)
	if !ok || host.HasPlaceholder(text) {
		return
	}
	h := u.HostName()
	if h.Kind.OnMachine() || isUsualRegistry(h) {
		return
	}
	for _, t := range pass.Settings().TrustedRegistries {
		if h.Within(t) {
			return
		}
	}
	rule, message := alternatePackageSource, "takes packages from %s, by %s"
	switch {
	case u.Plaintext():
		rule, message = alternatePackageSourceInsecure, "takes packages from %s over http, where anybody on the way can replace them, by %s"
	case r.adds:
		rule, message = alternatePackageSourceInsecure, "takes packages from %s as well, which may then answer for names of the usual registry, by %s"
	}
	if !pass.Enabled(rule) {
		rule = alternatePackageSource
	}
	pass.Report(analyzer.Diagnostic{
		Rule: rule, Span: r.url.Span, Confidence: rule.ConfidenceIn(s),
		Message: fmt.Sprintf("server %q ", s.Name.Value) + fmt.Sprintf(message, h.Name, r.name),
	})
}

// registries finds the options and variables of the runners that name a registry.
func registries(s *mcp.Server) []registry {
	var out []registry
	for l := &s.Launch; l != nil; l = l.Inner {
		for _, f := range l.Options {
			out = append(out, registryOption(l, f)...)
		}
		for _, set := range l.Env {
			out = append(out, registryVariable(set.Name.Value, set.Value)...)
		}
	}
	for _, p := range s.Env {
		out = append(out, registryVariable(p.Key.Value, p.Value)...)
	}
	return out
}

func registryOption(l *launch.Launch, f launch.Flag) []registry {
	switch f.Name {
	case "--registry", "--index-url", "--default-index", "--find-links", "--source":
		return []registry{{f.Value, f.Name, false}}
	case "--extra-index-url", "--index", "--add-source":
		return []registry{{f.Value, f.Name, true}}
	case "--pip-args":
		if _, rest, ok := strings.Cut(f.Value.Value, "index-url"); ok {
			value := f.Value
			if i := strings.Index(rest, "http"); i >= 0 {
				at := len(f.Value.Value) - len(rest) + i
				value = f.Value.Slice(at, at+strings.IndexAny(f.Value.Value[at:]+" ", " "))
			}
			return []registry{{value, f.Name, strings.Contains(f.Value.Value, "extra-index-url")}}
		}
	}
	return nil
}

func registryVariable(name string, value source.String) []registry {
	switch strings.ToUpper(name) {
	case "NPM_CONFIG_REGISTRY", "PIP_INDEX_URL", "UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_FIND_LINKS", "PIP_FIND_LINKS", "YARN_REGISTRY", "YARN_NPM_REGISTRY_SERVER",
		"BUN_CONFIG_REGISTRY", "NPM_REGISTRY":
		return []registry{{value, name, false}}
	case "PIP_EXTRA_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_INDEX":
		return []registry{{value, name, true}}
	}
	return nil
}

// isUsualRegistry reports whether a host is that of a public registry itself, or a
// vendor's index beside it that its own packages need.
func isUsualRegistry(h host.Host) bool {
	for _, usual := range []string{"npmjs.org", "npmjs.com", "yarnpkg.com", "pypi.org", "pythonhosted.org", "npm.pkg.github.com", "nuget.org", "jsr.io",
		"download.pytorch.org", "pypi.nvidia.com", "npm.jsr.io"} {
		if h.Within(usual) {
			return true
		}
	}
	return false
}
