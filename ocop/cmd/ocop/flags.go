package main

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// parse reads a verb's flags with the common ones and returns the library they
// ask for. Where that fails it says so and done is true.
func (c *command) parse(flags *pflag.FlagSet, args []string) (library *ocop.Library, code int, done bool) {
	language := flags.String("lang", "vi", "")
	beside := flags.StringArray("rubric", nil, "")
	instead := flags.StringArray("replace", nil, "")
	flags.SetOutput(io.Discard) // what is wrong is said below
	flags.Usage = func() {}     // likewise
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, pflag.ErrHelp) {
			return nil, c.help([]string{flags.Name()}), true
		}
		return nil, c.wrongFlag(err), true
	}
	l, ok := spoken(*language)
	if !ok {
		return nil, c.unusable("--lang là vi hoặc en, không phải “%s”.", "--lang is vi or en, not “%s”.", *language), true
	}
	c.lang = l
	library, code = c.library(*beside, *instead)
	return library, code, code != exitOK
}

// wrongFlag says which flag cannot be used.
func (c *command) wrongFlag(err error) int {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return c.unusable("Không có cờ -%s.", "There is no flag -%s.", unknown.GetSpecifiedShortnames())
	case errors.As(err, &unknown):
		return c.unusable("Không có cờ --%s.", "There is no flag --%s.", unknown.GetSpecifiedName())
	case errors.As(err, &bare) && bare.GetSpecifiedShortnames() != "":
		return c.unusable("Cờ -%s cần một giá trị.", "The flag -%s needs a value.", bare.GetSpecifiedShortnames())
	case errors.As(err, &bare):
		return c.unusable("Cờ --%s cần một giá trị.", "The flag --%s needs a value.", bare.GetSpecifiedName())
	case errors.As(err, &wrong):
		return c.unusable("Cờ --%s không nhận giá trị “%s”.", "The flag --%s does not take “%s”.", wrong.GetFlag().Name, wrong.GetValue())
	case errors.As(err, &syntax):
		return c.unusable("Cờ viết sai: %s", "Not a flag: %s", syntax.GetSpecifiedFlag())
	}
	return c.unusable("Không dùng được lệnh: %s", "Cannot use the command: %s", err)
}

// library loads the rubrics named on the command line, beside the built-in one
// or instead of it.
func (c *command) library(beside, instead []string) (*ocop.Library, int) {
	library, code := c.add(&ocop.Library{}, (*ocop.Library).Load, beside)
	if code != exitOK {
		return nil, code
	}
	return c.add(library, (*ocop.Library).Replace, instead)
}

// add reads rubrics and adds them to a library.
func (c *command) add(library *ocop.Library, add func(*ocop.Library, ...*rubric.Rubric) (*ocop.Library, error), names []string) (*ocop.Library, int) {
	for _, name := range names {
		data, err := c.read(name, int64(budget.Rubric().Bytes))
		if err != nil {
			return nil, c.cannotRead(name, err)
		}
		r, err := rubric.Read(data)
		if err == nil {
			library, err = add(library, r)
		}
		if err != nil {
			c.explain(name, err)
			return nil, exitProblems
		}
	}
	return library, exitOK
}

// open opens a named file, or standard input for -.
func (c *command) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(c.stdin), nil
	}
	return os.Open(name) //nolint:gosec // the user names the file
}

// read reads at most one byte more than the limit, so that a larger document
// is refused by its reader without being held.
func (c *command) read(name string, limit int64) ([]byte, error) {
	f, err := c.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	return io.ReadAll(io.LimitReader(f, limit+1))
}

// options are those of a report on the terminal.
func (c *command) options() ocop.ReportOptions {
	return ocop.ReportOptions{Lang: c.lang, Color: c.color}
}

// report writes a file's report. That the output fails is for run to tell.
func (c *command) report(name string, report func(io.Writer, ocop.ReportOptions) error) int {
	if err := report(c.stdout, c.options()); err != nil && c.stdout.failed() == nil {
		c.explain(name, err)
		return exitProblems
	}
	return exitOK
}

// put writes a file's report, or data with a new line.
func (c *command) put(asJSON bool, name string, data interface{ AppendJSON(b []byte) []byte }, report func(io.Writer, ocop.ReportOptions) error) int {
	if !asJSON {
		return c.report(name, report)
	}
	c.json(append(data.AppendJSON(nil), '\n'))
	return exitOK
}
