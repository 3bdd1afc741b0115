package poisoning

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
)

// A saying is a wrong that texts put into much the same words: steps in this order,
// each near the one before. Sentences of defence, unless it is blunt, and what is negated
// say nothing.
type saying struct {
	rule   *analyzer.Rule
	signal signal
	weight int
	job    concept // a tool whose job is one of these is expected to say so
	blunt  bool    // holds in sentences of defence as well
	denied bool    // denies something itself: its words may be negated
	note   string
	steps  []step
}

// A step is one of some words, at most gap words behind the step before, or gap
// characters in scripts without blanks. A word that ends in "*" is a beginning, one that
// begins with "*" as well a part of a word, and "@" any address.
type step struct {
	gap   int
	words []string
}

// A phrasebook holds the sayings of a language by how their first words begin.
type phrasebook struct {
	sayings map[string][]*saying // in the order of the file
	defence []string             // words of sentences that say how something is prevented
	denial  []string             // in scripts without blanks: words that deny their clause
	demand  []string             // and those in which they demand: "must not fail to"
}

//go:embed sayings/*.txt
var sayingFiles embed.FS

// phrasebooks are read one by one, each when the first text of its language is judged.
var phrasebooks = func() (all [languages]func() *phrasebook) {
	for lang := range languages {
		all[lang] = sync.OnceValue(func() *phrasebook { return loadPhrasebook(lang) })
	}
	return all
}()

func loadPhrasebook(lang language) *phrasebook {
	text, err := sayingFiles.ReadFile("sayings/" + languageFiles[lang] + ".txt")
	if err == nil {
		var book *phrasebook
		if book, err = parseSayings(lang, string(text)); err == nil {
			return book
		}
	}
	panic("poisoning: " + err.Error()) // cannot happen: the files are embedded and a test reads each
}

// parseSayings reads one file of sayings. A heading names the rule, the signal with its
// weight, the marks of sayings (blunt, denied, job), and what people are told:
//
//	conceal-from-user, conceals 50, blunt: keeps something from the person
//
// Below it, indented, stands a saying a line: its steps, as words with "/" between them,
// and in front of a step how many others may stand before it. Words that come again
// and again have a name, and "defence" are words of sentences in which only blunt sayings
// hold. In words of scripts without blanks "·" is a blank, for Korean:
//
//	user = user/users/person
//	  hide/keep this/it ..2 from ..1 <user>
func parseSayings(lang language, text string) (*phrasebook, error) {
	book := &phrasebook{sayings: map[string][]*saying{}}
	named := map[string][]string{}
	var heading saying
	number := 0
	for line := range strings.Lines(text) {
		number++
		name, words, defines := strings.Cut(line, " = ")
		var err error
		switch {
		case strings.TrimSpace(line) == "" || line[0] == '#':
		case line[0] == ' ':
			said := heading
			if said.steps, err = parseSteps(line, named); err == nil {
				book.add(lang, &said)
			}
		case defines:
			named[name], err = parseWords(strings.TrimSpace(words), named)
		default:
			heading, err = parseHeading(strings.TrimSpace(line))
		}
		if err != nil {
			return nil, fmt.Errorf("sayings of %s, line %d: %w", languageFiles[lang], number, err)
		}
	}
	book.defence, book.denial, book.demand = named["defence"], named["denial"], named["demand"]
	return book, nil
}

func parseHeading(line string) (s saying, err error) {
	head, note, _ := strings.Cut(line, ": ")
	marks := strings.Split(head, ", ")
	for _, r := range textRules {
		if r.Name == marks[0] {
			s.rule = r
		}
	}
	if s.rule == nil || len(marks) < 2 || note == "" {
		return s, fmt.Errorf("%q is no heading", line)
	}
	s.note = note
	name, weight, _ := strings.Cut(marks[1], " ")
	s.signal = signalNamed(name)
	if s.weight, err = strconv.Atoi(weight); err != nil || s.signal == signals {
		return s, fmt.Errorf("%q is no signal with a weight", marks[1])
	}
	for _, mark := range marks[2:] {
		job, isJob := strings.CutPrefix(mark, "job ")
		switch {
		case mark == "blunt":
			s.blunt = true
		case mark == "denied":
			s.denied = true
		case isJob && conceptNames()[job] != 0:
			s.job = conceptNames()[job]
		default:
			return s, fmt.Errorf("%q marks nothing", mark)
		}
	}
	return s, nil
}

