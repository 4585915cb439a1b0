// Command ocop-xlsx turns a register from a workbook (XLSX) into JSON Lines or CSV,
// and back:
//
//	ocop-xlsx [-o OUT] [--sheet NAME] [--lang vi|en] FILE
//
// FILE is a workbook where its name ends in .xlsx, else JSON Lines or CSV; - is
// standard input, which holds no workbook. OUT is written by its ending, .xlsx, .csv
// or .jsonl; without it JSON Lines go to standard output. Records in which an error
// was found are told and left out. Exit 0: all were written; 1: some were not; 2:
// nothing could be read or written.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/xlsx"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := pflag.NewFlagSet("ocop-xlsx", pflag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.StringP("output", "o", "", "the file to write: .xlsx, .csv or .jsonl")
	sheet := flags.String("sheet", "", "the sheet to read; the first where it is left out")
	language := flags.String("lang", "vi", "of what is told: vi or en")
	switch err := flags.Parse(args); {
	case errors.Is(err, pflag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintln(stderr, plain.Text(err.Error()))
		return 2
	case flags.NArg() != 1 || *language != "vi" && *language != "en":
		fmt.Fprintln(stderr, "ocop-xlsx [-o OUT] [--sheet NAME] [--lang vi|en] FILE")
		return 2
	}
	c := converter{stderr: stderr, sheet: *sheet, lang: lang.Vi}
	if *language == "en" {
		c.lang = lang.En
	}
	if err := c.convert(flags.Arg(0), *out, stdin, stdout); err != nil {
		fmt.Fprintln(stderr, plain.Text(err.Error()))
		return 2
	}
	if c.failed {
		return 1
	}
	return 0
}

// converter writes what it reads and tells what it leaves out.
type converter struct {
	stderr io.Writer
	sheet  string
	lang   lang.Lang
	failed bool
}

func (c *converter) convert(in, out string, stdin io.Reader, stdout io.Writer) error {
	from := stdin
	if in != "-" {
		file, err := os.Open(in) //nolint:gosec // the file that the caller names
		if err != nil {
			return err
		}
		defer file.Close() //nolint:errcheck // it was read
		from = file
	}
	if out == "" {
		return c.copyRows(c.rows(in, from), registry.NewJSONLinesWriter(stdout))
	}
	return fill(out, func(file io.Writer) error {
		w, err := writer(out, file)
		if err != nil {
			return err
		}
		return c.copyRows(c.rows(in, from), w)
	})
}

// fill writes a file that has its name only once it is whole.
func fill(name string, write func(io.Writer) error) error {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	into := bufio.NewWriter(file)
	err = write(into)
	if err == nil {
		err = into.Flush()
	}
	if err == nil {
		err = file.Chmod(0o644) // for all to read, as a temporary file is not
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // the first error is the one to tell
	}
	return err
}

func (c *converter) rows(name string, r io.Reader) iter.Seq2[registry.Row, error] {
	if ends(name, ".xlsx") {
		return xlsx.Rows(name, r, xlsx.Options{Sheet: c.sheet})
	}
	return registry.Records(name, r)
}

func writer(name string, w io.Writer) (registry.Writer, error) {
	switch {
	case ends(name, ".xlsx"):
		return xlsx.NewWriter(w)
	case ends(name, ".csv"):
		return registry.NewCSVWriter(w, registry.CSVOptions{BOM: true}), nil
	}
	return registry.NewJSONLinesWriter(w), nil
}

func ends(name, ending string) bool { return strings.HasSuffix(strings.ToLower(name), ending) }

func (c *converter) copyRows(rows iter.Seq2[registry.Row, error], w registry.Writer) error {
	for row, err := range rows {
		if err != nil {
			return err
		}
		for _, p := range row.Problems {
			fmt.Fprintf(c.stderr, "%s:%d: %s: %s\n", plain.Text(row.File), row.Line, p.Code, plain.Text(p.Message.In(c.lang)))
		}
		switch {
		case row.Failed():
			c.failed = true
		case !row.Head:
			if err := w.Write(&row.Record); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}
