package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/internal/baseline"
	"github.com/mcplumb/mcplumb/internal/config"
	"github.com/mcplumb/mcplumb/internal/diff"
	"github.com/mcplumb/mcplumb/rules"
)

// defaultBaseline is where --write-baseline writes when nothing names a file.
const defaultBaseline = ".mcplumb-baseline.json"

// fromEnvironment sets the flags that were not written from MCPLUMB_ variables.
func fromEnvironment(flags *pflag.FlagSet, env func(string) string) error {
	var wrong error
	flags.VisitAll(func(f *pflag.Flag) {
		name := "MCPLUMB_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value := env(name)
		if f.Changed || value == "" || wrong != nil {
			return
		}
		if err := flags.Set(f.Name, value); err != nil {
			wrong = usagef("%s: %w", name, err)
		}
	})
	return wrong
}

// loadConfig reads the configuration file that applies to the arguments; nil is
// none. Globs in a file that was found are relative to it, in one that --config
// names to the working directory, and in one of a base checkout to the same
// directory of this one.
func loadConfig(flags checkFlags, args []string) (*config.Config, error) {
	if flags.noConfig {
		return nil, nil
	}
	path, dir := flags.config, "."
	if path == "" && flags.installed {
		return nil, nil // the project in this directory has no say about the user's files
	}
	if path == "" {
		searched := targetDir(args)
		if flags.base != "" {
			searched = filepath.Join(flags.base, searched)
		}
		if path = config.Find(searched); path == "" {
			return nil, nil
		}
		dir = filepath.Dir(path)
		if flags.base != "" {
			dir = beneath(flags.base, dir)
		}
	}
	file, err := openRegular(path)
	if err != nil {
		return nil, usagef("--config: %w", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, config.MaxSize+1))
	if err != nil {
		return nil, usagef("--config: %w", err)
	}
	c, err := config.Parse(path, relative(path), data, rules.All())
	var wrong *config.Error
	if errors.As(err, &wrong) {
		return nil, explained(wrong)
	}
	if err != nil {
		return nil, err
	}
	if c.Baseline != "" {
		c.Baseline = filepath.Join(filepath.Dir(path), filepath.FromSlash(c.Baseline))
	}
	c.Dir, err = filepath.Abs(dir)
	return c, err
}

// targetDir is the directory of the first argument, from which a configuration is
// searched upwards.
func targetDir(args []string) string {
	if len(args) == 0 || args[0] == "-" {
		return "."
	}
	if info, err := os.Stat(args[0]); err == nil && info.IsDir() {
		return args[0]
	}
	return filepath.Dir(args[0])
}

// beneath is where a directory of the base checkout lies in this one.
func beneath(base, dir string) string {
	abs, err := filepath.Abs(base)
	if err != nil {
		return "."
	}
	rel, err := filepath.Rel(abs, dir)
	if err != nil || strings.HasPrefix(rel, "..") {
		return "."
	}
	return rel
}

// distrust lets comments hide only what comments of the base checkout hide. Whoever
// proposes a change cannot wave it through by a comment in it.
func distrust(flags checkFlags, p plan, args []string, report *analyzer.Report) error {
	if flags.base == "" || flags.noIgnores {
		return nil
	}
	var targets []string
	for _, a := range args {
		target := filepath.Join(flags.base, a)
		if _, err := os.Stat(target); err == nil && a != "-" && !filepath.IsAbs(a) {
			targets = append(targets, target)
		}
	}
	found, err := discover.Find(targets)
	if err != nil {
		return usage{err}
	}
	defer found.Close()
	inChange := func(path string) string { // the name of a file of the base in the change
		rel, err := filepath.Rel(flags.base, filepath.FromSlash(path))
		if err != nil {
			return path
		}
		return filepath.ToSlash(rel)
	}
	uris := map[string]string{} // by path: the same file has the same name in both checkouts
	for _, f := range report.Files {
		uris[f.Path] = f.URI
	}
	for i := range found.Files {
		found.Files[i].URI = uris[inChange(found.Files[i].Path)]
	}
	options := p.options
	if narrowing := options.ForFile; narrowing != nil {
		options.ForFile = func(path string) analyzer.Narrowing { return narrowing(inChange(path)) }
	}
	accepted := map[string]bool{}
	for _, f := range analyzer.Run(found, options).Findings {
		accepted[f.Fingerprint] = f.State == analyzer.Ignored
	}
	fresh := 0
	for i := range report.Findings {
		f := &report.Findings[i]
		if f.State == analyzer.Ignored && !accepted[f.Fingerprint] {
			f.State = analyzer.Reported
			fresh++
			if f.Rule.Severity < p.options.MinSeverity || f.Confidence < p.options.MinConfidence {
				f.State = analyzer.BelowThreshold
			}
		}
	}
	if fresh > 0 {
		report.Notices = append(report.Notices, fmt.Sprintf("%d ignored by comments of this change, which count once they are merged", fresh))
	}
	return nil
}

