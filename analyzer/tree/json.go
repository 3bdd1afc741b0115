package tree

import (
	"bytes"
	"encoding/json"
	"errors"

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
	if valid && s.nodes <= r.nodes && s.work <= 16*span.Len()+1<<20 {
		w := jsonWalk{text: text, base: span.Start, nodes: make([]Node, 0, s.nodes)}
		doc.Root = w.root(s.first-span.Start, s.last-span.Start)
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
	work        int    // the bytes of all containers, counted once for each level
}

// run reports false when the text is certainly no JSON with comments.
func (s *jsonScan) run() bool {
	s.first, s.nodes = -1, 1
	depth, comma, mark := 0, 0, s.at
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
			s.work += depth * (s.at - mark)
			mark = s.at
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
			s.work += depth * (s.at - mark)
			mark = s.at
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
	for i := s.at + 1; i < s.end; i++ {
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

// A jsonWalk turns a valid text into nodes that share the text's memory.
type jsonWalk struct {
	text  string
	base  int     // offset of the text in the file
	nodes []Node  // room for all of them
	open  []*Node // children of the containers being read
}

// root returns the node of the value written at start:end of the text.
func (w *jsonWalk) root(start, end int) *Node {
	value := gjson.Parse(w.text)
	value.Index, value.Raw = start, w.text[start:end]
	return w.node(value)
}

func (w *jsonWalk) node(value gjson.Result) *Node {
	w.nodes = append(w.nodes, Node{Span: w.span(value)})
	n := &w.nodes[len(w.nodes)-1]
	switch value.Type {
	case gjson.Null:
		n.Kind, n.Value = Null, value.Raw
	case gjson.False, gjson.True:
		n.Kind, n.Value = Bool, value.Raw
	case gjson.Number:
		n.Kind, n.Value = Number, value.Raw
	case gjson.String:
		n.Kind, n.Value = Text, decodeJSON(value.Raw[1:len(value.Raw)-1])
	case gjson.JSON:
		n.Kind = List
		if value.IsObject() {
			n.Kind = Map
		}
		w.children(n, value)
	}
	return n
}

func (w *jsonWalk) children(n *Node, value gjson.Result) {
	mark := len(w.open)
	value.ForEach(func(key, item gjson.Result) bool {
		child := w.node(item)
		if n.Kind == Map {
			child.Key, child.KeySpan = decodeJSON(key.Raw[1:len(key.Raw)-1]), w.span(key)
		}
		w.open = append(w.open, child)
		return true
	})
	n.Children = append(n.Children, w.open[mark:]...)
	w.open = w.open[:mark]
}

func (w *jsonWalk) span(value gjson.Result) source.Span {
	start := w.base + value.Index
	return source.Span{Start: start, End: start + len(value.Raw)}
}
