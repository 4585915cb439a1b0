package trace

import (
	"encoding/json"
	"time"
)

// Document is an EPCIS 2.0 document. What Read reads, AppendJSON writes: every
// member is kept, those of strangers as they stood.
type Document struct {
	Form         Form
	Context      json.RawMessage // @context; nil for ours, see Namespace
	ID           string
	Version      string // schemaVersion, such as 2.0
	Created      string // creationDate
	Query        Query  // of a QueryDocument
	Events       []Event
	Header       json.RawMessage // epcisHeader
	Extra        []Member        // members of other namespaces, and those that only name the document
	BodyExtra    []Member        // of epcisBody
	ResultsExtra []Member        // of queryResults
	ListExtra    []Member        // of resultsBody

	pointers []string // where each event stood, for findings
}

// Form is how a document holds its events.
type Form string

// The forms. The zero Form is written as an EPCISDocument.
const (
	EPCISDocument Form = "EPCISDocument"
	QueryDocument Form = "EPCISQueryDocument"
	OneEvent      Form = "event" // the event itself, with its @context
	EventList     Form = "list"  // a bare list of events
)

// Query names what a QueryDocument answers.
type Query struct{ Name, Subscription string }

// Member is a member of another namespace, kept as it stands.
type Member struct {
	Name  string // prefix:name, or a whole address
	Value json.RawMessage
}

// Event is one EPCIS event. Addresses are as they were written; Parse says what
// they name. Which lists an event has depends on its type.
type Event struct {
	Type    string          // ObjectEvent and so on; another for a stranger's type
	Context json.RawMessage // @context of its own

	ID            string // eventID
	Time          string // eventTime, with its offset
	RecordTime    string
	Offset        string // eventTimeZoneOffset, such as +07:00
	Certification []string
	Error         json.RawMessage // errorDeclaration: the event of this ID never was so

	Action      string // ADD, OBSERVE or DELETE; none in a TransformationEvent
	Step        string // bizStep: a bare word of the CBV, or another's address
	Disposition string // likewise
	Persistent  json.RawMessage

	EPCs            []string   // epcList
	Quantities      []Quantity // quantityList
	Parent          string     // parentID
	Children        []string   // childEPCs
	ChildQuantities []Quantity // childQuantityList

	Inputs           []string   // inputEPCList
	InputQuantities  []Quantity // inputQuantityList
	Outputs          []string   // outputEPCList
	OutputQuantities []Quantity // outputQuantityList
	Transformation   string     // transformationID, which joins events to one transformation

	ReadPoint, Location   *Site // readPoint, bizLocation
	Transactions          []Typed
	Sources, Destinations []Typed
	Sensors               json.RawMessage // sensorElementList
	ILMD                  []Member        // of the goods that come into being
	Extra                 []Member
	prefixes              map[string]string
	there                 list // lists of goods that stood there, though empty
}

// The types of event.
const (
	ObjectEvent         = "ObjectEvent"
	AggregationEvent    = "AggregationEvent"
	TransactionEvent    = "TransactionEvent"
	TransformationEvent = "TransformationEvent"
	AssociationEvent    = "AssociationEvent"
)

// At is the time of the event; zero where it has none that can be read.
func (e *Event) At() time.Time {
	t, _ := instant(e.Time)
	return t
}

// Quantity is so much of a lot or a kind of goods.
type Quantity struct {
	Class  string // epcClass
	Amount Decimal
	Known  bool   // whether an amount is given
	Unit   string // UN/CEFACT, such as KGM; "" counts pieces
}

// Site is where an event took place or left its goods.
type Site struct {
	ID    string
	Extra []Member // such as its name and address
}

// Typed is a transaction, a source or a destination: an address and what it is.
type Typed struct {
	Type string // a bare word of the CBV, or another's address; may be "" for a transaction
	ID   string
}
