// Package sarif holds the part of SARIF 2.1.0 that ecslint writes.
//
// What readers do with it decides what is in it:
//
//   - GitHub takes partialFingerprints, the first location of a result, and
//     relatedLocations that the message links to. It rejects the whole file for
//     one result without a location, and it shows an annotation in a pull
//     request only if every line of the region is in the diff.
//   - GitHub expands codeFlows, and ignores kind, suppressions, fixes and
//     originalUriBaseIds: a result that is suppressed or undecided becomes an
//     open alert, so none is written unless it is asked for, and URIs are
//     relative to the repository on their own.
//   - VS Code shows relatedLocations, codeFlows, suppressions and help.markdown,
//     resolves links in messages, and offers fixes.
//   - Microsoft's multitool wants what is marked below with its rule's ID.
package sarif

// SchemaURI is the schema of the version that is written. VS Code reads the
// version out of its last part.
const SchemaURI = "https://json.schemastore.org/sarif-2.1.0.json"

// Version of the format.
const Version = "2.1.0"

// SourceRoot is the base of all URIs: the root of the repository.
const SourceRoot = "%SRCROOT%"

// UnknownRepository stands for the URI of a repository that is not known, which
// SARIF2003 wants all the same. It is absolute, leads nowhere, and no viewer
// offers to download anything from it.
const UnknownRepository = "about:blank"

// UTF16 says that columns count UTF-16 code units.
const UTF16 = "utf16CodeUnits"

// Log is a whole file.
type Log struct {
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []Run  `json:"runs"`
}

// Run is one run of one tool. There is exactly one in a log, as GitHub rejects
// two of one category.
type Run struct {
	Tool                     Tool                        `json:"tool"`
	Invocations              []Invocation                `json:"invocations"`
	AutomationDetails        *AutomationDetails          `json:"automationDetails,omitempty"`
	VersionControlProvenance []VersionControlDetails     `json:"versionControlProvenance"` // SARIF2003
	OriginalURIBaseIDs       map[string]ArtifactLocation `json:"originalUriBaseIds,omitempty"`
	Results                  []Result                    `json:"results"` // never null: GitHub calls a log without it invalid
	ColumnKind               string                      `json:"columnKind"`
	Properties               any                         `json:"properties,omitempty"`
}

// AutomationDetails tell the run from others of the tool. GitHub takes what stands
// in front of the last slash of the ID for the category.
type AutomationDetails struct {
	ID string `json:"id"`
}

// VersionControlDetails say where the code lives.
type VersionControlDetails struct {
	RepositoryURI string           `json:"repositoryUri"` // absolute: SARIF1005
	MappedTo      ArtifactLocation `json:"mappedTo"`      // the base of all locations: SARIF2007
}

// Tool is ecslint.
type Tool struct {
	Driver Driver `json:"driver"`
}

// Driver describes the tool and its rules.
type Driver struct {
	Name            string `json:"name"`
	SemanticVersion string `json:"semanticVersion,omitempty"`
	Version         string `json:"version"` // starts with a digit: SARIF2005
	InformationURI  string `json:"informationUri"`
	Rules           []Rule `json:"rules"`
}

// Rule is a reportingDescriptor. GitHub requires the two descriptions and the
// help text.
type Rule struct {
	ID                   string             `json:"id"`
	Name                 string             `json:"name"` // strict Pascal case: SARIF2012
	ShortDescription     Message            `json:"shortDescription"`
	FullDescription      Message            `json:"fullDescription"`
	Help                 Message            `json:"help"`
	HelpURI              string             `json:"helpUri,omitempty"`
	MessageStrings       map[string]Message `json:"messageStrings"` // SARIF2002
	DefaultConfiguration Configuration      `json:"defaultConfiguration"`
	Properties           RuleProperties     `json:"properties"`
}

// Configuration is the level that a rule's results have.
type Configuration struct {
	Level string `json:"level"`
}

// RuleProperties are GitHub's own.
type RuleProperties struct {
	Tags      []string `json:"tags"` // at most 10 are kept
	Precision string   `json:"precision"`
	// SecuritySeverity is a number above 0.0 and up to 10.0, as text. GitHub
	// rejects the file if it is no number.
	SecuritySeverity string `json:"security-severity"`
}

// Message is text for people. Text with a link, "[name](1)", refers to a related
// location by its ID.
type Message struct {
	Text      string   `json:"text,omitempty"` // required by GitHub also beside ID
	Markdown  string   `json:"markdown,omitempty"`
	ID        string   `json:"id,omitempty"`
	Arguments []string `json:"arguments,omitempty"`
}

