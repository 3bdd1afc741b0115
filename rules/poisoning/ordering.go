package poisoning

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// ordering judges what a sentence says about calling tools. Who orders whom
// decides: a tool may say what must precede itself; it has no business ordering
// how other tools are used, or rewriting what they are given.
func (c *court) ordering(s *sentence) {
	if c.text.Tool == nil {
		return
	}
	c.meddle(s)
	c.everywhere(s)
	if c.jobless(s) {
		c.meddler(s)
	}
	if s.means&(siblingTool|foreignTool) == 0 && s.means&(tool|others) != tool|others && (s.means&tool == 0 || s.means&(before|after) == 0) {
		return
	}
	c.graft(s)
	about := c.trigger(s)
	if about.what == 0 && s.means&(oblige|first) != 0 {
		about = c.activity(s)
	}
	order := c.order(s, about)
	if order.what == 0 && about.another() && s.means&oblige != 0 {
		order = c.spelled(s, about)
	}
	c.rewrite(s, about)
	c.occasion(s, about)
	c.chain(s, about, order)
}

// everywhere finds orders about the tools of any server: "before any other tool of
// any server".
func (c *court) everywhere(s *sentence) {
	if s.means&tool == 0 || s.means&oblige == 0 && s.means&(before|after) == 0 || c.tagger.lang != english {
		return
	}
	for i := 1; i < len(s.tokens); i++ {
		if s.tokens[i].means&tool == 0 || !strings.HasPrefix(c.small(s, i), "server") {
			continue
		}
		if which, _, _ := strings.Cut(c.small(s, i-1), " "); !anyWhatever(which) {
			continue
		}
		for k := max(0, i-5); k < min(len(s.tokens), i+2); k++ {
			if strings.HasPrefix(c.small(s, k), "tool") && s.tokens[k].means&ownTool == 0 {
				c.hit(crossServerToolReference, redirects, 50, "gives orders about the tools of other servers", s.tokens[min(k, i-1)].start, s.tokens[max(k, i)].end)
				return
			}
		}
	}
}

// anyWhatever reports whether a word in front of "server" means others than the one at
// hand.
func anyWhatever(word string) bool {
	switch word {
	case "any", "whatever", "whichever", "other", "another":
		return true
	}
	return false
}

// A ref is a mention of a tool in a sentence: token index and what it is.
type ref struct {
	at   int
	what concept // ownTool, siblingTool, foreignTool, others; 0 for none
}

// another reports whether the mention is of a tool other than the one speaking.
func (r ref) another() bool { return r.what&(siblingTool|foreignTool|others) != 0 }

// graft finds a value that a sentence gives to a parameter of a sibling, whatever
// the language: a tool may say what it takes itself.
func (c *court) graft(s *sentence) {
	if !slices.ContainsFunc(s.tokens, c.chosenValue) {
		return
	}
	value := -1
	var fields []int // tokens that are parameters of others
	for i := range s.tokens {
		switch w := c.word(s, i); {
		case c.names.others[w] && !c.names.takes(c.text.Tool, w):
			fields = append(fields, i)
		case c.chosenValue(s.tokens[i]):
			value = i
		}
	}
	if value < 0 || len(fields) == 0 {
		return
	}
	asked := map[*mcp.Tool]bool{}
	for i := range s.tokens {
		if s.tokens[i].means&siblingTool == 0 || len(asked) > maxSiblings {
			continue
		}
		sibling := c.names.called(c.word(s, i))
		if sibling == nil || asked[sibling] {
			continue
		}
		asked[sibling] = true
		for _, field := range fields {
			if field != i && c.names.takes(sibling, c.word(s, field)) {
				c.hit(c.ruleAbout(s, argumentRewriteDirective, ref{i, siblingTool}), tampers, 50, "chooses a value for another tool", s.tokens[min(i, field, value)].start, s.tokens[max(i, field, value)].end)
				return
			}
		}
	}
}

// maxSiblings bounds the tools that one sentence is asked about.
const maxSiblings = 16

// chosenValue reports whether a token is a value that somebody chose: a long number, an
// address, an account.
func (c *court) chosenValue(t token) bool {
	w := c.view.Text[t.start:t.end]
	return number(w) && len(w) > 3 || t.means&address != 0 && !placeholderHost(w) || bankAccount(w)
}

