# terraform-aws-modules/ecs/aws//modules/container-definition, 5.0 to 5.12, read in
# November 2026.
#
# One container definition and its log group. What differs between versions is a
# choice.

data "module" "version" {}
data "aws_region" "current" {}

# Windows containers lack several settings.

variable "operating_system_family" {
  type    = string
  default = "LINUX"
}

# The container definition.

variable "command" {
  type    = list(string)
  default = []
}

variable "cpu" {
  type    = number
  default = null
}

variable "dependencies" {
  type    = list(object({ condition = string, containerName = string }))
  default = []
}

variable "disable_networking" {
  type    = bool
  default = null
}

variable "dns_search_domains" {
  type    = list(string)
  default = []
}

variable "dns_servers" {
  type    = list(string)
  default = []
}

variable "docker_labels" {
  type    = map(string)
  default = {}
}

variable "docker_security_options" {
  type    = list(string)
  default = []
}

variable "entrypoint" {
  type    = list(string)
  default = []
}

variable "environment" {
  type    = list(object({ name = string, value = string }))
  default = []
}

variable "environment_files" {
  type    = list(object({ type = string, value = string }))
  default = []
}

variable "essential" {
  type    = bool
  default = null
}

variable "extra_hosts" {
  type    = list(object({ hostname = string, ipAddress = string }))
  default = []
}

variable "firelens_configuration" {
  type    = any
  default = {}
}

variable "health_check" {
  type    = any
  default = {}
}

variable "hostname" {
  type    = string
  default = null
}

variable "image" {
  type    = string
  default = null
}

variable "interactive" {
  type    = bool
  default = false
}

variable "links" {
  type    = list(string)
  default = []
}

variable "linux_parameters" {
  type    = any
  default = {}
}

variable "log_configuration" {
  type    = any
  default = {}
}

variable "memory" {
  type    = number
  default = null
}

variable "memory_reservation" {
  type    = number
  default = null
}

variable "mount_points" {
  type    = list(any)
  default = []
}

variable "name" {
  type    = string
  default = null
}

variable "port_mappings" {
  type    = list(any)
  default = []
}

variable "privileged" {
  type    = bool
  default = false
}

variable "pseudo_terminal" {
  type    = bool
  default = false
}

variable "readonly_root_filesystem" {
  type    = bool
  default = true
}

variable "repository_credentials" {
  type    = map(string)
  default = {}
}

variable "resource_requirements" {
  type    = list(object({ type = string, value = string }))
  default = []
}

variable "secrets" {
  type    = list(object({ name = string, valueFrom = string }))
  default = []
}

variable "start_timeout" {
  type    = number
  default = 30
}

variable "stop_timeout" {
  type    = number
  default = 120
}

variable "system_controls" {
  type    = list(map(string))
  default = []
}

variable "ulimits" {
  type    = list(object({ hardLimit = number, name = string, softLimit = number }))
  default = []
}

variable "user" {
  type    = string
  default = null
}

variable "volumes_from" {
  type    = list(any)
  default = []
}

variable "working_directory" {
  type    = string
  default = null
}

# ECS Exec switches the init process on since 5.4.

variable "enable_execute_command" {
  type    = bool
  default = false
}

# The log group.

variable "service" {
  type    = string
  default = ""
}

variable "enable_cloudwatch_logging" {
  type    = bool
  default = true
}

variable "create_cloudwatch_log_group" {
  type    = bool
  default = true
}

variable "cloudwatch_log_group_name" {
  type    = string
  default = null
}

variable "cloudwatch_log_group_use_name_prefix" {
  type    = bool
  default = false
}

variable "cloudwatch_log_group_retention_in_days" {
  type    = number
  default = 30
}

variable "cloudwatch_log_group_kms_key_id" {
  type    = string
  default = null
}

