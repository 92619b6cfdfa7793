// Code generated from fixtures by go generate ./rules/...; DO NOT EDIT.

package catalog

// examples are the fixtures avoid and prefer of each rule, by rule and format.
var examples = []Example{
	{"ECS.1", Terraform, `resource "aws_ecs_task_definition" "proxy" {
  family       = "proxy"
  network_mode = "host"
  container_definitions = jsonencode([{
    name  = "proxy"
    image = "registry.example.com/proxy:2"
  }])
}
`, `resource "aws_ecs_task_definition" "proxy" {
  family       = "proxy"
  network_mode = "awsvpc"
  container_definitions = jsonencode([{
    name  = "proxy"
    image = "registry.example.com/proxy:2"
    user  = "1000:1000"
  }])
}
`},
	{"ECS.1", CloudFormation, `Resources:
  Proxy:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: proxy
      NetworkMode: host
      ContainerDefinitions:
        - Name: proxy
          Image: registry.example.com/proxy:2
`, `Resources:
  Proxy:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: proxy
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: proxy
          Image: registry.example.com/proxy:2
          User: "1000:1000"
`},
	{"ECS.1", TaskDefinition, `{
  "family": "proxy",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "proxy",
      "image": "registry.example.com/proxy:2"
    }
  ]
}
`, `{
  "family": "proxy",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "proxy",
      "image": "registry.example.com/proxy:2",
      "user": "1000:1000"
    }
  ]
}
`},
	{"ECS.2", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = true
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = false
  }
}
`},
	{"ECS.2", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: web
      TaskDefinition: web
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0a1b2c3d]
          AssignPublicIp: ENABLED
`, `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: web
      TaskDefinition: web
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0a1b2c3d]
          AssignPublicIp: DISABLED
`},
	{"ECS.3", Terraform, `resource "aws_ecs_task_definition" "monitor" {
  family                = "monitor"
  pid_mode              = "host"
  container_definitions = jsonencode([{ name = "monitor", image = "registry.example.com/monitor:1" }])
}
`, `resource "aws_ecs_task_definition" "monitor" {
  family                = "monitor"
  pid_mode              = "task"
  container_definitions = jsonencode([{ name = "monitor", image = "registry.example.com/monitor:1" }])
}
`},
	{"ECS.3", CloudFormation, `Resources:
  Monitor:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: monitor
      PidMode: host
      ContainerDefinitions:
        - Name: monitor
          Image: registry.example.com/monitor:1
`, `Resources:
  Monitor:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: monitor
      PidMode: task
      ContainerDefinitions:
        - Name: monitor
          Image: registry.example.com/monitor:1
`},
	{"ECS.3", TaskDefinition, `{
  "family": "monitor",
  "pidMode": "host",
  "containerDefinitions": [{ "name": "monitor", "image": "registry.example.com/monitor:1" }]
}
`, `{
  "family": "monitor",
  "pidMode": "task",
  "containerDefinitions": [{ "name": "monitor", "image": "registry.example.com/monitor:1" }]
}
`},
	{"ECS.4", Terraform, `resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([{
    name       = "agent"
    image      = "registry.example.com/agent:3"
    privileged = true
  }])
}
`, `resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([{
    name            = "agent"
    image           = "registry.example.com/agent:3"
    linuxParameters = { capabilities = { add = ["SYS_PTRACE"] } }
  }])
}
`},
	{"ECS.4", CloudFormation, `Resources:
  Agent:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: agent
      ContainerDefinitions:
        - Name: agent
          Image: registry.example.com/agent:3
          Privileged: true
`, `Resources:
  Agent:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: agent
      ContainerDefinitions:
        - Name: agent
          Image: registry.example.com/agent:3
          LinuxParameters:
            Capabilities:
              Add: [SYS_PTRACE]
`},
	{"ECS.4", TaskDefinition, `{
  "family": "agent",
  "containerDefinitions": [
    {
      "name": "agent",
      "image": "registry.example.com/agent:3",
      "privileged": true
    }
  ]
}
`, `{
  "family": "agent",
  "containerDefinitions": [
    {
      "name": "agent",
      "image": "registry.example.com/agent:3",
      "linuxParameters": { "capabilities": { "add": ["SYS_PTRACE"] } }
    }
  ]
}
`},
	{"ECS.5", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"
  }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume { name = "cache" }
  container_definitions = jsonencode([{
    name                   = "web"
    image                  = "registry.example.com/web:1.9"
    readonlyRootFilesystem = true
    mountPoints            = [{ sourceVolume = "cache", containerPath = "/var/cache/web" }]
  }])
}
`},
	{"ECS.5", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
`, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      Volumes:
        - Name: cache
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
          ReadonlyRootFilesystem: true
          MountPoints:
            - SourceVolume: cache
              ContainerPath: /var/cache/web
