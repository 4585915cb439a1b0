package rules

import (
	"slices"
	"strconv"
)

// Registers are the rules of records, registers, traces, packages and requests that no
// table holds.
func Registers() []string {
	return slices.Concat(
		named("state", "recognised", "extended", "withdrawn", "refused"),
		named("record", "shapes", "rules", "states", "star-of-total", "parts-cut-off", "edition", "extension", "place", "tax-code",
			"public", "from-dossier", "from-outcome", "in-life"),
		named("figure", "on", "records", "inForce", "failed", "byStar", "bySet", "bySector", "byProvince", "byYear", "producers.total", "producers.byKind",
			"due.renewal", "due.expiring180", "due.lapsed", "since", "problemsByCode"),
		named("target", "products", "five-star", "upgraded", "cooperatives", "small-and-medium", "modern-channels"),
		named("registry", "figures", "succession", "table", "table-written"),
		named("exchange", "gather", "diff", "patch", "apply", "merge", "deliver", "verify"),
		named("trace", "from", "complete", "order", "units", "packing", "void", "once", "words", "keys", "joined", "forms", "documents", "forward", "levels", "events", "rest", "misfits", "page"),
		named("trace/level", sets()...),
		named("package", "zip", "bag"),
		named("http", "score", "validate", "plan", "council", "deadlines", "life", "papers", "packages", "rubric", "schemas", "openapi.json", "healthz",
			"media-type", "package", "head", "options", "400", "404", "405", "413", "415", "422"),
	)
}

// RegistersOutside are the codes that no document of this part gives, with the test
// that holds each: what a network or a disk does, and what is too large to stand in a
// file of cases.
func RegistersOutside() map[string]string {
	return map[string]string{
		"PACK-03":  "ocop/pack/pack_test.go",        // the package cannot be read on
		"HTTP-10":  "ocop/httpapi/wire_test.go",     // the document came too slowly
		"HTTP-13":  "ocop/httpapi/panic_test.go",    // something broke inside
		"HTTP-16":  "ocop/httpapi/packages_test.go", // a package of over 100,000,000 bytes
		"SHOP-02":  "ocop/trace/page/page_test.go",  // a picture of over 1 MiB
		"TRACE-29": "ocop/trace/hostile_test.go",    // chains of half a million lines
		"TRACE-32": "ocop/trace/trace_test.go",      // of works that a Go program tells of
		"TRACE-33": "ocop/trace/trace_test.go",      // likewise
	}
}

// named are names of a group.
func named(group string, names ...string) []string {
	rules := make([]string, len(names))
	for i, name := range names {
		rules[i] = group + "/" + name
	}
	return rules
}

// sets are the numbers of the product sets.
func sets() []string {
	const last = 26
	numbers := make([]string, last)
	for i := range numbers {
		numbers[i] = strconv.Itoa(i + 1)
	}
	return numbers
}
