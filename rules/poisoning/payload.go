package poisoning

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// seconds are the bytes that stand behind the first of a payload.
var seconds = [256]string{'_': "_", '[': "'\"", '.': "p2g", '{': "{jT", '%': "2", '/': "de.", ':': "t \"/fdalewc", '-': "rfe-iv", '@': "~/.$", '\'': " ouOU", '`': "ephcsg", '!': "!", '&': "#", '\\': "u", '|': "'", '>': ".", '}': ".", ';': " dDtTeEsS"}

// follows reports whether the marking byte at i can begin a payload.
func follows(s string, i int) bool {
	if s[i] == '(' {
		return i > 0 && (inWord(s[i-1]) || s[i-1] == '$')
	}
	return i+1 < len(s) && strings.IndexByte(seconds[s[i]], s[i+1]) >= 0
}

// payload finds code and commands that do harm wherever a model copies them:
// hostile calls, polluted prototypes, filled-in templates, reverse shells, climbing
// paths. At i stands one of the bytes of marking.
func (c *court) payload(s string, i int) {
	switch rest := s[i:]; s[i] {
	case '(':
		c.call(s, i)
		if i > 0 && s[i-1] == '$' && startsWithAny(rest[1:], "cat ", "env", "printenv", "whoami", "id)", "base64 ", "< /") && containsAny(s, "curl", "wget", "http", "nc ") {
			c.code(shellPayloadInText, 55, "holds a command that sends what another prints", i-1, i+5)
		}
	case '_':
		if strings.HasPrefix(rest, "__proto__") && assigned(rest[len("__proto__"):]) && !strings.Contains(s[max(0, i-24):i], "delete ") {
			c.code(codePayloadInText, 55, "holds code that changes every object", i, i+len("__proto__"))
		}
	case '[', '.':
		for _, way := range [...]string{".prototype", "['prototype']", `["prototype"]`} {
			if strings.HasPrefix(rest, way) && strings.Contains(s[max(0, i-16):i], "constructor") && assigned(rest[len(way):]) {
				c.code(codePayloadInText, 55, "holds code that changes every object", i, i+len(way))
			}
		}
		if i >= 3 && strings.HasPrefix(rest, ".254.169.254") && s[i-3:i] == "169" || strings.HasPrefix(rest, ".google.internal") && strings.HasSuffix(s[:i], "metadata") {
			c.code(sensitivePathInText, 50, "points at the service that hands out the cloud's credentials", max(0, i-8), i+13)
		}
	case '{':
		c.slot(s, i)
	case '%':
		if n := doubled25(rest); n > 0 {
			if at := strings.Index(clipAt(rest[n:], 8), "%25"); at >= 0 && doubled25(rest[n+at:]) > 0 {
				c.code(codePayloadInText, 50, "holds a path that is encoded twice", i, i+2*n+at)
			}
		}
	case '/':
		c.climb(s, i)
	case ':':
		c.member(s, i)
		if strings.HasSuffix(s[:i], "javascript") && !strings.HasPrefix(rest, ":void") && strings.IndexByte(wordAt(s, i), '(') > 0 {
			c.code(codePayloadInText, 50, "holds a script as an address", i-10, i+1)
		}
		if strings.HasSuffix(s[:i], "gopher") && strings.HasPrefix(rest, "://") {
			c.code(codePayloadInText, 50, "holds an address that talks to any service", i-6, i+3)
		}
		if startsWithAny(rest, ":text/html,", ":text/html;") && strings.HasSuffix(s[:i], "data") && containsAny(clipAt(rest, 200), "<script", "onload=", "onerror=", ";base64,") {
			c.code(codePayloadInText, 50, "holds a page with a script as an address", i-4, i+10)
		}
	case '-':
		if i >= 2 && s[i-2:i] == "xn" && strings.HasPrefix(rest, "--") && (i == 2 || s[i-3] == '.' || !inWord(s[i-3])) && !containsAny(strings.ToLower(s[max(0, i-60):min(len(s), i+80)]), "e.g", "such as", "like ", "example:", "unicode", "punycode", "international", "idn") {
			c.code(suspiciousLink, 50, "names a host in disguise", i-2, i-2+len(wordAt(s, i-2)))
		}
		if startsWithAny(rest, "-v /:/", "-v=/:/") {
			c.code(shellPayloadInText, 60, "holds a command that hands over the whole disk", i, i+6)
		}
		if startsWithAny(rest, "-rf *", "-rf .", "-rf $", "-fr /", "-fr ~", "--no-preserve-root", "-e /bin/", "-i >& /dev/") {
			c.code(shellPayloadInText, 60, "holds a shell payload", i, i+5)
		}
	case '@':
		if i > 0 && strings.IndexByte(" ='\"", s[i-1]) >= 0 && containsAny(s[max(0, i-24):i], "-d", "--data", "-F", "-T", "=") && isSecretPath(wordAt(s, i+1)) {
			c.code(shellPayloadInText, 60, "holds a command that uploads a credential file", i, i+1+len(wordAt(s, i+1)))
		}
	case ';', '\'':
		c.query(s, i)
	case '`':
		c.prints(s, i)
	case '!':
		if strings.HasPrefix(rest, "!!python/object") {
			c.code(codePayloadInText, 60, "holds data that runs code when it is read", i, i+15)
		}
	case '|':
		if strings.HasSuffix(s[:i], "=cmd") {
			c.code(codePayloadInText, 60, "holds a cell that runs a command", i-4, i+1)
		}
	case '&':
		if n := spelledOut(rest, "&#", ";"); n > 0 {
			c.mark(encodedPayload, hides, 50, "holds words spelled out in numbers", i, i+n)
		}
	case '\\':
		if n := spelledOut(rest, `\u00`, ""); n > 0 {
			c.mark(encodedPayload, hides, 50, "holds words spelled out in numbers", i, i+n)
		}
	case '>', '}':
		if before := strings.ToLower(s[max(0, i-100):i]); containsAny(before, "encode", "base32", "base64", " hex") && strings.Count(wordAt(s, i+2), ".") > 0 && hostLike(strings.TrimRight(wordAt(s, i+2), ".")) {
			c.mark(exfiltrationDirective, diverts, 55, "has data encoded into the name of a host", i, i+1+len(wordAt(s, i+1)))
		}
	}
}

