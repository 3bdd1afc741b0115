package poisoning

import "strings"

// A match is a frame that a sentence matches.
type match struct {
	*frame
	sentence  *sentence
	found     []int // the tokens that meet its needs
	low, high int   // the first and the last of them
	mild      bool  // honest texts may say it, alone
}

// weigh counts the frames that a sentence matches. Stated is whether the sentence says
// what the tool is for.
func (c *court) weigh(s *sentence, stated bool) {
	for i, needs := range frameNeeds() {
		if s.means&needs[0] == 0 || s.means&needs[1] == 0 {
			continue
		}
		f := &frames[i]
		if f.param && !aboutParameter(c.text.Role) || f.english && c.tagger.lang != english {
			continue
		}
		found, ok := s.match(f)
		if !ok {
			continue
		}
		m := match{frame: f, sentence: s, found: found[:len(f.needs)]}
		m.low, m.high = bounds(m.found)
		if w := c.weightOfMatch(&m, stated); w >= 10 {
			if f.signal == conceals {
				m.low = s.forbidding(m.low)
			}
			c.hit(f.rule, f.signal, w, f.note, s.tokens[m.low].start, s.tokens[m.high].end)
			h := &c.hits[len(c.hits)-1]
			h.soft = f.soft() && !c.firm(&m)
			h.rests, h.mild = len(m.found), m.mild || f.rule == exfiltrationDirective
			for k, at := range m.found {
				h.words[k] = stretch{s.tokens[at].start, s.tokens[at].end}
			}
		}
	}
}

func bounds(found []int) (low, high int) {
	low, high = found[0], found[0]
	for _, at := range found[1:] {
		low, high = min(low, at), max(high, at)
	}
	return low, high
}

// weightOfMatch returns what is left of the weight of a frame where it is matched.
func (c *court) weightOfMatch(m *match, stated bool) int {
	w := m.weight
	if c.tagger.lang != english && w < strong && m.signal != overrides && !(m.signal == prefers && c.firm(m)) {
		w = w * 9 / 10 // fewer texts of other languages have been tried
	}
	w -= m.barred()
	if m.frame.job != 0 && c.purpose()&m.frame.job != 0 {
		w /= 2
	}
	w = c.whereItStands(m, w, stated)
	return c.whomItConcerns(m, w)
}

// barred returns what the rest of the sentence takes off.
func (m *match) barred() int {
	s := m.sentence
	against := (s.means | s.before&consent) & m.bar
	if s.means&(person|model) == 0 {
		against &^= tell // nobody is told
	}
	switch {
	case against&^(ask|tell) != 0:
		return 40
	case against != 0:
		return 20
	}
	return 0
}

// whereItStands lowers a weight for quotations, examples, and places where such words
// are to be expected.
func (c *court) whereItStands(m *match, w int, stated bool) int {
	s, quoted := m.sentence, true
	for _, at := range m.found {
		t := &s.tokens[at]
		quoted = quoted && t.quoted
		if t.means&secretPath != 0 && at > 0 && c.small(s, at-1) == "into" {
			w /= 2 // the file is where something is put
		}
		if m.bare && t.means&address != 0 && t.start > 0 && strings.IndexByte("`\"'", c.view.Text[t.start-1]) >= 0 {
			w = 0
		}
	}
	if quoted && s.means&(attack|consent) != 0 {
		w /= 3
	}
	if m.param && c.meaningOf(c.text.Parameter)&m.needs[0] != 0 {
		w /= 2 // the parameter is called that, for anyone to see
	}
	if !m.frame.firm && c.expected(m) {
		w /= 2
	}
	if c.carriesOff(m) {
		w /= 2
	}
	if m.listed() && !c.handed(m) {
		w /= 2
	}
	if m.signal == bills && stated && c.lookedFor(s, m.low) {
		w = 0
	}
	if m.aside && stated && s.tokens[m.low].part == 0 {
		w /= 2
	}
	return w
}

// listed reports whether a match names something and an outsider and no deed.
func (m *match) listed() bool {
	return m.signal == diverts && len(m.needs) == 2 && m.needs[0]&^stuff == 0 && m.needs[1] == third
}

