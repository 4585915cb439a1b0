package registry

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// column is a member of a record as tables have it: named by the members that lead
// to it, joined with a dot.
type column struct {
	name     string
	required bool // of any record, whatever its state
	of       content
	get      func(*Record) string
	set      func(*Record, string)
}

// content is what the cells of a column hold, by which it is known what a
// spreadsheet can have done to them.
type content uint8

const (
	aText content = iota
	aWord         // one of a few
	aNumber
	aProvince
	aCommune
	aTaxCode
	aProductCode
	somePoints // 0 to 100, up to two decimals
	aDay
	aList // joined with ;
)

// columns are those of a table, in the order in which it is written.
var columns = [...]column{
	textColumn("code", aProductCode, func(x *Record) *string { return &x.Code }),
	required(textColumn("product", aText, func(x *Record) *string { return &x.Product })),
	required(numberColumn("set", func(x *Record) *int { return &x.Set })),
	required(textColumn("edition", aWord, func(x *Record) *string { return &x.Edition })),
	required(textColumn("producer.name", aText, func(x *Record) *string { return &x.Producer.Name })),
	required(textColumn("producer.kind", aWord, func(x *Record) *dossier.ProducerKind { return &x.Producer.Kind })),
	textColumn("producer.size", aWord, func(x *Record) *string { return &x.Producer.Size }),
	textColumn("producer.taxCode", aTaxCode, func(x *Record) *string { return &x.Producer.TaxCode }),
	required(textColumn("province", aProvince, func(x *Record) *string { return &x.Province })),
	required(textColumn("commune", aCommune, func(x *Record) *string { return &x.Commune })),
	numberColumn("star", func(x *Record) *int { return &x.Star }),
	textColumn("total", somePoints, func(x *Record) *string { return &x.Total }),
	partColumn("parts.A", func(p *dossier.PartPoints) *string { return &p.A }),
	partColumn("parts.B", func(p *dossier.PartPoints) *string { return &p.B }),
	partColumn("parts.C", func(p *dossier.PartPoints) *string { return &p.C }),
	textColumn("decision", aText, func(x *Record) *string { return &x.Decision }),
	textColumn("authority", aWord, func(x *Record) *string { return &x.Authority }),
	textColumn("issued", aDay, func(x *Record) *string { return &x.Issued }),
	textColumn("expires", aDay, func(x *Record) *string { return &x.Expires }),
	required(textColumn("state", aWord, func(x *Record) *dossier.RecordState { return &x.State })),
	textColumn("extendedUntil", aDay, func(x *Record) *string { return &x.ExtendedUntil }),
	textColumn("withdrawn", aDay, func(x *Record) *string { return &x.Withdrawn }),
	textColumn("ground", aWord, func(x *Record) *dossier.Ground { return &x.Ground }),
	textColumn("previous", aProductCode, func(x *Record) *string { return &x.Previous }),
	numberColumn("previousStar", func(x *Record) *int { return &x.PreviousStar }),
	{
		name: "channels", of: aList,
		get: func(x *Record) string { return strings.Join(x.Channels, listMark) },
		set: func(x *Record, s string) { x.Channels = list(s) },
	},
	textColumn("trace", aWord, func(x *Record) *string { return &x.Trace }),
}

// textColumn is a column of a member that is a text.
func textColumn[T ~string](name string, of content, member func(*Record) *T) column {
	return column{
		name: name, of: of,
		get: func(x *Record) string { return string(*member(x)) },
		set: func(x *Record, s string) { *member(x) = T(s) },
	}
}

// numberColumn is a column of a member that is a whole number, absent where it is 0.
func numberColumn(name string, member func(*Record) *int) column {
	return column{
		name: name, of: aNumber,
		get: func(x *Record) string {
			if n := *member(x); n != 0 {
				return strconv.Itoa(n)
			}
			return ""
		},
		set: func(x *Record, s string) { *member(x), _ = strconv.Atoi(s) },
	}
}

