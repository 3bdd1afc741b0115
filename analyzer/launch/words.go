package launch

import (
	"sort"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// ProgramName returns the name a program is known by: without directories,
// .exe, .cmd, .bat, .com or .ps1, without the version of an interpreter, in
// lower case.
func ProgramName(path string) string {
	name := strings.Trim(path, `"'`)
	name = strings.ToLower(name[strings.LastIndexAny(name, `/\`)+1:])
	for _, ext := range []string{".exe", ".cmd", ".bat", ".com", ".ps1"} {
		if trimmed := strings.TrimSuffix(name, ext); trimmed != "" {
			name = trimmed
		}
	}
	switch trimmed := strings.TrimRight(name, "0123456789."); trimmed {
	case "python", "pythonw", "pypy", "py":
		return "python"
	case "nodejs":
		return "node"
	case "node", "ruby", "perl", "php":
		return trimmed
	}
	return name
}

// holdsLine reports whether a command is a whole command line and not a program
// whose path has a space in it.
func holdsLine(command string, hasArgs bool) bool {
	command = strings.TrimSpace(command)
	space := strings.IndexAny(command, " \t\n")
	if space < 0 {
		return !hasArgs && strings.ContainsAny(command, "|;&<>`\n")
	}
	first := command[:space]
	if known(ProgramName(first)) || strings.ContainsAny(first, `"'=`) {
		return true
	}
	lower := strings.ToLower(command)
	for _, ext := range []string{".exe", ".cmd", ".bat", ".ps1"} {
		if strings.HasSuffix(lower, ext) {
			return false
		}
	}
	rooted := strings.HasPrefix(first, "/") || strings.HasPrefix(first, `\\`) || len(first) > 1 && first[1] == ':'
	if !rooted {
		return true
	}
	// "/opt/My App/bin/run" is one path, "/opt/run --stdio" and "/bin/run /data" are lines.
	rest := strings.TrimLeft(command[space:], " \t\n")
	return !hasArgs && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "/") || !strings.ContainsAny(rest, `/\`))
}

// splitWords cuts a text at white space outside of quotes. It knows no other
// shell syntax.
func splitWords(text source.String) []source.String {
	var words []source.String
	for _, c := range lex(text, "") {
		words = append(words, c.words...)
	}
	return words
}

// between returns s without leading and trailing white space.
func trim(s source.String) source.String {
	start := len(s.Value) - len(strings.TrimLeft(s.Value, " \t\r\n"))
	end := len(strings.TrimRight(s.Value, " \t\r\n"))
	if start >= end || start == 0 && end == len(s.Value) {
		return s
	}
	return s.Slice(start, end)
}

// join makes one string of several, as a program does that joins its arguments
// with spaces. Parts of it are located in the words they come from.
func join(words []source.String) source.String {
	if len(words) == 1 {
		return words[0]
	}
	var b strings.Builder
	j := joined{parts: words}
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		j.starts = append(j.starts, b.Len())
		b.WriteString(w.Value)
	}
	return source.String{Value: b.String(), Span: j.cover(0, len(words)-1), Locator: j}
}

// joined locates parts of several strings that were joined with one byte between
// each two.
type joined struct {
	parts  []source.String
	starts []int
}

func (j joined) Locate(_ source.Span, start, end int) source.Span {
	first, last := j.part(start), j.part(max(start, end-1))
	if first != last {
		return j.cover(first, last)
	}
	s, from := j.parts[first], j.starts[first]
	return s.At(min(start-from, len(s.Value)), min(end-from, len(s.Value)))
}

func (j joined) part(offset int) int {
	return max(0, sort.SearchInts(j.starts, offset+1)-1)
}

func (j joined) cover(first, last int) source.Span {
	span := j.parts[first].Span
	for _, s := range j.parts[first : last+1] {
		if s.Present() {
			span.Start, span.End = min(span.Start, s.Span.Start), max(span.End, s.Span.End)
		}
	}
	return span
}

// An option table says for one option of a program what its long name is and
// whether it takes a value. An unknown option is a switch.
type optionTable func(name string) (long string, value bool)

// readOptions takes options off the front of words until the first word that is
// none. "--" ends them and is dropped.
func readOptions(words []source.String, table optionTable) (flags []Flag, rest []source.String) {
	for len(words) > 0 {
		word := words[0]
		text := word.Value
		if text == "--" {
			return flags, words[1:]
		}
		if len(text) < 2 || text[0] != '-' {
			break
		}
		words = words[1:]
		name, value, attached := cutOption(word, table)
		long, takes := table(name)
		f := Flag{Name: long, Value: value, Word: word}
		if takes && !attached && len(words) > 0 {
			f.Value, words = words[0], words[1:]
		}
		flags = append(flags, f)
	}
	return flags, words
}

// cutOption splits --name=value, -n=value and -nvalue.
func cutOption(word source.String, table optionTable) (name string, value source.String, attached bool) {
	text := word.Value
	if eq := strings.IndexByte(text, '='); eq > 0 {
		return text[:eq], word.Slice(eq+1, len(text)), true
	}
	if len(text) > 2 && text[1] != '-' {
		if _, whole := table(text); !whole {
			if _, takes := table(text[:2]); takes {
				return text[:2], word.Slice(2, len(text)), true
			}
		}
	}
	return text, source.String{}, false
}

// cutSetting splits NAME=value; ok is false for other words.
func cutSetting(word source.String) (Setting, bool) {
	eq := strings.IndexByte(word.Value, '=')
	if eq <= 0 || !isName(word.Value[:eq]) {
		return Setting{}, false
	}
	return Setting{word.Slice(0, eq), word.Slice(eq+1, len(word.Value))}, true
}

// isName reports whether s can name an environment variable.
func isName(s string) bool {
	for i, c := range []byte(s) {
		letter := c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}
