package cloudformation_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/awslabs/goformation/v7/cloudformation/ecs"

	"github.com/ecslint/ecslint/parsers/cloudformation"
	"github.com/ecslint/ecslint/parsers/model"
	"github.com/ecslint/ecslint/parsers/source"
	"github.com/ecslint/ecslint/parsers/value"
)

// TestGoformation writes templates in which every property that goformation
// knows is set to its own name, and reads them into the model: a field of the
// model that is read from a property of another name, or from none, shows.
func TestGoformation(t *testing.T) {
	t.Parallel()
	for _, resource := range []any{
		&ecs.CapacityProvider{}, &ecs.Cluster{}, &ecs.ClusterCapacityProviderAssociations{},
		&ecs.Service{}, &ecs.TaskDefinition{}, &ecs.TaskSet{},
	} {
		name := reflect.TypeOf(resource).Elem().Name()
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := writer{numbers: map[string]int{}}
			w.fill(reflect.ValueOf(resource).Elem(), "")
			text, err := json.Marshal(map[string]any{"Resources": map[string]any{"It": resource}})
			if err != nil {
				t.Fatal(err)
			}
			m, problems := cloudformation.Load(t.Context(), source.NewMemory(nil), source.NewFile("t.json", text), cloudformation.Options{})
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			for e := range m.Resources() {
				r := reader{t, name, w.numbers}
				r.compare(reflect.ValueOf(e).Elem(), "")
				return
			}
			t.Fatalf("%s is not in the model:\n%s", name, text)
		})
	}
}

// writer sets every property to its path, in lower case, or to a number that
// belongs to the path alone.
type writer struct {
	numbers map[string]int
}

func (w *writer) fill(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		w.fill(v.Elem(), path)
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if name != "-" && v.Type().Field(i).IsExported() {
				w.fill(v.Field(i), strings.ToLower(strings.TrimPrefix(path+"."+name, ".")))
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		w.fill(v.Index(0), path)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key"), reflect.ValueOf(path))
	case reflect.String:
		v.SetString(path)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		w.numbers[path] = 1000 + len(w.numbers)
		v.SetInt(int64(w.numbers[path]))
	case reflect.Float64:
		w.numbers[path] = 1000 + len(w.numbers)
		v.SetFloat(float64(w.numbers[path]))
	default:
		panic(fmt.Sprintf("%s is a %s", path, v.Type()))
	}
}

// renamed are the paths that CloudFormation spells otherwise than the API.
var renamed = map[string]string{
	"CapacityProvider cluster": "clustername",
	"Cluster settings":         "clustersettings",
	"Cluster settings.name":    "clustersettings.name",
	"Cluster settings.value":   "clustersettings.value",

	"Service placementstrategy.field": "placementstrategies.field",
	"Service placementstrategy.type":  "placementstrategies.type",
}

// newer are the paths that AWS has added since goformation was generated. One
// that goformation learns must go from here.
var newer = map[string]bool{
	"CapacityProvider clustername": true,
	"Cluster configuration.managedstorageconfiguration.fargateephemeralstoragekmskeyid": true,
	"Cluster configuration.managedstorageconfiguration.kmskeyid":                        true,
	"Service availabilityzonerebalancing":                                               true,
	"Service deploymentconfiguration.baketimeinminutes":                                 true,
	"Service deploymentconfiguration.canaryconfiguration.canarypercent":                 true,
	"Service deploymentconfiguration.linearconfiguration.steppercent":                   true,
	"Service deploymentconfiguration.strategy":                                          true,
	"Service serviceconnectconfiguration.accesslogconfiguration.format":                 true,
	"Service vpclatticeconfigurations":                                                  true,
	"TaskDefinition containerdefinitions.restartpolicy.enabled":                         true,
	"TaskDefinition containerdefinitions.restartpolicy.ignoredexitcodes":                true,
	"TaskDefinition containerdefinitions.restartpolicy.restartattemptperiod":            true,
	"TaskDefinition taskdefinitionarn":                                                  true, // what describing one gives
	"TaskSet capacityproviderstrategy":                                                  true,
}

// newerObjects are the objects that AWS has added since, whose members are not
// looked at.
var newerObjects = map[string]bool{
	"CapacityProvider managedinstancesprovider": true,
}

type reader struct {
	t       *testing.T
	typ     string
	numbers map[string]int
}

var index = regexp.MustCompile(`\[[^]]*\]`)

// compare walks the model. The path is that of the last object.
func (r *reader) compare(v reflect.Value, path string) {
	r.t.Helper()
	switch x := v.Addr().Interface().(type) {
	case *value.StringSetting:
		got, _ := x.Value().Scalar()
		r.check(path, x.Name(), got)
		return
	case *value.IntSetting:
		n, _ := x.Known()
		r.check(path, x.Name(), strconv.Itoa(n))
		return
	case *value.BoolSetting:
		r.check(path, x.Name(), x.Set().String())
		return
	case *model.Strings:
		if (len(x.Items) == 1) == newer[r.typ+" "+r.plain(strings.TrimPrefix(path+"."+x.Name(), "."))] {
			r.t.Errorf("%s.%s: a list of strings has %d elements", path, x.Name(), len(x.Items))
		}
		for _, item := range x.Items {
			got, _ := item.Value().Scalar()
			r.check(path, item.Name(), got)
		}
		return
	case *model.Tags:
		if x.Has("tags.key") != value.Yes {
			r.t.Errorf("%s: no tag is read", path)
		}
		return
	case interface{ Path() string }:
		path = x.Path()
	}
	if v.Kind() != reflect.Struct || newerObjects[r.typ+" "+r.plain(path)] {
		return
	}
	if items := v.FieldByName("Items"); items.IsValid() {
		if (items.Len() == 1) == newer[r.typ+" "+r.plain(path)] {
			r.t.Errorf("%s: a list has %d elements", path, items.Len())
		}
		for i := range items.Len() {
			r.compare(items.Index(i).Elem(), path)
		}
		return
	}
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.IsExported() && !f.Anonymous {
			r.compare(v.Field(i), path)
		}
	}
}

// check compares what the setting of a name has with what was written for it.
func (r *reader) check(path, name, got string) {
	r.t.Helper()
	path = r.plain(strings.TrimPrefix(path+"."+name, "."))
	want := path
	if n, ok := r.numbers[path]; ok {
		want = strconv.Itoa(n)
	}
	if got == value.Yes.String() { // a bool is only written or not
		want = got
	}
	if (got == want) == newer[r.typ+" "+path] {
		r.t.Errorf("%s has %q, want %q", path, got, want)
	}
}

// plain gives the path of a setting as CloudFormation spells it, in lower case.
func (r *reader) plain(path string) string {
	path = strings.ToLower(index.ReplaceAllString(path, ""))
	if other, ok := renamed[r.typ+" "+path]; ok {
		return other
	}
	return path
}
