package yamldoc

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ecslint/ecslint/parsers/source"
)

// template is a template of about 300 KB.
func template() []byte {
	var b strings.Builder
	b.WriteString("AWSTemplateFormatVersion: '2010-09-09'\nResources:\n")
	for i := range 300 {
		fmt.Fprintf(&b, `  Task%d:
    Type: AWS::ECS::TaskDefinition # one of many
    Properties:
      Family: !Sub "${AWS::StackName}-task-%d"
      RequiresCompatibilities: [FARGATE]
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions:
        - Name: web
          Image: !Sub '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/web:%d'
          Cpu: 256
          Essential: true
          Command:
            - sh
            - -c
            - |
              set -e
              echo "starting"
              exec /app
          Environment:
            - {Name: STAGE, Value: !Ref Stage}
            - Name: EMPTY
              Value: ''
`, i, i, i)
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	text := template()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if docs, problems := Parse(source.NewFile("f.yaml", text)); len(docs) != 1 || len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

// BenchmarkYAML is the floor: yaml.v3 alone.
func BenchmarkYAML(b *testing.B) {
	text := template()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var n yaml.Node
		if err := yaml.Unmarshal(text, &n); err != nil {
			b.Fatal(err)
		}
	}
}