`},
	{"ECS.5", TaskDefinition, `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "registry.example.com/web:1.9"
    }
  ]
}
`, `{
  "family": "web",
  "volumes": [{ "name": "cache" }],
  "containerDefinitions": [
    {
      "name": "web",
      "image": "registry.example.com/web:1.9",
      "readonlyRootFilesystem": true,
      "mountPoints": [{ "sourceVolume": "cache", "containerPath": "/var/cache/web" }]
    }
  ]
}
`},
	{"ECS.8", Terraform, `variable "access_key_id" {}

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
`, `resource "aws_ecs_task_definition" "export" {
  family        = "export"
  task_role_arn = "arn:aws:iam::123456789012:role/export"
  container_definitions = jsonencode([{
    name    = "export"
    image   = "registry.example.com/export:1"
    secrets = [{ name = "PARTNER_TOKEN", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/partner" }]
  }])
}
`},
	{"ECS.8", CloudFormation, `Parameters:
  AccessKeyId:
    Type: String

Resources:
  Export:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: export
      ContainerDefinitions:
        - Name: export
          Image: registry.example.com/export:1
          Environment:
            - Name: AWS_ACCESS_KEY_ID
              Value: !Ref AccessKeyId
`, `Resources:
  Export:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: export
      TaskRoleArn: arn:aws:iam::123456789012:role/export
      ContainerDefinitions:
        - Name: export
          Image: registry.example.com/export:1
          Secrets:
            - Name: PARTNER_TOKEN
              ValueFrom: arn:aws:ssm:eu-west-1:123456789012:parameter/partner
`},
	{"ECS.8", TaskDefinition, `{
  "family": "export",
  "containerDefinitions": [
    {
      "name": "export",
      "image": "registry.example.com/export:1",
      "environment": [{ "name": "AWS_ACCESS_KEY_ID", "value": "${ACCESS_KEY_ID}" }]
    }
  ]
}
`, `{
  "family": "export",
  "taskRoleArn": "arn:aws:iam::123456789012:role/export",
  "containerDefinitions": [
    {
      "name": "export",
      "image": "registry.example.com/export:1",
      "secrets": [
        { "name": "PARTNER_TOKEN", "valueFrom": "arn:aws:ssm:eu-west-1:123456789012:parameter/partner" }
      ]
    }
  ]
}
`},
	{"ECS.9", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"
  }])
}
`, `resource "aws_ecs_task_definition" "web" {
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
`},
	{"ECS.9", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
`, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: /ecs/web
              awslogs-region: eu-west-1
              awslogs-stream-prefix: web
`},
	{"ECS.9", TaskDefinition, `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "registry.example.com/web:1.9"
    }
  ]
}
`, `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "registry.example.com/web:1.9",
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/web",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "web"
        }
      }
    }
  ]
}
`},
	{"ECS.10", Terraform, `resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = "web"
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
}
`, `resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = "web"
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}
`},
	{"ECS.10", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: web
      TaskDefinition: web
      LaunchType: FARGATE
      PlatformVersion: 1.3.0
`, `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: web
      TaskDefinition: web
      LaunchType: FARGATE
      PlatformVersion: LATEST
`},
	{"ECS.12", Terraform, `resource "aws_ecs_cluster" "main" {
  name = "main"
}
`, `resource "aws_ecs_cluster" "main" {
  name = "main"

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}
`},
	{"ECS.12", CloudFormation, `Resources:
  Main:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: main
`, `Resources:
  Main:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: main
      ClusterSettings:
        - Name: containerInsights
          Value: enhanced
`},
	{"ECS.13", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"

  tags = {
    team = "shop"
  }
}
`},
	{"ECS.13", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: web
      TaskDefinition: web
`, `Resources:
  Web:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: web
      TaskDefinition: web
      Tags:
        - Key: team
          Value: shop
`},
	{"ECS.14", Terraform, `resource "aws_ecs_cluster" "web" {
  name = "web"
}
`, `resource "aws_ecs_cluster" "web" {
  name = "web"

  tags = {
    team = "shop"
  }
}
`},
	{"ECS.14", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: web
`, `Resources:
  Web:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: web
      Tags:
        - Key: team
          Value: shop
`},
	{"ECS.15", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  tags = {
    team = "shop"
  }
}
`},
	{"ECS.15", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
`, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
      Tags:
        - Key: team
          Value: shop
`},
	{"ECS.15", TaskDefinition, `{
  "family": "web",
  "containerDefinitions": [{ "name": "web", "image": "registry.example.com/web:1.9" }]
}
`, `{
  "family": "web",
  "containerDefinitions": [{ "name": "web", "image": "registry.example.com/web:1.9" }],
  "tags": [{ "key": "team", "value": "shop" }]
}
`},
	{"ECS.16", Terraform, `resource "aws_ecs_task_set" "green" {
  service         = "web"
  cluster         = "main"
  task_definition = "web"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = true
  }
}
`, `resource "aws_ecs_task_set" "green" {
  service         = "web"
  cluster         = "main"
  task_definition = "web"

  network_configuration {
    subnets          = ["subnet-0a1b2c3d"]
    assign_public_ip = false
  }
}
`},
	{"ECS.16", CloudFormation, `Resources:
  Green:
    Type: AWS::ECS::TaskSet
    Properties:
      Cluster: main
      Service: web
      TaskDefinition: web
      NetworkConfiguration:
        AwsVpcConfiguration:
          Subnets: [subnet-0a1b2c3d]
          AssignPublicIp: ENABLED
