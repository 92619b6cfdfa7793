# terraform-aws-modules/ecs/aws//modules/service, 7.0 to 7.5, read in November 2026.
#
# A service, its task definition and containers, or with an external deployment
# controller a task set. Roles and the security group are here for what refers to
# them; scaling is left out.

data "module" "source" {}

variable "create" {
  type     = bool
  default  = true
  nullable = false
}

variable "create_service" {
  type     = bool
  default  = true
  nullable = false
}

variable "create_task_definition" {
  type     = bool
  default  = true
  nullable = false
}

variable "ignore_task_definition_changes" {
  type     = bool
  default  = false
  nullable = false
}

variable "region" {
  type    = string
  default = null
}

variable "name" {
  type    = string
  default = ""
}

variable "tags" {
  type     = map(string)
  default  = {}
  nullable = false
}

variable "service_tags" {
  type     = map(string)
  default  = {}
  nullable = false
}

variable "task_tags" {
  type     = map(string)
  default  = {}
  nullable = false
}

# Where and how tasks run.

variable "cluster_arn" {
  type     = string
  default  = ""
  nullable = false
}

variable "launch_type" {
  type     = string
  default  = "FARGATE"
  nullable = false
}

variable "capacity_provider_strategy" {
  type = map(object({
    base              = optional(number)
    capacity_provider = string
    weight            = optional(number)
  }))
  default = null
}

variable "platform_version" {
  type    = string
  default = null
}

variable "scheduling_strategy" {
  type    = string
  default = null
}

variable "assign_public_ip" {
  type     = bool
  default  = false
  nullable = false
}

variable "subnet_ids" {
  type     = list(string)
  default  = []
  nullable = false
}

variable "security_group_ids" {
  type     = list(string)
  default  = []
  nullable = false
}

variable "create_security_group" {
  type     = bool
  default  = true
  nullable = false
}

# Settings of the service that have its argument's name.

variable "alarms" {
  type = object({
    alarm_names = list(string)
    enable      = optional(bool, true)
    rollback    = optional(bool, true)
  })
  default = null
}

variable "availability_zone_rebalancing" {
  type    = string
  default = null
}

variable "deployment_circuit_breaker" {
  type    = object({ enable = bool, rollback = bool })
  default = null
}

variable "deployment_configuration" {
  type    = any
  default = null
}

variable "deployment_controller" {
  type    = object({ type = optional(string) })
  default = null
}

variable "deployment_maximum_percent" {
  type    = number
  default = 200
}

variable "deployment_minimum_healthy_percent" {
  type    = number
  default = 66
}

variable "desired_count" {
  type    = number
  default = 1
}

variable "enable_ecs_managed_tags" {
  type     = bool
  default  = true
  nullable = false
}

variable "enable_execute_command" {
  type     = bool
  default  = false
  nullable = false
}

variable "force_delete" {
  type    = bool
  default = null
}

variable "force_new_deployment" {
  type     = bool
  default  = true
  nullable = false
}

variable "health_check_grace_period_seconds" {
  type    = number
  default = null
}

variable "load_balancer" {
  type = map(object({
    container_name         = string
    container_port         = number
    elb_name               = optional(string)
    target_group_arn       = optional(string)
    advanced_configuration = optional(any)
  }))
  default = null
}

variable "ordered_placement_strategy" {
  type     = list(object({ field = optional(string), type = string }))
  default  = []
  nullable = false
}

variable "placement_constraints" {
  type     = map(object({ expression = optional(string), type = string }))
  default  = {}
  nullable = false
}

variable "propagate_tags" {
  type    = string
  default = null
}

variable "service_connect_configuration" {
  type    = any
  default = null
}

variable "service_registries" {
  type = object({
    container_name = optional(string)
    container_port = optional(number)
    port           = optional(number)
    registry_arn   = string
  })
  default = null
}

variable "sigint_rollback" {
  type    = bool
  default = null
}

variable "timeouts" {
  type    = object({ create = optional(string), update = optional(string), delete = optional(string) })
  default = null
}

variable "triggers" {
  type    = map(string)
  default = null
}

variable "volume_configuration" {
  type    = any
  default = null
}

variable "vpc_lattice_configurations" {
  type    = any
  default = null
}

