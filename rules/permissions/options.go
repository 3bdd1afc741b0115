package permissions

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// dangerousOptionCheck asks the table about known servers, and otherwise takes an
// option's own name at its word.
var dangerousOptionCheck = analyzer.Check{
	Rules: []*analyzer.Rule{dangerousServerOption},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			seen := dangerousKnown(pass, s)
			for a := range arguments(s) {
				if name, _, _ := strings.Cut(a.Value, "="); callsItselfDangerous(name) && strings.HasPrefix(name, "--") && !isOff(a.Value) && !slices.Contains(seen, name) {
					report(pass, s, namedDangerous(s, a, name))
				}
			}
			for key, value := range environment(s) {
				if callsItselfDangerous(key.Value) && isOn(value.Value) && !slices.Contains(seen, key.Value) {
					report(pass, s, namedDangerous(s, value, key.Value))
				}
			}
		}
	},
}

func namedDangerous(s *mcp.Server, at mcp.String, name string) analyzer.Diagnostic {
	return analyzer.Diagnostic{Rule: dangerousServerOption, Span: at.Span, Confidence: analyzer.Likely,
		Message: fmt.Sprintf("%s is started with %s, which its own authors call dangerous; leave it out", subject(s), name)}
}

// dangerousKnown reports options of a known server and returns their names.
func dangerousKnown(pass *analyzer.Pass, s *mcp.Server) []string {
	known := s.Known()
	if known == nil {
		return nil
	}
	var seen []string
	for i := range known.Options {
		o := &known.Options[i]
		unsafe := o.Kind == knowledge.Dangerous && !o.Minor || o.Kind == knowledge.ProtectionOff
		at := s.Option(o)
		if at.Present() {
			seen = append(seen, o.Name()) // judged by its kind, here or by another rule
		}
		if !unsafe || !at.Present() {
			continue
		}
		report(pass, s, analyzer.Diagnostic{Rule: dangerousServerOption, Span: at.Span,
			Message: fmt.Sprintf("%s is %s with %s, which %s; %s", subject(s), known.Title, o.Name(), o.Says, o.Instead)})
	}
	return seen
}

// callsItselfDangerous reports whether an option's name warns of it. Options
// about TLS and about asking a person have rules of their own.
func callsItselfDangerous(name string) bool {
	w := words.Split(name)
	if !slices.Contains(w, "dangerously") && !slices.Contains(w, "dangerous") {
		return false
	}
	for _, other := range []string{"tls", "ssl", "cert", "permissions", "permission", "approval", "approvals", "elicitation", "confirm", "auth", "bypass", "block", "deny", "disallow", "forbid"} {
		if slices.Contains(w, other) {
			return false
		}
	}
	return true
}

func isOff(arg string) bool {
	_, value, ok := strings.Cut(arg, "=")
	return ok && !isOn(value)
}

func isOn(value string) bool {
	switch strings.ToLower(value) {
	case "", "false", "0", "no", "off":
		return false
	}
	return true
}

