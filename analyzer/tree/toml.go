package tree

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

const (
	tomlNodes  = 500_000   // as for YAML
	tomlProven = 256 << 10 // bytes up to which the decoder is asked for a second opinion: it is slow
	tomlStarts = 100       // times the parser is started again behind an error
)

// toml reads the TOML document in the span.
//
// The parser tells where keys and scalars are; what arrays and tables cover follows
// from that. It knows nothing of the meaning, so keys that are repeated are found
// here, and the decoder is asked about the rest.
func (r *reader) toml(span source.Span) {
	doc := r.document(TOML, span)
	t := &tomlReader{reader: r, doc: doc, base: span.Start, tables: map[*Node]*tomlTable{}}
	t.text = plainText(doc)
	if t.tooMany() {
		doc.problem(LimitReached, source.Span{Start: span.Start, End: span.Start + 1}, true, "too many values for one TOML file")
		return
	}
	root, ok := t.newNode(Map)
	if !ok {
		return
	}
	root.Span = span
	doc.Root = root
	t.path = []*Node{root}
	for at, starts := 0, 0; at < len(t.text); starts++ {
		failed := t.run(at)
		if failed < 0 {
			break
		}
		if at = nextTable(t.text, at, failed); starts == tomlStarts {
			break
		}
	}
	doc.tangled = root.tangled()
	t.prove()
	doc.gapComments(t.spans, false)
}

type tomlReader struct {
	*reader
	doc    *Document
	text   []byte
	base   int
	tables map[*Node]*tomlTable
	path   []*Node       // from the root to the table that is being filled
	spans  []source.Span // keys and scalars, in order
	arena
}

// A tomlTable is what is known of a map besides its members.
type tomlTable struct {
	members map[string]*Node
	defined bool // has a header, or is a value
}

// plainText returns a copy of the document's text in which what stops a parser is
// replaced, and records it: malformed UTF-8, control characters, conflict markers.
func plainText(d *Document) []byte {
	text := bytes.Clone(d.File.Data[d.Span.Start:d.Span.End])
	blankConflicts(text, d.Span.Start, d)
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(text[i:])
		}
		span := source.Span{Start: d.Span.Start + i, End: d.Span.Start + i + size}
		switch {
		case r == utf8.RuneError && size == 1:
			text[i] = '?'
		case r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7F && d.Syntax == TOML:
			d.problem(BrokenSyntax, span, false, "control character %U", r)
			text[i] = '?'
		case (r == 0xFFFE || r == 0xFFFF) && d.Syntax == YAML:
			d.problem(BrokenSyntax, span, false, "%U is no character", r)
			copy(text[i:], "\uFFFD")
		}
		i += size
	}
	return text
}

func (t *tomlReader) tooMany() bool {
	nodes := bytes.Count(t.text, []byte(",")) + bytes.Count(t.text, []byte("=")) +
		bytes.Count(t.text, []byte(".")) + bytes.Count(t.text, []byte("["))
	return nodes > tomlNodes
}

// run reads expressions from at on. It returns where it failed, or -1.
func (t *tomlReader) run(at int) int {
	var p unstable.Parser
	text := t.text[at:]
	p.Reset(text)
	last := at
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.KeyValue:
			if end, ok := t.keyValue(e, at, t.path); ok {
				last = end
			}
		case unstable.Table, unstable.ArrayTable:
			last = t.header(e, at)
		}
		if t.nodes <= 0 {
			t.doc.problem(LimitReached, t.span(last-1, last), true, "too many values in one file")
			return -1
		}
	}
	err := p.Error()
	if err == nil {
		return -1
	}
	failed, message := last, err.Error()
	var perr *unstable.ParserError
	if errors.As(err, &perr) {
		message = perr.Message
		if i := offsetIn(text, perr.Highlight); i >= 0 {
			failed = max(failed, at+i)
		}
	}
	failed = min(failed, len(t.text)-1)
	t.doc.problem(BrokenSyntax, t.span(failed, failed+1), true, "%s", strings.TrimPrefix(message, "toml: "))
	return failed
}

