// Command ocop scores OCOP sheets and shows the rubric; see README.md.
package main

import (
	"errors"
	"io"
	"os"
	"syscall"

	"github.com/mattn/go-colorable"
	"github.com/mattn/go-isatty"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Exit codes.
const (
	exitOK       = 0 // done
	exitProblems = 1 // done, and something in the input was found wrong
	exitUnusable = 2 // could not be used: flags, a file that cannot be read, an output that cannot be written

	exitSignal = 128                               // and the number of the signal that ended the command
	exitPipe   = exitSignal + int(syscall.SIGPIPE) // whoever read the output went away, as head does; what SIGPIPE would give
)

// command is what a verb runs with.
type command struct {
	stdin  io.Reader
	stdout *output
	stderr io.Writer
	color  bool
	locale lang.Lang // what the environment speaks; zero: Vietnamese
	user   lang.Lang // of help and of what is said about the command line: that of --lang, else locale
	lang   lang.Lang // of reports and findings: that of --lang, else Vietnamese
}

func main() {
	c := &command{
		stdin:  os.Stdin,
		stdout: &output{to: colorable.NewColorableStdout()},
		stderr: os.Stderr,
		color:  os.Getenv("NO_COLOR") == "" && isatty.IsTerminal(os.Stdout.Fd()),
		locale: localeOf(os.Getenv),
	}
	c.stdout.endOnSignal()
	os.Exit(c.run(os.Args[1:]))
}

// run runs a command line without the program's name and returns the exit code.
func (c *command) run(args []string) int {
	c.user = asked(args, c.locale)
	code := c.verb(verbFirst(args))
	switch err := c.stdout.failed(); {
	case err == nil:
		return code
	case errors.Is(err, syscall.EPIPE):
		return exitPipe
	default:
		return c.cannotWrite(err)
	}
}

// verb runs a verb.
func (c *command) verb(args []string) int {
	if len(args) == 0 {
		_, _ = io.WriteString(c.stderr, usage(c.user))
		return exitUnusable
	}
	v, ok := find(args[0])
	if !ok {
		return c.unusable("Không có lệnh “%s”. Gõ ocop help.", "There is no verb “%s”. Try ocop help.", args[0])
	}
	return v.run(c, args[1:])
}
