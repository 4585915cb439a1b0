package registers

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// today is a day on which the least record is in force.
const today = "2026-11-25"

// counted is a case of records that are counted on a day.
func (t *topic) counted(id, why string, text *string, with suite.With, expect object, rules ...string) {
	if with.On == "" {
		with.On = today
	}
	t.add(suite.Case{ID: id, Why: why, Text: text, With: with, Expect: raw(expect)}, rules...)
}

// figures are cases of what is counted, each by the thing that it is counted by.
func figures() suite.File {
	t := newTopic(suite.Registry, "figures")
	t.counted("none", "", lines(), suite.With{}, object{
		"on": today, "records": 0, "inForce": 0, "failed": 0, "producers": object{"total": 0},
		"due": object{"renewal": 0, "expiring180": 0, "lapsed": 0}, "problems": list(nil),
	}, "figure/on")
	t.counted("one", "every member of the figures", lines(product()), suite.With{}, object{
		"on": today, "records": 1, "inForce": 1, "failed": 0,
		"byStar": object{"4": 1}, "bySet": object{"13": 1}, "bySector": object{"I": 1}, "byProvince": object{"66": 1}, "byYear": object{"2026": 1},
		"producers": object{"total": 1, "byKind": object{"cooperative": 1}}, "problems": list(nil),
	}, "figure/records", "figure/inForce")
	t.counted("failed", "a record that fails its checks is told with its line and not counted", lines(product(), another("2", object{"authority": "ministry"})), suite.With{}, object{
		"records": 1, "inForce": 1, "failed": 1, "problemsByCode": object{"REGISTER-11": 1},
		"problems": list(found(wrong("REGISTER-11", "/authority").at(2))),
	}, "figure/failed", "figure/problemsByCode")
	t.counted("warned", "a warning keeps nothing from being counted", lines(product(object{"previousStar": 3})), suite.With{}, object{
		"records": 1, "inForce": 1, "failed": 0, "problemsByCode": object{"REGISTER-22": 1},
		"problems": list(found(doubt("REGISTER-22", "/previousStar").at(1))),
	}, "figure/failed")
	t.counted("blank-lines", "", new("\n"+*lines(product())+"\n  \n"), suite.With{}, object{"records": 1, "failed": 0, "problems": list(nil)})
	t.counted("broken-line", "the other lines are read", new("{]\n"+*lines(product(), another("2"))), suite.With{}, object{"records": 2, "failed": 1, "problems": list(found(broken().at(1)))})
	t.counted("mark-and-cr-lf", "", new("\ufeff"+strings.ReplaceAll(*lines(product(), another("2")), "\n", "\r\n")), suite.With{}, object{"records": 2, "problems": list(nil)})
	t.counted("byStar", "", lines(product(object{"star": 3, "total": "55"}), another("2"), another("3"), another("4", object{"star": 5, "total": "95", "authority": "ministry"})), suite.With{},
		object{"byStar": object{"3": 1, "4": 2, "5": 1}}, "figure/byStar")
	t.counted("byYear", "the year of issue", lines(product(), another("2", object{"edition": "qd148-2023", "code": "66-24277-2-2025", "issued": "2025-12-31", "expires": "2028-12-31"})), suite.With{},
		object{"byYear": object{"2025": 1, "2026": 1}}, "figure/byYear")
	t.counted("bySet", "every product set, and the sector it lies in (Appendix I)", lines(everySet()...), suite.With{}, object{
		"inForce": 26, "bySet": everyCount(26),
		"bySector": object{"I": 13, "II": 4, "III": 3, "IV": 2, "V": 3, "VI": 1},
	}, "figure/bySet", "figure/bySector")
	t.counted("byProvince/34", "", lines(everyProvince()...), suite.With{}, object{"inForce": 34, "byProvince": eachProvince()}, "figure/byProvince")
	t.counted("byProvince/63", "a code of five parts counts for the province of today that its province is part of", lines(everyOldProvince()...), suite.With{},
		object{"inForce": 63, "byProvince": mergedProvinces()}, "figure/byProvince")
	t.counted("since", "the same counted for another day", lines(product(), another("2", object{"issued": "2026-09-01", "expires": "2029-09-01"})), suite.With{Since: "2026-08-31"}, object{
		"on": today, "inForce": 2, "since": object{"on": "2026-08-31", "records": 2, "inForce": 1, "byYear": object{"2026": 1}, "producers": object{"total": 1}},
	}, "figure/since")
	return t.File
}

