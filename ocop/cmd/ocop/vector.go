package main

import (
	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
)

// vector runs the verb vector.
func (c *command) vector(args []string) int {
	flags := pflag.NewFlagSet("vector", pflag.ContinueOnError)
	text := flags.String("parse", "", "")
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.Changed("parse") == (flags.NArg() == 1):
		return c.unusable("Cần một tệp, hoặc --parse và dòng chữ.", "Name one file, or --parse and the text.")
	case flags.Changed("parse"):
		sheet, err := scoring.ParseVector(*text, library.Editions()...)
		if err != nil {
			c.explain("--parse", err)
			return exitProblems
		}
		c.json(append(sheet.AppendJSON(nil), '\n'))
		return exitOK
	}
	data, err := c.read(flags.Arg(0), int64(budget.Sheet().Bytes))
	if err != nil {
		return c.cannotRead(flags.Arg(0), err)
	}
	sheet, err := scoring.DecodeSheet(data, library.Editions()...)
	if err != nil {
		c.explain(flags.Arg(0), err)
		return exitProblems
	}
	c.print("%s", sheet.Vector())
	return exitOK
}
