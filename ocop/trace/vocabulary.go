package trace

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// vocabulary is a list of the CBV's words and what stands before them in an address.
type vocabulary struct {
	member string // whose words these are
	short  string // as in cbv:BizStep-shipping and https://ref.gs1.org/cbv/BizStep-shipping
	urn    string // as in urn:epcglobal:cbv:bizstep:shipping
	words  []string
}

func steps() vocabulary {
	return vocabulary{"bizStep", "BizStep-", "bizstep:", []string{
		"accepting", "arriving", "assembling", "collecting", "commissioning", "consigning", "creating_class_instance", "cycle_counting",
		"decommissioning", "departing", "destroying", "disassembling", "dispensing", "encoding", "entering_exiting", "holding", "inspecting",
		"installing", "killing", "loading", "other", "packing", "picking", "receiving", "removing", "repackaging", "repairing", "replacing",
		"reserving", "retail_selling", "sampling", "sensor_reporting", "shipping", "staging_outbound", "stock_taking", "stocking", "storing",
		"transporting", "unloading", "unpacking", "void_shipping",
	}}
}

func dispositions() vocabulary {
	return vocabulary{"disposition", "Disp-", "disp:", []string{
		"active", "available", "completeness_inferred", "completeness_verified", "conformant", "container_closed", "container_open", "damaged",
		"destroyed", "dispensed", "disposed", "encoded", "expired", "in_progress", "in_transit", "inactive", "mismatch_class",
		"mismatch_instance", "mismatch_quantity", "needs_replacement", "no_pedigree_match", "non_conformant", "non_sellable_other",
		"partially_dispensed", "recalled", "reserved", "retail_sold", "returned", "sellable_accessible", "sellable_not_accessible", "stolen",
		"unavailable", "unknown",
	}}
}

func transactions() vocabulary {
	return vocabulary{"type", "BTT-", "btt:", []string{
		"bol", "cert", "desadv", "inv", "pedigree", "po", "poc", "prodorder", "recadv", "rma", "testprd", "testres", "upevt",
	}}
}

func parties() vocabulary {
	return vocabulary{"type", "SDT-", "sdt:", []string{"location", "owning_party", "possessing_party"}}
}

// bare is the word that a text names, bare or by an address; a stranger's address
// stands for itself. False where it is neither.
func (v vocabulary) bare(s string) (string, bool) {
	word := s
	for _, before := range [...]string{
		"https://ref.gs1.org/cbv/" + v.short, "https://ns.gs1.org/cbv/" + v.short, "http://ns.gs1.org/cbv/" + v.short,
		"cbv:" + v.short, "urn:epcglobal:cbv:" + v.urn,
	} {
		if rest, ok := strings.CutPrefix(s, before); ok {
			word = rest
			break
		}
	}
	if slices.Contains(v.words, word) {
		return word, true
	}
	// An address in the CBV's own space that is none of its words is a mistake.
	return s, word == s && isURI(s)
}

// standardPrefixes are those that the standard's own context declares.
func standardPrefixes() map[string]string {
	return map[string]string{
		"epcis": "https://ref.gs1.org/epcis/", "cbv": "https://ref.gs1.org/cbv/", "cbvmda": mda, "gs1": "https://gs1.org/voc/",
		"dcterms": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
	}
}

// mda begins the words of the CBV for master data, such as cbvmda:bestBeforeDate.
const mda = "urn:epcglobal:cbv:mda:"

// declared are the prefixes that a @context declares beside those known, which are
// protected: no context gives them another meaning.
func declared(context json.RawMessage, known map[string]string) map[string]string {
	var list []json.RawMessage
	if json.Unmarshal(context, &list) != nil {
		list = []json.RawMessage{context}
	}
	all := maps.Clone(known)
	for _, part := range list {
		var terms map[string]json.RawMessage
		if json.Unmarshal(part, &terms) != nil {
			continue
		}
		for term, value := range terms {
			var address string
			if _, standard := known[term]; !standard && json.Unmarshal(value, &address) == nil {
				all[term] = address
			}
		}
	}
	return all
}

// expanded is the whole address of a member's name.
func expanded(name string, prefixes map[string]string) string {
	if prefix, rest, ok := strings.Cut(name, ":"); ok {
		if address, ok := prefixes[prefix]; ok {
			return address + rest
		}
	}
	return name
}