// meddle finds an order to change a parameter that this tool does not take and a
// sibling does: "update the 'iban' parameter accordingly", said by a tool that has
// none.
func (c *court) meddle(s *sentence) {
	if s.means&argument == 0 || c.tagger.lang != english {
		return
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.negated || t.means&change == 0 && t.folded != "update" || i > 0 && !s.ordered(i) {
			continue
		}
		for j := i + 1; j < len(s.tokens) && j <= i+5; j++ {
			w := c.word(s, j)
			if !s.tokens[j].quoted && !toolShaped(w) || c.names.takes(c.text.Tool, w) || !c.names.taken(w) || !s.speaks(max(0, j-2), min(len(s.tokens), j+3), argument) {
				continue
			}
			c.hit(argumentRewriteDirective, tampers, 50, "changes a parameter that only other tools take", t.start, s.tokens[j].end)
			return
		}
	}
}

// ordered reports whether the token at i is what somebody is ordered to do.
func (s *sentence) ordered(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if s.tokens[k].means&(oblige|model|first|auto) != 0 {
			return true
		}
	}
	return s.tokens[i-1].part != s.tokens[i].part
}

// trigger finds "before or when using X".
func (c *court) trigger(s *sentence) ref {
	for i := range s.tokens {
		if s.tokens[i].means&(before|after) == 0 {
			continue
		}
		for j := i + 1; j < len(s.tokens) && j <= i+9 && s.tokens[j].means&oblige == 0; j++ {
			if s.tokens[j].part != s.tokens[i].part && s.tokens[j].means&(use|put|change|sets) != 0 {
				break
			}
			if r := c.refAt(s, j); r.what != 0 && (j <= i+4 || s.speaks(i+1, j, use) || c.by(s, j)) {
				return r
			}
		}
	}
	return ref{at: -1}
}

// activity finds a trigger that names a sibling by what it does: "before deleting
// a record", where a sibling is called delete_records. What this tool does itself
// is no trigger for an order about others.
func (c *court) activity(s *sentence) ref {
	if c.tagger.lang != english {
		return ref{at: -1}
	}
	for i := range s.tokens {
		if s.tokens[i].means&(before|after) == 0 || c.word(s, i) == "following" || i > 0 && s.tokens[i-1].part == s.tokens[i].part {
			continue
		}
		end := i + 1
		for end < len(s.tokens) && end <= i+8 && s.tokens[end].part == s.tokens[i].part && s.tokens[end].means&(oblige|literal) == 0 {
			end++
		}
		own := c.covers(s, i+1, end, c.text.Tool.Name.Value)
		if c.idle(s) {
			own--
		}
		for _, t := range c.listing.Tools {
			if t == c.text.Tool {
				continue
			}
			if n := c.covers(s, i+1, end, t.Name.Value); n >= 2 && n > own {
				return ref{i + 1, siblingTool}
			}
		}
	}
	return ref{at: -1}
}

// opensVaguely reports whether a word is one with which the text of a tool begins that does
// not say what the tool does: an occasion, a purpose, a scope, an order.
func opensVaguely(word string) bool {
	switch word {
	case "before", "prior", "after", "when", "whenever", "if", "once", "upon", "during", "while", "until",
		"due", "for", "to", "in", "because", "since", "as", "per", "starting", "following", "from", "with",
		"all", "any", "each", "every", "both", "you", "please", "always", "never", "must", "requests", "calls",
		"note", "important", "remember", "ensure", "make", "it", "users", "agents", "assistants", "ahead":
		return true
	}
	return false
}

// jobless reports whether the tool at hand takes nothing and opens its text without
// a word of what it does. It is decided at the first sentence.
func (c *court) jobless(s *sentence) bool {
	if c.text.Role != mcp.RoleDescription || len(c.names.params) > 0 || c.tagger.lang != english {
		return false
	}
	if s.index == 0 {
		at := 0
		for at+1 < len(s.tokens) && at < 4 && s.tokens[at].part == 0 && capitals(c.word(s, at)) && s.tokens[at+1].part >= s.tokens[at].part {
			at++ // a banner
		}
		first, _, _ := strings.Cut(c.small(s, at), " ")
		c.aimless = opensVaguely(first) || first == "the" && s.means&argument != 0 && c.outdated(s) || at == 0 && s.means&oblige != 0 && s.means&(siblingTool|foreignTool) != 0
	}
	return c.aimless
}

