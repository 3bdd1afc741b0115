package poisoning

import (
	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// textCheck reads every text of a file once. One text gets one finding; it goes to
// the rule that explains it best.
var textCheck = analyzer.Check{Rules: textRules, Run: func(pass *analyzer.Pass) {
	foreign := abroad(pass.File)
	for _, l := range listings(pass.File) {
		for _, v := range judge(l, foreign) {
			if r, h := v.attribute(pass.Enabled); r != nil {
				d := v.diagnose(r, h)
				if d.Confidence == 0 {
					d.Confidence = pass.Weigh(r, "")
				}
				pass.Report(d)
			}
		}
	}
}}

// listings returns the listings of a file, and one for each server entry and for
// the file itself where texts stand outside listings.
func listings(f *mcp.File) []*mcp.Listing {
	all := f.Manifests
	for _, s := range f.Servers {
		if len(s.Texts) > 0 {
			all = append(all, &mcp.Listing{Server: s.Name, Tools: s.Tools, Texts: s.Texts})
		}
	}
	if len(f.Prose) > 0 {
		all = append(all, &mcp.Listing{Texts: f.Prose})
	}
	return all
}

// abroad returns the distinctive tool names of all listings of a file, nil when
// there is only one. Those of the listing being judged are among them; its own tools
// are asked for first.
func abroad(f *mcp.File) map[string]bool {
	if len(f.Manifests) < 2 {
		return nil
	}
	names := map[string]bool{}
	for _, l := range f.Manifests {
		for _, t := range l.Tools {
			if len(splitName(t.Name.Value)) > 1 {
				names[plainName(t.Name.Value)] = true
			}
		}
	}
	return names
}
