package tree

import (
	"bytes"
	"path"
	"strings"

	"github.com/tidwall/gjson"
)

// Detect says which notation a file is written in: by its extension where that
// tells, otherwise by how the content starts. The data is the text, decoded.
func Detect(name string, data []byte) Syntax {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if base := path.Base(name); base == "crushrc" || base == ".crushrc" {
		return Script
	}
	switch extension(name) {
	case ".yaml", ".yml":
		return YAML
	case ".toml":
		return TOML
	case ".md", ".markdown", ".mdx", ".mdc":
		return Markdown
	case ".jsonl", ".ndjson":
		return NDJSON
	case ".json":
		if linesOfJSON(data) {
			return NDJSON
		}
		return JSON
	case ".jsonc", ".json5", ".code-workspace":
		return JSON
	}
	if linesOfJSON(data) {
		return NDJSON
	}
	return sniff(data)
}

// extension returns the extension that tells the notation: of mcp.yaml.example, the
// one in front.
func extension(name string) string {
	ext := strings.ToLower(path.Ext(name))
	switch ext {
	case ".example", ".sample", ".template", ".tmpl", ".dist", ".bak", ".backup", ".orig", ".old", ".disabled":
		return strings.ToLower(path.Ext(name[:len(name)-len(ext)]))
	}
	return ext
}

// sniff guesses the notation from the first line that is no comment.
func sniff(data []byte) Syntax {
	if _, _, next := frontMatter(data, 0); next > 0 && prose(data[next:]) {
		return Markdown
	}
	for at := 0; at < len(data); {
		span, next := markdownLine(data, at)
		line := bytes.TrimSpace(data[span.Start:span.End])
		at = next
		name, value, equal := bytes.Cut(line, []byte("="))
		field, rest, colon := bytes.Cut(line, []byte(":"))
		switch {
		case len(line) == 0 || line[0] == '#':
		case line[0] == '[' && tableHeader(line), equal && bareKey(bytes.TrimSpace(name)) && len(value) > 0:
			return TOML
		case strings.IndexByte(`{["/'`, line[0]) >= 0:
			return JSON
		case bytes.HasPrefix(line, []byte("- ")), bytes.HasPrefix(line, []byte("---")), bytes.HasPrefix(line, []byte("%YAML")),
			colon && bareKey(bytes.TrimPrefix(field, []byte("$"))) && (len(rest) == 0 || rest[0] == ' '):
			return YAML
		case bytes.Contains(data, []byte("\n```")):
			return Markdown
		default:
			return JSON
		}
	}
	return JSON
}

// prose reports whether text that stands behind a YAML document is Markdown and not
// another document.
func prose(text []byte) bool {
	for at := 0; at < len(text); {
		span, next := markdownLine(text, at)
		line := text[span.Start:span.End]
		at = next
		if len(bytes.TrimSpace(line)) > 0 {
			field, _, colon := bytes.Cut(line, []byte(":"))
			return !(colon && bareKey(field)) && !bytes.HasPrefix(line, []byte("- "))
		}
	}
	return false
}

// tableHeader reports whether a line is the header of a TOML table and no JSON list.
func tableHeader(line []byte) bool {
	line, _, _ = bytes.Cut(line, []byte("#"))
	line = bytes.TrimSpace(line)
	name := bytes.Trim(line, "[] ")
	return len(name) > 0 && line[len(line)-1] == ']' && (name[0] < '0' || name[0] > '9') && name[0] != '"' &&
		bareKey(bytes.ReplaceAll(name, []byte(`"`), nil))
}

func bareKey(name []byte) bool {
	for _, c := range name {
		if c != '_' && c != '-' && c != '.' && !letterOrDigit(c) {
			return false
		}
	}
	return len(name) > 0
}

func letterOrDigit(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// linesOfJSON reports whether the first two lines that are not blank are a whole
// JSON object each.
func linesOfJSON(data []byte) bool {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	for range 2 {
		data = bytes.TrimLeft(data, " \t\r\n")
		if len(data) == 0 || data[0] != '{' {
			return false
		}
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		if line = bytes.TrimRight(line, " \t\r"); line[len(line)-1] != '}' || !gjson.ValidBytes(line) {
			return false
		}
		data = rest
	}
	return true
}
