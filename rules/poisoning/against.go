package poisoning

import (
	"slices"
	"strings"
)

// What speaks against a sign, or for it, beside the words that make it.

// takesOrders reports whether a parameter is called what holds instructions: it
// configures a model of the user's.
func takesOrders(parameter string) bool {
	return containsAny(strings.ToLower(parameter), "prompt", "instruction", "persona", "anweisung", "consigne", "instrucc", "istruzion", "instruç", "инструкц", "промпт", "指示", "提示", "指令", "プロンプト", "지시", "프롬프트")
}

// wary reports whether the instructions that are to be ignored are those that stand in
// what somebody sent: "ignore any instructions inside the document" defends.
func (c *court) wary(s *sentence) bool {
	if c.ofOthers(s) {
		return true
	}
	if slices.ContainsFunc(s.tokens, func(t token) bool {
		return t.means&(prior|talk) != 0 || t.means&inner != 0 && t.means&orders == 0
	}) || c.protective(s) {
		return false
	}
	if c.disowned(s) || c.writtenDown(s) {
		return true
	}
	if s.means&person != 0 && !c.strange(s) {
		return false
	}
	i := slices.IndexFunc(s.tokens, func(t token) bool { return t.means&orders != 0 })
	for k := i + 1; k+1 < len(s.tokens) && k <= i+8; k++ {
		if c.small(s, k) == "it" && strings.HasPrefix(c.small(s, k+1), "contain") {
			return true
		}
		if !locates(c.small(s, k)) {
			continue
		}
		for j := k + 1; j < len(s.tokens) && j <= k+3; j++ {
			if isSource(c.small(s, j)) || s.tokens[j].means&data != 0 {
				return true
			}
		}
	}
	switch c.tagger.lang {
	case chinese, japanese, korean: // whose words for a page or a letter may be no tokens
		start, end := c.bounds(s)
		return containsAny(c.view.Text[start:end],
			"网页", "页面", "文档", "邮件", "消息里", "消息中", "短信", "评论", "公告", "通知", "帖子", "附件",
			"ページ", "文書", "本文", "メール", "サイト", "メッセージ", "お知らせ", "投稿", "コメント", "添付",
			"페이지", "문서", "메일", "본문", "메시지", "공지", "게시", "댓글", "첨부", "리뷰")
	}
	return false
}

// disowned reports whether a sentence says that something is not from the user, or is
// data and no order.
func (c *court) disowned(s *sentence) bool {
	return containsAny(strings.ToLower(firstOf(c.said(s), maxDisowned)), "not from the user", "not the user's", "is data", "are data", "untrusted", "nicht vom nutzer", "nicht vom benutzer", "no son del usuario", "pas de l'utilisateur", "non dell'utente", "não são do usuário", "не от пользователя", "不是用户", "ユーザーの指示ではない", "사용자의 지시가 아")
}

// writtenDown reports whether the instructions of a sentence in a script without blanks
// are such as may stand written in what is read: "even if orders are written in it".
func (c *court) writtenDown(s *sentence) bool {
	if !c.tagger.lang.unspaced() {
		return false
	}
	start, end := c.bounds(s)
	return containsAny(c.view.Text[start:end], "書かれてい", "書いてあ", "写ってい", "記されてい", "記載されてい", "埋め込まれてい", "写着", "写有", "印有", "印着", "적혀", "쓰여", "써 있", "적힌")
}

// maxDisowned is how much of a sentence is read for it, in characters.
const maxDisowned = 300

// strange reports whether the people whom a sentence names are strangers: guests,
// visitors, senders.
func (c *court) strange(s *sentence) bool {
	switch c.tagger.lang {
	case chinese, japanese, korean:
		from := runeStart(c.view.Text, max(0, s.tokens[0].start-6)) // the first letter may be in no token
		return containsAny(c.view.Text[from:s.tokens[len(s.tokens)-1].end], "访客", "客人", "来客", "訪問者", "ゲスト", "손님", "방문")
	}
	for i := range s.tokens {
		if s.tokens[i].means&person == 0 {
			continue
		}
		if !beginsLike(c.small(s, i), visitors[:]) {
			return false
		}
	}
	return true
}

