package tree

import (
	"bytes"
	"sort"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// gapComments finds the # comments of a document: those outside of its scalars,
// whose spans are given in order. In YAML a # counts only behind white space.
func (d *Document) gapComments(scalars []source.Span, spaced bool) {
	data := d.File.Data[:d.Span.End]
	next := sort.Search(len(scalars), func(i int) bool { return scalars[i].End > d.Span.Start })
	for at := d.Span.Start; at < len(data); {
		n := bytes.IndexByte(data[at:], '#')
		if n < 0 {
			return
		}
		at += n
		for next < len(scalars) && scalars[next].End <= at {
			next++
		}
		if next < len(scalars) && scalars[next].Start <= at {
			at = scalars[next].End
			continue
		}
		if spaced && at > d.Span.Start && data[at-1] > ' ' {
			at++
			continue
		}
		end := at
		for end < len(data) && data[end] != '\n' && data[end] != '\r' {
			end++
		}
		d.comment(source.Span{Start: at, End: end})
		at = end
	}
}

// conflictMarker reports whether a line is one that a merge left behind.
func conflictMarker(line []byte) bool {
	if len(line) < 7 || len(line) > 7 && line[7] != ' ' && line[7] != '\r' {
		return false
	}
	c := line[0]
	return bytes.IndexByte([]byte("<=>|"), c) >= 0 && len(bytes.Trim(line[:7], string(c))) == 0
}

// blankConflicts overwrites conflict markers in a text with spaces and records them.
// A text without the first and the last marker is left alone.
func blankConflicts(text []byte, base int, d *Document) {
	if !bytes.Contains(text, []byte("<<<<<<< ")) || !bytes.Contains(text, []byte("\n>>>>>>>")) {
		return
	}
	for at := 0; at < len(text); {
		end := len(text)
		if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		if line := text[at:end]; conflictMarker(line) {
			d.problem(MergeConflict, source.Span{Start: base + at, End: base + end}, false, "a merge conflict is left in the file")
			for i := range line {
				line[i] = ' '
			}
		}
		at = end + 1
	}
}
