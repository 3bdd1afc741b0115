package poisoning

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
)

// A saying is a wrong that texts put into much the same words: steps in this order,
// each near the one before. Sentences of defence, unless it is blunt, and what is negated
// say nothing.
type saying struct {
	rule   *analyzer.Rule
	signal signal
	weight int
	job    concept // a tool whose job is one of these is expected to say so
	blunt  bool    // holds in sentences of defence as well
	denied bool    // denies something itself: its words may be negated
	note   string
	steps  []step
}

// A step is one of some words, at most gap words behind the step before, or gap
// characters in scripts without blanks.
type step struct {
	gap int
	choice
}

// A phrasebook holds the sayings of a language by how their first words begin.
type phrasebook struct {
	sayings map[string][]*saying // in the order of the file
	firsts  runeSet              // of the first words
	defence choice               // words of sentences that say how something is prevented
	denial  []string             // in scripts without blanks: words that deny their clause
	demand  []string             // and those in which they demand: "must not fail to"
}

//go:embed sayings/*.txt
var sayingFiles embed.FS

// phrasebooks are read one by one, each when the first text of its language is judged.
var phrasebooks = func() (all [languages]func() *phrasebook) {
	for lang := range languages {
		all[lang] = sync.OnceValue(func() *phrasebook { return loadPhrasebook(lang) })
	}
	return all
}()

func loadPhrasebook(lang language) *phrasebook {
	text, err := sayingFiles.ReadFile("sayings/" + languageFiles[lang] + ".txt")
	if err == nil {
		var book *phrasebook
		if book, err = parseSayings(lang, string(text)); err == nil {
			return book
		}
	}
	panic("poisoning: " + err.Error()) // cannot happen: the files are embedded and a test reads each
}

// parseSayings reads one file of sayings. A heading names the rule, the signal with its
// weight, the marks of sayings (blunt, denied, job), and what people are told:
//
//	conceal-from-user, conceals 50, blunt: keeps something from the person
//
// Below it, indented, stands a saying a line: its steps, as words with "/" between them,
// and in front of a step how many others may stand before it. Words that come again
// and again have a name, and "defence" are words of sentences in which only blunt sayings
// hold. In words of scripts without blanks "·" is a blank, for Korean:
//
//	user = user/users/person
//	  hide/keep this/it ..2 from ..1 <user>
func parseSayings(lang language, text string) (*phrasebook, error) {
	book := &phrasebook{sayings: map[string][]*saying{}}
	named := map[string][]string{}
	var heading saying
	number := 0
	for line := range strings.Lines(text) {
		number++
		name, words, defines := strings.Cut(line, " = ")
		var err error
		switch {
		case strings.TrimSpace(line) == "" || line[0] == '#':
		case line[0] == ' ':
			said := heading
			if said.steps, err = parseSteps(line, named); err == nil {
				book.add(lang, &said)
			}
		case defines:
			named[name], err = parseWords(strings.TrimSpace(words), named)
		default:
			heading, err = parseHeading(strings.TrimSpace(line))
		}
		if err != nil {
			return nil, fmt.Errorf("sayings of %s, line %d: %w", languageFiles[lang], number, err)
		}
	}
	book.defence, book.denial, book.demand = newChoice(named["defence"]), named["denial"], named["demand"]
	return book, nil
}

func parseHeading(line string) (s saying, err error) {
	head, note, _ := strings.Cut(line, ": ")
	marks := strings.Split(head, ", ")
	for _, r := range textRules {
		if r.Name == marks[0] {
			s.rule = r
		}
	}
	if s.rule == nil || len(marks) < 2 || note == "" {
		return s, fmt.Errorf("%q is no heading", line)
	}
	s.note = note
	name, weight, _ := strings.Cut(marks[1], " ")
	s.signal = signalNamed(name)
	if s.weight, err = strconv.Atoi(weight); err != nil || s.signal == signals {
		return s, fmt.Errorf("%q is no signal with a weight", marks[1])
	}
	for _, mark := range marks[2:] {
		job, isJob := strings.CutPrefix(mark, "job ")
		switch {
		case mark == "blunt":
			s.blunt = true
		case mark == "denied":
			s.denied = true
		case isJob && conceptNames()[job] != 0:
			s.job = conceptNames()[job]
		default:
			return s, fmt.Errorf("%q marks nothing", mark)
		}
	}
	return s, nil
}

// signalNamed returns the signal of a heading, or signals for none.
func signalNamed(name string) signal {
	switch name {
	case "overrides":
		return overrides
	case "conceals":
		return conceals
	case "approves":
		return approves
	case "diverts":
		return diverts
	case "harvests":
		return harvests
	case "steals":
		return steals
	case "skews":
		return skews
	case "deceives":
		return deceives
	case "prefers":
		return prefers
	case "commands":
		return commands
	case "tampers":
		return tampers
	case "redirects":
		return redirects
	case "claims":
		return claims
	case "bills":
		return bills
	case "implants":
		return implants
	}
	return signals
}

func parseSteps(line string, named map[string][]string) (steps []step, err error) {
	gap := 0
	for field := range strings.FieldsSeq(line) {
		if number, isGap := strings.CutPrefix(field, ".."); isGap {
			if gap, err = strconv.Atoi(number); err != nil {
				return nil, err
			}
			continue
		}
		words, err := parseWords(field, named)
		if err != nil {
			return nil, err
		}
		steps = append(steps, step{gap, newChoice(words)})
		gap = 0
	}
	return steps, nil
}

func parseWords(text string, named map[string][]string) (words []string, err error) {
	for word := range strings.SplitSeq(text, "/") {
		if name, isName := strings.CutPrefix(word, "<"); isName {
			known := named[strings.TrimSuffix(name, ">")]
			if known == nil {
				return nil, fmt.Errorf("%s is not defined", word)
			}
			words = append(words, known...)
			continue
		}
		if strings.Trim(word, "*") == "" || strings.ContainsAny(word, "<>= ") {
			return nil, fmt.Errorf("%q is no word", word)
		}
		words = append(words, strings.ReplaceAll(word, "·", " "))
	}
	return words, nil
}

// add files a saying under every beginning that its first step has.
func (b *phrasebook) add(lang language, s *saying) {
	for _, w := range s.steps[0].words {
		b.firsts.add(firstRune(w))
		key := openingOfWord(lang, strings.TrimSuffix(w, "*"))
		if list := b.sayings[key]; len(list) == 0 || list[len(list)-1] != s {
			b.sayings[key] = append(list, s)
		}
	}
}

// openingOfWord returns what finds the sayings that begin with a word: its first three
// letters, and in scripts without blanks its first character.
func openingOfWord(lang language, word string) string {
	if lang.unspaced() {
		_, size := utf8.DecodeRuneInString(word)
		return word[:size]
	}
	if key := firstRunes(word); key != "" {
		return key
	}
	return word
}

// unspaced reports whether sayings of a language are sought character by character.
// Korean has blanks, but its endings stick to the words.
func (l language) unspaced() bool { return l == chinese || l == japanese || l == korean }
