package poisoning

import (
	"slices"
	"strings"
)

// action is what an order has done with a file.
const action = read | send | put | use | change | keep | copies

// maxRefused is how many words stand between a refusal and the last file it speaks of.
const maxRefused = 16

// maxAhead is how many words of the clause of a file are read for an order about it.
const maxAhead = 64

// refuse takes the meaning of a credential file from paths that a sentence keeps away
// from: "refuses to open ~/.ssh", "denied paths: .env, .netrc", "except id_rsa".
func (c *court) refuse(s *sentence) {
	if s.means&secretPath == 0 {
		return
	}
	s.means = 0
	for i := range s.tokens {
		if t := &s.tokens[i]; t.means&secretPath != 0 && c.refused(s, i) {
			t.spurn()
		}
		s.means |= s.tokens[i].means
	}
}

// refused reports whether a sentence refuses the path at i.
func (c *court) refused(s *sentence, i int) bool {
	switch c.tagger.lang {
	case chinese, japanese, korean:
		return c.refusedAround(s, i)
	}
	return c.refusedBefore(s, i) || c.refusedBehind(s, i)
}

// refusedBefore reports whether a refusal stands in front of the path at i and reaches
// it: over a list, but not over a new order.
func (c *court) refusedBefore(s *sentence, i int) bool {
	for k := i + 1; k < len(s.tokens) && k <= i+maxAhead && s.tokens[k].part == s.tokens[i].part; k++ {
		if s.tokens[k].means&oblige != 0 {
			return false
		}
	}
	acts := false // something is done in a clause behind the refusal
	for k := i - 1; k >= 0 && k >= i-maxRefused; k-- {
		t := &s.tokens[k]
		if t.part/partsInGroup != s.tokens[i].part/partsInGroup || t.means&(oblige|before) != 0 || c.turns(s, k) {
			return false
		}
		if c.refuses(s, k) || t.negated && t.means == 0 && k > 0 {
			return !c.lifted(s, k) && !(acts && t.part != s.tokens[i].part)
		}
		if t.means&action == 0 || t.negated {
			continue
		}
		if k > 0 && s.tokens[k-1].joins && (k < 2 || s.tokens[k-2].means&action == 0) {
			return false
		}
		acts = acts || k == 0 || s.tokens[k-1].means&action == 0
	}
	return false
}

// refusedBehind reports whether the path at i is what a refusal behind it speaks of:
// ".env and ~/.ssh are left out".
func (c *court) refusedBehind(s *sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-maxAhead && s.tokens[k].part == s.tokens[i].part; k-- {
		if s.tokens[k].means&action != 0 && !s.tokens[k].negated {
			return false
		}
	}
	for k := i + 1; k < len(s.tokens) && k <= i+maxRefused; k++ {
		t := &s.tokens[k]
		switch {
		case t.part/partsInGroup != s.tokens[i].part/partsInGroup, t.means&(oblige|before|after) != 0, c.turns(s, k):
			return false
		case t.negated && t.means&(omit|needless|secretPath) == 0, c.refuses(s, k):
			return !c.lifted(s, k)
		case t.means&action != 0:
			return false
		}
	}
	return false
}

// lifted reports whether a refusal is itself denied or set aside.
func (c *court) lifted(s *sentence, k int) bool {
	if c.refuses(s, k) && s.tokens[k].negated {
		return true
	}
	for j := k - 1; j >= 0 && j >= k-3 && s.tokens[j].part == s.tokens[k].part; j-- {
		if s.tokens[j].means&ignore != 0 {
			return true
		}
	}
	return false
}

// turns reports whether the word at k ends the reach of a refusal.
func (c *court) turns(s *sentence, k int) bool {
	switch c.small(s, k) {
	case "but", "until", "unless", "if", "then", "instead", "while", "without",
		"bis", "wenn", "falls", "sonst", "sondern", "ohne",
		"jusqu", "si", "sinon", "sans", "mais", "hasta", "sino", "sin", "pero", "finché", "se", "senza", "ma", "até", "sem", "mas",
		"если", "пока", "иначе", "без", "но":
		return true
	}
	return false
}

// refuses reports whether the word at k begins like one that refuses or leaves out.
func (c *court) refuses(s *sentence, k int) bool {
	w := c.small(s, k)
	return beginsLike(w, refusals(c.tagger.lang)) && !beginsLike(w, otherwise[:])
}

