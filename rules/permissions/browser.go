package permissions

import (
	"fmt"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/knowledge"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// browserCheck looks for a browser server that works with a person's logins.
var browserCheck = analyzer.Check{
	Rules: []*analyzer.Rule{authenticatedBrowser},
	Run: func(pass *analyzer.Pass) {
		for _, s := range pass.File.Servers {
			known := s.Known()
			if known == nil || !known.Has("browser") {
				continue
			}
			if at, o := loggedIn(s, known); o != nil {
				name := o.Name()
				if name == "" {
					name = known.Title
				}
				report(pass, s, analyzer.Diagnostic{Rule: authenticatedBrowser, Span: at.Span,
					Message: fmt.Sprintf("%s reaches every site a person is logged in to: %s %s; %s", subject(s), name, o.Says, o.Instead)})
			}
		}
	},
}

// loggedIn returns the option by which a browser server gets at logins.
func loggedIn(s *mcp.Server, known *knowledge.Server) (mcp.String, *knowledge.Option) {
	for i := range known.Always {
		if known.Always[i].Kind == knowledge.Profile {
			return place(s), &known.Always[i]
		}
	}
	isolated := false
	for i := range known.Options {
		if o := &known.Options[i]; o.Kind == knowledge.Isolated {
			isolated = isolated || s.Option(o).Present()
		}
	}
	for i := range known.Options {
		o := &known.Options[i]
		at := s.Option(o)
		if !at.Present() {
			continue
		}
		switch {
		case o.Kind == knowledge.Profile && (!isolated || strings.Contains(strings.ToLower(o.Name()), "storage")):
			return at, o
		case o.Kind == knowledge.ProfileDir && !isolated:
			if dir := s.OptionValue(o); isPersonalProfile(dir.Value) {
				return dir, o
			}
		}
	}
	return mcp.String{}, nil
}

// personalProfiles are where browsers keep the profile of the person at the
// machine, as lower-case parts of a path.
var personalProfiles = []string{
	"google/chrome/user data", "google/chrome", "google-chrome", "microsoft/edge", "microsoft-edge", "bravesoftware/brave-browser", ".config/chromium",
	"chromium/user data", "mozilla/firefox", ".mozilla/firefox", "application support/firefox",
}

func isPersonalProfile(dir string) bool {
	dir = strings.ToLower(strings.ReplaceAll(dir, `\`, "/"))
	for _, p := range personalProfiles {
		if strings.Contains(dir, p) {
			return true
		}
	}
	return false
}
