package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// score runs the verb score.
func (c *command) score(args []string) int {
	flags := pflag.NewFlagSet("score", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	asLines := flags.Bool("jsonl", false, "")
	explain := flags.Bool("explain", false, "")
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() == 0:
		return c.unusable("Cần ít nhất một tệp (hoặc -).", "Name at least one file (or -).")
	}
	for i, name := range flags.Args() {
		switch {
		case *asLines:
			code = max(code, c.scoreLines(library, name))
		case *asJSON:
			code = max(code, c.scoreJSON(library, name, *explain))
		default:
			if i > 0 {
				fmt.Fprintln(c.stdout)
			}
			code = max(code, c.scoreReport(library, name, *explain))
		}
	}
	return code
}

// scoreReport scores a file to a report for people, with the steps if asked for.
func (c *command) scoreReport(library *ocop.Library, name string, explain bool) int {
	data, err := c.read(name, int64(budget.Dossier().Bytes))
	if err != nil {
		return c.cannotRead(err)
	}
	e, err := library.Evaluate(data)
	if err != nil {
		c.explain(name, err)
		return exitProblems
	}
	if err := e.Report(c.stdout, c.options()); err != nil {
		return c.cannotWrite(err)
	}
	if explain {
		fmt.Fprintln(c.stdout)
		for i, step := range e.Explain() {
			fmt.Fprintf(c.stdout, "%2d. %s %s\n", i+1, step.Text.In(c.lang), step.Rule.In(c.lang))
		}
	}
	return exitOK
}

// scoreJSON scores a file to a Result, or its problems, as one line of JSON,
// with the steps as explanation if asked for.
func (c *command) scoreJSON(library *ocop.Library, name string, explain bool) int {
	data, err := c.read(name, int64(budget.Dossier().Bytes))
	if err != nil {
		return c.cannotRead(err)
	}
	line, code := appendOutcome(nil, library, data)
	if explain && code == exitOK {
		e, err := library.Evaluate(data)
		if err != nil {
			return c.cannotRead(err)
		}
		steps, err := json.Marshal(e.Explain())
		if err != nil {
			return c.cannotWrite(err)
		}
		line = line[:len(line)-len("}\n")]
		line = append(line, `,"explanation":`...)
		line = append(append(line, steps...), "}\n"...)
	}
	if _, err := c.stdout.Write(line); err != nil {
		return c.cannotWrite(err)
	}
	return code
}

// scoreLines scores a file of one sheet a line.
func (c *command) scoreLines(library *ocop.Library, name string) int {
	return c.eachLine(name, budget.Sheet().Bytes, func(line, sheet []byte, tooLong bool) ([]byte, int) {
		if tooLong {
			return appendProblems(line, problem.List{strictjson.TooLarge(budget.Sheet().Bytes)})
		}
		return appendOutcome(line, library, sheet)
	})
}

// eachLine writes a line for each line of a file, in the same order. It holds
// one line at a time, and of a line over the limit no more than the limit.
func (c *command) eachLine(name string, limit int, answer func(line, document []byte, tooLong bool) ([]byte, int)) int {
	f, err := c.open(name)
	if err != nil {
		return c.cannotRead(err)
	}
	defer f.Close() //nolint:errcheck // only read
	in, out := bufio.NewReaderSize(f, limit+2), bufio.NewWriterSize(c.stdout, 64<<10)
	code := exitOK
	var line []byte
	for {
		document, err := in.ReadSlice('\n')
		if len(document) == 0 && err == io.EOF { //nolint:errorlint // bufio returns it bare
			break
		}
		tooLong := errors.Is(err, bufio.ErrBufferFull)
		if tooLong {
			document, err = nil, skipLine(in)
		}
		var lineCode int
		line, lineCode = answer(line[:0], document, tooLong)
		code = max(code, lineCode)
		if _, err := out.Write(line); err != nil {
			return c.cannotWrite(err)
		}
		if err != nil && err != io.EOF { //nolint:errorlint // bufio returns it bare
			_ = out.Flush()
			return c.cannotRead(err)
		}
	}
	if err := out.Flush(); err != nil {
		return c.cannotWrite(err)
	}
	return code
}

// skipLine reads past the rest of a line.
func skipLine(in *bufio.Reader) error {
	for {
		_, err := in.ReadSlice('\n')
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// appendOutcome appends the Result of a sheet, or its problems, as a line.
func appendOutcome(b []byte, library *ocop.Library, data []byte) (line []byte, code int) {
	e, err := library.Evaluate(data)
	if err != nil {
		var problems problem.List
		errors.As(err, &problems)
		return appendProblems(b, problems)
	}
	return append(e.Result.AppendJSON(b), '\n'), exitOK
}

func appendProblems(b []byte, problems problem.List) (line []byte, code int) {
	b = append(b, `{"problems":`...)
	return append(problems.AppendJSON(b), '}', '\n'), exitProblems
}
