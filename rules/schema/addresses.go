package schema

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/source"
)

// addressCheck reads the values that a schema writes down, and in descriptions only
// the addresses of metadata services, since networks are explained with examples.
var addressCheck = analyzer.Check{
	Rules: []*analyzer.Rule{internalAddressInSchema, internalAddressInSchemaPrivate},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			for _, p := range t.Parameters().List {
				for _, v := range p.Values("default", "const", "enum") {
					judgeAddress(pass, t, p, v, analyzer.Certain)
				}
				for _, v := range p.Values("example", "examples") {
					judgeAddress(pass, t, p, v, analyzer.Likely)
				}
				judgeMention(pass, t, p.Description)
			}
			judgeMention(pass, t, t.Description)
		}
	},
}

func judgeAddress(pass *analyzer.Pass, t *mcp.Tool, p *mcp.Parameter, v source.String, best analyzer.Confidence) {
	h, span, ok := hostOf(v, p)
	if !ok {
		return
	}
	d := analyzer.Diagnostic{Span: span, Confidence: sure(pass.File, best)}
	switch h.Kind {
	case host.KindMetadata, host.KindLinkLocal:
		d.Rule = internalAddressInSchema
		d.Message = called(t) + " offers " + h.Name + ", " + h.Kind.String() + ", for " + label(p)
	case host.KindPrivate:
		d.Rule = internalAddressInSchemaPrivate
		d.Message = called(t) + " offers " + h.Name + ", " + h.Kind.String() + ", for " + label(p)
	default:
		return
	}
	pass.Report(d)
}

// hostOf returns the host that a value leads to: of a URL, or of a bare address where
// the parameter takes one.
func hostOf(v source.String, p *mcp.Parameter) (host.Host, source.Span, bool) {
	if u, ok := host.Parse(v.Value); ok && !u.Opaque {
		return u.HostName(), v.At(u.Host.Start, u.Host.End), true
	}
	if strings.ContainsAny(v.Value, " /") || len(v.Value) > 80 || !strings.ContainsAny(v.Value, ".:") {
		return host.Host{}, source.Span{}, false
	}
	bare := v.Value
	if strings.Count(bare, ":") == 1 {
		bare, _, _ = strings.Cut(bare, ":")
	}
	h := host.ParseHost(bare)
	// A version or a number with dots is no address unless the parameter takes one.
	plain := h.Addr.IsValid() && h.Spelling == "" || h.Kind == host.KindMetadata
	return h, v.Span, plain && (h.Kind == host.KindMetadata || p.Subject() == mcp.SubjectHost || strings.Count(v.Value, ".") == 3 || strings.Contains(v.Value, ":"))
}

// mentions are the spellings of metadata services that are looked for in prose.
var mentions = []string{"169.254.169.254", "169.254.170.2", "metadata.google.internal", "100.100.100.200", "fd00:ec2::254", "2852039166", "0xa9fea9fe"}

// shortestMention is the length of the shortest.
const shortestMention = len("2852039166")

// mayMention is a cheap look at how the mentions begin.
func mayMention(text string) bool {
	for i := 0; i+shortestMention <= len(text); i++ {
		switch text[i] {
		case '1':
			if strings.HasPrefix(text[i:], "169.254.") || strings.HasPrefix(text[i:], "100.100.") {
				return true
			}
		case '2':
			if strings.HasPrefix(text[i:], "28520") {
				return true
			}
		case '0':
			if text[i+1]|0x20 == 'x' {
				return true
			}
		case 'm', 'M':
			if strings.EqualFold(text[i:i+len("metadata.")], "metadata.") {
				return true
			}
		case 'f', 'F':
			if strings.EqualFold(text[i:i+len("fd00:")], "fd00:") {
				return true
			}
		}
	}
	return false
}

// judgeMention reports a metadata address in a description, unless the text says
// that it is refused.
func judgeMention(pass *analyzer.Pass, t *mcp.Tool, text source.String) {
	if !mayMention(text.Value) {
		return
	}
	lower := lowerASCII(text.Value)
	for _, m := range mentions {
		at := strings.Index(lower, m)
		if at < 0 || refused(lower, at) {
			continue
		}
		pass.Report(analyzer.Diagnostic{
			Rule: internalAddressInSchema, Span: text.At(at, at+len(m)), Confidence: sure(pass.File, analyzer.Likely),
			Message: called(t) + " names " + m + ", a cloud metadata service, in a description",
		})
		return
	}
}

// refused reports whether the sentences around an address speak of refusing it.
func refused(text string, at int) bool {
	around := text[max(0, at-240):min(len(text), at+200)]
	for _, cue := range []string{"block", "reject", "refus", "deny", "denied", "not allowed", "forbid", "prevent", "cannot", "can't", "prohibit", "disallow", "ssrf", "never ", "protect", "guard", "not be ", "not reach", "unreachable", "except"} {
		if strings.Contains(around, cue) {
			return true
		}
	}
	return false
}
