package poisoning

// A sentence is the tokens of one sentence and all their meanings.
type sentence struct {
	tokens []token
	means  concept
	index  int // from 0 within its text

	before   concept // what the sentence in front of it means
	next     concept // what the sentence behind it means
	param    bool    // the text is about a parameter
	verbLast bool    // the language puts the verb behind what it acts on
	english  bool    // in other languages the words themselves say what is denied

	guard  answered // whether it says how something is prevented
	others answered // whether its instructions are somebody else's
	own    answered // whether it speaks of the server's own tools
}

// An answered is what was found out about a sentence, which many signs may ask.
type answered uint8

const (
	unasked answered = iota
	yes
	no
)

// once returns the answer, found out the first time.
func (a *answered) once(ask func() bool) bool {
	if *a == unasked {
		if *a = no; ask() {
			*a = yes
		}
	}
	return *a == yes
}

// sentences calls yield for every sentence that means anything. The sentence is good
// until yield returns.
func sentences(tokens []token, lang language, s *sentence, yield func()) {
	verbLast := lang == german || lang == japanese || lang == korean
	var last concept
	for i := 0; i < len(tokens); {
		*s = sentence{before: last, index: int(tokens[i].clause), verbLast: verbLast, english: lang == english}
		j := i
		for ; j < len(tokens) && tokens[j].clause == tokens[i].clause; j++ {
			s.means |= tokens[j].means
		}
		s.tokens = tokens[i:j]
		for k := j; k < len(tokens) && tokens[k].clause == tokens[j].clause; k++ {
			s.next |= tokens[k].means
		}
		if s.means != 0 {
			yield()
		}
		last = s.means
		i = j
	}
}

// meets reports whether meanings hold one of each need.
func meets(means concept, needs []concept) bool {
	for _, n := range needs {
		if means&n == 0 {
			return false
		}
	}
	return true
}

// maxNeeds is the longest list of needs of a frame.
const maxNeeds = 4

// match finds the tokens that meet the needs of a frame, or none.
func (s *sentence) match(f *frame) (found [maxNeeds]int, ok bool) {
	if !meets(s.means, f.needs) {
		return found, false
	}
	for i := range s.tokens {
		if s.tokens[i].means&f.needs[0] == 0 || f.plain && s.tokens[i].negated || f.denied && s.english && !s.tokens[i].negated {
			continue
		}
		found[0] = i
		if s.complete(f, &found) && (!f.close || s.together(found[:len(f.needs)], 1)) && (!f.group || s.together(found[:len(f.needs)], partsInGroup)) && (!f.ordered || s.verbLast || rising(found[:len(f.needs)])) && (!f.leads || s.verbLast || leading(found[:len(f.needs)])) {
			return found, true
		}
	}
	return found, false
}

// complete adds the nearest tokens that meet the other needs.
func (s *sentence) complete(f *frame, found *[maxNeeds]int) bool {
	low, high := found[0], found[0]
	for k := 1; k < len(f.needs); k++ {
		at := s.nearest(f.needs[k], found[:k], low, high, f.within)
		if at < 0 {
			return false
		}
		found[k] = at
		low, high = min(low, at), max(high, at)
	}
	return high-low <= f.within
}

// nearest finds the token nearest to low..high that means any of want and is not
// taken.
func (s *sentence) nearest(want concept, taken []int, low, high, within int) int {
	for d := 0; d <= within; d++ {
		for _, at := range [2]int{high + d, low - d} {
			if at >= 0 && at < len(s.tokens) && s.tokens[at].means&want != 0 && !holds(taken, at) {
				return at
			}
		}
	}
	for at := low + 1; at < high; at++ {
		if s.tokens[at].means&want != 0 && !holds(taken, at) {
			return at
		}
	}
	return -1
}

func holds(taken []int, at int) bool {
	for _, t := range taken {
		if t == at {
			return true
		}
	}
	return false
}

// together reports whether the tokens stand in one clause, or in one group of
// clauses, of the given size.
func (s *sentence) together(found []int, size int32) bool {
	for _, at := range found[1:] {
		if s.tokens[at].part/size != s.tokens[found[0]].part/size {
			return false
		}
	}
	return true
}

// rising reports whether the tokens stand in the order given.
func rising(found []int) bool {
	for i := 1; i < len(found); i++ {
		if found[i] < found[i-1] {
			return false
		}
	}
	return true
}

// leading reports whether the first token stands in front of the others.
func leading(found []int) bool {
	for _, at := range found[1:] {
		if at < found[0] {
			return false
		}
	}
	return true
}

// denied reports whether an action between two tokens is negated.
func (s *sentence) denied(low, high int) bool {
	for i := max(0, low-2); i <= high; i++ {
		if s.tokens[i].negated && s.tokens[i].means&(omit|needless) == 0 && s.tokens[i].part == s.tokens[low].part {
			return true
		}
	}
	return false
}
