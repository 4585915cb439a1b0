package page_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/internal/sample"
	"github.com/ocop-vn/ocop-go/ocop/registry/page"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var update = flag.Bool("update", false, "write the pages in testdata anew; look at every change")

var (
	today    = civil.Date{Year: 2026, Month: 11, Day: 25}
	yearAgo  = civil.Date{Year: 2025, Month: 11, Day: 25}
	noDay    civil.Date
	bothLang = []lang.Lang{lang.Vi, lang.En}
)

// reports are those that every page test looks at; none changes them.
var reports = sync.OnceValue(func() map[string]registry.Report {
	return map[string]registry.Report{
		"plain": sample.Report(20_000, 12, today, noDay),
		"since": sample.Report(20_000, 0, today, yearAgo),
		"empty": sample.Report(0, 0, today, noDay),
		"place": onePlace(),
	}
})

// onePlace has all products in one province, of one star and one set.
func onePlace() registry.Report {
	f := registry.NewFigures(today)
	f.Records, f.InForce = 5_000_000, 5_000_000
	f.ByProvince["66"], f.ByStar[3], f.BySet[13], f.BySector["II"] = f.InForce, f.InForce, f.InForce, f.InForce
	return registry.Report{Figures: f}
}

func html(t *testing.T, r *registry.Report, o page.Options) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, page.HTML(&b, r, o))
	return b.String()
}

func TestPages(t *testing.T) {
	t.Parallel()
	for name, r := range reports() {
		for _, l := range bothLang {
			got := html(t, &r, page.Options{Lang: l})
			file := filepath.Join("testdata", name+"."+string(l)+".html")
			if *update {
				require.NoError(t, os.MkdirAll("testdata", 0o755))
				require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Equal(t, string(want), got, "go test ./ocop/registry/page -update")
		}
	}
}

// node is an element of a page, or a text where it has no name.
type node struct {
	name  string
	attrs map[string]string
	text  string
	nodes []*node
}

// parse reads a page as a tree: elements that are not closed fail.
func parse(t *testing.T, page string) *node {
	t.Helper()
	page = regexp.MustCompile(`<(meta[^>]*|wbr)>`).ReplaceAllString(page, "<$1/>")
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	root := &node{}
	open := []*node{root}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			require.Len(t, open, 1)
			return root
		}
		require.NoError(t, err)
		last := open[len(open)-1]
		switch x := token.(type) {
		case xml.StartElement:
			n := &node{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			last.nodes = append(last.nodes, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.nodes = append(last.nodes, &node{text: string(x)})
		}
	}
}

// all are the elements of a name below.
func (n *node) all(name string) []*node {
	var list []*node
	for _, child := range n.nodes {
		if child.name == name {
			list = append(list, child)
		}
		list = append(list, child.all(name)...)
	}
	return list
}

// words are the text that a reader hears.
func (n *node) words() string {
	if n.name == "style" || n.attrs["aria-hidden"] == "true" {
		return ""
	}
	words := n.text
	for _, child := range n.nodes {
		words += child.words()
	}
	return words
}

// table is the table of a section as texts, without its head: a column of names,
// then numbers.
func (n *node) table(t *testing.T, id string) [][]string {
	t.Helper()
	for _, table := range n.all("table") {
		if table.attrs["aria-labelledby"] != id {
			continue
		}
		var rows [][]string
		for _, tr := range table.all("tbody")[0].all("tr") {
			var cells []string
			for _, cell := range tr.nodes {
				cells = append(cells, strings.TrimSpace(cell.words()))
			}
			rows = append(rows, cells)
		}
		return rows
	}
	return nil
}

// document is a report's JSON.
func document(t *testing.T, r *registry.Report) (d struct {
	figures
	Failed         int
	Since          *figures
	ProblemsByCode map[string]int
}) {
	t.Helper()
	data, err := r.MarshalJSON()
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &d))
	return d
}

type figures struct {
	Records, InForce                                 int
	ByStar, BySet, BySector, ByProvince, ByYear, Due map[string]int
	Producers                                        struct {
		Total  int
		ByKind map[string]int
	}
	Targets []struct {
		Target    int
		Value     json.Number
		Count, Of *int
	}
}

func (f figures) counts() map[string]map[string]int {
	return map[string]map[string]int{
		"byStar": f.ByStar, "bySet": f.BySet, "bySector": f.BySector, "byProvince": f.ByProvince, "byYear": f.ByYear,
		"due": f.Due, "byKind": f.Producers.ByKind,
	}
}

