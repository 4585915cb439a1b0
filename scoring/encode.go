package scoring

import (
	"iter"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// JSON is written by appending, without reflection, as the browser module
// should carry none.

// appendHead appends the opening brace, the edition and the set.
func appendHead(b []byte, t *table.Set) []byte {
	b = append(b, `{"edition":`...)
	b = problem.AppendString(b, t.Edition)
	b = append(b, `,"set":`...)
	return strconv.AppendInt(b, int64(t.No), 10)
}

// comma appends a comma before every item but the first.
func comma(b []byte, first *bool) []byte {
	if *first {
		*first = false
		return b
	}
	return append(b, ',')
}

// appendList appends a JSON array.
func appendList[T any](b []byte, list []T, item func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, x := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(b, x)
	}
	return append(b, ']')
}

func appendStrings(b []byte, list []string) []byte {
	return appendList(b, list, problem.AppendString)
}

func appendCodes(b []byte, criteria iter.Seq[Criterion]) []byte {
	b = append(b, '[')
	first := true
	for c := range criteria {
		b = comma(b, &first)
		b = problem.AppendString(b, c.Code())
	}
	return append(b, ']')
}

func appendOrNull(b []byte, n int) []byte {
	if n == 0 {
		return append(b, "null"...)
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func appendStringOrNull(b []byte, s string) []byte {
	if s == "" {
		return append(b, "null"...)
	}
	return problem.AppendString(b, s)
}

// appendIntIf appends a number, or null where there is none.
func appendIntIf(b []byte, n int, there bool) []byte {
	if !there {
		return append(b, "null"...)
	}
	return strconv.AppendInt(b, int64(n), 10)
}
