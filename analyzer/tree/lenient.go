package tree

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// lenient reads as many values as it can from a text that is meant to be JSON:
// JSON5, missing commas, quotes and brackets, merge conflicts, a file cut short. On
// text that is JSON with comments it gives what strict gives, without using the
// same code. Each departure is a problem of the document. It returns where another
// document starts behind this one, or the end of the span.
func (r *reader) lenient(doc *Document) int {
	if r.text == "" {
		r.text = string(r.file.Data)
	}
	p := &lenientParser{reader: r, doc: doc, text: r.text[:doc.Span.End], pos: doc.Span.Start}
	rest := p.document()
	doc.Span.End = rest
	return rest
}

type lenientParser struct {
	*reader
	doc  *Document
	text string // the file up to the end of the document's span
	pos  int
	arena
	open    []*Node // children of the containers being read
	lists   int     // containers being read, by kind
	maps    int
	stopped bool // a limit ended the reading; nothing more is said
	cut     bool // the text's sudden end was told
	marker  bool // the last space held a conflict marker, which stands for a comma
}

func (p *lenientParser) document() int {
	p.space()
	if p.end() {
		p.broken(source.Span{Start: p.doc.Span.Start, End: p.pos}, false, "there is no value, only comments")
		return p.pos
	}
	if p.bareMembers() {
		p.broken(p.here(), false, "members without a { around them")
		if root, ok := p.newNode(Map); ok {
			p.doc.Root = root
			root.Span.Start = p.pos
			p.maps++
			p.members(root, false)
			p.maps--
			root.Span.End = p.pos
		}
	} else {
		p.preamble()
		p.doc.Root = p.value()
	}
	return p.trailer()
}

// preamble skips text in front of the document's first bracket.
func (p *lenientParser) preamble() {
	switch c := p.text[p.pos]; {
	case c == '{' || c == '[' || c == '-' || c == '+' || c == '.' || '0' <= c && c <= '9':
		return
	}
	if quoteAt(p.text, p.pos) >= 0 {
		return
	}
	if kind, _ := classify(p.run()); kind != Text {
		return
	}
	span := source.Span{Start: p.pos, End: len(p.text)}
	if i := strings.IndexAny(p.text[p.pos:], "{["); i >= 0 {
		span.End = p.pos + i
	}
	p.broken(span, span.End == len(p.text), "expected a value, found %s", p.found())
	p.pos = span.End
}

// trailer reads what stands behind the document's value.
func (p *lenientParser) trailer() int {
	for {
		p.space()
		if p.end() {
			return p.pos
		}
		rest := source.Span{Start: p.pos, End: len(p.text)}
		switch c := p.text[p.pos]; {
		case c == '}' || c == ']':
			p.problem(TrailingContent, p.here(), false, "unexpected %c behind the end of the document", c)
			p.pos++
		case c == '{' || c == '[':
			p.problem(TrailingContent, rest, false, "another value behind the end of the document")
			return p.pos
		case p.doc.Root.Is(Map) && p.moreMembers():
			p.problem(TrailingContent, rest, false, "members behind the } that closes the document")
			p.open = append(p.open, p.doc.Root.Children...)
			p.maps++
			p.members(p.doc.Root, false)
			p.maps--
			p.doc.Root.Span.End = p.pos
		default:
			p.problem(TrailingContent, rest, true, "unexpected %s behind the end of the document", p.found())
			p.pos = len(p.text)
		}
	}
}

// moreMembers reports whether a member follows, after a comma perhaps.
func (p *lenientParser) moreMembers() bool {
	at := p.pos
	defer func() { p.pos = at }()
	if p.text[p.pos] == ',' {
		p.pos++
	}
	p.pos += len(p.text[p.pos:]) - len(strings.TrimLeft(p.text[p.pos:], " \t\r\n"))
	return !p.end() && p.bareMembers()
}

// bareMembers reports whether a key and a colon follow.
func (p *lenientParser) bareMembers() bool {
	rest := p.text[p.pos:min(len(p.text), p.pos+1024)]
	var after string
	if kind := quoteAt(rest, 0); kind < 0 {
		run := p.run()
		if run == "" || len(run) >= len(rest) {
			return false
		}
		after = rest[len(run):]
	} else {
		line, _, _ := strings.Cut(rest, "\n")
		_, end := jsonBody(line)
		if end == len(line) { // no quote closes it
			return false
		}
		after = line[end+len(jsonQuotes[kind].close):]
	}
	return strings.HasPrefix(strings.TrimLeft(after, " \t\r\n"), ":")
}

