// Package text reads a string the way a model does and a person does not. It
// undoes what hides or disguises words (invisible characters, tag characters,
// look-alike letters, markup that is not rendered, encoded runs), says what it
// undid, and keeps the way back to the string it was given, so that every result
// can be pointed at in the source.
package text

import (
	"sort"
	"unicode/utf8"
)

// Budgets of one reading. Work is linear in the input; these bound memory and
// the number of results a hostile text can ask for.
const (
	maxBytes  = 4 << 20 // longer texts are judged up to here
	maxHidden = 64      // recorded tricks of one text
	maxInner  = 16      // texts found inside a text
	maxDepth  = 3       // encoded text within encoded text
)

// A Kind is one way of hiding or disguising text.
type Kind uint8

// The kinds.
const (
	Tags       Kind = iota // Unicode tag characters: invisible ASCII
	Selectors              // runs of variation selectors: invisible bytes
	Bidi                   // controls that reorder what a person sees
	Invisible              // zero-width and other characters without a shape
	Control                // terminal escapes and other control characters
	Comment                // HTML comments and unused Markdown definitions
	Unrendered             // markup styled so that it is not shown
	Padding                // blank space that pushes the rest out of sight
	Base64                 // readable text in Base64
	Hex                    // readable text in hexadecimal digits or escapes
	Percent                // readable text in percent encoding
	Confusable             // letters of another script that look Latin
	Combining              // marks stacked on one letter
)

// String returns the words used in messages.
func (k Kind) String() string {
	return [...]string{
		"tag characters", "variation selectors", "bidirectional controls", "invisible characters",
		"control characters", "an HTML comment", "unrendered markup", "blank padding",
		"Base64", "hexadecimal", "percent encoding", "look-alike letters", "stacked marks",
	}[k]
}

// A Hidden is a place where a person and a model read different things.
type Hidden struct {
	Kind       Kind
	Start, End int    // byte offsets into the text that was read
	Count      int    // characters, or letters for Confusable
	Text       string // what the model reads there, "" when it is nothing readable
}

// A View is text in normal form: NFKC, look-alike letters as Latin, nothing
// invisible. Stops of double width and ellipses stand as they were where nothing else
// had to be changed. Offsets into it lead back to the text that was read.
type View struct {
	Text string
	Kind Kind // how it was hidden; meaningful for inner views only
	// Cover is set for inner views: the bytes that hide the view.
	Cover Range
	moves []move // nil when the offsets are the same
}

// A Range is a half-open range of byte offsets.
type Range struct{ Start, End int }

// A move says where the bytes from out on came from. Within a move that is
// straight, offsets advance together; otherwise the whole move is one place.
type move struct {
	out, in, inEnd int
	straight       bool
}

// Back returns the range of the text that was read behind Text[start:end].
func (v *View) Back(start, end int) Range {
	if v.moves == nil {
		if v.Cover.End > 0 {
			return v.Cover
		}
		return Range{start, end}
	}
	if end <= start {
		end = start + 1
	}
	first, last := v.moveAt(start), v.moveAt(end-1)
	r := Range{first.in, last.inEnd}
	if first.straight {
		r.Start = first.in + start - first.out
	}
	if last.straight {
		r.End = last.in + end - last.out
	}
	if r.End > last.inEnd {
		r.End = last.inEnd
	}
	return r
}

func (v *View) moveAt(out int) move {
	i := sort.Search(len(v.moves), func(i int) bool { return v.moves[i].out > out })
	return v.moves[max(0, i-1)]
}

// A Reading is everything there is to judge in one text.
type Reading struct {
	View          // what the model reads, all of it, in normal form
	Inner  []View // encoded or unrendered text within it, each in normal form
	Hidden []Hidden
	Cut    string // why the reading stopped early, "" when it is complete
}

// Plain reports whether a text hides and disguises nothing: Read would return it
// as it is.
func Plain(s string) bool { return len(s) <= maxBytes && scan(s) == 0 }

// Read reads a text. Plain ASCII without tricks costs one scan and no memory.
func Read(s string) Reading {
	r := Reading{View: View{Text: s}}
	if len(s) > maxBytes {
		s = s[:maxBytes]
		for len(s) > 0 && !utf8.RuneStart(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		r.Text, r.Cut = s, "the text is longer than 4 MiB"
	}
	traits := scan(s)
	if traits == 0 {
		return r
	}
	r.decode(s, traits)
	return r
}

func (r *Reading) hide(h Hidden) {
	if len(r.Hidden) < maxHidden {
		r.Hidden = append(r.Hidden, h)
	} else {
		r.Cut = "the text hides more than is listed"
	}
}

// decode does the work that scan asked for.
func (r *Reading) decode(s string, t traits) {
	if t&(hasRunes|hasControls) != 0 {
		r.View = r.fold(s)
	}
	if t&hasMarkup != 0 {
		r.markup(s, &r.View)
	}
	if t&hasBlanks != 0 {
		r.padding(s)
	}
	if t&hasEncoded != 0 {
		r.encoded(&r.View, 1)
	}
}

// inner adds a text found inside, hidden under cover, and looks inside it again.
func (r *Reading) inner(text string, kind Kind, cover Range, depth int) {
	if len(r.Inner) >= maxInner {
		r.Cut = "the text holds more encoded parts than are read"
		return
	}
	v := View{Text: text, Kind: kind, Cover: cover}
	t := scan(text)
	if t&(hasRunes|hasControls) != 0 {
		folded := (&Reading{}).fold(text)
		v.Text = folded.Text
	}
	r.Inner = append(r.Inner, v)
	if t&hasEncoded != 0 && depth < maxDepth {
		r.encoded(&v, depth+1)
	}
}

// Readable reports whether s looks like words a person or model could read, as
// opposed to digests, keys and packed data.
func Readable(s string) bool {
	if len(s) < 8 {
		return false
	}
	letters, blanks, other := 0, 0, 0
	for _, c := range s {
		switch {
		case c == ' ' || c == '\n':
			blanks++
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			letters++
		case c == utf8.RuneError || c < ' ' && c != '\t' && c != '\r':
			return false
		case c >= 0x80:
			letters++
		default:
			other++
		}
	}
	return letters*10 >= (letters+blanks+other)*6 && blanks*12 >= letters
}