`, `Resources:
  Green:
    Type: AWS::ECS::TaskSet
    Properties:
      Cluster: main
      Service: web
      TaskDefinition: web
      NetworkConfiguration:
        AwsVpcConfiguration:
          Subnets: [subnet-0a1b2c3d]
          AssignPublicIp: DISABLED
`},
	{"ECS.17", Terraform, `resource "aws_ecs_task_definition" "proxy" {
  family                = "proxy"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "proxy", image = "registry.example.com/proxy:2" }])
}
`, `resource "aws_ecs_task_definition" "proxy" {
  family                = "proxy"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "proxy", image = "registry.example.com/proxy:2" }])
}
`},
	{"ECS.17", CloudFormation, `Resources:
  Proxy:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: proxy
      NetworkMode: host
      ContainerDefinitions:
        - Name: proxy
          Image: registry.example.com/proxy:2
`, `Resources:
  Proxy:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: proxy
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: proxy
          Image: registry.example.com/proxy:2
`},
	{"ECS.17", TaskDefinition, `{
  "family": "proxy",
  "networkMode": "host",
  "containerDefinitions": [{ "name": "proxy", "image": "registry.example.com/proxy:2" }]
}
`, `{
  "family": "proxy",
  "networkMode": "awsvpc",
  "containerDefinitions": [{ "name": "proxy", "image": "registry.example.com/proxy:2" }]
}
`},
	{"ECS.18", Terraform, `resource "aws_ecs_task_definition" "wiki" {
  family                = "wiki"
  container_definitions = jsonencode([{ name = "wiki", image = "registry.example.com/wiki:1" }])

  volume {
    name = "pages"
    efs_volume_configuration {
      file_system_id = "fs-0a1b2c3d"
    }
  }
}
`, `resource "aws_ecs_task_definition" "wiki" {
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
`},
	{"ECS.18", CloudFormation, `Resources:
  Wiki:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: wiki
      ContainerDefinitions:
        - Name: wiki
          Image: registry.example.com/wiki:1
      Volumes:
        - Name: pages
          EFSVolumeConfiguration:
            FilesystemId: fs-0a1b2c3d
`, `Resources:
  Wiki:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: wiki
      ContainerDefinitions:
        - Name: wiki
          Image: registry.example.com/wiki:1
      Volumes:
        - Name: pages
          EFSVolumeConfiguration:
            FilesystemId: fs-0a1b2c3d
            TransitEncryption: ENABLED
`},
	{"ECS.18", TaskDefinition, `{
  "family": "wiki",
  "containerDefinitions": [{ "name": "wiki", "image": "registry.example.com/wiki:1" }],
  "volumes": [
    {
      "name": "pages",
      "efsVolumeConfiguration": {
        "fileSystemId": "fs-0a1b2c3d"
      }
    }
  ]
}
`, `{
  "family": "wiki",
  "containerDefinitions": [{ "name": "wiki", "image": "registry.example.com/wiki:1" }],
  "volumes": [
    {
      "name": "pages",
      "efsVolumeConfiguration": {
        "fileSystemId": "fs-0a1b2c3d",
        "transitEncryption": "ENABLED"
      }
    }
  ]
}
`},
	{"ECS.19", Terraform, `resource "aws_ecs_capacity_provider" "instances" {
  name = "instances"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.instances.arn
  }
}
`, `resource "aws_ecs_capacity_provider" "instances" {
  name = "instances"

  auto_scaling_group_provider {
    auto_scaling_group_arn         = aws_autoscaling_group.instances.arn
    managed_termination_protection = "ENABLED"

    managed_scaling {
      status = "ENABLED"
    }
  }
}
`},
	{"ECS.19", CloudFormation, `Resources:
  Instances:
    Type: AWS::ECS::CapacityProvider
    Properties:
      Name: instances
      AutoScalingGroupProvider:
        AutoScalingGroupArn: !Ref AutoScalingGroup
