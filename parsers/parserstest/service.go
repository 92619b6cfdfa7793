package parserstest

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
)

// service is one service of a generated repository. Every choice is a function of
// its number, so that the same number always gives the same text.
type service struct {
	Name, Team, Region, Tag string
	LaunchType, NetworkMode string
	Port, CPU, Memory       int
	// Clients is the range of addresses that may send requests.
	Clients string
	// Secret is a value for a variable of the environment; empty: there is none.
	Secret string
	// OwnAddress says that tasks have network interfaces of their own.
	OwnAddress                                                bool
	Privileged, ReadOnly, Logs, Insights, PublicIP, AnyAction bool
}

var (
	teams   = []string{"payments", "search", "orders", "identity", "media"}
	regions = []string{"eu-west-1", "us-east-1", "ap-southeast-2"}
	sizes   = [][2]int{{256, 512}, {512, 1024}, {1024, 2048}} // CPU units and MiB that Fargate takes
)

// newService gives the service of a number. About one in ten is privileged, which
// is one of the faults that are spread over the services.
func newService(number int) service {
	s := service{
		Name:        fmt.Sprintf("svc-%05d", number),
		Team:        teams[draw(number, "team", len(teams))],
		Region:      regions[draw(number, "region", len(regions))],
		Tag:         fmt.Sprintf("v1.%d.%d", draw(number, "minor", 40), draw(number, "patch", 10)),
		LaunchType:  "FARGATE",
		NetworkMode: "awsvpc",
		Port:        8000 + draw(number, "port", 1000),
		Clients:     "10.0.0.0/8",
		Privileged:  oneIn(10, number, "privileged"),
		ReadOnly:    !oneIn(3, number, "writable"),
		Logs:        !oneIn(5, number, "nolog"),
		Insights:    !oneIn(2, number, "noinsights"),
		AnyAction:   oneIn(8, number, "iamstar"),
	}
	size := sizes[draw(number, "size", len(sizes))]
	if oneIn(20, number, "hostnet") {
		s.NetworkMode = "host"
	}
	if s.Privileged || s.NetworkMode == "host" { // which Fargate refuses
		s.LaunchType = "EC2"
	} else {
		s.PublicIP = oneIn(4, number, "publicip")
		if oneIn(15, number, "badpair") {
			size = [2]int{256, 4096} // which Fargate does not take
		}
	}
	s.CPU, s.Memory = size[0], size[1]
	s.OwnAddress = s.NetworkMode == "awsvpc"
	if oneIn(3, number, "latest") {
		s.Tag = "latest"
	}
	if oneIn(6, number, "openingress") {
		s.Clients = "0.0.0.0/0"
	}
	if oneIn(5, number, "secret") {
		sum := hash(number, "secretval")
		s.Secret = hex.EncodeToString(sum[:8])
	}
	return s
}

// services gives those of the numbers from 0.
func services(n int) []service {
	out := make([]service, n)
	for i := range out {
		out[i] = newService(i)
	}
	return out
}

// oneIn reports whether a fault, or whatever else is rare, is chosen for a service.
func oneIn(n, number int, what string) bool { return draw(number, what, n) == 0 }

// draw gives a number below n, each about as often.
func draw(number int, what string, n int) int {
	sum := hash(number, what)
	return int(binary.BigEndian.Uint32(sum[:])) % n
}

func hash(number int, what string) [sha256.Size]byte {
	return sha256.Sum256(fmt.Appendf(nil, "%d:%s", number, what))
}
