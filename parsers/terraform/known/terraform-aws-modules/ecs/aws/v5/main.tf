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

locals {
  defaults = {
    create                             = true
    create_task_definition             = true
    ignore_task_definition_changes     = false
    task_tags                          = {}
    launch_type                        = "FARGATE"
    capacity_provider_strategy         = {}
    platform_version                   = null
    scheduling_strategy                = null
    assign_public_ip                   = false
    subnet_ids                         = []
    security_group_ids                 = []
    create_security_group              = true
    alarms                             = {}
    deployment_circuit_breaker         = {}
    deployment_controller              = {}
    deployment_maximum_percent         = 200
    deployment_minimum_healthy_percent = 66
    desired_count                      = 1
    enable_ecs_managed_tags            = true
    enable_execute_command             = false
    force_new_deployment               = true
    health_check_grace_period_seconds  = null
    load_balancer                      = {}
    ordered_placement_strategy         = {}
    placement_constraints              = {}
    propagate_tags                     = null
    service_connect_configuration      = {}
    service_registries                 = {}
    timeouts                           = {}
    triggers                           = {}
    wait_for_steady_state              = null
    task_definition_arn                = null
    container_definitions              = {}
    container_definition_defaults      = {}
    family                             = null
    cpu                                = 1024
    memory                             = 2048
    network_mode                       = "awsvpc"
    ipc_mode                           = null
    requires_compatibilities           = ["FARGATE"]
    runtime_platform                   = { operating_system_family = "LINUX", cpu_architecture = "X86_64" }
    ephemeral_storage                  = {}
    inference_accelerator              = {}
    proxy_configuration                = {}
    skip_destroy                       = null
    volume                             = {}
    external_id                        = null
    force_delete                       = null
    scale                              = {}
    wait_until_stable                  = null
    wait_until_stable_timeout          = null
    create_iam_role                    = true
    iam_role_arn                       = null
    create_task_exec_iam_role          = true
    task_exec_iam_role_arn             = null
    create_tasks_iam_role              = true
    tasks_iam_role_arn                 = null
    create_service                     = true
    pid_mode                           = null
    tags                               = {}
  }
}

module "service" {
  source   = "./modules/service"
  for_each = { for k, s in var.services : k => merge(local.defaults, { name = k }, s) if var.create }

  name        = each.value.name
  cluster_arn = module.cluster.arn
  tags        = merge(var.tags, each.value.tags)

  # Before 5.10 and 5.11.3 they are not looked at.
  create_service = each.value.create_service ? true : data.module.version.before_5_10
  pid_mode       = each.value.pid_mode == null || data.module.version.before_5_11_3 ? null : each.value.pid_mode

  create                             = each.value.create
  create_task_definition             = each.value.create_task_definition
  ignore_task_definition_changes     = each.value.ignore_task_definition_changes
  task_tags                          = each.value.task_tags
  launch_type                        = each.value.launch_type
  capacity_provider_strategy         = each.value.capacity_provider_strategy
  platform_version                   = each.value.platform_version
  scheduling_strategy                = each.value.scheduling_strategy
  assign_public_ip                   = each.value.assign_public_ip
  subnet_ids                         = each.value.subnet_ids
  security_group_ids                 = each.value.security_group_ids
  create_security_group              = each.value.create_security_group
  alarms                             = each.value.alarms
  deployment_circuit_breaker         = each.value.deployment_circuit_breaker
  deployment_controller              = each.value.deployment_controller
  deployment_maximum_percent         = each.value.deployment_maximum_percent
  deployment_minimum_healthy_percent = each.value.deployment_minimum_healthy_percent
  desired_count                      = each.value.desired_count
  enable_ecs_managed_tags            = each.value.enable_ecs_managed_tags
  enable_execute_command             = each.value.enable_execute_command
  force_new_deployment               = each.value.force_new_deployment
  health_check_grace_period_seconds  = each.value.health_check_grace_period_seconds
  load_balancer                      = each.value.load_balancer
  ordered_placement_strategy         = each.value.ordered_placement_strategy
  placement_constraints              = each.value.placement_constraints
  propagate_tags                     = each.value.propagate_tags
  service_connect_configuration      = each.value.service_connect_configuration
  service_registries                 = each.value.service_registries
  timeouts                           = each.value.timeouts
  triggers                           = each.value.triggers
  wait_for_steady_state              = each.value.wait_for_steady_state
  task_definition_arn                = each.value.task_definition_arn
  container_definitions              = each.value.container_definitions
  container_definition_defaults      = each.value.container_definition_defaults
  family                             = each.value.family
  cpu                                = each.value.cpu
  memory                             = each.value.memory
  network_mode                       = each.value.network_mode
  ipc_mode                           = each.value.ipc_mode
  requires_compatibilities           = each.value.requires_compatibilities
  runtime_platform                   = each.value.runtime_platform
  ephemeral_storage                  = each.value.ephemeral_storage
  inference_accelerator              = each.value.inference_accelerator
  proxy_configuration                = each.value.proxy_configuration
  skip_destroy                       = each.value.skip_destroy
  volume                             = each.value.volume
  external_id                        = each.value.external_id
  force_delete                       = each.value.force_delete
  scale                              = each.value.scale
  wait_until_stable                  = each.value.wait_until_stable
  wait_until_stable_timeout          = each.value.wait_until_stable_timeout
  create_iam_role                    = each.value.create_iam_role
  iam_role_arn                       = each.value.iam_role_arn
  create_task_exec_iam_role          = each.value.create_task_exec_iam_role
  task_exec_iam_role_arn             = each.value.task_exec_iam_role_arn
  create_tasks_iam_role              = each.value.create_tasks_iam_role
  tasks_iam_role_arn                 = each.value.tasks_iam_role_arn
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