// relative is a path as people see it from the working directory.
func relative(path string) string {
	wd, err := os.Getwd()
	if err != nil || !filepath.IsAbs(path) {
		return filepath.ToSlash(path)
	}
	rel, err := filepath.Rel(wd, path)
	if err != nil || strings.HasPrefix(rel, "..") {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}

// explained turns the mistakes of a file into one error, with the names that may
// have been meant.
func explained(wrong *config.Error) error {
	lines := make(mistakes, len(wrong.Problems))
	for i, p := range wrong.Problems {
		lines[i] = p.String()
		if near := nearest(p.Got, p.Known); p.Got != "" && near != "" {
			lines[i] += fmt.Sprintf(" (did you mean %s?)", near)
		}
	}
	return usage{lines}
}

// merge takes from the configuration what neither a flag nor the environment says.
func (flags *checkFlags) merge(c *config.Config, given *pflag.FlagSet) {
	if c == nil {
		return
	}
	for name, setting := range map[string]struct {
		from string
		to   *string
	}{
		"fail-on":        {c.FailOn, &flags.failOn},
		"min-severity":   {c.MinSeverity, &flags.minSeverity},
		"min-confidence": {c.MinConfidence, &flags.minConfidence},
	} {
		if setting.from != "" && !given.Changed(name) {
			*setting.to = setting.from
		}
	}
	if !given.Changed("pedantic") {
		flags.pedantic = c.Pedantic
	}
	if !given.Changed("only") && c.Only != nil {
		flags.only = c.Only
	}
	if !given.Changed("skip") && c.Skip != nil {
		flags.skip = c.Skip
	}
	if !given.Changed("baseline") {
		flags.baseline = c.Baseline
	}
}

// narrow leaves out the files that were found by searching and that the
// configuration does not want.
func narrow(found *discover.Result, c *config.Config) {
	if c == nil {
		return
	}
	before := len(found.Files)
	found.Files = slices.DeleteFunc(found.Files, func(f discover.File) bool { return !f.Named && !c.Wants(f.Path) })
	found.Passed += before - len(found.Files)
}

// ownFiles counts the files of this tool among those that were looked at and not
// taken for MCP files: its configurations and baselines are no "other files".
func ownFiles(found *discover.Result, report *analyzer.Report, flags checkFlags) int {
	known := map[string]bool{}
	for _, name := range []string{flags.config, flags.baseline} {
		if abs, err := filepath.Abs(name); name != "" && err == nil {
			known[abs] = true
		}
	}
	own := map[string]bool{}
	for _, f := range found.Files {
		name := path.Base(f.Path)
		abs, err := filepath.Abs(filepath.FromSlash(f.Path))
		own[f.Path] = name == config.Name || name == defaultBaseline || err == nil && known[abs]
	}
	for _, f := range report.Files {
		delete(own, f.Path)
	}
	n := 0
	for _, is := range own {
		if is {
			n++
		}
	}
	return n
}

// covers reports whether one of the arguments is a directory that holds the
// configuration, so that the run sees everything that the configuration is about.
func covers(args []string, c *config.Config) bool {
	return slices.ContainsFunc(args, func(arg string) bool {
		abs, err := filepath.Abs(arg)
		if err != nil {
			return false
		}
		rel, err := filepath.Rel(abs, c.Dir)
		return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
	})
}

// suppress marks the findings that the project does not want to see: those that
// its configuration ignores, those of its baseline, those outside of a diff.
func suppress(streams Streams, flags checkFlags, opt analyzer.Options, c *config.Config, args []string, report *analyzer.Report) error {
	if c != nil {
		if flags.noIgnores {
			c.Ignores = nil
		}
		c.Apply(report, opt, covers(args, c))
	}
	if err := applyBaseline(streams, flags, report); err != nil {
		return err
	}
	if flags.diff == "" {
		return nil
	}
	in, done, err := open(streams, "--diff", flags.diff)
	if err != nil {
		return err
	}
	defer done()
	d, err := diff.Parse(in)
	if err != nil {
		return usagef("--diff: %w", err)
	}
	d.Apply(report)
	return nil
}

func applyBaseline(streams Streams, flags checkFlags, report *analyzer.Report) error {
	withSecrets := flags.baselineSecrets == "always"
	name := flags.baseline
	var known *baseline.Baseline
	switch {
	case flags.writeBaseline:
		if name == "" {
			name = defaultBaseline
		}
		known = baseline.Of(report, withSecrets)
		if err := writeBaseline(name, known); err != nil {
			return err
		}
		if !flags.quiet {
			fmt.Fprintf(streams.Err, "mcplumb: %s\n", acceptedNotice(relative(name), known, report, flags.baseline != ""))
		}
	case name == "":
		return nil
	default:
		file, err := openRegular(name)
		if err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return usagef("--baseline: %w; --write-baseline makes it", err)
			}
			return usagef("--baseline: %w", err)
		}
		defer file.Close()
		if known, err = baseline.Read(file); err != nil {
			return usagef("--baseline: %s: %w", name, err)
		}
	}
	if fixed := known.Apply(report, withSecrets); len(fixed) > 0 {
		report.Notices = append(report.Notices, fixedNotice(fixed))
	}
	return nil
}

