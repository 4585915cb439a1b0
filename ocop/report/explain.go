package report

import (
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/reading"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// StepKind says what a step of an explanation does.
type StepKind string

// The kinds of step, in the order that they come in.
const (
	StepCriterion     StepKind = "criterion"      // an option chosen and its points
	StepNotApplicable StepKind = "not-applicable" // a criterion that falls away
	StepUnanswered    StepKind = "unanswered"     // a criterion without an answer
	StepPart          StepKind = "part"           // the sum of a part
	StepTotal         StepKind = "total"          // the sum of the parts
	StepGate          StepKind = "gate"           // a knock-out that was found
	StepBand          StepKind = "band"           // the band that the total is in
	StepMinimum       StepKind = "minimum"        // a minimum, met or missed
	StepStar          StepKind = "star"           // the star that follows
	StepNoStar        StepKind = "no-star"        // why there is none
	StepBounds        StepKind = "bounds"         // what is still possible
	StepAuthority     StepKind = "authority"      // who recognises it
)

// Rule is where in the decision a step rests: an article, or a set and perhaps
// a criterion of Appendix II.
type Rule struct {
	Article   string `json:"article,omitempty"` // such as 3.3, or 4.1.a
	Set       int    `json:"set,omitempty"`
	Criterion string `json:"criterion,omitempty"`
}

// In writes the place in brackets, such as (khoản 3 Điều 3) or (Phụ lục II, bộ 13, tiêu chí 1.5).
func (r Rule) In(l lang.Lang) string {
	if r.Article != "" {
		return "(" + lang.Article(r.Article).In(l) + ")"
	}
	return "(" + PlaceOf(r.Set, r.Criterion).In(l) + ")"
}

// Step is one step from a sheet to its verdict. What does not concern a step is left out.
type Step struct {
	Kind      StepKind `json:"kind"`
	Rule      Rule     `json:"rule"`
	Criterion string   `json:"criterion,omitempty"`
	Option    string   `json:"option,omitempty"` // what stands
	Need      string   `json:"need,omitempty"`   // what a minimum asks for
	Part      string   `json:"part,omitempty"`
	Points    *int     `json:"points,omitempty"`
	Star      int      `json:"star,omitempty"`
	Met       *bool    `json:"met,omitempty"`
	Gate      string   `json:"gate,omitempty"`
	// Reading is the reading of ours that decides the step; Text names it.
	Reading reading.ID `json:"reading,omitempty"`
	// Notes are those of the criterion, where Text quotes an option's label.
	Notes []lang.Text `json:"notes,omitempty"`
	Text  lang.Text   `json:"text"`
}

// AppendJSON appends the step as encoding/json writes it.
func (s *Step) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	w.Name("kind").String(string(s.Kind))
	s.Rule.write(w.Name("rule"))
	for _, member := range [...][2]string{{"criterion", s.Criterion}, {"option", s.Option}, {"need", s.Need}, {"part", s.Part}} {
		writeFilled(&w, member[0], member[1])
	}
	if s.Points != nil {
		w.Name("points").Int(*s.Points)
	}
	if s.Star != 0 {
		w.Name("star").Int(s.Star)
	}
	if s.Met != nil {
		w.Name("met").Bool(*s.Met)
	}
	writeFilled(&w, "gate", s.Gate)
	writeFilled(&w, "reading", string(s.Reading))
	if len(s.Notes) > 0 {
		w.Name("notes").OpenList()
		for _, note := range s.Notes {
			writeText(&w, note)
		}
		w.CloseList()
	}
	writeText(w.Name("text"), s.Text)
	w.Close()
	return w.Bytes()
}

func (r *Rule) write(w *jsonout.Writer) {
	w.Open()
	writeFilled(w, "article", r.Article)
	if r.Set != 0 {
		w.Name("set").Int(r.Set)
	}
	writeFilled(w, "criterion", r.Criterion)
	w.Close()
}

func writeText(w *jsonout.Writer, t lang.Text) {
	w.Open()
	w.Name("vi").String(t.Vi)
	w.Name("en").String(t.En)
	w.Close()
}

func writeFilled(w *jsonout.Writer, name, value string) {
	if value != "" {
		w.Name(name).String(value)
	}
}

// AppendSteps appends steps as a JSON array.
func AppendSteps(b []byte, steps []Step) []byte {
	w := jsonout.To(b)
	w.OpenList()
	for i := range steps {
		w.Append(steps[i].AppendJSON)
	}
	w.CloseList()
	return w.Bytes()
}

