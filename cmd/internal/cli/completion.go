package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ecslint/ecslint/cmd/internal/near"
	"github.com/ecslint/ecslint/cmd/internal/report"
)

// script makes a completion script out of the flags of linting.
type script func(flags []flagWords) string

// scripts are the shells that one can be made for.
func scripts() map[string]script {
	return map[string]script{"bash": bashScript, "fish": fishScript, "zsh": zshScript}
}

func shellNames() []string { return []string{"bash", "fish", "zsh"} }

// completion prints a script for a shell.
func completion(c command, args []string, s streams) int {
	fs := c.flags()
	if status, done := parse(fs, args, s, func() string { return c.usage(fs) }); done {
		return status
	}
	if fs.NArg() != 1 {
		return s.fail(errors.New("completion: name one shell: " + strings.Join(shellNames(), ", ")))
	}
	script := scripts()[fs.Arg(0)]
	if script == nil {
		names := shellNames()
		return s.fail(fmt.Errorf("completion: unknown shell %q%s: use %s", fs.Arg(0), near.Hint(fs.Arg(0), names), strings.Join(names, ", ")))
	}
	return s.print(script(lintFlags()))
}

// flagWords is a flag as a shell completes it.
type flagWords struct {
	name, short, about string
	takes              bool     // a value
	values             []string // if it has a few
}

// lintFlags gives the flags of linting with the values that they can have.
func lintFlags() []flagWords {
	f, _ := newFlags()
	names := append(ruleNames(), "all")
	values := map[string][]string{"format": report.Names(), "enable": names, "disable": names}
	for _, c := range f.choices() {
		values[c.flag] = c.allowed
	}
	var out []flagWords
	for _, g := range f.groups {
		g.flags.VisitAll(func(f *pflag.Flag) {
			_, about := pflag.UnquoteUsage(f)
			out = append(out, flagWords{
				f.Name, f.Shorthand, strings.ReplaceAll(about, "\n", " "), f.Value.Type() != "bool", values[f.Name],
			})
		})
	}
	return append(out, flagWords{name: "help", short: "h", about: "print this help"})
}

func bashScript(flags []flagWords) string {
	var names []string
	var cases strings.Builder
	for _, f := range flags {
		names = append(names, "--"+f.name)
		if f.values != nil {
			fmt.Fprintf(&cases, "    --%s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", f.name, strings.Join(f.values, " "))
		}
	}
	var words []string
	for _, c := range commands() {
		words = append(words, c.name)
		if c.words != nil {
			fmt.Fprintf(&cases, "    %s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", c.name, strings.Join(c.words(), " "))
		}
	}
	return `# bash completion for ecslint: source <(ecslint completion bash)
_ecslint() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  case $prev in
` + cases.String() + `  esac
  case $cur in
    -*) COMPREPLY=($(compgen -W '` + strings.Join(names, " ") + `' -- "$cur")) ;;
    *)
      COMPREPLY=($(compgen -f -- "$cur"))
      [ "$COMP_CWORD" -eq 1 ] && COMPREPLY+=($(compgen -W '` + strings.Join(words, " ") + `' -- "$cur"))
      ;;
  esac
}
complete -o filenames -F _ecslint ecslint
`
}

func zshScript(flags []flagWords) string {
	var b strings.Builder
	b.WriteString(`#compdef ecslint
# zsh completion for ecslint: put it into a file _ecslint in $fpath
_ecslint() {
  if (( CURRENT == 3 )); then
    case $words[2] in
`)
	for _, c := range commands() {
		if c.words != nil {
			fmt.Fprintf(&b, "      %s) compadd -- %s; return ;;\n", c.name, strings.Join(c.words(), " "))
		}
	}
	b.WriteString("    esac\n  fi\n  _arguments -S \\\n")
	for _, f := range flags {
		about := strings.NewReplacer("'", "'\\''", "[", "\\[", "]", "\\]", ":", "\\:").Replace(f.about)
		switch {
		case f.values != nil:
			fmt.Fprintf(&b, "    '*--%s=[%s]:%s:(%s)' \\\n", f.name, about, f.name, strings.Join(f.values, " "))
		case f.takes:
			fmt.Fprintf(&b, "    '*--%s=[%s]:%s:_files' \\\n", f.name, about, f.name)
		default:
			fmt.Fprintf(&b, "    '--%s[%s]' \\\n", f.name, about)
		}
	}
	var words []string
	for _, c := range commands() {
		words = append(words, c.name)
	}
	b.WriteString("    '1: :{ compadd -- " + strings.Join(words, " ") + "; _files }' \\\n    '*: :_files'\n}\n_ecslint \"$@\"\n")
	return b.String()
}

func fishScript(flags []flagWords) string {
	quote := func(s string) string { return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'" }
	var b strings.Builder
	b.WriteString("# fish completion for ecslint: ecslint completion fish | source\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "complete -c ecslint -n __fish_use_subcommand -a %s -d %s\n", c.name, quote(c.about))
		if c.words != nil {
			fmt.Fprintf(&b, "complete -c ecslint -n '__fish_seen_subcommand_from %s' -f -a %s\n", c.name, quote(strings.Join(c.words(), " ")))
		}
	}
	for _, f := range flags {
		line := "complete -c ecslint -l " + f.name
		if f.short != "" {
			line += " -s " + f.short
		}
		if f.takes {
			line += " -r"
		}
		if f.values != nil {
			line += " -f -a " + quote(strings.Join(f.values, " "))
		}
		b.WriteString(line + " -d " + quote(f.about) + "\n")
	}
	return b.String()
}
