package poisoning

import (
	_ "embed"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// Frames know what an order looks like. Beside them stands what a sentence has in
// common with examples: testdata/poisoning holds tools, honest and poisoned, and
// weights.txt what each word and meaning speaks for there. It is a linear model:
// the traits of a sentence are added up, nothing else.

//go:embed weights.txt
var weightsFile string

// experience is what the examples teach: how much each trait of a sentence speaks
// for poisoning, in hundredths.
type experience struct {
	words  map[string]weight
	means  [64]int32 // by the bit of a concept
	denied [64]int32 // the same for what is negated
	places [sites]int32
}

// A weight is that of a word, and its number among the words.
type weight struct {
	number int32
	points int32
}

// A site is where a text stands, as far as it matters for what is usual there.
type site uint8

// The sites.
const (
	elsewhereInTool site = iota
	inDescription
	inParameter
	sites
)

var siteNames = [sites]string{"elsewhere", "description", "parameter"}

func siteOf(r mcp.Role) site {
	switch {
	case r == mcp.RoleDescription:
		return inDescription
	case aboutParameter(r) || r == mcp.RoleOutputSchema:
		return inParameter
	}
	return elsewhereInTool
}

// loadExperience reads weights.txt on first use.
var loadExperience = sync.OnceValue(func() *experience { return parseExperience(weightsFile) })

// parseExperience reads lines of "kind name points".
func parseExperience(file string) *experience {
	e := &experience{words: make(map[string]weight, strings.Count(file, "\n"))}
	named := conceptNames()
	for line := range strings.Lines(file) {
		kind, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		name, number, _ := strings.Cut(rest, " ")
		points, err := strconv.Atoi(number)
		bit := bits.TrailingZeros64(uint64(named[name]))
		if err != nil || bit == 64 && (kind == "means" || kind == "denied") {
			continue // a comment, or a meaning that is no more
		}
		switch kind {
		case "word":
			e.words[name] = weight{int32(len(e.words)), int32(points)}
		case "means":
			e.means[bit] = int32(points)
		case "denied":
			e.denied[bit] = int32(points)
		case "place":
			e.places[slices.Index(siteNames[:], name)] = int32(points)
		}
	}
	return e
}

// Limits of what is compared.
const (
	stemLength  = 8  // runes of a word that count, so that its forms are one
	longestWord = 40 // bytes; longer tokens are paths, addresses and quotations
	fewest      = 20 // a sentence of fewer traits says less, not more
)

// firstUnspaced is the first byte of U+3000: from there on stand the scripts without
// small letters.
const firstUnspaced = 0xe3

// stemOf returns the part of a word, or of the first word of a phrase, that counts,
// in small letters.
func stemOf(word string, buffer *[longestWord]byte) []byte {
	n := 0
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			first, _, _ := strings.Cut(word, " ")
			if c < firstUnspaced {
				first = strings.ToLower(first)
			}
			return append(buffer[:0], firstOf(first, stemLength)...)
		}
		if c == ' ' || n == stemLength {
			break
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buffer[n] = c
		n++
	}
	return buffer[:n]
}

// firstOf returns the first n runes of s.
func firstOf(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// compared reports whether sentences of texts of the role are compared.
func compared(r mcp.Role) bool { return r != mcp.RoleName && r != mcp.RoleURI }

// traits calls yield for every word of a sentence that counts and returns what the
// sentence means, and what of that is negated.
func (c *court) traits(s *sentence, yield func(t *token)) (means, denied concept) {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.end-t.start <= longestWord && startsWord(c.view.Text[t.start:]) {
			yield(t)
		}
		if t.negated {
			denied |= t.means
		} else {
			means |= t.means
		}
	}
	return means, denied
}

