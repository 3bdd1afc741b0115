package poisoning

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/text"
)

// Points at which a text is reported, and reported without doubt.
const (
	likely = 50
	sure   = 80
)

// A hit is one place that speaks for poisoning.
type hit struct {
	rule       *analyzer.Rule
	signal     signal
	weight     int
	note       string
	start, end int // bytes of the decoded text
	quote      string
	kind       text.Kind // for hides and disguises
	elsewhere  *mcp.Text // where it stands, if not in the text of the verdict
	soft       bool      // honest texts give this sign as well
}

// A verdict is what is said about one text.
type verdict struct {
	text     *mcp.Text
	score    int
	evidence []hit // strongest first, but see weighIn
	cut      string
}

// A court reads all texts of one listing.
type court struct {
	listing  *mcp.Listing
	names    *names
	tagger   *tagger
	hits     []hit
	text     *mcp.Text
	texts    []mcp.Text // of the owner at hand
	jobKnown bool
	view     *text.View
	reading  text.Reading
	sent     sentence
	clean    map[memo]likeness // texts of this listing that no sign is in and that name no tool
	named    bool              // the text at hand names tools or parameters
	job      concept           // what the tool says it is for
	aimless  bool              // the tool at hand takes nothing and does not say what it does
	opening  string            // its name and the opening of its description, folded

	scriptKnown bool
	foreign     bool // the owner at hand writes in a script that has letters like Latin ones

	experience *experience
	seen       []int32 // by the number of a word: the turn of the sentence that had it last
	turn       int32
	here       likeness        // of the text at hand
	watch      func(*sentence) // sees what is compared, for those who learn from it
}

// A memo is a text by which it is recognized when it comes again.
type memo struct {
	role  mcp.Role
	value string
}

// maxRemembered bounds the texts kept to be recognized when they come again, as
// the same parameter of many tools.
const maxRemembered = 512

// judge reads every text of a listing and returns what is worth reporting. Abroad
// are the names of the tools of all servers in the file.
func judge(l *mcp.Listing, abroad map[string]bool) []verdict {
	return newCourt(l, abroad).all()
}

// courts keeps the memory of courts from listing to listing.
var courts = sync.Pool{New: func() any {
	e := loadExperience()
	return &court{experience: e, seen: make([]int32, len(e.words)), names: newNames(), clean: map[memo]likeness{}}
}}

func newCourt(l *mcp.Listing, abroad map[string]bool) *court {
	c := courts.Get().(*court)
	c.listing = l
	c.names.index(l, abroad)
	c.tagger = borrowTagger(func(name string, quoted bool) concept {
		m := c.names.resolve(name, quoted)
		c.named = c.named || m != 0
		return m
	})
	return c
}

// all judges every owner of the listing.
func (c *court) all() []verdict {
	defer c.close()
	l := c.listing
	var out []verdict
	for from := 0; from < len(l.Texts); {
		to := from + 1
		for to < len(l.Texts) && sameOwner(&l.Texts[from], &l.Texts[to]) {
			to++
		}
		out = append(out, c.owner(l.Texts[from:to])...)
		from = to
	}
	return out
}

// maxKept bounds the entries of what goes from listing to listing.
const maxKept = 2048

// maxTurn is when the counting of sentences begins anew: in other memory, so that no
// word seems to have been seen.
const maxTurn = 1 << 30

// close ends the session. What it leaves to the next one refers to no text.
func (c *court) close() {
	c.tagger.giveBack()
	if len(c.clean) > maxKept || cap(c.hits) > maxKept || !c.names.forget() || c.turn > maxTurn {
		return
	}
	clear(c.clean)
	clear(c.hits[:cap(c.hits)])
	courts.Put(&court{experience: c.experience, seen: c.seen, turn: c.turn, names: c.names, clean: c.clean, hits: c.hits})
}

func sameOwner(a, b *mcp.Text) bool { return a.Tool == b.Tool && a.Owner == b.Owner }

