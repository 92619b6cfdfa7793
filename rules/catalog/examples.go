// Code generated from fixtures by go generate ./rules/...; DO NOT EDIT.

package catalog

// examples are the fixtures avoid and prefer of each rule, by ID.
var examples = map[string]Example{
	"ECS.1": {
		Avoid: `resource "aws_ecs_task_definition" "proxy" {
  family       = "proxy"
  network_mode = "host"
  container_definitions = jsonencode([{
    name  = "proxy"
    image = "registry.example.com/proxy:2"
  }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "proxy" {
  family       = "proxy"
  network_mode = "awsvpc"
  container_definitions = jsonencode([{
    name  = "proxy"
    image = "registry.example.com/proxy:2"
    user  = "1000:1000"
  }])
}
`,
	},
	"ECS.2": {
		Avoid: `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = true
  }
}
`,
		Prefer: `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = false
  }
}
`,
	},
	"ECS.3": {
		Avoid: `resource "aws_ecs_task_definition" "monitor" {
  family                = "monitor"
  pid_mode              = "host"
  container_definitions = jsonencode([{ name = "monitor", image = "registry.example.com/monitor:1" }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "monitor" {
  family                = "monitor"
  pid_mode              = "task"
  container_definitions = jsonencode([{ name = "monitor", image = "registry.example.com/monitor:1" }])
}
`,
	},
	"ECS.4": {
		Avoid: `resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([{
    name       = "agent"
    image      = "registry.example.com/agent:3"
    privileged = true
  }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([{
    name            = "agent"
    image           = "registry.example.com/agent:3"
    linuxParameters = { capabilities = { add = ["SYS_PTRACE"] } }
  }])
}
`,
	},
	"ECS.5": {
		Avoid: `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"
  }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume { name = "cache" }
  container_definitions = jsonencode([{
    name                   = "web"
    image                  = "registry.example.com/web:1.9"
    readonlyRootFilesystem = true
    mountPoints            = [{ sourceVolume = "cache", containerPath = "/var/cache/web" }]
  }])
}
`,
	},
	"ECS.8": {
		Avoid: `variable "access_key_id" {}

resource "aws_ecs_task_definition" "export" {
  family = "export"
  container_definitions = jsonencode([{
    name  = "export"
    image = "registry.example.com/export:1"
    environment = [
      { name = "AWS_ACCESS_KEY_ID", value = var.access_key_id },
    ]
  }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "export" {
  family        = "export"
  task_role_arn = "arn:aws:iam::123456789012:role/export"
  container_definitions = jsonencode([{
    name    = "export"
    image   = "registry.example.com/export:1"
    secrets = [{ name = "PARTNER_TOKEN", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/partner" }]
  }])
}
`,
	},
	"ECS.9": {
		Avoid: `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"
  }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-group"         = "/ecs/web"
        "awslogs-region"        = "eu-west-1"
        "awslogs-stream-prefix" = "web"
      }
    }
  }])
}
`,
	},
	"ECS.10": {
		Avoid: `resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = "web"
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
}
`,
		Prefer: `resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = "web"
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}
`,
	},
	"ECS.12": {
		Avoid: `resource "aws_ecs_cluster" "main" {
  name = "main"
}
`,
		Prefer: `resource "aws_ecs_cluster" "main" {
  name = "main"

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}
`,
	},
	"ECS.13": {
		Avoid: `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
}
`,
		Prefer: `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"

  tags = {
    team = "shop"
  }
}
`,
	},
	"ECS.14": {
		Avoid: `resource "aws_ecs_cluster" "web" {
  name = "web"
}
`,
		Prefer: `resource "aws_ecs_cluster" "web" {
  name = "web"

  tags = {
    team = "shop"
  }
}
`,
	},
	"ECS.15": {
		Avoid: `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  tags = {
    team = "shop"
  }
}
`,
	},
	"ECS.16": {
		Avoid: `resource "aws_ecs_task_set" "green" {
  service         = "web"
  cluster         = "main"
  task_definition = "web"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = true
  }
}
`,
		Prefer: `resource "aws_ecs_task_set" "green" {
  service         = "web"
  cluster         = "main"
  task_definition = "web"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = false
  }
}
`,
	},
	"ECS.17": {
		Avoid: `resource "aws_ecs_task_definition" "proxy" {
  family                = "proxy"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "proxy", image = "registry.example.com/proxy:2" }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "proxy" {
  family                = "proxy"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "proxy", image = "registry.example.com/proxy:2" }])
}
`,
	},
	"ECS.18": {
		Avoid: `resource "aws_ecs_task_definition" "wiki" {
  family                = "wiki"
  container_definitions = jsonencode([{ name = "wiki", image = "registry.example.com/wiki:1" }])

  volume {
    name = "pages"
    efs_volume_configuration {
      file_system_id = "fs-0a1b2c3d"
    }
  }
}
`,
		Prefer: `resource "aws_ecs_task_definition" "wiki" {
  family                = "wiki"
  container_definitions = jsonencode([{ name = "wiki", image = "registry.example.com/wiki:1" }])

  volume {
    name = "pages"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      transit_encryption = "ENABLED"
    }
  }
}
`,
	},
	"ECS.19": {
		Avoid: `resource "aws_ecs_capacity_provider" "instances" {
  name = "instances"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.instances.arn
  }
}
`,
		Prefer: `resource "aws_ecs_capacity_provider" "instances" {
  name = "instances"

  auto_scaling_group_provider {
    auto_scaling_group_arn         = aws_autoscaling_group.instances.arn
    managed_termination_protection = "ENABLED"

    managed_scaling {
      status = "ENABLED"
    }
  }
}
`,
	},
	"ECS.20": {
		Avoid: `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", user = "root" },
    { name = "cache", image = "registry.example.com/cache:7" },
  ])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", user = "1000:1000" },
    { name = "cache", image = "registry.example.com/cache:7", user = "999" },
  ])
}
`,
	},
	"ECS.21": {
		Avoid: `resource "aws_ecs_task_definition" "web" {
  family = "web"

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/iis:2022", user = "ContainerAdministrator" },
  ])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "web" {
  family = "web"

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/iis:2022", user = "ContainerUser" },
  ])
}
`,
	},
	"SCHEMA.1": {
		Avoid: `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name                    = "web"
    image                   = "registry.example.com/web:1.9"
    readonlyRootFileSystems = true
  }])
}
`,
		Prefer: `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name                   = "web"
    image                  = "registry.example.com/web:1.9"
    readonlyRootFilesystem = true
  }])
}
`,
	},
}
