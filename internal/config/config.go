// Package config reads .mcplumb.yaml: what a project decides about its checks.
//
// The file is read through the tree package, as everything else is, so that a
// mistake in it is told with its place. What is not understood is an error; a
// setting that silently does nothing would be worse than none.
package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// Name is what the file is called.
const Name = ".mcplumb.yaml"

// MaxSize is how large a file may be, in bytes.
const MaxSize = 1 << 20

// A Config is a file that was understood. Zero values mean that the file does not
// say.
type Config struct {
	Path string // as shown to people
	URI  string // relative to the repository root, else as Path
	Dir  string // absolute; globs are relative to it

	FailOn, MinSeverity, MinConfidence string
	Pedantic                           bool
	Only, Skip                         []string
	Include, Exclude                   []string
	Baseline                           string
	Settings                           analyzer.Settings
	Ignores                            []*Ignore
	Overrides                          []Override

	file *source.File
}

// An Ignore hides findings of a rule at a place. Its fields narrow it down; at
// least one of the last four is set.
type Ignore struct {
	Rules   []string
	Reason  string
	Expires time.Time // the last day on which it holds; zero: for ever

	Path, Server, Tool, Pointer string

	span source.Span
	used bool
}

// An Override narrows the run for some files.
type Override struct {
	Paths []string
	analyzer.Narrowing
}

// An Error says what is wrong with a file, every mistake of it.
type Error struct{ Problems []Problem }

// A Problem is one mistake.
type Problem struct {
	Path         string
	Line, Column int
	Message      string
	Got          string   // the name that is not known, if that is the mistake
	Known        []string // and those that are
}

// Error lists the mistakes, a line each.
func (e *Error) Error() string {
	var lines []string
	for _, p := range e.Problems {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

// String is "path:line:column: message".
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.Path, p.Line, p.Column, p.Message)
}

// Find looks for the file in dir and its parents, up to the root of the
// repository, and returns its path or "".
func Find(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for {
		path := filepath.Join(dir, Name)
		if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() { // a link could lead anywhere
			return path
		}
		parent := filepath.Dir(dir)
		if isRoot(dir) || parent == dir {
			return ""
		}
		dir = parent
	}
}

// isRoot reports whether a directory is the root of a repository.
func isRoot(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}

// uri is a path relative to the root of its repository.
func uri(abs, shown string) string {
	for dir := filepath.Dir(abs); ; dir = filepath.Dir(dir) {
		if isRoot(dir) {
			if rel, err := filepath.Rel(dir, abs); err == nil {
				return filepath.ToSlash(rel)
			}
		}
		if dir == filepath.Dir(dir) {
			return shown
		}
	}
}

// Parse understands a file. Path is where it lies, shown is how that is written
// for people. A mistake gives an *Error.
func Parse(path, shown string, data []byte, families []analyzer.Family) (*Config, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if len(data) > MaxSize {
		return nil, &Error{[]Problem{{Path: shown, Line: 1, Column: 1, Message: "larger than 1 MiB"}}}
	}
	file := source.NewFile(shown, data)
	c := &Config{Path: shown, URI: uri(abs, shown), Dir: filepath.Dir(abs), file: file}
	r := &reader{file: file, rules: map[string]bool{}, families: map[string]bool{}}
	for _, rule := range analyzer.Rules(families) {
		r.rules[rule.Name], r.families[rule.Category] = true, true
	}
	for _, doc := range tree.Parse(file, tree.Detect(filepath.Base(path), data), tree.Limits{}) {
		r.document(c, doc)
	}
	if len(r.problems) > 0 {
		return nil, &Error{r.problems}
	}
	return c, nil
}

// rel is a path of the report as globs see it: relative to the config, or ""
// outside of its directory.
func (c *Config) rel(path string) string {
	abs, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		return ""
	}
	rel, err := filepath.Rel(c.Dir, abs)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return ""
	}
	return filepath.ToSlash(rel)
}

// matches reports whether one of the globs matches a path. A glob that names a
// directory covers what lies in it.
func matches(globs []string, path string) bool {
	return path != "" && slices.ContainsFunc(globs, func(glob string) bool {
		glob = strings.TrimPrefix(strings.TrimSuffix(glob, "/"), "./")
		return doublestar.MatchUnvalidated(glob, path) || doublestar.MatchUnvalidated(glob+"/**", path)
	})
}

