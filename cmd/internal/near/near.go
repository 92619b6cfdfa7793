// Package near finds what somebody meant who mistyped a name.
package near

import "strings"

// maxDistance is the number of edits up to which a name is near.
const maxDistance = 2

// Match gives the candidate that is nearest to a name, regardless of case, or
// "" if none is near. Of several the first one is taken.
func Match(name string, candidates []string) string {
	best, at := "", maxDistance+1
	for _, c := range candidates {
		if d := distance(strings.ToLower(name), strings.ToLower(c)); d < at && d < len(c) {
			best, at = c, d
		}
	}
	return best
}

// Hint is [Match] as the end of a message: ", did you mean X?", or "".
func Hint(name string, candidates []string) string {
	if m := Match(name, candidates); m != "" {
		return "; did you mean " + m + "?"
	}
	return ""
}

// distance is the number of bytes to insert, delete or replace to get from a to
// b. Beyond [maxDistance] it is just that much more.
func distance(a, b string) int {
	if len(a) > len(b)+maxDistance || len(b) > len(a)+maxDistance {
		return maxDistance + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		left := row[0] // of the row above
		row[0] = i + 1
		for j := range len(b) {
			d := left
			if a[i] != b[j] {
				d = 1 + min(left, row[j], row[j+1])
			}
			left, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
