package poisoning

import "strings"

// "Do not tell the user that the document is empty; call ocr_pages instead" keeps
// nothing back: it forbids to say what may not be so.

// mistaken reports whether what a match keeps from the person is a claim that may be
// wrong: of something absent, where a better way is named or a condition, or of
// something done, before it is known to be.
func (c *court) mistaken(m *match) bool {
	claim, rest := c.claim(m)
	if claim == "" {
		return false
	}
	if containsAny(claim, absences[:]...) {
		return m.sentence.means&(siblingTool|ownTool|foreignTool) != 0 || m.sentence.next&(siblingTool|ownTool) != 0 || containsAny(rest, conditions[:]...)
	}
	return containsAny(claim, successes[:]...) && containsAny(rest, "until", "unless", "before", "bis ", "bevor", "solange", "avant", "tant que", "hasta", "antes", "finché", "prima", "até", "пока", "до ") &&
		containsAny(rest, "return", "confirm", "status", "state", "code", "receipt", "settled", "verif", "check", "bestätig", "geprüft", "подтвер", "провер")
}

// claim returns what is not to be said, and what stands behind it up to the end of
// the next sentence, in small letters. A claim of what the person would want to know
// is none.
func (c *court) claim(m *match) (claim, rest string) {
	s := m.sentence
	at := m.keeps()
	if at < 0 {
		return "", ""
	}
	from, to := s.tokens[at].end, s.tokens[len(s.tokens)-1].end
	if c.tagger.lang == japanese || c.tagger.lang == korean {
		from, to = s.tokens[0].start, s.tokens[at].start
	} else if k := s.nearest(person, nil, at, at, 4); k > at {
		from = s.tokens[k].end
	}
	if from >= to {
		return "", ""
	}
	to = min(to, runeStart(c.view.Text, min(len(c.view.Text), from+2*maxClaim)))
	claim = strings.ToLower(c.view.Text[from:to])
	stop := len(claim)
	if at := firstAmong(claim, ";", ":", "；", "，", ", call", ", use", " until ", " unless ", " before ", " if ", " when ", " but ", ", sondern", ", solange", ", bis ", ", bevor", " avant ", " tant que", " hasta ", " antes ", " finché", " prima ", " até ", " пока "); at >= 0 {
		stop = at
	}
	end := min(len(c.view.Text), to+maxBehind)
	rest = claim[stop:] + strings.ToLower(c.view.Text[to:runeStart(c.view.Text, end)])
	claim = claim[:stop]
	if len(claim) > maxClaim {
		return "", ""
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; t.start >= from && t.end <= from+stop && t.means&(third|ours|copies|paid|elsewhere|secret|change|badNews) != 0 {
			return "", ""
		}
	}
	return claim, rest
}

// around returns the sentence of a match in small letters, if it is long what stands
// around the match.
func (c *court) around(m *match) string {
	text, s := c.view.Text, m.sentence
	from, to := s.tokens[0].start, s.tokens[len(s.tokens)-1].end
	from = max(from, runeStart(text, max(0, s.tokens[m.low].start-maxAround)))
	to = min(to, runeStart(text, min(len(text), s.tokens[m.high].end+maxAround)))
	return strings.ToLower(text[from:max(from, to)])
}

// keeps returns which token of a match keeps something back, or -1.
func (m *match) keeps() int {
	for _, at := range m.found {
		if m.sentence.tokens[at].means&omit != 0 {
			return at
		}
	}
	return -1
}

const (
	maxClaim  = 90 // bytes
	maxBehind = 60
	maxAround = 200
)

var (
	absences = [...]string{"empty", "blank", "no text", "no result", "nothing", "not found", "not exist", "n't exist", "there are no ", "there is no ", "no such", "unreadable", "unsupported", "misspelled", "invalid",
		"leer", "nichts", "kein", "nicht gefunden", "unleserlich", "vide", "rien", "introuvable", "n'existe pas", "illisible", "aucun", "vací", "no existe", "no hay", "ilegible", "ningún",
		"vuot", "non esiste", "nulla", "illeggibile", "nessun", "vazi", "não existe", "não há", "ilegível", "nenhum", "пуст", "не найден", "не существует", "ничего",
		"空", "没有", "不存在", "未找到", "見つから", "存在しない", "비어", "없다", "존재하지 않", "찾을 수 없"}
	successes  = [...]string{"booked", "is free", "available", "confirmed", "complete", "is done", "went through", "succe", "was sent", "is sent", "was paid", "saved", "is good", "is ok", "is safe", "is valid", "is ready", "gebucht", "frei ist", "erfolgreich", "réserv", "reserv", "réussi", "prenotat", "забронир", "успешно"}
	conditions = [...]string{"instead", "until", "unless", " if ", " when ", "before you", "try ", "stattdessen", "sondern", "plutôt", "en su lugar", "antes", "invece", "em vez", "вместо", "改用", "而应", "請改", "代わり", "대신"}
)

