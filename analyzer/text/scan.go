package text

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
	minEncoded = 24 // characters of a Base64 or hexadecimal run
	minPercent = 5  // "%41" in a row
)

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
			if i-from >= minEncoded {
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
			t |= hasRunes
			i++
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