// Every number of the JSON report stands in the table where it belongs, and no other.
func TestEveryFigureIsRead(t *testing.T) {
	t.Parallel()
	for name, r := range reports() {
		for _, l := range bothLang {
			root := parse(t, html(t, &r, page.Options{Lang: l}))
			d := document(t, &r)
			number := func(n int) string { return string(text.Number(n, l)) }
			header := root.all("header")[0].words()
			assert.Contains(t, header, " "+number(d.Records)+" ", name)
			assert.Contains(t, header, " "+number(d.Failed), name)
			tiles := root.all("strong")
			assert.Equal(t, number(d.InForce), tiles[0].words())
			assert.Equal(t, number(d.Producers.Total), tiles[1].words())
			for id, counts := range d.counts() {
				rows := root.table(t, id)
				assert.Equal(t, values(counts, l), column(rows, 1), "%s %s", name, id)
				if d.Since != nil {
					assert.Equal(t, values(d.Since.counts()[id], l), column(rows, 2), "%s %s then", name, id)
				}
			}
			targets := root.table(t, "targets")
			require.Len(t, targets, len(d.Targets))
			for i, target := range d.Targets {
				result := number(target.Target)
				if target.Of != nil {
					assert.Contains(t, targets[i][1], strings.Replace(target.Value.String(), ".", lang.Text{Vi: ",", En: "."}.In(l), 1)+"% "+number(*target.Count)+"/"+number(*target.Of))
					result += "%"
				} else {
					n, err := strconv.Atoi(target.Value.String())
					require.NoError(t, err)
					assert.Equal(t, number(n), targets[i][1])
				}
				reached := lang.Text{Vi: "chưa đạt", En: "not reached"}
				if r.Targets()[i].Reached() {
					reached = lang.Text{Vi: "đạt", En: "reached"}
				}
				assert.Equal(t, result+" "+reached.In(l), targets[i][2])
			}
			for _, row := range root.table(t, "codes") {
				assert.Equal(t, number(d.ProblemsByCode[row[0]]), row[1])
			}
			assert.Len(t, root.table(t, "codes"), len(d.ProblemsByCode))
		}
	}
}

// values are the numbers that are not 0, sorted as texts.
func values(counts map[string]int, l lang.Lang) []string {
	list := []string{}
	for _, n := range counts {
		if n != 0 {
			list = append(list, string(text.Number(n, l)))
		}
	}
	slices.Sort(list)
	return list
}

func column(rows [][]string, i int) []string {
	list := []string{}
	for _, row := range rows {
		if row[i] != "0" {
			list = append(list, row[i])
		}
	}
	slices.Sort(list)
	return list
}

// Changes are what the columns beside them differ by.
func TestChanges(t *testing.T) {
	t.Parallel()
	r := reports()["since"]
	root := parse(t, html(t, &r, page.Options{}))
	back := func(s string) int {
		n, err := strconv.Atoi(strings.NewReplacer(".", "", "−", "-").Replace(s))
		require.NoError(t, err)
		return n
	}
	fell := false
	for id := range document(t, &r).counts() {
		for _, row := range root.table(t, id) {
			assert.Equal(t, back(row[1])-back(row[2]), back(row[3]), "%s %s", id, row[0])
			fell = fell || strings.HasPrefix(row[3], "−")
		}
	}
	assert.True(t, fell)
	assert.Contains(t, root.words(), "+11.116 so với 25/11/2025")
	plain := reports()["plain"]
	assert.NotContains(t, html(t, &plain, page.Options{}), "2025-11-25")
}

// Nothing runs and nothing is fetched.
func TestNothingIsFetched(t *testing.T) {
	t.Parallel()
	for name, r := range reports() {
		for _, l := range bothLang {
			got := html(t, &r, page.Options{Lang: l})
			assert.NotRegexp(t, `(?i)<script|<link|<img|<iframe|https?:|src=|href=|@import|\son\w+=|javascript:`, got, name)
			for _, url := range regexp.MustCompile(`url\([^)]*\)`).FindAllString(got, -1) {
				assert.Equal(t, "url(#hatch)", url)
			}
		}
	}
}