// outdated reports whether a sentence says that something is no longer what it was.
func (c *court) outdated(s *sentence) bool {
	for i := range s.tokens {
		switch c.small(s, i) {
		case "deprecated", "renamed", "obsolete", "replaced", "retired", "outdated", "migrated", "invalid":
			return true
		}
	}
	return false
}

// capitals reports whether a word is written in capitals.
func capitals(w string) bool { return len(w) > 1 && w == strings.ToUpper(w) }

// meddler finds what a tool without a job has to say about others: a value for
// them, a change of what they take, an order to call one.
func (c *court) meddler(s *sentence) {
	if s.means&(oblige|first|change|put|sets|use|regardless) == 0 || s.means&ownTool != 0 {
		return
	}
	about, value, act, second := -1, -1, -1, -1
	for i := range s.tokens {
		t := &s.tokens[i]
		w := c.word(s, i)
		switch {
		case t.means&siblingTool != 0 && about >= 0 && s.tokens[about].means&siblingTool != 0 && plainName(w) != plainName(c.word(s, about)):
			second = i
		case t.means&(siblingTool|foreignTool) != 0, t.means&literal == 0 && (t.quoted || toolShaped(w)) && c.names.taken(w),
			i > 1 && s.tokens[i-2].means&(sets|change) != 0 && c.small(s, i-1) == "the" && c.names.taken(w):
			about = i
		case t.means&literal != 0 && !c.refers(s, i) && !(i+1 < len(s.tokens) && c.names.taken(c.word(s, i+1))), t.means&(address|secretPath) != 0 && !placeholderHost(w), number(w) && len(w) > 3:
			value = i
		case t.means&(change|put|sets) != 0 && !t.negated:
			act = i
		}
	}
	if about < 0 {
		if r := c.activity(s); r.what != 0 {
			about = r.at
		}
	}
	switch {
	case about < 0:
	case second >= 0 && s.means&(oblige|first) != 0:
		c.hit(crossToolOrderingDirective, redirects, 50, "orders which tools are called around another tool", s.tokens[min(about, second)].start, s.tokens[max(about, second)].end)
	case value >= 0 && s.means&(oblige|all|change|sets|put|regardless|first) != 0:
		c.hit(argumentRewriteDirective, tampers, 50, "chooses a value for another tool", s.tokens[min(about, value)].start, s.tokens[max(about, value)].end)
	case act >= 0 && s.means&(oblige|first) != 0:
		c.hit(argumentRewriteDirective, tampers, 50, "rewrites what another tool is given or returns", s.tokens[min(about, act)].start, s.tokens[max(about, act)].end)
	}
}

// idle reports whether a sentence opens the text of a tool that takes nothing: when
// that is an order, the tool does nothing itself.
func (c *court) idle(s *sentence) bool { return s.index == 0 && len(c.names.params) == 0 }

// covers counts the words of a tool's name that stand in from..to in some form.
func (c *court) covers(s *sentence, from, to int, name string) int {
	n := 0
	for _, w := range splitName(name) {
		if len(w) < 3 || w == "for" || w == "the" || w == "and" || w == "with" {
			continue
		}
		for k := from; k < to; k++ {
			if inflected(c.word(s, k), w) {
				n++
				break
			}
		}
	}
	return n
}

// inflected reports whether a word is a form of the word of a name: "deleting" and
// "deletion" of "delete".
func inflected(word, base string) bool {
	stem := len(base)
	if stem > 4 {
		stem--
	}
	return len(word) >= stem && len(word) <= len(base)+4 && strings.EqualFold(word[:stem], base[:stem])
}

// speaks reports whether a token in from..to means any of want.
func (s *sentence) speaks(from, to int, want concept) bool {
	for i := from; i < to; i++ {
		if s.tokens[i].means&want != 0 {
			return true
		}
	}
	return false
}

// by reports whether the token is introduced as a means: "with X", "via X".
func (c *court) by(s *sentence, j int) bool {
	for k := j - 1; k >= 0 && k >= j-2; k-- {
		switch c.word(s, k) {
		case "with", "via", "through", "in", "of", "to":
			return true
		}
	}
	return false
}

