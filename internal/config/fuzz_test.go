package config

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/mcplumb/mcplumb/analyzer"
)

// FuzzParse demands that a config is either understood, and then promises what the
// rest of the program relies on, or refused with a place for every mistake.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		everything, "", "fail-on: high\nskip: [poisoning]\n", "ignore:\n  - rule: unpinned-package\n    path: '**/*.json'\n    reason: ours\n    expires: 2026-12-31\n",
		"overrides:\n  - paths: [a, 'b/{c,d}/**']\n    skip: unpinned-package\n", "a: &a {rule: unpinned-package, reason: x, server: s}\nignore: [*a, *a]\n", "baseline: ../x\n", "baseline: 'a\\b'\n",
		"ignore: [{rule: unpinned-package, reason: x, path: '[', pointer: x}]", "fail-on: high\nfail-on: low\n", "--- 1\n--- 2\n", "\xff\xfe{\x00}\x00", "include: '{{{{{,,,,,}}}}}/**/**/**/**'\n", "expires: !!timestamp 2026-01-01",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse(Name, Name, []byte(text), families)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || len(e.Problems) == 0 {
				t.Fatalf("%v names no place", err)
			}
			for _, p := range e.Problems {
				if p.Line < 1 || p.Line > 1+strings.Count(text, "\n")+strings.Count(text, "\r") || p.Column < 1 || p.Message == "" {
					t.Fatalf("%q: %s", text, p)
				}
			}
			return
		}
		for _, globs := range [][]string{c.Include, c.Exclude} {
			for _, glob := range globs {
				if !doublestar.ValidatePattern(glob) {
					t.Errorf("%q is no pattern", glob)
				}
			}
		}
		if c.Baseline != "" && !filepath.IsLocal(filepath.FromSlash(c.Baseline)) {
			t.Errorf("the baseline %q leads out", c.Baseline)
		}
		for _, ig := range c.Ignores {
			if len(ig.Rules) == 0 || strings.TrimSpace(ig.Reason) == "" || ig.Path+ig.Server+ig.Tool+ig.Pointer == "" {
				t.Errorf("an ignore for everything: %+v", ig)
			}
			for _, name := range ig.Rules {
				if name != unpinned.Name && name != override.Name && !strings.HasSuffix(name, "-ignore") {
					t.Errorf("%q is no rule", name)
				}
			}
		}
		r := &analyzer.Report{Rules: analyzer.Rules(families), Findings: []analyzer.Finding{
			{Rule: unpinned, Category: "supplychain", Path: ".mcp.json", Server: "docs", Pointer: "/mcpServers/docs/args/0"}, {Rule: override, Category: "poisoning", Path: "a/tools.json", Tool: "add", Pointer: "/tools/0/description"},
		}}
		before := len(r.Findings)
		c.Apply(r, analyzer.Options{Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)}, true)
		for i, found := range r.Findings {
			switch {
			case i >= before && (found.Start.Line < 1 || found.End.Offset < found.Start.Offset || found.Path != Name):
				t.Errorf("a finding about the config at %+v", found)
			case i < before && found.State == analyzer.Ignored && len(c.Ignores) == 0:
				t.Errorf("%s is hidden by nothing", found.Rule.Name)
			}
		}
		c.Wants("a/b/c.json")
		if n := c.ForFile("a/b/c.json"); len(c.Overrides) == 0 && (len(n.Skip) > 0 || n.MinSeverity > 0 || n.MinConfidence > 0) {
			t.Errorf("without an override, a file is narrowed by %+v", n)
		}
		for _, name := range slices.Concat(c.Settings.TrustedHosts, c.Settings.TrustedRegistries) {
			if name == "" || strings.ContainsAny(name, "/ ") {
				t.Errorf("%q is no host", name)
			}
		}
	})
}
