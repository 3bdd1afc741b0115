// Package source knows where a byte is: spans inside a file, and the lines and
// columns that people and other programs count.
package source

import (
	"sort"
	"unicode/utf8"
)

// A Span is a half-open range of byte offsets into File.Data.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// A Locator finds the source bytes behind a part of a decoded string. The token
// is the whole scalar as written, quotes included; start and end are byte
// offsets into its decoded value.
type Locator interface {
	Locate(token Span, start, end int) Span
}

// A String is a decoded scalar that knows where it was written. The zero String
// is an absent one.
type String struct {
	Value   string
	Span    Span // the whole token, quotes included
	Locator Locator
}

// Present reports whether the string was written in the file at all.
func (s String) Present() bool { return s.Span.End > s.Span.Start }

// At returns the source span behind Value[start:end]. Without a Locator, or when
// the part is the whole value, it is the whole token.
func (s String) At(start, end int) Span {
	if s.Locator == nil || start <= 0 && end >= len(s.Value) {
		return s.Span
	}
	return s.Locator.Locate(s.Span, start, end)
}

// Slice returns Value[start:end] as a String that points at its own source bytes.
// Parts of a slice are located only as a whole when the slice crosses escapes.
func (s String) Slice(start, end int) String {
	return String{Value: s.Value[start:end], Span: s.At(start, end), Locator: slice{s, start}}
}

// slice locates inside a part of a longer string.
type slice struct {
	whole String
	start int
}

func (l slice) Locate(_ Span, start, end int) Span {
	return l.whole.At(l.start+start, l.start+end)
}

// A Position is a place as people and SARIF count it. Line and both columns are
// 1-based; Column counts code points, UTF16 counts UTF-16 code units, Offset
// counts bytes from 0.
type Position struct {
	Line, Column, UTF16, Offset int
}

// An Encoding is how the bytes of a file were written before they became UTF-8.
type Encoding uint8

// The encodings that are recognized.
const (
	UTF8 Encoding = iota
	UTF8BOM
	UTF16LE
	UTF16BE
)

// A File is the text of one file. Data is UTF-8 (a file in UTF-16 is decoded
// first, and offsets then count the decoded bytes); a UTF-8 byte order mark stays
// in Data, so that offsets are those of the file, but counts no column.
type File struct {
	Path     string // slash-separated, as shown to people
	Data     []byte
	Encoding Encoding

	lines      []int       // offsets at which lines start, filled on first use
	milestones []milestone // every milestoneEvery bytes, filled on first use
}

// Position returns the place of the byte at offset, which may be len(Data).
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.Data)))
	starts := f.lineStarts()
	line := sort.SearchInts(starts, offset+1)
	from := starts[line-1]
	if line == 1 && f.Encoding == UTF8BOM {
		from = min(3, offset)
	}
	runes, units := f.count(from, offset)
	return Position{Line: line, Column: 1 + runes, UTF16: 1 + units, Offset: offset}
}

// A milestone says how many code points and UTF-16 units stand before an offset at
// which a code point starts.
type milestone struct{ offset, runes, units int }

// milestoneEvery is how many bytes are between two milestones, and so the most that
// is decoded to find a column.
const milestoneEvery = 4096

// count returns how many code points and UTF-16 units stand between two offsets.
// On long lines it starts from milestones, so that many places on one line do not
// cost the length of the line each.
func (f *File) count(from, to int) (runes, units int) {
	if to-from <= 2*milestoneEvery {
		return decodedLen(f.Data[from:to])
	}
	before, there := f.milestone(from), f.milestone(to)
	r, u := decodedLen(f.Data[before.offset:from])
	runes, units = decodedLen(f.Data[there.offset:to])
	return there.runes + runes - before.runes - r, there.units + units - before.units - u
}

// milestone returns the last one at or before offset.
func (f *File) milestone(offset int) milestone {
	if f.milestones == nil {
		var m milestone
		f.milestones = append(f.milestones, m)
		for m.offset < len(f.Data) {
			end := min(m.offset+milestoneEvery, len(f.Data))
			for m.offset < end {
				m.step(f.Data[m.offset:])
			}
			f.milestones = append(f.milestones, m)
		}
	}
	i := sort.Search(len(f.milestones), func(i int) bool { return f.milestones[i].offset > offset })
	return f.milestones[i-1]
}

// step goes behind the first code point of text.
func (m *milestone) step(text []byte) {
	r, size := rune(text[0]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRune(text)
	}
	m.offset += size
	m.runes++
	m.units++
	if r >= 0x10000 {
		m.units++
	}
}

// decodedLen returns the length of text in code points and UTF-16 units.
func decodedLen(text []byte) (runes, units int) {
	var m milestone
	for m.offset < len(text) {
		m.step(text[m.offset:])
	}
	return m.runes, m.units
}

// LineAt returns the 1-based line of the byte at offset. Unlike Position it does
// not look at the line.
func (f *File) LineAt(offset int) int { return sort.SearchInts(f.lineStarts(), offset+1) }

// LineCount returns the number of lines; an empty file has one.
func (f *File) LineCount() int { return len(f.lineStarts()) }

// Line returns the span of the 1-based line without its terminator. A line ends
// at LF, CRLF or CR, as SARIF viewers count.
func (f *File) Line(line int) Span {
	starts := f.lineStarts()
	s := Span{starts[line-1], len(f.Data)}
	if line < len(starts) {
		s.End = starts[line]
	}
	for s.End > s.Start && (f.Data[s.End-1] == '\n' || f.Data[s.End-1] == '\r') {
		s.End--
	}
	return s
}

func (f *File) lineStarts() []int {
	if f.lines == nil {
		f.lines = append(f.lines, 0)
		for i, c := range f.Data {
			if c == '\n' || c == '\r' && (i+1 == len(f.Data) || f.Data[i+1] != '\n') {
				f.lines = append(f.lines, i+1)
			}
		}
	}
	return f.lines
}
