package text

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// encoded finds runs of Base64, hexadecimal and percent encoding that decode to
// readable words.
func (r *Reading) encoded(v *View, depth int) {
	s := v.Text
	read := 0 // where the last run with a percent sign ends
	for i := 0; i < len(s) && len(r.Inner) < maxInner; {
		switch classes[s[i]] {
		case wordByte:
			from := i
			for i < len(s) && classes[s[i]] == wordByte {
				i++
			}
			if i-from >= MinEncoded {
				if decoded, kind, ok := decodeRun(s[from:i]); ok {
					r.found(v, kind, from, i, decoded, depth)
				}
			}
		case percentByte:
			start, end, decoded := percentRun(s, read, i)
			read = end
			if decoded != "" {
				r.found(v, Percent, start, end, decoded, depth)
			}
			i = max(end, i+1)
		case slashByte:
			end, decoded := escapeRun(s, i)
			if decoded != "" {
				r.found(v, Hex, i, end, decoded, depth)
			}
			i = max(end, i+1)
		default:
			i++
		}
	}
}

func (r *Reading) found(v *View, kind Kind, start, end int, decoded string, depth int) {
	cover := v.Back(start, end)
	if depth == 1 {
		r.hide(Hidden{Kind: kind, Start: cover.Start, End: cover.End, Count: end - start, Text: decoded})
	}
	r.inner(decoded, kind, cover, depth)
}

// decodeRun decodes one run of word bytes, if it holds words.
func decodeRun(run string) (string, Kind, bool) {
	if isHex(run) && len(run)%2 == 0 {
		if b, err := hex.DecodeString(run); err == nil && words8(b) {
			return string(b), Hex, true
		}
	}
	body := strings.TrimRight(run, "=")
	if !mixedCase(body) {
		return "", 0, false
	}
	enc := base64.RawStdEncoding
	if strings.ContainsAny(body, "-_") {
		enc = base64.RawURLEncoding
	}
	if len(body)%4 == 1 {
		body = body[:len(body)-1]
	}
	b, err := enc.DecodeString(body)
	if err != nil || !words8(b) {
		return "", 0, false
	}
	return string(b), Base64, true
}

// words8 reports whether decoded bytes are text of some length.
func words8(b []byte) bool { return utf8.Valid(b) && Readable(string(b)) }

func isHex(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f') {
			return false
		}
	}
	return true
}

// mixedCase reports whether a run could be Base64 of words at all: those hold
// letters of both cases, and no word of prose or path of words does so densely.
func mixedCase(s string) bool {
	lower, upper, digit := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= '0' && c <= '9':
			digit++
		}
	}
	return lower > 2 && upper > 2 && (upper+digit)*6 >= len(s)
}

// percentRun decodes the run such as "read%20the%20file" around its first escape,
// when it holds at least minPercent escapes. It does not begin before from, so that
// many runs cost no more than one. Addresses are written so by right.
func percentRun(s string, from, i int) (start, end int, decoded string) {
	start = from + strings.LastIndexAny(s[from:i], " \n\r\t\"'`(") + 1
	if strings.Contains(s[start:i], "://") {
		for i < len(s) && s[i] > ' ' {
			i++
		}
		return start, i, ""
	}
	b := []byte(s[start:i])
	escapes := 0
	for i < len(s) && s[i] > ' ' && s[i] != '"' && s[i] != '`' {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1:i+3]) {
			d, _ := hex.DecodeString(s[i+1 : i+3])
			b = append(b, d...)
			i += 3
			escapes++
			continue
		}
		b = append(b, s[i])
		i++
	}
	if escapes < minPercent || !words8(b) {
		return start, i, ""
	}
	return start, i, string(b)
}

// escapeRun decodes "\x41\x42" with at least minPercent escapes in a row.
func escapeRun(s string, i int) (int, string) {
	var b []byte
	for i+3 < len(s) && s[i] == '\\' && s[i+1]|0x20 == 'x' && isHex(s[i+2:i+4]) {
		d, _ := hex.DecodeString(s[i+2 : i+4])
		b = append(b, d...)
		i += 4
	}
	if len(b) < minPercent || !words8(b) {
		return i, ""
	}
	return i, string(b)
}
