package text

import "unicode/utf8"

// traits are what a first scan saw; no bit means nothing to undo.
type traits uint8

const (
	hasRunes    traits = 1 << iota // bytes beyond ASCII
	hasControls                    // control characters other than tab and line ends
	hasMarkup                      // "<!--", "<" with a style, "[x]:" definitions
	hasBlanks                      // a long run of blanks or line ends
	hasEncoded                     // a run that may be Base64, hexadecimal or percent encoding
)

// Limits of the scan.
const (
	minBlanks  = 40 // spaces or tabs in a row
	minBreaks  = 8  // line ends in a row
	minPercent = 5  // "%41" in a row
)

// MinEncoded is the length, in characters, of the shortest run that is taken for Base64
// or hexadecimal digits.
const MinEncoded = 24

// The classes of ASCII bytes the scan tells apart.
const (
	plain uint8 = iota
	wordByte
	blankByte
	breakByte
	controlByte
	highByte
	markByte    // <
	percentByte // %
	slashByte   // backslash, for \x41
)

var classes = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 0x80:
			t[c] = highByte
		case c == ' ' || c == '\t':
			t[c] = blankByte
		case c == '\n' || c == '\r':
			t[c] = breakByte
		case c < ' ' || c == 0x7f:
			t[c] = controlByte
		case c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z', c == '+', c == '/', c == '=', c == '_', c == '-':
			t[c] = wordByte
		case c == '<':
			t[c] = markByte
		case c == '%':
			t[c] = percentByte
		case c == '\\':
			t[c] = slashByte
		}
	}
	return t
}()

// scan looks at every byte once.
func scan(s string) traits {
	var t traits
	for i := 0; i < len(s); {
		switch classes[s[i]] {
		case plain:
			i++
		case wordByte:
			from := i
			for i++; i < len(s) && classes[s[i]] == wordByte; i++ {
			}
			if i-from >= MinEncoded {
				t |= hasEncoded
			}
		case blankByte, breakByte:
			from, breaks := i, 0
			for ; i < len(s) && (classes[s[i]] == blankByte || classes[s[i]] == breakByte); i++ {
				if s[i] == '\n' {
					breaks++
				}
			}
			if i-from >= minBlanks || breaks >= minBreaks {
				t |= hasBlanks
			}
		case controlByte:
			t |= hasControls
			i++
		case highByte:
			c, size := utf8.DecodeRuneInString(s[i:])
			if !quiet(c) {
				t |= hasRunes
			}
			i += size
		case markByte:
			if i+1 < len(s) && (s[i+1] == '!' || s[i+1] >= 'a' && s[i+1] <= 'z' || s[i+1] >= 'A' && s[i+1] <= 'Z') {
				t |= hasMarkup
			}
			i++
		case percentByte, slashByte:
			t |= hasEncoded
			i++
		}
	}
	return t
}

// quiet reports whether a rune is one of the common ones that hide and disguise
// nothing and that normal form leaves as they are: typographic punctuation, arrows,
// pictures, letters with accents, kana, Chinese and Korean characters. A dotless i looks
// like another letter, and some letters are written as two in normal form; those are not
// quiet. The ellipsis and the stops of double width are, though normal form has others
// for them: nobody takes them for letters. A text without others needs no second look.
func quiet(c rune) bool {
	switch {
	case c < 0xc0:
		return false
	case c <= 0x17e:
		return c != 0x131 && c != 0x132 && c != 0x133 && c != 0x13f && c != 0x140 && c != 0x149
	case c >= 0x2012 && c <= 0x2016, c >= 0x2018 && c <= 0x2023, c == '…', c >= 0x2190 && c <= 0x21ff:
		return true
	case c >= 0x2500 && c <= 0x27bf, c >= 0x3041 && c <= 0x3096, c >= 0x30a1 && c <= 0x30fa, c == 0x3001, c == 0x3002:
		return true
	}
	return c >= 0x4e00 && c <= 0x9fff || c >= 0xac00 && c <= 0xd7a3 || c >= 0x1f300 && c <= 0x1faff || wideStop(c)
}

// wideStop reports whether a rune is a punctuation mark of double width, as they stand
// in Chinese and Japanese.
func wideStop(c rune) bool {
	switch c {
	case '！', '（', '）', '，', '：', '；', '？':
		return true
	}
	return false
}
