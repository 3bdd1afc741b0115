package credential

import (
	_ "embed"
	"regexp"
	"sort"
	"strings"
	"sync"
)

//go:embed providers.tsv
var providersTable string

// A format is one row of providers.tsv.
type format struct {
	provider, kind string
	literal        string
	pattern        string // behind the literal, or the whole token when inner
	flags          flag
	source         string
	regexp         func() *regexp.Regexp // compiled on first use
}

// A flag is a property of a format; providers.tsv explains them.
type flag uint16

const (
	crc62 flag = 1 << iota
	crc36
	crc16x
	bech32
	jwt
	discord
	inner
	random
	public
	testMode
	grave
	identifier
)

var flagNames = map[string]flag{
	"-": 0, "crc62": crc62, "crc36": crc36, "crc16x": crc16x, "bech32": bech32, "jwt": jwt, "discord": discord,
	"inner": inner, "random": random, "public": public, "test": testMode, "grave": grave, "id": identifier,
}

// An index finds the formats whose literal may begin at two given bytes.
type index struct {
	formats []format
	bucket  [1 << 16]uint8 // 0 for no format, else 1 + index into buckets
	buckets []bucket
}

// A bucket holds the formats whose literals begin with the same two bytes,
// longest literal first.
type bucket struct {
	formats []*format
	third   [4]uint64 // the bytes that may follow
	inner   bool      // one of them may stand inside a word
	pem     bool
}

func (b *bucket) follows(c byte) bool { return b.third[c>>6]>>(c&63)&1 == 1 }

// formats is the parsed table, built when the first text is searched.
var formats = sync.OnceValue(func() *index {
	x := &index{formats: parseTable(providersTable)}
	at := func(literal string) *bucket {
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
	for i := range x.formats {
		f := &x.formats[i]
		b := at(f.literal)
		b.formats = append(b.formats, f)
		b.inner = b.inner || f.flags&inner != 0
	}
	b := at(pemBegin)
	b.pem, b.inner = true, true
	for _, b := range x.buckets {
		sort.SliceStable(b.formats, func(i, j int) bool { return len(b.formats[i].literal) > len(b.formats[j].literal) })
	}
	return x
})

// pair returns the two bytes of s at i as one number.
func pair(s string, i int) uint16 { return uint16(s[i])<<8 | uint16(s[i+1]) }

// parseTable reads rows of six cells. A row it cannot read is left out; a test
// holds the embedded table to having none.
func parseTable(table string) []format {
	var rows []format
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 6 || len(cells[2]) < 2 {
			continue
		}
		f := format{provider: cells[0], kind: cells[1], literal: cells[2], pattern: cells[3], source: cells[5]}
		for name := range strings.SplitSeq(cells[4], ",") {
			f.flags |= flagNames[name]
		}
		f.regexp = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:` + f.pattern + `)`) })
		rows = append(rows, f)
	}
	return rows
}
