package poisoning

import (
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer"
)

// A saying is a wrong that texts put into much the same words: steps in this order,
// each near the one before. Sentences of defence, unless it is blunt, and what is negated
// say nothing.
type saying struct {
	rule   *analyzer.Rule
	signal signal
	weight int
	job    concept // a tool whose job is one of these is expected to say so
	blunt  bool    // holds in sentences of defence as well
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
	// Harm that a tool says it does.
	{rule: declaredHarm, signal: deceives, weight: 45, note: "says that it spies on somebody", steps: []step{
		{0, "record records recording log logs capture captures intercept intercepts collect collects"}, {3, "keystroke keystrokes keypresses"}, {6, "person user user's users everyone everybody anyone employee employees victim whoever child children partner"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it spies on somebody", steps: []step{
		{0, "webcam camera microphone screen screenshots"}, {6, "without"}, {3, "notice noticing knowing knowledge consent permission indicator led light"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it spies on somebody", steps: []step{
		{0, "stealthily covertly secretly surreptitiously"}, {2, "record* watch* monitor* photograph* observ* track* listen* follow* film*"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it runs malicious software", steps: []step{
		{0, "start starts install installs run runs activate* deploy* launch* drop drops"}, {3, "keylogger* spyware rootkit* ransomware botnet* backdoor* trojan* infostealer* cryptominer* stalkerware"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it opens the machine to somebody", steps: []step{
		{0, "open opens spawn* start starts establish* launch* give gives"}, {3, "reverse"}, {1, "shell shells"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it holds data to ransom", steps: []step{
		{0, "encrypt encrypts lock locks"}, {8, "file files document documents disk disks drive drives data folder folders"}, {8, "and then"}, {12, "ransom bitcoin monero note"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it hides traces", steps: []step{
		{0, "delet* remov* clear* wip* eras* purg* cleans clean truncat*"}, {5, "log logs history journal journals trail traces evidence"}, {12, "traces responders investigators investigator forensic* unnoticed undetected auditors"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it hides traces", steps: []step{
		{0, "leav*"}, {2, "no without"}, {1, "traces evidence"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it hides traces", steps: []step{
		{0, "without"}, {1, "leaving"}, {2, "trace traces evidence record"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it destroys what could be restored from", steps: []step{
		{0, "wip* eras* delet* purg* destroy*"}, {6, "backup backups snapshot snapshots copies"}, {10, "nothing cannot can't impossible"}, {3, "restor* recover*"}}},
	{rule: declaredHarm, signal: steals, weight: 50, note: "says that it takes credentials", steps: []step{
		{0, "dump dumps extract extracts harvest harvests steal steals grab grabs pull pulls scrape scrapes"}, {4, "saved stored browser browsers' keychain keyring"}, {3, "password* cookie* credential* login* secret*"}}},
	{rule: declaredHarm, signal: steals, weight: 50, note: "says that it guesses its way in", steps: []step{
		{0, "try tries trying test tests"}, {3, "leaked stolen breached"}, {4, "password* credential* username* pair*"}}},
	{rule: declaredHarm, signal: steals, weight: 50, note: "says that it guesses its way in", steps: []step{
		{0, "brute-force* bruteforce* brute"}, {4, "password* login* pin pins account* passcode*"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it spreads by itself", steps: []step{
		{0, "copies copy spreads spread replicates replicate propagates propagate"}, {0, "itself"}, {5, "host hosts machine machines device devices computers repositories packages network subnet server servers"}}},
	{rule: declaredHarm, signal: overrides, weight: 50, note: "says that it switches protection off", steps: []step{
		{0, "disabl* turns turn switch* kill kills stop stops uninstall*"}, {4, "antivirus edr defender anti-malware anti-virus falcon gatekeeper"}}},
	{rule: declaredHarm, signal: deceives, weight: 50, note: "says that it deceives people", steps: []step{
		{0, "send sends create creates host hosts generate generates build builds clone clones"}, {3, "phishing fake counterfeit spoofed look-alike"}, {4, "login sign-in page pages site sites invoice invoices form forms portal"}}},

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

	{rule: toolPreferenceManipulation, signal: prefers, weight: 50, blunt: true, note: "speaks ill of other tools", steps: []step{
		{0, "other others another rival competing third-party remaining"}, {3, "tool tools function functions server servers plugin plugins connector connectors"},
		{10, "insecure unsafe compromised hacked leak leaks untrustworthy vulnerable malware toys"}}},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 40, blunt: true, note: "speaks ill of other tools", steps: []step{
		{0, "other others another rival competing third-party remaining"}, {3, "tool tools function functions server servers plugin plugins connector connectors"},
		{10, "deprecated obsolete outdated retired unmaintained broken stale inaccurate incorrectly unreliable buggy defective end-of-life"}}},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 35, note: "says what a good model chooses", steps: []step{
		{0, "assistant assistants agent agents model models reasoners llms"}, {5, "pick picks picked prefer prefers choose chooses select selects settle"}}},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 50, note: "begs to be chosen", steps: []step{
		{0, "pick choose select"}, {0, "me us"}}},
	{rule: toolPreferenceManipulation, signal: prefers, weight: 35, note: "says what a good model chooses", steps: []step{
		{0, "competent well-aligned aligned helpful careful responsible smart capable reasonable"}, {0, "assistant assistants agent agents model models ai llm llms"}}},

	// What the person wants.
	{rule: instructionOverride, signal: overrides, weight: 40, note: "goes against what the person says", steps: []step{
		{0, "even"}, {0, "if when where though"}, {0, "the a"}, {0, "user customer person human"}, {2, "asks asked wants wanted insists insisted prefers preferred objects objected declines declined refuses refused chose"}}},
	{rule: instructionOverride, signal: overrides, weight: 50, note: "goes against what the person says", steps: []step{
		{0, "regardless irrespective"}, {0, "of"}, {3, "user user's customer customer's person's human"}, {3, "asks asked says said wants request requests instruction* preference* wishes choice stated specified named"}}},
	{rule: misleadingAnswerDirective, signal: deceives, weight: 40, note: "makes something pass for what it is not", steps: []step{
		{0, "present presented presents show shown state stated report reported pass passed describe* label* count*"}, {2, "as"}, {1, "verified official published independent neutral original genuine"}, {1, "value values result results figure figures list record records advice opinion source data answer one ones"}}},

	// Secrets from the person.
	{rule: concealFromUser, signal: conceals, weight: 50, blunt: true, note: "keeps something from the person", steps: []step{
		{0, "user users person customer human"}, {0, "must should may shall"}, {0, "not never"}, {1, "find know learn"}, {0, "out about of this that it the"}}},
	{rule: concealFromUser, signal: conceals, weight: 50, note: "keeps something from the person", steps: []step{
		{0, "hide hides keep keeps"}, {0, "this it that"}, {2, "from"}, {1, "user users person customer human"}}},
	{rule: concealFromUser, signal: conceals, weight: 50, note: "keeps something from the person", steps: []step{
		{0, "without"}, {1, "user user's users person customer human"}, {0, "knowing noticing knowledge"}}},

	// Approval.
	{rule: approvalSuppression, signal: approves, weight: 45, note: "answers for the person", steps: []step{
		{0, "answer confirm click accept approve"}, {4, "behalf"}, {0, "of"}, {1, "user person customer human"}}},
	{rule: approvalSuppression, signal: approves, weight: 50, note: "takes the installation for an approval", steps: []step{
		{0, "consent* agreed accepted approv*"}, {3, "by with when at"}, {2, "install* connecting"}}},
	{rule: approvalSuppression, signal: approves, weight: 50, note: "removes the person's approval", steps: []step{
		{0, "answer answers click clicks choose confirm select reply"}, {6, "always"}, {0, "allow"}}},
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
		if !t.begins || t.negated || t.means&literal != 0 {
			continue
		}
		w := c.small(s, i)
		if len(w) < 3 {
			continue
		}
		for _, p := range all[w[:3]] {
			if !among(w, p.steps[0]) {
				continue
			}
			last := c.walk(s, i, p)
			if last < 0 || !p.saying.blunt && c.defends(s) {
				continue
			}
			weight := p.saying.weight
			if t.quoted && s.means&(attack|consent) != 0 || i >= 3 && s.tokens[i-3].means&attack != 0 {
				weight /= 3 // an example, or what somebody "may try to" do
			}
			if job := c.purpose(); job&attack != 0 {
				weight /= 3
			} else if job&p.saying.job != 0 {
				weight /= 2
			}
			if p.saying.signal == conceals && c.namesOthers(s, i, last) {
				weight = weight * 3 / 4
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
			if s.tokens[j].means&literal == 0 && among(c.small(s, j), p.steps[k]) {
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
