package jsondoc

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// definitions is a task definition of about 300 KB.
func definitions() string {
	var b strings.Builder
	b.WriteString("{\n  \"family\": \"web\",\n  \"containerDefinitions\": [\n")
	for i := range 500 {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `    {
      "name": "web-%d",
      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:%d",
      "essential": true,
      "cpu": 256,
      "memoryReservation": 512.5,
      "command": ["sh", "-c", "echo \"starting\"\nexec /app"],
      "environment": [{"name": "STAGE", "value": "prod"}, {"name": "EMPTY", "value": ""}],
      "portMappings": [{"containerPort": 8080, "protocol": "tcp"}],
      "user": null,
      "logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "/ecs/web-%d"}}
    }`, i, i, i)
	}
	b.WriteString("\n  ]\n}\n")
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	text := []byte(definitions())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if v, problems := Parse(source.NewFile("f.json", text)); v == nil || len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

func BenchmarkParsePlaceholders(b *testing.B) {
	text := []byte(definitions())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if v, problems := Parse(source.NewFile("f.json", text), Placeholders); v == nil || len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

// BenchmarkEncodingJSON is what a parser without places takes.
func BenchmarkEncodingJSON(b *testing.B) {
	text := []byte(definitions())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var v any
		if err := json.Unmarshal(text, &v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	text := definitions()
	f := source.NewFile("f.tf", []byte(text))
	for _, bench := range []struct {
		name string
		v    *value.Value
	}{
		{"heredoc", func() *value.Value {
			var b value.Builder
			b.Literal(text, f.Whole(), value.Heredoc)
			return b.Value(f.Whole())
		}()},
		{"holes", func() *value.Value {
			var b value.Builder
			off := 0
			for line := range strings.Lines(text) {
				end := off + len(line)
				if i := strings.Index(line, "256"); i >= 0 {
					b.Literal(line[:i], source.Range{File: f, Start: off, End: off + i}, value.Verbatim)
					off += i + len("256")
					b.Interpolate(value.NewUnknown(source.Range{}, "var.cpu"), source.Range{File: f, Start: off - 3, End: off})
					line = line[i+3:]
				}
				b.Literal(line, source.Range{File: f, Start: off, End: end}, value.Verbatim)
				off = end
			}
			return b.Value(f.Whole())
		}()},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if v := Decode(bench.v); v.Kind() != value.Map {
					b.Fatal(v.Reason())
				}
			}
		})
	}
}
