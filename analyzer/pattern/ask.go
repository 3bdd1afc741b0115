package pattern

import "strings"

// edges are what a node can begin and end with, and whether it can match nothing.
type edges struct {
	first, last set
	nullable    bool
}

// walkEdges computes the edges of a node; meet is called for every pair of
// characters sets that can stand next to each other inside it, nil for none.
func walkEdges(n *node, meet func(left, right set)) edges {
	switch n.op {
	case opSet, opBack:
		return edges{n.set, n.set, n.op == opBack}
	case opSequence:
		whole := edges{nullable: true}
		for _, c := range n.children {
			e := walkEdges(c, meet)
			if meet != nil {
				meet(whole.last, e.first)
			}
			if whole.nullable {
				whole.first = whole.first.or(e.first)
			}
			if e.nullable {
				whole.last = whole.last.or(e.last)
			} else {
				whole.last = e.last
			}
			whole.nullable = whole.nullable && e.nullable
		}
		return whole
	case opChoice:
		var whole edges
		for _, c := range n.children {
			e := walkEdges(c, meet)
			whole.first, whole.last = whole.first.or(e.first), whole.last.or(e.last)
			whole.nullable = whole.nullable || e.nullable
		}
		return whole
	case opRepeat:
		e := walkEdges(n.children[0], meet)
		if meet != nil && n.max != 0 && n.max != 1 {
			meet(e.last, e.first)
		}
		e.nullable = e.nullable || n.min == 0
		return e
	}
	return edges{nullable: true}
}

// alphabet returns every character that the node can consume.
func alphabet(n *node) set {
	if n.op == opSet || n.op == opBack {
		return n.set
	}
	var s set
	if n.op == opLook {
		return s
	}
	for _, c := range n.children {
		s = s.or(alphabet(c))
	}
	return s
}

// An atom is one step of a way through a pattern.
type atom struct {
	set      set
	repeated bool // any number of characters of the set
	anchor   op   // opStart, opEnd or opEmpty
}

// maxWays bounds how many ways through a pattern are looked at.
const maxWays = 128

// ways lists the ways through a node, or nothing when there are too many.
func ways(n *node) ([][]atom, bool) {
	switch n.op {
	case opSet:
		return [][]atom{{{set: n.set}}}, true
	case opBack:
		return [][]atom{{{set: n.set, repeated: true}}}, true
	case opStart, opEnd:
		return [][]atom{{{anchor: n.op}}}, true
	case opChoice:
		var found [][]atom
		for _, c := range n.children {
			w, ok := ways(c)
			if !ok || len(found)+len(w) > maxWays {
				return nil, false
			}
			found = append(found, w...)
		}
		return found, true
	case opSequence:
		found := [][]atom{nil}
		for _, c := range n.children {
			w, ok := ways(c)
			if !ok || len(found)*len(w) > maxWays {
				return nil, false
			}
			found = product(found, w)
		}
		return found, true
	case opRepeat:
		if n.min == 0 && n.max == 1 {
			w, ok := ways(n.children[0])
			return append(w, nil), ok
		}
		if n.min == 1 && n.max == 1 {
			return ways(n.children[0])
		}
		return repetition(n), true
	}
	return [][]atom{nil}, true
}

// repetition describes a repeated node by what it begins with, what it consumes and,
// when it always ends in one character, that character: ([a-z]+\.)* is either nothing
// or letters and dots up to a dot.
func repetition(n *node) [][]atom {
	child := n.children[0]
	e := walkEdges(child, nil)
	run := atom{set: alphabet(child), repeated: true}
	if e.nullable {
		return [][]atom{{run}}
	}
	way := []atom{{set: e.first}, run}
	if _, short := one(child); !short && e.last.literal() >= 0 {
		way = append(way, atom{set: e.last})
	}
	if n.min == 0 {
		return [][]atom{way, nil}
	}
	return [][]atom{way}
}