// handed reports whether something in the clause of a match hands something over, or a
// preposition points at the outsider. "Registry, broker, event log" is a list.
func (c *court) handed(m *match) bool {
	s := m.sentence
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.means&(handing|copies) != 0 && t.part/partsInGroup == s.tokens[m.low].part/partsInGroup {
			return true
		}
	}
	return c.reaches(s, m.found[1])
}

// whomItConcerns lowers a weight for texts about attacks, for defence, for people other
// than the user, and for what is denied.
func (c *court) whomItConcerns(m *match, w int) int {
	if c.denies(m) {
		return 0
	}
	if c.purpose()&attack != 0 {
		w /= 3
	}
	switch m.signal {
	case overrides:
		if c.wary(m.sentence) || aboutParameter(c.text.Role) && takesOrders(c.text.Parameter) {
			w /= 3
		}
	case conceals:
		w = c.fromWhom(m, w)
	case approves:
		if c.approvedByOthers(m) {
			w /= 2
		}
		if c.withinLimit(m) {
			w /= 3
		}
	case bills:
		if c.withinLimit(m) {
			w /= 3
		}
	}
	if m.rule == instructionOverride {
		w = c.asTold(m, w)
	}
	if (m.signal == prefers || m.signal == skews) && c.ofOwnServer(m.sentence) {
		return 0
	}
	if m.needs[0] == priority {
		w = c.overWhom(m, w)
	}
	if (m.signal == harvests || m.signal == conceals) && c.briefs(m) {
		w /= 4
	}
	if m.signal == harvests && c.ofOthers(m.sentence) {
		w /= 3
	}
	if m.sentence.means&omit != 0 && c.mistaken(m) {
		w = w * 2 / 5
	}
	return w
}

// denies reports whether a sentence says that what a match finds does not happen, or
// not to the person.
func (c *court) denies(m *match) bool {
	s := m.sentence
	switch m.signal {
	case conceals:
	case approves:
		if m.needs[0] == noneed && c.another(s, m.low) {
			return true
		}
	case diverts:
		if s.denied(m.low, m.high) || s.withheld(m.low, m.high) {
			return true
		}
	default:
		if s.denied(m.low, m.high) {
			return true
		}
	}
	return m.keeps() >= 0 && c.keptFromOthers(m) || m.demands()
}

// strangers takes a name with a capital letter behind "to" or "with", in a sentence
// about handing something on, for an outsider: "sent to Castelmora Group". A name
// that the tool speaks of, and German nouns, are none.
func (c *court) strangers(s *sentence) {
	if s.means&(send|copies) == 0 || c.tagger.lang == german {
		return
	}
	for i := 1; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		w := c.word(s, i)
		if t.means != 0 || t.quoted || len(w) < 4 || w[0] < 'A' || w[0] > 'Z' || w[1] < 'a' || w[1] > 'z' {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-2; k-- {
			if towards(c.word(s, k)) {
				if !c.speaksOf(w) {
					t.means |= elsewhere
					s.means |= elsewhere
				}
				break
			}
		}
	}
}

// adjuncts takes the meaning of an outsider from a word that only says what kind of
// number or card is meant: "insurance number", "broker ids".
func (c *court) adjuncts(s *sentence) {
	if s.means&third == 0 || c.tagger.lang != english {
		return
	}
	s.means = 0
	for i := range s.tokens {
		if t := &s.tokens[i]; t.means&third != 0 && i+1 < len(s.tokens) && same(t, &s.tokens[i+1]) {
			switch c.small(s, i+1) {
			case "number", "numbers", "id", "ids", "identifier", "identifiers", "card", "cards", "policy", "policies", "code", "codes", "premium", "premiums", "status", "type", "types", "field", "fields", "column", "columns", "details":
				t.means &^= third
			}
		}
		s.means |= s.tokens[i].means
	}
}

// towards reports whether a word is a preposition that stands before who receives
// something.
func towards(word string) bool {
	switch word {
	case "to", "with", "by", "at", "a", "al", "con", "para", "à", "avec", "chez", "alla", "ad", "à la", "com", "ao":
		return true
	}
	return false
}