// replaced reports whether a tool is named as what something else is used for: "use this
// instead of X".
func (c *court) replaced(s *sentence, j int) bool {
	if j < 2 {
		return false
	}
	switch c.small(s, j-1) {
	case "of":
		return strings.HasPrefix(c.small(s, j-2), "instead")
	case "than":
		return strings.HasPrefix(c.small(s, j-2), "rather")
	}
	return false
}

// beside reports whether a tool is named together with the one of a trigger: "before X or
// Y".
func (c *court) beside(s *sentence, trigger, j int) bool {
	if trigger < 0 || j <= trigger {
		return false
	}
	for k := trigger + 1; k < j; k++ {
		if w := c.small(s, k); w != "or" && w != "and" && s.tokens[k].means&(siblingTool|foreignTool|literal) == 0 {
			return false
		}
	}
	return true
}

// instrument reports whether the token is introduced as one: "via X".
func (c *court) instrument(s *sentence, j int) bool {
	for k := j - 1; k >= 0 && k >= j-2; k-- {
		switch c.word(s, k) {
		case "with", "via", "through", "using":
			return true
		}
	}
	return false
}

// refAt returns what tool is meant at token j, if any.
func (c *court) refAt(s *sentence, j int) ref {
	switch m := s.tokens[j].means; {
	case j+1 < len(s.tokens) && s.tokens[j+1].means&tool != 0 && m&(ownTool|siblingTool|foreignTool) == 0 && c.names.called(c.word(s, j)) != nil:
		if c.names.called(c.word(s, j)) == c.text.Tool {
			return ref{j, ownTool}
		}
		return ref{j, siblingTool}
	case j > 0 && s.tokens[j-1].means&tool != 0 && m&(ownTool|siblingTool|foreignTool) == 0 && c.names.called(c.small(s, j)) != nil:
		if c.names.called(c.small(s, j)) != c.text.Tool {
			return ref{j, siblingTool} // "the tool sendmail"
		}
	case s.tokens[j].quoted && m == 0 && j > 0 && j+1 < len(s.tokens) && s.tokens[j+1].means&tool != 0 && s.tokens[j-1].means&literal != 0 && !strings.Contains(c.word(s, j-1), " "):
		return ref{j, foreignTool} // "the 'markunread' tool"
	case m&ownTool != 0:
		return ref{j, ownTool}
	case m&siblingTool != 0:
		return ref{j, siblingTool}
	case m&foreignTool != 0 && !s.param:
		return ref{j, foreignTool}
	case m&others != 0 && j+1 < len(s.tokens) && s.tokens[j+1].means&tool != 0:
		return ref{j, others}
	}
	return ref{at: -1}
}

// order finds "call Y": a verb of using and, close behind, a tool.
func (c *court) order(s *sentence, about ref) ref {
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.means&(use|read|send|put) == 0 || t.negated || i == about.at {
			continue
		}
		for j := i + 1; j < len(s.tokens) && j <= i+6; j++ {
			if t.means&(put|send) != 0 && c.word(s, j-1) == "to" {
				break // "pass the id to X" speaks of what X takes
			}
			if j > i+4 && (s.tokens[j].means&siblingTool == 0 || !c.instrument(s, j)) {
				continue
			}
			if r := c.refAt(s, j); r.what&(siblingTool|foreignTool) != 0 && j != about.at && !c.replaced(s, j) && !c.beside(s, about.at, j) {
				return r
			}
		}
		for j := i - 1; s.verbLast && j >= 0 && j >= i-4; j-- {
			if r := c.refAt(s, j); r.what&(siblingTool|foreignTool) != 0 && j != about.at {
				return r
			}
		}
	}
	return ref{at: -1}
}

// spelled finds a sibling whose name is written out as words: "get the contacts" of
// get_contacts.
func (c *court) spelled(s *sentence, about ref) ref {
	for i := about.at + 1; i < len(s.tokens); i++ {
		if s.tokens[i].part == s.tokens[about.at].part || s.tokens[i].negated {
			continue
		}
		for _, t := range c.listing.Tools {
			if !alike(c.word(s, i), t.Name.Value) {
				continue
			}
			words := splitName(t.Name.Value)
			if t == c.text.Tool || len(words) < 2 || len(words[0]) < 3 || !inflected(c.word(s, i), words[0]) || plainName(t.Name.Value) == plainName(c.small(s, about.at)) {
				continue
			}
			if c.follow(s, i+1, words[1:]) {
				return ref{i, siblingTool}
			}
		}
	}
	return ref{at: -1}
}