func product(heads, tails [][]atom) [][]atom {
	if len(tails) == 1 {
		for i := range heads {
			heads[i] = append(heads[i], tails[0]...)
		}
		return heads
	}
	found := make([][]atom, 0, len(heads)*len(tails))
	for _, h := range heads {
		for _, t := range tails {
			found = append(found, append(append(make([]atom, 0, len(h)+len(t)), h...), t...))
		}
	}
	return found
}

// FixesHost reports whether every URL that the pattern lets through leads to a host
// that the pattern names, or to a name below a domain that it names; a value that
// can be no URL at all counts too.
func (p *Pattern) FixesHost() bool { return p.every(wayFixesURL) }

// FixesName reports the same of bare host names.
func (p *Pattern) FixesName() bool {
	return p.every(func(way []atom) bool {
		way, ok := anchored(way)
		if !ok {
			return false
		}
		fixed, rest := fixedHost(way)
		return fixed && (len(rest) == 0 || rest[0].set.literal() == ':' && !anyHas(rest, "@./"))
	})
}

func (p *Pattern) every(ok func([]atom) bool) bool {
	found, complete := ways(p.root)
	if !complete || len(found) == 0 {
		return false
	}
	for _, w := range found {
		if !ok(w) {
			return false
		}
	}
	return true
}

// anchored takes off both anchors, and reports false when one is missing.
func anchored(way []atom) ([]atom, bool) {
	if len(way) < 2 || way[0].anchor != opStart || way[len(way)-1].anchor != opEnd {
		return nil, false
	}
	return way[1 : len(way)-1], true
}

func anyHas(way []atom, chars string) bool {
	for _, a := range way {
		if a.set.hasAny(chars) {
			return true
		}
	}
	return false
}

// wayFixesURL decides one way through a pattern for URLs.
func wayFixesURL(way []atom) bool {
	if len(way) == 0 || way[0].anchor != opStart {
		return false
	}
	if inner, ok := anchored(way); ok && !anyHas(inner, ":/\\.") {
		return true // an identifier
	}
	prefix, rest := literalPrefix(way[1:])
	scheme, after, ok := strings.Cut(prefix, "://")
	if !ok {
		return relative(prefix, rest)
	}
	if strings.ContainsAny(scheme, "/?#") {
		return relative(prefix, rest)
	}
	tail := make([]atom, 0, len(after)+len(rest))
	for _, r := range after {
		tail = append(tail, atom{set: single(r)})
	}
	fixed, rest := fixedHost(append(tail, rest...))
	if !fixed || len(rest) == 0 {
		return false
	}
	if rest[0].anchor == opEnd {
		return true
	}
	switch rest[0].set.literal() {
	case '/', '?', '#', '\\':
		return true
	case ':':
		return portOnly(rest[1:])
	}
	return false
}

// portOnly reports whether no @ can follow before the path begins, which would make
// what looked like a host the user name.
func portOnly(way []atom) bool {
	for _, a := range way {
		if a.anchor == opEnd {
			return true
		}
		if a.set.has('@') {
			return false
		}
		if l := a.set.literal(); !a.repeated && (l == '/' || l == '?' || l == '#') {
			return true
		}
	}
	return false
}

// literalPrefix returns the fixed characters that a way begins with.
func literalPrefix(way []atom) (string, []atom) {
	var b strings.Builder
	for i, a := range way {
		l := a.set.literal()
		if a.anchor != opEmpty || a.repeated || l < 0 {
			return b.String(), way[i:]
		}
		b.WriteRune(l)
	}
	return b.String(), nil
}

// relative reports whether a way begins like a path on a host that is known: with
// one slash.
func relative(prefix string, rest []atom) bool {
	if len(prefix) == 0 || prefix[0] != '/' {
		return false
	}
	if len(prefix) > 1 {
		return prefix[1] != '/' && prefix[1] != '\\'
	}
	return len(rest) > 0 && (rest[0].anchor == opEnd || !rest[0].set.hasAny("/\\") && !(rest[0].repeated && len(rest) > 1 && rest[1].set.hasAny("/\\")))
}

