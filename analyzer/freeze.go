package analyzer

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// The sizes of what a report keeps of a file.
const (
	maxFrameLines = 3
	maxFrameRunes = 400 // of a line, around the span
	maxQuoteRunes = 300
	maxNameRunes  = 200
	maxMessage    = 4 << 10  // bytes, and of a pointer
	maxEvidence   = 64 << 10 // bytes that are looked at for a quote
)

// describe adds a place to a sentence.
func describe(message string, pos source.Position) string {
	return fmt.Sprintf("%s (line %d, column %d)", message, pos.Line, pos.Column)
}

// freezer turns diagnostics into findings that need no file: positions in all
// units, masked text, masked lines, hashes.
type freezer struct {
	file    discover.File
	mcp     *mcp.File
	owners  owners
	raised  []raised
	seen    map[identity]bool
	dropped int
	hashes  bool // of lines are wanted
	least   int  // no diagnostic that is kept weighs less, once some were dropped
	mask    *masker
	names   map[string]string // of servers and tools, as they are shown
	digests map[source.Span]string
}

// raised is a diagnostic with its family.
type raised struct {
	category string
	ignored  bool // by a comment
	Diagnostic
}

// identity tells two diagnostics of one rule apart.
type identity struct {
	rule    *Rule
	span    source.Span
	message string
}

func newFreezer(f discover.File, m *mcp.File) *freezer {
	return &freezer{file: f, mcp: m, seen: map[identity]bool{}, names: map[string]string{}, digests: map[source.Span]string{}}
}

// add keeps a diagnostic unless the same one is there already.
func (z *freezer) add(category string, d Diagnostic) {
	d.Message, d.Help = shorten(d.Message, maxMessage), shorten(d.Help, maxMessage)
	id := identity{d.Rule, d.Span, d.Message}
	switch {
	case z.seen[id]:
	case len(z.raised) < maxFindings:
		z.seen[id] = true
		z.raised = append(z.raised, raised{category: category, Diagnostic: d})
	default:
		z.dropped++
		z.seen[id] = z.displace(raised{category: category, Diagnostic: d})
	}
}

// displace puts a diagnostic in the place of one that matters less, so that many of
// no weight cannot keep the one out that fails the run, and reports whether it did.
func (z *freezer) displace(d raised) bool {
	if d.weight() <= z.least {
		return false
	}
	at := len(z.raised) - 1
	for i := range z.raised {
		if z.raised[i].weight() < z.raised[at].weight() {
			at = i
		}
	}
	z.least = z.raised[at].weight()
	if z.least >= d.weight() {
		return false
	}
	z.raised[at] = d
	return true
}

// weight says how much a diagnostic matters: the severity of its rule, after whether
// it can fail a run at all.
func (d *raised) weight() int {
	confidence := d.Confidence
	if confidence == 0 {
		confidence = d.Rule.Confidence
	}
	if confidence == Unsure {
		return int(d.Rule.Severity)
	}
	return int(d.Rule.Severity) + int(Critical) + 1
}

func (z *freezer) findings(minSeverity Severity, minConfidence Confidence) []Finding {
	if len(z.raised) == 0 {
		return nil
	}
	sort.SliceStable(z.raised, func(i, j int) bool { return z.raised[i].Span.Start < z.raised[j].Span.Start })
	z.owners = ownersOf(z.mcp)
	z.mask = newMasker(z.mcp)
	out := make([]Finding, 0, len(z.raised))
	nth := map[string]int{}
	lines := map[int]bool{}
	for _, d := range z.raised {
		f := z.freeze(d)
		switch {
		case d.ignored:
			f.State = Ignored
		case f.Rule.Severity < minSeverity || f.Confidence < minConfidence:
			f.State = BelowThreshold
		}
		f.anchor = z.anchor(d, nth)
		f.Fingerprint = f.anchor.in(f.Rule.Name, f.URI)
		lines[f.Start.Line] = true
		out = append(out, f)
	}
	if z.hashes {
		hashes := LineHashes(z.mcp.Source.Data, lines, z.mask.spans)
		for i := range out {
			out[i].LineHash = hashes[out[i].Start.Line]
		}
	}
	return out
}

