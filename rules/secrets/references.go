package secrets

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/credential"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// referenceCheck reports secrets that are named, not written, but that the client
// will put into a place where others see them.
var referenceCheck = analyzer.Check{
	Rules: []*analyzer.Rule{secretInURLReference, secretInArgvReference},
	Run: func(pass *analyzer.Pass) {
		if f := pass.File; len(f.Servers)+len(f.Inputs)+len(f.Packages) == 0 {
			return // nothing is put anywhere
		}
		slots(pass.File, func(s slot) {
			if !s.inside || s.place != argument && s.place != address {
				return
			}
			for _, r := range credential.Judge(s.name, s.value.Value).References {
				if !r.Secret() {
					continue
				}
				if r.Dialect == credential.BraceName && pass.File.Kind != mcp.PackageManifest {
					continue // {token} is a placeholder outside registry entries
				}
				l := literal{slot: s, Secret: credential.Secret{Name: r.Name}}
				rule, into := secretInArgvReference, "the command line"
				if s.place == address {
					rule, into = secretInURLReference, "the URL"
				}
				if s.place == argument && inHeader(s.value.Value[:r.Start]) {
					continue // an option of a bridge: there is no other way to send a header
				}
				pass.Report(analyzer.Diagnostic{
					Rule: rule, Span: s.value.At(r.Start, r.End),
					Message: fmt.Sprintf("%s%s is put into %s, where others can read it", l.owner(), r.Name, into),
				})
			}
		})
	},
}

// inHeader reports whether the text before a reference names a header.
func inHeader(before string) bool {
	for i := range before {
		if before[i] == ':' {
			return true
		}
	}
	return false
}
