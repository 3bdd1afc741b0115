package poisoning

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// purpose returns what the tool says it is for. It is worked out when something
// first asks: most texts never do.
func (c *court) purpose() concept {
	if !c.jobKnown {
		c.job, c.jobKnown = c.jobOf(c.texts), true
	}
	return c.job
}

// jobOf returns what the tool says it is for: its name and the sentence that
// opens its description.
func (c *court) jobOf(texts []mcp.Text) concept {
	var job concept
	c.opening = ""
	for i := range texts {
		switch texts[i].Role {
		case mcp.RoleName:
			name := firstOf(texts[i].Value, maxOpening)
			c.opening += " " + strings.ToLower(name)
			for _, w := range splitName(name) {
				job |= c.tagger.lexicon.meaning(w) &^ attack // a name is no proof of a good cause
			}
		case mcp.RoleDescription:
			if texts[i].Parameter != "" || len(c.opening) > maxOpening {
				continue
			}
			opening := openingOf(texts[i].Value)
			c.opening += " " + strings.ToLower(opening)
			job |= c.meaningOfText(opening)
			if !examines(texts[i].Value) {
				job &^= attack
			}
		}
	}
	return job
}

// maxOpening bounds what is kept of how an owner introduces itself.
const maxOpening = 1 << 10

// meaningOfText returns what the words of a text mean. A tool that detects languages
// knows nothing of attacks.
func (c *court) meaningOfText(s string) (m concept) {
	work := borrowTagger(c.names.resolve)
	defer work.giveBack()
	tokens := work.tag(s)
	for i := range tokens {
		if strings.HasPrefix(tokens[i].folded, "detect") {
			m |= tokens[i].means &^ attack
		} else {
			m |= tokens[i].means
		}
	}
	return m
}

// examines reports whether a description begins by saying that the tool looks at
// or explains something: text about attacks is its subject then. A word for an
// attack alone excuses nothing. Outside English the word is enough.
func examines(s string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	first = strings.ToLower(first)
	for _, verb := range [...]string{"detect", "scan", "search", "find", "describ", "explain", "check", "analy", "test", "report", "audit", "classif", "flag", "block", "filter", "inspect", "list", "identif", "review", "score", "assess", "connect", "protect", "prevent", "guard", "monitor", "validat", "sanit", "redact", "mask"} {
		if strings.HasPrefix(first, verb) {
			return true
		}
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// maxOpened is how much of a description may hold its first sentence.
const maxOpened = 200

// openingOf returns a part of a description that holds its first sentence.
func openingOf(s string) string {
	s = s[:min(len(s), maxOpened)]
	if at := strings.IndexAny(s, "。！？；，、"); at > 0 {
		return s[:at]
	}
	for i := 1; i+1 < len(s); i++ {
		if i > 1 && strings.IndexByte(".\n;:!?(", s[i]) >= 0 && (s[i] == '(' || s[i+1] == ' ' || s[i+1] == '\n') || i > 24 && s[i] == ',' {
			return s[:i]
		}
	}
	return s
}

// meaningOf returns what the words of an identifier mean.
func (c *court) meaningOf(name string) (m concept) {
	for _, w := range splitName(name) {
		m |= c.tagger.lexicon.meaning(w)
	}
	return m
}

// expected reports whether the outsider or the file that a match rests on is one
// that the name or the opening of the tool speaks of.
func (c *court) expected(m *match) bool {
	s := m.sentence
	for k, at := range m.found {
		if m.needs[k]&(third|elsewhere|secretPath) == 0 || s.tokens[at].means&(third|elsewhere|secretPath) == 0 {
			continue
		}
		for _, w := range strings.FieldsFunc(c.word(s, at), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if c.speaksOf(w) {
				return true
			}
		}
	}
	return false
}

// speaksOf reports whether the tool's name or opening has a word that begins like
// w.
func (c *court) speaksOf(w string) bool {
	c.purpose()
	w = strings.ToLower(w)
	switch n := utf8.RuneCountInString(w); {
	case n < 3 && w[0] < 0x80 || commonPart(w):
		return false
	case n > 6 && w[0] < 0x80:
		w = w[:6]
	}
	if w[0] >= utf8.RuneSelf {
		return strings.Contains(c.opening, w)
	}
	for rest := c.opening; ; {
		at := strings.Index(rest, w)
		if at < 0 {
			return false
		}
		if at == 0 || !inWord(rest[at-1]) || rest[at-1] == '_' || rest[at-1] == '/' || rest[at-1] == '.' {
			return true
		}
		rest = rest[at+1:]
	}
}

// commonPart reports whether a word is a part of paths and phrases that names nothing.
func commonPart(word string) bool {
	switch word {
	case "the", "and", "our", "home", "users", "user", "config", "file", "for", "with", "are", "data", "any":
		return true
	}
	return false
}

// carries reports whether the tool says in its name or opening that it takes copies
// somewhere else.
func (c *court) carries() bool {
	c.purpose()
	return containsAny(c.opening, "backup", "back up", "backs up", "snapshot", "upload", "archive", "export", "mirror", "replicat", "publish", "deploy",
		"sicher", "hochlad", "archivier", "sauvegard", "télévers", "respald", "copia de seguridad", "salvatagg", "carica", "cópia de segurança", "резерв", "архив", "выгру",
		"备份", "上传", "归档", "バックアップ", "アップロード", "백업", "업로드")
}

// carriesOff reports whether a match names where a tool that is there to carry copies
// away puts them, and nothing that people keep to themselves.
func (c *court) carriesOff(m *match) bool {
	if m.signal != diverts || !slices.ContainsFunc(m.needs, func(n concept) bool { return n&address != 0 }) {
		return false
	}
	s := m.sentence
	if first := c.small(s, 0); c.tagger.lang == english && s.tokens[0].means&(send|put|copies) != 0 && !strings.HasSuffix(first, "s") {
		return false // an order
	}
	return s.means&(also|covert|omit|private|talk|secret|secretPath|local|inner|needless|memory) == 0 && c.carries()
}
