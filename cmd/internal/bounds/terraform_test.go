package bounds

import (
	"fmt"
	"strings"
)

// hcl is a root module with a task definition, the image of which is x. The function
// makes code that stands in front of it.
func hcl(x string, code func() string) func() map[string]string {
	return file("main.tf", func() string { return code() + taskDefinition(x) })
}

func taskDefinition(x string) string {
	return `
resource "aws_ecs_task_definition" "t" {
  family                = "t"
  container_definitions = jsonencode([{ name = "t", image = ` + x + ` }])
}
`
}

func nothing() string { return "" }

// local is code that gives local.x the value that text makes.
func local(text func() string) func() string {
	return func() string { return "locals {\n  x = " + text() + "\n}\n" }
}

// repeated gives a text many times.
func repeated(before, s string, n int, after string) func() string {
	return func() string { return before + strings.Repeat(s, n) + after }
}

// nested gives an expression many times within itself.
func nested(before string, n int, after string) func() string {
	return func() string { return strings.Repeat(before, n) + "1" + strings.Repeat(after, n) }
}

// doubling makes locals, each but the first of the one before, for which @ stands.
func doubling(n int, first, next string) func() string {
	return func() string {
		return "locals {\n  x0 = " + first + "\n" + times(n, func(i int) string {
			return fmt.Sprintf("  x%d = %s\n", i+1, strings.ReplaceAll(next, "@", fmt.Sprintf("local.x%d", i)))
		}) + "}\n"
	}
}

// with is a root module with a task definition, the image of which is x, and other
// files.
func with(x string, files func() map[string]string) func() map[string]string {
	return func() map[string]string {
		all := files()
		all["main.tf"] += taskDefinition(x)
		return all
	}
}

// big is a root module beside a file that it reads.
func big(x string, text func() string) func() map[string]string {
	return with(x, file("big", text))
}

// numbers are a thousand texts, of which list is a map.
const (
	numbers   = "locals {\n  l = [for i in range(1000) : \"a${i}\"]\n}\n"
	undecided = "variable \"q\" {}\n"
)