// startsWord reports whether s begins with a letter.
func startsWord(s string) bool {
	if b := s[0]; b < utf8.RuneSelf {
		return b|0x20 >= 'a' && b|0x20 <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// A likeness is how much the sentences of one owner resemble poisoned examples: the
// sentence that does most.
type likeness struct {
	sentences  int
	points     int // hundredths
	text       *mcp.Text
	start, end int // bytes of the decoded text
	quote      string
}

// unlike is the likeness before any sentence.
var unlike = likeness{points: math.MinInt32}

// join takes what another text adds.
func (l *likeness) join(other likeness) {
	sentences := l.sentences + other.sentences
	if other.points > l.points {
		*l = other
	}
	l.sentences = sentences
}

// compare weighs one sentence against the examples.
func (c *court) compare(s *sentence) {
	if len(s.tokens) < 2 || !compared(c.text.Role) {
		return
	}
	if c.watch != nil {
		c.watch(s)
	}
	if c.ofOthers(s) {
		return // it repeats the words of an attack
	}
	e := c.experience
	c.turn++
	sum, n := e.places[siteOf(c.text.Role)], 1
	means, denied := c.traits(s, func(t *token) {
		w, ok := c.weightOf(t)
		if !ok || c.seen[w.number] == c.turn {
			return
		}
		c.seen[w.number] = c.turn
		sum += w.points
		n++
	})
	sum += total(&e.means, means) + total(&e.denied, denied)
	n += bits.OnesCount64(uint64(means)) + bits.OnesCount64(uint64(denied))
	points := int(float64(sum) / math.Sqrt(float64(max(n, fewest))))
	c.here.sentences++
	if points > c.here.points {
		start, end := s.tokens[0].start, s.tokens[len(s.tokens)-1].end
		back := c.view.Back(start, end)
		c.here.points, c.here.text, c.here.start, c.here.end, c.here.quote = points, c.text, back.Start, back.End, c.view.Text[start:end]
	}
}

// weightOf returns what a word speaks for by the examples.
func (c *court) weightOf(t *token) (weight, bool) {
	if t.whole() {
		return t.trait, t.weighs
	}
	var buffer [longestWord]byte
	w, ok := c.experience.words[string(stemOf(c.view.Text[t.start:t.end], &buffer))]
	return w, ok
}

// whole reports whether the token is just the word whose spelling is known, no part of
// it and no phrase.
func (t *token) whole() bool { return int(t.length) == t.end-t.start }

// total adds the points of meanings.
func total(points *[64]int32, means concept) (sum int32) {
	for m := uint64(means); m != 0; m &= m - 1 {
		sum += points[bits.TrailingZeros64(m)]
	}
	return sum
}

// How a likeness counts, in points of a verdict for hundredths of likeness.
const (
	slope     = 45
	threshold = 550
	usual     = 6 // sentences
	most      = 60

	doubtful = 400 // a likeness below it speaks against a soft sign
	doubt    = 15
)

// beyondChance is a likeness less what is to be expected: a tool that says much has
// more chances to say something odd.
func (l *likeness) beyondChance() int {
	return l.points - int(100*math.Log(float64(l.sentences)/usual))
}

// counts returns what a likeness adds to a verdict.
func (l *likeness) counts() int {
	if l.sentences == 0 {
		return 0
	}
	return max(0, min(most, slope*(l.beyondChance()-threshold)/100))
}

// doubts reports whether nothing in the texts resembles the examples.
func (l *likeness) doubts() bool { return l.sentences > 0 && l.points < doubtful }

// reconsider lowers the verdicts on an owner of whom there are no signs but such that
// honest texts give as well.
func reconsider(found []verdict) {
	for i := range found {
		if slices.ContainsFunc(found[i].evidence, func(h hit) bool { return !h.soft }) {
			return
		}
	}
	for i := range found {
		found[i].score -= doubt
	}
}

// weighIn lets the likeness count for what was found in the texts of an owner. It
// stands as a verdict of its own where nothing else was found. A sign that says what
// is wrong explains a finding better and stays in front of it, unless it is a weak one.
func (c *court) weighIn(l *likeness, found []verdict) []verdict {
	points := l.counts()
	if points == 0 {
		return found
	}
	sign := hit{rule: suspiciousToolText, signal: resembles, weight: points, note: c.telling(l.quote), start: l.start, end: l.end, quote: l.quote, elsewhere: l.text}
	best := 0
	for i := range found {
		if found[i].score > found[best].score {
			best = i
		}
	}
	if len(found) == 0 {
		found = append(found, verdict{text: l.text})
	}
	v := &found[best]
	v.score += points
	at := 0
	for at < len(v.evidence) && v.evidence[at].weight >= likely/2 {
		at++
	}
	v.evidence = slices.Insert(v.evidence, at, sign)
	return found
}

// shown is how many words of a sentence are named as those that tell most.
const shown = 3

// telling says which words of a sentence make it look like a poisoned one.
func (c *court) telling(quote string) string {
	type teller struct {
		at, points int
		word       string
	}
	var tellers []teller
	told := map[string]bool{}
	var buffer [longestWord]byte
	for i, word := range strings.FieldsFunc(quote, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		lowered := strings.ToLower(word)
		if len(word) > longestWord || told[lowered] {
			continue
		}
		known := c.tagger.lexicon.words[lowered]
		if known != nil && known.grammar != 0 {
			continue // a function word says nothing to a person
		}
		points := int(c.experience.words[string(stemOf(word, &buffer))].points + total(&c.experience.means, c.tagger.lexicon.meaning(lowered)))
		if points > 0 && len(word) > 3 {
			tellers = append(tellers, teller{i, points, word})
			told[lowered] = true
		}
	}
	slices.SortStableFunc(tellers, func(a, b teller) int { return b.points - a.points })
	tellers = tellers[:min(shown, len(tellers))]
	slices.SortFunc(tellers, func(a, b teller) int { return a.at - b.at })
	note := "reads like poisoned texts"
	for i, t := range tellers {
		switch {
		case i == 0:
			note += ", most of all by "
		case i == len(tellers)-1:
			note += " and "
		default:
			note += ", "
		}
		note += strconv.Quote(t.word)
	}
	return note
}
