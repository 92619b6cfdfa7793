package securityhub

import (
	"slices"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var openSSHPort = &rules.Rule{
	ID:       "EC2.13",
	Slug:     "open-ssh-port",
	Severity: rules.High,
	Title:    "Security group opens port 22 to the world",
	Why: "A port for SSH that the whole internet reaches is tried with stolen keys and guessed passwords all day, and " +
		"the next flaw of the server is open to everybody.",
	Fix: "Delete the rule and use Session Manager or ECS Exec, or narrow it to the addresses of an office or VPN.",
	Notes: notesOpen + " Port 22 may lie within a range of ports or all of them; the traffic is TCP or all " +
		"protocols.",
	Docs: []rules.Link{control("EC2.13"), configRule("restricted-ssh")},
	Related: slices.Concat(
		nist("AC-4", "AC-4(21)", "CM-7", "SC-7", "SC-7(4)", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"),
		pci4("1.3.1"),
		pci3("1.2.1", "1.3.1", "2.2.2"),
	),
	Check: rules.On(func(p *rules.Pass, g *model.SecurityGroup) { judgeOpenPorts(p, g, []int{22}) }),
}
