package host

import (
	"strings"
	"unicode/utf8"
)

// decodeIDN writes the xn-- labels of a name in their own letters. A label that is
// no valid Punycode stays.
func decodeIDN(name string) string {
	if !strings.Contains(name, "xn--") {
		return name
	}
	labels := strings.Split(name, ".")
	for i, l := range labels {
		if code, ok := strings.CutPrefix(l, "xn--"); ok {
			if plain, ok := punycode(code); ok {
				labels[i] = plain
			}
		}
	}
	return strings.Join(labels, ".")
}

// IDN reports whether a label of the name has letters beyond ASCII, as such or in
// Punycode.
func (h Host) IDN() bool {
	return !isASCII(h.Name) || strings.HasPrefix(h.Name, "xn--") || strings.Contains(h.Name, ".xn--")
}

// Unicode returns the name with its xn-- labels decoded.
func (h Host) Unicode() string { return decodeIDN(h.Name) }

// punycode decodes RFC 3492.
func punycode(code string) (string, bool) {
	const base, tMin, tMax, skew, damp = 36, 1, 26, 38, 700
	if len(code) > 63 {
		return "", false
	}
	var out []rune
	if at := strings.LastIndexByte(code, '-'); at > 0 {
		out, code = []rune(code[:at]), code[at+1:]
	}
	n, i, bias := rune(128), 0, 72
	for len(code) > 0 {
		before, weight := i, 1
		for k := base; ; k += base {
			if len(code) == 0 {
				return "", false
			}
			digit := punyDigit(code[0])
			code = code[1:]
			if digit < 0 || digit > (1<<30-i)/weight {
				return "", false
			}
			i += digit * weight
			t := min(max(k-bias, tMin), tMax)
			if digit < t {
				break
			}
			if weight > 1<<30/(base-t) {
				return "", false
			}
			weight *= base - t
		}
		delta := i - before
		if before == 0 {
			delta /= damp
		} else {
			delta /= 2
		}
		delta += delta / (len(out) + 1)
		k := 0
		for ; delta > (base-tMin)*tMax/2; k += base {
			delta /= base - tMin
		}
		bias = k + (base-tMin+1)*delta/(delta+skew)
		n += rune(i / (len(out) + 1))
		i %= len(out) + 1
		if n > utf8.MaxRune || n < 0 || !utf8.ValidRune(n) {
			return "", false
		}
		out = append(out, 0)
		copy(out[i+1:], out[i:])
		out[i] = n
		i++
	}
	return string(out), true
}

func punyDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c-'0') + 26
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return int(c | 0x20 - 'a')
	}
	return -1
}