// owner judges the texts of one tool, prompt or resource together: an attack may
// be spread over them.
func (c *court) owner(texts []mcp.Text) []verdict {
	c.names.enter(texts)
	c.job, c.jobKnown, c.texts, c.scriptKnown = 0, false, texts, false
	texts = pieces(texts)
	var found []verdict
	alike := unlike
	for i := range texts {
		if v := c.read(&texts[i]); len(v.evidence) > 0 {
			found = append(found, v)
		}
		alike.join(c.here)
	}
	if alike.doubts() {
		reconsider(found)
	}
	return c.weighIn(&alike, combine(found))
}

// A text of any length is judged in pieces, so that no order hides behind a budget.
// Pieces overlap: an order that a cut goes through stands whole in the next one.
const (
	maxPiece = 256 << 10 // bytes; fewer words than one text may have
	overlap  = 4 << 10
)

// pieces cuts the texts that are too long for one reading.
func pieces(texts []mcp.Text) []mcp.Text {
	if !slices.ContainsFunc(texts, func(t mcp.Text) bool { return len(t.Value) > maxPiece }) {
		return texts
	}
	var all []mcp.Text
	for _, t := range texts {
		whole, start := t.String, 0
		for len(whole.Value)-start > maxPiece {
			end := runeStart(whole.Value, start+maxPiece)
			t.String = whole.Slice(start, end)
			all = append(all, t)
			start = wordStartIn(whole.Value, end-overlap, end)
		}
		if start > 0 {
			t.String = whole.Slice(start, len(whole.Value))
		}
		all = append(all, t)
	}
	return all
}

// wordStartIn returns where the first word begins between two offsets, or the first
// character.
func wordStartIn(s string, from, to int) int {
	if blank := strings.IndexByte(s[from:to], ' '); blank >= 0 {
		return from + blank + 1
	}
	return runeStart(s, from)
}

// runeStart returns the start of the character at i, if the text is well-formed.
func runeStart(s string, i int) int {
	for back := 0; back < utf8.UTFMax && i-back > 0 && i < len(s); back++ {
		if utf8.RuneStart(s[i-back]) {
			return i - back
		}
	}
	return i
}

// combine lets weak signs in several texts of one owner add up: one verdict then
// stands at the strongest of them.
func combine(found []verdict) []verdict {
	var out []verdict
	best, total := -1, 0
	var seen [signals]int
	for i := range found {
		if found[i].score >= likely {
			out = append(out, found[i])
			continue
		}
		for _, h := range found[i].evidence {
			if h.weight > seen[h.signal] {
				total += h.weight - seen[h.signal]
				seen[h.signal] = h.weight
			}
		}
		if best < 0 || found[i].score > found[best].score {
			best = i
		}
	}
	if len(out) == 0 && best >= 0 {
		v := found[best]
		if spread := found[best].score + (total-found[best].score)/2; spread >= likely {
			v.score = spread
		}
		out = append(out, v)
	}
	return out
}

// read judges one text.
func (c *court) read(t *mcp.Text) verdict {
	c.text, c.hits, c.here = t, c.hits[:0], unlike
	if identifier(t.Role) && len(t.Value) < 4 {
		return verdict{text: t}
	}
	mayRecur := t.Parameter != "" && len(t.Value) < maxRemembered && !identifier(t.Role)
	if mayRecur {
		if known, ok := c.clean[memo{t.Role, t.Value}]; ok {
			c.here = known
			c.here.text = t
			return verdict{text: t}
		}
	}
	r := &c.reading
	if text.Plain(t.Value) {
		*r = text.Reading{View: text.View{Text: t.Value}}
	} else {
		*r = text.Read(t.Value)
		c.tricks(r)
	}
	c.view = &r.View
	c.named = false
	c.look(&r.View)
	for i := range r.Inner {
		c.view = &r.Inner[i]
		before := len(c.hits)
		c.look(&r.Inner[i])
		for k := before; k < len(c.hits); k++ {
			c.hits[k].weight += 20 // nobody encodes an order by accident
		}
	}
	c.place(t)
	if len(c.hits) == 0 && !c.named && mayRecur {
		c.clean[memo{t.Role, t.Value}] = c.here
	}
	return c.verdict(t, r.Cut)
}

