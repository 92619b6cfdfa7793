# cloudposse/ecs-web-app/aws, 2.0 to 2.4, read in November 2026.
#
# A service behind a load balancer, with one container of its own and others before it,
# built of cloudposse/ecs-container-definition and cloudposse/ecs-alb-service-task. The
# load balancer, pipeline, registry of images, scaling and alarms are left out. What
# differs between versions is unknown or a choice.

data "module" "source" {}
data "module" "version" {}
data "aws_region" "current" {}

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

# The container.

variable "use_ecr_image" {
  type    = bool
  default = false
}

variable "container_image" {
  type    = string
  default = "cloudposse/default-backend"
}

variable "container_cpu" {
  type    = number
  default = 256
}

variable "container_memory" {
  type    = number
  default = 512
}

variable "container_memory_reservation" {
  type    = number
  default = 128
}

variable "container_start_timeout" {
  type    = number
  default = 30
}

variable "container_stop_timeout" {
  type    = number
  default = 30
}

variable "container_repo_credentials" {
  type    = map(string)
  default = null
}

variable "container_environment" {
  type    = list(object({ name = string, value = string }))
  default = null
}

variable "map_container_environment" {
  type    = map(string)
  default = null
}

variable "secrets" {
  type    = list(object({ name = string, valueFrom = string }))
  default = null
}

variable "entrypoint" {
  type    = list(string)
  default = null
}

variable "command" {
  type    = list(string)
  default = null
}

variable "docker_labels" {
  type    = map(string)
  default = null
}

variable "healthcheck" {
  type    = object({ command = list(string), retries = number, timeout = number, interval = number, startPeriod = number })
  default = null
}

variable "linux_parameters" {
  type = object({
    capabilities = optional(object({
      add  = optional(list(string))
      drop = optional(list(string))
    }))
    devices = optional(list(object({
      containerPath = optional(string)
      hostPath      = optional(string)
      permissions   = optional(list(string))
    })))
    initProcessEnabled = optional(bool)
    maxSwap            = optional(number)
    sharedMemorySize   = optional(number)
    swappiness         = optional(number)
    tmpfs = optional(list(object({
      containerPath = optional(string)
      mountOptions  = optional(list(string))
      size          = number
    })))
  })
  default = {}
}

variable "mount_points" {
  type    = list(object({ containerPath = string, sourceVolume = string, readOnly = bool }))
  default = []
}

variable "port_mappings" {
  type    = list(object({ containerPort = number, hostPort = number, protocol = string }))
  default = [{ containerPort = 80, hostPort = 80, protocol = "tcp" }]
}

variable "privileged" {
  type    = string
  default = null
}

variable "system_controls" {
  type    = list(map(string))
  default = null
}

variable "ulimits" {
  type    = list(object({ name = string, softLimit = number, hardLimit = number }))
  default = []
}

variable "init_containers" {
  type    = list(object({ container_definition = any, condition = string }))
  default = []
}

# JSON in place of the container.
variable "container_definition" {
  type    = string
  default = ""
}

variable "cloudwatch_log_group_enabled" {
  type    = bool
  default = true
}

variable "log_retention_in_days" {
  type    = number
  default = 90
}

variable "log_driver" {
  type    = string
  default = "awslogs"
}

variable "aws_logs_region" {
  type    = string
  default = null
}

variable "aws_logs_prefix" {
  type    = string
  default = ""
}

resource "aws_cloudwatch_log_group" "app" {
  count             = module.this.enabled && var.cloudwatch_log_group_enabled ? 1 : 0
  name              = module.this.id
  retention_in_days = var.log_retention_in_days
}

module "container_definition" {
  source = "../../../ecs-container-definition/aws/v0"

  container_name               = module.this.id
  container_image              = var.use_ecr_image ? data.module.source.repository_url : var.container_image
  container_cpu                = var.container_cpu
  container_memory             = var.container_memory
  container_memory_reservation = var.container_memory_reservation
  command                      = var.command
  container_depends_on         = local.init_dependencies
  docker_labels                = var.docker_labels
  entrypoint                   = var.entrypoint
  environment                  = var.container_environment
  healthcheck                  = var.healthcheck
  linux_parameters             = data.module.version.before_2_1_3 ? null : local.linux_parameters
  log_configuration            = var.cloudwatch_log_group_enabled ? local.log_configuration : null
  map_environment              = var.map_container_environment
  mount_points                 = var.mount_points
  port_mappings                = var.port_mappings
  privileged                   = var.privileged
  repository_credentials       = var.container_repo_credentials
  secrets                      = var.secrets
  start_timeout                = var.container_start_timeout
  stop_timeout                 = var.container_stop_timeout
  system_controls              = var.system_controls
  ulimits                      = var.ulimits
}

