// Package action_test runs the scripts of the GitHub action end to end, in scratch
// repositories and without GitHub.
package action_test

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/internal/cli"
)

// tool builds mcplumb once for the tests and returns the directory it is in.
func tool(t *testing.T) string {
	t.Helper()
	for _, needed := range []string{"bash", "git", "tar", "od"} {
		if _, err := exec.LookPath(needed); err != nil {
			t.Skipf("the action needs %s", needed)
		}
	}
	dir := t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "mcplumb"), "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

// A workspace is a scratch repository as a workflow sees it.
type workspace struct {
	t         *testing.T
	bin, root string
}

func newWorkspace(t *testing.T, bin string) *workspace {
	w := &workspace{t: t, bin: bin, root: t.TempDir()}
	w.git("init", "-q", "-b", "main")
	return w
}

func (w *workspace) git(args ...string) string {
	w.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = w.root
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull,
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com")
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// commit writes a file, commits it and returns the revision.
func (w *workspace) commit(name, text string) string {
	w.t.Helper()
	path := filepath.Join(w.root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		w.t.Fatal(err)
	}
	w.git("add", "-A")
	w.git("commit", "-q", "-m", name)
	return w.git("rev-parse", "HEAD")
}

// A run is what the action left behind.
type run struct {
	code         int
	log, summary string
	outputs      map[string]string
}

func (w *workspace) check(inputs ...string) run {
	w.t.Helper()
	temp := w.t.TempDir()
	output, summary := filepath.Join(temp, "output"), filepath.Join(temp, "summary")
	script, err := filepath.Abs("check.sh")
	if err != nil {
		w.t.Fatal(err)
	}
	cmd := exec.Command("bash", script)
	cmd.Dir = w.root
	cmd.Env = append([]string{
		"PATH=" + w.bin + string(os.PathListSeparator) + os.Getenv("PATH"), "HOME=" + temp,
		"RUNNER_TEMP=" + temp, "GITHUB_OUTPUT=" + output, "GITHUB_STEP_SUMMARY=" + summary,
		"MCPLUMB_ONLY=filesystem-root-too-broad,unparsable-or-encoding", // new rules are no news here
	}, inputs...)
	log, err := cmd.CombinedOutput()
	r := run{log: string(log), outputs: map[string]string{}}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		r.code = exit.ExitCode()
	} else if err != nil {
		w.t.Fatal(err)
	}
	if data, err := os.ReadFile(summary); err == nil {
		r.summary = string(data)
	}
	data, err := os.ReadFile(output)
	if err != nil {
		w.t.Fatalf("no outputs: %v\n%s", err, log)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		name, value, _ := strings.Cut(line, "=")
		r.outputs[name] = value
	}
	return r
}

const (
	clean  = `{"mcpServers": {"clock": {"command": "clock-mcp"}}}`
	danger = `{"mcpServers": {"files": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.11.25", "/"]}}}`
)

func TestCheck(t *testing.T) {
	bin := tool(t)
	t.Run("clean tree", func(t *testing.T) {
		w := newWorkspace(t, bin)
		w.commit(".mcp.json", clean)
		r := w.check()
		if r.code != 0 || r.outputs["findings"] != "0" || r.outputs["exit-code"] != "0" || !strings.Contains(r.summary, "no findings") {
			t.Errorf("%+v", r)
		}
	})
	t.Run("failing tree", func(t *testing.T) {
		w := newWorkspace(t, bin)
		w.commit("a/.mcp.json", danger)
		r := w.check("INPUT_PATHS=a\nb c", "INPUT_FAIL_ON=high")
		if r.code != 2 || r.outputs["exit-code"] != "2" {
			t.Errorf("a path that does not exist: %+v", r)
		}
		w.commit("b c/.mcp.json", clean)
		r = w.check("INPUT_PATHS=a\nb c", "INPUT_FAIL_ON=high")
		if r.code != 1 || r.outputs["findings"] != "1" || r.outputs["high"] != "1" || r.outputs["critical"] != "0" {
			t.Errorf("%+v", r)
		}
		if !strings.Contains(r.log, "\n::error file=a/.mcp.json,line=1") || !strings.Contains(r.summary, "filesystem-root-too-broad") {
			t.Errorf("no annotation or summary:\n%s\n%s", r.log, r.summary)
		}
		data, err := os.ReadFile(r.outputs["sarif-file"])
		if err != nil || !json.Valid(data) || !strings.Contains(string(data), `"ruleId": "filesystem-root-too-broad"`) {
			t.Errorf("SARIF file: %v\n%s", err, data)
		}
		r = w.check("INPUT_PATHS=a", "INPUT_FAIL_ON=never", "INPUT_FORMAT=none", "INPUT_ANNOTATIONS=false")
		if r.code != 0 || strings.Contains(r.log, "filesystem-root-too-broad") || r.outputs["high"] != "1" {
			t.Errorf("%+v", r)
		}
	})
	t.Run("broken file", func(t *testing.T) {
		w := newWorkspace(t, bin)
		w.commit(".mcp.json", danger[:60])
		w.commit("sub/.mcp.json", danger)
		r := w.check()
		if r.code != 3 || r.outputs["exit-code"] != "3" || r.outputs["findings"] == "0" || !strings.Contains(r.log, "mcplumb: .mcp.json: ") {
			t.Errorf("%+v", r)
		}
	})
	t.Run("hostile names give no orders", func(t *testing.T) {
		w := newWorkspace(t, bin)
		w.commit(".mcp.json", strings.Replace(danger, "files", "x\\n::error::owned\\n##[error]owned", 1))
		r := w.check()
		for _, line := range strings.Split(r.log, "\n") {
			if strings.HasPrefix(line, "::error::owned") || strings.Contains(line, "##[") {
				t.Errorf("the log holds an order: %s", line)
			}
		}
		if !regexp.MustCompile(`(?s)::stop-commands::(mcplumb-[0-9a-f]{32})\n.*\n::mcplumb-[0-9a-f]{32}::\n`).MatchString(r.log) {
			t.Errorf("commands are not stopped around the report:\n%s", r.log)
		}
	})
}

