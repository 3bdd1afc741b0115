// Package words takes identifiers apart, so that rules ask about words and never
// about substrings: curlOptions has no url in it, and sourceURL has.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Split returns the words of an identifier in lower case. It splits at everything
// that is no letter or digit, before a capital that follows a small letter or
// digit, and before the last capital of a run that goes on in small letters:
//
//	callback_uri  callback uri
//	sourceUrl     source url
//	URLCount      url count
//	sourceURLs    source urls
//	x-api.key     x api key
//	OAuth2Token   oauth2 token
//	s3Key         s3 key
func Split(name string) []string {
	if simple, ok := splitSimple(name); ok {
		return simple
	}
	runes := []rune(name)
	var found []string
	start := -1
	flush := func(end int) {
		if start >= 0 && end > start {
			found = append(found, strings.ToLower(string(runes[start:end])))
		}
		start = -1
	}
	for i, r := range runes {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			flush(i)
			continue
		}
		if start >= 0 && bordered(runes, start, i) {
			flush(i)
		}
		if start < 0 {
			start = i
		}
	}
	flush(len(runes))
	return found
}

// splitSimple splits names of small letters, digits and separators, as most are.
// The words share the memory of the name.
func splitSimple(name string) ([]string, bool) {
	count, inside := 0, false
	for i := range len(name) {
		c := name[i]
		if c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return nil, false
		}
		word := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		if word && !inside {
			count++
		}
		inside = word
	}
	if count == 0 {
		return nil, true
	}
	found := make([]string, 0, count)
	start := -1
	for i := 0; i <= len(name); i++ {
		word := i < len(name) && (name[i] >= 'a' && name[i] <= 'z' || name[i] >= '0' && name[i] <= '9')
		switch {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			found = append(found, name[start:i])
			start = -1
		}
	}
	return found, true
}

// bordered reports whether a new word begins at i of the word that began at start.
func bordered(runes []rune, start, i int) bool {
	if !unicode.IsUpper(runes[i]) {
		return false
	}
	if !unicode.IsUpper(runes[i-1]) {
		// OAuth is one word.
		return !(i == start+1 && runes[start] == 'o' || i == start+2 && string(runes[start:i]) == "OA")
	}
	if i+1 >= len(runes) || !unicode.IsLower(runes[i+1]) {
		return false
	}
	// The plural of an acronym and the A of OAuth belong to what is before.
	plural := runes[i+1] == 's' && (i+2 == len(runes) || !unicode.IsLower(runes[i+2]))
	return !plural && !(i == start+1 && runes[start] == 'O' && runes[i] == 'A')
}

// Bare returns the word without digits behind it: url of url2. Words that are a
// name only with their number, such as s3 or base64, are of no use bare; ask for
// them as they are first.
func Bare(word string) string {
	end := len(word)
	for end > 0 && word[end-1] >= '0' && word[end-1] <= '9' {
		end--
	}
	if end == 0 {
		return word
	}
	return word[:end]
}

// Has reports whether one of the words is, with or without a number behind it.
func Has(list []string, words ...string) bool {
	for _, have := range list {
		for _, want := range words {
			if have == want || Bare(have) == want {
				return true
			}
		}
	}
	return false
}

// Last returns the last word, "" when there is none.
func Last(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}