// The page is a document that a screen reader walks through: headings in order,
// every section and table named by one, no drawing read.
func TestStructure(t *testing.T) {
	t.Parallel()
	for name, r := range reports() {
		for _, l := range bothLang {
			got := html(t, &r, page.Options{Lang: l, Title: "Sổ theo dõi"})
			root := parse(t, got)
			assert.Equal(t, string(l), root.all("html")[0].attrs["lang"])
			assert.Equal(t, "Sổ theo dõi", root.all("title")[0].words())
			level, first := 0, 0
			for _, h := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(got, -1) {
				next, _ := strconv.Atoi(h[1])
				assert.LessOrEqual(t, next, level+1, name)
				if level = next; level == 1 {
					first++
				}
			}
			assert.Equal(t, 1, first)
			ids := map[string]int{}
			for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(got, -1) {
				ids[id[1]]++
				assert.Equal(t, 1, ids[id[1]], id[1])
			}
			for _, part := range append(root.all("section"), root.all("table")...) {
				assert.Equal(t, 1, ids[part.attrs["aria-labelledby"]], "%s %v", name, part.attrs)
			}
			for _, svg := range root.all("svg") {
				assert.Equal(t, "true", svg.attrs["aria-hidden"])
			}
			for _, th := range root.all("th") {
				assert.Contains(t, []string{"col", "row"}, th.attrs["scope"])
				assert.NotEmpty(t, strings.TrimSpace(th.words()))
			}
		}
	}
}

// Bars lie within their room, and what there is some of is seen.
func TestBars(t *testing.T) {
	t.Parallel()
	for name, r := range reports() {
		root := parse(t, html(t, &r, page.Options{}))
		for _, rect := range root.all("rect") {
			from, wide := share(t, rect.attrs["x"]), share(t, rect.attrs["width"])
			assert.LessOrEqual(t, from+wide, 100.0, name)
		}
		for id := range document(t, &r).counts() {
			for i, row := range root.table(t, id) {
				bar := bars(root, id)[i].all("rect")
				assert.Equal(t, row[1] != "0", share(t, bar[0].attrs["width"]) >= 0.5, "%s %s %s", name, id, row[0])
				if r.Since != nil && row[2] != "0" {
					assert.GreaterOrEqual(t, share(t, bar[1].attrs["width"]), 0.5)
				}
			}
		}
	}
	r := onePlace()
	one := bars(parse(t, html(t, &r, page.Options{})), "byProvince")
	assert.Equal(t, "100%", one[0].all("rect")[0].attrs["width"])
	assert.Equal(t, "0%", one[1].all("rect")[0].attrs["width"])
}

func bars(root *node, id string) []*node {
	for _, table := range root.all("table") {
		if table.attrs["aria-labelledby"] == id {
			return table.all("svg")
		}
	}
	return nil
}

// share is a length in percent; those that are not, such as a pattern's, are 0.
func share(t *testing.T, length string) float64 {
	t.Helper()
	number, ok := strings.CutSuffix(length, "%")
	if !ok {
		return 0
	}
	n, err := strconv.ParseFloat(number, 64)
	require.NoError(t, err)
	return n
}

// The bar of a target reaches its line where the words say that it is reached.
func TestTargetLines(t *testing.T) {
	t.Parallel()
	for n := range 30 {
		f := registry.NewFigures(today)
		f.InForce, f.ByStar[5], f.Producers.Total, f.Producers.SmallFirm = 1000*n, 30*n, 30, n
		r := registry.Report{Figures: f}
		targets := bars(parse(t, html(t, &r, page.Options{})), "targets")
		for i, target := range r.Targets() {
			rects := targets[i].all("rect")
			bar, aim := share(t, rects[1].attrs["width"]), share(t, rects[2].attrs["x"])
			assert.Equal(t, target.Reached(), bar >= aim, "%d %s %v %v", n, target.ID, bar, aim)
		}
	}
}

// What strangers name changes no markup.
func TestHostile(t *testing.T) {
	t.Parallel()
	hostile := `"><script>alert(1)</script><img src=x onerror=1>` + "\x1b\u202e" + strings.Repeat("dài", 300)
	with := func(s string) *node {
		r := sample.Report(10, 0, today, yearAgo)
		r.ByProvince[s], r.ByStar[0] = 1, 1
		r.ByCode = map[string]int{s: 1}
		r.Findings = []registry.Finding{{File: s, Line: 1, Problem: problem.Problem{Code: s, Path: "/" + s, Message: lang.Text{Vi: s, En: s}}}}
		got := html(t, &r, page.Options{Title: s})
		assert.False(t, strings.ContainsFunc(got, func(c rune) bool { return plain.Moves(c) && c != '\n' }))
		return parse(t, got)
	}
	assert.Equal(t, shape(with("x")), shape(with(hostile)))
	assert.Contains(t, with(hostile).words(), plain.Text(hostile)+":1")
}