// alike reports whether a word may be a form of the first of a name, which is not taken
// apart for that.
func alike(word, name string) bool {
	name = strings.TrimLeft(name, "_-./ ")
	return len(word) >= 3 && len(name) >= 3 && strings.EqualFold(word[:3], name[:3])
}

// follow reports whether words stand in this order within a few tokens.
func (c *court) follow(s *sentence, from int, words []string) bool {
	for k := from; k < len(s.tokens) && k <= from+2*len(words); k++ {
		if inflected(c.word(s, k), words[0]) {
			if words = words[1:]; len(words) == 0 {
				return true
			}
		}
	}
	return false
}

// rewrite finds orders to change what another tool is given or what it returned.
func (c *court) rewrite(s *sentence, about ref) {
	if !about.another() {
		about = c.calls(s)
	}
	if !about.another() {
		return
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.means&(change|sets|put) == 0 || t.negated || i == about.at || i > 0 && s.tokens[i-1].means == 0 && c.word(s, i-1) == "to" || s.byPerson(i) {
			continue
		}
		target, value := -1, false
		passive := strings.HasSuffix(c.word(s, i), "ed")
		for j := i - 8; j < len(s.tokens) && j <= i+9; j++ {
			if j < 0 || j == i || j == about.at || j < i-3 && !passive {
				continue
			}
			if m := s.tokens[j].means; j >= i-3 && (m&argument != 0 || m&foreignTool != 0 && !callable(c.word(s, j)) || m == 0 && c.takes(s, about, c.word(s, j))) {
				target = max(target, j)
			} else if (j > i || passive && j > about.at && grafts(c.word(s, i))) && m&(literal|address) != 0 && m&(siblingTool|foreignTool|ownTool) == 0 && !c.refers(s, j) {
				value = true
				target = max(target, j)
			} else if j > i+1 && t.means&change != 0 && number(c.word(s, j)) {
				value = true
				target = max(target, j)
			}
		}
		w := 0
		switch {
		case target < 0 && grafts(c.word(s, i)) && s.means&(oblige|auto) != 0 && about.what&(siblingTool|foreignTool) != 0:
			w, target = 50, i
		case target < 0 && t.means&change != 0 && s.means&(all|oblige|regardless) != 0 && i != about.at && about.what != others:
			w, target = 45, i
		case target < 0:
		case t.means&(change|sets) != 0 && (value || s.means&(oblige|all|regardless|auto) != 0):
			w = 55
		case value && grafts(c.word(s, i)):
			w = 55
		case value && s.means&(oblige|all|auto) != 0:
			w = 50
		case t.means&(change|sets) != 0 || value:
			w = 30
		}
		if w > 0 {
			c.hit(c.ruleAbout(s, argumentRewriteDirective, about), tampers, w, "rewrites what another tool is given or returns", s.tokens[min(i, about.at)].start, s.tokens[max(target, about.at, i)].end)
			return
		}
	}
}

// byPerson reports whether the user does what the token at i says: "unless the user
// provides an id".
func (s *sentence) byPerson(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2 && same(&s.tokens[k], &s.tokens[i]); k-- {
		if s.tokens[k].means&person != 0 {
			return true
		}
	}
	return false
}

// occasion finds what is to happen when somebody calls another tool: "whenever X is
// called, the recipient becomes".
func (c *court) occasion(s *sentence, about ref) {
	if about.what&(siblingTool|foreignTool) == 0 || s.means&(change|sets|put|copies|send|covert) == 0 || c.tagger.lang != english || about.at+2 >= len(s.tokens) {
		return
	}
	switch c.small(s, about.at+1) {
	case "is", "are", "was", "gets":
	default:
		return
	}
	if s.tokens[about.at+2].means&use == 0 || !strings.HasSuffix(c.word(s, about.at+2), "ed") && !strings.EqualFold(c.word(s, about.at+2), "run") {
		return
	}
	weight := 30
	if s.means&(oblige|covert|regardless|first) != 0 || s.next&covert != 0 {
		weight = 45
	}
	c.hit(c.ruleAbout(s, argumentRewriteDirective, about), tampers, weight, "says what is to happen when another tool is called", s.tokens[about.at].start, s.tokens[len(s.tokens)-1].end)
}

