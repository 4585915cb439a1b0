package main

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/scoring/lang"
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
		c.explain("--edition", err)
		return exitUnusable
	}
	if flags.Changed("set") {
		set, ok := r.Set(*no)
		if !ok {
			return c.unusable("%s không có bộ sản phẩm số %d.", "%s has no product set %d.", *edition, *no)
		}
		r = only(r, set)
	}
	if *asJSON {
		data, err := r.JSON()
		if err == nil {
			_, err = c.stdout.Write(data)
		}
		if err != nil {
			return c.cannotWrite(err)
		}
		return exitOK
	}
	if flags.Changed("set") {
		c.showSet(&r.Sets[0])
		return exitOK
	}
	for i := range r.Sets {
		fmt.Fprintf(c.stdout, "%2d  %s\n", r.Sets[i].No, r.Sets[i].Name.In(c.lang))
	}
	return exitOK
}

// only is a rubric of one set, with the errata and oddities that concern it.
func only(r *rubric.Rubric, set *rubric.Set) *rubric.Rubric {
	one := &rubric.Rubric{Edition: r.Edition, Sets: []rubric.Set{*set}, Errata: []rubric.Erratum{}, Oddities: []rubric.Oddity{}, Evidence: r.Evidence}
	for _, e := range r.Errata {
		if e.Set == set.No {
			one.Errata = append(one.Errata, e)
		}
	}
	for _, o := range r.Oddities {
		if o.Set == set.No || o.Set == 0 {
			one.Oddities = append(one.Oddities, o)
		}
	}
	return one
}

// showSet writes a set for people: every option with its points and star marks.
func (c *command) showSet(s *rubric.Set) {
	say := func(format string, args ...any) { fmt.Fprintf(c.stdout, format+"\n", args...) }
	words := func(vi, en string) string { return lang.Text{Vi: vi, En: en}.In(c.lang) }
	say("%s %d: %s", words("BỘ SẢN PHẨM", "PRODUCT SET"), s.No, s.Name.In(c.lang))
	for _, g := range s.Gates {
		effect := words("Bị loại", "Rejected")
		if g.Effect == "stop" {
			effect = words("Dừng đánh giá", "Stopped")
		}
		say("  ✗ %s: %s", effect, g.Label.In(c.lang))
	}
	for _, p := range s.Parts {
		say("\n%s %s  %s (%d %s)", words("PHẦN", "PART"), p.Code, p.Name.In(c.lang), p.Max, words("điểm", "points"))
		for _, x := range p.Sections {
			say("\n%s. %s (%d)", x.Code, x.Name.In(c.lang), x.Max)
			for i := range x.Criteria {
				c.showCriterion(&x.Criteria[i], x.Code)
			}
		}
	}
}

func (c *command) showCriterion(cr *rubric.Criterion, section string) {
	if cr.Code != section {
		fmt.Fprintf(c.stdout, "  %s %s (%d)\n", cr.Code, cr.Name.In(c.lang), cr.Max)
	}
	for _, note := range cr.Notes {
		fmt.Fprintf(c.stdout, "      %s\n", note.In(c.lang))
	}
	for _, o := range cr.Options {
		if o.Case > 0 && strings.HasSuffix(o.Code, "a") {
			fmt.Fprintf(c.stdout, "    %d. %s\n", o.Case, cr.Cases[o.Case-1].In(c.lang))
		}
		line := fmt.Sprintf("    %3s) %2d  %s %s", o.Code, o.Points, o.Label.In(c.lang), strings.Repeat("*", o.MinStar))
		fmt.Fprintln(c.stdout, strings.TrimRight(line, " "))
	}
	if cr.AllowsNone() {
		fmt.Fprintf(c.stdout, "   none)  0  %s\n", lang.Text{Vi: "Không đạt mức nào", En: "None of the levels"}.In(c.lang))
	}
}
