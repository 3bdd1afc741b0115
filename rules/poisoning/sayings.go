package poisoning

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// englishSayings returns the English sayings that may begin with a word in small letters.
func englishSayings(word string) (all []*saying) {
	for _, said := range phrasebooks[english]().sayings[firstRunes(word)] {
		if said.steps[0].has(word) {
			all = append(all, said)
		}
	}
	return all
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
	book := phrasebooks[lang]()
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.means&literal != 0:
		case lang == english:
			for _, said := range t.sayings {
				c.weighSaying(s, i, said)
			}
		default:
			w := firstWord(c.small(s, i))
			for _, said := range book.sayings[openingOfWord(lang, w)] {
				if said.steps[0].has(w) {
					c.weighSaying(s, i, said)
				}
			}
		}
	}
}

// firstWord returns the first word of a phrase, up to a blank or an elision.
func firstWord(phrase string) string {
	if at := strings.IndexAny(phrase, " '’"); at > 0 {
		return phrase[:at]
	}
	return phrase
}

// weighSaying weighs a saying of which the first word stands at token i.
func (c *court) weighSaying(s *sentence, i int, said *saying) {
	t := &s.tokens[i]
	if t.negated && (!said.denied || c.tagger.lang == english) {
		return
	}
	if last := c.walk(s, i, said); last >= 0 && !c.demanded(s, i) && (said.blunt || !c.prevents(s, said, i, last)) {
		c.utter(s, said, c.weightOfSaying(s, said, i, last), t.start, max(t.end, s.tokens[last].end))
	}
}

// walk follows the steps of a saying from its first word and returns where it ends,
// or -1.
func (c *court) walk(s *sentence, at int, said *saying) int {
	for k := 1; k < len(said.steps); k++ {
		step, next := &said.steps[k], -1
		for j := at + 1; j < len(s.tokens) && j <= at+1+step.gap; j++ {
			if t := &s.tokens[j]; t.means&literal == 0 && (step.has(c.small(s, j)) || step.address && t.means&address != 0) {
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
		return first > 0 && s.tokens[first-1].means&negation != 0 || c.guards(s) // "no charge without"
	}
	return !said.denied && slices.ContainsFunc(s.tokens[first:last+1], func(t token) bool { return t.negated }) || c.guards(s)
}

// guards reports whether a sentence says how something is prevented. It takes the whole
// sentence, and so it is worked out once.
func (c *court) guards(s *sentence) bool {
	return s.guard.once(func() bool { return c.speaksOfDefence(s) })
}

func (c *court) speaksOfDefence(s *sentence) bool {
	if c.tagger.lang == english {
		return c.defends(s)
	}
	defence := &phrasebooks[c.tagger.lang]().defence
	for i := range s.tokens {
		if defence.has(c.small(s, i)) {
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
	var from, to int // what is forbidden to be done without
	for i := 0; i < len(said); {
		first, size := utf8.DecodeRuneInString(said[i:])
		if !book.firsts.mayHold(first) {
			i += size
			continue
		}
		for _, p := range book.sayings[said[i:i+size]] {
			n := p.steps[0].at(said[i:])
			if n == 0 {
				continue
			}
			last := walkText(said, i+n, p.steps[1:])
			if last < 0 || !p.denied && book.denies(lang, said, i+size, last) {
				continue
			}
			if !known {
				prevented, known = containsAny(said, book.defence.words...), true
				from, to = c.demandedIn(s)
			}
			if p.denied && start+i < to && start+last > from {
				continue
			}
			if !prevented || p.blunt {
				c.utter(s, p, p.weight, start+i, start+last)
			}
		}
		i += size
	}
}

// denies reports whether the clause around a part of a text denies it: in front in
// Chinese, behind in Japanese and Korean.
func (b *phrasebook) denies(lang language, text string, start, end int) bool {
	if lang == chinese {
		clause := text[max(0, start-maxClause):start]
		return containsAny(clause[strings.LastIndexAny(clause, clauseMarks)+1:], b.denial...)
	}
	clause := text[end:min(len(text), end+maxClause)]
	if at := strings.IndexAny(clause, clauseMarks); at >= 0 {
		clause = clause[:at]
	}
	for _, w := range b.demand {
		clause, _, _ = strings.Cut(clause, w)
	}
	return containsAny(clause, b.denial...)
}

// maxClause is how much of a clause is read for words that deny it, in bytes.
const maxClause = 480

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
	for _, stop := range [...]string{"。", "！", "？", "!", "?", "\n", ". "} {
		if at := strings.LastIndex(before, stop); at >= 0 {
			before = before[at+len(stop):]
		}
	}
	behind := text[end:runeStart(text, min(len(text), end+maxBeyond))]
	if at := strings.IndexAny(behind, "。！？!?\n."); at >= 0 {
		behind = behind[:at]
	}
	return start - len(before), end + len(behind)
}

// walkText goes through steps in a text from a place on and returns where the last one
// ends, or -1.
func walkText(text string, at int, steps []step) int {
	for k := range steps {
		step, next := &steps[k], -1
		for gap := 0; gap <= step.gap && at < len(text); gap++ {
			if n := step.at(text[at:]); n > 0 {
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
func (c *court) utter(s *sentence, said *saying, weight, start, end int) {
	if job := c.purpose(); job&attack != 0 {
		weight /= 3
	} else if job&said.job != 0 {
		weight /= 2
	}
	if said.rule == instructionOverride && c.tagger.lang != english && c.edits() {
		weight /= 4 // it tells what becomes of old rules
	}
	if said.signal == overrides && c.ofOthers(s) {
		weight /= 3
	}
	if said.signal == prefers && c.ofOwnServer(s) {
		return
	}
	c.hit(said.rule, said.signal, weight, said.note, start, end)
}
