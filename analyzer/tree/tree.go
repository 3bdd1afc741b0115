// Package tree turns the bytes of a file into format-neutral nodes that know
// where they were written. JSON, JSONC, YAML, TOML and the blocks of a Markdown
// file have one shape here, so that nothing behind this package can tell them
// apart.
package tree

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A Kind is the type of a node.
type Kind uint8

// The kinds of nodes.
const (
	Null Kind = iota
	Bool
	Number
	Text
	List
	Map
	Alias // a YAML alias: Value holds the anchor's name, Target what it stands for
)

// A Node is one value of a document. Order and duplicate keys are kept.
type Node struct {
	Kind     Kind
	Key      string      // decoded key, when the node is a member of a Map
	KeySpan  source.Span // the key as written, quotes included
	Span     source.Span // the value as written, quotes and brackets included
	Value    string      // Text: decoded; Bool, Number: as written
	Children []*Node     // List: items, Map: members, in written order
	Target   *Node       // Alias only; nil when the anchor is unknown or circular
}

// Resolve returns the node that an alias stands for, and every other node itself.
// It returns nil for nil and for an alias without a target.
func (n *Node) Resolve() *Node {
	for hops := 0; n != nil && n.Kind == Alias; hops++ {
		if hops > 8 {
			return nil
		}
		n = n.Target
	}
	return n
}

// Get returns the value of the member with this key, or nil. Of duplicates it
// returns the last, as JavaScript, Python and Go do. It may be called on nil.
func (n *Node) Get(key string) *Node {
	if n = n.Resolve(); n == nil || n.Kind != Map {
		return nil
	}
	for i := len(n.Children) - 1; i >= 0; i-- {
		if n.Children[i].Key == key {
			return n.Children[i].Resolve()
		}
	}
	return nil
}

// Find returns the member with the first of these keys that is there, unresolved,
// so that its key span is at hand.
func (n *Node) Find(keys ...string) *Node {
	if n = n.Resolve(); n == nil || n.Kind != Map {
		return nil
	}
	for _, key := range keys {
		for i := len(n.Children) - 1; i >= 0; i-- {
			if n.Children[i].Key == key {
				return n.Children[i]
			}
		}
	}
	return nil
}

// Path follows keys downwards and returns nil where one is missing.
func (n *Node) Path(keys ...string) *Node {
	for _, key := range keys {
		n = n.Get(key)
	}
	return n.Resolve()
}

// Is reports whether the node, resolved, has this kind. It may be called on nil.
func (n *Node) Is(kind Kind) bool {
	n = n.Resolve()
	return n != nil && n.Kind == kind
}

// Items returns the children of a List or Map and nothing for all else.
func (n *Node) Items() []*Node {
	if n = n.Resolve(); n == nil {
		return nil
	}
	return n.Children
}

// A Syntax is the notation a document is written in.
type Syntax uint8

// The notations. JSON covers JSONC and JSON5: what is beyond strict JSON is a Problem.
const (
	JSON Syntax = iota
	NDJSON
	YAML
	TOML
	Markdown
	Script // a shell script: one text
)

// String returns the name used in reports.
func (s Syntax) String() string {
	return [...]string{"json", "ndjson", "yaml", "toml", "markdown", "script"}[s]
}

// A ProblemKind says in which way a document departs from its notation.
type ProblemKind uint8

// The kinds of problems.
const (
	ByteOrderMark   ProblemKind = iota // a UTF-8 BOM; fatal to many clients
	UTF16Encoding                      // the file is UTF-16
	Comment                            // a comment in JSON
	TrailingComma                      // a comma before ] or }
	JSON5Syntax                        // single quotes, bare keys and the like
	BrokenSyntax                       // what no dialect of the notation accepts
	TrailingContent                    // something behind the document's end
	MergeConflict                      // conflict markers left in the file
	EmptyFile                          // no bytes, or nothing but white space
	InvalidText                        // malformed UTF-8, NUL bytes
	LimitReached                       // size, depth, nodes or aliases cut the reading
	RepeatedKey                        // notation forbids repeating a key (YAML, TOML)
)

// A Problem is one departure. Lost says that values may be missing from the tree.
type Problem struct {
	Kind    ProblemKind
	Span    source.Span
	Message string // lower case, no full stop: "missing comma between members"
	Lost    bool
}

// A CommentText is a comment as written, with its delimiters.
type CommentText struct {
	Span source.Span
	Text string
}

