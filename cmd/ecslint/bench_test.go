package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"
)

const benchService = `variable "image" {}

locals {
  defaults = { readonlyRootFilesystem = true, user = "1000" }
}

resource "aws_ecs_task_definition" "app" {
  family       = "app"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    merge(local.defaults, { name = "app", image = var.image, privileged = true }),
    merge(local.defaults, { name = "log", image = "fluent-bit:3", environment = [{ name = "A", value = "b" }] }),
  ])
}

resource "aws_ecs_service" "app" {
  name            = "app"
  task_definition = aws_ecs_task_definition.app.arn
  launch_type     = "FARGATE"
  network_configuration {
    subnets          = ["subnet-1"]
    assign_public_ip = true
  }
}
`

const benchTemplate = `Resources:
  Task%d:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: app, Image: !Sub "${AWS::AccountId}.dkr.ecr.amazonaws.com/app", Privileged: true }
`

// BenchmarkProcess measures the whole command as a user waits for it: median
// time and memory of one process. The on-save file is to stay below 10 ms and
// 25 MB.
func BenchmarkProcess(b *testing.B) {
	binary := filepath.Join(b.TempDir(), "ecslint")
	goTool(b, "build", "-o", binary, ".")
	dir := b.TempDir()
	write := func(name, text string) {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	write("one/main.tf", benchService)
	write("one/template.yaml", fmt.Sprintf(benchTemplate, 0))
	for i := range 200 {
		write(fmt.Sprintf("many/module%d/main.tf", i), benchService)
		write(fmt.Sprintf("many/template%d.yaml", i), fmt.Sprintf(benchTemplate, i))
		write(fmt.Sprintf("many/other%d/package.json", i), `{"name": "x"}`)
	}
	for _, bench := range []struct {
		name string
		args []string
	}{
		{"version", []string{"version"}},
		{"terraform", []string{"one/main.tf"}},
		{"template", []string{"one/template.yaml"}},
		{"sarif", []string{"--format", "sarif", "one/main.tf"}},
		{"folders", []string{"--format", "sarif", "many"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var times []time.Duration
			memory := 0.0
			for b.Loop() {
				cmd := exec.Command(binary, bench.args...)
				cmd.Dir = dir
				start := time.Now()
				err := cmd.Run()
				times = append(times, time.Since(start))
				if code := cmd.ProcessState.ExitCode(); code != 0 && code != 1 {
					b.Fatal(err)
				}
				memory = max(memory, float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024)
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)/2].Microseconds())/1000, "median-ms")
			b.ReportMetric(memory, "MiB")
		})
	}
}
