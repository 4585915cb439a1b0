package rules

import "strconv"

// Scores are the rules of sheets, councils, plans and vectors that no table holds.
func Scores() []string {
	list := []string{
		"status/sheet/classified", "status/sheet/incomplete", "status/sheet/stopped", "status/sheet/rejected",
		"authority/ministry", "authority/province", "authority/nobody",
		"bounds/open", "bounds/closed", "bounds/star", "bounds/derived-gate", "bounds/dependent",
		"sheet/any-order", "sheet/any-spelling", "sheet/white-space", "sheet/no-gates", "sheet/remarks", "sheet/as-large-as-can-be",

		"status/council/rejected", "status/council/stopped", "status/council/no-quorum", "status/council/incomplete", "status/council/spread-too-wide", "status/council/classified",
		"average/half", "average/third", "average/cut-off", "average/one-member",
		"policy/none", "policy/max-spread/at", "policy/max-spread/over", "policy/quorum/at", "policy/quorum/below", "policy/chair/there", "policy/chair/missing",
		"policy/minima/majority/met", "policy/minima/majority/half", "policy/minima/all/met", "policy/minima/all/missed", "policy/minima/mean/met", "policy/minima/mean/missed",
		"council/spread", "council/widest-first", "council/contested", "council/gate/given", "council/gate/derived/majority", "council/gate/derived/half", "council/order",

		"plan/there-already", "plan/least-cost", "plan/fewest-changes", "plan/least-total", "plan/first-criterion", "plan/first-option",
		"plan/reason/minimum", "plan/reason/points", "plan/cumulative-minima", "plan/cost", "plan/cost-nothing", "plan/locked", "plan/blocked-by/minimum", "plan/blocked-by/points", "plan/blocked-by/gate",
		"plan/derived-gate", "plan/case/kept", "plan/case/from-none", "plan/dependent/raised", "plan/dependent/left-out", "plan/dependent/stays", "plan/star-asked-first", "plan/star-in-document",

		"vector/blank", "vector/printed-order", "vector/gates-last", "vector/none", "vector/cases", "vector/full",
		"compare/same", "compare/changed", "compare/answered", "compare/opened", "compare/closed", "compare/dependent",

		"referral/not-referred", "referral/recognised", "referral/returned", "referral/unsettled", "referral/still-pending",
		"rubric/read", "rubric/own-bands", "rubric/optional-members",
	}
	for no := 1; no <= 26; no++ {
		list = append(list, "total/"+strconv.Itoa(no)+"/most", "total/"+strconv.Itoa(no)+"/least")
	}
	return list
}

// ScoresOutside are codes that no document gives in every language: what only this
// library's own functions, the command or a browser tells.
func ScoresOutside() map[string]string {
	return map[string]string{
		"JSON-13":       "scoring/problem/problem_test.go",
		"PLAN-06":       "scoring/plan_test.go",
		"SHEET-10":      "scoring/score_test.go",
		"SHEET-11":      "scoring/compact_test.go",
		"EDITION-01":    "ocop/editions_test.go",
		"EDITION-02":    "ocop/editions_test.go",
		"EDITION-04":    "ocop/httpapi/httpapi_test.go",
		"EDITION-06":    "ocop/loaded_test.go",
		"EDITION-07":    "ocop/loaded_test.go",
		"EDITION-08":    "ocop/values_test.go",
		"LINE-01":       "ocop/cmd/ocop/lines_test.go",
		"LINE-02":       "ocop/cmd/ocop/lines_test.go",
		"VALIDATION-01": "dossier/validation/problems_test.go",
		"VALIDATION-02": "dossier/validation/problems_test.go",

		"MODULE-01": "wasm/internal/bridge/bridge_test.go",
		"MODULE-02": "wasm/internal/bridge/bridge_test.go",
		"MODULE-03": "wasm/test/package.test.mjs",
		"MODULE-04": "wasm/test/loading.test.mjs",
		"MODULE-05": "wasm/test/loading.test.mjs",
		"MODULE-06": "wasm/test/loading.test.mjs",
		"MODULE-07": "wasm/test/package.test.mjs",
		"MODULE-08": "wasm/test/package.test.mjs",
		"MODULE-10": "wasm/test/worker.test.mjs",
		"MODULE-11": "wasm/test/portal.test.mjs",
		"MODULE-12": "wasm/test/worker.test.mjs",
		"MODULE-13": "wasm/test/hostile.test.mjs",
		"MODULE-14": "wasm/test/worker.test.mjs",
		"MODULE-15": "wasm/test/package.test.mjs",
		"MODULE-16": "wasm/test/worker.test.mjs",
		"MODULE-17": "wasm/test/worker.test.mjs",
		"MODULE-18": "wasm/test/loading.test.mjs",
		"MODULE-19": "wasm/test/loading.test.mjs",
		"MODULE-20": "wasm/test/loading.test.mjs",
		"MODULE-21": "wasm/test/hostile.test.mjs",
		"MODULE-22": "wasm/test/worker.test.mjs",

		"FORM-01": "wasm/test/element.test.mjs",
		"FORM-02": "wasm/test/files.test.mjs",
		"FORM-03": "wasm/test/element-early.test.mjs",
		"FORM-04": "wasm/test/element.test.mjs",
		"FORM-05": "wasm/test/files.test.mjs",
		"FORM-06": "wasm/test/products.test.mjs",
		"FORM-07": "wasm/test/products.test.mjs",
		"FORM-08": "wasm/test/products.test.mjs",
		"FORM-09": "wasm/test/dossier.test.mjs",
		"FORM-10": "wasm/test/dossier.test.mjs",
	}
}
