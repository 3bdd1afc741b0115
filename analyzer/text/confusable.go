package text

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// confusables are letters of other scripts drawn like a Latin letter in common
// typefaces, after NFKC (which already takes fullwidth and mathematical letters
// away). Chosen by hand from the letters that Unicode Technical Standard 39 lists;
// letters that look Latin only in handwriting are left out.
var confusables = map[rune]byte{
	// Cyrillic
	'а': 'a', 'в': 'b', 'с': 'c', 'ԁ': 'd', 'е': 'e', 'һ': 'h', 'і': 'i', 'ї': 'i', 'ј': 'j', 'ӏ': 'l',
	'о': 'o', 'р': 'p', 'ԛ': 'q', 'ѕ': 's', 'ѵ': 'v', 'ԝ': 'w', 'х': 'x', 'у': 'y', 'ү': 'y', 'к': 'k', 'ё': 'e',
	'А': 'A', 'В': 'B', 'С': 'C', 'Е': 'E', 'Н': 'H', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'О': 'O', 'Р': 'P',
	'Ѕ': 'S', 'Т': 'T', 'Ѵ': 'V', 'Ԝ': 'W', 'Х': 'X', 'У': 'Y', 'Ү': 'Y', 'Ԛ': 'Q', 'Ԍ': 'G',
	// Greek
	'α': 'a', 'ε': 'e', 'ι': 'i', 'κ': 'k', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'τ': 't', 'υ': 'u', 'χ': 'x', 'γ': 'y', 'ϲ': 'c', 'ϳ': 'j',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
	// Armenian, Cherokee and Latin letters that stand for others
	'օ': 'o', 'ո': 'n', 'ս': 'u', 'ց': 'g', 'հ': 'h', 'Ꭺ': 'A', 'Ꭲ': 'T', 'Ꮯ': 'C', 'Ꭼ': 'E', 'Ꮪ': 'S',
	'ı': 'i', 'ɑ': 'a', 'ɡ': 'g', 'ɩ': 'i', 'ʏ': 'y', 'ꜱ': 's', 'ɴ': 'n', 'ʀ': 'r', 'ᴄ': 'c', 'ᴏ': 'o', 'ᴜ': 'u', 'ᴠ': 'v', 'ᴡ': 'w', 'ᴢ': 'z',
}

// Latin returns the Latin letter that c is drawn like.
func Latin(c rune) (byte, bool) {
	l, ok := confusables[c]
	return l, ok
}

// latinize replaces look-alike letters in words that mix scripts, and in words
// made of nothing else when the rest of the text is Latin, and takes away marks
// stacked on a letter.
func (r *Reading) latinize(v View) View {
	s := v.Text
	mixed, pure, foreign := words(s)
	stacked := stacks(s)
	if foreign {
		pure = nil
	}
	if len(mixed)+len(pure)+len(stacked) == 0 {
		return v
	}
	b := &builder{}
	done := 0
	for _, w := range merge(mixed, pure, stacked) {
		if w.Start < done {
			continue
		}
		b.take(&v, done, w.Start)
		n := 0
		for i := w.Start; i < w.End; {
			c, size := utf8.DecodeRuneInString(s[i:])
			in := v.Back(i, i+size)
			if l, ok := confusables[c]; ok {
				b.add(string(rune(l)), in.Start, in.End)
				n++
			} else if !unicode.Is(unicode.Mn, c) {
				b.add(s[i:i+size], in.Start, in.End)
			}
			i += size
		}
		in := v.Back(w.Start, w.End)
		kind := Confusable
		if n == 0 {
			kind, n = Combining, 1
		}
		r.hide(Hidden{Kind: kind, Start: in.Start, End: in.End, Count: n})
		done = w.End
	}
	b.take(&v, done, len(s))
	return View{Text: b.out.String(), moves: b.moves}
}

// Foreign reports whether s is written in a script with letters like Latin ones: it
// has letters of such a script that look like nothing Latin, and more letters of such
// scripts than Latin ones.
func Foreign(s string) bool {
	own, latin, sure := 0, 0, false
	for _, c := range s {
		switch {
		case c < 0x80 && (c|0x20 < 'a' || c|0x20 > 'z'):
		case c < 0x370:
			latin++
		case hasLookAlikes(c):
			own++
			_, alike := confusables[c]
			sure = sure || !alike
		}
	}
	return sure && own > latin
}

// hasLookAlikes reports whether a letter is of a script some of whose letters look
// Latin.
func hasLookAlikes(c rune) bool {
	return unicode.In(c, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee) && unicode.IsLetter(c)
}

// words finds the words that mix Latin with look-alikes only, the words made of
// look-alikes only, and whether the text holds letters of those scripts that look
// like nothing Latin: then it is simply written in that script.
func words(s string) (mixed, pure []Range, foreign bool) {
	start, latin, alike, other := -1, false, 0, false
	flush := func(end int) {
		if start >= 0 && alike > 0 && !other {
			if latin {
				mixed = append(mixed, Range{start, end})
			} else if end-start > 4 {
				pure = append(pure, Range{start, end})
			}
		}
		start, latin, alike, other = -1, false, 0, false
	}
	for i := 0; i < len(s); {
		c := rune(s[i])
		size := 1
		if c >= 0x80 {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			latin = true
		case c < 0x80:
			flush(i)
			i += size
			continue
		case c >= 0x4e00 && c <= 0x9fff, c >= 0xac00 && c <= 0xd7a3:
			other = true
		case unicode.IsLetter(c):
			if _, ok := confusables[c]; ok {
				alike++
			} else if unicode.Is(unicode.Latin, c) {
				latin = true
			} else {
				other = true
				foreign = foreign || hasLookAlikes(c)
			}
		default:
			flush(i)
			i += size
			continue
		}
		if start < 0 {
			start = i
		}
		i += size
	}
	flush(len(s))
	return mixed, pure, foreign
}

// stacks finds letters that carry three or more marks.
func stacks(s string) []Range {
	var found []Range
	base, marks := -1, 0
	flush := func(end int) {
		if marks >= 3 && base >= 0 {
			found = append(found, Range{base, end})
		}
		base, marks = -1, 0
	}
	for i, c := range s {
		if c < 0x300 {
			if marks > 0 {
				flush(i)
			}
			base = i
			continue
		}
		if c <= 0x36f {
			marks++
			continue
		}
		flush(i)
		if unicode.Is(unicode.Latin, c) {
			base = i
		}
	}
	flush(len(s))
	return found
}

// merge puts ranges in order of their start.
func merge(lists ...[]Range) []Range {
	all := slices.Concat(lists...)
	slices.SortStableFunc(all, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// Skeleton returns s with every look-alike letter replaced and everything
// invisible taken away, for comparing names.
func Skeleton(s string) string {
	r := &Reading{}
	v := compose(r.strip(s))
	return strings.Map(func(c rune) rune {
		if l, ok := confusables[c]; ok {
			return rune(l)
		}
		return c
	}, v.Text)
}
