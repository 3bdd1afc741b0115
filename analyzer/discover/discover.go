// Package discover finds the files that may concern MCP: by walking directories,
// by name and by content. It opens files without ever blocking on a device and
// without leaving the root it was given.
package discover

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

// A File is a candidate: a file that is named by the user or whose name says
// that it may concern MCP.
type File struct {
	Path  string // slash-separated, as shown to people
	URI   string // slash-separated, relative to the repository root; absolute outside one
	Named bool   // named on the command line
	Known bool   // bears the name of a client's file
	// Mode is who may read a file that is not on disk; 0 for nobody knows.
	Mode fs.FileMode

	place place
	name  string // of the file in its place
}

// A Problem is a place that could not be looked at.
type Problem struct {
	Path   string
	Reason string
}

// A Result is what was found, in the order in which it is reported: by target,
// then by path.
type Result struct {
	Files    []File
	Problems []Problem
	Passed   int // files whose name does not concern MCP

	roots []*os.Root
	bases map[string]string // a folder's repository root
}

// Close releases the directories that are held open.
func (r *Result) Close() {
	for _, root := range r.roots {
		_ = root.Close()
	}
}

// InMemory returns a named file that is already read, with siblings found in the
// given map from slash-separated path to content.
func InMemory(name string, data []byte, siblings map[string][]byte) File {
	_, place := knowledge.ClientOf(name)
	return File{Path: name, URI: name, Named: true, Known: place.Known, place: memory{data, siblings}, name: name}
}

// Find walks the targets: a directory is searched, a file is taken as it is. A
// file that two targets lead to is taken once.
func Find(targets []string) (*Result, error) {
	result := &Result{bases: map[string]string{}}
	for _, target := range targets {
		info, err := os.Stat(target)
		switch {
		case err != nil:
			return result, fmt.Errorf("%s: %w", filepath.ToSlash(target), reason(err))
		case info.IsDir():
			if err := result.walk(target); err != nil {
				return result, err
			}
		default:
			result.named(target)
		}
	}
	if len(targets) > 1 {
		result.Files = once(result.Files)
	}
	return result, nil
}

// once leaves out files that are in the list already; one that is named stands
// for one that was only walked past.
func once(files []File) []File {
	place := map[string]int{}
	kept := files[:0]
	for _, f := range files {
		if at, seen := place[f.URI]; seen {
			if f.Named {
				kept[at] = f
			}
			continue
		}
		place[f.URI] = len(kept)
		kept = append(kept, f)
	}
	return kept
}

// reason strips the operation and path that fs errors repeat.
func reason(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// named adds a file that the user named.
func (r *Result) named(target string) {
	abs, err := filepath.Abs(target)
	if err != nil {
		abs = target
	}
	_, known := knowledge.ClientOf(filepath.ToSlash(abs))
	base := r.repository(filepath.Dir(abs))
	r.Files = append(r.Files, File{
		Path: shown(target), URI: uri(base, abs), Named: true, Known: known.Known,
		place: disk{base}, name: target,
	})
}

// repository is repositoryRoot, asked once a folder.
func (r *Result) repository(dir string) string {
	base, known := r.bases[dir]
	if !known {
		base = repositoryRoot(dir)
		r.bases[dir] = base
	}
	return base
}

// shown is a path as people see it: relative where it was given so, with forward
// slashes.
func shown(path string) string { return filepath.ToSlash(filepath.Clean(path)) }

// uri is the path relative to the repository root, or absolute outside one.
func uri(base, abs string) string {
	if base == "" {
		base, _ = os.Getwd()
	}
	if rel, err := filepath.Rel(base, abs); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(abs)
}

// repositoryRoot returns the nearest parent that holds .git, or "".
func repositoryRoot(dir string) string {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// isCandidate reports whether a file's name says that it could hold a config or a
// manifest.
func isCandidate(name string) bool {
	name = knowledge.Original(name)
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 && len(name)-dot <= maxExtension {
		ext := name[dot:]
		return notation(ext) || notation(strings.ToLower(ext)) || name == ".crushrc"
	}
	return name == "crushrc"
}

// notation reports whether an extension is one of a notation that holds configs and
// manifests.
func notation(extension string) bool {
	switch extension {
	case ".json", ".jsonc", ".json5", ".ndjson", ".jsonl",
		".yaml", ".yml", ".toml", ".md", ".mdc", ".code-workspace":
		return true
	}
	return false
}

const maxExtension = len(".code-workspace")

// pruned reports whether a directory of this name holds other people's code or
// caches. It is not entered; a file inside is still read when it is named.
func pruned(name string) bool {
	switch name {
	case ".git", ".hg", ".svn", ".jj",
		"node_modules", "bower_components", "vendor", "third_party", "Pods",
		".venv", "venv", "site-packages", "__pycache__", ".tox", ".nox",
		".mypy_cache", ".pytest_cache", ".ruff_cache", ".eggs",
		".gradle", ".m2", ".terraform", ".next", ".nuxt", ".svelte-kit",
		".turbo", ".parcel-cache", ".yarn", ".pnpm-store", ".npm", ".cargo",
		"DerivedData":
		return true
	}
	return false
}
