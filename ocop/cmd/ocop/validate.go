package main

import (
	"fmt"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// validate runs the verb validate.
func (c *command) validate(args []string) int {
	flags := pflag.NewFlagSet("validate", pflag.ContinueOnError)
	as := flags.String("as", string(ocop.DossierDocument), "")
	asJSON := flags.Bool("json", false, "")
	asLines := flags.Bool("jsonl", false, "")
	library, code, done := c.parse(flags, args)
	kind := ocop.Document(*as)
	switch {
	case done:
		return code
	case kind.MaxBytes() == 0:
		return c.unusable("--as là dossier, sheet, council hoặc plan, không phải %q.", "--as is dossier, sheet, council or plan, not %q.", *as)
	case flags.NArg() == 0:
		return c.unusable("Cần ít nhất một tệp (hoặc -).", "Name at least one file (or -).")
	}
	for _, name := range flags.Args() {
		if *asLines {
			code = max(code, c.eachLine(name, int(kind.MaxBytes()), func(line, document []byte, tooLong bool) ([]byte, int) {
				if tooLong {
					return appendVerdict(line, problem.List{strictjson.TooLarge(int(kind.MaxBytes()))})
				}
				return appendVerdict(line, library.Validate(kind, document))
			}))
			continue
		}
		data, err := c.read(name, kind.MaxBytes())
		if err != nil {
			return c.cannotRead(err)
		}
		problems := library.Validate(kind, data)
		code = max(code, c.putVerdict(name, problems, *asJSON))
	}
	return code
}

// putVerdict writes a file's problems, or that there are none.
func (c *command) putVerdict(name string, problems problem.List, asJSON bool) int {
	line, code := appendVerdict(nil, problems)
	if asJSON {
		if _, err := c.stdout.Write(line); err != nil {
			return c.cannotWrite(err)
		}
		return code
	}
	if len(problems) > 0 {
		c.explain(name, problems)
	}
	verdict := map[int]map[bool]string{
		exitOK:       {false: "hợp lệ", true: "valid"},
		exitProblems: {false: "không hợp lệ", true: "not valid"},
	}[code][c.lang == "en"]
	if _, err := fmt.Fprintf(c.stdout, "%s: %s\n", name, verdict); err != nil {
		return c.cannotWrite(err)
	}
	return code
}

// appendVerdict appends {"valid":…,"problems":[…]} as a line. Valid means no error.
func appendVerdict(b []byte, problems problem.List) (line []byte, code int) {
	if problems.Err() == nil {
		b = append(b, `{"valid":true,"problems":`...)
	} else {
		b = append(b, `{"valid":false,"problems":`...)
		code = exitProblems
	}
	return append(problems.AppendJSON(b), '}', '\n'), code
}
