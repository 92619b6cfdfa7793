package deploy

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/value"
	"github.com/ecslint/ecslint/rules"
)

// tablesRead is when the tables of this package were compared with AWS's pages.
// What is newer than that is a note of DEPLOY.201 or DEPLOY.202, never an error.
const tablesRead = "November 2026"

// Values that settings of a task definition can have. API Reference, November
// 2026: ContainerDependency, DockerVolumeConfiguration, EnvironmentFile,
// FirelensConfiguration, LogConfiguration, PortMapping, ProxyConfiguration,
// RuntimePlatform, TaskDefinitionPlacementConstraint. The log drivers none and
// logentries are those of older editions.
var (
	dependencyConditions     = []string{"START", "COMPLETE", "SUCCESS", "HEALTHY"}
	environmentFileTypes     = []string{"s3"}
	firelensTypes            = []string{"fluentd", "fluentbit"}
	firelensConfigFileTypes  = []string{"s3", "file"}
	placementConstraintTypes = []string{"memberOf"}
	portProtocols            = []string{"tcp", "udp"}
	appProtocols             = []string{"http", "http2", "grpc"}
	logModes                 = []string{"blocking", "non-blocking"}
	volumeScopes             = []string{"task", "shared"}
	proxyTypes               = []string{"APPMESH"}
	cpuArchitectures         = []string{"X86_64", "ARM64"}
	logDrivers               = []string{
		"awslogs", "fluentd", "gelf", "json-file", "journald", "syslog", "splunk", "awsfirelens", "none", "logentries",
	}
	operatingSystems = []string{
		"LINUX", "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2019_CORE",
		"WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_20H2_CORE", "WINDOWS_SERVER_2022_FULL", "WINDOWS_SERVER_2022_CORE",
		"WINDOWS_SERVER_2025_FULL", "WINDOWS_SERVER_2025_CORE",
	}
)

// misspelt asks whether a setting that is written has none of the known values,
// but is blank or near to one of them: no newer value looks like that.
func misspelt(s value.StringSetting, known []string) value.Truth {
	return s.In(known...).Not().And(s.Satisfies(func(x string) bool {
		return !slices.Contains(known, x) && resembles(x, known)
	}))
}

// unlisted asks whether a setting that is written has none of the known values
// and is not [misspelt] either: it may be newer than the table.
func unlisted(s value.StringSetting, known []string) value.Truth {
	return s.In(known...).Not().And(s.Satisfies(func(x string) bool { return !resembles(x, known) }))
}

// resembles reports whether a value is blank, known, or near to a known one.
func resembles(x string, known []string) bool {
	near := func(k string) bool { return model.Near(x, k) }
	return strings.TrimSpace(x) == "" || slices.ContainsFunc(known, near)
}

// anyOf names values in messages: "START, COMPLETE or HEALTHY".
func anyOf(values []string) string {
	last := len(values) - 1
	if last < 1 {
		return strings.Join(values, "")
	}
	return strings.Join(values[:last], ", ") + " or " + values[last]
}

// maxName is the longest name of families, containers and volumes. API Reference,
// RegisterTaskDefinition, ContainerDefinition and Volume, November 2026.
const maxName = 255

// isNameRune reports whether names of families, containers and volumes can have
// a character.
func isNameRune(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_' || r == '-'
}

// badName asks whether a name that is written is too long or has a character that
// ECS refuses.
func badName(s value.StringSetting) value.Truth {
	return s.Set().And(s.LongerThan(maxName).Or(s.Consists(isNameRune).Not()))
}

// outside asks whether a number that is written is not from low to high.
func outside(n value.IntSetting, low, high int) value.Truth {
	return n.Set().And(n.Satisfies(func(n int) bool { return n < low || n > high }))
}

// cpuUnits reads a task's cpu in every spelling that AWS documents: CPU units as
// "1024", or "1 vCPU", ".5 vCPU", "2VCPU".
func cpuUnits(s string) (int, bool) { return amount(s, "vcpu") }

// mebibytes reads a task's memory in every spelling that AWS documents: MiB as
// "2048", or "2GB", "0.5 GB".
func mebibytes(s string) (int, bool) { return amount(s, "gb") }

// amount reads a whole number, or a number of units of 1024.
func amount(s, unit string) (int, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	number, found := strings.CutSuffix(s, unit)
	if !found {
		n, err := strconv.Atoi(s)
		return n, err == nil && n >= 0
	}
	f, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	n := f * 1024
	if err != nil || n < 0 || n > math.MaxInt32 || n != math.Trunc(n) {
		return 0, false
	}
	return int(n), true
}

// plainly is the number itself, for sums of numbers.
func plainly(n int) (int, bool) { return n, true }

