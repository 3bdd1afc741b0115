package host

import "strings"

// placeholders returns the runs of text that something will replace before a URL
// is used: ${HOST}, ${env:HOST:-x}, {{host}}, {host}, {+host}, <host>, %HOST%,
// $HOST. Runs do not overlap and stand in order.
func placeholders(text string) []Part {
	var found []Part
	for i := 0; i < len(text); {
		if n := placeholder(text[i:]); n > 0 {
			found = append(found, Part{i, i + n})
			i += n
			continue
		}
		i++
	}
	return found
}

// mask returns text of the same length in which placeholders are blotted out, so
// that no delimiter inside them is found.
func mask(text string) string {
	found := placeholders(text)
	if len(found) == 0 {
		return text
	}
	b := []byte(text)
	for _, p := range found {
		for i := p.Start; i < p.End; i++ {
			b[i] = 'x'
		}
	}
	return string(b)
}

// placeholder returns the length of the placeholder that text starts with, or 0.
func placeholder(text string) int {
	switch text[0] {
	case '$':
		if len(text) > 1 && (text[1] == '{' || text[1] == '(') {
			return 1 + bracketed(text[1:])
		}
		return dollarName(text)
	case '{':
		return bracketed(text)
	case '<':
		return angled(text)
	case '%':
		return percentName(text)
	}
	return 0
}

// bracketed returns the length of a balanced run of braces or parentheses. A run
// without its end is no placeholder.
func bracketed(text string) int {
	open, close := text[0], byte('}')
	if open == '(' {
		close = ')'
	}
	depth := 0
	for i := 0; i < len(text) && i < 512; i++ {
		switch text[i] {
		case open:
			depth++
		case close:
			if depth--; depth == 0 {
				return i + 1
			}
		case '\n', '"':
			return 0
		}
	}
	return 0
}

func angled(text string) int {
	end := strings.IndexByte(text[:min(len(text), 80)], '>')
	if end < 2 || strings.ContainsAny(text[1:end], "<\"'\n") {
		return 0
	}
	return end + 1
}

func dollarName(text string) int {
	n := 1
	for n < len(text) && isNameByte(text[n]) {
		n++
	}
	if n == 1 || text[1] >= '0' && text[1] <= '9' {
		return 0
	}
	return n
}

// percentName reads %NAME%, which cmd.exe expands. Two hexadecimal digits behind
// the sign are an escaped byte instead, unless a name of letters goes on.
func percentName(text string) int {
	n := 1
	for n < len(text) && isNameByte(text[n]) {
		n++
	}
	if n < 4 || n == len(text) || text[n] != '%' || text[1] >= '0' && text[1] <= '9' {
		return 0
	}
	return n + 1
}

func isNameByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// HasPlaceholder reports whether something will replace a part of the text before
// it is used.
func HasPlaceholder(text string) bool {
	return strings.ContainsAny(text, "${<%") && len(placeholders(text)) > 0
}

// ShellDefault returns the value that ${NAME:-value} falls back to, when the
// whole text is one such reference with a default.
func ShellDefault(text string) (string, bool) {
	inner, ok := strings.CutPrefix(text, "${")
	if !ok || bracketed(text[1:]) != len(text)-1 {
		return "", false
	}
	_, value, ok := strings.Cut(inner[:len(inner)-1], ":-")
	return value, ok && value != ""
}