variable "wait_for_steady_state" {
  type    = bool
  default = null
}

locals {
  blue_green = try(var.deployment_configuration.strategy, null) == "BLUE_GREEN"
  external   = try(var.deployment_controller.type, null) == "EXTERNAL"
  counted    = var.scheduling_strategy != "DAEMON" && !local.external
  fargate    = var.launch_type == "FARGATE"

  strategy = [for s in var.capacity_provider_strategy == null ? {} : var.capacity_provider_strategy : {
    base              = s.base
    capacity_provider = s.capacity_provider
    weight            = coalesce(s.weight, 1)
  }]
  network = var.network_mode != "awsvpc" ? [] : [{
    assign_public_ip = var.assign_public_ip
    security_groups  = concat(aws_security_group.this[*].id, var.security_group_ids)
    subnets          = var.subnet_ids
  }]
  load_balancer = [for b in var.load_balancer == null ? {} : var.load_balancer : {
    container_name         = b.container_name
    container_port         = b.container_port
    elb_name               = b.elb_name
    target_group_arn       = b.target_group_arn
    advanced_configuration = [for a in b.advanced_configuration[*] : data.module.source.advanced_configuration]
  }]
}

# One of two services is there: Terraform cannot ignore changes by a condition. With
# an external deployment controller, the task set has what these leave out.

resource "aws_ecs_service" "this" {
  count  = var.create && var.create_service && !var.ignore_task_definition_changes ? 1 : 0
  region = var.region
  name   = var.name
  tags   = merge(var.tags, var.service_tags)

  cluster                    = var.cluster_arn
  task_definition            = local.task_definition
  launch_type                = local.external || var.capacity_provider_strategy != null ? null : var.launch_type
  capacity_provider_strategy = local.external ? [] : local.strategy
  platform_version           = local.fargate && !local.external ? var.platform_version : null
  scheduling_strategy        = local.fargate ? "REPLICA" : var.scheduling_strategy
  network_configuration      = local.external ? [] : local.network

  alarms                             = var.alarms[*]
  availability_zone_rebalancing      = var.availability_zone_rebalancing
  deployment_circuit_breaker         = var.deployment_circuit_breaker[*]
  deployment_configuration           = [for d in var.deployment_configuration[*] : data.module.source.deployment_configuration]
  deployment_controller              = var.deployment_controller[*]
  deployment_maximum_percent         = local.counted ? var.deployment_maximum_percent : null
  deployment_minimum_healthy_percent = local.counted ? var.deployment_minimum_healthy_percent : null
  desired_count                      = local.counted ? var.desired_count : null
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  enable_execute_command             = var.enable_execute_command
  force_delete                       = var.force_delete
  force_new_deployment               = local.external ? null : var.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  iam_role                           = local.iam_role
  load_balancer                      = local.load_balancer
  ordered_placement_strategy         = var.ordered_placement_strategy
  placement_constraints              = values(var.placement_constraints)
  propagate_tags                     = var.propagate_tags
  service_connect_configuration      = [for s in var.service_connect_configuration[*] : data.module.source.service_connect_configuration]
  service_registries                 = local.external ? [] : var.service_registries[*]
  sigint_rollback                    = local.blue_green ? var.sigint_rollback : null
  timeouts                           = var.timeouts[*]
  triggers                           = var.triggers
  volume_configuration               = [for v in var.volume_configuration[*] : data.module.source.volume_configuration]
  vpc_lattice_configurations         = [for v in var.vpc_lattice_configurations[*] : data.module.source.vpc_lattice_configurations]
  wait_for_steady_state              = var.wait_for_steady_state

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_ecs_service" "ignore_task_definition" {
  count  = var.create && var.create_service && var.ignore_task_definition_changes ? 1 : 0
  region = var.region
  name   = var.name
  tags   = merge(var.tags, var.service_tags)

  cluster                    = var.cluster_arn
  task_definition            = local.task_definition
  launch_type                = local.external || var.capacity_provider_strategy != null ? null : var.launch_type
  capacity_provider_strategy = local.external ? [] : local.strategy
  platform_version           = local.fargate && !local.external ? var.platform_version : null
  scheduling_strategy        = local.fargate ? "REPLICA" : var.scheduling_strategy
  network_configuration      = local.external ? [] : local.network

  alarms                             = var.alarms[*]
  availability_zone_rebalancing      = var.availability_zone_rebalancing
  deployment_circuit_breaker         = var.deployment_circuit_breaker[*]
  deployment_configuration           = [for d in var.deployment_configuration[*] : data.module.source.deployment_configuration]
  deployment_controller              = var.deployment_controller[*]
  deployment_maximum_percent         = local.counted ? var.deployment_maximum_percent : null
  deployment_minimum_healthy_percent = local.counted ? var.deployment_minimum_healthy_percent : null
  desired_count                      = local.counted ? var.desired_count : null
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  enable_execute_command             = var.enable_execute_command
  force_delete                       = var.force_delete
  force_new_deployment               = local.external ? null : var.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  iam_role                           = local.iam_role
  load_balancer                      = local.load_balancer
  ordered_placement_strategy         = var.ordered_placement_strategy
  placement_constraints              = values(var.placement_constraints)
  propagate_tags                     = var.propagate_tags
  service_connect_configuration      = [for s in var.service_connect_configuration[*] : data.module.source.service_connect_configuration]
  service_registries                 = local.external ? [] : var.service_registries[*]
  sigint_rollback                    = local.blue_green ? var.sigint_rollback : null
  timeouts                           = var.timeouts[*]
  triggers                           = var.triggers
  volume_configuration               = [for v in var.volume_configuration[*] : data.module.source.volume_configuration]
  vpc_lattice_configurations         = [for v in var.vpc_lattice_configurations[*] : data.module.source.vpc_lattice_configurations]
  wait_for_steady_state              = var.wait_for_steady_state

  lifecycle {
    ignore_changes = [desired_count, task_definition, load_balancer]
  }
}

