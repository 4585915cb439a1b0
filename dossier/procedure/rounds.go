package procedure

import "github.com/ocop-vn/ocop-go/scoring/civil"

// Round is a round of assessment. A province or the ministry may hold more
// rounds than these two a year.
type Round struct {
	Number         int        // 1 or 2
	ProposedBefore civil.Date // what is proposed before this day is assessed in it
	AssessedBefore civil.Date // and this is the day before which it is
}

// ProvinceRound is the round of the province that a commune's proposal reaches
// (Article 5.1): round 1 before 30 June for proposals before 30 April, round 2
// before 30 December for proposals before 30 October.
func ProvinceRound(proposed civil.Date) Round {
	return roundOf(proposed, halfYear{1, 4, 6}, halfYear{2, 10, 12})
}

// MinistryRound is the round of the ministry that a province's proposal reaches
// (Article 5.2): round 2 before 30 March for proposals before 30 January, round
// 1 before 30 September for proposals before 30 July.
func MinistryRound(proposed civil.Date) Round {
	return roundOf(proposed, halfYear{2, 1, 3}, halfYear{1, 7, 9})
}

// halfYear is a round: its number, the month whose 30th closes it for
// proposals, the month before whose 30th it is held.
type halfYear struct{ number, closes, held int }

// roundOf is the first of a year's two rounds that is still open, or the first of
// the next year (reading.NextRound).
func roundOf(proposed civil.Date, first, second halfYear) Round {
	in := func(h halfYear, year int) Round {
		return Round{
			Number:         h.number,
			ProposedBefore: civil.Date{Year: year, Month: h.closes, Day: 30},
			AssessedBefore: civil.Date{Year: year, Month: h.held, Day: 30},
		}
	}
	for _, h := range [...]halfYear{first, second} {
		if r := in(h, proposed.Year); proposed.Before(r.ProposedBefore) {
			return r
		}
	}
	return in(first, proposed.Year+1)
}
