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
	if interleaved(s) {
		return true
	}
	for period := 2; period <= 16 && period*3 <= len(s); period++ {
		if s[period:] == s[:len(s)-period] {
			return true
		}
	}
	return false
}

// interleaved recognizes two counting rows in one: a1b2c3d4.
func interleaved(s string) bool {
	var rows [2][]byte
	for i, n := 0, 0; i < len(s); i++ {
		if alnum(s[i]) {
			rows[n&1] = append(rows[n&1], s[i])
			n++
		}
	}
	if len(rows[1]) < 3 || len(rows[0]) > 64 {
		return false
	}
	a, b := string(rows[0]), string(rows[1])
	return longestRun(a)*2 > len(a) && longestRun(b)*2 > len(b)
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

// keyboardRows are the rows of three keyboards, with gaps between them.
const keyboardRows = "qwertzuiop qwertyuiop azertyuiop asdfghjkl zxcvbnm yxcvbnm"

// keyboardRun returns the length of the stretch of a keyboard row at the beginning
// of s, 0 when it is shorter than four keys.
func keyboardRun(s string) int {
	if len(s) < 4 || s[0] < 'a' {
		return 0
	}
	at := strings.Index(keyboardRows, s[:4])
	if at < 0 {
		return 0
	}
	n := 4
	for n < len(s) && at+n < len(keyboardRows) && s[n] == keyboardRows[at+n] && s[n] != ' ' {
		n++
	}
	return n
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
// most of what it holds stands in runs of letters of one case, and the pairs of
// letters in those runs are far likelier in words than by chance.
func wordy(s string) bool { return wordsOf(s, 3, 6) }

// surelyWordy is wordy for what fits a provider's format, where chance had many
// tries: longer runs, and odds of a thousand to one.
func surelyWordy(s string) bool { return wordsOf(s, 4, 14) }

// wordsOf looks at runs of so many letters and asks for a score in half nats.
func wordsOf(s string, shortest, least int) bool {
	total, inWords, score, pairs := 0, 0, 0, 0
	for i := 0; i < len(s); {
		n := wordRun(s[i:])
		if n == 0 {
			if alnum(s[i]) {
				total++
			}
			i++
			continue
		}
		total += n
		if n >= shortest {
			inWords += n
			for k := i + 1; k < i+n; k++ {
				score += pairScore(s[k-1]|0x20, s[k]|0x20)
				pairs++
			}
		}
		i += n
	}
	return inWords*10 >= total*6 && score >= least && score*2 >= pairs
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

// pairScores says for each pair of letters how much likelier it is in words than
// by chance, in half nats: 'j' is even, 'l' e times likelier, 'h' e times less.
// It was counted over the English comments of Go's standard library and smoothed,
// so that words of neighbouring languages keep a score above chance too.
var pairScores = [26]string{
	"ekllehkekeinkndkenlojjfhje", // a
	"igfekfedjhdleejedhjfkeedje", // b
	"mfifmfgmjdljhenheihmifddgd", // c
	"jfhjmgfeledigfkfgijgifffhd", // d
	"lgmnkkjgiefllngkioomgjilie", // e
	"jegfjleemddjfemfdjjijdedgd", // f
	"hegelegkjddhfjkediihieddde", // g
	"mdeeoeddmddfgekedhgkgdddee", // h
	"jilkkjldedgmkomiejmmdjdhdj", // i
	"edddhdddddddddedddgdgddddd", // j
	"ieeekefdiddeegeedehefdeded", // k
	"legkngfemdfmeemfegjkkggdke", // l
	"miegmeddjdfgejelleehfjeddd", // m
	"lflnmimekdhihilgefmniiedie", // n
	"jillikhdjdhklojldnklmkkfdd", // o
	"lfggmeegidfkgeljdlikjfedid", // p
	"ddeedddddddeeddddeedjdddde", // q
	"mgjjoijfmdihjkmfeklkkjgejd", // r
	"jgjingfkmdiihgkjfhlnlegeke", // s
	"lfkgohfpndeihfliemljkehfle", // t
	"iijhkhhdjddljmfiellldddgde", // u
	"kgghmeefiddfgehhegfeefggdd", // v
	"jefeiedklddfegiedigeededdd", // w
	"hegehfddhdddedfideejeedeed", // x
	"eefdgdddgddiigfkdijjddedde", // y
	"fdddjdddfdddddeddeddddddde", // z
}

func pairScore(a, b byte) int { return int(pairScores[a-'a'][b-'a']) - 'j' }