# The task definition.

variable "task_definition_arn" {
  type    = string
  default = null
}

# Each container has the arguments of the sub-module container-definition, and
# create. Its key is its name if it has none.
variable "container_definitions" {
  type    = any
  default = {}
}

variable "family" {
  type    = string
  default = null
}

variable "cpu" {
  type    = number
  default = 1024
}

variable "memory" {
  type    = number
  default = 2048
}

variable "network_mode" {
  type     = string
  default  = "awsvpc"
  nullable = false
}

variable "ipc_mode" {
  type    = string
  default = null
}

variable "pid_mode" {
  type    = string
  default = null
}

variable "requires_compatibilities" {
  type     = list(string)
  default  = ["FARGATE"]
  nullable = false
}

variable "runtime_platform" {
  type = object({
    cpu_architecture        = optional(string, "X86_64")
    operating_system_family = optional(string, "LINUX")
  })
  default  = {}
  nullable = false
}

variable "enable_fault_injection" {
  type    = bool
  default = null
}

variable "ephemeral_storage" {
  type    = object({ size_in_gib = number })
  default = null
}

variable "proxy_configuration" {
  type = object({
    container_name = string
    properties     = optional(map(string))
    type           = optional(string)
  })
  default = null
}

variable "skip_destroy" {
  type    = bool
  default = null
}

variable "task_definition_placement_constraints" {
  type     = map(object({ expression = optional(string), type = string }))
  default  = {}
  nullable = false
}

variable "track_latest" {
  type     = bool
  default  = true
  nullable = false
}

variable "volume" {
  type = map(object({
    configure_at_launch = optional(bool)
    docker_volume_configuration = optional(object({
      autoprovision = optional(bool)
      driver        = optional(string)
      driver_opts   = optional(map(string))
      labels        = optional(map(string))
      scope         = optional(string)
    }))
    efs_volume_configuration = optional(object({
      authorization_config = optional(object({
        access_point_id = optional(string)
        iam             = optional(string)
      }))
      file_system_id          = string
      root_directory          = optional(string)
      transit_encryption      = optional(string)
      transit_encryption_port = optional(number)
    }))
    fsx_windows_file_server_volume_configuration = optional(any)
    host_path                                    = optional(string)
    name                                         = optional(string)
  }))
  default  = {}
  nullable = false
}

