// Package yamldoc reads YAML as abstract values with exact places.
//
// It stands on gopkg.in/yaml.v3, which says of a node at which line and column,
// in runes, it starts, tag and anchor included, and not where it ends. Ends and
// what lies before the content are found in the text again, style by style. What
// is particular about YAML ends here:
//
//   - aliases are followed, with a step in the way of the value;
//   - merge keys are merged;
//   - local tags become what stands for them in JSON, which has no tags:
//     !Ref X is {Ref: X}, !Condition X is {Condition: X}, !GetAtt A.B is
//     {"Fn::GetAtt": [A, B]}, and any other !Name is {"Fn::Name": …}.
package yamldoc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// Parse reads the documents of a YAML file.
//
// Where the file is not YAML it stops with a problem: an Error, or a Warning if
// the file is visibly a template of another language. The documents before that
// place are given. Other problems are about one value, such as an alias to what
// contains it. That value is Unknown then.
func Parse(f *source.File) ([]*value.Value, []source.Problem) {
	p := newParser(f)
	if strings.HasPrefix(p.src, "\xfe\xff") || strings.HasPrefix(p.src, "\xff\xfe") {
		p.problem(0, 2, "the file is written in UTF-16, not in UTF-8")
		return nil, p.problems
	}
	if p.excessive() {
		return nil, p.problems
	}
	var docs []*value.Value
	for decoder := yaml.NewDecoder(bytes.NewReader(f.Bytes)); ; {
		doc, err := decode(decoder)
		switch {
		case errors.Is(err, io.EOF):
			return docs, p.problems
		case err != nil:
			return docs, append(p.problems, p.failure(err))
		}
		docs = append(docs, p.document(doc))
	}
}

// decode reads one document. The parser of yaml.v3 panics on some hostile input.
func decode(d *yaml.Decoder) (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the YAML parser fails on this file: %v", r)
		}
	}()
	doc = new(yaml.Node)
	return doc, d.Decode(doc)
}