func everySet() (records []object) {
	for no := 1; no <= 26; no++ {
		records = append(records, another(strconv.Itoa(no), object{"set": no}))
	}
	return records
}

func everyCount(sets int) object {
	counts := object{}
	for no := 1; no <= sets; no++ {
		counts[strconv.Itoa(no)] = 1
	}
	return counts
}

// days are cases of what the day does to a certificate.
func days() suite.File {
	t := newTopic(suite.Registry, "days")
	withdrawn := object{"state": "withdrawn", "withdrawn": "2027-01-10", "ground": "mark-misused"}
	extended := object{"state": "extended", "extendedUntil": "2029-11-01"}
	for _, c := range []struct {
		id, on, why                        string
		record                             object
		inForce, renewal, expiring, lapsed int
	}{
		{"recognised/day-before", "2026-08-04", "in force from the day of issue (Article 4.3)", nil, 0, 0, 0, 0},
		{"recognised/first-day", "2026-08-05", "", nil, 1, 0, 0, 0},
		{"renewal/181-days", "2029-02-05", "filed 180 to 120 days before expiry (Article 7.6.a)", nil, 1, 0, 0, 0},
		{"renewal/180-days", "2029-02-06", "", nil, 1, 1, 1, 0},
		{"renewal/120-days", "2029-04-07", "", nil, 1, 1, 1, 0},
		{"renewal/119-days", "2029-04-08", "", nil, 1, 0, 1, 0},
		{"recognised/last-day", "2029-08-05", "", nil, 1, 0, 1, 0},
		{"recognised/day-after", "2029-08-06", "", nil, 0, 0, 0, 1},
		{"lapsed/180-days", "2030-02-01", "", nil, 0, 0, 0, 1},
		{"lapsed/181-days", "2030-02-02", "", nil, 0, 0, 0, 0},
		{"withdrawn/day-before", "2027-01-09", "in force until the withdrawal", withdrawn, 1, 0, 0, 0},
		{"withdrawn/that-day", "2027-01-10", "", withdrawn, 0, 0, 0, 0},
		{"withdrawn/day-after-expiry", "2029-08-06", "it was withdrawn and did not lapse", withdrawn, 0, 0, 0, 0},
		{"extended/after-expiry", "2029-08-06", "in force to extendedUntil (Article 12.3)", extended, 1, 0, 0, 0},
		{"extended/last-day", "2029-11-01", "", extended, 1, 0, 0, 0},
		{"extended/day-after", "2029-11-02", "", extended, 0, 0, 0, 1},
		{"extended/lapsed-180-days", "2030-04-30", "", extended, 0, 0, 0, 1},
		{"extended/lapsed-181-days", "2030-05-01", "", extended, 0, 0, 0, 0},
		{"refused/with-certificate", today, "", object{"state": "refused"}, 0, 0, 0, 0},
		{"refused/day-after-expiry", "2029-08-06", "", object{"state": "refused"}, 0, 0, 0, 0},
	} {
		t.counted("days/"+c.id, c.why, lines(product(c.record)), suite.With{On: c.on}, object{
			"records": 1, "inForce": c.inForce, "due": object{"renewal": c.renewal, "expiring180": c.expiring, "lapsed": c.lapsed}, "problems": list(nil),
		}, "figure/due.renewal", "figure/due.expiring180", "figure/due.lapsed", "figure/inForce", "reading/last-day-of-certificate")
	}
	leap := product(object{"edition": "qd148-2023", "code": "66-24277-1-2025", "issued": "2025-08-05", "expires": "2028-08-05"})
	for renewal, day := range [...]string{"2028-02-06", "2028-02-07"} {
		t.counted("days/leap-year/"+day, "180 days before 5 August 2028 is 7 February", lines(leap), suite.With{On: day}, object{"due": object{"renewal": renewal}}, "figure/due.renewal")
	}
	printed := product(object{"expires": "2029-08-15"})
	for inForce, day := range [...]string{"2029-08-16", "2029-08-15"} {
		t.counted("days/printed-end/"+day, "the day that the certificate prints decides", lines(printed), suite.With{On: day},
			object{"inForce": inForce, "problems": list(found(doubt("REGISTER-17", "/expires").at(1)))}, "reading/printed-end-first")
	}
	return t.File
}