// offsetIn returns where part starts in text, if it shares its memory, or -1.
func offsetIn(text, part []byte) int {
	i := cap(text) - cap(part)
	if i < 0 || i+len(part) > len(text) || len(part) > 0 && &text[i] != &part[0] {
		return -1
	}
	return i
}

// nextTable returns where the first line starts, from the one with failed on, that
// opens a table and is behind at.
func nextTable(text []byte, at, failed int) int {
	for i := bytes.LastIndexByte(text[:failed], '\n') + 1; i < len(text); {
		rest := bytes.TrimLeft(text[i:min(len(text), i+64)], " \t")
		if i > at && len(rest) > 0 && rest[0] == '[' {
			return i
		}
		n := bytes.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
	}
	return len(text)
}

// A tomlKey is one part of a dotted key.
type tomlKey struct {
	name string
	span source.Span
}

func (t *tomlReader) keys(it unstable.Iterator, at int) []tomlKey {
	var keys []tomlKey
	for it.Next() {
		n := it.Node()
		start := at + int(n.Raw.Offset)
		keys = append(keys, tomlKey{string(n.Data), t.span(start, start+int(n.Raw.Length))})
		t.spans = append(t.spans, keys[len(keys)-1].span)
	}
	return keys
}

// header opens the table of a [header] or [[header]] and returns where it ends.
func (t *tomlReader) header(e *unstable.Node, at int) int {
	keys := t.keys(e.Key(), at)
	start, end := keys[0].span.Start-t.base, keys[len(keys)-1].span.End-t.base
	for start > 0 && t.text[start] != '[' {
		start--
	}
	if start > 0 && e.Kind == unstable.ArrayTable && t.text[start-1] == '[' {
		start--
	}
	for end < len(t.text) && t.text[end] != '\n' && t.text[end-1] != ']' {
		end++
	}
	if e.Kind == unstable.ArrayTable && end < len(t.text) && t.text[end] == ']' {
		end++
	}
	path, ok := t.descend(t.path[:1:1], keys[:len(keys)-1])
	if !ok {
		return end
	}
	key := keys[len(keys)-1]
	parent := path[len(path)-1]
	n := t.table(parent).members[key.name]
	if e.Kind == unstable.ArrayTable {
		path, ok = t.appendTable(path, n, key)
	} else {
		path, ok = t.openTable(path, n, key)
	}
	if ok {
		t.path = path
		t.cover(path, t.span(start, end))
	}
	return end
}

func (t *tomlReader) openTable(path []*Node, n *Node, key tomlKey) ([]*Node, bool) {
	if n != nil && n.Kind == Map && !t.table(n).defined {
		t.table(n).defined = true
		return append(path, n), true
	}
	if n != nil {
		t.repeated(key)
		if n.Kind == Map {
			return append(path, n), true
		}
	}
	n, ok := t.add(path[len(path)-1], key, Map)
	if ok {
		t.table(n).defined = true
	}
	return append(path, n), ok
}

func (t *tomlReader) appendTable(path []*Node, list *Node, key tomlKey) ([]*Node, bool) {
	ok := true
	if list != nil && (list.Kind != List || t.tables[list] == nil) {
		t.repeated(key)
		list = nil
	}
	if list == nil {
		if list, ok = t.add(path[len(path)-1], key, List); !ok {
			return path, false
		}
		t.tables[list] = &tomlTable{} // marks it as a list of tables
	}
	item, ok := t.newNode(Map)
	if !ok {
		return path, false
	}
	list.Children = append(list.Children, item)
	t.table(item).defined = true
	return append(path, list, item), true
}

func (t *tomlReader) repeated(key tomlKey) {
	t.doc.problem(RepeatedKey, key.span, false, "key %s is repeated", quoteKey(key.name))
}