// Explain tells the verdict step by step, so that a person can check it by hand
// beside the decision. Without a result or words there is no step.
func (s *Score) Explain(words *rubric.Set) []Step {
	if s.Result == nil || words == nil {
		return nil
	}
	x := &explainer{result: s.Result, words: words}
	sheet := s.Result.Sheet()
	x.sheet = &sheet
	x.sums()
	x.gates()
	switch s.Result.Status {
	case scoring.StatusClassified:
		x.band()
		x.minima()
		x.star()
	case scoring.StatusIncomplete:
		b := s.Result.Bounds
		x.add(Step{Kind: StepNoStar, Rule: Rule{Article: "3.3"}},
			"Phiếu chưa chấm xong nên chưa xếp hạng.", "The sheet is incomplete, so there is no star yet.")
		x.add(Step{Kind: StepBounds, Rule: Rule{Article: "3.3"}},
			"Tùy cách chấm phần còn lại: %d đến %d điểm, %d đến %d sao.", "By what is still open: %d to %d points, %d to %d stars.",
			b.Total.Least, b.Total.Greatest, b.Star.Least, b.Star.Greatest)
	default: // stopped or rejected
		x.add(Step{Kind: StepNoStar, Rule: Rule{Set: x.words.No}}, "Có trường hợp bị loại nên không xếp hạng.", "A knock-out stands, so there is no star.")
	}
	return x.steps
}

func fill(format string, args ...any) string { return string(text.Fill(format, args...)) }

type explainer struct {
	result *scoring.Result
	sheet  *scoring.Sheet
	words  *rubric.Set
	steps  []Step
}

func (x *explainer) add(s Step, vi, en string, args ...any) {
	s.Text = lang.Text{Vi: fill(vi, args...), En: fill(en, args...)}
	if s.Reading != "" {
		by := ByReading(s.Reading)
		s.Text = lang.Text{Vi: strings.TrimSuffix(s.Text.Vi, ".") + ", " + by.Vi + ".", En: strings.TrimSuffix(s.Text.En, ".") + ", " + by.En + "."}
	}
	x.steps = append(x.steps, s)
}

// sums goes through the criteria part by part.
func (x *explainer) sums() {
	away := map[string]bool{}
	for c := range x.result.NotApplicable() {
		away[c.Code()] = true
	}
	points := map[string]int{"A": x.result.Parts.A, "B": x.result.Parts.B, "C": x.result.Parts.C}
	for _, p := range x.words.Parts {
		for _, section := range p.Sections {
			for i := range section.Criteria {
				x.criterion(&section.Criteria[i], away[section.Criteria[i].Code])
			}
		}
		sum := points[p.Code]
		x.add(Step{Kind: StepPart, Rule: Rule{Article: "3.1"}, Part: p.Code, Points: &sum},
			"Cộng phần %s: %d trên %d điểm.", "Part %s adds up to %d of %d points.", p.Code, sum, p.Max)
	}
	total := x.result.Total
	x.add(Step{Kind: StepTotal, Rule: Rule{Article: "3.3"}, Points: &total},
		"Tổng điểm: %d + %d + %d = %d.", "Total: %d + %d + %d = %d.", points["A"], points["B"], points["C"], total)
}

func (x *explainer) criterion(c *rubric.Criterion, away bool) {
	rule := Rule{Set: x.words.No, Criterion: c.Code}
	chosen := x.sheet.Chosen(c.Code)
	zero := 0
	switch {
	case away:
		x.add(Step{Kind: StepNotApplicable, Rule: rule, Criterion: c.Code, Points: &zero, Reading: reading.NoStoryNoStructure},
			"%s: không áp dụng vì không có câu chuyện, 0 điểm.", "%s: not applicable, as there is no story, 0 points.", c.Code)
	case chosen == "":
		x.add(Step{Kind: StepUnanswered, Rule: rule, Criterion: c.Code}, "%s: chưa chấm.", "%s: unanswered.", c.Code)
	case chosen == scoring.NoneCode:
		x.add(Step{Kind: StepCriterion, Rule: rule, Criterion: c.Code, Option: chosen, Points: &zero, Reading: reading.NoneScoresZero},
			"%s: không đạt mức nào, 0 điểm.", "%s: none of the levels, 0 points.", c.Code)
	default:
		o, _ := c.Option(chosen)
		x.steps = append(x.steps, Step{Kind: StepCriterion, Rule: rule, Criterion: c.Code, Option: chosen, Points: &o.Points, Notes: c.Notes, Text: lang.Text{
			Vi: fill("%s: mức %s (%s), %s.", c.Code, chosen, text.Own(o.Label.Vi), Points(o.Points).Vi),
			En: fill("%s: option %s (%s), %s.", c.Code, chosen, text.Own(o.Label.En), Points(o.Points).En),
		}})
	}
}