locals {
  create_task     = var.create && var.create_task_definition
  task_definition = local.create_task ? aws_ecs_task_definition.this[0].arn : var.task_definition_arn
}

module "container_definition" {
  source   = "../container-definition"
  for_each = { for k, c in var.container_definitions : k => c if local.create_task && try(c.create, true) }

  operating_system_family = var.runtime_platform.operating_system_family
  enable_execute_command  = var.enable_execute_command

  command                = try(each.value.command, null)
  cpu                    = try(each.value.cpu, null)
  credentialSpecs        = try(each.value.credentialSpecs, null)
  dependsOn              = try(each.value.dependsOn, null)
  disableNetworking      = try(each.value.disableNetworking, null)
  dnsSearchDomains       = try(each.value.dnsSearchDomains, null)
  dnsServers             = try(each.value.dnsServers, null)
  dockerLabels           = try(each.value.dockerLabels, null)
  dockerSecurityOptions  = try(each.value.dockerSecurityOptions, null)
  entrypoint             = try(each.value.entrypoint, null)
  environment            = try(each.value.environment, null)
  environmentFiles       = try(each.value.environmentFiles, null)
  essential              = try(each.value.essential, null)
  extraHosts             = try(each.value.extraHosts, null)
  firelensConfiguration  = try(each.value.firelensConfiguration, null)
  healthCheck            = try(each.value.healthCheck, null)
  hostname               = try(each.value.hostname, null)
  image                  = try(each.value.image, null)
  interactive            = try(each.value.interactive, null)
  links                  = try(each.value.links, null)
  linuxParameters        = try(each.value.linuxParameters, null)
  logConfiguration       = try(each.value.logConfiguration, null)
  memory                 = try(each.value.memory, null)
  memoryReservation      = try(each.value.memoryReservation, null)
  mountPoints            = try(each.value.mountPoints, null)
  name                   = coalesce(try(each.value.name, null), each.key)
  portMappings           = try(each.value.portMappings, null)
  privileged             = try(each.value.privileged, null)
  pseudoTerminal         = try(each.value.pseudoTerminal, null)
  readonlyRootFilesystem = try(each.value.readonlyRootFilesystem, null)
  repositoryCredentials  = try(each.value.repositoryCredentials, null)
  resourceRequirements   = try(each.value.resourceRequirements, null)
  restartPolicy          = try(each.value.restartPolicy, null)
  secrets                = try(each.value.secrets, null)
  startTimeout           = coalesce(try(each.value.startTimeout, null), 30)
  stopTimeout            = coalesce(try(each.value.stopTimeout, null), 120)
  systemControls         = try(each.value.systemControls, null)
  ulimits                = try(each.value.ulimits, null)
  user                   = try(each.value.user, null)
  versionConsistency     = try(each.value.versionConsistency, null)
  volumesFrom            = try(each.value.volumesFrom, null)
  workingDirectory       = try(each.value.workingDirectory, null)

  service                                = var.name
  enable_cloudwatch_logging              = try(each.value.enable_cloudwatch_logging, null)
  create_cloudwatch_log_group            = try(each.value.create_cloudwatch_log_group, null)
  cloudwatch_log_group_name              = try(each.value.cloudwatch_log_group_name, null)
  cloudwatch_log_group_use_name_prefix   = try(each.value.cloudwatch_log_group_use_name_prefix, null)
  cloudwatch_log_group_retention_in_days = try(each.value.cloudwatch_log_group_retention_in_days, null)
  cloudwatch_log_group_kms_key_id        = try(each.value.cloudwatch_log_group_kms_key_id, null)
}

