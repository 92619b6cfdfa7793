package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"
)

// manual prints the manual page, which is made of what --help is made of.
func manual(c command, args []string, s streams) int {
	fs := c.flags()
	if status, done := parse(fs, args, s, func() string { return c.usage(fs) }); done {
		return status
	}
	if err := noArguments(fs); err != nil {
		return s.fail(err)
	}
	return s.print(manPage())
}

// manPage is the manual page in the macros of man(7).
func manPage() string {
	f, _ := newFlags()
	var b strings.Builder
	b.WriteString(`.TH ECSLINT 1
.SH NAME
ecslint \- lint Amazon ECS infrastructure code
.SH SYNOPSIS
.B ecslint
[\fIflags\fR] [\fIPATH\fR...]
`)
	for _, c := range commands() {
		fmt.Fprintf(&b, ".br\n.B ecslint %s\n", c.name)
		if c.args != "" {
			fmt.Fprintf(&b, "%s\n", roff(c.args))
		}
	}
	b.WriteString(".SH DESCRIPTION\n" + roff(about) + "\n.PP\nWithout a command, files and folders are linted, by default the current folder. \"\\-\" is\nstandard input.\n")
	b.WriteString(".SH COMMANDS\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(strings.TrimSpace(c.name+" "+c.args)), roff(c.about))
	}
	for _, g := range f.groups {
		fmt.Fprintf(&b, ".SH %s\n", roff(strings.ToUpper(g.title+" options")))
		g.flags.VisitAll(func(x *pflag.Flag) { b.WriteString(manFlag(x)) })
	}
	b.WriteString(".SH EXIT STATUS\n")
	for _, e := range exits {
		fmt.Fprintf(&b, ".TP\n.B %d\n%s\n", e.status, roff(e.about))
	}
	b.WriteString(".SH EXAMPLES\n")
	for _, e := range examples {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(e.command), roff(e.about))
	}
	return b.String()
}

// manFlag describes a flag.
func manFlag(f *pflag.Flag) string {
	name, usage := pflag.UnquoteUsage(f)
	spelt := "--" + f.Name
	if f.Shorthand != "" {
		spelt = "-" + f.Shorthand + ", " + spelt
	}
	out := ".TP\n\\fB" + roff(spelt) + "\\fR"
	if name != "" {
		out += " \\fI" + roff(name) + "\\fR"
	}
	return out + "\n" + roff(strings.ReplaceAll(usage, "\n", " ")) + "\n"
}

// roff writes text so that none of it is a command or an escape.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...").Replace(s)
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}
