package securityhub

import (
	"slices"
	"strconv"

	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/rules"
)

// highRiskPorts are those of FTP, SSH, Telnet, mail, RPC, CIFS, databases, remote
// desktops, web frameworks in development and search engines. From the Security Hub
// User Guide, "Security Hub CSPM controls for Amazon EC2", November 2026.
var highRiskPorts = []string{
	"20", "21", "22", "23", "25", "110", "135", "143", "445", "1433", "1434", "3000", "3306", "3389", "4333", "5000", "5432", "5500",
	"5601", "8080", "8088", "8888", "9200", "9300",
}

var openHighRiskPort = &rules.Rule{
	ID:       "EC2.19",
	Slug:     "open-high-risk-port",
	Severity: rules.Critical,
	Title:    "Security group opens a high-risk port to the world",
	Why: "These are the ports of databases, remote consoles and servers that are meant for the inside. What listens " +
		"there is found within minutes and seldom guards itself.",
	Fix: "Narrow the source to the security group of the clients, or to the addresses of an office or VPN. Put a load " +
		"balancer on port 443 in front of what the world may see.",
	Notes: notesOpen + " Ports of high risk are 20 to 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, " +
		"5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200 and 9300, over TCP or all protocols. One for SSH also has a " +
		"finding of EC2.13, and one for remote desktops of EC2.14: AWS reports each.",
	Docs: []rules.Link{control("EC2.19"), configRule("restricted-common-ports")},
	Related: slices.Concat(
		nist("AC-4", "AC-4(21)", "CA-9(1)", "CM-2", "CM-2(2)", "CM-7", "SC-7", "SC-7(4)", "SC-7(5)", "SC-7(11)", "SC-7(16)", "SC-7(21)"),
		controlTower("CT.EC2.PR.4"),
	),
	Params: []rules.Param{{Name: "blockedPorts", About: "TCP ports of high risk", Default: highRiskPorts}},
	Check: rules.On(func(p *rules.Pass, g *model.SecurityGroup) {
		var ports []int
		for _, s := range p.Strings("blockedPorts") {
			if port, err := strconv.Atoi(s); err == nil {
				ports = append(ports, port)
			}
		}
		judgeOpenPorts(p, g, ports)
	}),
}