resource "aws_ecs_task_definition" "this" {
  count  = local.create_task ? 1 : 0
  region = var.region
  family = coalesce(var.family, var.name)
  tags   = merge(var.tags, var.task_tags)

  container_definitions    = jsonencode([for c in module.container_definition : c.container_definition])
  cpu                      = var.cpu
  memory                   = var.memory
  network_mode             = var.network_mode
  ipc_mode                 = var.ipc_mode
  pid_mode                 = var.pid_mode
  requires_compatibilities = var.requires_compatibilities
  runtime_platform         = [var.runtime_platform]
  execution_role_arn       = local.task_exec_role
  task_role_arn            = local.tasks_role

  enable_fault_injection = var.enable_fault_injection
  ephemeral_storage      = var.ephemeral_storage[*]
  placement_constraints  = values(var.task_definition_placement_constraints)
  proxy_configuration    = var.proxy_configuration[*]
  skip_destroy           = var.skip_destroy
  track_latest           = var.track_latest

  volume = [for k, v in var.volume : {
    name                        = coalesce(v.name, k)
    configure_at_launch         = v.configure_at_launch
    host_path                   = v.host_path
    docker_volume_configuration = v.docker_volume_configuration[*]
    efs_volume_configuration = [for e in v.efs_volume_configuration[*] : merge(e, {
      authorization_config = e.authorization_config[*]
    })]
    fsx_windows_file_server_volume_configuration = [
      for f in v.fsx_windows_file_server_volume_configuration[*] : data.module.source.fsx_windows_file_server_volume_configuration
    ]
  }]
}

# The task set of an external deployment controller. One of two, as the service.

variable "external_id" {
  type    = string
  default = null
}

variable "scale" {
  type    = object({ unit = optional(string), value = optional(number) })
  default = null
}

variable "wait_until_stable" {
  type    = bool
  default = null
}

variable "wait_until_stable_timeout" {
  type    = string
  default = null
}

resource "aws_ecs_task_set" "this" {
  count       = local.create_task && local.external && !var.ignore_task_definition_changes ? 1 : 0
  region      = var.region
  tags        = merge(var.tags, var.task_tags)
  service     = try(concat(aws_ecs_service.this[*].id, aws_ecs_service.ignore_task_definition[*].id)[0], null)
  cluster     = var.cluster_arn
  external_id = var.external_id

  task_definition            = local.task_definition
  launch_type                = var.capacity_provider_strategy == null ? var.launch_type : null
  capacity_provider_strategy = local.strategy
  platform_version           = local.fargate ? var.platform_version : null
  network_configuration      = local.network

  force_delete              = var.force_delete
  load_balancer             = [for b in local.load_balancer : data.module.source.load_balancer]
  scale                     = var.scale[*]
  service_registries        = var.service_registries[*]
  wait_until_stable         = var.wait_until_stable
  wait_until_stable_timeout = var.wait_until_stable_timeout

  lifecycle {
    ignore_changes = [scale]
  }
}

resource "aws_ecs_task_set" "ignore_task_definition" {
  count       = local.create_task && local.external && var.ignore_task_definition_changes ? 1 : 0
  region      = var.region
  tags        = merge(var.tags, var.task_tags)
  service     = try(concat(aws_ecs_service.this[*].id, aws_ecs_service.ignore_task_definition[*].id)[0], null)
  cluster     = var.cluster_arn
  external_id = var.external_id

  task_definition            = local.task_definition
  launch_type                = var.capacity_provider_strategy == null ? var.launch_type : null
  capacity_provider_strategy = local.strategy
  platform_version           = local.fargate ? var.platform_version : null
  network_configuration      = local.network

  force_delete              = var.force_delete
  load_balancer             = [for b in local.load_balancer : data.module.source.load_balancer]
  scale                     = var.scale[*]
  service_registries        = var.service_registries[*]
  wait_until_stable         = var.wait_until_stable
  wait_until_stable_timeout = var.wait_until_stable_timeout

  lifecycle {
    ignore_changes = [scale, task_definition]
  }
}

# Roles and the security group. The role of the service is for load balancers
# outside of awsvpc.

variable "create_iam_role" {
  type     = bool
  default  = true
  nullable = false
}

variable "iam_role_arn" {
  type    = string
  default = null
}

variable "create_task_exec_iam_role" {
  type     = bool
  default  = true
  nullable = false
}

variable "task_exec_iam_role_arn" {
  type    = string
  default = null
}

variable "create_tasks_iam_role" {
  type     = bool
  default  = true
  nullable = false
}

variable "tasks_iam_role_arn" {
  type    = string
  default = null
}

variable "create_infrastructure_iam_role" {
  type     = bool
  default  = true
  nullable = false
}

