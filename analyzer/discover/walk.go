package discover

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer/knowledge"
)

// maxWalkers bounds how many folders are read at a time.
const maxWalkers = 8

// walk adds the candidates below a directory, sorted by path.
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
	w := &walker{
		root: root, dir: dir, abs: prefix(filepath.ToSlash(abs)), shown: prefix(shown(dir)),
		uri: prefix(uri(r.repository(abs), abs)), folders: []string{""},
	}
	w.wake.L = &w.mutex
	w.run()
	slices.SortFunc(w.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(w.problems, func(a, b Problem) int { return strings.Compare(a.Path, b.Path) })
	r.Files = append(r.Files, w.files...)
	r.Problems = append(r.Problems, w.problems...)
	r.Passed += w.passed
	return nil
}

// prefix is what stands before the paths of what is in a folder.
func prefix(folder string) string {
	if folder == "." {
		return ""
	}
	return strings.TrimSuffix(folder, "/") + "/"
}

// A walker reads one directory tree, several folders at a time.
type walker struct {
	root            *os.Root
	dir             string // as given
	abs, shown, uri string // prefixes of the paths of everything in it, slash-separated

	mutex    sync.Mutex
	wake     sync.Cond
	folders  []string // to be read, relative to dir, slash-separated
	reading  int      // folders that are being read and may add others
	files    []File
	problems []Problem
	passed   int
}

// run reads folders until there are no more.
func (w *walker) run() {
	var readers sync.WaitGroup
	for range min(maxWalkers, runtime.GOMAXPROCS(0)) {
		readers.Go(func() {
			for {
				folder, ok := w.next()
				if !ok {
					return
				}
				w.done(w.read(folder))
			}
		})
	}
	readers.Wait()
}

// next waits for a folder to read. It reports false when there will be no more.
func (w *walker) next() (string, bool) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for len(w.folders) == 0 && w.reading > 0 {
		w.wake.Wait()
	}
	if len(w.folders) == 0 {
		return "", false
	}
	last := len(w.folders) - 1
	folder := w.folders[last]
	w.folders = w.folders[:last]
	w.reading++
	return folder, true
}

// done adds what a folder holds.
func (w *walker) done(f folder) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.reading--
	w.folders = append(w.folders, f.folders...)
	w.files = append(w.files, f.files...)
	w.problems = append(w.problems, f.problems...)
	w.passed += f.passed
	w.wake.Broadcast()
}

// A folder is what one directory holds.
type folder struct {
	folders  []string
	files    []File
	problems []Problem
	passed   int
}

// read looks at one folder. One that is gone meanwhile is no problem.
func (w *walker) read(rel string) (f folder) {
	entries, err := readDir(filepath.Join(w.dir, filepath.FromSlash(rel)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		f.problems = append(f.problems, Problem{w.path(rel), "cannot be read: " + reason(err).Error()})
	}
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case entry.IsDir():
			if !pruned(name) {
				f.folders = append(f.folders, join(rel, name))
			}
		case isCandidate(name):
			w.consider(&f, join(rel, name), entry)
		default:
			f.passed++
		}
	}
	return f
}

// readDir is os.ReadDir without the sorting.
func readDir(name string) ([]fs.DirEntry, error) {
	dir, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.ReadDir(-1)
}

// consider adds a file whose name concerns MCP, unless it is no file.
func (w *walker) consider(f *folder, rel string, entry fs.DirEntry) {
	abs := w.abs + rel
	_, place := knowledge.ClientOf(abs)
	mode := entry.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := w.root.Stat(filepath.FromSlash(rel))
		switch {
		case err == nil:
			mode = info.Mode().Type()
		case place.Known:
			f.problems = append(f.problems, Problem{w.path(rel), "is a symbolic link that leaves the analyzed directory or leads nowhere"})
			return
		default:
			f.passed++
			return
		}
	}
	switch {
	case mode.IsRegular():
		f.files = append(f.files, File{
			Path: within(abs, w.shown, rel), URI: within(abs, w.uri, rel), Known: place.Known,
			place: beneath{w.root}, name: abs[len(w.abs):],
		})
	case place.Known && !mode.IsDir():
		f.problems = append(f.problems, Problem{w.path(rel), "is not a regular file"})
	default:
		f.passed++
	}
}

// path is a folder or file as people see it.
func (w *walker) path(rel string) string {
	if rel == "" {
		return shown(w.dir)
	}
	return w.shown + rel
}

// within joins prefix and rel, sharing the memory of the longer abs where it can.
func within(abs, prefix, rel string) string {
	if n := len(prefix) + len(rel); n <= len(abs) && strings.HasPrefix(abs[len(abs)-n:], prefix) {
		return abs[len(abs)-n:]
	}
	return prefix + rel
}

func join(folder, name string) string {
	if folder == "" {
		return name
	}
	return folder + "/" + name
}
