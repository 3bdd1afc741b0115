package tree

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	yaml "go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

const (
	yamlNodes   = 500_000 // the library needs about 250 bytes for each
	yamlAliased = 100_000 // nodes that all aliases of a file may stand for
)

// yaml reads the YAML documents in the span.
//
// The library tells only where a node starts, in lines and code points. Where it
// ends is found by reading the scalar again from there.
func (r *reader) yaml(span source.Span) {
	y := &yamlReader{
		reader: r, base: span.Start,
		made: map[*yaml.Node]*anchored{},
	}
	first := len(r.docs)
	y.prepare(span)
	if y.tooMany() {
		doc := r.document(YAML, span)
		doc.Problems = y.problems
		doc.problem(LimitReached, source.Span{Start: span.Start, End: span.Start + 1}, true, "too many values for one YAML file")
		return
	}
	roots, err := y.load(y.text)
	if err != nil {
		roots = y.salvage(roots, err)
	}
	if len(roots) == 0 {
		r.document(YAML, span)
	}
	for i, root := range roots {
		y.read(root, i, roots, span)
	}
	if err != nil {
		y.explain(r.docs[first:], err)
	}
	doc := r.docs[first]
	doc.Problems = append(y.problems, doc.Problems...)
	for _, d := range r.docs[first:] {
		for _, line := range y.omitted {
			if d.Span.Contains(line) {
				d.omitted = append(d.omitted, line)
			}
		}
		d.gapComments(y.spans, true)
	}
}

type yamlReader struct {
	*reader
	text  []byte // what the library reads: as long as the span, and allowed in YAML
	base  int    // offset of the text in the file
	lines []int  // where lines start in the text, as YAML counts them

	line, column, at int // the last place that was looked up

	doc      *Document
	problems []Problem     // of the text as a whole
	omitted  []source.Span // lines that were left out
	made     map[*yaml.Node]*anchored
	spans    []source.Span // scalars, in order, for telling comments from them
	last     int           // the end of the last token, in the text
	count    int           // nodes that were made
	aliased  int           // nodes that aliases stand for
	arena
}

// An anchored is a node that aliases may stand for.
type anchored struct {
	node   *Node
	size   int // nodes, those behind aliases included
	height int
	done   bool
}

// prepare copies the text of the span, without what stops the library, and finds
// its lines.
func (y *yamlReader) prepare(span source.Span) {
	notes := &Document{File: y.file, Syntax: YAML, Span: span}
	y.text = plainText(notes)
	y.problems = notes.Problems
	y.lines = append(y.lines, 0)
	for i := 0; i < len(y.text); {
		n := yamlBreak(y.text, i)
		if n > 0 {
			y.lines = append(y.lines, i+n)
		}
		i += max(1, n)
	}
}

// yamlBreak returns the width of the line break at text[i], or 0.
func yamlBreak(text []byte, i int) int {
	switch text[i] {
	case '\n':
		return 1
	case '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return 2
		}
		return 1
	case 0xC2: // U+0085
		if i+1 < len(text) && text[i+1] == 0x85 {
			return 2
		}
	case 0xE2: // U+2028 and U+2029
		if i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9) {
			return 3
		}
	}
	return 0
}

// tooMany reports whether there may be more nodes than the library should make. No
// node comes without one of these characters or a line of its own.
func (y *yamlReader) tooMany() bool {
	nodes := 0
	for i, c := range y.text {
		switch c {
		case ',', '[', '{', '&', '*', '!':
			nodes++
		case ':', '-', '?':
			if i+1 == len(y.text) || y.text[i+1] <= ' ' || y.text[i+1] == ',' {
				nodes += 2
			}
		}
	}
	return nodes > min(yamlNodes, y.nodes)
}

var errTooDeep = errors.New("nested too deep")

// load has the library read every document of a text.
func (y *yamlReader) load(text []byte) (roots []*yaml.Node, err error) {
	limit := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *yaml.DepthContext) error {
		if depth > maxDepth {
			return errTooDeep
		}
		return nil
	}))
	loader, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithPlugin(limit))
	if err != nil {
		return nil, err
	}
	for {
		root := new(yaml.Node)
		if err := loader.Load(root); err != nil {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return roots, err
		}
		if len(roots) >= maxDocuments {
			return roots, errTooDeep
		}
		roots = append(roots, root)
	}
}

// yamlRepairs bounds how often a text is read again without the line that an error
// points at, and yamlRepairable how long it may be for that.
const (
	yamlRepairs    = 8
	yamlRepairable = 256 << 10
)