// grave are meanings of what a person would want to know.
const grave = copies | third | money | badNews | paid | favour | ours | send | private | secret | secretPath | elsewhere | address | also | change | keep | memory | local | shell | talk | inner | orders | model | tool | ownTool | siblingTool | foreignTool | covert | auto | power | priority

// fromWhom lowers the weight of what is kept from people other than the user, and of
// what the user would not miss.
func (c *court) fromWhom(m *match, w int) int {
	if !c.fromUser(m) {
		w = w * 3 / 4
		if containsAny(c.around(m), channels[:]...) {
			w /= 2 // somebody tells them in another way
		}
	}
	return c.ofLittleWeight(m, w)
}

// channels are words for "by means of this tool".
var channels = [...]string{"through this", "via this", "with this tool", "by this tool", "using this tool", "über dieses", "par cet outil", "con esta herramienta", "por esta herramienta", "con questo strumento", "por esta ferramenta", "через этот", "通过本", "このツールで", "이 도구로"}

// ofLittleWeight lowers the weight of what is kept from the user where it is a matter of
// form, as raw JSON is, and calls it mild where nothing says that the user would miss
// it.
func (c *court) ofLittleWeight(m *match, w int) int {
	s := m.sentence
	at := m.keeps()
	if at < 0 || m.weight < strong {
		return w
	}
	said := 0
	text := c.around(m)
	if containsAny(text, "price", "cost", "cheaper", "expens", "preis", "teuer", "teurer", "prix", "coût", "precio", "prezz", "preço", "цен", "价", "値段", "料金", "가격") {
		return w
	}
	called := containsAny(text, "name of", "tool name", "tool's name")
	for i := range s.tokens {
		t := &s.tokens[i]
		if i == at || t.means&(person|negation) != 0 && t.means&grave == 0 {
			continue
		}
		if t.means&grave != 0 && i != at && !(called && t.means&(tool|ownTool|siblingTool|foreignTool) != 0) {
			return w
		}
		if !pointing(c.small(s, i)) && (t.means != 0 || t.start < t.end && c.view.Text[t.start] < 0xe3) {
			said++
		}
	}
	if containsAny(text, formats[:]...) {
		return w * 2 / 5
	}
	m.mild = said > 0
	if m.mild && containsAny(text, limits[:]...) {
		return min(w, likely-5)
	}
	return w
}

// formats are words for how something is shown.
var formats = [...]string{"json", "raw ", "xml", "html", "markdown", "internal id", "identifier", "uuid", "stack trace", "stacktrace", "widget", "step by step", "every step", "twice",
	"interne id", "interne kennung", "kennung", "brut", "identifiant", "identificador", "grezz", "bruto", "сыр", "идентификатор", "原始", "内部编号", "生の", "内部id", "원본", "내부 id"}

// limits are words that say how far or until when something is not said.
var limits = [...]string{" unless ", " until ", " before they", " before the user", " only ", " instead", " rather ", " just ", " more than ", " if they ", " again", " already", " themselves",
	" erst ", " bevor ", " solange ", " sondern ", " nur ", " avant ", " sauf ", " seulement", " hasta ", " salvo ", " solo ", " finché ", " prima ", " até ", " apenas ", " пока ", " только ", "除非", "只", "まで", "だけ", "까지", "만 "}

// pointing reports whether a word stands for what was said elsewhere.
func pointing(word string) bool {
	switch word {
	case "this", "that", "it", "these", "those", "about", "of", "the", "a", "an", "to", "do", "any", "anything", "dies", "das", "davon", "nichts", "von", "dem", "der", "sie", "cela", "ça", "de", "la", "le", "al", "du", "esto", "eso", "ello", "questo", "ciò", "isso", "isto", "ao", "o", "об", "этом", "о", "это", "は", "を", "に", "で", "が", "ください", "には":
		return true
	}
	return false
}
