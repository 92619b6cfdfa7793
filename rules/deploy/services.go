package deploy

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
)

// The deployment controllers besides ECS itself, and the scheduling strategy of
// services that run once on each instance. API Reference, DeploymentController and
// CreateService, November 2026.
const (
	external   = "EXTERNAL"
	codeDeploy = "CODE_DEPLOY"
	daemon     = "DAEMON"
)

// inAwsvpc asks whether a task definition says that its tasks have network
// interfaces of their own.
func inAwsvpc(t *model.TaskDefinition) value.Truth { return t.NetworkMode.Is("awsvpc") }

// rolling asks whether ECS itself deploys a service by percentages of its tasks.
func rolling(s *model.Service) value.Truth {
	return s.SchedulingStrategy.Is(daemon).Not().And(s.DeploymentController.Is("ECS")).And(s.DeploymentStrategy.Is("ROLLING"))
}
