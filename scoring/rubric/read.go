package rubric

import (
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Read reads a published rubric within budget.Rubric and checks it. Where anything is wrong the
// error is a problem.List with every problem found, and the Rubric is nil.
func Read(data []byte) (*Rubric, error) {
	d := reader{rubric: Rubric{Errata: []Erratum{}, Oddities: []Oddity{}, Evidence: []Evidence{}}}
	problems := strictjson.Read(data, budget.Rubric(), d.document)
	if len(problems) == 0 {
		problems = d.rubric.Check()
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	d.rubric.wasRead(data)
	return &d.rubric, nil
}

// reader reads each object by the names of its members. Every member is
// required but those that the published form leaves out where they are empty.
type reader struct {
	*strictjson.Reader
	rubric Rubric
}

// object reads an object; optional counts the members at the end of names that may be missing.
func (d *reader) object(names []string, optional int, member func(i int)) {
	d.Object(names, 1<<(len(names)-optional)-1, member)
}

func (d *reader) string(to *string) {
	if s, ok := d.String(); ok {
		*to = string(s)
	}
}

func (d *reader) strings(to *[]string) {
	*to = []string{}
	d.Array(func(int) {
		var s string
		d.string(&s)
		*to = append(*to, s)
	})
}

func (d *reader) int(to *int) {
	if n, ok := d.Int(); ok {
		*to = n
	}
}

func (d *reader) text(to *lang.Text) {
	d.object([]string{"vi", "en"}, 0, func(i int) {
		d.string([]*string{&to.Vi, &to.En}[i])
	})
}

func (d *reader) texts(to *[]lang.Text) {
	*to = []lang.Text{}
	d.Array(func(int) {
		var t lang.Text
		d.text(&t)
		*to = append(*to, t)
	})
}

func (d *reader) document(r *strictjson.Reader) {
	d.Reader = r
	v := &d.rubric
	d.object([]string{"edition", "sets", "errata", "oddities", "evidence"}, 3, func(i int) {
		switch i {
		case 0:
			d.string(&v.Edition)
		case 1:
			d.Array(func(int) { v.Sets = append(v.Sets, d.set()) })
		case 2:
			d.Array(func(int) { v.Errata = append(v.Errata, d.erratum()) })
		case 3:
			d.Array(func(int) { v.Oddities = append(v.Oddities, d.oddity()) })
		case 4:
			d.Array(func(int) { v.Evidence = append(v.Evidence, d.evidence()) })
		}
	})
}

func (d *reader) evidence() (v Evidence) {
	d.object([]string{"id", "name", "proof"}, 0, func(i int) {
		switch i {
		case 0:
			d.string(&v.ID)
		case 1:
			d.text(&v.Name)
		case 2:
			d.text(&v.Proof)
		}
	})
	return v
}

func (d *reader) set() (v Set) {
	v.Gates = []Gate{}
	d.object([]string{"no", "name", "parts", "gates"}, 1, func(i int) {
		switch i {
		case 0:
			d.int(&v.No)
		case 1:
			d.text(&v.Name)
		case 2:
			d.Array(func(int) { v.Parts = append(v.Parts, d.part()) })
		case 3:
			d.Array(func(int) { v.Gates = append(v.Gates, d.gate()) })
		}
	})
	return v
}

func (d *reader) gate() (v Gate) {
	d.object([]string{"id", "effect", "label", "criterion", "zeroPointsAt"}, 2, func(i int) {
		switch i {
		case 0:
			d.string(&v.ID)
		case 1:
			d.string(&v.Effect)
		case 2:
			d.text(&v.Label)
		case 3:
			d.string(&v.Criterion)
		case 4:
			d.strings(&v.ZeroPointsAt)
		}
	})
	return v
}

func (d *reader) part() (v Part) {
	d.object([]string{"code", "max", "name", "sections"}, 0, func(i int) {
		switch i {
		case 0:
			d.string(&v.Code)
		case 1:
			d.int(&v.Max)
		case 2:
			d.text(&v.Name)
		case 3:
			d.Array(func(int) { v.Sections = append(v.Sections, d.section()) })
		}
	})
	return v
}

func (d *reader) section() (v Section) {
	d.object([]string{"code", "max", "name", "criteria"}, 0, func(i int) {
		switch i {
		case 0:
			d.string(&v.Code)
		case 1:
			d.int(&v.Max)
		case 2:
			d.text(&v.Name)
		case 3:
			d.Array(func(int) { v.Criteria = append(v.Criteria, d.criterion()) })
		}
	})
	return v
}

func (d *reader) criterion() (v Criterion) {
	v.Notes = []lang.Text{}
	d.object([]string{"code", "max", "name", "options", "notes", "group", "appliesUnless", "cases", "evidence"}, 5, func(i int) {
		switch i {
		case 0:
			d.string(&v.Code)
		case 1:
			d.int(&v.Max)
		case 2:
			d.text(&v.Name)
		case 3:
			d.Array(func(int) { v.Options = append(v.Options, d.option()) })
		case 4:
			d.texts(&v.Notes)
		case 5:
			v.Group = d.group()
		case 6:
			v.AppliesUnless = d.condition()
		case 7:
			d.texts(&v.Cases)
		case 8:
			d.strings(&v.Evidence)
		}
	})
	return v
}

func (d *reader) group() *Group {
	v := &Group{}
	d.object([]string{"code", "name"}, 0, func(i int) {
		switch i {
		case 0:
			d.string(&v.Code)
		case 1:
			d.text(&v.Name)
		}
	})
	return v
}

func (d *reader) condition() *Condition {
	v := &Condition{}
	d.object([]string{"criterion", "option"}, 0, func(i int) {
		d.string([]*string{&v.Criterion, &v.Option}[i])
	})
	return v
}

func (d *reader) option() (v Option) {
	d.object([]string{"code", "points", "label", "minStar", "case"}, 2, func(i int) {
		switch i {
		case 0:
			d.string(&v.Code)
		case 1:
			d.int(&v.Points)
		case 2:
			d.text(&v.Label)
		case 3:
			d.int(&v.MinStar)
		case 4:
			d.int(&v.Case)
		}
	})
	return v
}

func (d *reader) erratum() (v Erratum) {
	d.object([]string{"set", "criterion", "printed", "used", "why", "cell"}, 0, func(i int) {
		switch i {
		case 0:
			d.int(&v.Set)
		case 1:
			d.string(&v.Criterion)
		case 2:
			d.string(&v.Printed)
		case 3:
			d.string(&v.Used)
		case 4:
			d.text(&v.Why)
		case 5:
			d.text(&v.Cell)
		}
	})
	return v
}

func (d *reader) oddity() (v Oddity) {
	d.object([]string{"note", "set", "criterion"}, 2, func(i int) {
		switch i {
		case 0:
			d.text(&v.Note)
		case 1:
			d.int(&v.Set)
		case 2:
			d.string(&v.Criterion)
		}
	})
	return v
}
