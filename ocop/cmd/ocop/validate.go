package main

import (
	"bytes"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// validate runs the verb validate.
func (c *command) validate(args []string) int {
	flags := pflag.NewFlagSet("validate", pflag.ContinueOnError)
	as := flags.String("as", string(ocop.DocumentDossier), "")
	asJSON := flags.Bool("json", false, "")
	asLines := flags.Bool("jsonl", false, "")
	dated := newDayFlags(flags)
	library, code, done := c.parse(flags, args)
	kind := ocop.Document(*as)
	switch {
	case done:
		return code
	case kind.MaxBytes() == 0:
		return c.unusable("--as là dossier, sheet, council hoặc plan, không phải “%s”.", "--as is dossier, sheet, council or plan, not “%s”.", *as)
	case flags.NArg() == 0:
		return c.unusable("Cần ít nhất một tệp (hoặc -).", "Name at least one file (or -).")
	case kind != ocop.DocumentDossier && dated.given() != "":
		return c.onlyForDossiers(dated.given(), "--as "+*as)
	}
	if library, code = c.judging(library, dated); code != exitOK {
		return code
	}
	for _, name := range flags.Args() {
		if *asLines {
			code = max(code, c.validateLines(library, kind, name))
			continue
		}
		code = max(code, c.validateFile(library, kind, name, *asJSON))
	}
	return code
}

// validateFile validates a file of one document, or a package of a dossier with
// its files.
func (c *command) validateFile(library *ocop.Library, kind ocop.Document, name string, asJSON bool) int {
	if kind == ocop.DocumentDossier && name != "-" {
		if p, err := openPackage(name); err == nil {
			defer p.Close() //nolint:errcheck // only read
			if p.isPackage() {
				return c.validatePackage(library, p, asJSON)
			}
		}
	}
	data, err := c.read(name, kind.MaxBytes())
	switch {
	case err != nil:
		return c.cannotRead(name, err)
	case kind == ocop.DocumentDossier && bytes.HasPrefix(data, []byte(beginsPackage)):
		return c.unusable("%s: gói hồ sơ (ZIP) phải là một tệp, không đọc được từ đầu vào chuẩn hay ống dẫn.", "%s: a package (ZIP) has to be a file; it cannot be read from standard input or a pipe.", name)
	}
	return c.putVerdict(name, library.Validate(kind, data), asJSON)
}

// validatePackage validates a package.
func (c *command) validatePackage(library *ocop.Library, p *packageFile, asJSON bool) int {
	_, problems := pack.Check(p, p.size, pack.Options{Read: library.ReadDossier})
	if p.err != nil {
		return c.cannotRead(p.Name(), p.err)
	}
	return c.putVerdict(p.Name(), problems, asJSON)
}

// validateLines validates a file of one document a line.
func (c *command) validateLines(library *ocop.Library, kind ocop.Document, name string) int {
	return c.eachLine(name, lines{
		limit:  int(kind.MaxBytes()),
		judge:  func(b, document []byte) ([]byte, int) { return appendVerdict(b, library.Validate(kind, document)) },
		refuse: appendVerdict,
	})
}

// putVerdict writes a file's problems, or that there are none.
func (c *command) putVerdict(name string, problems problem.List, asJSON bool) int {
	line, code := appendVerdict(nil, problems)
	if asJSON {
		c.json(line)
		return code
	}
	if len(problems) > 0 {
		c.explain(name, problems)
	}
	verdict := c.words("hợp lệ", "valid")
	if code != exitOK {
		verdict = c.words("không hợp lệ", "not valid")
	}
	c.print("%s: %s", name, verdict)
	return code
}

// appendVerdict appends {"valid":…,"problems":[…]} as a line. Valid means no error.
func appendVerdict(b []byte, problems problem.List) (line []byte, code int) {
	if problems.Err() != nil {
		code = exitProblems
	}
	return append(problems.AppendVerdict(b), '\n'), code
}
