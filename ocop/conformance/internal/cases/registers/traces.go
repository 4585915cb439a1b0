package registers

import (
	"maps"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// Places of a chain.
const (
	farm = "geo:12.79,108.08"
	mill = "https://id.gs1.org/414/8938500000904"
	shop = "https://id.gs1.org/414/8938500000911"
)

// lot is a lot of goods; what is made of what is told by the first letter.
func lot(name string) string {
	return "https://id.gs1.org/01/" + checked("0893850000"+strconv.Itoa(100+int(name[0]))) + "/10/" + name
}

// checked is a GS1 key with its check digit: from the right the digits weigh 3 and 1
// in turn, and with the check digit they come to a multiple of 10.
func checked(digits string) string {
	sum := 0
	for i := range len(digits) {
		weight := 1
		if (len(digits)-i)%2 == 1 {
			weight = 3
		}
		sum += weight * int(digits[i]-'0')
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

func pallet(n int) string {
	return "https://id.gs1.org/00/" + checked("1893850000000000"+strconv.Itoa(n))
}

// amount is so much of a lot; in kilograms unless a unit is given.
func amount(name string, n any, unit ...string) object {
	x := object{"epcClass": lot(name), "uom": "KGM"}
	if n != nil {
		x["quantity"] = n
	}
	if len(unit) > 0 {
		x["uom"] = unit[0]
	}
	return x
}

func amounts(list ...object) []object { return list }

// event is one on a day of August 2026 at a place.
func event(kind string, day int, place string, members object) object {
	at := "2026-08-0" + strconv.Itoa(day) + "T08:00:00+07:00"
	x := object{"type": kind, "eventTime": at, "eventTimeZoneOffset": "+07:00", "readPoint": object{"id": place}}
	maps.Copy(x, members)
	maps.DeleteFunc(x, func(_ string, value any) bool { return value == nil })
	return x
}

// full is the least content of a trace (Circular 02/2024/TT-BKHCN), and a star.
func full(changes ...object) object {
	x := object{
		"cbvmda:descriptionShort": "Cà phê", "ocop:picture": "ca-phe.jpg", "cbvmda:manufacturerOfTradeItemPartyName": "HTX Ea Kao", "ocop:makerAddress": "Đắk Lắk",
		"ocop:brand": "Ea Kao", "ocop:productCode": "66-24277-1-2026", "cbvmda:bestBeforeDate": "2027-08-12", "ocop:standard": "TCVN 12460:2018", "ocop:star": 4,
	}
	for _, c := range changes {
		maps.Copy(x, c)
	}
	maps.DeleteFunc(x, func(_ string, value any) bool { return value == nil })
	return x
}

func harvest(day int, place string, tells object, items ...object) object {
	return event("ObjectEvent", day, place, object{"action": "ADD", "bizStep": "creating_class_instance", "quantityList": items, "ilmd": tells})
}

func observe(day int, place, step string, items ...object) object {
	return event("ObjectEvent", day, place, object{"action": "OBSERVE", "bizStep": step, "quantityList": items})
}

func made(day int, from, to []object) object {
	return event("TransformationEvent", day, mill, object{"bizStep": "commissioning", "inputQuantityList": from, "outputQuantityList": to, "ilmd": full()})
}

func pack(day int, action, parent string, items []object, children ...string) object {
	x := event("AggregationEvent", day, mill, object{"action": action, "bizStep": map[string]string{"ADD": "packing", "DELETE": "unpacking"}[action], "parentID": parent})
	if items != nil {
		x["childQuantityList"] = items
	}
	if children != nil {
		x["childEPCs"] = children
	}
	return x
}

// whole is something that happened to an object of no quantity, such as a pallet.
func whole(day int, place, step string, epcs ...string) object {
	return event("ObjectEvent", day, place, object{"action": "OBSERVE", "bizStep": step, "epcList": epcs})
}

// epcis is a document of events.
func epcis(events ...object) object {
	return object{
		"@context": []any{"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", object{"ocop": "https://github.com/ocop-vn/ocop-go/trace/v1#"}},
		"type":     "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-08-31T12:00:00+07:00",
		"epcisBody": object{"eventList": some(events)},
	}
}

// inEvent is the place of an event's problem in the first document.
func inEvent(n int, member string) string {
	return "/0/epcisBody/eventList/" + strconv.Itoa(n) + member
}

// traces are cases of chains that fit: what a lot was made of, back to the first events.
func traces() suite.File {
	t := newTopic(suite.Trace, "chains")
	traced := func(id, why string, expect object, rules []string, events ...object) {
		expect["problems"] = list(nil)
		t.add(suite.Case{ID: "chain/" + id, Why: why, Input: raw(epcis(events...)), Expect: raw(expect)}, rules...)
	}
	from := func(name string, quantity any, unit, place string, day int, first, seen bool) object {
		x := object{"epc": lot(name), "lot": name, "quantity": quantity, "unit": unit, "place": nil, "time": nil, "first": first, "seen": seen}
		if place != "" {
			x["place"], x["time"] = place, "2026-08-0"+strconv.Itoa(day)+"T08:00:00+07:00"
		}
		return x
	}
	of := func(name string, complete bool, from ...object) object {
		return object{"epc": lot(name), "lot": name, "complete": complete, "from": some(from)}
	}
	a1, b1, c1 := amounts(amount("A1", 300)), amounts(amount("B1", 250)), amounts(amount("C1", 500, "H87"))
	chain := []string{"trace/from"}
	traced("none", "", object{"lots": []object{}}, chain)
	traced("not-shipped", "lots that left are traced", object{"lots": []object{}}, chain, harvest(1, farm, full(), a1...))
	traced("harvested", "", object{"lots": []object{{
		"epc": lot("A1"), "gtin": "08938500001659", "lot": "A1", "product": "Cà phê", "quantity": []object{{"quantity": 300, "unit": "KGM"}}, "from": []object{}, "complete": true,
	}}}, chain, harvest(1, farm, full(), a1...), observe(2, farm, "shipping", a1...))
	traced("two-steps", "what went in, in the order in which it was made", object{"lots": []object{of("C1", true,
		from("A1", 300, "KGM", farm, 1, true, true), from("B1", 250, "KGM", mill, 2, false, true))}}, append(chain, "trace/complete"),
		harvest(1, farm, full(), a1...), made(2, a1, b1), made(3, b1, c1), observe(4, mill, "shipping", c1...))
	traced("order", "the order in which events stand makes no difference", object{"lots": []object{of("C1", true,
		from("A1", 300, "KGM", farm, 1, true, true), from("B1", 250, "KGM", mill, 2, false, true))}}, append(chain, "trace/order"),
		observe(4, mill, "shipping", c1...), made(3, b1, c1), harvest(1, farm, full(), a1...), made(2, a1, b1))
	traced("unseen-input", "an input that no event made or observed", object{"lots": []object{of("C1", false,
		from("A1", 300, "KGM", farm, 1, true, true), from("B1", 250, "KGM", "", 0, true, false))}}, []string{"trace/complete"},
		harvest(1, farm, full(), a1...), made(3, append(a1, b1...), c1), observe(4, mill, "shipping", c1...))
	traced("seen-input", "one that was observed and not made", object{"lots": []object{of("C1", true,
		from("A1", 300, "KGM", farm, 1, true, true))}}, []string{"trace/complete"},
		observe(1, farm, "inspecting", a1...), made(3, a1, c1), observe(4, mill, "shipping", c1...))
	traced("summed", "what went in at several times is added up, in the unit of the first", object{"lots": []object{of("C1", true,
		from("A1", 0.5, "TNE", farm, 1, true, true))}}, []string{"trace/units"},
		harvest(1, farm, full(), amount("A1", 1, "TNE")), made(2, amounts(amount("A1", 0.3, "TNE")), c1), made(3, amounts(amount("A1", 200)), c1), observe(4, mill, "shipping", c1...))
	traced("pallet", "a lot goes with the pallet that it was packed on; the pallet is no lot", object{"lots": []object{{
		"lot": "A1", "complete": true, "went": []object{{"step": "packing", "pallet": pallet(1)}, {"step": "shipping", "pallet": pallet(1)}},
	}}}, []string{"trace/packing"}, harvest(1, mill, full(), a1...), pack(2, "ADD", pallet(1), a1), whole(3, mill, "shipping", pallet(1)))
	traced("unpacked", "what was taken from it before did not go", object{"lots": []object{of("A1", true)}}, []string{"trace/packing"},
		harvest(1, mill, full(), a1...), harvest(1, mill, full(), b1...), pack(2, "ADD", pallet(1), append(a1, b1...)), pack(3, "DELETE", pallet(1), b1), whole(4, mill, "shipping", pallet(1)))
	traced("sold", "sold is gone too", object{"lots": []object{of("A1", true)}}, chain, harvest(1, mill, full(), a1...), observe(2, mill, "retail_selling", a1...))
	traced("void", "a shipping that was cancelled", object{"lots": []object{}}, []string{"trace/void"}, harvest(1, mill, full(), a1...), observe(2, mill, "shipping", a1...), observe(3, mill, "void_shipping", a1...))
	shipping := observe(2, mill, "shipping", a1...)
	shipping["eventID"] = "urn:uuid:00000000-0000-8000-8000-000000000002"
	never := maps.Clone(shipping)
	never["errorDeclaration"] = object{"declarationTime": "2026-08-06T07:00:00+07:00"}
	traced("never", "an event that is declared never to have been", object{"lots": []object{}}, []string{"trace/void"}, harvest(1, mill, full(), a1...), shipping, never)
	traced("twice", "one event that stands twice counts once", object{"lots": []object{{"lot": "A1", "quantity": []object{{"quantity": 300, "unit": "KGM"}}}}}, []string{"trace/once"},
		harvest(1, mill, full(), a1...), shipping, shipping)

	for _, step := range [...]string{"cbv:BizStep-shipping", "https://ref.gs1.org/cbv/BizStep-shipping", "urn:epcglobal:cbv:bizstep:shipping"} {
		traced("words/"+step, "the CBV's words are the same however they are written", object{"lots": []object{of("A1", true)}}, []string{"trace/words"}, harvest(1, mill, full(), a1...), observe(2, mill, step, a1...))
	}
	lgtin := amounts(object{"epcClass": "urn:epc:class:lgtin:8938500.000165.A1", "quantity": 300, "uom": "KGM"})
	traced("one-key", "a URN and a Digital Link of one lot", object{"lots": []object{{"gtin": "08938500001659", "lot": "A1", "complete": true}}}, []string{"trace/keys"}, harvest(1, mill, full(), a1...), observe(2, mill, "shipping", lgtin...))
	half := func(members object) object {
		members["transformationID"] = "urn:uuid:00000000-0000-8000-8000-000000000003"
		return event("TransformationEvent", 3, mill, members)
	}
	traced("joined", "events of one transformationID are one transformation", object{"lots": []object{of("C1", true, from("A1", 300, "KGM", farm, 1, true, true))}}, []string{"trace/joined"},
		harvest(1, farm, full(), a1...), half(object{"inputQuantityList": a1}), half(object{"outputQuantityList": c1, "bizStep": "commissioning", "ilmd": full()}), observe(4, mill, "shipping", c1...))
	gone := []object{harvest(1, mill, full(), a1...), observe(2, mill, "shipping", a1...)}
	context := epcis()["@context"]
	formed := func(id string, doc any) {
		t.add(suite.Case{ID: "form/" + id, Input: raw(doc), Expect: raw(object{"lots": []object{of("A1", true)}, "problems": list(nil)})}, "trace/forms")
	}
	formed("query", object{"@context": context, "type": "EPCISQueryDocument", "schemaVersion": "2.0", "creationDate": "2026-08-31T12:00:00Z", "epcisBody": object{"queryResults": object{"queryName": "q", "resultsBody": object{"eventList": gone}}}})
	other := full()
	for name, value := range other {
		if short, ours := strings.CutPrefix(name, "ocop:"); ours {
			delete(other, name)
			other["x:"+short] = value
		}
	}
	prefixed := epcis(harvest(1, mill, other, a1...), gone[1])
	prefixed["@context"] = []any{"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld", object{"x": "https://github.com/ocop-vn/ocop-go/trace/v1#"}}
	formed("other-prefix", prefixed)

	asked := func(action, id, why string, input, expect object, rule string) {
		t.add(suite.Case{ID: action + "/" + id, Why: why, Input: raw(input), With: suite.With{Action: action}, Expect: raw(expect)}, rule)
	}
	asked("documents", "two", "the events of several documents are one chain", object{"documents": []object{epcis(observe(2, farm, "shipping", a1...)), epcis(harvest(1, farm, full(), a1...))}},
		object{"lots": []object{of("A1", true)}, "problems": list(nil)}, "trace/documents")
	asked("documents", "second-is-wrong", "a path begins with the number of the document", object{"documents": []object{epcis(), {"type": "Invoice"}}}, object{"lots": []object{}, "problems": found(wrong("TRACE-05", "/1/type"))}, "trace/documents")
	ways := []object{epcis(harvest(1, farm, full(), a1...), made(2, a1, b1), made(3, b1, c1))}
	asked("forward", "to-its-end", "the goods of the key first, then what was made of them", object{"documents": ways, "key": lot("A1")}, object{"reached": []object{{"lot": "A1"}, {"lot": "B1"}, {"lot": "C1"}}}, "trace/forward")
	asked("forward", "not-there", "", object{"documents": ways, "key": lot("D1")}, object{"reached": []object{}}, "trace/forward")
	return t.File
}

// levels are cases of the options that ask for electronic traceability, and whether
// events bear them out: a code on the label, the story in the trace, and quality
// control that is tied to it.
func levels() suite.File {
	t := newTopic(suite.Trace, "levels")
	a1 := amounts(amount("A1", 300))
	shipped := func(tells object, more ...object) []object {
		return append([]object{harvest(1, mill, tells, a1...), observe(2, mill, "shipping", a1...)}, more...)
	}
	asked := func(id, why string, set int, levels []object, rule string, events ...object) {
		t.add(suite.Case{ID: "levels/" + id, Why: why, Input: raw(object{"documents": []object{epcis(events...)}, "set": set}), With: suite.With{Action: "levels"}, Expect: raw(object{"levels": some(levels)})}, rule)
	}
	story := object{"ocop:story": "Câu chuyện"}
	for set := 1; set <= 26; set++ {
		asked("set-"+strconv.Itoa(set), "", set, tracedOptions(set, true, true, true), "trace/level/"+strconv.Itoa(set), shipped(full(story))...)
	}
	const flowers = 23 // which has all three
	borne := func(id, why string, code, chain bool, events ...object) {
		asked(id, why, flowers, tracedOptions(flowers, code, false, chain), "trace/levels", events...)
	}
	borne("none-shipped", "", false, false, harvest(1, mill, full(), a1...))
	borne("no-story", "", true, true, shipped(full())...)
	borne("content-missing", "", false, false, shipped(full(object{"ocop:brand": nil}))...)
	borne("no-shelf-life", "goods that do not spoil have none", true, true, shipped(full(object{"cbvmda:bestBeforeDate": nil}))...)
	borne("one-of-two", "one lot bears out the code, quality control asks for all", true, false, shipped(full(), harvest(1, mill, full(object{"ocop:brand": nil}), amount("B1", 1)), observe(2, mill, "shipping", amount("B1", 1)))...)
	borne("other-fault", "a fault elsewhere in the events", true, false, shipped(full(), observe(3, "http://example.vn/kho/1", "inspecting", amount("B1", 1)))...)
	return t.File
}

// tracedOptions are the options of a set that ask for electronic traceability
// (Appendix II), each with whether it is borne out.
func tracedOptions(set int, code, story, chain bool) (list []object) {
	option := func(criterion, option, asks string, borne bool) {
		list = append(list, object{"criterion": criterion, "option": option, "asks": asks, "borne": borne})
	}
	switch {
	case set <= 20:
		option("2.3", "c", "code", code)
	case set <= 25:
		option("2.2", "c", "code", code)
	}
	if set <= 25 {
		option("5.1", "e", "story", story)
	}
	switch set {
	case 18:
		option("12", "c", "chain", chain)
	case 23, 24, 25:
		option("8", "c", "chain", chain)
	}
	return list
}

// faults are cases of events that are wrong by themselves.
func faults() suite.File {
	t := newTopic(suite.Trace, "events")
	wrongIn := func(id, why string, doc any, told ...finding) {
		t.add(suite.Case{ID: "event/" + id, Why: why, Input: raw(doc), Expect: raw(object{"problems": list(told)})})
	}
	plain := object{"action": "OBSERVE", "epcList": []string{}}
	one := func(id, why, code, member string, changes object) {
		e := event("ObjectEvent", 5, mill, plain)
		maps.Copy(e, changes)
		maps.DeleteFunc(e, func(_ string, value any) bool { return value == nil })
		wrongIn(id, why, epcis(e), wrong(code, inEvent(0, member)))
	}
	of := func(epc string) object { return object{"quantityList": []object{{"epcClass": epc}}} }
	epcClass := "/quantityList/0/epcClass"
	for _, c := range [...]struct{ id, code, epc string }{
		{"TRACE-01/no-address", "TRACE-01", "lô 12"},
		{"TRACE-01/urn", "TRACE-01", "urn:epc:id:sgtin:0614141.712345"},
		{"TRACE-02/gtin", "TRACE-02", "https://id.gs1.org/01/00614"},
		{"TRACE-02/sscc", "TRACE-02", "https://id.gs1.org/00/10614141234567890"},
		{"TRACE-02/gln", "TRACE-02", "https://id.gs1.org/414/061414100777"},
		{"TRACE-04/long", "TRACE-04", "https://id.gs1.org/01/00614141777778/10/123456789012345678901"},
		{"TRACE-04/sign", "TRACE-04", "https://id.gs1.org/01/00614141777778/10/a%20b"},
	} {
		one(c.id, "", c.code, epcClass, of(c.epc))
	}
	for _, c := range [...]struct{ id, epc string }{
		{"link", "https://id.gs1.org/01/00614141777778/10/987"}, {"link/any-host", "http://example.vn/tem/01/00614141777778/10/987"}, {"link/gtin-12", "https://id.gs1.org/01/614141777778/10/987"},
		{"lgtin", "urn:epc:class:lgtin:0614141.077777.987"}, {"sgtin", "urn:epc:id:sgtin:0614141.712345.2017"}, {"sscc", "urn:epc:id:sscc:0614141.1234567890"}, {"lot-20", "https://id.gs1.org/01/00614141777778/10/12345678901234567890"},
	} {
		e := event("ObjectEvent", 5, mill, plain)
		maps.Copy(e, of(c.epc))
		wrongIn("key/"+c.id, "", epcis(e))
	}
	for _, c := range [...]struct{ id, epc string }{
		{"gtin", "https://id.gs1.org/01/00614141777779"}, {"sscc", "https://id.gs1.org/00/106141412345678900"}, {"gln", "https://id.gs1.org/414/0614141007777"},
	} {
		one("TRACE-03/"+c.id, "", "TRACE-03", epcClass, of(c.epc))
	}
	shipped := object{"action": "OBSERVE", "bizStep": "shipping", "quantityList": []object{{"epcClass": "https://id.gs1.org/01/00614141777779/10/1"}}}
	t.add(suite.Case{ID: "event/TRACE-03/still-counts", Why: "with a wrong check digit alone the event is used", Input: raw(epcis(event("ObjectEvent", 5, mill, shipped))), Expect: raw(object{
		"lots": []object{{"lot": "1"}}, "problems": found(wrong("TRACE-03", inEvent(0, epcClass)), wrong("TRACE-23", inEvent(0, ""))),
	})})
	wrongIn("TRACE-05/type", "", object{"type": "Invoice"}, wrong("TRACE-05", "/0/type"))
	wrongIn("TRACE-05/none", "", object{"epcisBody": object{}}, wrong("TRACE-05", "/0"))
	one("TRACE-06/no-offset", "", "TRACE-06", "/eventTime", object{"eventTime": "2026-08-05T07:00:00"})
	one("TRACE-06/no-such-day", "", "TRACE-06", "/eventTime", object{"eventTime": "2026-02-30T07:00:00+07:00"})
	one("TRACE-06/record-time", "", "TRACE-06", "/recordTime", object{"recordTime": "2026-08-05"})
	one("TRACE-07/short", "", "TRACE-07", "/eventTimeZoneOffset", object{"eventTimeZoneOffset": "+7"})
	one("TRACE-07/far", "", "TRACE-07", "/eventTimeZoneOffset", object{"eventTimeZoneOffset": "+14:30"})
	one("TRACE-08/step", "", "TRACE-08", "/bizStep", object{"bizStep": "xuất hàng"})
	one("TRACE-08/urn", "", "TRACE-08", "/bizStep", object{"bizStep": "urn:epcglobal:cbv:bizstep:roasting"})
	one("TRACE-08/disposition", "", "TRACE-08", "/disposition", object{"disposition": "gone"})
	one("TRACE-08/action", "", "TRACE-08", "/action", object{"action": "observe"})
	quantity := func(n any) object {
		return object{"quantityList": []object{{"epcClass": "urn:a:b", "quantity": n}}}
	}
	one("TRACE-09/below-0", "", "TRACE-09", "/quantityList/0/quantity", quantity(-1))
	one("TRACE-09/text", "", "TRACE-09", "/quantityList/0/quantity", quantity("1"))
	one("TRACE-09/great", "", "TRACE-09", "/quantityList/0/quantity", quantity(1e15))
	one("TRACE-10/unit", "", "TRACE-10", "/quantityList/0/uom", object{"quantityList": []object{{"epcClass": "urn:a:b", "uom": "kg"}}})
	one("TRACE-11/member", "", "TRACE-11", "/note", object{"note": "x"})
	one("TRACE-11/other-type", "", "TRACE-11", "", object{"childEPCs": []string{}})
	one("TRACE-12/no-goods", "", "TRACE-12", "", object{"epcList": nil})
	turned := event("TransformationEvent", 5, mill, object{"inputEPCList": []string{"urn:a:b"}})
	wrongIn("TRACE-12/no-outputs", "", epcis(turned), wrong("TRACE-12", inEvent(0, "")))
	one("TRACE-13/ilmd", "ilmd is for goods that come into being", "TRACE-13", "", object{"ilmd": object{}})
	one("TRACE-14/id", "", "TRACE-14", "/eventID", object{"eventID": "1"})
	older := epcis()
	older["schemaVersion"] = "1.2"
	wrongIn("TRACE-15/version", "", older, wrong("TRACE-15", "/0/schemaVersion"))
	one("action-missing", "", "JSON-08", "", object{"action": nil})
	rest := epcis(observe(1, mill, "?", amount("A1", 1)), observe(2, mill, "shipping", amount("A1", 1)))
	t.add(suite.Case{ID: "event/rest", Why: "one wrong event does not take the others with it", Input: raw(rest), Expect: raw(object{
		"lots": []object{{"lot": "A1"}}, "problems": found(wrong("TRACE-08", inEvent(0, "/bizStep")), wrong("TRACE-23", inEvent(1, ""))),
	})}, "trace/rest")
	return t.File
}

// misfits are cases of events that do not fit together.
func misfits() suite.File {
	t := newTopic(suite.Trace, "misfits")
	misfit := func(id, why string, told []finding, events ...object) {
		t.add(suite.Case{ID: "misfit/" + id, Why: why, Input: raw(epcis(events...)), Expect: raw(object{"problems": list(told)})})
	}
	at := func(code string, n int) []finding { return found(wrong(code, inEvent(n, ""))) }
	kg := func(name string, n any) []object { return amounts(amount(name, n)) }
	begin := harvest(1, mill, full(), kg("A1", 10)...)
	misfit("TRACE-20/used-before-made", "", at("TRACE-20", 0), made(2, kg("A1", 1), kg("C1", 1)), harvest(3, mill, full(), kg("A1", 1)...))
	misfit("TRACE-20/shipped-before-made", "", at("TRACE-20", 0), observe(1, mill, "shipping", kg("A1", 1)...), harvest(3, mill, full(), kg("A1", 1)...))
	misfit("at-one-time", "", nil, made(1, kg("A1", 1), kg("C1", 1)), begin)
	misfit("TRACE-21/more-used", "told at the event with which it became too much", at("TRACE-21", 2), begin, made(2, kg("A1", 6), kg("C1", 1)), made(3, kg("A1", 5), kg("C2", 1)))
	misfit("all-used", "", nil, begin, made(2, kg("A1", 6), kg("C1", 1)), made(3, kg("A1", 4), kg("C2", 1)))
	misfit("TRACE-21/a-gram-more", "units of one measure are one amount", at("TRACE-21", 1), harvest(1, mill, full(), amount("A1", 1, "TNE")), made(2, amounts(amount("A1", 1000001, "GRM")), kg("C1", 1)))
	misfit("to-a-gram", "", nil, harvest(1, mill, full(), amount("A1", 1, "TNE")), made(2, amounts(amount("A1", 1000000, "GRM")), kg("C1", 1)))
	misfit("other-measure", "pieces are no kilograms: nothing is compared", nil, begin, made(2, amounts(amount("A1", 50, "H87")), kg("C1", 1)))
	misfit("amount-unknown", "", nil, harvest(1, mill, full(), amount("A1", nil)), made(2, kg("A1", 50), kg("C1", 1)))
	misfit("TRACE-21/more-than-seen", "", at("TRACE-21", 1), observe(1, mill, "inspecting", kg("A1", 10)...), made(2, kg("A1", 11), kg("C1", 1)))
	misfit("TRACE-22/loop", "", at("TRACE-22", 0), made(2, kg("B1", 1), kg("C1", 1)), made(2, kg("C1", 1), kg("B1", 1)))
	misfit("TRACE-22/itself", "", at("TRACE-22", 0), made(2, kg("B1", 1), kg("B1", 1)))
	misfit("TRACE-23/never-made", "", at("TRACE-23", 0), observe(3, mill, "shipping", kg("C1", 5)...))
	misfit("TRACE-24/never-shipped", "", found(doubt("TRACE-24", inEvent(0, ""))), observe(2, mill, "receiving", kg("A1", 5)...), made(3, kg("A1", 5), kg("C1", 5)))
	placed := func(place any) object {
		return event("ObjectEvent", 5, mill, object{"action": "OBSERVE", "epcList": []string{}, "readPoint": place})
	}
	misfit("TRACE-25/address", "", at("TRACE-25", 0), placed(object{"id": "http://example.vn/kho/1"}))
	misfit("TRACE-25/none", "", at("TRACE-25", 0), placed(nil))
	misfit("TRACE-25/no-such-longitude", "", at("TRACE-25", 0), placed(object{"id": "geo:12.1,180.1"}))
	misfit("TRACE-25/told-once", "", at("TRACE-25", 0), placed(object{"id": "http://example.vn/kho/1"}), observe(6, "http://example.vn/kho/1", "inspecting", kg("A1", 1)...))
	misfit("place/coordinates", "", nil, placed(object{"id": "http://example.vn/kho/1", "cbvmda:latitude": "90", "cbvmda:longitude": "-180"}))
	misfit("place/geo", "", nil, placed(object{"id": "geo:12.1,108.2;u=30"}))
	for _, name := range [...]string{"cbvmda:descriptionShort", "ocop:picture", "cbvmda:manufacturerOfTradeItemPartyName", "ocop:makerAddress", "ocop:brand", "ocop:productCode", "ocop:standard"} {
		_, short, _ := strings.Cut(name, ":")
		misfit("TRACE-26/"+short, "least content of a trace (Circular 02/2024/TT-BKHCN)", at("TRACE-26", 0), harvest(1, mill, full(object{name: nil}), kg("A1", 5)...), observe(2, mill, "shipping", kg("A1", 5)...))
	}
	noStep := harvest(1, mill, full(), kg("A1", 5)...)
	delete(noStep, "bizStep")
	misfit("TRACE-26/stage", "", at("TRACE-26", 0), noStep, observe(2, mill, "shipping", kg("A1", 5)...))
	noLot := []object{{"epcClass": "https://id.gs1.org/01/00614141777778", "quantity": 5, "uom": "KGM"}}
	misfit("TRACE-26/trace-code", "a lot or a serial besides the GTIN", at("TRACE-26", 0), harvest(1, mill, full(), noLot...), observe(2, mill, "shipping", noLot...))
	misfit("TRACE-26/place-code", "", append(at("TRACE-25", 0), at("TRACE-26", 0)...), harvest(1, "http://example.vn/kho/1", full(), kg("A1", 5)...), observe(2, mill, "shipping", kg("A1", 5)...))
	misfit("TRACE-36/no-shelf-life", "goods that do not spoil have none", found(doubt("TRACE-36", inEvent(0, ""))), harvest(1, mill, full(object{"cbvmda:bestBeforeDate": nil}), kg("A1", 5)...), observe(2, mill, "shipping", kg("A1", 5)...))
	misfit("shelf-life/expires", "", nil, harvest(1, mill, full(object{"cbvmda:bestBeforeDate": nil, "cbvmda:itemExpirationDate": "2027-08-12"}), kg("A1", 5)...), observe(2, mill, "shipping", kg("A1", 5)...))
	for _, star := range [...]int{2, 6} {
		misfit("TRACE-27/"+strconv.Itoa(star), "", at("TRACE-27", 0), harvest(1, mill, full(object{"ocop:star": star}), kg("A1", 5)...), observe(2, mill, "shipping", kg("A1", 5)...))
	}
	for _, star := range [...]int{3, 5} {
		misfit("star/"+strconv.Itoa(star), "", nil, harvest(1, mill, full(object{"ocop:star": star}), kg("A1", 5)...), observe(2, mill, "shipping", kg("A1", 5)...))
	}
	misfit("TRACE-28/in-itself", "", at("TRACE-28", 0), pack(1, "ADD", pallet(1), nil, pallet(1)))
	misfit("TRACE-28/ring", "", at("TRACE-28", 1), pack(1, "ADD", pallet(1), nil, pallet(2)), pack(2, "ADD", pallet(2), nil, pallet(1)))
	misfit("TRACE-30/unknown-contents", "", found(doubt("TRACE-30", inEvent(0, ""))), whole(3, mill, "shipping", pallet(1)))
	misfit("TRACE-31/code", "", at("TRACE-31", 0), harvest(1, mill, full(object{"ocop:productCode": "X1"}), kg("A1", 5)...), observe(2, mill, "shipping", kg("A1", 5)...))
	misfit("TRACE-34/more-shipped", "", at("TRACE-34", 2), begin, observe(2, mill, "shipping", kg("A1", 5)...), observe(3, mill, "shipping", kg("A1", 6)...))
	misfit("TRACE-34/used-and-shipped", "", at("TRACE-34", 2), begin, made(2, kg("A1", 6), kg("C1", 6)), observe(3, mill, "shipping", kg("A1", 5)...))
	misfit("came-back", "", nil, begin, observe(2, mill, "shipping", kg("A1", 10)...), observe(3, mill, "receiving", kg("A1", 10)...), observe(4, mill, "shipping", kg("A1", 10)...))
	same := func(n int) object {
		e := harvest(1, mill, full(), kg("A1", n)...)
		e["eventID"] = "urn:uuid:00000000-0000-8000-8000-000000000001"
		return e
	}
	misfit("TRACE-35/same-id", "only the earlier one counts", at("TRACE-35", 1), same(10), same(11))
	misfit("same-id/alike", "", nil, same(10), same(10))
	return t.File
}

// pages are cases of what a page for shoppers cannot be made of.
func pages() suite.File {
	t := newTopic(suite.Trace, "pages")
	chain := []object{epcis(harvest(1, mill, full(), amount("A1", 5)), observe(2, mill, "shipping", amount("A1", 5)))}
	paged := func(id, why string, more object, told ...finding) {
		input := object{"documents": chain, "lot": "A1"}
		maps.Copy(input, more)
		t.add(suite.Case{ID: "page/" + id, Why: why, Input: raw(input), With: suite.With{Action: "page"}, Expect: verdict(told...)}, "trace/page")
	}
	paged("least", "", nil)
	paged("picture", "PNG, by its first bytes", object{"picture": []byte("\x89PNG\r\n\x1a\n")})
	paged("SHOP-01/text", "", object{"picture": []byte("hello")}, wrong("SHOP-01", "/picture"))
	paged("SHOP-01/drawing", "a drawing can hold a script", object{"picture": []byte("<svg/>")}, wrong("SHOP-01", "/picture"))
	paged("SHOP-03/host-alone", "", object{"address": "example.vn"}, wrong("SHOP-03", "/address"))
	paged("SHOP-03/script", "", object{"address": "javascript:alert(1)"}, wrong("SHOP-03", "/address"))
	paged("address/412", "", object{"address": "https://example.vn/" + strings.Repeat("a", 393)})
	paged("SHOP-04/413", "what a QR code on a label holds", object{"address": "https://example.vn/" + strings.Repeat("a", 394)}, wrong("SHOP-04", "/address"))
	return t.File
}
