package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// print writes a line for people to standard output. No value in it moves the
// terminal or begins a line.
func (c *command) print(format string, args ...any) {
	_, _ = fmt.Fprintln(c.stdout, text.Format(format, args...)) // run looks at the error
}

// tell writes a line for people to standard error, likewise.
func (c *command) tell(format string, args ...any) {
	fmt.Fprintln(c.stderr, text.Format(format, args...))
}

// json writes a document, with what would move a terminal escaped.
func (c *command) json(document []byte) {
	_, _ = c.stdout.Write(plain.JSON(document)) // run looks at the error
}

// words chooses the language of reports.
func (c *command) words(vi, en string) string { return lang.Text{Vi: vi, En: en}.In(c.lang) }

// unusable says why the command line cannot be used.
func (c *command) unusable(vi, en string, args ...any) int {
	c.tell("ocop: "+lang.Text{Vi: vi, En: en}.In(c.user), args...)
	return exitUnusable
}

// cannotRead says that a file cannot be read.
func (c *command) cannotRead(name string, err error) int {
	return c.unusable("Không đọc được tệp %s: %s.", "Cannot read the file %s: %s.", name, reason(err).In(c.user))
}

// cannotWrite says that a file or the output cannot be written.
func (c *command) cannotWrite(err error) int {
	return c.unusable("Không ghi được: %s", "Cannot write: %s", err)
}

// reason says why a file cannot be read; the system's own words where we have none.
func reason(err error) lang.Text {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return lang.Text{Vi: "không có tệp này", En: "there is no such file"}
	case errors.Is(err, fs.ErrPermission):
		return lang.Text{Vi: "không có quyền đọc", En: "permission denied"}
	case errors.Is(err, fs.ErrExist):
		return lang.Text{Vi: "đã có sẵn", En: "it is there already"}
	case errors.Is(err, syscall.EISDIR):
		return lang.Text{Vi: "đây là thư mục", En: "it is a folder"}
	}
	return lang.Text{Vi: err.Error(), En: err.Error()}
}

// explain writes for people what is wrong with a file, in the language of reports.
func (c *command) explain(name string, err error) { c.explainIn(c.lang, name, err) }

func (c *command) explainIn(l lang.Lang, name string, err error) {
	var problems problem.List
	if !errors.As(err, &problems) {
		c.tell("%s: %s", name, err)
		return
	}
	for _, p := range problems {
		place := p.Path
		if place != "" {
			place = " " + place
		}
		c.tell("%s: %s%s: %s", name, p.Code, place, p.Message.In(l))
	}
}

// wrong reports what is wrong with a file: for people, or as data.
func (c *command) wrong(asJSON bool, name string, err error) int {
	var problems problem.List
	if !asJSON || !errors.As(err, &problems) {
		c.explain(name, err)
		return exitProblems
	}
	line, code := appendProblems(nil, problems)
	c.json(line)
	return code
}
