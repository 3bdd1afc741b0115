package poisoning

import (
	"cmp"
	"embed"
	"iter"
	"slices"
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
	grammar  bool // a function word: it tells the language of a text
}

// A phrase is a sense that needs further words behind the first.
type phrase struct {
	second string
	rest   []string // from the second on; "_" is any word, "w*" any that begins so
	sense
}

func newPhrase(words string, meaning sense) phrase {
	rest := strings.Fields(words)
	return phrase{rest[0], rest, meaning}
}

// An entry is everything a first word can mean: at most one sense a language, and
// phrases, those whose second word is fixed in the order of that word.
type entry struct {
	word    string
	second  bool        // comes second in some phrase
	grammar languageSet // those of which it is a function word
	senses  []sense
	phrases []phrase
	loose   []phrase // phrases whose second word is not fixed
}

// add merges a meaning into the entry.
func (e *entry) add(s sense) {
	for i := range e.senses {
		if e.senses[i].language == s.language {
			e.senses[i].concepts |= s.concepts
			e.senses[i].grammar = e.senses[i].grammar || s.grammar
			return
		}
	}
	e.senses = append(e.senses, s)
}

// firstPhrase returns the index of the first phrase whose second word is not below
// the given one.
func (e *entry) firstPhrase(second string) int {
	low, high := 0, len(e.phrases)
	for low < high {
		if middle := (low + high) / 2; e.phrases[middle].second < second {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func (e *entry) addPhrase(p phrase) {
	if p.second == "_" || strings.HasSuffix(p.second, "*") {
		e.loose = append(e.loose, p)
		return
	}
	e.phrases = append(e.phrases, p)
}

// A lexicon maps words to meanings.
type lexicon struct {
	words  map[string]*entry // by folded first word
	stems  map[string][]stem // words that are matched by their beginning, by its first stemRunes runes
	glyphs map[rune][]glyph  // entries of scripts without blanks, by first rune, longest first

	// While building:
	seconds []string          // words that come second in a phrase
	texts   map[string]*entry // entries of scripts without blanks
}

type stem struct {
	prefix   string
	language language
	entry    *entry
}

type glyph struct {
	text     string
	spelling *spelling
}

// stemRunes is how much of a word finds its stems. Shorter stems are a mistake in
// the data; a test says so.
const stemRunes = 3

// loadLexicon reads the embedded files on first use.
var loadLexicon = sync.OnceValue(buildLexicon)

func buildLexicon() *lexicon {
	l := &lexicon{words: make(map[string]*entry, 16384), stems: make(map[string][]stem, 4096), glyphs: make(map[rune][]glyph, 512), texts: make(map[string]*entry, 8192)}
	for lang, name := range languageFiles {
		text, err := lexiconFiles.ReadFile("lexicon/" + name + ".txt")
		if err != nil {
			panic("poisoning: lexicon " + name + " is not built in") // cannot happen: the files are embedded
		}
		l.parse(language(lang), string(text))
	}
	for _, second := range l.seconds {
		l.entry(second).second = true
	}
	for _, all := range l.glyphs {
		slices.SortStableFunc(all, func(a, b glyph) int { return cmp.Compare(len(b.text), len(a.text)) })
	}
	l.seconds, l.texts = nil, nil
	for _, e := range l.words {
		for i := range e.senses {
			if e.senses[i].grammar {
				e.grammar |= 1 << e.senses[i].language
			}
		}
		if len(e.phrases) > 1 {
			slices.SortStableFunc(e.phrases, func(a, b phrase) int { return strings.Compare(a.second, b.second) })
		}
	}
	return l
}

// parse reads one file: lines of "concept: entry, entry". An entry is a word, a
// phrase, a beginning ("ignor*") or, in English, a regular verb ("send~" stands
// for its forms, "log~~" doubles the last letter). In phrases "_" stands for any
// word. "grammar" lists function words.
func (l *lexicon) parse(lang language, text string) {
	for line := range strings.Lines(text) {
		name, entries, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		meaning := sense{language: lang, concepts: conceptNames()[name], grammar: name == "grammar"}
		for entry := range strings.SplitSeq(entries, ",") {
			if entry = strings.TrimSpace(entry); entry != "" {
				l.add(entry, meaning)
			}
		}
	}
}

func (l *lexicon) add(text string, meaning sense) {
	if r, _ := utf8.DecodeRuneInString(text); unspaced(r) {
		l.glyph(r, text).add(meaning)
		return
	}
	head, rest, isPhrase := strings.Cut(text, " ")
	if prefix, isStem := strings.CutSuffix(head, "*"); isStem {
		e := l.stem(meaning.language, prefix)
		if isPhrase {
			e.addPhrase(newPhrase(rest, meaning))
		} else {
			e.add(meaning)
		}
		return
	}
	for _, form := range forms(head) {
		e := l.entry(form)
		if isPhrase {
			p := newPhrase(rest, meaning)
			e.addPhrase(p)
			l.seconds = append(l.seconds, p.second)
		} else {
			e.add(meaning)
		}
	}
}

// entry returns the entry of a first word, made if need be.
func (l *lexicon) entry(word string) *entry {
	e := l.words[word]
	if e == nil {
		e = &entry{word: word}
		l.words[word] = e
	}
	return e
}

// glyph returns the entry for a text of a script without blanks.
func (l *lexicon) glyph(first rune, text string) *entry {
	e := l.texts[text]
	if e == nil {
		e = &entry{}
		l.texts[text] = e
		l.glyphs[first] = append(l.glyphs[first], glyph{text, &spelling{entry: e}})
	}
	return e
}

// stem returns the entry for a beginning.
func (l *lexicon) stem(lang language, prefix string) *entry {
	key := firstRunes(prefix)
	for _, s := range l.stems[key] {
		if s.language == lang && s.prefix == prefix {
			return s.entry
		}
	}
	e := &entry{}
	l.stems[key] = append(l.stems[key], stem{prefix, lang, e})
	return e
}

// stemmed yields the entries of all beginnings that a word has in a language.
func (l *lexicon) stemmed(lang language, folded string) iter.Seq[*entry] {
	return func(yield func(*entry) bool) {
		key := firstRunes(folded)
		if key == "" {
			return
		}
		for _, s := range l.stems[key] {
			if s.language == lang && strings.HasPrefix(folded, s.prefix) && !yield(s.entry) {
				return
			}
		}
	}
}

// knownIn returns the languages in which a word means something by itself.
func (l *lexicon) knownIn(s *spelling) (known languageSet) {
	if s.entry != nil {
		for i := range s.entry.senses {
			if sense := &s.entry.senses[i]; sense.concepts != 0 {
				known |= 1 << sense.language
			}
		}
	}
	if s.unknown() {
		for _, stem := range l.stems[firstRunes(s.folded)] {
			if strings.HasPrefix(s.folded, stem.prefix) {
				known |= 1 << stem.language
			}
		}
	}
	return known
}

// describe notes what a word means in an English text and the languages of which it is
// a function word.
func (l *lexicon) describe(s *spelling) {
	s.english, s.leads, s.grammar = 0, nil, 0
	if s.entry != nil {
		s.grammar = s.entry.grammar
	}
	s.addEnglish(s.entry)
	if s.stemmed() {
		for e := range l.stemmed(english, s.folded) {
			s.addEnglish(e)
		}
	}
}

func (s *spelling) addEnglish(e *entry) {
	if e == nil {
		return
	}
	s.english |= e.in(english)
	for i := range e.phrases {
		if e.phrases[i].language == english {
			s.leadsTo().add(digestOf(e.phrases[i].second))
		}
	}
	for i := range e.loose {
		if e.loose[i].language == english {
			*s.leadsTo() = followerSet{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)} // any word
		}
	}
}

// minCompound is the length from which a German word is tried as a compound.
const minCompound = 9

// compound returns the entry of the longest known German word that ends a
// compound, or nil.
func (l *lexicon) compound(folded string) *entry {
	for i := 3; i+4 <= len(folded); i++ {
		if folded[i]&0xc0 == 0x80 {
			continue
		}
		if e := l.words[folded[i:]]; e != nil && e.in(german) != 0 {
			return e
		}
		for e := range l.stemmed(german, folded[i:]) {
			return e
		}
	}
	return nil
}

// in returns what the word alone means in a language.
func (e *entry) in(lang language) concept {
	for i := range e.senses {
		if e.senses[i].language == lang {
			return e.senses[i].concepts
		}
	}
	return 0
}

// has reports whether a language knows the word by itself.
func (e *entry) has(lang language) bool {
	for i := range e.senses {
		if e.senses[i].language == lang {
			return true
		}
	}
	return false
}

// meaning returns what a single word means in any language.
func (l *lexicon) meaning(word string) concept {
	var m concept
	if e := l.words[word]; e != nil {
		for i := range e.senses {
			m |= e.senses[i].concepts
		}
	}
	return m
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
	return r >= 0x4e00 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 || r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r == 'ー')
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
