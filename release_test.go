package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/mcplumb/mcplumb/internal/cli"
)

// A fileInfo is what an archive says of a file beside its bytes.
type fileInfo struct {
	Owner, Group, MTime string
	Mode                int
}

// goreleaser is what this test cares about of .goreleaser.yaml.
type goreleaser struct {
	Builds []struct {
		Env, Flags, Ldflags, Targets []string
		ModTimestamp                 string `yaml:"mod_timestamp"`
	}
	Archives []struct {
		BuildsInfo fileInfo `yaml:"builds_info"`
		Files      []struct {
			Src  string
			Info fileInfo
		}
	}
	Dockers []struct{ Platforms []string } `yaml:"dockers_v2"`
}

// A release is static, for six platforms, and the same whoever builds it: nothing in
// it comes from the machine.
func TestReleaseIsReproducible(t *testing.T) {
	data, err := os.ReadFile(".goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var config goreleaser
	if err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&config); err != nil {
		t.Fatal(err)
	}
	if len(config.Builds) != 1 || len(config.Archives) != 1 || len(config.Dockers) != 1 {
		t.Fatalf("%+v", config)
	}
	build := config.Builds[0]
	platforms := []string{"linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64", "windows_amd64", "windows_arm64"}
	if !reflect.DeepEqual(build.Targets, platforms) {
		t.Errorf("built for %v", build.Targets)
	}
	for _, p := range config.Dockers[0].Platforms {
		if !slices.Contains(platforms, strings.ReplaceAll(p, "/", "_")) {
			t.Errorf("the image is for %s, which is not built", p)
		}
	}
	if !slices.Contains(build.Env, "CGO_ENABLED=0") || !slices.Contains(build.Flags, "-trimpath") ||
		!slices.Contains(build.Flags, "-buildvcs=true") || !slices.Contains(build.Ldflags, "-s -w -buildid=") ||
		build.ModTimestamp != "{{ .CommitTimestamp }}" {
		t.Errorf("%+v", build)
	}
	archive := config.Archives[0]
	if want := (fileInfo{Owner: "root", Group: "root", MTime: "{{ .CommitDate }}", Mode: 0o755}); archive.BuildsInfo != want {
		t.Errorf("the binary has %+v", archive.BuildsInfo)
	}
	for _, f := range archive.Files {
		if want := (fileInfo{Owner: "root", Group: "root", MTime: "{{ .CommitDate }}", Mode: 0o644}); f.Info != want {
			t.Errorf("%s has %+v", f.Src, f.Info)
		}
	}
}

// versionOfUs is a release of this tool, as pages and settings name it.
var versionOfUs = regexp.MustCompile(`mcplumb/mcplumb(?:@v|:|\n    rev: v|/releases/download/v)([0-9][^\s")]*)`)

// Every page and setting names the release that the source is.
func TestVersions(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range append(pages, "README.md", ".pre-commit-hooks.yaml", "action.yml") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range versionOfUs.FindAllSubmatch(text, -1) {
			found++
			if string(match[1]) != cli.Version {
				t.Errorf("%s names %s, the source is %s", name, match[1], cli.Version)
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d places were found", found)
	}
	changes, err := os.ReadFile("CHANGELOG.md")
	if err != nil || !strings.Contains(string(changes), "\n## "+cli.Version) {
		t.Errorf("CHANGELOG.md has nothing about %s: %v", cli.Version, err)
	}
}

// pinnedAction is an action at a commit, with the release that this is.
var pinnedAction = regexp.MustCompile(`^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)

// A tag can be moved by whoever owns the action, a commit cannot.
func TestWorkflowsPinActions(t *testing.T) {
	workflows, err := filepath.Glob(".github/workflows/*.yml")
	if err != nil || len(workflows) == 0 {
		t.Fatalf("no workflows: %v", err)
	}
	for _, name := range workflows {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			_, action, uses := strings.Cut(strings.TrimSpace(line), "uses: ")
			if uses && !pinnedAction.MatchString(action) {
				t.Errorf("%s: %s is not pinned to a commit", name, action)
			}
		}
	}
}
