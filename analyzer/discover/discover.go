// Package discover finds the files that may concern MCP: by walking directories,
// by name and by content. It opens files without ever blocking on a device and
// without leaving the root it was given.
package discover

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

// A File is a candidate: a file that is named by the user or whose name says
// that it may concern MCP.
type File struct {
	Path  string // slash-separated, as shown to people
	URI   string // slash-separated, relative to the repository root; absolute outside one
	Named bool   // named on the command line
	Known bool   // bears the name of a client's file

	read    func(limit int64) ([]byte, error)
	sibling func(name string, limit int64) ([]byte, error)
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
	roots    []*os.Root
}

// Close releases the directories that are held open.
func (r *Result) Close() {
	for _, root := range r.roots {
		_ = root.Close()
	}
}

// Errors that Read returns, wrapped.
var (
	ErrTooLarge   = errors.New("larger than the limit")
	ErrNotRegular = errors.New("not a regular file")
)

// Read returns the bytes of the file, at most limit of them. A larger file is an
// error that wraps ErrTooLarge; a FIFO, device or socket one that wraps
// ErrNotRegular.
func (f File) Read(limit int64) ([]byte, error) { return f.read(limit) }

// Sibling returns the bytes of a file named relative to this one. Names that
// leave the analyzed root are refused.
func (f File) Sibling(name string, limit int64) ([]byte, error) {
	if f.sibling == nil {
		return nil, fs.ErrNotExist
	}
	return f.sibling(name, limit)
}

// InMemory returns a named file that is already read, with siblings found in the
// given map from slash-separated path to content.
func InMemory(name string, data []byte, siblings map[string][]byte) File {
	_, place := knowledge.ClientOf(name)
	return File{
		Path: name, URI: name, Named: true, Known: place.Known,
		read: func(limit int64) ([]byte, error) {
			if int64(len(data)) > limit {
				return nil, tooLarge(int64(len(data)), limit)
			}
			return data, nil
		},
		sibling: func(rel string, _ int64) ([]byte, error) {
			clean := filepath.ToSlash(filepath.Join(filepath.Dir(name), rel))
			if content, ok := siblings[clean]; ok {
				return content, nil
			}
			return nil, fs.ErrNotExist
		},
	}
}

// pruned are directories that hold other people's code or caches. They are not
// entered; a file inside them is still read when it is named.
var pruned = map[string]bool{
	".git": true, ".hg": true, ".svn": true, ".jj": true,
	"node_modules": true, "bower_components": true, "vendor": true, "third_party": true, "Pods": true,
	".venv": true, "venv": true, "site-packages": true, "__pycache__": true, ".tox": true, ".nox": true,
	".mypy_cache": true, ".pytest_cache": true, ".ruff_cache": true, ".eggs": true,
	".gradle": true, ".m2": true, ".terraform": true, ".next": true, ".nuxt": true, ".svelte-kit": true,
	".turbo": true, ".parcel-cache": true, ".yarn": true, ".pnpm-store": true, ".npm": true, ".cargo": true,
	"DerivedData": true,
}

// extensions are those of the notations that hold configs and manifests.
var extensions = map[string]bool{
	".json": true, ".jsonc": true, ".json5": true, ".ndjson": true, ".jsonl": true,
	".yaml": true, ".yml": true, ".toml": true, ".md": true, ".mdc": true, ".code-workspace": true,
}

// Find walks the targets: a directory is searched, a file is taken as it is.
func Find(targets []string) (*Result, error) {
	result := &Result{}
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
	return result, nil
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
	_, place := knowledge.ClientOf(filepath.ToSlash(abs))
	base := repositoryRoot(filepath.Dir(abs))
	sibling := func(name string, limit int64) ([]byte, error) {
		dir := base
		if dir == "" {
			dir = filepath.Dir(abs)
		}
		return readBeneath(dir, filepath.Join(filepath.Dir(abs), filepath.FromSlash(name)), limit)
	}
	r.Files = append(r.Files, File{
		Path: shown(target), URI: uri(base, abs), Named: true, Known: place.Known,
		read: func(limit int64) ([]byte, error) {
			return readFile(func() (*os.File, error) { return os.OpenFile(target, os.O_RDONLY|syscall.O_NONBLOCK, 0) }, limit)
		},
		sibling: sibling,
	})
}

