package analyzer

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"sort"
	"sync"
	"sync/atomic"
	"time"

	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// DefaultMaxSize is how large a file may be unless the user says otherwise.
const DefaultMaxSize = 16 << 20

// maxFindings bounds what one file may report, so that a hostile file cannot
// drown the others.
const maxFindings = 2000

// Options are what a run needs beside files. The zero value of a field means its
// default.
type Options struct {
	Families      []Family
	Rules         []RuleInfo // the rules that run, from Selection.Select
	MinSeverity   Severity   // findings below are kept with State BelowThreshold
	MinConfidence Confidence
	MaxSize       int64  // bytes, default DefaultMaxSize
	Jobs          int    // files analyzed at a time, default the number of processors
	Client        string // overrides the guess of the client
	Settings      Settings
	ForFile       func(path string) Narrowing // what is left of a run for one file; nil: all of it
	NoIgnores     bool                        // comments in the files hide nothing
	LineHashes    bool                        // findings have their LineHash, as SARIF wants it; it costs a pass over their files
	Now           time.Time                   // for ignores that expire; the zero time lets none expire
	Version       string
	Progress      *atomic.Int64 // counts the files that are done, where somebody watches
}

// A Narrowing takes something away from a run, for one file. The zero value takes
// away nothing.
type Narrowing struct {
	Skip          []string // names of rules and families that do not run
	MinSeverity   Severity
	MinConfidence Confidence
}

// Run analyzes the files and returns the report. Files are analyzed in parallel;
// results are kept by their place in the list, so that the report does not depend
// on who finishes first.
func Run(found *discover.Result, opt Options) *Report {
	if opt.MaxSize == 0 {
		opt.MaxSize = DefaultMaxSize
	}
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	e := newEngine(opt)
	e.twins.none = len(found.Files) < 2
	results := make([]outcome, len(found.Files))
	e.each(found.Files, results)

	report := &Report{Rules: opt.Rules, Version: opt.Version, Data: knowledge.Date, Skipped: found.Passed}
	for _, p := range found.Problems {
		report.Files = append(report.Files, FileReport{Path: p.Path, Status: Failed, Reason: p.Reason})
	}
	for _, o := range results {
		if !o.counts {
			report.Skipped++
			continue
		}
		report.Files = append(report.Files, o.file)
		report.Findings = append(report.Findings, o.findings...)
		report.Notices = append(report.Notices, o.notices...)
	}
	sortFindings(report.Findings)
	sort.SliceStable(report.Files, func(i, j int) bool { return report.Files[i].Path < report.Files[j].Path })
	return report
}

// engine is one run.
type engine struct {
	opt    Options
	all    *selected // where nothing narrows the run
	memory *budget
	twins  twins

	mutex  sync.Mutex
	narrow map[string]*selected // what is left of the run, by what is taken away
}

// selected is what runs over a file and what is shown of it.
type selected struct {
	id            string // tells it from others of the run
	enabled       map[*Rule]bool
	checks        []enabledCheck
	minSeverity   Severity
	minConfidence Confidence
}

// enabledCheck is a check of which at least one rule is on, and its family.
type enabledCheck struct {
	Check
	family string
}

func newEngine(opt Options) *engine {
	return &engine{opt: opt, all: opt.narrowed("", Narrowing{}), memory: newBudget(maxInFlight), narrow: map[string]*selected{}}
}

// forFile returns what runs over the file.
func (e *engine) forFile(path string) *selected {
	if e.opt.ForFile == nil {
		return e.all
	}
	n := e.opt.ForFile(path)
	if len(n.Skip) == 0 && n.MinSeverity <= e.opt.MinSeverity && n.MinConfidence <= e.opt.MinConfidence {
		return e.all
	}
	key := fmt.Sprintf("%q %d %d", n.Skip, n.MinSeverity, n.MinConfidence)
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if e.narrow[key] == nil {
		e.narrow[key] = e.opt.narrowed(key, n)
	}
	return e.narrow[key]
}

