package main

import (
	"bytes"
	"io"
	"iter"
	"time"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/page"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// registry runs the verb registry: figures, or what is named before the files.
func (c *command) registry(args []string) int {
	if len(args) > 0 {
		if run := registryTask(args[0]); run != nil {
			return run(c, args[1:])
		}
	}
	return c.figures(args)
}

// registryTask is what the verb registry does beside figures; nil for another word.
func registryTask(name string) func(*command, []string) int {
	switch name {
	case "convert":
		return (*command).convert
	case "record":
		return (*command).record
	case "diff":
		return (*command).diff
	case "apply":
		return (*command).apply
	case "merge":
		return (*command).merge
	case "deliver":
		return (*command).deliver
	case "verify":
		return (*command).verify
	}
	return nil
}

// figures counts registers as one.
func (c *command) figures(args []string) int {
	flags := pflag.NewFlagSet("registry", pflag.ContinueOnError)
	on, since := flags.String("on", "", ""), flags.String("since", "", "")
	asJSON := flags.Bool("json", false, "")
	format := flags.String("format", "text", "")
	out := flags.StringP("out", "o", "-", "")
	_, code, done := c.parse(flags, args)
	if *asJSON {
		*format = "json"
	}
	switch {
	case done:
		return code
	case flags.NArg() == 0:
		return c.unusable("Cần ít nhất một tệp (hoặc -).", "Name at least one file (or -).")
	case *format != "text" && *format != "html" && *format != "json":
		return c.unusable("--format là text, html hoặc json, không phải “%s”.", "--format is text, html or json, not “%s”.", *format)
	}
	o, code := c.days(flags, *on, *since)
	if code != exitOK {
		return code
	}
	report, code := c.count(flags.Args(), o)
	if code != exitOK {
		return code
	}
	var b bytes.Buffer
	if err := c.writeFigures(&b, &report, *format); err != nil {
		return c.cannotWrite(err)
	}
	if code = c.putWhole(*out, b.Bytes()); code == exitOK && !report.Clean() {
		code = exitProblems
	}
	return code
}

// days are those of --on, today where it is not given, and of --since.
func (c *command) days(flags *pflag.FlagSet, on, since string) (o registry.Options, code int) {
	o.On = civil.Of(time.Now())
	if flags.Changed("on") {
		if o.On, code = c.day(flags, on); code != exitOK {
			return o, code
		}
	}
	if flags.Changed("since") {
		day, err := civil.Parse(since)
		if err != nil {
			return o, c.unusable("--since là một ngày như 2026-09-17, không phải “%s”.", "--since is a day as 2026-09-17, not “%s”.", since)
		}
		o.Since = day
	}
	return o, exitOK
}

// count counts the records of some files.
func (c *command) count(names []string, o registry.Options) (registry.Report, int) {
	rows, read := c.rows(names)
	report, err := registry.Count(rows, o)
	if err != nil && *read == exitOK {
		*read = c.unusable("Không đếm được: %s", "Cannot count: %s", err)
	}
	return report, *read
}

// rows are the rows of some files, one after the other. What code points to is
// exitOK until one cannot be read, which is said, and is the end of the rows.
func (c *command) rows(names []string) (rows iter.Seq2[registry.Row, error], code *int) {
	code = new(int)
	return func(yield func(registry.Row, error) bool) {
		for _, name := range names {
			if !c.eachRow(name, len(names) > 1, yield, code) {
				return
			}
		}
	}, code
}

// eachRow gives the rows of a file; false where no more are wanted. That it cannot
// be read is in code.
func (c *command) eachRow(name string, named bool, yield func(registry.Row, error) bool, code *int) bool {
	f, err := c.open(name)
	if err != nil {
		*code = c.cannotRead(name, err)
		return false
	}
	defer f.Close() //nolint:errcheck // only read
	label := ""
	if named {
		label = name
	}
	for row, err := range registry.Records(label, f) {
		if err != nil {
			*code = c.cannotRead(name, err)
			return false
		}
		if !yield(row, nil) {
			return false
		}
	}
	return true
}

func (c *command) writeFigures(w io.Writer, report *registry.Report, format string) error {
	switch format {
	case "json":
		_, err := w.Write(plain.JSON(append(report.AppendJSON(nil), '\n')))
		return err
	case "html":
		return page.HTML(w, report, page.Options{Lang: c.lang})
	}
	return report.Text(w, c.lang)
}

// putWhole writes what is whole to a file, or to standard output.
func (c *command) putWhole(out string, data []byte) int {
	if out == "-" {
		_, _ = c.stdout.Write(data) // run looks at its error
		return exitOK
	}
	if err := c.stdout.whole(func() error { return writeFile(out, data) }); err != nil {
		return c.cannotWrite(err)
	}
	return exitOK
}