// value reads one value, or returns nil after skipping what is none.
func (p *lenientParser) value() *Node {
	if p.end() {
		return nil
	}
	c := p.text[p.pos]
	switch {
	case c == '{':
		return p.container(Map, '}')
	case c == '[':
		return p.container(List, ']')
	}
	if quoteAt(p.text, p.pos) >= 0 {
		n, ok := p.newNode(Text)
		if ok {
			n.Value, n.Span = p.str()
		}
		return n
	}
	run := p.run()
	if run == "" {
		p.junk()
		return nil
	}
	kind, problem := classify(run)
	n, ok := p.newNode(kind)
	if !ok {
		return nil
	}
	n.Value, n.Span = run, source.Span{Start: p.pos, End: p.pos + len(run)}
	if kind == Text {
		n.Value = decodeJSON(run)
	}
	switch {
	case problem == BrokenSyntax && kind == Text:
		p.broken(n.Span, false, "text without quotes")
	case problem == BrokenSyntax:
		p.broken(n.Span, false, "%s is no JSON value", run)
	case problem == JSON5Syntax:
		p.problem(JSON5Syntax, n.Span, false, "%s is a value in JSON5 only", run)
	}
	p.pos = n.Span.End
	return n
}

func (p *lenientParser) container(kind Kind, closer byte) *Node {
	n, ok := p.newNode(kind)
	if !ok {
		return nil
	}
	n.Span.Start = p.pos
	if p.lists+p.maps >= p.depth {
		p.skipDeep(n)
		return n
	}
	p.pos++
	if kind == Map {
		p.maps++
		p.members(n, true)
		p.maps--
	} else {
		p.lists++
		p.items(n)
		p.lists--
	}
	n.Span.End = p.pos
	return n
}

// members reads up to the } of a map, or to where the map must have ended. A map
// that does not close ends where the text does, whatever closers are in it.
func (p *lenientParser) members(n *Node, closes bool) {
	mark := len(p.open) - len(n.Children)
	for first := len(n.Children) == 0; ; first = false {
		if c, more := p.next(n, first, closes); !more {
			break
		} else if c == '}' || c == ']' {
			if p.closed(n, c, closes) {
				break
			}
			continue
		}
		if child := p.member(); child != nil {
			p.open = append(p.open, child)
		}
	}
	n.Children = append([]*Node(nil), p.open[mark:]...)
	p.open = p.open[:mark]
}

func (p *lenientParser) items(n *Node) {
	mark := len(p.open)
	for first := true; ; first = false {
		if c, more := p.next(n, first, true); !more {
			break
		} else if c == ']' || c == '}' {
			if p.closed(n, c, true) {
				break
			}
			continue
		}
		if p.text[p.pos] == ':' {
			p.broken(p.here(), false, "a colon between items")
			p.pos++
			continue
		}
		if child := p.value(); child != nil {
			p.open = append(p.open, child)
		}
	}
	n.Children = append([]*Node(nil), p.open[mark:]...)
	p.open = p.open[:mark]
}

// next goes over space and commas to the next member or item and returns its first
// byte. It reports false at the end of the text.
func (p *lenientParser) next(n *Node, first, closes bool) (byte, bool) {
	separated := first
	for {
		p.space()
		separated = separated || p.marker
		if p.end() {
			if closes && !p.cut {
				p.cut = true
				line := p.file.Position(n.Span.Start).Line
				p.broken(source.Span{Start: max(p.doc.Span.Start, p.pos-1), End: p.pos}, true,
					"unexpected end, %c of line %d is not closed", p.text[n.Span.Start], line)
			}
			return 0, false
		}
		c := p.text[p.pos]
		if c != ',' {
			if !separated && c != '}' && c != ']' && c != ':' {
				p.broken(p.here(), false, "missing comma before %s", p.found())
			}
			return c, true
		}
		comma := p.here()
		p.pos++
		p.space()
		switch {
		case separated && !p.marker:
			p.broken(comma, false, "a comma too many")
		case !p.end() && (p.text[p.pos] == '}' || p.text[p.pos] == ']'):
			p.problem(TrailingComma, comma, false, "comma before %c", p.text[p.pos])
		}
		separated = true
	}
}

