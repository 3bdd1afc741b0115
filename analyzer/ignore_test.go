package analyzer_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
)

var (
	named = &analyzer.Rule{Name: "named", Severity: analyzer.High, Confidence: analyzer.Certain}
	ran   = &analyzer.Rule{Name: "ran", Severity: analyzer.Low, Confidence: analyzer.Certain}
)

// everyServer reports every server's name and every server's command.
var everyServer = analyzer.Family{Name: "fake", Doc: "Fake.", Checks: []analyzer.Check{{
	Rules: []*analyzer.Rule{named, ran},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			pass.Reportf(named, s.Name.Span, "%s", s.Name.Value)
			if s.Command.Present() {
				pass.Reportf(ran, s.Command.Span, "%s", s.Name.Value)
			}
		}
		for tool := range pass.File.Tools {
			pass.Reportf(named, tool.Name.Span, "%s", tool.Name.Value)
		}
	},
}, analyzer.Ignores()}}

// outcome runs the fake rules over a file: what is ignored, and what is reported,
// "rule:message" each.
func outcome(t *testing.T, name, text string, change func(*analyzer.Options)) (ignored, reported string) {
	t.Helper()
	families := []analyzer.Family{everyServer}
	opt := analyzer.Options{Families: families, Rules: analyzer.Rules(families), Jobs: 1}
	if change != nil {
		change(&opt)
	}
	found := &discover.Result{Files: []discover.File{discover.InMemory(name, []byte(text), nil)}}
	var hidden, shown []string
	for _, f := range analyzer.Run(found, opt).Findings {
		s := f.Rule.Name + ":" + f.Message
		if strings.HasSuffix(f.Rule.Name, "-ignore") {
			s = f.Rule.Name
		}
		if f.State == analyzer.Ignored {
			hidden = append(hidden, s)
		} else {
			shown = append(shown, s)
		}
	}
	return strings.Join(hidden, " "), strings.Join(shown, " ")
}

func TestIgnoreComments(t *testing.T) {
	tests := []struct{ name, text, ignored, reported string }{
		{
			"line above covers the server",
			`{"servers": {
				// mcplumb: ignore[named, ran] ours
				"a": {
					"command": "x"
				},
				"b": {"command": "y"}
			}}`,
			"named:a ran:a", "named:b ran:b",
		}, {
			"behind the server's first line",
			`{"servers": {
				"a": { // mcplumb: ignore[ran] ours
					"command": "x"
				}
			}}`,
			"ran:a", "named:a",
		}, {
			"a line inside a server covers only itself",
			`{"servers": {
				"a": {
					"command": "x" // mcplumb: ignore[ran, named] ours
				}
			}}`,
			"ran:a", "named:a unused-ignore",
		}, {
			"stacked comments",
			`{"servers": {
				// mcplumb: ignore[ran] ours
				/* mcplumb: ignore[named] ours
				   and more words */ // prose
				"a": {"command": "x"}
			}}`,
			"named:a ran:a", "",
		}, {
			"a blank line ends it",
			`{"servers": {
				// mcplumb: ignore[ran] ours

				"a": {"command": "x"}
			}}`,
			"", "unused-ignore named:a ran:a",
		}, {
			"no reason, no effect",
			`{"servers": {
				// mcplumb: ignore[ran]
				"a": {"command": "x"}
			}}`,
			"", "invalid-ignore named:a ran:a",
		}, {
			"an unknown name beside a known one",
			`{"servers": {
				// mcplumb: ignore[ran, rann] ours
				"a": {"command": "x"}
			}}`,
			"ran:a", "invalid-ignore named:a",
		}, {
			"the engine's own findings cannot be ignored",
			`{"servers": {
				// mcplumb: ignore[unused-ignore, ran] ours
				"a": {"url": "https://example.com"}
			}}`,
			"", "unused-ignore unused-ignore named:a",
		}, {
			"a manifest has no say",
			`{"tools": [
				// mcplumb: ignore[named] trust me
				{"name": "a", "description": "Adds.", "inputSchema": {"type": "object"}}
			]}`,
			"", "invalid-ignore named:a",
		}, {
			"last line of the file",
			"{\"servers\": {\"a\": {\"command\": \"x\"}}}\n// mcplumb: ignore[ran] ours",
			"", "named:a ran:a unused-ignore",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ignored, reported := outcome(t, ".vscode/mcp.json", test.text, nil)
			if ignored != test.ignored || reported != test.reported {
				t.Errorf("ignored %q, want %q; reported %q, want %q", ignored, test.ignored, reported, test.reported)
			}
		})
	}
}

