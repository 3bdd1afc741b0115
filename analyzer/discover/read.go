package discover

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"

	"syscall"
)

// Errors of files that are not read, wrapped.
var (
	ErrTooLarge   = errors.New("larger than the limit")
	ErrNotRegular = errors.New("not a regular file")
)

// A Reader is a file about to be read.
type Reader struct {
	Size  int64       // what the file system says; the file may have another by the time it is read
	Mode  fs.FileMode // permissions; 0 where the system keeps none that say who may read
	limit int64
	from  io.ReadCloser
}

// Open opens the file for reading. A file larger than limit is an error that wraps
// ErrTooLarge; a FIFO, device or socket one that wraps ErrNotRegular.
func (f File) Open(limit int64) (*Reader, error) {
	r, err := f.place.open(f.name, limit)
	if err == nil && r.Mode == 0 {
		r.Mode = f.Mode
	}
	return r, err
}

// Sibling returns the bytes of a file named relative to this one. Names that
// leave the analyzed root are refused.
func (f File) Sibling(name string, limit int64) ([]byte, error) {
	if path.IsAbs(name) || filepath.IsAbs(name) {
		return nil, fs.ErrPermission
	}
	r, err := f.place.beside(f.name, name, limit)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Read(nil)
}

// Read appends what the file holds to buf and returns it. A file that grew beyond
// the limit meanwhile is an error that wraps ErrTooLarge.
func (r *Reader) Read(buf []byte) ([]byte, error) {
	start := len(buf)
	buf = slices.Grow(buf, int(r.Size)+1)
	for {
		n, err := r.from.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf, reason(err)
		}
		if size := int64(len(buf) - start); size > r.limit {
			return buf, tooLarge(size, r.limit)
		}
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, 512)
		}
	}
}

// Close closes the file.
func (r *Reader) Close() { _ = r.from.Close() }

// A place is where files come from.
type place interface {
	open(name string, limit int64) (*Reader, error)
	beside(name, sibling string, limit int64) (*Reader, error)
}

// beneath is a directory that was walked. Nothing in it leads out of it.
type beneath struct{ root *os.Root }

func (b beneath) open(name string, limit int64) (*Reader, error) {
	return reader(limit)(b.root.OpenFile(filepath.FromSlash(name), os.O_RDONLY|nonblock, 0))
}

func (b beneath) beside(name, sibling string, limit int64) (*Reader, error) {
	return b.open(path.Join(path.Dir(name), sibling), limit)
}

// disk is where named files are. Their siblings are confined to the repository
// base, or to the folder of the file outside one.
type disk struct{ base string }

func (disk) open(name string, limit int64) (*Reader, error) {
	return reader(limit)(os.OpenFile(name, os.O_RDONLY|nonblock, 0))
}

func (d disk) beside(name, sibling string, limit int64) (*Reader, error) {
	folder, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	base := d.base
	if base == "" {
		base = folder
	}
	root, err := os.OpenRoot(base)
	if err != nil {
		return nil, reason(err)
	}
	defer root.Close()
	rel, err := filepath.Rel(base, filepath.Join(folder, filepath.FromSlash(sibling)))
	if err != nil {
		return nil, err
	}
	return beneath{root}.open(rel, limit)
}

// alone is where a file is that was found without a search. It has no siblings.
type alone struct{}

func (alone) open(name string, limit int64) (*Reader, error) { return disk{}.open(name, limit) }

func (alone) beside(string, string, int64) (*Reader, error) { return nil, fs.ErrPermission }

// memory is a file that is already read.
type memory struct {
	data     []byte
	siblings map[string][]byte
}

func (m memory) open(_ string, limit int64) (*Reader, error) { return held(m.data, limit) }

func (m memory) beside(name, sibling string, limit int64) (*Reader, error) {
	data, ok := m.siblings[path.Join(path.Dir(name), sibling)]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return held(data, limit)
}

func held(data []byte, limit int64) (*Reader, error) {
	if size := int64(len(data)); size > limit {
		return nil, tooLarge(size, limit)
	}
	return &Reader{Size: int64(len(data)), limit: limit, from: io.NopCloser(bytes.NewReader(data))}, nil
}

// nonblock keeps an open of a FIFO from waiting for somebody to write into it.
const nonblock = syscall.O_NONBLOCK

// reader checks what was opened. It is the file that was opened that is asked, not
// its name, which may be another one's by now.
func reader(limit int64) func(*os.File, error) (*Reader, error) {
	return func(file *os.File, err error) (*Reader, error) {
		if err != nil {
			return nil, reason(err)
		}
		info, err := file.Stat()
		switch {
		case err != nil:
			err = reason(err)
		case !info.Mode().IsRegular():
			err = ErrNotRegular
		case info.Size() > limit:
			err = tooLarge(info.Size(), limit)
		}
		if err != nil {
			_ = file.Close()
			return nil, err
		}
		r := &Reader{Size: info.Size(), limit: limit, from: file}
		if runtime.GOOS != "windows" { // there the bits are made up from one attribute
			r.Mode = info.Mode().Perm()
		}
		return r, nil
	}
}

func tooLarge(size, limit int64) error {
	return fmt.Errorf("%w: %d bytes, the limit is %d (--max-size changes it)", ErrTooLarge, size, limit)
}