`, `Resources:
  Instances:
    Type: AWS::ECS::CapacityProvider
    Properties:
      Name: instances
      AutoScalingGroupProvider:
        AutoScalingGroupArn: !Ref AutoScalingGroup
        ManagedTerminationProtection: ENABLED
        ManagedScaling:
          Status: ENABLED
`},
	{"ECS.20", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", user = "root" },
    { name = "cache", image = "registry.example.com/cache:7" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", user = "1000:1000" },
    { name = "cache", image = "registry.example.com/cache:7", user = "999" },
  ])
}
`},
	{"ECS.20", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
          User: root
        - Name: cache
          Image: registry.example.com/cache:7
`, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
          User: "1000:1000"
        - Name: cache
          Image: registry.example.com/cache:7
          User: "999"
`},
	{"ECS.20", TaskDefinition, `{
  "family": "web",
  "containerDefinitions": [
    { "name": "web", "image": "registry.example.com/web:1.9", "user": "root" },
    { "name": "cache", "image": "registry.example.com/cache:7" }
  ]
}
`, `{
  "family": "web",
  "containerDefinitions": [
    { "name": "web", "image": "registry.example.com/web:1.9", "user": "1000:1000" },
    { "name": "cache", "image": "registry.example.com/cache:7", "user": "999" }
  ]
}
`},
	{"ECS.21", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/iis:2022", user = "ContainerAdministrator" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/iis:2022", user = "ContainerUser" },
  ])
}
`},
	{"ECS.21", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      RuntimePlatform:
        OperatingSystemFamily: WINDOWS_SERVER_2022_CORE
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/iis:2022
          User: ContainerAdministrator
`, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      RuntimePlatform:
        OperatingSystemFamily: WINDOWS_SERVER_2022_CORE
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/iis:2022
          User: ContainerUser