// Limits bound what a parser does before it does it. The zero value of a field
// means its default.
type Limits struct {
	Depth int // nesting, default 128
	Nodes int // nodes in one file, default 1,000,000
}

// A Document is one parsed document. A file holds several when it is NDJSON,
// multi-document YAML or Markdown.
type Document struct {
	File     *source.File
	Index    int // counts the documents of a file from 0
	Syntax   Syntax
	Root     *Node       // nil when nothing could be read
	Span     source.Span // the bytes that were read for it, white space around it included
	Comments []CommentText
	Problems []Problem
	Embedded bool // a block of a Markdown file, or its front matter

	FrontMatter bool

	recorded [RepeatedKey + 1]uint8 // how many problems of each kind there are
	place    place                  // where Locate came to
	dropped  bool                   // a problem beyond the hundredth lost values
	tangled  bool                   // tables of a TOML document cover each other
	omitted  []source.Span          // lines of a YAML document that were left out to read the others
	indents  map[int]int            // indent of the YAML block scalars, by where they start
}

// Lost reports whether values may be missing from the tree.
func (d *Document) Lost() bool {
	if d.dropped || len(d.omitted) > 0 {
		return true
	}
	for _, p := range d.Problems {
		if p.Lost {
			return true
		}
	}
	return false
}

// String returns the decoded text of a scalar node as a source.String. A node
// that is nil, a List or a Map gives the zero String.
func (d *Document) String(n *Node) source.String {
	written := n
	if n = n.Resolve(); n == nil || n.Kind == List || n.Kind == Map {
		return source.String{}
	}
	if written.Kind == Alias { // reported where it stands
		return source.String{Value: n.Value, Span: written.Span}
	}
	return source.String{Value: n.Value, Span: n.Span, Locator: d}
}

// KeyString returns the key of a member as a source.String.
func (d *Document) KeyString(n *Node) source.String {
	if n == nil {
		return source.String{}
	}
	return source.String{Value: n.Key, Span: n.KeySpan, Locator: d}
}

// Pointer returns the RFC 6901 JSON Pointer of the deepest node whose key or
// value covers the span; a key is named like its value.
func (d *Document) Pointer(span source.Span) string {
	if d.tangled {
		pointer, _ := d.Root.pointer(span)
		return pointer
	}
	var b strings.Builder
	for n := d.Root; n != nil; {
		next := n.Holder(span)
		if next < 0 {
			break
		}
		b.WriteByte('/')
		if n.Kind == Map {
			b.WriteString(pointerEscaper.Replace(n.Children[next].Key))
		} else {
			b.WriteString(strconv.Itoa(next))
		}
		n = n.Children[next]
	}
	return b.String()
}

// tangled reports whether children of one node cover each other.
func (n *Node) tangled() bool {
	end := 0
	for _, c := range n.Children {
		reach := c.reach()
		if reach.Start < end || len(c.Children) > 0 && c.tangled() {
			return true
		}
		end = reach.End
	}
	return false
}

// pointer returns the way from n to the smallest node that covers the span, and its
// size. Tables of a TOML file may cover each other, so the first is not always right.
func (n *Node) pointer(span source.Span) (string, int) {
	best, size := "", n.Span.Len()
	for i, c := range n.Children {
		if !c.reach().Contains(span) {
			continue
		}
		below, s := c.pointer(span)
		if s > size && best != "" {
			continue
		}
		step := strconv.Itoa(i)
		if n.Kind == Map {
			step = pointerEscaper.Replace(c.Key)
		}
		best, size = "/"+step+below, s
	}
	return best, size
}

// Holder returns the index of the child whose key or value covers the span, or -1.
// Children mostly stand in the order of the text, so that it is found by halving;
// only where it is not, all of them are asked.
func (n *Node) Holder(span source.Span) int {
	guess := sort.Search(len(n.Children), func(i int) bool { return n.Children[i].reach().Start > span.Start }) - 1
	if guess >= 0 && n.Children[guess].reach().Contains(span) {
		return guess
	}
	return slices.IndexFunc(n.Children, func(c *Node) bool { return c.reach().Contains(span) })
}

// reach is what a node covers with its key.
func (n *Node) reach() source.Span {
	if n.KeySpan.Len() == 0 {
		return n.Span
	}
	return source.Span{Start: min(n.KeySpan.Start, n.Span.Start), End: max(n.KeySpan.End, n.Span.End)}
}

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")
