// Package pattern reads the regular expressions of JSON Schema, which are those of
// ECMA-262, far enough to say what they let through. It never runs them.
package pattern

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// A Pattern is a parsed expression.
type Pattern struct {
	Text string
	root *node
}

// A SyntaxError says what ECMA-262 does not accept, and where: Offset counts bytes.
type SyntaxError struct {
	Offset  int
	Message string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%s at offset %d", e.Message, e.Offset) }

// op is the kind of a node.
type op uint8

const (
	opEmpty    op = iota
	opSet         // one character out of set
	opSequence    // children one after the other
	opChoice      // one of the children
	opRepeat      // child min to max times; max -1 is unbounded
	opStart       // ^
	opEnd         // $
	opLook        // lookahead or lookbehind: child is not consumed
	opBoundary    // \b, \B
	opBack        // backreference: anything
)

type node struct {
	op         op
	set        set
	min, max   int
	children   []*node
	start, end int // byte offsets into the text
	negative   bool
}

// ErrTooLong says that an expression is longer than what is analyzed.
var ErrTooLong = errors.New("the pattern is longer than 4096 bytes")

const (
	maxLength = 4096
	maxDepth  = 200
)

// Parse reads an expression. Its error is a *SyntaxError or ErrTooLong. The leniencies of Annex B (a lone brace or bracket,
// escapes of ordinary letters) are accepted as every browser accepts them.
func Parse(text string) (*Pattern, error) {
	if len(text) > maxLength {
		return nil, ErrTooLong
	}
	p := parser{text: text}
	root, err := p.choice(0)
	if err != nil {
		return nil, err
	}
	if p.at < len(text) {
		return nil, p.fail("unmatched )")
	}
	return &Pattern{text, root}, nil
}

type parser struct {
	text string
	at   int
}

func (p *parser) fail(message string) error { return &SyntaxError{p.at, message} }

func (p *parser) more() bool { return p.at < len(p.text) }

func (p *parser) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *parser) choice(depth int) (*node, error) {
	if depth > maxDepth {
		return nil, p.fail("groups are nested too deeply")
	}
	n := &node{op: opChoice, start: p.at}
	for {
		s, err := p.sequence(depth)
		if err != nil {
			return nil, err
		}
		n.children = append(n.children, s)
		if p.peek() != '|' || !p.more() {
			break
		}
		p.at++
	}
	n.end = p.at
	if len(n.children) == 1 {
		return n.children[0], nil
	}
	return n, nil
}

func (p *parser) sequence(depth int) (*node, error) {
	n := &node{op: opSequence, start: p.at}
	for p.more() && p.peek() != '|' && p.peek() != ')' {
		item, err := p.term(depth)
		if err != nil {
			return nil, err
		}
		n.children = append(n.children, item)
	}
	n.end = p.at
	return n, nil
}

func (p *parser) term(depth int) (*node, error) {
	start := p.at
	atom, err := p.atom(depth)
	if err != nil {
		return nil, err
	}
	atom.start, atom.end = start, p.at
	low, high, ok := p.quantifier()
	if !ok {
		return atom, nil
	}
	switch atom.op {
	case opStart, opEnd, opBoundary:
		return nil, &SyntaxError{start, "nothing to repeat"}
	}
	if high >= 0 && low > high {
		return nil, &SyntaxError{start, "numbers out of order in {}"}
	}
	if c := p.peek(); c == '*' || c == '+' {
		return nil, p.fail("nothing to repeat: ECMA-262 has no possessive quantifiers")
	}
	return &node{op: opRepeat, min: low, max: high, children: []*node{atom}, start: start, end: p.at}, nil
}

