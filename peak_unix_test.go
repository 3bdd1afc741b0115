//go:build linux || darwin

package main_test

import (
	"os"
	"runtime"
	"syscall"
)

// peakOf returns the most memory that a finished process had, in bytes.
func peakOf(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return usage.Maxrss
	}
	return usage.Maxrss * 1024
}
