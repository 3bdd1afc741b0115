package poisoning

import (
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
)

// A saying is a wrong that texts put into much the same words: steps in this order,
// each near the one before. Sentences of defence, and what is negated, say nothing.
type saying struct {
	rule   *analyzer.Rule
	signal signal
	weight int
	job    concept // a tool whose job is one of these is expected to say so
	note   string
	steps  []step
}

// A step is one of some words, at most gap words behind the step before. A word that
// ends in "*" is a beginning.
type step struct {
	gap   int
	words string
}

var sayings = []saying{
	// Another tool's place.
	{rule: toolPreferenceManipulation, signal: prefers, weight: 50, note: "takes the place of another tool", steps: []step{
		{0, "override overrides overriding shadow shadows shadowing impersonat* hijack* spoof* supplant*"}, {4, "built built-in builtin existing trusted official legitimate genuine original"}, {5, "tool tools server function"}}},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 50, note: "takes the place of another tool", steps: []step{
		{0, "replace replaces replacing"}, {4, "trusted official legitimate genuine"}, {5, "tool tools server"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "poses as somebody who is trusted", steps: []step{
		{0, "impersonat* masquerad* poses pose posing pretend pretends"}, {3, "official trusted legitimate genuine system administrator admin developer"}, {3, "server tool and to prompt account message team"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "changes itself after it was approved", steps: []step{
		{0, "change changes update updates swap swaps alter alters replace replaces rewrite rewrites"}, {3, "tool tool's own"}, {2, "description* schema* definition* behavio*"}, {3, "after once later when"}, {6, "approv* consent* install* trusted"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "changes itself after it was approved", steps: []step{
		{0, "second third next later"}, {2, "call run use invocation"}, {4, "return returns show shows present presents"}, {3, "different another other"}, {2, "schema* description* definition* tool*"}}},
	{rule: concealFromUser, signal: conceals, weight: 50, note: "hides from the person what the model is told", steps: []step{
		{0, "hide hides hiding conceal*"}, {3, "tool description step call instruction* directive*"}, {4, "from"}, {7, "user users person human client operator customer"}}},
	{rule: concealFromUser, signal: conceals, weight: 50, note: "hides from the person what the model is told", steps: []step{
		{0, "show shows display*"}, {3, "benign harmless innocent innocuous decoy"}, {2, "description version text schema"}}},

	// Approval.
	{rule: approvalSuppression, signal: approves, weight: 50, note: "removes the person's approval", steps: []step{
		{0, "auto automatically"}, {1, "approve approves accept accepts confirm confirms"}, {2, "all every any future permission"}, {3, "call calls tool tools command commands permission* action* prompt prompts dialog*"}}},
	{rule: approvalSuppression, signal: approves, weight: 50, note: "removes the person's approval", steps: []step{
		{0, "auto-approve auto-approves auto-accept auto-accepts"}, {2, "all every any future permission tool"}, {3, "call calls tool tools command commands permission* action* prompt prompts dialog*"}}},
	{rule: approvalSuppression, signal: approves, weight: 50, note: "removes the person's approval", steps: []step{
		{0, "auto-approve auto-approves"}, {1, "calls tools commands everything"}}},
	{rule: approvalSuppression, signal: approves, weight: 50, note: "removes the person's approval", steps: []step{
		{0, "set sets add put enable switch turn"}, {5, "autoapprove alwaysallow auto_approve autoaccept always_allow autorun dangerously* yolo"}}},
	{rule: approvalSuppression, signal: approves, weight: 50, note: "wears the person down", steps: []step{
		{0, "repeat repeats resend resends"}, {3, "request question prompt dialog"}, {2, "until"}, {3, "user they person customer human"}, {3, "approv* agree* accept* confirm* consent* gives says"}}},

	{rule: approvalSuppression, signal: approves, weight: 50, note: "wears the person down", steps: []step{
		{0, "asking insist nag pester insisting nagging"}, {2, "until"}, {3, "user they person customer human"}, {3, "approv* agree* accept* confirm* consent* gives says"}}},

	// Whose it is.
	{rule: declaredHarm, signal: skews, weight: 50, note: "leaves out the check whose it is", steps: []step{
		{0, "token tokens"}, {7, "without"}, {1, "validating verifying checking"}, {2, "it them audience issuer"}}},
	{rule: declaredHarm, signal: skews, weight: 50, note: "leaves out the check whose it is", steps: []step{
		{0, "accept accepts"}, {2, "token tokens"}, {4, "any every"}, {1, "audience issuer origin"}}},
	{rule: declaredHarm, signal: skews, weight: 50, note: "lends its rights to anybody", steps: []step{
		{0, "credential* token tokens privilege* rights"}, {3, "behalf"}, {2, "any every arbitrary"}, {2, "caller callers user users client clients"}}},
	{rule: credentialRequest, signal: steals, weight: 50, note: "takes the session of somebody else", steps: []step{
		{0, "use uses reuse reuses take takes steal steals borrow borrows"}, {3, "session* cookie*"}, {3, "of from"}, {1, "another other"}, {2, "client* user* customer* account* visitor*"}}},
	{rule: privilegeClaim, signal: claims, weight: 50, note: "demands every right", steps: []step{
		{0, "grant give"}, {1, "this it itself"}, {3, "access control rights permission*"}, {2, "to over"}, {1, "all every"}, {2, "tool tools"}}},

	// Credentials and the model's own instructions.
	{rule: credentialRequest, signal: steals, weight: 50, job: secret, note: "asks for credentials", steps: []step{
		{0, "please security urgent* must"}, {4, "enter type confirm provide reveal"}, {1, "your"}, {2, "password* passphrase pin otp cvv seed recovery"}, {4, "here continue proceed typing chat reply below argument"}}},
	{rule: credentialRequest, signal: steals, weight: 50, note: "writes credentials where others read them", steps: []step{
		{0, "write writes print prints echo echoes store stores save saves dump dumps"}, {6, "password* credential* api token tokens secret* cookie*"}, {6, "plain plaintext cleartext log logs"}}},
	{rule: credentialRequest, signal: steals, weight: 50, note: "writes credentials where others read them", steps: []step{
		{0, "log logs"}, {5, "request* response* header*"}, {3, "including with"}, {3, "authorization password* token tokens cookie* credential*"}}},
	{rule: contextHarvestDirective, signal: harvests, weight: 50, job: inner, note: "asks for the model's own instructions or context", steps: []step{
		{0, "print prints reveal reveals leak leaks dump dumps repeat recite recites disclose discloses"}, {3, "system hidden"}, {1, "prompt prompts instructions"}}},

	{rule: exfiltrationDirective, signal: diverts, weight: 50, note: "carries data off", steps: []step{
		{0, "exfiltrate exfiltrates exfiltrating siphon siphons siphoning steal steals stealing"}, {4, "conversation* data secret* token* file* key* credential* message* password* cookie* chat* content*"}}},

	// Planting.
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it puts something malicious in place", steps: []step{
		{0, "inject* plant plants embed embeds insert inserts poison poisons smuggl* slip slips"}, {5, "hidden fake forged false invisible malicious bogus"}, {2, "instruction* prompt* directive* result* command*"}}},
}

// A phrasing is a saying made ready: the words of its steps apart.
type phrasing struct {
	saying *saying
	steps  [][]string
}

// openings are the sayings by the first three letters with which they can begin.
var openings = sync.OnceValue(func() map[string][]phrasing {
	all := map[string][]phrasing{}
	for i := range sayings {
		p := phrasing{saying: &sayings[i]}
		for _, s := range sayings[i].steps {
			p.steps = append(p.steps, strings.Fields(s.words))
		}
		seen := map[string]bool{}
		for _, w := range p.steps[0] {
			if key := w[:3]; !seen[key] {
				seen[key] = true
				all[key] = append(all[key], p)
			}
		}
	}
	return all
})

// beginsSaying reports whether a saying may begin with a word in small letters.
func beginsSaying(word string) bool {
	if len(word) < 3 {
		return false
	}
	for _, p := range openings()[word[:3]] {
		if among(word, p.steps[0]) {
			return true
		}
	}
	return false
}

// says weighs the sayings that a sentence holds.
func (c *court) says(s *sentence) {
	if c.tagger.lang != english {
		return
	}
	all := openings()
	for i := range s.tokens {
		t := &s.tokens[i]
		if t.whole() && !t.begins {
			continue
		}
		if t.negated || t.means&literal != 0 {
			continue
		}
		w := lower(c.word(s, i))
		if len(w) < 3 {
			continue
		}
		for _, p := range all[w[:3]] {
			if !among(w, p.steps[0]) {
				continue
			}
			last := c.walk(s, i, p)
			if last < 0 || c.defends(s) {
				continue
			}
			weight := p.saying.weight
			if t.quoted && s.means&(attack|consent) != 0 {
				weight /= 3 // an example
			}
			if job := c.purpose(); job&attack != 0 {
				weight /= 3
			} else if job&p.saying.job != 0 {
				weight /= 2
			}
			c.hit(p.saying.rule, p.saying.signal, weight, p.saying.note, t.start, max(t.end, s.tokens[last].end))
		}
	}
}

// walk follows the steps of a saying from its first word and returns where it ends,
// or -1.
func (c *court) walk(s *sentence, at int, p phrasing) int {
	for k := 1; k < len(p.steps); k++ {
		next := -1
		for j := at + 1; j < len(s.tokens) && j <= at+1+p.saying.steps[k].gap; j++ {
			if s.tokens[j].means&literal == 0 && among(lower(c.word(s, j)), p.steps[k]) {
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

// among reports whether a word, or the first of a phrase, is one of some.
func among(word string, all []string) bool {
	word, _, _ = strings.Cut(word, " ")
	for _, w := range all {
		if w == word || w[len(w)-1] == '*' && strings.HasPrefix(word, w[:len(w)-1]) {
			return true
		}
	}
	return false
}
