package poisoning

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/text"
)

// strong is the weight at which a single sign stands for itself; weaker ones need
// company before a rule of high severity takes them.
const strong = 55

// attribute returns the rule that explains a verdict best among those switched
// on, and the sign it rests on; nil when none is.
func (v *verdict) attribute(enabled func(*analyzer.Rule) bool) (*analyzer.Rule, *hit) {
	if v.score < likely {
		return v.minor(enabled)
	}
	for i := range v.evidence {
		h := &v.evidence[i]
		if r := v.ruleFor(h); enabled(r) {
			return r, h
		}
	}
	// The rule that explains it best is off: the next best does, then any that
	// had a part in it.
	for i := range v.evidence {
		if h := &v.evidence[i]; enabled(h.rule) && h.weight >= likely/2 {
			return h.rule, h
		}
	}
	if len(v.evidence) > 0 && enabled(suspiciousToolText) {
		return suspiciousToolText, &v.evidence[0]
	}
	return nil, nil
}

// ruleFor returns the rule for one sign in the light of the whole verdict.
func (v *verdict) ruleFor(h *hit) *analyzer.Rule {
	r := h.rule
	switch {
	case h.signal == resembles:
		return r
	case inSchema(v.textOf(h).Role) && speaksOfWords(r):
		r = fullSchemaPoisoning
	case r == toolSelfPraise:
		r = toolPreferenceManipulation
	}
	like := v.likeness()
	clear := h.weight >= strong || h.weight >= plain && h.weight+like >= strong || v.score-like >= sure
	if r.Severity >= analyzer.High && !clear || r.Severity >= analyzer.Critical && h.mild && len(v.evidence) == 1 {
		return suspiciousToolText
	}
	return r
}

// minor returns the rule for a text below the threshold.
func (v *verdict) minor(enabled func(*analyzer.Rule) bool) (*analyzer.Rule, *hit) {
	for i := range v.evidence {
		if h := &v.evidence[i]; h.rule == toolSelfPraise && enabled(toolSelfPraise) {
			return toolSelfPraise, h
		}
	}
	return nil, nil
}

// speaksOfWords reports whether the rule is about what a text says, not about
// where or how it is written.
func speaksOfWords(r *analyzer.Rule) bool {
	switch r {
	case hiddenUnicodeTags, bidiControl, invisibleCharacters, invisibleCharactersIdentifier, terminalEscapeSequence, whitespacePadding,
		confusableIdentifierText, confusableText, contextHarvestingParameter, covertRecipientDefault, encodedPayload, falseReadOnlyClaim, codePayloadInText, suspiciousLink:
		return false
	}
	return true
}

// inSchema reports whether a text stands in a part of a schema that people seldom
// read.
func inSchema(r mcp.Role) bool {
	switch r {
	case mcp.RoleParameterName, mcp.RoleRequired, mcp.RoleEnum, mcp.RoleParameterTitle, mcp.RoleDefault, mcp.RoleConst, mcp.RoleExample,
		mcp.RolePattern, mcp.RoleSchemaComment, mcp.RoleUnknownKeyword, mcp.RoleOutputSchema:
		return true
	}
	return false
}

// diagnose turns a verdict into a finding of the rule.
func (v *verdict) diagnose(r *analyzer.Rule, h *hit) analyzer.Diagnostic {
	d := analyzer.Diagnostic{Rule: r, Span: v.textOf(h).At(h.start, h.end), Message: v.message(r, h)}
	for i := range v.evidence {
		e := &v.evidence[i]
		d.Evidence = append(d.Evidence, analyzer.Evidence{Span: v.textOf(e).At(e.start, e.end), Text: e.quote, Note: e.note})
	}
	if v.score < sure && r.Confidence > analyzer.Likely && h.signal != hides && h.signal != disguises {
		d.Confidence = analyzer.Likely
	}
	if v.text.Listing != nil && v.text.Listing.Partial && h.signal == redirects && r.Confidence > analyzer.Likely {
		d.Confidence = analyzer.Likely
	}
	return d
}

// textOf returns the text that a sign stands in.
func (v *verdict) textOf(h *hit) *mcp.Text {
	if h.elsewhere != nil {
		return h.elsewhere
	}
	return v.text
}

// message says in a sentence what the text makes the model do.
func (v *verdict) message(r *analyzer.Rule, h *hit) string {
	t := v.textOf(h)
	where := fmt.Sprintf("the %s of %s", t.Role, owner(t))
	if t.Parameter != "" {
		where = fmt.Sprintf("the %s %q of %s", t.Role, t.Parameter, owner(t))
	}
	if h.kind != 0 || h.signal == hides && h.rule != fullSchemaPoisoning || h.signal == disguises {
		if h.quote != "" && h.signal == hides && (h.kind == text.Tags || h.kind >= text.Base64 && h.kind <= text.Percent || h.kind == text.Comment || h.kind == text.Unrendered || h.kind == text.Selectors) {
			return fmt.Sprintf("%s holds %s that a model reads as %q", where, h.kind, clip(h.quote))
		}
		return fmt.Sprintf("%s holds %s, which a person does not see as a model reads it", where, h.kind)
	}
	switch also := v.others(h); also {
	case "":
		return fmt.Sprintf("%s %s", where, h.note)
	default:
		return fmt.Sprintf("%s %s and %s", where, h.note, also)
	}
}

// others returns the note of the strongest other sign.
func (v *verdict) others(h *hit) string {
	for i := range v.evidence {
		if e := &v.evidence[i]; e.signal != h.signal && v.textOf(e) == v.textOf(h) && e.note != h.note && e.weight >= 20 && e.signal != hides && e.signal != disguises {
			return e.note
		}
	}
	return ""
}

// owner names the tool, prompt, resource or server that a text belongs to.
func owner(t *mcp.Text) string {
	switch {
	case t.Tool != nil && t.Tool.Name.Value != "":
		return fmt.Sprintf("tool %q", t.Tool.Name.Value)
	case t.Server != nil && t.Server.Name.Value != "":
		return fmt.Sprintf("server %q", t.Server.Name.Value)
	case t.Owner != "":
		kind, name := cut(t.Owner)
		if name != "" {
			return fmt.Sprintf("%s %q", kind, name)
		}
		return "the " + kind
	}
	return "the server"
}

func cut(s string) (kind, name string) {
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// clip shortens what is quoted in a message.
func clip(s string) string {
	const limit = 120
	for i := range s {
		if i > limit {
			return s[:i] + "…"
		}
	}
	return s
}

// plain is the weight from which likeness to examples may make up what a sign lacks.
const plain = 40

// likeness returns what the likeness to poisoned examples adds to a verdict.
func (v *verdict) likeness() int {
	for i := range v.evidence {
		if v.evidence[i].signal == resembles {
			return v.evidence[i].weight
		}
	}
	return 0
}
