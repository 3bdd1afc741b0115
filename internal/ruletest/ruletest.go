// Package ruletest runs rules over txtar archives. An archive is prose that says
// why the case exists, the input files, and a section "want" whose lines quote
// the source under each finding:
//
//	.mcp.json:3:14-3:22 unpinned-package `"server"` server "x" runs ...
//
// The span is start line and column to end line and column, counted in code
// points. A name that begins with "flag-" must have findings, one that begins
// with "pass-" must have none.
package ruletest

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
)

var update = flag.Bool("update", false, "rewrite the want sections of txtar cases")

// Findings analyzes in-memory files as if each was named on the command line and
// returns the findings in report order. Only the rules named run; without names
// all of them do, pedantic ones included.
func Findings(t testing.TB, families []analyzer.Family, files []txtar.File, names ...string) []analyzer.Finding {
	t.Helper()
	// Whether an ignore comment is used is known only when the rules it names run.
	all := slices.Equal(names, []string{"unused-ignore"})
	selection := analyzer.Selection{Only: names, Pedantic: true}
	if all {
		selection.Only = nil
	}
	chosen, err := selection.Select(families)
	if err != nil {
		t.Fatal(err)
	}
	findings := analyzer.Run(inMemory(files), analyzer.Options{Families: families, Rules: chosen, Jobs: 1}).Findings
	return slices.DeleteFunc(findings, func(f analyzer.Finding) bool {
		return all && f.Rule.Name != names[0] || f.State == analyzer.Ignored
	})
}

func inMemory(files []txtar.File) *discover.Result {
	beside := map[string][]byte{}
	for _, f := range files {
		beside[path.Clean(f.Name)] = f.Data
	}
	result := &discover.Result{}
	for _, f := range files {
		if !isAside(f.Name) {
			file := discover.InMemory(f.Name, f.Data, beside)
			file.Mode = 0o644 // what a new file gets almost everywhere
			result.Files = append(result.Files, file)
		}
	}
	return result
}

// isAside reports whether a file is only there to be read by its neighbours.
func isAside(name string) bool {
	base := path.Base(name)
	return base == "want" || strings.HasPrefix(base, ".env") || strings.HasSuffix(base, ".env")
}

// Run runs every case below dir. A folder two levels down is named after the rule
// that runs in it: dir/<family>/<rule>/<case>.txtar.
func Run(t *testing.T, families []analyzer.Family, dir string) {
	t.Helper()
	cases, err := filepath.Glob(filepath.Join(dir, "*", "*", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range cases {
		rule := filepath.Base(filepath.Dir(file))
		t.Run(rule+"/"+strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			runCase(t, families, file, rule)
		})
	}
}

func runCase(t *testing.T, families []analyzer.Family, file, rule string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range archive.Files {
		archive.Files[i].Data = unescape(archive.Files[i].Data)
	}
	got := lines(t, archive.Files, Findings(t, families, archive.Files, rule))
	at := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	switch name := filepath.Base(file); {
	case strings.HasPrefix(name, "flag-") && got == "":
		t.Error("a flag case without a finding")
	case strings.HasPrefix(name, "pass-") && got != "":
		t.Errorf("a pass case with findings:\n%s", got)
	case !strings.HasPrefix(name, "flag-") && !strings.HasPrefix(name, "pass-"):
		t.Error("the name of a case begins with flag- or pass-")
	}
	if strings.TrimSpace(string(archive.Comment)) == "" {
		t.Error("the prose that says why the case exists is missing")
	}
	if *update {
		rewrite(t, file, got)
		return
	}
	if at < 0 {
		t.Fatal("no want section; run with -update")
	}
	if want := string(archive.Files[at].Data); want != got {
		t.Errorf("findings differ\n--- want\n%s--- got\n%s", want, got)
	}
}

// unescape gives cases a way to hold bytes that an editor would spoil: a line
// "\xNN..." escapes are written as {{x:EFBBBF}}.
func unescape(data []byte) []byte {
	text := string(data)
	for {
		start := strings.Index(text, "{{x:")
		if start < 0 {
			return []byte(text)
		}
		end := strings.Index(text[start:], "}}")
		if end < 0 {
			return []byte(text)
		}
		var raw []byte
		if _, err := fmt.Sscanf(text[start+4:start+end], "%x", &raw); err != nil {
			return []byte(text)
		}
		text = text[:start] + string(raw) + text[start+end+2:]
	}
}

// lines renders findings as want lines.
func lines(t testing.TB, files []txtar.File, findings []analyzer.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(line(t, files, f))
	}
	return b.String()
}

