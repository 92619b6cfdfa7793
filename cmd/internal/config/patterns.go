package config

import (
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Paths are patterns for names of files, relative to the folder of the
// configuration and with slashes: "*" is a part of one name and "**" any folders.
type Paths []string

// Match reports whether a file, or a folder around it, is meant.
func (p Paths) Match(name string) bool {
	return slices.ContainsFunc(p, func(pattern string) bool {
		return doublestar.MatchUnvalidated(pattern, name) || doublestar.MatchUnvalidated(pattern+"/**", name)
	})
}

// Addresses are patterns for addresses of resources, in which "*" is any text and
// every other character itself: those of indexes are none of a pattern.
type Addresses []string

// Match reports whether a resource is meant.
func (a Addresses) Match(address string) bool {
	return slices.ContainsFunc(a, func(pattern string) bool { return wildcard(pattern, address) })
}

func wildcard(pattern, s string) bool {
	parts := strings.Split(pattern, "*")
	first, last := parts[0], parts[len(parts)-1]
	if len(parts) == 1 {
		return s == pattern
	}
	s, ok := strings.CutPrefix(s, first)
	if !ok || !strings.HasSuffix(s, last) {
		return false
	}
	s = strings.TrimSuffix(s, last)
	for _, part := range parts[1 : len(parts)-1] {
		_, rest, found := strings.Cut(s, part)
		if !found {
			return false
		}
		s = rest
	}
	return true
}
