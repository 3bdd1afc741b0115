package schema

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// hintCheck holds what a tool says about itself against its name, its description and
// its parameters. Every finding lists the reasons.
var hintCheck = analyzer.Check{
	Rules: []*analyzer.Rule{
		readonlyHintContradiction, readonlyHintContradictionChange, destructiveHintContradiction, openWorldContradiction, incoherentAnnotations, missingAnnotations, titleNameMismatch,
	},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			judgeReadOnly(pass, t)
			judgeDestructive(pass, t)
			judgeOpenWorld(pass, t)
			judgeCoherence(pass, t)
			judgeMissing(pass, t)
			judgeTitle(pass, t)
		}
	},
}

// judgeReadOnly decides tools that say they only read. A name that deletes, revokes or
// executes is enough; one that changes or sends needs the description to agree, since
// such words are nouns as well.
func judgeReadOnly(pass *analyzer.Pass, t *mcp.Tool) {
	hint := t.Hint("readOnlyHint")
	if !hint.Value || saysHarmless(t) {
		return
	}
	name, text := t.ActByName(), t.ActByText()
	d := analyzer.Diagnostic{Span: hint.Node.Span}
	switch {
	case grave(name.Action) && text.Action != mcp.ActionRead:
		d.Rule, d.Confidence = readonlyHintContradiction, analyzer.Certain
		d.Message = called(t) + " says that it only reads, but by its name it " + name.Action.String()
		d.Related = reasons(name, text)
	case grave(text.Action) && name.Action == mcp.ActionUnknown && strongText(text):
		d.Rule, d.Confidence = readonlyHintContradiction, analyzer.Likely
		d.Message = called(t) + " says that it only reads, but by its description it " + text.Action.String()
		d.Related = reasons(text)
	case changes(name.Action) && (changes(text.Action) || grave(text.Action)):
		d.Rule, d.Confidence = readonlyHintContradictionChange, analyzer.Certain
		d.Message = called(t) + " says that it only reads, but by its name and description it " + name.Action.String()
		d.Related = reasons(name, text)
	default:
		return
	}
	d.Confidence = sure(pass.File, d.Confidence)
	pass.Report(d)
}

func grave(a mcp.Action) bool   { return a == mcp.ActionDestroy || a == mcp.ActionExecute }
func changes(a mcp.Action) bool { return a == mcp.ActionChange || a == mcp.ActionSend }

// strongText reports whether a description begins with a verb that has no harmless
// reading.
func strongText(act mcp.Act) bool {
	for _, verb := range []string{"delete", "erase", "destroy", "revoke", "uninstall", "truncate", "wipe", "purge"} {
		if strings.HasPrefix(act.Word, verb) {
			return true
		}
	}
	return false
}

// reasons shows the words behind a verdict.
func reasons(acts ...mcp.Act) []analyzer.Evidence {
	var found []analyzer.Evidence
	for _, a := range acts {
		if a.Action > mcp.ActionRead {
			found = append(found, analyzer.Evidence{Span: a.At.Span, Text: a.At.Value, Note: "“" + a.Word + "” " + a.Action.String()})
		}
	}
	return found
}

// saysHarmless reports whether the description says that nothing is changed.
func saysHarmless(t *mcp.Tool) bool {
	text := strings.ToLower(t.Description.Value)
	for _, cue := range []string{"read-only", "readonly", "read only", "does not modify", "doesn't modify", "without modifying", "no side effect", "without making changes", "dry run", "does not delete", "does not change", "does not execute", "nothing is", "does not create", "does not send", "in memory only"} {
		if strings.Contains(text, cue) {
			return true
		}
	}
	return false
}

