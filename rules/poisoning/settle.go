package poisoning

import "math/bits"

// settle decides the language and gives every word its meanings in it.
func (t *tagger) settle() []token {
	lang := t.alphabetic()
	glyphs := chinese
	switch {
	case t.unspaced == 0:
		glyphs = english // none
	case t.grammar[korean] > t.grammar[japanese]:
		glyphs = korean
	case t.grammar[japanese] > 0:
		glyphs = japanese
	}
	t.lang, t.script = lang, glyphs
	if t.unspaced*2 > len(t.words) {
		t.lang = glyphs
	}
	purely := lang == english && glyphs == english
	for i := range t.words {
		w := &t.words[i]
		if !purely {
			t.learn(i, w, lang, glyphs)
			continue
		}
		w.means |= w.english
		if w.leads != nil && i+1 < len(t.words) && w.leads.mayHold(t.words[i+1].digest) {
			t.englishPhrases(i, w)
		}
	}
	if lang == german {
		t.reunite()
	}
	negate(t.words, t.lang)
	return t.words
}

// englishPhrases adds what a word means with those behind it in an English text.
func (t *tagger) englishPhrases(i int, w *token) {
	if w.entry != nil {
		t.phrases(i, w, w.entry, isEnglish)
	}
	if w.stemmed() {
		for e := range t.lexicon.stemmed(english, w.folded) {
			t.phrases(i, w, e, isEnglish)
		}
	}
}

func isEnglish(l language) bool { return l == english }

// learn gives a word its meanings, alone and with the words behind it.
func (t *tagger) learn(i int, w *token, lang, glyphs language) {
	if w.entry != nil {
		t.mean(i, w, w.entry, lang, glyphs)
	}
	if w.folded != "" && (w.stemmed() || lang != english && w.entry.in(lang) == 0) {
		t.guess(i, w, lang, glyphs)
	}
}

// mean adds what an entry means in the languages of the text.
func (t *tagger) mean(i int, w *token, e *entry, lang, glyphs language) {
	foreign := lang != english && e.has(lang) // the word is no English one here: "por favor"
	w.borrowed = lang != english && !foreign
	applies := func(l language) bool {
		return l == lang || l == english && !foreign && (lang == english || len(w.folded) >= 5 || len(e.senses) == 1) || l == glyphs
	}
	for k := range e.senses {
		if applies(e.senses[k].language) {
			w.means |= e.senses[k].concepts
		}
	}
	t.phrases(i, w, e, applies)
}

// phrases adds what the phrases of an entry mean that stand at a word.
func (t *tagger) phrases(i int, w *token, e *entry, applies func(language) bool) {
	if len(e.phrases) > 0 && i+1 < len(t.words) && (t.words[i+1].entry == nil || t.words[i+1].entry.second) {
		second := t.words[i+1].folded
		for k := e.firstPhrase(second); k < len(e.phrases) && e.phrases[k].second == second; k++ {
			t.phrase(i, w, &e.phrases[k], applies)
		}
	}
	for k := range e.loose {
		t.phrase(i, w, &e.loose[k], applies)
	}
}

// phrase adds what a phrase means, if it is there, and widens the word to it.
func (t *tagger) phrase(i int, w *token, p *phrase, applies func(language) bool) {
	if !applies(p.language) {
		return
	}
	if n := t.follows(i, p.rest); n > 0 {
		w.means |= p.concepts
		w.end = max(w.end, t.words[i+n].end)
	}
}

// guess looks up a word by its beginning, and in German by its end.
func (t *tagger) guess(i int, w *token, lang, glyphs language) {
	found := false
	for e := range t.lexicon.stemmed(lang, w.folded) {
		t.mean(i, w, e, lang, glyphs)
		found = true
	}
	if !found && lang == german && len(w.folded) >= minCompound {
		if e := t.lexicon.compound(w.folded); e != nil {
			t.mean(i, w, e, lang, glyphs)
			found = true
		}
	}
	if !found && lang != english && w.unknown() {
		for e := range t.lexicon.stemmed(english, w.folded) {
			t.mean(i, w, e, lang, glyphs)
		}
	}
}

