//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak gives the bytes of memory that a process had resident at once.
func peak(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	rss := int64(usage.Maxrss) //nolint:unconvert // it has 32 bits on some systems
	if runtime.GOOS == "darwin" {
		return rss
	}
	return rss << 10 // elsewhere it is KiB
}
