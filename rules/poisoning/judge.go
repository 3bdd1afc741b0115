package poisoning

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/text"
)

// Points at which a text is reported, and reported without doubt.
const (
	likely = 50
	sure   = 80
)

// A hit is one place that speaks for poisoning.
type hit struct {
	rule       *analyzer.Rule
	signal     signal
	weight     int
	note       string
	start, end int // bytes of the decoded text
	quote      string
	kind       text.Kind         // for hides and disguises
	elsewhere  *mcp.Text         // where it stands, if not in the text of the verdict
	words      [maxNeeds]stretch // of a frame: what meets its needs
	rests      int               // how many needs it has
	soft       bool              // honest texts give this sign as well
	mild       bool              // honest texts may give this sign when they give no other
}

// A verdict is what is said about one text.
type verdict struct {
	text     *mcp.Text
	score    int
	evidence []hit // strongest first, but see weighIn
	cut      string
}

// A court reads all texts of one listing.
type court struct {
	listing  *mcp.Listing
	names    *names
	tagger   *tagger
	hits     []hit
	text     *mcp.Text
	texts    []mcp.Text // of the owner at hand
	jobKnown bool
	view     *text.View
	reading  text.Reading
	sent     sentence
	clean    map[memo]likeness // texts of this listing that no sign is in and that name no tool
	named    bool              // the text at hand names tools or parameters
	job      concept           // what the tool says it is for
	aimless  bool              // the tool at hand takes nothing and does not say what it does
	opening  string            // its name and the opening of its description, folded

	promiseKnown bool
	promise      bool // the owner at hand says that it only reads

	editsKnown bool
	edit       bool // the owner at hand changes rules, prompts, rooms or sessions

	scriptKnown bool
	foreign     bool // the owner at hand writes in a script that has letters like Latin ones

	experience *experience
	seen       []int32 // by the number of a word: the turn of the sentence that had it last
	turn       int32
	here       likeness        // of the text at hand
	watch      func(*sentence) // sees what is compared, for those who learn from it
}

// A memo is a text by which it is recognized when it comes again.
type memo struct {
	role  mcp.Role
	value string
}

// maxRemembered bounds the texts kept to be recognized when they come again, as
// the same parameter of many tools.
const maxRemembered = 512

// judge reads every text of a listing and returns what is worth reporting. Abroad
// are the names of the tools of all servers in the file.
func judge(l *mcp.Listing, abroad map[string]bool) []verdict {
	return newCourt(l, abroad).all()
}

// courts keeps the memory of courts from listing to listing.
var courts = sync.Pool{New: func() any {
	e := loadExperience()
	return &court{experience: e, seen: make([]int32, len(e.words)), names: newNames(), clean: map[memo]likeness{}}
}}

func newCourt(l *mcp.Listing, abroad map[string]bool) *court {
	c := courts.Get().(*court)
	c.listing = l
	c.names.index(l, abroad)
	c.tagger = borrowTagger(func(name string, quoted bool) concept {
		m := c.names.resolve(name, quoted)
		c.named = c.named || m != 0
		return m
	})
	return c
}

// all judges every owner of the listing.
func (c *court) all() []verdict {
	defer c.close()
	l := c.listing
	var out []verdict
	for from := 0; from < len(l.Texts); {
		to := from + 1
		for to < len(l.Texts) && sameOwner(&l.Texts[from], &l.Texts[to]) {
			to++
		}
		out = append(out, c.owner(l.Texts[from:to])...)
		from = to
	}
	return out
}

// maxKept bounds the entries of what goes from listing to listing.
const maxKept = 2048

// maxTurn is when the counting of sentences begins anew: in other memory, so that no
// word seems to have been seen.
const maxTurn = 1 << 30

// close ends the session. What it leaves to the next one refers to no text.
func (c *court) close() {
	c.tagger.giveBack()
	if len(c.clean) > maxKept || cap(c.hits) > maxKept || !c.names.forget() || c.turn > maxTurn {
		return
	}
	clear(c.clean)
	clear(c.hits[:cap(c.hits)])
	courts.Put(&court{experience: c.experience, seen: c.seen, turn: c.turn, names: c.names, clean: c.clean, hits: c.hits})
}

func sameOwner(a, b *mcp.Text) bool { return a.Tool == b.Tool && a.Owner == b.Owner }

