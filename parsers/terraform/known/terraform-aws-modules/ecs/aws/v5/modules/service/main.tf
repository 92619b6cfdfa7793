# terraform-aws-modules/ecs/aws//modules/service, 5.0 to 5.12, read in November 2026.
#
# A service, its task definition and containers, or with an external deployment
# controller a task set. Roles and the security group are here for what refers to
# them; scaling is left out. What differs between versions is unknown or a choice.

data "module" "source" {}
data "module" "version" {}

variable "create" {
  type    = bool
  default = true
}

variable "create_service" {
  type    = bool
  default = true
}

variable "create_task_definition" {
  type    = bool
  default = true
}

variable "ignore_task_definition_changes" {
  type    = bool
  default = false
}

variable "name" {
  type    = string
  default = null
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "service_tags" {
  type    = map(string)
  default = {}
}

variable "task_tags" {
  type    = map(string)
  default = {}
}

# Where and how tasks run.

variable "cluster_arn" {
  type    = string
  default = ""
}

variable "launch_type" {
  type    = string
  default = "FARGATE"
}

variable "capacity_provider_strategy" {
  type    = any
  default = {}
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
  type    = bool
  default = false
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "create_security_group" {
  type    = bool
  default = true
}

# Settings of the service that have its argument's name.

variable "alarms" {
  type    = any
  default = {}
}

variable "deployment_circuit_breaker" {
  type    = any
  default = {}
}

variable "deployment_controller" {
  type    = any
  default = {}
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
  type    = bool
  default = true
}

variable "enable_execute_command" {
  type    = bool
  default = false
}

variable "force_new_deployment" {
  type    = bool
  default = true
}

variable "health_check_grace_period_seconds" {
  type    = number
  default = null
}

variable "load_balancer" {
  type    = any
  default = {}
}

variable "ordered_placement_strategy" {
  type    = any
  default = {}
}

variable "placement_constraints" {
  type    = any
  default = {}
}

variable "propagate_tags" {
  type    = string
  default = null
}

variable "service_connect_configuration" {
  type    = any
  default = {}
}

variable "service_registries" {
  type    = any
  default = {}
}

variable "timeouts" {
  type    = map(string)
  default = {}
}

variable "triggers" {
  type    = any
  default = {}
}

variable "wait_for_steady_state" {
  type    = bool
  default = null
}

locals {
  external = try(var.deployment_controller.type, null) == "EXTERNAL"
  counted  = var.scheduling_strategy != "DAEMON" && !local.external
  fargate  = var.launch_type == "FARGATE"

  by_strategy = data.module.version.before_5_0_1 ? var.launch_type : null
  launch_type = length(local.strategy) == 0 ? var.launch_type : local.by_strategy
  strategy = [for s in var.capacity_provider_strategy : {
    base              = try(s.base, null)
    capacity_provider = s.capacity_provider
    weight            = try(s.weight, null)
  }]
  network = var.network_mode != "awsvpc" ? [] : [{
    assign_public_ip = var.assign_public_ip
    security_groups  = concat(aws_security_group.this[*].id, var.security_group_ids)
    subnets          = var.subnet_ids
  }]
  load_balancer = [for b in var.load_balancer : {
    container_name   = b.container_name
    container_port   = b.container_port
    elb_name         = try(b.elb_name, null)
    target_group_arn = try(b.target_group_arn, null)
  }]
}

# One of two services is there: Terraform cannot ignore changes by a condition. With
# an external deployment controller, the task set has what these leave out.

resource "aws_ecs_service" "this" {
  count = var.create && var.create_service && !var.ignore_task_definition_changes ? 1 : 0
  name  = var.name
  tags  = merge(var.tags, var.service_tags)

  cluster                    = var.cluster_arn
  task_definition            = local.task_definition
  launch_type                = local.external ? null : local.launch_type
  capacity_provider_strategy = local.external ? [] : local.strategy
  platform_version           = local.fargate && !local.external ? var.platform_version : null
  scheduling_strategy        = local.fargate ? "REPLICA" : var.scheduling_strategy
  network_configuration      = local.external ? [] : local.network

  alarms                             = length(var.alarms) > 0 ? [merge({ enable = true, rollback = true }, var.alarms)] : []
  deployment_circuit_breaker         = length(var.deployment_circuit_breaker) > 0 ? [var.deployment_circuit_breaker] : []
  deployment_controller              = length(var.deployment_controller) > 0 ? [var.deployment_controller] : []
  deployment_maximum_percent         = local.counted ? var.deployment_maximum_percent : null
  deployment_minimum_healthy_percent = local.counted ? var.deployment_minimum_healthy_percent : null
  desired_count                      = local.counted ? var.desired_count : null
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  enable_execute_command             = var.enable_execute_command
  force_new_deployment               = local.external ? null : var.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  iam_role                           = local.iam_role
  load_balancer                      = local.external ? [] : local.load_balancer
  ordered_placement_strategy         = [for p in var.ordered_placement_strategy : p]
  placement_constraints              = [for p in var.placement_constraints : p]
  propagate_tags                     = var.propagate_tags
  service_connect_configuration      = length(var.service_connect_configuration) == 0 ? [] : [data.module.source.service_connect_configuration]
  service_registries                 = local.external || length(var.service_registries) == 0 ? [] : [var.service_registries]
  timeouts                           = [var.timeouts]
  triggers                           = var.triggers
  wait_for_steady_state              = var.wait_for_steady_state

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_ecs_service" "ignore_task_definition" {
  count = var.create && var.create_service && var.ignore_task_definition_changes ? 1 : 0
  name  = var.name
  tags  = merge(var.tags, var.service_tags)

  cluster                    = var.cluster_arn
  task_definition            = local.task_definition
  launch_type                = local.external ? null : local.launch_type
  capacity_provider_strategy = local.external ? [] : local.strategy
  platform_version           = local.fargate && !local.external ? var.platform_version : null
  scheduling_strategy        = local.fargate ? "REPLICA" : var.scheduling_strategy
  network_configuration      = local.external ? [] : local.network

  alarms                             = length(var.alarms) > 0 ? [merge({ enable = true, rollback = true }, var.alarms)] : []
  deployment_circuit_breaker         = length(var.deployment_circuit_breaker) > 0 ? [var.deployment_circuit_breaker] : []
  deployment_controller              = length(var.deployment_controller) > 0 ? [var.deployment_controller] : []
  deployment_maximum_percent         = local.counted ? var.deployment_maximum_percent : null
  deployment_minimum_healthy_percent = local.counted ? var.deployment_minimum_healthy_percent : null
  desired_count                      = local.counted ? var.desired_count : null
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  enable_execute_command             = var.enable_execute_command
  force_new_deployment               = local.external ? null : var.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  iam_role                           = local.iam_role
  load_balancer                      = local.external ? [] : local.load_balancer
  ordered_placement_strategy         = [for p in var.ordered_placement_strategy : p]
  placement_constraints              = [for p in var.placement_constraints : p]
  propagate_tags                     = var.propagate_tags
  service_connect_configuration      = length(var.service_connect_configuration) == 0 ? [] : [data.module.source.service_connect_configuration]
  service_registries                 = local.external || length(var.service_registries) == 0 ? [] : [var.service_registries]
  timeouts                           = [var.timeouts]
  triggers                           = var.triggers
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

# Each container has the arguments of the sub-module container-definition, and since
# 5.7 create. Its key is its name if it has none.
variable "container_definitions" {
  type    = any
  default = {}
}

variable "container_definition_defaults" {
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
  type    = string
  default = "awsvpc"
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
  type    = list(string)
  default = ["FARGATE"]
}

variable "runtime_platform" {
  type    = any
  default = { operating_system_family = "LINUX", cpu_architecture = "X86_64" }
}

variable "ephemeral_storage" {
  type    = any
  default = {}
}

variable "inference_accelerator" {
  type    = any
  default = {}
}

variable "proxy_configuration" {
  type    = any
  default = {}
}

variable "skip_destroy" {
  type    = bool
  default = null
}

variable "task_definition_placement_constraints" {
  type    = any
  default = {}
}

variable "volume" {
  type    = any
  default = {}
}

locals {
  create_task = var.create && var.create_task_definition

  # The newest revision, whoever made it.
  revision = try("${aws_ecs_task_definition.this[0].family}:${aws_ecs_task_definition.this[0].revision}", "")

  task_definition = local.create_task ? local.revision : var.task_definition_arn

  # Before 5.2, the service's constraints were the task's too.
  placement_constraints = (
    length(var.placement_constraints) > 0
    ? data.module.source.placement_constraints
    : [for p in var.task_definition_placement_constraints : p]
  )
}

locals {
  containers = { for k, c in var.container_definitions :
    k => merge(var.container_definition_defaults, { name = k }, c) if local.create_task && try(c.create, true)
  }
}

module "container_definition" {
  source   = "../container-definition"
  for_each = local.containers

  operating_system_family = lookup(var.runtime_platform, "operating_system_family", "LINUX")
  enable_execute_command  = try(each.value.enable_execute_command, var.enable_execute_command)

  command                  = try(each.value.command, [])
  cpu                      = try(each.value.cpu, null)
  dependencies             = try(each.value.dependencies, [])
  disable_networking       = try(each.value.disable_networking, null)
  dns_search_domains       = try(each.value.dns_search_domains, [])
  dns_servers              = try(each.value.dns_servers, [])
  docker_labels            = try(each.value.docker_labels, {})
  docker_security_options  = try(each.value.docker_security_options, [])
  entrypoint               = try(each.value.entrypoint, [])
  environment              = try(each.value.environment, [])
  environment_files        = try(each.value.environment_files, [])
  essential                = try(each.value.essential, null)
  extra_hosts              = try(each.value.extra_hosts, [])
  firelens_configuration   = try(each.value.firelens_configuration, {})
  health_check             = try(each.value.health_check, {})
  hostname                 = try(each.value.hostname, null)
  image                    = try(each.value.image, null)
  interactive              = try(each.value.interactive, false)
  links                    = try(each.value.links, [])
  linux_parameters         = try(each.value.linux_parameters, {})
  log_configuration        = try(each.value.log_configuration, {})
  memory                   = try(each.value.memory, null)
  memory_reservation       = try(each.value.memory_reservation, null)
  mount_points             = try(each.value.mount_points, [])
  name                     = each.value.name
  port_mappings            = try(each.value.port_mappings, [])
  privileged               = try(each.value.privileged, false)
  pseudo_terminal          = try(each.value.pseudo_terminal, false)
  readonly_root_filesystem = try(each.value.readonly_root_filesystem, true)
  repository_credentials   = try(each.value.repository_credentials, {})
  resource_requirements    = try(each.value.resource_requirements, [])
  secrets                  = try(each.value.secrets, [])
  start_timeout            = try(each.value.start_timeout, 30)
  stop_timeout             = try(each.value.stop_timeout, 120)
  system_controls          = try(each.value.system_controls, [])
  ulimits                  = try(each.value.ulimits, [])
  user                     = try(each.value.user, local.root)
  volumes_from             = try(each.value.volumes_from, [])
  working_directory        = try(each.value.working_directory, null)

  service                                = var.name
  enable_cloudwatch_logging              = try(each.value.enable_cloudwatch_logging, true)
  create_cloudwatch_log_group            = try(each.value.create_cloudwatch_log_group, true)
  cloudwatch_log_group_name              = try(each.value.cloudwatch_log_group_name, null)
  cloudwatch_log_group_use_name_prefix   = try(each.value.cloudwatch_log_group_use_name_prefix, false)
  cloudwatch_log_group_retention_in_days = try(each.value.cloudwatch_log_group_retention_in_days, 14)
  cloudwatch_log_group_kms_key_id        = try(each.value.cloudwatch_log_group_kms_key_id, null)
}

# A container whose user is not set runs as root since 5.2.1, whatever its image says.
locals {
  root = data.module.version.before_5_2_1 ? null : 0
}

resource "aws_ecs_task_definition" "this" {
  count  = local.create_task ? 1 : 0
  family = coalesce(var.family, var.name)
  tags   = merge(var.tags, var.task_tags)

  container_definitions    = jsonencode([for c in module.container_definition : c.container_definition])
  cpu                      = var.cpu
  memory                   = var.memory
  network_mode             = var.network_mode
  ipc_mode                 = var.ipc_mode
  pid_mode                 = var.pid_mode
  requires_compatibilities = var.requires_compatibilities
  runtime_platform         = length(var.runtime_platform) > 0 ? [var.runtime_platform] : []
  execution_role_arn       = local.task_exec_role
  task_role_arn            = local.tasks_role

  ephemeral_storage     = length(var.ephemeral_storage) > 0 ? [var.ephemeral_storage] : []
  inference_accelerator = [for a in var.inference_accelerator : a]
  placement_constraints = local.placement_constraints
  proxy_configuration   = length(var.proxy_configuration) > 0 ? [var.proxy_configuration] : []
  skip_destroy          = var.skip_destroy

  volume = [for k, v in var.volume : {
    name                        = try(v.name, k)
    host_path                   = try(v.host_path, null)
    docker_volume_configuration = try([v.docker_volume_configuration], [])
    efs_volume_configuration = [for e in try([v.efs_volume_configuration], []) : {
      authorization_config    = try([e.authorization_config], [])
      file_system_id          = e.file_system_id
      root_directory          = try(e.root_directory, null)
      transit_encryption      = try(e.transit_encryption, null)
      transit_encryption_port = try(e.transit_encryption_port, null)
    }]
    fsx_windows_file_server_volume_configuration = [
      for f in try([v.fsx_windows_file_server_volume_configuration], []) : data.module.source.fsx_windows_file_server_volume_configuration
    ]
  }]
}

# The task set of an external deployment controller. One of two, as the service.

variable "external_id" {
  type    = string
  default = null
}

variable "force_delete" {
  type    = bool
  default = null
}

variable "scale" {
  type    = any
  default = {}
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
  tags        = merge(var.tags, var.task_tags)
  service     = try(concat(aws_ecs_service.this[*].id, aws_ecs_service.ignore_task_definition[*].id)[0], null)
  cluster     = var.cluster_arn
  external_id = var.external_id

  task_definition            = local.task_definition
  launch_type                = local.launch_type
  capacity_provider_strategy = local.strategy
  platform_version           = local.fargate ? var.platform_version : null
  network_configuration      = local.network

  force_delete              = var.force_delete
  load_balancer             = [for b in local.load_balancer : data.module.source.load_balancer]
  scale                     = length(var.scale) > 0 ? [var.scale] : []
  service_registries        = length(var.service_registries) > 0 ? [var.service_registries] : []
  wait_until_stable         = var.wait_until_stable
  wait_until_stable_timeout = var.wait_until_stable_timeout

  lifecycle {
    ignore_changes = [scale]
  }
}

resource "aws_ecs_task_set" "ignore_task_definition" {
  count       = local.create_task && local.external && var.ignore_task_definition_changes ? 1 : 0
  tags        = merge(var.tags, var.task_tags)
  service     = try(concat(aws_ecs_service.this[*].id, aws_ecs_service.ignore_task_definition[*].id)[0], null)
  cluster     = var.cluster_arn
  external_id = var.external_id

  task_definition            = local.task_definition
  launch_type                = local.launch_type
  capacity_provider_strategy = local.strategy
  platform_version           = local.fargate ? var.platform_version : null
  network_configuration      = local.network

  force_delete              = var.force_delete
  load_balancer             = [for b in local.load_balancer : data.module.source.load_balancer]
  scale                     = length(var.scale) > 0 ? [var.scale] : []
  service_registries        = length(var.service_registries) > 0 ? [var.service_registries] : []
  wait_until_stable         = var.wait_until_stable
  wait_until_stable_timeout = var.wait_until_stable_timeout

  lifecycle {
    ignore_changes = [scale, task_definition]
  }
}

# Roles and the security group. The role of the service is for load balancers
# outside of awsvpc.

variable "create_iam_role" {
  type    = bool
  default = true
}

variable "iam_role_arn" {
  type    = string
  default = null
}

variable "create_task_exec_iam_role" {
  type    = bool
  default = true
}

variable "task_exec_iam_role_arn" {
  type    = string
  default = null
}

variable "create_tasks_iam_role" {
  type    = bool
  default = true
}

variable "tasks_iam_role_arn" {
  type    = string
  default = null
}

locals {
  needs_iam_role = length(var.load_balancer) > 0 && var.network_mode != "awsvpc"
  iam_role       = local.needs_iam_role ? try(aws_iam_role.service[0].arn, var.iam_role_arn) : null
}

locals {
  task_exec_role = local.create_task && var.create_task_exec_iam_role ? aws_iam_role.task_exec[0].arn : var.task_exec_iam_role_arn
  tasks_role     = local.create_task && var.create_tasks_iam_role ? aws_iam_role.tasks[0].arn : var.tasks_iam_role_arn
}

# Before 5.6, outputs have no role that is given.
locals {
  given_task_exec = data.module.version.before_5_6 ? null : var.task_exec_iam_role_arn
  given_tasks     = data.module.version.before_5_6 ? null : var.tasks_iam_role_arn
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
  value = try(aws_iam_role.service[0].arn, data.module.version.before_5_6 ? null : var.iam_role_arn)
}

output "iam_role_unique_id" {
  value = try(aws_iam_role.service[0].unique_id, null)
}

output "container_definitions" {
  value = module.container_definition
}

output "task_definition_arn" {
  value = try(aws_ecs_task_definition.this[0].arn, data.module.version.before_5_6 ? null : var.task_definition_arn)
}

output "task_definition_revision" {
  value = try(aws_ecs_task_definition.this[0].revision, null)
}

output "task_definition_family" {
  value = try(aws_ecs_task_definition.this[0].family, null)
}

output "task_definition_family_revision" {
  value = local.revision
}

output "task_exec_iam_role_name" {
  value = try(aws_iam_role.task_exec[0].name, null)
}

output "task_exec_iam_role_arn" {
  value = local.create_task && var.create_task_exec_iam_role ? local.task_exec_role : local.given_task_exec
}

output "task_exec_iam_role_unique_id" {
  value = try(aws_iam_role.task_exec[0].unique_id, null)
}

output "tasks_iam_role_name" {
  value = try(aws_iam_role.tasks[0].name, null)
}

output "tasks_iam_role_arn" {
  value = local.create_task && var.create_tasks_iam_role ? local.tasks_role : local.given_tasks
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
