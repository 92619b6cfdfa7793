# cloudposse/ecs-container-definition/aws, 0.38 to 0.61, read in November 2026.
#
# One container definition. It creates nothing. Variables and secrets are sorted by
# name, which versions before 0.51 do not do to secrets. What differs between versions
# is unknown or a choice.

data "module" "source" {}
data "module" "version" {}

variable "container_name" {
  type = string
}

variable "container_image" {
  type = string
}

variable "container_memory" {
  type    = number
  default = null
}

variable "container_memory_reservation" {
  type    = number
  default = null
}

variable "container_cpu" {
  type    = number
  default = 0
}

variable "essential" {
  type    = bool
  default = true
}

variable "entrypoint" {
  type    = list(string)
  default = null
}

variable "command" {
  type    = list(string)
  default = null
}

variable "working_directory" {
  type    = string
  default = null
}

variable "environment" {
  type    = list(object({ name = string, value = string }))
  default = null
}

variable "map_environment" {
  type    = map(string)
  default = null
}

variable "environment_files" {
  type    = list(object({ type = string, value = string }))
  default = null
}

variable "secrets" {
  type    = list(object({ name = string, valueFrom = string }))
  default = null
}

variable "map_secrets" {
  type    = map(string)
  default = null
}

variable "extra_hosts" {
  type    = list(object({ hostname = string, ipAddress = string }))
  default = null
}

variable "port_mappings" {
  type = list(object({
    containerPort = number
    hostPort      = optional(number)
    protocol      = optional(string)
    name          = optional(string)
    appProtocol   = optional(string)
  }))
  default = null
}

variable "healthcheck" {
  type = object({
    command     = list(string)
    interval    = optional(number)
    retries     = optional(number)
    startPeriod = optional(number)
    timeout     = optional(number)
  })
  default = null
}

variable "readonly_root_filesystem" {
  type    = bool
  default = false
}

variable "privileged" {
  type    = bool
  default = null
}

variable "user" {
  type    = string
  default = null
}