// owner judges the texts of one tool, prompt or resource together: an attack may
// be spread over them.
func (c *court) owner(texts []mcp.Text) []verdict {
	c.names.enter(texts)
	c.job, c.jobKnown, c.texts, c.scriptKnown, c.promiseKnown, c.editsKnown = 0, false, texts, false, false, false
	texts = pieces(texts)
	var found []verdict
	alike := unlike
	for i := range texts {
		if v := c.read(&texts[i]); len(v.evidence) > 0 {
			found = append(found, v)
		}
		alike.join(c.here)
	}
	if alike.doubts() {
		reconsider(found)
	}
	return c.weighIn(&alike, combine(found))
}

// A text of any length is judged in pieces, so that no order hides behind a budget.
// Pieces overlap: an order that a cut goes through stands whole in the next one.
const (
	maxPiece = 256 << 10 // bytes; fewer words than one text may have
	overlap  = 4 << 10
)

// pieces cuts the texts that are too long for one reading.
func pieces(texts []mcp.Text) []mcp.Text {
	if !slices.ContainsFunc(texts, func(t mcp.Text) bool { return len(t.Value) > maxPiece }) {
		return texts
	}
	var all []mcp.Text
	for _, t := range texts {
		whole, start := t.String, 0
		for len(whole.Value)-start > maxPiece {
			end := runeStart(whole.Value, start+maxPiece)
			t.String = whole.Slice(start, end)
			all = append(all, t)
			start = wordStartIn(whole.Value, end-overlap, end)
		}
		if start > 0 {
			t.String = whole.Slice(start, len(whole.Value))
		}
		all = append(all, t)
	}
	return all
}

// wordStartIn returns where the first word begins between two offsets, or the first
// character.
func wordStartIn(s string, from, to int) int {
	if blank := strings.IndexByte(s[from:to], ' '); blank >= 0 {
		return from + blank + 1
	}
	return runeStart(s, from)
}

// runeStart returns the start of the character at i, if the text is well-formed.
func runeStart(s string, i int) int {
	for back := 0; back < utf8.UTFMax && i-back > 0 && i < len(s); back++ {
		if utf8.RuneStart(s[i-back]) {
			return i - back
		}
	}
	return i
}

// combine lets weak signs in several texts of one owner add up: one verdict then
// stands at the strongest of them.
func combine(found []verdict) []verdict {
	var out []verdict
	best, total := -1, 0
	var seen [signals]int
	for i := range found {
		if found[i].score >= likely {
			out = append(out, found[i])
			continue
		}
		for _, h := range found[i].evidence {
			if h.weight > seen[h.signal] {
				total += h.weight - seen[h.signal]
				seen[h.signal] = h.weight
			}
		}
		if best < 0 || found[i].score > found[best].score {
			best = i
		}
	}
	if len(out) == 0 && best >= 0 {
		v := found[best]
		if spread := found[best].score + (total-found[best].score)/2; spread >= likely {
			v.score = spread
		}
		out = append(out, v)
	}
	return out
}

// read judges one text.
func (c *court) read(t *mcp.Text) verdict {
	c.text, c.hits, c.here = t, c.hits[:0], unlike
	if identifier(t.Role) && len(t.Value) < 4 {
		return verdict{text: t}
	}
	if identifier(t.Role) && len(t.Value) < text.MinEncoded && isWord(t.Value) {
		c.place(t)
		return c.verdict(t, "")
	}
	mayRecur := t.Parameter != "" && len(t.Value) < maxRemembered && !identifier(t.Role)
	if mayRecur {
		if known, ok := c.clean[memo{t.Role, t.Value}]; ok {
			c.here = known
			c.here.text = t
			return verdict{text: t}
		}
	}
	r := &c.reading
	if text.Plain(t.Value) {
		*r = text.Reading{View: text.View{Text: t.Value}}
	} else {
		*r = text.Read(t.Value)
		c.tricks(r)
	}
	c.view = &r.View
	c.named = false
	c.look(&r.View)
	for i := range r.Inner {
		c.view = &r.Inner[i]
		before := len(c.hits)
		c.look(&r.Inner[i])
		for k := before; k < len(c.hits); k++ {
			c.hits[k].weight += 20 // nobody encodes an order by accident
		}
	}
	c.place(t)
	if len(c.hits) == 0 && !c.named && mayRecur {
		c.clean[memo{t.Role, t.Value}] = c.here
	}
	return c.verdict(t, r.Cut)
}

// look judges one view of a text.
func (c *court) look(v *text.View) {
	if identifier(c.text.Role) && (isWord(v.Text) || !strings.ContainsAny(v.Text, " _")) {
		return // a name is no sentence; place reads long ones
	}
	c.markers(v.Text)
	c.broken(v.Text)
	tokens := c.tagger.tag(v.Text)
	sentences(tokens, c.tagger.lang, &c.sent, func() { c.sentence(&c.sent) })
}

