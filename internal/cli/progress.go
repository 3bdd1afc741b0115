package cli

import (
	"fmt"
	"io"
	"runtime/debug"
	"sync/atomic"
	"time"

	"github.com/mcplumb/mcplumb/analyzer"
	"github.com/mcplumb/mcplumb/analyzer/discover"
)

// analyze runs the analysis and shows how far it is to whoever waits at a terminal.
func analyze(streams Streams, quiet bool, found *discover.Result, options analyzer.Options) *analyzer.Report {
	if streams.Env("GOGC") == "" && streams.Env("GOMEMLIMIT") == "" {
		debug.SetGCPercent(collectAt)
		debug.SetMemoryLimit(softLimit)
	}
	if quiet || !isTerminal(streams.Err) || streams.Env("TERM") == "dumb" {
		return analyzer.Run(found, options)
	}
	var done atomic.Int64
	options.Progress = &done
	p := startProgress(streams.Err, &done, len(found.Files), time.Second, time.Second/5)
	defer p.stop()
	return analyzer.Run(found, options)
}

// collectAt is how much the heap may grow before garbage is collected, in percent
// of what is alive. A run makes much garbage and keeps little, and a file's trees
// are gone when its findings are frozen; so collecting seldom costs little memory
// and saves much time.
const collectAt = 400

// softLimit is the memory in bytes that garbage may fill at most. What is alive of
// two manifests of a few megabytes is a third of it.
const softLimit = 112 << 20

// A progress is a line on a terminal that says how many files are done, and that is
// gone when they all are.
type progress struct {
	quit, ended chan struct{}
}

// startProgress shows nothing for as long as patience lasts.
func startProgress(w io.Writer, done *atomic.Int64, total int, patience, every time.Duration) *progress {
	p := &progress{quit: make(chan struct{}), ended: make(chan struct{})}
	go func() {
		defer close(p.ended)
		start := time.Now()
		select {
		case <-p.quit:
			return
		case <-time.After(patience):
		}
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			n := done.Load()
			fmt.Fprintf(w, "\r\x1b[Kmcplumb: %d of %d files, %.0f a second", n, total, float64(n)/time.Since(start).Seconds())
			select {
			case <-p.quit:
				fmt.Fprint(w, "\r\x1b[K")
				return
			case <-tick.C:
			}
		}
	}()
	return p
}

// stop takes the line away.
func (p *progress) stop() {
	close(p.quit)
	<-p.ended
}
