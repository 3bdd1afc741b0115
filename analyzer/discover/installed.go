package discover

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

// A Machine is what has to be known of a computer to look for its clients.
type Machine struct {
	System string              // as runtime.GOOS: linux, darwin, windows
	Home   string              // the user's home folder
	Getenv func(string) string // for Windows' folders and XDG_CONFIG_HOME; may be nil
}

// maxInstalled bounds how many files one pattern may lead to.
const maxInstalled = 200

// Installed looks at the well-known places of all clients on this machine, and at
// nothing else. It returns the files that are there, with paths that begin with "~"
// inside the home folder, and the clients they belong to, by name.
func Installed(m Machine) (result *Result, clients []string) {
	result = &Result{bases: map[string]string{}}
	seen := map[string]bool{}
	for _, c := range knowledge.Clients() {
		found := false
		for _, p := range c.Places {
			for _, template := range p.Locations(m.System) {
				for _, name := range m.files(template) {
					found = true
					if !seen[name] {
						seen[name] = true
						result.Files = append(result.Files, m.file(name))
					}
				}
			}
		}
		if found {
			clients = append(clients, c.Name)
		}
	}
	slices.SortFunc(result.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return result, clients
}

// file is a file that was found. Nothing beside it is read.
func (m Machine) file(name string) File {
	shown := filepath.ToSlash(name)
	if rel, err := filepath.Rel(m.Home, name); err == nil && filepath.IsLocal(rel) {
		shown = "~/" + filepath.ToSlash(rel)
	}
	return File{Path: shown, URI: shown, Known: true, place: alone{}, name: name}
}

// files returns the regular files that a template names. A folder that cannot be
// read holds none.
func (m Machine) files(template string) []string {
	var found []string
	for _, s := range m.searches(template) {
		found = append(found, matching(s.folder, s.pattern)...)
	}
	return slices.DeleteFunc(found, func(name string) bool {
		info, err := os.Stat(name)
		return err != nil || !info.Mode().IsRegular()
	})
}

// A search is for what is below a folder.
type search struct{ folder, pattern string }

// searches splits a template into folders of this machine and what is below them.
// Some clients put their folder where XDG_CONFIG_HOME says, and some do not ask, so
// both places count.
func (m Machine) searches(template string) []search {
	first, rest, _ := strings.Cut(template, "/")
	variable := strings.HasPrefix(first, "%") && strings.HasSuffix(first, "%")
	var found []search
	switch {
	case variable:
		found = m.variable(strings.Trim(first, "%"), rest)
	case first == "~":
		if m.Home != "" {
			found = []search{{m.Home, rest}}
		}
		if below, ok := strings.CutPrefix(rest, ".config/"); ok && m.System == "linux" {
			found = append(found, m.variable("XDG_CONFIG_HOME", below)...)
		}
	default:
		found = []search{{first + string(filepath.Separator), rest}}
	}
	return found
}

// variable is the folder that a variable of the environment names, if it does.
func (m Machine) variable(name, pattern string) []search {
	if m.Getenv == nil || !filepath.IsAbs(m.Getenv(name)) {
		return nil
	}
	return []search{{m.Getenv(name), pattern}}
}

// matching returns the names below a folder that a pattern stands for, in which "*"
// is any part of a segment. Unlike filepath.Glob it takes no character of the folder
// for a pattern.
func matching(folder, pattern string) []string {
	found := []string{folder}
	for segment := range strings.SplitSeq(pattern, "/") {
		var next []string
		for _, dir := range found {
			if !strings.Contains(segment, "*") {
				next = append(next, filepath.Join(dir, segment))
				continue
			}
			entries, _ := os.ReadDir(dir)
			for _, e := range entries {
				if ok, _ := path.Match(segment, e.Name()); ok && e.Type()&fs.ModeSymlink == 0 && len(next) < maxInstalled {
					next = append(next, filepath.Join(dir, e.Name()))
				}
			}
		}
		found = next
	}
	return found
}
