package poisoning

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A token is a stretch of text that means something, or a word that does not.
type token struct {
	*spelling
	start, end int // bytes in the view
	means      concept
	clause     int32 // which sentence
	part       int32 // which clause of the sentence
	quoted     bool  // stands in quotation marks or backticks
	negated    bool
	joins      bool // and, but: what is denied ends here
	borrowed   bool // an English word in a text of another language
}

// A tagger turns views into tokens. It is reused from text to text, so that most
// texts cost no memory.
type tagger struct {
	vocabulary
	words    []token
	grammar  [languages]int
	lang     language                               // of the text tagged last
	script   language                               // of those of its words that stand without blanks, or english
	high     int                                    // words in use since the tagger was borrowed
	decided  [languages]int                         // texts of the listing that are surely of a language
	unspaced int                                    // words of scripts without blanks
	names    func(name string, quoted bool) concept // resolves tool-shaped names
}

// partsInGroup separates clauses at a semicolon from those at a comma: parts of
// one group differ in their lower bits only.
const partsInGroup = 64

// taggers keeps taggers from listing to listing, with the words they know.
var taggers = sync.Pool{New: func() any { return &tagger{vocabulary: vocabulary{lexicon: loadLexicon()}} }}

func borrowTagger(names func(name string, quoted bool) concept) *tagger {
	t := taggers.Get().(*tagger)
	t.names = names
	t.decided = [languages]int{}
	return t
}

// giveBack returns a tagger whose listing is judged. One that grew on a huge text
// goes to the garbage instead.
func (t *tagger) giveBack() {
	if cap(t.words) > maxWords/16 {
		return
	}
	clear(t.words[:t.high]) // they refer to the text
	t.high = 0
	t.names = nil
	taggers.Put(t)
}

// maxWords bounds one text; longer ones are judged up to here.
const maxWords = 200_000

// tag splits a text into tokens with their meanings.
func (t *tagger) tag(text string) []token {
	t.split(text)
	t.high = max(t.high, len(t.words))
	return t.settle()
}

// split finds words, addresses and paths.
func (t *tagger) split(text string) {
	t.words = t.words[:0]
	t.grammar = [languages]int{}
	t.unspaced = 0
	sentence, part := int32(0), int32(0)
	var quote byte
	quoteEnd := 0
	for i := 0; i < len(text) && len(t.words) < maxWords; {
		c := text[i]
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			i++
			continue
		case c == '\n':
			// A blank line, a list item or a line after a stop ends a sentence; a
			// wrapped line does not.
			if breaks(text, i) {
				sentence++
				part = 0
			}
			i++
			continue
		case c == '.' && dotFile(text, i):
		case c == '.' || c == '!' || c == '?':
			if i+1 >= len(text) || text[i+1] == ' ' || text[i+1] == '\n' || text[i+1] == '"' || text[i+1] == '\'' || text[i+1] == '<' || text[i+1] == ')' || c != '.' {
				if !abbreviated(text, i) {
					sentence++
					part = 0
				}
			}
			i++
			continue
		case c == ';':
			part = part&^(partsInGroup-1) + partsInGroup
			i++
			continue
		case c == ',' || c == ':' || c == '(' || c == ')':
			part++
			i++
			continue
		case c == '"' || c == '`' || c == '\'':
			if quote == 0 && i >= quoteEnd && opens(text, i) {
				if n := strings.IndexByte(text[i+1:min(len(text), i+400)], c); n > 0 {
					quote, quoteEnd = c, i+1+n
					t.literal(text, i, quoteEnd, sentence, part)
				}
			} else if i == quoteEnd {
				quote = 0
			}
			i++
			continue
		}
		if i >= quoteEnd {
			quote = 0
		}
		start := i
		if c >= 0x80 {
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case unspaced(r):
				i = t.glyphs(text, i, sentence, part)
				continue
			case r == '；':
				part = part&^(partsInGroup-1) + partsInGroup
				i += size
				continue
			case r == '。' || r == '！' || r == '？' || r == '．':
				sentence++
				part = 0
				i += size
				continue
			case r == '、' || r == '，' || r == '：' || r == '（' || r == '）' || r == '—' || r == '–' || r == '”' || r == '」' || r == '』' || r == '»':
				part++
				i += size
				continue
			case !unicode.IsLetter(r) && !unicode.IsDigit(r):
				i += size
				continue
			}
		} else if !wordStart[c] {
			i++
			continue
		}
		if end := smallEnd(text, start); end > start && quote == 0 && (end == len(text) || text[end] == ' ' || text[end] == ',' || text[end] == '\n' || text[end] == ')') {
			t.count(&token{spelling: t.spelling(text[start:end]), start: start, end: end, clause: sentence, part: part})
			i = end
			continue
		}
		i = wordEnd(text, start)
		if i == start {
			i++
			continue
		}
		t.push(text, start, i, sentence, part, quote)
	}
}