`},
	{"ECS.21", TaskDefinition, `{
  "family": "web",
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },
  "containerDefinitions": [
    { "name": "web", "image": "registry.example.com/iis:2022", "user": "ContainerAdministrator" }
  ]
}
`, `{
  "family": "web",
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },
  "containerDefinitions": [
    { "name": "web", "image": "registry.example.com/iis:2022", "user": "ContainerUser" }
  ]
}
`},
	{"DEPLOY.1", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web app"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web-app"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.2", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.3", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ image = "registry.example.com/web:1.9", essential = true }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.4", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web app", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web-app", image = "registry.example.com/web-app:1.9" },
  ])
}
`},
	{"DEPLOY.5", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", essential = true }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.6", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web@1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.7", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9" },
    { name = "web", image = "registry.example.com/proxy:2" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9" },
    { name = "proxy", image = "registry.example.com/proxy:1.9" },
  ])
}
`},
	{"DEPLOY.8", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "w1", image = "registry.example.com/w1:1.9" },
    { name = "w2", image = "registry.example.com/w2:1.9" },
    { name = "w3", image = "registry.example.com/w3:1.9" },
    { name = "w4", image = "registry.example.com/w4:1.9" },
    { name = "w5", image = "registry.example.com/w5:1.9" },
    { name = "w6", image = "registry.example.com/w6:1.9" },
    { name = "w7", image = "registry.example.com/w7:1.9" },
    { name = "w8", image = "registry.example.com/w8:1.9" },
    { name = "w9", image = "registry.example.com/w9:1.9" },
    { name = "w10", image = "registry.example.com/w10:1.9" },
    { name = "w11", image = "registry.example.com/w11:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9" },
    { name = "proxy", image = "registry.example.com/proxy:1.9" },
  ])
}
`},
	{"DEPLOY.9", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", essential = false },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9" },
    { name = "migrate", image = "registry.example.com/migrate:1.9", essential = false },
  ])
}
`},
	{"DEPLOY.10", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "healthy" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "HEALTHY" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`},
	{"DEPLOY.11", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "database", condition = "START" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "START" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`},
	{"DEPLOY.12", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "migrate", condition = "SUCCESS" }]
    },
    { name = "migrate", image = "registry.example.com/migrate:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "migrate", condition = "SUCCESS" }]
    },
    { name = "migrate", image = "registry.example.com/migrate:1.9", essential = false },
  ])
}
`},
	{"DEPLOY.13", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "HEALTHY" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "HEALTHY" }]
    },
    {
      name        = "db"
      image       = "registry.example.com/db:1.9"
      healthCheck = { command = ["CMD-SHELL", "pg_isready"] }
    },
  ])
}
`},
	{"DEPLOY.14", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "proxy", condition = "START" }]
    },
    {
      name      = "proxy"
      image     = "registry.example.com/proxy:1.9"
      dependsOn = [{ containerName = "web", condition = "START" }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "proxy", condition = "START" }]
    },
    { name = "proxy", image = "registry.example.com/proxy:1.9" },
  ])
}
`},
	{"DEPLOY.15", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  cpu          = "256"
  memory       = "512"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "START" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}

resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = aws_ecs_task_definition.web.arn
  launch_type      = "FARGATE"
  platform_version = "1.2.0"
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  cpu          = "256"
  memory       = "512"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "START" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}

resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = aws_ecs_task_definition.web.arn
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}
`},
	{"DEPLOY.16", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", links = ["db"] },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", links = ["db"] },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`},
	{"DEPLOY.17", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      healthCheck = { command = ["CMD-SHELL, curl -f http://localhost/"] }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      healthCheck = { command = ["CMD-SHELL", "curl -f http://localhost/"] }
    },
  ])
}
`},
	{"DEPLOY.18", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      healthCheck = { command = ["CMD-SHELL", "true"], interval = 3 }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      healthCheck = { command = ["CMD-SHELL", "true"], interval = 5 }
    },
  ])
}
`},
	{"DEPLOY.19", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name          = "web"
      image         = "registry.example.com/web:1.9"
      restartPolicy = { enabled = true, restartAttemptPeriod = 30 }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name          = "web"
      image         = "registry.example.com/web:1.9"
      restartPolicy = { enabled = true, restartAttemptPeriod = 60 }
    },
  ])
}
`},
	{"DEPLOY.20", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      environmentFiles = [{ value = "arn:aws:s3:::settings/web.txt", type = "s3" }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      environmentFiles = [{ value = "arn:aws:s3:::settings/web.env", type = "s3" }]
    },
  ])
}
`},
	{"DEPLOY.21", Terraform, `resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = "arn:aws:iam::123456789012:role/pull"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      environment = [{ name = "TOKEN", value = "info" }]
      secrets = [
        { name = "TOKEN", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/token" },
      ]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = "arn:aws:iam::123456789012:role/pull"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      environment = [{ name = "LEVEL", value = "info" }]
      secrets = [
        { name = "TOKEN", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/token" },
      ]
    },
  ])
}
`},
	{"DEPLOY.22", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      secrets = [
        { name = "TOKEN", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/token" },
      ]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family             = "web"
  execution_role_arn = "arn:aws:iam::123456789012:role/pull"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      secrets = [
        { name = "TOKEN", valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/token" },
      ]
    },
  ])
}
`},
	{"DEPLOY.23", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  placement_constraints {
    type = "distinctInstance"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  placement_constraints {
    type       = "memberOf"
    expression = "attribute:stack == s1"
  }
}
`},
	{"DEPLOY.24", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
  tags = {
    "aws:team" = "web"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
  tags = {
    "team" = "web"
  }
}
`},
	{"DEPLOY.25", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      mountPoints = [{ sourceVolume = "Data", containerPath = "/data" }]
    },
  ])

  volume {
    name = "data"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      mountPoints = [{ sourceVolume = "data", containerPath = "/data" }]
    },
  ])

  volume {
    name = "data"
  }
}
`},
	{"DEPLOY.26", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name      = "a"
    host_path = "/srv"
    efs_volume_configuration {
      file_system_id = "fs-0a1b2c3d"
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name      = "a"
    host_path = "/srv"
  }

  volume {
    name = "b"
    efs_volume_configuration {
      file_system_id = "fs-0a1b2c3d"
    }
  }
}
`},
	{"DEPLOY.27", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name                  = "router"
      image                 = "registry.example.com/router:1.9"
      firelensConfiguration = { type = "fluent-bit" }
    },
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "awsfirelens" }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name                  = "router"
      image                 = "registry.example.com/router:1.9"
      firelensConfiguration = { type = "fluentbit" }
    },
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "awsfirelens" }
    },
  ])
}
`},
	{"DEPLOY.30", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "256"
  memory                   = "512"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.31", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "256"
  memory                   = "4096"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "512"
  memory                   = "4096"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.32", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 256 },
  ])
}
`},
	{"DEPLOY.33", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 128, memoryReservation = 256 },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 512, memoryReservation = 256 },
  ])
}
`},
	{"DEPLOY.34", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 2 },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 2048 },
  ])
}
`},
	{"DEPLOY.35", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  cpu    = "256"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", cpu = 256 },
    { name = "proxy", image = "registry.example.com/proxy:1.9", cpu = 128 },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  cpu    = "256"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", cpu = 128 },
    { name = "proxy", image = "registry.example.com/proxy:1.9", cpu = 128 },
  ])
}
`},
	{"DEPLOY.36", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  memory = "512"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 1024 },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  memory = "512"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 512 },
  ])
}
`},
	{"DEPLOY.37", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  cpu                      = "64"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  cpu                      = "128"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.38", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  memory                   = "2048"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 2048 },
  ])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`},
	{"DEPLOY.200", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode({ name = "web", image = "registry.example.com/web:1.9" })
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.201", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "READY" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name      = "web"
      image     = "registry.example.com/web:1.9"
      dependsOn = [{ containerName = "db", condition = "HEALTHY" }]
    },
    { name = "db", image = "registry.example.com/db:1.9" },
  ])
}
`},
	{"DEPLOY.202", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "32768"
  memory                   = "65536"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "32768"
  memory                   = "61440"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.203", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  cpu                   = "8192"
  memory                = "16384"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = aws_ecs_task_definition.web.arn
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  cpu                   = "8192"
  memory                = "16384"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = aws_ecs_task_definition.web.arn
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}
`},
	{"DEPLOY.204", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", links = ["proxy"] },
    { name = "proxy", image = "registry.example.com/proxy:1.9", links = ["web"] },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", links = ["proxy"] },
    { name = "proxy", image = "registry.example.com/proxy:1.9" },
  ])
}
`},
	{"DEPLOY.205", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  cpu          = "256"
  memory       = "512"
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      environmentFiles = [{ value = "arn:aws:s3:::settings/web.env", type = "s3" }]
    },
  ])
}

resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = aws_ecs_task_definition.web.arn
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  cpu          = "256"
  memory       = "512"
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      environmentFiles = [{ value = "arn:aws:s3:::settings/web.env", type = "s3" }]
    },
  ])
}

resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = aws_ecs_task_definition.web.arn
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}
`},
	{"DEPLOY.207", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      volumesFrom = [{ sourceContainer = "store" }]
    },
    { name = "data", image = "registry.example.com/data:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      volumesFrom = [{ sourceContainer = "data" }]
    },
    { name = "data", image = "registry.example.com/data:1.9" },
  ])
}
`},
	{"DEPLOY.208", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name                = "a"
    configure_at_launch = true
  }

  volume {
    name                = "b"
    configure_at_launch = true
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name                = "a"
    configure_at_launch = true
  }

  volume {
    name = "b"
  }
}
`},
	{"DEPLOY.209", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "my data"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "my-data"
  }
}
`},
	{"DEPLOY.210", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name                  = "router"
      image                 = "registry.example.com/router:1.9"
      firelensConfiguration = { type = "fluentbit" }
    },
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "json-file" }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name                  = "router"
      image                 = "registry.example.com/router:1.9"
      firelensConfiguration = { type = "fluentbit" }
    },
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "awsfirelens" }
    },
  ])
}
`},
	{"DEPLOY.211", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  memory = "512"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 512 },
    { name = "proxy", image = "registry.example.com/proxy:1.9", memory = 128 },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  memory = "512"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 384 },
    { name = "proxy", image = "registry.example.com/proxy:1.9", memory = 128 },
  ])
}
`},
	{"DEPLOY.212", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  cpu                   = "1 core"
  memory                = "2048"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  cpu                   = "1 vCPU"
  memory                = "2048"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"SCHEMA.1", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name                    = "web"
    image                   = "registry.example.com/web:1.9"
    readonlyRootFileSystems = true
  }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([{
    name                   = "web"
    image                  = "registry.example.com/web:1.9"
    readonlyRootFilesystem = true
  }])
}
`},
	{"SCHEMA.1", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
          ReadonlyRootFileSystems: true
`, `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
      ContainerDefinitions:
        - Name: web
          Image: registry.example.com/web:1.9
          ReadonlyRootFilesystem: true
`},
	{"SCHEMA.1", TaskDefinition, `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "registry.example.com/web:1.9",
      "readonlyRootFileSystems": true
    }
  ]
}
`, `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "registry.example.com/web:1.9",
      "readonlyRootFilesystem": true
    }
  ]
}
`},
}
