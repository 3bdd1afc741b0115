package tree

import (
	"bytes"

	"github.com/mcplumb/mcplumb/analyzer/source"
)

// markdown reads the front matter of a Markdown text and its fenced blocks of JSON,
// YAML and TOML, each as documents of their own whose places are those of the file.
func (r *reader) markdown(body source.Span) {
	data := r.file.Data[:body.End]
	at := body.Start
	if span, syntax, next := frontMatter(data, at); next > at {
		r.block(syntax, span)
		for _, d := range r.docs {
			d.FrontMatter = true
		}
		at = next
	}
	for at < len(data) {
		line, next := markdownLine(data, at)
		at = next
		fence, info := openingFence(data[line.Start:line.End])
		if fence == "" {
			continue
		}
		span := source.Span{Start: at, End: at}
		for closed := false; at < len(data) && !closed; {
			line, next = markdownLine(data, at)
			if closed = closingFence(data[line.Start:line.End], fence); !closed {
				span.End = next
			}
			at = next
		}
		syntax, ok := fencedSyntax(info)
		if !ok {
			continue
		}
		if len(r.docs) >= maxBlocks {
			r.docs[len(r.docs)-1].problem(LimitReached, span, true, "more than %d blocks in one file", maxBlocks)
			return
		}
		r.block(syntax, span)
	}
}

// block reads the documents of one block.
func (r *reader) block(syntax Syntax, span source.Span) {
	if len(bytes.TrimSpace(r.file.Data[span.Start:span.End])) == 0 {
		return
	}
	first := len(r.docs)
	switch syntax {
	case YAML:
		r.yaml(span)
	case TOML:
		r.toml(span)
	case NDJSON:
		r.ndjson(span)
	default:
		r.json(span)
	}
	for _, d := range r.docs[first:] {
		d.Embedded = true
	}
}

// markdownLine returns the line at a place, line end excluded, and where the next
// one starts.
func markdownLine(data []byte, at int) (line source.Span, next int) {
	end := len(data)
	if n := bytes.IndexByte(data[at:], '\n'); n >= 0 {
		end = at + n
	}
	next = min(end+1, len(data))
	if end > at && data[end-1] == '\r' {
		end--
	}
	return source.Span{Start: at, End: end}, next
}

// frontMatter returns the span of the front matter that starts at a place, and where
// the text behind it starts; that is the place itself when there is none.
func frontMatter(data []byte, at int) (span source.Span, syntax Syntax, next int) {
	line, next := markdownLine(data, at)
	mark := string(bytes.TrimRight(data[line.Start:line.End], " \t"))
	switch mark {
	case "---":
		syntax = YAML
	case "+++":
		syntax = TOML
	default:
		return source.Span{}, Markdown, at
	}
	span = source.Span{Start: next, End: next}
	for next < len(data) {
		line, next = markdownLine(data, next)
		if string(bytes.TrimRight(data[line.Start:line.End], " \t")) == mark {
			return span, syntax, next
		}
		span.End = next
	}
	return source.Span{}, Markdown, at
}

// openingFence returns the fence that a line opens and what is written behind it.
func openingFence(line []byte) (fence, info string) {
	line = bytes.TrimLeft(line, " \t")
	if len(line) < 3 || line[0] != '`' && line[0] != '~' {
		return "", ""
	}
	n := 0
	for n < len(line) && line[n] == line[0] {
		n++
	}
	rest := bytes.TrimSpace(line[n:])
	if n < 3 || line[0] == '`' && bytes.IndexByte(rest, '`') >= 0 {
		return "", ""
	}
	return string(line[:n]), string(rest)
}

func closingFence(line []byte, fence string) bool {
	line = bytes.TrimSpace(line)
	return len(line) >= len(fence) && len(bytes.Trim(line, fence[:1])) == 0
}

// fencedSyntax reads the language from what is written behind a fence.
func fencedSyntax(info string) (Syntax, bool) {
	end := 0
	for end < len(info) && letterOrDigit(info[end]) {
		end++
	}
	switch string(bytes.ToLower([]byte(info[:end]))) {
	case "json", "jsonc", "json5":
		return JSON, true
	case "jsonl", "ndjson":
		return NDJSON, true
	case "yaml", "yml":
		return YAML, true
	case "toml":
		return TOML, true
	}
	return Markdown, false
}