// salvage reads what can be read in spite of an error, given what was read before it:
// the text without the lines that errors point at, or else what stands in front of
// the first one.
func (y *yamlReader) salvage(roots []*yaml.Node, first error) []*yaml.Node {
	text, err := bytes.Clone(y.text), first
	var omitted []source.Span
	for range yamlRepairs {
		line := y.failedLine(err, text)
		if line == 0 || len(text) > yamlRepairable {
			break
		}
		start := y.lines[line-1]
		end := lineEnd(text, start)
		copy(text[start:end], bytes.Repeat([]byte(" "), end-start))
		omitted = append(omitted, y.span(start, end))
		var more []*yaml.Node
		if more, err = y.load(text); err == nil && len(more) > len(roots) {
			y.text, y.omitted = text, omitted
			return more
		}
	}
	if line := y.failedLine(first, y.text); line > 1 {
		if more, err := y.load(y.text[:y.lines[line-1]]); err == nil && len(more) > len(roots) {
			return more
		}
	}
	return roots
}

// failedLine returns the line that an error of the library points at, or where what
// was being read began, whichever has a text. It is 0 when neither has.
func (y *yamlReader) failedLine(err error, text []byte) int {
	var failed *yaml.LoadError
	if errors.As(err, &failed) {
		for _, line := range []int{failed.Mark.Line, failed.ContextMark.Line} {
			if line < 1 || line > len(y.lines) {
				continue
			}
			start := y.lines[line-1]
			if len(bytes.TrimSpace(text[start:lineEnd(text, start)])) > 0 {
				return line
			}
		}
	}
	return 0
}

// explain records the error of the library with the document that it is in.
func (y *yamlReader) explain(docs []*Document, err error) {
	kind, message, at := BrokenSyntax, err.Error(), len(y.text)
	var failed *yaml.LoadError
	if errors.As(err, &failed) {
		message = failed.Message
		if failed.Mark.Line > 0 {
			at = y.offset(failed.Mark.Line, failed.Mark.Column)
		}
	}
	if errors.Is(err, errTooDeep) || strings.Contains(message, errTooDeep.Error()) {
		kind = LimitReached
	}
	at = max(0, min(at, len(y.text)-1))
	_, size := utf8.DecodeRune(y.text[at:])
	span := y.span(at, at+size)
	d := docs[len(docs)-1]
	for _, earlier := range docs {
		if earlier.Span.Contains(span) {
			d = earlier
			break
		}
	}
	d.problem(kind, span, true, "%s", strings.TrimPrefix(message, "yaml: "))
}

// read turns the i-th document into nodes.
func (y *yamlReader) read(root *yaml.Node, i int, roots []*yaml.Node, span source.Span) {
	if i > 0 {
		span.Start = y.doc.Span.End
	}
	if i+1 < len(roots) {
		next := y.offset(roots[i+1].Line, roots[i+1].Column)
		span.End = max(span.Start, y.base+next)
	}
	y.doc = y.document(YAML, span)
	y.line, y.column, y.at = 0, 0, 0
	y.last = max(y.last, span.Start-y.base)
	if root.Kind == yaml.DocumentNode && len(root.Content) > 0 {
		y.doc.Root, _ = y.node(root.Content[0], 1)
	}
}

// offset returns where the library's line and column are in the text.
func (y *yamlReader) offset(line, column int) int {
	line = max(1, min(line, len(y.lines)))
	if line != y.line || column < y.column {
		y.line, y.column, y.at = line, 1, y.lines[line-1]
	}
	for y.column < column && y.at < len(y.text) {
		_, size := utf8.DecodeRune(y.text[y.at:])
		y.at += size
		y.column++
	}
	return y.at
}

// node turns a node of the library into one of ours, and returns its height.
func (y *yamlReader) node(n *yaml.Node, depth int) (*Node, int) {
	if y.nodes <= 0 {
		y.doc.problem(LimitReached, y.span(y.last, y.last), true, "too many values in one file")
		return nil, 0
	}
	y.nodes--
	before := y.count + y.aliased
	y.count++
	out := y.arena.node()
	var anchor *anchored
	if n.Anchor != "" {
		anchor = &anchored{node: out}
		y.made[n] = anchor
	}
	start := max(y.last, min(y.offset(n.Line, n.Column), len(y.text)))
	props, start := y.properties(start, y.propertiesEnd(n, start))
	height := 1
	switch n.Kind {
	case yaml.AliasNode:
		height = y.alias(n, out, start, depth)
	case yaml.ScalarNode:
		y.scalar(n, out, props, start)
	default:
		height = y.collection(n, out, start, depth)
	}
	if anchor != nil {
		anchor.size, anchor.height, anchor.done = y.count+y.aliased-before, height, true
	}
	return out, height
}