// takes reports whether the tool that is meant has a parameter of that name.
func (c *court) takes(s *sentence, r ref, name string) bool {
	if r.what&siblingTool == 0 {
		return false
	}
	t := c.names.called(c.word(s, r.at))
	return t != nil && c.names.takes(t, name)
}

// calls finds "X calls", "all X requests": another tool named by its uses.
func (c *court) calls(s *sentence) ref {
	for j := range s.tokens {
		r := c.refAt(s, j)
		if !r.another() {
			continue
		}
		if j+1 < len(s.tokens) && s.tokens[j+1].means&(use|tool|data|argument) != 0 && s.means&oblige != 0 && s.means&(all|after) != 0 {
			return r
		}
		if j > 1 && s.tokens[j-2].means&(send|put) != 0 && j+1 < len(s.tokens) && s.tokens[j+1].means&(put|change) != 0 {
			return r // "what is handed to X gains"
		}
	}
	return ref{at: -1}
}

// word returns the text of a token.
func (c *court) word(s *sentence, i int) string {
	return c.view.Text[s.tokens[i].start:s.tokens[i].end]
}

// small returns the text of a token in small letters.
func (c *court) small(s *sentence, i int) string {
	if t := &s.tokens[i]; t.whole() {
		return t.folded
	}
	return lower(c.word(s, i))
}

// refers reports whether a quoted value at token i is the name of a tool and
// nothing else.
func (c *court) refers(s *sentence, i int) bool {
	if i+1 >= len(s.tokens) || !s.tokens[i+1].quoted || s.tokens[i+1].end+1 < s.tokens[i].end {
		return false
	}
	m := s.tokens[i+1].means
	return m&(siblingTool|ownTool) != 0 || m&foreignTool != 0 && callable(c.word(s, i+1))
}

// chain finds orders to call other tools.
func (c *court) chain(s *sentence, about, order ref) {
	if order.what == 0 {
		return
	}
	if about.at >= 0 && plainName(c.word(s, about.at)) == plainName(c.word(s, order.at)) {
		about = ref{at: -1}
	}
	low, high := order.at, order.at
	if about.at >= 0 {
		low, high = min(low, about.at), max(high, about.at)
	}
	forced := s.means&(oblige|first|threat|pretext) != 0
	w, note := 0, ""
	switch {
	case about.another() && (order.at > about.at+2 || about.at > order.at+2 && forced):
		w, note = 50, "orders which tools are called around another tool"
		if forced {
			w = 60
		}
	case order.what == foreignTool && !callable(c.word(s, order.at)):
	case order.what == foreignTool && forced && s.means&(before|after|first) != 0:
		w, note = 35+c.errand(s, order)/2, "orders a call of a tool that this server does not have"
		switch name := c.word(s, order.at); { // a reading first step may belong to a server that stands beside this one
		case asks(name) && len(c.listing.Tools) < 4:
			w -= 25
		case asks(name) && !c.touchy(name):
			w -= 10
		}
	case len(c.names.params) == 0 && s.speaks(order.at, len(s.tokens), before):
		w, note = 10+c.errand(s, order), "orders a call of another tool with given arguments"
	case s.speaks(max(0, order.at-8), order.at, before|first|oblige):
		w, note = c.errand(s, order), "orders a call of another tool with given arguments"
	}
	if c.listing.Partial && (order.what == foreignTool || about.what == foreignTool) {
		w -= 25
	}
	if w > 0 {
		rule := crossToolOrderingDirective
		if order.what == foreignTool || about.what == foreignTool {
			rule = undeclaredToolDirective
		}
		c.hit(c.ruleAbout(s, rule, about, order), redirects, w, note, s.tokens[low].start, s.tokens[high].end)
	}
}