// descend follows the keys from the last node of the path, making tables where there
// are none. In a list of tables it goes on in the last one.
func (t *tomlReader) descend(path []*Node, keys []tomlKey) ([]*Node, bool) {
	for _, key := range keys {
		if len(path) >= t.depth {
			t.doc.problem(LimitReached, key.span, true, "nested deeper than %d levels", t.depth)
			return path, false
		}
		parent := path[len(path)-1]
		n := t.table(parent).members[key.name]
		if n != nil && n.Kind == List && t.tables[n] != nil {
			path = append(path, n)
			n = n.Children[len(n.Children)-1]
		}
		if n == nil || n.Kind != Map {
			if n != nil {
				t.repeated(key)
			}
			var ok bool
			if n, ok = t.add(parent, key, Map); !ok {
				return path, false
			}
			n.Span = key.span
		}
		path = append(path, n)
	}
	return path, true
}

// add gives the parent a new member.
func (t *tomlReader) add(parent *Node, key tomlKey, kind Kind) (*Node, bool) {
	n, ok := t.newNode(kind)
	if !ok {
		return nil, false
	}
	n.Key, n.KeySpan = key.name, key.span
	t.table(parent).members[key.name] = n
	parent.Children = append(parent.Children, n)
	return n, true
}

func (t *tomlReader) table(n *Node) *tomlTable {
	info := t.tables[n]
	if info == nil {
		info = &tomlTable{members: map[string]*Node{}}
		t.tables[n] = info
	}
	return info
}

// cover widens the nodes of a path so that they hold the span.
func (t *tomlReader) cover(path []*Node, span source.Span) {
	for _, n := range path {
		if n.Span.End == 0 {
			n.Span = span
		}
		n.Span.Start = min(n.Span.Start, span.Start)
		n.Span.End = max(n.Span.End, span.End)
	}
}

// keyValue adds a member under the last node of the path and returns where its value
// ends in the text.
func (t *tomlReader) keyValue(e *unstable.Node, at int, path []*Node) (int, bool) {
	keys := t.keys(e.Key(), at)
	end := keys[len(keys)-1].span.End - t.base
	path, ok := t.descend(path[:len(path):len(path)], keys[:len(keys)-1])
	if !ok {
		return end, false
	}
	start := end
	for start < len(t.text) && strings.IndexByte(" \t=", t.text[start]) >= 0 {
		start++
	}
	n, end, ok := t.value(e.Value(), at, start, len(path)+1)
	if !ok {
		return end, false
	}
	key, parent := keys[len(keys)-1], path[len(path)-1]
	if t.table(parent).members[key.name] != nil {
		t.repeated(key)
	}
	n.Key, n.KeySpan = key.name, key.span
	t.table(parent).members[key.name] = n
	parent.Children = append(parent.Children, n)
	t.cover(path, t.span(keys[0].span.Start-t.base, end))
	return end, true
}

// value makes the node of a value that starts at start in the text, and returns where
// it ends.
func (t *tomlReader) value(v *unstable.Node, at, start, depth int) (*Node, int, bool) {
	n, ok := t.newNode(tomlKind(v.Kind))
	if !ok {
		return nil, start, false
	}
	end := start
	switch {
	case v.Kind == unstable.Array || v.Kind == unstable.InlineTable:
		if depth > t.depth {
			t.doc.problem(LimitReached, t.span(start, start+1), true, "nested deeper than %d levels", t.depth)
			return nil, start, false
		}
		end = t.inner(n, v, at, start+1, depth)
	case v.Raw.Length > 0:
		start = at + int(v.Raw.Offset)
		end = start + int(v.Raw.Length)
	default:
		end = start + len(v.Data)
	}
	n.Span = t.span(start, min(end, len(t.text)))
	if n.Kind != List && n.Kind != Map {
		n.Value = string(v.Data)
		if n.Kind == Number {
			n.Value = string(t.text[start:end])
		}
		t.spans = append(t.spans, n.Span)
	}
	return n, end, true
}

// inner reads the items of an array or the members of an inline table and returns
// the end behind its closing bracket.
func (t *tomlReader) inner(n *Node, v *unstable.Node, at, i, depth int) int {
	if n.Kind == Map {
		t.table(n).defined = true
	}
	for it := v.Children(); it.Next(); {
		c := it.Node()
		i = t.skip(i)
		if n.Kind == Map {
			n.Span = t.span(i, i)
			i, _ = t.keyValue(c, at, []*Node{n})
			continue
		}
		child, end, ok := t.value(c, at, i, depth+1)
		i = end
		if !ok {
			break
		}
		n.Children = append(n.Children, child)
	}
	for i = t.skip(i); i < len(t.text); i++ {
		if t.text[i] == ']' || t.text[i] == '}' {
			return i + 1
		}
	}
	return i
}

