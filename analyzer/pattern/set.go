package pattern

import (
	"math/bits"
	"unicode/utf8"
)

// A set is a set of characters: each of ASCII, and all others as one.
type set struct {
	low, high uint64
	wide      bool
}

func single(r rune) set {
	var s set
	s.add(r)
	return s
}

func ranges(from, to rune) set {
	var s set
	for r := from; r <= min(to, utf8.RuneSelf-1); r++ {
		s.add(r)
	}
	s.wide = to >= utf8.RuneSelf
	return s
}

func all() set { return set{^uint64(0), ^uint64(0), true} }

func wordSet() set {
	return ranges('a', 'z').or(ranges('A', 'Z')).or(ranges('0', '9')).or(single('_'))
}

func spaceSet() set { return ranges('\t', '\r').or(single(' ')).or(set{wide: true}) }

func (s *set) add(r rune) {
	switch {
	case r < 0:
	case r < 64:
		s.low |= 1 << r
	case r < 128:
		s.high |= 1 << (r - 64)
	default:
		s.wide = true
	}
}

func (s *set) remove(r rune) {
	if r < 64 {
		s.low &^= 1 << r
	} else if r < 128 {
		s.high &^= 1 << (r - 64)
	}
}

func (s set) has(r rune) bool {
	switch {
	case r < 64:
		return s.low>>r&1 != 0
	case r < 128:
		return s.high>>(r-64)&1 != 0
	}
	return s.wide
}

func (s set) hasAny(chars string) bool {
	for _, r := range chars {
		if s.has(r) {
			return true
		}
	}
	return false
}

func (s set) or(o set) set  { return set{s.low | o.low, s.high | o.high, s.wide || o.wide} }
func (s set) and(o set) set { return set{s.low & o.low, s.high & o.high, s.wide && o.wide} }
func (s set) not() set      { return set{^s.low, ^s.high, true} }
func (s set) empty() bool   { return s == set{} }

// literal returns the one character of the set, in lower case when the set is both
// cases of a letter, or -1. A dot that stands for any character counts as a dot:
// who writes example.com in a pattern means the dot.
func (s set) literal() rune {
	if s.wide {
		if anyButBreaks := all(); s.low|1<<'\n'|1<<'\r' == anyButBreaks.low && s.high == anyButBreaks.high {
			return '.'
		}
		return -1
	}
	switch bits.OnesCount64(s.low) + bits.OnesCount64(s.high) {
	case 1:
		return s.first()
	case 2:
		lower := s.first() | 0x20
		if lower >= 'a' && lower <= 'z' && s.has(lower) {
			return lower
		}
	}
	return -1
}

func (s set) first() rune {
	if s.low != 0 {
		return rune(bits.TrailingZeros64(s.low))
	}
	return rune(64 + bits.TrailingZeros64(s.high))
}
