package poisoning

import (
	"slices"
	"strings"
	"sync"
)

// harm weighs what a sentence says in so many words: a way around a check, harm
// that is put in place or hidden, a person to be deceived, a check that comes too
// late or not at all, an old approval that is used again. Text about defence says
// the same words; who defends is silent here.
func (c *court) harm(s *sentence) {
	if c.tagger.lang != english {
		return
	}
	if s.means&(ignore|attack|pretend|badNews|power) != 0 && !c.defends(s) {
		c.evades(s)
		c.plants(s)
	}
	if s.means&(person|model) != 0 {
		c.tricksSomebody(s)
	}
	if s.means&(before|negation|all|after|also) != 0 {
		c.unchecked(s)
	}
	if s.means&(shell|use|keep) != 0 {
		c.adhoc(s)
		c.replays(s)
	}
	if s.means&shell != 0 {
		c.persists(s)
	}
	if s.means&power != 0 {
		c.overreaches(s)
	}
	if s.means&orders != 0 && s.means&(keep|ignore) != 0 {
		c.outlasts(s)
	}
	if s.means&change != 0 && s.means&tool != 0 {
		c.overwrites(s)
		c.intercepts(s)
	}
}

// The kinds of words that harm looks for.
type deed uint16

const (
	evade    deed = 1 << iota // bypass, evade, circumvent
	guarding                  // check, filter, authentication: what is evaded
	hostile                   // malicious, backdoor
	plant                     // hide, inject, embed
	trick                     // trick, lure
	defend                    // detect, block, prevent
	verify                    // verify, authenticate, authorize
	rightful                  // ownership, permission, token: what is verified
	parse                     // parse, decode, process
	incoming                  // body, request, path
	arrives                   // access, download, delete
	lasting                   // future, later, subsequent
	bygone                    // previously, cached, earlier
	approval                  // approved, approval, consent
	pending                   // operation, command, action: what is approved
)

// deeds are beginnings of words; a longer one wins.
var deeds = sync.OnceValue(func() map[string]deed {
	return map[string]deed{
		"bypass": evade, "evad": evade, "circumvent": evade, "sidestep": evade, "subvert": evade, "defeat": evade, "outwit": evade,
		"auth": guarding | rightful, "authenticat": guarding | verify | rightful, "authoris": guarding | verify | rightful | approval, "authoriz": guarding | verify | rightful | approval,
		"acl": guarding, "acls": guarding, "permission": guarding | rightful, "check": guarding, "checking": guarding | verify, "checks": guarding, "filter": guarding, "validation": guarding,
		"sandbox": guarding, "detection": guarding, "scanner": guarding, "firewall": guarding, "allowlist": guarding, "whitelist": guarding, "blocklist": guarding, "denylist": guarding,
		"moderation": guarding, "safeguard": guarding, "antivirus": guarding, "inspection": guarding, "access": arrives | rightful,
		"malicious": hostile, "backdoor": hostile, "rogue": hostile, "trojan": hostile, "keylogger": hostile, "rootkit": hostile, "ransomware": hostile, "spyware": hostile, "malware": hostile,
		"hide": plant, "hides": plant, "hiding": plant, "conceal": plant, "inject": plant, "embed": plant, "plant": plant, "planting": plant, "smuggl": plant, "insert": plant, "deliver": plant, "disguis": plant, "sneak": plant,
		"injection": defend, "trick": trick, "tricks": trick, "tricking": trick, "deceiv": trick, "lure": trick, "luring": trick, "dupe": trick, "coax": trick, "fool": trick, "fools": trick, "manipulat": trick, "mislead": trick, "persuad": trick,
		"detect": defend, "block": defend, "prevent": defend, "protect": defend, "sanitis": defend, "sanitiz": defend, "mitigat": defend, "reject": defend, "guard": defend, "defend": defend,
		"against": defend, "avoid": defend, "warn": defend, "scan": defend, "flag": defend, "audit": defend, "refus": defend, "deny": defend, "denies": defend, "forbid": defend, "disallow": defend, "identify": defend, "identifies": defend, "find": defend, "classif": defend, "analy": defend, "report": defend, "whether": defend, "never": defend, "cannot": defend, "don't": defend, "not": defend, "mask": defend, "redact": defend, "escap": defend, "stop": defend, "fix": defend, "test": defend,
		"verif": verify, "validat": verify, "ownership": rightful, "owner": rightful, "token": rightful, "session": rightful, "signature": rightful, "identity": rightful, "credential": rightful, "caller": rightful,
		"pars": parse, "decod": parse, "deserial": parse, "unmarshal": parse, "unescap": parse, "process": parse, "apply": parse, "applies": parse, "evaluat": parse, "execut": parse, "load": parse, "read": parse | arrives,
		"body": incoming, "request": incoming, "payload": incoming, "path": incoming, "input": incoming, "header": incoming, "upload": incoming, "message": incoming, "cookie": incoming, "xml": incoming, "json": incoming,
		"download": arrives, "delet": arrives, "modif": arrives, "open": arrives, "edit": arrives, "updat": arrives, "remov": arrives,
		"future": lasting, "later": lasting, "subsequent": lasting, "coming": lasting,
		"previously": bygone, "cached": bygone, "earlier": bygone, "stored": bygone, "remembered": bygone, "old": bygone, "saved": bygone,
		"approv": approval, "consent": approval, "confirmation": approval, "permit": approval,
		"operation": pending, "command": pending, "action": pending, "call": pending, "shell": pending, "script": pending, "deletion": pending,
	}
})

