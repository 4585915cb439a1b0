package registry

import (
	"bufio"
	"bytes"
	"io"
	"iter"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Records reads JSON Lines or a table, told apart by how the file begins, as
// JSONLines and CSV do. Another kind of file is a finding at its first line, where
// it is one that people mistake for these.
func Records(file string, r io.Reader) iter.Seq2[Row, error] {
	in := bufio.NewReader(r)
	first, _ := in.Peek(512)
	text := bytes.TrimLeft(bytes.TrimPrefix(first, bom), " \t\r\n")
	switch {
	case bytes.HasPrefix(text, []byte("{\n")), bytes.HasPrefix(text, []byte("{\r\n")):
		return otherFile(file, "json", lang.Text{Vi: "một tài liệu JSON viết trên nhiều dòng", En: "a JSON document on many lines"})
	case bytes.HasPrefix(text, []byte("{")):
		return JSONLines(file, in)
	case bytes.HasPrefix(text, []byte("[")):
		return otherFile(file, "json", lang.Text{Vi: "một danh sách JSON", En: "a JSON list"})
	case bytes.HasPrefix(first, []byte("PK\x03\x04")):
		return otherFile(file, "xlsx", lang.Text{Vi: "một tệp Excel (XLSX)", En: "an Excel workbook (XLSX)"})
	case bytes.HasPrefix(first, []byte("\xd0\xcf\x11\xe0")):
		return otherFile(file, "xls", lang.Text{Vi: "một tệp Excel cũ (XLS)", En: "an old Excel workbook (XLS)"})
	}
	return CSV(file, in)
}

// otherFile is what there is to say of a file that holds no records as they are read here.
func otherFile(file, what string, words lang.Text) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		yield(Row{File: file, Line: 1, Head: true, Problems: problem.List{notRecords.At("", problem.Worded("what", what, words))}}, nil)
	}
}
