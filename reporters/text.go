package reporters

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/mcplumb/mcplumb/analyzer"
)

// TextOptions say how text is to look. The zero value is plain text for a width
// of 100 columns.
type TextOptions struct {
	Color bool
	Width int  // columns; 0 means 100
	All   bool // a frame for every finding, however often its rule repeats
	Quiet bool // findings only, no summary
}

// Text writes findings for people at a terminal: a message line, the source with
// the place underlined, and one line of help. The worst findings come last, where
// the eye and a scrolled terminal are when the run ends; findings of equal
// severity keep the order of the report.
//
// A rule of low severity that repeats gets a frame in each of three files, and the
// other places are named in a line; one of medium severity gets three frames in each
// file. What is high or critical is always shown in full.
func Text(w io.Writer, r *analyzer.Report, opt TextOptions) error {
	if opt.Width == 0 {
		opt.Width = 100
	}
	t := &textWriter{Writer: bufio.NewWriter(w), opt: opt, palette: newPalette(opt.Color), explained: map[string]bool{}}
	for _, g := range grouped(r, opt.All) {
		t.group(g)
	}
	if !opt.Quiet {
		t.summary(count(r))
	}
	return t.Flush()
}

type textWriter struct {
	*bufio.Writer
	opt       TextOptions
	palette   palette
	explained map[string]bool // rules whose explain line was written
}

// A palette holds the colours of one run. Each object is switched by itself: the
// switch of the color package is a global that follows standard output.
type palette struct {
	severity [analyzer.Critical + 1]*color.Color
	bold     *color.Color
	gutter   *color.Color
	faint    *color.Color
}

func newPalette(on bool) palette {
	style := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if c.DisableColor(); on {
			c.EnableColor()
		}
		return c
	}
	return palette{
		severity: [...]*color.Color{
			analyzer.Info:     style(color.FgCyan),
			analyzer.Low:      style(color.FgCyan, color.Bold),
			analyzer.Medium:   style(color.FgYellow, color.Bold),
			analyzer.High:     style(color.FgRed, color.Bold),
			analyzer.Critical: style(color.FgHiMagenta, color.Bold),
		},
		bold:   style(color.Bold),
		gutter: style(color.FgBlue),
		faint:  style(color.Faint),
	}
}

func (t *textWriter) group(g *group) {
	for i, f := range g.shown {
		t.heading(f)
		t.notes(f, t.frame(f))
		if i == len(g.shown)-1 {
			t.also(f, g)
		}
		if !t.explained[f.Rule.Name] {
			t.explained[f.Rule.Name] = true
			t.note(f, "more", ToolName+" explain "+f.Rule.Name)
		}
		t.WriteByte('\n')
	}
}

// heading is the message and the place.
func (t *textWriter) heading(f *analyzer.Finding) {
	t.WriteString(t.palette.severity[f.Rule.Severity].Sprintf("%s[%s]", f.Rule.Severity, f.Rule.Name))
	t.WriteString(t.palette.bold.Sprint(": " + visible(f.Message)))
	fmt.Fprintf(t, "\n%s %s:%d:%d\n", t.palette.gutter.Sprint(t.indent(f)[1:]+"-->"), visible(f.Path), f.Start.Line, f.Start.Column)
}

// digits is the width of the line numbers in the finding's frame.
func digits(f *analyzer.Finding) int {
	n := f.Start.Line
	for _, l := range f.Frame {
		n = max(n, l.Number)
	}
	return len(strconv.Itoa(n))
}

// indent is the room that line numbers take.
func (t *textWriter) indent(f *analyzer.Finding) string {
	return strings.Repeat(" ", digits(f)+2)
}

// maxLines is how many lines of a long span are shown, the last of them included.
const maxLines = 4

// frame shows the lines of the finding with what matters underlined, and returns the
// evidence that is not on these lines.
func (t *textWriter) frame(f *analyzer.Finding) []analyzer.Quote {
	if len(f.Frame) == 0 {
		return nil
	}
	all := marks(f)
	gutter := t.indent(f) + "|"
	more := t.palette.gutter.Sprint(t.indent(f)[2:] + "...")
	fmt.Fprintln(t, t.palette.gutter.Sprint(gutter))
	for i, line := range f.Frame {
		if len(f.Frame) > maxLines && i >= maxLines-1 && i < len(f.Frame)-1 {
			if i == maxLines-1 {
				fmt.Fprintln(t, more)
			}
			continue
		}
		t.line(f, line, gutter, all)
	}
	if f.End.Line > f.Frame[len(f.Frame)-1].Number { // the report holds no more of it
		fmt.Fprintln(t, more)
	}
	var unseen []analyzer.Quote
	for _, m := range all[1:] {
		if !m.drawn {
			unseen = append(unseen, analyzer.Quote{Path: m.path, Text: m.text, Note: m.note, Start: m.start, End: m.end})
		}
	}
	return unseen
}