// A beginning is how words of one kind begin.
type beginning struct {
	prefix string
	deed   deed
}

// beginnings are the deeds by their first three letters, longest first.
var beginnings = sync.OnceValue(func() map[string][]beginning {
	all := make(map[string][]beginning, len(deeds()))
	for prefix, d := range deeds() {
		all[prefix[:3]] = append(all[prefix[:3]], beginning{prefix, d})
	}
	for _, list := range all {
		slices.SortFunc(list, func(a, b beginning) int { return len(b.prefix) - len(a.prefix) })
	}
	return all
})

// deedsOf returns what a word does, by its longest known beginning.
func deedsOf(word string) deed {
	word = lower(word) // may be shorter: a curly apostrophe becomes a straight one
	if len(word) < 3 {
		return 0
	}
	for _, b := range beginnings()[word[:3]] {
		if n := len(b.prefix); strings.HasPrefix(word, b.prefix) && (n > 3 || word == b.prefix || word == b.prefix+"s") && (n > 4 || len(word) <= n+4) {
			return b.deed
		}
	}
	return 0
}

// deedAt returns what the word at i does.
func (c *court) deedAt(s *sentence, i int) deed {
	if t := &s.tokens[i]; t.whole() {
		return t.deed
	}
	return deedsOf(c.word(s, i))
}

// does reports where a word of one kind stands in from..to, or -1.
func (c *court) does(s *sentence, from, to int, want deed) int {
	for i := max(from, 0); i < min(to, len(s.tokens)); i++ {
		if s.tokens[i].means&literal == 0 && c.deedAt(s, i)&want != 0 {
			return i
		}
	}
	return -1
}

// defends reports whether a sentence speaks of defence.
func (c *court) defends(s *sentence) bool {
	for i := range s.tokens {
		if s.tokens[i].negated || c.deedAt(s, i)&defend != 0 {
			return true
		}
	}
	return false
}

// declare records a deed.
func (c *court) declare(s *sentence, sig signal, note string, from, to int) {
	weight := 50
	if job := c.purpose(); job&attack != 0 {
		weight /= 3
	} else if sig == overrides && job&ignore != 0 {
		weight /= 2 // what the tool is openly for
	}
	rule := declaredHarm
	switch sig {
	case implants:
		rule = memoryImplant
	case approves:
		rule = approvalSuppression
	case claims:
		rule = privilegeClaim
	case tampers:
		rule = argumentRewriteDirective
	}
	c.hit(rule, sig, weight, note, s.tokens[from].start, s.tokens[to].end)
}

// evades finds a way around a check: "bypasses the access checks".
func (c *court) evades(s *sentence) {
	for i := range s.tokens {
		if isAttacker(s.tokens[i].folded) {
			return // it tells what others do
		}
		if c.deedAt(s, i)&evade == 0 {
			continue
		}
		if j := c.does(s, i+1, i+6, guarding); j > 0 && s.tokens[j].part == s.tokens[i].part {
			c.declare(s, overrides, "says how a check is got round", i, j)
			return
		}
	}
}

// isAttacker reports whether a word, in small letters, is one for people who attack.
func isAttacker(word string) bool {
	switch word {
	case "attacker", "attackers", "adversary", "adversaries", "intruder", "intruders", "hacker", "hackers", "fraudster", "fraudsters", "scammer", "scammers":
		return true
	}
	return false
}

// plants finds harm that is hidden or put in place: "to hide malicious code".
func (c *court) plants(s *sentence) {
	for i := range s.tokens {
		if c.deedAt(s, i)&plant == 0 {
			continue
		}
		if j := c.does(s, i+1, i+4, hostile); j > 0 {
			c.declare(s, deceives, "says that it puts something malicious in place", i, j)
			return
		}
	}
}

