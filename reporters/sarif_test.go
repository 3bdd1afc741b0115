package reporters

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

var sarifSchema = filepath.Join("..", "testdata", "schema", "sarif-schema-2.1.0.json")

// many is a report of n findings, the worst of them last.
func many(n int) *analyzer.Report {
	r := &analyzer.Report{Rules: someRules, Version: "0.1.0"}
	for i := range n {
		rule := unpinnedRule
		if i == n-1 {
			rule = secretRule
		}
		p := source.Position{Line: i + 1, Column: 1, UTF16: 1, Offset: i}
		r.Findings = append(r.Findings, analyzer.Finding{Rule: rule, Confidence: rule.Confidence, Path: "a.json", URI: "a.json", Message: "m", Start: p, End: p})
	}
	return r
}

func TestSARIFSchema(t *testing.T) {
	for name, r := range map[string]*analyzer.Report{
		"everyday": everyday(), "hostile": hostile(), "empty": {}, "fix": fixable(), "many": many(ShownResults + 1),
	} {
		t.Run(name, func(t *testing.T) {
			log := write(t, "sarif", r)
			if err := validate(sarifSchema, log); err != nil {
				t.Error(err)
			}
			checkGitHub(t, log)
		})
	}
}

// TestSARIFFile checks a file from a real run, named by SARIF_FILE.
func TestSARIFFile(t *testing.T) {
	name := os.Getenv("SARIF_FILE")
	if name == "" {
		t.Skip("SARIF_FILE names no file")
	}
	text := readFile(t, name)
	if err := validate(sarifSchema, text); err != nil {
		t.Error(err)
	}
	checkGitHub(t, text)
}

// The schema that is used here must be able to fail.
func TestSARIFSchemaRejects(t *testing.T) {
	log := write(t, "sarif", everyday())
	for _, change := range [][2]string{
		{`"startLine": 6`, `"startLine": "6"`},
		{`"level": "error"`, `"level": "fatal"`},
		{`"executionSuccessful": false`, `"executionSuccessful": null`},
	} {
		broken := strings.Replace(log, change[0], change[1], 1)
		if broken == log {
			t.Fatalf("%s is not in the log", change[0])
		}
		if validate(sarifSchema, broken) == nil {
			t.Errorf("the schema accepts %s", change[1])
		}
	}
}

// A log is the part of SARIF that GitHub reads.
type log struct {
	Version string `json:"version"`
	Runs    []struct {
		Tool struct {
			Driver struct {
				Name            string `json:"name"`
				SemanticVersion string `json:"semanticVersion"`
				Rules           []struct {
					ID               string  `json:"id"`
					Name             *string `json:"name"`
					ShortDescription message `json:"shortDescription"`
					FullDescription  message `json:"fullDescription"`
					Help             message `json:"help"`
					Properties       struct {
						Tags             []string `json:"tags"`
						Precision        string   `json:"precision"`
						SecuritySeverity string   `json:"security-severity"`
					} `json:"properties"`
				} `json:"rules"`
			} `json:"driver"`
		} `json:"tool"`
		ColumnKind        string                               `json:"columnKind"`
		AutomationDetails struct{ ID string }                  `json:"automationDetails"`
		Invocations       []struct{ ExecutionSuccessful bool } `json:"invocations"`
		Results           []struct {
			RuleID              string            `json:"ruleId"`
			RuleIndex           *int              `json:"ruleIndex"`
			Message             message           `json:"message"`
			Locations           []sarifPlace      `json:"locations"`
			RelatedLocations    []sarifPlace      `json:"relatedLocations"`
			PartialFingerprints map[string]string `json:"partialFingerprints"`
			Suppressions        []any             `json:"suppressions"`
			Fixes               []any             `json:"fixes"`
			CodeFlows           []struct {
				ThreadFlows []struct {
					Locations []any `json:"locations"`
				} `json:"threadFlows"`
			} `json:"codeFlows"`
		} `json:"results"`
	} `json:"runs"`
}

type message struct{ Text, Markdown string }

type sarifPlace struct {
	ID               int
	PhysicalLocation struct {
		ArtifactLocation struct{ URI, URIBaseID string }
		Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
	}
}

func parse(t *testing.T, text string) log {
	t.Helper()
	var l log
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		t.Fatal(err)
	}
	return l
}

