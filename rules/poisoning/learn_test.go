package poisoning

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
)

var update = flag.Bool("update", false, "learn the weights again from the examples")

// An example is one line of testdata/poisoning: a tool, prompt, resource or the
// instructions of an invented server, honest or poisoned.
type example struct {
	Server       string
	Poisoned     bool
	By           string // the kind of poisoning
	Tool         json.RawMessage
	Prompt       json.RawMessage
	Resource     json.RawMessage
	Instructions string
}

// readExamples returns the examples of all languages, in a fixed order.
func readExamples(t testing.TB) []example {
	t.Helper()
	files, err := filepath.Glob("../../testdata/poisoning/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	var all []example
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range bytes.Split(bytes.TrimSpace(data), []byte("\n")) {
			var e example
			if err := json.Unmarshal(line, &e); err != nil {
				t.Fatalf("%s:%d: %v", file, i+1, err)
			}
			all = append(all, e)
		}
	}
	return all
}

// fileOf returns the file that the examples of one server make, and the name under
// which each stands in it.
func fileOf(server []example) ([]byte, []string) {
	var tools, prompts, resources []json.RawMessage
	var names []string
	file := map[string]any{}
	for _, e := range server {
		var named struct{ Name string }
		switch {
		case e.Tool != nil:
			_ = json.Unmarshal(e.Tool, &named)
			tools = append(tools, e.Tool)
			names = append(names, "tool "+named.Name)
		case e.Prompt != nil:
			_ = json.Unmarshal(e.Prompt, &named)
			prompts = append(prompts, e.Prompt)
			names = append(names, "prompt "+named.Name)
		case e.Resource != nil:
			_ = json.Unmarshal(e.Resource, &named)
			resources = append(resources, e.Resource)
			names = append(names, "resource "+named.Name)
		default:
			file["instructions"] = e.Instructions
			file["protocolVersion"], file["capabilities"] = "2025-06-18", map[string]any{}
			file["serverInfo"] = map[string]any{"name": "s", "version": "1"}
			names = append(names, "server")
		}
	}
	file["tools"], file["prompts"], file["resources"] = tools, prompts, resources
	for _, key := range []string{"tools", "prompts", "resources"} {
		if file[key].([]json.RawMessage) == nil {
			delete(file, key)
		}
	}
	data, err := json.Marshal(file)
	if err != nil {
		panic(err)
	}
	return data, names
}

// A lesson is a sentence of an example as numbers of traits.
type lesson struct {
	owner  int
	traits []int32
	scale  float64
}

// A school collects lessons.
type school struct {
	traits   map[string]int32 // "word forward", "means send", "denied tell", "place parameter"
	names    []string
	lessons  []lesson
	poisoned []bool // by owner
	server   []int  // by owner
	servers  int
}

func (s *school) number(trait string) int32 {
	n, ok := s.traits[trait]
	if !ok {
		n = int32(len(s.names))
		s.traits[trait] = n
		s.names = append(s.names, trait)
	}
	return n
}