// tricksSomebody finds a person or model to be deceived: "trick the user into".
func (c *court) tricksSomebody(s *sentence) {
	for into := 2; into < len(s.tokens); into++ {
		if t := &s.tokens[into]; t.means != 0 || t.end-t.start != len("into") || s.tokens[into-1].means&(person|model) == 0 || !strings.EqualFold(c.word(s, into), "into") {
			continue
		}
		if i := c.does(s, into-4, into-1, trick); i >= 0 && !c.defends(s) {
			c.declare(s, deceives, "says that somebody is to be deceived", i, into)
		}
		return
	}
}

// unchecked finds work on what comes from outside before it is known who sent it,
// a check that is left out, and things of others that anybody reaches.
func (c *court) unchecked(s *sentence) {
	for i := range s.tokens {
		if t := &s.tokens[i]; t.means&(before|negation|all) == 0 && t.end-t.start != len("then") {
			continue
		}
		switch w := c.small(s, i); {
		case w == "before" || strings.HasPrefix(w, "prior to"):
			check := c.does(s, i+1, i+6, verify|guarding)
			if check < 0 || c.does(s, i+1, i+6, rightful) < 0 {
				continue
			}
			if at := c.work(s, 0, i); at >= 0 {
				c.declare(s, skews, "works on what it was sent before it knows who sent it", at, check)
				return
			}
		case w == "then" && i > 0:
			check := c.does(s, i+1, i+2, verify)
			if check < 0 || c.does(s, check+1, check+4, rightful) < 0 {
				continue
			}
			if at := c.work(s, 0, i); at >= 0 {
				c.declare(s, skews, "works on what it was sent before it knows who sent it", at, check)
				return
			}
		case w == "without":
			if check := c.does(s, i+1, i+2, verify); check > 0 && strings.HasSuffix(c.word(s, check), "ing") {
				if k := c.does(s, check+1, check+3, rightful); k > 0 && (k+1 >= len(s.tokens) || !again(c.word(s, k+1))) {
					c.declare(s, skews, "leaves out the check whose it is", i, k)
					return
				}
			}
		case w == "any" && i+1 < len(s.tokens) && s.tokens[i+1].means&person != 0:
			if k := c.does(s, i+2, i+5, arrives); k > 0 {
				for j := k + 1; j < len(s.tokens); j++ {
					if v := c.word(s, j); strings.EqualFold(v, "id") || strings.EqualFold(v, "identifier") || strings.HasSuffix(v, "_id") {
						c.declare(s, skews, "lets anybody reach what belongs to others", i, j)
						return
					}
				}
			}
		}
	}
}

// again reports whether a check is only not repeated.
func again(word string) bool {
	word = lower(word)
	return word == "twice" || word == "again"
}

// work finds work on something that came from outside.
func (c *court) work(s *sentence, from, to int) int {
	at := c.does(s, from, to, parse)
	if at < 0 || c.does(s, from, to, incoming) < 0 || c.does(s, from, at, verify) >= 0 {
		return -1
	}
	return at
}

// replays finds an old approval that is used for something new: "run the previously
// approved command".
func (c *court) replays(s *sentence) {
	for i := range s.tokens {
		if s.tokens[i].means&use == 0 && !strings.EqualFold(c.word(s, i), "reuse") || s.tokens[i].negated || i > 1 && s.tokens[i-1].part == s.tokens[i].part && s.tokens[i-1].means&(oblige|model) == 0 {
			continue
		}
		old := c.does(s, i+1, i+4, bygone)
		if old < 0 {
			continue
		}
		if yes := c.does(s, old+1, old+3, approval); yes > 0 && (yes+1 >= len(s.tokens) || !procedure(c.word(s, yes+1))) {
			if what := c.does(s, yes+1, yes+7, pending); what > 0 {
				c.declare(s, approves, "takes an old approval for a new act", i, what)
				return
			}
		}
	}
}

// procedure reports whether an approval is a way of work and not one that was given.
func procedure(word string) bool {
	word, _, _ = strings.Cut(lower(word), " ")
	switch word {
	case "flow", "process", "workflow", "policy", "step", "steps", "rules", "rule", "form", "settings":
		return true
	}
	return false
}

// overreaches finds a demand for everything: "request unrestricted capabilities".
func (c *court) overreaches(s *sentence) {
	for i := range s.tokens {
		if s.tokens[i].means&power == 0 {
			continue
		}
		switch c.small(s, i) {
		case "unrestricted", "root access", "god mode", "highest privileges", "full privileges", "elevated":
		default:
			continue
		}
		for k := i - 1; k >= 0 && k >= i-3; k-- {
			switch c.small(s, k) {
			case "request", "requests", "demand", "demands", "obtain", "grant", "acquire", "claim", "ask for":
				c.declare(s, claims, "demands every right", k, min(i+1, len(s.tokens)-1))
				return
			}
		}
	}
}