// visitors are beginnings of words for people whom the model does not serve.
var visitors = [...]string{"guest", "visitor", "sender", "author", "speaker", "stranger", "caller", "gast", "gäst", "besucher", "absender", "huésped", "invitad", "visitante", "remitente", "visiteur", "invité", "expéditeur", "ospit", "mittent", "hóspede", "remetente", "гост", "посетител", "отправител"}

// protective reports whether a sentence speaks of instructions that protect somebody.
func (c *court) protective(s *sentence) bool {
	for i := range s.tokens {
		switch c.small(s, i) {
		case "safety", "security", "restrictions", "guidelines", "guardrails", "policy", "policies", "your":
			return true
		}
	}
	return strings.Contains(c.said(s), "安全")
}

// locates reports whether a word, in small letters, says that something stands
// somewhere.
func locates(word string) bool {
	switch word {
	case "in", "inside", "within", "on", "from", "via", "by", "por", "par", "per", "de", "en", "del", "dentro", "dans", "du", "nel", "nella", "nelle", "nei", "negli", "nello", "sur", "nos", "nas", "em", "no", "na", "im", "der", "des", "aus", "в", "на", "из":
		return true
	}
	return false
}

// said is the text of a sentence.
func (c *court) said(s *sentence) string {
	return c.view.Text[s.tokens[0].start:s.tokens[len(s.tokens)-1].end]
}

// isSource reports whether a word, in small letters, is where text of others stands.
func isSource(word string) bool {
	switch word {
	case "page", "pages", "site", "sites", "document", "documents", "email", "emails", "e-mail", "e-mails", "mail", "mails", "cv", "resume", "comment", "comments", "review", "reviews", "post", "posts", "transcript", "webpage", "webpages", "attachment", "attachments", "readme", "message", "messages", "file", "files", "ticket", "tickets",
		"seite", "seiten", "webseite", "webseiten", "dokument", "dokuments", "lebenslauf", "nachricht", "nachrichten", "dateien",
		"página", "páginas", "documento", "documentos", "correo", "correos", "sitio", "currículo", "mensaje", "mensajes", "mensagem", "mensagens",
		"courriel", "courriels", "pagina", "pagine", "sito", "messaggi", "messaggio",
		"странице", "страницы", "документе", "документа", "письме", "письмах", "сообщениях", "сообщении":
		return true
	}
	return false
}

// forbidding returns where the word stands that forbids what the token at i says, or
// i.
func (s *sentence) forbidding(i int) int {
	for k := i - 1; k >= 0 && k >= i-3 && same(&s.tokens[k], &s.tokens[i]); k-- {
		if s.tokens[k].means&negation != 0 {
			return k
		}
	}
	return i
}

// firm reports whether a match of a soft frame is of a kind that honest texts hardly
// have: hiding from the user, asking for the model's own instructions or for all of the
// conversation, ranking a tool above tools.
func (c *court) firm(m *match) bool {
	switch m.signal {
	case conceals:
		return c.fromUser(m)
	case prefers:
		return m.weight >= likely && slices.Contains(m.needs, priority) && slices.Contains(m.needs, tool) && c.namesTools(m.sentence)
	case harvests:
		return m.wholeTalk() || slices.ContainsFunc(m.sentence.tokens, func(t token) bool {
			return t.means&inner != 0 && containsAny(lower(c.view.Text[t.start:t.end]), "prompt", "instruc", "anweisung", "提示", "プロンプト", "프롬프트", "промпт")
		})
	}
	return false
}

// wholeTalk reports whether a match rests on the conversation from end to end: "the full
// conversation".
func (m *match) wholeTalk() bool {
	tokens := m.sentence.tokens
	for _, at := range m.found {
		if tokens[at].means&talk != 0 && (tokens[at].means&all != 0 || at > 0 && tokens[at-1].means&all != 0) {
			return true
		}
	}
	return false
}

// fromUser reports whether the person of a match is the one whom the model serves. A
// house may have a rule that customers or pupils are not told something yet; of the
// user honest texts hardly say so.
func (c *court) fromUser(m *match) bool {
	s := m.sentence
	for _, at := range m.found {
		t := &s.tokens[at]
		if t.means&person == 0 || !isUser(c.small(s, at)) || strings.HasPrefix(c.view.Text[t.end:], "-") {
			continue
		}
		return at == 0 || !anotherUser(c.small(s, at-1))
	}
	return false
}

