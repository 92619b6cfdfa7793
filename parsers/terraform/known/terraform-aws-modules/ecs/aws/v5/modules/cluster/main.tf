# terraform-aws-modules/ecs/aws//modules/cluster, 5.0 to 5.12, read in November 2026.
#
# A cluster with its log group, capacity providers and their association. The role is
# here for what refers to it.

data "module" "source" {}

variable "create" {
  type    = bool
  default = true
}

variable "tags" {
  type    = map(string)
  default = {}
}

# The cluster.

variable "cluster_name" {
  type    = string
  default = ""
}

variable "cluster_configuration" {
  type    = any
  default = {}
}

# A list of settings, or one setting.
variable "cluster_settings" {
  type    = any
  default = [{ name = "containerInsights", value = "enabled" }]
}

variable "cluster_service_connect_defaults" {
  type    = map(string)
  default = {}
}

resource "aws_ecs_cluster" "this" {
  count = var.create ? 1 : 0
  name  = var.cluster_name
  tags  = var.tags

  setting                  = flatten([var.cluster_settings])
  service_connect_defaults = length(var.cluster_service_connect_defaults) > 0 ? [var.cluster_service_connect_defaults] : []
  configuration            = local.configuration
}

# The log group is for commands that people run in containers.

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

resource "aws_cloudwatch_log_group" "this" {
  count             = var.create && var.create_cloudwatch_log_group ? 1 : 0
  name              = coalesce(var.cloudwatch_log_group_name, "/aws/ecs/${var.cluster_name}")
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
}

locals {
  # They are logged there only if the caller says something about them.
  commands = try(merge(
    { for k, v in local.own_commands : k => v if var.create_cloudwatch_log_group },
    var.cluster_configuration.execute_command_configuration,
  ), {})
  own_commands = {
    logging           = "OVERRIDE"
    log_configuration = { cloud_watch_log_group_name = try(aws_cloudwatch_log_group.this[0].name, null) }
  }
  configuration = !var.create_cloudwatch_log_group && length(var.cluster_configuration) == 0 ? [] : [{
    execute_command_configuration = [{
      kms_key_id        = try(local.commands.kms_key_id, null)
      logging           = try(local.commands.logging, "DEFAULT")
      log_configuration = try([local.commands.log_configuration], [])
    }]
  }]
}

# Capacity providers. The key of the map is the name of those that have none.

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

resource "aws_ecs_cluster_capacity_providers" "this" {
  count        = var.create && length(local.names) > 0 ? 1 : 0
  cluster_name = aws_ecs_cluster.this[0].name

  capacity_providers = distinct(local.names)
  default_capacity_provider_strategy = [for k, p in local.default_providers : {
    capacity_provider = try(p.name, k)
    base              = try(p.default_capacity_provider_strategy.base, null)
    weight            = try(p.default_capacity_provider_strategy.weight, null)
  }]
}

locals {
  names = concat(
    [for k, p in var.fargate_capacity_providers : try(p.name, k)],
    [for k, p in var.autoscaling_capacity_providers : try(p.name, k)],
  )
  default_providers = merge(
    { for k, p in var.fargate_capacity_providers : k => p if var.default_capacity_provider_use_fargate },
    { for k, p in var.autoscaling_capacity_providers : k => p if !var.default_capacity_provider_use_fargate },
  )
}

resource "aws_ecs_capacity_provider" "this" {
  for_each = { for k, p in var.autoscaling_capacity_providers : k => p if var.create }
  name     = try(each.value.name, each.key)
  tags     = merge(var.tags, try(each.value.tags, {}))

  auto_scaling_group_provider = [{
    auto_scaling_group_arn = each.value.auto_scaling_group_arn
    managed_scaling        = try([each.value.managed_scaling], [])
    managed_termination_protection = (
      length(try([each.value.managed_scaling], [])) == 0 ? "DISABLED" : try(each.value.managed_termination_protection, null)
    )
  }]
}

variable "create_task_exec_iam_role" {
  type    = bool
  default = false
}

resource "aws_iam_role" "task_exec" {
  count = var.create && var.create_task_exec_iam_role ? 1 : 0
}

output "arn" {
  value = try(aws_ecs_cluster.this[0].arn, null)
}

output "id" {
  value = try(aws_ecs_cluster.this[0].id, null)
}

output "name" {
  value = try(aws_ecs_cluster.this[0].name, null)
}

output "cloudwatch_log_group_name" {
  value = try(aws_cloudwatch_log_group.this[0].name, null)
}

output "cloudwatch_log_group_arn" {
  value = try(aws_cloudwatch_log_group.this[0].arn, null)
}

output "cluster_capacity_providers" {
  value = data.module.source.cluster_capacity_providers
}

output "autoscaling_capacity_providers" {
  value = aws_ecs_capacity_provider.this
}

output "task_exec_iam_role_arn" {
  value = try(aws_iam_role.task_exec[0].arn, null)
}

output "task_exec_iam_role_name" {
  value = try(aws_iam_role.task_exec[0].name, null)
}

output "task_exec_iam_role_unique_id" {
  value = try(aws_iam_role.task_exec[0].unique_id, null)
}