func (z *freezer) freeze(d raised) Finding {
	src := z.mcp.Source
	f := Finding{
		Rule: d.Rule, Category: d.category, Confidence: d.Confidence,
		Path: z.file.Path, URI: z.file.URI,
		Message: z.mask.text(d.Message), Help: z.mask.text(d.Help),
		Start: src.Position(d.Span.Start), End: src.Position(d.Span.End),
		Fix: z.fix(d.Fix),
	}
	if f.Confidence == 0 || f.Confidence > d.Rule.Confidence {
		f.Confidence = d.Rule.Confidence
	}
	if doc := z.mcp.Document(d.Span); doc != nil {
		f.Document, f.Pointer = doc.Index, shorten(doc.Pointer(d.Span), maxMessage)
	}
	var about source.Span
	f.Server, f.Tool, about = z.owners.of(d.Span)
	f.FirstLine, f.LastLine = src.LineAt(about.Start), src.LineAt(about.End)
	f.Server, f.Tool, f.Pointer = z.name(f.Server), z.name(f.Tool), z.mask.text(f.Pointer)
	f.Evidence = z.quotes(d.Evidence)
	if len(f.Evidence) == 0 && d.Span.Len() > 0 {
		f.Evidence = z.quotes([]Evidence{{Span: d.Span, Text: string(src.Data[d.Span.Start:min(d.Span.End, d.Span.Start+maxEvidence)])}})
	}
	f.Related = z.quotes(d.Related)
	f.Frame = z.frame(d.Span, f.Start, f.End)
	return f
}

// fix returns a fix whose edits say their places.
func (z *freezer) fix(f *Fix) *Fix {
	if f == nil {
		return nil
	}
	frozen := &Fix{Description: z.mask.text(f.Description), Safe: f.Safe}
	for _, e := range f.Edits {
		e.Start, e.End = z.mcp.Source.Position(e.Span.Start), z.mcp.Source.Position(e.Span.End)
		frozen.Edits = append(frozen.Edits, e)
	}
	return frozen
}

func (z *freezer) quotes(evidence []Evidence) []Quote {
	quotes := make([]Quote, 0, len(evidence))
	for _, e := range evidence {
		quotes = append(quotes, Quote{
			Text: strings.Clone(cut(z.mask.text(shorten(e.Text, maxEvidence)), maxQuoteRunes)), Note: z.mask.text(e.Note),
			Start: z.mcp.Source.Position(e.Span.Start), End: z.mcp.Source.Position(e.Span.End),
		})
	}
	return quotes
}

// frame returns the masked lines under a span.
func (z *freezer) frame(span source.Span, start, end source.Position) []Line {
	var lines []Line
	for n := start.Line; n <= end.Line && len(lines) < maxFrameLines; n++ {
		whole := z.mcp.Source.Line(n)
		from, shown := 1, whole
		if whole.Len() > maxFrameRunes {
			from, shown = z.window(whole, span, n)
		}
		lines = append(lines, Line{Number: n, From: from, Text: z.mask.line(z.mcp.Source.Data, shown)})
	}
	return lines
}

// window cuts a long line around the span, on rune boundaries, and returns the
// column of its first rune.
func (z *freezer) window(line, span source.Span, number int) (int, source.Span) {
	data := z.mcp.Source.Data
	start := max(line.Start, span.Start-maxFrameRunes/4)
	end := min(line.End, max(start+maxFrameRunes, min(span.End+maxFrameRunes/4, start+2*maxFrameRunes)))
	for back := 0; back < utf8.UTFMax && start > line.Start && !utf8.RuneStart(data[start]); back++ {
		start--
	}
	for on := 0; on < utf8.UTFMax && end < line.End && !utf8.RuneStart(data[end]); on++ {
		end++
	}
	return z.mcp.Source.Position(start).Column, source.Span{Start: start, End: end}
}