// beginsLike reports whether a word has one of some beginnings.
func beginsLike(word string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(word, b) })
}

// refusals returns the beginnings of words that refuse in a language.
func refusals(lang language) []string {
	switch lang {
	case english:
		return refusalsEnglish[:]
	case german:
		return refusalsGerman[:]
	case spanish, portuguese:
		return refusalsIberian[:]
	case french:
		return refusalsFrench[:]
	case italian:
		return refusalsItalian[:]
	case russian:
		return refusalsRussian[:]
	}
	return nil
}

var (
	refusalsEnglish = [...]string{"refus", "deny", "denie", "block", "reject", "exclud", "exclusion", "forbid", "disallow", "prohibit", "prevent", "protect", "restrict", "blacklist", "skip", "ignore", "omit", "except", "off-limits", "unreadable", "inaccessible", "declin"}
	refusalsGerman  = [...]string{"verweiger", "lehn", "ablehn", "abgelehn", "sperr", "gesperr", "blockier", "ausgeschlossen", "ausgenommen", "ausschl", "schließt", "verboten", "verbiet", "verhinder", "schütz", "geschützt", "außer", "unterbind", "untersag", "tabu"}
	refusalsIberian = [...]string{"rechaz", "bloquea", "bloquee", "bloquei", "bloqueo", "exclu", "prohib", "proíb", "proib", "nieg", "deneg", "nega", "impid", "imped", "proteg", "salvo", "excepto", "exceto", "omite", "recus", "rejeit"}
	refusalsFrench  = [...]string{"refus", "bloqu", "exclu", "interdi", "rejet", "protèg", "protég", "empêch", "sauf", "hormis", "écart"}
	refusalsItalian = [...]string{"rifiut", "blocca", "esclus", "esclud", "nega", "viet", "tranne", "eccetto", "impedi", "protegg", "protett", "salvo"}
	refusalsRussian = [...]string{"отказ", "запре", "блокир", "заблокир", "исключ", "отклон", "кроме", "защищ", "недоступ"}

	// otherwise are words that begin like some of these and refuse nothing.
	otherwise = [...]string{"blockchain", "exceptional", "ausschließlich", "exclusiv", "esclusiv", "negativ", "исключительн"}
)

// refusedAround does the same for languages without blanks, whose words for refusing
// may be no tokens. Chinese refuses in front of what is refused as well.
func (c *court) refusedAround(s *sentence, i int) bool {
	t, text := &s.tokens[i], c.view.Text
	if c.tagger.lang == chinese {
		front := text[runeStart(text, max(0, t.start-60)):t.start]
		front = front[strings.LastIndexAny(front, "。；\n")+1:]
		if at := lastOf(front, "拒绝", "拒絕", "禁止", "屏蔽", "阻止", "排除", "不读取", "不会读取", "不允许", "不访问", "不打开", "不上传"); at >= 0 && !containsAny(front[at:], "然后", "并", "否则", "除非", "必须", "请", "但") {
			return true
		}
	}
	rest := text[t.end:min(len(text), t.end+120)]
	if stop := strings.IndexAny(rest, "。；\n"); stop >= 0 {
		rest = rest[:stop]
	}
	at := firstAmong(rest, "拒绝", "禁止", "被排除", "除外", "不会被", "拒否", "ブロック", "対象外", "読み込みません", "読みません", "開きません", "アクセスできません", "アップロードしません", "거부", "제외", "차단", "금지", "읽지 않", "열지 않", "접근할 수 없", "올리지 않", "업로드하지 않")
	if at < 0 || containsAny(rest[at:], "されても", "しても", "でも", "되어도", "돼도", "해도") {
		return false
	}
	for k := i + 1; k < len(s.tokens) && s.tokens[k].start < t.end+len(rest); k++ {
		if s.tokens[k].means&(put|send|copies|oblige) != 0 {
			return false
		}
	}
	return true
}

// lastOf returns where the last of some words begins in s, or -1.
func lastOf(s string, words ...string) int {
	last := -1
	for _, w := range words {
		last = max(last, strings.LastIndex(s, w))
	}
	return last
}

// firstAmong returns where the first of some words begins in s, or -1.
func firstAmong(s string, words ...string) int {
	first := -1
	for _, w := range words {
		if at := strings.Index(s, w); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}
