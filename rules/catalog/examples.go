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
	{"APIGateway.4", Terraform, `resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = aws_api_gateway_deployment.shop.id
  stage_name    = "live"
}
`, `resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = aws_api_gateway_deployment.shop.id
  stage_name    = "live"
}

resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = aws_wafv2_web_acl.shop.arn
}
`},
	{"APIGateway.4", CloudFormation, `Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Shop
      DeploymentId: !Ref Deployment
      StageName: live
`, `Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Shop
      DeploymentId: !Ref Deployment
      StageName: live

  LiveGuard:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Sub arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${Shop}/stages/${Live}
      WebACLArn: !GetAtt WebAcl.Arn
`},
	{"AutoScaling.3", Terraform, `resource "aws_launch_configuration" "host" {
  image_id      = "ami-0a1b2c3d"
  instance_type = "m7i.large"
}
`, `resource "aws_launch_configuration" "host" {
  image_id      = "ami-0a1b2c3d"
  instance_type = "m7i.large"

  metadata_options {
    http_tokens = "required"
  }
}
`},
	{"AutoScaling.3", CloudFormation, `Resources:
  Host:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      ImageId: ami-0a1b2c3d
      InstanceType: m7i.large
`, `Resources:
  Host:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      ImageId: ami-0a1b2c3d
      InstanceType: m7i.large
      MetadataOptions:
        HttpTokens: required
`},
	{"AutoScaling.5", Terraform, `resource "aws_launch_configuration" "host" {
  image_id                    = "ami-0a1b2c3d"
  instance_type               = "m7i.large"
  associate_public_ip_address = true
}
`, `resource "aws_launch_configuration" "host" {
  image_id                    = "ami-0a1b2c3d"
  instance_type               = "m7i.large"
  associate_public_ip_address = false
}
`},
	{"AutoScaling.5", CloudFormation, `Resources:
  Host:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      ImageId: ami-0a1b2c3d
      InstanceType: m7i.large
      AssociatePublicIpAddress: true
`, `Resources:
  Host:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      ImageId: ami-0a1b2c3d
      InstanceType: m7i.large
      AssociatePublicIpAddress: false
`},
	{"CloudFront.5", Terraform, `resource "aws_cloudfront_distribution" "shop" {
  enabled = true
}
`, `resource "aws_s3_bucket" "logs" {
  bucket = "shop-logs"
}

resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  logging_config {
    bucket = aws_s3_bucket.logs.bucket_domain_name
    prefix = "shop/"
  }
}
`},
	{"CloudFront.5", CloudFormation, `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
`, `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Logging:
          Bucket: shop-logs.s3.amazonaws.com
          Prefix: shop/
`},
	{"CloudFront.6", Terraform, `resource "aws_cloudfront_distribution" "shop" {
  enabled = true
}
`, `resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "CLOUDFRONT"
}

resource "aws_cloudfront_distribution" "shop" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.shop.arn
}
`},
	{"CloudFront.6", CloudFormation, `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
`, `Resources:
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        WebACLId: arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/473e64fd-f30b-4765-81a0-62ad96dd167a
`},
	{"EC2.8", Terraform, `resource "aws_instance" "host" {
  ami           = "ami-0a1b2c3d"
  instance_type = "m7i.large"
}
`, `resource "aws_instance" "host" {
  ami           = "ami-0a1b2c3d"
  instance_type = "m7i.large"

  metadata_options {
    http_tokens = "required"
  }
}
`},
	{"EC2.8", CloudFormation, `Resources:
  Host:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0a1b2c3d
      InstanceType: m7i.large
`, `Resources:
  Host:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0a1b2c3d
      InstanceType: m7i.large
      MetadataOptions:
        HttpTokens: required
`},
	{"EC2.9", Terraform, `resource "aws_instance" "host" {
  ami                         = "ami-0a1b2c3d"
  instance_type               = "m7i.large"
  subnet_id                   = aws_subnet.web.id
  associate_public_ip_address = true
}
`, `resource "aws_instance" "host" {
  ami                         = "ami-0a1b2c3d"
  instance_type               = "m7i.large"
  subnet_id                   = aws_subnet.web.id
  associate_public_ip_address = false
}
`},
	{"EC2.9", CloudFormation, `Resources:
  Host:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0a1b2c3d
      InstanceType: m7i.large
      NetworkInterfaces:
        - DeviceIndex: "0"
          SubnetId: !Ref WebSubnet
          AssociatePublicIpAddress: true
`, `Resources:
  Host:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0a1b2c3d
      InstanceType: m7i.large
      NetworkInterfaces:
        - DeviceIndex: "0"
          SubnetId: !Ref WebSubnet
          AssociatePublicIpAddress: false
`},
	{"EC2.13", Terraform, `resource "aws_security_group" "hosts" {
  name = "hosts"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`, `resource "aws_security_group" "hosts" {
  name = "hosts"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}
`},
	{"EC2.13", CloudFormation, `Resources:
  Hosts:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Container instances
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 0.0.0.0/0
`, `Resources:
  Hosts:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Container instances
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 203.0.113.0/24
`},
	{"EC2.14", Terraform, `resource "aws_security_group" "hosts" {
  name = "hosts"

  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`, `resource "aws_security_group" "hosts" {
  name = "hosts"

  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}
`},
	{"EC2.14", CloudFormation, `Resources:
  Hosts:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Container instances
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 3389
          ToPort: 3389
          CidrIp: 0.0.0.0/0
`, `Resources:
  Hosts:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Container instances
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 3389
          ToPort: 3389
          CidrIp: 203.0.113.0/24
`},
	{"EC2.17", Terraform, `resource "aws_instance" "host" {
  ami           = "ami-0a1b2c3d"
  instance_type = "m7i.large"
}

resource "aws_network_interface_attachment" "second" {
  instance_id          = aws_instance.host.id
  network_interface_id = aws_network_interface.second.id
  device_index         = 1
}
`, `resource "aws_instance" "host" {
  ami                   = "ami-0a1b2c3d"
  instance_type         = "m7i.large"
  secondary_private_ips = ["10.0.0.11"]
}
`},
	{"EC2.17", CloudFormation, `Resources:
  Host:
    Type: AWS::EC2::Instance
    Properties:
      NetworkInterfaces:
        - DeviceIndex: "0"
          SubnetId: !Ref Front
        - DeviceIndex: "1"
          SubnetId: !Ref Back
`, `Resources:
  Host:
    Type: AWS::EC2::Instance
    Properties:
      NetworkInterfaces:
        - DeviceIndex: "0"
          SubnetId: !Ref Back
`},
	{"EC2.18", Terraform, `resource "aws_security_group" "app" {
  name = "app"

  ingress {
    from_port   = 8000
    to_port     = 8000
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`, `resource "aws_security_group" "app" {
  name = "app"

  ingress {
    from_port       = 8000
    to_port         = 8000
    protocol        = "tcp"
    security_groups = [aws_security_group.load_balancer.id]
  }
}
`},
	{"EC2.18", CloudFormation, `Resources:
  App:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Tasks of the app
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 8000
          ToPort: 8000
          CidrIp: 0.0.0.0/0
`, `Resources:
  App:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Tasks of the app
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 8000
          ToPort: 8000
          SourceSecurityGroupId: !GetAtt LoadBalancer.GroupId
`},
	{"EC2.19", Terraform, `resource "aws_security_group" "hosts" {
  name = "hosts"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`, `resource "aws_security_group" "hosts" {
  name = "hosts"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["203.0.113.0/24"]
  }
}
`},
	{"EC2.19", CloudFormation, `Resources:
  Hosts:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Container instances
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          CidrIp: 0.0.0.0/0
`, `Resources:
  Hosts:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Container instances
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          CidrIp: 203.0.113.0/24
`},
	{"EC2.21", Terraform, `resource "aws_network_acl" "private" {
  vpc_id = aws_vpc.main.id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
}
`, `resource "aws_network_acl" "private" {
  vpc_id = aws_vpc.main.id

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "10.0.0.0/16"
  }
}
`},
	{"EC2.21", CloudFormation, `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: !Ref Vpc

  PrivateIn:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Private
      RuleNumber: 100
      RuleAction: allow
      Protocol: -1
      CidrBlock: 0.0.0.0/0
`, `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: !Ref Vpc

  PrivateIn:
    Type: AWS::EC2::NetworkAclEntry
    Properties:
      NetworkAclId: !Ref Private
      RuleNumber: 100
      RuleAction: allow
      Protocol: -1
      CidrBlock: 10.0.0.0/16
`},
	{"EC2.25", Terraform, `resource "aws_launch_template" "host" {
  image_id      = "ami-0a1b2c3d"
  instance_type = "m7i.large"

  network_interfaces {
    associate_public_ip_address = true
  }
}
`, `resource "aws_launch_template" "host" {
  image_id      = "ami-0a1b2c3d"
  instance_type = "m7i.large"

  network_interfaces {
    associate_public_ip_address = false
  }
}
`},
	{"EC2.25", CloudFormation, `Resources:
  Host:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        NetworkInterfaces:
          - DeviceIndex: 0
            AssociatePublicIpAddress: true
`, `Resources:
  Host:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        NetworkInterfaces:
          - DeviceIndex: 0
            AssociatePublicIpAddress: false
`},
	{"EC2.170", Terraform, `resource "aws_launch_template" "host" {
  image_id      = "ami-0a1b2c3d"
  instance_type = "m7i.large"
}
`, `resource "aws_launch_template" "host" {
  image_id      = "ami-0a1b2c3d"
  instance_type = "m7i.large"

  metadata_options {
    http_tokens = "required"
  }
}
`},
	{"EC2.170", CloudFormation, `Resources:
  Host:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-0a1b2c3d
        InstanceType: m7i.large
`, `Resources:
  Host:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-0a1b2c3d
        InstanceType: m7i.large
        MetadataOptions:
          HttpTokens: required
`},
	{"ES.4", Terraform, `resource "aws_elasticsearch_domain" "search" {
  domain_name = "search"
}
`, `resource "aws_cloudwatch_log_group" "search" {
  name = "search"
}

resource "aws_elasticsearch_domain" "search" {
  domain_name = "search"

  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.search.arn
  }
}
`},
	{"ES.4", CloudFormation, `Resources:
  Search:
    Type: AWS::Elasticsearch::Domain
    Properties:
      DomainName: search
`, `Resources:
  Search:
    Type: AWS::Elasticsearch::Domain
    Properties:
      DomainName: search
      LogPublishingOptions:
        ES_APPLICATION_LOGS:
          Enabled: true
          CloudWatchLogsLogGroupArn: !Sub arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:search
`},
	{"IAM.1", Terraform, `resource "aws_iam_policy" "task" {
  name = "task"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}
`, `resource "aws_iam_policy" "task" {
  name = "task"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["ec2:DescribeInstances"], Resource = "*" }]
  })
}
`},
	{"IAM.1", CloudFormation, `Resources:
  Task:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: "*"
            Resource: "*"
`, `Resources:
  Task:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: ec2:DescribeInstances
            Resource: "*"
`},
	{"IAM.21", Terraform, `resource "aws_iam_policy" "task" {
  name = "task"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ec2:*", Resource = "*" }]
  })
}
`, `resource "aws_iam_policy" "task" {
  name = "task"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["ec2:DescribeInstances"], Resource = "*" }]
  })
}
`},
	{"IAM.21", CloudFormation, `Resources:
  Task:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: "ec2:*"
            Resource: "*"
`, `Resources:
  Task:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: ec2:DescribeInstances
            Resource: "*"
`},
	{"RDS.15", Terraform, `resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "shop" {
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = aws_rds_cluster.shop.engine
  instance_class     = "db.r6g.large"
}
`, `resource "aws_rds_cluster" "shop" {
  cluster_identifier = "shop"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "shop" {
  count              = 2
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = aws_rds_cluster.shop.engine
  instance_class     = "db.r6g.large"
}
`},
	{"RDS.15", CloudFormation, `Resources:
  Shop:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql

  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Shop
      DBInstanceClass: db.r6g.large
`, `Resources:
  Shop:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql

  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Shop
      DBInstanceClass: db.r6g.large

  Reader:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Shop
      DBInstanceClass: db.r6g.large
`},
	{"S3.8", Terraform, `resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}
`, `resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}

resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket                  = aws_s3_bucket.uploads.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`},
	{"S3.8", CloudFormation, `Resources:
  Uploads:
    Type: AWS::S3::Bucket
`, `Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
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
	{"DEPLOY.40", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "bridge"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.41", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080, hostPort = 80 }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080 }]
    },
  ])
}
`},
	{"DEPLOY.42", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "host"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080, hostPort = 80 }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "host"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080 }]
    },
  ])
}
`},
	{"DEPLOY.43", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "none"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80 }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80 }]
    },
  ])
}
`},
	{"DEPLOY.44", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", portMappings = [{ hostPort = 80 }] },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80 }]
    },
  ])
}
`},
	{"DEPLOY.45", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      portMappings = [
        { containerPort = 53, protocol = "tcp" },
        { containerPort = 53, protocol = "udp" },
      ]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 53 }]
    },
  ])
}
`},
	{"DEPLOY.46", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, protocol = "TCP" }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, protocol = "tcp" }]
    },
  ])
}
`},
	{"DEPLOY.47", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 22, hostPort = 22 }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 22, hostPort = 2222 }]
    },
  ])
}
`},
	{"DEPLOY.48", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, hostPort = 8080 }]
    },
    {
      name         = "proxy"
      image        = "registry.example.com/proxy:1.9"
      portMappings = [{ containerPort = 80, hostPort = 8080 }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80 }]
    },
    {
      name         = "proxy"
      image        = "registry.example.com/proxy:1.9"
      portMappings = [{ containerPort = 80 }]
    },
  ])
}
`},
	{"DEPLOY.49", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPortRange = "8010-8000" }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPortRange = "8000-8010" }]
    },
  ])
}
`},
	{"DEPLOY.50", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, name = "HTTP" }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, name = "http" }]
    },
  ])
}
`},
	{"DEPLOY.51", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, name = "api", appProtocol = "GRPC" }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, name = "api", appProtocol = "http" }]
    },
  ])
}
`},
	{"DEPLOY.52", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", hostname = "web" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", hostname = "web" },
  ])
}
`},
	{"DEPLOY.53", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "host"
  container_definitions = jsonencode([
    {
      name           = "web"
      image          = "registry.example.com/web:1.9"
      systemControls = [{ namespace = "net.core.somaxconn", value = "1024" }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name           = "web"
      image          = "registry.example.com/web:1.9"
      systemControls = [{ namespace = "net.core.somaxconn", value = "1024" }]
    },
  ])
}
`},
	{"DEPLOY.54", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  network_mode             = "bridge"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`},
	{"DEPLOY.60", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = "web"
          "awslogs-region"        = "eu-west-1"
          "awslogs-stream-prefix" = "web"
        }
      }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  execution_role_arn       = "arn:aws:iam::123456789012:role/pull"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = "web"
          "awslogs-region"        = "eu-west-1"
          "awslogs-stream-prefix" = "web"
        }
      }
    },
  ])
}
`},
	{"DEPLOY.61", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    { name = "web", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1.9" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  execution_role_arn       = "arn:aws:iam::123456789012:role/pull"
  container_definitions = jsonencode([
    { name = "web", image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1.9" },
  ])
}
`},
	{"DEPLOY.62", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", privileged = true },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.63", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    docker_volume_configuration {
      scope  = "task"
      driver = "local"
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
  }
}
`},
	{"DEPLOY.64", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name      = "data"
    host_path = "/srv"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
  }
}
`},
	{"DEPLOY.65", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  pid_mode                 = "host"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.66", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  ipc_mode                 = "task"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.67", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", dnsServers = ["10.0.0.2"] },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.68", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    {
      name            = "web"
      image           = "registry.example.com/web:1.9"
      linuxParameters = { capabilities = { add = ["NET_ADMIN"] } }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    {
      name            = "web"
      image           = "registry.example.com/web:1.9"
      linuxParameters = { capabilities = { add = ["SYS_PTRACE"] } }
    },
  ])
}
`},
	{"DEPLOY.69", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "json-file" }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = "web"
          "awslogs-region"        = "eu-west-1"
          "awslogs-stream-prefix" = "web"
        }
      }
    },
  ])
}
`},
	{"DEPLOY.70", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    {
      name  = "router"
      image = "registry.example.com/router:1.9"
      firelensConfiguration = {
        type    = "fluentbit"
        options = { "config-file-type" = "s3", "config-file-value" = "/extra.conf" }
      }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    {
      name  = "router"
      image = "registry.example.com/router:1.9"
      firelensConfiguration = {
        type    = "fluentbit"
        options = { "config-file-type" = "file", "config-file-value" = "/extra.conf" }
      }
    },
  ])
}
`},
	{"DEPLOY.71", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  ephemeral_storage {
    size_in_gib = 20
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  ephemeral_storage {
    size_in_gib = 21
  }
}
`},
	{"DEPLOY.72", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  ephemeral_storage {
    size_in_gib = 30
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  ephemeral_storage {
    size_in_gib = 30
  }
}
`},
	{"DEPLOY.73", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", stopTimeout = 300 },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", stopTimeout = 120 },
  ])
}
`},
	{"DEPLOY.74", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2016_FULL"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`},
	{"DEPLOY.75", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions = jsonencode([
    {
      name    = "web"
      image   = "registry.example.com/web:1.9"
      ulimits = [{ name = "nofile", softLimit = 1024, hardLimit = 4096 }]
    },
  ])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`},
	{"DEPLOY.76", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  cpu                   = "256"
  memory                = "512"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id = "fs-0a1b2c3d"
    }
  }
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
  cpu                   = "256"
  memory                = "512"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id = "fs-0a1b2c3d"
    }
  }
}

resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = aws_ecs_task_definition.web.arn
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}
`},
	{"DEPLOY.80", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "awslog" }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "awslogs" }
    },
  ])
}
`},
	{"DEPLOY.81", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "syslog" }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = "web"
          "awslogs-region"        = "eu-west-1"
          "awslogs-stream-prefix" = "web"
        }
      }
    },
  ])
}
`},
	{"DEPLOY.82", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name             = "web"
      image            = "registry.example.com/web:1.9"
      logConfiguration = { logDriver = "awslogs", options = { "awslogs-group" = "web" } }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options   = { "awslogs-group" = "web", "awslogs-region" = "eu-west-1" }
      }
    },
  ])
}
`},
	{"DEPLOY.83", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  execution_role_arn       = "arn:aws:iam::123456789012:role/pull"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options   = { "awslogs-group" = "web", "awslogs-region" = "eu-west-1" }
      }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  execution_role_arn       = "arn:aws:iam::123456789012:role/pull"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = "web"
          "awslogs-region"        = "eu-west-1"
          "awslogs-stream-prefix" = "web"
        }
      }
    },
  ])
}
`},
	{"DEPLOY.84", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"             = "web"
          "awslogs-region"            = "eu-west-1"
          "awslogs-datetime-format"   = "%Y"
          "awslogs-multiline-pattern" = "^INFO"
        }
      }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"             = "web"
          "awslogs-region"            = "eu-west-1"
          "awslogs-multiline-pattern" = "^INFO"
        }
      }
    },
  ])
}
`},
	{"DEPLOY.85", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "splunk"
        options   = { "splunk-url" = "https://splunk.example.com" }
      }
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
      logConfiguration = {
        logDriver = "splunk"
        options   = { "splunk-url" = "https://splunk.example.com" }
        secretOptions = [
          {
            name      = "splunk-token"
            valueFrom = "arn:aws:ssm:eu-west-1:123456789012:parameter/token"
          },
        ]
      }
    },
  ])
}
`},
	{"DEPLOY.86", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options   = { "awslogs-group" = "web", "awslogs-region" = "eu-west-1", mode = "nonblocking" }
      }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options   = { "awslogs-group" = "web", "awslogs-region" = "eu-west-1", mode = "blocking" }
      }
    },
  ])
}
`},
	{"DEPLOY.87", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id = "fs-0a1b2c3d"
      authorization_config {
        iam = "ENABLED"
      }
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      transit_encryption = "ENABLED"
      authorization_config {
        iam = "ENABLED"
      }
    }
  }
}
`},
	{"DEPLOY.88", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      root_directory     = "/data"
      transit_encryption = "ENABLED"
      authorization_config {
        access_point_id = "fsap-0a1b2c3d"
      }
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      transit_encryption = "ENABLED"
      authorization_config {
        access_point_id = "fsap-0a1b2c3d"
      }
    }
  }
}
`},
	{"DEPLOY.89", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id          = "fs-0a1b2c3d"
      transit_encryption_port = 2049
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      transit_encryption = "ENABLED"
    }
  }
}
`},
	{"DEPLOY.90", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      transit_encryption = "ENABLED"
      authorization_config {
        iam = "ENABLED"
      }
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  task_role_arn         = "arn:aws:iam::123456789012:role/web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = "fs-0a1b2c3d"
      transit_encryption = "ENABLED"
      authorization_config {
        iam = "ENABLED"
      }
    }
  }
}
`},
	{"DEPLOY.91", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    docker_volume_configuration {
      scope = "Shared"
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
    docker_volume_configuration {
      scope = "task"
    }
  }
}
`},
	{"DEPLOY.92", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    {
      name    = "web"
      image   = "registry.example.com/web:1.9"
      ulimits = [{ name = "nofile", softLimit = 1024, hardLimit = 4096 }]
    },
  ])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}