func (o *Options) narrowed(id string, n Narrowing) *selected {
	s := &selected{
		id:            id,
		enabled:       make(map[*Rule]bool, len(o.Rules)),
		minSeverity:   max(o.MinSeverity, n.MinSeverity),
		minConfidence: max(o.MinConfidence, n.MinConfidence),
	}
	for _, r := range o.Rules {
		s.enabled[r.Rule] = !slices.Contains(n.Skip, r.Name) && !slices.Contains(n.Skip, r.Category)
	}
	for _, family := range o.Families {
		for _, check := range family.Checks {
			if slices.ContainsFunc(check.Rules, func(r *Rule) bool { return s.enabled[r] }) {
				s.checks = append(s.checks, enabledCheck{check, family.Name})
			}
		}
	}
	return s
}

// outcome is what became of one file.
type outcome struct {
	counts   bool // an MCP file, a named one, or one that failed
	file     FileReport
	findings []Finding
	notices  []string
	dropped  bool // not all findings are there
	alone    bool // it rests on this file and no other
}

// each analyzes the files. Which worker takes which file does not matter; the caller
// is one of them.
func (e *engine) each(files []discover.File, results []outcome) {
	var next atomic.Int64
	work := func() {
		var buf []byte // for the bytes of one file after the other
		for {
			i := int(next.Add(1)) - 1
			if i >= len(files) {
				return
			}
			results[i], buf = e.analyze(files[i], buf)
			if e.opt.Progress != nil {
				e.opt.Progress.Add(1)
			}
		}
	}
	var others sync.WaitGroup
	for range min(e.opt.Jobs, len(files)) - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
}

// maxKeptBuffer bounds the memory that a worker keeps from file to file.
const maxKeptBuffer = 1 << 20

// analyze reads, understands and judges one file. The bytes go into buf where they
// fit; nothing of the outcome refers to them, so the buffer is returned for the
// next file. A panic is that file's failure, not the run's, and its text, which
// could quote the file, is not shown.
func (e *engine) analyze(f discover.File, buf []byte) (o outcome, reusable []byte) {
	o.file = FileReport{Path: f.Path, URI: f.URI}
	defer func() {
		if recover() != nil {
			o = outcome{counts: true, file: FileReport{Path: f.Path, URI: f.URI, Status: Failed, Reason: "internal error while analyzing this file; please report it"}}
		}
	}()
	file, err := f.Open(e.opt.MaxSize)
	if err != nil {
		return e.unread(f, err), buf
	}
	defer file.Close()
	size := e.memory.acquire(file.Size)
	defer e.memory.release(size)
	raw, err := file.Read(buf[:0])
	if cap(raw) <= maxKeptBuffer {
		reusable = raw[:0]
	}
	if err != nil {
		return e.unread(f, err), reusable
	}
	if f.Relevant(raw) {
		e.recall(f, raw, file.Mode, &o)
	}
	return o, reusable
}

// unread is the outcome of a file whose bytes cannot be had. A large file that
// nobody named and that bears no known name is no concern of ours, nor is one that
// is gone since its folder was read.
func (e *engine) unread(f discover.File, err error) outcome {
	return outcome{
		counts: f.Named || f.Known || !errors.Is(err, discover.ErrTooLarge) && !errors.Is(err, fs.ErrNotExist),
		file:   FileReport{Path: f.Path, URI: f.URI, Status: Failed, Reason: "cannot be read: " + err.Error()},
	}
}

// recall takes the outcome of a file from a twin, or works it out.
func (e *engine) recall(f discover.File, raw []byte, mode fs.FileMode, o *outcome) {
	origin, here := mcp.OriginOf(f.Path), e.forFile(f.Path)
	if e.twins.none {
		e.understand(f, &origin, raw, mode, here, o)
		return
	}
	key := twinOf(f, &origin, mode, here.id, raw)
	if known, ok := e.twins.find(key, f); ok {
		*o = known
		return
	}
	e.understand(f, &origin, raw, mode, here, o)
	if o.alone {
		e.twins.remember(key, o)
	}
}

// understand parses a file and hands its meaning to the checks. They see the name of
// the file without its folders: what those say is in the origin.
func (e *engine) understand(f discover.File, origin *mcp.Origin, raw []byte, mode fs.FileMode, here *selected, o *outcome) {
	file := source.NewFile(origin.Base, raw)
	docs := tree.Parse(file, tree.Detect(origin.Base, file.Data), tree.Limits{})
	meaning := mcp.Read(file, docs, mcp.Options{Origin: origin, Client: e.opt.Client, Named: f.Named, Mode: mode})
	meaning.Named = f.Named || f.Known
	o.alone = true
	e.judge(f, meaning, here, o)
}