// closed handles a closer inside of n and reports whether n ends there. A wrong
// closer that fits a container further out ends n too; any other is skipped.
func (p *lenientParser) closed(n *Node, c byte, closes bool) bool {
	own, others := byte('}'), p.lists
	if n.Kind == List {
		own, others = ']', p.maps
	}
	switch {
	case closes && c == own:
		p.pos++
		return true
	case closes && others > 0:
		p.broken(p.here(), false, "expected %c before %c", own, c)
		return true
	}
	p.broken(p.here(), false, "unexpected %c", c)
	p.pos++
	return false
}

// member reads a key and its value.
func (p *lenientParser) member() *Node {
	key, span, ok := p.key()
	if !ok {
		return nil
	}
	p.space()
	if !p.end() {
		switch p.text[p.pos] {
		case ':':
			p.pos++
		case '=':
			p.broken(p.here(), false, "= in the place of a colon")
			p.pos++
		case ',', '}', ']':
		default:
			p.broken(p.here(), false, "missing colon before %s", p.found())
		}
	}
	for p.space(); !p.end() && p.text[p.pos] == ':'; p.space() {
		p.broken(p.here(), false, "a colon too many")
		p.pos++
	}
	var n *Node
	if p.end() || strings.IndexByte(",}]", p.text[p.pos]) >= 0 {
		p.broken(span, true, "key without a value")
	} else {
		n = p.value()
	}
	if n == nil {
		if n, ok = p.newNode(Null); !ok {
			return nil
		}
		n.Span = source.Span{Start: p.pos, End: p.pos}
	}
	n.Key, n.KeySpan = key, span
	return n
}

// key reads the key of a member. It reports false after skipping what is none.
func (p *lenientParser) key() (string, source.Span, bool) {
	if quoteAt(p.text, p.pos) >= 0 {
		key, span := p.str()
		return key, span, true
	}
	if run := p.run(); run != "" {
		span := source.Span{Start: p.pos, End: p.pos + len(run)}
		if identifier(run) {
			p.problem(JSON5Syntax, span, false, "key without quotes")
		} else {
			p.broken(span, false, "key without quotes")
		}
		p.pos = span.End
		return decodeJSON(run), span, true
	}
	if c := p.text[p.pos]; c == '{' || c == '[' {
		p.broken(p.here(), true, "expected a key, found %c", c)
		p.value()
		return "", source.Span{}, false
	}
	p.junk()
	return "", source.Span{}, false
}

// str reads the string at p.pos, which starts with a quote.
func (p *lenientParser) str() (string, source.Span) {
	kind := quoteAt(p.text, p.pos)
	opening, closing := jsonQuotes[kind].open, jsonQuotes[kind].close
	start := p.pos
	body := start + len(opening)
	end, closed := p.stringEnd(body, kind)
	p.pos = end
	if closed {
		p.pos += len(closing)
	}
	span := source.Span{Start: start, End: p.pos}
	switch {
	case !closed:
		p.broken(source.Span{Start: start, End: start + len(opening)}, true, "the string is not closed")
	case opening == `'`:
		p.problem(JSON5Syntax, span, false, "string in single quotes")
	case opening != `"`:
		p.broken(span, false, "string in %s%s, which are no JSON quotes", opening, closing)
	}
	text := p.text[body:end]
	p.judgeString(text, body)
	return decodeJSON(text), span
}

// stringEnd returns where the body of a string ends, and whether a quote ends it.
// A string that runs over its line ends there, unless a quote further on is
// followed by what may follow a string.
func (p *lenientParser) stringEnd(at int, kind int) (int, bool) {
	closing := jsonQuotes[kind].close
	line := -1 // the first line end in the string
	i := at
	for ; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '\\' && i+1 < len(p.text):
			i++
		case c == '\n' && line < 0:
			if line = i; at < p.unclosed[kind] {
				return p.lineEnd(at, line), false
			}
		case c == closing[0] && strings.HasPrefix(p.text[i:], closing):
			if line >= 0 && !p.follows(i+len(closing)) {
				p.unclosed[kind] = i
				return p.lineEnd(at, line), false
			}
			return i, true
		}
	}
	p.unclosed[kind] = len(p.text)
	if line < 0 {
		line = len(p.text)
	}
	return p.lineEnd(at, line), false
}

// follows reports whether what may follow a string stands at i.
func (p *lenientParser) follows(i int) bool {
	rest := strings.TrimLeft(p.text[i:min(len(p.text), i+256)], " \t\r\n")
	return rest == "" || strings.IndexByte(",:}]", rest[0]) >= 0
}

// lineEnd returns the end of the text of an unclosed string at start whose line
// ends at line: white space, a comma and brackets at the end belong to the file.
func (p *lenientParser) lineEnd(start, line int) int {
	body := strings.TrimRight(p.text[start:line], " \t\r")
	body = strings.TrimRight(body, ",]}")
	return start + len(strings.TrimRight(body, " \t\r"))
}