`},
	{"DEPLOY.93", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", hostname = "web" },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.94", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  proxy_configuration {
    type           = "APPMESH"
    container_name = "envoy"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9" },
    { name = "envoy", image = "registry.example.com/envoy:1.9" },
  ])

  proxy_configuration {
    type           = "APPMESH"
    container_name = "envoy"
  }
}
`},
	{"DEPLOY.95", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    cpu_architecture = "x86_64"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    cpu_architecture = "X86_64"
  }
}
`},
	{"DEPLOY.100", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web app"
  task_definition = "web"
}
`, `resource "aws_ecs_service" "web" {
  name            = "web-app"
  task_definition = "web"
}
`},
	{"DEPLOY.101", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  launch_type     = "FARGATE"

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`},
	{"DEPLOY.102", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  launch_type     = "MANAGED_INSTANCES"
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "instances"
    weight            = 1
  }
}
`},
	{"DEPLOY.103", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = 1
    weight            = 1
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    base              = 1
    weight            = 1
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = 1
    weight            = 1
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`},
	{"DEPLOY.104", Terraform, `resource "aws_ecs_service" "web" {
  name          = "web"
  desired_count = 2
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
}
`},
	{"DEPLOY.106", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2
  launch_type     = "FARGATE"
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2
  launch_type     = "FARGATE"
}
`},
	{"DEPLOY.107", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  network_configuration {
    subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  }
}
`},
	{"DEPLOY.108", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  network_configuration {
    subnets = ["subnet-00000001", "subnet-00000002"]
    security_groups = [
      "sg-00000001",
      "sg-00000002",
      "sg-00000003",
      "sg-00000004",
      "sg-00000005",
      "sg-00000006",
    ]
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  network_configuration {
    subnets         = ["subnet-00000001", "subnet-00000002"]
    security_groups = ["sg-00000001", "sg-00000002"]
  }
}
`},
	{"DEPLOY.109", Terraform, `resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = "web"
  desired_count    = 2
  launch_type      = "EC2"
  platform_version = "LATEST"
}
`, `resource "aws_ecs_service" "web" {
  name             = "web"
  task_definition  = "web"
  desired_count    = 2
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}
`},
	{"DEPLOY.110", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9" },
    { name = "proxy", image = "registry.example.com/proxy:1.9" },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "app"
    container_port   = 8080
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9" },
    { name = "proxy", image = "registry.example.com/proxy:1.9" },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.111", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080 }]
    },
    { name = "proxy", image = "registry.example.com/proxy:1.9" },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 80
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080 }]
    },
    { name = "proxy", image = "registry.example.com/proxy:1.9" },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.112", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  load_balancer {
    container_name = "web"
    container_port = 8080
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.113", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_lb_target_group" "web" {
  name = "web"
  port = 8080
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 8080
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_lb_target_group" "web" {
  name        = "web"
  port        = 8080
  target_type = "ip"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.114", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080, hostPort = 0 }]
    },
  ])
}

