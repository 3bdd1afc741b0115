package tree

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// An escape says how an escape sequence stands to the notation.
type escape uint8

const (
	escapeStrict escape = iota // RFC 8259, or no escape at all
	escapeJSON5                // \x41, \', \v, \0, a backslash before a line end
	escapeBroken               // none: the backslash stands for itself
	escapeLone                 // half a surrogate pair
	escapeBytes                // malformed UTF-8
)

// jsonUnit reads the unit of a JSON or JSON5 string body at s[i]: its width in the
// source and the character it stands for, or -1 when it stands for nothing.
// Malformed UTF-8 and halves of surrogate pairs become U+FFFD, one for each byte
// or half, as in encoding/json. A backslash that escapes nothing is kept, so that
// the Windows paths people forget to escape stay readable.
func jsonUnit(s string, i int) (width int, r rune, kind escape) {
	if s[i] != '\\' {
		r, width = utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && width == 1 {
			return 1, r, escapeBytes
		}
		return width, r, escapeStrict
	}
	if i+1 == len(s) {
		return 1, '\\', escapeBroken
	}
	switch c := s[i+1]; c {
	case '"', '\\', '/':
		return 2, rune(c), escapeStrict
	case 'b':
		return 2, '\b', escapeStrict
	case 'f':
		return 2, '\f', escapeStrict
	case 'n':
		return 2, '\n', escapeStrict
	case 'r':
		return 2, '\r', escapeStrict
	case 't':
		return 2, '\t', escapeStrict
	case 'u':
		return unicodeUnit(s, i)
	case 'x':
		if r, ok := hex(s, i+2, 2); ok {
			return 4, r, escapeJSON5
		}
	case '\'':
		return 2, '\'', escapeJSON5
	case 'v':
		return 2, '\v', escapeJSON5
	case '0':
		return 2, 0, escapeJSON5
	case '\n':
		return 2, -1, escapeJSON5
	case '\r':
		if strings.HasPrefix(s[i+2:], "\n") {
			return 3, -1, escapeJSON5
		}
		return 2, -1, escapeJSON5
	}
	return 1, '\\', escapeBroken
}

func unicodeUnit(s string, i int) (int, rune, escape) {
	r, ok := hex(s, i+2, 4)
	switch {
	case !ok:
		return 1, '\\', escapeBroken
	case !utf16.IsSurrogate(r):
		return 6, r, escapeStrict
	}
	if strings.HasPrefix(s[i+6:], `\u`) {
		if low, ok := hex(s, i+8, 4); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return 12, pair, escapeStrict
			}
		}
	}
	return 6, utf8.RuneError, escapeLone
}

// hex reads n hexadecimal digits at s[i].
func hex(s string, i, n int) (rune, bool) {
	if i+n > len(s) {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[i : i+n]) {
		r <<= 4
		switch {
		case '0' <= c && c <= '9':
			r |= rune(c - '0')
		case 'a' <= c && c <= 'f':
			r |= rune(c - 'a' + 10)
		case 'A' <= c && c <= 'F':
			r |= rune(c - 'A' + 10)
		default:
			return 0, false
		}
	}
	return r, true
}

// decodeJSON decodes a string body, quotes not included. It shares memory with the
// body where it can.
func decodeJSON(body string) string {
	next := strings.IndexByte(body, '\\')
	switch {
	case !utf8.ValidString(body):
		next = 0
	case next < 0:
		return body
	}
	out := append(make([]byte, 0, len(body)), body[:next]...)
	for i := next; i < len(body); {
		width, r, _ := jsonUnit(body, i)
		if r >= 0 {
			out = utf8.AppendRune(out, r)
		}
		i += width
	}
	return string(out)
}

// jsonQuotes are the quotes that open a string, each with the one that closes it.
// Only the first is JSON, the second JSON5; the others come with text from word
// processors and program code.
var jsonQuotes = [...]struct{ open, close string }{
	{`"`, `"`}, {`'`, `'`}, {"`", "`"}, {"“", "”"}, {"”", "”"}, {"‘", "’"},
}

// quoteAt returns which of jsonQuotes opens a string at s[i], or -1.
func quoteAt(s string, i int) int {
	if c := s[i]; c != '"' && c != '\'' && c != '`' && c != "“"[0] {
		return -1
	}
	for kind, q := range jsonQuotes {
		if strings.HasPrefix(s[i:], q.open) {
			return kind
		}
	}
	return -1
}
