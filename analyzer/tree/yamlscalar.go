package tree

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// quotedEnd returns the end of the quoted scalar at start.
func quotedEnd(text []byte, start int) int {
	if start >= len(text) || text[start] != '"' && text[start] != '\'' {
		return start
	}
	quote := text[start]
	for i := start + 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] == quote && quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return len(text)
}

// plainEnd returns the end of the plain scalar at start, which reads as value.
func plainEnd(text []byte, start int, value string) int {
	i := start
	for at := 0; at < len(value) && i < len(text); {
		written, decoded := fold(text, i)
		if written == 0 {
			written, decoded = 1, 1
		}
		i += written
		at += decoded
	}
	return i
}

// fold reads the white space at text[i] of a plain or quoted scalar when it holds a
// line break, and returns what it is written with and the bytes it reads as: a
// space for one line break, a line break less for several.
func fold(text []byte, i int) (written, decoded int) {
	end, breaks := i, 0
	for end < len(text) {
		if n := yamlBreak(text, end); n > 0 {
			breaks++
			end += n
		} else if text[end] == ' ' || text[end] == '\t' {
			end++
		} else {
			break
		}
	}
	if breaks == 0 {
		return 0, 0
	}
	return end - i, max(1, breaks-1)
}

// blockEnd returns the end of the block scalar at start, which reads as value, and
// how far its lines are indented. Without an indent it reaches to the end of the text:
// the library takes the marks of documents for lines of it then.
func blockEnd(text []byte, start int, value string) (end, indent int) {
	end = lineEnd(text, start)
	content := strings.TrimLeft(value, "\n")
	if content == "" {
		return end, 0
	}
	first := nextLine(text, end)
	for range len(value) - len(content) { // each line end at the start is an empty line
		first = nextLine(text, lineEnd(text, first))
	}
	indent = max(0, leadingSpaces(text[first:])-leadingSpaces([]byte(content)))
	for i := first; i < len(text); {
		stop := lineEnd(text, i)
		width, spaces := stop-i, leadingSpaces(text[i:stop])
		if spaces < min(width, indent) {
			break
		}
		if width > indent {
			end = stop
		}
		i = nextLine(text, stop)
	}
	return end, indent
}

func leadingSpaces(text []byte) int {
	return len(text) - len(bytes.TrimLeft(text, " "))
}

func lineEnd(text []byte, i int) int {
	for i < len(text) && yamlBreak(text, i) == 0 {
		i++
	}
	return i
}

func nextLine(text []byte, end int) int {
	if end >= len(text) {
		return len(text)
	}
	return end + yamlBreak(text, end)
}

// yamlUnits returns a reader of the YAML scalar written as token, whose lines are
// indented this far when it is a block scalar, and where its first part is.
func yamlUnits(token string, indent int) (int, unitReader) {
	text := []byte(token)
	switch text[0] {
	case '"':
		return 1, func(i int) (int, int, bool) { return doubleQuotedUnit(text, i) }
	case '\'':
		return 1, func(i int) (int, int, bool) { return singleQuotedUnit(text, i) }
	case '|', '>':
		b := blockUnits{text: text, indent: indent, folded: text[0] == '>'}
		return 0, b.read
	}
	return 0, func(i int) (int, int, bool) { return plainUnit(text, i) }
}

func plainUnit(text []byte, i int) (written, decoded int, verbatim bool) {
	if i >= len(text) {
		return 0, 0, false
	}
	if written, decoded = fold(text, i); written > 0 {
		return written, decoded, false
	}
	_, size := utf8.DecodeRune(text[i:])
	return size, size, false
}

func singleQuotedUnit(text []byte, i int) (written, decoded int, verbatim bool) {
	if i < len(text) && text[i] == '\'' {
		if i+1 < len(text) && text[i+1] == '\'' {
			return 2, 1, false
		}
		return 0, 0, false
	}
	return plainUnit(text, i)
}

func doubleQuotedUnit(text []byte, i int) (written, decoded int, verbatim bool) {
	switch {
	case i >= len(text) || text[i] == '"':
		return 0, 0, false
	case text[i] != '\\' || i+1 == len(text):
		return plainUnit(text, i)
	}
	digits := 0
	switch text[i+1] {
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case 'N', '_':
		return 2, 2, false
	case 'L', 'P':
		return 2, 3, false
	}
	if digits > 0 {
		r, _ := hex(string(text[i:min(len(text), i+10)]), 2, digits)
		return min(2+digits, len(text)-i), max(1, utf8.RuneLen(r)), false
	}
	if n := yamlBreak(text, i+1); n > 0 {
		if written, decoded = fold(text, i+1); decoded == 1 && written > 0 {
			decoded = breaksIn(text[i+1:i+1+written]) - 1
		}
		return 1 + written, decoded, false
	}
	return 2, 1, false
}

func breaksIn(text []byte) int {
	breaks := 0
	for i := 0; i < len(text); {
		n := yamlBreak(text, i)
		if n > 0 {
			breaks++
		}
		i += max(1, n)
	}
	return breaks
}

// blockUnits reads a block scalar.
type blockUnits struct {
	text   []byte
	indent int
	folded bool
}

func (b blockUnits) read(i int) (written, decoded int, verbatim bool) {
	if i >= len(b.text) {
		return 0, 0, false
	}
	if i == 0 { // the header, empty lines below it and the first indent
		end, breaks := b.gap(lineEnd(b.text, 0))
		return end, max(0, breaks-1), false
	}
	if yamlBreak(b.text, i) > 0 {
		end, breaks := b.gap(i)
		if !b.folded || b.indented(i) || end < len(b.text) && (b.text[end] == ' ' || b.text[end] == '\t') {
			return end - i, breaks, false
		}
		return end - i, max(1, breaks-1), false
	}
	end := lineEnd(b.text, i)
	return end - i, end - i, true
}

// gap goes over the line break at i, the empty lines below it and the indent of the
// next line with content.
func (b blockUnits) gap(i int) (end, breaks int) {
	for i < len(b.text) {
		n := yamlBreak(b.text, i)
		if n == 0 {
			break
		}
		breaks++
		i += n
		for spaces := 0; spaces < b.indent && i < len(b.text) && b.text[i] == ' '; spaces++ {
			i++
		}
	}
	return i, breaks
}

// indented reports whether the content of the line that ends at i starts with white
// space, which keeps a folded line from being folded.
func (b blockUnits) indented(i int) bool {
	start := i
	for start > 0 && b.text[start-1] != '\n' && b.text[start-1] != '\r' {
		start--
	}
	start += b.indent
	return start < i && (b.text[start] == ' ' || b.text[start] == '\t')
}