resource "aws_lb_target_group" "web" {
  name = "web"

  health_check {
    port = "8080"
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 8080
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "bridge"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080, hostPort = 0 }]
    },
  ])
}

resource "aws_lb_target_group" "web" {
  name = "web"

  health_check {
    port = "traffic-port"
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.115", Terraform, `resource "aws_ecs_service" "web" {
  name                = "web"
  task_definition     = "web"
  launch_type         = "FARGATE"
  scheduling_strategy = "DAEMON"
}
`, `resource "aws_ecs_service" "web" {
  name                = "web"
  task_definition     = "web"
  launch_type         = "EC2"
  scheduling_strategy = "DAEMON"
}
`},
	{"DEPLOY.116", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  launch_type     = "FARGATE"

  placement_constraints {
    type = "distinctInstance"
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  launch_type     = "FARGATE"
}
`},
	{"DEPLOY.117", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:rack1"
  }

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:rack2"
  }

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:rack3"
  }

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:rack4"
  }

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:rack5"
  }

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:rack6"
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:rack1"
  }

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:rack2"
  }
}
`},
	{"DEPLOY.118", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2
  iam_role        = "ecsServiceRole"

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "bridge"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2
  iam_role        = "ecsServiceRole"

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.119", Terraform, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 2
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 100
}
`, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 2
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
}
`},
	{"DEPLOY.120", Terraform, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 2
  launch_type                        = "EC2"
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 200

  deployment_controller {
    type = "CODE_DEPLOY"
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  launch_type     = "EC2"

  deployment_controller {
    type = "CODE_DEPLOY"
  }
}
`},
	{"DEPLOY.121", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  deployment_controller {
    type = "CODE_DEPLOY"
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = false
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  deployment_circuit_breaker {
    enable   = true
    rollback = false
  }
}
`},
	{"DEPLOY.122", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  deployment_configuration {
    strategy = "BLUE_GREEN"

    canary_configuration {
      canary_percent = 5.0
    }
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  deployment_configuration {
    strategy = "CANARY"

    canary_configuration {
      canary_percent = 5.0
    }
  }
}
`},
	{"DEPLOY.123", Terraform, `resource "aws_ecs_service" "web" {
  name                    = "web"
  task_definition         = "web"
  desired_count           = 2
  enable_ecs_managed_tags = true
}
`, `resource "aws_ecs_service" "web" {
  name                    = "web"
  task_definition         = "web"
  desired_count           = 2
  enable_ecs_managed_tags = true
  propagate_tags          = "SERVICE"
}
`},
	{"DEPLOY.124", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080, name = "http" }]
    },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  service_connect_configuration {
    enabled   = true
    namespace = "internal"

    service {
      port_name = "web"
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 8080, name = "http" }]
    },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  service_connect_configuration {
    enabled   = true
    namespace = "internal"

    service {
      port_name = "http"
    }
  }
}
`},
	{"DEPLOY.125", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  service_connect_configuration {
    enabled   = true
    namespace = "internal"

    service {
      port_name      = "http"
      discovery_name = "Web"
    }
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  service_connect_configuration {
    enabled   = true
    namespace = "internal"

    service {
      port_name      = "http"
      discovery_name = "web"
    }
  }
}
`},
	{"DEPLOY.126", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "host"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  service_connect_configuration {
    enabled   = true
    namespace = "internal"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  service_connect_configuration {
    enabled   = true
    namespace = "internal"
  }
}
`},
	{"DEPLOY.127", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "bridge"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  service_registries {
    registry_arn = "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-0123456789abcdef"
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "bridge"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  service_registries {
    registry_arn   = "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-0123456789abcdef"
    container_name = "web"
    container_port = 8080
  }
}
`},
	{"DEPLOY.128", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name = "data"
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  volume_configuration {
    name = "data"

    managed_ebs_volume {
      role_arn   = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"
      size_in_gb = 20
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name                = "data"
    configure_at_launch = true
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  volume_configuration {
    name = "data"

    managed_ebs_volume {
      role_arn   = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"
      size_in_gb = 20
    }
  }
}
`},
	{"DEPLOY.129", Terraform, `resource "aws_ecs_service" "web" {
  name                              = "web"
  task_definition                   = "web"
  desired_count                     = 2
  health_check_grace_period_seconds = 60
}
`, `resource "aws_ecs_service" "web" {
  name                              = "web"
  task_definition                   = "web"
  desired_count                     = 2
  health_check_grace_period_seconds = 60

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.140", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name = "web"
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  auto_scaling_group_provider {
    auto_scaling_group_arn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"
  }
}
`},
	{"DEPLOY.141", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::111122223333:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets         = ["subnet-0a1b2c3d"]
        security_groups = ["sg-0a1b2c3d"]
      }
    }
  }
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::111122223333:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets         = ["subnet-0a1b2c3d"]
        security_groups = ["sg-0a1b2c3d"]
      }
    }
  }
}
`},
	{"DEPLOY.142", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name = "ecs-web"

  auto_scaling_group_provider {
    auto_scaling_group_arn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"
  }
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name = "web-ecs"

  auto_scaling_group_provider {
    auto_scaling_group_arn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"
  }
}
`},
	{"DEPLOY.143", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  auto_scaling_group_provider {
    auto_scaling_group_arn         = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"
    managed_termination_protection = "ENABLED"

    managed_scaling {
      status = "DISABLED"
    }
  }
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  auto_scaling_group_provider {
    auto_scaling_group_arn         = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"
    managed_termination_protection = "ENABLED"

    managed_scaling {
      status = "ENABLED"
    }
  }
}
`},
	{"DEPLOY.144", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  auto_scaling_group_provider {
    auto_scaling_group_arn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"

    managed_scaling {
      status          = "ENABLED"
      target_capacity = 120
    }
  }
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  auto_scaling_group_provider {
    auto_scaling_group_arn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"

    managed_scaling {
      status          = "ENABLED"
      target_capacity = 100
    }
  }
}
`},
	{"DEPLOY.145", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::111122223333:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets         = ["subnet-0a1b2c3d"]
        security_groups = ["sg-0a1b2c3d"]
      }
    }

    infrastructure_optimization {
      scale_in_after = 7200
    }
  }
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::111122223333:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets         = ["subnet-0a1b2c3d"]
        security_groups = ["sg-0a1b2c3d"]
      }
    }

    infrastructure_optimization {
      scale_in_after = 3600
    }
  }
}
`},
	{"DEPLOY.146", Terraform, `resource "aws_ecs_cluster" "web" {
  name = "web"

  setting {
    name  = "containerInsights"
    value = "Enabled"
  }
}
`, `resource "aws_ecs_cluster" "web" {
  name = "web"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}
`},
	{"DEPLOY.147", Terraform, `resource "aws_ecs_cluster" "web" {
  name               = "web"
  capacity_providers = ["FARGATE"]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`, `resource "aws_ecs_cluster" "web" {
  name               = "web"
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
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
	{"DEPLOY.230", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, name = "http" }, { containerPort = 81, name = "http" }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80, name = "http" }, { containerPort = 81, name = "admin" }]
    },
  ])
}
`},
	{"DEPLOY.231", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  cpu          = "256"
  memory       = "512"
  container_definitions = jsonencode([
    {
      name           = "web"
      image          = "registry.example.com/web:1.9"
      systemControls = [{ namespace = "net.core.somaxconn", value = "1024" }]
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
      name           = "web"
      image          = "registry.example.com/web:1.9"
      systemControls = [{ namespace = "net.core.somaxconn", value = "1024" }]
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
	{"DEPLOY.232", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  volume {
    name = "data"
    docker_volume_configuration {
      driver = "rexray/ebs"
    }
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  volume {
    name = "data"
    docker_volume_configuration {
      driver = "local"
    }
  }
}
`},
	{"DEPLOY.233", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", startTimeout = 900 },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", startTimeout = 600 },
  ])
}
`},
	{"DEPLOY.234", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = "web"
          "awslogs-region"        = "eu-west-1"
          "awslogs-stream-prefix" = "web"
        }
      }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  execution_role_arn       = "arn:aws:iam::123456789012:role/pull"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = "web"
          "awslogs-region"        = "eu-west-1"
          "awslogs-stream-prefix" = "web"
        }
      }
    },
  ])
}
`},
	{"DEPLOY.235", Terraform, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80 }]
    },
    {
      name         = "proxy"
      image        = "registry.example.com/proxy:1.9"
      portMappings = [{ containerPort = 80 }]
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family       = "web"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    {
      name         = "web"
      image        = "registry.example.com/web:1.9"
      portMappings = [{ containerPort = 80 }]
    },
    {
      name         = "proxy"
      image        = "registry.example.com/proxy:1.9"
      portMappings = [{ containerPort = 8080 }]
    },
  ])
}
`},
	{"DEPLOY.260", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = 1
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = 1
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`},
	{"DEPLOY.261", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  capacity_provider_strategy {
    capacity_provider = "instances"
    weight            = 1
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`},
	{"DEPLOY.262", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "bridge"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  network_configuration {
    subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  network_configuration {
    subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  }
}
`},
	{"DEPLOY.263", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    elb_name       = "web"
    container_name = "web"
    container_port = 8080
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  network_mode          = "awsvpc"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.264", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  deployment_controller {
    type = "CODE_DEPLOY"
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  deployment_controller {
    type = "CODE_DEPLOY"
  }

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.265", Terraform, `resource "aws_ecs_service" "web" {
  name                = "web"
  task_definition     = "web"
  desired_count       = 1
  scheduling_strategy = "DAEMON"
}
`, `resource "aws_ecs_service" "web" {
  name                = "web"
  task_definition     = "web"
  scheduling_strategy = "DAEMON"
}
`},
	{"DEPLOY.266", Terraform, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 1
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 100
}
`, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 1
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 200
}
`},
	{"DEPLOY.267", Terraform, `resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  cluster         = aws_ecs_cluster.main.arn

  service_connect_configuration {
    enabled = true
  }
}
`, `resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  cluster         = aws_ecs_cluster.main.arn

  service_connect_configuration {
    enabled   = true
    namespace = "internal"
  }
}
`},
	{"DEPLOY.269", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name                = "data"
    configure_at_launch = true
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])

  volume {
    name                = "data"
    configure_at_launch = true
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  volume_configuration {
    name = "data"

    managed_ebs_volume {
      role_arn   = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"
      size_in_gb = 20
    }
  }
}
`},
	{"DEPLOY.270", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  volume_configuration {
    name = "data"

    managed_ebs_volume {
      role_arn = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"
    }
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  volume_configuration {
    name = "data"

    managed_ebs_volume {
      role_arn   = "arn:aws:iam::111122223333:role/ecsInfrastructureRole"
      size_in_gb = 20
    }
  }
}
`},
	{"DEPLOY.271", Terraform, `resource "aws_ecs_service" "web" {
  name                              = "web"
  task_definition                   = "web"
  desired_count                     = 2
  health_check_grace_period_seconds = -1

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`, `resource "aws_ecs_service" "web" {
  name                              = "web"
  task_definition                   = "web"
  desired_count                     = 2
  health_check_grace_period_seconds = 60

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.272", Terraform, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 2
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 100
}
`, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 2
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 150
}
`},
	{"DEPLOY.273", Terraform, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 2
  deployment_minimum_healthy_percent = 150
  deployment_maximum_percent         = 200
}
`, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 2
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 150
}
`},
	{"DEPLOY.274", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  auto_scaling_group_provider {
    auto_scaling_group_arn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"
  }
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  auto_scaling_group_provider {
    auto_scaling_group_arn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:0:autoScalingGroupName/web"
  }
}
`},
	{"DEPLOY.275", Terraform, `resource "aws_autoscaling_group" "web" {
  name     = "web"
  min_size = "1"
  max_size = "3"
}

resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  auto_scaling_group_provider {
    auto_scaling_group_arn         = aws_autoscaling_group.web.arn
    managed_termination_protection = "ENABLED"

    managed_scaling {
      status = "ENABLED"
    }
  }
}
`, `resource "aws_autoscaling_group" "web" {
  name                  = "web"
  min_size              = "1"
  max_size              = "3"
  protect_from_scale_in = true
}

resource "aws_ecs_capacity_provider" "web" {
  name = "web"

  auto_scaling_group_provider {
    auto_scaling_group_arn         = aws_autoscaling_group.web.arn
    managed_termination_protection = "ENABLED"

    managed_scaling {
      status = "ENABLED"
    }
  }
}
`},
	{"DEPLOY.276", Terraform, `resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.arn
  capacity_providers = ["FARGATE"]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`, `resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.arn
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

  default_capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`},
	{"DEPLOY.277", Terraform, `resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.arn
  capacity_providers = ["FARGATE"]
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  cluster         = aws_ecs_cluster.main.arn

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`, `resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.arn
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
  cluster         = aws_ecs_cluster.main.arn

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
`},
	{"DEPLOY.278", Terraform, `resource "aws_ecs_cluster" "web" {
  name = "web"

  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"
    }
  }
}
`, `resource "aws_ecs_cluster" "web" {
  name = "web"

  configuration {
    execute_command_configuration {
      logging = "OVERRIDE"

      log_configuration {
        cloud_watch_log_group_name = "exec"
      }
    }
  }
}
`},
	{"DEPLOY.279", Terraform, `resource "aws_ecs_cluster" "web" {
  name = "web cluster"
}
`, `resource "aws_ecs_cluster" "web" {
  name = "web"
}
`},
	{"DEPLOY.300", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:latest" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"DEPLOY.301", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name        = "web"
      image       = "registry.example.com/web:1.9"
      healthCheck = { command = ["CMD-SHELL", "curl -f http://localhost:8080/"] }
    },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 2

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef"
    container_name   = "web"
    container_port   = 8080
  }
}
`},
	{"DEPLOY.302", Terraform, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options   = { "awslogs-group" = "web", mode = "blocking" }
      }
    },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family = "web"
  container_definitions = jsonencode([
    {
      name  = "web"
      image = "registry.example.com/web:1.9"
      logConfiguration = {
        logDriver = "awslogs"
        options   = { "awslogs-group" = "web", mode = "non-blocking" }
      }
    },
  ])
}
`},
	{"DEPLOY.303", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  network_configuration {
    subnets = ["subnet-0a1b2c3d"]
  }
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  network_configuration {
    subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  }
}
`},
	{"DEPLOY.304", Terraform, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 1
  deployment_minimum_healthy_percent = 0
  deployment_maximum_percent         = 200
}
`, `resource "aws_ecs_service" "web" {
  name                               = "web"
  task_definition                    = "web"
  desired_count                      = 1
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
}
`},
	{"DEPLOY.305", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memoryReservation = 128 },
  ])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    { name = "web", image = "registry.example.com/web:1.9", memory = 256, memoryReservation = 128 },
  ])
}
`},
	{"DEPLOY.306", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  desired_count   = 2

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}
`},
	{"EXPOSURE.1", Terraform, `resource "aws_iam_role" "web" {
  name = "web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy_attachment" "web" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  task_role_arn         = aws_iam_role.web.arn
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_iam_role" "web" {
  name = "web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "web" {
  role = aws_iam_role.web.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject"]
      Resource = "arn:aws:s3:::example-uploads/*"
    }]
  })
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  task_role_arn         = aws_iam_role.web.arn
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"EXPOSURE.2", Terraform, `resource "aws_iam_role" "web" {
  name = "web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy_attachment" "web" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess"
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  task_role_arn         = aws_iam_role.web.arn
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_iam_role" "web" {
  name = "web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "web" {
  role = aws_iam_role.web.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject"]
      Resource = "arn:aws:s3:::example-uploads/*"
    }]
  })
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  task_role_arn         = aws_iam_role.web.arn
  container_definitions = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"EXPOSURE.3", Terraform, `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = ["subnet-0a1b2c3d"]
    security_groups = [aws_security_group.web.id]
  }
}
`, `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "balancer" {
  name   = "balancer"
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id

  ingress {
    protocol        = "tcp"
    from_port       = 8080
    to_port         = 8080
    security_groups = [aws_security_group.balancer.id]
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = ["subnet-0a1b2c3d"]
    security_groups = [aws_security_group.web.id]
  }
}
`},
	{"EXPOSURE.4", Terraform, `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = ["subnet-0a1b2c3d"]
    security_groups = [aws_security_group.web.id]
  }
}
`, `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = ["subnet-0a1b2c3d"]
    security_groups = [aws_security_group.web.id]
  }
}
`},
	{"EXPOSURE.5", Terraform, `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "public" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = [aws_subnet.public.id]
    security_groups  = [aws_security_group.web.id]
    assign_public_ip = true
  }
}
`, `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_security_group" "balancer" {
  name   = "balancer"
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = aws_vpc.main.id

  ingress {
    protocol        = "tcp"
    from_port       = 8080
    to_port         = 8080
    security_groups = [aws_security_group.balancer.id]
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = [aws_subnet.private.id]
    security_groups = [aws_security_group.web.id]
  }
}
`},
	{"MI.1", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"
    linuxParameters = {
      capabilities = { add = ["SYS_ADMIN"] }
    }
  }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"
    linuxParameters = {
      capabilities = { add = ["CHOWN"] }
    }
  }])
}
`},
	{"MI.2", Terraform, `resource "aws_iam_role" "web" {
  name = "ecsInstanceRole-web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}

resource "aws_iam_role_policy_attachment" "web" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances"
}

resource "aws_iam_role_policy_attachment" "s3" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}

resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = aws_iam_instance_profile.web.arn

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`, `resource "aws_iam_role" "web" {
  name = "ecsInstanceRole-web"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

resource "aws_iam_instance_profile" "web" {
  name = "web"
  role = aws_iam_role.web.name
}

resource "aws_iam_role_policy_attachment" "web" {
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances"
}

resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = aws_iam_instance_profile.web.arn

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`},
	{"MI.3", Terraform, `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets = [aws_subnet.public.id]
      }
    }
  }
}
`, `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets = [aws_subnet.private.id]
      }
    }
  }
}
`},
	{"MI.4", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([{
    name         = "web"
    image        = "registry.example.com/web:1.9"
    portMappings = [{ containerPort = 8080 }]
    stopTimeout  = 10
  }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([{
    name         = "web"
    image        = "registry.example.com/web:1.9"
    portMappings = [{ containerPort = 8080 }]
    stopTimeout  = 120
  }])
}
`},
	{"MI.5", Terraform, `resource "aws_ecs_capacity_provider" "managed" {
  name    = "managed"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "main"
  task_definition = "web"
  desired_count   = 1

  capacity_provider_strategy {
    capacity_provider = aws_ecs_capacity_provider.managed.name
    weight            = 1
  }
}
`, `resource "aws_ecs_capacity_provider" "managed" {
  name    = "managed"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "main"
  task_definition = "web"
  desired_count   = 2

  capacity_provider_strategy {
    capacity_provider = aws_ecs_capacity_provider.managed.name
    weight            = 1
  }
}
`},
	{"MI.6", Terraform, `resource "aws_ecs_capacity_provider" "managed" {
  name    = "managed"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "main"
  task_definition = "web"

  capacity_provider_strategy {
    capacity_provider = aws_ecs_capacity_provider.managed.name
    weight            = 1
  }
}
`, `resource "aws_ecs_capacity_provider" "managed" {
  name    = "managed"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "main"
  task_definition = "web"
  placement_constraints {
    type = "distinctInstance"
  }

  capacity_provider_strategy {
    capacity_provider = aws_ecs_capacity_provider.managed.name
    weight            = 1
  }
}
`},
	{"MI.7", Terraform, `resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = aws_ecs_cluster.main.name

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"
      storage_configuration {
        storage_size_gib = 100
      }

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`, `resource "aws_kms_key" "ecs" {
  enable_key_rotation = true
}

resource "aws_ecs_cluster" "main" {
  name = "main"
  configuration {
    managed_storage_configuration {
      kms_key_id = aws_kms_key.ecs.arn
    }
  }
}

resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = aws_ecs_cluster.main.name

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"
      storage_configuration {
        storage_size_gib = 100
      }

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`},
	{"MI.8", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"
      monitoring               = "BASIC"

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"
      monitoring               = "DETAILED"

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`},
	{"MI.9", Terraform, `resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"
    propagate_tags          = "CAPACITY_PROVIDER"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`, `resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"
    propagate_tags          = "NONE"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`},
	{"MI.9", CloudFormation, `Resources:
  Web:
    Type: AWS::ECS::CapacityProvider
    Properties:
      Name: web
      ClusterName: main
      ManagedInstancesProvider:
        InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
        PropagateTags: CAPACITY_PROVIDER
        InstanceLaunchTemplate:
          Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
          NetworkConfiguration: { Subnets: [subnet-0a1b2c3d] }
`, `Resources:
  Web:
    Type: AWS::ECS::CapacityProvider
    Properties:
      Name: web
      ClusterName: main
      ManagedInstancesProvider:
        InfrastructureRoleArn: arn:aws:iam::123456789012:role/ecsInfrastructureRole
        PropagateTags: CAPACITY_PROVIDER
        InstanceLaunchTemplate:
          Ec2InstanceProfileArn: arn:aws:iam::123456789012:instance-profile/ecsInstanceRole
          InstanceMetadataTagsPropagation: false
          NetworkConfiguration: { Subnets: [subnet-0a1b2c3d] }
`},
	{"MI.10", Terraform, `provider "aws" {
  region = "us-gov-west-1"
}

resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"
      fips_enabled             = false

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`, `provider "aws" {
  region = "us-gov-west-1"
}

resource "aws_ecs_capacity_provider" "web" {
  name    = "web"
  cluster = "main"

  managed_instances_provider {
    infrastructure_role_arn = "arn:aws:iam::123456789012:role/ecsInfrastructureRole"

    instance_launch_template {
      ec2_instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/ecsInstanceRole"
      fips_enabled             = true

      network_configuration {
        subnets = ["subnet-0a1b2c3d"]
      }
    }
  }
}
`},
	{"MI.11", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"

    privileged = true
  }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["MANAGED_INSTANCES"]
  container_definitions = jsonencode([{
    name  = "web"
    image = "registry.example.com/web:1.9"
  }])
}
`},
	{"FIPS.1", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]

  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }

  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]

  runtime_platform {
    operating_system_family = "LINUX"
  }

  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"FIPS.2", Terraform, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]

  runtime_platform {
    cpu_architecture = "ARM64"
  }

  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`, `resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]

  runtime_platform {
    cpu_architecture = "X86_64"
  }

  container_definitions    = jsonencode([{ name = "web", image = "registry.example.com/web:1.9" }])
}
`},
	{"FIPS.3", Terraform, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"
  platform_version = "1.3.0"
}
`, `resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"
  platform_version = "1.4.0"
}
`},
	{"FIPS.4", Terraform, `resource "aws_ecs_account_setting_default" "fips" {
  name  = "fargateFIPSMode"
  value = "disabled"
}
`, `resource "aws_ecs_account_setting_default" "fips" {
  name  = "fargateFIPSMode"
  value = "enabled"
}
`},
	{"FIPS.5", Terraform, `provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"
}
`, `provider "aws" {
  region = "us-gov-west-1"
}

resource "aws_ecs_service" "web" {
  name            = "web"
  task_definition = "web"
  launch_type     = "FARGATE"
}
`},
	{"FIPS.6", Terraform, `resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "example-trail"
  enable_logging = false
}
`, `resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "example-trail"
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