// fixedHost reads a host and reports whether it is fixed, by being written out or
// by ending in a dot and a domain of at least two labels. The rest is what follows.
func fixedHost(way []atom) (bool, []atom) {
	tail, open := "", false
	for i, a := range way {
		l := a.set.literal()
		switch {
		case a.anchor != opEmpty, !a.repeated && (l == '/' || l == '?' || l == '#' || l == ':' || l == '\\'):
			return fixedName(tail, open), way[i:]
		case a.repeated || l < 0:
			if a.set.hasAny("/?#@\\:") {
				return false, nil
			}
			tail, open = "", true
		case l == '@':
			tail, open = "", false
		default:
			tail += string(l)
		}
	}
	return fixedName(tail, open), nil
}

func fixedName(tail string, open bool) bool {
	if !open {
		return tail != ""
	}
	return strings.HasPrefix(tail, ".") && strings.Contains(tail[1:], ".") && !strings.HasSuffix(tail, ".")
}

// Contained reports whether every path that the pattern lets through is relative
// and cannot climb: it begins with no slash, backslash, tilde or drive, and has no
// two dots side by side.
func (p *Pattern) Contained() bool {
	if lookaheadForbidsClimbing(p.root) {
		return true
	}
	found, ok := ways(p.root)
	if !ok || len(found) == 0 {
		return false
	}
	for _, w := range found {
		inner, ok := anchored(w)
		if !ok || startsAbsolute(inner) {
			return false
		}
	}
	climbs := false
	walkEdges(p.root, func(left, right set) { climbs = climbs || left.has('.') && right.has('.') })
	return !climbs
}

// startsAbsolute reports whether the first character can make a path absolute.
func startsAbsolute(way []atom) bool {
	for _, a := range way {
		if a.set.hasAny("/\\~:") {
			return true
		}
		if !a.repeated {
			return false
		}
	}
	return false
}

// lookaheadForbidsClimbing recognises (?!.*\.\.)(?!/) and the like, which authors
// write to forbid exactly that.
func lookaheadForbidsClimbing(n *node) bool {
	climbing, absolute := false, false
	var visit func(*node)
	visit = func(n *node) {
		if n.op == opLook && n.negative {
			walkEdges(n, nil)
			inner := n.children[0]
			walkEdges(inner, func(left, right set) {
				climbing = climbing || left.literal() == '.' && right.literal() == '.'
			})
			absolute = absolute || alphabetHasLiteral(inner, '/')
		}
		for _, c := range n.children {
			visit(c)
		}
	}
	visit(n)
	return climbing && absolute
}

func alphabetHasLiteral(n *node, r rune) bool {
	if n.op == opSet {
		return !n.set.wide && n.set.has(r)
	}
	for _, c := range n.children {
		if alphabetHasLiteral(c, r) {
			return true
		}
	}
	return false
}

// RejectsFirst reports whether no value that the pattern lets through begins with
// the character.
func (p *Pattern) RejectsFirst(r rune) bool {
	found, ok := ways(p.root)
	if !ok || len(found) == 0 {
		return false
	}
	for _, w := range found {
		if len(w) == 0 || w[0].anchor != opStart {
			return false
		}
		for _, a := range w[1:] {
			if a.set.has(r) || a.anchor == opEnd {
				return false
			}
			if !a.repeated {
				break
			}
		}
		if len(w) == 1 {
			return false
		}
	}
	return true
}

// Excludes reports whether the pattern covers whole values and lets none of the
// characters through.
func (p *Pattern) Excludes(chars string) bool {
	return p.every(func(way []atom) bool {
		inner, ok := anchored(way)
		return ok && !anyHas(inner, chars)
	})
}

