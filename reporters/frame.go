package reporters

import (
	"strings"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A mark is a place to underline, in code points of its line.
type mark struct {
	start, end source.Position
	primary    bool
	note, text string
	path       string // of another file
	drawn      bool   // at least in part
	listed     bool   // stands at the finding's own place, so it is told of, not underlined
}

// marks returns the finding's own span first, then the evidence that says more.
func marks(f *analyzer.Finding) []mark {
	list := []mark{{start: f.Start, end: f.End, primary: true}}
	for _, q := range f.Evidence {
		if q.Path != "" {
			list = append(list, mark{path: q.Path, start: q.Start, end: q.End, note: q.Note, text: q.Text})
		} else if q.Start.Offset == f.Start.Offset && q.End.Offset == f.End.Offset {
			if first := list[0].note == ""; first {
				list[0].note = q.Note
				if q.Note == "" || shows(f.Frame, q.Text) {
					continue
				}
			}
			list = append(list, mark{start: q.Start, end: q.End, note: q.Note, text: q.Text, listed: true})
		} else if q.Start.Line > 0 {
			list = append(list, mark{start: q.Start, end: q.End, note: q.Note, text: q.Text})
		}
	}
	return list
}

// shows reports whether the text of a quote can be read in the lines of a finding. What
// was decoded can not.
func shows(frame []analyzer.Line, text string) bool {
	for _, line := range frame {
		if strings.Contains(line.Text, strings.Trim(text, `"`)) {
			return true
		}
	}
	return len(frame) > 1 // a text of several lines is not looked for
}

// on returns the half-open range of code points of line.Text that the mark covers,
// without the indentation of later lines, and whether there is any.
func (m mark) on(line analyzer.Line) (from, to int, ok bool) {
	if m.path != "" || m.listed || line.Number < m.start.Line || line.Number > m.end.Line {
		return 0, 0, false
	}
	length := utf8.RuneCountInString(line.Text)
	from, to = length-utf8.RuneCountInString(strings.TrimLeft(line.Text, " \t")), length
	if line.Number == m.start.Line {
		from = max(0, min(m.start.Column-line.From, length))
	}
	if line.Number == m.end.Line {
		to = max(0, min(m.end.Column-line.From, length))
	}
	if m.start.Offset == m.end.Offset { // an empty place: point at what follows
		to = from + 1
	}
	return from, to, from < to
}

// A view is the part of a line that is shown.
type view struct {
	text    string
	columns []int // column of each code point's left edge, and of the end
	lo, hi  int   // shown columns; what is outside was cut
	left    int   // columns taken by the sign that something is cut on the left
}

const cut = "…"

// look fits a line into width columns, around the code points from to to.
func look(line analyzer.Line, from, to, width int) view {
	list := cells(line.Text, "    ")
	v := view{columns: make([]int, len(list)+1)}
	for i := range list {
		v.columns[i+1] = v.columns[i] + list[i].width
	}
	first, last := 0, len(list)
	if total := v.columns[len(list)]; total > width {
		first, last = v.window(min(from, len(list)), min(to, len(list)), width-2)
		for first > 0 && first < last && list[first].width == 0 {
			first++ // a mark without its letter
		}
	}
	v.lo, v.hi = v.columns[first], v.columns[last]
	var b strings.Builder
	if first > 0 || line.From > 1 {
		b.WriteString(cut)
		v.left = 1
	}
	for _, c := range list[first:last] {
		b.WriteString(c.text)
	}
	if last < len(list) {
		b.WriteString(cut)
	}
	v.text = b.String()
	return v
}

// window chooses the code points to show: those marked, and of the room that is
// left a third before them.
func (v view) window(from, to, width int) (first, last int) {
	n := len(v.columns) - 1
	room := max(width-(v.columns[to]-v.columns[from]), 0)
	lo := v.columns[from] - max(room/3, 8)
	lo = max(min(lo, v.columns[n]-width), 0)
	for first < n && v.columns[first] < lo {
		first++
	}
	for last = first; last < n && v.columns[last+1]-v.columns[first] <= width; last++ {
	}
	return first, last
}

// place turns code points into columns of the shown text, clipped to what is
// shown; ok is false when nothing of them is.
func (v view) place(from, to int) (at, width int, ok bool) {
	n := len(v.columns) - 1
	past := max(to-n, 0) // a mark behind the last character
	lo := max(v.columns[min(from, n)], v.lo)
	hi := min(v.columns[min(to, n)]+past, v.hi+past)
	if lo >= hi {
		return 0, 0, false
	}
	return lo - v.lo + v.left, hi - lo, true
}

// A row is a line of marks under a line of source.
type row struct {
	at   int // columns before it
	text string
}

// underline draws the marks of a line and notes which it drew. Each mark with a note has a row of its own,
// the others share the first. The note of a mark stands on its last line, or on
// the last line that is shown.
func underline(v view, line analyzer.Line, last bool, all []mark) []row {
	type strokes struct {
		signs []byte
		note  string
	}
	var rows []strokes
	for i := range all {
		m := &all[i]
		from, to, ok := m.on(line)
		if !ok {
			continue
		}
		at, width, ok := v.place(from, to)
		if !ok {
			continue
		}
		m.drawn = true
		note := ""
		if line.Number == m.end.Line || last {
			note = m.note
		}
		if len(rows) == 0 || note != "" {
			rows = append(rows, strokes{})
		}
		r := &rows[0]
		if note != "" {
			r = &rows[len(rows)-1]
			r.note = note
		}
		sign := byte('~')
		if m.primary {
			sign = '^'
		}
		for len(r.signs) < at+width {
			r.signs = append(r.signs, ' ')
		}
		for c := at; c < at+width; c++ {
			if r.signs[c] != '^' {
				r.signs[c] = sign
			}
		}
	}
	var drawn []row
	for _, r := range rows {
		text := strings.TrimLeft(string(r.signs), " ")
		at := len(r.signs) - len(text)
		if r.note != "" {
			text += " " + shorten(visible(r.note), maxNote)
		}
		drawn = append(drawn, row{at, text})
	}
	return drawn
}
