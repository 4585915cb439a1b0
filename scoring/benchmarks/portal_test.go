package benchmarks

import "github.com/ocop-vn/ocop-go/scoring/qd26"

// portal scores as a portal's own code does: maps and loops over the rubric.
type portal struct {
	criteria []criterion
	points   map[string]map[string]int
}

type criterion struct {
	code           string
	options        []string
	need           map[int]int // by star the place of the option to reach
	unless, option string
}

type shortfall struct {
	star                  int
	criterion, have, need string
}

type outcome struct {
	total, band, star int
	shortfalls        []shortfall
}

func newPortal() *portal {
	set, _ := qd26.Edition().Set(13)
	p := &portal{points: map[string]map[string]int{}}
	for _, c := range set.Criteria() {
		row := criterion{code: c.Code(), need: map[int]int{}}
		row.unless, row.option = c.AppliesUnless()
		p.points[row.code] = map[string]int{"none": 0}
		for i, o := range c.Options() {
			row.options = append(row.options, o.Code)
			p.points[row.code][o.Code] = o.Points
			for star := max(o.MinStar, 3); o.MinStar > 0 && star <= 5; star++ {
				row.need[star] = i
			}
		}
		p.criteria = append(p.criteria, row)
	}
	return p
}

// env is what expr and cel-go are given.
func (p *portal) env(answers map[string]string) map[string]any {
	return map[string]any{"points": p.points, "answers": answers}
}

func (p *portal) score(answers map[string]string) outcome {
	var o outcome
	for _, c := range p.criteria {
		if c.unless == "" || answers[c.unless] != c.option {
			o.total += p.points[c.code][answers[c.code]]
		}
	}
	o.band = 1
	for star, least := range map[int]int{2: 30, 3: 50, 4: 70, 5: 90} {
		if o.total >= least {
			o.band = max(o.band, star)
		}
	}
	missed := map[int]bool{}
	for star := 3; star <= 5; star++ {
		for _, c := range p.criteria {
			need, asks := c.need[star]
			if asks && c.place(answers[c.code]) < need {
				missed[star] = true
				o.shortfalls = append(o.shortfalls, shortfall{star, c.code, answers[c.code], c.options[need]})
			}
		}
	}
	for o.star = o.band; missed[o.star]; {
		o.star--
	}
	return o
}

func (c *criterion) place(option string) int {
	for i, o := range c.options {
		if o == option {
			return i
		}
	}
	return -1
}