func terraform() []hostile {
	code := func(s string) func() string { return func() string { return s } }
	return []hostile{
		// What HCL's parser must not see.
		{name: "brackets", bounds: []string{"terraform.maxNesting"}, files: hcl("local.x", local(nested("[", 60_000, "]")))},
		{name: "parentheses", files: hcl("local.x", local(nested("(", 60_000, ")")))},
		{name: "brackets that do not close", files: hcl("1", local(nested("[", 60_000, "")))},
		{name: "negations", files: hcl("local.x", local(nested("!", 400_000, "")))},
		{name: "minus signs in lines", files: hcl("local.x", local(func() string { return "(" + strings.Repeat("-\n", 200_000) + "1)" }))},
		{name: "conditionals", files: hcl("local.x", local(nested("true ? 1 : ", 50_000, "")))},
		{name: "templates", files: hcl("local.x", local(nested(`"${`, 50_000, `}"`)))},
		{name: "directives", files: hcl("local.x", local(func() string {
			return `"` + strings.Repeat("%{if true}", 50_000) + strings.Repeat("%{endif}", 50_000) + `"`
		}))},
		{name: "loops in brackets", files: hcl("local.x", local(nested("[for a in b : ", 2000, "]")))},
		{name: "blocks", files: hcl("1", repeated("", "a {\n", 40_000, strings.Repeat("}\n", 40_000)))},
		{name: "sums", bounds: []string{"terraform.maxChain"}, files: hcl("local.x", local(repeated("1", "+1", 100_000, "")))},
		{name: "indexes", files: hcl("local.x", local(repeated("[1]", "[0]", 100_000, "")))},
		{name: "splats", files: hcl("local.x", local(repeated("local.y", "[*]", 100_000, "")))},
		{name: "attributes of attributes", files: hcl("local.x", local(repeated("local.y", ".a", 100_000, "")))},
		{name: "words and signs", bounds: []string{"terraform.maxMarks"}, files: hcl("1", repeated("", "locals {}\n", 130_000, ""))},
		{name: "words and signs of a module", files: with("1", func() map[string]string {
			text := strings.Repeat("locals {}\n", 40_000)
			return map[string]string{"a.tf": text, "b.tf": text, "c.tf": text, "d.tf": text}
		})},
		{name: "values of variables", files: with("1", func() map[string]string {
			return map[string]string{"terraform.tfvars": times(200_000, func(i int) string { return fmt.Sprintf("v%d = 1\n", i) })}
		})},
		{name: "brackets in values of variables", files: with("1", file("terraform.tfvars", nested("v = [", 30_000, "")))},
		{name: "brackets on the command line", files: hcl("var.v", code("variable \"v\" {\n  type = list(any)\n}\n")), args: []string{"--var", "v=" + strings.Repeat("[", 50_000)}},
		{name: "a heredoc of many lines", bounds: []string{"terraform.maxMelding"}, files: hcl("local.x", local(repeated("<<EOT\n", "aaaa aaaa aaaa aaaa\n", 50_000, "EOT")))},
		{name: "mistakes", bounds: []string{"terraform.maxErrors"}, files: hcl("1", repeated("", "a = = \n", 1000, ""))},
		{name: "JSON syntax in JSON syntax", files: file("main.tf.json", repeated(`{"resource": {"aws_ecs_cluster": `, `{"a":`, 100_000, ""))},
		{name: "templates in JSON syntax", files: file("main.tf.json", repeated(`{"resource": {"aws_ecs_cluster": {"a": {"name": "`, `${[`, 50_000, `"}}}}`))},

		// Work.
		{name: "loops in loops", bounds: []string{"terraform.maxSteps"}, files: hcl("[for a in range(1000) : [for b in range(1000) : a]]", nothing)},
		{name: "a loop over a large sort", bounds: []string{"terraform.maxWork"}, files: hcl("[for i in range(1000) : sort(local.l)]", code(numbers))},
		{name: "a loop over a large merge", files: hcl("[for i in range(1000) : merge(local.m, {a = i})]", code(numbers+"locals {\n  m = {for i in local.l : i => i}\n}\n"))},
		{name: "a loop over a large file", files: big(`[for i in range(1000) : upper("${i}${file("big")}")]`, repeated("", "x", 1<<20, ""))},
		{name: "a loop over files", files: with(`[for i in range(1000) : fileset(".", "**/*a*a*a*a*${i}b")]`, func() map[string]string {
			files := map[string]string{}
			for i := range 500 {
				files[fmt.Sprintf("f/%s%d", strings.Repeat("a", 100), i)] = ""
			}
			return files
		})},
		{name: "a loop over a large document", files: big(`[for i in range(1000) : jsondecode("[${i},${file("big")}]")]`, repeated("", "[],", 30_000, "1"))},
		{name: "templates that use two of the next", files: with(`templatefile("t0", {a = 1})`, func() map[string]string {
			files := map[string]string{"t40": "x"}
			for i := range 40 {
				files[fmt.Sprintf("t%d", i)] = fmt.Sprintf(`${templatefile("t%d", {a = a})}${templatefile("t%d", {a = a})}`, i+1, i+1)
			}
			return files
		})},
		{name: "nested dynamic blocks", files: hcl("1", code(`
resource "aws_ecs_service" "s" {
  dynamic "a" {
    for_each = range(1000)
    content {
      dynamic "b" {
        for_each = range(1000)
        content {
          c = 1
        }
      }
    }
  }
}
`))},
		{name: "types of many members over many values", files: hcl("var.v", func() string {
			return "variable \"v\" {\n  type = list(object({" + times(1000, func(i int) string { return fmt.Sprintf("a%d = optional(string, \"x\"),", i) }) +
				"}))\n  default = [" + strings.Repeat("{},", 3000) + "]\n}\n"
		})},
		{name: "a chain of locals", bounds: []string{"terraform.maxEvalDepth"}, files: hcl("local.x9000", doubling(9000, "1", "@"))},
		{name: "a template that evaluates itself", files: hcl("templatestring(local.t, {t = local.t})", code("locals {\n  t = \"$${templatestring(t, {t = t})}\"\n}\n"))},
		{name: "locals that are made of themselves", files: hcl("local.a", code("locals {\n  a = [local.b]\n  b = {c = local.a}\n}\n"))},

		// Modules and instances.
		{name: "modules that call two of the next", files: with("1", func() map[string]string {
			files := map[string]string{"main.tf": "module \"a\" {\n  source = \"./m0\"\n}\n", "m30/main.tf": "resource \"aws_ecs_cluster\" \"c\" {}\n"}
			for i := range 30 {
				files[fmt.Sprintf("m%d/main.tf", i)] = fmt.Sprintf("module \"a\" {\n  source = \"../m%d\"\n}\nmodule \"b\" {\n  source = \"../m%d\"\n}\n", i+1, i+1)
			}
			return files
		})},
		{name: "modules in each other", bounds: []string{"terraform.maxDepth"}, files: with("1", func() map[string]string {
			files, dir := map[string]string{}, ""
			for range 60 {
				files[dir+"main.tf"] = "module \"m\" {\n  source = \"./m\"\n}\n"
				dir += "m/"
			}
			files[dir+"main.tf"] = "resource \"aws_ecs_cluster\" \"c\" {}\n"
			return files
		})},
		{name: "a module that calls its caller", files: with("1", func() map[string]string {
			return map[string]string{"main.tf": "module \"m\" {\n  source = \"./m\"\n}\n", "m/main.tf": "module \"m\" {\n  source = \"../\"\n}\n"}
		})},
		{name: "modules that all call each other", files: func() map[string]string {
			files := map[string]string{}
			for i := range 60 {
				files[fmt.Sprintf("m%d/main.tf", i)] = "resource \"aws_ecs_cluster\" \"c\" {}\n" + times(i, func(j int) string {
					return fmt.Sprintf("module \"a%d\" {\n  source = \"../m%d\"\n}\n", j, j)
				})
			}
			return files
		}},
		{name: "a thousand thousand thousand instances", files: with("1", func() map[string]string {
			return map[string]string{
				"main.tf":   "module \"m\" {\n  source = \"./m\"\n  count  = 1000\n}\n",
				"m/main.tf": "module \"m\" {\n  source = \"./m\"\n  count  = 1000\n}\n", "m/m/main.tf": "resource \"aws_ecs_cluster\" \"c\" {\n  count = 1000\n}\n",
			}
		})},
		{name: "count", bounds: []string{"terraform.maxInstances"}, args: []string{"--verbose"}, files: hcl("1", code("resource \"aws_ecs_cluster\" \"c\" {\n  count = 1000000000\n}\n"))},
		{name: "many blocks with count", bounds: []string{"model.maxMemory"}, files: hcl("1", func() string {
			return times(100, func(i int) string {
				return fmt.Sprintf("resource \"aws_ecs_task_definition\" \"c%d\" {\n  count = 1000\n  container_definitions = \"[{\\\"name\\\": \\\"a\\\"}]\"\n}\n", i)
			})
		})},

		// Values that grow.
		{name: "texts that double", bounds: []string{"value.MaxText"}, files: hcl("local.x40", doubling(40, `"a"`, `"${@}${@}"`))},
		{name: "lists in lists that double", bounds: []string{"value.MaxSize"}, files: hcl("local.x30", doubling(30, `["a"]`, `[@, @]`))},
		{name: "objects that double, as containers", files: hcl(`"x", extra = local.x30`, doubling(30, `{a = "a"}`, `{a = @, b = @}`))},
		{name: "objects that double, as tags", files: hcl("1", func() string {
			return doubling(30, `{a = "a"}`, `{a = @, b = @}`)() + "resource \"aws_ecs_cluster\" \"c\" {\n  tags = local.x30\n}\n"
		})},
		{name: "objects that double, as an argument", files: with("1", func() map[string]string {
			return map[string]string{
				"main.tf":   doubling(30, `["a"]`, `[@, @]`)() + "module \"m\" {\n  source = \"./m\"\n  v      = local.x30\n}\n",
				"m/main.tf": "variable \"v\" {\n  type = any\n}\n" + taskDefinition("var.v"),
			}
		})},
		{name: "JSON that doubles", files: hcl("local.x30", doubling(30, `["a"]`, `jsonencode([@, @])`))},
		{name: "lists that double", bounds: []string{"terraform.maxElems"}, files: hcl("local.x30", doubling(30, `["a"]`, `concat(@, @)`))},
		{name: "lists of unknown length that double", bounds: []string{"terraform.maxElements"}, files: hcl("local.x30", func() string {
			return undecided + doubling(30, `[var.q]`, `concat(@, @)`)()
		})},
		{name: "choices that double", files: hcl("local.x40", func() string { return undecided + doubling(40, `"a"`, `var.q ? "a${@}" : "b${@}"`)() })},
		{name: "combinations of choices", bounds: []string{"terraform.maxCombinations"}, files: hcl(`join("", [`+strings.Repeat(`var.q ? "a" : "b", `, 30)+`])`, code(undecided)), args: []string{"--unknown", "report"}, out: `digest in image "………`},
		{name: "choices in JSON text", bounds: []string{"jsondoc.maxDocuments"}, files: file("main.tf", func() string {
			return undecided + "resource \"aws_ecs_task_definition\" \"t\" {\n  container_definitions = \"[" +
				strings.Repeat(`${var.q ? "{\"name\": \"a\"}," : ""}`, 12) + "{}]\"\n}\n"
		}), args: []string{"--unknown", "report"}, out: "not every element of containerDefinitions is known"},
		{name: "choices in loops", files: hcl("[for a in local.l : [for b in local.l : [for c in local.l : \"${a}${b}${c}\"]]]",
			code(undecided+"locals {\n  l = var.q ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1, 2, 3, 4, 5, 6, 7, 8]\n}\n"))},

		// Functions.
		{name: "a product of sets", files: hcl("setproduct(range(1000), range(1000), range(1000))", nothing)},
		{name: "a range", files: hcl("range(1000000000)", nothing), args: []string{"--unknown", "report"}, out: "range: more than 1024 values were generated"},
		{name: "a power", files: hcl("pow(10, 1000000000)", nothing)},
		{name: "an exponent", bounds: []string{"terraform.maxExponent"}, files: hcl(`"${1e99999999}"`, nothing), args: []string{"--unknown", "report"}, out: "the number is too large to look at"},
		{name: "digits", bounds: []string{"terraform.maxDigits"}, files: hcl(`parseint("`+strings.Repeat("1", 5000)+`", 10)`, nothing)},
		{name: "a long number", files: hcl(strings.Repeat("1", 1_000_000)+" + 1", nothing)},
		{name: "an indentation", bounds: []string{"terraform.maxText"}, files: hcl(`indent(1000000000, "a\nb")`, nothing)},
		{name: "a width", files: hcl(`format("%999999999d", 1)`, nothing)},
		{name: "a replacement that doubles", files: hcl("local.x40", doubling(40, `"a"`, `replace(@, "a", "aa")`))},
		{name: "comparisons", bounds: []string{"terraform.maxPairs"}, files: hcl(`distinct(concat([for i in range(1000) : "a${i}"], [for i in range(1000) : "b${i}"]))`, nothing)},
		{name: "a table", bounds: []string{"terraform.maxCells"}, files: big(`csvdecode(file("big"))`, repeated("a,b,c\n", "1,2,3\n", 50_000, ""))},
		{name: "a large document", files: big(`jsondecode(file("big"))`, repeated("[", "[],", 600_000, "1]"))},
		{name: "a deep document", files: big(`jsondecode(file("big"))`, repeated("", "[", 600_000, ""))},
		{name: "a document of aliases", files: big(`yamldecode(file("big"))`, func() string { return aliases("") }), args: []string{"--unknown", "report"}, out: "the aliases of the document stand for more than 500000 values"},
		{name: "a long regular expression", bounds: []string{"terraform.maxPattern"}, files: hcl(`regex("`+strings.Repeat("a", 3000)+`", "a")`, nothing)},
		{name: "a costly regular expression", bounds: []string{"terraform.maxMatching"}, files: hcl(`regex("(a{30}){6}b", local.x18)`, doubling(18, `"a"`, `"${@}${@}"`))},
		{name: "a regular expression with many matches", bounds: []string{"terraform.maxMatchings"}, files: hcl(`regexall("a?", local.x18)`, doubling(18, `"a"`, `"${@}${@}"`))},
		{name: "a loop over a regular expression", files: hcl(`[for i in range(1000) : replace(local.x16, "/(x+x+)+y${i}/", "")]`, doubling(16, `"x"`, `"${@}${@}"`))},
		{name: "a pattern with braces", files: hcl(`fileset(".", "`+strings.Repeat("{a,b}", 30)+`")`, nothing)},
		{name: "many files", bounds: []string{"terraform.maxFiles"}, files: with(`fileset(".", "**")`, func() map[string]string {
			files := map[string]string{}
			for i := range 10_100 {
				files[fmt.Sprintf("f/%d", i)] = ""
			}
			return files
		})},
		{name: "a file outside", files: hcl(`file("/dev/zero")`, nothing)},
		{name: "a template of a large file", files: with(`templatefile("t", {a = 1})`, file("t", repeated("", "${[", 400_000, "")))},
	}
}