// A pull request is judged by the settings of its base.
func TestPullRequest(t *testing.T) {
	w := newWorkspace(t, tool(t))
	base := w.commit(".mcplumb.yaml", "fail-on: high\n")
	w.commit(".mcp.json", danger)
	w.commit("settings/mcplumb.yaml", "fail-on: never\n")
	w.commit(".mcplumb.yaml", "ignore:\n  - rule: filesystem-root-too-broad\n    server: files\n    reason: trust me\n")
	if r := w.check(); r.code != 0 {
		t.Errorf("a push is judged by its own settings: %+v", r)
	}
	if r := w.check("BASE_SHA=" + base); r.code != 1 || r.outputs["high"] != "1" {
		t.Errorf("a change has waved itself through: %+v", r)
	}
	if r := w.check("BASE_SHA="+base, "INPUT_CONFIG=settings/mcplumb.yaml"); r.code != 1 {
		t.Errorf("a change has brought its own settings: %+v", r)
	}
	if r := w.check("BASE_SHA="+base, "INPUT_JUDGE_BY=change"); r.code != 0 {
		t.Errorf("%+v", r)
	}
	w.commit("base.json", `{"version": 1, "findings": []}`)
	if r := w.check("BASE_SHA="+base, "INPUT_BASELINE=base.json"); r.code != 1 {
		t.Errorf("a change has brought its own baseline: %+v", r)
	}
	merged := w.git("rev-parse", "HEAD")
	if r := w.check("BASE_SHA=" + merged); r.code != 0 {
		t.Errorf("what is merged counts: %+v", r)
	}
}