// acceptedNotice says what a baseline that was just written holds and leaves out, and
// how it is put to use where nothing names it yet.
func acceptedNotice(name string, written *baseline.Baseline, report *analyzer.Report, inUse bool) string {
	left := -len(written.Findings)
	for _, f := range report.Findings {
		if f.State == analyzer.Reported {
			left++
		}
	}
	said := fmt.Sprintf("%s accepts %s", name, counted(len(written.Findings), "finding"))
	if left > 0 {
		said += fmt.Sprintf(" and leaves out %s", counted(left, "secret"))
	}
	if inUse {
		return said
	}
	return fmt.Sprintf("%s; use it with --baseline %s, or with the line \"baseline: %s\" in %s", said, name, name, config.Name)
}

// counted is a number of things.
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// fixedNotice says which entries of a baseline are no longer needed.
func fixedNotice(fixed []baseline.Entry) string {
	names := make([]string, 0, 4)
	for i, e := range fixed {
		if i == 3 {
			names = append(names, "...")
			break
		}
		names = append(names, e.Rule+" in "+e.Path)
	}
	noun := "findings of the baseline are"
	if len(fixed) == 1 {
		noun = "finding of the baseline is"
	}
	return fmt.Sprintf("%d %s fixed, --write-baseline drops them: %s", len(fixed), noun, strings.Join(names, ", "))
}

func writeBaseline(name string, b *baseline.Baseline) error {
	file, err := os.Create(name)
	if err != nil {
		return usagef("--write-baseline: %w", err)
	}
	err = b.Write(file)
	return errors.Join(err, file.Close())
}

// openRegular opens a file that may have been named by somebody else. A pipe would
// keep the run waiting.
func openRegular(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a regular file", name)
	}
	return os.Open(name)
}

// open opens the file of a flag, - is standard input.
func open(streams Streams, flag, name string) (io.Reader, func(), error) {
	if name == "-" {
		return streams.In, func() {}, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, usagef("%s: %w", flag, err)
	}
	return file, func() { file.Close() }, nil
}
