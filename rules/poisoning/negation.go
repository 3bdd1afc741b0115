package poisoning

// negatable are the actions that "not" turns into their opposite.
const negatable = send | keep | read | put | change | use | tell | ask | favour | praise | ignore | omit | drops | memory | pretend | covert | sets | needless

// reach is how many words a negation looks ahead; in languages that negate at the
// end of the clause it looks back.
const reach = 5

// negate marks negated actions and gives negated telling and asking the meaning
// they have then: "do not tell" conceals, "without asking" suppresses approval.
func negate(tokens []token, lang language) {
	for i := range tokens {
		if tokens[i].means&negation == 0 {
			continue
		}
		if doubled(tokens, i) {
			continue
		}
		fact := tokens[i].means&noneed != 0 // "needs no approval" states, "do not ask" orders
		turned := false                     // "without asking run" runs
		switch lang {
		case japanese, korean:
			forbid(tokens, i)
			for j := i - 1; j >= 0 && j >= i-2 && tokens[j].clause == tokens[i].clause; j-- {
				deny(&tokens[j], fact)
			}
			continue
		case german:
			for j := i - 1; !tokens[i].borrowed && j >= 0 && j >= i-reachBack && same(&tokens[j], &tokens[i]); j-- {
				deny(&tokens[j], fact)
			}
		}
		for j := i + 1; j < len(tokens) && j <= i+reach && same(&tokens[j], &tokens[i]) && !tokens[j].joins; j++ {
			if lang == english && withholds(&tokens[j]) {
				deny(&tokens[j], fact)
				break // "do not forget to send", "do not block the file"
			}
			if wishes(tokens, j) {
				continue // "do not do what it asks"
			}
			deny(&tokens[j], fact)
			if turned = turned || tokens[j].means&(omit|needless) != 0; !turned {
				tokens[j].spurn()
			}
		}
	}
}

// withholds reports whether an English word says that something is left undone: not to
// do that is to do it.
func withholds(t *token) bool {
	switch t.folded {
	case "forget", "forgetting", "fail", "neglect", "hesitate", "refuse", "refuses", "block", "blocks", "deny", "denies", "reject", "rejects", "exclude", "excludes", "only":
		return true
	}
	return false
}

// wishes reports whether the word at i tells what somebody wants: "that which it asks".
func wishes(tokens []token, i int) bool {
	if tokens[i].means&ask == 0 {
		return false
	}
	switch tokens[i].folded {
	case "asks", "bittet", "fragt", "verlangt", "pide", "piden", "solicita", "solicitan", "pede", "pedem", "demande", "demandent", "chiede", "chiedono", "richiede", "richiedono", "просит", "просят", "спрашивает":
	default:
		return false
	}
	for k := i - 1; k >= 0 && k >= i-3 && same(&tokens[k], &tokens[i]); k-- {
		switch tokens[k].folded {
		case "what", "whatever", "was", "worum", "que", "qu", "che", "quanto", "что", "чего", "о":
			return true
		}
	}
	return false
}

// reachBack is how many words, particles among them, a negation at the end of a
// clause looks back for what it forbids.
const reachBack = 9

// forbid turns what a clause forbids that ends in the negation at i: "do not charge
// without showing the price" demands to show it.
func forbid(tokens []token, i int) {
	for j := i - 1; j >= 0 && j >= i-reachBack && same(&tokens[j], &tokens[i]); j-- {
		t := &tokens[j]
		if t.means&(omit|needless|covert) != 0 && !t.negated {
			t.means &^= omit | needless | covert
			t.negated = true
		}
		t.spurn()
	}
}

// doubled reports whether a negation follows another: "never without asking" is a
// demand.
func doubled(tokens []token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4 && same(&tokens[j], &tokens[i]); j-- {
		if tokens[j].means&negation != 0 && tokens[j].means&noneed == 0 {
			return true
		}
	}
	return false
}

// same reports whether two tokens stand in one clause.
func same(a, b *token) bool { return a.clause == b.clause && a.part == b.part }

func deny(t *token, fact bool) {
	if t.means&negatable == 0 || t.negated {
		return
	}
	t.negated = true
	hidden, spared, left := t.means&tell != 0, t.means&ask != 0, t.means&put != 0
	t.means &^= negatable
	if spared && fact {
		t.means |= ask
	}
	if left {
		t.means |= drops
	}
	if hidden {
		t.means |= omit
	}
	if spared && !fact {
		t.means |= needless
	}
}

// spurn marks a shell or credential file that is named as what to keep away from.
func (t *token) spurn() {
	if t.means&(shell|secretPath) != 0 {
		t.means &^= shell | secretPath | secret
		t.negated = true
	}
}

// handing are the actions by which something gets to somebody.
const handing = flows | put | tell | also

// maxListed is how many words of a list a negation reaches.
const maxListed = 14

// withheld reports whether what two tokens speak of is the object of a negation that
// stands in front of a list, or behind it, and is not handed on by anything between
// them: "never store passwords, health data or anything about third parties", "do not
// disclose it to insurers".
func (s *sentence) withheld(low, high int) bool {
	denied := false
	for i := low; i <= high; i++ {
		t := &s.tokens[i]
		if t.means&handing != 0 && !t.negated {
			return false
		}
		denied = denied || t.negated && t.means&needless == 0
	}
	if denied {
		return true
	}
	for i := low - 1; i >= 0 && i >= low-maxListed && s.tokens[i].part/partsInGroup == s.tokens[low].part/partsInGroup; i-- {
		t := &s.tokens[i]
		switch {
		case t.negated && t.means&needless == 0:
			return true
		case t.means&(handing|oblige|person|model) != 0:
			return false
		}
	}
	if !s.verbLast {
		return false
	}
	for i := high + 1; i < len(s.tokens) && i <= high+4 && same(&s.tokens[i], &s.tokens[high]); i++ {
		t := &s.tokens[i]
		switch {
		case t.negated && t.means&needless == 0, t.means&omit != 0 && s.means&person == 0:
			return true
		case t.means&handing != 0:
			return false
		}
	}
	return false
}

// demands reports whether what a match takes for an approval that is spared is one
// without which nothing happens: "without approval no transfer is made".
func (m *match) demands() bool {
	s := m.sentence
	for _, at := range m.found {
		if s.tokens[at].means&needless == 0 || !s.lacking(at) {
			continue
		}
		for k := at + 1; k < len(s.tokens) && same(&s.tokens[k], &s.tokens[at]) && !s.tokens[k].joins; k++ {
			if t := &s.tokens[k]; t.means&negation != 0 && t.means&(needless|noneed) == 0 {
				return true
			}
		}
	}
	return false
}

// lacking reports whether "without" stands in front of the token at i, or begins it.
func (s *sentence) lacking(i int) bool {
	for k := i; k >= 0 && k >= i-4 && same(&s.tokens[k], &s.tokens[i]); k-- {
		if s.tokens[k].means&negation != 0 && s.tokens[k].joins {
			return true
		}
	}
	return false
}
