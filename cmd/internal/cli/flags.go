package cli

import (
	"fmt"
	"runtime"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/cmd/internal/report"
	"github.com/ecslint/ecslint/rules/catalog"
)

// flags are those of linting.
type flags struct {
	groups []group

	// What is linted.
	settings                   []setting // --var and --var-file in their order
	varSets                    []string
	parameters, parameterFiles []string
	parameterSets              []string
	stdinName                  string
	changed, varEnv            bool
	since, filesFrom           string
	// Which rules.
	module                  string // those of one module; empty for all
	enable, disable, params []string
	profiles                []string
	minSeverity             string
	config                  string
	baseline                string
	noBaseline              bool
	honourForeign           bool
	// What comes out.
	formats        []string
	output         string
	unknown        string
	failOn         string
	color          string
	sarifInclude   []string
	sarifCategory  string
	account        string
	region         string
	quiet, verbose bool
	stats          bool
	jobs           int
	rootTimeout    time.Duration
}

// setting is one --var or --var-file. The later goes first, whichever it is, as
// in Terraform.
type setting struct{ flag, text string }

// ordered is a flag that puts its values in one list with those of another.
type ordered struct {
	flag string
	all  *[]setting
}

// Set adds a value.
func (o ordered) Set(text string) error {
	*o.all = append(*o.all, setting{o.flag, text})
	return nil
}

// String gives no default.
func (ordered) String() string { return "" }

// Type names what the flag takes.
func (ordered) Type() string { return "string" }

// group is a part of the flags with a heading of its own in the help.
type group struct {
	title string
	flags *pflag.FlagSet
}

// newFlags gives the flags in groups, and all of them together.
func newFlags() (*flags, *pflag.FlagSet) {
	f := &flags{}
	add := func(title string, define func(fs *pflag.FlagSet)) {
		fs := pflag.NewFlagSet("", pflag.ContinueOnError)
		fs.SortFlags = false
		define(fs)
		f.groups = append(f.groups, group{title, fs})
	}
	add("Input", func(fs *pflag.FlagSet) {
		fs.Var(ordered{"var", &f.settings}, "var", "value of a Terraform variable, `NAME=VALUE`; repeatable")
		fs.Var(ordered{"var-file", &f.settings}, "var-file", "`FILE` with values of Terraform variables; repeatable")
		fs.BoolVar(&f.varEnv, "var-env", false, "take TF_VAR_NAME of the environment as values, as Terraform does")
		fs.StringArrayVar(&f.varSets, "var-set", nil, "such files of one environment, `NAME=FILE[,FILE]`; repeatable:\nwhat fails says in which of them")
		fs.StringArrayVar(&f.parameters, "parameter", nil, "value of a CloudFormation parameter, `NAME=VALUE`; repeatable")
		fs.StringArrayVar(&f.parameterFiles, "parameter-file", nil, "`FILE` with values of CloudFormation parameters, of any\ndeployment tool's form; repeatable")
		fs.StringArrayVar(&f.parameterSets, "parameter-set", nil, "such files of one environment, `NAME=FILE[,FILE]`; repeatable")
		fs.StringVar(&f.stdinName, "stdin-filename", "", "`FILE` in whose place standard input is linted, with the rest of its module")
		fs.BoolVar(&f.changed, "changed", false, "the files are those of a commit: pass over what is not about ECS,\nand take a Terraform file for its folder")
		fs.StringVar(&f.since, "since", "", "lint what has changed since HEAD and a branch, tag or commit `REF` went\nseparate ways, as --changed; paths narrow it down")
		fs.StringVar(&f.filesFrom, "files-from", "", "likewise the files in a list, a `FILE` or - for standard input: a name in a\nline, or with a zero byte behind each")
	})
	add("Rules", func(fs *pflag.FlagSet) {
		fs.StringSliceVar(&f.profiles, "profile", nil, "choice of rules, a `NAME`: "+strings.Join(knownRules().Profiles, ", ")+"\n(default "+catalog.DefaultProfile+"); repeatable")
		fs.StringSliceVar(&f.enable, "enable", nil, "turn on a `RULE` by ID or name, a module of rules, or all; repeatable")
		fs.StringSliceVar(&f.disable, "disable", nil, "turn off a `RULE`, likewise; what is named more exactly wins")
		fs.StringArrayVar(&f.params, "param", nil, "parameter of a rule, `RULE.NAME=VALUE[,VALUE]`; repeatable")
		fs.StringVar(&f.minSeverity, "min-severity", "low", "leave out rules below a `SEVERITY`: low, medium, high, critical")
		fs.StringVar(&f.config, "config", "", "configuration `FILE` (default: the nearest .ecslint.yaml\nup to the root of the repository)")
		fs.StringVar(&f.baseline, "baseline", "", "`FILE` of findings that are known and not reported (default:\n.ecslint-baseline beside the configuration or in the root)")
		fs.BoolVar(&f.noBaseline, "no-baseline", false, "report also what the baseline knows")
		fs.BoolVar(&f.honourForeign, "honour-foreign-ignores", false, "take checkov:skip=, trivy:ignore: and tfsec:ignore: for ignores, where\na rule looks for the same")
	})
	add("Output", func(fs *pflag.FlagSet) {
		fs.StringArrayVarP(&f.formats, "format", "f", nil, "`FORMAT` of the report, or FORMAT=FILE; repeatable: "+strings.Join(report.Names(), ", ")+" (default text)")
		fs.StringVarP(&f.output, "output", "o", "", "`FILE` for the report instead of standard output")
		fs.StringSliceVar(&f.sarifInclude, "sarif-include", nil, "what SARIF shows besides what fails, `WHAT`: suppressed, unknown;\nnot for GitHub, which makes alerts of it")
		fs.StringVar(&f.sarifCategory, "sarif-category", "", "`NAME` that tells SARIF of this run from that of others")
		fs.StringVar(&f.account, "asff-account", "", "`ID` of the AWS account that findings are imported into (default 000000000000)")
		fs.StringVar(&f.region, "asff-region", "", "`REGION` that findings are imported into (default us-east-1)")
		fs.StringVar(&f.unknown, "unknown", "hide", "what cannot be decided: `MODE` hide, report or fail")
		fs.StringVar(&f.failOn, "fail-on", "low", "exit with 1 from a `SEVERITY` up: low, medium, high, critical, never")
		fs.StringVar(&f.color, "color", "auto", "`WHEN` to use colour: auto, always, never")
		fs.BoolVarP(&f.quiet, "quiet", "q", false, "print neither the summary nor warnings")
		fs.BoolVarP(&f.verbose, "verbose", "v", false, "print notes, such as modules that are not downloaded, and details of defects")
		fs.BoolVar(&f.stats, "stats", false, "print to standard error how long the run took, by stage and by root")
		fs.IntVarP(&f.jobs, "jobs", "j", runtime.NumCPU(), "`N` evaluations at a time (default: the number of CPUs)")
		fs.DurationVar(&f.rootTimeout, "root-timeout", defaultRootTimeout*time.Second, "`TIME` that one root module, template or file may take, as 500ms or 2m;\n0 for any. One that takes longer is a problem, all others are judged")
	})
	all := pflag.NewFlagSet("ecslint", pflag.ContinueOnError)
	for _, g := range f.groups {
		all.AddFlagSet(g.flags)
	}
	return f, all
}

