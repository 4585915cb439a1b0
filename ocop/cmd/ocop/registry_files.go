package main

import (
	"bufio"
	"errors"
	"io"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// convert writes the records of registers in another form.
func (c *command) convert(args []string) int {
	flags := pflag.NewFlagSet("registry", pflag.ContinueOnError)
	to := flags.String("to", "jsonl", "")
	public := flags.Bool("public", false, "")
	out := flags.StringP("out", "o", "-", "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() == 0:
		return c.unusable("Cần ít nhất một tệp (hoặc -).", "Name at least one file (or -).")
	case writerOf(*to, nil) == nil:
		return c.unusable("--to là jsonl, csv hoặc excel, không phải “%s”.", "--to is jsonl, csv or excel, not “%s”.", *to)
	}
	rows, read := c.rows(flags.Args())
	found := exitOK
	write := func(w io.Writer) error {
		buffered := bufio.NewWriterSize(w, 1<<16)
		records := writerOf(*to, buffered)
		for row, err := range rows {
			if err != nil {
				return err
			}
			if found = max(found, c.tellRow(&row)); row.Record.State == "" {
				continue // its shape is wrong: there is none
			}
			x, shown := row.Record, true
			if *public {
				x, shown = registry.Public(x)
			}
			if shown {
				if err := records.Write(&x); err != nil {
					return err
				}
			}
		}
		if *read != exitOK {
			return errHalf
		}
		if err := records.Flush(); err != nil {
			return err
		}
		return buffered.Flush()
	}
	if *out == "-" {
		_ = write(c.stdout) // run looks at the error
		return max(*read, found)
	}
	switch err := fillFile(*out, write); {
	case errors.Is(err, errHalf):
		return *read
	case err != nil:
		return c.cannotWrite(err)
	}
	return found
}

// errHalf tells that a register was not read to its end, so that a file of it is
// not written.
var errHalf = errors.New("half a register")

// writerOf is what writes records in a form; nil for none.
func writerOf(form string, w io.Writer) registry.Writer {
	switch form {
	case "jsonl":
		return registry.NewJSONLinesWriter(w)
	case "csv":
		return registry.NewCSVWriter(w, registry.CSVOptions{})
	case "excel": // as it opens in Vietnam
		return registry.NewCSVWriter(w, registry.CSVOptions{Comma: ';', BOM: true})
	}
	return nil
}

// tellRow says on standard error what is wrong with a row.
func (c *command) tellRow(row *registry.Row) int {
	for _, p := range row.Problems {
		c.tellFinding(registry.Finding{Problem: p, File: row.File, Line: row.Line})
	}
	if row.Failed() {
		return exitProblems
	}
	return exitOK
}

// tellFinding says a finding on standard error.
func (c *command) tellFinding(f registry.Finding) {
	c.explain(f.Where(c.lang), problem.List{f.Problem})
}

// record makes the records of dossiers that were decided.
func (c *command) record(args []string) int {
	flags := pflag.NewFlagSet("registry", pflag.ContinueOnError)
	on := flags.String("on", "", "")
	_, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() == 0:
		return c.unusable("Cần ít nhất một hồ sơ (hoặc -).", "Name at least one dossier (or -).")
	}
	o, code := c.days(flags, *on, "")
	for _, name := range flags.Args() {
		if code == exitUnusable {
			return code
		}
		code = max(code, c.recordOf(name, o))
	}
	return code
}

// recordOf makes the record of a dossier.
func (c *command) recordOf(name string, o registry.Options) int {
	data, err := c.read(name, int64(budget.Dossier().Bytes))
	if err != nil {
		return c.cannotRead(name, err)
	}
	x, err := dossier.Decode(data)
	if err != nil {
		c.explain(name, err)
		return exitProblems
	}
	record, problems := registry.FromDossier(&x, o.On)
	c.explain(name, problems)
	if problems.Err() != nil {
		return exitProblems
	}
	_ = registry.NewJSONLinesWriter(c.stdout).Write(&record) // run looks at the error
	return exitOK
}

// gather reads a register to be compared with another; nil where it is none, which
// is said.
func (c *command) gather(name string) (*registry.Register, int) {
	rows, read := c.rows([]string{name})
	register, found, err := registry.Gather(rows)
	for _, f := range found {
		f.File = name
		c.tellFinding(f)
	}
	switch {
	case *read != exitOK:
		return nil, *read
	case err != nil && problem.From(err) == nil:
		return nil, c.unusable("Không đọc được: %s", "Cannot read: %s", err)
	case err != nil:
		c.explain(name, err)
		return nil, exitProblems
	}
	return register, exitOK
}
