package launch

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A stretch is what stands between two operators of a command line.
type stretch struct {
	words    []source.String
	operator source.String // the operator behind it, absent at the end
}

// lex cuts a command line into words and operators by the quoting rules of cmd
// or PowerShell, or, for any other shell, by the common core of the Unix ones. An
// empty shell knows quotes but no operators. It is all that is done for cmd and
// PowerShell, and the fallback where a Unix script does not parse.
func lex(text source.String, shell string) []stretch {
	l := lexer{text: text, shell: shell, start: -1}
	l.scan()
	return l.out
}

type lexer struct {
	text  source.String
	shell string
	out   []stretch
	words []source.String
	value strings.Builder // of the word being read
	start int             // where it starts, -1 between words
}

func (l *lexer) scan() {
	s := l.text.Value
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '"' || c == '\'' && l.shell != "cmd":
			i = l.quoted(i)
		case c == '^' && l.shell == "cmd", c == '`' && l.shell == "powershell",
			c == '\\' && l.shell != "cmd" && l.shell != "powershell" && l.shell != "":
			l.begin(i)
			if i+1 < len(s) {
				l.value.WriteByte(s[i+1])
			}
			i = min(i+2, len(s))
		case c == ' ' || c == '\t' || c == '\r' || c == '\n' && l.shell == "":
			l.endWord(i)
			i++
		default:
			if n := l.operatorAt(i); n > 0 {
				l.endWord(i)
				l.endStretch(i, i+n)
				i += n
				continue
			}
			l.begin(i)
			l.value.WriteByte(c)
			i++
		}
	}
	l.endWord(len(s))
	if len(l.words) > 0 {
		l.out = append(l.out, stretch{words: l.words})
	}
}

// quoted reads up to the closing quote and returns the offset behind it.
func (l *lexer) quoted(i int) int {
	l.begin(i)
	s, quote := l.text.Value, l.text.Value[i]
	for i++; i < len(s) && s[i] != quote; i++ {
		if s[i] == '\\' && quote == '"' && l.shell != "cmd" && l.shell != "powershell" &&
			i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\') {
			i++
		}
		l.value.WriteByte(s[i])
	}
	return min(i+1, len(s))
}

func (l *lexer) begin(i int) {
	if l.start < 0 {
		l.start = i
	}
}

func (l *lexer) endWord(end int) {
	if l.start >= 0 {
		l.words = append(l.words, word(l.text, l.start, end, l.value.String()))
	}
	l.start = -1
	l.value.Reset()
}

func (l *lexer) endStretch(start, end int) {
	l.out = append(l.out, stretch{l.words, word(l.text, start, end, l.text.Value[start:end])})
	l.words = nil
}

// operatorAt returns the length of the operator at offset i, or 0.
func (l *lexer) operatorAt(i int) int {
	s := l.text.Value[i:]
	if l.shell == "" {
		return 0
	}
	for _, op := range []string{"&&", "||", ">>", "\n", "|", ">", "<"} {
		if strings.HasPrefix(s, op) {
			return len(op)
		}
	}
	switch s[0] {
	case '&':
		// In PowerShell an ampersand in front of a word calls it.
		if l.shell == "powershell" && l.start < 0 && len(l.words) == 0 {
			return 0
		}
		return 1
	case ';':
		if l.shell != "cmd" {
			return 1
		}
	case '(', ')', '{', '}':
		if l.shell == "powershell" {
			return 1
		}
	}
	return 0
}

// word makes the word that stands at start:end of text and means value. In a text
// that is longer than any script, finding each word's place would cost more than
// it is worth, and all of them point at the whole.
func word(text source.String, start, end int, value string) source.String {
	if len(text.Value) > maxScript {
		return source.String{Value: value, Span: text.Span}
	}
	switch raw := text.Value[start:end]; {
	case raw == value:
		return text.Slice(start, end)
	case len(raw) >= 2 && raw[1:len(raw)-1] == value:
		return text.Slice(start+1, end-1)
	}
	return source.String{Value: value, Span: text.At(start, end)}
}

// lexScript reads a script with lex.
func lexScript(shell string, text source.String, depth int) *Script {
	s := &Script{Shell: shell, Text: text, Parsed: shell == "cmd" || shell == "powershell"}
	last, op := -1, ""
	for _, piece := range lex(text, shell) {
		switch {
		case len(piece.words) == 0:
		case strings.ContainsAny(op, "<>") && last >= 0:
			c := &s.Commands[last]
			c.Redirects = append(c.Redirects, Redirect{op, piece.words[0]})
			c.Words = append(c.Words, piece.words[1:]...)
		default:
			last = len(s.Commands)
			s.addLexed(piece.words, op)
			if len(text.Value) <= maxScript {
				s.addNested(piece.words, depth)
			}
		}
		if op = piece.operator.Value; op != "" {
			s.Operators = append(s.Operators, piece.operator)
		}
	}
	s.dropSilencing()
	return s
}

// addLexed appends a command that follows the operator.
func (s *Script) addLexed(words []source.String, operator string) {
	c := Command{Words: words, Feeds: -1, Nested: operator == "(" || operator == "{"}
	n := len(s.Commands)
	switch {
	case operator == "|" && n > 0:
		for i := n - 1; i >= 0 && (i == n-1 || s.Commands[i+1].Nested); i-- {
			if s.Commands[i].Feeds < 0 {
				s.Commands[i].Feeds = n
			}
		}
	case operator == "(" && n > 0:
		c.Feeds = n - 1
	}
	s.Commands = append(s.Commands, c)
}

// dropSilencing removes the operators of redirections that write no file: to the
// null device and between descriptors.
func (s *Script) dropSilencing() {
	kept := s.Operators[:0]
	targets := map[string]bool{}
	for _, c := range s.Commands {
		for _, r := range c.Redirects {
			if isNullDevice(r.Target.Value) {
				targets[r.Operator] = true
			}
		}
	}
	for _, op := range s.Operators {
		if !targets[op.Value] {
			kept = append(kept, op)
		}
	}
	s.Operators = kept
}

func isNullDevice(target string) bool {
	switch strings.ToLower(target) {
	case "/dev/null", "nul", "$null", "&1", "&2", "/dev/stderr", "/dev/stdout":
		return true
	}
	return false
}
