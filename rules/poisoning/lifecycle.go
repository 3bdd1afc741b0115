package poisoning

import "strings"

// "Call this before any other tool of this server" tells an order of calls: every server
// has its own. Of any server it is a claim to come first.

// ofOwnServer reports whether a sentence says what comes before the other tools of the
// server that speaks, and neither names another server nor ranks anything. It is asked
// outside English.
func (c *court) ofOwnServer(s *sentence) bool {
	return s.own.once(func() bool { return c.ownServer(s) })
}

// ownServer finds out the answer to ofOwnServer.
func (c *court) ownServer(s *sentence) bool {
	if s.means&tool == 0 || c.tagger.lang == english {
		return false
	}
	start, end := c.bounds(s)
	said := lower(c.view.Text[start:end])
	own := firstAmong(said, "dieses servers", "este servidor", "ce serveur", "questo server", "deste servidor", "desse servidor", "этого сервера", "данного сервера",
		"本服务器", "此服务器", "该服务器", "这个服务器", "このサーバー", "本サーバー", "当サーバー", "이 서버", "본 서버", "해당 서버")
	if own < 0 || containsAny(said, ranks[:]...) {
		return false
	}
	servers := 0
	for _, w := range [...]string{"server", "servidor", "serveur", "сервер", "服务器", "サーバー", "서버"} {
		servers += strings.Count(said, w)
	}
	return servers == 1
}

// ranks are words for what has rank over others, not for what comes earlier.
var ranks = [...]string{"vorrang", "priorit", "bevorzug", "anstelle", "anstatt", "statt ", "ersetz", "preced", "prefer", "préf", "lugar de", "vez de", "vez das", "sustitu", "reemplaz", "substitu", "place d", "lieu d", "remplac", "posto d", "invece", "sostitu",
	"приоритет", "преимуще", "вместо", "замен", "优先", "代替", "取代", "而不是", "優先", "代わり", "우선", "대신", "대체"}