locals {
  linux = var.operating_system_family == "LINUX"

  default_group = "/aws/ecs/${var.service}/${var.name}"
  own_group     = data.module.version.before_5_9 ? local.default_group : var.cloudwatch_log_group_name
  group_name    = var.cloudwatch_log_group_name == null ? local.default_group : local.own_group

  # AWS takes for unset what is null or empty here.
  all = {
    command                = var.command
    cpu                    = var.cpu
    dependsOn              = var.dependencies
    disableNetworking      = local.linux ? var.disable_networking : null
    dnsSearchDomains       = local.linux ? var.dns_search_domains : null
    dnsServers             = local.linux ? var.dns_servers : null
    dockerLabels           = var.docker_labels
    dockerSecurityOptions  = var.docker_security_options
    entrypoint             = var.entrypoint
    environment            = var.environment
    environmentFiles       = var.environment_files
    essential              = var.essential
    extraHosts             = local.linux ? var.extra_hosts : null
    firelensConfiguration  = length(var.firelens_configuration) > 0 ? var.firelens_configuration : null
    healthCheck            = local.health_check
    hostname               = var.hostname
    image                  = var.image
    interactive            = var.interactive
    links                  = local.linux ? var.links : null
    linuxParameters        = local.linux && length(local.linux_parameters) > 0 ? local.linux_parameters : null
    logConfiguration       = local.logging
    memory                 = var.memory
    memoryReservation      = var.memory_reservation
    mountPoints            = var.mount_points
    name                   = var.name
    portMappings           = var.port_mappings
    privileged             = local.linux ? var.privileged : null
    pseudoTerminal         = var.pseudo_terminal
    readonlyRootFilesystem = local.linux ? var.readonly_root_filesystem : null
    repositoryCredentials  = var.repository_credentials
    resourceRequirements   = var.resource_requirements
    secrets                = var.secrets
    startTimeout           = var.start_timeout
    stopTimeout            = var.stop_timeout
    systemControls         = var.system_controls
    ulimits                = local.linux ? var.ulimits : null
    user                   = local.linux ? var.user : null
    volumesFrom            = var.volumes_from
    workingDirectory       = var.working_directory
  }

  # What the caller sets goes before the module's own.
  init_process     = data.module.version.before_5_4 ? null : var.enable_execute_command
  default_process  = data.module.version.before_5_7_2 && !var.enable_execute_command ? null : local.init_process
  linux_parameters = { for k, v in merge({ initProcessEnabled = local.default_process }, var.linux_parameters) : k => v if try(v != null, true) }
  health_check = length(var.health_check) == 0 ? null : merge(
    {
      interval = data.module.version.before_5_7_4 ? null : 30
      retries  = data.module.version.before_5_7_4 ? null : 3
      timeout  = data.module.version.before_5_7_4 ? null : 5
    },
    var.health_check,
  )
  log_settings = merge(
    { for k, v in local.cloudwatch : k => v if var.enable_cloudwatch_logging },
    var.log_configuration,
  )
  logging = length(local.log_settings) > 0 ? local.log_settings : null

  cloudwatch = {
    logDriver = "awslogs"
    options = {
      awslogs-region        = data.aws_region.current.name
      awslogs-group         = try(aws_cloudwatch_log_group.this[0].name, "")
      awslogs-stream-prefix = "ecs"
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count             = var.create_cloudwatch_log_group && var.enable_cloudwatch_logging ? 1 : 0
  name              = var.cloudwatch_log_group_use_name_prefix ? null : local.group_name
  retention_in_days = var.cloudwatch_log_group_retention_in_days
  kms_key_id        = var.cloudwatch_log_group_kms_key_id
}

# What fails, as a name that is made of null, fails alone.
output "container_definition" {
  value = { for k, v in local.all : k => v if try(v != null, true) }
}

output "cloudwatch_log_group_name" {
  value = try(aws_cloudwatch_log_group.this[0].name, null)
}

output "cloudwatch_log_group_arn" {
  value = try(aws_cloudwatch_log_group.this[0].arn, null)
}
