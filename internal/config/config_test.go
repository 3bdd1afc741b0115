package config

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/mcplumb/mcplumb/analyzer"
)

var (
	unpinned = &analyzer.Rule{Name: "unpinned-package", Severity: analyzer.Low, Confidence: analyzer.Certain}
	override = &analyzer.Rule{Name: "instruction-override", Severity: analyzer.High, Confidence: analyzer.Certain}
	families = []analyzer.Family{
		{Name: "supplychain", Checks: []analyzer.Check{{Rules: []*analyzer.Rule{unpinned}}}},
		{Name: "poisoning", Checks: []analyzer.Check{{Rules: []*analyzer.Rule{override}}}},
		{Name: "hygiene", Checks: []analyzer.Check{analyzer.Ignores()}},
	}
)

// everything uses every setting. It is JSON, which YAML contains.
const everything = `{
  "fail-on": "medium", "min-severity": "info", "min-confidence": "low", "pedantic": true,
  "only": ["poisoning", "unpinned-package"], "skip": "instruction-override",
  "include": ["**/*.json"], "exclude": ["examples", "**/testdata/**"],
  "baseline": ".mcplumb-baseline.json",
  "trusted": {"hosts": ["mcp.example.com"], "registries": ["https://npm.example.com"], "scopes": ["@acme"]},
  "ignore": [
    {"rule": "unpinned-package", "path": ".mcp.json", "server": "docs", "reason": "we publish it", "expires": "2026-12-31"},
    {"rule": ["instruction-override"], "tool": "add", "pointer": "/tools/0", "reason": "quoted in an example"}
  ],
  "overrides": [{"paths": ["examples/**"], "skip": ["unpinned-package"], "min-severity": "high", "min-confidence": "high"}]
}`