// quantifier reads *, +, ?, {n}, {n,}, {n,m} and a ? behind them.
func (p *parser) quantifier() (low, high int, ok bool) {
	switch p.peek() {
	case '*':
		low, high = 0, -1
	case '+':
		low, high = 1, -1
	case '?':
		low, high = 0, 1
	case '{':
		n, l, h := braces(p.text[p.at:])
		if n == 0 {
			return 0, 0, false
		}
		low, high = l, h
		p.at += n - 1
	default:
		return 0, 0, false
	}
	p.at++
	if p.peek() == '?' {
		p.at++
	}
	return low, high, true
}

// braces reads {n}, {n,} or {n,m} and returns its length, or 0 when the brace is an
// ordinary character.
func braces(s string) (n, low, high int) {
	i := 1
	number := func() (int, bool) {
		from, v := i, 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			v = min(v*10+int(s[i]-'0'), 1<<20)
			i++
		}
		return v, i > from
	}
	low, ok := number()
	if !ok {
		return 0, 0, 0
	}
	high = low
	if i < len(s) && s[i] == ',' {
		i++
		if high, ok = number(); !ok {
			high = -1
		}
	}
	if i >= len(s) || s[i] != '}' {
		return 0, 0, 0
	}
	return i + 1, low, high
}

func (p *parser) atom(depth int) (*node, error) {
	switch c := p.peek(); c {
	case '(':
		return p.group(depth)
	case '[':
		return p.class()
	case '.':
		p.at++
		s := all()
		s.remove('\n')
		s.remove('\r')
		return &node{op: opSet, set: s}, nil
	case '^':
		p.at++
		return &node{op: opStart}, nil
	case '$':
		p.at++
		return &node{op: opEnd}, nil
	case '*', '+', '?':
		return nil, p.fail("nothing to repeat")
	case '\\':
		return p.escape()
	default:
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		p.at += size
		return &node{op: opSet, set: single(r)}, nil
	}
}

func (p *parser) group(depth int) (*node, error) {
	open := p.at
	p.at++
	kind := opSequence
	negative := false
	if p.peek() == '?' {
		rest := p.text[p.at:]
		switch {
		case hasPrefix(rest, "?:"):
			p.at += 2
		case hasPrefix(rest, "?="), hasPrefix(rest, "?!"):
			kind, negative = opLook, rest[1] == '!'
			p.at += 2
		case hasPrefix(rest, "?<="), hasPrefix(rest, "?<!"):
			kind, negative = opLook, rest[2] == '!'
			p.at += 3
		case hasPrefix(rest, "?<"):
			end := p.at + 2
			for end < len(p.text) && p.text[end] != '>' {
				end++
			}
			if end == len(p.text) || end == p.at+2 {
				return nil, p.fail("invalid group name")
			}
			p.at = end + 1
		case hasPrefix(rest, "?P"):
			return nil, p.fail("invalid group: (?P...) is Python syntax")
		default:
			n := modifiers(rest)
			if n == 0 {
				return nil, p.fail("invalid group: ECMA-262 has no flags for the rest of a pattern, comments or atomic groups")
			}
			p.at += n
		}
	}
	inner, err := p.choice(depth + 1)
	if err != nil {
		return nil, err
	}
	if !p.more() {
		return nil, &SyntaxError{open, "unterminated group"}
	}
	p.at++
	if kind == opLook {
		return &node{op: opLook, children: []*node{inner}, negative: negative}, nil
	}
	return &node{op: opSequence, children: []*node{inner}}, nil
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// modifiers reads ?i:, ?-s:, ?im-s: of ES2025 and returns their length, or 0.
func modifiers(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case 'i', 'm', 's', '-':
		case ':':
			if i > 1 {
				return i + 1
			}
			return 0
		default:
			return 0
		}
	}
	return 0
}

