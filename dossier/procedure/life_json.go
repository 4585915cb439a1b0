package procedure

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// MarshalJSON implements json.Marshaler: {"application","previous","steps":
// [{"step","on","total","star","by","ground","outcome","expires"}]}, without what is not said and
// what does not belong to a step. Of a day that is none the error is a problem.List.
func (l Life) MarshalJSON() ([]byte, error) {
	var w jsonout.Writer
	w.Open()
	optional(&w, "application", string(l.Application))
	if p := l.Previous; p != nil {
		if err := realDays(p.Issued, p.Expires); err != nil {
			return nil, err
		}
		w.Name("previous")
		p.write(&w)
	}
	w.Name("steps").OpenList()
	for i := range l.steps {
		l.steps[i].write(&w)
	}
	w.CloseList()
	w.Close()
	return w.Bytes(), nil
}

// MarshalJSON implements json.Marshaler: {"star","issued","expires"}.
func (c Certificate) MarshalJSON() ([]byte, error) {
	var w jsonout.Writer
	c.write(&w)
	return w.Bytes(), realDays(c.Issued, c.Expires)
}

func (c *Certificate) write(w *jsonout.Writer) {
	w.Open()
	w.Name("star").Int(c.Star)
	w.Name("issued").String(c.Issued.String())
	optionalDate(w, "expires", c.Expires)
	w.Close()
}

// MarshalJSON implements json.Marshaler: {"step","on","total","star","by",
// "ground","outcome","expires"}, without what is empty.
func (s Step) MarshalJSON() ([]byte, error) {
	var w jsonout.Writer
	s.write(&w)
	return w.Bytes(), realDays(s.On, s.Expires)
}

// realDays refuses a day that there is not. The zero Date, which is none, is
// left out or refused where it is read.
func realDays(days ...civil.Date) error {
	for _, d := range days {
		if _, err := civil.Parse(d.String()); err != nil && d != (civil.Date{}) {
			return err
		}
	}
	return nil
}

func (s *Step) write(w *jsonout.Writer) {
	w.Open()
	w.Name("step").String(string(s.Kind))
	w.Name("on").String(s.On.String())
	optional(w, "total", s.Total)
	if s.Star != 0 {
		w.Name("star").Int(s.Star)
	}
	optional(w, "by", string(s.By))
	optional(w, "ground", string(s.Ground))
	optional(w, "outcome", string(s.Outcome))
	optionalDate(w, "expires", s.Expires)
	w.Close()
}

// optional writes a member that is left out where it is empty.
func optional(w *jsonout.Writer, name, value string) {
	if value != "" {
		w.Name(name).String(value)
	}
}

func optionalDate(w *jsonout.Writer, name string, d civil.Date) {
	if d != (civil.Date{}) {
		w.Name(name).String(d.String())
	}
}

// UnmarshalJSON implements json.Unmarshaler: it takes the steps one by one. The
// error is a problem.List; the first step that is not possible is the last one
// looked at.
func (l *Life) UnmarshalJSON(data []byte) error {
	var life Life
	if err := unmarshal(data, &life, (*Life).read); err != nil {
		return err
	}
	steps := life.steps
	life.steps = nil
	for i := range steps {
		if wrong := life.take(&steps[i]); wrong != nil {
			wrong[0].Path = "/steps/" + strconv.Itoa(i) + wrong[0].Path
			return wrong
		}
		life.steps = steps[:i+1]
	}
	*l = life
	return nil
}

// read reads the steps without taking them.
func (l *Life) read(r *strictjson.Reader) {
	r.Object([]string{"application", "previous", "steps"}, 0b100, func(i int) {
		switch i {
		case 0:
			readApplication(r, &l.Application)
		case 1:
			l.Previous = new(Certificate)
			l.Previous.read(r)
		case 2:
			l.steps = nil
			r.Array(func(int) {
				l.steps = append(l.steps, Step{})
				l.steps[len(l.steps)-1].read(r)
			})
		}
	})
}