// signalNamed returns the signal of a heading, or signals for none.
func signalNamed(name string) signal {
	switch name {
	case "overrides":
		return overrides
	case "conceals":
		return conceals
	case "approves":
		return approves
	case "diverts":
		return diverts
	case "harvests":
		return harvests
	case "steals":
		return steals
	case "skews":
		return skews
	case "deceives":
		return deceives
	case "prefers":
		return prefers
	case "commands":
		return commands
	case "tampers":
		return tampers
	case "redirects":
		return redirects
	case "claims":
		return claims
	case "bills":
		return bills
	case "implants":
		return implants
	}
	return signals
}

func parseSteps(line string, named map[string][]string) (steps []step, err error) {
	gap := 0
	for field := range strings.FieldsSeq(line) {
		if number, isGap := strings.CutPrefix(field, ".."); isGap {
			if gap, err = strconv.Atoi(number); err != nil {
				return nil, err
			}
			continue
		}
		words, err := parseWords(field, named)
		if err != nil {
			return nil, err
		}
		steps = append(steps, step{gap, words})
		gap = 0
	}
	return steps, nil
}

func parseWords(text string, named map[string][]string) (words []string, err error) {
	for word := range strings.SplitSeq(text, "/") {
		if name, isName := strings.CutPrefix(word, "<"); isName {
			known := named[strings.TrimSuffix(name, ">")]
			if known == nil {
				return nil, fmt.Errorf("%s is not defined", word)
			}
			words = append(words, known...)
			continue
		}
		if strings.Trim(word, "*") == "" || strings.ContainsAny(word, "<>= ") {
			return nil, fmt.Errorf("%q is no word", word)
		}
		words = append(words, strings.ReplaceAll(word, "·", " "))
	}
	return words, nil
}

// add files a saying under every beginning that its first step has.
func (b *phrasebook) add(lang language, s *saying) {
	for _, w := range s.steps[0].words {
		key := openingOfWord(lang, strings.TrimSuffix(w, "*"))
		if list := b.sayings[key]; len(list) == 0 || list[len(list)-1] != s {
			b.sayings[key] = append(list, s)
		}
	}
}

// openingOfWord returns what finds the sayings that begin with a word: its first three
// letters, and in scripts without blanks its first character.
func openingOfWord(lang language, word string) string {
	if lang.unspaced() {
		_, size := utf8.DecodeRuneInString(word)
		return word[:size]
	}
	if key := firstRunes(word); key != "" {
		return key
	}
	return word
}

// unspaced reports whether sayings of a language are sought character by character.
// Korean has blanks, but its endings stick to the words.
func (l language) unspaced() bool { return l == chinese || l == japanese || l == korean }

// beginsSaying reports whether an English saying may begin with a word in small letters.
func beginsSaying(word string) bool {
	for _, said := range phrasebooks[english]().sayings[firstRunes(word)] {
		if among(word, said.steps[0].words) {
			return true
		}
	}
	return false
}

// says weighs the sayings that a sentence holds.
func (c *court) says(s *sentence) {
	if script := c.tagger.script; script != english {
		c.saysUnspaced(s, script)
	}
	lang := c.tagger.lang
	if lang.unspaced() {
		return
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.means&literal != 0 || lang == english && (!t.begins || t.negated) {
			continue
		}
		w, _, _ := strings.Cut(c.small(s, i), " ")
		for _, said := range phrasebooks[lang]().sayings[openingOfWord(lang, w)] {
			if t.negated && !said.denied || !among(w, said.steps[0].words) {
				continue
			}
			if last := c.walk(s, i, said); last >= 0 && (said.blunt || !c.prevents(s, said, i, last)) {
				c.utter(said, c.weightOfSaying(s, said, i, last), t.start, max(t.end, s.tokens[last].end))
			}
		}
	}
}

// walk follows the steps of a saying from its first word and returns where it ends,
// or -1.
func (c *court) walk(s *sentence, at int, said *saying) int {
	for _, step := range said.steps[1:] {
		next := -1
		for j := at + 1; j < len(s.tokens) && j <= at+1+step.gap; j++ {
			if t := &s.tokens[j]; t.means&literal == 0 && (among(c.small(s, j), step.words) || t.means&address != 0 && step.words[0] == "@") {
				next = j
				break
			}
		}
		if next < 0 {
			return -1
		}
		at = next
	}
	return at
}

// prevents reports whether a sentence says how something is prevented, or denies the
// words of a saying between two tokens.
func (c *court) prevents(s *sentence, said *saying, first, last int) bool {
	if c.tagger.lang == english {
		return c.defends(s)
	}
	defence := phrasebooks[c.tagger.lang]().defence
	for i := range s.tokens {
		if !said.denied && s.tokens[i].negated && i >= first && i <= last || among(c.small(s, i), defence) {
			return true
		}
	}
	return false
}

