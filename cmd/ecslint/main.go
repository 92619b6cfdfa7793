// Command ecslint lints Amazon ECS infrastructure code: Terraform,
// CloudFormation and task definitions. It needs no network and no AWS account.
package main

import (
	"os"

	"github.com/ecslint/ecslint/cmd/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
