package poisoning

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A choice is some words, any of which may stand at a step of a saying. One that ends in
// "*" is a beginning, one that begins with "*" as well a part of a word, and "@" any
// address.
type choice struct {
	words   []string // as they are written
	exact   []string // longest first
	stems   []string
	parts   []string
	address bool
	heads   uint64 // those of the exact words and stems
}

func newChoice(words []string) choice {
	c := choice{words: words}
	for _, w := range words {
		stem, isStem := strings.CutSuffix(w, "*")
		part, isPart := strings.CutPrefix(stem, "*")
		switch {
		case w == "@":
			c.address = true
		case isPart:
			c.parts = append(c.parts, part)
		case isStem:
			c.stems = append(c.stems, stem)
			c.heads |= headOf(stem)
		default:
			c.exact = append(c.exact, w)
			c.heads |= headOf(w)
		}
	}
	slices.SortStableFunc(c.exact, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return c
}

// headOf tells most words apart by the byte that ends their first character.
func headOf(word string) uint64 {
	last := 0
	switch first := word[0]; {
	case first >= 0xf0:
		last = 3
	case first >= 0xe0:
		last = 2
	case first >= 0xc0:
		last = 1
	}
	return 1 << (word[min(last, len(word)-1)] & 63)
}

// has reports whether a word, or the first of a phrase, is one of the choice.
func (c *choice) has(word string) bool {
	if word == "" || c.heads&headOf(word) == 0 && c.parts == nil {
		return false
	}
	word, _, _ = strings.Cut(word, " ")
	return slices.Contains(c.exact, word) ||
		slices.ContainsFunc(c.stems, func(stem string) bool { return strings.HasPrefix(word, stem) }) ||
		slices.ContainsFunc(c.parts, func(part string) bool { return strings.Contains(word, part) })
}

// at returns the length of the longest word of the choice with which a text begins, or 0.
func (c *choice) at(text string) int {
	if text == "" || c.heads&headOf(text) == 0 {
		return 0
	}
	for _, w := range c.exact {
		if strings.HasPrefix(text, w) {
			return len(w)
		}
	}
	return 0
}

// A runeSet holds the lower bits of runes: one that it holds may be among them, one that
// it does not hold is not.
type runeSet [64]uint64

func (s *runeSet) add(r rune) { s[r>>6&63] |= 1 << (r & 63) }

func (s *runeSet) mayHold(r rune) bool { return s[r>>6&63]>>(r&63)&1 != 0 }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
