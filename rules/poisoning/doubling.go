package poisoning

import "strings"

// "Never send it without the user's knowledge" demands to tell: what is forbidden to be
// left out is no omission.

// spared are the meanings that a forbidden "without" loses.
const spared = omit | needless | covert

// demand takes the meaning of hiding and of sparing a question from what a sentence
// forbids to do without.
func (c *court) demand(s *sentence) {
	if s.means&spared == 0 {
		return
	}
	if c.tagger.lang.unspaced() {
		if from, to := c.demandedIn(s); from < to {
			for i := range s.tokens {
				if t := &s.tokens[i]; t.end > from && t.start < to {
					t.grant()
				}
			}
		}
	} else {
		for i := range s.tokens {
			if !c.demanded(s, i) {
				continue
			}
			for k := i; k < len(s.tokens) && same(&s.tokens[k], &s.tokens[i]) && (k == i || !s.tokens[k].joins); k++ {
				s.tokens[k].grant()
			}
		}
	}
	s.means = 0
	for i := range s.tokens {
		s.means |= s.tokens[i].means
	}
}

// grant takes from a token that something is hidden or spared.
func (t *token) grant() {
	if t.means&spared != 0 {
		t.means &^= spared
		t.negated = true
	}
}

// maxDoubled is how many words stand between "never" and "without".
const maxDoubled = 6

// demanded reports whether the word at i means without and is itself forbidden.
func (c *court) demanded(s *sentence, i int) bool {
	t := &s.tokens[i]
	if c.tagger.lang == russian && i > 1 && c.small(s, i) == "не" && !same(&s.tokens[i-1], t) {
		return i+1 < len(s.tokens) && gerund(c.small(s, i+1)) && c.forbidden(s, i-1)
	}
	if !(t.joins && t.means&negation != 0 || c.unknowing(s, i)) {
		return false
	}
	return i > 0 && (same(&s.tokens[i-1], t) || c.tagger.lang == german && s.tokens[i-1].part/partsInGroup == t.part/partsInGroup) && c.forbidden(s, i-1)
}

// forbidden reports whether a negation that is no "without" stands at i or a few words
// in front of it, and nothing joins another order to it.
func (c *court) forbidden(s *sentence, i int) bool {
	for k := i; k >= 0 && k > i-maxDoubled && same(&s.tokens[k], &s.tokens[i]); k-- {
		t := &s.tokens[k]
		if w := c.small(s, k); t.joins || w == "e" || w == "o" && c.tagger.lang != portuguese || w == "oder" || w == "ou" || w == "или" || w == "or" {
			return false
		}
		if t.means&negation != 0 && t.means&noneed == 0 {
			return true
		}
	}
	return false
}

// unknowing reports whether "à l'insu", "all'insaputa", "behind the back of" or secrecy
// begins at i.
func (c *court) unknowing(s *sentence, i int) bool {
	switch firstWord(c.small(s, i)) {
	case "тайком", "втайне", "heimlich":
		return true
	case "à", "all", "a", "de", "di", "hinter", "dans":
		start := s.tokens[i].start
		return containsAny(lower(firstOf(c.view.Text[start:s.tokens[len(s.tokens)-1].end], 24)), "insu ", "insu d", "insaputa", "espaldas de", "escondidas de", "rücken de", "nascosto", "dos d")
	}
	return false
}

// gerund reports whether a Russian word ends like one that says what came before:
// "having told".
func gerund(word string) bool {
	return strings.HasSuffix(word, "ив") || strings.HasSuffix(word, "ав") || strings.HasSuffix(word, "ев") || strings.HasSuffix(word, "вшись")
}

// demandedIn returns which part of a sentence of a script without blanks says without
// what something must not be done, as bytes of the view.
func (c *court) demandedIn(s *sentence) (from, to int) {
	start, end := c.bounds(s)
	said := c.view.Text[start:end]
	w := &without[c.tagger.lang]
	for _, lacks := range w.lacks {
		at := strings.Index(said, lacks)
		if at < 0 {
			continue
		}
		front, rest := said[:at], said[at+len(lacks):]
		clause := strings.LastIndexAny(front, clauseMarks)
		if clause >= 0 {
			front = front[clause:]
		} else {
			clause = 0
		}
		if stop := strings.IndexAny(rest, clauseMarks); stop >= 0 {
			rest = rest[:stop]
		}
		if c.tagger.lang == chinese {
			if lacks == "瞒着" {
				front += "在"
			}
			if forbids := lastOf(front, w.forbids...); forbids >= 0 {
				return start + clause + forbids, start + at + len(lacks)
			}
		} else if firstAmong(rest, w.forbids...) > 3 {
			return start + clause, start + at + len(lacks)
		}
	}
	return 0, 0
}

// without are, by language, the words that say what something is done without, and
// those that forbid it: in front in Chinese, behind in Japanese and Korean.
var without = [languages]struct{ lacks, forbids []string }{
	chinese: {
		[]string{"的情况下", "的前提下", "瞒着"},
		[]string{"不要在", "绝不在", "不得在", "切勿在", "请勿在", "勿在", "不能在", "不可在", "不会在", "不应在", "禁止在", "严禁在", "从不在", "不允许在", "绝不会在"},
	},
	japanese: {
		[]string{"ないまま", "ずに", "ことなく", "なしに", "なしで", "ないうちに", "得ず", "黙って", "内緒で"},
		[]string{"はいけません", "はいけない", "はならない", "はなりません", "はだめ", "ないでください", "ないで下さい", "ないこと", "ません", "しない", "禁止"},
	},
	korean: {
		[]string{"않은 채", "않고", "없이", "모르게", "몰래", "않은 상태"},
		[]string{"지 마", "지 말", "면 안", "서는 안", "지 않", "금지"},
	},
}
