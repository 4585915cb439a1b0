package problem

import (
	"strconv"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

var more = Kind{Code: "JSON-11", Layer: LayerRule, Message: lang.Text{
	Vi: "Còn lỗi khác không nêu ở đây: chỉ nêu {limit} lỗi đầu.",
	En: "There are more problems than are shown: these are the first {limit}.",
}}

// Kinds lists the kinds of problem that this package reports.
func Kinds() []Kind { return []Kind{more, notWritten} }

var notWritten = Kind{Code: "JSON-13", Layer: LayerRule, Message: lang.Text{
	Vi: "Không đúng như thư viện này ghi ra: {detail}.",
	En: "This is not what the library writes: {detail}.",
}}

// Collector gathers what is wrong with one document within the document's
// budget. Errors come before warnings: no number of warnings hides an error.
// The zero Collector takes nothing; make one with Collect.
type Collector struct {
	limits           budget.Budget
	list             List
	errors, warnings tally
	cut              bool // something was left out
	scratch          []byte
}

// tally counts the problems of one severity and their bytes as JSON; full once
// one did not fit.
type tally struct {
	count, bytes int
	full         bool
}

// takes counts a problem of so many bytes if it fits.
func (t *tally) takes(bytes int, limits *budget.Budget) bool {
	if t.full = t.full || t.count >= limits.Problems || t.bytes+bytes > limits.Output; t.full {
		return false
	}
	t.count++
	t.bytes += bytes + len(",")
	return true
}

// Collect begins to gather within a budget.
func Collect(limits budget.Budget) Collector { return Collector{limits: limits} }

// Add takes a problem, or notes that there is one more than fits.
func (c *Collector) Add(p Problem) {
	if p.Code == more.Code {
		c.cut = true
		return
	}
	t := &c.errors
	if p.Severity == SeverityWarning {
		t = &c.warnings
	}
	if c.scratch = p.AppendJSON(c.scratch[:0]); !t.takes(len(c.scratch), &c.limits) {
		c.cut = true
		return
	}
	c.list = append(c.list, p)
}

// AddAll takes what another function gathered.
func (c *Collector) AddAll(list List) {
	for _, p := range list {
		c.Add(p)
	}
}

// Full tells that no further error fits: what looks for errors may stop, once
// it has noted with Add that there is one more.
func (c *Collector) Full() bool { return c.errors.full }

// More tells that there were more problems than fit.
func (c *Collector) More() bool { return c.cut }

// Len is the number of problems taken.
func (c *Collector) Len() int { return len(c.list) }

// List is what was gathered, within the budget; where there was more, a last
// problem says so.
func (c *Collector) List() List {
	list := c.list
	if len(list) > c.limits.Problems || c.errors.bytes+c.warnings.bytes > c.limits.Output {
		list = c.withoutLastWarnings()
	}
	if !c.cut {
		return list
	}
	last := more.At("", Param{Name: "limit", Value: strconv.Itoa(len(list))})
	if list.Err() == nil && !c.errors.full {
		last.Severity = SeverityWarning
	}
	return append(list[:len(list):len(list)], last)
}

// withoutLastWarnings leaves out those of the last warnings that do not fit
// beside the errors.
func (c *Collector) withoutLastWarnings() List {
	fits := c.errors
	fits.full = false
	var kept List
	for _, p := range c.list {
		if p.Severity == SeverityWarning {
			c.scratch = p.AppendJSON(c.scratch[:0])
			if !fits.takes(len(c.scratch), &c.limits) {
				c.cut = true
				continue
			}
		}
		kept = append(kept, p)
	}
	return kept
}

// maxValue is how many bytes of a caller's name or value a problem repeats.
const maxValue = 80

// Shorten keeps the first 80 bytes of a long text, whole characters only, and
// marks with … that there is more.
func Shorten(s string) string {
	if end := kept(s); end < len(s) {
		return s[:end] + mark
	}
	return s
}

const mark = "…"

// kept is how many bytes of a text Shorten keeps.
func kept[T ~string | ~[]byte](s T) int {
	if len(s) <= maxValue {
		return len(s)
	}
	end := maxValue
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return end
}

// AppendToken appends a name as the next part of a JSON Pointer (RFC 6901), a
// long one shortened.
func AppendToken[T ~string | ~[]byte](path []byte, name T) []byte {
	path = append(path, '/')
	end, copied := kept(name), 0
	for i := range end {
		if c := name[i]; c == '~' || c == '/' {
			path = append(path, name[copied:i]...)
			path = append(path, '~', '0'+c&1) // ~0 for ~, ~1 for /
			copied = i + 1
		}
	}
	path = append(path, name[copied:end]...)
	if end < len(name) {
		path = append(path, mark...)
	}
	return path
}

// Pointer is the JSON Pointer to a member of what stands at path.
func Pointer(path, name string) string { return string(AppendToken([]byte(path), name)) }
