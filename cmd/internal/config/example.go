package config

// Example is a configuration with everything that can be said, in comments. It
// says nothing as it is; without the "# " in front of its lines of YAML it is one
// that works.
const Example = `# yaml-language-server: $schema=https://raw.githubusercontent.com/ecslint/ecslint/main/docs/config.schema.json
#
# The configuration of ecslint. Everything is optional. A rule is named by its ID
# or its name ("ecslint rules" lists them), several by their module or by "all".
# Paths are patterns relative to this folder: "*" is a part of a name, "**" any
# folders, and a folder stands for all that is in it.

# Which rules are on: securityhub (the default), nist-800-53, pci-dss,
# control-tower, fips, operations, all; or a list of these.
# profile: securityhub

# What holds for single rules.
# rules:
#   ECS.13:
#     severity: medium
#     parameters: {requiredTagKeys: [owner]}
#   windows-administrator: false

# What holds for some files: the last entry that holds for a file goes first.
# overrides:
#   - paths: [examples/**]
#     rules:
#       all: false

# Findings that are left out. For a single one, a comment where it is shown:
#   ecslint:ignore ECS.2 -- reached from the office alone
# ignores:
#   - rules: [ECS.2]
#     paths: [sandbox]
#     addresses: ["module.bastion.*"]
#     reason: reached from the office alone
#     until: 2027-03-31

# Known findings: "ecslint baseline" writes the file.
# baseline: .ecslint-baseline

# The values that are deployed.
# terraform:
#   variables:
#     - paths: [infra/service]
#       files: [infra/prod.tfvars]
# cloudformation:
#   stackTags: [owner]
#   parameters:
#     - paths: [stacks/*.yaml]
#       files: [stacks/prod.json]
`
