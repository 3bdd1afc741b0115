package supplychain

import (
	"fmt"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/launch"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// eachPackage yields every package that the servers of a file fetch when they are
// started, those behind bridges and beside the main one included. Whether the entry
// has a command line or only names an image or package makes no difference. What a
// registry entry says about its own releases is no launch of this kind.
func eachPackage(f *mcp.File, yield func(*mcp.Server, *launch.Launch, *launch.Package)) {
	for _, s := range f.Servers {
		if len(s.Launch.Words) == 0 {
			continue
		}
		for l := &s.Launch; l != nil; l = l.Inner {
			if l.Package.Ecosystem != "" {
				yield(s, l, &l.Package)
			}
			for i := range l.Extra {
				if l.Extra[i].Ecosystem != "" {
					yield(s, l, &l.Extra[i])
				}
			}
		}
	}
}

// report adds a finding about the argument that names a package.
func report(pass *analyzer.Pass, r *analyzer.Rule, s *mcp.Server, p *launch.Package, format string, args ...any) {
	pass.Report(analyzer.Diagnostic{
		Rule: r, Span: p.Spec.Span, Confidence: r.ConfidenceIn(s),
		Message: fmt.Sprintf("server %q ", s.Name.Value) + fmt.Sprintf(format, args...),
	})
}
