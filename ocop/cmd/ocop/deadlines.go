package main

import (
	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// deadlines runs the verb deadlines.
func (c *command) deadlines(args []string) int {
	flags := pflag.NewFlagSet("deadlines", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	on := flags.String("on", "", "")
	calendar := flags.String("holidays", "", "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 1:
		return c.unusable("Cần đúng một tệp (hoặc -).", "Name one file (or -).")
	}
	day, code := c.day(flags, *on)
	if code != exitOK {
		return code
	}
	holidays, code := c.holidays(*calendar)
	if code != exitOK {
		return code
	}
	data, err := c.read(flags.Arg(0), int64(budget.Dossier().Bytes))
	if err != nil {
		return c.cannotRead(flags.Arg(0), err)
	}
	schedule, err := ocop.Deadlines(data, procedure.Options{On: day, Holidays: holidays})
	if err != nil {
		return c.wrong(*asJSON, flags.Arg(0), err)
	}
	return c.put(*asJSON, flags.Arg(0), &schedule, schedule.Report)
}

// day is that of --on; zero where it is not given.
func (c *command) day(flags *pflag.FlagSet, on string) (civil.Date, int) {
	if !flags.Changed("on") {
		return civil.Date{}, exitOK
	}
	day, err := civil.Parse(on)
	if err != nil {
		return day, c.unusable("--on là một ngày như 2026-09-17, không phải “%s”.", "--on is a day as 2026-09-17, not “%s”.", on)
	}
	return day, exitOK
}

// holidays are those of a file; without one those that are built in.
func (c *command) holidays(name string) (procedure.Holidays, int) {
	if name == "" {
		return nil, exitOK
	}
	data, err := c.read(name, int64(budget.Sheet().Bytes))
	if err != nil {
		return nil, c.cannotRead(name, err)
	}
	var h procedure.Holidays
	if err := h.UnmarshalJSON(data); err != nil {
		c.explain(name, err)
		return nil, exitProblems
	}
	return h, exitOK
}
