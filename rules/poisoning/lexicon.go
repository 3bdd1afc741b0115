package poisoning

import (
	"embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed lexicon/*.txt
var lexiconFiles embed.FS

// A language is the index of a lexicon.
type language uint8

// The languages, in the order of their files' names. English first: it counts in
// every text, since tool text mixes it into everything.
const (
	english language = iota
	german
	spanish
	french
	italian
	japanese
	korean
	portuguese
	russian
	chinese
	languages
)

var languageFiles = [languages]string{"en", "de", "es", "fr", "it", "ja", "ko", "pt", "ru", "zh"}

// A sense is what an entry means in one language.
type sense struct {
	language language
	concepts concept
	grammar  bool     // a function word: it tells the language of a text
	rest     []string // further words of a phrase
}

// A lexicon maps words to meanings.
type lexicon struct {
	words  map[string][]sense // folded first word
	stems  map[string][]stem  // first stemRunes runes of words that are matched by their beginning
	glyphs map[rune][]glyph   // entries of scripts without blanks, by first rune
}

type stem struct {
	prefix string
	sense
}

type glyph struct {
	text string
	sense
}

// stemRunes is how much of a word finds its stems. Shorter stems are a mistake in
// the data; a test says so.
const stemRunes = 3

// loadLexicon reads the embedded files on first use.
var loadLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: make(map[string][]sense, 8192), stems: map[string][]stem{}, glyphs: map[rune][]glyph{}}
	for lang, name := range languageFiles {
		text, err := lexiconFiles.ReadFile("lexicon/" + name + ".txt")
		if err != nil {
			panic("poisoning: lexicon " + name + " is not built in") // cannot happen: the files are embedded
		}
		l.parse(language(lang), string(text))
	}
	return l
})

// parse reads one file: lines of "concept: entry, entry". An entry is a word, a
// phrase, a beginning ("ignor*") or, in English, a regular verb ("send~" stands
// for its forms, "log~~" doubles the last letter). "grammar" lists function words.
func (l *lexicon) parse(lang language, text string) {
	for line := range strings.Lines(text) {
		name, entries, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		meaning := sense{language: lang, concepts: conceptNames[name], grammar: name == "grammar"}
		for entry := range strings.SplitSeq(entries, ",") {
			if entry = strings.TrimSpace(entry); entry != "" {
				l.add(entry, meaning)
			}
		}
	}
}

func (l *lexicon) add(entry string, meaning sense) {
	if r, _ := utf8.DecodeRuneInString(entry); unspaced(r) {
		l.glyphs[r] = append(l.glyphs[r], glyph{entry, meaning})
		return
	}
	head, rest, phrase := strings.Cut(entry, " ")
	if phrase {
		meaning.rest = strings.Fields(rest)
	}
	if strings.HasSuffix(head, "*") {
		prefix := strings.TrimSuffix(head, "*")
		key := firstRunes(prefix)
		l.stems[key] = append(l.stems[key], stem{prefix, meaning})
		return
	}
	for _, form := range forms(head) {
		l.words[form] = append(l.words[form], meaning)
	}
}

// forms returns the inflected forms of an entry marked as a regular verb.
func forms(word string) []string {
	base := strings.TrimRight(word, "~")
	switch len(word) - len(base) {
	case 0:
		return []string{word}
	case 2:
		last := base[len(base)-1:]
		return []string{base, base + "s", base + last + "ed", base + last + "ing"}
	}
	switch n := len(base); {
	case strings.HasSuffix(base, "e"):
		return []string{base, base + "s", base + "d", base[:n-1] + "ing"}
	case strings.HasSuffix(base, "y") && !strings.ContainsAny(base[n-2:n-1], "aeiou"):
		return []string{base, base[:n-1] + "ies", base[:n-1] + "ied", base + "ing"}
	case strings.HasSuffix(base, "s") || strings.HasSuffix(base, "sh") || strings.HasSuffix(base, "ch") || strings.HasSuffix(base, "x") || strings.HasSuffix(base, "ss"):
		return []string{base, base + "es", base + "ed", base + "ing"}
	}
	return []string{base, base + "s", base + "ed", base + "ing"}
}

// unspaced reports whether r is of a script that writes no blanks between words.
func unspaced(r rune) bool {
	return r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r == 'ー')
}

// firstRunes returns the part of a word that finds its stems, "" when it is too
// short to have any.
func firstRunes(word string) string {
	n := 0
	for i := range word {
		if n == stemRunes {
			return word[:i]
		}
		n++
	}
	if n == stemRunes {
		return word
	}
	return ""
}
