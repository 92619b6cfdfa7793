package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var invalidCapacityProviderName = &rules.Rule{
	ID:       "DEPLOY.142",
	Slug:     "invalid-capacity-provider-name",
	Severity: rules.High,
	Title:    "Name of the capacity provider is invalid",
	Why:      "ECS refuses the capacity provider: \"The specified capacity provider name is invalid\".",
	Fix:      "Use up to 255 letters, digits, hyphens and underscores, and do not start with `aws`, `ecs` or `fargate`.",
	Notes:    "The message is that of the live API.",
	Docs:     []rules.Link{apiPage("CreateCapacityProvider")},
	Check: rules.On(func(p *rules.Pass, c *model.CapacityProvider) {
		p.When(c.Name.NotBlank().And(badName(c.Name)), c.Name, "capacity provider name %s is not of up to %d letters, digits, hyphens and underscores", c.Name, maxName)
		reserved := c.Name.StartsWith("aws").Or(c.Name.StartsWith("ecs")).Or(c.Name.StartsWith("fargate"))
		p.When(reserved, c.Name, "capacity provider name %s starts with aws, ecs or fargate", c.Name)
	}),
}