// judge runs the checks over a file and freezes what they report.
func (e *engine) judge(f discover.File, m *mcp.File, here *selected, o *outcome) {
	broken, lost := brokenness(m)
	o.counts = m.Kind != mcp.Unknown || f.Named || broken && (f.Known && !m.Place.Shared || discover.DeclaresServers(m.Source.Data))
	if !o.counts {
		return
	}
	o.file.Kind, o.file.Client = m.Kind, m.Client
	o.file.Servers = len(m.Servers)
	for range m.Tools {
		o.file.Tools++
	}
	if len(m.Documents) > 0 {
		o.file.Format = m.Documents[0].Syntax.String()
	}
	switch {
	case broken && (m.Kind == mcp.Unknown || (m.Kind == mcp.ClientConfig || m.Kind == mcp.ClientSettings) && len(m.Servers)+len(m.Policies) == 0):
		o.file.Status, o.file.Reason = Failed, problemText(m)
	case lost:
		o.file.Status, o.file.Reason = Partial, problemText(m)
	case m.Kind == mcp.Unknown:
		o.file.Status, o.file.Reason = Skipped, "not an MCP file"
	default:
		o.file.Status = Analyzed
	}
	frozen := newFreezer(f, m)
	frozen.hashes = e.opt.LineHashes
	pass := &Pass{
		File:    m,
		enabled: here.enabled,
		report:  frozen.add,
		sibling: func(name string) ([]byte, error) {
			o.alone = false
			return f.Sibling(name, e.opt.MaxSize)
		},
		settings: e.opt.Settings,
	}
	for _, check := range here.checks { // one after the other, so they can share the pass
		pass.family = check.family
		check.Run(pass)
	}
	if !e.opt.NoIgnores {
		e.applyIgnores(m, here, frozen)
	}
	o.findings = frozen.findings(here.minSeverity, here.minConfidence)
	if o.dropped = frozen.dropped > 0; o.dropped {
		o.notices = []string{droppedNotice(f.Path)}
	}
}

func droppedNotice(path string) string {
	return path + ": more findings than one file may report; the rest is left out"
}

// brokenness tells whether a document departs from every dialect of its notation
// and whether values may be missing from it.
func brokenness(m *mcp.File) (broken, lost bool) {
	for _, d := range m.Documents {
		for _, p := range d.Problems {
			if excused(d, p) {
				continue
			}
			switch p.Kind {
			case tree.BrokenSyntax, tree.TrailingContent, tree.MergeConflict, tree.EmptyFile, tree.InvalidText, tree.LimitReached:
				broken = true
			}
			lost = lost || p.Lost
		}
	}
	return broken, lost
}

// excused reports whether a problem is none of the file's: a page shows parts of
// files, and is read by people.
func excused(d *tree.Document, p tree.Problem) bool {
	return d.Embedded && p.Kind != tree.LimitReached
}

// problemText is the first problem that cost values, with its position.
func problemText(m *mcp.File) string {
	for _, d := range m.Documents {
		for _, p := range d.Problems {
			if excused(d, p) {
				continue
			}
			switch p.Kind {
			case tree.ByteOrderMark, tree.UTF16Encoding, tree.Comment, tree.TrailingComma, tree.JSON5Syntax, tree.RepeatedKey:
				continue
			}
			pos := m.Source.Position(p.Span.Start)
			return describe(p.Message, pos)
		}
	}
	return ""
}

func sortFindings(fs []Finding) {
	sort.SliceStable(fs, func(i, j int) bool {
		a, b := &fs[i], &fs[j]
		switch {
		case a.Path != b.Path:
			return a.Path < b.Path
		case a.Start.Offset != b.Start.Offset:
			return a.Start.Offset < b.Start.Offset
		case a.End.Offset != b.End.Offset:
			return a.End.Offset < b.End.Offset
		case a.Rule.Name != b.Rule.Name:
			return a.Rule.Name < b.Rule.Name
		}
		return a.Message < b.Message
	})
}