// readOnlyCheck looks at known servers that could be told to only read. Where
// the entry picks its tools, somebody has thought about it already.
var readOnlyCheck = analyzer.Check{
	Rules: []*analyzer.Rule{readonlyModeNotEnabled, readonlyModeNotEnabledProduction},
	Run: func(pass *analyzer.Pass) {
		if pass.File.Kind == mcp.PackageManifest {
			return // a server's own package says how it can be started, not how it is
		}
		for _, s := range pass.File.Servers {
			known := s.Known()
			if known == nil || len(s.Allowed) > 0 && s.Allowed[0].Value != "*" {
				continue
			}
			safer, settled := "", false
			var writes mcp.String
			var writer *knowledge.Option
			for i := range known.Options {
				o := &known.Options[i]
				at := s.Option(o)
				switch o.Kind {
				case knowledge.ReadOnly:
					settled = settled || at.Present()
					if safer == "" && reachable(s, o) {
						safer = spell(o)
					}
				case knowledge.ToolFilter:
					settled = settled || at.Present()
				case knowledge.Writes:
					if at.Present() && !writes.Present() {
						writes, writer = at, o
					}
				}
			}
			if writer == nil && (settled || safer == "") {
				continue
			}
			d := analyzer.Diagnostic{Rule: readonlyModeNotEnabled}
			may := "may write"
			if mark, ok := production(s); ok && pass.Enabled(readonlyModeNotEnabledProduction) {
				d.Rule, may = readonlyModeNotEnabledProduction, "may write to production"
				d.Related = []analyzer.Evidence{{Span: mark.Span, Note: "says production"}}
			}
			if writer != nil {
				d.Span = writes.Span
				d.Message = fmt.Sprintf("%s is %s and %s, since %s %s; %s", subject(s), known.Title, may, writer.Name(), writer.Says, writer.Instead)
			} else {
				d.Span = place(s).Span
				d.Message = fmt.Sprintf("%s is %s and %s; it only reads with %s", subject(s), known.Title, may, safer)
			}
			report(pass, s, d)
		}
	},
}

// reachable reports whether an option can be set for the way the server runs: a
// remote server takes no arguments.
func reachable(s *mcp.Server, o *knowledge.Option) bool {
	remote := !s.Command.Present() || s.Launch.RemoteURL.Present()
	return remote == (o.Header != "" || o.Query != "" || o.Path != "")
}

// spell writes an option with its value.
func spell(o *knowledge.Option) string {
	value := "true"
	if len(o.Values) > 0 {
		value = o.Values[0]
	}
	switch {
	case o.Arg != "" && len(o.Values) == 0:
		return o.Arg
	case o.Header != "":
		return "the header " + o.Header + ": " + value
	case o.Query != "":
		return "?" + o.Query + "=" + value
	case o.Path != "":
		return "the path " + o.Path
	}
	return o.Name() + "=" + value
}

// allToolsCheck looks for the switch that offers every tool a server has.
var allToolsCheck = analyzer.Check{
	Rules: []*analyzer.Rule{allToolsetsEnabled, allToolsetsEnabledApproved},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			at, name := allTools(s)
			if !at.Present() {
				continue
			}
			d := analyzer.Diagnostic{Rule: allToolsetsEnabled, Span: at.Span,
				Message: fmt.Sprintf("%s offers every tool it has (%s); name those you use", subject(s), name)}
			if approved := s.BlanketApproval(); approved != nil && pass.Enabled(allToolsetsEnabledApproved) {
				d.Rule = allToolsetsEnabledApproved
				d.Message = fmt.Sprintf("%s offers every tool it has (%s) and all of them run without asking; name those you use", subject(s), name)
				d.Related = []analyzer.Evidence{{Span: approved.Value.Span, Note: "approves every tool"}}
			}
			report(pass, s, d)
		}
	},
}

// toolsetOptions choose groups of tools in servers of every kind.
var toolsetOptions = []knowledge.Option{
	{Arg: "--toolsets", Values: []string{"all"}}, {Arg: "--toolset", Values: []string{"all"}},
	{Arg: "--tools", Values: []string{"all"}}, {Arg: "--features", Values: []string{"all"}},
	{Env: "TOOLSETS", Values: []string{"all"}}, {Env: "MCP_TOOLSETS", Values: []string{"all"}},
}

func allTools(s *mcp.Server) (mcp.String, string) {
	if known := s.Known(); known != nil {
		for i := range known.Options {
			if o := &known.Options[i]; o.Kind == knowledge.AllTools {
				if at := s.Option(o); at.Present() {
					return at, o.Name()
				}
			}
		}
	}
	for i := range toolsetOptions {
		if at := s.Option(&toolsetOptions[i]); at.Present() {
			return at, toolsetOptions[i].Name()
		}
	}
	return mcp.String{}, ""
}
