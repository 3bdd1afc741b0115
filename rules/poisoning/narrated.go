package poisoning

import "strings"

// A tool that edits the rules of a room, the prompt of a bot or what a session holds
// says in its description that the new replace the old. That tells what happens; an
// order tells the model what to do.

// asTold lowers the weight of displaced instructions where a tool tells what becomes of
// the rules, prompts or sessions that it is there to edit, and calls them mild where
// another tool tells something of the kind.
func (c *court) asTold(m *match, w int) int {
	s := m.sentence
	if m.needs[0] == inner || c.protective(s) || c.addresses(s) {
		return w
	}
	at := m.found[0]
	for _, i := range m.found {
		if s.tokens[i].means&(ignore|priority) != 0 {
			at = i
			break
		}
	}
	told := c.narrates(s, at)
	if c.edits() && (told || c.belongs(s)) {
		return w / 4
	}
	m.mild = told && s.means&inner == 0
	return w
}

// edits reports whether the name or the opening of the tool speaks of rules, prompts,
// rooms or sessions that it changes.
func (c *court) edits() bool {
	if !c.editsKnown {
		c.purpose()
		c.edit, c.editsKnown = namesRules(c.opening), true
	}
	return c.edit
}

// namesRules reports whether the opening of a tool, in small letters, speaks of them.
func namesRules(opening string) bool {
	return containsAny(opening,
		"rule", "prompt", "persona", "instruction", "guardrail", "session", "thread", "channel", "room", "chatbot", "bot", "conversation", "policy", "policies", "filter", "preset", "profile", "context",
		"regel", "ordnung", "satzung", "sitzung", "kanal", "gespräch", "richtlini", "anweisung", "verlauf",
		"règle", "salon", "séance", "consigne", "fil ", "canal",
		"regla", "règlement", "reglament", "regolament", "regulament", "sala", "sesión", "instrucc", "conversac", "política",
		"regol", "canale", "stanza", "sessione", "istruzion", "conversazion",
		"regra", "sessão", "instruç", "conversa",
		"правил", "сесси", "чат", "канал", "промпт", "инструкц", "бот",
		"规则", "規則", "会话", "會話", "对话", "群", "提示词", "机器人", "频道",
		"ルール", "セッション", "会話", "チャンネル", "ルーム", "プロンプト", "ボット", "規則",
		"규칙", "세션", "대화", "채널", "채팅", "프롬프트", "챗봇", "봇")
}

// addresses reports whether a sentence speaks to the model.
func (c *court) addresses(s *sentence) bool {
	if s.means&oblige != 0 {
		return true
	}
	for i := range s.tokens {
		if s.tokens[i].means&model != 0 && !containsAny(c.small(s, i), "bot", "бот", "机器人", "機器人", "ボット", "봇") {
			return true
		}
		switch c.small(s, i) {
		case "you", "your", "yourself", "du", "dein", "deine", "deinen", "vous", "votre", "vos", "tes", "ton", "tu", "tus", "usted", "tue", "tuoi", "você", "seu", "suas", "вы", "ты", "ваши", "твои", "свои":
			return true
		case "sie", "ihr", "ihre", "ihren":
			if c.word(s, i)[0] < 'a' && i > 0 {
				return true
			}
		}
	}
	return containsAny(c.said(s), "你", "您", "あなた", "당신")
}

// narrates reports whether the verb at i has somebody in front of it who does it, or a
// form that no order has.
func (c *court) narrates(s *sentence, i int) bool {
	_, end := c.bounds(s)
	rest := c.view.Text[s.tokens[i].end:max(s.tokens[i].end, end)]
	if stop := strings.IndexAny(rest, ".\n。"); stop >= 0 {
		rest = rest[:stop]
	}
	switch c.tagger.lang {
	case japanese:
		return !containsAny(rest, "ください", "下さい", "なさい", "しろ", "せよ", "こと", "べき", "必要")
	case korean:
		return !containsAny(c.word(s, i)+rest, "세요", "십시오", "시오", "하라", "해라", "할 것", "어야", "해야")
	case chinese:
		return i > 0 && same(&s.tokens[i-1], &s.tokens[i]) && !containsAny(c.said(s), "请", "請", "必须", "必須", "应", "務必", "务必")
	case english:
		if w := c.small(s, i); strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			return true
		}
	case german:
		for k := i + 1; k < len(s.tokens) && k <= i+2; k++ {
			if w := c.small(s, k); w == "werden" || w == "wird" || w == "wurden" {
				return true
			}
		}
	}
	if b := c.word(s, i)[0]; b >= 'A' && b <= 'Z' {
		return false // begins an order, whatever stands in front of it
	}
	return i > 0 && same(&s.tokens[i-1], &s.tokens[i]) && !urges(c.small(s, i-1))
}

// urges reports whether a word in front of a verb leaves it an order.
func urges(word string) bool {
	switch word {
	case "please", "and", "then", "now", "always", "immediately", "just", "simply", "also", "first", "to", "bitte", "und", "dann", "et", "puis", "y", "luego", "e", "poi", "и", "затем":
		return true
	}
	return false
}

// belongs reports whether a sentence says whose the instructions are: "of this thread".
func (c *court) belongs(s *sentence) bool {
	for i := 1; i < len(s.tokens); i++ {
		if !belonging(c.small(s, i)) {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-2; k-- {
			switch c.small(s, k) {
			case "of", "for", "from", "in", "de", "del", "du", "della", "dello", "da", "do", "der", "des", "dieser", "diesem", "этого", "этой":
				return true
			}
		}
	}
	return false
}

// belonging reports whether a word is what holds the rules or messages of others.
func belonging(word string) bool {
	switch word {
	case "session", "thread", "channel", "room", "bot", "chatbot", "group", "workspace", "agent's", "sitzung", "kanals", "raums", "salon", "fil", "canal", "sala", "sesión", "canale", "stanza", "sessione", "sessão", "сессии", "чата", "канала", "бота":
		return true
	}
	return false
}
