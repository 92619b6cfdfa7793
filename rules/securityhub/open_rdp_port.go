package securityhub

import (
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

var openRDPPort = &rules.Rule{
	ID:       "EC2.14",
	Slug:     "open-rdp-port",
	Severity: rules.High,
	Title:    "Security group opens port 3389 to the world",
	Why: "A port for remote desktops that the whole internet reaches is tried with stolen and guessed passwords all " +
		"day, and the next flaw of the server is open to everybody.",
	Fix: "Delete the rule and use Fleet Manager or Session Manager, or narrow it to the addresses of an office or VPN.",
	Notes: notesOpen + " Port 3389 may lie within a range of ports or all of them; the traffic is TCP or all " +
		"protocols.",
	Docs:    []rules.Link{control("EC2.14"), configRule("restricted-common-ports")},
	Related: pci4("1.3.1"),
	Check:   rules.On(func(p *rules.Pass, g *model.SecurityGroup) { judgeOpenPorts(p, g, []int{3389}) }),
}
