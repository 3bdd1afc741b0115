package cli

import (
	"bytes"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		var done atomic.Int64
		p := startProgress(&out, &done, 300, time.Second, 200*time.Millisecond)
		time.Sleep(900 * time.Millisecond)
		synctest.Wait()
		if out.Len() > 0 {
			t.Errorf("short runs are shown: %q", out.String())
		}
		done.Store(100)
		time.Sleep(150 * time.Millisecond)
		synctest.Wait()
		if got := out.String(); got != "\r\x1b[Kmcplumb: 100 of 300 files, 100 a second" {
			t.Errorf("got %q", got)
		}
		done.Store(150)
		time.Sleep(200 * time.Millisecond)
		synctest.Wait()
		p.stop()
		if got := out.String(); !strings.Contains(got, "150 of 300 files") || !strings.HasSuffix(got, "\r\x1b[K") {
			t.Errorf("got %q", got)
		}
	})
}

func TestProgressOfShortRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		var done atomic.Int64
		startProgress(&out, &done, 1, time.Second, time.Second).stop()
		if out.Len() > 0 {
			t.Errorf("got %q", out.String())
		}
	})
}
