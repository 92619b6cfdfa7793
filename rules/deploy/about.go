package deploy

// About is what the module's page says before its rules, in Markdown.
const About = `Rules of high severity are refusals on record, or what AWS documents as required or limited; those of medium severity
AWS calls unsupported, or only other tools refuse them; low ones are notes. A value that is newer than a table of these
rules is never more than a note.

cfn-lint's rules for ECS, which look at CloudFormation alone, have these counterparts in all formats:

| cfn-lint | ecslint |
| --- | --- |
| E3042 | DEPLOY.9 |
| E3044 | DEPLOY.115 |
| E3046 | DEPLOY.82 |
| E3047 | DEPLOY.31 |
| E3048 | DEPLOY.30, DEPLOY.40, DEPLOY.67, DEPLOY.69 |
| E3049 | DEPLOY.114 |
| E3052 | DEPLOY.107 |
| E3053 | DEPLOY.41 |
| E3054 | DEPLOY.106 |
| E3713 | DEPLOY.69 |
`
