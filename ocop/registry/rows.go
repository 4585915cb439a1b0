package registry

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"runtime"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// JSONLines reads a record from each line that is not blank, checked, in the order
// they stand; all processors read. A line over the budget of a record is told and
// not held. The error is that of reading, after the rows before it.
func JSONLines(file string, r io.Reader) iter.Seq2[Row, error] {
	return rowsOf(file, r, readLines, (*lines).rows)
}

// rowsOf reads batches one after the other and has the rows made of them by all
// processors.
func rowsOf[B any](file string, r io.Reader, batches func(io.Reader) iter.Seq2[B, error], rows func(B, string) []Row) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		var failed error
		whole := func(yield func(B) bool) {
			for b, err := range batches(r) {
				if err != nil {
					failed = err
					return
				}
				if !yield(b) {
					return
				}
			}
		}
		for made := range inOrder(whole, func(b B) []Row { return rows(b, file) }) {
			for i := range made {
				if !yield(made[i], nil) {
					return
				}
			}
		}
		if failed != nil {
			yield(Row{File: file}, failed)
		}
	}
}

// inOrder does something with each value, as many at once as there are processors,
// and gives the answers in the order of the values.
func inOrder[T, R any](values iter.Seq[T], do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		queue, gone, read := make(chan chan R, runtime.GOMAXPROCS(0)), make(chan struct{}), make(chan struct{})
		go func() {
			defer close(read)
			defer close(queue)
			for v := range values {
				answer := make(chan R, 1)
				select {
				case queue <- answer:
					go func() { answer <- do(v) }()
				case <-gone:
					return
				}
			}
		}()
		defer func() { <-read }() // nothing is read any more once this returns
		defer close(gone)
		for answer := range queue {
			if !yield(<-answer) {
				return
			}
		}
	}
}

// lines are some lines of a file, without their ends.
type lines struct {
	first   int // the number of the first, from 1
	text    []byte
	ends    []int // of each line, in text
	tooLong []int // those that are not in text: over the budget
}

// enough is how many bytes of lines are worth a batch.
const enough = 256 << 10

// bom is what some programs put before a text.
var bom = []byte("\xef\xbb\xbf")

// readLines reads a file in batches of whole lines.
func readLines(r io.Reader) iter.Seq2[*lines, error] {
	return func(yield func(*lines, error) bool) {
		in := bufio.NewReaderSize(r, budget.Sheet().Bytes+len("\r\n"))
		if first, _ := in.Peek(len(bom)); bytes.Equal(first, bom) {
			_, _ = in.Discard(len(bom))
		}
		for line := 1; ; {
			b := &lines{first: line}
			err := b.read(in)
			line += len(b.ends)
			if len(b.ends) > 0 && !yield(b, nil) {
				return
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// read takes whole lines until they are enough. At the end the error is io.EOF.
func (b *lines) read(in *bufio.Reader) error {
	for len(b.text) < enough {
		line, err := in.ReadSlice('\n')
		tooLong := false
		for errors.Is(err, bufio.ErrBufferFull) {
			tooLong = true
			_, err = in.ReadSlice('\n')
		}
		if err != nil && (!errors.Is(err, io.EOF) || len(line) == 0) {
			return err
		}
		if tooLong {
			b.tooLong = append(b.tooLong, len(b.ends))
		} else {
			b.text = append(b.text, bytes.TrimRight(line, "\r\n")...)
		}
		b.ends = append(b.ends, len(b.text))
	}
	return nil
}

// rows reads the lines.
func (b *lines) rows(file string) []Row {
	rows := make([]Row, 0, len(b.ends))
	from := 0
	for i, end := range b.ends {
		line := b.text[from:end]
		from = end
		row := Row{File: file, Line: b.first + i}
		switch {
		case len(b.tooLong) > 0 && b.tooLong[0] == i:
			b.tooLong = b.tooLong[1:]
			row.Problems = problem.List{strictjson.TooLarge(budget.Sheet().Bytes)}
		case len(bytes.TrimSpace(line)) == 0:
			continue
		default:
			row.Record, row.Problems = Read(line)
		}
		rows = append(rows, row)
	}
	return rows
}
