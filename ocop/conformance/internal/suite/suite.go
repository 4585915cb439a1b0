// Package suite is the form of the conformance suite: cases in files, a file for a
// kind and topic, a case a line. The README of ocop/conformance describes it for
// programs in any language.
package suite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Kind is what is asked of an implementation.
type Kind string

// The kinds of case.
const (
	Sheet       Kind = "sheet"        // a sheet to its Result
	Council     Kind = "council"      // members' sheets to the outcome
	Plan        Kind = "plan"         // a request, with star, to the plan
	Vector      Kind = "vector"       // a sheet to {"vector":"…"}
	VectorParse Kind = "vector-parse" // the text of a vector to {"sheet":{…}}
	Compare     Kind = "compare"      // two sheets to what differs
	Rubric      Kind = "rubric"       // a rubric to {"valid","problems"}
	Dossier     Kind = "dossier"      // a dossier, with on and holidays, to {"valid","problems"}
	Score       Kind = "score"        // a dossier to the Result of its own claims
	Deadlines   Kind = "deadlines"    // a dossier or milestones, with on and holidays, to what is due
	Life        Kind = "life"         // steps, with on, to where a certificate stands
	Record      Kind = "record"       // a product record to {"valid","problems"}
	Registry    Kind = "registry"     // records as JSON Lines or CSV, with on and since, to the figures
	Exchange    Kind = "exchange"     // registers and what is done with them, to what comes of it
	Trace       Kind = "trace"        // events of a chain, to the trace of each lot
	Package     Kind = "package"      // the bytes of a package to {"valid","problems"}
	Paper       Kind = "paper"        // a document, with paper, to {"valid","problems"}
	HTTP        Kind = "http"         // a request to status and problems
	Referral    Kind = "referral"     // the province's council and the ministry's to what becomes of the product
)

// Case is one question and its answer.
type Case struct {
	ID    string   `json:"id"`    // unique in the suite: the kind, then what is tested
	Rules []string `json:"rules"` // the rules that it tests, of Rules
	Why   string   `json:"why,omitempty"`

	// One of these four. A document that is no JSON, or whose spelling matters,
	// stands as Text, bytes that are no UTF-8 as Base64.
	Input  json.RawMessage `json:"input,omitempty"`
	Text   *string         `json:"text,omitempty"`
	Base64 []byte          `json:"base64,omitempty"`
	Base   string          `json:"base,omitempty"` // a document of the suite, changed by Patch

	Patch  []Change        `json:"patch,omitempty"` // RFC 6902: add, remove, replace
	With   With            `json:"with,omitzero"`
	Expect json.RawMessage `json:"expect"`
}

// Change is an operation of a JSON Patch.
type Change struct {
	Op    string          `json:"op"`
	Path  string          `json:"path"`
	Value json.RawMessage `json:"value,omitempty"`
}

// With is what is asked beside the document.
type With struct {
	On       string          `json:"on,omitempty"`
	Since    string          `json:"since,omitempty"`
	Holidays json.RawMessage `json:"holidays,omitempty"`
	Star     int             `json:"star,omitempty"`
	Paper    string          `json:"paper,omitempty"`
	Action   string          `json:"action,omitempty"` // of an exchange

	LastDayOff string `json:"lastDayOff,omitempty"` // of deadlines: moved
}

// File is a file of cases.
type File struct {
	Kind  Kind
	Topic string
	Cases []Case
}

// Name is where the file stands in a version of the suite.
func (f *File) Name() string { return string(f.Kind) + "/" + f.Topic + ".jsonl" }

// Bytes is the file as it is published.
func (f *File) Bytes() ([]byte, error) {
	var out bytes.Buffer
	write := json.NewEncoder(&out)
	write.SetEscapeHTML(false)
	for i := range f.Cases {
		if err := write.Encode(&f.Cases[i]); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Cases[i].ID, err)
		}
	}
	return out.Bytes(), nil
}

// Read reads a file of cases.
func Read(name string, data []byte) (File, error) {
	kind, topic, _ := strings.Cut(strings.TrimSuffix(name, ".jsonl"), "/")
	f := File{Kind: Kind(kind), Topic: topic}
	read := json.NewDecoder(bytes.NewReader(data))
	read.DisallowUnknownFields()
	for read.More() {
		var c Case
		if err := read.Decode(&c); err != nil {
			return f, fmt.Errorf("%s: case %d: %w", name, len(f.Cases)+1, err)
		}
		f.Cases = append(f.Cases, c)
	}
	return f, nil
}

// Differs tells where an answer is not what a case expects, or "". Of objects the
// members that are expected count, whatever else stands there; all else is equal as
// JSON is. Problems are equal as a set.
func Differs(expect, got json.RawMessage) string {
	var want, have any
	if err := json.Unmarshal(expect, &want); err != nil {
		return "expect is no JSON: " + err.Error()
	}
	if err := json.Unmarshal(got, &have); err != nil {
		return "the answer is no JSON: " + err.Error()
	}
	return differs("", want, have)
}

func differs(at string, want, have any) string {
	switch want := want.(type) {
	case map[string]any:
		object, ok := have.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s: want an object, have %s", at, text(have))
		}
		for _, name := range sorted(want) {
			value, there := object[name]
			if !there {
				return fmt.Sprintf("%s/%s: want %s, is not there", at, name, text(want[name]))
			}
			if name == "problems" {
				if d := problems(at+"/problems", want[name], value); d != "" {
					return d
				}
				continue
			}
			if d := differs(at+"/"+name, want[name], value); d != "" {
				return d
			}
		}
		return ""
	case []any:
		list, ok := have.([]any)
		if !ok || len(list) != len(want) {
			return fmt.Sprintf("%s: want %s, have %s", at, text(want), text(have))
		}
		for i := range want {
			if d := differs(fmt.Sprintf("%s/%d", at, i), want[i], list[i]); d != "" {
				return d
			}
		}
		return ""
	}
	if want != have {
		return fmt.Sprintf("%s: want %s, have %s", at, text(want), text(have))
	}
	return ""
}

// problems compares what is told, in any order: code, path, severity, and the line
// of a register where one is expected.
func problems(at string, want, have any) string {
	left, _ := have.([]any)
	left = slices.Clone(left)
	wanted, _ := want.([]any)
	for _, w := range wanted {
		i := slices.IndexFunc(left, func(h any) bool { return differs("", w, h) == "" })
		if i < 0 {
			return fmt.Sprintf("%s: want %s, have %s", at, text(w), text(brief(have)))
		}
		left = slices.Delete(left, i, i+1)
	}
	if len(left) > 0 {
		return fmt.Sprintf("%s: not expected: %s", at, text(brief(left)))
	}
	return ""
}

// brief is a list of problems without their messages.
func brief(problems any) any {
	list, _ := problems.([]any)
	var short []any
	for _, p := range list {
		if object, ok := p.(map[string]any); ok {
			p = map[string]any{"code": object["code"], "path": object["path"], "severity": object["severity"]}
		}
		short = append(short, p)
	}
	return short
}

func sorted(object map[string]any) []string {
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func text(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