func line(t testing.TB, files []txtar.File, f analyzer.Finding) string {
	i := slices.IndexFunc(files, func(x txtar.File) bool { return x.Name == f.Path })
	if i < 0 {
		t.Fatalf("finding in unknown file %s", f.Path)
	}
	data := files[i].Data
	if f.Start.Offset < 0 || f.End.Offset > len(data) || f.End.Offset < f.Start.Offset {
		return fmt.Sprintf("%s %s span %d-%d outside the file %s\n", f.Path, f.Rule.Name, f.Start.Offset, f.End.Offset, f.Message)
	}
	quoted := quote(string(data[f.Start.Offset:f.End.Offset]))
	confidence := ""
	if f.Confidence != f.Rule.Confidence {
		confidence = " (" + f.Confidence.String() + ")"
	}
	return fmt.Sprintf("%s:%d:%d-%d:%d %s%s %s %s\n", f.Path, f.Start.Line, f.Start.Column, f.End.Line, f.End.Column, f.Rule.Name, confidence, quoted, f.Message)
}

// quote shows source text on one line between back quotes.
func quote(s string) string {
	const limit = 160
	if len(s) > limit {
		s = s[:limit/2] + "…" + s[len(s)-limit/2:]
	}
	var b strings.Builder
	b.WriteByte('`')
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfeff || r >= 0x200b && r <= 0x206f || r >= 0xe0000:
			fmt.Fprintf(&b, `\u{%x}`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('`')
	return b.String()
}

// rewrite replaces only the want section.
func rewrite(t *testing.T, file, got string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })
	archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Complete checks that every rule has a folder with flagging and silent cases,
// and every folder a rule.
func Complete(t *testing.T, families []analyzer.Family, dir string) {
	t.Helper()
	folders := map[string]bool{}
	matches, _ := filepath.Glob(filepath.Join(dir, "*", "*"))
	for _, m := range matches {
		rel, _ := filepath.Rel(dir, m)
		folders[filepath.ToSlash(rel)] = true
	}
	for _, r := range analyzer.Rules(families) {
		folder := r.Category + "/" + r.Name
		if !folders[folder] {
			t.Errorf("rule %s has no cases in testdata/rules/%s", r.Name, folder)
			continue
		}
		delete(folders, folder)
		for _, prefix := range []string{"flag-", "pass-"} {
			if found, _ := filepath.Glob(filepath.Join(dir, filepath.FromSlash(folder), prefix+"*.txtar")); len(found) == 0 {
				t.Errorf("rule %s has no %s case", r.Name, prefix)
			}
		}
	}
	var left []string
	for f := range folders {
		left = append(left, f)
	}
	sort.Strings(left)
	for _, f := range left {
		t.Errorf("testdata/rules/%s belongs to no rule", f)
	}
}

// Examples checks that the Bad example of every rule fires it and the Good one
// does not.
func Examples(t *testing.T, families []analyzer.Family) {
	t.Helper()
	for _, r := range analyzer.Rules(families) {
		t.Run(r.Name, func(t *testing.T) {
			for _, example := range []struct {
				analyzer.Example
				fires bool
			}{{r.Bad, true}, {r.Good, false}} {
				files := []txtar.File{{Name: example.File, Data: []byte(example.Text)}}
				if fired := len(Findings(t, families, files, r.Name)) > 0; fired != example.fires {
					t.Errorf("%s fires: %v, want %v\n%s", example.File, fired, example.fires, example.Text)
				}
			}
		})
	}
}
