package credential

import (
	"math"
	"strings"
)

// entropy returns the Shannon entropy of s in bits a byte.
func entropy(s string) float64 {
	if s == "" {
		return 0
	}
	var counts [256]int
	for i := range len(s) {
		counts[s[i]]++
	}
	bits := 0.0
	for _, n := range counts {
		if n > 0 {
			p := float64(n) / float64(len(s))
			bits -= p * math.Log2(p)
		}
	}
	return bits
}

// looksRandom reports whether s reads like the output of a generator and not
// like words, counting or a pattern. It is for strings of 12 bytes and more.
func looksRandom(s string) bool {
	if len(s) < 12 || patterned(s) {
		return false
	}
	digits, lower, upper := classes(s)
	if digits > 0 && lower+upper > 0 {
		return entropy(s) >= 2.8 && !wordy(s)
	}
	if digits == 0 && lower > 0 && upper > 0 {
		return entropy(s) >= 3.3 && turns(s)*4 >= len(s) && !wordy(s)
	}
	return false
}

// classes counts the digits and letters of s.
func classes(s string) (digits, lower, upper int) {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			upper++
		}
	}
	return digits, lower, upper
}

// turns counts the places where letter case changes inside s.
func turns(s string) int {
	n := 0
	for i := 1; i < len(s); i++ {
		a, b := s[i-1], s[i]
		if alnum(a) && alnum(b) && a>>5&1 != b>>5&1 {
			n++
		}
	}
	return n
}

// patterned reports whether most of s is counting (1234, abcd, 4321), repetition
// (xxxx, ababab) or a row of the keyboard.
func patterned(s string) bool {
	s = strings.ToLower(s)
	covered, total := 0, 0
	for i := range len(s) {
		if alnum(s[i]) {
			total++
		}
	}
	if total == 0 {
		return true
	}
	for i := 0; i < len(s); {
		if !alnum(s[i]) {
			i++
			continue
		}
		n := run(s[i:])
		if n >= 3 {
			covered += n
		}
		i += n
	}
	if covered*2 > total || longestRun(s) >= 8 {
		return true
	}
	for period := 2; period <= 8 && period*3 <= len(s); period++ {
		if s[period:] == s[:len(s)-period] {
			return true
		}
	}
	return false
}

// run returns the length of the run of equal or consecutive bytes at the
// beginning of s; 9 is followed by 0 and by a, z by nothing.
func run(s string) int {
	if len(s) < 2 {
		return len(s)
	}
	step := int(s[1]) - int(s[0])
	if s[0] == '9' && (s[1] == '0' || s[1] == 'a') {
		step = 1
	}
	if step < -1 || step > 1 {
		return max(1, keyboardRun(s))
	}
	n := 2
	for n < len(s) && alnum(s[n]) {
		next := int(s[n]) - int(s[n-1])
		if next != step && !(step == 1 && s[n-1] == '9' && (s[n] == '0' || s[n] == 'a')) &&
			!(step == 1 && s[n-1] == '0' && s[n] == 'a') {
			break
		}
		n++
	}
	if !alnum(s[1]) {
		return 1
	}
	return max(n, keyboardRun(s))
}

var keyboardRows = [...]string{"qwertzuiop", "qwertyuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"}

func keyboardRun(s string) int {
	best := 0
	for _, row := range keyboardRows {
		at := strings.IndexByte(row, s[0])
		if at < 0 {
			continue
		}
		n := 0
		for n < len(s) && at+n < len(row) && s[n] == row[at+n] {
			n++
		}
		if n >= 4 {
			best = max(best, n)
		}
	}
	return best
}

// longestRun returns the length of the longest counting or repeating run.
func longestRun(s string) int {
	best := 0
	for i := 0; i < len(s); {
		n := 1
		if alnum(s[i]) {
			n = run(s[i:])
			best = max(best, n)
		}
		i += n
	}
	return best
}

// wordy reports whether the letters of s form words of some European language:
// most of its letters stand in runs of one case, and the pairs of letters in
// those runs are common ones.
func wordy(s string) bool {
	letters, inWords, pairs, common := 0, 0, 0, 0
	for i := 0; i < len(s); {
		n := wordRun(s[i:])
		if n == 0 {
			if alnum(s[i]) {
				letters++ // a digit speaks against words
			}
			i++
			continue
		}
		letters += n
		if n >= 3 {
			inWords += n
			for k := i + 1; k < i+n; k++ {
				pairs++
				if commonPair(s[k-1]|0x20, s[k]|0x20) {
					common++
				}
			}
		}
		i += n
	}
	return inWords*10 >= letters*6 && pairs >= 2 && common*100 >= pairs*62
}

// wordRun returns the length of the run of letters at the beginning of s that
// are all lower, all upper, or capitalized.
func wordRun(s string) int {
	n := 0
	for n < len(s) && s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' {
		if n >= 2 && s[n]>>5&1 != s[n-1]>>5&1 {
			break
		}
		if n == 1 && s[0]>>5&1 == 1 && s[1]>>5&1 == 0 {
			break
		}
		n++
	}
	return n
}

// commonPairs holds, for each first letter, the letters that often follow it in
// English, French, Spanish, Portuguese, German and Italian words and in the
// vocabulary of programmers.
var commonPairs = [26]string{
	"bcdfgilmnprstuvy", "aeilorsuy", "achiekorstul", "aeimorusd", "acdefilmnprstuvxy", "aefiloru", "aeghilnoru",
	"aeioru", "acdefgklmnoprstvz", "aeou", "aeiosny", "adeiloptuy", "abeimopsu", "acdegiknostuv", "abcdfgiklmnoprstuvwx",
	"aehiloprstuy", "u", "acdegiklmnorstuvy", "aceihklmnopqrstuw", "aehiorstuwy", "abcdegilmnprst", "aeiou", "aehino",
	"aceipty", "aemopst", "aeiouz",
}

func commonPair(a, b byte) bool { return strings.IndexByte(commonPairs[a-'a'], b) >= 0 }