locals {
  # ECS Exec needs an init process.
  linux_parameters = merge(var.linux_parameters, { for k, v in { initProcessEnabled = true } : k => v if var.exec_enabled })
  log_configuration = {
    logDriver = var.log_driver
    options = {
      awslogs-region        = coalesce(var.aws_logs_region, data.aws_region.current.name)
      awslogs-group         = join("", aws_cloudwatch_log_group.app[*].name)
      awslogs-stream-prefix = var.aws_logs_prefix == "" ? module.this.name : var.aws_logs_prefix
    }
  }

  init_dependencies = [for c in var.init_containers : {
    containerName = jsondecode(c.container_definition)["name"]
    condition     = c.condition
  } if c.condition != null]
  init_containers = [for c in var.init_containers : c.container_definition]
  container       = coalesce(var.container_definition, module.container_definition.json_map_encoded)
  containers      = "[${join(",", concat(local.init_containers, [local.container]))}]"
}

# The service.

variable "ecs_cluster_arn" {
  type = string
}

variable "launch_type" {
  type    = string
  default = "FARGATE"
}

variable "platform_version" {
  type    = string
  default = "LATEST"
}

variable "capacity_provider_strategies" {
  type    = list(object({ capacity_provider = string, weight = number, base = number }))
  default = []
}

variable "network_mode" {
  type    = string
  default = "awsvpc"
}

variable "assign_public_ip" {
  type    = bool
  default = false
}

variable "ecs_private_subnet_ids" {
  type = list(string)
}

variable "ecs_security_group_ids" {
  type    = list(string)
  default = []
}

variable "ecs_security_group_enabled" {
  type    = bool
  default = true
}

variable "task_cpu" {
  type    = number
  default = null
}

variable "task_memory" {
  type    = number
  default = null
}

variable "task_role_arn" {
  type    = string
  default = ""
}

variable "runtime_platform" {
  type    = list(map(string))
  default = []
}

variable "volumes" {
  type    = any
  default = []
}

variable "desired_count" {
  type    = number
  default = 1
}

variable "ignore_changes_task_definition" {
  type    = bool
  default = true
}