func TestIgnoreInOtherNotations(t *testing.T) {
	for name, text := range map[string]string{
		".codex/config.toml": "# mcplumb: ignore[named] ours\n[mcp_servers.a]\ncommand = \"x\"\n",
		".goose/config.yaml": "extensions:\n  # mcplumb: ignore[named] ours\n  a:\n    type: stdio\n    cmd: x\n    enabled: true\n",
	} {
		if ignored, reported := outcome(t, name, text, nil); ignored != "named:a" || reported != "ran:a" {
			t.Errorf("%s: ignored %q, reported %q", name, ignored, reported)
		}
	}
}

func TestIgnoreExpires(t *testing.T) {
	text := "{\"servers\": {\n// mcplumb: ignore[named] until we move expires:2026-03-31\n\"a\": {\"url\": \"https://example.com\"}}}"
	for now, want := range map[string]string{
		"2026-03-31 23:00": "named:a",
		"2026-04-02 00:00": "",
		"":                 "named:a",
	} {
		ignored, _ := outcome(t, ".vscode/mcp.json", text, func(o *analyzer.Options) { o.Now, _ = time.Parse("2006-01-02 15:04", now) })
		if ignored != want {
			t.Errorf("at %s: ignored %q, want %q", now, ignored, want)
		}
	}
}

func TestNoIgnores(t *testing.T) {
	text := "{\"servers\": {\n// mcplumb: ignore[named] ours\n\"a\": {\"url\": \"https://example.com\"}}}"
	ignored, reported := outcome(t, ".vscode/mcp.json", text, func(o *analyzer.Options) { o.NoIgnores = true })
	if ignored != "" || reported != "named:a" {
		t.Errorf("ignored %q, reported %q", ignored, reported)
	}
}

// A rule that did not run cannot tell whether its ignore is used.
func TestUnusedIgnoreOfRuleThatIsOff(t *testing.T) {
	text := "{\"servers\": {\n// mcplumb: ignore[ran] ours\n\"a\": {\"url\": \"https://example.com\"}}}"
	_, reported := outcome(t, ".vscode/mcp.json", text, func(o *analyzer.Options) {
		o.Rules, _ = analyzer.Selection{Skip: []string{"ran"}}.Select(o.Families)
	})
	if reported != "named:a" {
		t.Errorf("reported %q", reported)
	}
}

func ExampleIgnores() {
	for _, r := range analyzer.Ignores().Rules {
		fmt.Println(r.Name)
	}
	// Output:
	// invalid-ignore
	// unused-ignore
}

// Many comments in a row, each with many rules, cost what they say once.
func TestManyIgnores(t *testing.T) {
	comment := "// mcplumb: ignore[" + strings.Repeat("named, ran, x, ", 20) + "] ours\n"
	text := "{\"servers\": {\n" + strings.Repeat(comment, 9_000) + "\"a\": {\"command\": \"x\"}}}"
	begin := time.Now()
	ignored, _ := outcome(t, ".vscode/mcp.json", text, nil)
	if took := time.Since(begin); took > 20*time.Second { // a fraction of a second on an idle machine
		t.Errorf("took %v", took)
	}
	if ignored != "named:a ran:a" {
		t.Errorf("ignored %q", ignored)
	}
}