// anchor says where in its file the finding is, across edits. Text that touches a
// secret takes no part in it.
func (z *freezer) anchor(d raised, nth map[string]int) anchor {
	var route []string
	judged := d.Span
	if doc := z.mcp.Document(d.Span); doc != nil {
		var node *tree.Node
		if route, node = Route(doc, d.Span); node != nil && len(node.Children) == 0 && node.Span.Contains(d.Span) && !z.mask.touches(node.Span) {
			judged = node.Span // all of a text, not only the phrase that gave it away
		}
	}
	text := ""
	if !z.mask.touches(judged) {
		text = z.digest(judged)
	}
	a := anchorAt(route, text, 0)
	same := d.Rule.Name + " " + string(a)
	if n := nth[same]; n > 0 {
		a = anchorAt(route, text, n)
	}
	nth[same]++
	return a
}

// digest stands for the source text under a span, white space left out, so that it
// survives other indentation and line ends.
func (z *freezer) digest(span source.Span) string {
	digest, known := z.digests[span]
	if !known {
		h := sha256.New()
		for field := range bytes.FieldsSeq(z.mcp.Source.Data[span.Start:span.End]) {
			h.Write(field)
		}
		digest = string(h.Sum(nil))
		z.digests[span] = digest
	}
	return digest
}

// name is a name as it is shown. It is a copy: a name of the file's would keep the
// whole text of the file in memory for as long as the report.
func (z *freezer) name(s string) string {
	shown, known := z.names[s]
	if !known {
		shown = strings.Clone(cut(z.mask.text(shorten(s, maxEvidence)), maxNameRunes))
		z.names[s] = shown
	}
	return shown
}

// shorten cuts a text of more than so many bytes behind a whole word, so that it
// does not cut a secret in two that is still to be masked.
func shorten(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	s = s[:limit]
	if i := strings.LastIndexAny(s, " /\n\t"); i > limit/2 {
		s = s[:i]
	}
	return strings.ToValidUTF8(s, "") + "…"
}

// cut shortens a text to so many runes and says that it did.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	n := 0
	for i := range s {
		if n == limit {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// owners finds the server and the tool a span belongs to.
type owners struct{ servers, tools []owner }

type owner struct {
	span source.Span
	name string
	of   string // a tool's server
}

func ownersOf(m *mcp.File) owners {
	var o owners
	for _, s := range m.Servers {
		span := s.Node.Span
		if name := s.Name.Span; s.Name.Present() && name.Start < span.Start {
			span.Start = name.Start
		}
		o.servers = append(o.servers, owner{span: span, name: s.Name.Value})
	}
	for _, l := range m.Manifests {
		if l.Server.Present() && l.Node != nil {
			o.servers = append(o.servers, owner{span: l.Node.Span, name: l.Server.Value})
		}
		for _, t := range l.Tools {
			o.tools = append(o.tools, owner{span: t.Node.Span, name: t.Name.Value, of: l.Server.Value})
		}
	}
	for _, list := range [][]owner{o.servers, o.tools} {
		sort.SliceStable(list, func(i, j int) bool { return list[i].span.Start < list[j].span.Start })
	}
	return o
}

// of returns the innermost server and tool around a span, "" where there is none,
// and the span of the tool, else of the server, else the span itself.
func (o owners) of(span source.Span) (server, tool string, about source.Span) {
	about = span
	s := innermost(o.servers, span)
	if s != nil {
		server, about = s.name, s.span
	}
	if t := innermost(o.tools, span); t != nil {
		tool, about = t.name, t.span
		if s == nil {
			server = t.of
		}
	}
	return clean(server), clean(tool), about
}

func innermost(list []owner, span source.Span) *owner {
	i := sort.Search(len(list), func(i int) bool { return list[i].span.Start > span.Start })
	for back := 0; i > 0 && back < 8; back++ {
		i--
		if list[i].span.Contains(span) {
			return &list[i]
		}
	}
	return nil
}

// clean keeps names printable in any output: malformed UTF-8 is replaced.
func clean(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
