package main

import (
	"fmt"
	"io"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
)

// plan runs the verb plan.
func (c *command) plan(args []string) int {
	flags := pflag.NewFlagSet("plan", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	star := flags.Int("star", 0, "")
	others := flags.Int("others", 0, "")
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 1:
		return c.unusable("Cần đúng một tệp (hoặc -).", "Name one file (or -).")
	case flags.Changed("star") && (*star < 1 || *star > 5):
		return c.unusable("--star là 1 đến 5, không phải %d.", "--star is 1 to 5, not %d.", *star)
	case *others < 0 || *others > scoring.MaxOthers:
		return c.unusable("--others là 0 đến %d, không phải %d.", "--others is 0 to %d, not %d.", scoring.MaxOthers, *others)
	}
	data, err := c.read(flags.Arg(0), int64(budget.Sheet().Bytes))
	if err != nil {
		return c.cannotRead(flags.Arg(0), err)
	}
	planning, err := library.Plan(data, *star, *others)
	if err != nil {
		return c.wrong(*asJSON, flags.Arg(0), err)
	}
	return c.put(*asJSON, flags.Arg(0), &planning, planning.Report)
}

// council runs the verb council.
func (c *command) council(args []string) int {
	flags := pflag.NewFlagSet("council", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	ministry := flags.String("ministry", "", "")
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 1:
		return c.unusable("Cần đúng một tệp (hoặc -).", "Name one file (or -).")
	}
	province, code := c.session(library, flags.Arg(0), *asJSON)
	if code != exitOK || *ministry == "" {
		if code == exitOK {
			code = c.put(*asJSON, flags.Arg(0), &province.Outcome, province.Minutes)
		}
		return code
	}
	central, code := c.session(library, *ministry, *asJSON)
	if code != exitOK {
		return code
	}
	referral := ocop.NewReferral(province, central)
	return c.put(*asJSON, flags.Arg(0), referral, func(w io.Writer, options ocop.ReportOptions) error {
		if err := province.Minutes(w, options); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
		return referral.Report(w, options)
	})
}

// session reads a council's file; where that fails it says so.
func (c *command) session(library *ocop.Library, name string, asJSON bool) (*ocop.Session, int) {
	data, err := c.read(name, int64(budget.Council().Bytes))
	if err != nil {
		return nil, c.cannotRead(name, err)
	}
	s, err := library.Decide(data)
	if err != nil {
		return nil, c.wrong(asJSON, name, err)
	}
	return &s, exitOK
}