// producers are cases of who is one producer, and what counts of it.
func producers() suite.File {
	t := newTopic(suite.Registry, "producers")
	made := func(n int, by object, changes ...object) object {
		return another(strconv.Itoa(n), append([]object{{"producer": by}}, changes...)...)
	}
	firm := func(name string, more object) object {
		x := object{"name": name, "kind": "enterprise"}
		for k, v := range more {
			x[k] = v
		}
		return x
	}
	elsewhere := object{"code": "66-24280-2-2026", "commune": "24280"}
	total := func(id, why string, n int, records ...object) {
		t.counted("producers/"+id, why, lines(records...), suite.With{}, object{"producers": object{"total": n}, "problems": list(nil)}, "figure/producers.total")
	}
	first := firm("A", object{"taxCode": "0100109106"})
	total("one-tax-code", "whatever its name", 1, made(1, first), made(2, firm("B", object{"taxCode": "0100109106"})))
	total("two-tax-codes", "whatever its name", 2, made(1, first), made(2, firm("A", object{"taxCode": "0100686209"})))
	total("branch", "a branch has a tax code of its own", 2, made(1, first), made(2, firm("A", object{"taxCode": "0100109106-001"})))
	total("name-in-commune", "one name in one commune where there is no tax code", 1, made(1, firm("A", nil)), made(2, firm("A", nil)))
	total("name-in-two-communes", "", 2, made(1, firm("A", nil)), made(2, firm("A", nil), elsewhere))
	total("two-names", "", 2, made(1, firm("A", nil)), made(2, firm("B", nil)))
	total("with-and-without", "a tax code is not a name", 2, made(1, first), made(2, firm("A", nil)))
	total("not-in-force", "only who has a product in force", 1, made(1, first), made(2, firm("B", nil), object{"issued": "2026-12-05", "expires": "2029-12-05"}))
	kinds := []string{"cooperative", "cooperative-group", "enterprise", "farm", "production-household", "registered-household", "association", "federation", "operating-centre", "equivalent"}
	var each []object
	byKind := object{}
	for i, kind := range kinds {
		each = append(each, made(i+1, object{"name": kind, "kind": kind}))
		byKind[kind] = 1
	}
	t.counted("producers/byKind", "", lines(each...), suite.With{}, object{"producers": object{"total": 10, "byKind": byKind}}, "figure/producers.byKind")
	t.counted("producers/REGISTER-03", "the kind that was given first is counted", lines(made(1, object{"name": "A", "kind": "farm", "taxCode": "0100109106"}), made(2, first)), suite.With{}, object{
		"producers": object{"total": 1, "byKind": object{"farm": 1}}, "failed": 0, "problems": list(found(doubt("REGISTER-03", "/producer/kind").at(2))),
	}, "figure/producers.byKind")
	return t.File
}

