package main_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/internal/gentree"
)

// recipes are those of docs/scale-out.md; the page is held to them.
var recipes = map[string]string{
	"xargs": `find registry -name '*.json' | sort | split -l 100 - shard. &&
ls shard.* | xargs -P 4 -I{} mcplumb check --fail-on never -f json -o {}.json --files-from {}`,
	"parallel": `find registry -name '*.json' | sort |
  parallel --pipe -N 100 mcplumb check --fail-on never -f json -o shard.{#}.json --files-from -`,
}

// TestScaleOutRecipes shards a small registry and demands that the shards together
// find what one run finds.
func TestScaleOutRecipes(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("docs", "scale-out.md"))
	if err != nil {
		t.Fatal(err)
	}
	tool := build(t, ".")
	for name, recipe := range recipes {
		if !strings.Contains(string(page), recipe) {
			t.Errorf("docs/scale-out.md does not show the recipe for %s", name)
		}
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath(name); err != nil {
				t.Skip(name + " is not installed")
			}
			dir, bin := t.TempDir(), t.TempDir()
			if _, err := gentree.Manifests(filepath.Join(dir, "registry"), 250, 5); err != nil {
				t.Fatal(err)
			}
			if err := os.Link(tool, filepath.Join(bin, "mcplumb")); err != nil {
				t.Skip(err)
			}
			env := append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
			sh := exec.Command("sh", "-c", recipe)
			sh.Dir, sh.Env = dir, env
			if out, err := sh.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			shards, _ := filepath.Glob(filepath.Join(dir, "shard.*.json"))
			if len(shards) != 3 {
				t.Fatalf("%d shards", len(shards))
			}
			var got []string
			for _, shard := range shards {
				got = append(got, fingerprints(t, shard)...)
			}
			whole := filepath.Join(dir, "whole.json")
			one := exec.Command(tool, "check", "--fail-on", "never", "-f", "json", "-o", whole, "registry")
			one.Dir = dir
			if out, err := one.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			want := fingerprints(t, whole)
			slices.Sort(got)
			slices.Sort(want)
			if len(want) == 0 || !slices.Equal(got, want) {
				t.Errorf("the shards have %d findings, one run has %d", len(got), len(want))
			}
		})
	}
}

func fingerprints(t *testing.T, report string) []string {
	t.Helper()
	data, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	var parsed struct {
		Findings []struct{ Fingerprint string }
	}
	if err := json.Unmarshal(data, &parsed); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range parsed.Findings {
		all = append(all, f.Fingerprint)
	}
	return all
}