// checkGitHub holds a log against what GitHub documents as required and as limits,
// which the schema does not know.
func checkGitHub(t *testing.T, text string) {
	t.Helper()
	l := parse(t, text)
	if l.Version != "2.1.0" || len(l.Runs) != 1 {
		t.Fatalf("version %s, %d runs", l.Version, len(l.Runs))
	}
	run := l.Runs[0]
	if run.Tool.Driver.Name == "" || strings.HasPrefix(run.Tool.Driver.SemanticVersion, "v") {
		t.Errorf("driver %q %q", run.Tool.Driver.Name, run.Tool.Driver.SemanticVersion)
	}
	if run.ColumnKind != "utf16CodeUnits" || !strings.HasSuffix(run.AutomationDetails.ID, "/") {
		t.Errorf("columnKind %q, category %q", run.ColumnKind, run.AutomationDetails.ID)
	}
	if len(run.Tool.Driver.Rules) > 25000 || len(run.Results) > MaxResults {
		t.Errorf("%d rules, %d results", len(run.Tool.Driver.Rules), len(run.Results))
	}
	previous := ""
	for _, r := range run.Tool.Driver.Rules {
		for what, length := range map[string]int{
			"id": len(r.ID), "short description": len([]rune(r.ShortDescription.Text)), "full description": len([]rune(r.FullDescription.Text)),
		} {
			if limit := map[string]int{"id": 255}[what]; length == 0 || length > max(limit, 1024) {
				t.Errorf("rule %s: %s has %d characters", r.ID, what, length)
			}
		}
		if r.Help.Text == "" || r.Help.Markdown == "" {
			t.Errorf("rule %s: help has no text or no Markdown", r.ID)
		}
		if r.Name != nil && *r.Name == r.ID {
			t.Errorf("rule %s: name and id are the same", r.ID)
		}
		if len(r.Properties.Tags) > 10 {
			t.Errorf("rule %s: %d tags", r.ID, len(r.Properties.Tags))
		}
		if !strings.Contains("very-high high medium low", r.Properties.Precision) {
			t.Errorf("rule %s: precision %q", r.ID, r.Properties.Precision)
		}
		if s := r.Properties.SecuritySeverity; s == "0.0" {
			t.Errorf("rule %s: severity %s means none", r.ID, s)
		}
		if r.ID <= previous {
			t.Errorf("rules %s and %s are not sorted", previous, r.ID)
		}
		previous = r.ID
	}
	alerts := map[string]bool{}
	for i, r := range run.Results {
		if r.RuleIndex == nil || *r.RuleIndex >= len(run.Tool.Driver.Rules) || run.Tool.Driver.Rules[*r.RuleIndex].ID != r.RuleID {
			t.Errorf("result %d: the rule index does not lead to %s", i, r.RuleID)
		}
		if r.Message.Text == "" || len(r.Locations) != 1 || len(r.RelatedLocations) > 1000 || r.Suppressions != nil {
			t.Errorf("result %d: message, locations or suppressions are not as GitHub wants them", i)
		}
		for _, p := range append(r.Locations, r.RelatedLocations...) {
			checkPlace(t, p)
		}
		for n := range r.RelatedLocations {
			if n < maxRelated && !strings.Contains(r.Message.Text, fmt.Sprintf("](%d)", n+1)) {
				t.Errorf("result %d: related location %d is not linked", i, n+1)
			}
		}
		for _, flow := range r.CodeFlows {
			for _, thread := range flow.ThreadFlows {
				if len(thread.Locations) == 0 || len(thread.Locations) > 1000 {
					t.Errorf("result %d: %d locations in a thread flow", i, len(thread.Locations))
				}
			}
		}
		if hash := r.PartialFingerprints[lineHashName]; hash != "" {
			alert := r.RuleID + " " + r.Locations[0].PhysicalLocation.ArtifactLocation.URI + " " + hash
			if alerts[alert] {
				t.Errorf("result %d: GitHub will take two findings for one alert: %s", i, alert)
			}
			alerts[alert] = true
		}
	}
}

