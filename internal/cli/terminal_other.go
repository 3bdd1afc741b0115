//go:build !linux && !darwin

package cli

import "io"

// terminalWidth is 0: the width is not asked for on this system.
func terminalWidth(io.Writer) int { return 0 }
