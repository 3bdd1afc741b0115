package rules_test

import (
	"encoding/json"
	"path"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/rules"
)

// A copy of a file is not analyzed again. Nobody may notice, whatever its folder is
// called and whatever lies beside it.
func TestTwins(t *testing.T) {
	cases, err := filepath.Glob("../testdata/rules/*/*/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	folders := []string{"one", "two/mcp", "examples/three", "docs", "x/scp", ".vscode", "~", "one"}
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		beside := map[string][]byte{}
		for _, f := range archive.Files {
			beside[path.Join("two/mcp", f.Name)] = f.Data // only this folder has all of them
		}
		var files []discover.File
		for i, folder := range folders {
			for _, f := range archive.Files {
				if f.Name == "want" {
					continue
				}
				at := path.Join(folder, f.Name)
				if i == len(folders)-1 {
					at = path.Join("another", at)
				}
				files = append(files, discover.InMemory(at, f.Data, beside))
			}
		}
		together := reportOf(t, files)
		slices.Reverse(files)
		backwards := reportOf(t, files)
		for i, f := range files {
			alone := reportOf(t, files[i:i+1])
			if got, want := of(t, together, f.Path), of(t, alone, f.Path); got != want {
				t.Errorf("%s: %s among its twins:\n%s\nalone:\n%s", name, f.Path, got, want)
			}
			if got, want := of(t, backwards, f.Path), of(t, alone, f.Path); got != want {
				t.Errorf("%s: %s in front of its twins:\n%s\nalone:\n%s", name, f.Path, got, want)
			}
		}
	}
}

func reportOf(t *testing.T, files []discover.File) *analyzer.Report {
	t.Helper()
	families := rules.All()
	chosen, err := analyzer.Selection{Pedantic: true}.Select(families)
	if err != nil {
		t.Fatal(err)
	}
	return analyzer.Run(&discover.Result{Files: files}, analyzer.Options{Families: families, Rules: chosen, Jobs: 4})
}

// of returns what a report says about a file.
func of(t *testing.T, r *analyzer.Report, name string) string {
	t.Helper()
	var about struct {
		Files    []analyzer.FileReport
		Findings []analyzer.Finding
	}
	for _, f := range r.Files {
		if f.Path == name {
			about.Files = append(about.Files, f)
		}
	}
	for _, f := range r.Findings {
		if f.Path == name {
			f.Rule = &analyzer.Rule{Name: f.Rule.Name}
			about.Findings = append(about.Findings, f)
		}
	}
	text, err := json.Marshal(about)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
