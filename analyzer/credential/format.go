package credential

import (
	"regexp"
	"sync"
)

// A format is one row of the table of providers.
type format struct {
	provider, kind string
	literal        string // gives the token away; of two bytes or more
	pattern        string // behind the literal, or the whole token when inner
	flags          flag
	source         string // where the provider describes it
}

// A flag is a property of a format.
type flag uint16

const (
	crc62      flag = 1 << iota // six base-62 digits of CRC-32 close the token
	crc36                       // seven base-36 digits of CRC-32 close the token
	crc16x                      // eight hexadecimal digits of CRC-32, lowest byte first, close the token
	bech32                      // a Bech32 checksum closes the token
	jwt                         // three Base64 parts, the first is a JSON object with "alg"
	discord                     // the first part is Base64 of a decimal number
	inner                       // the literal stands inside the token and the pattern describes the whole token
	random                      // the prefix is shared with ordinary words: what follows has to look random
	public                      // made to be published; never reported, but named when shown
	testMode                    // a key of a test mode: no real money or data behind it
	grave                       // a private key, or a live key of a cloud or of a payment provider
	identifier                  // names an account and is no secret without its other half
)

// An index finds the formats whose literal may begin at two given bytes.
type index struct {
	bucket   [1 << 16]uint8 // by pair; 0 for no format, else 1 + index into buckets
	buckets  []bucket
	next     []uint16  // by row, the row behind it in its bucket, as in bucket.first
	patterns []pattern // by row
}

// A bucket holds the formats whose literals begin with the same two bytes,
// longest literal first.
type bucket struct {
	first uint16    // 1 + the row of the first format, 0 for none
	third [4]uint64 // the bytes that may follow
	inner bool      // one of them may stand inside a word
	pem   bool
}

func (b *bucket) follows(c byte) bool { return b.third[c>>6]>>(c&63)&1 == 1 }

// formats is built when the first text is searched.
var formats = sync.OnceValue(func() *index {
	x := &index{
		buckets:  make([]bucket, 0, 256),
		next:     make([]uint16, len(providers)),
		patterns: make([]pattern, len(providers)),
	}
	for row := range providers {
		f := &providers[row]
		b := x.at(f.literal)
		b.inner = b.inner || f.flags&inner != 0
		behind := &b.first
		for *behind != 0 && len(providers[*behind-1].literal) >= len(f.literal) {
			behind = &x.next[*behind-1]
		}
		x.next[row], *behind = *behind, uint16(row+1)
	}
	b := x.at(pemBegin)
	b.pem, b.inner = true, true
	return x
})

// at returns the bucket of a literal, in which it is noted.
func (x *index) at(literal string) *bucket {
	p := pair(literal, 0)
	if x.bucket[p] == 0 {
		x.buckets = append(x.buckets, bucket{})
		x.bucket[p] = uint8(len(x.buckets))
	}
	b := &x.buckets[x.bucket[p]-1]
	if len(literal) == 2 {
		b.third = [4]uint64{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}
	} else {
		b.third[literal[2]>>6] |= 1 << (literal[2] & 63)
	}
	return b
}

// pair returns the two bytes of s at i as one number.
func pair(s string, i int) uint16 { return uint16(s[i])<<8 | uint16(s[i+1]) }

// A pattern is a format's, compiled when a text holds the literal.
type pattern struct {
	once   sync.Once
	regexp *regexp.Regexp
}

// pattern returns the pattern of a row.
func (x *index) pattern(row int) *regexp.Regexp {
	p := &x.patterns[row]
	p.once.Do(func() { p.regexp = regexp.MustCompile(`^(?:` + providers[row].pattern + `)`) })
	return p.regexp
}
