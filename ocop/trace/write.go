package trace

import (
	"encoding/json"

	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// AppendJSON appends the document as EPCIS 2.0 JSON-LD.
func (d Document) AppendJSON(b []byte) []byte {
	w := writing{jsonout.To(b)}
	switch d.Form {
	case OneEvent:
		if len(d.Events) == 0 {
			w.Null()
		} else {
			w.event(&d.Events[0])
		}
	case EventList:
		w.events(d.Events)
	case QueryDocument:
		w.head(&d)
		w.Name("epcisBody").Open()
		w.Name("queryResults").Open()
		w.Name("queryName").String(d.Query.Name)
		w.text("subscriptionID", d.Query.Subscription)
		w.Name("resultsBody").Open()
		w.Name("eventList")
		w.events(d.Events)
		w.extra(d.ListExtra)
		w.Close()
		w.extra(d.ResultsExtra)
		w.Close()
		w.extra(d.BodyExtra)
		w.Close()
		w.Close()
	default:
		w.head(&d)
		w.raw("epcisHeader", d.Header)
		w.Name("epcisBody").Open()
		w.Name("eventList")
		w.events(d.Events)
		w.extra(d.BodyExtra)
		w.Close()
		w.Close()
	}
	return w.Bytes()
}

// MarshalJSON writes what AppendJSON appends.
func (d Document) MarshalJSON() ([]byte, error) { return d.AppendJSON(nil), nil }

// context is the @context of documents of ours.
const context = `["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"ocop":"` + Namespace + `"}]`

// writing is a document that is being written.
type writing struct{ jsonout.Writer }

// head writes what stands before the body of a document.
func (w *writing) head(d *Document) {
	form := d.Form
	if form == "" {
		form = EPCISDocument
	}
	w.Open()
	if d.Context == nil {
		w.raw("@context", json.RawMessage(context))
	} else {
		w.raw("@context", d.Context)
	}
	w.text("id", d.ID)
	w.Name("type").String(string(form))
	if d.Version == "" && form == EPCISDocument {
		w.Name("schemaVersion").String("2.0")
	}
	w.text("schemaVersion", d.Version)
	w.text("creationDate", d.Created)
	w.extra(d.Extra)
}

func (w *writing) text(name, value string) {
	if value != "" {
		w.Name(name).String(value)
	}
}

func (w *writing) raw(name string, value json.RawMessage) {
	if value != nil {
		w.Name(name).Append(func(b []byte) []byte { return append(b, value...) })
	}
}

func (w *writing) extra(members []Member) {
	for _, m := range members {
		w.raw(m.Name, m.Value)
	}
}

func (w *writing) events(events []Event) {
	w.OpenList()
	for i := range events {
		w.event(&events[i])
	}
	w.CloseList()
}

func (w *writing) event(e *Event) {
	w.Open()
	w.raw("@context", e.Context)
	w.text("eventID", e.ID)
	w.content(e)
	w.Close()
}

// content writes the members of an event but its ID, in an order of ours.
func (w *writing) content(e *Event) {
	w.Name("type").String(e.Type)
	w.text("eventTime", e.Time)
	w.text("recordTime", e.RecordTime)
	w.text("eventTimeZoneOffset", e.Offset)
	if e.Certification != nil {
		w.Name("certificationInfo").Strings(e.Certification)
	}
	w.raw("errorDeclaration", e.Error)
	w.text("action", e.Action)
	w.text("bizStep", e.Step)
	w.text("disposition", e.Disposition)
	w.raw("persistentDisposition", e.Persistent)
	w.site("readPoint", e.ReadPoint)
	w.site("bizLocation", e.Location)
	w.text("transformationID", e.Transformation)
	w.text("parentID", e.Parent)
	w.goods(e)
	w.typed("bizTransactionList", "bizTransaction", e.Transactions, e.there&hasTransactions != 0)
	w.typed("sourceList", "source", e.Sources, false)
	w.typed("destinationList", "destination", e.Destinations, false)
	w.raw("sensorElementList", e.Sensors)
	if e.ILMD != nil {
		w.Name("ilmd").Open()
		w.extra(e.ILMD)
		w.Close()
	}
	w.extra(e.Extra)
}

func (w *writing) goods(e *Event) {
	w.epcs("epcList", e.EPCs, e.there&hasEPCs)
	w.quantities("quantityList", e.Quantities, e.there&hasQuantities)
	w.epcs("childEPCs", e.Children, e.there&hasChildren)
	w.quantities("childQuantityList", e.ChildQuantities, e.there&hasChildQuantities)
	w.epcs("inputEPCList", e.Inputs, e.there&hasInputs)
	w.quantities("inputQuantityList", e.InputQuantities, e.there&hasInputQuantities)
	w.epcs("outputEPCList", e.Outputs, e.there&hasOutputs)
	w.quantities("outputQuantityList", e.OutputQuantities, e.there&hasOutputQuantities)
}

func (w *writing) epcs(name string, epcs []string, there list) {
	if len(epcs) > 0 || there != 0 {
		w.Name(name).Strings(epcs)
	}
}

func (w *writing) quantities(name string, list []Quantity, there list) {
	if len(list) == 0 && there == 0 {
		return
	}
	w.Name(name).OpenList()
	for _, q := range list {
		w.Open()
		w.Name("epcClass").String(q.Class)
		if q.Known {
			w.Name("quantity").Append(func(b []byte) []byte { return append(b, q.Amount.String()...) })
		}
		w.text("uom", q.Unit)
		w.Close()
	}
	w.CloseList()
}

func (w *writing) site(name string, s *Site) {
	if s == nil {
		return
	}
	w.Name(name).Open()
	w.Name("id").String(s.ID)
	w.extra(s.Extra)
	w.Close()
}

func (w *writing) typed(name, id string, list []Typed, there bool) {
	if len(list) == 0 && !there {
		return
	}
	w.Name(name).OpenList()
	for _, t := range list {
		w.Open()
		w.text("type", t.Type)
		w.Name(id).String(t.ID)
		w.Close()
	}
	w.CloseList()
}
