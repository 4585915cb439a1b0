package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// parse reads a verb's flags with the common ones and returns the library they
// ask for. Where that fails it says so and done is true.
func (c *command) parse(flags *pflag.FlagSet, args []string) (library *ocop.Library, code int, done bool) {
	language := flags.String("lang", "vi", "vi | en")
	rubrics := flags.StringArray("rubric", nil, "tệp bộ tiêu chí JSON / rubric as JSON")
	flags.SetOutput(c.stderr)
	flags.Usage = func() { fmt.Fprint(c.stdout, usage) }
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, pflag.ErrHelp) {
			return nil, exitOK, true
		}
		return nil, c.unusable("Không dùng được lệnh: %v", "Cannot use the command: %v", err), true
	}
	if *language != "vi" && *language != "en" {
		return nil, c.unusable("--lang là vi hoặc en, không phải %q.", "--lang is vi or en, not %q.", *language), true
	}
	c.lang = lang.Lang(*language)
	library, code = c.library(*rubrics)
	return library, code, code != exitOK
}

// library loads the rubrics named on the command line.
func (c *command) library(names []string) (*ocop.Library, int) {
	var loaded []*rubric.Rubric
	for _, name := range names {
		data, err := c.read(name, int64(budget.Rubric().Bytes))
		if err != nil {
			return nil, c.cannotRead(err)
		}
		r, err := rubric.Read(data)
		if err != nil {
			c.explain(name, err)
			return nil, exitProblems
		}
		loaded = append(loaded, r)
	}
	library, err := ocop.NewLibrary(loaded...)
	if err != nil {
		c.explain("", err)
		return nil, exitProblems
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

// put writes a report, or data with a new line.
func (c *command) put(asJSON bool, data json.Marshaler, report func(io.Writer, ocop.ReportOptions) error) int {
	if !asJSON {
		if err := report(c.stdout, c.options()); err != nil {
			return c.cannotWrite(err)
		}
		return exitOK
	}
	line, err := data.MarshalJSON()
	if err == nil {
		_, err = c.stdout.Write(append(line, '\n'))
	}
	if err != nil {
		return c.cannotWrite(err)
	}
	return exitOK
}

// wrong reports what is wrong with a file: for people, or as data.
func (c *command) wrong(asJSON bool, name string, err error) int {
	var problems problem.List
	if !asJSON || !errors.As(err, &problems) {
		c.explain(name, err)
		return exitProblems
	}
	line, code := appendProblems(nil, problems)
	if _, err := c.stdout.Write(line); err != nil {
		return c.cannotWrite(err)
	}
	return code
}

// cannotRead says that a file cannot be read.
func (c *command) cannotRead(err error) int {
	return c.unusable("Không đọc được tệp: %v", "Cannot read the file: %v", err)
}

// cannotWrite says that the output cannot be written.
func (c *command) cannotWrite(err error) int {
	return c.unusable("Không ghi được: %v", "Cannot write: %v", err)
}

// explain writes for people what is wrong with a file.
func (c *command) explain(name string, err error) {
	var problems problem.List
	if !errors.As(err, &problems) {
		fmt.Fprintf(c.stderr, "%s: %v\n", name, err)
		return
	}
	for _, p := range problems {
		place := p.Path
		if place != "" {
			place = " " + place
		}
		fmt.Fprintf(c.stderr, "%s: %s%s: %s\n", name, p.Code, place, p.Message.In(c.lang))
	}
}
