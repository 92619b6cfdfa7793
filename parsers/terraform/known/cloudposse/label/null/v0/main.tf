# cloudposse/label/null, 0.19 to 0.25, read in November 2026.
#
# A name and tags, put together of their parts. Other modules of cloudposse call their
# own arguments so, and pass them on in context. It creates nothing. A name that is
# too long is unknown. What differs between versions is a choice.

data "module" "source" {}
data "module" "version" {}

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

# The arguments of another label. What is set here goes before them.
variable "context" {
  type    = any
  default = {}
}

locals {
  input = {
    enabled             = coalesce(var.enabled, try(var.context.enabled, null), true)
    namespace           = var.namespace != null ? var.namespace : try(var.context.namespace, null)
    tenant              = var.tenant != null ? var.tenant : try(var.context.tenant, null)
    environment         = var.environment != null ? var.environment : try(var.context.environment, null)
    stage               = var.stage != null ? var.stage : try(var.context.stage, null)
    name                = var.name != null ? var.name : try(var.context.name, null)
    delimiter           = var.delimiter != null ? var.delimiter : try(var.context.delimiter, null)
    attributes          = local.all_attributes
    tags                = merge(try(var.context.tags, {}), var.tags)
    additional_tag_map  = merge(try(var.context.additional_tag_map, {}), var.additional_tag_map)
    label_order         = var.label_order != null ? var.label_order : try(coalesce(var.context.label_order, []), [])
    regex_replace_chars = var.regex_replace_chars != null ? var.regex_replace_chars : try(var.context.regex_replace_chars, null)
    id_length_limit     = var.id_length_limit != null ? var.id_length_limit : try(var.context.id_length_limit, null)
    label_key_case      = var.label_key_case != null ? var.label_key_case : try(var.context.label_key_case, null)
    label_value_case    = var.label_value_case != null ? var.label_value_case : try(var.context.label_value_case, null)
    labels_as_tags      = local.labels_as_tags
    descriptor_formats  = {}
  }

  # The first label that says which parts become tags decides.
  labels_as_tags = try(contains(var.context.labels_as_tags, "unset"), true) ? var.labels_as_tags : var.context.labels_as_tags

  context_attributes = coalesce(try(var.context.attributes, null), [])
  own_attributes     = coalesce(var.attributes, [])
  all_attributes = compact(distinct(
    length(local.context_attributes) > 0 && length(local.own_attributes) > 0
    ? data.module.version.before_0_20
    ? concat(local.own_attributes, local.context_attributes)
    : concat(local.context_attributes, local.own_attributes)
    : concat(local.context_attributes, local.own_attributes)
  ))

  enabled       = local.input.enabled
  delimiter     = local.input.delimiter != null ? local.input.delimiter : "-"
  removed       = coalesce(local.input.regex_replace_chars, "/[^-a-zA-Z0-9]/")
  order         = try(coalescelist(local.input.label_order, local.default_order), local.default_order)
  default_order = ["namespace", "environment", "stage", "name", "attributes"]

  key_case   = coalesce(local.input.label_key_case, "title")
  value_case = coalesce(local.input.label_value_case, "lower")

  clean = { for k in ["namespace", "tenant", "environment", "stage", "name"] :
    k => local.input[k] == null ? "" : replace(local.input[k], local.removed, "")
  }
  clean_attributes = [for a in local.input.attributes : replace(a, local.removed, "")]

  cased = { for k, v in local.clean :
    k => local.value_case == "none" ? v : local.value_case == "title" ? title(lower(v)) : local.value_case == "upper" ? upper(v) : lower(v)
  }
  cased_attributes = compact(distinct([for v in local.clean_attributes :
    local.value_case == "none" ? v : local.value_case == "title" ? title(lower(v)) : local.value_case == "upper" ? upper(v) : lower(v)
  ]))

  joined            = join(local.delimiter, local.cased_attributes)
  cleaned           = replace(local.joined, local.removed, "")
  joined_attributes = local.joined == local.cleaned ? local.joined : data.module.version.before_0_23 ? local.cleaned : local.joined
  parts             = merge(local.cased, { attributes = local.joined_attributes })
  id_full           = join(local.delimiter, [for k in local.order : local.parts[k] if local.parts[k] != ""])
  limit             = coalesce(local.input.id_length_limit, 0)
  id                = local.limit != 0 && length(local.id_full) > local.limit ? data.module.source.id : local.id_full

  # Name is the whole name.
  tag_parts = { for k, v in merge(local.parts, { name = local.id }) :
    k => v if contains(local.labels_as_tags, "default") || contains(local.labels_as_tags, k)
  }
  part_tags = { for k, v in local.tag_parts :
    (local.key_case == "upper" ? upper(k) : local.key_case == "lower" ? lower(k) : title(k)) => v if v != ""
  }
  tags = merge(local.part_tags, local.input.tags)
}

output "id" {
  value = local.enabled ? local.id : ""
}

output "id_full" {
  value = local.enabled ? local.id_full : ""
}

output "enabled" {
  value = local.enabled
}

output "namespace" {
  value = local.enabled ? local.cased.namespace : ""
}

output "tenant" {
  value = local.enabled ? local.cased.tenant : ""
}

output "environment" {
  value = local.enabled ? local.cased.environment : ""
}

output "stage" {
  value = local.enabled ? local.cased.stage : ""
}

output "name" {
  value = local.enabled ? local.cased.name : ""
}

output "delimiter" {
  value = local.enabled ? local.delimiter : ""
}

output "attributes" {
  value = local.enabled ? local.cased_attributes : []
}

output "tags" {
  value = local.enabled ? local.tags : {}
}

output "additional_tag_map" {
  value = local.input.additional_tag_map
}

output "label_order" {
  value = local.order
}

output "regex_replace_chars" {
  value = local.removed
}

output "id_length_limit" {
  value = local.limit
}

output "context" {
  value = local.input
}

output "normalized_context" {
  value = data.module.source.normalized_context
}

output "descriptors" {
  value = data.module.source.descriptors
}

output "tags_as_list_of_maps" {
  value = data.module.source.tags_as_list_of_maps
}
