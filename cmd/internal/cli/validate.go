package cli

// validatedModule holds the rules about what Amazon ECS refuses.
const validatedModule = "deploy"

// validate lints with the rules about what Amazon ECS refuses, and no others. Traps
// of operation are on as in every run: by their profile.
func validate(_ command, args []string, s streams) int {
	return lintModule(validatedModule, args, s)
}
