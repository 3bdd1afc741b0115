package poisoning

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
)

// tagNames are the names of pseudo-elements that exist only to make text weigh
// more to a model.
var tagNames = [...]string{"important", "system", "critical", "secret", "hidden", "instruction", "instructions", "admin", "assistant", "urgent", "sys", "override", "confidential", "|im_start", "|system", "|im_end", "|assistant", "|user"}

// marking are the bytes that can begin a marker.
var marking = [256]bool{'<': true, '[': true, '(': true, ':': true, '|': true, '-': true, '>': true, '#': true,
	'_': true, '.': true, '{': true, '%': true, '/': true, '@': true, ';': true, '\'': true, '`': true, '!': true, '}': true, '&': true, '\\': true, '=': true, '*': true, '~': true}

// markers finds what weighs by its form: pseudo-tags, chat template tokens, role
// markers, banners, shell payloads and links that carry data.
func (c *court) markers(s string) {
	tagged, ordered := false, false // the first of each decides
	linked := 0                     // where the last address ends
	spoken := false                 // a colon may stand behind a role
	for i := 0; i < len(s); i++ {
		if !marking[s[i]] {
			continue
		}
		if follows(s, i) {
			c.payload(s, i)
		}
		if n := fence(s, i); n > 0 && !tagged {
			tagged = true
			c.mark(instructionTag, claims, 50, "poses as a message of the system", i, i+n)
		}
		switch s[i] {
		case '<':
			if n := pseudoTag(s[i+1:]); n > 0 && !tagged {
				tagged = true
				c.mark(instructionTag, claims, 60, "carries an instruction tag", i, i+1+n)
			}
		case '[':
			if len(s)-i > 11 && strings.EqualFold(s[i:i+11], "[important]") {
				c.mark(instructionTag, claims, 20, "carries an instruction marker", i, i+11)
			}
			if n := bracket(s[i+1:]); n > 0 && !tagged {
				tagged = true
				c.mark(instructionTag, claims, 60, "carries an instruction marker", i, i+1+n)
			}
		case ':':
			spoken = spoken || i > 0 && (s[i-1]|0x20 == 'm' || s[i-1]|0x20 == 't')
			if from := banner(s[:i]); from >= 0 {
				c.mark(authorityBanner, claims, 30, "borrows authority with a banner", from, i+1)
			}
			if i >= linked && strings.HasPrefix(s[i:], "://") {
				linked = c.link(s, linked, i)
			}
		case '|':
			if n := pipe(s[i+1:]); n > 0 && !ordered {
				ordered = true
				c.mark(shellPayloadInText, commands, 60, "holds a command that pipes into a shell", i, i+1+n)
			}
		case '(':
			if !ordered && (strings.HasPrefix(s[i:], "(curl ") || strings.HasPrefix(s[i:], "(wget ") || strings.HasPrefix(s[i:], "(fetch ")) {
				ordered = true
				c.mark(shellPayloadInText, commands, 60, "runs what it downloads", i, i+6)
			}
		case '-':
			if !ordered && (strings.HasPrefix(s[i:], "-rf /") || strings.HasPrefix(s[i:], "-rf ~") || strings.HasPrefix(s[i:], "-EncodedCommand") || strings.HasPrefix(s[i:], "-enc ")) {
				ordered = true
				c.mark(shellPayloadInText, commands, 60, "holds a shell payload", i, i+5)
			}
		case '>':
			if !ordered && (strings.HasPrefix(s[i:], ">> ~/") || strings.HasPrefix(s[i:], ">>~/") || strings.HasPrefix(s[i:], ">> /etc/")) {
				ordered = true
				c.mark(shellPayloadInText, commands, 60, "holds a command that writes to a profile", i, i+5)
			}
		case '#':
			if strings.HasPrefix(s[i:], "### Instruction") || strings.HasPrefix(s[i:], "### System") {
				c.mark(instructionTag, claims, 50, "carries an instruction marker", i, i+10)
			}
		}
	}
	if start, end := accountIn(s); end > 0 {
		c.mark(covertRecipientDefault, bills, 50, "names an account to use", start, end)
	}
	if !spoken {
		return
	}
	if at := strings.Index(s, "\n\nHuman:"); at >= 0 && strings.Contains(s[at:], "\n\nAssistant:") {
		c.mark(instructionTag, claims, 50, "poses as a conversation", at+2, at+8)
	}
	if n := roleMarker(s); n > 0 {
		c.mark(instructionTag, claims, 40, "uses a role marker", n-1, n+6)
	}
}

