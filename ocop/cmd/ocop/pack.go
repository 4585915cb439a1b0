package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// pack runs the verb pack: a dossier and its files to one package.
func (c *command) pack(args []string) int {
	flags := pflag.NewFlagSet("pack", pflag.ContinueOnError)
	out := flags.StringP("out", "o", "", "")
	on := flags.String("on", "", "")
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 2:
		return c.unusable("Cần một tệp hồ sơ và một thư mục có các tệp minh chứng.", "Name a dossier and the folder that has its files of evidence.")
	}
	day, code := c.day(flags, *on)
	if code != exitOK {
		return code
	}
	name, dir := flags.Arg(0), flags.Arg(1)
	target, code := c.target(name, *out)
	if code != exitOK {
		return code
	}
	document, err := c.read(name, int64(budget.Dossier().Bytes))
	if err != nil {
		return c.cannotRead(name, err)
	}
	if _, err := os.ReadDir(dir); err != nil {
		return c.cannotRead(dir, err)
	}
	o := pack.Options{Date: day, Read: library.ReadDossier}
	return c.untilSignal(func(ctx context.Context) int {
		return c.packTo(target, name, func(w io.Writer) error {
			return pack.Write(endingWriter{ctx, w}, document, os.DirFS(dir), o)
		})
	})
}

// target is where the package of a dossier goes: the file that was asked for, or
// one of the dossier's name, which is not to take the place of another.
func (c *command) target(document, out string) (target string, code int) {
	switch {
	case out != "":
		return out, exitOK
	case document == "-":
		return "", c.unusable("Đọc hồ sơ từ đầu vào chuẩn thì phải nêu -o.", "A dossier from standard input needs -o.")
	}
	target = strings.TrimSuffix(document, filepath.Ext(document)) + ".zip"
	if _, err := os.Lstat(target); !errors.Is(err, fs.ErrNotExist) {
		return "", c.unusable("Đã có tệp %s; hãy nêu -o.", "The file %s is there already; name one with -o.", target)
	}
	return target, exitOK
}

// packTo writes a package to a file, or to standard output for -.
func (c *command) packTo(target, document string, write func(io.Writer) error) int {
	if target == "-" {
		return c.packed(document, write(c.stdout))
	}
	code := c.packed(document, fillFile(target, write))
	if code == exitOK {
		c.print(c.words("Đã ghi gói %s.", "Wrote the package %s."), target)
	}
	return code
}

// packed says why a package could not be made.
func (c *command) packed(document string, err error) int {
	var problems problem.List
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &problems):
		c.explain(document, problems)
		return exitProblems
	case errors.Is(err, context.Canceled), c.stdout.failed() != nil:
		return exitUnusable // which is said elsewhere
	}
	return c.cannotWrite(err)
}

// unpack runs the verb unpack: a package to a folder.
func (c *command) unpack(args []string) int {
	flags := pflag.NewFlagSet("unpack", pflag.ContinueOnError)
	library, code, done := c.parse(flags, args)
	switch {
	case done:
		return code
	case flags.NArg() != 2:
		return c.unusable("Cần một gói và tên thư mục sẽ mở gói ra.", "Name a package and the folder to unpack it into.")
	}
	name, dir := flags.Arg(0), flags.Arg(1)
	p, err := openPackage(name)
	if err != nil {
		return c.cannotRead(name, err)
	}
	defer p.Close() //nolint:errcheck // only read
	return c.untilSignal(func(ctx context.Context) int {
		p.ctx = ctx
		err := pack.Extract(p, p.size, dir, pack.Options{Read: library.ReadDossier})
		switch {
		case err == nil:
			c.print(c.words("Đã mở gói ra %s.", "Unpacked into %s."), dir)
			return exitOK
		case p.err != nil && !errors.Is(p.err, context.Canceled):
			return c.cannotRead(name, p.err)
		case errors.Is(err, fs.ErrExist):
			return c.unusable("%s đã có và không phải là thư mục trống.", "%s is there already and is no empty folder.", dir)
		}
		return c.packed(name, err)
	})
}

// beginsPackage is what a package begins with, and no JSON does.
const beginsPackage = "PK\x03\x04"

// packageFile is a package that is read. It keeps the error that reading failed
// with, and can be read no more once its context has ended.
type packageFile struct {
	*os.File

	size int64
	ctx  context.Context // as io.ReaderAt takes none
	err  error
}

// openPackage opens a file that can be read in any order.
func openPackage(name string) (*packageFile, error) {
	stat, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if stat.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.EISDIR}
	}
	if !stat.Mode().IsRegular() { // which opening might wait for
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.ESPIPE}
	}
	f, err := os.Open(name) //nolint:gosec // the user names the file
	if err != nil {
		return nil, err
	}
	return &packageFile{File: f, size: stat.Size(), ctx: context.Background()}, nil
}

// ReadAt implements io.ReaderAt.
func (p *packageFile) ReadAt(b []byte, at int64) (int, error) {
	err := p.ctx.Err()
	n := 0
	if err == nil {
		n, err = p.File.ReadAt(b, at)
	}
	if err != nil && !errors.Is(err, io.EOF) && p.err == nil {
		p.err = err
	}
	return n, err
}

// isPackage tells whether the file begins as a package does.
func (p *packageFile) isPackage() bool {
	var b [len(beginsPackage)]byte
	n, _ := p.File.ReadAt(b[:], 0)
	return string(b[:n]) == beginsPackage
}

// endingWriter takes no more once its context has ended.
type endingWriter struct {
	ctx context.Context // as io.Writer takes none
	w   io.Writer
}

func (e endingWriter) Write(b []byte) (int, error) {
	if err := e.ctx.Err(); err != nil {
		return 0, err
	}
	return e.w.Write(b)
}

// untilSignal does something long that a signal ends, and that then has the time
// to clean up behind it; a second signal ends the command at once.
func (c *command) untilSignal(do func(ctx context.Context) int) int {
	signals := signalsHere()
	defer signal.Stop(signals)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	done := make(chan int, 1)
	go func() { done <- do(ctx) }()
	select {
	case code := <-done:
		return code
	case s := <-signals:
		signal.Stop(signals)
		cancel()
		if code := <-done; code == exitOK {
			return code // it was done before it saw the signal
		}
		number, _ := s.(syscall.Signal)
		return exitSignal + int(number)
	}
}