// line shows one line of source and the marks under it.
func (t *textWriter) line(f *analyzer.Finding, line analyzer.Line, gutter string, all []mark) {
	line.From = max(line.From, 1)
	line.Text = strings.TrimRight(strings.TrimPrefix(line.Text, "\ufeff"), "\r\n")
	from, to, _ := all[0].on(line)
	v := look(line, from, to, max(t.opt.Width-len(gutter)-1, 20))
	fmt.Fprintf(t, "%s %s\n", t.palette.gutter.Sprintf(" %*d |", digits(f), line.Number), v.text)

	last := line.Number == f.Frame[len(f.Frame)-1].Number
	for _, row := range underline(v, line, last, all) {
		fmt.Fprintf(t, "%s %s%s\n", t.palette.gutter.Sprint(gutter), strings.Repeat(" ", row.at), t.palette.severity[f.Rule.Severity].Sprint(row.text))
	}
}

// maxRelated is how many other places are listed.
const maxRelated = 4

// notes are the lines behind the frame.
func (t *textWriter) notes(f *analyzer.Finding, unseen []analyzer.Quote) {
	places := slices.Concat(unseen, f.Related)
	for i, q := range places {
		if i == maxRelated {
			t.note(f, "see", plural(len(places)-i, "more place"))
			break
		}
		t.note(f, "see", place(q))
	}
	if f.Confidence == analyzer.Unsure {
		t.note(f, "note", "low confidence, does not fail the run")
	}
	if help := helpLine(f); help != "" {
		t.note(f, "help", visible(help))
	}
}

// maxNote is how long a note may get; names in it may have any length.
const maxNote = 120

// place is `12:5 note: "text"`, with the path of another file in front.
func place(q analyzer.Quote) string {
	s := fmt.Sprintf("%d:%d", q.Start.Line, q.Start.Column)
	if q.Path != "" {
		s = visible(q.Path) + ":" + s
	}
	if q.Note != "" {
		s += " " + shorten(visible(q.Note), maxNote)
	}
	if q.Text != "" {
		s += ": " + quoted(shorten(visible(q.Text), 60))
	}
	return s
}

// quoted marks the words of a stranger as such; a scalar brings its quotes along.
func quoted(words string) string {
	if len(words) > 1 && words[0] == '"' && words[len(words)-1] == '"' {
		return words
	}
	return `"` + words + `"`
}

func (t *textWriter) note(f *analyzer.Finding, label, text string) {
	fmt.Fprintf(t, "%s %s: %s\n", t.palette.gutter.Sprint(t.indent(f)+"="), t.palette.bold.Sprint(label), text)
}

// maxAlso is how many repetitions of a rule are named.
const maxAlso = 8

// also names the findings of the same rule that got no frame of their own.
func (t *textWriter) also(f *analyzer.Finding, g *group) {
	if len(g.also) > 0 {
		var names []string
		for _, o := range g.also[:min(len(g.also), maxAlso)] {
			names = append(names, strings.TrimLeft(owner(o)+fmt.Sprintf(" %d:%d", o.Start.Line, o.Start.Column), " "))
		}
		if len(g.also) > maxAlso {
			names = append(names, "...")
		}
		t.note(f, "also", fmt.Sprintf("%d more in this file: %s", len(g.also), strings.Join(names, ", ")))
	}
	if len(g.elsewhere) == 0 {
		return
	}
	total := 0
	for _, o := range g.elsewhere {
		total += len(o.shown) + len(o.also)
	}
	t.note(f, "also", fmt.Sprintf("%d more in %s, all of them with --verbose:", total, plural(len(g.elsewhere), "other file")))
	for i, o := range g.elsewhere {
		if i == maxAlso {
			fmt.Fprintf(t, "%s     ...\n", t.indent(f))
			break
		}
		first := o.shown[0]
		fmt.Fprintf(t, "%s     %s:%d:%d", t.indent(f), visible(first.Path), first.Start.Line, first.Start.Column)
		if n := len(o.also); n > 0 {
			fmt.Fprintf(t, " and %d more", n)
		}
		t.WriteByte('\n')
	}
}

// owner names what a finding is about: server "a", tool "b".
func owner(f *analyzer.Finding) string {
	switch {
	case f.Tool != "":
		return `tool "` + shorten(visible(f.Tool), 40) + `"`
	case f.Server != "":
		return `server "` + shorten(visible(f.Server), 40) + `"`
	}
	return ""
}

// shorten cuts visible text to a number of code points.
func shorten(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	if r := []rune(text); len(r) > limit {
		return string(r[:limit-1]) + cut
	}
	return text
}

func (t *textWriter) summary(n tally) {
	outcome := n.outcome()
	if n.Findings > 0 {
		outcome = t.palette.bold.Sprint(outcome)
	}
	t.WriteString(outcome + n.scope())
	if n.Files > 0 && n.Skipped > 0 {
		t.WriteString(t.palette.faint.Sprint("; skipped " + plural(n.Skipped, "other file")))
	}
	t.WriteByte('\n')
	if n.Failed+n.Partial > 0 {
		t.WriteString(t.palette.severity[analyzer.Medium].Sprint("incomplete: " + n.incomplete()))
		t.WriteByte('\n')
	}
}

// incomplete is "1 file could not be read, 2 files only in part".
func (t tally) incomplete() string {
	var parts []string
	if t.Failed > 0 {
		parts = append(parts, plural(t.Failed, "file")+" could not be read")
	}
	if t.Partial > 0 {
		parts = append(parts, plural(t.Partial, "file")+" could only be read in part")
	}
	return strings.Join(parts, ", ")
}
