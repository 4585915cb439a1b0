package main

import (
	"bytes"
	"io"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// paper runs the verb paper.
func (c *command) paper(args []string) int {
	flags := pflag.NewFlagSet("paper", pflag.ContinueOnError)
	format := flags.String("format", "text", "")
	out := flags.StringP("out", "o", "-", "")
	ministry := flags.Bool("ministry", false, "")
	library, code, done := c.parse(flags, args)
	if done {
		return code
	}
	write := drawn(*format)
	switch {
	case flags.NArg() != 2:
		return c.unusable("Cần tên giấy và đúng một tệp (hoặc -).", "Give the name of a paper and one file (or -).")
	case write == nil:
		return c.unusable("--format là text, html, docx hoặc json, không phải “%s”.", "--format is text, html, docx or json, not “%s”.", *format)
	}
	name, file := paper.Name(flags.Arg(0)), flags.Arg(1)
	data, err := c.read(file, int64(budget.Dossier().Bytes))
	if err != nil {
		return c.cannotRead(file, err)
	}
	filled, err := library.Paper(name, data, ocop.PaperOptions{Lang: c.lang, Ministry: *ministry})
	if err != nil {
		return c.wrong(*format == "json", file, err)
	}
	var page bytes.Buffer
	if err := write(&filled, &page); err != nil {
		return c.cannotWrite(err)
	}
	return c.putWhole(*out, page.Bytes())
}

// drawn is what writes a paper in a format; nil for one that there is not.
func drawn(format string) func(*paper.Paper, io.Writer) error {
	switch format {
	case "text":
		return (*paper.Paper).Text
	case "html":
		return (*paper.Paper).HTML
	case "docx":
		return (*paper.Paper).DOCX
	case "json":
		return func(p *paper.Paper, w io.Writer) error {
			_, err := w.Write(plain.JSON(append(p.AppendJSON(nil), '\n')))
			return err
		}
	}
	return nil
}
