package scoring

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// DecodeCouncil reads a council as the contract has it, within budget.Council.
// The error is a problem.List.
func DecodeCouncil(data []byte, editions ...Edition) (Council, error) {
	d := councilDecoder{sheetDecoder: sheetDecoder{editions: editions}}
	found := problem.Collect(budget.Council())
	found.AddAll(strictjson.Read(data, budget.Council(), func(r *strictjson.Reader) {
		d.Reader = r
		d.object(
			member{"members", true, d.readMembers}, member{"seats", false, d.readSeats},
			member{"gates", false, d.readCouncilGates}, member{"policy", false, d.readPolicy},
		)
	}))
	d.council.Set = d.sheet.Set()
	if d.sheet.set != nil {
		d.council.check(&found)
	}
	if problems := found.List(); len(problems) > 0 {
		return Council{}, problems
	}
	return d.council, nil
}

type councilDecoder struct {
	sheetDecoder
	council Council
}

func (d *councilDecoder) readSeats() {
	d.council.Seats = 0
	seats, ok := d.Int()
	switch {
	case !ok:
	case seats < 1 || seats > MaxMembers:
		d.reportPolicy("seats", strconv.Itoa(seats))
	default:
		d.council.Seats = seats
	}
}

// readCouncilGates reads the gates into the council's own sheet, so that they are judged as a sheet's are.
func (d *councilDecoder) readCouncilGates() {
	d.readGates()
	d.council.Gates = nil
	for i := range d.sheet.Set().Gates() {
		if d.sheet.gates&(1<<i) != 0 {
			d.council.Gates = append(d.council.Gates, d.sheet.set.Gates[i].ID)
		}
	}
	d.sheet.gates = 0
}

// readMembers reads the members, of too many no more than tells that they are.
func (d *councilDecoder) readMembers() {
	d.council.Members = nil
	d.Array(func(i int) {
		if i > MaxMembers {
			d.Skip()
			return
		}
		d.readMember()
	})
}

// readMember reads a member. The edition and the set may stand with it; then
// they must be the council's.
func (d *councilDecoder) readMember() {
	own := d.sheet // a member's sheet is read with the council's edition and set
	m := Member{Sheet: own}
	other := func(is bool) {
		if is && own.set != nil {
			d.Report(councilOther.At(d.Pointer(), problem.Param{Name: "member", Value: m.ID}))
		}
	}
	const required = 1<<0 | 1<<1
	d.Object([]string{"id", "answers", "chair", "edition", "set"}, required, func(i int) {
		switch i {
		case 0:
			id, _ := d.String()
			m.ID = string(id)
		case 1:
			d.readAnswers()
			m.Sheet, d.sheet = d.sheet, own
		case 2:
			m.Chair, _ = d.Bool()
		case 3:
			id, ok := d.String()
			other(ok && string(id) != own.Set().Edition())
		case 4:
			no, ok := d.Int()
			other(ok && no != own.Set().No())
		}
	})
	d.council.Members = append(d.council.Members, m)
}

func (d *councilDecoder) readPolicy() {
	p := &d.council.Policy
	*p = Policy{}
	d.Object([]string{"maxSpread", "quorum", "chairRequired", "minima"}, 0, func(i int) {
		switch i {
		case 0:
			p.MaxSpread = nil
			if n, ok := d.Int(); ok {
				p.MaxSpread = &n
			}
		case 1:
			p.Quorum = Quorum{}
			if text, ok := d.String(); ok {
				d.readQuorum(string(text))
			}
		case 2:
			p.ChairRequired, _ = d.Bool()
		case 3:
			p.Minima = ""
			if text, ok := d.String(); ok {
				if p.Minima = Minima(text); p.Minima == "" {
					d.reportPolicy("minima", "")
				}
			}
		}
	})
}

func (d *councilDecoder) reportPolicy(name, value string) {
	d.Report(councilPolicy.At(d.Pointer(), problem.Param{Name: "name", Value: name}, problem.Param{Name: "value", Value: value}))
}

// readQuorum reads a share such as 3/4, in digits without leading 0.
func (d *councilDecoder) readQuorum(text string) {
	q, ok := ParseQuorum(text)
	if !ok {
		d.reportPolicy("quorum", text)
		return
	}
	d.council.Policy.Quorum = q
}