// mark records a sign of form; in the text of a tool about attacks it is an
// example.
func (c *court) mark(rule *analyzer.Rule, sig signal, weight int, note string, start, end int) {
	if s := c.view.Text; sig == commands {
		switch {
		case rule == shellPayloadInText && refused(s[max(0, start-60):min(end+60, len(s))]):
			weight /= 3
		case warned(s):
			weight /= 2
		}
		if rule == shellPayloadInText && strings.HasSuffix(s[:start], "rm ") {
			start -= len("rm ")
		}
	}
	if c.purpose()&attack != 0 {
		weight /= 3
	}
	c.hit(rule, sig, weight, note, start, min(end, len(c.view.Text)))
}

// accountIn finds an IBAN in prose, unless it is given as an example.
func accountIn(s string) (start, end int) {
	for i := 0; i+15 < len(s); i++ {
		if s[i+3] >= 'a' { // none of the first four characters of an account
			i += 3
			continue
		}
		if s[i] < 'A' || s[i] > 'Z' || s[i+1] < 'A' || s[i+1] > 'Z' || s[i+2] < '0' || s[i+2] > '9' || s[i+3] < '0' || s[i+3] > '9' || i > 0 && inWord(s[i-1]) {
			continue
		}
		end := i + 4
		for end < len(s) && end < i+42 && (inAccount(s[end]) || s[end] == ' ' && end+1 < len(s) && inAccount(s[end+1])) {
			end++
		}
		before := s[max(0, i-16):i]
		if bankAccount(s[i:end]) && !strings.Contains(before, "e.g") && !strings.Contains(before, "ample") {
			return i, end
		}
	}
	return 0, 0
}

func inAccount(c byte) bool { return isDigit(c) || c >= 'A' && c <= 'Z' }

// warned reports whether a text says not to run what it shows.
func warned(s string) bool {
	for _, words := range [...]string{"don't run", "do not run", "never run", "not executed", "never executed", "don't execute", "do not execute"} {
		if strings.Contains(s, words) {
			return true
		}
	}
	return false
}

// pseudoTag returns the length of an instruction tag that follows "<", or 0.
func pseudoTag(s string) int {
	s = strings.TrimPrefix(s, "/")
	for _, name := range tagNames {
		if len(s) > len(name) && strings.EqualFold(s[:len(name)], name) && (s[len(name)] == '>' || s[len(name)] == '|') {
			return len(name) + 1
		}
	}
	return 0
}

// bracket returns the length of "[INST]" and its kin after "[", or 0.
func bracket(s string) int {
	s = strings.TrimPrefix(s, "/")
	end := strings.IndexByte(s[:min(len(s), 40)], ']')
	if end < 0 {
		return 0
	}
	switch inside := s[:end]; {
	case inside == "INST", strings.HasSuffix(inside, " DIRECTIVE"), strings.HasSuffix(inside, " OVERRIDE"), strings.HasPrefix(inside, "HIDDEN "), inside == "SYSTEM":
		return end + 1
	}
	return 0
}

// fence returns the length of a line such as "=== SYSTEM MESSAGE ===" up to its last
// word, where one begins at i, or 0.
func fence(s string, i int) int {
	switch s[i] {
	case '=', '-', '*', '~', '#':
	default:
		return 0
	}
	if i > 0 && s[i-1] == s[i] {
		return 0
	}
	from := i
	for from < len(s) && s[from] == s[i] {
		from++
	}
	if from-i < 3 {
		return 0
	}
	to := from
	for to < len(s) && to < from+60 && (s[to] == ' ' || s[to] == '_' || s[to] >= 'A' && s[to] <= 'Z') {
		to++
	}
	speaker, message := false, false
	for _, word := range strings.FieldsFunc(s[from:to], func(r rune) bool { return r == ' ' || r == '_' }) {
		switch word {
		case "SYSTEM", "ADMIN", "ADMINISTRATOR", "DEVELOPER":
			speaker = true
		case "MESSAGE", "NOTICE", "PROMPT", "INSTRUCTION", "INSTRUCTIONS", "DIRECTIVE", "DIRECTIVES", "OVERRIDE", "COMMAND", "ORDER":
			message = true
		}
	}
	if !speaker || !message {
		return 0
	}
	for s[to-1] == ' ' || s[to-1] == '_' {
		to--
	}
	return to - i
}