func (x *explainer) gates() {
	for _, g := range Printed(x.words, x.result.Gates()) {
		verb := lang.Text{Vi: "dừng đánh giá", En: "stops the assessment"}
		if g.Effect == string(scoring.EffectReject) {
			verb = lang.Text{Vi: "loại hồ sơ", En: "rejects the dossier"}
		}
		x.steps = append(x.steps, Step{Kind: StepGate, Rule: Rule{Set: x.words.No, Criterion: g.Criterion}, Gate: g.ID, Text: lang.Text{
			Vi: g.Label.Vi + ": " + verb.Vi + ".", En: g.Label.En + ": " + verb.En + ".",
		}})
	}
}

func (x *explainer) band() {
	least := LeastOf(x.result, x.result.Band)
	x.add(Step{Kind: StepBand, Rule: Rule{Article: "3.3"}, Star: x.result.Band},
		"%d điểm nằm ở mức %d sao (từ %d điểm).", "A total of %d is in band %d (from %d points).", x.result.Total, x.result.Band, least)
}

// minima goes through the minima of 3 stars and on to those of the band.
func (x *explainer) minima() {
	type minimum struct {
		star      int
		criterion string
	}
	missed := map[minimum]bool{}
	for s := range x.result.Shortfalls() {
		missed[minimum{s.Star, s.Criterion.Code()}] = true
	}
	for star := 3; star <= x.result.Band; star++ {
		for c := range x.words.Criteria {
			for _, o := range c.Options {
				if o.MinStar == star {
					x.minimum(c, o.Code, star, !missed[minimum{star, c.Code}])
				}
			}
		}
	}
}

func (x *explainer) minimum(c *rubric.Criterion, need string, star int, met bool) {
	have := x.sheet.Chosen(c.Code)
	step := Step{Kind: StepMinimum, Rule: Rule{Set: x.words.No, Criterion: c.Code}, Criterion: c.Code, Option: have, Need: need, Star: star, Met: &met}
	if met {
		if have != need {
			step.Reading = reading.LaterOptionMeets
		}
		x.add(step, "Mức tối thiểu %d sao ở %s: cần %s, đang có %s: đạt.", "Minimum of %d stars at %s: %s is needed, %s stands: met.", star, c.Code, need, have)
		return
	}
	o, _ := c.Option(need)
	step.Notes = c.Notes
	step.Text = lang.Text{
		Vi: fill("Mức tối thiểu %d sao ở %s: cần %s (%s), đang có %s: chưa đạt.", star, c.Code, need, text.Own(o.Label.Vi), have),
		En: fill("Minimum of %d stars at %s: %s (%s) is needed, %s stands: missed.", star, c.Code, need, text.Own(o.Label.En), have),
	}
	x.steps = append(x.steps, step)
}

func (x *explainer) star() {
	star := x.result.Star
	if star < x.result.Band {
		x.add(Step{Kind: StepStar, Rule: Rule{Set: x.words.No}, Star: star, Reading: reading.CumulativeMinima},
			"Mức điểm là %d sao, nhưng mức tối thiểu chỉ cho phép %d sao.", "The band is %d, but the minima allow %d.", x.result.Band, star)
	} else {
		x.add(Step{Kind: StepStar, Rule: Rule{Article: "3.3"}, Star: star},
			"Đạt đủ mức tối thiểu của hạng này và các hạng dưới: %d sao.", "The minima of this star and of the lower ones are met: %d.", star)
	}
	switch x.result.Authority {
	case scoring.AuthorityProvince:
		step := Step{Kind: StepAuthority, Rule: Rule{Article: "4.1.a"}, Star: star}
		if x.result.Band == 5 {
			step.Reading = reading.PotentialFiveStars
		}
		x.add(step, "Cấp tỉnh công nhận 3 và 4 sao.", "The province recognises 3 and 4 stars.")
	case scoring.AuthorityMinistry:
		x.add(Step{Kind: StepAuthority, Rule: Rule{Article: "4.1.b"}, Star: star},
			"Bộ công nhận 5 sao, sau khi cấp tỉnh phê duyệt và gửi hồ sơ (điểm e khoản 3 Điều 7).",
			"The ministry recognises 5 stars, once the province has approved and sent the dossier (Article 7.3.e).")
	default:
		x.add(Step{Kind: StepAuthority, Rule: Rule{Article: "4.1.a"}, Star: star}, "Dưới 3 sao thì không công nhận.", "Nothing below 3 stars is recognised.")
	}
}
