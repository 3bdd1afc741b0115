package tree

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/tidwall/gjson"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// ndjson reads a document from every line that is not blank.
func (r *reader) ndjson(body source.Span) {
	for at := body.Start; at < body.End; {
		line := source.Span{Start: at, End: body.End}
		if i := bytes.IndexByte(r.file.Data[at:body.End], '\n'); i >= 0 {
			line.End = at + i
		}
		at = line.End + 1
		if len(bytes.TrimSpace(r.file.Data[line.Start:line.End])) == 0 {
			continue
		}
		if len(r.docs) >= maxDocuments {
			r.docs[len(r.docs)-1].problem(LimitReached, line, true, "more than %d documents in one file", maxDocuments)
			return
		}
		r.jsonDocument(NDJSON, line)
	}
}

// json reads the documents that stand one behind the other in the span; all but
// the first are trailing content to a strict reader.
func (r *reader) json(span source.Span) {
	at := r.jsonDocument(JSON, span)
	for at < span.End {
		if len(r.docs) >= maxDocuments {
			r.docs[len(r.docs)-1].problem(LimitReached, source.Span{Start: at, End: span.End}, true,
				"more than %d documents in one file", maxDocuments)
			return
		}
		at = r.lenient(r.document(JSON, source.Span{Start: at, End: span.End}))
	}
}

// jsonDocument reads one document and returns where the next one starts, which is
// span.End when there is none.
func (r *reader) jsonDocument(syntax Syntax, span source.Span) int {
	doc := r.document(syntax, span)
	s := jsonScan{doc: doc, data: r.file.Data, at: span.Start, end: span.End}
	whole := s.run()
	text := string(s.text())
	valid := whole && s.depth <= r.depth && gjson.Valid(text)
	if valid && s.nodes <= r.nodes {
		w := jsonWalk{
			text: text, at: s.first - span.Start, base: span.Start, wellFormed: utf8.ValidString(text),
			nodes: make([]Node, 0, s.nodes), children: make([]*Node, 0, s.nodes),
		}
		doc.Root = w.value()
		r.nodes -= len(w.nodes)
		return span.End
	}
	*doc = Document{File: doc.File, Index: doc.Index, Syntax: syntax, Span: span}
	rest := r.lenient(doc)
	if !valid && doc.sound() {
		doc.explain(text)
	}
	return rest
}

// sound reports whether nothing in the problems says that the text is beyond JSON
// with comments.
func (d *Document) sound() bool {
	for _, p := range d.Problems {
		if p.Kind != Comment && p.Kind != TrailingComma {
			return false
		}
	}
	return true
}

// explain records the verdict of encoding/json on a text that was refused and that
// the lenient reader found nothing wrong with.
func (d *Document) explain(text string) {
	var syntax *json.SyntaxError
	var value json.RawMessage
	if err := json.Unmarshal([]byte(text), &value); errors.As(err, &syntax) {
		at := d.Span.Start + max(0, int(syntax.Offset)-1)
		d.problem(BrokenSyntax, source.Span{Start: at, End: min(at+1, d.Span.End)}, false, "%s", syntax.Error())
	}
}

// A jsonScan looks over a text once, without recursion, before any parser sees it.
// It blanks comments and trailing commas and measures what reading would cost.
type jsonScan struct {
	doc     *Document
	data    []byte
	at, end int

	blanked     []byte // a copy of the text, made when there is something to blank
	first, last int    // where the document's value starts and ends
	nodes       int    // at least as many as there are
	depth       int    // the deepest nesting
}

// run reports false when the text is certainly no JSON with comments.
func (s *jsonScan) run() bool {
	s.first, s.nodes = -1, 1
	depth, comma := 0, 0
	var before, last byte // the last two bytes that are no space
	for s.at < s.end {
		c := s.data[s.at]
		switch c {
		case ' ', '\t', '\n', '\r':
			s.at++
			continue
		case '/':
			if !s.comment() {
				return false
			}
			continue
		case '"':
			if s.first < 0 {
				s.first = s.at
			}
			if !s.skipString() {
				return false
			}
			before, last, s.last = last, c, s.at
			continue
		case '{', '[':
			depth++
			s.nodes++
			s.depth = max(s.depth, depth)
		case '}', ']':
			if depth == 0 {
				return false
			}
			if last == ',' && before != ',' && before != '[' && before != '{' && before != ':' {
				s.blank(source.Span{Start: comma, End: comma + 1})
				s.doc.problem(TrailingComma, source.Span{Start: comma, End: comma + 1}, false, "comma before %c", c)
			}
			depth--
		case ',':
			comma = s.at
			s.nodes++
		}
		if s.first < 0 {
			s.first = s.at
		}
		before, last = last, c
		s.at++
		s.last = s.at
	}
	return s.first >= 0
}

// skipString goes behind the string at s.at, and reports false when it has no end.
func (s *jsonScan) skipString() bool {
	i := s.at + 1
	end := bytes.IndexByte(s.data[i:s.end], '"')
	if end >= 0 && bytes.IndexByte(s.data[i:i+end], '\\') < 0 {
		s.at = i + end + 1
		return true
	}
	for ; i < s.end; i++ {
		switch s.data[i] {
		case '\\':
			i++
		case '"':
			s.at = i + 1
			return true
		}
	}
	return false
}