// among reports whether a word, or the first of a phrase, is one of some.
func among(word string, all []string) bool {
	word, _, _ = strings.Cut(word, " ")
	for _, w := range all {
		stem, isStem := strings.CutSuffix(w, "*")
		part, isPart := strings.CutPrefix(stem, "*")
		switch {
		case isPart && strings.Contains(word, part), isStem && strings.HasPrefix(word, stem), w == word:
			return true
		}
	}
	return false
}

// saysUnspaced weighs the sayings of a script without blanks. Their words stand
// anywhere in the text of the sentence, whatever the lexicon knows of it.
func (c *court) saysUnspaced(s *sentence, lang language) {
	book := phrasebooks[lang]()
	start, end := c.bounds(s)
	said := lower(c.view.Text[start:end])
	if len(said) != end-start {
		return // letters that change their length with their case
	}
	prevented, known := false, false
	for i := 0; i < len(said); {
		_, size := utf8.DecodeRuneInString(said[i:])
		for _, p := range book.sayings[said[i:i+size]] {
			n := stepAt(said[i:], p.steps[0].words)
			if n == 0 {
				continue
			}
			last := walkText(said, i+n, p.steps[1:])
			if last < 0 || !p.denied && book.denies(lang, said, i+size, last) {
				continue
			}
			if !known {
				prevented, known = containsAny(said, book.defence...), true
			}
			if !prevented || p.blunt {
				c.utter(p, p.weight, start+i, start+last)
			}
		}
		i += size
	}
}

// denies reports whether the clause around a part of a text denies it: in front in
// Chinese, behind in Japanese and Korean.
func (b *phrasebook) denies(lang language, text string, start, end int) bool {
	if lang == chinese {
		clause := text[:start]
		return containsAny(clause[strings.LastIndexAny(clause, clauseMarks)+1:], b.denial...)
	}
	clause := text[end:]
	if at := strings.IndexAny(clause, clauseMarks); at >= 0 {
		clause = clause[:at]
	}
	for _, w := range b.demand {
		clause, _, _ = strings.Cut(clause, w)
	}
	return containsAny(clause, b.denial...)
}

// clauseMarks separate clauses in scripts without blanks.
const clauseMarks = ",;:，、；："

// maxBeyond bounds how far a sentence goes on before and behind the words that the
// lexicon knows.
const maxBeyond = 240

// bounds returns where the text of a sentence begins and ends.
func (c *court) bounds(s *sentence) (start, end int) {
	text := c.view.Text
	start, end = s.tokens[0].start, s.tokens[len(s.tokens)-1].end
	before := text[runeStart(text, max(0, start-maxBeyond)):start]
	for _, stop := range [...]string{"。", "！", "？", "\n", ". "} {
		if at := strings.LastIndex(before, stop); at >= 0 {
			before = before[at+len(stop):]
		}
	}
	behind := text[end:runeStart(text, min(len(text), end+maxBeyond))]
	if at := strings.IndexAny(behind, "。！？\n."); at >= 0 {
		behind = behind[:at]
	}
	return start - len(before), end + len(behind)
}

// walkText goes through steps in a text from a place on and returns where the last one
// ends, or -1.
func walkText(text string, at int, steps []step) int {
	for _, step := range steps {
		next := -1
		for gap := 0; gap <= step.gap && at < len(text); gap++ {
			if n := stepAt(text[at:], step.words); n > 0 {
				next = at + n
				break
			}
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
		if next < 0 {
			return -1
		}
		at = next
	}
	return at
}

// stepAt returns the length of the longest word with which a text begins, or 0.
func stepAt(text string, words []string) (longest int) {
	for _, w := range words {
		if len(w) > longest && strings.HasPrefix(text, w) {
			longest = len(w)
		}
	}
	return longest
}

// weightOfSaying returns what is left of the weight of a saying between two tokens.
func (c *court) weightOfSaying(s *sentence, said *saying, first, last int) int {
	weight := said.weight
	if s.tokens[first].quoted && s.means&(attack|consent) != 0 || first >= 3 && s.tokens[first-3].means&attack != 0 {
		weight /= 3 // an example, or what somebody "may try to" do
	}
	if said.signal == conceals && c.namesOthers(s, first, last) {
		weight = weight * 3 / 4
	}
	return weight
}

// utter records that a saying stands at a part of the current view.
func (c *court) utter(said *saying, weight, start, end int) {
	if job := c.purpose(); job&attack != 0 {
		weight /= 3
	} else if job&said.job != 0 {
		weight /= 2
	}
	if said.rule == instructionOverride && c.tagger.lang != english && c.edits() {
		weight /= 4 // it tells what becomes of old rules
	}
	c.hit(said.rule, said.signal, weight, said.note, start, end)
}