// dotFile reports whether the full stop at i begins the name of a hidden file, as
// ".env" does, or a path.
func dotFile(text string, i int) bool {
	if i > 0 && inWord(text[i-1]) || i+2 >= len(text) {
		return false
	}
	c := text[i+1]
	return c >= 'a' && c <= 'z' && text[i+2] >= 'a' && text[i+2] <= 'z' || c == '/' && inWord(text[i+2])
}

// smallEnd returns where the run of small letters ends that starts at i.
func smallEnd(text string, i int) int {
	for i < len(text) && text[i] >= 'a' && text[i] <= 'z' {
		i++
	}
	return i
}

// push adds one word-shaped stretch.
func (t *tagger) push(text string, start, end int, sentence, part int32, quote byte) {
	raw := text[start:end]
	w := token{spelling: t.spelling(raw), start: start, end: end, clause: sentence, part: part, quoted: quote != 0}
	if w.ordinary && quote == 0 {
		t.count(&w)
		return
	}
	switch w.shape {
	case address, secretPath, literal:
		w.means = w.shape
	case tool:
		w.means = t.resolve(raw, quote != 0)
	default:
		if quote != 0 || strings.IndexByte(raw, '-') > 0 {
			w.means = t.resolve(raw, quote != 0)
		}
	}
	if raw[0] == 0xd0 || raw[0] == 0xd1 {
		t.grammar[russian]++ // Cyrillic
	}
	if w.elided > 0 && t.elision(text, &w, start, end, sentence, part, quote) {
		return
	}
	if w.unknown() && w.means == 0 && w.entry == nil {
		if base, ok := strings.CutSuffix(w.folded, "'s"); ok {
			w.spelling = t.spelling(base)
		} else if strings.IndexByte(w.folded, '-') > 0 && (quote == 0 || strings.Count(w.folded, "-") < 2) {
			t.compound(text, start, end, sentence, part, quote)
			return
		}
	}
	t.count(&w)
}

// count adds a word and what it says about the language.
func (t *tagger) count(w *token) {
	w.joins = w.spelling.joins
	for g := w.grammar; g != 0; g &= g - 1 {
		t.grammar[bits.TrailingZeros16(uint16(g))]++
	}
	t.words = append(t.words, *w)
}

// conjunction reports whether a folded word joins two predicates. "Without" does:
// "do not charge without showing the price" forbids to charge.
func conjunction(word string) bool {
	switch word {
	case "and", "but", "und", "aber", "sondern", "y", "pero", "et", "mais", "e", "ed", "ma", "mas", "и", "но",
		"without", "ohne", "sin", "sans", "senza", "sem", "без":
		return true
	}
	return false
}

// elisionEnd returns where the article or pronoun ends that French and Italian write
// in front of a vowel, or 0.
func elisionEnd(folded string) uint8 {
	at := strings.IndexByte(folded, '\'')
	if at < 1 || at > 7 || at+2 >= len(folded) {
		return 0
	}
	switch folded[:at] {
	case "l", "d", "n", "s", "j", "m", "t", "c", "qu", "lorsqu", "puisqu", "jusqu", "quelqu", "dell", "all", "nell", "sull", "dall", "un", "quest", "anch", "quell", "bell", "senz":
		return uint8(at + 1)
	}
	return 0
}

// elision adds the two words of an elision. The apostrophe may be longer in the text
// than in the folded word.
func (t *tagger) elision(text string, w *token, start, end int, sentence, part int32, quote byte) bool {
	cut := end - len(w.folded) + int(w.elided)
	if cut >= end {
		return false
	}
	article := text[start : start+int(w.elided)-1]
	t.push(text, start, start+len(article), sentence, part, quote)
	if e := t.lexicon.words[strings.ToLower(article)+"'"]; e != nil {
		last := &t.words[len(t.words)-1]
		contracted := *last.spelling
		contracted.entry, contracted.asked = e, false
		t.lexicon.describe(&contracted)
		last.spelling = &contracted
	}
	t.push(text, cut, end, sentence, part, quote)
	return true
}

// compound adds the parts of a word joined by hyphens.
func (t *tagger) compound(text string, start, end int, sentence, part int32, quote byte) {
	for start < end {
		stop := start
		for stop < end && text[stop] != '-' {
			stop++
		}
		if stop > start {
			t.count(&token{spelling: t.spelling(text[start:stop]), start: start, end: stop, clause: sentence, part: part, quoted: quote != 0})
		}
		start = stop + 1
	}
}

func (t *tagger) resolve(name string, quoted bool) concept {
	if t.names == nil {
		return 0
	}
	return t.names(strings.TrimRight(name, ".-_/"), quoted)
}

// literal notes a quoted value that is no single known name.
func (t *tagger) literal(text string, start, end int, sentence, part int32) {
	t.words = append(t.words, token{spelling: &nothing, start: start, end: end + 1, means: literal, clause: sentence, part: part, quoted: true})
}