// ParseQuorum reads a share such as 3/4: two whole numbers from 1 to 1000
// without leading 0. Whether it is at most the whole is for Decide to say.
func ParseQuorum(text string) (Quorum, bool) {
	of, from, _ := strings.Cut(text, "/")
	q := Quorum{quorumNumber(of), quorumNumber(from)}
	if q.Of == 0 || q.From == 0 {
		return Quorum{}, false
	}
	return q, true
}

// quorumNumber reads a whole number from 1 to maxQuorum without leading 0; 0 for anything else.
func quorumNumber(text string) int {
	n := 0
	for i, c := range []byte(text) {
		if c < '0' || c > '9' || i == 0 && c == '0' || n > maxQuorum {
			return 0
		}
		n = 10*n + int(c-'0')
	}
	if n > maxQuorum {
		return 0
	}
	return n
}

// AppendJSON appends the outcome as the contract has it, with what a chair and
// the minutes need beside it.
func (o *CouncilOutcome) AppendJSON(b []byte) []byte {
	if o.Set.t == nil {
		return append(b, "null"...)
	}
	b = appendHead(b, o.Set.t)
	b = o.Set.Loaded().appendMember(b)
	b = append(b, `,"status":`...)
	b = problem.AppendString(b, string(o.Status))
	b = append(b, `,"members":`...)
	b = appendList(b, o.Members, appendMember)
	b = append(b, `,"seats":`...)
	b = appendOrNull(b, o.Seats)
	b = append(b, `,"sum":`...)
	b = strconv.AppendInt(b, int64(o.Sum), 10)
	b = append(b, `,"count":`...)
	b = strconv.AppendInt(b, int64(o.Count), 10)
	b = append(b, `,"average":`...)
	b = appendStringOrNull(b, o.Average())
	b = append(b, `,"spread":`...)
	b = strconv.AppendInt(b, int64(o.Spread), 10)
	b = append(b, `,"widest":`...)
	b = appendStrings(b, o.Widest)
	b = append(b, `,"band":`...)
	b = appendOrNull(b, o.Band)
	b = append(b, `,"star":`...)
	b = appendOrNull(b, o.Star)
	b = append(b, `,"authority":`...)
	b = appendStringOrNull(b, string(o.Authority))
	b = append(b, `,"margin":`...)
	b = appendIntIf(b, o.Margin, o.Status == Classified)
	b = append(b, `,"gates":`...)
	b = appendList(b, o.Gates, appendGate)
	b = append(b, `,"contested":`...)
	b = appendList(b, o.Contested, appendContested)
	b = append(b, `,"pairs":`...)
	b = appendList(b, o.Pairs, appendPair)
	b = append(b, `,"disagreements":`...)
	return append(appendList(b, o.Disagreements, appendDisagreement), '}')
}

// MarshalJSON implements json.Marshaler.
func (o CouncilOutcome) MarshalJSON() ([]byte, error) { return o.AppendJSON(nil), nil }

func appendMember(b []byte, m MemberResult) []byte {
	b = append(b, `{"id":`...)
	b = problem.AppendString(b, m.ID)
	b = append(b, `,"chair":`...)
	b = strconv.AppendBool(b, m.Chair)
	b = append(b, `,"total":`...)
	b = strconv.AppendInt(b, int64(m.Total), 10)
	b = append(b, `,"parts":`...)
	return append(m.Parts.appendJSON(b), '}')
}

func appendContested(b []byte, c Contested) []byte {
	b = append(b, `{"star":`...)
	b = strconv.AppendInt(b, int64(c.Star), 10)
	b = append(b, `,"criterion":`...)
	b = problem.AppendString(b, c.Criterion.Code())
	b = append(b, `,"met":`...)
	b = strconv.AppendInt(b, int64(c.Met), 10)
	b = append(b, `,"missed":`...)
	return append(strconv.AppendInt(b, int64(c.Missed), 10), '}')
}

func appendPair(b []byte, p Pair) []byte {
	b = append(b, `{"members":`...)
	b = appendStrings(b, p.Members[:])
	b = append(b, `,"points":`...)
	return append(strconv.AppendInt(b, int64(p.Points), 10), '}')
}

func appendDisagreement(b []byte, d Disagreement) []byte {
	b = append(b, `{"criterion":`...)
	b = problem.AppendString(b, d.Criterion.Code())
	b = append(b, `,"points":`...)
	return append(Range{d.Least, d.Most}.appendJSON(b), '}')
}