// attend reads all examples of one server.
func (s *school) attend(t testing.TB, server []example) {
	// One file for each poisoned tool beside the honest ones would be truer; one for
	// all is close, and fast.
	data, names := fileOf(server)
	first := len(s.poisoned)
	s.servers++
	for _, e := range server {
		s.poisoned = append(s.poisoned, e.Poisoned)
		s.server = append(s.server, s.servers)
	}
	concepts := conceptsByBit()
	watch := func(pass *analyzer.Pass) {
		for _, l := range listings(pass.File) {
			c := newCourt(l, nil)
			c.watch = func(sent *sentence) {
				owner := c.text.Owner
				if c.text.Tool != nil {
					owner = "tool " + c.text.Tool.Name.Value
				}
				at := slices.Index(names, owner)
				if at < 0 {
					at = slices.Index(names, "server")
				}
				if at < 0 {
					return
				}
				les := lesson{owner: first + at}
				has := map[int32]bool{}
				note := func(trait string) {
					if n := s.number(trait); !has[n] {
						has[n] = true
						les.traits = append(les.traits, n)
					}
				}
				note("place " + siteNames[siteOf(c.text.Role)])
				means, denied := c.traits(sent, func(t *token) {
					var buffer [longestWord]byte
					note("word " + string(stemOf(c.view.Text[t.start:t.end], &buffer)))
				})
				for m := uint64(means); m != 0; m &= m - 1 {
					note("means " + concepts[bits.TrailingZeros64(m)])
				}
				for m := uint64(denied); m != 0; m &= m - 1 {
					note("denied " + concepts[bits.TrailingZeros64(m)])
				}
				s.lessons = append(s.lessons, les)
			}
			c.all()
		}
	}
	families := []analyzer.Family{{Name: "poisoning", Checks: []analyzer.Check{{Rules: textRules, Run: watch}}}}
	selected, err := analyzer.Selection{Pedantic: true}.Select(families)
	if err != nil {
		t.Fatal(err)
	}
	f := discover.InMemory("tools.json", data, nil)
	f.Mode = 0o644
	report := analyzer.Run(&discover.Result{Files: []discover.File{f}}, analyzer.Options{Families: families, Rules: selected, Jobs: 1})
	if len(report.Files) != 1 || report.Files[0].Status != analyzer.Analyzed {
		t.Fatalf("%s: %+v", server[0].Server, report.Files)
	}
}

func conceptsByBit() (names [64]string) {
	for name, c := range conceptNames() {
		names[bits.TrailingZeros64(uint64(c))] = name
	}
	return names
}

// fewestServers is how many invented servers must have a trait. Rarer ones teach the
// wording and the trade of one.
const fewestServers = 3

// forgetRare drops traits that few servers have.
func (s *school) forgetRare() []bool {
	servers := make([]map[int]bool, len(s.names))
	for _, l := range s.lessons {
		for _, t := range l.traits {
			if servers[t] == nil {
				servers[t] = map[int]bool{}
			}
			servers[t][s.server[l.owner]] = true
		}
	}
	kept := make([]bool, len(s.names))
	for t := range kept {
		kept[t] = len(servers[t]) >= fewestServers
	}
	for i := range s.lessons {
		l := &s.lessons[i]
		l.traits = slices.DeleteFunc(l.traits, func(t int32) bool { return !kept[t] })
		l.scale = 1 / math.Sqrt(float64(max(len(l.traits), fewest)))
	}
	return kept
}

// Settings of the learning, found by trying on examples that were not learned from.
const (
	rounds   = 5
	epochs   = 15
	softness = 20.0
	rate     = 0.5

	likeliest = 2.0 // what the sentence of a poisoned example counts that is most like one
	rest      = 0.3 // and one that is not
)

// learn fits the weights. Which sentence of a poisoned example is the poisoned one
// is not known: after each round it is the one that looks most like it.
func (s *school) learn() (weights []float64, base float64) {
	frequency := make([]float64, len(s.names))
	for _, l := range s.lessons {
		for _, t := range l.traits {
			frequency[t]++
		}
	}
	bad, worth := make([]bool, len(s.lessons)), make([]float64, len(s.lessons))
	count := map[int]float64{}
	for _, l := range s.lessons {
		count[l.owner]++
	}
	for i, l := range s.lessons {
		bad[i], worth[i] = s.poisoned[l.owner], 1
		if bad[i] {
			worth[i] = 1 / count[l.owner]
		}
	}
	for range rounds {
		weights, base = s.fit(frequency, bad, worth)
		top := map[int]int{}
		score := make([]float64, len(s.lessons))
		for i, l := range s.lessons {
			score[i] = base + l.score(weights)
			if best, ok := top[l.owner]; !ok || score[i] > score[best] {
				top[l.owner] = i
			}
		}
		for i, l := range s.lessons {
			bad[i], worth[i] = false, 1
			if s.poisoned[l.owner] {
				switch {
				case top[l.owner] == i:
					bad[i], worth[i] = true, likeliest
				case score[i] > 0.5:
					bad[i] = true
				default:
					worth[i] = rest
				}
			}
		}
	}
	return weights, base
}