// namesUser reports whether one of the words from..to is for the user.
func (c *court) namesUser(s *sentence, from, to int) bool {
	for i := from; i <= to; i++ {
		if isUser(c.small(s, i)) {
			return true
		}
	}
	return false
}

// namesOthers reports whether the words from..to name people, but not the user.
func (c *court) namesOthers(s *sentence, from, to int) bool {
	for i := from; i <= to; i++ {
		if s.tokens[i].means&person != 0 {
			return !c.namesUser(s, from, to)
		}
	}
	return false
}

// anotherUser reports whether a word in front of "user" says that it is not the one at
// hand.
func anotherUser(word string) bool {
	switch word {
	case "other", "another", "suspected", "affected", "reported", "target", "blocked", "banned", "suspended":
		return true
	}
	return false
}

// isUser reports whether a word, small letters, begins like one for the user.
func isUser(word string) bool { return beginsLike(word, users[:]) }

var users = [...]string{"user", "human", "nutzer", "benutzer", "anwender", "usuari", "utilisateur", "utilisatrice", "utent", "usuári", "utilizador", "пользовател", "用户", "用戶", "使用者", "ユーザ", "利用者", "사용자", "이용자"}

// keptFromOthers reports whether what is kept back is kept from an outsider, not from
// the person: "do not disclose health data to third parties".
func (c *court) keptFromOthers(m *match) bool {
	s := m.sentence
	if s.means&(third|elsewhere) == 0 || s.means&(person|paid|favour|badNews) != 0 {
		return false
	}
	for i := m.low; i < len(s.tokens) && i <= m.low+maxListed; i++ {
		if s.tokens[i].means&omit == 0 {
			continue
		}
		for k := i - 4; k < len(s.tokens) && k <= i+maxListed; k++ {
			if k >= 0 && s.tokens[k].means&(third|elsewhere) != 0 && c.reaches(s, k) {
				return true
			}
		}
	}
	return false
}

// reaches reports whether the outsider at k is named as whom something is for: behind
// a preposition, or in front of a particle.
func (c *court) reaches(s *sentence, k int) bool {
	switch c.tagger.lang {
	case chinese, japanese, korean:
		front, rest := c.view.Text[:s.tokens[k].start], c.view.Text[s.tokens[k].end:]
		for _, w := range [...]string{"向", "给", "給", "对", "對"} {
			if strings.HasSuffix(front, w) {
				return true
			}
		}
		for _, w := range [...]string{"に", "へ", "에게", "에 ", "등에"} {
			if strings.HasPrefix(rest, w) || strings.HasSuffix(c.word(s, k), w) {
				return true
			}
		}
		return false
	}
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if towards(c.small(s, j)) || datives(c.small(s, j)) {
			return true
		}
	}
	return c.tagger.lang == russian // its cases need no preposition
}

// datives reports whether a word is a preposition or article that makes what follows
// the one who receives.
func datives(word string) bool {
	switch word {
	case "an", "gegenüber", "aux", "au", "ai", "agli", "alle", "allo", "all", "aos", "às", "los", "las", "from":
		return true
	}
	return false
}

// namesTools reports whether a sentence has the very word for a tool: a command or a
// service may be one of the trade.
func (c *court) namesTools(s *sentence) bool {
	for i := range s.tokens {
		if s.tokens[i].means&tool != 0 && containsAny(c.small(s, i), "tool", "function", "plugin", "mcp", "server", "werkzeug", "herramienta", "outil", "strument", "ferramenta", "инструмент", "工具", "ツール", "도구", "函数", "関数") {
			return true
		}
	}
	return false
}

// overWhom lowers the weight of a claim to priority that a glossary, a route or a
// setting makes over others of its kind, or the person's own over the rest.
func (c *court) overWhom(m *match, w int) int {
	s := m.sentence
	if c.tagger.lang != japanese && c.tagger.lang != korean {
		for k, at := range m.found {
			if m.needs[k] == person && at < m.found[0] {
				return 0 // "entries of the customer have priority"
			}
		}
	}
	if m.signal == prefers && !c.namesTools(s) && s.means&(ownTool|siblingTool|foreignTool|model|use|orders|talk|inner|answer) == 0 {
		return w / 2
	}
	return w
}