locals {
  needs_iam_role       = var.load_balancer != null && var.network_mode != "awsvpc"
  needs_infrastructure = anytrue([for x in [var.volume_configuration, var.vpc_lattice_configurations, var.deployment_configuration] : x != null])
  iam_role             = local.needs_iam_role ? try(aws_iam_role.service[0].arn, var.iam_role_arn) : null
}

locals {
  task_exec_role = local.create_task && var.create_task_exec_iam_role ? aws_iam_role.task_exec[0].arn : var.task_exec_iam_role_arn
  tasks_role     = local.create_task && var.create_tasks_iam_role ? aws_iam_role.tasks[0].arn : var.tasks_iam_role_arn
}

resource "aws_iam_role" "service" {
  count = var.create && var.create_iam_role && local.needs_iam_role ? 1 : 0
}

resource "aws_iam_role" "task_exec" {
  count = local.create_task && var.create_task_exec_iam_role ? 1 : 0
}

resource "aws_iam_role" "tasks" {
  count = local.create_task && var.create_tasks_iam_role ? 1 : 0
}

resource "aws_iam_role" "infrastructure_iam_role" {
  count = var.create && var.create_infrastructure_iam_role && local.needs_infrastructure ? 1 : 0
}

resource "aws_security_group" "this" {
  count = var.create && var.create_security_group && var.network_mode == "awsvpc" ? 1 : 0
}

output "id" {
  value = try(concat(aws_ecs_service.this[*].id, aws_ecs_service.ignore_task_definition[*].id)[0], null)
}

output "name" {
  value = try(concat(aws_ecs_service.this[*].name, aws_ecs_service.ignore_task_definition[*].name)[0], null)
}

output "iam_role_name" {
  value = try(aws_iam_role.service[0].name, null)
}

output "iam_role_arn" {
  value = try(aws_iam_role.service[0].arn, var.iam_role_arn)
}

output "iam_role_unique_id" {
  value = try(aws_iam_role.service[0].unique_id, null)
}

output "container_definitions" {
  value = module.container_definition
}

output "task_definition_arn" {
  value = try(aws_ecs_task_definition.this[0].arn, var.task_definition_arn)
}

output "task_definition_revision" {
  value = try(aws_ecs_task_definition.this[0].revision, null)
}

output "task_definition_family" {
  value = try(aws_ecs_task_definition.this[0].family, null)
}

output "task_exec_iam_role_name" {
  value = try(aws_iam_role.task_exec[0].name, null)
}

output "task_exec_iam_role_arn" {
  value = local.task_exec_role
}

output "task_exec_iam_role_unique_id" {
  value = try(aws_iam_role.task_exec[0].unique_id, null)
}

output "tasks_iam_role_name" {
  value = try(aws_iam_role.tasks[0].name, null)
}

output "tasks_iam_role_arn" {
  value = local.tasks_role
}

output "tasks_iam_role_unique_id" {
  value = try(aws_iam_role.tasks[0].unique_id, null)
}

output "task_set_id" {
  value = try(concat(aws_ecs_task_set.this[*].task_set_id, aws_ecs_task_set.ignore_task_definition[*].task_set_id)[0], null)
}

output "task_set_arn" {
  value = try(concat(aws_ecs_task_set.this[*].arn, aws_ecs_task_set.ignore_task_definition[*].arn)[0], null)
}

output "task_set_stability_status" {
  value = try(concat(aws_ecs_task_set.this[*].stability_status, aws_ecs_task_set.ignore_task_definition[*].stability_status)[0], null)
}

output "task_set_status" {
  value = try(concat(aws_ecs_task_set.this[*].status, aws_ecs_task_set.ignore_task_definition[*].status)[0], null)
}

output "autoscaling_policies" {
  value = data.module.source.autoscaling_policies
}

output "autoscaling_scheduled_actions" {
  value = data.module.source.autoscaling_scheduled_actions
}

output "security_group_arn" {
  value = try(aws_security_group.this[0].arn, null)
}

output "security_group_id" {
  value = try(aws_security_group.this[0].id, null)
}

output "infrastructure_iam_role_arn" {
  value = try(aws_iam_role.infrastructure_iam_role[0].arn, null)
}

output "infrastructure_iam_role_name" {
  value = try(aws_iam_role.infrastructure_iam_role[0].name, null)
}
