package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A builder writes a view and remembers where every part came from.
type builder struct {
	out   strings.Builder
	moves []move
}

func (b *builder) add(text string, in, inEnd int) {
	straight := len(text) == inEnd-in
	if n := len(b.moves); n > 0 && straight {
		if last := &b.moves[n-1]; last.straight && last.inEnd == in {
			last.inEnd = inEnd
			b.out.WriteString(text)
			return
		}
	}
	b.moves = append(b.moves, move{b.out.Len(), in, inEnd, straight})
	b.out.WriteString(text)
}

// take adds a part of a view as it stands, with the way back that it has.
func (b *builder) take(v *View, from, to int) {
	if v.moves == nil && from < to {
		b.add(v.Text[from:to], from, to)
		return
	}
	for from < to {
		m := v.moveAt(from)
		_, size := utf8.DecodeRuneInString(v.Text[from:])
		next := from + size
		if m.straight {
			next = min(to, from+m.inEnd-m.in-(from-m.out))
		}
		in := v.Back(from, next)
		b.add(v.Text[from:next], in.Start, in.End)
		from = next
	}
}

// fold brings s into normal form and records what it took away.
func (r *Reading) fold(s string) View {
	v := r.strip(s)
	v = compose(v)
	return r.latinize(v)
}

// strip takes away what has no shape.
func (r *Reading) strip(s string) View {
	first := firstShapeless(s)
	if first < 0 {
		return View{Text: s}
	}
	b := &builder{}
	b.add(s[:first], 0, first)
	before, _ := utf8.DecodeLastRuneInString(s[:first])
	ordinary := sync.OnceValue(func() bool { return rightToLeft(s) }) // it reads the whole text
	for i := first; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		end := i + size
		switch shape := shapeOf(c); {
		case shape == shaped:
			b.add(s[i:end], i, end)
			before = c
		case c == zeroWidthJoiner || c == zeroWidthNonJoiner:
			after, _ := utf8.DecodeRuneInString(s[end:])
			if !joins(before, after) {
				end = r.invisible(s, i)
			}
		case shape == selector:
			end = r.selectors(s, i, before)
		case shape == tag:
			end = r.tags(s, i, before)
		case shape == control:
			end = r.controls(s, i)
		case shape == bidi:
			end = runOf(s, i, bidi)
			if !harmless(s[i:end]) && !ordinary() {
				r.hide(Hidden{Kind: Bidi, Start: i, End: end, Count: utf8.RuneCountInString(s[i:end])})
			}
		default:
			end = r.invisible(s, i)
		}
		i = end
	}
	return View{Text: b.out.String(), moves: b.moves}
}

// The shapes of a rune.
type shape uint8

const (
	shaped shape = iota
	zeroWidth
	selector
	tag
	bidi
	control
)

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

func shapeOf(c rune) shape {
	switch {
	case c < 0x80:
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f {
			return control
		}
	case c < 0xa0:
		return control
	case c == 0xad, c == 0x115f, c == 0x1160, c == 0x180e, c == 0x3164, c == 0xffa0, c == 0xfeff, c == 0x034f, c == 0x17b4, c == 0x17b5:
		return zeroWidth
	case c >= 0xfff9 && c <= 0xfffb:
		return zeroWidth
	case c < 0x200b:
	case c <= 0x200d, c >= 0x2060 && c <= 0x2064, c >= 0x206a && c <= 0x206f:
		return zeroWidth
	case c == 0x200e, c == 0x200f, c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069:
		return bidi
	case c >= 0xfe00 && c <= 0xfe0f, c >= 0xe0100 && c <= 0xe01ef:
		return selector
	case c >= 0xe0000 && c <= 0xe007f:
		return tag
	}
	if c == 0x061c {
		return bidi
	}
	return shaped
}

func firstShapeless(s string) int {
	for i := 0; i < len(s); {
		if k := classes[s[i]]; k != highByte {
			if k == controlByte {
				return i
			}
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(s[i:])
		if shapeOf(c) != shaped {
			return i
		}
		i += size
	}
	return -1
}

func runOf(s string, i int, want shape) int {
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		if shapeOf(c) != want {
			break
		}
		i += size
	}
	return i
}

// joins reports whether a joiner between the two runes is ordinary writing:
// inside emoji sequences and in scripts whose letters join.
func joins(before, after rune) bool {
	return joining(before) && (joining(after) || after == utf8.RuneError || !unicode.IsLetter(after))
}

func joining(c rune) bool {
	return c > 0x590 && !unicode.In(c, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) &&
		(unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsSymbol(c))
}

func (r *Reading) invisible(s string, i int) int {
	end := i
	for end < len(s) {
		c, size := utf8.DecodeRuneInString(s[end:])
		if shapeOf(c) != zeroWidth {
			break
		}
		end += size
	}
	if i == 0 && strings.HasPrefix(s, "\ufeff") && end == 3 {
		return end // a byte order mark
	}
	r.hide(Hidden{Kind: Invisible, Start: i, End: end, Count: utf8.RuneCountInString(s[i:end])})
	return end
}