func checkPlace(t *testing.T, p sarifPlace) {
	t.Helper()
	a, r := p.PhysicalLocation.ArtifactLocation, p.PhysicalLocation.Region
	u, err := url.Parse(a.URI)
	switch {
	case err != nil:
		t.Errorf("%v", err)
	case u.Scheme != "" && u.Scheme != "file", strings.HasPrefix(a.URI, "/"), strings.Contains(a.URI, `\`), strings.Contains(a.URI, " "):
		t.Errorf("GitHub refuses the URI %q", a.URI)
	case u.Scheme == "" && a.URIBaseID != sourceRoot:
		t.Errorf("%q has no base", a.URI)
	}
	if r.StartLine < 1 || r.StartColumn < 1 || r.EndLine < r.StartLine || r.EndLine == r.StartLine && r.EndColumn <= r.StartColumn {
		t.Errorf("region %+v", r)
	}
}

func TestSARIFArtifact(t *testing.T) {
	for path, want := range map[string]string{
		".mcp.json":                   ".mcp.json",
		"./a/b.json":                  "a/b.json",
		"Application Support/ä%.json": "Application%20Support/%C3%A4%25.json",
		"git::x/mcp.json":             "git%3A%3Ax/mcp.json",
		"a#b?c.json":                  "a%23b%3Fc.json",
		"/home/a b/mcp.json":          "file:///home/a%20b/mcp.json",
		"C:/Users/x/mcp.json":         "file:///C:/Users/x/mcp.json",
		"\xff.json":                   "%FF.json",
	} {
		if got := *artifact(path).URI; got != want {
			t.Errorf("%q: got %s, want %s", path, got, want)
		}
	}
}

func TestSARIFTwoFindingsOnOneLine(t *testing.T) {
	s := newSample("min.json", `{"a":"ignore this","b":"ignore that"}`)
	r := &analyzer.Report{Rules: someRules, Findings: []analyzer.Finding{
		s.finding(overrideRule, "ignore", 0, "one"), s.finding(overrideRule, "ignore", 1, "two"), s.finding(secretRule, "ignore", 0, "other"),
	}}
	results := parse(t, write(t, "sarif", r)).Runs[0].Results
	first, second, other := results[0].PartialFingerprints, results[1].PartialFingerprints, results[2].PartialFingerprints
	if first[lineHashName] != s.hashes[1] || other[lineHashName] != s.hashes[1] {
		t.Errorf("the first finding of a rule on a line has not GitHub's own hash: %v", first)
	}
	if second[lineHashName] == first[lineHashName] || second[lineHashName] == "" {
		t.Errorf("two findings would be one alert: %v, %v", first, second)
	}
	for i := range r.Findings { // on a line with a secret there is no hash
		r.Findings[i].LineHash = ""
	}
	results = parse(t, write(t, "sarif", r)).Runs[0].Results
	if results[0].PartialFingerprints[lineHashName] != "" || results[1].PartialFingerprints[lineHashName] == "" {
		t.Errorf("on a line without a hash: %v, %v", results[0].PartialFingerprints, results[1].PartialFingerprints)
	}
}

func TestSARIFLimits(t *testing.T) {
	text := write(t, "sarif", many(MaxResults+10))
	l := parse(t, text)
	if n := len(l.Runs[0].Results); n != MaxResults {
		t.Errorf("%d results", n)
	}
	if l.Runs[0].Results[0].RuleID != secretRule.Name {
		t.Error("the worst finding is not the first")
	}
	if !strings.Contains(text, "the least severe 10 are not in this file") {
		t.Error("the cut is not said")
	}
	for n, want := range map[int]string{ShownResults: "", ShownResults + 1: "5001 findings: GitHub shows the 5000 most severe"} {
		if got := SARIFNote(many(n)); got != want {
			t.Errorf("of %d findings it says %q, want %q", n, got, want)
		}
	}
	if !l.Runs[0].Invocations[0].ExecutionSuccessful {
		t.Error("many findings are no failure")
	}
	few := parse(t, write(t, "sarif", many(3)))
	if len(few.Runs[0].Invocations) != 0 || few.Runs[0].Results[2].RuleID != secretRule.Name {
		t.Error("a few findings keep the order of the report and need no notification")
	}
}

func fixable() *analyzer.Report {
	s := newSample("a.json", "{\"a\": \"😀x\"}")
	f := s.finding(overrideRule, "x", 0, "m")
	span := s.span("x", 0)
	f.Fix = &analyzer.Fix{Description: "remove it", Edits: []analyzer.Edit{{Span: span, Start: s.file.Position(span.Start), End: s.file.Position(span.End)}}}
	unknown := s.finding(overrideRule, "a", 0, "m")
	unknown.Fix = &analyzer.Fix{Description: "remove it", Edits: []analyzer.Edit{{Span: span}}}
	return &analyzer.Report{Rules: someRules, Findings: []analyzer.Finding{f, unknown}}
}

func TestSARIFCountsUTF16(t *testing.T) {
	results := parse(t, write(t, "sarif", fixable())).Runs[0].Results
	if r := results[0].Locations[0].PhysicalLocation.Region; r.StartColumn != 10 || r.EndColumn != 11 {
		t.Errorf("region %+v, want columns 10 to 11: the character before takes two units", r)
	}
	if len(results[0].Fixes) != 1 || len(results[1].Fixes) != 0 {
		t.Errorf("%d and %d fixes, want one where the place is known", len(results[0].Fixes), len(results[1].Fixes))
	}
}

// A name must not become a link in GitHub's view of a message.
func TestSARIFNoForeignLinks(t *testing.T) {
	if got := sarifText("tool [x](https://evil.example)"); got != `tool \[x\](https://evil.example)` {
		t.Errorf("got %s", got)
	}
	if got := sarifText(`args ["-y", "x"] run C:\x`); got != `args ["-y", "x"] run C:\x` {
		t.Errorf("harmless text was changed to %s", got)
	}
}

func TestSARIFCategory(t *testing.T) {
	var b strings.Builder
	if err := SARIF(&b, everyday(), SARIFOptions{Category: "nightly"}); err != nil {
		t.Fatal(err)
	}
	if id := parse(t, b.String()).Runs[0].AutomationDetails.ID; id != "nightly/" {
		t.Errorf("got %s", id)
	}
}

func TestSARIFOtherFile(t *testing.T) {
	s := newSample("a.json", "x")
	f := s.finding(overrideRule, "x", 0, "m")
	other := s.quote("x", "there")
	other.Path, other.URI = "dir/b.json", "b.json"
	f.Evidence, f.Related = append(f.Evidence, other), []analyzer.Quote{other}
	text := write(t, "sarif", &analyzer.Report{Rules: someRules, Findings: []analyzer.Finding{f}})
	if n := strings.Count(text, `"uri": "b.json"`); n != 2 {
		t.Errorf("the other file is named %d times, want as related place and in the code flow", n)
	}
}