// FuzzIgnore demands that no comment is passed over in silence: one that is meant
// for the tool hides something, or a finding says that it does not. What is hidden
// is named in brackets and has a reason behind them, and a manifest hides nothing.
func FuzzIgnore(f *testing.F) {
	for _, seed := range []string{
		"mcplumb: ignore[named] ours", "mcplumb: ignore[named, ran] until then expires:2026-12-31", "mcplumb: ignore[ran] expires:2020-01-01 gone", "mcplumb: ignore[named]", "mcplumb: ignore[] x",
		"mcplumb:ignore[named,,named] x]", "mcplumb: ignore [named] x", "#! mcplumb: ignore[unused-ignore] x", "see mcplumb: ignore[named]", "mcplumb: ignore[named] \u202e x", "mcplumb: ignore[rule\x00] x", "MCPLUMB: ignore[named] x",
	} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	bracket := regexp.MustCompile(`ignore\[[^\]]*\b(named|ran)\b[^\]]*\]\s*\S`)
	f.Fuzz(func(t *testing.T, comment string, block bool) {
		if strings.ContainsAny(comment, "\r\n") || strings.Contains(comment, "*/") || !utf8.ValidString(comment) || strings.Contains(comment, "\x00") {
			return
		}
		written := "// " + comment
		if block {
			written = "/* " + comment + " */"
		}
		set := func(o *analyzer.Options) { o.Now = time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC) }
		ignored, reported := outcome(t, ".vscode/mcp.json", "{\"servers\": {\n"+written+"\n\"a\": {\"command\": \"x\"},\n\"b\": {\"command\": \"y\"}}}", set)
		if ignored != "" && !bracket.MatchString(comment) {
			t.Errorf("%q hides %q", comment, ignored)
		}
		if strings.Contains(ignored, ":b") {
			t.Errorf("%q hides what is not under it: %q", comment, ignored)
		}
		meant := strings.HasPrefix(strings.TrimLeft(comment, "/*#! \t"), "mcplumb:")
		if meant && ignored == "" && !strings.Contains(reported, "-ignore") {
			t.Errorf("%q is passed over", comment)
		}
		if !meant && (ignored != "" || strings.Contains(reported, "-ignore")) {
			t.Errorf("%q is no order and is taken for one: %q, %q", comment, ignored, reported)
		}
		if ignored, _ = outcome(t, "tools.json", "{\"tools\": [\n"+written+"\n{\"name\": \"a\", \"description\": \"Adds.\", \"inputSchema\": {}}]}", set); ignored != "" {
			t.Errorf("a manifest hides %q by %q", ignored, comment)
		}
	})
}

// A run that is narrowed for a file does there what a run without these rules does.
func TestForFile(t *testing.T) {
	const text = `{"servers": {
		"a": {
			"command": "x" // mcplumb: ignore[ran] ours
		}
	}}`
	for _, test := range []struct {
		name              string
		narrowing         analyzer.Narrowing
		ignored, reported string
	}{
		{"nothing", analyzer.Narrowing{}, "ran:a", "named:a"},
		{"a rule, of which an ignore is then not unused", analyzer.Narrowing{Skip: []string{"ran"}}, "", "named:a"},
		{"a family", analyzer.Narrowing{Skip: []string{"fake"}}, "", ""},
	} {
		ignored, reported := outcome(t, ".vscode/mcp.json", text, func(o *analyzer.Options) {
			o.ForFile = func(path string) analyzer.Narrowing {
				if path != ".vscode/mcp.json" {
					t.Errorf("asked for %s", path)
				}
				return test.narrowing
			}
		})
		if ignored != test.ignored || reported != test.reported {
			t.Errorf("%s: ignored %q, reported %q", test.name, ignored, reported)
		}
	}
}

// A file can only be shown less of than the others.
func TestForFileThresholds(t *testing.T) {
	families := []analyzer.Family{everyServer}
	for _, test := range []struct {
		run, file analyzer.Severity
		want      string
	}{
		{analyzer.Info, analyzer.High, "reported below-threshold"},
		{analyzer.High, analyzer.Low, "reported below-threshold"},
		{analyzer.Low, analyzer.Low, "reported reported"},
	} {
		found := &discover.Result{Files: []discover.File{discover.InMemory(".mcp.json", []byte(`{"mcpServers": {"a": {"command": "x"}}}`), nil)}}
		var got []string
		for _, f := range analyzer.Run(found, analyzer.Options{
			Families: families, Rules: analyzer.Rules(families), MinSeverity: test.run,
			ForFile: func(string) analyzer.Narrowing { return analyzer.Narrowing{MinSeverity: test.file} },
		}).Findings {
			got = append(got, f.State.String())
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%v: got %v", test, got)
		}
	}
}
