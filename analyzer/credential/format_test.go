package credential

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	stdcrc32 "hash/crc32"
	"math/rand/v2"
	"regexp/syntax"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	for row, f := range providers {
		if f.provider == "" || f.kind == "" || len(f.literal) < 2 || f.pattern == "" || f.source == "" {
			t.Errorf("incomplete: %+v", f)
		}
		formats().pattern(row) // one that does not compile panics
	}
	if x := formats(); len(x.buckets) > 255 {
		t.Errorf("%d pairs of first bytes do not fit into a byte", len(x.buckets))
	}
}

// TestBuckets holds the index to every row, the longest literal of a bucket first.
func TestBuckets(t *testing.T) {
	x, rows := formats(), 0
	for _, b := range x.buckets {
		for n := b.first; n != 0; n = x.next[n-1] {
			rows++
			if behind := x.next[n-1]; behind != 0 && len(providers[behind-1].literal) > len(providers[n-1].literal) {
				t.Errorf("%q stands before %q", providers[n-1].literal, providers[behind-1].literal)
			}
		}
	}
	if rows != len(providers) || rows < 120 {
		t.Errorf("the index has %d of %d rows", rows, len(providers))
	}
}

// TestEveryFormat holds every row to finding a token that is generated from its
// pattern, and to leaving alone what only resembles it.
func TestEveryFormat(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for i := range providers {
		f := &providers[i]
		t.Run(f.provider+" "+f.kind+" "+f.literal, func(t *testing.T) {
			for range 20 {
				token := f.generate(t, dice)
				text := "token: " + token + ", keep it"
				found := Find(text)
				if len(found) != 1 {
					t.Fatalf("%d matches in %q", len(found), text)
				}
				m := found[0]
				if text[m.Start:m.End] != token {
					t.Fatalf("found %q of %q", text[m.Start:m.End], token)
				}
				if m.Sample {
					t.Fatalf("%q is taken for a placeholder", token)
				}
				if m.Provider != f.provider && f.flags&jwt == 0 {
					t.Fatalf("%q is taken for %s %s", token, m.Provider, m.Kind)
				}
				if checked := f.flags&(crc62|crc36|crc16x|bech32|discord|jwt) != 0; checked && !m.Verified || m.Broken {
					t.Fatalf("the checksum of %q is not verified", token)
				}
				f.nearMisses(t, token, dice)
			}
		})
	}
}

// nearMisses holds the format to its alphabet, its borders and its length.
func (f *format) nearMisses(t *testing.T, token string, dice *rand.Rand) {
	t.Helper()
	own := func(text string) bool {
		for _, m := range Find(text) {
			if m.Provider == f.provider && m.Kind == f.kind && !m.Sample {
				return true
			}
		}
		return false
	}
	body := len(f.literal)
	if f.flags&inner != 0 {
		body = strings.Index(token, f.literal)
	}
	if f.flags&inner == 0 {
		if glued := "x" + token; own(glued) {
			t.Errorf("found inside a word: %q", glued)
		}
		at := body + 1 + dice.IntN(3)
		if broken := token[:at] + "!" + token[at:]; own(broken[:at+1]) {
			t.Errorf("found without its end: %q", broken[:at+1])
		}
	}
	if short := token[:body+4]; len(short) < len(token) && f.literal != "-us" && own(short) {
		t.Errorf("found cut short: %q", short)
	}
}