func (l *lesson) score(weights []float64) (sum float64) {
	for _, t := range l.traits {
		sum += weights[t]
	}
	return sum * l.scale
}

// fit is logistic regression with adaptive steps; frequent traits are held back as
// much as rare ones.
func (s *school) fit(frequency []float64, bad []bool, worth []float64) (weights []float64, base float64) {
	weights = make([]float64, len(s.names))
	squares, baseSquares := make([]float64, len(s.names)), 1e-8
	order := rand.New(rand.NewPCG(1, 2))
	at := make([]int, len(s.lessons))
	for i := range at {
		at[i] = i
	}
	for range epochs {
		order.Shuffle(len(at), func(i, j int) { at[i], at[j] = at[j], at[i] })
		for _, i := range at {
			l := &s.lessons[i]
			wrong := 1 / (1 + math.Exp(-(base + l.score(weights))))
			if bad[i] {
				wrong--
			}
			wrong *= worth[i]
			baseSquares += wrong * wrong
			base -= rate * wrong / math.Sqrt(baseSquares)
			for _, t := range l.traits {
				g := wrong*l.scale + weights[t]/(softness*frequency[t])
				squares[t] += g * g
				weights[t] -= rate * g / math.Sqrt(squares[t]+1e-8)
			}
		}
	}
	return weights, base
}

// The weights are what the examples teach.
func TestLearn(t *testing.T) {
	all := readExamples(t)
	s := &school{traits: map[string]int32{}}
	for _, server := range byServer(all) {
		s.attend(t, server)
	}
	kept := s.forgetRare()
	weights, base := s.learn()
	learned := map[string]int{}
	for trait, n := range s.traits {
		if kept[n] {
			learned[trait] = int(math.Round(100 * weights[n]))
		}
	}
	t.Logf("%d examples, %d sentences, %d traits, base %.2f", len(all), len(s.lessons), len(learned), base)
	if *update {
		if err := os.WriteFile("weights.txt", format(learned), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	known := map[string]int{}
	for line := range strings.Lines(weightsFile) {
		var kind, name string
		var points int
		if n, _ := fmt.Sscanf(line, "%s %s %d", &kind, &name, &points); n == 3 && kind != "#" {
			known[kind+" "+name] = points
		}
	}
	for trait, points := range learned {
		if old, ok := known[trait]; !ok || abs(old-points) > 5 {
			t.Fatalf("%q is %d in weights.txt and %d by the examples: run go test ./rules/poisoning -run TestLearn -update", trait, old, points)
		}
	}
	if len(known) != len(learned) {
		t.Errorf("%d weights, learned %d", len(known), len(learned))
	}
}

func abs(n int) int { return max(n, -n) }

// byServer groups examples by their server.
func byServer(all []example) [][]example {
	groups := map[string][]example{}
	for _, e := range all {
		groups[e.Server] = append(groups[e.Server], e)
	}
	var out [][]example
	for _, server := range slices.Sorted(maps.Keys(groups)) {
		out = append(out, groups[server])
	}
	return out
}

func format(weights map[string]int) []byte {
	var b bytes.Buffer
	b.WriteString("# What each trait of a sentence speaks for poisoning, in hundredths. Learned from testdata/poisoning by\n# go test ./rules/poisoning -run TestLearn -update; do not edit.\n")
	names := slices.SortedFunc(maps.Keys(weights), cmp.Compare[string])
	for _, name := range names {
		fmt.Fprintf(&b, "%s %d\n", name, weights[name])
	}
	return b.Bytes()
}
