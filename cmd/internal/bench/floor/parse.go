package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"gopkg.in/yaml.v3"
)

// parsers are by the extensions of files.
var parsers = map[string]func([]byte) error{
	".tf": parseHCL, ".tofu": parseHCL, ".tfvars": parseHCL,
	".yaml": parseYAML, ".yml": parseYAML,
	".json": parseJSON,
}

// find gives the files that are named or lie in folders, and that there is a parser
// for. What Git keeps is left out.
func find(paths []string) ([]string, error) {
	var out []string
	for _, path := range paths {
		err := filepath.WalkDir(path, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == ".git":
				return fs.SkipDir
			case d.Type().IsRegular() && parsers[filepath.Ext(path)] != nil:
				out = append(out, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// total is what was read, and how many files of it could not be parsed.
type total struct{ files, bytes, failed int64 }

// parseAll reads and parses files, so many at a time.
func parseAll(names []string, workers int) total {
	t := total{files: int64(len(names))}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < t.files; i = next.Add(1) - 1 {
				text, err := os.ReadFile(names[i])
				if err == nil {
					err = parsers[filepath.Ext(names[i])](text)
				}
				if err != nil {
					atomic.AddInt64(&t.failed, 1)
				}
				atomic.AddInt64(&t.bytes, int64(len(text)))
			}
		})
	}
	wg.Wait()
	return t
}

func parseHCL(text []byte) error {
	if _, diags := hclsyntax.ParseConfig(text, "", hcl.InitialPos); diags.HasErrors() {
		return diags
	}
	return nil
}

func parseYAML(text []byte) error {
	for d := yaml.NewDecoder(bytes.NewReader(text)); ; {
		var document yaml.Node
		if err := d.Decode(&document); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func parseJSON(text []byte) error {
	var v any
	return json.Unmarshal(text, &v)
}