func parse(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Parse(Name, Name, []byte(text), families)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestParse(t *testing.T) {
	c := parse(t, everything)
	if c.FailOn != "medium" || c.MinSeverity != "info" || c.MinConfidence != "low" || !c.Pedantic || c.Baseline != ".mcplumb-baseline.json" {
		t.Errorf("%+v", c)
	}
	if !reflect.DeepEqual(c.Only, []string{"poisoning", "unpinned-package"}) || !reflect.DeepEqual(c.Skip, []string{"instruction-override"}) {
		t.Errorf("only %v, skip %v", c.Only, c.Skip)
	}
	want := analyzer.Settings{TrustedHosts: []string{"mcp.example.com"}, TrustedRegistries: []string{"npm.example.com"}, TrustedScopes: []string{"@acme"}}
	if !reflect.DeepEqual(c.Settings, want) {
		t.Errorf("%+v", c.Settings)
	}
	if len(c.Ignores) != 2 || c.Ignores[0].Server != "docs" || c.Ignores[0].Expires.Year() != 2026 || c.Ignores[1].Pointer != "/tools/0" {
		t.Errorf("%+v", c.Ignores)
	}
	if len(c.Overrides) != 1 || c.Overrides[0].MinSeverity != analyzer.High || c.Overrides[0].MinConfidence != analyzer.Certain {
		t.Errorf("%+v", c.Overrides)
	}
	parse(t, "{}")
	parse(t, "# a comment\n{}")
	parse(t, "")
}

// A host may be written as people have it at hand.
func TestTrustedHosts(t *testing.T) {
	c := parse(t, `{"trusted": {"hosts": ["*.Orchard.example", "orchard.example.", "https://tracker.orchard.example:8443/mcp", "127.0.0.1:80"], "registries": "https://npm.orchard.example/private/"}}`)
	if want := []string{"orchard.example", "orchard.example", "tracker.orchard.example", "127.0.0.1"}; !reflect.DeepEqual(c.Settings.TrustedHosts, want) {
		t.Errorf("hosts: got %q, want %q", c.Settings.TrustedHosts, want)
	}
	if want := []string{"npm.orchard.example"}; !reflect.DeepEqual(c.Settings.TrustedRegistries, want) {
		t.Errorf("registries: got %q, want %q", c.Settings.TrustedRegistries, want)
	}
}

func TestParseRejects(t *testing.T) {
	for text, want := range map[string]string{
		`{"fail_on": "high"}`:                                       `1:2: unknown setting "fail_on"`,
		`{"fail-on": "hihg"}`:                                       `1:13: unknown value "hihg"`,
		`{"fail-on": 3}`:                                            `1:13: expected one of low, medium, high, critical, never`,
		`{"baseline": "../b.json"}`:                                 `1:14: "../b.json" leads out of the directory of this file`,
		`{"pedantic": "yes"}`:                                       `1:14: expected true or false`,
		"{\n\"only\": [\"instruction-overide\"]}":                   `2:10: unknown rule "instruction-overide"`,
		`{"include": ["[a"]}`:                                       `1:14: "[a" is not a pattern: brackets or braces are not closed`,
		`{"include": 1}`:                                            `1:13: expected a list`,
		`{"include": [1]}`:                                          `1:14: expected a text`,
		`{"trusted": []}`:                                           `1:13: expected settings with names`,
		`{"trusted": {"host": []}}`:                                 `1:14: unknown setting "host"`,
		`{"trusted": {"hosts": ["a b"]}}`:                           `1:24: "a b" names no host`,
		`{"trusted": {"hosts": ["${HOST}"]}}`:                       `1:24: "${HOST}" names no host`,
		`{"trusted": {"registries": ["https://"]}}`:                 `1:29: "https://" names no host`,
		`{"skip": [], "skip": []}`:                                  `1:14: skip is set twice`,
		`[]`:                                                        `1:1: expected settings with names`,
		`{"ignore": [{"path": "a", "reason": "x"}]}`:                `1:13: an ignore names its rule`,
		`{"ignore": [{"rule": "supplychain"}]}`:                     `1:22: unknown rule "supplychain"`,
		`{"ignore": [{"rule": "unpinned-package", "path": "a"}]}`:   `1:13: an ignore needs a reason that others can judge`,
		`{"ignore": [{"rule": "unpinned-package", "reason": "x"}]}`: `1:13: an ignore names a path, server, tool or pointer; skip switches a rule off everywhere`,
		`{"ignore": [{"rule": "unpinned-package", "reason": "x", "pointer": "a"}]}`:                 `1:13: a pointer starts with /, as in /mcpServers/name/env`,
		`{"ignore": [{"rule": "unpinned-package", "path": "a", "reason": "x", "expires": "soon"}]}`: `1:81: expected a date, YYYY-MM-DD`,
		`{"overrides": [{"skip": ["poisoning"]}]}`:                                                  `1:16: an override names the paths that it is for`,
		"a: [": `1:1: did not find expected node content`,
	} {
		_, err := Parse(Name, Name, []byte(text), families)
		var wrong *Error
		if !errors.As(err, &wrong) || wrong.Problems[0].String() != Name+":"+want {
			t.Errorf("%s: got %v, want %s", text, err, want)
		}
	}
	_, err := Parse(Name, Name, []byte(`{"a": 1, "fail-on": "x", "b": 2}`), families)
	var wrong *Error
	if !errors.As(err, &wrong) || len(wrong.Problems) != 3 {
		t.Fatalf("not every mistake is told: %v", err)
	}
	if p := wrong.Problems[1]; p.Got != "x" || !slices.Contains(p.Known, "never") {
		t.Errorf("%+v does not say what there is", p)
	}
}

// report is three findings in two files below the working directory.
func report() *analyzer.Report {
	finding := func(rule *analyzer.Rule, category, path, pointer, server, tool string) analyzer.Finding {
		return analyzer.Finding{Rule: rule, Category: category, Confidence: analyzer.Likely, Path: path, URI: path, Pointer: pointer, Server: server, Tool: tool}
	}
	return &analyzer.Report{
		Findings: []analyzer.Finding{
			finding(unpinned, "supplychain", ".mcp.json", "/mcpServers/docs/args/1", "docs", ""),
			finding(unpinned, "supplychain", ".mcp.json", "/mcpServers/docs2/args/1", "docs2", ""),
			finding(override, "poisoning", "examples/a/tools.json", "/tools/0/description", "", "add"),
		},
		Files: []analyzer.FileReport{{Path: ".mcp.json", Status: analyzer.Analyzed}, {Path: "examples/a/tools.json", Status: analyzer.Analyzed}},
		Rules: analyzer.Rules(families),
	}
}

// states are those of the findings, and the rules of those that were added.
func states(r *analyzer.Report) string {
	var list []string
	for i, f := range r.Findings {
		s := f.State.String()
		if i >= 3 {
			s = f.Rule.Name + ":" + f.Message
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

func TestApply(t *testing.T) {
	const three = "reported reported reported"
	tests := []struct{ name, text, want string }{
		{"nothing", `{}`, three},
		{"server", `{"ignore": [{"rule": "unpinned-package", "server": "docs", "reason": "x"}]}`, "ignored reported reported"},
		{"path", `{"ignore": [{"rule": ["unpinned-package", "instruction-override"], "path": "*.json", "reason": "x"}]}`, "ignored ignored reported"},
		{"folder", `{"ignore": [{"rule": "instruction-override", "path": "examples/", "reason": "x"}]}`, "reported reported ignored"},
		{"tool", `{"ignore": [{"rule": "instruction-override", "tool": "add", "reason": "x"}]}`, "reported reported ignored"},
		{"pointer covers what is below and no namesake", `{"ignore": [{"rule": "unpinned-package", "pointer": "/mcpServers/docs", "reason": "x"}]}`, "ignored reported reported"},
		{"all fields must match", `{"ignore": [{"rule": "unpinned-package", "server": "docs", "path": "examples", "reason": "x"}]}`, three + " unused-ignore:this ignore of unpinned-package hides nothing"},
		{"expired", `{"ignore": [{"rule": "unpinned-package", "server": "docs", "reason": "x", "expires": "2026-01-01"}]}`, three + " invalid-ignore:this ignore expired on 2026-01-01"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := report()
			parse(t, test.text).Apply(r, analyzer.Options{Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)}, true)
			if got := states(r); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// What is found in the file itself is shown from the same severity on as the rest.
func TestApplyBelowThreshold(t *testing.T) {
	r := report()
	c := parse(t, `{"ignore": [{"rule": "unpinned-package", "server": "gone", "reason": "x"}]}`)
	c.Apply(r, analyzer.Options{MinSeverity: analyzer.Medium}, true)
	if len(r.Findings) != 4 || r.Findings[3].State != analyzer.BelowThreshold {
		t.Errorf("%s", states(r))
	}
}

func TestForFile(t *testing.T) {
	c := parse(t, `{"overrides": [
		{"paths": ["examples", "*.json"], "skip": ["poisoning"], "min-severity": "high"},
		{"paths": ["examples/a/*"], "skip": "unpinned-package", "min-severity": "medium", "min-confidence": "high"}
	]}`)
	for path, want := range map[string]analyzer.Narrowing{
		".mcp.json":             {Skip: []string{"poisoning"}, MinSeverity: analyzer.High},
		"examples/a/tools.json": {Skip: []string{"poisoning", "unpinned-package"}, MinSeverity: analyzer.High, MinConfidence: analyzer.Certain},
		"sub/.mcp.json":         {},
		"../.mcp.json":          {},
	} {
		if got := c.ForFile(path); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", path, got, want)
		}
	}
}

// In a run over some files only the ignores for these can be called unused.
func TestApplyToPart(t *testing.T) {
	for text, want := range map[string]bool{
		`{"ignore": [{"rule": "unpinned-package", "server": "gone", "reason": "x"}]}`:                       false,
		`{"ignore": [{"rule": "unpinned-package", "server": "gone", "path": "other.json", "reason": "x"}]}`: false,
		`{"ignore": [{"rule": "unpinned-package", "server": "gone", "path": ".mcp.json", "reason": "x"}]}`:  true,
	} {
		r := report()
		parse(t, text).Apply(r, analyzer.Options{}, false)
		if got := len(r.Findings) > 3; got != want {
			t.Errorf("%s: called unused: %v, want %v", text, got, want)
		}
	}
}

func TestWants(t *testing.T) {
	c := parse(t, `{"include": ["configs", "*.json"], "exclude": ["configs/old", "**/skip.json"]}`)
	for path, want := range map[string]bool{
		"configs/a.yaml": true, "a.json": true, "b/a.json": false, "configs/old/a.json": false, "configs/x/skip.json": false, "../a.json": false,
	} {
		if got := c.Wants(path); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
	if !parse(t, `{}`).Wants("anything") {
		t.Error("without patterns every file is wanted")
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "repo", "a", "b")
	for _, d := range []string{deep, filepath.Join(dir, "repo", ".git")} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(dir, Name)
	inside := filepath.Join(dir, "repo", "a", Name)
	if err := os.WriteFile(outside, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := Find(deep); got != "" {
		t.Errorf("a file outside of the repository counts: %s", got)
	}
	if err := os.WriteFile(inside, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := Find(deep); got != inside {
		t.Errorf("got %s, want %s", got, inside)
	}
}

const schemaFile = "../../docs/schema/config-v1.json"

func TestSchema(t *testing.T) {
	compiled, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	for text, valid := range map[string]bool{
		everything:                    true,
		`{}`:                          true,
		`{"fail_on": "high"}`:         false,
		`{"ignore": [{"rule": "a"}]}`: false,
		`{"ignore": [{"rule": "a", "reason": "x"}]}`: false,
	} {
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(instance); (err == nil) != valid {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// The example uses every setting, and the schema must know exactly these.
func TestSchemaIsComplete(t *testing.T) {
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]any `json:"properties"`
	}
	var used map[string]any
	if err := errors.Join(json.Unmarshal(data, &schema), json.Unmarshal([]byte(everything), &used)); err != nil {
		t.Fatal(err)
	}
	for key := range schema.Properties {
		if used[key] == nil && key != "$schema" {
			t.Errorf("%s is in the schema and not in the example", key)
		}
	}
}