// shape is the markup alone.
func shape(n *node) string {
	if n.name == "" && n.nodes == nil {
		return ""
	}
	s := "<" + n.name
	for _, child := range n.nodes {
		s += shape(child)
	}
	return s + ">"
}

// Each language is spoken alone.
func TestLanguages(t *testing.T) {
	t.Parallel()
	foreign := map[lang.Lang]*regexp.Regexp{
		lang.Vi: regexp.MustCompile(`(?i)\b(the|of|and|by|with|products?|producers?|stars?|number|share|found|reached|targets?|errors?|nothing|since|beside)\b`),
		lang.En: regexp.MustCompile(`(?i)[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]`),
	}
	for name, r := range reports() {
		for _, l := range bothLang {
			words := parse(t, html(t, &r, page.Options{Lang: l})).words()
			for _, b := range r.Breakdowns() {
				for _, p := range b.Parts {
					if b.ID == "byProvince" {
						words = strings.ReplaceAll(words, p.Name.In(l), "")
					}
				}
			}
			words = strings.ReplaceAll(words, "QĐ-TTg", "")
			assert.Empty(t, foreign[l].FindAllString(words, -1), "%s %s", name, l)
		}
	}
}

// Of many findings some are told, errors first, and all counted.
func TestManyFindings(t *testing.T) {
	t.Parallel()
	r := sample.Report(100, 5_000, today, noDay)
	root := parse(t, html(t, &r, page.Options{}))
	told := root.table(t, "told")
	assert.Len(t, told, page.MaxFindings)
	assert.Contains(t, root.words(), "Phát hiện 5.000 mục.")
	assert.Contains(t, root.words(), "Còn 4.800 mục khác")
	for _, row := range told {
		assert.True(t, strings.HasPrefix(row[1], "Lỗi"), row)
	}
	few := sample.Report(100, 30, today, noDay)
	before := slices.Clone(few.Findings)
	root = parse(t, html(t, &few, page.Options{Lang: lang.En}))
	assert.Equal(t, before, few.Findings, "those of the report stay in their order")
	assert.NotContains(t, root.words(), "not told here")
	last := ""
	for _, row := range root.table(t, "told") {
		kind, _, _ := strings.Cut(row[1], " ")
		assert.False(t, last == "Warning" && kind == "Error")
		last = kind
	}
	assert.Equal(t, "Warning", last)
	assert.Len(t, root.table(t, "told"), 30)
}

// Findings that are counted and not told, and those of which just one is over, are
// told of as they are.
func TestFindingsThatAreNotTold(t *testing.T) {
	t.Parallel()
	told := func(n int) []registry.Finding {
		return slices.Repeat([]registry.Finding{{Line: 1, Problem: problem.Problem{Code: "A", Message: lang.Text{En: "of A"}}}}, n)
	}
	for name, c := range map[string]struct {
		report registry.Report
		found  int
		rows   int
		codes  [][]string
		more   string // "": all are told
	}{
		"one":            {registry.Report{Findings: told(1), ByCode: map[string]int{"A": 1}}, 1, 1, [][]string{{"A", "1", "of A"}}, ""},
		"all there is":   {registry.Report{Findings: told(page.MaxFindings), ByCode: map[string]int{"A": page.MaxFindings}}, 200, page.MaxFindings, [][]string{{"A", "200", "of A"}}, ""},
		"one over":       {registry.Report{Findings: told(page.MaxFindings + 1), ByCode: map[string]int{"A": page.MaxFindings + 1}}, 201, page.MaxFindings, [][]string{{"A", "201", "of A"}}, "And 1 more"},
		"as many over":   {registry.Report{Findings: told(3), ByCode: map[string]int{"A": 6}}, 6, 3, [][]string{{"A", "6", "of A"}}, "And 3 more"},
		"of other codes": {registry.Report{Findings: told(1), ByCode: map[string]int{"A": 1, "D": 1, "C": 2, "B": 1}}, 5, 1, [][]string{{"C", "2", ""}, {"A", "1", "of A"}, {"B", "1", ""}, {"D", "1", ""}}, "And 4 more"},
	} {
		c.report.Figures = registry.NewFigures(today)
		root := parse(t, html(t, &c.report, page.Options{Lang: lang.En}))
		assert.Len(t, root.table(t, "told"), c.rows, name)
		assert.Equal(t, c.codes, root.table(t, "codes"), name)
		assert.Contains(t, root.words(), "Found: "+strconv.Itoa(c.found)+".", name)
		assert.Equal(t, c.more, regexp.MustCompile(`And \S+ more`).FindString(root.words()), name)
	}
}

