package poisoning

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/text"
)

// strays is how many invisible characters honest prose may hold: they slip in
// when text is copied from a web page.
const strays = 2

// tricks weighs what a text hides from people.
func (c *court) tricks(r *text.Reading) {
	name := identifier(c.text.Role)
	c.separated(c.text.Value)
	invisible := 0
	for i := range r.Hidden {
		if r.Hidden[i].Kind == text.Invisible {
			invisible += r.Hidden[i].Count
		}
	}
	for i := range r.Hidden {
		h := &r.Hidden[i]
		w := 0
		switch h.Kind {
		case text.Tags:
			w = 90
		case text.Selectors, text.Control:
			w = 60
		case text.Bidi:
			w = 60
		case text.Invisible:
			switch {
			case name:
				w = 60
			case invisible > strays || h.Count > 1 && c.insideWord(h.Start, h.End), c.splits(h.Start, h.End):
				w = 50
			}
		case text.Confusable:
			if !c.writtenSo(h) {
				w = 50
				if name {
					w = 70
				}
			}
		case text.Combining, text.Padding, text.Unrendered:
			w = 50
		case text.Comment:
			w = c.comment(h)
		case text.Base64, text.Hex, text.Percent:
			if strings.Count(h.Text, " ") >= 3 {
				w = 60
			}
		}
		if w > 0 {
			c.hits = append(c.hits, hit{rule: trickRule(h.Kind, name), signal: trickSignal(h.Kind), weight: w, note: "holds " + h.Kind.String(), start: h.Start, end: h.End, quote: h.Text, kind: h.Kind})
		}
	}
}

// writtenSo reports whether a word without Latin letters stands in a tool that is
// written in the script of the word.
func (c *court) writtenSo(h *text.Hidden) bool {
	if strings.ContainsFunc(c.text.Value[h.Start:h.End], func(r rune) bool { return unicode.Is(unicode.Latin, r) }) {
		return false
	}
	if !c.scriptKnown {
		c.scriptKnown = true
		c.foreign = slices.ContainsFunc(c.texts, func(t mcp.Text) bool { return text.Foreign(t.Value) })
	}
	return c.foreign
}

// separators are line ends that most programs show as nothing.
var separators = [...]string{"\u2028", "\u2029"}

// separated finds a line end that is not shown inside a sentence: what follows
// stands on a line of its own for a model only.
func (c *court) separated(s string) {
	for _, sign := range separators {
		if at := strings.Index(s, sign); at >= 0 && c.insideWord(at, at+len(sign)) {
			c.hits = append(c.hits, hit{rule: trickRule(text.Invisible, identifier(c.text.Role)), signal: hides, weight: 50, note: "holds a line end that is not shown", start: at, end: at + len(sign), kind: text.Invisible})
			return
		}
	}
}

// splits reports whether an invisible character stands inside a word that a search
// for orders or secrets would look for.
func (c *court) splits(start, end int) bool {
	if !c.insideWord(start, end) {
		return false
	}
	s := c.text.Value
	for start > 0 && isLetters(s[start-1:start]) {
		start--
	}
	whole := end
	for whole < len(s) && isLetters(s[whole:whole+1]) {
		whole++
	}
	joined := strings.Map(func(r rune) rune {
		if r >= 0x80 {
			return -1
		}
		return r
	}, s[start:whole])
	return c.tagger.lexicon.meaning(strings.ToLower(joined))&(secret|ignore|orders|omit|covert|needless|inner|send) != 0
}

// insideWord reports whether letters stand on both sides of a part of the text.
func (c *court) insideWord(start, end int) bool {
	s := c.text.Value
	return start > 0 && end < len(s) && isLetters(s[start-1:start]) && isLetters(s[end:end+1])
}

func trickSignal(k text.Kind) signal {
	if k == text.Confusable || k == text.Combining {
		return disguises
	}
	return hides
}

// trickRule returns the rule for a way of hiding.
func trickRule(k text.Kind, name bool) *analyzer.Rule {
	switch k {
	case text.Tags, text.Selectors:
		return hiddenUnicodeTags
	case text.Bidi:
		return bidiControl
	case text.Invisible:
		if name {
			return invisibleCharactersIdentifier
		}
		return invisibleCharacters
	case text.Control:
		return terminalEscapeSequence
	case text.Comment, text.Unrendered:
		return hiddenMarkup
	case text.Padding:
		return whitespacePadding
	case text.Confusable, text.Combining:
		if name {
			return confusableIdentifierText
		}
		return confusableText
	}
	return encodedPayload
}

// comment weighs an HTML comment: a template marker says little, prose says much.
func (c *court) comment(h *text.Hidden) int {
	if c.text.Role == mcp.RoleExample || len(strings.Fields(h.Text)) < 3 {
		return 0
	}
	before := c.text.Value[:h.Start]
	if strings.Count(before, "```")%2 == 1 || strings.HasSuffix(before, "`") {
		return 0
	}
	var m concept
	for _, t := range c.tagger.tag(h.Text) {
		m |= t.means
	}
	if m&(use|send|read|put|change|omit|oblige|ignore|tell) == 0 {
		return 20
	}
	return 50
}
