package model

import "github.com/ecslint/ecslint/parsers/value"

// Windows asks whether the task definition states that it runs on Windows. An
// absent operating system means Linux.
func (t *TaskDefinition) Windows() value.Truth {
	return t.RuntimePlatform.OperatingSystemFamily.StartsWith("WINDOWS_SERVER")
}

// ServiceOnWindows asks whether the tasks of a service run on Windows, which its
// task definition says.
func (m *Model) ServiceOnWindows(s *Service) value.Truth {
	type onWindows struct{ *Service }
	return once(m, onWindows{s}, func() value.Truth { return m.AskTask(s, (*TaskDefinition).Windows) })
}

// AskTask asks q about the task definition of a service. It is Maybe where that is
// not known, or where its readings differ in their answers.
func (m *Model) AskTask(s *Service, q func(*TaskDefinition) value.Truth) value.Truth {
	tasks, sure := m.TaskDefinitionsOf(s.TaskDefinition)
	if sure != value.Yes {
		return value.Maybe
	}
	var answers []value.Truth
	for _, t := range tasks {
		answers = append(answers, q(t))
	}
	return agreed(answers)
}