// selectors reads a run of variation selectors. One after a base is ordinary;
// longer runs carry bytes.
func (r *Reading) selectors(s string, i int, before rune) int {
	end := runOf(s, i, selector)
	n := utf8.RuneCountInString(s[i:end])
	if n < 4 {
		return end
	}
	var bytes []byte
	for _, c := range s[i:end] {
		if c >= 0xe0100 {
			bytes = append(bytes, byte(c-0xe0100+16))
		} else {
			bytes = append(bytes, byte(c-0xfe00))
		}
	}
	decoded := strings.ToValidUTF8(string(bytes), "")
	if !Readable(decoded) {
		decoded = ""
	}
	r.hide(Hidden{Kind: Selectors, Start: i, End: end, Count: n, Text: decoded})
	if decoded != "" {
		r.inner(decoded, Selectors, Range{i, end}, 1)
	}
	return end
}

const blackFlag = '\U0001f3f4'

// tags reads a run of tag characters. After a black flag a short run names a
// region and is ordinary.
func (r *Reading) tags(s string, i int, before rune) int {
	end := runOf(s, i, tag)
	var b strings.Builder
	for _, c := range s[i:end] {
		if c >= 0xe0020 && c < 0xe007f {
			b.WriteByte(byte(c - 0xe0000))
		}
	}
	n := utf8.RuneCountInString(s[i:end])
	if before == blackFlag && n <= 7 && strings.HasSuffix(s[i:end], "\U000e007f") {
		return end
	}
	r.hide(Hidden{Kind: Tags, Start: i, End: end, Count: n, Text: b.String()})
	if b.Len() > 0 {
		r.inner(b.String(), Tags, Range{i, end}, 1)
	}
	return end
}

// controls reads control characters and the terminal sequences they begin.
func (r *Reading) controls(s string, i int) int {
	end, count := i, 0
	for end < len(s) {
		c, size := utf8.DecodeRuneInString(s[end:])
		if shapeOf(c) != control {
			break
		}
		end += size
		count++
		if c == 0x1b || c == 0x9b {
			end = sequence(s, end, c)
		}
	}
	r.hide(Hidden{Kind: Control, Start: i, End: end, Count: count})
	return end
}

// sequence returns the end of a terminal sequence whose introducer ends at i.
func sequence(s string, i int, intro rune) int {
	if intro == 0x1b {
		if i >= len(s) {
			return i
		}
		switch s[i] {
		case '[':
			i++
		case ']', 'P', '_', '^': // a string: up to BEL or ST
			for j := i; j < len(s) && j < i+256; j++ {
				if s[j] == 7 || s[j] == 0x1b {
					return j
				}
			}
			return i + 1
		default:
			return i
		}
	}
	for i < len(s) && s[i] >= 0x20 && s[i] < 0x40 {
		i++
	}
	if i < len(s) && s[i] >= 0x40 && s[i] < 0x7f {
		i++
	}
	return i
}

// harmless reports whether controls only say "from left to right", which changes
// nothing in text that runs so anyway.
func harmless(controls string) bool {
	return strings.Trim(controls, "\u202a\u202d\u200e\u202c") == ""
}

// rightToLeft reports whether the text is written from right to left somewhere
// and its embeddings and isolates are balanced.
func rightToLeft(s string) bool {
	depth, rtl := 0, false
	for _, c := range s {
		switch {
		case c == 0x202e:
			return false // never needed
		case c == 0x202a || c == 0x202b || c >= 0x2066 && c <= 0x2068:
			depth++
		case c == 0x202c || c == 0x2069:
			depth--
		case c >= 0x590 && c <= 0x8ff && unicode.IsLetter(c):
			rtl = true
		}
		if depth < 0 {
			return false
		}
	}
	return rtl && depth == 0
}

// compose applies NFKC where the text is not already so. What is, most of a text with
// a few signs of another width, is taken over as it stands.
func compose(v View) View {
	s := v.Text
	from := norm.NFKC.QuickSpanString(s)
	if from == len(s) || norm.NFKC.IsNormalString(s) {
		return v
	}
	b := &builder{}
	b.take(&v, 0, from)
	for from < len(s) {
		to := from + norm.NFKC.NextBoundaryInString(s[from:], true)
		in := v.Back(from, to)
		b.add(narrow(s[from:to]), in.Start, in.End)
		from = to + norm.NFKC.QuickSpanString(s[to:])
		b.take(&v, to, from)
	}
	return View{Text: b.out.String(), moves: b.moves}
}

// narrow applies NFKC to a part of a text, most often a sign of double width.
func narrow(part string) string {
	if r, size := utf8.DecodeRuneInString(part); size == len(part) && r >= '！' && r <= '～' {
		return asciiSigns[r-'！':][:1]
	}
	return norm.NFKC.String(part)
}

// asciiSigns are the signs and letters of ASCII, in the order of those of double width.
const asciiSigns = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
