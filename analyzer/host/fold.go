package host

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold does to a host name what URL parsers do before they resolve it: percent
// escapes are undone, characters that the IDNA mapping (UTS 46) turns into ASCII
// letters, digits and dots are turned, ignorable ones are dropped, and letters are
// lowered. The second result says whether that changed more than case.
func fold(text string) (string, string) {
	how := ""
	if strings.IndexByte(text, '%') >= 0 {
		if plain := unescape(text); plain != text {
			text, how = plain, "escaped"
		}
	}
	if isASCII(text) {
		return strings.ToLower(text), how
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		m := compatibleRune(r)
		if m != r {
			how = "compatibility characters"
		}
		switch {
		case r >= 0x2469 && r <= 0x2473: // ten to twenty in a circle
			how = "compatibility characters"
			b.WriteString(strconv.Itoa(int(r-0x2469) + 10))
		case m >= 0:
			b.WriteRune(unicode.ToLower(m))
		}
	}
	return b.String(), how
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// unescape undoes %XX escapes, twice encoded ones too.
func unescape(text string) string {
	for range 2 {
		var b strings.Builder
		for i := 0; i < len(text); i++ {
			if text[i] == '%' && i+2 < len(text) {
				if hi, lo := hexDigit(text[i+1]), hexDigit(text[i+2]); hi >= 0 && lo >= 0 {
					b.WriteByte(byte(hi<<4 | lo))
					i += 2
					continue
				}
			}
			b.WriteByte(text[i])
		}
		if b.Len() == len(text) {
			break
		}
		text = b.String()
	}
	return text
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// compatibleRune maps one rune as UTS 46 does, as far as ASCII is the result: -1 for a
// rune that is ignored.
func compatibleRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case r == 0xAD, r >= 0x200B && r <= 0x200D, r == 0x2060, r == 0xFEFF, r >= 0xFE00 && r <= 0xFE0F:
		return -1
	case r == 0x3002, r == 0xFF0E, r == 0xFF61, r == 0xFE52, r == 0x2024:
		return '.'
	case r >= 0xFF01 && r <= 0xFF5E: // fullwidth
		return r - 0xFF01 + '!'
	case r == 0xB9, r == 0xB2, r == 0xB3: // superscripts of Latin-1
		return map[rune]rune{0xB9: '1', 0xB2: '2', 0xB3: '3'}[r]
	case r == 0x2070, r >= 0x2074 && r <= 0x2079:
		return r - 0x2070 + '0'
	case r >= 0x2080 && r <= 0x2089:
		return r - 0x2080 + '0'
	case r >= 0x2460 && r <= 0x2468: // digits in circles
		return r - 0x2460 + '1'
	case r == 0x24EA:
		return '0'
	case r >= 0x24B6 && r <= 0x24CF: // letters in circles
		return r - 0x24B6 + 'a'
	case r >= 0x24D0 && r <= 0x24E9:
		return r - 0x24D0 + 'a'
	case r >= 0x1D400 && r <= 0x1D6A3: // mathematical letters
		return (r-0x1D400)%26 + 'a'
	case r >= 0x1D7CE && r <= 0x1D7FF: // mathematical digits
		return (r-0x1D7CE)%10 + '0'
	case r >= 0x1FBF0 && r <= 0x1FBF9: // segmented digits
		return r - 0x1FBF0 + '0'
	}
	return letterlike(r)
}

// letterlike maps the letterlike symbols that fill the gaps of the mathematical
// alphabets.
func letterlike(r rune) rune {
	const symbols = "\u2102\u210a\u210b\u210c\u210d\u210e\u2110\u2111\u2112\u2113\u2115\u2119\u211a\u211b" +
		"\u211c\u211d\u2124\u2128\u212a\u212c\u212d\u212f\u2130\u2131\u2133\u2134\u2139"
	const letters = "cghhhhiillnpqrrrzzkbceefmoi"
	if r < 0x2100 || r > 0x214F {
		return r
	}
	if at := strings.IndexRune(symbols, r); at >= 0 {
		return rune(letters[at/3]) // each symbol takes three bytes
	}
	return r
}
