package main

import (
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
)

// output is the one way to standard output. It remembers the first error, which
// run looks at in the end, so that no verb can forget it; and what is handed to
// it is written whole before a signal ends the command.
type output struct {
	to io.Writer

	busy sync.Mutex // held while something is written, and for ever after a signal
	used bool       // whether anything was written
	err  error      // the first
}

// Write implements io.Writer. After an error it writes nothing more.
func (o *output) Write(b []byte) (int, error) {
	o.busy.Lock()
	defer o.busy.Unlock()
	if o.err != nil || len(b) == 0 {
		return 0, o.err
	}
	o.used = true
	n, err := o.to.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	o.err = err
	return n, err
}

// failed is the first error there was.
func (o *output) failed() error {
	o.busy.Lock()
	defer o.busy.Unlock()
	return o.err
}

// whole does something that a signal must not cut.
func (o *output) whole(do func() error) error {
	o.busy.Lock()
	defer o.busy.Unlock()
	return do()
}

// end waits for what is being written, and lets nothing come after it.
func (o *output) end() {
	o.busy.Lock() // never unlocked
}

// endOnSignal makes a signal end the command between two lines, with 128 and
// the signal's number; a second one ends it at once. A cut pipe is no signal
// here: the write says so.
func (o *output) endOnSignal() {
	signal.Ignore(syscall.SIGPIPE)
	signals := make(chan os.Signal, 1)
	for _, s := range endings() { // to name none would be to name all
		signal.Notify(signals, s)
	}
	go func() {
		s := <-signals
		signal.Stop(signals)
		o.end()
		number, _ := s.(syscall.Signal)
		os.Exit(exitSignal + int(number))
	}()
}

// endings are the signals that end the command: those that its caller does not
// have it ignore, as nohup does.
func endings() []os.Signal {
	return slices.DeleteFunc([]os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
}

// writeFile writes a file whole or not at all: to a temporary one in the same
// folder, which takes the file's name once it is safe on the disk.
func writeFile(name string, data []byte) error {
	return fillFile(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// fillFile is writeFile for what is not held but written as it comes.
func fillFile(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = f.Chmod(0o644) // for all to read, as a temporary file is not
	}
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error is the one to tell
	}
	return err
}
