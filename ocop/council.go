package ocop

import (
	"io"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Session is what a council's sheets come to, with the words to explain it.
type Session struct {
	Outcome scoring.CouncilOutcome
}

// Decide tells what a council's sheets come to. The error is a problem.List.
func Decide(council scoring.Council) (Session, error) {
	outcome, err := council.Decide()
	return Session{Outcome: outcome}, err
}

// Decide reads a council's sheets and tells what they come to. The error is a
// problem.List.
func (l *Library) Decide(document []byte) (Session, error) {
	council, err := scoring.DecodeCouncil(document, l.Editions()...)
	if err != nil {
		return Session{}, explainEdition(err)
	}
	return Decide(council)
}

// Minutes writes the outcome for people: the text of its Paper.
func (s *Session) Minutes(w io.Writer, options ReportOptions) error {
	return write(w, options, s.Paper)
}

// Paper is the outcome as the scoring part of the council's minutes: who was
// there, each member's points by part, the average, what is contested and what it
// comes to, with the article or the policy for each statement.
func (s *Session) Paper(l lang.Lang) (paper.Paper, error) {
	words := wordsOf(s.Outcome.Set)
	if words == nil {
		return paper.Paper{}, nothing()
	}
	return report.Minutes(&s.Outcome, words, l), nil
}

// Referral is what follows when the ministry's council has scored a product
// that a province's council sent on (Article 7.4).
type Referral struct {
	Province, Ministry *scoring.CouncilOutcome
	Result             scoring.Referral
	Star               int // 5 recognised, or 3 or 4 that the province may recognise; 0: none
}

// NewReferral joins the outcomes of the two councils. Without both there is none.
func NewReferral(province, ministry *Session) *Referral {
	if province == nil || ministry == nil {
		return &Referral{}
	}
	r := &Referral{Province: &province.Outcome, Ministry: &ministry.Outcome}
	r.Result, r.Star = scoring.Refer(r.Province, r.Ministry)
	return r
}

// none tells that no council's outcome was joined.
func (r *Referral) none() bool {
	return r.Province == nil || r.Ministry == nil || r.Province.Status == "" || r.Ministry.Status == ""
}

// Report writes the referral for people: the text of its Paper.
func (r *Referral) Report(w io.Writer, options ReportOptions) error {
	return write(w, options, r.Paper)
}

// Paper is the referral for people.
func (r *Referral) Paper(l lang.Lang) (paper.Paper, error) {
	if r.none() {
		return paper.Paper{}, nothing()
	}
	return report.Referral(r.Province, r.Ministry, r.Result, r.Star, l), nil
}
