package dossiers

import (
	"encoding/json"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// articles are those that the keys of deadlines rest on.
var articles = map[string]string{
	"commune-review": "7.2", "transition": "12.2", "province-round": "5.1", "ministry-round": "5.2",
	"province-reassessment": "7.6.g", "ministry-reassessment": "7.6.g",
	"renewal": "7.6.a", "expiry": "4.3", "extension": "12.3", "withdrawal": "8.4",
}

// dueBy is something that is due by a day, open and by no reading of ours.
func dueBy(key, by string) object {
	return object{"key": key, "by": by, "article": articles[key], "state": "open", "reading": nil}
}

// state is what is due in another state, read by the reading that it rests on.
func state(due object, state string) object  { return with(due, "state", state) }
func read(due object, reading string) object { return with(due, "reading", reading) }
func opens(due object, day string) object    { return with(due, "from", day) }
func schedule(due ...object) json.RawMessage { return text(object{"due": due}) }
func nothing() json.RawMessage               { return text(object{"due": list{}}) }
func round(key, by string) object            { return read(dueBy(key, by), "next-round") }
func late(by string) object                  { return read(dueBy("extension", by), "late-filing-extends") }
func transition(by, reading string) object   { return read(dueBy("transition", by), reading) }
func certificate(first, last, expiry string) []object {
	return []object{opens(dueBy("renewal", last), first), dueBy("expiry", expiry)}
}

// deadline is a case of milestones.
func deadline(id string, milestones object, expect json.RawMessage, rules ...string) suite.Case {
	return suite.Case{ID: "deadlines/" + id, Rules: rules, Input: text(milestones), Expect: expect}
}

// moved is a case in which a last day that is off moves to the next working day.
func moved(c suite.Case) suite.Case {
	c.With.LastDayOff = "moved"
	return c
}

// holidays is a case with days off of its own.
func holidays(c suite.Case, years any) suite.Case {
	c.With.Holidays = text(years)
	return c
}

// calendar are the days themselves. The day from which a period runs does not count.
func calendar() []suite.Case {
	review := func(id, filed, by string, rules ...string) suite.Case {
		return deadline("review/"+id, object{"filed": filed}, schedule(dueBy("commune-review", by)), rules...)
	}
	cases := []suite.Case{
		why(review("monday", "2026-06-01", "2026-06-22", "reading/day-not-counted", "calendar/working-days"), "Article 7.2: three weeks of five days"),
		review("friday", "2026-06-05", "2026-06-26", "calendar/working-days"),
		why(review("saturday", "2026-06-06", "2026-06-26", "calendar/working-days"), "Monday is the first day"),
		why(review("first-day-in-force", "2026-05-22", "2026-06-12", "calendar/in-force/first-day"), "Article 11.1"),
		why(review("national-day", "2026-08-24", "2026-09-17", "calendar/working-days/off", "calendar/known/2026"), "31 August, 1 and 2 September are off"),
		why(review("exchanged", "2026-08-03", "2026-08-22", "calendar/working-days/exchanged", "calendar/known/2026"), "Saturday 22 August is worked"),
		why(review("exchanged-and-off", "2026-08-20", "2026-09-14", "calendar/working-days/exchanged", "calendar/working-days/off"), "22 August counts, three days do not"),
		why(review("new-year", "2026-12-21", "2027-01-12", "calendar/working-days/off"), "1 January is off"),
		why(review("tet", "2027-01-25", "2027-02-22", "calendar/known/2027"), "5 and 8 to 11 February are off"),
		why(review("fixed-days", "2028-04-20", "2028-05-15", "calendar/fixed"), "30 April, a Sunday, moves past 1 May to the 2nd"),
		why(review("fixed-days-both", "2033-04-20", "2033-05-13", "calendar/fixed"), "30 April and 1 May, a Saturday and a Sunday, move to the 2nd and the 3rd"),
		why(holidays(review("own-none", "2026-08-24", "2026-09-14", "calendar/working-days/own"), object{"2026": object{"off": list{}}}), "a year that is given replaces that year"),
		why(holidays(review("own-and-known", "2026-12-21", "2027-01-12", "calendar/working-days/own"), object{"2026": object{"off": list{"2026-12-24"}, "worked": list{"2026-12-27"}}}), "and that year alone: 1 January 2027 is off"),

		why(deadline("certificate", object{"issued": "2026-05-22"}, schedule(certificate("2028-11-23", "2029-01-22", "2029-05-22")...), "calendar/certificate/36-months", "calendar/renewal/window"), "Articles 4.3, 7.6.a: 180 and 120 days before"),
		why(deadline("certificate/leap-day", object{"issued": "2024-02-29"},
			schedule(opens(read(dueBy("renewal", "2026-10-31"), "last-day-off-kept"), "2026-09-01"), dueBy("expiry", "2027-02-28")), "calendar/certificate/months-end", "reading/last-day-of-certificate", "reading/last-day-off-kept"), "the month's last day; 31 October 2026 is a Saturday"),
		why(deadline("certificate/year-end", object{"issued": "2026-12-31"},
			schedule(opens(read(dueBy("renewal", "2029-09-02"), "last-day-off-kept"), "2029-07-04"), dueBy("expiry", "2029-12-31")), "calendar/certificate/36-months"), "2 September 2029 is a Sunday"),
		why(deadline("certificate/printed", object{"issued": "2026-08-05", "expires": "2029-08-04"},
			schedule(opens(dueBy("renewal", "2029-04-06"), "2029-02-05"), read(dueBy("expiry", "2029-08-04"), "printed-end-first")), "reading/printed-end-first"), "Article 12.1"),

		why(deadline("reassessment/province", object{"application": "re-assessment", "provinceComplete": "2026-05-31"}, schedule(dueBy("province-reassessment", "2026-07-15")), "calendar/re-assessment/45-days", "reading/day-not-counted"), "Article 7.6.g"),
		deadline("reassessment/ministry", object{"application": "re-assessment", "ministryComplete": "2027-03-31"}, schedule(read(dueBy("ministry-reassessment", "2027-05-15"), "last-day-off-kept")), "calendar/re-assessment/45-days"),
		moved(deadline("reassessment/moved", object{"application": "re-assessment", "ministryComplete": "2027-03-31"}, schedule(read(dueBy("ministry-reassessment", "2027-05-17"), "last-day-off-moved")), "reading/last-day-off-moved")),
		why(deadline("withdrawal", object{"concluded": "2027-02-18"}, schedule(dueBy("withdrawal", "2027-03-05")), "calendar/withdrawal/15-days", "reading/day-not-counted"), "Article 8.4"),
		why(deadline("withdrawal/day-off", object{"concluded": "2026-08-16"}, schedule(read(dueBy("withdrawal", "2026-08-31"), "last-day-off-kept")), "calendar/last-day-off/kept", "reading/last-day-off-kept"), "31 August 2026 is off"),
		why(moved(deadline("withdrawal/moved", object{"concluded": "2026-08-16"}, schedule(read(dueBy("withdrawal", "2026-09-03"), "last-day-off-moved")), "calendar/last-day-off/moved", "reading/last-day-off-moved")), "and so are the two days after"),
		why(moved(deadline("withdrawal/bridge-day", object{"concluded": "2025-04-17"}, schedule(read(dueBy("withdrawal", "2025-05-05"), "last-day-off-moved")), "calendar/known/2025", "calendar/last-day-off/moved")), "2 May 2025 is off, a Friday"),
		why(deadline("withdrawal/day-worked", object{"concluded": "2025-04-11"}, schedule(dueBy("withdrawal", "2025-04-26")), "calendar/known/2025", "calendar/last-day-off/kept"), "and Saturday 26 April is worked for it, so no last day is off"),
		why(moved(deadline("expiry/never-moves", object{"expires": "2026-08-30"},
			schedule(opens(read(dueBy("renewal", "2026-05-04"), "last-day-off-moved"), "2026-03-03"), read(dueBy("expiry", "2026-08-30"), "printed-end-first")), "calendar/last-day-off/expiry", "reading/last-day-off-moved")), "a certificate ends by itself on a Sunday; 2 May 2026 is a Saturday"),
		moved(deadline("round/never-moves", object{"proposed": "2029-10-01"}, schedule(round("province-round", "2029-12-29")), "calendar/last-day-off/round", "reading/last-day-off-moved")),

		why(deadline("transition/first", object{"application": "first", "filed": "2026-05-21"}, schedule(transition("2026-07-21", "earlier-rules-last-day")), "calendar/transition/60-days", "reading/earlier-rules-last-day", "calendar/in-force/day-before"), "Article 12.2.a"),
		deadline("transition/upgrade", object{"application": "upgrade", "filed": "2026-05-21"}, schedule(transition("2026-07-21", "earlier-rules-last-day")), "calendar/transition/60-days"),
		why(deadline("transition/re-assessment", object{"application": "re-assessment", "filed": "2026-05-20"}, schedule(transition("2026-06-21", "last-day-off-kept")), "calendar/transition/30-days", "reading/last-day-off-kept"), "Article 12.2.b; a Sunday"),
		moved(deadline("transition/re-assessment-moved", object{"application": "re-assessment", "filed": "2026-05-20"}, schedule(transition("2026-06-22", "last-day-off-moved")), "calendar/transition/30-days", "reading/last-day-off-moved")),
	}
	// Article 5: what is proposed before the 30th of a month is assessed before the
	// 30th two months later.
	for _, c := range []struct{ key, member, day, by string }{
		{"province-round", "proposed", "2026-05-22", "2026-12-29"},
		{"province-round", "proposed", "2026-10-29", "2026-12-29"},
		{"province-round", "proposed", "2026-10-30", "2027-06-29"},
		{"province-round", "proposed", "2026-12-31", "2027-06-29"},
		{"province-round", "proposed", "2027-04-29", "2027-06-29"},
		{"province-round", "proposed", "2027-04-30", "2027-12-29"},
		{"ministry-round", "sentOn", "2026-07-29", "2026-09-29"},
		{"ministry-round", "sentOn", "2026-07-30", "2027-03-29"},
		{"ministry-round", "sentOn", "2026-12-31", "2027-03-29"},
		{"ministry-round", "sentOn", "2027-01-29", "2027-03-29"},
		{"ministry-round", "sentOn", "2027-01-30", "2027-09-29"},
	} {
		cases = append(cases, deadline("round/"+c.member+"/"+c.day, object{c.member: c.day}, schedule(round(c.key, c.by)), "calendar/rounds/"+c.key, "reading/next-round"))
	}
	return cases
}

// due are what is due of a dossier and its certificate, and how it stands on a day.
func due() []suite.Case {
	// of a certificate that ends on 10 July 2026
	old := certificate("2026-01-11", "2026-03-12", "2026-07-10")
	cases := []suite.Case{
		deadline("nothing-yet", object{"application": "first"}, nothing(), "deadlines/nothing-yet"),
		deadline("a-first-assessment", object{"application": "first", "filed": "2026-06-01", "proposed": "2026-06-20", "sentOn": "2026-12-20"},
			schedule(state(dueBy("commune-review", "2026-06-22"), "done"), state(round("province-round", "2026-12-29"), "done"), round("ministry-round", "2027-03-29")), "deadlines/order"),
		why(deadline("earlier/first", object{"application": "first", "filed": "2026-04-20", "proposed": "2026-05-05"}, schedule(transition("2026-07-21", "earlier-rules-last-day")), "reading/earlier-rules-last-day"), "neither 5.1 nor 7.2"),
		why(deadline("earlier/re-assessment", object{"application": "re-assessment", "filed": "2026-05-20", "provinceComplete": "2026-06-15", "ministryComplete": "2026-06-18"}, schedule(transition("2026-06-21", "last-day-off-kept")), "reading/earlier-rules-last-day"), "nor 7.6.g"),
		deadline("earlier/proposed-before", object{"application": "first", "proposed": "2026-05-20"}, schedule(transition("2026-07-21", "earlier-rules-last-day")), "reading/earlier-rules-last-day"),
		why(deadline("earlier/assessed-before", object{"application": "first", "filed": "2026-04-20", "provinceScored": "2026-05-21"}, nothing(), "reading/earlier-rules-last-day"), "it is assessed"),
		why(deadline("earlier/with-the-ministry", object{"application": "first", "filed": "2026-04-20", "provinceScored": "2026-05-01", "sentOn": "2026-05-10"}, schedule(transition("2026-07-21", "earlier-rules-last-day")), "reading/earlier-rules-last-day"), "it is not yet assessed"),

		deadline("renewal/in-the-window", object{"application": "re-assessment", "filed": "2026-03-12", "provinceScored": "2026-05-21", "issued": "2023-07-10"},
			schedule(state(old[0], "done"), old[1]), "calendar/renewal/last-day"),
		why(deadline("renewal/late", object{"application": "re-assessment", "filed": "2026-06-01", "issued": "2023-07-10"},
			schedule(state(old[0], "done"), dueBy("commune-review", "2026-06-22"), old[1], late("2027-01-06")), "reading/late-filing-extends", "calendar/extension/180-days"), "Article 12.3"),
		deadline("renewal/last-day", object{"application": "re-assessment", "filed": "2029-01-22", "issued": "2026-05-22"},
			schedule(opens(state(dueBy("renewal", "2029-01-22"), "done"), "2028-11-23"), dueBy("commune-review", "2029-02-12"), dueBy("expiry", "2029-05-22")), "calendar/renewal/last-day"),
		deadline("renewal/day-after", object{"application": "re-assessment", "filed": "2029-01-23", "issued": "2026-05-22"},
			schedule(opens(state(dueBy("renewal", "2029-01-22"), "done"), "2028-11-23"), dueBy("commune-review", "2029-02-13"), dueBy("expiry", "2029-05-22"), late("2029-11-18")), "calendar/renewal/day-after", "reading/late-filing-extends"),
		deadline("extension/last-day", object{"application": "re-assessment", "filed": "2026-11-28", "issued": "2023-06-01"},
			schedule(state(opens(read(dueBy("renewal", "2026-02-01"), "last-day-off-kept"), "2025-12-03"), "done"), state(dueBy("expiry", "2026-06-01"), "done"), late("2026-11-28"), dueBy("commune-review", "2026-12-18")), "calendar/extension/last-day", "reading/late-filing-extends"),
		deadline("extension/day-after", object{"application": "re-assessment", "filed": "2026-11-29", "issued": "2023-06-01"},
			schedule(state(opens(read(dueBy("renewal", "2026-02-01"), "last-day-off-kept"), "2025-12-03"), "done"), state(read(dueBy("expiry", "2026-06-01"), "late-filing-extends"), "done"), dueBy("commune-review", "2026-12-18")), "calendar/extension/day-after", "reading/late-filing-extends"),
		why(deadline("extension/ended-in-force", object{"application": "re-assessment", "filed": "2026-06-01", "issued": "2023-05-22"},
			schedule(state(opens(dueBy("renewal", "2026-01-22"), "2025-11-23"), "done"), state(dueBy("expiry", "2026-05-22"), "done"), dueBy("commune-review", "2026-06-22"), late("2026-11-18")), "reading/ended-not-revived"), "it ended on the day the decision came into force"),
		why(deadline("extension/ended-before", object{"application": "re-assessment", "filed": "2026-06-01", "issued": "2023-05-21"},
			schedule(state(opens(dueBy("renewal", "2026-01-21"), "2025-11-22"), "done"), state(read(dueBy("expiry", "2026-05-21"), "ended-not-revived"), "done"), dueBy("commune-review", "2026-06-22")), "reading/ended-not-revived"), "and the day before"),
		why(deadline("upgrade/extends-nothing", object{"application": "upgrade", "filed": "2026-06-01", "issued": "2023-07-10"},
			schedule(old[0], dueBy("commune-review", "2026-06-22"), old[1]), "deadlines/upgrade"), "Article 12.3 is of re-assessments"),
		why(deadline("re-assessment/recognised", object{"application": "re-assessment", "filed": "2026-06-01", "issued": "2026-08-05"},
			schedule(state(dueBy("commune-review", "2026-06-22"), "done"), opens(read(dueBy("renewal", "2029-04-07"), "last-day-off-kept"), "2029-02-06"), dueBy("expiry", "2029-08-05")), "deadlines/new-certificate"), "the certificate is the new one"),

		why(suite.Case{ID: "deadlines/dossier/the-whole-way", Rules: []string{"calendar/dossier"}, Base: recognised, Expect: schedule(
			state(dueBy("commune-review", "2026-07-07"), "done"), state(round("province-round", "2026-12-29"), "done"), state(round("ministry-round", "2027-03-29"), "done"),
			opens(dueBy("renewal", "2029-06-22"), "2029-04-23"), dueBy("expiry", "2029-10-20"))}, "certified on 20 October 2026"),
		{ID: "deadlines/dossier/printed-end", Rules: []string{"reading/printed-end-first", "calendar/dossier"}, Base: recognised, Patch: []change{add("/decision/expires", "2029-10-19")}, Expect: schedule(
			state(dueBy("commune-review", "2026-07-07"), "done"), state(round("province-round", "2026-12-29"), "done"), state(round("ministry-round", "2027-03-29"), "done"),
			opens(dueBy("renewal", "2029-06-21"), "2029-04-22"), read(dueBy("expiry", "2029-10-19"), "printed-end-first"))},
		{ID: "deadlines/dossier/draft", Rules: []string{"calendar/dossier"}, Base: first, Patch: []change{remove("/registration/communeReceipt")}, Expect: nothing()},
		why(suite.Case{ID: "deadlines/dossier/earlier-rules", Rules: []string{"reading/earlier-rules-last-day", "calendar/dossier"}, Base: first,
			Patch: []change{replace("/registration/communeReceipt/date", "2026-05-21"), replace("/registration/date", "2026-05-20")}, Expect: schedule(transition("2026-07-21", "earlier-rules-last-day"))}, "refused as a dossier, it has its last day"),
		why(suite.Case{ID: "deadlines/dossier/completed", Rules: []string{"calendar/dossier"}, Base: again, Patch: []change{
			add("/registration/provinceReceipt", object{"number": "03-15/PĐK-66-24133-2026", "date": "2026-07-10", "receiver": "Lê Thị Dung"}),
			add("/requests", list{object{"kind": "completion", "by": "province", "asked": "2026-07-12", "done": "2026-07-20"}}),
		}, Expect: schedule(state(dueBy("commune-review", "2026-07-07"), "done"), state(opens(dueBy("renewal", "2026-08-03"), "2026-06-04"), "done"), dueBy("province-reassessment", "2026-09-03"), dueBy("expiry", "2026-12-01"))}, "the dossier is complete when what was asked for is there"),
	}
	return append(cases, states()...)
}

// states are how what is due stands on a day; without one nothing is missed.
func states() (cases []suite.Case) {
	on := func(id string, milestones object, day, want string, one object) {
		c := deadline("state/"+id, milestones, schedule(state(one, want)), "deadline/"+one["key"].(string)+"/"+want)
		c.With.On = day
		cases = append(cases, c)
	}
	// each key by itself: what it runs from, its last day, the day after, what does it
	for _, c := range []struct {
		since            object
		due              object
		after            string
		doneBy, doneDate string
	}{
		{object{"filed": "2026-08-24"}, dueBy("commune-review", "2026-09-17"), "2026-09-18", "", ""},
		{object{"application": "first", "filed": "2026-05-21"}, transition("2026-07-21", "earlier-rules-last-day"), "2026-07-22", "provinceScored", "2026-06-30"},
		{object{"proposed": "2026-06-01"}, round("province-round", "2026-12-29"), "2026-12-30", "provinceScored", "2026-11-30"},
		{object{"sentOn": "2026-06-01"}, round("ministry-round", "2026-09-29"), "2026-09-30", "ministryScored", "2026-08-31"},
		{object{"application": "re-assessment", "provinceComplete": "2026-05-31"}, dueBy("province-reassessment", "2026-07-15"), "2026-07-16", "provinceScored", "2026-06-30"},
		{object{"application": "re-assessment", "ministryComplete": "2026-05-31"}, dueBy("ministry-reassessment", "2026-07-15"), "2026-07-16", "ministryScored", "2026-06-30"},
		{object{"concluded": "2026-06-01"}, dueBy("withdrawal", "2026-06-16"), "2026-06-17", "withdrawn", "2026-06-10"},
	} {
		key, by := c.due["key"].(string), c.due["by"].(string)
		on(key+"/no-day", c.since, "", "open", c.due)
		on(key+"/last-day", c.since, by, "open", c.due)
		on(key+"/day-after", c.since, c.after, "missed", c.due)
		if c.doneBy != "" {
			done := with(c.since, c.doneBy, c.doneDate)
			on(key+"/done", done, "", "done", c.due)
			on(key+"/done-on-the-day", done, c.doneDate, "done", c.due)
			on(key+"/done-later", with(c.since, c.doneBy, c.after), by, "open", c.due)
		}
	}
	reviewed := deadline("state/commune-review/done", object{"filed": "2026-08-24", "proposed": "2026-09-18"},
		schedule(state(dueBy("commune-review", "2026-09-17"), "done"), round("province-round", "2026-12-29")), "deadline/commune-review/done")
	cases = append(cases, why(reviewed, "it happened, if late"))

	// of a certificate that ends on 10 July 2026
	of := func(id string, milestones object, day string, rules []string, want ...object) {
		c := deadline("state/"+id, milestones, schedule(want...), rules...)
		c.With.On = day
		cases = append(cases, c)
	}
	issued := object{"issued": "2023-07-10"}
	window := certificate("2026-01-11", "2026-03-12", "2026-07-10")
	of("renewal/last-day", issued, "2026-03-12", []string{"deadline/renewal/open"}, window...)
	of("renewal/day-after", issued, "2026-03-13", []string{"deadline/renewal/missed"}, state(window[0], "missed"), window[1])
	of("expiry/last-day", issued, "2026-07-10", []string{"deadline/expiry/open"}, state(window[0], "missed"), window[1])
	of("expiry/day-after", issued, "2026-07-11", []string{"deadline/expiry/done"}, state(window[0], "missed"), state(window[1], "done"))
	refiled := object{"application": "re-assessment", "filed": "2026-06-01", "issued": "2023-07-10"}
	done, review := state(window[0], "done"), dueBy("commune-review", "2026-06-22")
	missed, ended := state(review, "missed"), state(window[1], "done")
	of("renewal/refiled", refiled, "2026-06-01", []string{"deadline/renewal/done"}, done, review, window[1], late("2027-01-06"))
	of("extension/last-day", refiled, "2027-01-06", []string{"deadline/extension/open"}, done, missed, ended, late("2027-01-06"))
	of("extension/day-after", refiled, "2027-01-07", []string{"deadline/extension/missed"}, done, missed, ended, state(late("2027-01-06"), "missed"))
	of("extension/done", with(refiled, "provinceScored", "2026-12-01"), "2027-01-07", []string{"deadline/extension/done"}, done, state(review, "done"), ended, state(late("2027-01-06"), "done"))
	return cases
}

// refusedDates are milestones and holidays that are none.
func refusedDates() []suite.Case {
	refused := func(id, document string, f ...finding) suite.Case {
		return suite.Case{ID: "deadlines/refused/" + id, Rules: found(f).codes(), Text: &document, Expect: found(f).refusal()}
	}
	days := func(id string, years any, f ...finding) suite.Case {
		return holidays(suite.Case{ID: "deadlines/holidays/" + id, Rules: found(f).codes(), Input: text(object{"filed": "2026-06-01"}), Expect: found(f).refusal()}, years)
	}
	year := func(members object) object { return object{"2026": members} }
	return []suite.Case{
		refused("no-such-day", `{"filed":"2026-02-30"}`, shape("DATE-01", "/filed")),
		refused("short-day", `{"filed":"2026-6-1"}`, shape("DATE-01", "/filed")),
		refused("no-text", `{"filed":20260601}`, shape("JSON-09", "/filed")),
		refused("null", `{"filed":null}`, shape("JSON-09", "/filed")),
		refused("unknown-member", `{"fild":"2026-06-01"}`, shape("JSON-07", "/fild")),
		refused("member-twice", `{"filed":"2026-06-01","filed":"2026-06-01"}`, wrong("JSON-06", "/filed")),
		refused("empty", `{"application":""}`, shape("LIFE-10", "/application")),
		refused("application", `{"application":"second"}`, shape("LIFE-07", "/application")),
		refused("list", `[]`, shape("JSON-09", "")),
		refused("cut", `{"filed":"2026-06-01"`, unread("JSON-01")),
		{ID: "deadlines/refused/dossier", Rules: []string{"code/DOSSIER-01"}, Base: first, Patch: []change{remove("/product/name")}, Expect: found{shape("DOSSIER-01", "/product/name")}.refusal()},

		days("no-year", object{"26": object{"off": list{}}}, shape("HOLIDAY-01", "/26")),
		days("year-of-three", object{"0999": object{"off": list{}}}, shape("HOLIDAY-01", "/0999")),
		days("off-in-another-year", year(object{"off": list{"2027-01-01"}}), wrong("HOLIDAY-02", "/2026/off/0")),
		days("worked-in-another-year", year(object{"off": list{}, "worked": list{"2025-08-23"}}), wrong("HOLIDAY-02", "/2026/worked/0")),
		days("off-twice", year(object{"off": list{"2026-01-01", "2026-09-02", "2026-01-01"}}), shape("HOLIDAY-03", "/2026/off/2")),
		days("worked-twice", year(object{"off": list{}, "worked": list{"2026-08-22", "2026-08-22"}}), shape("HOLIDAY-03", "/2026/worked/1")),
		days("off-and-worked", year(object{"off": list{"2026-08-22"}, "worked": list{"2026-08-22"}}), wrong("HOLIDAY-04", "/2026/worked/0")),
		days("weekday-worked", year(object{"off": list{}, "worked": list{"2026-08-21"}}), wrong("HOLIDAY-05", "/2026/worked/0")),
		days("no-such-day", year(object{"off": list{"2026-02-30"}}), shape("DATE-01", "/2026/off/0")),
		days("no-list", year(object{"worked": list{}}), shape("JSON-08", "/2026")),
		days("unknown-member", year(object{"off": list{}, "days": list{}}), shape("JSON-07", "/2026/days")),
		days("empty-source", year(object{"off": list{}, "source": ""}), shape("LIFE-10", "/2026/source")),
		days("list", list{"2026-01-01"}, shape("JSON-09", "")),
	}
}