// Result is one finding.
type Result struct {
	RuleID              string            `json:"ruleId"`
	RuleIndex           int               `json:"ruleIndex"`
	Kind                string            `json:"kind,omitempty"` // empty for "fail"
	Level               string            `json:"level"`          // "none" for every other kind
	Message             Message           `json:"message"`
	Locations           []Location        `json:"locations"`
	RelatedLocations    []Location        `json:"relatedLocations,omitempty"`
	CodeFlows           []CodeFlow        `json:"codeFlows,omitempty"`
	PartialFingerprints map[string]string `json:"partialFingerprints"`
	Fixes               []Fix             `json:"fixes,omitempty"`
	// Suppressions are nil in a run that does not say what is suppressed, and
	// else empty for a result that is not.
	Suppressions []Suppression `json:"suppressions,omitzero"`
	Properties   any           `json:"properties,omitempty"`
}

// CodeFlow is the way of a value through the code.
type CodeFlow struct {
	ThreadFlows []ThreadFlow `json:"threadFlows"` // one
}

// ThreadFlow is a way, from its first step to its last.
type ThreadFlow struct {
	Locations []ThreadFlowLocation `json:"locations"`
}

// ThreadFlowLocation is a step of a way. The location is inline: GH1002.
type ThreadFlowLocation struct {
	Location   Location `json:"location"`
	Importance string   `json:"importance,omitempty"` // empty for "important"
}

// Fix is a proposal. VS Code offers it under its description.
type Fix struct {
	Description     Message          `json:"description"`
	ArtifactChanges []ArtifactChange `json:"artifactChanges"`
}

// ArtifactChange is what a fix does to one file.
type ArtifactChange struct {
	ArtifactLocation ArtifactLocation `json:"artifactLocation"`
	Replacements     []Replacement    `json:"replacements"`
}

// Replacement puts text in the place of a region, which is empty to insert.
type Replacement struct {
	DeletedRegion   Region  `json:"deletedRegion"`
	InsertedContent Snippet `json:"insertedContent"`
}

// Suppression says that a result is accepted, by whom and why.
type Suppression struct {
	Kind          string    `json:"kind"` // "inSource" or "external"
	Status        string    `json:"status"`
	Justification string    `json:"justification,omitempty"`
	Location      *Location `json:"location,omitempty"` // where the suppression is written
}

// Location is a place in a file.
type Location struct {
	ID               int               `json:"id,omitempty"`
	PhysicalLocation PhysicalLocation  `json:"physicalLocation"`
	LogicalLocations []LogicalLocation `json:"logicalLocations,omitempty"`
	Message          *Message          `json:"message,omitempty"`
}

// LogicalLocation names a resource.
type LogicalLocation struct {
	FullyQualifiedName string `json:"fullyQualifiedName"`
	Kind               string `json:"kind,omitempty"`
}

// PhysicalLocation is a region of a file.
type PhysicalLocation struct {
	ArtifactLocation ArtifactLocation `json:"artifactLocation"`
	Region           *Region          `json:"region,omitempty"`        // nil: the file as a whole, in notifications
	ContextRegion    *Region          `json:"contextRegion,omitempty"` // holds the region and more: SARIF1008
}

// ArtifactLocation is a file. The URI is relative, percent-encoded, and has no
// "..": GitHub rejects what it cannot match with a file.
type ArtifactLocation struct {
	URI         string   `json:"uri,omitempty"`
	URIBaseID   string   `json:"uriBaseId,omitempty"`
	Description *Message `json:"description,omitempty"`
}

// Region is a range of text. Lines and columns count from 1; the end column is
// the one behind the last.
type Region struct {
	StartLine   int      `json:"startLine"`
	StartColumn int      `json:"startColumn,omitempty"`
	EndLine     int      `json:"endLine"`
	EndColumn   int      `json:"endColumn,omitempty"`
	Snippet     *Snippet `json:"snippet,omitempty"`
}

// Snippet is the text of a region, secrets hidden.
type Snippet struct {
	Text string `json:"text"`
}

// Invocation says how the run went.
type Invocation struct {
	ExecutionSuccessful        bool           `json:"executionSuccessful"`
	ExitCode                   int            `json:"exitCode"`
	ToolExecutionNotifications []Notification `json:"toolExecutionNotifications,omitempty"`
}

// Notification is a problem with the input or the tool.
type Notification struct {
	Level     string     `json:"level"`
	Message   Message    `json:"message"`
	Locations []Location `json:"locations,omitempty"`
}