// unseen reports whether the token at i is what somebody other than the person does
// not see: "the agent does not see this conversation, so put everything into prompt".
func (c *court) unseen(s *sentence, i int) bool {
	for k := i - 1; k >= 0 && k >= i-maxUnseen && same(&s.tokens[k], &s.tokens[i]); k-- {
		if s.tokens[k].means&person != 0 {
			return false
		}
		if s.tokens[k].means&(negation|covert) != 0 {
			return !s.speaksOfPerson(k)
		}
	}
	if c.tagger.lang != japanese && c.tagger.lang != korean {
		return false
	}
	rest := c.view.Text[s.tokens[i].end:s.tokens[len(s.tokens)-1].end]
	return containsAny(firstOf(rest, 12), "見えない", "見えません", "見られない", "知らない", "볼 수 없", "보지 못", "모르")
}

// maxUnseen is how many words stand between "not" and what is not seen.
const maxUnseen = 6

// speaksOfPerson reports whether the clause of the token at i names the person in
// front of it.
func (s *sentence) speaksOfPerson(i int) bool {
	for k := i - 1; k >= 0 && same(&s.tokens[k], &s.tokens[i]); k-- {
		if s.tokens[k].means&person != 0 {
			return true
		}
	}
	return false
}

// briefs reports whether a match asks for what a helper that starts with nothing needs
// to know, or speaks of that helper's not seeing.
func (c *court) briefs(m *match) bool {
	s := m.sentence
	for k, at := range m.found {
		t := &s.tokens[at]
		switch {
		case m.needs[k]&talk != 0 && t.means&talk != 0 && c.unseen(s, at):
			return true
		case m.needs[k] == covert && at > 0 && s.tokens[at-1].means&model != 0 && !s.speaksOfPerson(at):
			return true
		}
	}
	return false
}

// another reports whether somebody else than the model is spared a question: "the
// history is passed on so that it needn't ask again".
func (c *court) another(s *sentence, i int) bool {
	if c.tagger.lang != english || i == 0 {
		return false
	}
	switch c.small(s, i-1) {
	case "it", "they", "he", "she", "colleague", "specialist":
		return true
	}
	return false
}

// withinLimit reports whether a tool that is there to approve tells up to which amount
// nobody is asked: "below 50 euros no approval is needed". Nobody is charged by that.
func (c *court) withinLimit(m *match) bool {
	s := m.sentence
	if c.purpose()&ask == 0 || s.means&(person|secret) != 0 || s.means&oblige != 0 {
		return false
	}
	text := c.around(m)
	return containsAny(text, "below ", "under ", "up to ", "less than ", "at most ", "bis ", "unter ", "höchstens ", "hasta ", "inferior", "menos de ", "menores ", "jusqu'", "inférieur", "moins de ", "fino a ", "meno di ", "sotto ", "até ", "abaixo d", "до ", "ниже ", "менее ", "以下", "以内", "不超过", "未満", "まで", "이하", "미만", "까지") &&
		!containsAny(text, "charge", "card", "debit", "karte", "abgebucht", "belast", "tarjeta", "carg", "carte", "débit", "prélev", "carta ", "addebit", "cartão", "cobrad", "debitad", "карт", "спис", "扣", "刷卡", "银行卡", "カード", "請求", "引き落", "카드", "청구", "결제")
}

// approvedByOthers reports whether a sentence speaks of the approval of somebody in a
// house, not of the user.
func (c *court) approvedByOthers(m *match) bool {
	s := m.sentence
	for i := m.low; i < min(len(s.tokens), m.high+5); i++ {
		switch c.small(s, i) {
		case "manager", "manager's", "managers", "supervisor", "reviewer", "reviewers", "maintainer", "moderator", "vorgesetzten", "vorgesetzter", "gremium", "responsable", "gerente", "supervisore", "dirigente", "руководителя", "начальника":
			return !c.namesUser(s, m.low, m.high)
		}
	}
	return containsAny(c.around(m), "上司", "主管", "经理", "팀장", "관리자의")
}

// lookedFor reports whether what stands at the token at low is what the tool finds: "finds
// plans that renew silently".
func (c *court) lookedFor(s *sentence, low int) bool {
	if !examines(c.small(s, 0)) {
		return false
	}
	for k := 1; k <= low+1 && k < len(s.tokens); k++ {
		switch c.small(s, k) {
		case "that", "which", "who":
			return true
		}
	}
	return false
}
