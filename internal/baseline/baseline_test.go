package baseline

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/mcplumb/mcplumb/analyzer"
)

var (
	override = &analyzer.Rule{Name: "instruction-override"}
	token    = &analyzer.Rule{Name: "hardcoded-provider-secret"}
	off      = &analyzer.Rule{Name: "rule-that-is-off"}
)

func report() *analyzer.Report {
	return &analyzer.Report{
		Findings: []analyzer.Finding{
			{Rule: override, Category: "poisoning", URI: "b.json", Fingerprint: "b1", Tool: "t"},
			{Rule: override, Category: "poisoning", URI: "a.json", Fingerprint: "a1", Server: "s"},
			{Rule: token, Category: "secrets", URI: "a.json", Fingerprint: "a2"},
			{Rule: override, URI: "a.json", Fingerprint: "a3", State: analyzer.Ignored},
			{Rule: override, URI: "a.json", Fingerprint: "a4", State: analyzer.BelowThreshold},
		},
		Files: []analyzer.FileReport{{URI: "a.json", Status: analyzer.Analyzed}, {URI: "b.json", Status: analyzer.Partial}},
		Rules: []analyzer.RuleInfo{{Rule: override}, {Rule: token}},
	}
}

func written(t *testing.T, b *Baseline) string {
	t.Helper()
	var s strings.Builder
	if err := b.Write(&s); err != nil {
		t.Fatal(err)
	}
	return s.String()
}

func TestRoundTrip(t *testing.T) {
	text := written(t, Of(report(), false))
	want := `{
  "version": 1,
  "findings": [
    {
      "fingerprint": "a1",
      "rule": "instruction-override",
      "path": "a.json",
      "server": "s"
    },
    {
      "fingerprint": "b1",
      "rule": "instruction-override",
      "path": "b.json",
      "tool": "t"
    }
  ]
}
`
	if text != want {
		t.Errorf("got %s", text)
	}
	b, err := Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if again := written(t, b); again != text {
		t.Errorf("read and written again: %s", again)
	}
	if n := len(Of(&analyzer.Report{}, false).Findings); n != 0 || !strings.Contains(written(t, Of(&analyzer.Report{}, false)), "[]") {
		t.Error("an empty baseline is an empty list")
	}
}

func states(r *analyzer.Report) string {
	var s []string
	for _, f := range r.Findings {
		s = append(s, f.State.String())
	}
	return strings.Join(s, " ")
}

func TestApply(t *testing.T) {
	r := report()
	b := Of(r, true)
	b.Findings = append(b.Findings,
		Entry{Fingerprint: "gone", Rule: override.Name, Path: "a.json"},
		Entry{Fingerprint: "file was read in part", Rule: override.Name, Path: "b.json"},
		Entry{Fingerprint: "file was not looked at", Rule: override.Name, Path: "c.json"},
		Entry{Fingerprint: "rule did not run", Rule: off.Name, Path: "a.json"},
		Entry{Fingerprint: "a4", Rule: override.Name, Path: "a.json"},
	)
	fixed := b.Apply(r, false)
	if got, want := states(r), "baselined baselined reported ignored below-threshold"; got != want {
		t.Errorf("got %s, want %s: a secret stays reported", got, want)
	}
	if len(fixed) != 1 || fixed[0].Fingerprint != "gone" {
		t.Errorf("fixed: %v", fixed)
	}
	r = report()
	b.Apply(r, true)
	if got, want := states(r), "baselined baselined baselined ignored below-threshold"; got != want {
		t.Errorf("with secrets: got %s, want %s", got, want)
	}
}

func TestReadRejects(t *testing.T) {
	for text, want := range map[string]string{
		"":               "not a baseline",
		"[]":             "not a baseline",
		`{"version": 2}`: "version 2",
		`{}`:             "version 0",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// FuzzRead demands that a baseline that is read can be written and read again as
// the same, and that no baseline hides a secret or what it does not name.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{"version": 1, "findings": [{"fingerprint": "a1", "rule": "instruction-override", "path": "a.json"}, {"fingerprint": "a2", "rule": "hardcoded-provider-secret", "path": "a.json"}]}`,
		`{"version": 1, "findings": null}`, `{"version": 1, "findings": [{}, null, {"fingerprint": ""}]}`, `{"VERSION": 1, "version": 2}`, `{"version": 1e0}`, `[]`, `{"version": 1} x`,
		`{"version": 1, "findings": [{"fingerprint": "b\u0031", "rule": "rule-that-is-off", "path": "\ud800", "server": "\u202e\u009b\udb40\udc41\u007f"}]}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		b, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		first := written(t, b)
		for _, r := range first {
			if r != '\n' && !unicode.IsPrint(r) {
				t.Fatalf("%U is written as it is", r)
			}
		}
		again, err := Read(strings.NewReader(first))
		if err != nil {
			t.Fatalf("%v\n%s", err, first)
		}
		if second := written(t, again); second != first {
			t.Fatalf("%s\nbecame\n%s", first, second)
		}
		named := map[string]bool{}
		for _, e := range b.Findings {
			named[e.Fingerprint] = true
		}
		r, before := report(), report()
		fixed := b.Apply(r, false)
		for i, now := range r.Findings {
			was := before.Findings[i]
			if now.State != was.State && (was.State != analyzer.Reported || now.State != analyzer.Baselined || now.Category == secrets || !named[now.Fingerprint]) {
				t.Errorf("%s went from %v to %v", now.Fingerprint, was.State, now.State)
			}
			if was.State == analyzer.Reported && now.State == analyzer.Reported && now.Category != secrets && named[now.Fingerprint] {
				t.Errorf("%s is accepted and still reported", now.Fingerprint)
			}
		}
		for _, e := range fixed {
			if slices.ContainsFunc(r.Findings, func(f analyzer.Finding) bool { return f.Fingerprint == e.Fingerprint }) {
				t.Errorf("%q is there and called fixed", e.Fingerprint)
			}
		}
	})
}