variable "ignore_changes_desired_count" {
  type    = bool
  default = false
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

variable "force_new_deployment" {
  type    = bool
  default = false
}

variable "exec_enabled" {
  type    = bool
  default = false
}

variable "enable_ecs_managed_tags" {
  type    = bool
  default = false
}

variable "propagate_tags" {
  type    = string
  default = null
}

variable "service_registries" {
  type    = list(object({ registry_arn = string, port = optional(number), container_name = optional(string), container_port = optional(number) }))
  default = []
}

variable "container_port" {
  type    = number
  default = 80
}

variable "nlb_container_port" {
  type    = number
  default = 80
}

variable "alb_container_name" {
  type    = string
  default = null
}

variable "nlb_container_name" {
  type    = string
  default = null
}

variable "nlb_ingress_target_group_arn" {
  type    = string
  default = ""
}

variable "additional_lbs" {
  type    = list(object({ container_name = optional(string), container_port = optional(number), target_group_arn = string }))
  default = []
}

module "ecs_alb_service_task" {
  source = "../../../ecs-alb-service-task/aws/v0"

  container_definition_json = local.containers
  task_cpu                  = coalesce(var.task_cpu, var.container_cpu)
  task_memory               = coalesce(var.task_memory, var.container_memory)
  subnet_ids                = var.ecs_private_subnet_ids
  security_group_enabled    = var.ecs_security_group_enabled
  security_group_ids        = var.ecs_security_group_ids
  ecs_load_balancers        = local.load_balancers
  docker_volumes            = local.volumes

  assign_public_ip                   = var.assign_public_ip
  capacity_provider_strategies       = var.capacity_provider_strategies
  circuit_breaker_deployment_enabled = var.circuit_breaker_deployment_enabled
  circuit_breaker_rollback_enabled   = var.circuit_breaker_rollback_enabled
  deployment_controller_type         = var.deployment_controller_type
  deployment_maximum_percent         = var.deployment_maximum_percent
  deployment_minimum_healthy_percent = var.deployment_minimum_healthy_percent
  desired_count                      = var.desired_count
  ecs_cluster_arn                    = var.ecs_cluster_arn
  enable_ecs_managed_tags            = var.enable_ecs_managed_tags
  exec_enabled                       = var.exec_enabled
  force_new_deployment               = var.force_new_deployment
  health_check_grace_period_seconds  = var.health_check_grace_period_seconds
  ignore_changes_desired_count       = var.ignore_changes_desired_count
  ignore_changes_task_definition     = var.ignore_changes_task_definition
  launch_type                        = var.launch_type
  network_mode                       = var.network_mode
  platform_version                   = var.platform_version
  propagate_tags                     = var.propagate_tags
  runtime_platform                   = var.runtime_platform
  service_registries                 = var.service_registries
  task_role_arn                      = var.task_role_arn

  context = module.this.context
}

locals {
  alb = {
    container_name   = var.alb_container_name != null ? var.alb_container_name : module.this.id
    container_port   = var.container_port
    elb_name         = null
    target_group_arn = data.module.source.target_group_arn
  }
  nlb = {
    container_name   = data.module.version.before_2_2 ? local.alb.container_name : var.nlb_container_name != null ? var.nlb_container_name : module.this.id
    container_port   = var.nlb_container_port
    elb_name         = null
    target_group_arn = var.nlb_ingress_target_group_arn
  }
  additional = [for b in var.additional_lbs : {
    container_name   = b.container_name != null ? b.container_name : module.this.id
    container_port   = b.container_port != null ? b.container_port : var.container_port
    elb_name         = null
    target_group_arn = b.target_group_arn
  }]
  load_balancers = concat([local.alb], [for b in [local.nlb] : b if var.nlb_ingress_target_group_arn != ""], local.additional)

  # Before 2.1.4, Amazon EFS was left out of them.
  volumes = [for v in var.volumes : merge(v, {
    efs_volume_configuration = data.module.version.before_2_1_4 ? [] : v.efs_volume_configuration
  })]
}

output "container_definition" {
  value = module.container_definition
}

output "container_definition_json" {
  value = module.container_definition.json_map_encoded_list
}

output "container_definition_json_map" {
  value = module.container_definition.json_map_encoded
}

output "ecs_alb_service_task" {
  value = module.ecs_alb_service_task
}

output "ecs_exec_role_policy_id" {
  value = module.ecs_alb_service_task.ecs_exec_role_policy_id
}

output "ecs_exec_role_policy_name" {
  value = module.ecs_alb_service_task.ecs_exec_role_policy_name
}

output "ecs_service_arn" {
  value = module.ecs_alb_service_task.service_arn
}

output "ecs_service_name" {
  value = module.ecs_alb_service_task.service_name
}

output "ecs_service_role_arn" {
  value = module.ecs_alb_service_task.service_role_arn
}

output "ecs_task_exec_role_name" {
  value = module.ecs_alb_service_task.task_exec_role_name
}

output "ecs_task_exec_role_arn" {
  value = module.ecs_alb_service_task.task_exec_role_arn
}

output "ecs_task_role_name" {
  value = module.ecs_alb_service_task.task_role_name
}

output "ecs_task_role_arn" {
  value = module.ecs_alb_service_task.task_role_arn
}

output "ecs_task_role_id" {
  value = module.ecs_alb_service_task.task_role_id
}

output "ecs_service_security_group_id" {
  value = module.ecs_alb_service_task.service_security_group_id
}

output "ecs_task_definition_family" {
  value = module.ecs_alb_service_task.task_definition_family
}

output "ecs_task_definition_revision" {
  value = module.ecs_alb_service_task.task_definition_revision
}

output "cloudwatch_log_group" {
  value = aws_cloudwatch_log_group.app
}

output "cloudwatch_log_group_arn" {
  value = join("", aws_cloudwatch_log_group.app[*].arn)
}

output "cloudwatch_log_group_name" {
  value = join("", aws_cloudwatch_log_group.app[*].name)
}

# What is left out.

output "ecr" {
  value = data.module.source.ecr
}

output "ecr_registry_id" {
  value = data.module.source.ecr_registry_id
}

output "ecr_registry_url" {
  value = data.module.source.ecr_registry_url
}

output "ecr_repository_url" {
  value = data.module.source.ecr_repository_url
}

output "ecr_repository_name" {
  value = data.module.source.ecr_repository_name
}

output "ecr_repository_arn" {
  value = data.module.source.ecr_repository_arn
}

output "alb_ingress" {
  value = data.module.source.alb_ingress
}

output "alb_ingress_target_group_name" {
  value = data.module.source.alb_ingress_target_group_name
}

output "alb_ingress_target_group_arn" {
  value = data.module.source.alb_ingress_target_group_arn
}

output "alb_ingress_target_group_arn_suffix" {
  value = data.module.source.alb_ingress_target_group_arn_suffix
}

output "codebuild" {
  value = data.module.source.codebuild
}

output "codebuild_project_name" {
  value = data.module.source.codebuild_project_name
}

output "codebuild_project_id" {
  value = data.module.source.codebuild_project_id
}

output "codebuild_role_id" {
  value = data.module.source.codebuild_role_id
}

output "codebuild_role_arn" {
  value = data.module.source.codebuild_role_arn
}

output "codebuild_cache_bucket_name" {
  value = data.module.source.codebuild_cache_bucket_name
}

output "codebuild_cache_bucket_arn" {
  value = data.module.source.codebuild_cache_bucket_arn
}

output "codebuild_badge_url" {
  value = data.module.source.codebuild_badge_url
}

output "codepipeline_id" {
  value = data.module.source.codepipeline_id
}

output "codepipeline_arn" {
  value = data.module.source.codepipeline_arn
}

output "codepipeline_webhook_id" {
  value = data.module.source.codepipeline_webhook_id
}

output "codepipeline_webhook_url" {
  value = data.module.source.codepipeline_webhook_url
}

output "ecs_cloudwatch_autoscaling" {
  value = data.module.source.ecs_cloudwatch_autoscaling
}

output "ecs_cloudwatch_autoscaling_scale_up_policy_arn" {
  value = data.module.source.ecs_cloudwatch_autoscaling_scale_up_policy_arn
}

output "ecs_cloudwatch_autoscaling_scale_down_policy_arn" {
  value = data.module.source.ecs_cloudwatch_autoscaling_scale_down_policy_arn
}

output "ecs_alarms" {
  value = data.module.source.ecs_alarms
}

output "ecs_alarms_cpu_utilization_high_cloudwatch_metric_alarm_id" {
  value = data.module.source.ecs_alarms_cpu_utilization_high_cloudwatch_metric_alarm_id
}

output "ecs_alarms_cpu_utilization_high_cloudwatch_metric_alarm_arn" {
  value = data.module.source.ecs_alarms_cpu_utilization_high_cloudwatch_metric_alarm_arn
}

output "ecs_alarms_cpu_utilization_low_cloudwatch_metric_alarm_id" {
  value = data.module.source.ecs_alarms_cpu_utilization_low_cloudwatch_metric_alarm_id
}

output "ecs_alarms_cpu_utilization_low_cloudwatch_metric_alarm_arn" {
  value = data.module.source.ecs_alarms_cpu_utilization_low_cloudwatch_metric_alarm_arn
}

output "ecs_alarms_memory_utilization_high_cloudwatch_metric_alarm_id" {
  value = data.module.source.ecs_alarms_memory_utilization_high_cloudwatch_metric_alarm_id
}

output "ecs_alarms_memory_utilization_high_cloudwatch_metric_alarm_arn" {
  value = data.module.source.ecs_alarms_memory_utilization_high_cloudwatch_metric_alarm_arn
}

output "ecs_alarms_memory_utilization_low_cloudwatch_metric_alarm_id" {
  value = data.module.source.ecs_alarms_memory_utilization_low_cloudwatch_metric_alarm_id
}

output "ecs_alarms_memory_utilization_low_cloudwatch_metric_alarm_arn" {
  value = data.module.source.ecs_alarms_memory_utilization_low_cloudwatch_metric_alarm_arn
}

output "alb_target_group_cloudwatch_sns_alarms" {
  value = data.module.source.alb_target_group_cloudwatch_sns_alarms
}

output "httpcode_target_3xx_count_cloudwatch_metric_alarm_id" {
  value = data.module.source.httpcode_target_3xx_count_cloudwatch_metric_alarm_id
}

output "httpcode_target_3xx_count_cloudwatch_metric_alarm_arn" {
  value = data.module.source.httpcode_target_3xx_count_cloudwatch_metric_alarm_arn
}

output "httpcode_target_4xx_count_cloudwatch_metric_alarm_id" {
  value = data.module.source.httpcode_target_4xx_count_cloudwatch_metric_alarm_id
}

output "httpcode_target_4xx_count_cloudwatch_metric_alarm_arn" {
  value = data.module.source.httpcode_target_4xx_count_cloudwatch_metric_alarm_arn
}

output "httpcode_target_5xx_count_cloudwatch_metric_alarm_id" {
  value = data.module.source.httpcode_target_5xx_count_cloudwatch_metric_alarm_id
}

output "httpcode_target_5xx_count_cloudwatch_metric_alarm_arn" {
  value = data.module.source.httpcode_target_5xx_count_cloudwatch_metric_alarm_arn
}

output "httpcode_elb_5xx_count_cloudwatch_metric_alarm_id" {
  value = data.module.source.httpcode_elb_5xx_count_cloudwatch_metric_alarm_id
}

output "httpcode_elb_5xx_count_cloudwatch_metric_alarm_arn" {
  value = data.module.source.httpcode_elb_5xx_count_cloudwatch_metric_alarm_arn
}

output "target_response_time_average_cloudwatch_metric_alarm_id" {
  value = data.module.source.target_response_time_average_cloudwatch_metric_alarm_id
}

output "target_response_time_average_cloudwatch_metric_alarm_arn" {
  value = data.module.source.target_response_time_average_cloudwatch_metric_alarm_arn
}
