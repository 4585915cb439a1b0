package main

import (
	"errors"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// score runs the verb score.
func (c *command) score(args []string) int {
	flags := pflag.NewFlagSet("score", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "")
	asLines := flags.Bool("jsonl", false, "")
	explain := flags.Bool("explain", false, "")
	dated := newDayFlags(flags)
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() == 0:
		return c.unusable("Cần ít nhất một tệp (hoặc -).", "Name at least one file (or -).")
	case *asLines && dated.given() != "":
		return c.onlyForDossiers(dated.given(), "--jsonl")
	}
	if library, code = c.judging(library, dated); code != exitOK {
		return code
	}
	for _, name := range flags.Args() {
		if *asLines {
			code = max(code, c.scoreLines(library, name))
			continue
		}
		data, err := c.read(name, int64(budget.Dossier().Bytes))
		if err != nil {
			code = max(code, c.cannotRead(name, err))
			continue
		}
		e, err := library.Evaluate(data)
		switch {
		case err != nil:
			code = max(code, c.wrong(*asJSON, name, err))
		case e.Dossier == nil && dated.given() != "":
			code = max(code, c.onlyForDossiers(dated.given(), name))
		case *asJSON:
			code = max(code, c.scoreJSON(&e, *explain))
		default:
			code = max(code, c.scoreReport(name, &e, *explain))
		}
	}
	return code
}

// scoreReport writes a report for people, with the steps if asked for.
func (c *command) scoreReport(name string, e *ocop.Evaluation, explain bool) int {
	if c.stdout.used {
		c.print("")
	}
	if code := c.report(name, e.Report); code != exitOK || !explain {
		return code
	}
	c.print("")
	for i, step := range e.Explain() {
		c.print("%2d. %s %s", i+1, step.Text.In(c.lang), step.Rule.In(c.lang))
		for _, note := range step.Notes {
			c.print("    %s %s", c.words("Ghi chú:", "Note:"), note.In(c.lang))
		}
	}
	return exitOK
}

// scoreJSON writes a Result as one line of JSON, with the steps as explanation if
// asked for.
func (c *command) scoreJSON(e *ocop.Evaluation, explain bool) int {
	line := e.Result.AppendJSON(nil)
	if explain {
		line = append(line[:len(line)-len("}")], `,"explanation":`...)
		line = append(report.AppendSteps(line, e.Explain()), '}')
	}
	c.json(append(line, '\n'))
	return exitOK
}

// scoreLines scores a file of one sheet a line.
func (c *command) scoreLines(library *ocop.Library, name string) int {
	return c.eachLine(name, lines{
		limit: budget.Sheet().Bytes,
		judge: func(b, sheet []byte) ([]byte, int) {
			e, err := library.Evaluate(sheet)
			if err != nil {
				var problems problem.List
				errors.As(err, &problems)
				return appendProblems(b, problems)
			}
			return append(e.Result.AppendJSON(b), '\n'), exitOK
		},
		refuse: appendProblems,
	})
}

// appendProblems appends {"problems":[…]} as a line.
func appendProblems(b []byte, problems problem.List) (line []byte, code int) {
	return append(problems.AppendRefusal(b), '\n'), exitProblems
}
