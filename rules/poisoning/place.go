package poisoning

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// place weighs a text by where it stands: values that a schema chooses for the
// person, and names that are no names.
func (c *court) place(t *mcp.Text) {
	c.view = nil
	c.standing(t)
	switch t.Role {
	case mcp.RoleDefault, mcp.RoleConst:
		c.chosen(t)
		c.described(t)
	case mcp.RoleExample:
		c.described(t)
	case mcp.RoleEnum:
		c.choice(t)
		if strings.Count(t.Value, " ") >= 6 && c.speaks(splitName(t.Value)) {
			c.whole(fullSchemaPoisoning, harvests, 50, "asks for something in a choice")
		}
		c.name(t)
	case mcp.RoleParameterName, mcp.RoleRequired:
		c.name(t)
	}
}

// whole records a sign at the whole text.
func (c *court) whole(rule *analyzer.Rule, sig signal, weight int, note string) {
	c.hits = append(c.hits, hit{rule: rule, signal: sig, weight: weight, note: note, start: 0, end: len(c.text.Value), quote: c.text.Value})
}

// sinkWord reports whether a word of a parameter's name says that results go somewhere
// besides the caller.
func sinkWord(word string) bool {
	switch word {
	case "cc", "bcc", "cco", "copy", "copies", "archive", "journal", "notify", "notification",
		"audit", "log", "logging", "mirror", "forward", "relay", "backup", "report", "reports",
		"webhook", "callback", "hook", "telemetry", "collector", "sink", "beacon", "analytics",
		"tracking", "ping", "metrics", "watch", "escrow", "sync", "replica", "postback", "observer",
		"monitor", "duplicate", "supervisor", "compliance", "also", "second", "extra", "oversight", "delivery", "reply", "receipt", "receipts":
		return true
	}
	return false
}

// chosen weighs a default or constant.
func (c *court) chosen(t *mcp.Text) {
	value := strings.TrimSpace(t.Value)
	kind := shapeOf(value)
	sink := false
	if kind == address {
		for _, w := range splitName(t.Parameter) {
			sink = sink || sinkWord(w)
		}
	}
	switch {
	case strings.ContainsAny(value, " \n") && !bankAccount(value):
		return
	case bankAccount(value) || cryptoAccount(value):
		c.whole(covertRecipientDefault, bills, 60, "chooses an account for the person")
	case kind == secretPath:
		c.whole(sensitivePathInText, steals, 60, "chooses a credential file")
	case kind == address && placeholderHost(value):
	case kind == address && sink:
		c.whole(covertRecipientDefault, diverts, 55, "chooses a recipient for the person")
	case kind == address && t.Role == mcp.RoleConst:
		c.whole(covertRecipientDefault, diverts, 50, "chooses an address for the person")
	case kind == address && strings.Contains(value, "@") && !strings.Contains(value, "://"):
		c.whole(covertRecipientDefault, diverts, 35, "chooses an address for the person")
	}
}

// described weighs a default, constant or example that is no value but says what
// to put there.
func (c *court) described(t *mcp.Text) {
	if len(t.Value) < minDescribed || !strings.Contains(t.Value, " ") && t.Value[len(t.Value)-1] < 0x80 {
		return
	}
	var m concept
	for _, tok := range c.tagger.tag(t.Value) {
		m |= tok.means
	}
	if job := c.purpose(); m&(talk|secret|inner)&^job != 0 && m&(person|model|all|prior) != 0 && m&attack == 0 {
		c.whole(fullSchemaPoisoning, harvests, 50, "asks for the conversation or credentials as a value")
	}
}

// minDescribed is the length from which a value can be a sentence.
const minDescribed = 16

// choice weighs an enum value.
func (c *court) choice(t *mcp.Text) {
	if at := strings.IndexByte(t.Value, '@'); at > 0 && shapeOf(t.Value) == address && !placeholderHost(t.Value) {
		c.whole(covertRecipientDefault, diverts, 50, "chooses an address for the person")
	}
}

// placeholderHost reports whether an address is one that documents use.
func placeholderHost(s string) bool {
	for _, host := range [...]string{"example.com", "example.org", "example.net", "localhost", "127.0.0.1", "your", "domain.com", "acme."} {
		if strings.Contains(s, host) {
			return true
		}
	}
	return false
}

// bankAccount reports whether s has the form of an IBAN.
func bankAccount(s string) bool {
	flat := strings.ReplaceAll(s, " ", "")
	if len(flat) < 15 || len(flat) > 34 || flat[0] < 'A' || flat[0] > 'Z' || flat[1] < 'A' || flat[1] > 'Z' {
		return false
	}
	digits := 0
	for i := 2; i < len(flat); i++ {
		switch c := flat[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c < 'A' || c > 'Z':
			return false
		}
	}
	return digits >= 12 && flat[2] >= '0' && flat[2] <= '9' && flat[3] >= '0' && flat[3] <= '9'
}

