# terraform-aws-modules/ecs/aws, 5.0 to 5.12, read in November 2026.
#
# A cluster and its services. What differs between versions is a choice.

data "module" "version" {}

variable "create" {
  type    = bool
  default = true
}

variable "tags" {
  type    = map(string)
  default = {}
}

# Arguments of the sub-module cluster.

variable "cluster_name" {
  type    = string
  default = ""
}

variable "cluster_configuration" {
  type    = any
  default = {}
}

variable "cluster_settings" {
  type    = any
  default = [{ name = "containerInsights", value = "enabled" }]
}

variable "cluster_service_connect_defaults" {
  type    = map(string)
  default = {}
}

variable "cluster_tags" {
  type    = map(string)
  default = {}
}

variable "create_cloudwatch_log_group" {
  type    = bool
  default = true
}

variable "cloudwatch_log_group_name" {
  type    = string
  default = null
}

variable "cloudwatch_log_group_retention_in_days" {
  type    = number
  default = 90
}

variable "cloudwatch_log_group_kms_key_id" {
  type    = string
  default = null
}

variable "default_capacity_provider_use_fargate" {
  type    = bool
  default = true
}

variable "fargate_capacity_providers" {
  type    = any
  default = {}
}

variable "autoscaling_capacity_providers" {
  type    = any
  default = {}
}

variable "create_task_exec_iam_role" {
  type    = bool
  default = false
}

module "cluster" {
  source = "./modules/cluster"

  tags = merge(var.tags, var.cluster_tags)

  create                                 = var.create
  cluster_name                           = var.cluster_name
  cluster_configuration                  = var.cluster_configuration
  cluster_settings                       = var.cluster_settings
  cluster_service_connect_defaults       = var.cluster_service_connect_defaults
  create_cloudwatch_log_group            = var.create_cloudwatch_log_group
  cloudwatch_log_group_name              = var.cloudwatch_log_group_name
  cloudwatch_log_group_retention_in_days = var.cloudwatch_log_group_retention_in_days
  cloudwatch_log_group_kms_key_id        = var.cloudwatch_log_group_kms_key_id
  default_capacity_provider_use_fargate  = var.default_capacity_provider_use_fargate
  fargate_capacity_providers             = var.fargate_capacity_providers
  autoscaling_capacity_providers         = var.autoscaling_capacity_providers
  create_task_exec_iam_role              = var.create_task_exec_iam_role
}

# Each service has the arguments of the sub-module service, but for service_tags and
# task_definition_placement_constraints. The key is its name if it has none.

variable "services" {
  type    = any
  default = {}
}

module "service" {
  source   = "./modules/service"
  for_each = { for k, s in var.services : k => s if var.create }

  cluster_arn = module.cluster.arn
  name        = try(each.value.name, each.key)
  tags        = merge(var.tags, try(each.value.tags, {}))

  # Before 5.10 and 5.11.3 they are not looked at.
  create_service = try(each.value.create_service, true) ? true : data.module.version.before_5_10
  pid_mode       = try(data.module.version.before_5_11_3 ? null : each.value.pid_mode, null)

  create                         = try(each.value.create, true)
  create_task_definition         = try(each.value.create_task_definition, true)
  ignore_task_definition_changes = try(each.value.ignore_task_definition_changes, false)
  task_tags                      = try(each.value.task_tags, {})

  launch_type                = try(each.value.launch_type, "FARGATE")
  capacity_provider_strategy = try(each.value.capacity_provider_strategy, {})
  platform_version           = try(each.value.platform_version, null)
  scheduling_strategy        = try(each.value.scheduling_strategy, null)
  assign_public_ip           = try(each.value.assign_public_ip, false)
  subnet_ids                 = try(each.value.subnet_ids, [])
  security_group_ids         = try(each.value.security_group_ids, [])
  create_security_group      = try(each.value.create_security_group, true)

