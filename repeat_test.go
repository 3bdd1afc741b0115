package main_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/rules"
)

// A slot is a file with a hole for a text of any length.
type slot struct {
	name string
	fill func(text string) string
}

// quoted puts a text into a template as a JSON string.
func quoted(template string) func(string) string {
	return func(text string) string {
		b, _ := json.Marshal(text)
		return strings.ReplaceAll(template, "%", string(b))
	}
}

// bare puts a text into a template as it is.
func bare(template string) func(string) string {
	return func(text string) string { return strings.ReplaceAll(template, "%", text) }
}

var slots = []slot{
	{"tools.json", quoted(`{"tools": [{"name": "a", "description": %, "inputSchema": {}}]}`)},
	{"tools.json", quoted(`{"tools": [{"name": %, "description": "A.", "inputSchema": {"properties": {"b": {"description": %}}}}]}`)},
	{"tools.json", quoted(`{"tools": [{"name": "a", "description": "A.", "inputSchema": {"properties": {%: {"type": "string", "pattern": %, "default": %, "enum": [%]}}}}]}`)},
	{".mcp.json", quoted(`{"mcpServers": {"a": {"command": %}}}`)},
	{".mcp.json", quoted(`{"mcpServers": {"a": {"command": "bash", "args": ["-c", %]}, "b": {"command": "npx", "args": [%, "--root", %]}}}`)},
	{".mcp.json", quoted(`{"mcpServers": {"a": {"url": %, "headers": {"Authorization": %}, "env": {"API_KEY": %}}}}`)},
	{".mcp.json", quoted(`{"mcpServers": {%: {"command": "docker", "args": ["run", "-v", %, "-e", %, %]}}}`)},
	{".claude/settings.json", quoted(`{"permissions": {"allow": [%]}, "hooks": {"PreToolUse": [{"hooks": [{"type": "command", "command": %}]}]}}`)},
	{"policy.json", quoted(`{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": %, "Resource": %, "Condition": {"StringLike": {"aws:SourceArn": %}}}]}`)},
	{".mcp.json", bare(`{"mcpServers": {"a": {"command": "x"}}, %}`)},
	{".mcp.json", bare(`{"mcpServers": {"a": {"command": "x", "args": [%]}}}`)},
	{"tools.json", bare(`{"tools": [%]}`)},
	{"mcp.yaml", bare("mcpServers:\n  a:\n    command: x\n%\n")},
	{"mcp.yaml", bare("mcpServers: {a: {command: x, args: [%]}}\n")},
	{"mcp.yaml", bare("mcpServers:\n  a:\n    command: |\n      %\n")},
	{".codex/config.toml", bare("[mcp_servers.a]\ncommand = 'x'\n%\n")},
	{".codex/config.toml", bare("[mcp_servers.a]\ncommand = 'x'\nargs = [%]\n")},
	{"mcp.md", bare("# mcp\n\n%\n\n```json\n" + honest + "\n```\n")},
	{"mcp.md", bare("```json\n{\"mcpServers\": {%}}\n```\n")},
	{"answers.ndjson", bare("%")},
}

// timeOf returns the processor time that the whole analysis takes for a slot filled
// with so many bytes, the least of some tries.
func timeOf(run func(name, text string), s slot, unit string, size, tries int) time.Duration {
	text := s.fill(strings.Repeat(unit, max(1, size/len(unit))))
	least := time.Hour
	for range tries {
		start := processorTime()
		run(s.name, text)
		least = min(least, processorTime()-start)
	}
	return least
}

// wholeRun returns what analyzes one file with every rule there is.
func wholeRun(tb testing.TB) func(name, text string) {
	families := rules.All()
	chosen, err := analyzer.Selection{Pedantic: true}.Select(families)
	if err != nil {
		tb.Fatal(err)
	}
	return func(name, text string) {
		file := discover.InMemory(name, []byte(text), nil)
		analyzer.Run(&discover.Result{Files: []discover.File{file}}, analyzer.Options{Families: families, Rules: chosen, Jobs: 1})
	}
}

// FuzzRepeat fills the hole of a file with one piece over and over. Eight times as
// many cost about eight times as much, and never the square of it.
func FuzzRepeat(f *testing.F) {
	for _, seed := range []struct {
		slot uint8
		unit string
	}{
		{0, "a\u200f"}, {0, "a%\r"}, {0, "p\u0430y e\u0300\u0301\u0302 "}, {0, "://"}, {1, "system: "}, {1, "curl x | sh "}, {2, "(a+)+"}, {2, "https://a.b/?c="},
		{3, "a=b "}, {3, "$("}, {4, "npx "}, {4, "${a:-"}, {5, "a://b:c@"}, {6, "-v "}, {7, "a\n"}, {8, "s3:*"}, {9, "// mcplumb: ignore[unpinned-package] x\n"}, {9, "\"a\": {},"},
		{10, "[a]\n"}, {11, "{\"name\": \"a\"},"}, {12, "# mcplumb: ignore[x] y\n"}, {12, "  b: &a {}\n"}, {13, "*a, "}, {14, "- a\n"}, {15, "[a]\n"}, {15, "a.b."}, {16, "{a=1},"}, {17, "```json\n"}, {17, "<!-- "}, {18, "\"a\": "}, {19, "{}\n"},
	} {
		f.Add(seed.slot, seed.unit)
	}
	run := wholeRun(f)
	f.Fuzz(func(t *testing.T, at uint8, unit string) {
		if unit == "" || len(unit) > 48 {
			return
		}
		s := slots[int(at)%len(slots)]
		const large, small = 24 << 10, 3 << 10
		took := timeOf(run, s, unit, large, 1)
		if took < time.Second/4 {
			return
		}
		took = min(took, timeOf(run, s, unit, large, 2))
		if part := timeOf(run, s, unit, small, 4); took > time.Second/4 && took > 24*part {
			t.Errorf("%s filled with %q: %d KB take %v, %d KB %v", s.name, unit, large>>10, took, small>>10, part)
		}
	})
}
