# terraform-aws-modules/ecs/aws//modules/cluster, 7.0 to 7.5, read in November 2026.
#
# A cluster with its log group, capacity providers and their association. Roles and
# security groups are here for what refers to them. What is in no variable below, and
# most of a managed instances provider, is left out.

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

# Capacity providers: those that exist (FARGATE), and those that are made here. The
# key of the map is the name of those that have none.

variable "cluster_capacity_providers" {
  type    = list(string)
  default = []
}

variable "capacity_providers" {
  type = map(object({
    auto_scaling_group_provider = optional(object({
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
    }))
    managed_instances_provider = optional(object({
      infrastructure_role_arn = optional(string)
      propagate_tags          = optional(string, "CAPACITY_PROVIDER")
    }))
    name = optional(string)
    tags = optional(map(string), {})
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
    var.cluster_capacity_providers,
    [for k, p in var.capacity_providers : coalesce(p.name, k)],
  ))
  default_capacity_provider_strategy = [for k, s in var.default_capacity_provider_strategy : {
    capacity_provider = coalesce(s.name, k)
    base              = s.base
    weight            = coalesce(s.weight, 1)
  }]
}

resource "aws_ecs_capacity_provider" "this" {
  for_each = { for k, p in var.capacity_providers : k => p if var.create }
  region   = var.region
  name     = coalesce(each.value.name, each.key)
  cluster  = each.value.managed_instances_provider == null ? null : aws_ecs_cluster.this[0].name
  tags     = merge(var.tags, each.value.tags)

  auto_scaling_group_provider = [for a in each.value.auto_scaling_group_provider[*] : {
    auto_scaling_group_arn         = a.auto_scaling_group_arn
    managed_draining               = a.managed_draining
    managed_scaling                = a.managed_scaling[*]
    managed_termination_protection = a.managed_scaling == null ? "DISABLED" : a.managed_termination_protection
  }]

  managed_instances_provider = [for m in each.value.managed_instances_provider[*] : {
    infrastructure_role_arn  = var.create_infrastructure_iam_role ? aws_iam_role.infrastructure[0].arn : m.infrastructure_role_arn
    propagate_tags           = m.propagate_tags
    instance_launch_template = data.module.source.instance_launch_template
  }]
}

# Roles.

variable "create_task_exec_iam_role" {
  type    = bool
  default = false
}

variable "create_infrastructure_iam_role" {
  type     = bool
  default  = true
  nullable = false
}

variable "create_node_iam_instance_profile" {
  type     = bool
  default  = true
  nullable = false
}

locals {
  managed_instances = var.create && anytrue([for p in var.capacity_providers : p.managed_instances_provider != null])
}

resource "aws_iam_role" "task_exec" {
  count = var.create && var.create_task_exec_iam_role ? 1 : 0
}

resource "aws_iam_role" "infrastructure" {
  count = local.managed_instances && var.create_infrastructure_iam_role ? 1 : 0
}

resource "aws_iam_role" "node" {
  count = local.managed_instances && var.create_node_iam_instance_profile ? 1 : 0
}

resource "aws_iam_instance_profile" "this" {
  count = local.managed_instances && var.create_node_iam_instance_profile ? 1 : 0
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

output "capacity_providers" {
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

output "infrastructure_iam_role_arn" {
  value = try(aws_iam_role.infrastructure[0].arn, null)
}

output "infrastructure_iam_role_name" {
  value = try(aws_iam_role.infrastructure[0].name, null)
}

output "infrastructure_iam_role_unique_id" {
  value = try(aws_iam_role.infrastructure[0].unique_id, null)
}

output "node_iam_role_arn" {
  value = try(aws_iam_role.node[0].arn, null)
}

output "node_iam_role_name" {
  value = try(aws_iam_role.node[0].name, null)
}

output "node_iam_role_unique_id" {
  value = try(aws_iam_role.node[0].unique_id, null)
}

output "node_iam_instance_profile_arn" {
  value = try(aws_iam_instance_profile.this[0].arn, null)
}

output "node_iam_instance_profile_id" {
  value = try(aws_iam_instance_profile.this[0].id, null)
}

output "node_iam_instance_profile_unique" {
  value = try(aws_iam_instance_profile.this[0].unique_id, null)
}
