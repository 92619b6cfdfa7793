// Command ecslint lints Amazon ECS infrastructure code: Terraform,
// CloudFormation and task definitions. It needs no network and no AWS account.
package main

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/ecslint/ecslint/cmd/internal/cli"
)

func main() {
	// A closed pipe is an error like any other: other reports are still to be written.
	signal.Ignore(syscall.SIGPIPE)
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
