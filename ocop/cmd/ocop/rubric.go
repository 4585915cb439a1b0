package main

import (
	"strings"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// rubric runs the verb rubric.
func (c *command) rubric(args []string) int {
	flags := pflag.NewFlagSet("rubric", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	edition := flags.String("edition", qd26.ID, "")
	no := flags.Int("set", 0, "")
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() > 0:
		return c.unusable("rubric không nhận tệp: %s", "rubric takes no file: %s", flags.Arg(0))
	}
	r, err := library.Rubric(*edition)
	if err != nil {
		c.explainIn(c.user, "--edition", err)
		return exitUnusable
	}
	if flags.Changed("set") {
		one, ok := r.Only(*no)
		if !ok {
			return c.unusable("%s không có bộ sản phẩm số %d.", "%s has no product set %d.", *edition, *no)
		}
		r = one
	}
	if *asJSON {
		data, err := r.JSON()
		if err != nil {
			return c.cannotWrite(err)
		}
		c.json(data)
		return exitOK
	}
	for _, e := range library.Editions() {
		if l := e.Loaded(); l.ID == *edition {
			c.print(c.words("Bộ tiêu chí tự nạp %s, SHA-256 %s", "Loaded rubric %s, SHA-256 %s"), l.ID, l.SHA256)
		}
	}
	if flags.Changed("set") {
		c.showSet(&r.Sets[0])
		return exitOK
	}
	for i := range r.Sets {
		c.print("%2d  %s", r.Sets[i].No, r.Sets[i].Name.In(c.lang))
	}
	return exitOK
}

// showSet writes a set for people: every option with its points and star marks.
func (c *command) showSet(s *rubric.Set) {
	c.print("%s %d: %s", c.words("BỘ SẢN PHẨM", "PRODUCT SET"), s.No, s.Name.In(c.lang))
	for _, g := range s.Gates {
		effect := c.words("Bị loại", "Rejected")
		if g.Effect == "stop" {
			effect = c.words("Dừng đánh giá", "Stopped")
		}
		c.print("  ✗ %s: %s", effect, g.Label.In(c.lang))
	}
	for _, p := range s.Parts {
		c.print("\n%s %s  %s (%d %s)", c.words("PHẦN", "PART"), p.Code, p.Name.In(c.lang), p.Max, c.words("điểm", "points"))
		for _, x := range p.Sections {
			c.print("\n%s. %s (%d)", x.Code, x.Name.In(c.lang), x.Max)
			for i := range x.Criteria {
				c.showCriterion(&x.Criteria[i], x.Code)
			}
		}
	}
}

func (c *command) showCriterion(cr *rubric.Criterion, section string) {
	if cr.Code != section {
		c.print("  %s %s (%d)", cr.Code, cr.Name.In(c.lang), cr.Max)
	}
	for _, note := range cr.Notes {
		c.print("      %s", note.In(c.lang))
	}
	for _, o := range cr.Options {
		if o.Case > 0 && strings.HasSuffix(o.Code, "a") {
			c.print("    %d. %s", o.Case, cr.Cases[o.Case-1].In(c.lang))
		}
		marks := strings.Repeat("*", o.MinStar)
		c.print("    %3s) %2d  %s", o.Code, o.Points, strings.TrimRight(o.Label.In(c.lang)+" "+marks, " "))
	}
	if cr.AllowsNone() {
		c.print("   none)  0  %s", c.words("Không đạt mức nào", "None of the levels"))
	}
}
