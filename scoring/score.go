package scoring

import "github.com/ocop-vn/ocop-go/scoring/internal/table"

// Score tells what follows from a sheet. It reads nothing but the sheet,
// allocates nothing and may be called from any number of goroutines.
// The zero Sheet has the zero Result, whose Status is empty.
func Score(s *Sheet) Result {
	r := Result{sheet: *s}
	if s.set == nil {
		return r
	}
	points, flags, away := tally(s.set, &s.answers)
	if away {
		r.sheet.answers[s.set.Dependent] = table.Unanswered // whatever it is, the same follows
	}
	r.Parts = Parts{A: int(points & 0xff), B: int(points >> 8 & 0xff), C: int(points >> 16 & 0xff)}
	r.Total = r.Parts.A + r.Parts.B + r.Parts.C
	r.below = flags / table.BelowMinimum
	r.gates = s.gates
	if flags&table.ZeroPoint != 0 {
		r.gates |= 1 << s.set.Derived
	}
	switch {
	case r.gates != 0:
		r.Status = gateStatus(s.set, r.gates)
	case points>>24 != 0:
		r.Status = StatusIncomplete
		r.Bounds = bounds(s)
	default:
		r.Status = StatusClassified
		r.Band = band(s.set, r.Total, 1)
		r.Star = star(r.Band, r.below)
		r.Authority = AuthorityFor(r.Star)
		r.Bounds = Bounds{Total: Range{r.Total, r.Total}, Star: Range{r.Star, r.Star}}
	}
	return r
}

// tally sums the cells of a sheet's answers: points by part with the number of
// unanswered criteria, as table.Cell has them, and every flag that stands in any.
// It tells whether a criterion falls away, which then counts nothing.
func tally(t *table.Set, answers *[table.MaxCriteria]uint8) (points, flags uint32, away bool) {
	var sum, seen table.Cell // whole cells: no sum of points reaches the high half
	for i := range t.Cells {
		row := &t.Cells[i]
		cell := row[answers[i%table.MaxCriteria]%uint8(len(row))]
		sum += cell
		seen |= cell
	}
	points, flags = sum.Points(), seen.Flags()
	// Criterion 5.2 of sets 1 to 25 applies only where there is a story
	// (reading.NoStoryNoStructure). It bears no minimum, so there is no flag to
	// take back.
	if d := t.Dependent; d >= 0 && answers[t.Parent] == t.ParentAnswer {
		points -= t.Cells[d][answers[d]].Points()
		away = true
	}
	return points, flags, away
}

// gateStatus tells which gate decides: a rejected dossier outranks a stopped
// assessment (reading.RejectOutranksStop).
func gateStatus(t *table.Set, gates uint32) Status {
	for i := range t.Gates {
		if gates&(1<<i) != 0 && t.Gates[i].Rejects {
			return StatusRejected
		}
	}
	return StatusStopped
}

// band reads the band, 1 to 5, off the exact average of count totals, never a
// rounded one (Article 3.3: total average points; reading.ExactAverage).
func band(t *table.Set, sum, count int) int {
	star := len(t.Bands)
	for star > 1 && sum < leastOf(t, star)*count { // 1 star has no least
		star--
	}
	return star
}

// leastOf is the least total, in points, of a star's band.
func leastOf(t *table.Set, star int) int { return int(t.Bands[star-1]) }

// star is the highest star not above the band whose minima are met (Appendix
// II, the star marks). Bit k of below says that a minimum of star 3+k, or of a
// lower star, is missed (reading.CumulativeMinima). Stars 1 and 2 have no minima.
func star(band int, below uint32) int {
	for band > 2 && below&(1<<(band-3)) != 0 {
		band--
	}
	return band
}

// AuthorityFor tells who recognises a star (Article 4.1): the province 3 and 4
// stars, the ministry 5; nobody recognises less.
func AuthorityFor(star int) Authority {
	switch star {
	case 5:
		return AuthorityMinistry
	case 3, 4:
		return AuthorityProvince
	default:
		return ""
	}
}

// bounds are the least and the greatest outcome of a sheet without gates over
// every way to answer what is unanswered that does not stop the assessment.
//
// Points and minima grow with printed order, so the outcome is least when each
// open criterion gets its lowest answer and greatest when each gets its
// highest. Criterion 5.2 does not break this: the answer that makes it fall
// away is the lowest of 5.1.
func bounds(s *Sheet) Bounds {
	low, high := s.answers, s.answers
	for i := range s.set.Criteria {
		if s.answers[i] == table.Unanswered {
			low[i], high[i] = s.set.Criteria[i].Low, s.set.Criteria[i].High
		}
	}
	leastTotal, leastStar := outcome(s.set, &low)
	mostTotal, mostStar := outcome(s.set, &high)
	return Bounds{Total: Range{leastTotal, mostTotal}, Star: Range{leastStar, mostStar}}
}

// outcome is the total and the star of a fully answered sheet.
func outcome(t *table.Set, answers *[table.MaxCriteria]uint8) (total, stars int) {
	points, flags, _ := tally(t, answers)
	total = int(points&0xff + points>>8&0xff + points>>16&0xff)
	return total, star(band(t, total, 1), flags/table.BelowMinimum)
}
