package launch

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// shellSyntax holds the bytes that mean something to a Unix shell beside words
// and spaces.
const shellSyntax = "|&;<>()$`\\\"'*?[]#~={}!\n"

// readScript reads a script for a shell: with the grammar of Bash, which covers
// what is written for sh and most of what is written for zsh, or with lex where
// the shell is another one or the text is no Bash.
func readScript(shell string, text source.String, depth int) *Script {
	if shell == "cmd" || shell == "powershell" || isUnwieldy(text.Value) {
		return lexScript(shell, text, depth)
	}
	if !strings.ContainsAny(text.Value, shellSyntax) {
		s := &Script{Shell: shell, Text: text, Parsed: true}
		if words := splitWords(text); len(words) > 0 {
			s.Commands = []Command{{Words: words, Feeds: -1}}
		}
		return s
	}
	file, err := syntax.NewParser(syntax.Variant(syntax.LangBash)).Parse(strings.NewReader(text.Value), "")
	if err != nil {
		return lexScript(shell, text, depth)
	}
	r := reader{script: &Script{Shell: shell, Text: text, Parsed: true}, text: text, depth: depth}
	r.statements(file.Stmts, -1, depth > 0)
	return r.script
}

// isUnwieldy reports whether a script is longer or more nested than anybody writes.
func isUnwieldy(text string) bool {
	if len(text) > maxScript {
		return true
	}
	nested, joined := 0, 0
	for _, c := range []byte(text) {
		switch c {
		case '(', '{', '`':
			nested++
		case '|', '&', ';', '\n':
			joined++
		}
	}
	return nested > maxNested || joined > maxJoined
}

// A reader lists the simple commands of a parsed script.
type reader struct {
	script *Script
	text   source.String
	depth  int // shells inside shells
}

func (r *reader) statements(list []*syntax.Stmt, feeds int, nested bool) {
	for i, stmt := range list {
		r.statement(stmt, feeds, nested)
		if i+1 == len(list) && !stmt.Background {
			continue
		}
		switch {
		case stmt.Background:
			r.operator("&", stmt.Semicolon, 1)
		case stmt.Semicolon.IsValid():
			r.operator(";", stmt.Semicolon, 1)
		default:
			r.operator(";", stmt.End(), 1)
		}
	}
}

func (r *reader) statement(stmt *syntax.Stmt, feeds int, nested bool) {
	first := len(r.script.Commands)
	r.command(stmt.Cmd, feeds, nested)
	if len(stmt.Redirs) == 0 {
		return
	}
	if len(r.script.Commands) == first { // a bare "> file"
		r.add(Command{Feeds: feeds, Nested: nested})
	}
	for _, redirect := range stmt.Redirs {
		r.redirect(redirect, first)
	}
}

func (r *reader) redirect(redirect *syntax.Redirect, command int) {
	if redirect.Word == nil || redirect.Hdoc != nil {
		return
	}
	target := r.word(redirect.Word)
	op := redirect.Op.String()
	c := &r.script.Commands[command]
	c.Redirects = append(c.Redirects, Redirect{op, target})
	if !strings.HasSuffix(op, "&") && !isNullDevice(target.Value) {
		r.operator(op[:1], redirect.OpPos, uint(len(op)))
	}
	r.substitutions(redirect.Word, command)
}

func (r *reader) command(cmd syntax.Command, feeds int, nested bool) {
	switch c := cmd.(type) {
	case *syntax.CallExpr:
		r.call(c, feeds, nested)
	case *syntax.DeclClause:
		r.declaration(c, feeds, nested)
	case *syntax.BinaryCmd:
		first := len(r.script.Commands)
		r.statement(c.X, feeds, nested)
		second := len(r.script.Commands)
		op := c.Op.String()
		if c.Op == syntax.PipeAll {
			op = "|"
		}
		r.operator(op, c.OpPos, uint(len(op)))
		r.statement(c.Y, feeds, nested)
		if (c.Op == syntax.Pipe || c.Op == syntax.PipeAll) && second < len(r.script.Commands) {
			for i := first; i < second; i++ {
				if r.script.Commands[i].Feeds == feeds {
					r.script.Commands[i].Feeds = second
				}
			}
		}
	case *syntax.Subshell:
		r.statements(c.Stmts, feeds, nested)
	case *syntax.Block:
		r.statements(c.Stmts, feeds, nested)
	case *syntax.IfClause:
		for ; c != nil; c = c.Else {
			r.statements(c.Cond, feeds, nested)
			r.statements(c.Then, feeds, nested)
		}
	case *syntax.WhileClause:
		r.statements(c.Cond, feeds, nested)
		r.statements(c.Do, feeds, nested)
	case *syntax.ForClause:
		r.statements(c.Do, feeds, nested)
	case *syntax.CaseClause:
		for _, item := range c.Items {
			r.statements(item.Stmts, feeds, nested)
		}
	case *syntax.FuncDecl:
		r.statement(c.Body, -1, true)
	case *syntax.TimeClause:
		if c.Stmt != nil {
			r.statement(c.Stmt, feeds, nested)
		}
	case *syntax.CoprocClause:
		r.statement(c.Stmt, feeds, nested)
	case *syntax.TestClause:
		r.substitutions(c, -1)
	}
}

