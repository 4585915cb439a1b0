package rules

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// Dossiers are the rules of dossiers, dates, lives and papers that no rubric holds.
func Dossiers() []string {
	list := []string{
		// The days of Articles 4, 5, 7, 8, 11 and 12.
		"calendar/in-force/first-day", "calendar/in-force/day-before",
		"calendar/working-days", "calendar/working-days/off", "calendar/working-days/exchanged", "calendar/working-days/own",
		"calendar/known/2025", "calendar/known/2026", "calendar/known/2027", "calendar/fixed",
		"calendar/review/last-day", "calendar/review/day-after",
		"calendar/rounds/province-round", "calendar/rounds/ministry-round",
		"calendar/re-assessment/45-days", "calendar/withdrawal/15-days", "calendar/transition/60-days", "calendar/transition/30-days",
		"calendar/certificate/36-months", "calendar/certificate/months-end", "calendar/certificate/last-day", "calendar/certificate/day-after",
		"calendar/renewal/window", "calendar/renewal/day-before", "calendar/renewal/first-day", "calendar/renewal/last-day", "calendar/renewal/day-after",
		"calendar/extension/180-days", "calendar/extension/last-day", "calendar/extension/day-after",
		"calendar/last-day-off/kept", "calendar/last-day-off/moved", "calendar/last-day-off/round", "calendar/last-day-off/expiry",
		"calendar/dossier",
		"deadlines/nothing-yet", "deadlines/order", "deadlines/upgrade", "deadlines/new-certificate",

		// No step before the one that it follows (Article 7), nor its papers.
		"order/one-day", "order/registration/date", "order/registration/communeReceipt/date", "order/communeReport/date", "order/registration/provinceReceipt/date", "order/proposed/date",
		"order/council/date", "order/provinceProposal/date", "order/ministry/date", "order/decision/date",
		"order/papers/council/established", "order/papers/council/advice", "order/papers/council/report", "order/papers/ministry/regulation",
		"order/papers/proposal/approval", "order/papers/proposal/received", "order/papers/decision/issued", "order/papers/decision/published",
		"order/papers/decision/notice", "order/papers/decision/expires", "order/papers/request/asked", "order/papers/request/done",
		"order/papers/inspection", "order/papers/inspection/concluded", "order/papers/withdrawal", "order/papers/contract",

		// What each step leaves (Articles 6 to 9).
		"due/6.2.a/number", "due/6.2.b/report", "due/6.2.b/commune-report", "due/7.2/commune-receipt", "due/7.3.a/province-receipt",
		"due/7.3.b/established", "due/7.3.b/regulation", "due/7.3.b/names", "due/7.3.c/advice", "due/7.3.d/result", "due/7.3.e/certificate", "due/7.3.e/published", "due/7.3.g/notice",
		"due/6.3/proposal", "due/6.3.a/number", "due/6.3.a/approval", "due/6.3.a/council-report", "due/6.3.a/team-report", "due/6.3.a/samples",
		"due/6.3.b/number", "due/6.3.b/report", "due/6.3.b/samples",
		"due/7.4.b/established", "due/7.4.b/regulation", "due/7.4.b/names", "due/7.4.c/advice", "due/7.4.d/result", "due/7.4.e/certificate", "due/7.4.e/published", "due/7.4.g/notice",
		"due/7.6.c/advice", "due/7.6.e/advice", "due/8.1/recognition", "due/8.3/number", "due/9.1/recognition",

		"life/total", "life/steps-up-to-a-day", "life/dossier",
		"score/lowest", "score/one-claim", "score/highest", "score/minimum-missed", "score/none", "score/no-story", "score/incomplete", "score/stopped",
		"score/others-apart", "score/warnings", "score/refused",
	}
	for no := 1; no <= 26; no++ {
		set, _ := qd26.Edition().Set(no)
		for _, g := range set.Gates() {
			if g.Paper != "" {
				list = append(list, "compulsory/"+strconv.Itoa(no)+"/"+g.Paper)
			}
		}
	}
	for _, key := range procedure.DueKeys() {
		for _, state := range []procedure.DueState{procedure.DueOpen, procedure.DueDone, procedure.DueMissed} {
			if key == procedure.DueExpiry && state == procedure.DueMissed { // it comes by itself
				continue
			}
			list = append(list, "deadline/"+string(key)+"/"+string(state))
		}
	}
	for _, stage := range procedure.Stages() {
		list = append(list, "stage/"+string(stage))
	}
	for _, step := range procedure.StepKinds() {
		list = append(list, "step/"+string(step)+"/possible", "step/"+string(step)+"/refused")
	}
	for _, ground := range procedure.Grounds() {
		list = append(list, "ground/"+string(ground))
	}
	for _, name := range paper.Names() {
		list = append(list, "paper/"+string(name))
	}
	return list
}

// DossiersOutside are codes of dossiers that no document gives in every language: what
// only this library's own functions tell.
func DossiersOutside() map[string]string {
	return map[string]string{
		"DOCUMENT-01": "ocop/edges_test.go",
		"REPORT-01":   "ocop/zero_test.go",
	}
}