// judgeDestructive decides tools that say they add and never destroy.
func judgeDestructive(pass *analyzer.Pass, t *mcp.Tool) {
	hint := t.Hint("destructiveHint")
	if !hint.Stated || hint.Value || isReadOnly(t) || recoverable(t) {
		return
	}
	name, text := t.ActByName(), t.ActByText()
	d := analyzer.Diagnostic{Rule: destructiveHintContradiction, Span: hint.Node.Span}
	switch phrase := irreversible(t); {
	case name.Action == mcp.ActionDestroy:
		d.Confidence = analyzer.Certain
		d.Message = called(t) + " says that it only adds, but by its name it deletes or removes"
		d.Related = reasons(name, text)
	case phrase != "" && (text.Action == mcp.ActionDestroy || changes(name.Action) || changes(text.Action)):
		at := strings.Index(lowerASCII(t.Description.Value), phrase)
		place := t.Description.Slice(at, at+len(phrase))
		d.Confidence = analyzer.Likely
		d.Message = called(t) + " says that it only adds, but its description says “" + phrase + "”"
		d.Related = []analyzer.Evidence{{Span: place.Span, Text: place.Value, Note: "says that it is final"}}
	default:
		return
	}
	d.Confidence = sure(pass.File, d.Confidence)
	pass.Report(d)
}

// irreversible returns the phrase by which a description says that its effect is
// final.
func irreversible(t *mcp.Tool) string {
	text := lowerASCII(t.Description.Value)
	for _, cue := range []string{"cannot be undone", "can't be undone", "irreversible", "permanently delete", "permanently remove", "not reversible"} {
		if strings.Contains(text, cue) {
			return cue
		}
	}
	return ""
}

// recoverable reports whether what is deleted can be had back.
func recoverable(t *mcp.Tool) bool {
	text := strings.ToLower(t.Description.Value)
	for _, cue := range []string{"trash", "archive", "can be restored", "recoverable", "soft delete", "soft-delete", "undo", "recycle bin", "in-memory", "draft"} {
		if strings.Contains(text, cue) && !strings.Contains(text, "cannot be undone") && !strings.Contains(text, "can't be undone") {
			return true
		}
	}
	return false
}

// judgeOpenWorld decides tools that say they stay in a closed world but take any URL
// or search the web.
func judgeOpenWorld(pass *analyzer.Pass, t *mcp.Tool) {
	hint := t.Hint("openWorldHint")
	if !hint.Stated || hint.Value {
		return
	}
	report := func(why string, place analyzer.Evidence) {
		place.Note = why
		pass.Report(analyzer.Diagnostic{
			Rule: openWorldContradiction, Span: hint.Node.Span, Confidence: sure(pass.File, analyzer.Likely), Related: []analyzer.Evidence{place},
			Message: called(t) + " says that it stays in a closed world, but it " + why,
		})
	}
	for _, p := range t.Parameters().Free {
		if p.Subject() == mcp.SubjectURL && argument(p) && !p.FixesHost() && fetches(t, p) != "" && !ownURL(p) {
			report("calls any URL in "+label(p), analyzer.Evidence{Span: at(p), Text: p.Name.Value})
			return
		}
	}
	name := t.Words()
	text := t.Opening()
	for _, cue := range []string{"search the web", "web search", "searches the web", "search the internet", "browse the web", "fetch a web page", "fetches a web page", "scrape a ", "scrapes a ", "scrape any"} {
		if at := strings.Index(lowerASCII(t.Description.Value), cue); at >= 0 && strings.Contains(text, cue) {
			place := t.Description.Slice(at, at+len(cue))
			report("reads the web", analyzer.Evidence{Span: place.Span, Text: place.Value})
			return
		}
	}
	if words.Has(name, "status", "stop", "cancel", "list", "history") {
		return
	}
	if words.Has(name, "scrape", "crawl") || len(name) > 1 && words.Has(name, "web") && words.Has(name, "search", "fetch", "browse") {
		report("reads the web", analyzer.Evidence{Span: t.Name.Span, Text: t.Name.Value})
	}
}