// code records a payload, unless the text says that such a thing is turned away.
func (c *court) code(rule *analyzer.Rule, weight int, note string, start, end int) {
	if s := c.view.Text; refused(s[max(0, start-90):min(end+60, len(s))]) {
		weight /= 3
	}
	sig := commands
	switch rule {
	case sensitivePathInText:
		sig = steals
	case suspiciousLink:
		sig = links
	}
	c.mark(rule, sig, weight, note, start, end)
}

// refused reports whether words around a payload turn it away.
func refused(around string) bool {
	around = strings.ToLower(around)
	return containsAny(around, "block", "reject", "refus", "prevent", "protect", "deny", "denied", "denies", "disallow", "forbid", "forbidden", "not allowed", "detect", "dangerous", "sanitiz", "escap", "filter out", "ssrf", "must not be", "not accepted", "cve-", "attacker", "never run", "do not run", "don't run", "shown as text")
}

// runsCode reports whether a function runs the code or command it is given.
func runsCode(function string) bool {
	switch function {
	case "eval", "exec", "execsync", "execfile", "spawn", "spawnsync", "system", "popen",
		"passthru", "shell_exec", "proc_open", "runinnewcontext", "runinthiscontext", "runincontext",
		"function", "__import__", "downloadstring", "invoke", "compile", "settimeout", "loads":
		return true
	}
	return false
}

// cargo is what gives a call away as hostile.
var cargo = [...]string{"curl ", "wget ", "rm -", "/bin/sh", "/bin/bash", "sh -c", "bash", "nc ", "/etc/passwd", "/etc/shadow", ".ssh", "base64", "fromcharcode", "atob(", "import os", "os.system", "subprocess", "child_process", "document.cookie", "powershell", "malicious", "payload", "backdoor", "evil", "{{", "|sh", "| sh"}

