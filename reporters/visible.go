package reporters

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cell is one code point as it is shown, and how many columns that takes.
type cell struct {
	text  string
	width int
}

// visible returns text as a person may see it on one line: characters that act
// on a terminal, reorder text or cannot be seen are written as <U+202E>, bytes
// that are no UTF-8 as <0xFF>, and what build servers take for an order to
// themselves begins with <U+0023>.
func visible(text string) string {
	if plainASCII(text) && !strings.Contains(text, "##") {
		return text
	}
	var b strings.Builder
	for _, c := range cells(text, "<U+0009>") {
		b.WriteString(c.text)
	}
	return b.String()
}

// Printable is how text from a checked file is written to a terminal; see the package
// comment.
func Printable(text string) string { return visible(text) }

func plainASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// maxMarks is how many combining marks in a row are drawn; a taller stack would
// reach into the lines above.
const maxMarks = 2

// cells cuts a line into code points; tab is how a tab is shown.
func cells(line, tab string) []cell {
	list := make([]cell, 0, len(line))
	marks := maxMarks // a mark without a letter before it is escaped
	for len(line) > 0 {
		r, size := utf8.DecodeRuneInString(line)
		text := line[:size]
		line = line[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			text = fmt.Sprintf("<0x%02X>", text[0])
		case r == '\t':
			text = tab
		case r == '#' && logCommand(line):
			text = "<U+0023>"
		case hidden(r):
			text = fmt.Sprintf("<U+%04X>", r)
		case unicode.In(r, unicode.Mn, unicode.Me):
			if marks++; marks <= maxMarks {
				list = append(list, cell{text, 0})
				continue
			}
			text = fmt.Sprintf("<U+%04X>", r)
		default:
			if marks = 0; !unicode.IsLetter(r) {
				marks = maxMarks
			}
			list = append(list, cell{text, runeWidth(r)})
			continue
		}
		marks = maxMarks
		list = append(list, cell{text, len(text)})
	}
	return list
}

// logCommand reports whether a log line with a # and this rest is an order to the
// build server that shows it: ##[error], ##vso[task.complete], ##teamcity[...].
// They are obeyed wherever in a line they stand.
func logCommand(rest string) bool {
	name, ok := strings.CutPrefix(rest, "#")
	return ok && strings.HasPrefix(strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyz"), "[")
}

// hidden reports whether a character must not be shown raw: control, format,
// private and unassigned characters, spaces other than the common ones, and
// letters and marks that draw nothing.
func hidden(r rune) bool {
	switch {
	case r < 0x7F:
		return r < ' '
	case r == 0x3000: // the space of Chinese and Japanese text
		return false
	case unicode.Is(drawsNothing, r):
		return true
	}
	return !unicode.IsPrint(r)
}

// drawsNothing holds what Unicode calls letters, marks or symbols although there
// is nothing to see: fillers, vowel inherents, variation selectors, blanks.
var drawsNothing = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x034F, Hi: 0x034F, Stride: 1},
		{Lo: 0x115F, Hi: 0x1160, Stride: 1},
		{Lo: 0x17B4, Hi: 0x17B5, Stride: 1},
		{Lo: 0x180B, Hi: 0x180F, Stride: 1},
		{Lo: 0x2800, Hi: 0x2800, Stride: 1},
		{Lo: 0x3164, Hi: 0x3164, Stride: 1},
		{Lo: 0xFE00, Hi: 0xFE0F, Stride: 1},
		{Lo: 0xFFA0, Hi: 0xFFA0, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0xE0100, Hi: 0xE01EF, Stride: 1},
	},
}

// runeWidth is the number of columns that terminals give to a visible character.
func runeWidth(r rune) int {
	if r >= 0x1100 && unicode.Is(wide, r) {
		return 2
	}
	return 1
}