// ownURL reports whether a description limits a URL to pages of the vendor or of this
// machine.
func ownURL(p *mcp.Parameter) bool {
	text := p.Explanation()
	for _, cue := range []string{"localhost", "127.0.0.1", "figma", "github", "gitlab", "notion", "youtube", "must be", "must start with", "documentation", "docs"} {
		if strings.Contains(text, cue) {
			return true
		}
	}
	return false
}

// hintNames are the annotations of the protocol.
var hintNames = []string{"readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"}

// judgeCoherence decides annotations that contradict each other or that no client
// reads.
func judgeCoherence(pass *analyzer.Pass, t *mcp.Tool) {
	for _, m := range t.Annotations.Items() {
		wanted := hintLike(m.Key)
		switch {
		case wanted == "":
		case wanted != m.Key:
			pass.Report(analyzer.Diagnostic{
				Rule: incoherentAnnotations, Span: m.KeySpan, Confidence: sure(pass.File, analyzer.Certain),
				Message: called(t) + " has the annotation " + m.Key + ", which no client reads; the protocol's name is " + wanted,
			})
		case m.Resolve() != nil && !isBool(m):
			pass.Report(analyzer.Diagnostic{
				Rule: incoherentAnnotations, Span: m.Span, Confidence: sure(pass.File, analyzer.Certain),
				Message: called(t) + " has " + m.Key + " that is neither true nor false, so that the default counts",
			})
		}
	}
	if d := t.Hint("destructiveHint"); d.Value && isReadOnly(t) {
		pass.Report(analyzer.Diagnostic{
			Rule: incoherentAnnotations, Span: d.Node.Span, Confidence: sure(pass.File, analyzer.Certain),
			Message: called(t) + " says both that it only reads and that it may destroy",
			Related: []analyzer.Evidence{{Span: t.Hint("readOnlyHint").Node.Span, Text: "readOnlyHint", Note: "says that it only reads"}},
		})
	}
}

// hintLike returns the annotation that a key is or resembles, "" for other keys.
func hintLike(key string) string {
	if slices.Contains(hintNames, key) {
		return key
	}
	plain := strings.ToLower(key)
	if strings.ContainsAny(plain, "_-") {
		plain = strings.ReplaceAll(strings.ReplaceAll(plain, "_", ""), "-", "")
	}
	for _, name := range hintNames {
		lower := strings.ToLower(name)
		if plain == lower || plain == strings.TrimSuffix(lower, "hint") || plain == "is"+strings.TrimSuffix(lower, "hint") {
			return name
		}
	}
	return ""
}

// judgeMissing lists tools that change something and say nothing about it.
func judgeMissing(pass *analyzer.Pass, t *mcp.Tool) {
	if statesBefore(t.Listing, "2025-03-26") {
		return // annotations came with that revision
	}
	for _, name := range hintNames {
		if t.Hint(name).Stated {
			return
		}
	}
	act := t.ActByName()
	if act.Action > mcp.ActionRead {
		pass.Report(analyzer.Diagnostic{
			Rule: missingAnnotations, Span: toolSpan(t), Related: reasons(act),
			Message: called(t) + " has no annotations, though by its name it " + act.Action.String(),
		})
	}
}

// judgeTitle decides tools whose title reads and whose name destroys.
func judgeTitle(pass *analyzer.Pass, t *mcp.Tool) {
	name := t.ActByName()
	if name.Action != mcp.ActionDestroy {
		return
	}
	title := t.ActByTitle()
	if title.Action != mcp.ActionRead {
		return
	}
	if words.Has(words.Split(title.At.Value), "delete", "remove", "drop", "destroy", "clear", "reset", "revoke", "purge", "wipe", "uninstall", "terminate", "kill") {
		return
	}
	pass.Report(analyzer.Diagnostic{
		Rule: titleNameMismatch, Span: title.At.Span, Confidence: sure(pass.File, analyzer.Likely),
		Message: called(t) + ` is shown as "` + title.At.Value + `", which reads, while its name destroys`,
		Related: reasons(name),
	})
}
