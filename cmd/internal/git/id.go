package git

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strconv"
)

// id is the ID of an object: the bytes of its SHA-1 or SHA-256. As a string it is
// comparable, a part of what was read, and has its length with it.
type id string

// String gives the ID as Git shows it.
func (i id) String() string { return hex.EncodeToString([]byte(i)) }

// parseID reads an ID in hexadecimal digits.
func parseID(digits string) (id, bool) {
	if len(digits) != 2*sha1.Size && len(digits) != 2*sha256.Size {
		return "", false
	}
	b, err := hex.DecodeString(digits)
	return id(b), err == nil
}

// blobID gives the ID that a file with the given contents has, in a repository
// whose IDs have size bytes.
func blobID(contents []byte, size int) id {
	var h hash.Hash
	if size == sha256.Size {
		h = sha256.New()
	} else {
		h = sha1.New()
	}
	h.Write([]byte("blob " + strconv.Itoa(len(contents)) + "\x00"))
	h.Write(contents)
	return id(h.Sum(nil))
}
