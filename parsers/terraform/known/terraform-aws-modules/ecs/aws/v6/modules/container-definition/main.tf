# terraform-aws-modules/ecs/aws//modules/container-definition, 6.0 to 6.12, read in
# November 2026.
#
# One container definition, with the names of the ECS API, and its log group. What
# differs between versions is unknown or a choice.

data "module" "source" {}
data "module" "version" {}
data "aws_region" "current" {}

# Windows containers lack several settings.

variable "operating_system_family" {
  type     = string
  default  = "LINUX"
  nullable = false
}

# The container definition.

variable "command" {
  type    = list(string)
  default = null
}

variable "cpu" {
  type    = number
  default = null
}

variable "credentialSpecs" {
  type    = list(string)
  default = null
}

variable "dependsOn" {
  type    = list(object({ condition = string, containerName = string }))
  default = null
}

variable "disableNetworking" {
  type    = bool
  default = null
}

variable "dnsSearchDomains" {
  type    = list(string)
  default = null
}

variable "dnsServers" {
  type    = list(string)
  default = null
}

variable "dockerLabels" {
  type    = map(string)
  default = null
}

variable "dockerSecurityOptions" {
  type    = list(string)
  default = null
}

variable "entrypoint" {
  type    = list(string)
  default = null
}

variable "environment" {
  type    = list(object({ name = string, value = string }))
  default = null
}

variable "environmentFiles" {
  type    = list(object({ type = string, value = string }))
  default = null
}

variable "essential" {
  type    = bool
  default = null
}

variable "extraHosts" {
  type    = list(object({ hostname = string, ipAddress = string }))
  default = null
}

variable "firelensConfiguration" {
  type    = object({ options = optional(map(string)), type = optional(string) })
  default = null
}

variable "healthCheck" {
  type = object({
    command     = optional(list(string), [])
    interval    = optional(number, 30)
    retries     = optional(number, 3)
    startPeriod = optional(number)
    timeout     = optional(number, 5)
  })
  default = null
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
  default = null
}

variable "linuxParameters" {
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
      containerPath = string
      mountOptions  = optional(list(string))
      size          = number
    })))
  })
  default  = {}
  nullable = false
}

variable "logConfiguration" {
  type = object({
    logDriver     = optional(string)
    options       = optional(map(string))
    secretOptions = optional(list(object({ name = string, valueFrom = string })))
  })
  default  = {}
  nullable = false
}

variable "memory" {
  type    = number
  default = null
}

variable "memoryReservation" {
  type    = number
  default = null
}

variable "mountPoints" {
  type = list(object({
    containerPath = optional(string)
    readOnly      = optional(bool)
    sourceVolume  = optional(string)
  }))
  default = null
}

variable "name" {
  type    = string
  default = null
}

variable "portMappings" {
  type = list(object({
    appProtocol        = optional(string)
    containerPort      = optional(number)
    containerPortRange = optional(string)
    hostPort           = optional(number)
    name               = optional(string)
    protocol           = optional(string)
  }))
  default = null
}

variable "privileged" {
  type    = bool
  default = false
}

variable "pseudoTerminal" {
  type    = bool
  default = false
}

variable "readonlyRootFilesystem" {
  type    = bool
  default = true
}

variable "repositoryCredentials" {
  type    = object({ credentialsParameter = optional(string) })
  default = null
}

variable "resourceRequirements" {
  type    = list(object({ type = string, value = string }))
  default = null
}

variable "restartPolicy" {
  type = object({
    enabled              = optional(bool, true)
    ignoredExitCodes     = optional(list(number))
    restartAttemptPeriod = optional(number)
  })
  default  = { enabled = true }
  nullable = false
}

variable "secrets" {
  type    = list(object({ name = string, valueFrom = string }))
  default = null
}

variable "startTimeout" {
  type    = number
  default = 30
}

variable "stopTimeout" {
  type    = number
  default = 120
}

variable "systemControls" {
  type    = list(object({ namespace = optional(string), value = optional(string) }))
  default = null
}

variable "ulimits" {
  type    = list(object({ hardLimit = number, name = string, softLimit = number }))
  default = null
}

variable "user" {
  type    = string
  default = null
}

variable "versionConsistency" {
  type    = string
  default = "disabled"
}

variable "volumesFrom" {
  type    = list(object({ readOnly = optional(bool), sourceContainer = optional(string) }))
  default = null
}

variable "workingDirectory" {
  type    = string
  default = null
}

# ECS Exec switches the init process on.

variable "enable_execute_command" {
  type     = bool
  default  = false
  nullable = false
}

# The log group. Without one the container has only the logConfiguration that it
# is given.

variable "service" {
  type    = string
  default = null
}

variable "enable_cloudwatch_logging" {
  type     = bool
  default  = true
  nullable = false
}