// particle reports whether a word is a part that German verbs leave at the end of the
// clause: "leitet die Anfrage an uns weiter".
func particle(word string) bool {
	switch word {
	case "ab", "an", "auf", "aus", "bei", "durch", "ein", "fest", "fort", "frei",
		"heraus", "hervor", "hin", "hinzu", "hoch", "mit", "nach", "offen", "preis",
		"um", "vor", "weg", "weiter", "zu", "zurück", "zusammen", "über", "unter":
		return true
	}
	return false
}

// maxApart is how many words stand between a German verb and its particle at most.
const maxApart = 16

// reunite gives German verbs whose particle stands at the end of the clause the
// meaning of the whole.
func (t *tagger) reunite() {
	for i := range t.words {
		if w := &t.words[i]; !particle(w.folded) || i+1 < len(t.words) && !t.words[i+1].joins && same(&t.words[i+1], w) {
			continue
		}
		for j := i - 1; j >= 0 && i-j <= maxApart && same(&t.words[j], &t.words[i]); j-- {
			if m := t.lexicon.german(t.words[i].folded + t.words[j].folded); m != 0 {
				t.words[j].means |= m
				break
			}
		}
	}
}

// german returns what a word means in German as it stands or by its beginning.
func (l *lexicon) german(folded string) concept {
	if e := l.words[folded]; e != nil && e.in(german) != 0 {
		return e.in(german)
	}
	var m concept
	for e := range l.stemmed(german, folded) {
		m |= e.in(german)
	}
	return m
}

// alphabetic decides which language the words with letters are: that of most
// function words; where those leave it open, that of most known words.
func (t *tagger) alphabetic() language {
	best, rivals := english, 0
	for _, l := range alphabeticLanguages {
		switch n := t.grammar[l]; {
		case n > t.grammar[best]:
			best, rivals = l, 1
		case n > 0 && n == t.grammar[best]:
			rivals++
		}
	}
	if t.grammar[best] > 0 && (rivals == 0 || t.grammar[best] > t.grammar[english] && t.grammar[best] > 1) {
		t.decided[best]++
		return best
	}
	var known [languages]int
	if len(t.words) < 2 && t.home() == english {
		return english // one word is not enough for another
	}
	rivalling := languageSet(1 << english)
	for _, l := range alphabeticLanguages {
		if t.grammar[l] == t.grammar[best] {
			rivalling |= 1 << l
		}
	}
	for i := range t.words {
		if w := &t.words[i]; w.folded != "" {
			for k := t.knownIn(w) & rivalling; k != 0; k &= k - 1 {
				known[bits.TrailingZeros16(uint16(k))]++
			}
		}
	}
	if home := t.home(); home != english && t.grammar[home] == t.grammar[best] && t.grammar[home] >= t.grammar[english] && known[home] >= known[english] {
		return home
	}
	best = english
	for _, l := range alphabeticLanguages {
		if known[l] > 1 && known[l] > 2*known[english] && known[l] > known[best] {
			best = l
		}
	}
	return best
}

// home returns the language of most texts of the listing so far: a text too short
// to tell is likely to be of it.
func (t *tagger) home() language {
	best := english
	for _, l := range alphabeticLanguages {
		if t.decided[l] > t.decided[best] {
			best = l
		}
	}
	return best
}

// alphabeticLanguages are those beside English that write words with blanks.
var alphabeticLanguages = [...]language{german, spanish, french, italian, portuguese, russian}

// knownIn returns the languages in which a word means something by itself.
func (t *tagger) knownIn(w *token) languageSet {
	if s := w.spelling; !s.asked {
		s.known, s.asked = t.lexicon.knownIn(s), true
	}
	return w.known
}
