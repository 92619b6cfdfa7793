package managedinstances

// About is what the module's page says before its rules, in Markdown.
const About = `What the considerations say and code cannot show:

- That AWS patches the instances, that nobody can log in to them, that their root file system is read-only and SELinux is on: the platform guarantees it.
- The mode of one task for each instance, and the switch of a capacity provider for privileged Linux capabilities: the API, CloudFormation and Terraform had no property for either in November 2026.
- Whether tasks outside services end before their instance does, after 14 days: how long they run is up to their program.
- Whether an event window says when instances may be replaced: it is associated by tags, from any stack, and CloudFormation has no type for it.
- By which key the data volume of an instance is encrypted: the instance launch template has no member for it, and the defaults for EBS are the account's.
- Compliance programmes.
`
