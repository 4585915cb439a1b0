package registry

import (
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// split is the rows of a text, of which those with a fault are nil.
func split(t *testing.T, in io.Reader) (rows [][]string, lines []int) {
	t.Helper()
	s := newSplitter(in)
	s.comma = ','
	for s.fill(); s.at < s.to; s.fill() {
		row, raw := s.next()
		lines = append(lines, raw.line)
		if raw.fault != nil {
			rows = append(rows, nil)
			continue
		}
		rows = append(rows, cellsOf(nil, row, ','))
	}
	require.ErrorIs(t, s.err, io.EOF)
	return rows, lines
}

// FuzzCSVRows holds the rows to those of encoding/csv, as far as that reads on: it
// passes over empty lines and has \n for \r\n within quotes.
func FuzzCSVRows(f *testing.F) {
	for _, text := range []string{
		"", "a", "a,b\nc,d\n", "a\r\nb\r\n", "\"a\"\"b\",c\n", "\"a\nb\",c\nd", "a\"b\nc", "\"a\"b\nc", "\"a", "\"\"", "\"\r\n\"\r\n", ",,\n\n,", "\r\r\n\r", "\"a\"\r", "\"a\"\r,b", "a,\"\n\"\"\n\",b\n", "\"a\"\r\r\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, lines := split(t, strings.NewReader(text))
		slow, _ := split(t, iotest.OneByteReader(strings.NewReader(text)))
		require.Equal(t, rows, slow, "however the file arrives")
		for i := 1; i < len(lines); i++ {
			require.Greater(t, lines[i], lines[i-1])
		}
		if strings.Contains(text, "\r\r\n") || len(text) > maxRow() {
			return // the other takes all \r before \n for one end of a line
		}
		other := csv.NewReader(strings.NewReader(text))
		other.FieldsPerRecord = -1
		for i := 0; ; i++ {
			for i < len(rows) && len(rows[i]) == 1 && rows[i][0] == "" && !quotedAt(text, lines[i]) {
				i++
			}
			want, err := other.Read()
			switch {
			case errors.Is(err, io.EOF):
				require.Len(t, rows, i)
				return
			case err != nil:
				require.Less(t, i, len(rows))
				require.Nil(t, rows[i])
				return
			}
			require.Less(t, i, len(rows))
			line, _ := other.FieldPos(0)
			require.Equal(t, line, lines[i])
			var have []string
			for _, cell := range rows[i] {
				have = append(have, strings.ReplaceAll(cell, "\r\n", "\n"))
			}
			require.Equal(t, want, have)
		}
	})
}

// quotedAt tells whether a line begins with a quote.
func quotedAt(text string, line int) bool {
	return strings.HasPrefix(strings.Split(text, "\n")[line-1], `"`)
}

// BenchmarkQuotes has rows told apart in time that grows with their bytes, however
// quotes stand: a row that is not closed is looked at again from its second line, and
// what opens a quote there closed one before.
func BenchmarkQuotes(b *testing.B) {
	for _, line := range []string{"x\n", "\"\n", "\"a\n", ",\"a\"\"\n", "a,\"\"\"\n", "\"\"\"\"\"\n"} {
		text := strings.Repeat(line, 1<<20)
		b.Run(strconv.Quote(line), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				s := newSplitter(strings.NewReader(text))
				s.comma = ','
				for s.fill(); s.at < s.to; s.fill() {
					s.next()
				}
			}
		})
	}
}

func TestEachColumnIsAMember(t *testing.T) {
	t.Parallel()
	for i := range columns {
		c := &columns[i]
		assert.Equal(t, c, columnAt(c.pointer()))
		var x Record
		assert.Empty(t, c.get(&x), c.name)
		c.set(&x, "3")
		assert.Equal(t, "3", c.get(&x), c.name)
		for j := range columns {
			if j != i {
				assert.Empty(t, columns[j].get(&x), "%s says nothing of %s", c.name, columns[j].name)
			}
		}
	}
	assert.Nil(t, columnAt("/parts"))
	assert.Nil(t, columnAt("/producer"))
	assert.Nil(t, columnAt(""))
	assert.Equal(t, "channels", columnAt("/channels/1").name)
}
