package main

import (
	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/budget"
)

// life runs the verb life.
func (c *command) life(args []string) int {
	flags := pflag.NewFlagSet("life", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	on := flags.String("on", "", "")
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
	data, err := c.read(flags.Arg(0), int64(budget.Dossier().Bytes))
	if err != nil {
		return c.cannotRead(flags.Arg(0), err)
	}
	standing, err := ocop.Life(data, day)
	if err != nil {
		return c.wrong(*asJSON, flags.Arg(0), err)
	}
	return c.put(*asJSON, flags.Arg(0), &standing, standing.Report)
}