// isWord reports whether s is made of letters, digits and underscores and names no
// place of credentials.
func isWord(s string) bool {
	for i := range len(s) {
		if c := s[i]; c|0x20 < 'a' || c|0x20 > 'z' {
			if c != '_' && !isDigit(c) {
				return false
			}
		}
	}
	return !isSecretPath(s)
}

// sentence weighs one sentence.
func (c *court) sentence(s *sentence) {
	s.param = aboutParameter(c.text.Role)
	stated := s.index == 0 && c.text.Role == mcp.RoleDescription && s.means&(oblige|model) == 0
	c.strangers(s)
	c.adjuncts(s)
	c.refuse(s)
	c.demand(s)
	if s.means&gate() != 0 {
		c.weigh(s, stated)
	}
	c.harm(s)
	c.says(s)
	c.ordering(s)
	c.compare(s)
}

// hit records a sign at a part of the current view.
func (c *court) hit(rule *analyzer.Rule, sig signal, weight int, note string, start, end int) {
	back := c.view.Back(start, end)
	c.hits = append(c.hits, hit{rule: rule, signal: sig, weight: weight, note: note, start: back.Start, end: back.End, quote: c.view.Text[start:min(end, len(c.view.Text))]})
}

// verdict counts every signal once, at its strongest.
func (c *court) verdict(t *mcp.Text, cut string) verdict {
	v := verdict{text: t, cut: cut}
	if len(c.hits) == 0 {
		return v
	}
	var best [signals]int
	for i := range best {
		best[i] = -1
	}
	for i := range c.hits {
		s := c.hits[i].signal
		if best[s] < 0 || c.hits[i].outweighs(&c.hits[best[s]]) {
			best[s] = i
		}
	}
	for _, i := range best {
		if i >= 0 {
			v.evidence = append(v.evidence, c.hits[i])
		}
	}
	for i := 1; i < len(v.evidence); i++ {
		for j := i; j > 0 && v.evidence[j].weight > v.evidence[j-1].weight; j-- {
			v.evidence[j], v.evidence[j-1] = v.evidence[j-1], v.evidence[j]
		}
	}
	for i := range v.evidence {
		if !repeats(v.evidence[:i], &v.evidence[i]) {
			v.score += v.evidence[i].weight
		}
	}
	return v
}

// outweighs reports whether a sign counts for more than another of its signal.
func (h *hit) outweighs(other *hit) bool {
	return h.weight > other.weight || h.weight == other.weight && other.soft && !h.soft
}

// repeats reports whether a sign rests on the words of a stronger one: it is not
// independent of it then.
func repeats(stronger []hit, h *hit) bool {
	for i := range stronger {
		s := &stronger[i]
		if h.rests > 0 && s.rests > 0 && covered(h.words[:h.rests], s.words[:s.rests]) {
			return true
		}
		if s.kind == 0 && h.kind == 0 && 2*(min(s.end, h.end)-max(s.start, h.start)) > max(s.end-s.start, h.end-h.start) {
			return true
		}
	}
	return false
}

// A stretch is a part of a view.
type stretch struct{ start, end int }

// covered reports whether each of some stretches lies within one of others.
func covered(some, others []stretch) bool {
	for _, w := range some {
		if !slices.ContainsFunc(others, func(o stretch) bool { return o.start <= w.start && w.end <= o.end }) {
			return false
		}
	}
	return true
}

// aboutParameter reports whether texts of the role say what to put into one
// parameter.
func aboutParameter(r mcp.Role) bool {
	return r == mcp.RoleParameterDescription || r == mcp.RoleParameterTitle || r == mcp.RoleSchemaComment ||
		r == mcp.RoleUnknownKeyword || r == mcp.RolePromptArgument || r == mcp.RoleDefault || r == mcp.RoleExample
}

func identifier(r mcp.Role) bool { return r <= mcp.RoleEnum }

// splitName splits an identifier into lower-case words.
func splitName(name string) []string {
	var words []string
	start := 0
	flush := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(name[start:end]))
		}
	}
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c == '_' || c == '-' || c == '.' || c == ' ' || c == '/':
			flush(i)
			start = i + 1
		case i > start && c >= 'A' && c <= 'Z' && name[i-1] >= 'a' && name[i-1] <= 'z':
			flush(i)
			start = i
		}
	}
	flush(len(name))
	return words
}