func (r *reader) call(c *syntax.CallExpr, feeds int, nested bool) {
	cmd := Command{Feeds: feeds, Nested: nested}
	for _, assign := range c.Assigns {
		if assign.Name != nil {
			name := r.slice(assign.Name.Pos(), assign.Name.End())
			value := source.String{}
			if assign.Value != nil {
				value = r.word(assign.Value)
			}
			cmd.Env = append(cmd.Env, Setting{name, value})
		}
	}
	for _, w := range c.Args {
		cmd.Words = append(cmd.Words, r.word(w))
	}
	index := r.add(cmd)
	for _, assign := range c.Assigns {
		r.substitutions(assign, index)
	}
	for _, w := range c.Args {
		r.substitutions(w, index)
	}
	r.script.addNested(cmd.Words, r.depth)
}

// declaration lists export, declare and local as commands.
func (r *reader) declaration(c *syntax.DeclClause, feeds int, nested bool) {
	cmd := Command{Feeds: feeds, Nested: nested, Words: []source.String{r.slice(c.Variant.Pos(), c.Variant.End())}}
	for _, assign := range c.Args {
		cmd.Words = append(cmd.Words, r.slice(assign.Pos(), assign.End()))
	}
	index := r.add(cmd)
	for _, assign := range c.Args {
		r.substitutions(assign, index)
	}
}

// substitutions lists the commands whose output becomes a part of node.
func (r *reader) substitutions(node syntax.Node, index int) {
	syntax.Walk(node, func(n syntax.Node) bool {
		switch s := n.(type) {
		case *syntax.CmdSubst:
			if s.Backquotes {
				r.operator("`", s.Left, 1)
			} else {
				r.operator("$()", s.Left, 2)
			}
			r.statements(s.Stmts, index, true)
			return false
		case *syntax.ProcSubst:
			r.operator("<()", s.OpPos, 2)
			r.statements(s.Stmts, index, true)
			return false
		}
		return true
	})
}

func (r *reader) add(c Command) int {
	r.script.Commands = append(r.script.Commands, c)
	return len(r.script.Commands) - 1
}

func (r *reader) operator(name string, at syntax.Pos, length uint) {
	size := uint(len(r.text.Value))
	op := r.text.Slice(int(min(at.Offset(), size)), int(min(at.Offset()+length, size)))
	op.Value, op.Locator = name, nil
	r.script.Operators = append(r.script.Operators, op)
}

func (r *reader) slice(from, to syntax.Pos) source.String {
	size := uint(len(r.text.Value))
	start := min(from.Offset(), size)
	return r.text.Slice(int(start), int(max(start, min(to.Offset(), size))))
}

// word returns a word without its quotes; expansions stay as they are written.
func (r *reader) word(w *syntax.Word) source.String {
	raw := r.slice(w.Pos(), w.End())
	var b strings.Builder
	for _, part := range w.Parts {
		r.part(&b, part, false)
	}
	start := int(min(w.Pos().Offset(), uint(len(r.text.Value))))
	return word(r.text, start, start+len(raw.Value), b.String())
}

func (r *reader) part(b *strings.Builder, part syntax.WordPart, quoted bool) {
	switch p := part.(type) {
	case *syntax.Lit:
		b.WriteString(unescape(p.Value, quoted))
	case *syntax.SglQuoted:
		b.WriteString(p.Value)
	case *syntax.DblQuoted:
		for _, inner := range p.Parts {
			r.part(b, inner, true)
		}
	default:
		b.WriteString(r.slice(part.Pos(), part.End()).Value)
	}
}