// generate builds a token at random, with a right checksum.
func (f *format) generate(t *testing.T, dice *rand.Rand) string {
	t.Helper()
	re, err := syntax.Parse(f.pattern, syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	for range 200 {
		var b strings.Builder
		if f.flags&inner == 0 {
			b.WriteString(f.literal)
		}
		write(&b, re, dice)
		token := f.close(b.String(), dice)
		body := strings.TrimPrefix(token, f.literal)
		if isSample(body) || f.flags&random != 0 && !looksRandom(body) || f.flags&inner != 0 && isSample(token) ||
			f.flags&inner != 0 && strings.Count(token, f.literal) != 1 && f.literal != "FFFFNRAL" || !alnum(token[len(token)-1]) && token[len(token)-1] != '=' {
			continue
		}
		return token
	}
	t.Fatalf("no token from %s", f.pattern)
	return ""
}

// close gives a token the checksum or structure that its format asks for.
func (f *format) close(token string, dice *rand.Rand) string {
	switch {
	case f.flags&crc62 != 0:
		body := token[len(f.literal) : len(token)-6]
		sum := stdcrc32.ChecksumIEEE([]byte(body))
		digits := make([]byte, 6)
		for i := 5; i >= 0; i-- {
			digits[i] = base62[sum%62]
			sum /= 62
		}
		return f.literal + body + string(digits)
	case f.flags&crc16x != 0:
		body := token[:len(token)-9]
		return fmt.Sprintf("%s_%x", body, binary.LittleEndian.AppendUint32(nil, stdcrc32.ChecksumIEEE([]byte(body))))
	case f.flags&crc36 != 0:
		body := token[:len(token)-7]
		const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
		sum, tail := stdcrc32.ChecksumIEEE([]byte(body)), make([]byte, 7)
		for i := 6; i >= 0; i-- {
			tail[i] = digits[sum%36]
			sum /= 36
		}
		return body + string(tail)
	case f.flags&bech32 != 0:
		return closeBech32(token, dice)
	case f.flags&discord != 0:
		id := fmt.Sprint(4e17 + dice.Int64N(1e17))
		_, rest, _ := strings.Cut(token, ".")
		return base64.RawURLEncoding.EncodeToString([]byte(id)) + "." + rest
	case f.flags&jwt != 0:
		claims := fmt.Sprintf(`{"sub":"u%d","scope":"read"}`, dice.Int64())
		_, rest, _ := strings.Cut(token, ".")
		_, signature, _ := strings.Cut(rest, ".")
		return base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." +
			base64.RawURLEncoding.EncodeToString([]byte(claims)) + "." + signature
	}
	return token
}

// closeBech32 writes the data part in Bech32's alphabet and tries checksums of
// the polymod until one fits, as an encoder would compute it.
func closeBech32(token string, dice *rand.Rand) string {
	const charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
	sep := strings.IndexByte(token, '1')
	upper := token[0] == 'A'
	data := []byte(token[:sep+1])
	for range 52 {
		data = append(data, charset[dice.IntN(32)])
	}
	for range 6 {
		data = append(data, 'q')
	}
	// The checksum is linear: solve for each of its 30 bits on its own.
	base := polymod(string(data))
	sum := base ^ 1
	for i := range 6 {
		data[len(data)-6+i] = charset[sum>>(5*(5-i))&31]
	}
	if upper {
		return strings.ToUpper(string(data))
	}
	return string(data)
}

// polymod is the reference computation of BIP 173, written apart from the one
// under test.
func polymod(s string) uint32 {
	const charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
	s = strings.ToLower(s)
	sep := strings.LastIndexByte(s, '1')
	var values []int
	for _, c := range s[:sep] {
		values = append(values, int(c>>5))
	}
	values = append(values, 0)
	for _, c := range s[:sep] {
		values = append(values, int(c&31))
	}
	for _, c := range s[sep+1:] {
		values = append(values, strings.IndexRune(charset, c))
	}
	chk := 1
	for _, v := range values {
		b := chk >> 25
		chk = (chk&0x1ffffff)<<5 ^ v
		for i, g := range []int{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if b>>i&1 == 1 {
				chk ^= g
			}
		}
	}
	return uint32(chk)
}

// write appends a random string that the expression matches.
func write(b *strings.Builder, re *syntax.Regexp, dice *rand.Rand) {
	repeat := func(least, most int) {
		if most < 0 {
			most = least + 40
		}
		for range least + dice.IntN(most-least+1) {
			write(b, re.Sub[0], dice)
		}
	}
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		total := 0
		for i := 0; i < len(re.Rune); i += 2 {
			total += int(re.Rune[i+1]-re.Rune[i]) + 1
		}
		n := dice.IntN(total)
		for i := 0; i < len(re.Rune); i += 2 {
			if width := int(re.Rune[i+1]-re.Rune[i]) + 1; n < width {
				b.WriteRune(re.Rune[i] + rune(n))
				return
			} else {
				n -= width
			}
		}
	case syntax.OpRepeat:
		repeat(re.Min, re.Max)
	case syntax.OpQuest:
		repeat(0, 1)
	case syntax.OpStar:
		repeat(0, -1)
	case syntax.OpPlus:
		repeat(1, -1)
	case syntax.OpAlternate:
		write(b, re.Sub[dice.IntN(len(re.Sub))], dice)
	default:
		for _, sub := range re.Sub {
			write(b, sub, dice)
		}
	}
}
