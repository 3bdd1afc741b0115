package analyzer

import "sync"

// maxInFlight bounds the bytes of the files that are analyzed at a time. A tree of
// nodes takes several times the memory of its text, so this, and not the number of
// workers, decides what a run needs. A file that is larger is analyzed alone.
const maxInFlight = 16 << 20

// A budget hands out shares of a whole and makes those wait who ask for more than
// is left.
type budget struct {
	mutex sync.Mutex
	freed sync.Cond
	whole int64
	left  int64
}

func newBudget(whole int64) *budget {
	b := &budget{whole: whole, left: whole}
	b.freed.L = &b.mutex
	return b
}

// acquire waits for a share and returns its size, which is never more than the
// whole.
func (b *budget) acquire(size int64) int64 {
	size = min(max(size, 0), b.whole)
	b.mutex.Lock()
	defer b.mutex.Unlock()
	for b.left < size {
		b.freed.Wait()
	}
	b.left -= size
	return size
}

// release gives a share back.
func (b *budget) release(size int64) {
	b.mutex.Lock()
	b.left += size
	b.mutex.Unlock()
	b.freed.Broadcast()
}
