package trace

import (
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// event reads an event that stands at a path, and keeps it unless it has an error
// with which it cannot be used.
func (r *reading) event(path string) {
	e := Event{prefixes: r.prefixes}
	since := r.Found()
	r.light = 0
	var names []string // as read, to be judged once the type is known
	r.members(func(name string) (bool, *[]Member) {
		if !r.eventMember(&e, name) {
			return false, &e.Extra
		}
		names = append(names, name)
		return true, nil
	}, "type", "eventTime", "eventTimeZoneOffset")
	if r.Stopped() {
		return
	}
	r.judge(&e, names)
	if r.Found()-since > r.light {
		return
	}
	r.doc.Events = append(r.doc.Events, e)
	r.doc.pointers = append(r.doc.pointers, path)
}

// judge finds what is wrong with an event as a whole.
func (r *reading) judge(e *Event, names []string) {
	path := r.Pointer()
	kind := problem.Value("type", e.Type)
	if !isType(e.Type) {
		return
	}
	for _, name := range names {
		if !allowed(name, e.Type) {
			r.Report(noNamespace.At(path, problem.Value("name", name)))
		}
	}
	if e.Type != TransformationEvent && !slices.Contains(names, "action") {
		r.Report(strictjson.Missing(path, "action"))
	}
	if e.Type == AssociationEvent && !slices.Contains(names, "parentID") {
		r.Report(strictjson.Missing(path, "parentID"))
	}
	if lists := e.lacks(); lists != "" {
		r.Report(nothingNamed.At(path, kind, problem.Choices("names", lists)))
	}
	if e.Type == ObjectEvent && e.Action != "ADD" && slices.Contains(names, "ilmd") {
		r.Report(ilmdNotAdded.At(path))
	}
}

// eventMember reads a member of an event; false where EPCIS has none of the name.
func (r *reading) eventMember(e *Event, name string) bool {
	switch name {
	case "@context":
		e.Context = r.raw()
		e.prefixes = declared(e.Context, r.prefixes)
	case "type":
		e.Type = r.kind()
	case "eventID":
		e.ID = r.uri()
	case "eventTime":
		e.Time = r.time()
	case "recordTime":
		e.RecordTime = r.time()
	case "eventTimeZoneOffset":
		e.Offset = r.offset()
	case "certificationInfo":
		e.Certification = r.oneOrMore()
	case "errorDeclaration":
		e.Error = r.raw()
	case "action":
		e.Action = r.action()
	case "bizStep":
		e.Step = r.word(steps())
	case "disposition":
		e.Disposition = r.word(dispositions())
	case "persistentDisposition":
		e.Persistent = r.raw()
	case "readPoint":
		e.ReadPoint = r.site()
	case "bizLocation":
		e.Location = r.site()
	case "bizTransactionList":
		e.Transactions = r.typed(transactions(), "bizTransaction", 2)
		e.there |= hasTransactions
	case "sourceList":
		e.Sources = r.typed(parties(), "source", 3)
	case "destinationList":
		e.Destinations = r.typed(parties(), "destination", 3)
	case "sensorElementList":
		e.Sensors = r.raw()
	case "ilmd":
		e.ILMD = r.ilmd()
	case "transformationID":
		e.Transformation = r.uri()
	case "parentID":
		e.Parent = r.epc()
	default:
		return r.goods(e, name)
	}
	return true
}

// goods reads a list of goods; false where EPCIS has none of the name.
func (r *reading) goods(e *Event, name string) bool {
	switch name {
	case "epcList":
		e.EPCs = r.epcs()
		e.there |= hasEPCs
	case "quantityList":
		e.Quantities = r.quantities()
		e.there |= hasQuantities
	case "childEPCs":
		e.Children = r.epcs()
		e.there |= hasChildren
	case "childQuantityList":
		e.ChildQuantities = r.quantities()
		e.there |= hasChildQuantities
	case "inputEPCList":
		e.Inputs = r.epcs()
		e.there |= hasInputs
	case "inputQuantityList":
		e.InputQuantities = r.quantities()
		e.there |= hasInputQuantities
	case "outputEPCList":
		e.Outputs = r.epcs()
		e.there |= hasOutputs
	case "outputQuantityList":
		e.OutputQuantities = r.quantities()
		e.there |= hasOutputQuantities
	default:
		return false
	}
	return true
}

// kind reads the type of an event: one of EPCIS', or a stranger's address.
func (r *reading) kind() string {
	s, ok := r.String()
	kind := string(s)
	if ok && !isType(kind) && !isURI(kind) {
		r.Report(noForm.At(r.Pointer()))
	}
	return kind
}

// epc reads the address of goods or of a place. With a wrong check digit the event
// can still be used.
func (r *reading) epc() string {
	s, ok := r.String()
	uri := string(s)
	if !ok {
		return uri
	}
	if _, wrong := parse(uri); wrong != nil {
		if wrong.kind == &wrongCheckDigit {
			r.light++
		}
		r.Report(wrong.at(r.Pointer()))
	}
	return uri
}

func (r *reading) epcs() []string {
	var list []string
	r.Array(func(int) { list = append(list, r.epc()) })
	return list
}

func (r *reading) oneOrMore() []string {
	if !r.AtList() {
		return []string{r.uri()}
	}
	var list []string
	r.Array(func(int) { list = append(list, r.uri()) })
	return list
}

func (r *reading) quantities() []Quantity {
	var list []Quantity
	r.Array(func(int) {
		var q Quantity
		r.Object([]string{"epcClass", "quantity", "uom"}, 1, func(i int) {
			switch i {
			case 0:
				q.Class = r.epc()
			case 1:
				q.Amount, q.Known = r.amount()
			case 2:
				q.Unit = r.unit()
			}
		})
		list = append(list, q)
	})
	return list
}

// amount reads a number; false where it is none, or none that can be counted with.
func (r *reading) amount() (Decimal, bool) {
	raw := string(r.Raw())
	if r.Stopped() {
		return Decimal{}, false
	}
	d, ok := decimal(raw)
	if !ok {
		r.Report(badQuantity.At(r.Pointer(), problem.Value("value", raw)))
	}
	return d, ok
}

func (r *reading) unit() string {
	s, ok := r.String()
	code := string(s)
	if ok && !isUnit(code) {
		r.Report(badUnit.At(r.Pointer(), problem.Value("value", code)))
	}
	return code
}

func (r *reading) offset() string {
	s, ok := r.String()
	offset := string(s)
	if ok && !isOffset(offset) {
		r.Report(badOffset.At(r.Pointer(), problem.Value("value", offset)))
	}
	return offset
}

func (r *reading) action() string {
	s, ok := r.String()
	action := string(s)
	if ok && action != "ADD" && action != "OBSERVE" && action != "DELETE" {
		r.Report(badWord.At(r.Pointer(), problem.Value("value", action), problem.Value("name", "action")))
	}
	return action
}

// word reads a word of the CBV, or a stranger's address.
func (r *reading) word(of vocabulary) string {
	s, ok := r.String()
	word, known := of.bare(string(s))
	if ok && !known {
		r.Report(badWord.At(r.Pointer(), problem.Value("value", word), problem.Value("name", of.member)))
	}
	return word
}

func (r *reading) site() *Site {
	var s Site
	r.members(func(name string) (bool, *[]Member) {
		if name == "id" {
			s.ID = r.epc()
		} else { // the standard's schema asks nothing of these
			s.Extra = append(s.Extra, Member{name, r.raw()})
		}
		return true, nil
	}, "id")
	return &s
}

// typed reads a list of transactions, sources or destinations; the required members
// are a mask of their type and their address.
func (r *reading) typed(types vocabulary, id string, required uint64) []Typed {
	var list []Typed
	r.Array(func(int) {
		var t Typed
		r.Object([]string{"type", id}, required, func(i int) {
			if i == 0 {
				t.Type = r.word(types)
			} else {
				t.ID = r.epc()
			}
		})
		list = append(list, t)
	})
	return list
}

// ilmd reads what is told of goods that come into being: members of other
// namespaces alone.
func (r *reading) ilmd() []Member {
	members := []Member{}
	r.members(func(string) (bool, *[]Member) { return false, &members })
	return members
}