// Bounded reports whether the pattern limits the length of values.
func (p *Pattern) Bounded() bool { return p.every(wayBounded) && !unbounded(p.root) }

func wayBounded(way []atom) bool { _, ok := anchored(way); return ok }

func unbounded(n *node) bool {
	if n.op == opRepeat && n.max < 0 || n.op == opBack {
		return true
	}
	for _, c := range n.children {
		if unbounded(c) {
			return true
		}
	}
	return false
}

// A Span is a half-open range of byte offsets into Pattern.Text.
type Span struct{ Start, End int }

// Backtracks returns the part of the pattern on which a backtracking engine takes
// exponential time: an unbounded repetition whose body can match one text in
// several ways, followed by something that can fail.
func (p *Pattern) Backtracks() (Span, bool) { return backtracks(p.root, false) }

// backtracks looks into a node; fails says whether something behind it can fail.
func backtracks(n *node, fails bool) (Span, bool) {
	switch n.op {
	case opSequence:
		for i, c := range n.children {
			if s, ok := backtracks(c, fails || canFail(n.children[i+1:])); ok {
				return s, true
			}
		}
	case opRepeat:
		many := n.max < 0 || n.max > 24
		if many && fails && ambiguous(n.children[0]) {
			return Span{n.start, n.end}, true
		}
		return backtracks(n.children[0], fails)
	default:
		for _, c := range n.children {
			if s, ok := backtracks(c, fails); ok {
				return s, true
			}
		}
	}
	return Span{}, false
}

func canFail(rest []*node) bool {
	for _, n := range rest {
		if n.op == opEnd || n.op == opLook || !walkEdges(n, nil).nullable {
			return true
		}
		for _, c := range n.children {
			if n.op == opSequence || n.op == opChoice {
				if canFail([]*node{c}) {
					return true
				}
			}
		}
	}
	return false
}

// ambiguous reports whether repeating the node can match one text in several ways.
func ambiguous(n *node) bool {
	switch n.op {
	case opSequence:
		if len(n.children) == 1 {
			return ambiguous(n.children[0])
		}
		for i, c := range n.children {
			if y, ok := loop(c); ok && othersFit(n.children, i, y) {
				return true
			}
		}
	case opRepeat:
		_, ok := loop(n)
		return ok
	case opChoice:
		for i, c := range n.children {
			if ambiguous(c) {
				return true
			}
			for _, d := range n.children[:i] {
				if a, ok := one(c); ok {
					if b, ok := one(d); ok && !a.and(b).empty() {
						return true
					}
				}
			}
		}
	}
	return false
}

// loop returns what an unbounded repetition of single characters repeats.
func loop(n *node) (set, bool) {
	for n.op == opSequence && len(n.children) == 1 {
		n = n.children[0]
	}
	if n.op != opRepeat || n.max >= 0 && n.max <= 24 {
		return set{}, false
	}
	return one(n.children[0])
}

// one returns the set of a node that matches exactly one character.
func one(n *node) (set, bool) {
	switch n.op {
	case opSet:
		return n.set, true
	case opSequence:
		if len(n.children) == 1 {
			return one(n.children[0])
		}
	case opChoice:
		var s set
		for _, c := range n.children {
			o, ok := one(c)
			if !ok {
				return s, false
			}
			s = s.or(o)
		}
		return s, true
	}
	return set{}, false
}

// othersFit reports whether all neighbours of a loop can match nothing or
// characters of the loop itself, so that one round of the outer repetition can
// swallow two.
func othersFit(children []*node, loopAt int, y set) bool {
	for i, c := range children {
		if i == loopAt {
			continue
		}
		e := walkEdges(c, nil)
		if e.nullable {
			continue
		}
		if s, ok := one(c); ok && !s.and(y).empty() {
			continue
		}
		if s, ok := loop(c); ok && !s.and(y).empty() {
			continue
		}
		return false
	}
	return true
}