// fargateSize is what a Fargate task can have with so many CPU units.
type fargateSize struct {
	cpu     int
	memory  []int // MiB
	windows bool  // also on Windows
}

// fargateSizes are Fargate's sizes. Developer Guide, "Amazon ECS task definition
// differences for Fargate", November 2026. The API Reference does not have the
// largest of them, which is therefore only compared in notes (DEPLOY.202).
var fargateSizes = []fargateSize{
	{256, []int{512, 1024, 2048}, false},
	{512, gib(1, 4, 1), false},
	{1024, gib(2, 8, 1), true},
	{2048, gib(4, 16, 1), true},
	{4096, gib(8, 30, 1), true},
	{8192, gib(16, 60, 4), false},
	{16384, gib(32, 120, 8), false},
	{32768, []int{60 << 10, 120 << 10, 244 << 10}, false},
}

// settledFargateCPU is the largest size on which all of AWS's pages agree.
const settledFargateCPU = 16384

// gib lists sizes in MiB, from low to high GiB.
func gib(low, high, step int) []int {
	var out []int
	for n := low; n <= high; n += step {
		out = append(out, n<<10)
	}
	return out
}

// sizeOf gives Fargate's size of so many CPU units.
func sizeOf(cpu int) (fargateSize, bool) {
	i := slices.IndexFunc(fargateSizes, func(s fargateSize) bool { return s.cpu == cpu })
	if i < 0 {
		return fargateSize{}, false
	}
	return fargateSizes[i], true
}

// listsFargate asks whether a task definition itself says that Fargate can run
// it: then ECS compares it with what Fargate needs when it is registered.
func listsFargate(t *model.TaskDefinition) value.Truth {
	return t.RequiresCompatibilities.Contains(model.Fargate)
}

// onFargate limits a rule to task definitions that run on Fargate. It reports
// false where the rule has nothing to look at.
func onFargate(p *rules.Pass, t *model.TaskDefinition) bool {
	return p.Scope(p.Model.RunsOn(t, model.Fargate), &t.RequiresCompatibilities)
}

// linuxPlatforms are Fargate's platform versions for Linux, the oldest first.
// Developer Guide, "Fargate platform versions for Amazon ECS", November 2026.
var linuxPlatforms = []string{"1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0"}

// feature is something that task definitions may need of a platform.
type feature struct {
	name   string
	needed func(*model.TaskDefinition) value.Truth
}

// needsPlatform is the check of services whose platform version is older than
// one that features of their task definition need. The platform of Windows has
// had all of them from its first version.
func needsPlatform(version string, features ...feature) rules.Check {
	old := linuxPlatforms[:slices.Index(linuxPlatforms, version)]
	return rules.On(func(p *rules.Pass, s *model.Service) {
		fargate := p.Model.ServiceRunsOn(s, model.Fargate)
		if !p.Scope(fargate.And(p.Model.ServiceOnWindows(s).Not()), s.LaunchType) {
			return
		}
		aged := s.PlatformVersion.In(old...)
		if aged == value.No {
			return // as nearly always
		}
		tasks, sure := p.Model.TaskDefinitionsOf(s.TaskDefinition)
		for _, t := range tasks {
			for _, f := range features {
				p.When(sure.And(aged).And(f.needed(t)), s.PlatformVersion,
					"service %s uses platform version %s, but %s of task definition %s need %s", s, s.PlatformVersion, f.name, t, version)
			}
		}
	})
}

// apiPage is the page of a type or action in the API Reference.
func apiPage(name string) rules.Link {
	return rules.Link{
		Title: "API reference: " + name,
		URL:   "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_" + name + ".html",
	}
}

// guidePage is a page of the Developer Guide.
func guidePage(title, page string) rules.Link {
	return rules.Link{
		Title: "Developer guide: " + title,
		URL:   "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/" + page + ".html",
	}
}

// Pages to which several rules lead.
var (
	parametersPage = guidePage("Task definition parameters for Fargate", "task_definition_parameters")
	ec2Page        = guidePage("Task definition parameters for EC2", "task_definition_parameters_ec2")
	fargatePage    = guidePage("Task definition differences for Fargate", "fargate-tasks-services")
	sizeErrorPage  = guidePage("Troubleshoot task definition invalid CPU or memory errors", "task-cpu-memory-error")
	platformsPage  = guidePage("Fargate platform versions", "platform-fargate")
	windowsPage    = guidePage("Task definition differences for EC2 instances running Windows", "windows_task_definitions")
	managedPage    = guidePage("Task definition parameters for Amazon ECS Managed Instances", "task_definition_parameters-managed-instances")
	awslogsPage    = guidePage("Send Amazon ECS logs to CloudWatch", "using_awslogs")
	efsPage        = guidePage("Use Amazon EFS volumes with Amazon ECS", "efs-volumes")
)