// glyphs reads a run of a script without blanks, longest entry first.
func (t *tagger) glyphs(text string, i int, sentence, part int32) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unspaced(r) {
			return i
		}
		best := 0
		var found *spelling
		for _, g := range t.lexicon.glyphs[r] {
			if n := i + len(g.text) - 1; n < len(text) && text[n] == g.text[len(g.text)-1] && strings.HasPrefix(text[i:], g.text) {
				best, found = len(g.text), g.spelling
				break
			}
		}
		switch {
		case r >= 0x3040 && r < 0x3100:
			t.grammar[japanese]++
		case r >= 0xac00:
			t.grammar[korean]++
		}
		if best == 0 {
			i += size
			continue
		}
		t.unspaced++
		t.words = append(t.words, token{spelling: found, start: i, end: i + best, clause: sentence, part: part})
		i += best
	}
	return i
}

// follows returns how many words after i match rest, or 0.
func (t *tagger) follows(i int, rest []string) int {
	if i+len(rest) >= len(t.words) {
		return 0
	}
	for k, want := range rest {
		w := &t.words[i+1+k]
		if w.clause != t.words[i].clause {
			return 0
		}
		if stem, ok := strings.CutSuffix(want, "*"); ok {
			if !strings.HasPrefix(w.folded, stem) {
				return 0
			}
		} else if want != "_" && w.folded != want {
			return 0
		}
	}
	return len(rest)
}

// lower folds a word, borrowing the string when it is lower case already.
func lower(raw string) string {
	plain := true
	for i := 0; i < len(raw); i++ {
		if c := raw[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			plain = false
			break
		}
	}
	if plain {
		return raw
	}
	return strings.ReplaceAll(strings.ToLower(raw), "’", "'")
}

var wordStart = func() (t [128]bool) {
	for c := range t {
		t[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '~' || c == '/' || c == '.' || c == '%' || c == '#'
	}
	return t
}()

// wordEnd returns where the word that starts at i ends. Addresses and paths are
// one word.
func wordEnd(text string, i int) int {
	var w wordSoFar
	w.start = i
	for i < len(text) {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_':
		case c == '\'' || c == '-' || c == '.' || c == '@' || c == '/' || c == ':' || c == '~' || c == '\\' || c == '&' || c == '?' || c == '=' || c == '%' || c == '#' || c == '+':
			if i+1 >= len(text) || !inWord(text[i+1]) || !w.glue(text, i, c) {
				if i == w.start && (c == '~' || c == '/' || c == '.') && i+1 < len(text) && inWord(text[i+1]) {
					break
				}
				return i
			}
		case c >= 0x80:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r != '’' && !unicode.IsLetter(r) && !unicode.IsMark(r) || unspaced(r) {
				return i
			}
			i += size
			continue
		default:
			return i
		}
		i++
	}
	return i
}

func inWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '/' || c == '.' || c == '~' || c == '{' || c == '$' || c == '%' || c >= 0x80
}

// A wordSoFar is a word of which the end is sought, with what it has met.
type wordSoFar struct {
	start   int
	slash   bool
	address bool // "://" stands in it
}

// glue reports whether the sign c at i joins what stands around it into one word.
func (w *wordSoFar) glue(text string, i int, c byte) bool {
	switch c {
	case '\'', '-':
		return text[i+1] != '/' && text[i+1] != '.'
	case '.':
		return i == w.start || text[i+1] != '.' || w.slash
	case '@':
		return i > w.start
	case ':':
		w.address = w.address || strings.HasPrefix(text[i:], "://")
		return w.address
	case '/', '~', '\\':
		w.slash = w.slash || c == '/'
		return c != '~' || i == w.start
	default:
		return w.address
	}
}

// breaks reports whether the line end at i ends a sentence.
func breaks(text string, i int) bool {
	j := i + 1
	for j < len(text) && (text[j] == ' ' || text[j] == '\t' || text[j] == '\r') {
		j++
	}
	if j >= len(text) {
		return true
	}
	switch c := text[j]; {
	case c == '\n', c == '-' || c == '*' || c == '#' || c == '<' || c == '|' || c == '[', c >= '0' && c <= '9', c >= 0x80:
		return true
	case c >= 'A' && c <= 'Z':
		return i > 0 && strings.IndexByte(".:!?>)", text[i-1]) >= 0 || i > 0 && text[i-1] == ' '
	}
	return i > 0 && text[i-1] == ':'
}

// abbreviated reports whether the full stop at i belongs to "e.g." or "no. 5".
func abbreviated(text string, i int) bool {
	return i >= 2 && text[i] == '.' && (text[i-2] == '.' || strings.HasSuffix(text[:i], " vs") || strings.HasSuffix(text[:i], " etc") && i+2 < len(text) && text[i+2] >= 'a')
}

// opens reports whether the quotation mark at i begins a quotation.
func opens(text string, i int) bool {
	if text[i] != '\'' {
		return true
	}
	return i == 0 || !inWord(text[i-1])
}

func isUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// isLetters reports whether s is made of ASCII letters, as most words are.
func isLetters(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