// A shallow checkout does not have the base revision. It is fetched with what the
// checkout kept, or, when that kept no credentials, with the job's token.
func TestFetchesBase(t *testing.T) {
	bin := tool(t)
	origin := newWorkspace(t, bin)
	base := origin.commit(".mcplumb.yaml", "fail-on: high\n")
	origin.commit(".mcp.json", danger)
	origin.commit(".mcplumb.yaml", "fail-on: never\n")
	origin.git("config", "uploadpack.allowAnySHA1InWant", "true")
	shallow := func(t *testing.T, path string) *workspace {
		w := &workspace{t: t, bin: path, root: filepath.Join(t.TempDir(), "clone")}
		origin.git("clone", "-q", "--depth=1", "file://"+filepath.ToSlash(origin.root), w.root)
		return w
	}
	t.Run("open", func(t *testing.T) {
		if r := shallow(t, bin).check("BASE_SHA=" + base); r.code != 1 || r.outputs["high"] != "1" {
			t.Errorf("%+v", r)
		}
	})
	t.Run("private", func(t *testing.T) {
		git, err := exec.LookPath("git")
		if err != nil {
			t.Fatal(err)
		}
		guarded := t.TempDir()
		want := "AUTHORIZATION: basic " + base64.StdEncoding.EncodeToString([]byte("x-access-token:"+strings.Repeat("t", 60)))
		script := "#!/bin/sh\n[ \"$1\" != fetch ] || [ \"$GIT_CONFIG_VALUE_0\" = \"" + want + "\" ] || exit 128\nexec \"" + git + "\" \"$@\"\n"
		if err := os.WriteFile(filepath.Join(guarded, "git"), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
		w := shallow(t, guarded+string(os.PathListSeparator)+bin)
		if r := w.check("BASE_SHA="+base, "TOKEN="+strings.Repeat("t", 60)); r.code != 1 || r.outputs["high"] != "1" {
			t.Errorf("%+v", r)
		}
	})
	t.Run("not to be had", func(t *testing.T) {
		if r := shallow(t, bin).check("BASE_SHA=" + strings.Repeat("0", 39) + "1"); r.code != 2 || !strings.Contains(r.log, "fetch-depth: 0") {
			t.Errorf("a gate without its base passes: %+v", r)
		}
	})
}

// The problem matcher reads the text report.
func TestProblemMatcher(t *testing.T) {
	var file struct {
		ProblemMatcher []struct {
			Owner, Severity string
			Pattern         []struct {
				Regexp                            string
				Code, Message, File, Line, Column int
			}
		}
	}
	data, err := os.ReadFile("problem-matcher.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	report, err := os.ReadFile("../testdata/reporters/everyday.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.ReplaceAll(string(report), "\r\n", "\n"), "\n")
	got := map[string][]string{}
	for i := range lines[:len(lines)-1] {
		for _, m := range file.ProblemMatcher {
			first := regexp.MustCompile(m.Pattern[0].Regexp).FindStringSubmatch(lines[i])
			second := regexp.MustCompile(m.Pattern[1].Regexp).FindStringSubmatch(lines[i+1])
			if first != nil && second != nil {
				got[m.Severity] = append(got[m.Severity], first[m.Pattern[0].Code]+" "+second[m.Pattern[1].File]+" "+second[m.Pattern[1].Line])
			}
		}
	}
	want := map[string]string{
		"error":   "instruction-override manifests/tools one.json 2, hardcoded-provider-secret .mcp.json 6",
		"warning": "filesystem-root-too-broad .mcp.json 10",
		"notice":  "unpinned-package .mcp.json 5",
	}
	for severity, findings := range want {
		if strings.Join(got[severity], ", ") != findings {
			t.Errorf("%s: got %v, want %s", severity, got[severity], findings)
		}
	}
}

// The entries of the pre-commit hooks are commands that work.
func TestPreCommitHooks(t *testing.T) {
	w := newWorkspace(t, tool(t))
	w.commit(".mcp.json", danger)
	hooks, err := os.ReadFile("../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	entries := regexp.MustCompile(`(?m)^  entry: (.*)$`).FindAllStringSubmatch(string(hooks), -1)
	if len(entries) != 3 {
		t.Fatalf("%d hooks", len(entries))
	}
	for _, entry := range entries {
		words := strings.Fields(entry[1])
		if strings.HasPrefix(words[0], "ghcr.io/") { // the image's entry point is mcplumb
			words[0] = "mcplumb"
		}
		cmd := exec.Command(filepath.Join(w.bin, words[0]), words[1:]...)
		cmd.Dir = w.root
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(string(out), "filesystem-root-too-broad") {
			t.Errorf("%s: %v\n%s", entry[1], err, out)
		}
	}
}

// The hooks run when a file changes that the check would look into.
func TestPreCommitFiles(t *testing.T) {
	patterns := regexp.MustCompile(`(?m)^  files: (.*)$`).FindAllStringSubmatch(read(t, "../.pre-commit-hooks.yaml"), -1)
	if len(patterns) != 3 || patterns[0][1] != patterns[1][1] || patterns[0][1] != patterns[2][1] {
		t.Fatalf("%q", patterns)
	}
	hook := regexp.MustCompile(patterns[0][1])
	dir := t.TempDir()
	for _, name := range []string{
		".mcp.json", "a.jsonc", "a.json5", "a.ndjson", "a.jsonl", "a.yaml", "a.yml", "config.toml", "README.md", "rule.mdc",
		"x.code-workspace", ".crushrc", "crushrc", "MCP.JSON", "mcp.json.example", "a.yml.bak", "a.toml.disabled",
		"main.go", "json", "a.jsonx", "a.py.bak", ".env", "a.lock",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("{}"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	found, err := discover.Find([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	looked := map[string]bool{}
	for _, f := range found.Files {
		looked[filepath.Base(f.Path)] = true
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(looked) < 15 {
		t.Fatalf("%v, %v", looked, err)
	}
	for _, entry := range entries {
		if name := entry.Name(); hook.MatchString(name) != looked[name] {
			t.Errorf("%s: the hook runs: %v, the check looks into it: %v", name, hook.MatchString(name), looked[name])
		}
	}
}

// The installer takes what the release's checksums vouch for and nothing else.
func TestInstall(t *testing.T) {
	for _, needed := range []string{"bash", "tar", "sha256sum"} {
		if _, err := exec.LookPath(needed); err != nil {
			t.Skipf("the test needs %s", needed)
		}
	}
	release, bin := t.TempDir(), t.TempDir()
	sh := func(dir, script string) {
		t.Helper()
		cmd := exec.Command("bash", "-euc", script)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	sh(release, `echo '#!/bin/sh' > mcplumb && tar -czf mcplumb_`+cli.Version+`_linux_amd64.tar.gz mcplumb && sha256sum *.tar.gz > checksums.txt`)
	curl := "#!/bin/bash\nfor word; do case $word in https://github.com/mcplumb/mcplumb/releases/download/v" + cli.Version + "/*) cp \"" + release + "/${word##*/}\" . ;; esac; done\n"
	if err := os.WriteFile(filepath.Join(bin, "curl"), []byte(curl), 0o755); err != nil {
		t.Fatal(err)
	}
	install := func(env ...string) (path string, failed bool) {
		t.Helper()
		temp := t.TempDir()
		script, err := filepath.Abs("install.sh")
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("bash", script)
		cmd.Env = append([]string{
			"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH"), "RUNNER_OS=Linux", "RUNNER_ARCH=X64",
			"RUNNER_TEMP=" + temp, "GITHUB_PATH=" + filepath.Join(temp, "path"),
		}, env...)
		out, err := cmd.CombinedOutput()
		data, _ := os.ReadFile(filepath.Join(temp, "path"))
		if err != nil && len(data) > 0 {
			t.Errorf("it failed and installed something: %s", out)
		}
		return strings.TrimSpace(string(data)), err != nil
	}
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, env := range []string{"ACTION_REF=v" + cli.Version, "INPUT_VERSION=" + cli.Version, "INPUT_VERSION=v" + cli.Version, "ACTION_REF=" + strings.Repeat("0a", 20)} {
		path, failed := install(env, "GITHUB_ACTION_PATH="+root)
		if _, err := os.Stat(filepath.Join(path, "mcplumb")); failed || err != nil {
			t.Errorf("%s: failed %v, %v", env, failed, err)
		}
	}
	for _, env := range []string{"ACTION_REF=main", "INPUT_VERSION=" + cli.Version + "; id", "INPUT_VERSION=../" + cli.Version, ""} {
		if path, failed := install(env); !failed {
			t.Errorf("%q installed %s", env, path)
		}
	}
	sh(release, `echo more >> mcplumb_`+cli.Version+`_linux_amd64.tar.gz`)
	if path, failed := install("INPUT_VERSION=" + cli.Version); !failed {
		t.Errorf("an archive with another checksum was installed: %s", path)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Every input and output of the action is documented, and used by its scripts.
func TestDocumented(t *testing.T) {
	action, page := read(t, "../action.yml"), read(t, "../docs/ci.md")
	head, _, _ := strings.Cut(action, "\nruns:")
	names := regexp.MustCompile(`(?m)^  ([a-z-]+):$`).FindAllStringSubmatch(head[strings.Index(head, "\ninputs:"):], -1)
	if len(names) < 15 {
		t.Fatalf("%d inputs and outputs", len(names))
	}
	for _, name := range names {
		if !strings.Contains(page, "`"+name[1]+"`") {
			t.Errorf("docs/ci.md does not name %s", name[1])
		}
		if !strings.Contains(action, "${{ inputs."+name[1]+" }}") && !strings.Contains(action, "${{ steps.check.outputs."+name[1]+" }}") {
			t.Errorf("%s is never used", name[1])
		}
	}
}

// The installer asks for the archives that a release holds.
func TestReleaseNames(t *testing.T) {
	release, install := read(t, "../.goreleaser.yaml"), read(t, "install.sh")
	const template = `name_template: "{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}"`
	if !strings.Contains(release, template) || !strings.Contains(install, `archive="mcplumb_${version}_${os}_${arch}.tar.gz"`) {
		t.Error("release and installer name archives differently")
	}
	for _, os := range []string{"linux", "darwin", "windows"} {
		for _, arch := range []string{"amd64", "arm64"} {
			if !strings.Contains(release, "- "+os+"_"+arch+"\n") || !strings.Contains(install, "os="+os+" ;;") || !strings.Contains(install, "arch="+arch+" ;;") {
				t.Errorf("%s_%s is not in both", os, arch)
			}
		}
	}
}