// walk adds the candidates below a directory.
func (r *Result) walk(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.ToSlash(dir), reason(err))
	}
	r.roots = append(r.roots, root)
	abs, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	base := repositoryRoot(abs)
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			r.Problems = append(r.Problems, Problem{shown(path), "cannot be read: " + reason(err).Error()})
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() {
			if path != dir && pruned[entry.Name()] {
				return fs.SkipDir
			}
			return nil
		}
		r.consider(walked{root, dir, abs, base}, path, entry)
		return nil
	})
}

// walked is a directory on its way.
type walked struct {
	root *os.Root
	dir  string // as given
	abs  string
	base string // the repository root, "" without one
}

// consider adds a walked file when its name concerns MCP.
func (r *Result) consider(w walked, path string, entry fs.DirEntry) {
	if !extensions[strings.ToLower(filepath.Ext(path))] && !isScript(entry.Name()) {
		r.Passed++
		return
	}
	rel, err := filepath.Rel(w.dir, path)
	if err != nil {
		rel = path
	}
	abs := filepath.Join(w.abs, rel)
	root := w.root
	_, place := knowledge.ClientOf(filepath.ToSlash(abs))
	if entry.Type()&fs.ModeSymlink != 0 {
		info, err := root.Stat(rel)
		if err != nil {
			if place.Known {
				r.Problems = append(r.Problems, Problem{shown(path), "is a symbolic link that leaves the analyzed directory or leads nowhere"})
			} else {
				r.Passed++
			}
			return
		}
		if !info.Mode().IsRegular() {
			r.Passed++
			return
		}
	} else if !entry.Type().IsRegular() {
		if place.Known {
			r.Problems = append(r.Problems, Problem{shown(path), "is not a regular file"})
		}
		return
	}
	r.Files = append(r.Files, File{
		Path: shown(path), URI: uri(w.base, abs), Known: place.Known,
		read: func(limit int64) ([]byte, error) {
			return readFile(func() (*os.File, error) { return root.OpenFile(rel, os.O_RDONLY|syscall.O_NONBLOCK, 0) }, limit)
		},
		sibling: func(name string, limit int64) ([]byte, error) {
			beside := filepath.Join(filepath.Dir(rel), filepath.FromSlash(name))
			return readFile(func() (*os.File, error) { return root.OpenFile(beside, os.O_RDONLY|syscall.O_NONBLOCK, 0) }, limit)
		},
	})
}

// isScript reports whether the name is that of Crush's shell config.
func isScript(name string) bool { return name == "crushrc" || name == ".crushrc" }

// readFile opens, checks and reads a file.
func readFile(open func() (*os.File, error), limit int64) ([]byte, error) {
	file, err := open()
	if err != nil {
		return nil, reason(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, reason(err)
	}
	if !info.Mode().IsRegular() {
		return nil, ErrNotRegular
	}
	if info.Size() > limit {
		return nil, tooLarge(info.Size(), limit)
	}
	data := slices.Grow([]byte(nil), int(info.Size())+1)
	for len(data) < cap(data) || int64(len(data)) <= limit {
		if len(data) == cap(data) {
			data = slices.Grow(data, 512)
		}
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, reason(err)
		}
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(int64(len(data)), limit)
	}
	return data, nil
}

func readBeneath(dir, path string, limit int64) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, reason(err)
	}
	defer root.Close()
	rel, err := filepath.Rel(dir, path)
	if err != nil {
		return nil, err
	}
	return readFile(func() (*os.File, error) { return root.OpenFile(rel, os.O_RDONLY|syscall.O_NONBLOCK, 0) }, limit)
}

func tooLarge(size, limit int64) error {
	return fmt.Errorf("%w: %d bytes, the limit is %d (--max-size changes it)", ErrTooLarge, size, limit)
}

// shown is a path as people see it: relative where it was given so, with forward
// slashes.
func shown(path string) string { return filepath.ToSlash(filepath.Clean(path)) }

// uri is the path relative to the repository root, or absolute outside one.
func uri(base, abs string) string {
	if base == "" {
		base, _ = os.Getwd()
	}
	if rel, err := filepath.Rel(base, abs); err == nil && !strings.HasPrefix(rel, "..") {
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