// propertiesEnd returns up to where the anchor and tag of a node at start may reach:
// to those of its first child, or of what follows a node without a text.
func (y *yamlReader) propertiesEnd(n *yaml.Node, start int) int {
	switch {
	case len(n.Content) > 0:
		return min(len(y.text), y.offset(n.Content[0].Line, n.Content[0].Column))
	case n.Kind == yaml.ScalarNode && n.Value == "" && n.Style&^yaml.TaggedStyle == 0:
		return lineEnd(y.text, start)
	}
	return len(y.text)
}

// properties returns where the anchor and tag of a node at start end, and where the
// node itself starts. Neither is behind the limit.
func (y *yamlReader) properties(start, limit int) (end, next int) {
	end, next = start, start
	for next < limit && (y.text[next] == '&' || y.text[next] == '!') {
		if y.text[next] == '&' {
			end = y.anchorEnd(next)
		} else {
			end = y.tagEnd(next)
		}
		next = min(skipYAMLSpace(y.text, end), limit)
	}
	return end, max(end, next)
}

// anchorEnd returns the end of the anchor at i, which the library reads in printable
// ASCII only. Colons at its end are no part of it.
func (y *yamlReader) anchorEnd(i int) int {
	start := i
	for i < len(y.text) && y.text[i] < 0x7F && !yamlSpace(y.text, i) && strings.IndexByte(",[]{}", y.text[i]) < 0 {
		i++
	}
	return start + len(bytes.TrimRight(y.text[start:i], ":"))
}

func (y *yamlReader) tagEnd(i int) int {
	if bytes.HasPrefix(y.text[i:], []byte("!<")) {
		return i + bytes.IndexByte(y.text[i:], '>') + 1
	}
	for i < len(y.text) && !yamlSpace(y.text, i) && strings.IndexByte(",]}", y.text[i]) < 0 {
		i++
	}
	return i
}

func yamlSpace(text []byte, i int) bool {
	return text[i] == ' ' || text[i] == '\t' || yamlBreak(text, i) > 0
}

