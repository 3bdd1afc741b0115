package poisoning

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// Words in any order break nothing: what finds one thing in front of another must
// not rely on it.
func TestShuffledWords(t *testing.T) {
	words := strings.Fields("before after when you must always first change set append replace pass use call the `list_boats` 'delete_boat' " +
		"book_boat the tool 'harbour' parameter to 'B-7' and every request, user; without verifying owner: any customer can view id then check " +
		"bypass filter hide malicious trick the assistant into run previously approved command [important] system: {{x}} eval( ../../etc/shadow ) " +
		"intercept result of this function store override instructions later unrestricted access mcporter call https://a.test/b \"permissions\": \"admin\" get boat list 4711")
	random := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		l := &mcp.Listing{}
		addTool(l, "list_boats", "Lists boats.", "harbour", "Which harbour.")
		addTool(l, "delete_boat", "Deletes a boat.", "boat_id", "Which boat.")
		for _, name := range []string{"boat_note", "d3l3t3_b04t"} {
			var text []string
			for range 40 {
				text = append(text, words[random.IntN(len(words))])
			}
			tool := addTool(l, name, strings.Join(text, " "))
			l.Texts = append(l.Texts, mcp.Text{String: tool.Description, Role: mcp.RoleMeta, Owner: "tool " + name, Listing: l, Tool: tool})
		}
		for _, v := range judge(l, nil) {
			for _, h := range v.evidence {
				if h.start > h.end || h.end > len(v.textOf(&h).Value) {
					t.Fatalf("evidence at %d to %d of %q", h.start, h.end, v.text.Value)
				}
			}
		}
	}
}