// comment blanks the comment at s.at and goes behind it. It reports false when
// there is none, or one without an end.
func (s *jsonScan) comment() bool {
	span, ok := commentAt(s.data[:s.end], s.at)
	if !ok {
		return false
	}
	s.blank(span)
	s.doc.comment(span)
	s.doc.problem(Comment, span, false, "comment")
	s.at = span.End
	return true
}

// commentAt returns the span of the comment that starts at i, line end excluded, and
// reports whether it has an end. The span is empty when there is no comment.
func commentAt[T string | []byte](text T, i int) (source.Span, bool) {
	if i+1 >= len(text) || text[i] != '/' {
		return source.Span{}, false
	}
	switch text[i+1] {
	case '/':
		for end := i + 2; ; end++ {
			if end == len(text) || text[end] == '\n' || text[end] == '\r' {
				return source.Span{Start: i, End: end}, true
			}
		}
	case '*':
		for end := i + 4; end <= len(text); end++ {
			if text[end-2] == '*' && text[end-1] == '/' {
				return source.Span{Start: i, End: end}, true
			}
		}
		return source.Span{Start: i, End: len(text)}, false
	}
	return source.Span{}, false
}

// blank overwrites the span with spaces; line ends are kept.
func (s *jsonScan) blank(span source.Span) {
	if s.blanked == nil {
		s.blanked = bytes.Clone(s.data[s.doc.Span.Start:s.end])
	}
	for i, c := range s.data[span.Start:span.End] {
		if c != '\n' && c != '\r' {
			s.blanked[span.Start-s.doc.Span.Start+i] = ' '
		}
	}
}

// text returns what there is to parse, as long as the document.
func (s *jsonScan) text() []byte {
	if s.blanked != nil {
		return s.blanked
	}
	return s.data[s.doc.Span.Start:s.end]
}

// A jsonWalk turns a valid text into nodes that share the text's memory. It does
// not look into a container before it is there, as a walk over the results of gjson
// does, and so its work does not grow with the depth.
type jsonWalk struct {
	text       string
	at         int     // how far it has read
	base       int     // offset of the text in the file
	wellFormed bool    // all of the text is well-formed UTF-8
	nodes      []Node  // room for all of them
	children   []*Node // room for all of them
	open       []*Node // children of the containers being read
}

// value reads the value at w.at and goes behind it.
func (w *jsonWalk) value() *Node {
	w.nodes = append(w.nodes, Node{})
	n := &w.nodes[len(w.nodes)-1]
	start := w.at
	switch w.text[start] {
	case '{', '[':
		n.Kind = List
		if w.text[start] == '{' {
			n.Kind = Map
		}
		w.members(n)
	case '"':
		n.Kind, n.Value = Text, w.string()
	case 't', 'n':
		n.Kind, n.Value = w.word(4)
	case 'f':
		n.Kind, n.Value = w.word(5)
	default:
		n.Kind, n.Value = Number, w.number()
	}
	n.Span = w.span(start)
	return n
}

// members reads the container at w.at.
func (w *jsonWalk) members(n *Node) {
	mark := len(w.open)
	w.at++
	for w.space(); w.text[w.at] != '}' && w.text[w.at] != ']'; w.space() {
		var key string
		var keySpan source.Span
		if n.Kind == Map {
			start := w.at
			key = w.string()
			keySpan = w.span(start)
			w.space() // also goes behind the colon
		}
		child := w.value()
		child.Key, child.KeySpan = key, keySpan
		w.open = append(w.open, child)
	}
	w.at++
	if len(w.open) > mark {
		first := len(w.children)
		w.children = append(w.children, w.open[mark:]...)
		n.Children = w.children[first:len(w.children):len(w.children)]
		w.open = w.open[:mark]
	}
}

// space goes behind white space, commas and colons. The text is valid: they stand
// where they should.
func (w *jsonWalk) space() {
	for {
		switch w.text[w.at] {
		case ' ', '\t', '\n', '\r', ',', ':':
			w.at++
		default:
			return
		}
	}
}

// string reads the string at w.at.
func (w *jsonWalk) string() string {
	start := w.at + 1
	end := start + strings.IndexByte(w.text[start:], '"')
	plain := true
	if i := strings.IndexByte(w.text[start:end], '\\'); i >= 0 {
		plain = false
		for end = start + i; w.text[end] != '"'; end++ {
			if w.text[end] == '\\' {
				end++
			}
		}
	}
	w.at = end + 1
	if plain && w.wellFormed {
		return w.text[start:end]
	}
	return decodeJSON(w.text[start:end])
}

// word reads true, false or null.
func (w *jsonWalk) word(length int) (Kind, string) {
	word := w.text[w.at : w.at+length]
	w.at += length
	if word == "null" {
		return Null, word
	}
	return Bool, word
}

func (w *jsonWalk) number() string {
	start := w.at
	for ; w.at < len(w.text); w.at++ {
		switch c := w.text[w.at]; {
		case '0' <= c && c <= '9', c == '-', c == '+', c == '.', c == 'e', c == 'E':
			continue
		}
		break
	}
	return w.text[start:w.at]
}

func (w *jsonWalk) span(start int) source.Span {
	return source.Span{Start: w.base + start, End: w.base + w.at}
}