// judgeString records what is wrong inside of a string whose body starts at base.
func (p *lenientParser) judgeString(body string, base int) {
	for i := 0; i < len(body); {
		width, r, kind := jsonUnit(body, i)
		span := source.Span{Start: base + i, End: base + i + width}
		switch {
		case kind == escapeBroken:
			span.End = base + min(len(body), i+2)
			p.broken(span, false, "a backslash that escapes nothing, write \\\\ for a backslash")
		case kind == escapeJSON5:
			p.problem(JSON5Syntax, span, false, "an escape of JSON5")
		case width == 1 && r < ' ':
			p.broken(span, false, "%s inside a string", controlName(r))
		}
		i += width
	}
}

func controlName(r rune) string {
	switch r {
	case '\n', '\r':
		return "line end"
	case '\t':
		return "tab"
	}
	return "control character"
}

// run returns the word or number at p.pos, without going behind it.
func (p *lenientParser) run() string {
	i := p.pos
	for i < len(p.text) {
		switch c := p.text[i]; {
		case letterOrDigit(c) || strings.IndexByte("_$+-.@%~\\", c) >= 0:
		case c == '/' && i+1 < len(p.text) && p.text[i+1] != '/' && p.text[i+1] != '*':
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(p.text[i:])
			if quoteAt(p.text, i) >= 0 || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
				return p.text[p.pos:i]
			}
			i += size
			continue
		default:
			return p.text[p.pos:i]
		}
		i++
	}
	return p.text[p.pos:i]
}

// junk skips text that means nothing.
func (p *lenientParser) junk() {
	start := p.pos
	found := p.found()
	_, size := utf8.DecodeRuneInString(p.text[p.pos:])
	p.pos += size
	for p.pos < len(p.text) && strings.IndexByte(" \t\r\n,{}[]\"'", p.text[p.pos]) < 0 {
		p.pos++
	}
	p.broken(source.Span{Start: start, End: p.pos}, true, "unexpected %s", found)
}

// space goes over white space, comments and conflict markers.
func (p *lenientParser) space() {
	p.marker = false
	for p.pos < len(p.text) {
		switch c := p.text[p.pos]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			p.pos++
		case c == '/':
			if !p.comment() {
				return
			}
		case c == '#':
			span := p.restOfLine()
			p.doc.comment(span)
			p.broken(span, false, "# starts no comment in JSON")
			p.pos = span.End
		case p.conflict():
		case c == '\v' || c == '\f' || c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(p.text[p.pos:])
			if !unicode.IsSpace(r) && r != '\uFEFF' {
				return
			}
			p.problem(JSON5Syntax, source.Span{Start: p.pos, End: p.pos + size}, false, "%U is no white space in JSON", r)
			p.pos += size
		default:
			return
		}
	}
}

func (p *lenientParser) comment() bool {
	span, ok := commentAt(p.text, p.pos)
	switch {
	case ok:
		p.problem(Comment, span, false, "comment")
	case span.Len() > 0:
		p.broken(source.Span{Start: p.pos, End: p.pos + 2}, true, "the comment is not closed")
	default:
		return false
	}
	p.doc.comment(span)
	p.pos = span.End
	return true
}

// conflict goes over the line of a conflict marker and reports whether there was one.
func (p *lenientParser) conflict() bool {
	if p.pos > 0 && p.text[p.pos-1] != '\n' || strings.IndexByte("<=>|", p.text[p.pos]) < 0 {
		return false
	}
	span := p.restOfLine()
	if !conflictMarker([]byte(p.text[span.Start:span.End])) {
		return false
	}
	p.problem(MergeConflict, span, false, "a merge conflict is left in the file")
	p.marker = true
	p.pos = span.End
	return true
}

func (p *lenientParser) restOfLine() source.Span {
	line := p.text[p.pos:]
	if i := strings.IndexAny(line, "\r\n"); i >= 0 {
		line = line[:i]
	}
	return source.Span{Start: p.pos, End: p.pos + len(line)}
}

// skipDeep goes behind a container that is nested too deep, without recursion.
func (p *lenientParser) skipDeep(n *Node) {
	p.problem(LimitReached, p.here(), true, "nested deeper than %d levels", p.depth)
	nested := 0
	for p.pos < len(p.text) {
		switch p.text[p.pos] {
		case '{', '[':
			nested++
		case '}', ']':
			nested--
		case '"':
			p.pos, _ = p.stringEnd(p.pos+1, 0)
		}
		p.pos = min(p.pos+1, len(p.text))
		if nested == 0 {
			break
		}
	}
	n.Span.End = p.pos
}