// unescape removes the backslashes that quote single bytes; inside double quotes
// there are few that they quote.
func unescape(s string, quoted bool) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && (!quoted || strings.IndexByte("$`\"\\\n", s[i+1]) >= 0) {
			if i++; s[i] == '\n' {
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// addNested appends the commands of a script that a command hands to a shell.
func (s *Script) addNested(words []source.String, depth int) {
	if depth >= maxDepth {
		return
	}
	for i := range words {
		shell, text, ok := shellScript(words[i:])
		if !ok {
			continue
		}
		inner := readScript(shell, text, depth+1)
		base := len(s.Commands)
		for _, c := range inner.Commands {
			c.Nested = true
			if c.Feeds >= 0 {
				c.Feeds += base
			}
			s.Commands = append(s.Commands, c)
		}
		s.Operators = append(s.Operators, inner.Operators...)
		return
	}
}

// Glue reports whether a command only prepares the shell for another one: it
// changes the directory, sets a variable, tests for something, says a line.
func (c Command) Glue() bool {
	if len(c.Words) == 0 {
		return true
	}
	switch name := strings.ToLower(c.Words[0].Value); name {
	case "cd", "pushd", "popd", "chdir", "set-location", "sl", "export", "set", "setlocal", "unset", "declare", "local",
		"readonly", "typeset", "source", ".", "umask", "ulimit", "shopt", "alias", "trap", "hash", "type", "true",
		"false", ":", "test", "[", "[[", "which", "where", "wait", "sleep", "echo", "@echo", "printf", "pwd", "return",
		"exit", "break", "continue", "rem", "title", "chcp", "mkdir", "read", "let", "nvm", "fnm", "pyenv", "rbenv":
		return true
	case "command", "exec":
		return len(c.Words) == 1 || name == "command" && (c.Words[1].Value == "-v" || c.Words[1].Value == "-V")
	case "conda", "mamba", "micromamba", "mise", "asdf":
		return len(c.Words) > 1 && (c.Words[1].Value == "activate" || c.Words[1].Value == "shell" || c.Words[1].Value == "use")
	default:
		return strings.HasPrefix(name, "$env:")
	}
}

// main returns the command of a script that is the server: the last one that
// starts a known program, else the last one that does more than prepare.
func (s *Script) main() (Command, bool) {
	best, rank := -1, 0
	piped := map[int]bool{}
	for _, c := range s.Commands {
		piped[c.Feeds] = true
	}
	for i, c := range s.Commands {
		if c.Nested || c.Glue() {
			continue
		}
		score := 2
		if known(ProgramName(c.Words[0].Value)) {
			score = 3
		} else if piped[i] {
			score = 1
		}
		if score >= rank {
			best, rank = i, score
		}
	}
	if best < 0 {
		return Command{}, false
	}
	return s.Commands[best], true
}

// installs returns the packages that a script installs by name.
func (s *Script) installs() []Package {
	var out []Package
	for _, c := range s.Commands {
		if len(c.Words) < 3 {
			continue
		}
		read, rest := npm, c.Words[1:]
		switch ProgramName(c.Words[0].Value) {
		case "npm", "pnpm", "yarn", "bun":
		case "pip", "pip3", "pipx":
			read = pypi
		case "uv":
			read, rest = pypi, c.Words[2:]
		case "python":
			if c.Words[1].Value != "-m" || c.Words[2].Value != "pip" {
				continue
			}
			read, rest = pypi, c.Words[3:]
		default:
			continue
		}
		_, rest = readOptions(rest, installOption)
		if len(rest) == 0 || rest[0].Value != "install" && rest[0].Value != "i" && rest[0].Value != "add" {
			continue
		}
		for rest = rest[1:]; len(rest) > 0; rest = rest[1:] {
			if _, rest = readOptions(rest, installOption); len(rest) == 0 {
				break
			}
			if pkg := read(rest[0]); pkg.Pin != Local {
				out = append(out, pkg)
			}
		}
	}
	return out
}

// installOption knows the options of npm install and pip install that take a
// value. A requirements file names no package.
func installOption(name string) (string, bool) {
	switch name {
	case "-r", "--requirement", "-c", "--constraint", "-i", "--index-url", "--extra-index-url", "-t", "--target", "-e", "--editable",
		"--registry", "--prefix", "--cache", "-f", "--find-links", "--python", "--root":
		return name, true
	}
	return name, false
}
