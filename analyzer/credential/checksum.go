package credential

import (
	"encoding/base64"
	"encoding/json"
	"math/bits"
	"strconv"
	"strings"
)

// verify applies the checksum or the inner structure of a format. It returns
// false when the structure shows that the token is something else; a checksum
// that is wrong is noted and lets the token stand.
func (f *format) verify(token string, m *Match) bool {
	switch {
	case f.flags&crc62 != 0:
		m.check(crcBase62(strings.TrimPrefix(token, f.literal)))
	case f.flags&crc16x != 0:
		body, sum := token[:len(token)-9], token[len(token)-8:]
		want, err := strconv.ParseUint(sum, 16, 32)
		m.check(err == nil && bits.ReverseBytes32(crc32(body)) == uint32(want))
	case f.flags&crc36 != 0:
		sum := token[len(token)-7:]
		want, err := strconv.ParseUint(sum, 36, 64)
		m.check(err == nil && uint64(crc32(token[:len(token)-7])) == want)
	case f.flags&bech32 != 0:
		m.check(bech32Valid(token))
	case f.flags&discord != 0:
		id, err := base64.RawURLEncoding.DecodeString(token[:strings.IndexByte(token, '.')])
		m.Verified = err == nil && len(id) >= 17 && strings.Trim(string(id), "0123456789") == ""
		return m.Verified || m.Sample
	case f.flags&jwt != 0:
		return readJWT(token, m)
	}
	return true
}

func (m *Match) check(ok bool) { m.Verified, m.Broken = ok, !ok }

// crc32 is the IEEE checksum, bit by bit: the few bytes of a token are not worth the
// tables that hash/crc32 fills when the program starts.
func crc32(s string) uint32 {
	const polynomial = 0xedb88320
	sum := ^uint32(0)
	for i := range len(s) {
		sum ^= uint32(s[i])
		for range 8 {
			sum = sum>>1 ^ polynomial&-(sum&1)
		}
	}
	return ^sum
}

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// crcBase62 reports whether the last six characters are the CRC-32 of the others
// in base 62, as GitHub's and npm's tokens end.
func crcBase62(body string) bool {
	if len(body) < 7 {
		return false
	}
	head, tail := body[:len(body)-6], body[len(body)-6:]
	var sum uint64
	for i := range len(tail) {
		digit := strings.IndexByte(base62, tail[i])
		if digit < 0 {
			return false
		}
		sum = sum*62 + uint64(digit)
	}
	return sum == uint64(crc32(head))
}

// bech32Valid reports whether the checksum of a Bech32 string (BIP 173) holds.
func bech32Valid(s string) bool {
	const charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
	s = strings.ToLower(s)
	sep := strings.LastIndexByte(s, '1')
	if sep < 1 || len(s)-sep < 7 {
		return false
	}
	sum := uint32(1)
	feed := func(v byte) {
		top := sum >> 25
		sum = (sum&0x1ffffff)<<5 ^ uint32(v)
		for i, g := range [...]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
			if top>>i&1 == 1 {
				sum ^= g
			}
		}
	}
	for i := range sep {
		feed(s[i] >> 5)
	}
	feed(0)
	for i := range sep {
		feed(s[i] & 31)
	}
	for i := sep + 1; i < len(s); i++ {
		v := strings.IndexByte(charset, s[i])
		if v < 0 {
			return false
		}
		feed(byte(v))
	}
	return sum == 1
}

// readJWT accepts a token whose first part is a JOSE header. A payload that says
// "anon" makes it public: Supabase ships such keys to browsers.
func readJWT(token string, m *Match) bool {
	head, rest, _ := strings.Cut(token, ".")
	var header struct{ Alg, Typ, Kid, Enc string }
	raw, err := base64.RawURLEncoding.DecodeString(head)
	if err != nil || json.Unmarshal(raw, &header) != nil || header.Alg == "" {
		return m.Sample && strings.HasPrefix(head, "eyJhbGci")
	}
	m.Verified, m.Prefix = true, "eyJ"
	payload, _, _ := strings.Cut(rest, ".")
	raw, err = base64.RawURLEncoding.DecodeString(payload)
	if err != nil {
		return true
	}
	var claims struct{ Role, Iss, Name, Sub string }
	_ = json.Unmarshal(raw, &claims) // a claim of another type leaves its field empty
	switch {
	case claims.Sub == "1234567890" && claims.Name == "John Doe":
		m.Sample = true // the sample of jwt.io and of half the web
	case claims.Iss == "supabase-demo":
		m.Sample = true // the keys every self-hosted Supabase starts with
	case claims.Role == "anon":
		m.Provider, m.Kind, m.Public = "Supabase", "anonymous key", true
	case claims.Role == "service_role":
		m.Provider, m.Kind, m.Grave = "Supabase", "service role key", true
	}
	return true
}
