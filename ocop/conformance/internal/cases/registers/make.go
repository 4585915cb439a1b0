package registers

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// topic is a file that is being made.
type topic struct{ suite.File }

func newTopic(kind suite.Kind, name string) topic {
	return topic{suite.File{Kind: kind, Topic: name}}
}

// add adds a case. Its id begins with the kind; the codes that are expected are
// among the rules that it tests, and where there is nothing else, its topic.
func (t *topic) add(c suite.Case, rules ...string) {
	c.ID = string(t.Kind) + "/" + c.ID
	for _, code := range codesIn(c.Expect) {
		rules = append(rules, "code/"+code)
	}
	if len(rules) == 0 {
		rules = []string{string(t.Kind) + "/" + t.Topic}
	}
	slices.Sort(rules)
	c.Rules = slices.Compact(rules)
	t.Cases = append(t.Cases, c)
}

// codesIn are the codes of the problems that an answer tells.
func codesIn(expect json.RawMessage) []string {
	var told struct{ Problems []finding }
	_ = json.Unmarshal(expect, &told) // it was written below
	codes := make([]string, len(told.Problems))
	for i, p := range told.Problems {
		codes[i] = p.Code
	}
	return codes
}

// object is a JSON object.
type object = map[string]any

// finding is a problem as cases expect it.
type finding struct {
	Line     int     `json:"line,omitempty"`
	Code     string  `json:"code"`
	Path     *string `json:"path,omitempty"`
	Severity string  `json:"severity"`
}

// wrong is an error, doubt a warning.
func wrong(code, path string) finding { return finding{Code: code, Path: &path, Severity: "error"} }
func doubt(code, path string) finding { return finding{Code: code, Path: &path, Severity: "warning"} }

// broken is JSON that ends in the middle: readers stop at several places.
func broken() finding { return finding{Code: "JSON-01", Severity: "error"} }

// at is a finding in a line of a register.
func (f finding) at(line int) finding {
	f.Line = line
	return f
}

// verdict is what a document is found to be.
func verdict(found ...finding) json.RawMessage {
	valid := !slices.ContainsFunc(found, func(f finding) bool { return f.Severity == "error" })
	return raw(object{"valid": valid, "problems": list(found)})
}

// refusal is what stands in the place of an answer.
func refusal(found ...finding) json.RawMessage { return raw(object{"problems": list(found)}) }

// list is never null.
func list(found []finding) []finding { return append([]finding{}, found...) }

// set and drop are changes of a document.
func set(path string, value any) suite.Change {
	return suite.Change{Op: "add", Path: path, Value: raw(value)}
}

func drop(path string) suite.Change { return suite.Change{Op: "remove", Path: path} }

func patch(changes ...suite.Change) []suite.Change { return changes }

// raw is a value as JSON, without what HTML would want.
func raw(value any) json.RawMessage {
	var b bytes.Buffer
	write := json.NewEncoder(&b)
	write.SetEscapeHTML(false)
	if err := write.Encode(value); err != nil {
		panic(err) // a value of this package is none of JSON
	}
	return bytes.TrimSpace(b.Bytes())
}

// indented is a value on many lines.
func indented(value any) []byte {
	var b bytes.Buffer
	_ = json.Indent(&b, raw(value), "", " ") // it was just written
	return append(b.Bytes(), '\n')
}

// Documents of the suite that cases change.
const (
	baseRecord  = "record.json"  // the least record of a recognised product
	baseDecided = "decided.json" // the dossier of one that the province gave 4 stars
)

// product is the least record, with members changed; nil takes one away.
func product(changes ...object) object {
	x := object{
		"code": "66-24277-1-2026", "product": "Cà phê", "set": 13, "edition": "qd26-2026",
		"producer": object{"name": "HTX Ea Kao", "kind": "cooperative"},
		"province": "66", "commune": "24277", "star": 4, "total": "75",
		"decision": "1234/QĐ-UBND", "authority": "province", "issued": "2026-08-05", "expires": "2029-08-05", "state": "recognised",
	}
	for _, c := range changes {
		maps.Copy(x, c)
	}
	maps.DeleteFunc(x, func(_ string, value any) bool { return value == nil })
	return x
}

// another is a product with a code and a name of its own.
func another(n string, changes ...object) object {
	return product(append([]object{{"code": "66-24277-" + n + "-2026", "product": "Cà phê " + n}}, changes...)...)
}

// lines are records as JSON Lines.
func lines(records ...object) *string {
	var b strings.Builder
	for _, x := range records {
		b.Write(raw(x))
		b.WriteByte('\n')
	}
	return new(b.String())
}