// bannerHead and bannerTail know the words of a banner: "Security Policy:".
func bannerHead(word string) bool {
	switch word {
	case "system", "internal", "security", "compliance", "research", "admin", "developer", "maintenance", "privilege", "performance", "policy", "audit", "content", "moderation", "safety", "emergency", "operational", "regulatory", "privacy", "trust", "note", "priority", "override":
		return true
	}
	return false
}
func bannerTail(word string) bool {
	switch word {
	case "update", "note", "notice", "alert", "policy", "protocol", "advisory", "check", "enhancement", "override", "requirement", "verification", "optimization", "directive", "instruction", "mandate", "rule", "procedure", "ai", "assistants", "agents", "llms", "models":
		return true
	}
	return false
}

// banner returns where a banner that ends s starts, or -1.
func banner(s string) int {
	end := len(s)
	if head := strings.TrimRight(s, " \t"); !bannerTail(lower(head[lastWord(head):])) {
		return -1
	}
	start := end
	for start > 0 && s[start-1] != '\n' && s[start-1] != '.' && s[start-1] != '>' && end-start < 40 {
		start--
	}
	words := strings.Fields(s[start:end])
	if n := len(words); n < 2 || n > 4 || !bannerHead(strings.ToLower(words[0])) || !bannerTail(strings.ToLower(words[n-1])) {
		return -1
	}
	if words[0][0] < 'A' || words[0][0] > 'Z' {
		return -1
	}
	for start < end && s[start] == ' ' {
		start++
	}
	return start
}

// lastWord returns where the word begins that ends s.
func lastWord(s string) int {
	i := len(s)
	for i > 0 && len(s)-i < 16 && s[i-1]|0x20 >= 'a' && s[i-1]|0x20 <= 'z' {
		i--
	}
	return i
}

// pipe returns how much of a shell follows "|", or 0.
func pipe(s string) int {
	t := strings.TrimLeft(s, " ")
	for _, shell := range [...]string{"sh", "bash", "zsh", "sudo", "python", "node", "iex", "nc", "curl"} {
		if strings.HasPrefix(t, shell) && (len(t) == len(shell) || t[len(shell)] == ' ' || t[len(shell)] == '"' || t[len(shell)] == '\'' || t[len(shell)] == '`' || t[len(shell)] == '.' || t[len(shell)] == ')' || t[len(shell)] == '\n' || t[len(shell)] == '3') {
			return len(s) - len(t) + len(shell)
		}
	}
	return 0
}

// roleMarker finds "system:" or "assistant:" at the start of a line and returns
// the offset behind its first letter, or 0.
func roleMarker(s string) int {
	for _, role := range [...]string{"system:", "assistant:", "SYSTEM:", "System:", "ASSISTANT:"} {
		for from := 0; ; {
			at := strings.Index(s[from:], role)
			if at < 0 {
				break
			}
			at += from
			before := strings.TrimRight(s[:at], " \t\r\v\f\u00a0")
			if (before == "" || strings.HasSuffix(before, "\n")) && (at > 0 || role[0] != 'S' || role[1] == 'Y') {
				return at + 1
			}
			from = at + len(role)
		}
	}
	return 0
}

// link finds addresses that carry data out when they are rendered: an image or
// pixel with a slot, or one that is completed with what was said. The address around
// "://" at at does not begin before from; its end is returned.
func (c *court) link(s string, from, at int) int {
	start := from + strings.LastIndexAny(s[from:at], " \n\t\"'`(<") + 1
	end := at
	for end < len(s) && s[end] > ' ' && s[end] != ')' && s[end] != '"' && s[end] != '`' && s[end] != '\'' {
		end++
	}
	url := s[start:end]
	if kind := throwaway(url); kind != "" {
		c.mark(suspiciousLink, links, 50, "links to "+kind, start, end)
	}
	around := strings.ToLower(s[max(0, start-80):start])
	image := strings.Contains(around, "image") || strings.Contains(around, "pixel") || strings.Contains(around, "![") || strings.Contains(around, "<img") || strings.Contains(around, "badge")
	slot := strings.ContainsAny(url, "{<") && strings.ContainsAny(url, "?=")
	after := strings.ToLower(s[end:min(len(s), end+60)])
	completed := strings.Contains(after, "followed by") || strings.Contains(after, "encoded") || strings.Contains(after, "append")
	if image && (slot || completed) && !placeholderHost(url) {
		c.mark(renderedExfilLink, diverts, 60, "has a link shown that carries data out", start, end)
	}
	return end
}
