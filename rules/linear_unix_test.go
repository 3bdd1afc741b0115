//go:build unix

package rules_test

import (
	"encoding/json"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/internal/ruletest"
	"github.com/mcplumb/mcplumb/rules"
)

// awkward are strings whose repetition has made searches start over and over.
var awkward = []string{
	"$(", "\"", "-e A=B ", "https://", "${", "a|", "../", "%41", "* ", "bash -c ", "nix-shell ", "a@",
}

// entries place a value, or the repetition of a word, in each part of an entry.
var entries = []struct {
	name  string
	build func(value string, words []string) (key string, entry any)
}{
	{"command", func(v string, _ []string) (string, any) { return "s", config{"command": v} }},
	{"argument", func(v string, _ []string) (string, any) { return "s", config{"command": "node", "args": []string{v}} }},
	{"arguments", func(_ string, w []string) (string, any) { return "s", config{"command": "node", "args": w} }},
	{"container arguments", func(_ string, w []string) (string, any) {
		return "s", config{"command": "docker", "args": append([]string{"run"}, w...)}
	}},
	{"wrapped arguments", func(_ string, w []string) (string, any) {
		return "s", config{"command": "env", "args": w}
	}},
	{"sh script", func(v string, _ []string) (string, any) {
		return "s", config{"command": "bash", "args": []string{"-c", v}}
	}},
	{"cmd script", func(v string, _ []string) (string, any) {
		return "s", config{"command": "cmd", "args": []string{"/c", v}}
	}},
	{"powershell script", func(v string, _ []string) (string, any) {
		return "s", config{"command": "powershell", "args": []string{"-c", v}}
	}},
	{"package", func(v string, _ []string) (string, any) {
		return "s", config{"command": "npx", "args": []string{"-y", v}}
	}},
	{"variable", func(v string, _ []string) (string, any) {
		return "s", config{"command": "node", "env": config{"A": v}}
	}},
	{"variable's name", func(v string, _ []string) (string, any) {
		return "s", config{"command": "node", "env": config{v: "a"}}
	}},
	{"url", func(v string, _ []string) (string, any) { return "s", config{"type": "http", "url": "https://h/" + v} }},
	{"host", func(v string, _ []string) (string, any) { return "s", config{"type": "http", "url": "https://" + v} }},
	{"header", func(v string, _ []string) (string, any) {
		return "s", config{"type": "http", "url": "https://h/", "headers": config{"X": v}}
	}},
	{"approval", func(v string, _ []string) (string, any) {
		return "s", config{"command": "node", "alwaysAllow": []string{v}}
	}},
	{"name", func(v string, _ []string) (string, any) { return v, config{"command": "node"} }},
}

type config map[string]any

// TestLinear holds the rules that read configs to linear time: a value four times as
// long may take four times as long, and is given eight. What is fast is not compared.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	families := slices.DeleteFunc(rules.All(), func(f analyzer.Family) bool {
		return !slices.Contains([]string{"launching", "supplychain", "hygiene", "approval", "permissions", "network"}, f.Name)
	})
	const long, fast = 64 << 10, 150 * time.Millisecond
	for _, e := range entries {
		for _, pattern := range awkward {
			cost := func(size int) time.Duration {
				repeated := size / len(pattern)
				key, entry := e.build(strings.Repeat(pattern, repeated), slices.Repeat([]string{strings.TrimSpace(pattern)}, repeated/4))
				data, err := json.Marshal(config{"mcpServers": config{key: entry}})
				if err != nil {
					t.Fatal(err)
				}
				best := time.Hour
				for range 2 {
					start := processorTime(t)
					ruletest.Findings(t, families, []txtar.File{{Name: ".mcp.json", Data: data}})
					if best = min(best, processorTime(t)-start); best < fast {
						break
					}
				}
				return best
			}
			if whole := cost(long); whole > fast {
				if quarter := cost(long / 4); whole > 8*quarter {
					t.Errorf("%q in the %s: %v for %d bytes, %v for a quarter of them", pattern, e.name, whole, long, quarter)
				}
			}
		}
	}
}

func processorTime(t *testing.T) time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