// call weighs a function call: one that runs a command of harm, or that is given
// something its own name calls malicious.
func (c *court) call(s string, open int) {
	start := open
	for start > 0 && (inWord(s[start-1]) && s[start-1] < 0x80) {
		start--
	}
	if start == open {
		return
	}
	name := s[start:open]
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
		name = name[dot+1:]
	}
	name = strings.ToLower(name)
	given := clipAt(s[open+1:], 120)
	if runsCode(name) {
		given = strings.ToLower(given)
		if containsAny(given, cargo[:]...) {
			c.code(codePayloadInText, 60, "holds code that runs a hostile command", start, open+1)
			return
		}
		if name == "loads" {
			if from := s[start:open]; strings.HasPrefix(from, "pickle.") || strings.HasPrefix(from, "marshal.") || strings.HasPrefix(from, "dill.") {
				c.code(codePayloadInText, 50, "holds code that runs what it reads", start, open+1)
			}
			return
		}
		if (c.text.Role == mcp.RoleMeta || c.text.Role == mcp.RoleUnknownKeyword) && (name == "system" || name == "popen" || name == "execsync" || name == "shell_exec") {
			c.code(codePayloadInText, 50, "holds code that runs a command", start, open+1)
			return
		}
		if c.text.Role == mcp.RoleDefault || c.text.Role == mcp.RoleConst {
			c.code(codePayloadInText, 50, "holds code to run as a value that is chosen for the person", start, open+1)
			return
		}
	}
	end := strings.IndexAny(given, ")\n")
	if end < 0 {
		end = len(given)
	}
	if containsAny(given[:end], "malicious", "backdoor", "evil_", "inject_payload", "exploit_", "attacker", "rootkit", "keylogger") && places(name) {
		c.code(codePayloadInText, 50, "holds code that puts something hostile in place", start, min(open+2+end, len(s)))
	}
}

// places reports whether a function's name says that it puts something in place or
// changes it.
func places(name string) bool {
	for _, w := range splitName(name) {
		if mutating(w) {
			return true
		}
		switch w {
		case "append", "register", "replace", "insert", "load", "import", "inject", "override", "patch", "hook", "prepend", "overwrite", "assign", "extend", "unshift":
			return true
		}
	}
	return false
}

// slot weighs a template slot: an expression that reaches into the interpreter, or
// a value from outside where the model's role or running code is written.
func (c *court) slot(s string, i int) {
	rest := s[i:]
	if strings.HasPrefix(rest, "{jndi:") || strings.HasPrefix(rest, "{T(java.") {
		c.code(codePayloadInText, 60, "holds an expression that loads code", max(0, i-1), i+6)
		return
	}
	if !strings.HasPrefix(rest, "{{") || i > 0 && s[i-1] == '{' {
		return
	}
	end := strings.Index(clipAt(rest, 100), "}}")
	if end < 0 {
		return
	}
	if inner := rest[2:end]; containsAny(inner, "__class__", "__globals__", "__mro__", "__subclasses__", "__import__", "constructor.", "getRuntime", "os.popen", "7*7") {
		c.code(codePayloadInText, 55, "holds a template expression that reaches into the interpreter", i, i+end+2)
		return
	}
	line := strings.LastIndexByte(s[:i], '\n') + 1
	before := strings.ToLower(s[max(line, i-120):i])
	role := strings.TrimLeft(before, " \t-\"'")
	if startsWithAny(role, "system:", "developer:", "assistant:", "tool_definition:", "system\":", "instructions:") || containsAny(before, "system message", "system prompt", "function(", "runinnewcontext(", "runinthiscontext(", "eval(", "exec(") {
		c.code(codePayloadInText, 50, "lets a value from outside write code or the model's role", i, i+end+2)
	}
}

// climb weighs a path: one that climbs out of its folder to the system's files, a
// connection made of a device, a credential file given as the value to use.
func (c *court) climb(s string, i int) {
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, "/dev/tcp/") && len(rest) > 9 && rest[9] > ' ':
		c.code(shellPayloadInText, 60, "holds a command that opens a shell to another host", i, i+9)
	case i >= 2 && s[i-2:i] == ".." && strings.HasPrefix(rest, "/../") && (i < 3 || s[i-3] != '/'):
		if w := wordAt(s, i); containsAny(w, "/etc/", "/windows/", "/proc/", "/root/") || isSecretPath(w) {
			c.code(codePayloadInText, 50, "holds a path that climbs to the system's files", i-2, i+len(w))
		}
	case strings.HasPrefix(rest, "/etc/passwd") || strings.HasPrefix(rest, "/etc/shadow"):
		if i > 0 && (s[i-1] == '=' || strings.HasSuffix(s[:i], "://") || strings.HasSuffix(s[:i], `: "`) || strings.HasSuffix(s[:i], `:"`)) {
			c.code(sensitivePathInText, 50, "gives a file of the system's accounts as the value to use", i, i+len("/etc/passwd"))
		}
	}
}

