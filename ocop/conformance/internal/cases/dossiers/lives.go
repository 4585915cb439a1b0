package dossiers

import (
	"maps"
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// step is a step taken on a day, with what belongs to it beside.
func step(kind, day string, beside ...object) object {
	o := object{"step": kind, "on": day}
	for _, members := range beside {
		maps.Copy(o, members)
	}
	return o
}

// life is a case of steps.
func life(id string, document object, expect object, rules ...string) suite.Case {
	return suite.Case{ID: "life/" + id, Rules: rules, Input: text(document), Expect: text(expect)}
}

func stepsOf(steps ...object) object {
	if steps == nil {
		steps = []object{}
	}
	return object{"steps": steps}
}

const day = "2026-12-01" // on which all steps are taken where the day is not the point

// way is a way to a stage, with the steps that are possible from there, by the order
// of the decision's articles.
type way struct {
	id    string
	star  int
	steps []string
	stage string
	next  []string
}

// ways lead to each stage of an application and a certificate.
var ways = []way{
	{"draft", 4, nil, "draft", []string{"file"}},
	{"filed", 4, []string{"file"}, "filed", []string{"send-back", "propose", "refuse", "take-back"}},
	{"sent-back", 4, []string{"file", "send-back"}, "sent-back", []string{"complete", "refuse", "take-back"}},
	{"completed", 4, []string{"file", "send-back", "complete"}, "filed", []string{"send-back", "propose", "refuse", "take-back"}},
	{"proposed", 4, []string{"file", "propose"}, "commune-reviewed", []string{"send-back", "score-by-province", "refuse", "take-back"}},
	{"sent-back-by-the-province", 4, []string{"file", "propose", "send-back"}, "sent-back", []string{"complete", "refuse", "take-back"}},
	{"completed-for-the-province", 4, []string{"file", "propose", "send-back", "complete"}, "commune-reviewed", []string{"send-back", "score-by-province", "refuse", "take-back"}},
	{"scored-4", 4, []string{"file", "propose", "score-by-province"}, "province-scored", []string{"recognise", "refuse", "take-back", "redo"}},
	{"scored-3", 3, []string{"file", "propose", "score-by-province"}, "province-scored", []string{"recognise", "refuse", "take-back", "redo"}},
	{"scored-2", 2, []string{"file", "propose", "score-by-province"}, "province-scored", []string{"refuse", "take-back", "redo"}},
	{"scored-5", 5, []string{"file", "propose", "score-by-province"}, "province-scored", []string{"send-on", "refuse", "take-back", "redo"}},
	{"redone", 5, []string{"file", "propose", "score-by-province", "redo"}, "commune-reviewed", []string{"send-back", "score-by-province", "refuse", "take-back"}},
	{"sent-on", 5, []string{"file", "propose", "score-by-province", "send-on"}, "sent-on", []string{"send-back", "score-by-ministry", "refuse", "take-back"}},
	{"sent-back-by-the-ministry", 5, []string{"file", "propose", "score-by-province", "send-on", "send-back"}, "sent-back", []string{"complete", "refuse", "take-back"}},
	{"scored-by-ministry", 5, []string{"file", "propose", "score-by-province", "send-on", "score-by-ministry"}, "ministry-scored", []string{"recognise", "refuse", "take-back"}},
	{"recognised-5", 5, []string{"file", "propose", "score-by-province", "send-on", "score-by-ministry", "recognise"}, "recognised", []string{"extend", "withdraw"}},
	{"recognised-4", 4, []string{"file", "propose", "score-by-province", "recognise"}, "recognised", []string{"extend", "withdraw", "redo"}},
	{"recognition-revoked", 4, []string{"file", "propose", "score-by-province", "recognise", "redo"}, "commune-reviewed", []string{"send-back", "score-by-province", "refuse", "take-back"}},
	{"withdrawn", 4, []string{"file", "propose", "score-by-province", "recognise", "withdraw"}, "withdrawn", []string{}},
	{"refused", 4, []string{"file", "refuse"}, "refused", []string{}},
	{"taken-back", 4, []string{"file", "take-back"}, "taken-back", []string{}},
}

// kinds are the steps, with what belongs to them.
var kinds = []string{
	"file", "send-back", "complete", "propose", "score-by-province", "send-on", "score-by-ministry", "recognise", "refuse", "take-back",
	"extend", "end-extension", "withdraw", "redo",
}

// taken is a step of a kind for a product of some stars.
func taken(kind string, star int) object {
	by := "province"
	if star == 5 {
		by = "ministry"
	}
	switch kind {
	case "score-by-province", "score-by-ministry":
		return step(kind, day, object{"star": star})
	case "recognise":
		return step(kind, day, object{"by": by})
	case "withdraw":
		return step(kind, day, object{"by": by, "ground": "law-broken"})
	case "extend":
		return step(kind, "2029-12-01")
	case "end-extension":
		return step(kind, "2029-12-01", object{"outcome": "refused"})
	}
	return step(kind, day)
}

// refusals are the codes of steps that are refused from a stage for another reason
// than the stage.
var refusals = map[string]string{
	"scored-5 recognise":                   "LIFE-01", // the ministry's council comes first (Article 7.4.e)
	"scored-4 send-on":                     "LIFE-03", // 4 stars are the province's (Article 4.1.a)
	"scored-3 send-on":                     "LIFE-03",
	"scored-2 send-on":                     "LIFE-03",
	"scored-2 recognise":                   "LIFE-02", // Article 4.1
	"scored-by-ministry score-by-province": "LIFE-13", // Article 7.4.g
	"recognised-5 redo":                    "LIFE-03", // 5 stars are the ministry's
	"recognised-5 end-extension":           "LIFE-15",
	"recognised-4 end-extension":           "LIFE-15",
}

// readingsOf are the readings of ours that steps rest on.
var readingsOf = map[string]string{
	"send-back": "reading/sent-back-by-any-office", "take-back": "reading/taken-back-before-outcome", "redo": "reading/redo-from-proposal",
}

// lives are the stages, from each the steps that are possible and those that are not.
func lives() (cases []suite.Case) {
	for _, w := range ways {
		var path []object
		for _, kind := range w.steps {
			path = append(path, taken(kind, w.star))
		}
		c := life("stage/"+w.id, stepsOf(path...), object{"stage": w.stage, "next": w.next, "problems": list{}}, "stage/"+w.stage)
		for _, kind := range w.next {
			c = of(c, "step/"+kind+"/possible")
			if reading := readingsOf[kind]; reading != "" {
				c = of(c, reading)
			}
		}
		cases = append(cases, c)
		for _, kind := range kinds {
			if slices.Contains(w.next, kind) {
				continue
			}
			code := refusals[w.id+" "+kind]
			if code == "" {
				code = "LIFE-01"
			}
			f := found{wrong(code, "/steps/"+strconv.Itoa(len(path)))}
			refused := life("refused/"+w.id+"/"+kind, stepsOf(append(slices.Clone(path), taken(kind, w.star))...), nil, append(f.codes(), "step/"+kind+"/refused")...)
			refused.Expect = f.refusal()
			cases = append(cases, refused)
		}
	}
	return append(cases, afterMinistry()...)
}

// afterMinistry is what the province may do with what the ministry's council made of a
// product (Article 7.4.g), and what a total bounds (Article 3.3).
func afterMinistry() (cases []suite.Case) {
	sent := []object{taken("file", 5), taken("propose", 5), taken("score-by-province", 5), taken("send-on", 5)}
	for _, c := range []struct {
		total string
		star  int
		free  bool
	}{
		{"", 5, false}, {"91", 5, false}, {"90", 4, false}, {"89.99", 4, true}, {"89", 3, true}, {"", 4, true},
	} {
		scored := step("score-by-ministry", day, object{"star": c.star})
		id := "after-ministry/" + c.total + "-" + strconv.Itoa(c.star)
		if c.total != "" {
			scored["total"] = c.total
		} else {
			id = "after-ministry/no-total-" + strconv.Itoa(c.star)
		}
		recognise := append(slices.Clone(sent), scored, step("recognise", day, object{"by": "province"}))
		again := append(slices.Clone(sent), scored, step("score-by-province", day, object{"star": 3}))
		reading := "reading/under-ninety-by-total"
		if c.free {
			cases = append(cases,
				life(id+"/recognised", stepsOf(recognise...), object{"stage": "recognised", "star": c.star, "authority": "province", "issued": day, "expires": "2029-12-01"}, reading),
				life(id+"/scored-again", stepsOf(again...), object{"stage": "province-scored", "star": 3}, reading))
			continue
		}
		code := "LIFE-13"
		if c.star == 5 {
			code = "LIFE-03"
		}
		cases = append(cases, refusedLife(id+"/recognised", found{wrong(code, "/steps/5")}, reading, recognise...), refusedLife(id+"/scored-again", found{wrong("LIFE-13", "/steps/5")}, reading, again...))
	}
	five := append(slices.Clone(sent), step("score-by-ministry", day, object{"star": 4}), step("score-by-province", day, object{"star": 5}))
	cases = append(cases, refusedLife("after-ministry/five-by-the-province", found{wrong("LIFE-03", "/steps/5")}, "reading/under-ninety-by-total", five...))

	for _, c := range []struct {
		total string
		most  int
	}{{"100", 5}, {"90", 5}, {"89.99", 4}, {"70", 4}, {"69.99", 3}, {"50", 3}, {"49.99", 2}, {"30", 2}, {"29.99", 1}, {"0", 1}} {
		path := func(star int) []object {
			return []object{taken("file", 5), taken("propose", 5), step("score-by-province", day, object{"total": c.total, "star": star})}
		}
		cases = append(cases, life("total/"+c.total, stepsOf(path(c.most)...), object{"stage": "province-scored", "star": c.most}, "life/total"))
		if c.most < 5 {
			cases = append(cases, refusedLife("total/"+c.total+"/above", found{wrong("LIFE-12", "/steps/2")}, "life/total", path(c.most+1)...))
		}
	}
	return cases
}

// refusedLife is a case of steps of which one is not possible.
func refusedLife(id string, f found, rule string, steps ...object) suite.Case {
	return suite.Case{ID: "life/" + id, Rules: append(f.codes(), rule), Input: text(stepsOf(steps...)), Expect: f.refusal()}
}

// certificates are what becomes of a certificate by its days.
func certificates() (cases []suite.Case) {
	// issued on 1 December 2026, and so to 1 December 2029; its window of re-assessment
	// is open from 4 June to 3 August 2029
	path := []object{taken("file", 4), taken("propose", 4), taken("score-by-province", 4), taken("recognise", 4)}
	at := func(id, day, stage string, rule string, more ...object) {
		c := on(life("certificate/"+id, stepsOf(append(slices.Clone(path), more...)...), object{"on": day, "stage": stage}, "stage/"+stage, rule), day)
		cases = append(cases, c)
	}
	refused := func(id, code, rule string, more ...object) {
		steps := append(slices.Clone(path), more...)
		cases = append(cases, refusedLife("certificate/"+id, found{wrong(code, "/steps/"+strconv.Itoa(len(steps)-1))}, rule, steps...))
	}
	const own, extension, over = "reading/last-day-of-certificate", "reading/late-filing-extends", "step/end-extension/possible"
	at("issued", "2026-12-01", "recognised", own)
	at("day-before-the-window", "2029-06-03", "recognised", "calendar/renewal/day-before")
	at("window-opens", "2029-06-04", "expiring", "calendar/renewal/first-day")
	at("last-day", "2029-12-01", "expiring", "calendar/certificate/last-day")
	at("day-after", "2029-12-02", "expired", "calendar/certificate/day-after")
	at("before-its-steps", "2026-11-30", "draft", "life/steps-up-to-a-day")

	extend := func(day string) object { return step("extend", day) }
	end := func(day, outcome string) object { return step("end-extension", day, object{"outcome": outcome}) }
	at("extended", "2029-12-02", "extended", extension, extend("2029-08-04"))
	at("extended-last-day", "2030-05-30", "extended", "calendar/extension/last-day", extend("2029-08-04"))
	at("extended-day-after", "2030-05-31", "expired", "calendar/extension/day-after", extend("2029-08-04"))
	at("extended-before-its-expiry", "2029-12-01", "expiring", extension, extend("2029-08-04"))
	refused("not-late", "LIFE-06", "calendar/renewal/last-day", extend("2029-08-03"))
	at("filed-after-expiry", "2030-05-30", "extended", extension, extend("2030-05-30"))
	refused("filed-after-extension", "LIFE-14", "calendar/extension/day-after", extend("2030-05-31"))
	refused("extended-twice", "LIFE-11", "reading/extended-once", extend("2029-09-01"), extend("2029-09-02"))
	refused("not-extended", "LIFE-15", "step/end-extension/refused", end("2029-12-01", "refused"))
	refused("ended-before-it-was-filed", "LIFE-06", "step/end-extension/refused", extend("2029-09-01"), end("2029-08-31", "refused"))
	refused("ended-after-it-lapsed", "LIFE-14", "step/end-extension/refused", extend("2029-09-01"), end("2030-05-31", "recognised"))
	at("refused-while-extended", "2030-02-01", "extended", over, extend("2029-09-01"), end("2030-02-01", "refused"))
	at("refused-while-extended-day-after", "2030-02-02", "expired", over, extend("2029-09-01"), end("2030-02-01", "refused"))
	at("refused-on-its-last-day", "2029-12-02", "expired", over, extend("2029-09-01"), end("2029-12-01", "refused"))
	at("replaced", "2030-06-01", "replaced", over, extend("2029-09-01"), end("2030-05-30", "recognised"))
	cases = append(cases,
		life("certificate/next-while-extended", stepsOf(append(slices.Clone(path), extend("2029-09-01"))...),
			object{"stage": "recognised", "issued": day, "expires": "2029-12-01", "extendedUntil": "2030-05-30", "next": list{"end-extension", "withdraw", "redo"}}, over, "calendar/extension/180-days"),
		life("certificate/extension-ended", stepsOf(append(slices.Clone(path), extend("2029-09-01"), end("2030-02-01", "refused"))...), object{"extendedUntil": "2030-02-01"}, over),
		life("certificate/extension-ended-early", stepsOf(append(slices.Clone(path), extend("2029-09-01"), end("2029-12-01", "refused"))...), object{"extendedUntil": nil}, over))

	withdraw := func(day, by, ground string) object { return step("withdraw", day, object{"by": by, "ground": ground}) }
	const while = "reading/withdrawn-while-in-force"
	for _, ground := range []string{"untruthful", "criteria-unmet", "law-broken", "mark-misused", "not-producing", "other-authority"} {
		at("withdrawn/"+ground, "2027-01-01", "withdrawn", "ground/"+ground, withdraw("2027-01-01", "province", ground))
	}
	at("withdrawn/for-good", "2035-01-01", "withdrawn", while, withdraw("2029-12-01", "province", "law-broken"))
	refused("withdrawn/expired", "LIFE-06", while, withdraw("2029-12-02", "province", "law-broken"))
	refused("withdrawn/before-issue", "LIFE-06", while, withdraw("2026-11-30", "province", "law-broken"))
	refused("withdrawn/by-the-ministry", "LIFE-03", "step/withdraw/refused", withdraw("2027-01-01", "ministry", "law-broken"))
	at("withdrawn/while-extended", "2030-05-30", "withdrawn", while, extend("2029-12-01"), withdraw("2030-05-30", "province", "not-producing"))
	refused("withdrawn/extension-lapsed", "LIFE-06", while, extend("2029-12-01"), withdraw("2030-05-31", "province", "not-producing"))

	const redo = "reading/redo-from-proposal"
	refused("redone/expired", "LIFE-06", redo, step("redo", "2029-12-02"))
	cases = append(cases, life("certificate/redone", stepsOf(append(slices.Clone(path), step("redo", "2027-01-01"), step("score-by-province", "2027-02-01", object{"star": 3}), step("recognise", "2027-02-02", object{"by": "province"}))...),
		object{"stage": "recognised", "star": 3, "issued": "2027-02-02", "expires": "2030-02-02"}, redo),
		life("certificate/redone-lost", stepsOf(append(slices.Clone(path), step("redo", "2027-01-01"))...), object{"stage": "commune-reviewed", "star": nil, "issued": nil, "expires": nil}, redo),
		life("certificate/months-end", stepsOf(step("file", "2027-11-01"), step("propose", "2027-11-02"), step("score-by-province", "2028-02-01", object{"star": 4}), step("recognise", "2028-02-29", object{"by": "province"})),
			object{"issued": "2028-02-29", "expires": "2031-02-28"}, own, "calendar/certificate/months-end"))
	// Article 12.1: what the decision prints counts before 36 months.
	const printed = "reading/printed-end-first"
	scored := path[:len(path)-1]
	ends := func(id, expires, at, stage string) suite.Case {
		return on(life("certificate/"+id, stepsOf(append(slices.Clone(scored), step("recognise", day, object{"by": "province", "expires": expires}))...), object{"stage": stage, "expires": expires}, printed), at)
	}
	cases = append(cases, ends("printed-last-day", "2029-11-30", "2029-11-30", "expiring"), ends("printed-day-after", "2029-11-30", "2029-12-01", "expired"), ends("printed-later", "2031-12-01", "2031-12-01", "expiring"),
		refusedLife("certificate/printed-before-issue", found{wrong("LIFE-06", "/steps/3/expires")}, printed, append(slices.Clone(scored), step("recognise", day, object{"by": "province", "expires": "2026-11-30"}))...))
	return append(cases, previous()...)
}

// previous are lives of a certificate that was issued before, by itself or beside the
// application that is to replace it (Articles 7.5, 7.6, 12.3).
func previous() (cases []suite.Case) {
	alone := func(issued, expires string, star int, steps ...object) object {
		o := stepsOf(steps...)
		o["previous"] = object{"star": star, "issued": issued}
		if expires != "" {
			o["previous"] = object{"star": star, "issued": issued, "expires": expires}
		}
		return o
	}
	of := func(application string, o object) object { return with(o, "application", application) }
	printed := alone("2023-07-10", "2026-07-01", 5)
	cases = append(cases,
		life("previous/alone", printed, object{"stage": "recognised", "star": 5, "authority": "ministry", "issued": "2023-07-10", "expires": "2026-07-01", "previousUntil": nil}, "reading/printed-end-first"),
		on(life("previous/printed-last-day", printed, object{"stage": "expiring"}, "reading/printed-end-first"), "2026-07-01"),
		on(life("previous/printed-day-after", printed, object{"stage": "expired"}, "reading/printed-end-first"), "2026-07-02"),
		life("previous/extended", alone("2023-07-10", "2026-07-01", 5, step("extend", "2026-07-20")), object{"extendedUntil": "2026-12-28"}, "reading/late-filing-extends"),
		life("previous/ended-in-force", alone("2023-05-22", "", 4, step("extend", "2026-06-01")), object{"extendedUntil": "2026-11-18"}, "reading/ended-not-revived"),
		suite.Case{ID: "life/previous/ended-before", Rules: []string{"code/LIFE-16", "reading/ended-not-revived"}, Input: text(alone("2023-05-21", "", 4, step("extend", "2026-06-01"))), Expect: found{wrong("LIFE-16", "/steps/0")}.refusal()},
		life("previous/withdrawn-on-the-day", alone("2023-07-10", "", 5, step("withdraw", "2023-07-10", object{"by": "ministry", "ground": "law-broken"})), object{"stage": "withdrawn"}, "reading/withdrawn-while-in-force"),
		suite.Case{ID: "life/previous/withdrawn-before-issue", Rules: []string{"code/LIFE-06", "reading/withdrawn-while-in-force"}, Input: text(alone("2023-07-10", "", 5, step("withdraw", "2023-07-09", object{"by": "ministry", "ground": "law-broken"}))), Expect: found{wrong("LIFE-06", "/steps/0")}.refusal()},
		suite.Case{ID: "life/previous/filed-too-early", Rules: []string{"code/LIFE-06", "calendar/renewal/day-before", "step/file/refused"}, Input: text(of("re-assessment", alone("2023-07-10", "", 3, step("file", "2026-01-10")))), Expect: found{wrong("LIFE-06", "/steps/0")}.refusal()},
		life("previous/filed-first-day", of("re-assessment", alone("2023-07-10", "", 3, step("file", "2026-01-11"))), object{"stage": "filed", "previousUntil": "2026-07-10"}, "calendar/renewal/first-day"),
		life("previous/upgrade-any-day", of("upgrade", alone("2023-07-10", "", 3, step("file", "2024-01-10"))), object{"stage": "filed", "previousUntil": "2026-07-10"}, "calendar/renewal/day-before"))
	scored := func(recognised string, days ...string) []object {
		return []object{step("file", days[0]), step("propose", days[1]), step("score-by-province", days[2], object{"star": 4}), step("recognise", recognised, object{"by": "province"})}
	}
	for _, c := range []struct {
		id, application string
		steps           []object
		until           string
	}{
		{"draft", "re-assessment", nil, "2026-07-10"},
		{"filed-in-the-window", "re-assessment", []object{step("file", "2026-03-12")}, "2026-07-10"},
		{"filed-late", "re-assessment", []object{step("file", "2026-03-13")}, "2027-01-06"},
		{"filed-after-the-expiry", "re-assessment", []object{step("file", "2027-01-06")}, "2027-01-06"},
		{"filed-after-the-extension", "re-assessment", []object{step("file", "2027-01-07")}, "2026-07-10"},
		{"upgrade", "upgrade", []object{step("file", "2026-06-01")}, "2026-07-10"},
		{"recognised", "re-assessment", scored("2026-08-02", "2026-06-01", "2026-06-02", "2026-08-01"), "2026-08-02"},
		{"upgrade-recognised", "upgrade", scored("2026-06-04", "2026-06-01", "2026-06-02", "2026-06-03"), "2026-06-04"},
		{"refused-past-the-expiry", "re-assessment", []object{step("file", "2026-06-01"), step("refuse", "2026-08-02")}, "2026-08-02"},
		{"refused-before-it", "re-assessment", []object{step("file", "2026-06-01"), step("refuse", "2026-07-10")}, "2026-07-10"},
		{"taken-back-past-the-expiry", "re-assessment", []object{step("file", "2026-06-01"), step("take-back", "2026-07-11")}, "2026-07-11"},
		{"refused-when-the-extension-was-out", "re-assessment", []object{step("file", "2026-06-01"), step("refuse", "2027-03-01")}, "2027-01-06"},
	} {
		cases = append(cases, life("previous-until/"+c.id, of(c.application, alone("2023-07-10", "", 3, c.steps...)), object{"previousUntil": c.until}, "reading/replaced-on-recognition"))
	}
	return cases
}

// refusedLives are documents that are no life, and steps that are not written as such;
// and dossiers, which tell of their steps.
func refusedLives() []suite.Case {
	refused := func(id, document string, f ...finding) suite.Case {
		return suite.Case{ID: "life/document/" + id, Rules: found(f).codes(), Text: &document, Expect: found(f).refusal()}
	}
	one := func(id, step string, f ...finding) suite.Case {
		return refused(id, `{"steps":[`+step+`]}`, f...)
	}
	before := func(id, previous string, f ...finding) suite.Case {
		return refused(id, `{"previous":`+previous+`,"steps":[]}`, f...)
	}
	return []suite.Case{
		refused("no-steps", `{}`, shape("JSON-08", "")),
		refused("null", `{"steps":null}`, shape("JSON-09", "/steps")),
		refused("list", `[]`, shape("JSON-09", "")),
		refused("unknown-member", `{"star":5,"steps":[]}`, shape("JSON-07", "/star")),
		refused("member-twice", `{"steps":[],"steps":[]}`, wrong("JSON-06", "/steps")),
		refused("application", `{"application":"second","steps":[]}`, shape("LIFE-07", "/application")),
		refused("empty-application", `{"application":"","steps":[]}`, shape("LIFE-10", "/application")),
		one("no-day", `{"step":"file"}`, shape("JSON-08", "/steps/0")),
		one("no-such-day", `{"step":"file","on":"2026-02-30"}`, shape("DATE-01", "/steps/0/on")),
		one("no-kind", `{"on":"2026-06-01"}`, shape("JSON-08", "/steps/0")),
		one("unknown-kind", `{"step":"proposed","on":"2026-06-01"}`, shape("LIFE-07", "/steps/0/step")),
		one("no-star", `{"step":"score-by-province","on":"2026-06-01"}`, shape("JSON-08", "/steps/0")),
		one("star-of-0", `{"step":"score-by-province","on":"2026-06-01","star":0}`, shape("LIFE-04", "/steps/0/star")),
		one("star-of-6", `{"step":"score-by-province","on":"2026-06-01","star":6}`, shape("LIFE-04", "/steps/0/star")),
		one("number-with-point", `{"step":"score-by-province","on":"2026-06-01","star":4.0}`, wrong("JSON-10", "/steps/0/star")),
		one("total-above", `{"step":"score-by-province","on":"2026-06-01","star":5,"total":"100.01"}`, shape("LIFE-09", "/steps/0/total")),
		one("total-of-three-decimals", `{"step":"score-by-province","on":"2026-06-01","star":4,"total":"89.999"}`, shape("LIFE-09", "/steps/0/total")),
		one("total-with-comma", `{"step":"score-by-province","on":"2026-06-01","star":4,"total":"89,9"}`, shape("LIFE-09", "/steps/0/total")),
		one("empty-total", `{"step":"score-by-province","on":"2026-06-01","star":4,"total":""}`, shape("LIFE-10", "/steps/0/total")),
		one("no-authority", `{"step":"recognise","on":"2026-06-01"}`, shape("JSON-08", "/steps/0")),
		one("unknown-authority", `{"step":"recognise","on":"2026-06-01","by":"commune"}`, shape("LIFE-07", "/steps/0/by")),
		one("unknown-ground", `{"step":"withdraw","on":"2026-06-01","by":"province","ground":"bored"}`, shape("LIFE-05", "/steps/0/ground")),
		one("no-ground", `{"step":"withdraw","on":"2026-06-01","by":"province"}`, shape("JSON-08", "/steps/0")),
		one("unknown-outcome", `{"step":"end-extension","on":"2026-06-01","outcome":"lost"}`, shape("LIFE-07", "/steps/0/outcome")),
		one("of-another-step", `{"step":"file","on":"2026-06-01","by":"province"}`, shape("LIFE-08", "/steps/0/by")),
		one("end-of-another-step", `{"step":"file","on":"2026-06-01","expires":"2029-06-01"}`, shape("LIFE-08", "/steps/0/expires")),
		one("outcome-of-another-step", `{"step":"file","on":"2026-06-01","outcome":"refused"}`, shape("LIFE-08", "/steps/0/outcome")),
		one("before-the-step-before", `{"step":"file","on":"2026-06-02"},{"step":"propose","on":"2026-06-01"}`, wrong("LIFE-06", "/steps/1")),
		before("certificate-of-2-stars", `{"star":2,"issued":"2023-07-01"}`, shape("LIFE-17", "/previous/star")),
		before("certificate-of-6-stars", `{"star":6,"issued":"2023-07-01"}`, shape("LIFE-17", "/previous/star")),
		before("certificate-of-no-day", `{"star":4}`, shape("JSON-08", "/previous")),
		before("ends-before-issue", `{"star":4,"issued":"2023-07-01","expires":"2023-06-30"}`, wrong("LIFE-06", "/previous/expires")),

		{ID: "life/dossier/the-whole-way", Rules: []string{"life/dossier"}, Base: recognised, Expect: text(object{"stage": "recognised", "star": 5, "authority": "ministry", "issued": "2026-10-20", "expires": "2029-10-20", "next": list{"extend", "withdraw"}})},
		on(suite.Case{ID: "life/dossier/on-a-day", Rules: []string{"life/dossier", "life/steps-up-to-a-day"}, Base: recognised, Expect: text(object{"stage": "sent-on", "star": 5, "issued": nil})}, "2026-09-30"),
		{ID: "life/dossier/printed-end", Rules: []string{"life/dossier", "reading/printed-end-first"}, Base: recognised, Patch: []change{add("/decision/expires", "2029-10-19")}, Expect: text(object{"issued": "2026-10-20", "expires": "2029-10-19"})},
		{
			ID: "life/dossier/withdrawn-expired", Rules: []string{"life/dossier", "code/LIFE-06", "reading/withdrawn-while-in-force"}, Base: recognised,
			Patch:  []change{add("/withdrawal", object{"by": "ministry", "number": "9/QĐ", "date": "2029-10-21", "ground": "law-broken"})},
			Expect: found{wrong("LIFE-06", "/withdrawal")}.refusal(),
		},
		{
			ID: "life/dossier/ninety-at-the-ministry", Rules: []string{"life/dossier", "code/LIFE-13", "reading/under-ninety-by-total"}, Base: recognised,
			Patch:  []change{replace("/ministry/members/0/answers/6.1", "c"), replace("/decision/by", "province"), replace("/decision/star", 4)},
			Expect: found{wrong("LIFE-13", "/decision")}.refusal(), Why: "98 points with a minimum missed",
		},
		{ID: "life/dossier/draft", Rules: []string{"life/dossier"}, Base: first, Patch: []change{remove("/registration/communeReceipt")}, Expect: text(object{"stage": "draft", "next": list{"file"}})},
		{ID: "life/dossier/again", Rules: []string{"life/dossier"}, Base: again, Expect: text(object{"stage": "filed", "star": nil, "previousUntil": "2026-12-01"})},
		{ID: "life/dossier/refused", Rules: []string{"life/dossier", "code/DOSSIER-76"}, Base: recognised, Patch: []change{replace("/decision/by", "province")}, Expect: found{wrong("DOSSIER-76", "/decision/by")}.refusal()},
	}
}
