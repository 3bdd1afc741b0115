package schema

import (
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// dangerCheck finds the one parameter that makes a tool an interpreter of commands,
// code or statements, or an HTTP client, and says it once, by the rule that explains
// it best. A tool that claims to only read is the business of
// readonly-with-dangerous-input as well.
var dangerCheck = analyzer.Check{
	Rules: []*analyzer.Rule{
		shellCommandParameterApproved, shellCommandParameter, codeEvaluationParameter, rawQueryParameterReadOnly, rawQueryParameter,
		arbitraryHTTPClient, readonlyWithDangerousInput,
	},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			kind, p := dangerous(t)
			if kind == shapeNone {
				continue
			}
			d := analyzer.Diagnostic{Span: at(p)}
			switch kind {
			case shapeShell:
				d.Rule, d.Confidence = shellCommandParameter, analyzer.Certain
				d.Message = called(t) + " runs the command line in " + label(p) + ", which nothing restricts"
			case shapeCode:
				d.Rule, d.Confidence = codeEvaluationParameter, analyzer.Likely
				d.Message = called(t) + " evaluates the code in " + label(p) + ", which nothing restricts"
			case shapeQuery:
				d.Rule, d.Confidence = rawQueryParameter, analyzer.Certain
				d.Message = called(t) + " runs the database statement in " + label(p) + ", which nothing restricts"
				if (isReadOnly(t) || saysOneOf(t, "select", "readonly") != "" || strings.Contains(t.Opening(), "read-only")) && !mutates(t) {
					d.Rule, d.Confidence = rawQueryParameterReadOnly, analyzer.Likely
				}
			case shapeHTTP:
				d.Rule, d.Confidence = arbitraryHTTPClient, analyzer.Certain
				d.Message = called(t) + " sends any request to the URL in " + label(p) + ", whatever its host"
			}
			if a, ok := approved(pass.File, t); ok && (kind == shapeShell || kind == shapeCode) && pass.Enabled(shellCommandParameterApproved) {
				d.Rule = shellCommandParameterApproved
				d.Message += ", and " + a.Key.Value + " lets it run without asking"
				d.Related = []analyzer.Evidence{{Span: a.Value.Span, Text: a.Value.Value, Note: "approved in advance"}}
			}
			d.Confidence = sure(pass.File, d.Confidence)
			pass.Report(d)
			if isReadOnly(t) {
				contradictsReadOnly(pass, t, kind, p)
			}
		}
	},
}

// contradictsReadOnly reports a tool whose input can do what its hint denies.
func contradictsReadOnly(pass *analyzer.Pass, t *mcp.Tool, kind shape, p *mcp.Parameter) {
	why := ""
	switch kind {
	case shapeShell:
		why = "runs any command line"
	case shapeCode:
		why = "evaluates any code"
	case shapeQuery:
		if !mutates(t) {
			return // whether statements only read is a matter of the database role
		}
		why = "runs statements that change data"
	case shapeHTTP:
		if !choosesMethod(t) {
			return
		}
		why = "sends requests with any method"
	}
	hint := t.Hint("readOnlyHint")
	pass.Report(analyzer.Diagnostic{
		Rule: readonlyWithDangerousInput, Span: hint.Node.Span, Confidence: sure(pass.File, analyzer.Likely),
		Message: called(t) + " says that it only reads, but through " + label(p) + " it " + why,
		Related: []analyzer.Evidence{{Span: at(p), Text: p.Name.Value, Note: why}},
	})
}

// mutates reports whether a tool for statements names such as change data.
func mutates(t *mcp.Tool) bool {
	if saysOneOf(t, "read", "readonly", "select") != "" {
		return false
	}
	return saysOneOf(t, "insert", "update", "delete", "ddl", "dml", "write", "mutation", "drop", "alter", "modify") != ""
}

func choosesMethod(t *mcp.Tool) bool {
	for _, p := range t.Parameters().List {
		if !topLevel(p) || words.Last(p.Words()) != "method" {
			continue
		}
		values := p.Values("enum")
		if len(values) == 0 {
			return p.Free()
		}
		for _, v := range values {
			switch v.Value {
			case "GET", "HEAD", "OPTIONS", "get", "head", "options":
			default:
				return true
			}
		}
	}
	return false
}