// targets are cases of the programme's targets: how each is counted, and that
// percentages are cut off after one decimal (Decision 919/QĐ-TTg).
func targets() suite.File {
	t := newTopic(suite.Registry, "targets")
	// value is that of one target; the others are what the records make them.
	target := func(id, why string, values [6]any, records ...object) {
		list := make([]object, len(values))
		for i, name := range targetNames() {
			list[i] = object{"id": name, "target": [...]int{10000, 400, 50, 40, 30, 50}[i], "value": values[i]}
		}
		name, _, _ := strings.Cut(id, "/")
		t.counted("targets/"+id, why, lines(records...), suite.With{}, object{"targets": list}, "target/"+name)
	}
	by := func(n int, producer object, changes ...object) object {
		return another(strconv.Itoa(n), append([]object{{"producer": producer}}, changes...)...)
	}
	named := func(n int, kind string, more ...string) object {
		x := object{"name": "P" + strconv.Itoa(n), "kind": kind}
		if len(more) > 0 {
			x["size"] = more[0]
		}
		return x
	}
	farm := func(n int) object { return named(n, "farm") }
	farms := func(from, to int, changes ...object) (records []object) {
		for n := from; n <= to; n++ {
			records = append(records, by(n, farm(n), changes...))
		}
		return records
	}
	five := object{"star": 5, "total": "95", "authority": "ministry"}
	target("products", "three stars and more", [6]any{3, 0, 0, 0, 0, 0}, by(1, farm(1), object{"star": 3, "total": "55"}), by(2, farm(2)), by(3, farm(3), object{"star": 4, "total": "95"}))
	target("products/none", "a share of none is 0", [6]any{0, 0, 0, 0, 0, 0})
	target("five-star", "", [6]any{2, 1, 0, 0, 0, 0}, by(1, farm(1), five), by(2, farm(2), object{"total": "95"}))
	before := func(star int) object { return object{"previous": "66-24277-900-2025", "previousStar": star} }
	upgrade := func(n, star int) object {
		x := before(star)
		x["previous"] = "66-24277-9" + strconv.Itoa(n) + "-2025"
		return by(n, farm(n), x)
	}
	target("upgraded/one-of-three", "1 of 3 is 33.3", [6]any{3, 0, 33.3, 0, 0, 0}, upgrade(1, 3), upgrade(2, 4), upgrade(3, 5))
	target("upgraded/two-of-three", "2 of 3 is 66.6, cut off and not rounded", [6]any{3, 0, 66.6, 0, 0, 0}, upgrade(1, 3), upgrade(2, 3), upgrade(3, 4))
	target("upgraded/of-those-before", "only of records with a previous", [6]any{2, 0, 100, 0, 0, 0}, upgrade(1, 3), by(2, farm(2)))
	target("upgraded/no-star-before", "no star before is no upgrade", [6]any{1, 0, 0, 0, 0, 0}, by(1, farm(1), object{"previous": "66-24277-9-2025"}))
	target("cooperatives/one-of-seven", "1 of 7 is 14.2", [6]any{7, 0, 0, 14.2, 0, 0}, append(farms(2, 7), by(1, named(1, "cooperative")))...)
	target("cooperatives/group", "a cooperative group is none", [6]any{1, 0, 0, 0, 0, 0}, by(1, named(1, "cooperative-group")))
	target("cooperatives/by-producer", "producers are counted, not products", [6]any{3, 0, 0, 50, 0, 0}, by(1, named(1, "cooperative")), by(2, named(1, "cooperative")), by(3, farm(3)))
	target("small-and-medium/sizes", "micro, small, medium and unknown; not large", [6]any{6, 0, 0, 0, 66.6, 0},
		by(1, named(1, "enterprise", "micro")), by(2, named(2, "enterprise", "small")), by(3, named(3, "enterprise", "medium")), by(4, named(4, "enterprise")), by(5, named(5, "enterprise", "large")), by(6, named(6, "farm", "small")))
	for i, channel := range [...]string{"supermarket", "convenience-store", "e-commerce", "shop", "export"} {
		share := 0
		if i < 3 { // the modern ones
			share = 100
		}
		target("modern-channels/"+channel, "", [6]any{1, 0, 0, 0, 0, share}, by(1, farm(1), object{"channels": []string{channel}}))
	}
	target("modern-channels/any-product", "one product in such a channel is enough", [6]any{3, 0, 0, 0, 0, 50},
		by(1, farm(1), object{"channels": []string{"shop"}}), by(2, farm(1), object{"channels": []string{"shop", "e-commerce"}}), by(3, farm(3)))
	target("modern-channels/in-force", "one that is in force", [6]any{1, 0, 0, 0, 0, 0},
		by(1, farm(1)), by(2, farm(1), object{"channels": []string{"supermarket"}, "issued": "2026-12-05", "expires": "2029-12-05"}))
	return t.File
}

func targetNames() []string {
	return []string{"products", "five-star", "upgraded", "cooperatives", "small-and-medium", "modern-channels"}
}