// Of one product too there are shares and a bar of all stars.
func TestOneProduct(t *testing.T) {
	t.Parallel()
	f := registry.NewFigures(today)
	f.InForce, f.ByStar[4], f.Upgraded = 1, 1, registry.Share{Count: 1, Of: 1}
	root := parse(t, html(t, &registry.Report{Figures: f}, page.Options{}))
	assert.Equal(t, [][]string{{"5 sao", "0", "0,0%"}, {"4 sao", "1", "100,0%"}, {"3 sao", "0", "0,0%"}}, root.table(t, "byStar"))
	var stack []string
	for _, svg := range root.all("svg") {
		for _, rect := range svg.all("rect") {
			if svg.attrs["class"] == "stack" {
				stack = append(stack, rect.attrs["class"]+" "+rect.attrs["x"]+" "+rect.attrs["width"])
			}
		}
	}
	assert.Equal(t, []string{"star-5 0% 0%", "star-4 0% 100%", "star-3 100% 0%"}, stack)
	assert.Equal(t, "100%", bars(root, "byStar")[1].all("rect")[0].attrs["width"])
	assert.Equal(t, "0.5%", bars(root, "targets")[0].all("rect")[1].attrs["width"], "one of 10,000 is seen")
	assert.Equal(t, "100%", bars(root, "targets")[2].all("rect")[1].attrs["width"], "of a share, all is the whole width")
}

// The bars of a target share one measure, that of the day on which there was more.
func TestMeasureOfATarget(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		now, then int
		want      []string // of now, of then, and where the target lies
	}{
		{8_000, 20_000, []string{"32%", "80%", "40%"}},
		{20_000, 8_000, []string{"80%", "32%", "40%"}},
		{8_000, 4_000, []string{"64%", "32%", "80%"}},
	} {
		f, since := registry.NewFigures(today), registry.NewFigures(yearAgo)
		f.InForce, since.InForce = c.now, c.then
		rects := bars(parse(t, html(t, &registry.Report{Figures: f, Since: &since}, page.Options{})), "targets")[0].all("rect")
		assert.Equal(t, c.want, []string{rects[1].attrs["width"], rects[2].attrs["width"], rects[3].attrs["x"]})
	}
}

// Letters have a contrast of 4.5 to 1 and bars one of 3 to 1 with what is behind
// them, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11).
func TestContrast(t *testing.T) {
	t.Parallel()
	style, err := os.ReadFile("page.css")
	require.NoError(t, err)
	light, dark, _ := strings.Cut(string(style), "prefers-color-scheme: dark")
	dark, _, _ = strings.Cut(dark, "box-sizing")
	for _, scheme := range []string{light, dark} {
		colours := map[string]float64{}
		for _, c := range regexp.MustCompile(`--(\w+): #(\w{6});`).FindAllStringSubmatch(scheme, -1) {
			colours[c[1]] = luminance(t, c[2])
		}
		for front, least := range map[string]float64{"text": 4.5, "muted": 4.5, "accent": 4.5, "bad": 4.5, "warn": 4.5, "star": 3, "light": 3, "edge": 3} {
			for _, back := range []string{"surface", "page", "tint"} {
				if back != "surface" && least < 4.5 {
					continue // bars stand on the surface
				}
				require.Contains(t, colours, front)
				require.Contains(t, colours, back)
				a, b := colours[front]+0.05, colours[back]+0.05
				assert.GreaterOrEqual(t, max(a, b)/min(a, b), least, "%s on %s", front, back)
			}
		}
	}
}

// luminance is WCAG's relative luminance of a colour.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[2*i:2*i+2], 16, 8)
		require.NoError(t, err)
		c := float64(n) / 255
		if c <= 0.03928 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// What cannot be written is told.
func TestWriter(t *testing.T) {
	t.Parallel()
	r := sample.Report(1, 0, today, noDay)
	assert.ErrorIs(t, page.HTML(full{}, &r, page.Options{}), errFull)
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func BenchmarkHTML(b *testing.B) {
	r := sample.Report(20_000, 1_000, today, yearAgo)
	for b.Loop() {
		if err := page.HTML(io.Discard, &r, page.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
