package analyzer

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// A Pass is one file handed to one check after the other. Checks do no I/O and keep no state.
type Pass struct {
	File *mcp.File

	family   string // of the check that runs
	enabled  map[*Rule]bool
	report   func(family string, d Diagnostic)
	sibling  func(name string) ([]byte, error)
	settings Settings
}

// Settings are what a user says about their surroundings, for rules to ask.
type Settings struct {
	TrustedHosts      []string
	TrustedRegistries []string
	TrustedScopes     []string
}

// Settings returns the user's settings.
func (p *Pass) Settings() Settings { return p.settings }

// Enabled reports whether the rule is switched on. A check behind several rules
// hands the finding of a rule that is off to the next best, never to silence.
func (p *Pass) Enabled(r *Rule) bool { return p.enabled[r] }

// Weigh returns the confidence of a finding of the rule: its own, and a step less
// where the file is an example or documentation, and another where the client
// pays no heed to the place; dormant says why, "" when it does.
func (p *Pass) Weigh(r *Rule, dormant string) Confidence { return p.lower(r.Confidence, dormant) }

// ReportWeighed adds a finding that weighs as Weigh says, counted from the
// confidence the check gave it, and whose message ends with why the client pays no
// heed to the place.
func (p *Pass) ReportWeighed(d Diagnostic, dormant string) {
	if d.Confidence == 0 {
		d.Confidence = d.Rule.Confidence
	}
	d.Confidence = p.lower(d.Confidence, dormant)
	if dormant != "" {
		d.Message += "; " + dormant
	}
	p.Report(d)
}

func (p *Pass) lower(c Confidence, dormant string) Confidence {
	if dormant != "" && c > Unsure {
		c--
	}
	if p.File.Scope == mcp.ScopeExample && c > Unsure {
		c--
	}
	return c
}

// Report adds a finding.
func (p *Pass) Report(d Diagnostic) {
	if p.enabled[d.Rule] {
		p.report(p.family, d)
	}
}

// Reportf adds a finding of the rule at the span.
func (p *Pass) Reportf(r *Rule, span source.Span, format string, args ...any) {
	p.Report(Diagnostic{Rule: r, Span: span, Message: fmt.Sprintf(format, args...)})
}

// ReadSibling returns the bytes of a file named relative to the file under
// analysis, never from outside the analyzed root.
func (p *Pass) ReadSibling(name string) ([]byte, error) { return p.sibling(name) }
