// Command yaml2json prints a YAML file as JSON, for scripts.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"gopkg.in/yaml.v3"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "yaml2json:", err)
		os.Exit(1)
	}
}

func run() error {
	var document any
	if err := yaml.NewDecoder(os.Stdin).Decode(&document); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(document)
}
