package scoring

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// DecodeCouncil reads a council as the contract has it, within budget.Council.
// The error is a problem.List. What only minutes need, such as names, is checked and
// not kept; see DecodeAnnotatedCouncil.
func DecodeCouncil(data []byte, editions ...Edition) (Council, error) {
	d := councilDecoder{sheetDecoder: sheetDecoder{editions: editions}}
	found := problem.Collect(budget.Council())
	found.AddAll(strictjson.Read(data, budget.Council(), func(r *strictjson.Reader) {
		d.Reader = r
		d.object(
			member{"members", true, func(*sheetDecoder) { d.readMembers() }},
			member{"seats", false, func(*sheetDecoder) { d.readSeats() }},
			member{"gates", false, func(*sheetDecoder) { d.readCouncilGates() }},
			member{"policy", false, func(*sheetDecoder) { d.readPolicy() }},
			member{"about", false, (*sheetDecoder).readCouncilAbout},
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

// readCouncilGates reads the gates as they stand. They are judged here, where it is
// known at which place each stands, whatever else stands before it.
func (d *councilDecoder) readCouncilGates() {
	d.council.Gates = nil
	found := d.sheet.Set().Sheet()
	d.Array(func(int) {
		id, ok := d.String()
		if !ok || found.set == nil {
			return
		}
		if p, ok := found.addGate(d.Pointer(), string(id)); !ok {
			d.Report(p)
			return
		}
		d.council.Gates = append(d.council.Gates, string(id))
	})
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

// readMember reads a member: a sheet with an id. The edition and the set may stand
// with it; then they must be the council's.
func (d *councilDecoder) readMember() {
	own := d.sheet // a member's sheet is read with the council's edition and set
	m := Member{Sheet: own}
	other := func(is bool) {
		if is && own.set != nil {
			d.Report(councilOther.At(d.Pointer(), problem.Value("member", m.ID)))
		}
	}
	const required = 1<<0 | 1<<1
	names := []string{"id", "answers", "chair", "edition", "set", "gates", "name", "about", "evidence", "notes"}
	d.Object(names, required, func(i int) {
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
		case 5:
			d.Report(councilGates.At(d.Pointer(), problem.Value("member", m.ID)))
			d.Skip()
		case 6:
			d.readText(MaxLine, false)
		default: // about, evidence and notes, the last members of a sheet
			ofSheet[len(ofSheet)+i-len(names)].read(&d.sheetDecoder)
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
	d.Report(councilPolicy.At(d.Pointer(), problem.Value("name", name), problem.Value("value", value)))
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
