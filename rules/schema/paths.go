package schema

import (
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/host"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
	"github.com/mcplumb/mcplumb/analyzer/words"
)

// pathCheck looks at every parameter that names a path of the server's own file
// system. That files leave the machine is said first, that they are changed next.
var pathCheck = analyzer.Check{
	Rules: []*analyzer.Rule{localFileUploadParameter, unboundedPathParameterWrite, unboundedPathParameter},
	Run: func(pass *analyzer.Pass) {
		for t := range pass.File.Tools {
			uploaded := false
			for _, p := range t.Parameters().Free {
				if p.Subject() != mcp.SubjectPath || p.Contained() {
					continue
				}
				d := analyzer.Diagnostic{Span: at(p), Confidence: sure(pass.File, analyzer.Likely)}
				switch {
				case uploads(t, p) && pass.Enabled(localFileUploadParameter):
					if uploaded {
						continue
					}
					uploaded = true
					d.Rule, d.Confidence = localFileUploadParameter, sure(pass.File, analyzer.Certain)
					d.Message = called(t) + " sends out the file that " + label(p) + " names, whatever its path"
				case changesFiles(t) && speaksAbsolute(p) && pass.Enabled(unboundedPathParameterWrite):
					d.Rule = unboundedPathParameterWrite
					d.Message = called(t) + " writes or deletes at the absolute path in " + label(p)
				default:
					d.Rule, d.Confidence = unboundedPathParameter, analyzer.Unsure
					d.Message = called(t) + " takes any path in " + label(p) + ", absolute ones and .. included"
				}
				pass.Report(d)
			}
		}
		for _, l := range pass.File.Manifests {
			for _, r := range l.Resources {
				judgeFileTemplate(pass, r)
			}
		}
	},
}

func judgeFileTemplate(pass *analyzer.Pass, r *mcp.Resource) {
	u, ok := host.Parse(r.URI.Value)
	if !ok || u.SchemeName() != "file" || !host.HasPlaceholder(u.Slice(u.Path)+u.Slice(u.Authority)) {
		return
	}
	pass.Report(analyzer.Diagnostic{
		Rule: unboundedPathParameter, Span: r.URI.Span, Confidence: analyzer.Unsure,
		Message: `resource template "` + r.Name.Value + `" takes any path, absolute ones and .. included`,
	})
}

// uploads reports whether the tool hands a local file to somebody else: it says so,
// and the parameter is no target to write to.
func uploads(t *mcp.Tool, p *mcp.Parameter) bool {
	n := p.Words()
	text := p.Explanation()
	if words.Has(n, "output", "destination", "dest", "target", "save", "download", "folder", "dir", "directory", "cwd", "root", "workspace", "project", "repo", "config", "parent", "remote", "cloud", "base", "entrypoint", "entry", "state", "db", "key", "private", "mount") {
		return false
	}
	name := t.Words()
	if words.Has(name, "download", "get", "list", "hooks") {
		return false
	}
	verb := ""
	for _, w := range name {
		if slices.Contains([]string{"upload", "attach", "attachment", "send", "share", "publish", "email", "reply"}, w) {
			verb = w
			break
		}
	}
	if verb == "" && strings.Contains(text, "to upload") {
		verb = "upload"
	}
	if verb == "" {
		return false
	}
	if words.Has(name, "browser", "page", "devtools", "simulator") && !strings.Contains(text, "local") {
		return false
	}
	return words.Has(n, "path", "paths", "file", "files", "filepath", "attachment", "attachments", "source", "media", "image")
}

func changesFiles(t *mcp.Tool) bool {
	name := t.Words()
	return words.Has(name, "write", "delete", "remove", "save", "move", "create", "edit", "append", "overwrite", "export", "download", "rename", "copy", "store", "extract", "unzip")
}

func speaksAbsolute(p *mcp.Parameter) bool {
	text := p.Explanation()
	return strings.Contains(text, "absolute") || strings.Contains(text, "full path")
}
