package analyzer

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"sort"
	"strconv"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/source"
	"github.com/mcplumb/mcplumb/analyzer/tree"
)

// Fingerprint names a finding across edits of its file: it survives lines that
// move, reindenting, other line ends and reordered neighbours, and changes when
// the judged text does, so that new poison never inherits an old baseline entry.
//
// The uri is the file's path relative to the repository root, the route comes from
// Route, and text is the judged text, decoded; it must be "" where the text is or
// holds a secret, because what is written here ends up in files that people
// commit. Nth counts, from 0, the findings of the file with equal parts.
func Fingerprint(rule, uri string, route []string, text string, nth int) string {
	return anchorAt(route, text, nth).in(rule, uri)
}

// maxRouteName is the longest name that goes into an anchor as it is.
const maxRouteName = 256

// An anchor is the part of a fingerprint that does not depend on which rule found what
// in which file.
type anchor string

func anchorAt(route []string, text string, nth int) anchor {
	a := part(nil, strconv.Itoa(len(route)))
	for _, name := range route {
		if len(name) > maxRouteName { // every finding keeps its anchor
			digest := sha256.Sum256([]byte(name))
			name = string(digest[:])
		}
		a = part(a, name)
	}
	a = part(a, text)
	if nth > 0 {
		a = part(a, strconv.Itoa(nth))
	}
	return anchor(a)
}

// in returns the fingerprint of a rule's finding in a file.
func (a anchor) in(rule, uri string) string {
	h := sha256.New()
	h.Write(part(part(nil, rule), uri))
	io.WriteString(h, string(a))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// part appends s behind its length, so that no two lists of parts look alike.
func part(to []byte, s string) []byte {
	return append(append(strconv.AppendInt(to, int64(len(s)), 10), ':'), s...)
}

// Route is tree.Document.Pointer in names: the keys that lead to the deepest node
// whose key or value covers the span, and in place of a list's index the name of
// the item (its name, id or uri), or "-" for an item without one. It stays the
// same when a list is reordered or grows. Route also returns that node, which is nil
// only when the document has none.
func Route(d *tree.Document, span source.Span) (route []string, node *tree.Node) {
	for n := d.Root; n != nil; {
		node = n
		i := n.Holder(span)
		if i < 0 {
			break
		}
		next := n.Children[i]
		if n.Kind == tree.Map {
			route = append(route, next.Key)
		} else {
			route = append(route, itemName(next))
		}
		n = next
	}
	return route, node
}

// itemName is what people call an item of a list. The value of a scalar is not a
// name: it may be a secret.
func itemName(item *tree.Node) string {
	for _, key := range [...]string{"name", "id", "uri"} {
		if v := item.Get(key); v.Is(tree.Text) && v.Value != "" {
			return key + "=" + v.Value
		}
	}
	return "-"
}

// hashWindow is how many UTF-16 code units go into a line hash.
const hashWindow = 100

// LineHashes returns what GitHub computes as primaryLocationLineHash for the
// wanted 1-based lines. A hash covers 100 UTF-16 code units from the start of its
// line, white space other than line ends left out, and is followed by a colon and
// how often the file had the same hash so far. Lines whose hash would cover a
// byte of a secret are missing from the result; the spans of secrets come in order
// and do not overlap.
//
// The algorithm is that of the upload action, which fills in the value where a
// SARIF file has none and complains where it has another:
// https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
func LineHashes(data []byte, wanted map[int]bool, secrets []source.Span) map[int]string {
	if len(wanted) == 0 {
		return nil
	}
	h := lineHasher{wanted: wanted, pending: len(wanted), secrets: secrets, seen: make(map[uint64]int, bytes.Count(data, []byte{'\n'})), hashes: map[int]string{}}
	h.scan(data)
	return h.hashes
}

// A lineHasher is a rolling hash over the last 100 units of a file.
type lineHasher struct {
	wanted  map[int]bool
	pending int // wanted lines that are not settled yet
	secrets []source.Span
	seen    map[uint64]int
	hashes  map[int]string

	hash   uint64
	next   int               // where in the ring the next unit goes
	units  [hashWindow]int32 // the ring
	starts [hashWindow]lineStart
	last   int // offset behind the last byte that went in
}

// A lineStart marks the unit of the ring that began a line.
type lineStart struct{ line, offset int }

func (h *lineHasher) scan(data []byte) {
	line, fresh, afterCR := 0, true, false
	for i := 0; i < len(data) && h.pending > 0; {
		r, size := rune(data[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(data[i:])
		}
		skip := r == ' ' || r == '\t' || r == '\n' && afterCR
		afterCR = r == '\r'
		if !skip {
			if r == '\r' {
				r = '\n'
			}
			if h.starts[h.next].line != 0 {
				h.leave()
			}
			if fresh {
				line++
				h.starts[h.next] = lineStart{line, i}
			}
			fresh = r == '\n'
			if r >= 0x10000 {
				h.push(0xD800 + (r-0x10000)>>10)
				h.leave()
				r = 0xDC00 + (r-0x10000)&0x3FF
			}
			h.push(r)
		}
		i += size
		h.last = i
	}
	h.leave()
	if fresh {
		h.starts[h.next] = lineStart{line + 1, len(data)}
	}
	h.push(0xFFFF) // marks the end of the file
	for range hashWindow {
		h.leave()
		h.push(0)
	}
}

// push puts a unit into the ring and takes out the one it overwrites.
func (h *lineHasher) push(unit rune) {
	h.hash = 37*h.hash + uint64(unit) - power37*uint64(h.units[h.next])
	h.units[h.next] = unit
	if h.next++; h.next == hashWindow {
		h.next = 0
	}
}

// power37 is 37 to the power of hashWindow, modulo 2 to the power of 64.
var power37 = func() uint64 {
	p := uint64(1)
	for range hashWindow {
		p *= 37
	}
	return p
}()

// leave settles the hash of the line whose first unit is about to be overwritten.
func (h *lineHasher) leave() {
	start := h.starts[h.next]
	if start.line == 0 {
		return
	}
	h.starts[h.next] = lineStart{}
	h.seen[h.hash]++
	if !h.wanted[start.line] {
		return
	}
	h.pending--
	if h.overlapsSecret(source.Span{Start: start.offset, End: h.last}) {
		return
	}
	h.hashes[start.line] = strconv.FormatUint(h.hash, 16) + ":" + strconv.Itoa(h.seen[h.hash])
}

func (h *lineHasher) overlapsSecret(span source.Span) bool {
	i := sort.Search(len(h.secrets), func(i int) bool { return h.secrets[i].End > span.Start })
	return i < len(h.secrets) && h.secrets[i].Start < span.End
}
