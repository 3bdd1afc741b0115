package main_test

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/tidwall/gjson"

	"github.com/mcplumb/mcplumb/internal/cli"
	"github.com/mcplumb/mcplumb/internal/gentree"
)

// The benchmarks of whole runs. MCPLUMB_BENCH_TREE names a folder of manifests of
// one's own to measure instead of the generated ones.
//
// Every figure is a ratio to something that anybody can measure on the same
// machine: a plain read, gjson.ValidBytes on one core, a bare walk, an empty
// command. Absolute times are only worth the machine they were taken on.

// BenchmarkStart is the median time of checking one small config, as a ratio to
// the median of an empty command, taken in turns.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	tool, hello := installed(b, "."), installed(b, "./testdata/hello")
	config := filepath.Join(dir, ".mcp.json")
	if err := os.WriteFile(config, gentree.Config(1, 2), 0o644); err != nil {
		b.Fatal(err)
	}
	var ours, theirs []finished
	for b.Loop() {
		for range 30 {
			ours = append(ours, run(b, tool, "check", "--fail-on", "never", config))
			theirs = append(theirs, run(b, hello))
		}
	}
	b.ReportMetric(median(walls(ours)).Seconds()/median(walls(theirs)).Seconds(), "x-hello")
	b.ReportMetric(cheapest(ours).Seconds()/cheapest(theirs).Seconds(), "x-hello-cpu") // holds on a busy machine too
	b.ReportMetric(median(walls(ours)).Seconds()*1e3, "ms/start")
}

// BenchmarkManifests checks a registry of 10,000 manifests with 200,000 tools.
func BenchmarkManifests(b *testing.B) {
	dir := os.Getenv("MCPLUMB_BENCH_TREE")
	if dir == "" {
		dir = b.TempDir()
		if _, err := gentree.Manifests(dir, 10_000, 20); err != nil {
			b.Fatal(err)
		}
	}
	tool := build(b, ".")
	files, size, valid := validating(b, dir)
	read := fastest(func() { walk(b, dir, func(string) bool { return true }) })
	var runs []finished
	for b.Loop() {
		runs = append(runs, run(b, tool, "check", "--fail-on", "never", dir))
	}
	took := median(walls(runs))
	b.SetBytes(size)
	b.ReportMetric(took.Seconds()/valid.Seconds(), "x-valid")
	b.ReportMetric(cheapest(runs).Seconds()/valid.Seconds(), "x-valid-cpu") // holds on a busy machine too
	b.ReportMetric(took.Seconds()/read.Seconds(), "x-read")
	b.ReportMetric(took.Seconds()*1e6/float64(files), "µs/file")
	b.ReportMetric(float64(runs[len(runs)-1].peak)/1e6, "MB-peak")
}

// BenchmarkMixed searches a repository of 100,000 files of which 2,000 could hold
// MCP and 200 do.
func BenchmarkMixed(b *testing.B) {
	dir := b.TempDir()
	if err := gentree.Mixed(dir, gentree.Shape{Files: 100_000, Notated: 2000, MCP: 200}); err != nil {
		b.Fatal(err)
	}
	tool := build(b, ".")
	notated := func(name string) bool {
		switch filepath.Ext(name) {
		case ".json", ".yaml", ".toml", ".md":
			return true
		}
		return false
	}
	var ours, bare []time.Duration
	for b.Loop() {
		bare = append(bare, timed(func() { walk(b, dir, notated) }))
		ours = append(ours, run(b, tool, "check", "--fail-on", "never", dir).wall)
	}
	b.ReportMetric(float64(median(ours))/float64(median(bare)), "x-walk")
	b.ReportMetric(float64(median(ours))/1e6, "ms/run")
}

// BenchmarkInProcess is BenchmarkManifests without the process, for profiles.
func BenchmarkInProcess(b *testing.B) {
	dir := os.Getenv("MCPLUMB_BENCH_TREE")
	if dir == "" {
		dir = b.TempDir()
		if _, err := gentree.Manifests(dir, 500, 20); err != nil {
			b.Fatal(err)
		}
	}
	_, size, _ := validating(b, dir)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		cli.Main([]string{"check", "--fail-on", "never", "-q", dir}, cli.Streams{Out: io.Discard, Err: io.Discard, Env: os.Getenv})
	}
}

// build compiles a command of this module as it is released.
func build(tb testing.TB, pkg string) string {
	tb.Helper()
	binary := filepath.Join(tb.TempDir(), "command")
	cmd := exec.Command("go", "build", "-trimpath", "-o", binary, pkg)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// installed builds a command and copies it, as unpacking an archive does. What the
// linker wrote itself stays in the memory of the system in single pages, which makes
// starting it dearer for as long as it stays there.
func installed(tb testing.TB, pkg string) string {
	tb.Helper()
	data, err := os.ReadFile(build(tb, pkg))
	if err != nil {
		tb.Fatal(err)
	}
	binary := filepath.Join(tb.TempDir(), "installed")
	if err := os.WriteFile(binary, data, 0o755); err != nil {
		tb.Fatal(err)
	}
	return binary
}

// finished is what a process cost.
type finished struct {
	wall time.Duration
	cpu  time.Duration // of all threads, user and system
	peak int64         // bytes resident at most, 0 where the system does not say
	code int
}

// runLimit bounds a run of a benchmark, which a busy machine makes long.
const runLimit = 10 * time.Minute

// run runs a command that must end within runLimit.
func run(tb testing.TB, name string, args ...string) finished {
	tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), runLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	start := time.Now()
	err := cmd.Run()
	f := finished{wall: time.Since(start)}
	if cmd.ProcessState == nil || !cmd.ProcessState.Exited() {
		tb.Fatalf("%s %q: %v", name, args, err)
	}
	f.cost(cmd.ProcessState)
	return f
}

// cost takes what the system says of a process that has exited.
func (f *finished) cost(state *os.ProcessState) {
	f.cpu, f.peak, f.code = state.UserTime()+state.SystemTime(), peakOf(state), state.ExitCode()
}

func walls(runs []finished) []time.Duration {
	var all []time.Duration
	for _, r := range runs {
		all = append(all, r.wall)
	}
	return all
}

// cheapest is the least processor time of several runs of one command.
func cheapest(runs []finished) time.Duration {
	least := runs[0].cpu
	for _, r := range runs {
		least = min(least, r.cpu)
	}
	return least
}

func median(all []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

// fastest is the best of three, which is fair to the yardstick.
func fastest(f func()) time.Duration { return min(timed(f), timed(f), timed(f)) }

// validating returns how long gjson.ValidBytes takes on one core over a tree, the
// best of three for each file. Only one file is in memory at a time: a process starts
// with the peak of its parent.
func validating(tb testing.TB, dir string) (files int, size int64, took time.Duration) {
	tb.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		files, size = files+1, size+int64(len(data))
		took += fastest(func() { gjson.ValidBytes(data) })
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return files, size, took
}

// walk is the least that a search can do: the standard walk, the same folders left
// out, the wanted files read one by one.
func walk(tb testing.TB, dir string, wanted func(name string) bool) {
	tb.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git"):
			return fs.SkipDir
		case d.IsDir() || !wanted(name):
			return nil
		}
		data, err := os.ReadFile(name)
		if err == nil && len(data) == 0 {
			return fmt.Errorf("%s is empty", name)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
}
