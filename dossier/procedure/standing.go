package procedure

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// Standing is where a Life stands on a day, and the steps possible from there.
type Standing struct {
	On            civil.Date // zero: after its last step, whatever the date
	Stage         Stage
	Star          int               // as Life.Star
	Authority     scoring.Authority // who decides on that star; "" below 3
	Issued        civil.Date        // of the certificate; zero without one
	Expires       civil.Date
	ExtendedUntil civil.Date // zero where it is not extended
	PreviousUntil civil.Date // as Life.PreviousUntil
	Next          []StepKind
}

// Standing is where it stands on a day, by the steps up to it; on no day (zero)
// by all of them.
func (l Life) Standing(on civil.Date) Standing {
	s := Standing{On: on, Stage: l.Stage()}
	if on != (civil.Date{}) {
		l = l.until(on)
		s.Stage = l.StageOn(on)
	}
	if s.Star = l.Star(); s.Star >= 3 {
		s.Authority = authorityOf(s.Star)
	}
	if c, ok := l.Certificate(); ok {
		s.Issued, s.Expires = c.Issued, c.expiry()
	}
	s.ExtendedUntil, s.PreviousUntil, s.Next = l.ExtendedUntil(), l.PreviousUntil(), l.Next(on)
	return s
}

// until is the Life with its steps up to a day.
func (l Life) until(on civil.Date) Life {
	short := Life{Application: l.Application, Previous: l.Previous}
	for _, s := range l.steps {
		if on.Before(s.On) {
			break
		}
		short, _ = short.Take(s) // it was possible
	}
	return short
}

// Next lists the steps that are possible on a day, with the right star,
// authority and ground; on no day (zero) those that are on some day from the last
// step on.
func (l Life) Next(on civil.Date) (kinds []StepKind) {
	for i := range stepRules {
		kind := stepRules[i].kind
		s := Step{Kind: kind, On: on}
		if on == (civil.Date{}) {
			s.On = l.earliest(kind)
		}
		switch kind { //nolint:exhaustive // the others have nothing beside the day
		case StepScoreByProvince, StepScoreByMinistry:
			s.Star = 3
		case StepRecognise, StepWithdraw:
			s.By = authorityOf(l.Star())
		case StepEndExtension:
			s.Outcome = OutcomeRefused
		}
		if kind == StepWithdraw {
			s.Ground = GroundOtherAuthority
		}
		if _, err := l.Take(s); err == nil {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// earliest is a day no earlier than the last step on which a step of a kind is
// possible, where it is on any.
func (l *Life) earliest(kind StepKind) civil.Date {
	day := InForce()
	if c, ok := l.Certificate(); ok {
		day = c.Issued
	}
	if len(l.steps) > 0 {
		day = l.steps[len(l.steps)-1].On
	}
	var opens civil.Date
	switch {
	case kind == StepExtend:
		_, last := RenewalWindow(l.Expiry())
		opens = last.AddDays(1)
	case kind == StepFile && l.Previous != nil:
		opens, _ = RenewalWindow(l.Previous.expiry())
	}
	if day.Before(opens) {
		return opens
	}
	return day
}

// MarshalJSON implements json.Marshaler: what AppendJSON appends. Of a day that
// is none the error is a problem.List.
func (s Standing) MarshalJSON() ([]byte, error) {
	return s.AppendJSON(nil), realDays(s.On, s.Issued, s.Expires, s.ExtendedUntil, s.PreviousUntil)
}

// AppendJSON appends {"on","stage","star","authority","issued","expires",
// "extendedUntil","previousUntil","next":[…],"problems":[]}, with null for what
// there is not.
func (s *Standing) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	dateOrNull(w.Name("on"), s.On)
	w.Name("stage").StringOrNull(string(s.Stage))
	w.Name("star").IntIf(s.Star, s.Star != 0)
	w.Name("authority").StringOrNull(string(s.Authority))
	dateOrNull(w.Name("issued"), s.Issued)
	dateOrNull(w.Name("expires"), s.Expires)
	dateOrNull(w.Name("extendedUntil"), s.ExtendedUntil)
	dateOrNull(w.Name("previousUntil"), s.PreviousUntil)
	w.Name("next").OpenList()
	for _, kind := range s.Next {
		w.String(string(kind))
	}
	w.CloseList()
	w.Name("problems").OpenList()
	w.CloseList()
	w.Close()
	return w.Bytes()
}
