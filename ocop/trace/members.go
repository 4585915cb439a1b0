package trace

import (
	"strings"
	"time"
)

// list is a member of an event that names goods.
type list uint16

// A member's bit says that it stood there, though it may be empty.
const (
	hasEPCs list = 1 << iota
	hasQuantities
	hasChildren
	hasChildQuantities
	hasInputs
	hasInputQuantities
	hasOutputs
	hasOutputQuantities
	hasTransactions
)

// allowed tells whether EPCIS has a member in events of a type. What events of all
// types have is not asked for.
func allowed(member, kind string) bool {
	switch member {
	case "action":
		return kind != TransformationEvent
	case "epcList", "quantityList":
		return kind == ObjectEvent || kind == TransactionEvent
	case "parentID":
		return kind == AggregationEvent || kind == TransactionEvent || kind == AssociationEvent
	case "childEPCs", "childQuantityList":
		return kind == AggregationEvent || kind == AssociationEvent
	case "inputEPCList", "inputQuantityList", "outputEPCList", "outputQuantityList", "transformationID":
		return kind == TransformationEvent
	case "ilmd", "persistentDisposition":
		return kind == ObjectEvent || kind == TransformationEvent
	}
	return true
}

// isType tells whether a type is one of EPCIS' own.
func isType(kind string) bool {
	switch kind {
	case ObjectEvent, AggregationEvent, TransactionEvent, TransformationEvent, AssociationEvent:
		return true
	}
	return false
}

// lacks are the members of which an event needs one more, as "a, b"; "" where it
// has enough (EPCIS 2.0, the JSON Schema's anyOf of each type).
func (e *Event) lacks() string {
	var lists []string
	lack := func(there bool, names ...string) {
		if !there {
			lists = append(lists, strings.Join(names, ", "))
		}
	}
	switch e.Type {
	case ObjectEvent:
		lack(len(e.EPCs) > 0 || e.there&hasEPCs != 0 || len(e.Quantities) > 0 || e.Sensors != nil && e.ReadPoint != nil, "epcList", "quantityList")
	case TransactionEvent:
		lack(e.there&hasEPCs != 0 || len(e.Quantities) > 0 || e.Action == "DELETE", "epcList", "quantityList")
		lack(len(e.Transactions) > 0, "bizTransactionList")
	case AggregationEvent, AssociationEvent:
		lack(len(e.Children) > 0 || len(e.ChildQuantities) > 0 || e.Action == "DELETE", "childEPCs", "childQuantityList")
	case TransformationEvent:
		in, out := len(e.Inputs) > 0 || len(e.InputQuantities) > 0, len(e.Outputs) > 0 || len(e.OutputQuantities) > 0
		if joined := e.Transformation != "" && (in || out); !joined {
			lack(in, "inputEPCList", "inputQuantityList")
			lack(out, "outputEPCList", "outputQuantityList")
		}
	}
	if len(lists) == 0 {
		return ""
	}
	return lists[0]
}

// instant reads a time with its date, hour and offset.
func instant(s string) (time.Time, bool) {
	t, err := time.Parse(time.RFC3339, s)
	return t, err == nil
}

// isOffset tells whether a text is an offset of at most 14 hours, such as +07:00.
func isOffset(s string) bool {
	if len(s) != 6 || s[0] != '+' && s[0] != '-' || s[3] != ':' || !isDigits(s[1:3]) || !isDigits(s[4:]) {
		return false
	}
	return s[1:3] < "14" && s[4] < '6' || s[1:] == "14:00"
}

// lists are the lists of goods that an event has.
func (e *Event) lists() list {
	var there list
	for i, n := range [...]int{
		len(e.EPCs), len(e.Quantities), len(e.Children), len(e.ChildQuantities),
		len(e.Inputs), len(e.InputQuantities), len(e.Outputs), len(e.OutputQuantities), len(e.Transactions),
	} {
		if n > 0 {
			there |= 1 << i
		}
	}
	return there
}