// UnmarshalJSON implements json.Unmarshaler. The error is a problem.List.
func (c *Certificate) UnmarshalJSON(data []byte) error {
	return unmarshal(data, c, (*Certificate).read)
}

// UnmarshalJSON implements json.Unmarshaler. Whether the step is possible is for
// Life.Take to tell. The error is a problem.List.
func (s *Step) UnmarshalJSON(data []byte) error { return unmarshal(data, s, (*Step).read) }

// unmarshal reads a document into a value, which is left as it is where anything
// is wrong.
func unmarshal[T any](data []byte, into *T, read func(*T, *strictjson.Reader)) error {
	var value T
	if problems := strictjson.Read(data, budget.Sheet(), func(r *strictjson.Reader) { read(&value, r) }); len(problems) > 0 {
		return problems
	}
	*into = value
	return nil
}

func (c *Certificate) read(r *strictjson.Reader) {
	*c = Certificate{}
	r.Object([]string{"star", "issued", "expires"}, 0b011, func(i int) {
		switch i {
		case 0:
			n, ok := r.Int()
			if c.Star = n; ok && (n < 3 || n > 5) {
				r.Report(notCertified.At(r.Pointer(), problem.Value("star", strconv.Itoa(n))))
			}
		case 1:
			readDate(r, &c.Issued)
		case 2:
			readDate(r, &c.Expires)
		}
	})
	if c.Expires != (civil.Date{}) && c.Expires.Before(c.Issued) {
		r.Report(wrongDate.At(r.Pointer()+"/expires", problem.Value("date", c.Expires.String()), problem.Value("article", "4.3")))
	}
}

// stepNames are the members of a step in JSON.
var stepNames = [...]string{"step", "on", "total", "star", "by", "ground", "outcome", "expires"}

func (s *Step) read(r *strictjson.Reader) {
	seen, _ := r.Object(stepNames[:], 0b0000011, func(i int) {
		switch i {
		case 0:
			s.Kind = readWord[StepKind](r)
		case 1:
			readDate(r, &s.On)
		case 2:
			s.Total = readWord[string](r)
		case 3:
			n, ok := r.Int()
			if s.Star = n; ok && n == 0 { // which in Go is none
				r.Report(wrongStar.At(r.Pointer(), problem.Value("star", "0")))
			}
		case 4:
			s.By = readWord[scoring.Authority](r)
		case 5:
			s.Ground = readWord[Ground](r)
		case 6:
			s.Outcome = readWord[Outcome](r)
		case 7:
			readDate(r, &s.Expires)
		}
	})
	needed, _ := s.Kind.Members()
	for i, name := range stepNames {
		if seen&(1<<i) == 0 && slices.Contains(needed, name) {
			r.Report(strictjson.Missing(r.Pointer(), name))
		}
	}
	for _, p := range s.check() {
		if p.Path == "/step" && s.Kind == "" { // that it is missing or no text is told
			continue
		}
		p.Path = r.Pointer() + p.Path
		r.Report(p)
	}
}

// readWord reads a text that is left out where it is empty.
func readWord[T ~string](r *strictjson.Reader) T {
	text, ok := r.String()
	if ok && len(text) == 0 {
		r.Report(empty.At(r.Pointer()))
	}
	return T(text)
}

func readApplication(r *strictjson.Reader, a *Application) {
	*a = readWord[Application](r)
	if *a != "" && a.Name().Vi == "" {
		r.Report(choose(r.Pointer(), *a, []Application{ApplicationFirst, ApplicationUpgrade, ApplicationReassessment}))
	}
}

func readDate(r *strictjson.Reader, d *civil.Date) {
	text, ok := r.String()
	if !ok {
		return
	}
	read, err := civil.Parse(string(text))
	if problems, ok := err.(problem.List); ok { //nolint:errorlint // Parse returns it bare
		problems[0].Path = r.Pointer()
		r.Report(problems[0])
	}
	*d = read
}
