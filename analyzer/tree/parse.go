package tree

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

const (
	defaultDepth = 128
	defaultNodes = 1_000_000
	maxDepth     = 1_000 // readers are recursive; more would endanger the stack
	maxDocuments = 100_000
	maxBlocks    = 10_000 // of a Markdown file
	maxProblems  = 100    // of one kind in one document
	maxComments  = 10_000 // in one document
)

// Parse reads every document of the file. It never fails: what cannot be read is
// told by the Problems of the documents, and a file without any content gives one
// document without a Root. Only a Markdown file may give none at all.
//
// The work done is linear in the size of the file, and bounded by lim, whatever
// the file holds.
func Parse(f *source.File, syntax Syntax, lim Limits) []*Document {
	r := &reader{file: f, depth: lim.Depth, nodes: lim.Nodes}
	if r.depth <= 0 {
		r.depth = defaultDepth
	}
	r.depth = min(r.depth, maxDepth)
	if r.nodes <= 0 {
		r.nodes = defaultNodes
	}
	body := f.Body()
	if len(bytes.Trim(f.Data[body.Start:body.End], " \t\r\n")) == 0 {
		doc := r.document(syntax, body)
		doc.problem(EmptyFile, body, false, "the file is empty")
	} else {
		switch syntax {
		case NDJSON:
			r.ndjson(body)
		case YAML:
			r.yaml(body)
		case TOML:
			r.toml(body)
		case Markdown:
			r.markdown(body)
		case Script:
			doc := r.document(Script, body)
			doc.Root = &Node{Kind: Text, Span: body, Value: string(f.Data[body.Start:body.End])}
		default:
			r.json(body)
		}
	}
	if len(r.docs) > 0 {
		r.encoding(r.docs[0])
	}
	return r.docs
}

// A reader reads the documents of one file and keeps the budget they share.
type reader struct {
	file  *source.File
	docs  []*Document
	depth int // nesting that is allowed
	nodes int // nodes that may still be made

	text string // the file's data, once the lenient reader needed it
	// unclosed says for each kind of quote up to where a search for the closing one
	// went in vain, so that no text is searched twice.
	unclosed [len(jsonQuotes)]int
}

// document starts the next document of the file.
func (r *reader) document(syntax Syntax, span source.Span) *Document {
	d := &Document{File: r.file, Index: len(r.docs), Syntax: syntax, Span: span}
	r.docs = append(r.docs, d)
	return d
}

// encoding adds what is wrong with the bytes of the file as such.
func (r *reader) encoding(d *Document) {
	data := r.file.Data
	switch r.file.Encoding {
	case source.UTF8BOM:
		d.problem(ByteOrderMark, source.Span{Start: 0, End: 3}, false, "the file starts with a byte order mark")
	case source.UTF16LE, source.UTF16BE:
		d.problem(UTF16Encoding, source.Span{Start: 0, End: min(1, len(data))}, false, "the file is written in UTF-16")
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		d.problem(InvalidText, source.Span{Start: i, End: i + 1}, false, "NUL byte in the text")
	}
	if utf8.Valid(data) {
		return
	}
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size == 1 {
			d.problem(InvalidText, source.Span{Start: i, End: i + 1}, false, "byte 0x%02X is no UTF-8", data[i])
			return
		}
		i += size
	}
}

// problem records a departure. Of one kind only the first hundred are kept.
func (d *Document) problem(kind ProblemKind, span source.Span, lost bool, format string, args ...any) {
	if d.recorded[kind] == maxProblems {
		d.dropped = d.dropped || lost
		return
	}
	d.recorded[kind]++
	d.Problems = append(d.Problems, Problem{kind, span, fmt.Sprintf(format, args...), lost})
}

// comment records a comment of a JSON text.
func (d *Document) comment(span source.Span) {
	if len(d.Comments) >= maxComments {
		return
	}
	d.Comments = append(d.Comments, CommentText{span, string(d.File.Data[span.Start:span.End])})
}

// An arena hands out nodes from slabs.
type arena struct {
	free []Node
	size int
}

func (a *arena) node() *Node {
	if len(a.free) == 0 {
		a.size = min(max(16, a.size*2), 4096)
		a.free = make([]Node, a.size)
	}
	n := &a.free[0]
	a.free = a.free[1:]
	return n
}
