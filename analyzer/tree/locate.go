package tree

import (
	"strings"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// Locate returns the source bytes behind start:end of the decoded value of the
// scalar written at token. A part that begins or ends inside an escape takes in
// the whole escape.
//
// A scalar has to be read up to the part. The document remembers how far it came,
// so that asking for one part after the other does not read a long scalar anew for
// each.
func (d *Document) Locate(token source.Span, start, end int) source.Span {
	p := &d.place
	if p.token != token || p.next == nil || start < p.at {
		offset, next := d.units(token)
		*p = place{token: token, next: next, i: offset}
	}
	if p.next == nil {
		return token
	}
	from, to := p.locate(start, end)
	return source.Span{Start: token.Start + from, End: token.Start + to}
}

// A place is how far a scalar was read: to its part at i, which decodes to what is
// at the offset at of its value.
type place struct {
	token source.Span
	next  unitReader
	i, at int
}

// units returns a reader of the scalar written at token and where its first part
// is, or nil when there is none.
func (d *Document) units(token source.Span) (int, unitReader) {
	if d.File == nil || token.Start < 0 || token.End > len(d.File.Data) || token.Len() <= 0 {
		return 0, nil
	}
	text := string(d.File.Data[token.Start:token.End])
	switch d.Syntax {
	case JSON, NDJSON:
		return jsonUnits(text)
	case YAML:
		for _, line := range d.omitted {
			if token.Contains(line) {
				start, end := line.Start-token.Start, line.End-token.Start
				text = text[:start] + strings.Repeat(" ", end-start) + text[end:]
			}
		}
		return yamlUnits(text, d.indents[token.Start])
	case TOML:
		return tomlUnits(text)
	case Script:
		return 0, tomlString{text: text}.read
	}
	return 0, nil
}

// A unitReader reads the part of a scalar at i: how many bytes it is written with
// and how many it decodes to. Both are 0 at the scalar's end. A verbatim part
// stands for itself, byte by byte.
type unitReader func(i int) (written, decoded int, verbatim bool)

// locate walks on from the place and returns where the decoded bytes start:end are
// written. The place moves to the part that holds start.
func (p *place) locate(start, end int) (from, to int) {
	from, to = -1, -1
	i, at := p.i, p.at
	for {
		written, decoded, verbatim := p.next(i)
		if written == 0 {
			break
		}
		if from < 0 && start < at+decoded {
			p.i, p.at = i, at
			if from = i; verbatim {
				from += max(0, start-at)
			}
		}
		if from >= 0 && end <= at+decoded {
			if to = i + written; verbatim {
				to = i + end - at
			}
			if end <= at {
				to = i
			}
			break
		}
		i += written
		at += decoded
	}
	if to < 0 {
		to = i
	}
	if from < 0 {
		from = to
	}
	return from, max(from, to)
}

// jsonUnits returns a reader of the JSON scalar written as text, and where its
// first part is.
func jsonUnits(text string) (int, unitReader) {
	start, end := jsonBody(text)
	body := text[:end]
	return start, func(i int) (int, int, bool) {
		if i >= len(body) {
			return 0, 0, false
		}
		width, r, _ := jsonUnit(body, i)
		return width, runeLen(r), false
	}
}

// jsonBody returns where the text between the quotes of a scalar is. It may have no
// quotes, or none at its end.
func jsonBody(text string) (start, end int) {
	kind := quoteAt(text, 0)
	if kind < 0 {
		return 0, len(text)
	}
	start = len(jsonQuotes[kind].open)
	for end = start; end < len(text); end++ {
		if text[end] == '\\' {
			end++
		} else if strings.HasPrefix(text[end:], jsonQuotes[kind].close) {
			return start, end
		}
	}
	return start, len(text)
}

func runeLen(r rune) int {
	if r < 0 {
		return 0
	}
	return utf8.RuneLen(r)
}