  alarms                             = try(each.value.alarms, {})
  deployment_circuit_breaker         = try(each.value.deployment_circuit_breaker, {})
  deployment_controller              = try(each.value.deployment_controller, {})
  deployment_maximum_percent         = try(each.value.deployment_maximum_percent, 200)
  deployment_minimum_healthy_percent = try(each.value.deployment_minimum_healthy_percent, 66)
  desired_count                      = try(each.value.desired_count, 1)
  enable_ecs_managed_tags            = try(each.value.enable_ecs_managed_tags, true)
  enable_execute_command             = try(each.value.enable_execute_command, false)
  force_new_deployment               = try(each.value.force_new_deployment, true)
  health_check_grace_period_seconds  = try(each.value.health_check_grace_period_seconds, null)
  load_balancer                      = try(each.value.load_balancer, {})
  ordered_placement_strategy         = try(each.value.ordered_placement_strategy, {})
  placement_constraints              = try(each.value.placement_constraints, {})
  propagate_tags                     = try(each.value.propagate_tags, null)
  service_connect_configuration      = try(each.value.service_connect_configuration, {})
  service_registries                 = try(each.value.service_registries, {})
  timeouts                           = try(each.value.timeouts, {})
  triggers                           = try(each.value.triggers, {})
  wait_for_steady_state              = try(each.value.wait_for_steady_state, null)

  task_definition_arn           = try(each.value.task_definition_arn, null)
  container_definitions         = try(each.value.container_definitions, {})
  container_definition_defaults = try(each.value.container_definition_defaults, {})
  family                        = try(each.value.family, null)
  cpu                           = try(each.value.cpu, 1024)
  memory                        = try(each.value.memory, 2048)
  network_mode                  = try(each.value.network_mode, "awsvpc")
  ipc_mode                      = try(each.value.ipc_mode, null)
  requires_compatibilities      = try(each.value.requires_compatibilities, ["FARGATE"])
  runtime_platform              = try(each.value.runtime_platform, { operating_system_family = "LINUX", cpu_architecture = "X86_64" })
  ephemeral_storage             = try(each.value.ephemeral_storage, {})
  inference_accelerator         = try(each.value.inference_accelerator, {})
  proxy_configuration           = try(each.value.proxy_configuration, {})
  skip_destroy                  = try(each.value.skip_destroy, null)
  volume                        = try(each.value.volume, {})

  external_id               = try(each.value.external_id, null)
  force_delete              = try(each.value.force_delete, null)
  scale                     = try(each.value.scale, {})
  wait_until_stable         = try(each.value.wait_until_stable, null)
  wait_until_stable_timeout = try(each.value.wait_until_stable_timeout, null)

  create_iam_role           = try(each.value.create_iam_role, true)
  iam_role_arn              = try(each.value.iam_role_arn, null)
  create_task_exec_iam_role = try(each.value.create_task_exec_iam_role, true)
  task_exec_iam_role_arn    = try(each.value.task_exec_iam_role_arn, null)
  create_tasks_iam_role     = try(each.value.create_tasks_iam_role, true)
  tasks_iam_role_arn        = try(each.value.tasks_iam_role_arn, null)
}

output "cluster_arn" {
  value = module.cluster.arn
}

output "cluster_id" {
  value = module.cluster.id
}

output "cluster_name" {
  value = module.cluster.name
}

output "cloudwatch_log_group_name" {
  value = module.cluster.cloudwatch_log_group_name
}

output "cloudwatch_log_group_arn" {
  value = module.cluster.cloudwatch_log_group_arn
}

output "cluster_capacity_providers" {
  value = module.cluster.cluster_capacity_providers
}

output "autoscaling_capacity_providers" {
  value = module.cluster.autoscaling_capacity_providers
}

output "task_exec_iam_role_name" {
  value = module.cluster.task_exec_iam_role_name
}

output "task_exec_iam_role_arn" {
  value = module.cluster.task_exec_iam_role_arn
}

output "task_exec_iam_role_unique_id" {
  value = module.cluster.task_exec_iam_role_unique_id
}

output "services" {
  value = module.service
}
