package poisoning

import (
	"math/bits"
	"strings"
)

// A spelling is what a word is by itself, wherever it stands. What every word is asked
// for stands first, within the 64 bytes that a processor fetches at a time.
type spelling struct {
	key      wordKey
	english  concept // what it means alone in an English text
	shape    concept // of an address, a path or a name; 0 for plain words
	trait    weight  // what it speaks for by the examples
	grammar  languageSet
	known    languageSet // in which it means something, once something asked
	deed     deed        // what it does in declared harm
	size     uint8       // bytes of a word that is remembered
	length   uint8       // bytes of the folded word, 0 for a long one
	elided   uint8       // where the article ends that stands before an apostrophe, or 0
	digest   uint8       // stands for it in the followers of others
	asked    bool
	ordinary bool // small letters, or in the lexicon: nothing but a word outside quotation marks
	joins    bool
	weighs   bool         // it is among the words of the examples
	leads    *followerSet // the words that could stand behind it in an English phrase, nil for none

	folded  string
	raw     string
	entry   *entry    // nil for words that are not in the lexicon as they stand
	sayings []*saying // English ones that may begin with it
}

// A languageSet has a bit for each language.
type languageSet uint16

// unknown reports whether the word alone means nothing in any language.
func (s *spelling) unknown() bool { return s.entry == nil || len(s.entry.senses) == 0 }

// stemmed reports whether a word is looked up by its beginning in every language.
func (s *spelling) stemmed() bool {
	return s.entry == nil || len(s.entry.senses) == 0 && len(s.entry.phrases) == 0
}

// nothing is the spelling of what is no word.
var nothing spelling

// leadsTo returns the followers, made if need be.
func (s *spelling) leadsTo() *followerSet {
	if s.leads == nil {
		s.leads = new(followerSet)
	}
	return s.leads
}

// A followerSet holds the digests of words: one that it holds may be among them, one
// that it does not hold is not. Most words follow in no phrase, and so the phrases
// need not be looked through.
type followerSet [4]uint64

func (f *followerSet) add(digest uint8) { f[digest/64] |= 1 << (digest % 64) }

func (f *followerSet) mayHold(digest uint8) bool { return f[digest/64]&(1<<(digest%64)) != 0 }

// digestOf is the end of an FNV-1a hash.
func digestOf(word string) uint8 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return uint8(h >> 24)
}

// spell reads a word without its surroundings.
func (l *lexicon) spell(raw string) *spelling {
	folded := lower(raw)
	s := &spelling{raw: raw, folded: folded, entry: l.words[folded], shape: shapeOf(raw), elided: elisionEnd(folded), joins: conjunction(folded)}
	s.ordinary = isLetters(raw) && (raw == folded || s.entry != nil && len(raw) <= maxSpelling)
	s.digest = digestOf(folded)
	l.describe(s)
	if len(folded) <= longestWord {
		s.length = uint8(len(folded))
		var buffer [longestWord]byte
		s.trait, s.weighs = loadExperience().words[string(stemOf(folded, &buffer))]
	}
	s.sayings, s.deed = englishSayings(folded), deedsOf(folded)
	return s
}

// A vocabulary remembers words: most texts are made of the same few thousand. A word
// has two places to be remembered in, and a third that wants one of them drives out
// the one that came less recently.
type vocabulary struct {
	lexicon *lexicon
	places  *[maxPlaces][2]*spelling // nil until the first word
}

const (
	placeBits   = 14
	maxPlaces   = 1 << placeBits
	maxSpelling = 32 // bytes of a word that is remembered
)

// spelling looks a word up, or remembers it.
func (v *vocabulary) spelling(raw string) *spelling {
	if len(raw) > maxSpelling {
		return v.lexicon.spell(raw)
	}
	if v.places == nil {
		v.places = new([maxPlaces][2]*spelling)
	}
	key := keyOf(raw)
	place := &v.places[key.place()]
	if known := place[0]; known != nil && known.is(key, raw) {
		return known
	}
	known := place[1]
	if known == nil || !known.is(key, raw) {
		known = v.lexicon.spell(strings.Clone(raw)) // the text must not be kept for the sake of a word
		known.key, known.size = key, uint8(len(raw))
	}
	place[0], place[1] = known, place[0]
	return known
}

func (s *spelling) is(key wordKey, raw string) bool {
	return s.key == key && int(s.size) == len(raw) && (len(raw) <= keyBytes || s.raw == raw)
}

// A wordKey is the first and the last eight bytes of a word, which overlap in a
// shorter one. With the length they are all of a word of up to 16 bytes.
type wordKey struct{ head, tail uint64 }

// keyBytes is how much of a word its key holds.
const keyBytes = 16

func keyOf(word string) wordKey {
	switch n := len(word); {
	case n >= 8:
		return wordKey{load(word), load(word[n-8:])}
	case n >= 4:
		return wordKey{uint64(load32(word)), uint64(load32(word[n-4:]))}
	case n >= 2:
		return wordKey{uint64(word[0]) | uint64(word[1])<<8, uint64(word[n-1])}
	case n == 1:
		return wordKey{head: uint64(word[0])}
	}
	return wordKey{}
}

func load(s string) uint64 {
	return uint64(load32(s)) | uint64(load32(s[4:]))<<32
}

func load32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// place spreads keys by multiplying with two odd numbers without structure, digits of
// the golden ratio and of the square root of two.
func (k wordKey) place() uint64 {
	return (bits.RotateLeft64(k.head*0x9e3779b97f4a7c15, 29) ^ k.tail) * 0xb504f333f9de6485 >> (64 - placeBits)
}
