# cloudposse/ecs-alb-service-task/aws, 0.43 to 0.78, read in November 2026.
#
# A service and its task definition, named by a label. Roles and the security group are
# here for what refers to them. What differs between versions is unknown or a choice.

data "module" "source" {}
data "module" "version" {}

# The label.

variable "enabled" {
  type    = bool
  default = null
}

variable "namespace" {
  type    = string
  default = null
}

variable "tenant" {
  type    = string
  default = null
}

variable "environment" {
  type    = string
  default = null
}

variable "stage" {
  type    = string
  default = null
}

variable "name" {
  type    = string
  default = null
}

variable "delimiter" {
  type    = string
  default = null
}

variable "attributes" {
  type    = list(string)
  default = []
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "additional_tag_map" {
  type    = map(string)
  default = {}
}

variable "label_order" {
  type    = list(string)
  default = null
}

variable "regex_replace_chars" {
  type    = string
  default = null
}

variable "id_length_limit" {
  type    = number
  default = null
}

variable "label_key_case" {
  type    = string
  default = null
}

variable "label_value_case" {
  type    = string
  default = null
}

variable "labels_as_tags" {
  type    = any
  default = ["default"]
}

variable "context" {
  type    = any
  default = {}
}

module "this" {
  source = "../../../label/null/v0"

  enabled             = var.enabled
  namespace           = var.namespace
  tenant              = var.tenant
  environment         = var.environment
  stage               = var.stage
  name                = var.name
  delimiter           = var.delimiter
  attributes          = var.attributes
  tags                = var.tags
  additional_tag_map  = var.additional_tag_map
  label_order         = var.label_order
  regex_replace_chars = var.regex_replace_chars
  id_length_limit     = var.id_length_limit
  label_key_case      = var.label_key_case
  label_value_case    = var.label_value_case
  labels_as_tags      = var.labels_as_tags
  context             = var.context
}

# With the old format of names, ECS takes no tags.
variable "use_old_arn" {
  type    = bool
  default = false
}

# Where and how tasks run.

variable "ecs_cluster_arn" {
  type = string
}

variable "launch_type" {
  type    = string
  default = "FARGATE"
}

variable "capacity_provider_strategies" {
  type    = list(object({ capacity_provider = string, weight = number, base = optional(number) }))
  default = []
}

variable "platform_version" {
  type    = string
  default = "LATEST"
}

variable "scheduling_strategy" {
  type    = string
  default = "REPLICA"
}

variable "network_mode" {
  type    = string
  default = "awsvpc"
}

variable "assign_public_ip" {
  type    = bool
  default = false
}

variable "subnet_ids" {
  type    = list(string)
  default = null
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "security_group_enabled" {
  type    = bool
  default = true
}

# The service.

variable "ecs_service_enabled" {
  type    = bool
  default = true
}

variable "ignore_changes_task_definition" {
  type    = bool
  default = true
}

variable "ignore_changes_desired_count" {
  type    = bool
  default = false
}

variable "desired_count" {
  type    = number
  default = 1
}

variable "deployment_controller_type" {
  type    = string
  default = "ECS"
}

variable "deployment_maximum_percent" {
  type    = number
  default = 200
}

variable "deployment_minimum_healthy_percent" {
  type    = number
  default = 100
}

variable "availability_zone_rebalancing" {
  type    = string
  default = "DISABLED"
}

variable "circuit_breaker_deployment_enabled" {
  type    = bool
  default = false
}

variable "circuit_breaker_rollback_enabled" {
  type    = bool
  default = false
}

variable "health_check_grace_period_seconds" {
  type    = number
  default = 0
}

variable "enable_ecs_managed_tags" {
  type    = bool
  default = false
}

variable "propagate_tags" {
  type    = string
  default = null
}

variable "exec_enabled" {
  type    = bool
  default = false
}

variable "force_new_deployment" {
  type    = bool
  default = false
}

variable "redeploy_on_apply" {
  type    = bool
  default = false
}

variable "wait_for_steady_state" {
  type    = bool
  default = false
}

variable "ecs_load_balancers" {
  type    = list(object({ container_name = string, container_port = number, elb_name = optional(string), target_group_arn = string }))
  default = []
}

variable "ordered_placement_strategy" {
  type    = list(object({ type = string, field = string }))
  default = []
}

variable "service_placement_constraints" {
  type    = list(object({ type = string, expression = string }))
  default = []
}

variable "service_registries" {
  type    = list(any)
  default = []
}

variable "service_connect_configurations" {
  type    = any
  default = []
}

locals {
  fargate         = var.launch_type == "FARGATE"
  launch_type     = length(var.capacity_provider_strategies) == 0 ? var.launch_type : null
  enabled         = module.this.enabled
  service_enabled = local.enabled && var.ecs_service_enabled
  tags            = var.use_old_arn ? null : module.this.tags

  network = var.network_mode != "awsvpc" ? [] : [{
    security_groups  = compact(concat(var.security_group_ids, aws_security_group.ecs_service[*].id))
    subnets          = var.subnet_ids
    assign_public_ip = var.assign_public_ip
  }]
  circuit_breaker = [{
    enable   = var.circuit_breaker_deployment_enabled
    rollback = var.circuit_breaker_rollback_enabled
  }]

  # Before 0.58 no service had it, before 0.65 all.
  breaker_by_controller = (
    var.deployment_controller_type == "ECS" || data.module.version.before_0_65 ? local.circuit_breaker : []
  )
  deployment_circuit_breaker = data.module.version.before_0_58 ? [] : local.breaker_by_controller

  # Arguments that came with their defaults.
  enable_execute_command = var.exec_enabled ? true : data.module.version.before_0_55 ? null : false
  force_new_deployment   = var.force_new_deployment ? true : data.module.version.before_0_54_2 ? null : false
  wait_for_steady_state  = var.wait_for_steady_state ? true : data.module.version.before_0_53 ? null : false
}

# One of four services is there: Terraform cannot ignore changes by a condition.

resource "aws_ecs_service" "default" {
  count = local.service_enabled && !var.ignore_changes_task_definition && !var.ignore_changes_desired_count ? 1 : 0
  name  = module.this.id
  tags  = local.tags

  cluster                    = var.ecs_cluster_arn
  task_definition            = local.task_definition
  launch_type                = local.launch_type
  capacity_provider_strategy = var.capacity_provider_strategies
  platform_version           = local.fargate ? var.platform_version : null
  scheduling_strategy        = local.fargate ? "REPLICA" : var.scheduling_strategy
  network_configuration      = local.network

  availability_zone_rebalancing      = data.module.version.before_0_77 ? null : var.availability_zone_rebalancing
  deployment_circuit_breaker         = local.deployment_circuit_breaker
  deployment_controller              = [{ type = var.deployment_controller_type }]
  deployment_maximum_percent         = var.deployment_maximum_percent
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  desired_count                      = var.desired_count
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  enable_execute_command             = local.enable_execute_command
  force_new_deployment               = local.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  iam_role                           = local.iam_role
  load_balancer                      = var.ecs_load_balancers
  ordered_placement_strategy         = var.ordered_placement_strategy
  placement_constraints              = var.service_placement_constraints
  propagate_tags                     = var.propagate_tags
  service_connect_configuration      = [for s in var.service_connect_configurations : data.module.source.service_connect_configuration]
  service_registries                 = var.service_registries
  triggers                           = var.force_new_deployment && var.redeploy_on_apply ? { redeployment = data.module.source.time } : {}
  wait_for_steady_state              = local.wait_for_steady_state
}

resource "aws_ecs_service" "ignore_changes_task_definition" {
  count = local.service_enabled && var.ignore_changes_task_definition && !var.ignore_changes_desired_count ? 1 : 0
  name  = module.this.id
  tags  = local.tags

  cluster                    = var.ecs_cluster_arn
  task_definition            = local.task_definition
  launch_type                = local.launch_type
  capacity_provider_strategy = var.capacity_provider_strategies
  platform_version           = local.fargate ? var.platform_version : null
  scheduling_strategy        = local.fargate ? "REPLICA" : var.scheduling_strategy
  network_configuration      = local.network

  availability_zone_rebalancing      = data.module.version.before_0_77 ? null : var.availability_zone_rebalancing
  deployment_circuit_breaker         = local.deployment_circuit_breaker
  deployment_controller              = [{ type = var.deployment_controller_type }]
  deployment_maximum_percent         = var.deployment_maximum_percent
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  desired_count                      = var.desired_count
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  enable_execute_command             = local.enable_execute_command
  force_new_deployment               = local.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  iam_role                           = local.iam_role
  load_balancer                      = var.ecs_load_balancers
  ordered_placement_strategy         = var.ordered_placement_strategy
  placement_constraints              = var.service_placement_constraints
  propagate_tags                     = var.propagate_tags
  service_connect_configuration      = [for s in var.service_connect_configurations : data.module.source.service_connect_configuration]
  service_registries                 = var.service_registries
  triggers                           = var.force_new_deployment && var.redeploy_on_apply ? { redeployment = data.module.source.time } : {}
  wait_for_steady_state              = local.wait_for_steady_state

  lifecycle {
    ignore_changes = [task_definition]
  }
}

resource "aws_ecs_service" "ignore_changes_desired_count" {
  count = local.service_enabled && !var.ignore_changes_task_definition && var.ignore_changes_desired_count ? 1 : 0
  name  = module.this.id
  tags  = local.tags

  cluster                    = var.ecs_cluster_arn
  task_definition            = local.task_definition
  launch_type                = local.launch_type
  capacity_provider_strategy = var.capacity_provider_strategies
  platform_version           = local.fargate ? var.platform_version : null
  scheduling_strategy        = local.fargate ? "REPLICA" : var.scheduling_strategy
  network_configuration      = local.network

  availability_zone_rebalancing      = data.module.version.before_0_77 ? null : var.availability_zone_rebalancing
  deployment_circuit_breaker         = local.deployment_circuit_breaker
  deployment_controller              = [{ type = var.deployment_controller_type }]
  deployment_maximum_percent         = var.deployment_maximum_percent
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  desired_count                      = var.desired_count
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  enable_execute_command             = local.enable_execute_command
  force_new_deployment               = local.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  iam_role                           = local.iam_role
  load_balancer                      = var.ecs_load_balancers
  ordered_placement_strategy         = var.ordered_placement_strategy
  placement_constraints              = var.service_placement_constraints
  propagate_tags                     = var.propagate_tags
  service_connect_configuration      = [for s in var.service_connect_configurations : data.module.source.service_connect_configuration]
  service_registries                 = var.service_registries
  triggers                           = var.force_new_deployment && var.redeploy_on_apply ? { redeployment = data.module.source.time } : {}
  wait_for_steady_state              = local.wait_for_steady_state

  lifecycle {
    ignore_changes = [desired_count]
  }
}

resource "aws_ecs_service" "ignore_changes_task_definition_and_desired_count" {
  count = local.service_enabled && var.ignore_changes_task_definition && var.ignore_changes_desired_count ? 1 : 0
  name  = module.this.id
  tags  = local.tags

  cluster                    = var.ecs_cluster_arn
  task_definition            = local.task_definition
  launch_type                = local.launch_type
  capacity_provider_strategy = var.capacity_provider_strategies
  platform_version           = local.fargate ? var.platform_version : null
  scheduling_strategy        = local.fargate ? "REPLICA" : var.scheduling_strategy
  network_configuration      = local.network

  availability_zone_rebalancing      = data.module.version.before_0_77 ? null : var.availability_zone_rebalancing
  deployment_circuit_breaker         = local.deployment_circuit_breaker
  deployment_controller              = [{ type = var.deployment_controller_type }]
  deployment_maximum_percent         = var.deployment_maximum_percent
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  desired_count                      = var.desired_count
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  enable_execute_command             = local.enable_execute_command
  force_new_deployment               = local.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  iam_role                           = local.iam_role
  load_balancer                      = var.ecs_load_balancers
  ordered_placement_strategy         = var.ordered_placement_strategy
  placement_constraints              = var.service_placement_constraints
  propagate_tags                     = var.propagate_tags
  service_connect_configuration      = [for s in var.service_connect_configurations : data.module.source.service_connect_configuration]
  service_registries                 = var.service_registries
  triggers                           = var.force_new_deployment && var.redeploy_on_apply ? { redeployment = data.module.source.time } : {}
  wait_for_steady_state              = local.wait_for_steady_state

  lifecycle {
    ignore_changes = [task_definition, desired_count]
  }
}

# The task definition. One that exists is given as a list of its name, or as the name.

variable "task_definition" {
  type    = any
  default = []
}

variable "container_definition_json" {
  type = string
}

variable "task_cpu" {
  type    = number
  default = 256
}

variable "task_memory" {
  type    = number
  default = 512
}

variable "ipc_mode" {
  type    = string
  default = null
}

variable "pid_mode" {
  type    = string
  default = null
}

variable "runtime_platform" {
  type    = list(map(string))
  default = []
}

variable "ephemeral_storage_size" {
  type    = number
  default = 0
}

variable "proxy_configuration" {
  type    = object({ type = string, container_name = string, properties = map(string) })
  default = null
}

variable "task_placement_constraints" {
  type    = list(object({ type = string, expression = string }))
  default = []
}

variable "track_latest" {
  type    = bool
  default = false
}

variable "enable_fault_injection" {
  type    = bool
  default = false
}

variable "docker_volumes" {
  type    = any
  default = []
}

variable "efs_volumes" {
  type    = any
  default = []
}

variable "fsx_volumes" {
  type    = any
  default = []
}

variable "bind_mount_volumes" {
  type    = any
  default = []
}

locals {
  create_task_definition = local.enabled && length(var.task_definition) == 0

  task_definition = (
    local.create_task_definition
    ? "${join("", aws_ecs_task_definition.default[*].family)}:${join("", aws_ecs_task_definition.default[*].revision)}"
    : try(var.task_definition[0], var.task_definition)
  )
}

resource "aws_ecs_task_definition" "default" {
  count  = local.create_task_definition ? 1 : 0
  family = module.this.id
  tags   = local.tags

  container_definitions    = var.container_definition_json
  requires_compatibilities = [var.launch_type]
  network_mode             = var.network_mode
  cpu                      = var.task_cpu
  memory                   = var.task_memory
  ipc_mode                 = var.ipc_mode
  pid_mode                 = var.pid_mode
  execution_role_arn       = local.task_exec_role_arn
  task_role_arn            = local.task_role_arn
  runtime_platform         = var.runtime_platform

  ephemeral_storage      = var.ephemeral_storage_size == 0 ? [] : [{ size_in_gib = var.ephemeral_storage_size }]
  proxy_configuration    = var.proxy_configuration[*]
  placement_constraints  = var.task_placement_constraints
  track_latest           = data.module.version.before_0_76 ? null : var.track_latest
  enable_fault_injection = data.module.version.before_0_78 ? null : var.enable_fault_injection

  volume = concat(var.docker_volumes, var.efs_volumes, var.fsx_volumes, var.bind_mount_volumes)
}

# Roles and the security group. A role that exists is given as a list of its ARN, or
# as the ARN; the role of the service is for load balancers outside of awsvpc.

variable "task_exec_role_arn" {
  type    = any
  default = []
}

variable "task_role_arn" {
  type    = any
  default = []
}

variable "service_role_arn" {
  type    = string
  default = null
}

locals {
  given_exec_role    = try(var.task_exec_role_arn[0], tostring(var.task_exec_role_arn), "")
  given_task_role    = try(var.task_role_arn[0], tostring(var.task_role_arn), "")
  task_exec_role_arn = length(local.given_exec_role) > 0 ? local.given_exec_role : one(aws_iam_role.ecs_exec[*].arn)
  task_role_arn      = length(local.given_task_role) > 0 ? local.given_task_role : one(aws_iam_role.ecs_task[*].arn)

  needs_service_role = local.enabled && var.network_mode != "awsvpc" && length(var.ecs_load_balancers) >= 1
  iam_role           = local.needs_service_role ? coalesce(var.service_role_arn, one(aws_iam_role.ecs_service[*].arn)) : local.spare_role

  # Before 0.62.1, services without load balancers had it too.
  spare_role = var.network_mode != "awsvpc" && data.module.version.before_0_62_1 ? data.module.source.iam_role : null
}

resource "aws_iam_role" "ecs_exec" {
  count = local.enabled && length(var.task_exec_role_arn) == 0 ? 1 : 0
}

resource "aws_iam_role" "ecs_task" {
  count = local.enabled && length(var.task_role_arn) == 0 ? 1 : 0
}

resource "aws_iam_role" "ecs_service" {
  count = local.needs_service_role && var.service_role_arn == null ? 1 : 0
}

resource "aws_security_group" "ecs_service" {
  count = local.enabled && var.network_mode == "awsvpc" && var.security_group_enabled ? 1 : 0
}

output "service_name" {
  value = try(aws_ecs_service.default[0].name, aws_ecs_service.ignore_changes_task_definition[0].name, aws_ecs_service.ignore_changes_desired_count[0].name, aws_ecs_service.ignore_changes_task_definition_and_desired_count[0].name, "")
}

output "service_arn" {
  value = try(aws_ecs_service.default[0].id, aws_ecs_service.ignore_changes_task_definition[0].id, aws_ecs_service.ignore_changes_desired_count[0].id, aws_ecs_service.ignore_changes_task_definition_and_desired_count[0].id, "")
}

output "service_role_arn" {
  value = one(aws_iam_role.ecs_service[*].arn)
}

output "task_exec_role_name" {
  value = one(aws_iam_role.ecs_exec[*].name)
}

output "task_exec_role_arn" {
  value = local.task_exec_role_arn
}

output "task_exec_role_id" {
  value = one(aws_iam_role.ecs_exec[*].unique_id)
}

output "task_role_name" {
  value = one(aws_iam_role.ecs_task[*].name)
}

output "task_role_arn" {
  value = local.task_role_arn
}

output "task_role_id" {
  value = one(aws_iam_role.ecs_task[*].unique_id)
}

output "service_security_group_id" {
  value = one(aws_security_group.ecs_service[*].id)
}

output "task_definition_family" {
  value = one(aws_ecs_task_definition.default[*].family)
}

output "task_definition_revision" {
  value = one(aws_ecs_task_definition.default[*].revision)
}

output "task_definition_arn" {
  value = one(aws_ecs_task_definition.default[*].arn)
}

output "task_definition_arn_without_revision" {
  value = one(aws_ecs_task_definition.default[*].arn_without_revision)
}

output "ecs_exec_role_policy_id" {
  value = data.module.source.ecs_exec_role_policy_id
}

output "ecs_exec_role_policy_name" {
  value = data.module.source.ecs_exec_role_policy_name
}
