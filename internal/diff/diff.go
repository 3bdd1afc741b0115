// Package diff reads unified diffs, as git diff and diff -u write them, as far as
// one needs to know which lines of which files a change touches.
package diff

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

// A Diff is the lines that a change touches, by slash-separated path. Lines are
// those of the new files.
type Diff map[string][]lines

// lines are first to last, from 1.
type lines struct{ first, last int }

// maxLine is how long a line of a diff may be; minified files have long ones.
const maxLine = 64 << 20

// maxNumber is the last line that a diff may speak of.
const maxNumber = 1<<31 - 1

// Parse reads a diff. Where lines were only deleted, the lines around the gap count
// as touched. A diff that holds text and no file at all is an error: it is not a
// diff.
func Parse(r io.Reader) (Diff, error) {
	p := parser{diff: Diff{}}
	in := bufio.NewScanner(r)
	in.Buffer(nil, maxLine)
	n := 0
	for in.Scan() {
		n++
		if err := p.line(in.Text()); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	switch err := in.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("line %d is longer than 64 MiB", n+1)
	case err != nil:
		return nil, err
	}
	if p.left.old > 0 || p.left.new > 0 {
		return nil, fmt.Errorf("line %d: the diff ends inside a hunk", n)
	}
	if n > 0 && !p.file {
		return nil, fmt.Errorf("no file header (+++) in %d lines: not a unified diff", n)
	}
	return p.diff, nil
}

// A parser reads a diff line by line.
type parser struct {
	diff Diff
	file bool   // any header was seen
	path string // of the new file, "" for a deleted one
	old  string
	next int                    // line of the new file
	left struct{ old, new int } // lines of the hunk to come
}

func (p *parser) line(text string) error {
	if p.left.old > 0 || p.left.new > 0 {
		return p.hunkLine(text)
	}
	switch {
	case strings.HasPrefix(text, "--- "):
		p.old = fileName(text[4:])
	case strings.HasPrefix(text, "+++ "):
		p.file, p.path = true, strip(fileName(text[4:]), p.old)
		if p.path != "" && p.diff[p.path] == nil {
			p.diff[p.path] = []lines{}
		}
	case strings.HasPrefix(text, "@@ "):
		return p.hunk(text)
	case strings.HasPrefix(text, "rename to "), strings.HasPrefix(text, "Binary files "):
		p.file = true
	}
	return nil
}

// hunk reads "@@ -a,b +c,d @@".
func (p *parser) hunk(text string) error {
	fields := strings.Fields(text)
	if len(fields) < 4 || !strings.HasPrefix(fields[1], "-") || !strings.HasPrefix(fields[2], "+") {
		return fmt.Errorf("hunk header %.80q", text)
	}
	var err error
	if _, p.left.old, err = counts(fields[1][1:]); err != nil {
		return err
	}
	if p.next, p.left.new, err = counts(fields[2][1:]); err != nil {
		return err
	}
	if p.left.new == 0 { // the place is named by the line before
		p.next++
	}
	return nil
}

// counts reads "start,count" or "start".
func counts(text string) (start, count int, err error) {
	first, second, both := strings.Cut(text, ",")
	if start, err = strconv.Atoi(first); err != nil || start < 0 || start > maxNumber {
		return 0, 0, fmt.Errorf("line number %.40q", text)
	}
	if !both {
		return start, 1, nil
	}
	if count, err = strconv.Atoi(second); err != nil || count < 0 || count > maxNumber {
		return 0, 0, fmt.Errorf("line count %.40q", text)
	}
	return start, count, nil
}

func (p *parser) hunkLine(text string) error {
	sign := byte(' ')
	if text != "" {
		sign = text[0]
	}
	switch sign {
	case '+':
		p.touch(p.next, p.next)
		p.next++
		p.left.new--
	case '-':
		p.touch(p.next-1, p.next)
		p.left.old--
	case ' ':
		p.next++
		p.left.old--
		p.left.new--
	case '\\': // "\ No newline at end of file"
	default:
		return fmt.Errorf("%.40q inside a hunk", text)
	}
	if p.left.old < 0 || p.left.new < 0 {
		return fmt.Errorf("the hunk is longer than its header says")
	}
	return nil
}

func (p *parser) touch(first, last int) {
	if p.path == "" {
		return
	}
	list := p.diff[p.path]
	if n := len(list); n > 0 && first <= list[n-1].last+1 {
		list[n-1].last = max(list[n-1].last, last)
		return
	}
	p.diff[p.path] = append(list, lines{first, last})
}

// fileName takes a name from a header: quoted as git quotes it, or up to a tab.
func fileName(text string) string {
	if strings.HasPrefix(text, `"`) {
		if name, err := strconv.Unquote(strings.TrimRight(text, "\r")); err == nil {
			return name
		}
	}
	name, _, _ := strings.Cut(text, "\t")
	return strings.TrimRight(name, "\r")
}

// strip removes the a/ and b/ in front of names, unless the diff was made without
// them, and returns "" for a file that is gone.
func strip(name, old string) string {
	if name == "/dev/null" {
		return ""
	}
	if rest, ok := strings.CutPrefix(name, "b/"); ok && (strings.HasPrefix(old, "a/") || old == "/dev/null") {
		return path.Clean(rest)
	}
	return path.Clean(name)
}

// Touches reports whether the change touches one of the lines first to last.
func (d Diff) Touches(path string, first, last int) bool {
	for _, l := range d[path] {
		if l.first <= last && first <= l.last {
			return true
		}
	}
	return false
}

// Apply marks the findings about tools and servers that the change does not touch. A
// diff names files from the root of the repository; where it names none of the report so,
// it was made in the working directory, as git diff --relative does.
func (d Diff) Apply(r *analyzer.Report) {
	fromRoot := slices.ContainsFunc(r.Files, func(f analyzer.FileReport) bool { return d[f.URI] != nil })
	for i := range r.Findings {
		f := &r.Findings[i]
		name := f.URI
		if !fromRoot {
			name = f.Path
		}
		if f.State == analyzer.Reported && !d.Touches(name, f.FirstLine, f.LastLine) {
			f.State = analyzer.OutsideDiff
		}
	}
}