// partColumn is a column of the points of a part: one that is there makes the parts be there.
func partColumn(name string, member func(*dossier.PartPoints) *string) column {
	return column{
		name: name, of: somePoints,
		get: func(x *Record) string {
			if x.Parts == nil {
				return ""
			}
			return *member(x.Parts)
		},
		set: func(x *Record, s string) {
			if x.Parts == nil {
				x.Parts = new(dossier.PartPoints)
			}
			*member(x.Parts) = s
		},
	}
}

func required(c column) column {
	c.required = true
	return c
}

// listMark stands between the items of a list.
const listMark = ";"

func list(s string) []string {
	var items []string
	for item := range strings.SplitSeq(s, listMark) {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// pointer is the JSON Pointer to the member.
func (c *column) pointer() string { return "/" + strings.ReplaceAll(c.name, ".", "/") }

// columnNamed is the column of a name; -1 for none.
func columnNamed(name string) int {
	return slices.IndexFunc(columns[:], func(c column) bool { return c.name == name })
}

// columnAt is the column whose member or item is at a JSON Pointer; nil for none.
func columnAt(path string) *column {
	for i := range columns {
		if p := columns[i].pointer(); path == p || strings.HasPrefix(path, p+"/") {
			return &columns[i]
		}
	}
	return nil
}

// Columns are the names of a table's columns, in the order in which it is written.
func Columns() []string {
	names := make([]string, len(columns))
	for i := range columns {
		names[i] = columns[i].name
	}
	return names
}

// Cells are a record's cells, of each of Columns. What a spreadsheet would take for
// a formula, and a text with blanks at its edges, begins with ', which reading takes
// off again: nothing is lost.
func Cells(x *Record) []string {
	cells := make([]string, len(columns))
	for i := range columns {
		cells[i] = guarded(columns[i].get(x))
	}
	return cells
}

// textMark begins a cell that is a text whatever it looks like, as in spreadsheets.
const textMark = "'"

func guarded(s string) string {
	if s == "" {
		return ""
	}
	if strings.IndexByte("=+-@'", s[0]) >= 0 || isFault(s) || trimmed(s) != s {
		return textMark + s
	}
	return s
}

func trimmed(s string) string { return strings.TrimFunc(s, plain.Blank) }

// Table knows the columns of one table by its header.
type Table struct {
	columns []int // of each cell: an index of columns, unknown or unnamed
	least   int   // how many cells a row needs for what any record must have
}

const (
	unknown = -1 // a column that records do not have
	unnamed = -2 // a column without a name, which is to be empty
)

// NewTable reads a header: the names of columns in any order. A column that records
// do not have is told and left aside; one that is missing or stands twice is an
// error, and rows can be read all the same. Where no column is known there is no Table.
func NewTable(header []string) (*Table, problem.List) {
	t, found := &Table{}, problem.Collect(tableBudget())
	seen := [len(columns)]bool{}
	known := false
	for i, cell := range header {
		name := trimmed(strings.TrimPrefix(trimmed(norm.NFC.String(cell)), textMark))
		at := columnNamed(name)
		switch {
		case name == "":
			at = unnamed
		case at < 0:
			found.Add(unknownColumn.At("", problem.Value("column", name)))
		case seen[at]:
			found.Add(columnTwice.At(columns[at].pointer(), problem.Value("column", name)))
			at = unknown
		default:
			seen[at], known = true, true
			if columns[at].required {
				t.least = i + 1
			}
		}
		t.columns = append(t.columns, at)
	}
	for len(t.columns) > 0 && t.columns[len(t.columns)-1] == unnamed { // as some spreadsheets end every row
		t.columns = t.columns[:len(t.columns)-1]
	}
	if !known {
		return nil, problem.List{notATable.At("", problem.Choices("columns", strings.Join(Columns(), ", ")))}
	}
	for i := range columns {
		if c := &columns[i]; c.required && !seen[i] {
			found.Add(missingColumn.At(c.pointer(), problem.Value("column", c.name)))
		}
	}
	return t, found.List()
}
