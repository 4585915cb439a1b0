package main

import (
	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// deadlines runs the verb deadlines.
func (c *command) deadlines(args []string) int {
	flags := pflag.NewFlagSet("deadlines", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	dated := newDayFlags(flags)
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 1:
		return c.unusable("Cần đúng một tệp (hoặc -).", "Name one file (or -).")
	}
	day, holidays, code := c.dated(dated)
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

// dayFlags are those of what depends on the day and on the days off.
type dayFlags struct {
	flags        *pflag.FlagSet
	on, calendar *string
}

func newDayFlags(flags *pflag.FlagSet) dayFlags {
	return dayFlags{flags, flags.String("on", "", ""), flags.String("holidays", "", "")}
}

// given is the first of them that was given; "" for none.
func (d dayFlags) given() string {
	for _, name := range []string{"on", "holidays"} {
		if d.flags.Changed(name) {
			return "--" + name
		}
	}
	return ""
}

// dated reads what the flags say.
func (c *command) dated(d dayFlags) (day civil.Date, holidays procedure.Holidays, code int) {
	if day, code = c.day(d.flags, *d.on); code != exitOK {
		return day, nil, code
	}
	holidays, code = c.holidays(*d.calendar)
	return day, holidays, code
}

// judging is the library that judges dossiers as the flags say.
func (c *command) judging(library *ocop.Library, d dayFlags) (*ocop.Library, int) {
	day, holidays, code := c.dated(d)
	if code != exitOK {
		return nil, code
	}
	judge, err := library.Judging(dossier.Options{On: day, Holidays: holidays})
	if err != nil { // both were looked at
		c.explain(*d.calendar, err)
		return nil, exitProblems
	}
	return judge, exitOK
}

// onlyForDossiers says that a flag cannot stand beside another or with a file.
func (c *command) onlyForDossiers(flag, beside string) int {
	return c.unusable("%s chỉ dùng cho hồ sơ, không dùng với %s.", "%s is for dossiers, and not for %s.", flag, beside)
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
