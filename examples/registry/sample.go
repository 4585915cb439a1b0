package main

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// sample takes some of the records, in their order: those that chains are made for,
// each record that brings something not there before, and then ones evenly apart.
func sample(records []registry.Record, size int, on civil.Date) []registry.Record {
	if len(records) <= size {
		return records
	}
	taken, left := make([]bool, len(records)), size
	take := func(i int) {
		if !taken[i] && left > 0 {
			taken[i] = true
			left--
		}
	}
	for i := range recipes {
		if at := recipes[i].product(records, on); at >= 0 {
			take(at)
		}
	}
	seen := map[string]bool{}
	for i := range records {
		for _, trait := range traits(&records[i]) {
			if !seen[trait] {
				seen[trait] = true
				take(i)
			}
		}
	}
	for i, step := 0, len(records)/max(left, 1); left > 0; i = (i + step) % len(records) {
		for taken[i] {
			i = (i + 1) % len(records)
		}
		take(i)
	}
	chosen := make([]registry.Record, 0, size)
	for i := range records {
		if taken[i] {
			chosen = append(chosen, records[i])
		}
	}
	return chosen
}

// traits are what a reader of the sample should see each of.
func traits(x *registry.Record) []string {
	return []string{
		"set " + strconv.Itoa(x.Set), "province " + x.Province, "state " + string(x.State), "kind " + string(x.Producer.Kind),
		"edition " + x.Edition, "star " + strconv.Itoa(x.Star), "ground " + string(x.Ground), "size " + x.Producer.Size,
		"code " + strconv.Itoa(strings.Count(x.Code, "-")), "tax code " + strconv.Itoa(len(x.Producer.TaxCode)),
	}
}