// skipYAMLSpace goes over white space, line breaks and comments.
func skipYAMLSpace(text []byte, i int) int {
	for i < len(text) {
		switch n := yamlBreak(text, i); {
		case n > 0:
			i += n
		case text[i] == ' ' || text[i] == '\t':
			i++
		case text[i] == '#' && (i == 0 || yamlSpace(text, i-1) || yamlSpaceBefore(text, i)):
			for i < len(text) && yamlBreak(text, i) == 0 {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// yamlSpaceBefore reports whether a line break of several bytes ends at i.
func yamlSpaceBefore(text []byte, i int) bool {
	return i >= 2 && yamlBreak(text, i-2) == 2 || i >= 3 && yamlBreak(text, i-3) == 3
}

func (y *yamlReader) span(start, end int) source.Span {
	return source.Span{Start: y.base + start, End: y.base + max(start, end)}
}

// alias refuses what is circular, and what would let aliases multiply.
func (y *yamlReader) alias(n *yaml.Node, out *Node, start, depth int) int {
	end := min(start+1+len(n.Value), len(y.text))
	out.Kind, out.Value, out.Span = Alias, n.Value, y.span(start, end)
	y.last = end
	y.spans = append(y.spans, out.Span)
	target := y.made[n.Alias]
	switch {
	case target == nil:
		y.doc.problem(BrokenSyntax, out.Span, true, "unknown anchor %s", n.Value)
	case !target.done:
		y.doc.problem(LimitReached, out.Span, true, "alias %s is part of what it stands for", n.Value)
	case y.aliased+target.size > yamlAliased || depth+target.height > y.depth+1:
		y.doc.problem(LimitReached, out.Span, true, "alias %s stands for too much", n.Value)
	default:
		y.aliased += target.size
		out.Target = target.node
		return target.height
	}
	return 1
}

func (y *yamlReader) scalar(n *yaml.Node, out *Node, props, start int) {
	out.Kind, out.Value = yamlKind(n), n.Value
	end := start
	switch {
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		end = quotedEnd(y.text, start)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		var indent int
		end, indent = blockEnd(y.text, start, n.Value)
		if y.doc.indents == nil {
			y.doc.indents = map[int]int{}
		}
		y.doc.indents[y.base+start] = indent
	case n.Value == "":
		start, end = props, props
	default:
		end = plainEnd(y.text, start, n.Value)
	}
	y.last = end
	out.Span = y.span(start, end)
	y.spans = append(y.spans, out.Span)
}

func yamlKind(n *yaml.Node) Kind {
	switch n.ShortTag() {
	case "!!null":
		return Null
	case "!!bool":
		return Bool
	case "!!int", "!!float":
		return Number
	}
	return Text
}

func (y *yamlReader) collection(n *yaml.Node, out *Node, start, depth int) int {
	out.Kind = List
	if n.Kind == yaml.MappingNode {
		out.Kind = Map
	}
	flow := start < len(y.text) && n.Style&yaml.FlowStyle != 0 && (y.text[start] == '{' || y.text[start] == '[')
	if flow {
		y.last = start + 1
	}
	height := 0
	switch {
	case depth >= y.depth && len(n.Content) > 0:
		y.doc.problem(LimitReached, y.span(start, min(start+1, len(y.text))), true, "nested deeper than %d levels", y.depth)
	case out.Kind == Map:
		height = y.members(n, out, depth)
	default:
		for _, c := range n.Content {
			child, h := y.node(c, depth+1)
			if child == nil {
				break
			}
			out.Children = append(out.Children, child)
			height = max(height, h)
		}
	}
	if flow {
		y.last = y.closer(y.last)
	}
	y.last = max(y.last, start)
	out.Span = y.span(start, y.last)
	return height + 1
}

// closer returns the end of the flow collection whose last child ends at i.
func (y *yamlReader) closer(i int) int {
	for i = skipYAMLSpace(y.text, i); i < len(y.text); i = skipYAMLSpace(y.text, i+1) {
		switch y.text[i] {
		case '}', ']':
			return i + 1
		case ',', ':', '?':
		default:
			return i
		}
	}
	return i
}

func (y *yamlReader) members(n *yaml.Node, out *Node, depth int) int {
	height := 0
	seen := newKeys(len(n.Content) / 2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, _ := y.node(n.Content[i], depth+1)
		if key == nil {
			break
		}
		child, h := y.node(n.Content[i+1], depth+1)
		if child == nil {
			break
		}
		child.Key, child.KeySpan = y.keyText(key), key.Span
		height = max(height, h)
		if n.Content[i].ShortTag() == "!!merge" {
			if merged := y.merge(n, child); merged != nil {
				out.Children = append(out.Children, merged...)
				continue
			}
		}
		if seen.add(child.Key) {
			y.doc.problem(RepeatedKey, key.Span, false, "key %s is repeated", quoteKey(child.Key))
		}
		out.Children = append(out.Children, child)
	}
	return height
}

// keyText returns the key that a node is.
func (y *yamlReader) keyText(key *Node) string {
	n := key.Resolve()
	if n != nil && n.Kind != List && n.Kind != Map {
		return n.Value
	}
	return string(y.file.Data[key.Span.Start:key.Span.End])
}

// merge returns the members that a << brings into a map, each as an alias that
// stands where the << does. It returns nil when there are none, or too many.
func (y *yamlReader) merge(n *yaml.Node, value *Node) []*Node {
	sources := []*Node{value}
	if value.Kind == List {
		sources = value.Children
	}
	own := newKeys(len(n.Content) / 2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		own.add(n.Content[i].Value)
	}
	var merged []*Node
	for _, s := range sources {
		if !s.Is(Map) {
			return nil
		}
		for _, member := range s.Items() {
			if y.nodes <= 0 || y.aliased >= yamlAliased {
				return nil
			}
			if own.add(member.Key) {
				continue
			}
			y.nodes--
			y.aliased++
			alias := y.arena.node()
			*alias = Node{Kind: Alias, Key: member.Key, KeySpan: value.KeySpan, Span: value.Span, Value: "<<", Target: member.Resolve()}
			merged = append(merged, alias)
		}
	}
	return merged
}

// keys tells whether a key was seen before.
type keys struct {
	few  []string
	many map[string]struct{}
}

func newKeys(size int) *keys {
	if size > 16 {
		return &keys{many: make(map[string]struct{}, size)}
	}
	return &keys{few: make([]string, 0, size)}
}

// add reports whether the key was there already.
func (k *keys) add(key string) bool {
	if k.many != nil {
		_, found := k.many[key]
		k.many[key] = struct{}{}
		return found
	}
	for _, s := range k.few {
		if s == key {
			return true
		}
	}
	if k.few = append(k.few, key); len(k.few) > 64 {
		k.many = make(map[string]struct{}, 2*len(k.few))
		for _, s := range k.few {
			k.many[s] = struct{}{}
		}
	}
	return false
}

// quoteKey shows a key in a message, cut when it is long.
func quoteKey(key string) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, key))
	if len(runes) > 60 {
		return `"` + string(runes[:60]) + `…"`
	}
	return `"` + string(runes) + `"`
}