// cryptoAccount reports whether s has the form of a Bitcoin or Ethereum address
// that holds something; the zero address is a placeholder.
func cryptoAccount(s string) bool {
	switch {
	case strings.HasPrefix(s, "0x") && len(s) == 42:
		return strings.Count(s, "0") < 20 && isHexDigits(s[2:])
	case strings.HasPrefix(s, "bc1") && len(s) >= 40 && len(s) <= 62:
		return true
	}
	return false
}

func isHexDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f') {
			return false
		}
	}
	return true
}

// Limits of an honest name.
const (
	minName      = 8  // shorter names ask for nothing
	minProseName = 18 // shorter names are no sentences

	maxNameWords = 8
	maxNameBytes = 64
)

// harvested returns what a parameter of this name asks for: the conversation (talk),
// the model's own instructions or thoughts (inner), or nothing.
func harvested(name string) concept {
	switch name {
	case "conversation", "conversationhistory", "chathistory", "messagehistory", "previousmessages",
		"fullcontext", "conversationcontext", "chatcontext", "dialoguehistory", "transcriptsofar", "userprompt", "originalprompt",
		"fullconversation":
		return talk
	case "chainofthought", "systemprompt", "toolslist", "availabletools", "previoustoolresults", "toolcallhistory", "sidenote",
		"assistantcontext":
		return inner
	}
	return 0
}

// harvests reports whether a parameter asks for what its tool has no use for. Tools that
// talk to a model of their own have, and who judges an answer wants to see the question.
func (c *court) harvests(parameter string) bool {
	var buffer [64]byte
	what := harvested(string(appendPlain(buffer[:0], parameter)))
	if what == 0 || c.purpose()&(what|model|inner) != 0 {
		return false
	}
	return what != talk || !containsAny(c.opening, "answer", "reply", "replies", "respon")
}

// name weighs a parameter name or enum value as prose, and what it asks for.
func (c *court) name(t *mcp.Text) {
	if len(t.Value) < minName {
		return
	}
	if t.Role == mcp.RoleParameterName && c.harvests(t.Value) {
		c.whole(contextHarvestingParameter, harvests, 55, "asks for the conversation")
		return
	}
	if len(t.Value) < minProseName {
		return
	}
	words := splitName(t.Value)
	if len(words) < 4 {
		return
	}
	prose := strings.Count(t.Value, " ") >= 5 && t.Role != mcp.RoleEnum || len(words) > maxNameWords && len(t.Value) > maxNameBytes && c.speaks(words)
	if prose {
		c.whole(fullSchemaPoisoning, hides, 55, "is an instruction")
	}
	c.nameFrames(words)
}

// speaks reports whether words hold verbs and things an order needs.
func (c *court) speaks(words []string) bool {
	var m concept
	for _, w := range words {
		m |= c.tagger.lexicon.meaning(w)
	}
	return m&(read|send|put|use|tell|change) != 0 && m&(secret|talk|data|person|model|oblige|local|private) != 0
}

// nameFrames reads a long name as a sentence.
func (c *court) nameFrames(words []string) {
	var m concept
	for _, w := range words {
		m |= c.tagger.lexicon.meaning(w)
	}
	flat := strings.Join(words, "_")
	switch {
	case m&(read|put|send) != 0 && (isSecretPath(flat) || strings.Contains(flat, "id_rsa") || strings.Contains(flat, "ssh_key") || m&secret != 0 && m&local != 0):
		c.whole(fullSchemaPoisoning, steals, 60, "asks for credentials")
	case m&(send|copies) != 0 && shapeOf(c.text.Value) == address:
		c.whole(fullSchemaPoisoning, diverts, 55, "sends something to an address")
	case len(words) >= 6 && m&put != 0 && (m&talk != 0 || words[0] == "paste" || strings.Contains(flat, "_said") || strings.Contains(flat, "_wrote") || strings.Contains(flat, "_told")):
		c.whole(fullSchemaPoisoning, harvests, 55, "asks for what somebody wrote")
	case m&talk != 0 && m&all != 0 && c.purpose()&talk == 0:
		c.whole(fullSchemaPoisoning, harvests, 55, "asks for the conversation")
	case m&(copies|third) != 0 && m&(send|put) != 0 && m&(third|ours|elsewhere) != 0:
		c.whole(fullSchemaPoisoning, diverts, 55, "sends data to somebody")
	}
}
