// Package page writes the report of a register as one HTML page with charts: no
// script, nothing fetched, fit for a phone, a large screen, a screen reader and A4.
package page

import (
	"bytes"
	_ "embed" // the page's markup and style
	"html/template"
	"io"
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Options say how the page is written.
type Options struct {
	Lang  lang.Lang // zero: Vietnamese
	Title string    // the page's heading, such as whose register it is; zero: one of ours
}

// MaxFindings is how many findings the page tells; the others it counts by code.
const MaxFindings = 200

var (
	//go:embed page.css
	style string
	//go:embed page.html
	markup string

	tree = template.Must(template.New("page").Parse(markup))
)

// HTML writes the page. Each chart is a table whose bars are drawn into its rows, so
// that a screen reader reads every figure, and reads it once.
func HTML(w io.Writer, r *registry.Report, o Options) error {
	var b bytes.Buffer // the page is written whole or not at all
	if err := tree.Execute(&b, viewOf(r, o)); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// view is the report as the markup takes it: all words and lengths made.
type view struct {
	Style    template.CSS
	Lang     lang.Lang
	Title    string
	On       day
	Since    *day // nil: no comparison
	Counted  string
	Failed   string
	Empty    bool // nothing is in force
	Tiles    []tile
	Goals    goals
	Charts   []chart
	Findings findings
}

// Say is a text of the markup in the page's language.
func (v *view) Say(vi, en string) string { return lang.Text{Vi: vi, En: en}.In(v.Lang) }

// number is a whole number in the page's language.
func (v *view) number(n int) string { return string(text.Number(n, v.Lang)) }

func viewOf(r *registry.Report, o Options) *view {
	v := &view{Style: template.CSS(style), Lang: lang.Vi, Title: plain.Text(o.Title), Empty: r.InForce == 0} //nolint:gosec // our own file
	if o.Lang == lang.En {
		v.Lang = lang.En
	}
	if o.Title == "" {
		v.Title = v.Say("Số liệu Chương trình OCOP", "Figures of the OCOP programme")
	}
	v.On = dayOf(r.On, v.Lang)
	if r.Since != nil {
		since := dayOf(r.Since.On, v.Lang)
		v.Since = &since
	}
	v.Counted, v.Failed = v.number(r.Records), v.number(r.Failed)
	breakdowns := r.Breakdowns()
	v.Tiles = v.tiles(breakdowns)
	v.Goals = v.goals(r)
	v.Charts = v.charts(breakdowns)
	v.Findings = v.findings(r)
	return v
}

// tile is a figure that stands out.
type tile struct{ Name, Count, Change string }

// tiles are those in all, and of each star.
func (v *view) tiles(breakdowns []registry.Breakdown) []tile {
	var list []tile
	for _, b := range breakdowns {
		if b.ID != "total" && b.ID != "byStar" {
			continue
		}
		for _, p := range b.Parts {
			name := p.Name.In(v.Lang)
			if b.ID == "byStar" {
				name = v.Say("Sản phẩm ", "Products of ") + name
			}
			list = append(list, tile{name, v.number(p.Count), v.change(p)})
		}
	}
	return list
}

// change is how many more or fewer than on the day to compare with; "" where there
// is none.
func (v *view) change(p registry.Part) string {
	if v.Since == nil {
		return ""
	}
	return string(text.Change(p.Count-p.Since, v.Lang))
}

// findings are what was found wrong, in part told, and all counted by code.
type findings struct {
	Count, More string // More: "" where all are told
	Codes       []code
	Told        []told
}

type code struct{ Code, Example, Count string }

type told struct {
	Where, Code, Path, Message string
	Warning                    bool
}

// findings are told errors first, each in the order of the register.
func (v *view) findings(r *registry.Report) findings {
	list, more := r.Told()
	if len(list)+more == 0 {
		return findings{}
	}
	found := findings{Count: v.number(len(list) + more), Codes: v.codes(r.ByCode, list)}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b registry.Finding) int { return rank(a) - rank(b) })
	if over := len(list) - MaxFindings; over > 0 {
		list, more = list[:MaxFindings], more+over
	}
	if more > 0 {
		found.More = v.number(more)
	}
	for i := range list {
		f := &list[i]
		found.Told = append(found.Told, told{
			Where: plain.Text(f.Where(v.Lang)), Code: plain.Text(f.Code), Path: plain.Text(f.Path), Message: plain.Text(f.Message.In(v.Lang)), Warning: rank(*f) > 0,
		})
	}
	return found
}

// rank has errors before warnings.
func rank(f registry.Finding) int {
	if f.Severity == problem.SeverityWarning {
		return 1
	}
	return 0
}

// codes are how many findings of each code there are, the most first, each with one
// that is told.
func (v *view) codes(counts map[string]int, list []registry.Finding) []code {
	var codes []code
	for _, c := range sortedByCount(counts) {
		one := code{Code: plain.Text(c), Count: v.number(counts[c])}
		if i := slices.IndexFunc(list, func(f registry.Finding) bool { return f.Code == c }); i >= 0 {
			one.Example = plain.Text(list[i].Message.In(v.Lang))
		}
		codes = append(codes, one)
	}
	return codes
}

// percent is a number of thousandths as a length in CSS and SVG: 37.5%.
func percent(thousandths int) string {
	return strconv.FormatFloat(float64(thousandths)/10, 'f', -1, 64) + "%"
}