variable "linux_parameters" {
  type = object({
    capabilities = optional(object({
      add  = optional(list(string))
      drop = optional(list(string))
    }))
    devices = optional(list(object({
      containerPath = string
      hostPath      = string
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
  default = null
}

variable "log_configuration" {
  type = object({
    logDriver     = string
    options       = optional(map(string))
    secretOptions = optional(list(object({ name = string, valueFrom = string })))
  })
  default = null
}

variable "firelens_configuration" {
  type    = object({ options = optional(map(string)), type = string })
  default = null
}

variable "mount_points" {
  type = list(object({
    containerPath = optional(string)
    readOnly      = optional(bool)
    sourceVolume  = optional(string)
  }))
  default = null
}

variable "volumes_from" {
  type    = list(object({ readOnly = optional(bool), sourceContainer = string }))
  default = null
}

variable "dns_servers" {
  type    = list(string)
  default = null
}

variable "dns_search_domains" {
  type    = list(string)
  default = null
}

variable "ulimits" {
  type    = list(object({ hardLimit = number, name = string, softLimit = number }))
  default = null
}

variable "repository_credentials" {
  type    = object({ credentialsParameter = string })
  default = null
}

variable "links" {
  type    = list(string)
  default = null
}

variable "container_depends_on" {
  type    = list(object({ condition = string, containerName = string }))
  default = null
}

variable "docker_labels" {
  type    = map(string)
  default = null
}

variable "docker_security_options" {
  type    = list(string)
  default = null
}

variable "start_timeout" {
  type    = number
  default = null
}

variable "stop_timeout" {
  type    = number
  default = null
}

variable "system_controls" {
  type    = list(object({ namespace = string, value = string }))
  default = null
}

variable "hostname" {
  type    = string
  default = null
}

variable "disable_networking" {
  type    = bool
  default = null
}

variable "interactive" {
  type    = bool
  default = null
}

variable "pseudo_terminal" {
  type    = bool
  default = null
}

variable "resource_requirements" {
  type    = list(object({ type = string, value = string }))
  default = null
}

variable "restart_policy" {
  type = object({
    enabled              = bool
    ignoredExitCodes     = optional(list(number))
    restartAttemptPeriod = optional(number)
  })
  default = null
}

variable "version_consistency" {
  type    = string
  default = null
}

# What is set here goes before the rest.
variable "container_definition" {
  type    = any
  default = {}
}

locals {
  # AWS takes for unset what is null or empty here.
  all = {
    name                   = var.container_name
    image                  = var.container_image
    memory                 = var.container_memory
    memoryReservation      = var.container_memory_reservation
    cpu                    = var.container_cpu
    essential              = var.essential
    entryPoint             = var.entrypoint
    command                = var.command
    workingDirectory       = var.working_directory
    environmentFiles       = var.environment_files
    extraHosts             = var.extra_hosts
    portMappings           = var.port_mappings
    healthCheck            = var.healthcheck
    readonlyRootFilesystem = var.readonly_root_filesystem
    privileged             = var.privileged
    linuxParameters        = var.linux_parameters
    logConfiguration       = var.log_configuration
    firelensConfiguration  = var.firelens_configuration
    volumesFrom            = var.volumes_from
    dnsServers             = var.dns_servers
    dnsSearchDomains       = var.dns_search_domains
    ulimits                = var.ulimits
    repositoryCredentials  = var.repository_credentials
    links                  = var.links
    dependsOn              = var.container_depends_on
    dockerLabels           = var.docker_labels
    dockerSecurityOptions  = var.docker_security_options
    startTimeout           = var.start_timeout
    stopTimeout            = var.stop_timeout
    systemControls         = var.system_controls
    hostname               = var.hostname
    disableNetworking      = var.disable_networking
    interactive            = var.interactive
    resourceRequirements   = var.resource_requirements
    restartPolicy          = var.restart_policy
    versionConsistency     = var.version_consistency
    environment            = [for k, v in local.environment : { name = k, value = v }]
    secrets                = [for k, v in local.secrets : { name = k, valueFrom = v }]
    mountPoints            = local.mount_points
    pseudoTerminal         = data.module.version.before_0_49_2 ? null : var.pseudo_terminal
    user                   = var.firelens_configuration == null ? var.user : local.router_user
  }

  environment = (
    var.map_environment != null ? var.map_environment
    : var.environment != null ? { for e in var.environment : e.name => e.value } : {}
  )
  secrets = (
    var.map_secrets != null ? var.map_secrets
    : var.secrets != null ? { for e in var.secrets : e.name => e.valueFrom } : {}
  )
  mount_points = [for m in var.mount_points == null ? [] : var.mount_points : merge(m, {
    readOnly = m.readOnly != null ? m.readOnly : data.module.version.before_0_60 ? false : null
  })]

  # A log router runs as root.
  router_user = data.module.version.before_0_44 ? var.user : "0"

  # What fails, as a name that is made of null, fails alone.
  final = {
    for k, v in merge(local.all, local.over) : k => v if try(v != null, true)
  }
  over = {
    for k, v in var.container_definition :
    k => v != null ? v : data.module.version.before_0_60 ? null : try(local.all[k], null)
  }
}

output "json_map_encoded" {
  value = jsonencode(local.final)
}

output "json_map_encoded_list" {
  value = jsonencode([local.final])
}

output "json_map_object" {
  value = local.final
}

output "sensitive_json_map_encoded" {
  value = jsonencode(local.final)
}

output "sensitive_json_map_encoded_list" {
  value = jsonencode([local.final])
}

output "sensitive_json_map_object" {
  value = local.final
}

# Before 0.38.

output "json" {
  value = data.module.source.json
}

output "json_map" {
  value = data.module.source.json_map
}