// outlasts finds instructions that are kept for later requests.
func (c *court) outlasts(s *sentence) {
	for i := range s.tokens {
		if s.tokens[i].means&keep == 0 || s.tokens[i].negated {
			continue
		}
		for j := i + 1; j < len(s.tokens) && j <= i+5; j++ {
			if s.tokens[j].means&orders == 0 || s.means&ignore == 0 {
				continue
			}
			if k := c.does(s, j+1, j+6, lasting); k > 0 {
				c.declare(s, implants, "keeps instructions for later requests", i, k)
				return
			}
		}
	}
}

// overwrites finds a tool that orders its own run around another operation to
// change what goes in or comes out.
func (c *court) overwrites(s *sentence) {
	if !s.speaks(0, min(2, len(s.tokens)), before|after) {
		return
	}
	for i := range s.tokens {
		if w := c.small(s, i); w != "this" || i+1 >= len(s.tokens) || s.tokens[i+1].means&tool == 0 || i == 0 || !s.speaks(max(0, i-2), i, use) {
			continue
		}
		for j := i + 2; j < len(s.tokens) && j <= i+5; j++ {
			if s.tokens[j].means&change == 0 || s.tokens[j].negated {
				continue
			}
			for k := j + 1; k < len(s.tokens) && k <= j+4; k++ {
				switch c.small(s, k) {
				case "value", "values", "arguments", "operands":
					if k+1 >= len(s.tokens) || c.small(s, k+1) != "with" {
						continue
					}
					c.declare(s, tampers, "changes what another operation is given or returns", i, k)
					return
				case "result", "results", "output", "outputs", "response", "responses", "answer":
					c.declare(s, tampers, "changes what another operation is given or returns", i, k)
					return
				}
			}
		}
	}
}

// intercepts finds a tool that steps between another one and its reader.
func (c *court) intercepts(s *sentence) {
	for i := range s.tokens {
		w := c.small(s, i)
		if s.tokens[i].negated || !strings.HasPrefix(w, "intercept") && w != "capture" && w != "hijack" {
			continue
		}
		for j := i + 1; j < len(s.tokens) && j <= i+4; j++ {
			if s.tokens[j].means&tool == 0 || j+1 >= len(s.tokens) || s.tokens[j+1].means&(answer|data|argument) == 0 {
				continue
			}
			for k := j + 2; k < len(s.tokens) && k <= j+6; k++ {
				if s.tokens[k].means&change != 0 && !s.tokens[k].negated {
					c.declare(s, tampers, "changes what another operation is given or returns", i, k)
					return
				}
			}
		}
	}
}

// callsServers reports whether a word is a program by which tools are called from a
// command line: one named after the protocol, and no server.
func callsServers(program string) bool {
	return len(program) > len("mcp") && strings.HasPrefix(program, "mcp") && !strings.Contains(program, "server")
}

func into(word string) bool { return word == "to" || word == "into" || word == "in" }

// adhoc finds a command line that calls a tool of another server past the
// client that the person set up.
func (c *court) adhoc(s *sentence) {
	for i := 0; i+1 < len(s.tokens); i++ {
		if c.view.Text[s.tokens[i].start]|0x20 != 'm' {
			continue
		}
		w := c.small(s, i)
		verb := i + 1
		if w == "mcp" && verb+1 < len(s.tokens) && s.tokens[verb].start == s.tokens[i].end+1 {
			w += "-" + c.small(s, verb)
			verb++
		}
		if !callsServers(w) {
			continue
		}
		switch c.small(s, verb) {
		case "call", "run", "exec", "invoke":
			c.hit(runCommandDirective, commands, 50, "has tools of another server called past the client", s.tokens[i].start, s.tokens[verb].end)
			return
		}
	}
}

// persists finds a line that is written where the system starts from or trusts:
// "write it into the hosts file".
func (c *court) persists(s *sentence) {
	for i := range s.tokens {
		switch c.small(s, i) {
		case "write", "append", "add", "insert", "put", "copy":
		default:
			continue
		}
		if s.tokens[i].negated || i > 0 && s.tokens[i-1].means&(oblige|model|first|auto) == 0 && s.tokens[i-1].part == s.tokens[i].part {
			continue
		}
		for j := i + 1; j < len(s.tokens) && j <= i+12; j++ {
			switch c.small(s, j) {
			case "hosts file", "crontab", "the crontab", "sudoers", "authorized_keys", "authorized keys", ".bashrc", ".zshrc", "shell profile", "startup folder", "git hook", "pre-commit hook", "login items", "launchagent", "autostart":
				if where := c.small(s, j-1); where != "to" && where != "into" && where != "the" && where != "in" || where == "the" && !into(c.small(s, j-2)) {
					return
				}
				weight := 50
				if job := c.purpose(); job&(shell|attack) != 0 {
					weight /= 2
				}
				c.hit(runCommandDirective, commands, weight, "has a line written where the system starts from", s.tokens[i].start, s.tokens[j].end)
				return
			}
		}
	}
}