// Wants reports whether a file that was found by searching is to be checked.
func (c *Config) Wants(path string) bool {
	rel := c.rel(path)
	if len(c.Include) > 0 && !matches(c.Include, rel) {
		return false
	}
	return !matches(c.Exclude, rel)
}

// ForFile joins the overrides for a path of the report.
func (c *Config) ForFile(path string) analyzer.Narrowing {
	var n analyzer.Narrowing
	rel := c.rel(path)
	for _, o := range c.Overrides {
		if matches(o.Paths, rel) {
			n.Skip = append(n.Skip, o.Skip...)
			n.MinSeverity = max(n.MinSeverity, o.MinSeverity)
			n.MinConfidence = max(n.MinConfidence, o.MinConfidence)
		}
	}
	return n
}

// Apply marks the findings that the file ignores. Ignores that hid nothing, although
// their rule ran over the files that they are for, and ignores that have expired
// are added to the findings; opt are those of the run, and whole says that it covered
// everything below the file.
func (c *Config) Apply(r *analyzer.Report, opt analyzer.Options, whole bool) {
	for i := range r.Findings {
		c.mark(&r.Findings[i], opt.Now)
	}
	for _, ig := range c.Ignores {
		switch {
		case ig.expired(opt.Now):
			c.complain(r, opt, "invalid-ignore", ig, "this ignore expired on "+ig.Expires.Format(time.DateOnly))
		case !ig.used && ig.tried(c, r, whole):
			c.complain(r, opt, "unused-ignore", ig, "this ignore of "+strings.Join(ig.Rules, ", ")+" hides nothing")
		}
	}
}

func (c *Config) mark(f *analyzer.Finding, now time.Time) {
	rel := c.rel(f.Path)
	for _, ig := range c.Ignores {
		if !ig.expired(now) && ig.covers(f, rel) {
			ig.used = true
			f.State = analyzer.Ignored
		}
	}
}

func (ig *Ignore) expired(now time.Time) bool {
	return !ig.Expires.IsZero() && !now.IsZero() && now.After(ig.Expires.AddDate(0, 0, 1))
}

func (ig *Ignore) covers(f *analyzer.Finding, rel string) bool {
	return slices.Contains(ig.Rules, f.Rule.Name) &&
		(ig.Path == "" || matches([]string{ig.Path}, rel)) &&
		(ig.Server == "" || ig.Server == f.Server) &&
		(ig.Tool == "" || ig.Tool == f.Tool) &&
		(ig.Pointer == "" || ig.Pointer == f.Pointer || strings.HasPrefix(f.Pointer, strings.TrimSuffix(ig.Pointer, "/")+"/"))
}

// tried reports whether the ignore could have hidden something in this run.
func (ig *Ignore) tried(c *Config, r *analyzer.Report, whole bool) bool {
	if !slices.ContainsFunc(r.Rules, func(info analyzer.RuleInfo) bool { return slices.Contains(ig.Rules, info.Name) }) {
		return false
	}
	if whole || ig.Path == "" {
		return whole
	}
	return slices.ContainsFunc(r.Files, func(f analyzer.FileReport) bool {
		return f.Status == analyzer.Analyzed && matches([]string{ig.Path}, c.rel(f.Path))
	})
}

// complain adds a finding about the file itself, when its rule runs.
func (c *Config) complain(r *analyzer.Report, opt analyzer.Options, rule string, ig *Ignore, message string) {
	i := slices.IndexFunc(r.Rules, func(info analyzer.RuleInfo) bool { return info.Name == rule })
	if i < 0 {
		return
	}
	f := analyzer.Finding{
		Rule: r.Rules[i].Rule, Category: r.Rules[i].Category, Confidence: r.Rules[i].Confidence,
		Path: c.Path, URI: c.URI, Message: message,
		Start: c.file.Position(ig.span.Start), End: c.file.Position(ig.span.End),
		Fingerprint: analyzer.Fingerprint(rule, c.URI, []string{ig.Path, ig.Server, ig.Tool, ig.Pointer}, strings.Join(ig.Rules, ","), 0),
	}
	if f.Rule.Severity < opt.MinSeverity || f.Confidence < opt.MinConfidence {
		f.State = analyzer.BelowThreshold
	}
	f.FirstLine, f.LastLine = f.Start.Line, f.End.Line
	line := c.file.Line(f.Start.Line)
	f.Frame = []analyzer.Line{{Number: f.Start.Line, From: 1, Text: string(c.file.Data[line.Start:line.End])}}
	r.Findings = append(r.Findings, f)
}
