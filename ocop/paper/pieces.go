package paper

import (
	"strconv"
	"strings"
)

// Tone is how a piece of a text is set off from the rest.
type Tone string

// The tones.
const (
	TonePlain  Tone = ""
	ToneStrong Tone = "strong"
	ToneFaint  Tone = "faint" // where in the decision it stands
	ToneStar   Tone = "star"
	ToneAlarm  Tone = "alarm"
)

// Span is a piece of a text in one tone.
type Span struct {
	Text string
	Tone Tone
}

// Item is one of a list, with what is told of it below.
type Item struct {
	Mark    string // •, ✗ or ?; "" for none
	Text    string
	Spans   []Span
	Details []Detail
}

// Detail is a name and what it holds.
type Detail struct {
	Label string
	Text  string
	Spans []Span
}

// Meter is so much of so much, drawn as a bar.
type Meter struct {
	Label       string
	Value, Most int
}

// of is the meter's figures, such as 37/40.
func (m *Meter) of() string { return strconv.Itoa(m.Value) + "/" + strconv.Itoa(m.Most) }

// full is how many of so many cells are full, cut off.
func (m *Meter) full(cells int) int {
	if m.Most <= 0 {
		return 0
	}
	return min(max(m.Value, 0), m.Most) * cells / m.Most
}

// bar draws the meter as cells, full ones and empty ones.
func (m *Meter) bar() (full, empty string) {
	const cells = 20
	n := m.full(cells)
	return strings.Repeat("█", n), strings.Repeat("░", cells-n)
}

// metersTable is meters as a table, for writers that draw no bar of their own.
func metersTable(meters []Meter) *Table {
	t := &Table{Widths: []int{4, 4, 1}, Numbers: []int{2}}
	for i := range meters {
		full, empty := meters[i].bar()
		t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: meters[i].Label}, {Text: full + empty}, {Text: meters[i].of()}}})
	}
	return t
}

// bullets is a plain list.
func bullets(texts ...string) []Item {
	items := make([]Item, len(texts))
	for i, t := range texts {
		items[i] = Item{Mark: bullet, Text: t}
	}
	return items
}

const bullet = "•"

// spansOf are the pieces of a text, one where none are given.
func spansOf(whole string, spans []Span) []Span {
	if len(spans) == 0 {
		return []Span{{Text: whole}}
	}
	return spans
}
