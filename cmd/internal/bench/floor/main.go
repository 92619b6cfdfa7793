// Command floor reads and parses the files that ecslint might look at, and does
// nothing else. No linter that is built on the same parsers can be faster.
//
//	floor [-j WORKERS] PATH…
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	workers := flag.Int("j", 1, "files that are parsed at a time")
	flag.Parse()
	names, err := find(flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(2)
	}
	t := parseAll(names, *workers)
	fmt.Printf("%d files, %d bytes, %d not parsed\n", t.files, t.bytes, t.failed)
}