// choices are the values of flags that have a few.
func (f *flags) choices() []struct {
	flag    string
	value   string
	allowed []string
} {
	return []struct {
		flag    string
		value   string
		allowed []string
	}{
		{"min-severity", f.minSeverity, []string{"low", "medium", "high", "critical"}},
		{"fail-on", f.failOn, []string{"low", "medium", "high", "critical", "never"}},
		{"unknown", f.unknown, []string{"hide", "report", "fail"}},
		{"color", f.color, []string{"auto", "always", "never"}},
	}
}

// check checks the values of flags.
func (f *flags) check() error {
	for _, c := range f.choices() {
		if err := choice(c.flag, c.value, c.allowed...); err != nil {
			return err
		}
	}
	for _, what := range f.sarifInclude {
		if err := choice("sarif-include", what, "suppressed", "unknown"); err != nil {
			return err
		}
	}
	if f.jobs < 1 {
		return fmt.Errorf("--jobs %d: use a number from 1", f.jobs)
	}
	if f.rootTimeout < 0 {
		return fmt.Errorf("--root-timeout %v: use a time from 0", f.rootTimeout)
	}
	return nil
}

// defaultRootTimeout is the time that one root may take, in seconds.
const defaultRootTimeout = 30

// usageWidth is the column of the help at which it says what a command does.
const usageWidth = 28

// about says what ecslint is.
const about = `ecslint finds security mistakes in Amazon ECS infrastructure code: Terraform,
CloudFormation, and task definitions in files of their own. It runs offline.`

// exits are the exit statuses.
var exits = []struct {
	status int
	about  string
}{
	{exitClean, "nothing found at or above --fail-on"},
	{exitFound, "findings"},
	{exitFailure, "bad usage or configuration, or an input that could not be understood\n(everything else is still reported)"},
	{exitDefect, "a mistake in ecslint itself"},
}

// examples are runs as people need them.
var examples = []struct{ command, about string }{
	{"ecslint", "everything below this folder"},
	{"ecslint --format sarif=ecslint.sarif infra", "for code scanning"},
	{"ecslint --disable all --enable ECS.5 main.tf", "one rule"},
	{"ecslint explain ECS.5", "why, and what to write instead"},
}

// help is the text of --help.
func (f *flags) help() string {
	var b strings.Builder
	b.WriteString(about + `

Usage:
  ecslint [flags] [PATH…]   lint files and folders (default: the current folder);
                            "-" is standard input
`)
	for _, c := range commands() {
		usage := "  ecslint " + strings.TrimSpace(c.name+" "+c.args)
		gap := usageWidth - utf8.RuneCountInString(usage)
		if gap < 2 {
			usage, gap = usage+"\n", usageWidth
		}
		b.WriteString(usage + strings.Repeat(" ", gap) + c.about + "\n")
	}
	for _, g := range f.groups {
		fmt.Fprintf(&b, "\n%s:\n%s", g.title, usages(g.flags))
	}
	b.WriteString("\nExit status:\n")
	for _, e := range exits {
		fmt.Fprintf(&b, "  %d  %s\n", e.status, strings.ReplaceAll(e.about, "\n", "\n     "))
	}
	b.WriteString("\nExamples:\n")
	for _, e := range examples {
		fmt.Fprintf(&b, "  %-45s %s\n", e.command, e.about)
	}
	return b.String()
}

// usages lists flags as pflag does, without the defaults of lists.
func usages(fs *pflag.FlagSet) string {
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Name == "jobs" {
			f.DefValue = "0" // it differs between machines; the text says it
		}
	})
	return fs.FlagUsages()
}
