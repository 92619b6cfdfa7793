# terraform-aws-modules/ecs/aws//modules/cluster, 6.0 to 6.12, read in November 2026.
#
# A cluster with its log group, capacity providers and their association. The role is
# here for what refers to it.

data "module" "source" {}

variable "create" {
  type    = bool
  default = true
}

variable "region" {
  type    = string
  default = null
}

variable "tags" {
  type    = map(string)
  default = {}
}

# The cluster.

variable "name" {
  type    = string
  default = ""
}

variable "configuration" {
  type = object({
    execute_command_configuration = optional(object({
      kms_key_id = optional(string)
      log_configuration = optional(object({
        cloud_watch_encryption_enabled = optional(bool)
        cloud_watch_log_group_name     = optional(string)
        s3_bucket_encryption_enabled   = optional(bool)
        s3_bucket_name                 = optional(string)
        s3_key_prefix                  = optional(string)
      }))
      logging = optional(string, "OVERRIDE")
    }))
    managed_storage_configuration = optional(object({
      fargate_ephemeral_storage_kms_key_id = optional(string)
      kms_key_id                           = optional(string)
    }))
  })
  default = { execute_command_configuration = { log_configuration = {} } }
}

variable "service_connect_defaults" {
  type    = object({ namespace = string })
  default = null
}

variable "setting" {
  type    = list(object({ name = string, value = string }))
  default = [{ name = "containerInsights", value = "enabled" }]
}

resource "aws_ecs_cluster" "this" {
  count  = var.create ? 1 : 0
  region = var.region
  name   = var.name
  tags   = var.tags

  setting                  = var.setting
  service_connect_defaults = var.service_connect_defaults[*]

  configuration = [for c in var.configuration[*] : {
    managed_storage_configuration = c.managed_storage_configuration[*]
    execute_command_configuration = [for e in c.execute_command_configuration[*] : {
      kms_key_id        = e.kms_key_id
      logging           = e.logging
      log_configuration = [for l in e.log_configuration[*] : merge(l, { cloud_watch_log_group_name = local.log_group })]
    }]
  }]
}

# The module's own log group goes before the one that the caller names.

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
  name              = coalesce(var.cloudwatch_log_group_name, "/aws/ecs/${var.name}")
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
}

locals {
  log_group = try(
    aws_cloudwatch_log_group.this[0].name,
    var.configuration.execute_command_configuration.log_configuration.cloud_watch_log_group_name,
  )
}

# Capacity providers: those of the strategy, and those that are made here. The key
# of the map is the name of those that have none.

variable "autoscaling_capacity_providers" {
  type = map(object({
    auto_scaling_group_arn = string
    managed_draining       = optional(string, "ENABLED")
    managed_scaling = optional(object({
      instance_warmup_period    = optional(number)
      maximum_scaling_step_size = optional(number)
      minimum_scaling_step_size = optional(number)
      status                    = optional(string)
      target_capacity           = optional(number)
    }))
    managed_termination_protection = optional(string)
    name                           = optional(string)
    tags                           = optional(map(string), {})
  }))
  default  = {}
  nullable = false
}

variable "default_capacity_provider_strategy" {
  type = map(object({
    base   = optional(number)
    name   = optional(string)
    weight = optional(number)
  }))
  default  = {}
  nullable = false
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  count        = var.create ? 1 : 0
  region       = var.region
  cluster_name = aws_ecs_cluster.this[0].name
  capacity_providers = distinct(concat(
    [for k, s in var.default_capacity_provider_strategy : coalesce(s.name, k)],
    [for k, p in var.autoscaling_capacity_providers : coalesce(p.name, k)],
  ))
  default_capacity_provider_strategy = [for k, s in var.default_capacity_provider_strategy : {
    capacity_provider = coalesce(s.name, k)
    base              = s.base
    weight            = s.weight
  }]
}

resource "aws_ecs_capacity_provider" "this" {
  for_each = { for k, p in var.autoscaling_capacity_providers : k => p if var.create }
  region   = var.region
  name     = coalesce(each.value.name, each.key)
  tags     = merge(var.tags, each.value.tags)

  auto_scaling_group_provider = [{
    auto_scaling_group_arn         = each.value.auto_scaling_group_arn
    managed_draining               = each.value.managed_draining
    managed_scaling                = each.value.managed_scaling[*]
    managed_termination_protection = each.value.managed_scaling == null ? "DISABLED" : each.value.managed_termination_protection
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
