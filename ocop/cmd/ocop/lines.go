package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"runtime"

	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// lines says how the lines of a file are answered. Both functions append a line,
// an object that is not empty, and give the exit code; several goroutines call
// them at once.
type lines struct {
	limit  int // bytes of a line
	judge  func(b, document []byte) (line []byte, code int)
	refuse func(b []byte, problems problem.List) (line []byte, code int)
}

// eachLine answers each line of a file with a line, in the same order; an empty
// one is a document too, if a wrong one. All processors answer, a batch of lines
// each. However long the file, no more is held than a few batches and what was
// answered of them, and of a line over the limit nothing.
//
// A batch ends where there is no further whole line without waiting, and its
// answers wait for nothing but those before them, so that a program that writes a
// line and waits has its answer. A line that was not read to its end has none.
func (c *command) eachLine(name string, how lines) int {
	f, err := c.open(name)
	if err != nil {
		return c.cannotRead(name, err)
	}
	defer f.Close() //nolint:errcheck // only read
	gone := make(chan struct{})
	defer close(gone)
	most := runtime.GOMAXPROCS(0) + 2 // one is read, one is written, and one a processor
	free, queue := make(chan *batch, most), make(chan *batch, most)
	for range most {
		free <- &batch{lines: how, to: c.stdout, gone: gone, done: make(chan struct{}, 1)}
	}
	go readBatches(bufio.NewReaderSize(f, how.limit+len("\r\n")), free, queue)
	code := exitOK
	for b := range queue {
		close(b.turn)
		<-b.done
		code = max(code, b.code)
		switch {
		case b.failed:
			return code // nobody hears the rest; run looks at the error
		case b.err != nil:
			return c.cannotRead(name, b.err)
		}
		free <- b
	}
	return code
}

// batch is some lines, which one goroutine answers.
type batch struct {
	lines
	ends    []end
	text    []byte // of all lines
	err     error  // that reading failed with after them
	answers []byte // that are not written yet
	code    int
	failed  bool // writing did

	to   io.Writer
	turn chan struct{} // closed once those before it are written
	done chan struct{} // gets something once it is written
	gone chan struct{} // closed when nobody waits for it any more
}

// end is where a line ends in the batch's text; one that is too long is not there.
type end struct {
	at      int
	tooLong bool
}

// How many bytes of lines or of answers, and how many lines, are worth a batch.
const (
	enough      = 64 << 10
	enoughLines = 1000
)

// readBatches reads a file and has it answered: batches that are free go into
// the queue in the file's order. It ends with the file, or where a read fails.
func readBatches(in *bufio.Reader, free <-chan *batch, queue chan<- *batch) {
	defer close(queue)
	for more := true; more; {
		b := <-free
		more = b.read(in)
		queue <- b // it has room for all
		go b.answer()
	}
}

// read waits for a line, and takes those too that are there without waiting. It
// tells whether there may be more.
func (b *batch) read(in *bufio.Reader) bool {
	b.ends, b.text, b.turn = b.ends[:0], b.text[:0], make(chan struct{})
	for len(b.text) < enough && len(b.ends) < enoughLines {
		line, tooLong, err := readLine(in)
		if err != nil {
			if err != io.EOF { //nolint:errorlint // bufio returns it bare
				b.err = err
			}
			return false
		}
		if !tooLong {
			b.text = append(b.text, line...)
		}
		b.ends = append(b.ends, end{len(b.text), tooLong})
		if idle(in) {
			break
		}
	}
	return true
}

// answer answers the lines and, in its turn, writes the answers.
func (b *batch) answer() {
	defer func() { b.done <- struct{}{} }()
	b.answers, b.code = b.answers[:0], exitOK
	from := 0
	for _, end := range b.ends {
		b.code = max(b.code, b.answerLine(b.text[from:end.at:end.at], end.tooLong))
		from = end.at
		if len(b.answers) >= enough && !b.write() {
			return
		}
	}
	b.write()
}

// answerLine answers a line, with the line's id first where it has one.
func (b *batch) answerLine(line []byte, tooLong bool) (code int) {
	document, id, wrong := takeID(line)
	if tooLong {
		wrong = problem.List{strictjson.TooLarge(b.limit)}
	}
	if id != nil {
		b.answers = append(append(b.answers, `{"id":`...), id...)
	}
	begin := len(b.answers)
	if len(wrong) > 0 {
		b.answers, code = b.refuse(b.answers, wrong)
	} else {
		b.answers, code = b.judge(b.answers, document)
	}
	if id != nil {
		b.answers[begin] = ',' // for its brace
	}
	return code
}

// write waits for the batch's turn and writes what there is; false where that fails.
func (b *batch) write() bool {
	select {
	case <-b.turn:
	case <-b.gone:
		return false
	}
	_, err := b.to.Write(plain.JSON(b.answers))
	b.answers, b.failed = b.answers[:0], err != nil
	return !b.failed
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
