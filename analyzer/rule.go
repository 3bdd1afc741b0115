// Package analyzer is the contract between rules and the engine, and the engine
// itself: it finds files, understands them, runs the rules it is given over them
// and returns a Report. It knows no rule and no output format.
package analyzer

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// A Severity says how bad it is if a finding is true. It belongs to the rule.
type Severity uint8

// The severities, in rising order.
const (
	Info Severity = iota
	Low
	Medium
	High
	Critical
)

// Severities lists the names in rising order.
var severities = [...]string{"info", "low", "medium", "high", "critical"}

// String returns the name used in reports and flags.
func (s Severity) String() string { return severities[s] }

// ParseSeverity reads a name as String writes it.
func ParseSeverity(name string) (Severity, bool) {
	for i, s := range severities {
		if strings.EqualFold(s, name) {
			return Severity(i), true
		}
	}
	return 0, false
}

// A Confidence says how sure a finding is.
type Confidence uint8

// The confidences, in rising order. The zero value in a Diagnostic means the
// rule's own.
const (
	_ Confidence = iota
	Unsure
	Likely
	Certain
)

var confidences = [...]string{"", "low", "medium", "high"}

// String returns the name used in reports and flags.
func (c Confidence) String() string { return confidences[c] }

// ParseConfidence reads a name as String writes it.
func ParseConfidence(name string) (Confidence, bool) {
	for i, c := range confidences[1:] {
		if strings.EqualFold(c, name) {
			return Confidence(i + 1), true
		}
	}
	return 0, false
}

// A Rule is what is written about one check: everything but the code. Rules are
// values without state; documentation, explain and SARIF metadata are derived
// from them.
type Rule struct {
	Name       string     // kebab-case; also SARIF ruleId, ignore token, file, folder and anchor
	Summary    string     // one line, lower case, no full stop, at most 72 characters
	Why        string     // Markdown: what goes wrong, and for whom
	Remedy     string     // Markdown: what to do instead
	Severity   Severity   // fixed for the rule; a consequence that differs is a rule of its own
	Confidence Confidence // of an ordinary finding
	Pedantic   bool       // shown only with --pedantic
	Since      string     // first release that had it
	CWE        []int      // numbers of the Common Weakness Enumeration
	OWASP      []string   // "MCP03", "LLM01", "ASI02"
	SafeMCP    []string   // SAFE-MCP technique numbers: "T1001"
	References []string   // URLs or titles of the sources
	Bad, Good  Example    // both are run by the tests: Bad fires this rule, Good does not
}

// An Example is a small file. Its name decides what the file is taken for.
type Example struct {
	File string
	Text string
}

// A Check is the code behind one rule, or behind several that share an analysis.
type Check struct {
	Rules []*Rule
	Run   func(*Pass)
}

// A Family is a group of rules about one subject. Its name is the category of
// every finding.
type Family struct {
	Name   string
	Doc    string // one sentence
	Checks []Check
}

// ConfidenceIn returns the rule's confidence in a finding about the server. It is
// one step lower where the entry may never run: disabled, ignored, an example.
func (r *Rule) ConfidenceIn(s *mcp.Server) Confidence {
	if s.Doubt() == "" {
		return r.Confidence
	}
	return r.Confidence.Lower()
}

// Lower returns the confidence one step below, at least Unsure.
func (c Confidence) Lower() Confidence { return max(Unsure, c-1) }
