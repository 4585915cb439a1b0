//go:build !ocop_browser

package scoring

import (
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/jsonback"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What follows from a sheet is read back from the JSON that it was written as,
// for the built-in edition. Nothing is believed that is not written again in the
// same way; a Result is worked out anew from its answers, so that a forged one is
// refused. A page keeps its own values, so the browser's modules have none of it.

// head is what names the product set of a document.
type head struct {
	Edition string         `json:"edition"`
	Set     int            `json:"set"`
	Rubric  jsontext.Value `json:"rubric"`
}

// find is the set that a document names. What follows from a loaded rubric is
// not read back: the rubric is not in it.
func (h *head) find() (Set, error) {
	if h.Edition != builtIn().ID() || h.Rubric != nil {
		return Set{}, problem.List{unknownEdition.At("/edition", problem.Value("edition", h.Edition), problem.Choices("known", builtIn().ID()))}
	}
	set, ok := builtIn().Set(h.Set)
	if !ok {
		return Set{}, problem.List{wrongSetNumber("/set", h.Set, builtIn())}
	}
	return set, nil
}

// same tells whether a document is what a value is written as.
func same(document, written []byte) error {
	if err := jsonback.Same(document, written); err != nil {
		return problem.NotWritten(err)
	}
	return nil
}

// readInto reads a document into a struct that has its members, or some of them.
func readInto(document []byte, members any) error {
	if err := jsonback.Read(document, members); err != nil {
		return problem.NotWritten(err)
	}
	return nil
}

// UnmarshalJSON implements json.Unmarshaler; null is the zero Result. The error
// is a problem.List.
func (r *Result) UnmarshalJSON(data []byte) error {
	return unmarshal(data, r, readResult)
}

func readResult(data []byte) (Result, error) {
	var d struct {
		head
		Answers map[string]string `json:"answers"`
		Gates   []struct {
			ID string `json:"id"`
		} `json:"gates"`
	}
	if err := readInto(data, &d); err != nil {
		return Result{}, err
	}
	set, err := d.find()
	if err != nil {
		return Result{}, err
	}
	sheet := set.Sheet()
	for criterion, option := range d.Answers {
		if err := sheet.Answer(criterion, option); err != nil {
			return Result{}, err
		}
	}
	for _, g := range d.Gates {
		if i := set.gate(g.ID); i >= 0 && i == int(set.t.Derived) {
			continue // it follows from the answers
		}
		if err := sheet.SetGate(g.ID, true); err != nil {
			return Result{}, err
		}
	}
	r := Score(&sheet)
	return r, same(data, r.AppendJSON(nil))
}

// criterion finds a criterion that a document names.
func (s Set) criterion(path, code string) (Criterion, error) {
	if c, ok := s.Criterion(code); ok {
		return c, nil
	}
	return Criterion{}, problem.List{s.unknownCriterion(path, code)}
}

// UnmarshalJSON implements json.Unmarshaler; null is the zero Plan. The error is
// a problem.List.
func (p *Plan) UnmarshalJSON(data []byte) error { return unmarshal(data, p, readPlan) }

func readPlan(data []byte) (Plan, error) {
	var d struct {
		head
		Star      int  `json:"star"`
		Reachable bool `json:"reachable"`
		Cost      int  `json:"cost"`
		Total     struct {
			From int `json:"from"`
			To   int `json:"to"`
		} `json:"total"`
		Changes []struct {
			Criterion string `json:"criterion"`
			From      string `json:"from"`
			To        string `json:"to"`
			Points    int    `json:"points"`
			Reason    Reason `json:"reason"`
		} `json:"changes"`
		BlockedBy []string `json:"blockedBy"`
	}
	if err := readInto(data, &d); err != nil {
		return Plan{}, err
	}
	set, err := d.find()
	if err != nil {
		return Plan{}, err
	}
	p := Plan{Set: set, Star: d.Star, Reachable: d.Reachable, Cost: d.Cost, From: d.Total.From, To: d.Total.To, BlockedBy: d.BlockedBy}
	for _, c := range d.Changes {
		criterion, err := set.criterion("/changes", c.Criterion)
		if err != nil {
			return Plan{}, err
		}
		p.Changes = append(p.Changes, Change{criterion, c.From, c.To, c.Points, c.Reason})
	}
	return p, same(data, p.AppendJSON(nil))
}

// UnmarshalJSON implements json.Unmarshaler; null is the zero CouncilOutcome. The
// error is a problem.List.
func (o *CouncilOutcome) UnmarshalJSON(data []byte) error { return unmarshal(data, o, readOutcome) }

func readOutcome(data []byte) (CouncilOutcome, error) {
	var d struct {
		head
		Status  Status `json:"status"`
		Members []struct {
			ID    string `json:"id"`
			Chair bool   `json:"chair"`
			Total int    `json:"total"`
			Parts Parts  `json:"parts"`
		} `json:"members"`
		Seats     int       `json:"seats"`
		Sum       int       `json:"sum"`
		Count     int       `json:"count"`
		Spread    int       `json:"spread"`
		Widest    []string  `json:"widest"`
		Band      int       `json:"band"`
		Star      int       `json:"star"`
		Authority Authority `json:"authority"`
		Margin    int       `json:"margin"`
		Gates     []struct {
			ID string `json:"id"`
		} `json:"gates"`
		Contested []struct {
			Star      int    `json:"star"`
			Criterion string `json:"criterion"`
			Met       int    `json:"met"`
			Missed    int    `json:"missed"`
		} `json:"contested"`
		Pairs []struct {
			Members [2]string `json:"members"`
			Points  int       `json:"points"`
		} `json:"pairs"`
		Disagreements []struct {
			Criterion string `json:"criterion"`
			Points    [2]int `json:"points"`
		} `json:"disagreements"`
		Policy Policy `json:"policy"`
	}
	if err := readInto(data, &d); err != nil {
		return CouncilOutcome{}, err
	}
	set, err := d.find()
	if err != nil {
		return CouncilOutcome{}, err
	}
	found := problem.Collect(budget.Council())
	d.Policy.check(&found)
	if err := found.List().Err(); err != nil {
		return CouncilOutcome{}, err
	}
	o := CouncilOutcome{
		Set: set, Status: d.Status, Seats: d.Seats, Sum: d.Sum, Count: d.Count, Spread: d.Spread,
		Widest: filled(d.Widest), Band: d.Band, Star: d.Star, Authority: d.Authority, Margin: d.Margin, Policy: d.Policy,
	}
	for _, m := range d.Members {
		o.Members = append(o.Members, MemberResult(m))
	}
	for _, g := range d.Gates {
		i := slices.IndexFunc(set.Gates(), func(of Gate) bool { return of.ID == g.ID })
		if i < 0 {
			return CouncilOutcome{}, problem.List{set.wrongGate("/gates", g.ID)}
		}
		o.Gates = append(o.Gates, set.Gates()[i])
	}
	for _, c := range d.Contested {
		criterion, err := set.criterion("/contested", c.Criterion)
		if err != nil {
			return CouncilOutcome{}, err
		}
		o.Contested = append(o.Contested, Contested{c.Star, criterion, c.Met, c.Missed})
	}
	for _, p := range d.Pairs {
		o.Pairs = append(o.Pairs, Pair(p))
	}
	for _, x := range d.Disagreements {
		criterion, err := set.criterion("/disagreements", x.Criterion)
		if err != nil {
			return CouncilOutcome{}, err
		}
		o.Disagreements = append(o.Disagreements, Disagreement{criterion, x.Points[0], x.Points[1]})
	}
	return o, same(data, o.AppendJSON(nil))
}

// filled is a list, nil where there is nothing in it.
func filled[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// UnmarshalJSON implements json.Unmarshaler; null is the zero Difference. The
// error is a problem.List.
func (d *Difference) UnmarshalJSON(data []byte) error {
	return unmarshal(data, d, func(data []byte) (Difference, error) {
		var members struct {
			Before Result `json:"before"`
			After  Result `json:"after"`
		}
		if err := readInto(data, &members); err != nil {
			return Difference{}, err
		}
		before, after := members.Before.Sheet(), members.After.Sheet()
		read, err := Compare(&before, &after)
		if err != nil {
			return Difference{}, err
		}
		return read, same(data, read.AppendJSON(nil))
	})
}

// UnmarshalJSON implements json.Unmarshaler; null is the zero Safety. The error
// is a problem.List.
func (s *Safety) UnmarshalJSON(data []byte) error {
	return unmarshal(data, s, func(data []byte) (Safety, error) {
		var members struct {
			head
			Points   int      `json:"points"`
			Criteria []string `json:"criteria"`
		}
		if err := readInto(data, &members); err != nil {
			return Safety{}, err
		}
		set, err := members.find()
		if err != nil {
			return Safety{}, err
		}
		read := Safety{Set: set, Points: members.Points}
		for _, code := range members.Criteria {
			c, err := set.criterion("/criteria", code)
			if err != nil {
				return Safety{}, err
			}
			read.Criteria = append(read.Criteria, c)
		}
		return read, same(data, read.AppendJSON(nil))
	})
}

// UnmarshalJSON implements json.Unmarshaler. The error is a problem.List.
func (e *EditionInfo) UnmarshalJSON(data []byte) error {
	type members EditionInfo
	var read members
	if err := jsonback.Plain(data, &read); err != nil {
		return problem.NotWritten(err)
	}
	*e = EditionInfo(read)
	return nil
}

// UnmarshalJSON implements json.Unmarshaler. The error is a problem.List.
func (c *Class) UnmarshalJSON(data []byte) error {
	type members Class
	var read members
	if err := jsonback.Plain(data, &read); err != nil {
		return problem.NotWritten(err)
	}
	*c = Class(read)
	return nil
}
