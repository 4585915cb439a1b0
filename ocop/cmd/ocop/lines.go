package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// eachLine writes a line for each line of a file, in the same order; an empty
// one is a document too, if a wrong one. It holds one line at a time, and of a
// line over the limit no more than the limit. Answers wait for others only as
// long as there are whole lines to answer, so that a program that writes a line
// and waits has its answer. A line that was not read to its end has none.
func (c *command) eachLine(name string, limit int, answer func(line, document []byte, tooLong bool) ([]byte, int)) int {
	f, err := c.open(name)
	if err != nil {
		return c.cannotRead(name, err)
	}
	defer f.Close() //nolint:errcheck // only read
	in := bufio.NewReaderSize(f, limit+len("\r\n"))
	code := exitOK
	var line []byte
	for {
		document, tooLong, err := readLine(in)
		switch {
		case err == io.EOF: //nolint:errorlint // bufio returns it bare
			_ = c.stdout.flush() // run looks at the error
			return code
		case err != nil:
			_ = c.stdout.flush()
			return c.cannotRead(name, err)
		}
		var lineCode int
		line, lineCode = answer(line[:0], document, tooLong)
		code = max(code, lineCode)
		c.stdout.line(plain.JSON(line))
		if idle(in) && c.stdout.flush() != nil {
			return code // nobody hears the rest
		}
	}
}

// readLine reads a line and takes its end off; the last may have none. Of a line
// that does not fit it gives nothing but that.
func readLine(in *bufio.Reader) (line []byte, tooLong bool, err error) {
	line, err = in.ReadSlice('\n')
	for errors.Is(err, bufio.ErrBufferFull) {
		tooLong = true
		_, err = in.ReadSlice('\n')
	}
	if err == io.EOF && len(line) > 0 {
		err = nil
	}
	if whole, ok := bytes.CutSuffix(line, []byte("\n")); ok {
		line = bytes.TrimSuffix(whole, []byte("\r"))
	}
	return line, tooLong, err
}

// idle tells that there is no whole line to be had without waiting.
func idle(in *bufio.Reader) bool {
	waiting, _ := in.Peek(in.Buffered()) // never more than is there
	return bytes.IndexByte(waiting, '\n') < 0
}
