# terraform-aws-modules/ecs/aws, 7.0 to 7.5, read in November 2026.
#
# A cluster and its services.

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

# Arguments of the sub-module cluster; some are named after it here.

variable "cluster_name" {
  type    = string
  default = ""
}

variable "cluster_configuration" {
  type    = any
  default = { execute_command_configuration = { log_configuration = {} } }
}

variable "cluster_service_connect_defaults" {
  type    = any
  default = null
}

variable "cluster_setting" {
  type    = list(object({ name = string, value = string }))
  default = [{ name = "containerInsights", value = "enabled" }]
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

variable "cluster_capacity_providers" {
  type    = list(string)
  default = []
}

variable "capacity_providers" {
  type    = any
  default = null
}

variable "default_capacity_provider_strategy" {
  type    = any
  default = null
}

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

module "cluster" {
  source = "./modules/cluster"

  create                   = var.create
  region                   = var.region
  name                     = var.cluster_name
  configuration            = var.cluster_configuration
  service_connect_defaults = var.cluster_service_connect_defaults
  setting                  = var.cluster_setting
  tags                     = merge(var.tags, var.cluster_tags)

  create_cloudwatch_log_group            = var.create_cloudwatch_log_group
  cloudwatch_log_group_name              = var.cloudwatch_log_group_name
  cloudwatch_log_group_retention_in_days = var.cloudwatch_log_group_retention_in_days
  cloudwatch_log_group_kms_key_id        = var.cloudwatch_log_group_kms_key_id
  cluster_capacity_providers             = var.cluster_capacity_providers
  capacity_providers                     = var.capacity_providers
  default_capacity_provider_strategy     = var.default_capacity_provider_strategy
  create_task_exec_iam_role              = var.create_task_exec_iam_role
  create_infrastructure_iam_role         = var.create_infrastructure_iam_role
  create_node_iam_instance_profile       = var.create_node_iam_instance_profile
}

# Each service has the arguments of the sub-module service. The key is its name if it
# has none. Containers cannot be switched off here: create is no argument of theirs.

variable "services" {
  type     = any
  default  = {}
  nullable = false
}

module "service" {
  source   = "./modules/service"
  for_each = { for k, s in var.services : k => s if var.create }

  region      = var.region
  cluster_arn = module.cluster.arn
  name        = coalesce(try(each.value.name, null), each.key)
  tags        = merge(var.tags, try(each.value.tags, null))

  container_definitions = try({
    for k, c in each.value.container_definitions : k => { for a, v in c : a => v if a != "create" }
  }, null)
  task_exec_iam_role_arn = try(coalesce(try(each.value.task_exec_iam_role_arn, null), module.cluster.task_exec_iam_role_arn), null)

  deployment_maximum_percent         = coalesce(try(each.value.deployment_maximum_percent, null), 200)
  deployment_minimum_healthy_percent = coalesce(try(each.value.deployment_minimum_healthy_percent, null), 66)
  desired_count                      = coalesce(try(each.value.desired_count, null), 1)
  cpu                                = coalesce(try(each.value.cpu, null), 1024)
  memory                             = coalesce(try(each.value.memory, null), 2048)

  create                         = try(each.value.create, null)
  create_service                 = try(each.value.create_service, null)
  create_task_definition         = try(each.value.create_task_definition, null)
  ignore_task_definition_changes = try(each.value.ignore_task_definition_changes, null)
  service_tags                   = try(each.value.service_tags, null)
  task_tags                      = try(each.value.task_tags, null)

  launch_type                = try(each.value.launch_type, null)
  capacity_provider_strategy = try(each.value.capacity_provider_strategy, null)
  platform_version           = try(each.value.platform_version, null)
  scheduling_strategy        = try(each.value.scheduling_strategy, null)
  assign_public_ip           = try(each.value.assign_public_ip, null)
  subnet_ids                 = try(each.value.subnet_ids, null)
  security_group_ids         = try(each.value.security_group_ids, null)
  create_security_group      = try(each.value.create_security_group, null)

  alarms                            = try(each.value.alarms, null)
  availability_zone_rebalancing     = try(each.value.availability_zone_rebalancing, null)
  deployment_circuit_breaker        = try(each.value.deployment_circuit_breaker, null)
  deployment_configuration          = try(each.value.deployment_configuration, null)
  deployment_controller             = try(each.value.deployment_controller, null)
  enable_ecs_managed_tags           = try(each.value.enable_ecs_managed_tags, null)
  enable_execute_command            = try(each.value.enable_execute_command, null)
  force_delete                      = try(each.value.force_delete, null)
  force_new_deployment              = try(each.value.force_new_deployment, null)
  health_check_grace_period_seconds = try(each.value.health_check_grace_period_seconds, null)
  load_balancer                     = try(each.value.load_balancer, null)
  ordered_placement_strategy        = try(each.value.ordered_placement_strategy, null)
  placement_constraints             = try(each.value.placement_constraints, null)
  propagate_tags                    = try(each.value.propagate_tags, null)
  service_connect_configuration     = try(each.value.service_connect_configuration, null)
  service_registries                = try(each.value.service_registries, null)
  sigint_rollback                   = try(each.value.sigint_rollback, null)
  timeouts                          = try(each.value.timeouts, null)
  triggers                          = try(each.value.triggers, null)
  volume_configuration              = try(each.value.volume_configuration, null)
  vpc_lattice_configurations        = try(each.value.vpc_lattice_configurations, null)
  wait_for_steady_state             = try(each.value.wait_for_steady_state, null)

  task_definition_arn                   = try(each.value.task_definition_arn, null)
  family                                = try(each.value.family, null)
  network_mode                          = try(each.value.network_mode, null)
  ipc_mode                              = try(each.value.ipc_mode, null)
  pid_mode                              = try(each.value.pid_mode, null)
  requires_compatibilities              = try(each.value.requires_compatibilities, null)
  runtime_platform                      = try(each.value.runtime_platform, null)
  enable_fault_injection                = try(each.value.enable_fault_injection, null)
  ephemeral_storage                     = try(each.value.ephemeral_storage, null)
  proxy_configuration                   = try(each.value.proxy_configuration, null)
  skip_destroy                          = try(each.value.skip_destroy, null)
  task_definition_placement_constraints = try(each.value.task_definition_placement_constraints, null)
  track_latest                          = try(each.value.track_latest, null)
  volume                                = try(each.value.volume, null)

  external_id               = try(each.value.external_id, null)
  scale                     = try(each.value.scale, null)
  wait_until_stable         = try(each.value.wait_until_stable, null)
  wait_until_stable_timeout = try(each.value.wait_until_stable_timeout, null)

  create_iam_role                = try(each.value.create_iam_role, null)
  iam_role_arn                   = try(each.value.iam_role_arn, null)
  create_task_exec_iam_role      = try(each.value.create_task_exec_iam_role, null)
  create_tasks_iam_role          = try(each.value.create_tasks_iam_role, null)
  tasks_iam_role_arn             = try(each.value.tasks_iam_role_arn, null)
  create_infrastructure_iam_role = try(each.value.create_infrastructure_iam_role, null)
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

output "capacity_providers" {
  value = module.cluster.capacity_providers
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

output "infrastructure_iam_role_arn" {
  value = module.cluster.infrastructure_iam_role_arn
}

output "infrastructure_iam_role_name" {
  value = module.cluster.infrastructure_iam_role_name
}

output "infrastructure_iam_role_unique_id" {
  value = module.cluster.infrastructure_iam_role_unique_id
}

output "node_iam_role_arn" {
  value = module.cluster.node_iam_role_arn
}

output "node_iam_role_name" {
  value = module.cluster.node_iam_role_name
}

output "node_iam_role_unique_id" {
  value = module.cluster.node_iam_role_unique_id
}

output "node_iam_instance_profile_arn" {
  value = module.cluster.node_iam_instance_profile_arn
}

output "node_iam_instance_profile_id" {
  value = module.cluster.node_iam_instance_profile_id
}

output "node_iam_instance_profile_unique" {
  value = module.cluster.node_iam_instance_profile_unique
}

output "services" {
  value = module.service
}