// newNode takes a node out of the budget. It reports false when the budget is used
// up, and ends the reading.
func (p *lenientParser) newNode(kind Kind) (*Node, bool) {
	if p.nodes <= 0 {
		if !p.stopped {
			p.problem(LimitReached, p.here(), true, "too many values in one file")
		}
		p.stopped = true
		p.pos = len(p.text)
		return nil, false
	}
	p.nodes--
	n := p.arena.node()
	n.Kind = kind
	return n, true
}

func (p *lenientParser) end() bool { return p.pos >= len(p.text) }

// here returns the span of the character at p.pos.
func (p *lenientParser) here() source.Span {
	_, size := utf8.DecodeRuneInString(p.text[p.pos:])
	return source.Span{Start: p.pos, End: p.pos + size}
}

// found names what stands at p.pos.
func (p *lenientParser) found() string {
	if p.end() {
		return "the end"
	}
	if quoteAt(p.text, p.pos) >= 0 {
		return "a string"
	}
	r, size := utf8.DecodeRuneInString(p.text[p.pos:])
	switch {
	case r == utf8.RuneError && size == 1:
		return "malformed UTF-8"
	case !unicode.IsPrint(r):
		return controlOrCode(r)
	}
	return string(r)
}

func controlOrCode(r rune) string {
	const digits = "0123456789ABCDEF"
	var b [6]byte
	i := len(b)
	for n := 0; n < 4 || r > 0; n++ {
		i--
		b[i] = digits[r&15]
		r >>= 4
	}
	return "U+" + string(b[i:])
}

func (p *lenientParser) broken(span source.Span, lost bool, format string, args ...any) {
	p.problem(BrokenSyntax, span, lost, format, args...)
}

func (p *lenientParser) problem(kind ProblemKind, span source.Span, lost bool, format string, args ...any) {
	if !p.stopped {
		p.doc.problem(kind, span, lost, format, args...)
	}
}

// classify says what a word or number without quotes is, and how it stands to JSON:
// Comment stands for no problem.
func classify(run string) (Kind, ProblemKind) {
	switch run {
	case "null":
		return Null, Comment
	case "true", "false":
		return Bool, Comment
	case "None", "undefined", "NULL", "Null", "nil":
		return Null, BrokenSyntax
	case "True", "False", "TRUE", "FALSE":
		return Bool, BrokenSyntax
	}
	switch strings.TrimLeft(run, "+-") {
	case "Infinity", "NaN":
		return Number, JSON5Syntax
	}
	return number(run)
}

// number tells JSON numbers from those of JSON5 and from text.
func number(run string) (Kind, ProblemKind) {
	problem := Comment
	digits := strings.TrimPrefix(run, "-")
	if strings.HasPrefix(run, "+") {
		problem, digits = JSON5Syntax, run[1:]
	}
	if lower := strings.ToLower(digits); strings.HasPrefix(lower, "0x") {
		if len(digits) > 2 && strings.Trim(lower[2:], "0123456789abcdef") == "" {
			return Number, JSON5Syntax
		}
		return Text, BrokenSyntax
	}
	whole, rest := leadingDigits(digits)
	var fraction string
	if strings.HasPrefix(rest, ".") {
		if fraction, rest = leadingDigits(rest[1:]); fraction == "" || whole == "" {
			problem = JSON5Syntax
		}
	}
	if whole == "" && fraction == "" {
		return Text, BrokenSyntax
	}
	if rest != "" && (rest[0] == 'e' || rest[0] == 'E') {
		exponent := rest[1:]
		if exponent != "" && (exponent[0] == '+' || exponent[0] == '-') {
			exponent = exponent[1:]
		}
		if exponent, rest = leadingDigits(exponent); exponent == "" {
			return Text, BrokenSyntax
		}
	}
	switch {
	case rest != "":
		return Text, BrokenSyntax
	case len(whole) > 1 && whole[0] == '0':
		return Number, BrokenSyntax
	}
	return Number, problem
}

func leadingDigits(s string) (digits, rest string) {
	rest = strings.TrimLeft(s, "0123456789")
	return s[:len(s)-len(rest)], rest
}

// identifier reports whether JSON5 takes a word as a key.
func identifier(run string) bool {
	for i, r := range run {
		if r != '_' && r != '$' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return true
}