variable "create_cloudwatch_log_group" {
  type     = bool
  default  = true
  nullable = false
}

variable "cloudwatch_log_group_name" {
  type    = string
  default = null
}

variable "cloudwatch_log_group_use_name_prefix" {
  type     = bool
  default  = false
  nullable = false
}

variable "cloudwatch_log_group_retention_in_days" {
  type     = number
  default  = 14
  nullable = false
}

variable "cloudwatch_log_group_kms_key_id" {
  type    = string
  default = null
}

locals {
  linux = var.operating_system_family == "LINUX"

  group_path = join("", [for part in [var.service, var.name] : "/${part}" if part != null])
  group_name = coalesce(var.cloudwatch_log_group_name, "/aws/ecs${local.group_path}")

  # Before 6.1.4, null took the place of these defaults.
  null            = data.module.version.before_6_1_4
  interactive     = var.interactive != null ? var.interactive : local.null ? null : false
  privileged      = var.privileged != null ? var.privileged : local.null ? null : false
  pseudo_terminal = var.pseudoTerminal != null ? var.pseudoTerminal : local.null ? null : false
  readonly_root   = var.readonlyRootFilesystem != null ? var.readonlyRootFilesystem : local.null ? null : true
  consistency     = var.versionConsistency != null ? var.versionConsistency : local.null ? null : "disabled"

  # Whether ECS Exec switches it on that is false or not set.
  init    = try(var.linuxParameters.initProcessEnabled, null)
  newer   = local.init == null ? true : data.module.version.before_6_5
  by_exec = data.module.version.before_6_0_6 ? true : data.module.version.before_6_1_4 ? false : local.newer
  init_process = (
    !var.enable_execute_command || coalesce(local.init, false) ? coalesce(local.init, false) : local.by_exec
  )

  # One that is not enabled is left out since 6.2.
  restart = var.restartPolicy.enabled ? var.restartPolicy : null

  # AWS takes for unset what is null here.
  all = {
    command                = var.command
    cpu                    = var.cpu
    credentialSpecs        = data.module.version.before_6_8 ? null : var.credentialSpecs
    dependsOn              = var.dependsOn
    disableNetworking      = local.linux ? var.disableNetworking : null
    dnsSearchDomains       = local.linux ? var.dnsSearchDomains : null
    dnsServers             = local.linux ? var.dnsServers : null
    dockerLabels           = var.dockerLabels
    dockerSecurityOptions  = var.dockerSecurityOptions
    entrypoint             = var.entrypoint
    environment            = var.environment
    environmentFiles       = var.environmentFiles
    essential              = var.essential
    extraHosts             = local.linux ? var.extraHosts : null
    firelensConfiguration  = var.firelensConfiguration
    healthCheck            = var.healthCheck
    hostname               = var.hostname
    image                  = var.image
    interactive            = local.interactive
    links                  = local.linux ? var.links : null
    linuxParameters        = local.linux ? local.linux_parameters : null
    logConfiguration       = local.logging
    memory                 = var.memory
    memoryReservation      = var.memoryReservation
    mountPoints            = var.mountPoints
    name                   = var.name
    portMappings           = var.portMappings
    privileged             = local.linux ? local.privileged : null
    pseudoTerminal         = local.pseudo_terminal
    readonlyRootFilesystem = local.linux ? local.readonly_root : null
    repositoryCredentials  = var.repositoryCredentials
    resourceRequirements   = var.resourceRequirements
    restartPolicy          = data.module.version.before_6_2 ? data.module.source.restart_policy : local.restart
    secrets                = var.secrets
    startTimeout           = var.startTimeout
    stopTimeout            = var.stopTimeout
    systemControls         = var.systemControls
    ulimits                = local.linux ? var.ulimits : null
    user                   = local.linux ? var.user : null
    versionConsistency     = local.consistency
    volumesFrom            = var.volumesFrom
    workingDirectory       = var.workingDirectory
  }

  # What the caller sets goes before the module's own.
  linux_parameters = merge(
    { for k, v in var.linuxParameters : k => v if try(v != null, true) },
    { initProcessEnabled = local.init_process },
  )
  log_settings = merge(
    { for k, v in local.cloudwatch : k => v if var.create_cloudwatch_log_group },
    { for k, v in var.logConfiguration : k => v if try(v != null, true) },
  )
  logging = length(local.log_settings) > 0 ? local.log_settings : null

  cloudwatch = {
    logDriver = "awslogs"
    options = {
      awslogs-region        = data.aws_region.current.region
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

output "container_definition_json" {
  value = jsonencode({ for k, v in local.all : k => v if try(v != null, true) })
}

output "cloudwatch_log_group_name" {
  value = try(aws_cloudwatch_log_group.this[0].name, null)
}

output "cloudwatch_log_group_arn" {
  value = try(aws_cloudwatch_log_group.this[0].arn, null)
}