// look judges one view of a text.
func (c *court) look(v *text.View) {
	if identifier(c.text.Role) && !strings.Contains(v.Text, " ") && !strings.Contains(v.Text, "_") {
		return
	}
	c.markers(v.Text)
	c.broken(v.Text)
	tokens := c.tagger.tag(v.Text)
	sentences(tokens, c.tagger.lang, &c.sent, func() { c.sentence(&c.sent) })
}

// sentence weighs one sentence.
func (c *court) sentence(s *sentence) {
	s.param = aboutParameter(c.text.Role)
	stated := s.index == 0 && c.text.Role == mcp.RoleDescription && s.means&(oblige|model) == 0
	c.strangers(s)
	if s.means&gate() != 0 {
		c.weigh(s, stated)
	}
	c.harm(s)
	c.says(s)
	c.ordering(s)
	c.compare(s)
}

// strangers takes a name with a capital letter behind "to" or "with", in a sentence
// about handing something on, for an outsider: "sent to Castelmora Group". A name
// that the tool speaks of, and German nouns, are none.
func (c *court) strangers(s *sentence) {
	if s.means&(send|copies) == 0 || c.tagger.lang == german {
		return
	}
	for i := 1; i < len(s.tokens); i++ {
		t := &s.tokens[i]
		w := c.word(s, i)
		if t.means != 0 || t.quoted || len(w) < 4 || w[0] < 'A' || w[0] > 'Z' || w[1] < 'a' || w[1] > 'z' {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-2; k-- {
			if towards(c.word(s, k)) {
				if !c.speaksOf(w) {
					t.means |= elsewhere
					s.means |= elsewhere
				}
				break
			}
		}
	}
}

// towards reports whether a word is a preposition that stands before who receives
// something.
func towards(word string) bool {
	switch word {
	case "to", "with", "by", "at", "a", "al", "con", "para", "à", "avec", "chez", "alla", "ad", "à la", "com", "ao":
		return true
	}
	return false
}

// weigh counts the frames that a sentence matches.
func (c *court) weigh(s *sentence, stated bool) {
	for i, needs := range frameNeeds() {
		if s.means&needs[0] == 0 || s.means&needs[1] == 0 {
			continue
		}
		f := &frames[i]
		if f.param && !aboutParameter(c.text.Role) || f.english && c.tagger.lang != english {
			continue
		}
		found, ok := s.match(f)
		if !ok {
			continue
		}
		w := f.weight
		if c.tagger.lang != english && w < strong {
			w = w * 9 / 10 // fewer texts of other languages have been tried
		}
		against := (s.means | s.before&consent) & f.bar
		if s.means&(person|model) == 0 {
			against &^= tell // nobody is told
		}
		switch {
		case against&^(ask|tell) != 0:
			w -= 40
		case against != 0:
			w -= 20
		}
		job := c.purpose()
		if f.job != 0 && job&f.job != 0 {
			w /= 2
		}
		low, high, quoted := len(s.tokens), 0, true
		for _, at := range found[:len(f.needs)] {
			low, high = min(low, at), max(high, at)
			quoted = quoted && s.tokens[at].quoted
			if s.tokens[at].means&secretPath != 0 && at > 0 && lower(c.word(s, at-1)) == "into" {
				w /= 2 // the file is where something is put
			}
			if from := s.tokens[at].start; f.bare && s.tokens[at].means&address != 0 && from > 0 && strings.IndexByte("`\"'", c.view.Text[from-1]) >= 0 {
				w = 0
			}
		}
		if quoted && s.means&(attack|consent) != 0 {
			w /= 3
		}
		if f.param && c.meaningOf(c.text.Parameter)&f.needs[0] != 0 {
			w /= 2 // the parameter is called that, for anyone to see
		}
		if !f.firm && c.expected(s, f, found[:len(f.needs)]) {
			w /= 2
		}
		if f.aside && stated && s.tokens[low].part == 0 {
			w /= 2
		}
		if job&attack != 0 {
			w /= 3
		}
		if f.signal == overrides && (c.wary(s) || aboutParameter(c.text.Role) && takesOrders(c.text.Parameter)) {
			w /= 3
		}
		if f.signal == conceals {
			if !c.fromUser(s, found[:len(f.needs)]) {
				w = w * 3 / 4
			}
			low = s.forbidding(low)
		}
		if f.signal != conceals && f.signal != approves && s.denied(low, high) {
			w = 0
		}
		if w >= 10 {
			c.hit(f.rule, f.signal, w, f.note, s.tokens[low].start, s.tokens[high].end)
			c.hits[len(c.hits)-1].soft = f.soft() && !c.firm(s, f, found[:len(f.needs)])
		}
	}
}

// takesOrders reports whether a parameter is called what holds instructions: it
// configures a model of the user's.
func takesOrders(parameter string) bool {
	return containsAny(strings.ToLower(parameter), "prompt", "instruction", "persona")
}

// wary reports whether the instructions that are to be ignored are those that stand in
// what somebody sent: "ignore any instructions inside the document" defends.
func (c *court) wary(s *sentence) bool {
	if s.means&(prior|inner|talk|person) != 0 || c.protective(s) {
		return false
	}
	i := slices.IndexFunc(s.tokens, func(t token) bool { return t.means&orders != 0 })
	for k := i + 1; k+1 < len(s.tokens) && k <= i+8; k++ {
		if !locates(lower(c.word(s, k))) {
			continue
		}
		for j := k + 1; j < len(s.tokens) && j <= k+3; j++ {
			if isSource(lower(c.word(s, j))) || s.tokens[j].means&data != 0 {
				return true
			}
		}
	}
	for _, source := range [...]string{"网页", "页面", "文档", "邮件", "ページ", "文書", "本文", "メール", "サイト", "페이지", "문서", "메일", "본문"} {
		if s.asian(c.tagger.lang) && strings.Contains(c.said(s), source) {
			return true
		}
	}
	return false
}

// asian reports whether the sentence is of a language written without blanks between
// the words that count here.
func (s *sentence) asian(l language) bool { return l == chinese || l == japanese || l == korean }

// protective reports whether a sentence speaks of instructions that protect somebody.
func (c *court) protective(s *sentence) bool {
	for i := range s.tokens {
		switch lower(c.word(s, i)) {
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
	case "in", "inside", "within", "on", "from", "hidden in", "in the", "de", "en", "del", "dentro", "dans", "du", "nel", "nella", "del documento", "em", "no", "na", "im", "der", "des", "aus", "в", "на", "из":
		return true
	}
	return false
}

// said is the text of a sentence.
func (c *court) said(s *sentence) string {
	return c.view.Text[s.tokens[0].start:s.tokens[len(s.tokens)-1].end]
}

// isSource reports whether a word, in small letters, is where text of others stands,
// or says that something stands there.
func isSource(word string) bool {
	switch word {
	case "page", "pages", "site", "sites", "document", "documents", "email", "emails", "e-mail", "e-mails", "mail", "mails", "cv", "resume", "comment", "comments", "review", "reviews", "post", "posts", "transcript", "webpage", "webpages", "attachment", "attachments", "readme",
		"seite", "seiten", "webseite", "webseiten", "dokument", "dokuments", "lebenslauf",
		"página", "páginas", "documento", "documentos", "correo", "correos", "sitio", "currículo",
		"courriel", "courriels", "pagina", "pagine", "sito",
		"странице", "страницы", "документе", "документа", "письме":
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

// expected reports whether the outsider or the file that a match rests on is one
// that the name or the opening of the tool speaks of.
func (c *court) expected(s *sentence, f *frame, found []int) bool {
	for k, at := range found {
		if f.needs[k]&(third|elsewhere|secretPath) == 0 || s.tokens[at].means&(third|elsewhere|secretPath) == 0 {
			continue
		}
		for _, w := range strings.FieldsFunc(c.word(s, at), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if c.speaksOf(w) {
				return true
			}
		}
	}
	return false
}

// firm reports whether a match of a soft frame is of a kind that honest texts hardly
// have: hiding from the user, asking for the model's own instructions.
func (c *court) firm(s *sentence, f *frame, found []int) bool {
	switch f.signal {
	case conceals:
		return c.fromUser(s, found)
	case harvests:
		return slices.ContainsFunc(s.tokens, func(t token) bool {
			return t.means&inner != 0 && containsAny(lower(c.view.Text[t.start:t.end]), "prompt", "instruc", "anweisung", "提示", "プロンプト", "프롬프트", "промпт")
		})
	}
	return false
}

// fromUser reports whether the person of a match is the one whom the model serves. A
// house may have a rule that customers or pupils are not told something yet; of the
// user honest texts hardly say so.
func (c *court) fromUser(s *sentence, found []int) bool {
	for _, at := range found {
		t := &s.tokens[at]
		if t.means&person == 0 || !isUser(lower(c.word(s, at))) || strings.HasPrefix(c.view.Text[t.end:], "-") {
			continue
		}
		return at == 0 || !anotherUser(lower(c.word(s, at-1)))
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
func isUser(word string) bool {
	for _, beginning := range [...]string{"user", "human", "nutzer", "benutzer", "anwender", "usuari", "utilisateur", "utilisatrice", "utent", "usuári", "utilizador", "пользовател", "用户", "用戶", "使用者", "ユーザ", "利用者", "사용자", "이용자"} {
		if strings.HasPrefix(word, beginning) {
			return true
		}
	}
	return false
}

// meaningOf returns what the words of an identifier mean.
func (c *court) meaningOf(name string) (m concept) {
	for _, w := range splitName(name) {
		m |= c.tagger.lexicon.meaning(w)
	}
	return m
}

// speaksOf reports whether the tool's name or opening has a word that begins like
// w.
func (c *court) speaksOf(w string) bool {
	c.purpose()
	w = strings.ToLower(w)
	switch n := utf8.RuneCountInString(w); {
	case n < 3 && w[0] < 0x80 || commonPart(w):
		return false
	case n > 6 && w[0] < 0x80:
		w = w[:6]
	}
	if w[0] >= utf8.RuneSelf {
		return strings.Contains(c.opening, w)
	}
	for rest := c.opening; ; {
		at := strings.Index(rest, w)
		if at < 0 {
			return false
		}
		if at == 0 || !inWord(rest[at-1]) || rest[at-1] == '_' || rest[at-1] == '/' || rest[at-1] == '.' {
			return true
		}
		rest = rest[at+1:]
	}
}

// commonPart reports whether a word is a part of paths and phrases that names nothing.
func commonPart(word string) bool {
	switch word {
	case "the", "and", "our", "home", "users", "user", "config", "file", "for", "with", "are", "data", "any":
		return true
	}
	return false
}

// hit records a sign at a part of the current view.
func (c *court) hit(rule *analyzer.Rule, sig signal, weight int, note string, start, end int) {
	back := c.view.Back(start, end)
	c.hits = append(c.hits, hit{rule: rule, signal: sig, weight: weight, note: note, start: back.Start, end: back.End, quote: c.view.Text[start:min(end, len(c.view.Text))]})
}

// verdict counts every signal once, at its strongest.
func (c *court) verdict(t *mcp.Text, cut string) verdict {
	v := verdict{text: t, cut: cut}
	if len(c.hits) == 0 {
		return v
	}
	var best [signals]int
	for i := range best {
		best[i] = -1
	}
	for i := range c.hits {
		s := c.hits[i].signal
		if best[s] < 0 || c.hits[i].weight > c.hits[best[s]].weight {
			best[s] = i
		}
	}
	for _, i := range best {
		if i >= 0 {
			v.evidence = append(v.evidence, c.hits[i])
		}
	}
	for i := 1; i < len(v.evidence); i++ {
		for j := i; j > 0 && v.evidence[j].weight > v.evidence[j-1].weight; j-- {
			v.evidence[j], v.evidence[j-1] = v.evidence[j-1], v.evidence[j]
		}
	}
	for i := range v.evidence {
		if !repeats(v.evidence[:i], &v.evidence[i]) {
			v.score += v.evidence[i].weight
		}
	}
	return v
}

// repeats reports whether a sign rests on the words of a stronger one: it is not
// independent of it then.
func repeats(stronger []hit, h *hit) bool {
	for i := range stronger {
		s := &stronger[i]
		if s.kind == 0 && h.kind == 0 && 2*(min(s.end, h.end)-max(s.start, h.start)) > max(s.end-s.start, h.end-h.start) {
			return true
		}
	}
	return false
}

// purpose returns what the tool says it is for. It is worked out when something
// first asks: most texts never do.
func (c *court) purpose() concept {
	if !c.jobKnown {
		c.job, c.jobKnown = c.jobOf(c.texts), true
	}
	return c.job
}

// jobOf returns what the tool says it is for: its name and the sentence that
// opens its description.
func (c *court) jobOf(texts []mcp.Text) concept {
	var job concept
	c.opening = ""
	for i := range texts {
		switch texts[i].Role {
		case mcp.RoleName:
			c.opening += " " + strings.ToLower(texts[i].Value)
			for _, w := range splitName(texts[i].Value) {
				job |= c.tagger.lexicon.meaning(w) &^ attack // a name is no proof of a good cause
			}
		case mcp.RoleDescription:
			if texts[i].Parameter != "" {
				continue
			}
			if len(c.opening) > maxOpening {
				continue
			}
			c.opening += " " + strings.ToLower(openingOf(texts[i].Value))
			job |= c.meaningOfText(openingOf(texts[i].Value))
			if !examines(texts[i].Value) {
				job &^= attack
			}
		}
	}
	return job
}

// maxOpening bounds what is kept of how an owner introduces itself.
const maxOpening = 1 << 10

// meaningOfText returns what the words of a text mean. A tool that detects languages
// knows nothing of attacks.
func (c *court) meaningOfText(s string) (m concept) {
	work := borrowTagger(c.names.resolve)
	defer work.giveBack()
	tokens := work.tag(s)
	for i := range tokens {
		if strings.HasPrefix(tokens[i].folded, "detect") {
			m |= tokens[i].means &^ attack
		} else {
			m |= tokens[i].means
		}
	}
	return m
}

// examines reports whether a description begins by saying that the tool looks at
// or explains something: text about attacks is its subject then. A word for an
// attack alone excuses nothing. Outside English the word is enough.
func examines(s string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	first = strings.ToLower(first)
	for _, verb := range [...]string{"detect", "scan", "search", "find", "describ", "explain", "check", "analy", "test", "report", "audit", "classif", "flag", "block", "filter", "inspect", "list", "identif", "review", "score", "assess", "connect", "protect", "prevent", "guard", "monitor", "validat", "sanit", "redact", "mask"} {
		if strings.HasPrefix(first, verb) {
			return true
		}
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return true
		}
	}
	return false
}

// openingOf returns a part of a description that holds its first sentence.
func openingOf(s string) string {
	s = s[:min(len(s), 200)]
	if at := strings.IndexAny(s, "。！？；，、"); at > 0 {
		return s[:at]
	}
	for i := 1; i+1 < len(s); i++ {
		if i > 1 && strings.IndexByte(".\n;:!?(", s[i]) >= 0 && (s[i] == '(' || s[i+1] == ' ' || s[i+1] == '\n') || i > 24 && s[i] == ',' {
			return s[:i]
		}
	}
	return s
}

// aboutParameter reports whether texts of the role say what to put into one
// parameter.
func aboutParameter(r mcp.Role) bool {
	return r == mcp.RoleParameterDescription || r == mcp.RoleParameterTitle || r == mcp.RoleSchemaComment ||
		r == mcp.RoleUnknownKeyword || r == mcp.RolePromptArgument || r == mcp.RoleDefault || r == mcp.RoleExample
}

func identifier(r mcp.Role) bool { return r <= mcp.RoleEnum }

// splitName splits an identifier into lower-case words.
func splitName(name string) []string {
	var words []string
	start := 0
	flush := func(end int) {
		if end > start {
			words = append(words, strings.ToLower(name[start:end]))
		}
	}
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c == '_' || c == '-' || c == '.' || c == ' ' || c == '/':
			flush(i)
			start = i + 1
		case i > start && c >= 'A' && c <= 'Z' && name[i-1] >= 'a' && name[i-1] <= 'z':
			flush(i)
			start = i
		}
	}
	flush(len(name))
	return words
}