// errand weighs an order of a tool to call a sibling first. Reading is ordinary;
// changing something, with arguments of its own choice, for a pretext, is not.
func (c *court) errand(s *sentence, order ref) int {
	w := 5
	if c.idle(s) && order.at > 0 && s.tokens[0].means&(before|after) != 0 {
		w += 25
	}
	if mutates(c.word(s, order.at)) {
		w += 20
	}
	for j := order.at + 1; j < len(s.tokens) && j <= order.at+12; j++ {
		if m := s.tokens[j].means; m&(literal|address|secretPath) != 0 && !c.refers(s, j) || number(c.word(s, j)) {
			w += 25
			if s.speaks(j, len(s.tokens), secret|private|talk) {
				w += 10 // what it is made to look for
			}
			break
		}
	}
	if s.means&(pretext|threat) != 0 || s.next&threat != 0 {
		w += 10
	}
	if destroys(c.word(s, order.at)) && !destroys(c.text.Tool.Name.Value) {
		w += 25
	}
	if s.means&oblige != 0 && s.means&(before|first) != 0 {
		w += 5
	}
	if c.touchy(c.word(s, order.at)) {
		w += 25
	}
	if !related(c.text.Tool.Name.Value, c.word(s, order.at)) {
		w += 10
	}
	return w
}

// touchy reports whether a tool's name speaks of secrets, personal data, shells
// or sending.
func (c *court) touchy(name string) bool {
	for _, w := range splitName(name) {
		if c.tagger.lexicon.meaning(w)&(secret|private|shell|send|talk) != 0 || w == "contacts" || w == "shell" || w == "email" || w == "mail" {
			return true
		}
	}
	return false
}

// mutating reports whether a verb of a tool's name changes or sends something.
func mutating(verb string) bool {
	switch verb {
	case "delete", "remove", "send", "create", "update", "modify", "mark", "move",
		"push", "write", "set", "reset", "execute", "evaluate", "navigate", "run",
		"fork", "merge", "upload", "publish", "post", "add", "drop", "kill",
		"purge", "transfer", "pay", "deploy", "install", "clear", "forward", "share",
		"edit", "close", "archive", "disable", "grant", "invite", "submit", "scrape":
		return true
	}
	return false
}

// callable reports whether an unknown name reads like that of a tool: it begins
// with a verb, and is not a field of an answer, as uploadUrl is.
func callable(name string) bool {
	words := splitName(name)
	switch words[len(words)-1] {
	case "url", "uri", "id", "ids", "path", "token", "name", "type", "key", "status":
		return false // what a call returns
	}
	if mutating(words[0]) {
		switch words[len(words)-1] {
		case "url", "uri", "id", "ids", "token", "timestamp", "time", "date", "status", "type", "count", "key":
			return false
		}
		return true
	}
	switch words[0] {
	case "get", "list", "read", "search", "find", "fetch", "query", "call", "use", "check", "log", "track", "verify", "validate", "load", "scan", "collect", "export", "sync", "browser", "file", "shell", "mcp":
		return true
	}
	return false
}

// grafts reports whether a verb adds something to what was asked for.
func grafts(verb string) bool {
	for _, stem := range [...]string{"append", "prepend", "inject", "gain"} {
		if len(verb) >= len(stem) && strings.EqualFold(verb[:len(stem)], stem) {
			return true
		}
	}
	return false
}

// destroys reports whether a tool's name says that it takes something away.
func destroys(name string) bool {
	for _, w := range splitName(name) {
		switch w {
		case "delete", "remove", "reset", "drop", "purge", "kill", "wipe", "clear", "destroy", "erase", "truncate", "revoke", "terminate", "trash":
			return true
		}
	}
	return false
}

// asks reports whether a tool's name begins with a verb of looking up.
func asks(name string) bool {
	switch splitName(name)[0] {
	case "get", "list", "read", "search", "find", "fetch", "query", "check", "lookup", "resolve", "describe":
		return true
	}
	return false
}

// mutates reports whether a tool's name says that it changes something.
func mutates(name string) bool {
	for _, w := range splitName(name) {
		if mutating(w) || mutating(strings.TrimSuffix(w, "s")) {
			return true
		}
	}
	return false
}

// related reports whether two tool names share a word.
func related(a, b string) bool {
	for _, x := range splitName(a) {
		for _, y := range splitName(b) {
			if len(x) > 2 && (x == y || len(x) > 4 && len(y) > 4 && x[:4] == y[:4]) {
				return true
			}
		}
	}
	return false
}

func number(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) > 0
}

// ruleAbout returns the rule for what a sentence says about other tools: when one
// of them belongs to another server, that is what explains it best.
func (c *court) ruleAbout(s *sentence, rule *analyzer.Rule, refs ...ref) *analyzer.Rule {
	for _, r := range refs {
		if r.at >= 0 && c.names.isAbroad(plainName(c.word(s, r.at))) {
			return crossServerToolReference
		}
	}
	return rule
}