// wide holds the blocks that East Asian Width (Unicode TR 11) calls wide or
// fullwidth, emoji included, rounded to blocks where every assigned character is.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115F, Stride: 1},
		{Lo: 0x231A, Hi: 0x231B, Stride: 1},
		{Lo: 0x23E9, Hi: 0x23EC, Stride: 1},
		{Lo: 0x23F0, Hi: 0x23F0, Stride: 1},
		{Lo: 0x23F3, Hi: 0x23F3, Stride: 1},
		{Lo: 0x25FD, Hi: 0x25FE, Stride: 1},
		{Lo: 0x2614, Hi: 0x2615, Stride: 1},
		{Lo: 0x2648, Hi: 0x2653, Stride: 1},
		{Lo: 0x26A1, Hi: 0x26A1, Stride: 1},
		{Lo: 0x26D4, Hi: 0x26D4, Stride: 1},
		{Lo: 0x2705, Hi: 0x2705, Stride: 1},
		{Lo: 0x270A, Hi: 0x270B, Stride: 1},
		{Lo: 0x2728, Hi: 0x2728, Stride: 1},
		{Lo: 0x274C, Hi: 0x274E, Stride: 2},
		{Lo: 0x2753, Hi: 0x2755, Stride: 1},
		{Lo: 0x2757, Hi: 0x2757, Stride: 1},
		{Lo: 0x2B50, Hi: 0x2B55, Stride: 5},
		{Lo: 0x2E80, Hi: 0x303E, Stride: 1},
		{Lo: 0x3041, Hi: 0xA4CF, Stride: 1},
		{Lo: 0xA960, Hi: 0xA97F, Stride: 1},
		{Lo: 0xAC00, Hi: 0xD7A3, Stride: 1},
		{Lo: 0xF900, Hi: 0xFAFF, Stride: 1},
		{Lo: 0xFE30, Hi: 0xFE6F, Stride: 1},
		{Lo: 0xFF01, Hi: 0xFF60, Stride: 1},
		{Lo: 0xFFE0, Hi: 0xFFE6, Stride: 1},
	},
	R32: []unicode.Range32{
		{Lo: 0x16FE0, Hi: 0x1B2FF, Stride: 1},
		{Lo: 0x1F18E, Hi: 0x1F18E, Stride: 1},
		{Lo: 0x1F191, Hi: 0x1F19A, Stride: 1},
		{Lo: 0x1F200, Hi: 0x1F320, Stride: 1},
		{Lo: 0x1F32D, Hi: 0x1F335, Stride: 1},
		{Lo: 0x1F337, Hi: 0x1F37C, Stride: 1},
		{Lo: 0x1F37E, Hi: 0x1F393, Stride: 1},
		{Lo: 0x1F3A0, Hi: 0x1F3CA, Stride: 1},
		{Lo: 0x1F3E0, Hi: 0x1F3F0, Stride: 1},
		{Lo: 0x1F3F8, Hi: 0x1F43E, Stride: 1},
		{Lo: 0x1F440, Hi: 0x1F4FC, Stride: 1},
		{Lo: 0x1F4FF, Hi: 0x1F53D, Stride: 1},
		{Lo: 0x1F54B, Hi: 0x1F567, Stride: 1},
		{Lo: 0x1F595, Hi: 0x1F596, Stride: 1},
		{Lo: 0x1F5FB, Hi: 0x1F64F, Stride: 1},
		{Lo: 0x1F680, Hi: 0x1F6C5, Stride: 1},
		{Lo: 0x1F6CC, Hi: 0x1F6CC, Stride: 1},
		{Lo: 0x1F6D0, Hi: 0x1F6DF, Stride: 1},
		{Lo: 0x1F6EB, Hi: 0x1F6EC, Stride: 1},
		{Lo: 0x1F6F4, Hi: 0x1F6FC, Stride: 1},
		{Lo: 0x1F7E0, Hi: 0x1F7F0, Stride: 1},
		{Lo: 0x1F90C, Hi: 0x1F9FF, Stride: 1},
		{Lo: 0x1FA70, Hi: 0x1FAFF, Stride: 1},
		{Lo: 0x20000, Hi: 0x3FFFD, Stride: 1},
	},
}

// columns is the number of columns that visible text takes.
func columns(text string) int {
	if plainASCII(text) && !strings.Contains(text, "##") {
		return len(text)
	}
	n := 0
	for _, c := range cells(text, "<U+0009>") {
		n += c.width
	}
	return n
}
