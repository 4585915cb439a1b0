package trace

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Read reads an EPCIS 2.0 document: an EPCISDocument, an EPCISQueryDocument, one
// event, or a list of events, in JSON-LD. The document has every event that could
// be read; one with an error is left out, unless all that is wrong is a check
// digit. What is wrong is told whole, within budget.Trace.
func Read(data []byte) (Document, problem.List) {
	var d Document
	problems := strictjson.Read(data, budget.Trace(), func(r *strictjson.Reader) {
		(&reading{Reader: r, doc: &d}).document(data)
	})
	return d, problems
}

// UnmarshalJSON reads a document without errors. The error is a problem.List.
func (d *Document) UnmarshalJSON(data []byte) error {
	read, problems := Read(data)
	if err := problems.Err(); err != nil {
		return err
	}
	*d = read
	return nil
}

// reading is a document that is being read.
type reading struct {
	*strictjson.Reader
	doc      *Document
	prefixes map[string]string
	light    int // problems of the event at hand with which it can still be used
}

// document reads the whole of a document.
func (r *reading) document(data []byte) {
	r.prefixes = standardPrefixes()
	if top := firstOf(data); top == '[' {
		r.doc.Form = EventList
		r.events()
		return
	}
	kind, context := outline(data)
	r.prefixes = declared(context, r.prefixes)
	switch kind {
	case string(EPCISDocument):
		r.doc.Form = EPCISDocument
		r.members(r.epcisDocument, "@context", "schemaVersion", "creationDate", "epcisBody")
	case string(QueryDocument):
		r.doc.Form = QueryDocument
		r.members(r.epcisDocument, "@context", "epcisBody")
	case "":
		if r.Skip(); !r.Stopped() {
			r.Report(noForm.At(""))
		}
	default:
		if !isType(kind) && !isURI(kind) {
			if r.Skip(); !r.Stopped() {
				r.Report(noForm.At("/type"))
			}
			return
		}
		r.doc.Form = OneEvent
		r.event("")
	}
}

// firstOf is the first character of a document that is not white space.
func firstOf(data []byte) byte {
	for _, c := range data {
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return c
		}
	}
	return 0
}

