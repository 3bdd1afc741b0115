package analyzer

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"sync"

	"github.com/mcplumb/mcplumb/analyzer/discover"
	"github.com/mcplumb/mcplumb/analyzer/mcp"
)

// Twins are files with the same bytes whose paths say the same. Registries and
// repositories of many packages hold plenty; each is analyzed once.

// A twin stands for the bytes of a file and everything else that its outcome rests on.
type twin [sha256.Size]byte

// twins are the outcomes of a run that rest on their files alone. One for which a rule
// looked at another file is not among them.
type twins struct {
	none  bool // the run has one file
	mutex sync.Mutex
	known map[twin]*outcome
}

// maxTwins bounds the files whose outcomes are remembered. An outcome shares its
// memory with the report, so this is mostly the keys.
const maxTwins = 100_000

// twinOf describes a file and the rules that run over it.
func twinOf(f discover.File, origin *mcp.Origin, mode fs.FileMode, rules string, raw []byte) (t twin) {
	h := sha256.New()
	fmt.Fprintf(h, "%s %t %t %o %q\n", origin.Key(), f.Named, f.Known, mode, rules)
	h.Write(raw)
	h.Sum(t[:0])
	return t
}

// find returns what became of a twin, as the outcome of f.
func (t *twins) find(key twin, f discover.File) (outcome, bool) {
	t.mutex.Lock()
	known := t.known[key]
	t.mutex.Unlock()
	if known == nil {
		return outcome{}, false
	}
	return known.of(f), true
}

func (t *twins) remember(key twin, o *outcome) {
	kept := *o
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if t.known == nil {
		t.known = map[twin]*outcome{}
	}
	if len(t.known) < maxTwins {
		t.known[key] = &kept
	}
}

// of returns the same outcome for another file.
func (o *outcome) of(f discover.File) outcome {
	same := *o
	same.file.Path, same.file.URI = f.Path, f.URI
	same.findings = make([]Finding, len(o.findings))
	copy(same.findings, o.findings)
	for i := range same.findings {
		found := &same.findings[i]
		found.Path, found.URI = f.Path, f.URI
		found.Fingerprint = found.anchor.in(found.Rule.Name, f.URI)
	}
	if o.dropped {
		same.notices = []string{droppedNotice(f.Path)}
	}
	return same
}
