package qd26

import "slices"

// Measure is what a criterion's options are shares of.
type Measure string

// The measures of Appendix II.
const (
	MeasureProvinceMaterials Measure = "province-materials" // materials that come from the province, of all materials
	MeasureCommuneMaterials  Measure = "commune-materials"  // what is grown, raised or caught in the commune, of all of it
	MeasureLinkedOutput      Measure = "linked-output"      // output sold under linkage contracts, of all output sold
	MeasureLocalCapital      Measure = "local-capital"      // capital held by local people, of a joint-stock company's
	MeasureLocalLabour       Measure = "local-labour"       // workers from the commune, of all workers
)

// Share is what one option asks of its criterion's measure, in percent. The zero
// Share asks nothing.
type Share struct {
	Least, Most uint8
	Above       bool  // more than Least, not Least itself
	Below       bool  // less than Most, not Most itself
	Months      uint8 // for how many months it has to last
}

// Holds tells whether a share that lies between two parts of a whole can be one
// that the option speaks of.
func (s Share) Holds(least, most, whole int64) bool {
	if s == (Share{}) {
		return true
	}
	from, to := int64(s.Least)*whole, int64(s.Most)*whole
	least, most = 100*least, 100*most
	return (most > from || most == from && !s.Above) && (least < to || least == to && !s.Below)
}

type (
	measuredAt struct {
		set    int
		code   string
		of     Measure
		shares []Share
	}
	askedAt struct {
		set        int
		code, kind string
	}
)

// Measured is what the options of a criterion are shares of, and the share of
// each in printed order; "" and none where they are not.
func Measured(set int, criterion string) (of Measure, shares []Share) {
	for i := range measured {
		if m := &measured[i]; m.set == set && m.code == criterion {
			return m.of, slices.Clone(m.shares)
		}
	}
	return "", nil
}

// AskedFor is the kind of evidence that a criterion's note asks for beside those
// that prove it (Criterion.Evidence); "" where it asks for none.
func AskedFor(set int, criterion string) string {
	for i := range asked {
		if a := &asked[i]; a.set == set && a.code == criterion {
			return a.kind
		}
	}
	return ""
}

// Traceability is what an option asks of electronic traceability.
type Traceability string

// What options ask for.
const (
	TraceCode  Traceability = "code"  // an electronic trace code on the label
	TraceStory Traceability = "story" // the product's story in its electronic trace
	TraceChain Traceability = "chain" // quality control tied to traceability
)

// Traces is what the last option of a criterion asks of electronic traceability; ""
// where no option of it asks for any.
func Traces(set int, criterion string) Traceability {
	for i := range traced {
		if a := &traced[i]; a.set == set && a.code == criterion {
			return Traceability(a.kind)
		}
	}
	return ""
}
