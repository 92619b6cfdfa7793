package cli

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b strings.Builder
		p := newProgress(&b)
		time.Sleep(patience - time.Millisecond)
		p.end()
		if b.Len() > 0 {
			t.Errorf("a short run shows %q", b.String())
		}

		p = newProgress(&b)
		p.set(3, 10)
		p.set(2, 10) // another goroutine was faster
		time.Sleep(patience + interval/2)
		p.end()
		if got, want := b.String(), "\r\x1b[Kecslint: 3 of 10\r\x1b[K"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}
