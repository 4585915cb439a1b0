package page

import (
	"cmp"
	"maps"
	"slices"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// day is a day in words and as HTML wants it; a narrow column may part it.
type day struct{ ISO, Text, First, Last string }

func dayOf(d civil.Date, l lang.Lang) day {
	words := string(text.Day(d, l))
	cut := len("25/11/")
	if l == lang.En {
		cut = len("2026-")
	}
	return day{d.String(), words, words[:cut], words[cut:]}
}

// chart is a breakdown as a table with a bar in each row.
type chart struct {
	ID, Title, Head string
	Share           bool // where nothing is compared, a column has the share of each row
	Stack           []segment
	Rows            []row
}

// segment is a part of one bar that is parted, as lengths.
type segment struct{ Tone, From, Wide string }

type row struct {
	Name               string
	Tone               string // the bar's colour; "" for that of most
	Bar, Then          string // lengths; Then: "" where nothing is compared
	Count, Share       string
	SinceCount, Change string
}

// charts are the breakdowns in the order of the page: what an office has to do
// first, then from the short to the long.
func (v *view) charts(breakdowns []registry.Breakdown) []chart {
	var list []chart
	for _, id := range []string{"due", "byStar", "byYear", "bySector", "byKind", "byProvince", "bySet"} {
		i := slices.IndexFunc(breakdowns, func(b registry.Breakdown) bool { return b.ID == id })
		list = append(list, v.chart(&breakdowns[i]))
	}
	return list
}

func (v *view) chart(b *registry.Breakdown) chart {
	c := chart{ID: b.ID, Title: b.Title.In(v.Lang), Head: b.Head.In(v.Lang), Share: b.Of > 0}
	var full int
	for _, p := range b.Parts {
		full = max(full, p.Count, p.Since)
	}
	for _, p := range b.Parts {
		one := row{
			Name: plain.Text(p.Name.In(v.Lang)), Tone: tone(b, p), Bar: length(p.Count, full),
			Count: v.number(p.Count), Share: string(text.Percent(registry.Share{Count: p.Count, Of: b.Of}.Tenths(), v.Lang)),
		}
		if v.Since != nil {
			one.Then, one.SinceCount, one.Change = length(p.Since, full), v.number(p.Since), v.change(p)
		}
		c.Rows = append(c.Rows, one)
	}
	if b.ID == "byStar" {
		c.Stack = stack(b)
	}
	return c
}

// tone is the colour of a star, the same in all bars.
func tone(b *registry.Breakdown, p registry.Part) string {
	if b.ID != "byStar" {
		return ""
	}
	return "star-" + plain.Text(p.Key)
}

// length is a number's share of the longest bar. What is there is seen, however
// little it is.
func length(n, full int) string {
	if n <= 0 {
		return "0%"
	}
	return percent(max(5, registry.Share{Count: n, Of: full}.Tenths()))
}

// stack has all parts of a whole side by side; none where there is no whole.
func stack(b *registry.Breakdown) []segment {
	if b.Of == 0 {
		return nil
	}
	var list []segment
	from := 0
	for _, p := range b.Parts {
		wide := registry.Share{Count: p.Count, Of: b.Of}.Tenths()
		list = append(list, segment{tone(b, p), percent(from), percent(wide)})
		from += wide
	}
	return list
}

// goals are the targets with their bars.
type goals struct {
	Title, Reached, Of string
	Rows               []goal
}

type goal struct {
	Name, Value, Target string
	Some, Of            string // of a share: how many of how many
	Reached             bool
	Bar, Aim            string // lengths: how far it is reached, and where the target lies
	Then                string // as of a row
	Since, Change       string
}

func (v *view) goals(r *registry.Report) goals {
	targets := r.Targets()
	g := goals{Title: registry.TargetsTitle().In(v.Lang), Of: v.number(len(targets))}
	reached := 0
	for i, t := range targets {
		one := goal{Name: t.Name().In(v.Lang), Reached: t.Reached()}
		one.Value, one.Target = t.In(v.Lang)
		if t.Reached() {
			reached++
		}
		if t.Percent() {
			one.Some, one.Of = v.number(t.Share.Count), v.number(t.Share.Of)
		}
		scale := scaleOf(t)
		if v.Since != nil {
			then := r.Since.Targets()[i]
			scale = max(scale, scaleOf(then))
			one.Then, one.Change = length(amount(then), scale), t.Change(then, v.Lang)
			one.Since, _ = then.In(v.Lang)
		}
		one.Bar, one.Aim = length(amount(t), scale), length(aim(t), scale)
		g.Rows = append(g.Rows, one)
	}
	g.Reached = v.number(reached)
	return g
}

// amount is how far a target is reached, and aim what it is: products, or tenths of
// a percent.
func amount(t registry.Target) int {
	if t.Percent() {
		return t.Share.Tenths()
	}
	return t.Count
}

func aim(t registry.Target) int {
	if t.Percent() {
		return 10 * t.Target
	}
	return t.Target
}

// scaleOf is what the whole width of a target's bar stands for: all, or of products
// somewhat more than there are or should be.
func scaleOf(t registry.Target) int {
	if t.Percent() {
		return 1000
	}
	return max(amount(t), aim(t)) * 5 / 4
}

// sortedByCount are the keys, the most counted first, equals by their names.
func sortedByCount(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}