func (p *parser) escape() (*node, error) {
	if p.at+1 >= len(p.text) {
		return nil, p.fail("a backslash at the end")
	}
	c := p.text[p.at+1]
	switch {
	case c == 'b' || c == 'B':
		p.at += 2
		return &node{op: opBoundary}, nil
	case c >= '1' && c <= '9':
		p.at += 2
		for p.more() && p.peek() >= '0' && p.peek() <= '9' {
			p.at++
		}
		return &node{op: opBack, set: all()}, nil
	case c == 'k' && p.at+2 < len(p.text) && p.text[p.at+2] == '<':
		p.at += 2
		for p.more() && p.peek() != '>' {
			p.at++
		}
		p.at = min(p.at+1, len(p.text))
		return &node{op: opBack, set: all()}, nil
	}
	s, _ := p.escapedSet()
	return &node{op: opSet, set: s}, nil
}

// escapedSet reads an escape that stands for characters, and returns the character
// when it is one, or -1.
func (p *parser) escapedSet() (set, rune) {
	c := p.text[p.at+1]
	p.at += 2
	one := func(r rune) (set, rune) { return single(r), r }
	switch c {
	case 'd':
		return ranges('0', '9'), -1
	case 'D':
		return ranges('0', '9').not(), -1
	case 'w':
		return wordSet(), -1
	case 'W':
		return wordSet().not(), -1
	case 's':
		return spaceSet(), -1
	case 'S':
		return spaceSet().not(), -1
	case 'p', 'P':
		if p.peek() == '{' {
			for p.more() && p.peek() != '}' {
				p.at++
			}
			p.at = min(p.at+1, len(p.text))
			return wordSet().or(set{wide: true}), -1
		}
	case 'n':
		return one('\n')
	case 'r':
		return one('\r')
	case 't':
		return one('\t')
	case 'f':
		return one('\f')
	case 'v':
		return one('\v')
	case '0':
		return one(0)
	case 'c':
		if p.more() {
			r := rune(p.peek() & 31)
			p.at++
			return one(r)
		}
	case 'x':
		if r, n := hex(p.text[p.at:], 2); n > 0 {
			p.at += n
			return one(r)
		}
	case 'u':
		if p.peek() == '{' {
			end := p.at + 1
			for end < len(p.text) && p.text[end] != '}' && end-p.at < 8 {
				end++
			}
			if r, n := hex(p.text[p.at+1:], end-p.at-1); n > 0 && end < len(p.text) && p.text[end] == '}' {
				p.at = end + 1
				return one(r)
			}
		} else if r, n := hex(p.text[p.at:], 4); n > 0 {
			p.at += n
			return one(r)
		}
	}
	if c < utf8.RuneSelf {
		return one(rune(c))
	}
	p.at--
	r, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
	return one(r)
}

// hex reads exactly want hexadecimal digits.
func hex(s string, want int) (rune, int) {
	if want <= 0 || len(s) < want {
		return 0, 0
	}
	v := rune(0)
	for i := range want {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			v = v<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			v = v<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, 0
		}
	}
	return v, want
}

func (p *parser) class() (*node, error) {
	open := p.at
	p.at++
	negative := p.peek() == '^'
	if negative {
		p.at++
	}
	var s set
	for p.more() && p.peek() != ']' {
		part, low := p.classAtom()
		if low >= 0 && p.peek() == '-' && p.at+1 < len(p.text) && p.text[p.at+1] != ']' {
			p.at++
			other, high := p.classAtom()
			switch {
			case high < 0:
				part = part.or(other).or(single('-'))
			case low > high:
				return nil, &SyntaxError{open, "range out of order in a class"}
			default:
				part = ranges(low, high)
			}
		}
		s = s.or(part)
	}
	if !p.more() {
		return nil, &SyntaxError{open, "unterminated character class"}
	}
	p.at++
	if negative {
		s = s.not()
	}
	return &node{op: opSet, set: s}, nil
}

func (p *parser) classAtom() (set, rune) {
	if p.peek() == '\\' && p.at+1 < len(p.text) {
		if p.text[p.at+1] == 'b' {
			p.at += 2
			return single('\b'), '\b'
		}
		return p.escapedSet()
	}
	r, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
	return single(r), r
}