// skip goes over white space, commas and comments.
func (t *tomlReader) skip(i int) int {
	for i < len(t.text) {
		switch t.text[i] {
		case ' ', '\t', '\r', '\n', ',':
			i++
		case '#':
			for i < len(t.text) && t.text[i] != '\n' {
				i++
			}
		default:
			return i
		}
	}
	return i
}

func tomlKind(k unstable.Kind) Kind {
	switch k {
	case unstable.Array:
		return List
	case unstable.InlineTable:
		return Map
	case unstable.Bool:
		return Bool
	case unstable.Integer, unstable.Float:
		return Number
	}
	return Text // strings and dates
}

func (t *tomlReader) newNode(kind Kind) (*Node, bool) {
	if t.nodes <= 0 {
		return nil, false
	}
	t.nodes--
	n := t.arena.node()
	n.Kind = kind
	return n, true
}

func (t *tomlReader) span(start, end int) source.Span {
	return source.Span{Start: t.base + start, End: t.base + end}
}

// prove asks the decoder whether the text is valid, when nothing was found wrong.
func (t *tomlReader) prove() {
	if len(t.text) > tomlProven {
		return
	}
	for _, p := range t.doc.Problems {
		if p.Kind == BrokenSyntax || p.Kind == RepeatedKey || p.Kind == LimitReached {
			return
		}
	}
	var value any
	err := toml.Unmarshal(t.text, &value)
	if err == nil {
		return
	}
	at, message := 0, err.Error()
	var derr *toml.DecodeError
	if errors.As(err, &derr) {
		line, column := derr.Position()
		at = offsetOf(t.text, line, column)
	}
	at = max(0, min(at, len(t.text)-1))
	t.doc.problem(BrokenSyntax, t.span(at, at+1), false, "%s", strings.TrimPrefix(message, "toml: "))
}

// offsetOf returns where the line and column, counted from 1, are in a text.
func offsetOf(text []byte, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		n := bytes.IndexByte(text[at:], '\n')
		if n < 0 {
			return len(text)
		}
		at += n + 1
	}
	return at + column - 1
}

// tomlUnits returns a reader of the TOML scalar or key written as token, and where
// its first part is.
func tomlUnits(token string) (int, unitReader) {
	for _, quote := range []string{`"""`, `'''`, `"`, `'`} {
		if len(token) < 2*len(quote) || !strings.HasPrefix(token, quote) || !strings.HasSuffix(token, quote) {
			continue
		}
		u := tomlString{text: token[:len(token)-len(quote)], lines: len(quote) == 3, escapes: quote[0] == '"'}
		start := len(quote)
		if u.lines && strings.HasPrefix(u.text[start:], "\r\n") {
			start += 2
		} else if u.lines && strings.HasPrefix(u.text[start:], "\n") {
			start++
		}
		return start, u.read
	}
	return 0, tomlString{text: token}.read
}

type tomlString struct {
	text           string
	lines, escapes bool
}

func (u tomlString) read(i int) (written, decoded int, verbatim bool) {
	if i >= len(u.text) {
		return 0, 0, false
	}
	if !u.escapes || u.text[i] != '\\' || i+1 == len(u.text) {
		_, size := utf8.DecodeRuneInString(u.text[i:])
		return size, size, false
	}
	digits := 0
	switch u.text[i+1] {
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case ' ', '\t', '\r', '\n':
		rest := strings.TrimLeft(u.text[i+1:], " \t\r\n")
		return len(u.text) - len(rest) - i, 0, false
	}
	if r, ok := hex(u.text, i+2, digits); ok && digits > 0 {
		return 2 + digits, max(1, utf8.RuneLen(r)), false
	}
	return 2, 1, false
}
