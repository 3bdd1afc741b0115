package approval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// consentCheck finds options that stop a server from asking where it would.
var consentCheck = analyzer.Check{
	Rules: []*analyzer.Rule{consentDisabledOption},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			if known := s.Known(); known != nil {
				if at, o := consentOff(s, known); o != nil {
					onServer(pass, s, nil, analyzer.Diagnostic{Rule: consentDisabledOption, Span: at.Span,
						Message: fmt.Sprintf("%s is %s with %s, which %s; %s", subject(s), known.Title, o.Name(), o.Says, o.Instead)})
					continue
				}
			}
			if at, name := consentOffByName(s); at.Present() {
				onServer(pass, s, nil, analyzer.Diagnostic{Rule: consentDisabledOption, Span: at.Span, Confidence: analyzer.Likely,
					Message: fmt.Sprintf("%s is told by %s not to ask before it acts; leave it out", subject(s), name)})
			}
		}
	},
}

func consentOff(s *mcp.Server, known *knowledge.Server) (mcp.String, *knowledge.Option) {
	for i := range known.Options {
		if o := &known.Options[i]; o.Kind == knowledge.ConsentOff {
			if at := s.Option(o); at.Present() {
				return at, o
			}
		}
	}
	return mcp.String{}, nil
}

// consentOffByName finds a switch whose name says it: --no-confirm,
// --skip-approval, AUTO_APPROVE=true, REQUIRE_CONFIRMATION=false.
func consentOffByName(s *mcp.Server) (mcp.String, string) {
	for l := range s.Launches {
		for _, a := range l.Args {
			name, value, joined := strings.Cut(a.Value, "=")
			if strings.HasPrefix(name, "--") && !knowledge.SkipsApproval(name) && stopsAsking(words.Split(name), !joined || isOn(value)) {
				return a, name
			}
		}
		for _, v := range l.Env {
			if stopsAsking(words.Split(v.Name.Value), isOn(v.Value.Value)) {
				return v.Value, v.Name.Value
			}
		}
	}
	for _, p := range s.Env {
		if p.Value.Present() && stopsAsking(words.Split(p.Key.Value), isOn(p.Value.Value)) && literal(p.Value.Value) {
			return p.Value, p.Key.Value
		}
	}
	return mcp.String{}, ""
}

// stopsAsking reads the words of a switch and whether it is on.
func stopsAsking(w []string, on bool) bool {
	has := func(list ...string) bool {
		return slices.ContainsFunc(w, func(word string) bool { return slices.Contains(list, word) })
	}
	if has("yolo") && len(w) <= 3 {
		return on
	}
	if !has("confirm", "confirmation", "confirmations", "consent", "approval", "approvals", "approve", "elicitation") {
		return false
	}
	switch {
	case has("auto") && has("approve", "confirm"), has("no", "skip", "disable", "bypass", "without"):
		return on
	case has("require", "requires", "required", "ask"):
		return !on
	}
	return false
}

func isOn(value string) bool {
	switch strings.ToLower(value) {
	case "", "false", "0", "no", "off", "never", "none":
		return false
	}
	return true
}

// literal reports whether a value stands in the file and not elsewhere.
func literal(value string) bool { return value != "" && !strings.ContainsAny(value, "${}%<>") }