// succession are cases of codes that stand twice and of products that were
// recognised again (reading replaced-on-recognition).
func succession() suite.File {
	t := newTopic(suite.Registry, "succession")
	again := func(id, why, on string, inForce int, told []finding, records ...object) {
		t.counted("succession/"+id, why, lines(records...), suite.With{On: on}, object{"inForce": inForce, "problems": list(told)}, "reading/replaced-on-recognition")
	}
	twice := func(id, why string, inForce int, told []finding, records ...object) {
		t.counted("twice/"+id, why, lines(records...), suite.With{}, object{"records": inForce, "inForce": inForce, "failed": len(records) - inForce, "problems": list(told)})
	}
	twice("same-line", "", 1, found(wrong("REGISTER-01", "/code").at(2)), product(), product())
	twice("other-content", "the first is counted", 1, found(wrong("REGISTER-01", "/code").at(2)), product(), product(object{"product": "Chè"}))
	twice("padded", "1 and 01 are two numbers, as written", 2, nil, product(), another("01"))
	twice("one-failed", "a record that failed takes no other's place", 1, found(wrong("REGISTER-11", "/authority").at(1)), product(object{"authority": "ministry"}), product())
	old := object{"code": "66-24277-9-2025", "product": "Cà phê hạt", "edition": "qd148-2023", "issued": "2025-08-05", "expires": "2028-08-05"}
	renewed := product(object{"previous": "66-24277-9-2025", "previousStar": 4})
	told := found(wrong("REGISTER-02", "/expires").at(1))
	again("previous/that-day", "from that day only the newer one counts", "2026-08-05", 1, told, product(old), renewed)
	again("previous/day-before", "until then the old one", "2026-08-04", 1, told, product(old), renewed)
	again("previous/other-order", "", today, 1, found(wrong("REGISTER-02", "/expires").at(2)), renewed, product(old))
	again("previous/after-the-end", "an old certificate that has ended is replaced by nothing", today, 1, nil,
		product(old, object{"code": "66-24277-9-2023", "issued": "2023-08-04", "expires": "2026-08-04"}, object{"code": "66-643-24133-9-2023", "commune": "24133"}), product(object{"previous": "66-643-24133-9-2023", "previousStar": 4}))
	again("previous/on-the-last-day", "", today, 1, found(wrong("REGISTER-02", "/expires").at(1)),
		product(old, object{"code": "66-643-24133-9-2023", "commune": "24133", "issued": "2023-08-05", "expires": "2026-08-05"}), product(object{"previous": "66-643-24133-9-2023", "previousStar": 4}))
	again("previous/itself", "", today, 1, nil, product(object{"previous": "66-24277-1-2026"}))
	again("previous/not-there", "", today, 1, nil, renewed)
	later := object{"code": "66-24277-2-2026", "issued": "2026-09-05", "expires": "2029-09-05"}
	again("same-product", "one name of one producer in one set is one product", today, 1, found(wrong("REGISTER-02", "/expires").at(1)), product(), product(later))
	again("same-product/one-day", "of two of one day the first counts", today, 1, found(wrong("REGISTER-02", "/expires").at(2)), product(), product(object{"code": "66-24277-2-2026"}))
	again("same-product/other-case", "", today, 1, found(wrong("REGISTER-02", "/expires").at(1)), product(), product(later, object{"product": "CÀ PHÊ"}))
	again("other-product", "", today, 2, nil, product(), product(later, object{"product": "Chè"}))
	again("other-set", "", today, 2, nil, product(), product(later, object{"set": 12}))
	again("other-producer", "", today, 2, nil, product(), product(later, object{"producer": object{"name": "HTX Ea Tu", "kind": "cooperative"}}))
	again("refused-beside", "a refusal takes nothing's place", today, 1, nil, product(), product(object{"state": "refused", "code": nil, "issued": nil, "expires": nil, "decision": nil, "authority": nil, "star": 2, "total": "45"}))
	again("replaced/not-lapsed", "one that was replaced does not lapse", "2028-08-06", 1, told, product(old), renewed)
	t.Cases[len(t.Cases)-1].Expect = raw(object{"inForce": 1, "due": object{"lapsed": 0}, "problems": list(told)})
	return t.File
}