// outline finds the type and the context of a document before it is read, as both
// may stand behind what they explain.
func outline(data []byte) (kind string, context json.RawMessage) {
	d := jsontext.NewDecoder(bytes.NewReader(data), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	if t, err := d.ReadToken(); err != nil || t.Kind() != '{' {
		return "", nil
	}
	for d.PeekKind() == '"' && (kind == "" || context == nil) {
		name, err := d.ReadToken()
		if err != nil {
			break
		}
		switch name := name.String(); {
		case name == "type" && d.PeekKind() == '"':
			t, err := d.ReadToken()
			if err != nil {
				return kind, context
			}
			kind = t.String()
		case name == "@context":
			v, err := d.ReadValue()
			if err != nil {
				return kind, context
			}
			context = json.RawMessage(v.Clone())
		default:
			if d.SkipValue() != nil {
				return kind, context
			}
		}
	}
	return kind, context
}

// members reads an object: member reads the value of the name given and answers
// whether it knows it. A stranger's is kept in the list that member gives.
func (r *reading) members(member func(name string) (known bool, extra *[]Member), required ...string) {
	seen := map[string]bool{}
	ok := r.Map(func(raw []byte) {
		name := string(raw)
		if seen[name] {
			r.Report(strictjson.Duplicate(r.Pointer(), name))
		}
		seen[name] = true
		known, extra := member(name)
		if !known {
			r.strange(name, extra)
		}
	})
	if !ok || r.Stopped() {
		return
	}
	for _, name := range required {
		if !seen[name] {
			r.Report(strictjson.Missing(r.Pointer(), name))
		}
	}
}

// strange keeps a member of another namespace, and refuses one of none.
func (r *reading) strange(name string, extra *[]Member) {
	value := r.raw()
	if !isURI(name) {
		r.Report(noNamespace.At(r.Pointer(), problem.Value("name", name)))
		return
	}
	*extra = append(*extra, Member{name, value})
}

// raw is a value as it stands, without white space; that a name stands twice in it
// is told.
func (r *reading) raw() json.RawMessage {
	value := jsontext.Value(r.Raw()).Clone()
	if r.Stopped() {
		return nil
	}
	var twice *jsontext.SyntacticError
	if err := value.Compact(jsontext.AllowDuplicateNames(false)); errors.As(err, &twice) {
		r.Report(strictjson.Duplicate(r.Pointer()+string(twice.JSONPointer.Parent()), problem.Shorten(twice.JSONPointer.LastToken())))
	}
	return json.RawMessage(value)
}

// epcisDocument reads a member of an EPCISDocument or an EPCISQueryDocument.
func (r *reading) epcisDocument(name string) (bool, *[]Member) {
	d := r.doc
	switch name {
	case "@context":
		d.Context = r.raw()
	case "type":
		r.Skip() // it was looked at before
	case "id":
		d.ID = r.uri()
	case "schemaVersion":
		d.Version = r.version()
	case "creationDate":
		d.Created = r.time()
	case "instanceIdentifier", "sender", "receiver":
		if d.Form != EPCISDocument {
			return false, &d.Extra
		}
		d.Extra = append(d.Extra, Member{name, r.quoted()})
	case "epcisHeader":
		if d.Form != EPCISDocument {
			return false, &d.Extra
		}
		d.Header = r.raw()
	case "epcisBody":
		if d.Form == QueryDocument {
			r.members(r.queryBody, "queryResults")
		} else {
			r.members(r.body, "eventList")
		}
	default:
		return false, &d.Extra
	}
	return true, nil
}

func (r *reading) body(name string) (bool, *[]Member) {
	if name != "eventList" {
		return false, &r.doc.BodyExtra
	}
	r.events()
	return true, nil
}

func (r *reading) queryBody(name string) (bool, *[]Member) {
	if name != "queryResults" {
		return false, &r.doc.BodyExtra
	}
	r.members(r.results, "queryName", "resultsBody")
	return true, nil
}

func (r *reading) results(name string) (bool, *[]Member) {
	switch name {
	case "queryName":
		r.doc.Query.Name = r.text()
	case "subscriptionID":
		r.doc.Query.Subscription = r.text()
	case "resultsBody":
		r.members(r.resultsBody, "eventList")
	default:
		return false, &r.doc.ResultsExtra
	}
	return true, nil
}

func (r *reading) resultsBody(name string) (bool, *[]Member) {
	switch name {
	case "eventList":
		r.events()
	case "vocabularyList":
		r.doc.ListExtra = append(r.doc.ListExtra, Member{name, r.raw()})
	default:
		return false, &r.doc.ListExtra
	}
	return true, nil
}

// events reads a list of events.
func (r *reading) events() {
	r.Array(func(int) { r.event(r.Pointer()) })
}

// text reads a text; "" where it is none.
func (r *reading) text() string {
	s, _ := r.String()
	return string(s)
}

// quoted reads a text and keeps it as JSON.
func (r *reading) quoted() json.RawMessage {
	s := r.text()
	b, _ := jsontext.AppendQuote(nil, s)
	return json.RawMessage(b)
}

// uri reads an address.
func (r *reading) uri() string {
	s, ok := r.String()
	uri := string(s)
	if ok && !isURI(uri) {
		r.Report(notURI.At(r.Pointer(), problem.Value("value", uri)))
	}
	return uri
}

// time reads a time with its offset.
func (r *reading) time() string {
	s, ok := r.String()
	at := string(s)
	if _, valid := instant(at); ok && !valid {
		r.Report(badTime.At(r.Pointer(), problem.Value("value", at)))
	}
	return at
}

// version reads the version of EPCIS.
func (r *reading) version() string {
	s, ok := r.String()
	version := string(s)
	if ok && version != "2" && (len(version) < 3 || version[:2] != "2." || !isDigits(version[2:3])) {
		r.Report(badVersion.At(r.Pointer(), problem.Value("value", version)))
	}
	return version
}
