package terraform

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
)

// replaceAll is replace(): a pattern between slashes is a regular expression,
// whose groups the replacement may name.
func replaceAll(args []cty.Value) (cty.Value, error) {
	s, old, with := args[0].AsString(), args[1].AsString(), args[2].AsString()
	if len(old) > 1 && strings.HasPrefix(old, "/") && strings.HasSuffix(old, "/") {
		return replaceMatches(s, old[1:len(old)-1], with)
	}
	if err := atMost(maxText, len(s)+times(strings.Count(s, old), len(with)), "bytes of text"); err != nil {
		return cty.NilVal, err
	}
	return cty.StringVal(strings.ReplaceAll(s, old, with)), nil
}

// replaceMatches is [regexp.Regexp.ReplaceAllString] with bounds.
func replaceMatches(s, pattern, with string) (cty.Value, error) {
	found, err := allMatches(pattern, s)
	if err != nil {
		return cty.NilVal, err
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return cty.NilVal, err
	}
	var b []byte
	last := 0
	for _, m := range found {
		b = append(b, s[last:m[0]]...)
		b = re.ExpandString(b, with, s, m)
		last = m[1]
		if err := atMost(maxText, len(b), "bytes of text"); err != nil {
			return cty.NilVal, err
		}
	}
	return cty.StringVal(string(append(b, s[last:]...))), nil
}

func base64Encode(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

func base64Decode(args []cty.Value) (cty.Value, error) {
	b, err := base64.StdEncoding.DecodeString(args[0].AsString())
	if err != nil {
		return cty.NilVal, err
	}
	if !utf8.Valid(b) {
		return cty.NilVal, errors.New("the decoded bytes are not text in UTF-8")
	}
	return cty.StringVal(string(b)), nil
}

// textEncodeBase64 encodes text in a character encoding. Of the many that IANA
// lists only those are known that user data needs.
func textEncodeBase64(args []cty.Value) (cty.Value, error) {
	s := args[0].AsString()
	var b []byte
	switch encoding := strings.ToLower(args[1].AsString()); encoding {
	case "utf-8":
		b = []byte(s)
	case "utf-16le":
		for _, u := range utf16.Encode([]rune(s)) {
			b = binary.LittleEndian.AppendUint16(b, u)
		}
	case "utf-16be":
		for _, u := range utf16.Encode([]rune(s)) {
			b = binary.BigEndian.AppendUint16(b, u)
		}
	default:
		return cty.NilVal, unknownEncoding(args[1])
	}
	return cty.StringVal(base64.StdEncoding.EncodeToString(b)), nil
}

func textDecodeBase64(args []cty.Value) (cty.Value, error) {
	b, err := base64.StdEncoding.DecodeString(args[0].AsString())
	if err != nil {
		return cty.NilVal, err
	}
	switch strings.ToLower(args[1].AsString()) {
	case "utf-8":
		if utf8.Valid(b) {
			return cty.StringVal(string(b)), nil
		}
	case "utf-16le":
		if s, ok := decodeUTF16(b, binary.LittleEndian); ok {
			return cty.StringVal(s), nil
		}
	case "utf-16be":
		if s, ok := decodeUTF16(b, binary.BigEndian); ok {
			return cty.StringVal(s), nil
		}
	default:
		return cty.NilVal, unknownEncoding(args[1])
	}
	return cty.NilVal, fmt.Errorf("the decoded bytes are not text in %s", args[1].AsString())
}

func unknownEncoding(name cty.Value) error {
	return refusal(fmt.Sprintf("the encoding %q is not known here", name.AsString()))
}

// decodeUTF16 reads text whose surrogates are paired.
func decodeUTF16(b []byte, order binary.ByteOrder) (string, bool) {
	if len(b)%2 != 0 {
		return "", false
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	var out bytes.Buffer
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			if i+1 == len(units) {
				return "", false
			}
			i++
			if r = utf16.DecodeRune(r, rune(units[i])); r == utf8.RuneError {
				return "", false
			}
		}
		out.WriteRune(r)
	}
	return out.String(), true
}

func hexMD5(s string) string {
	h := md5.Sum([]byte(s))
	return hex.EncodeToString(h[:])
}

func hexSHA1(s string) string {
	h := sha1.Sum([]byte(s))
	return hex.EncodeToString(h[:])
}

func hexSHA256(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:])
}

func hexSHA512(s string) string {
	h := sha512.Sum512([]byte(s))
	return hex.EncodeToString(h[:])
}

func base64SHA256(s string) string {
	h := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(h[:])
}

func base64SHA512(s string) string {
	h := sha512.Sum512([]byte(s))
	return base64.StdEncoding.EncodeToString(h[:])
}

// uuidV5 names something by a hash within a namespace (RFC 9562, section 5.5).
func uuidV5(args []cty.Value) (cty.Value, error) {
	namespace, err := uuidNamespace(args[0].AsString())
	if err != nil {
		return cty.NilVal, err
	}
	h := sha1.Sum(append(namespace, args[1].AsString()...))
	id := h[:16]
	id[6] = id[6]&0x0f | 0x50 // version 5
	id[8] = id[8]&0x3f | 0x80 // the variant of the RFC
	return cty.StringVal(fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])), nil
}

// uuidNamespace gives a namespace by its name or by its own UUID, which may be
// written as a URN, in braces, or without hyphens.
func uuidNamespace(name string) ([]byte, error) {
	switch name {
	case "dns":
		name = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
	case "url":
		name = "6ba7b811-9dad-11d1-80b4-00c04fd430c8"
	case "oid":
		name = "6ba7b812-9dad-11d1-80b4-00c04fd430c8"
	case "x500":
		name = "6ba7b814-9dad-11d1-80b4-00c04fd430c8"
	}
	id := name
	switch len(name) {
	case len("urn:uuid:") + 36:
		if !strings.EqualFold(name[:9], "urn:uuid:") {
			return nil, fmt.Errorf("%q is no UUID", name)
		}
		id = name[9:]
	case 36 + 2:
		id = name[1:37]
	}
	if len(id) == 36 {
		if id[8] != '-' || id[13] != '-' || id[18] != '-' || id[23] != '-' {
			return nil, fmt.Errorf("%q is no UUID", name)
		}
		id = id[:8] + id[9:13] + id[14:18] + id[19:23] + id[24:]
	}
	b, err := hex.DecodeString(id)
	if err != nil || len(b) != 16 {
		return nil, fmt.Errorf("%q is no UUID", name)
	}
	return b, nil
}
