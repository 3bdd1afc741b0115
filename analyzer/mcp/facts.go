package mcp

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/words"
)

// toolFacts are what many rules ask of a tool, each worked out when the first asks.
// A file belongs to one goroutine.
type toolFacts struct {
	words          []string
	opening        *string
	openingWords   []string
	byName, byText *Act
}

// Words returns the words of the tool's name, in lower case.
func (t *Tool) Words() []string {
	if t.facts.words == nil {
		t.facts.words = words.Split(t.Name.Value)
	}
	return t.facts.words
}

// Opening returns the beginning of the tool's description in lower case, up to the
// end of its first sentence.
func (t *Tool) Opening() string {
	if t.facts.opening == nil {
		s := opening(t.Description.Value)
		t.facts.opening = &s
	}
	return *t.facts.opening
}

func opening(text string) string {
	const enough = 240
	text = strings.TrimLeft(text, " \t\r\n")
	text = strings.ToLower(text[:min(len(text), enough)])
	if end := strings.Index(text, ". "); end > 0 {
		text = text[:end]
	}
	if end := strings.IndexByte(text, '\n'); end > 0 {
		text = text[:end]
	}
	return text
}

// OpeningWords returns the words of Opening: runs of ASCII letters and digits.
func (t *Tool) OpeningWords() []string {
	if t.facts.openingWords == nil {
		t.facts.openingWords = ProseWords(t.Opening())
	}
	return t.facts.openingWords
}

// ProseWords splits prose into lower-case words of ASCII letters and digits.
func ProseWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
}

// Explanation returns the description of the parameter in lower case, as far as
// rules read it.
func (p *Parameter) Explanation() string {
	if p.lower == "" {
		const enough = 500
		text := p.Description.Value
		p.lower = strings.ToLower(text[:min(len(text), enough)])
	}
	return p.lower
}