// query weighs database commands that break out of a value.
func (c *court) query(s string, i int) {
	rest := clipAt(s[i+1:], 24)
	if first := strings.TrimLeft(rest, " "); first == "" || strings.IndexByte("odstueODSTUE", first[0]) < 0 {
		return
	}
	rest = strings.ToLower(rest)
	switch trimmed := strings.TrimLeft(rest, " "); {
	case s[i] == ';' && startsWithAny(trimmed, "drop table", "drop database", "truncate table", "delete from", "exec xp_", "shutdown"):
		if i > 0 && strings.IndexByte("'\"1)", s[i-1]) >= 0 {
			c.code(codePayloadInText, 50, "holds a query that destroys data", i, i+len(rest))
		}
	case s[i] == '\'' && startsWithAny(trimmed, "or '1'='1", "or 1=1", "or ''='", "union select"):
		c.code(codePayloadInText, 50, "holds a query that breaks out of its value", i, i+len(rest))
	}
}

// minSpelled is how many letters in a row are spelled out in numbers on purpose.
const minSpelled = 5

// spelledOut returns the length of a run of letters that are written as numbers
// between two signs, or 0.
func spelledOut(s, begin, end string) int {
	at, n := 0, 0
	for strings.HasPrefix(s[at:], begin) {
		stop := at + len(begin)
		for stop < len(s) && stop < at+len(begin)+4 && isHexDigits(s[stop:stop+1]) && (end != "" || stop < at+len(begin)+2) {
			stop++
		}
		if stop == at+len(begin) || !strings.HasPrefix(s[stop:], end) {
			break
		}
		at, n = stop+len(end), n+1
	}
	if n < minSpelled {
		return 0
	}
	return at
}

// prints weighs a command in backticks that prints what is private, where its output
// is to be handed on.
func (c *court) prints(s string, i int) {
	command := s[i+1:]
	if !startsWithAny(command, "env`", "env ", "printenv", "history", "cat ~/", "cat /etc", "cat .env", "security find", "gpg --export", "set`", "ps aux", "getent ") {
		return
	}
	before := strings.ToLower(s[max(0, i-24):i])
	after := strings.ToLower(clipAt(s[i:], 110))
	handed := containsAny(after, " hand ", " pass ", " send ", "include", " add ", " paste ", "as context", " put ", " append ")
	if strings.Contains(before, "output of ") || handed && containsAny(before, "run ", "execute ", "result of ") {
		c.code(shellPayloadInText, 50, "has a command run that prints what is private", i, i+1+len(wordAt(s, i+1)))
	}
}

// assigned reports whether a member expression is given a value.
func assigned(s string) bool {
	s = clipAt(s, 60)
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '=':
			return i+1 >= len(s) || s[i+1] != '=' && s[i+1] != '>'
		case ':':
			return i == 1
		case ' ', '.', '[', ']', '\'', '"', '_':
		case '\n', ';', ',', ')':
			return false
		default:
			if !inWord(s[i]) || i > 0 && s[i-1] == ' ' {
				return false
			}
		}
	}
	return false
}

// doubled25 returns the length of a sign for paths that is percent-encoded twice,
// or 0.
func doubled25(s string) int {
	if len(s) >= 5 && startsWithAny(strings.ToLower(s[:5]), "%252f", "%252e", "%255c") {
		return 5
	}
	return 0
}

// wordAt returns the run without blanks and quotes that starts at i.
func wordAt(s string, i int) string {
	end := i
	for end < len(s) && s[end] > ' ' && strings.IndexByte("\"'`),;", s[end]) < 0 {
		end++
	}
	return s[i:end]
}

func startsWithAny(s string, all ...string) bool {
	for _, p := range all {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func containsAny(s string, all ...string) bool {
	for _, p := range all {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// clipAt returns at most n bytes of s.
func clipAt(s string, n int) string { return s[:min(len(s), n)] }
