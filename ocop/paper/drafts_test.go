//go:build !ocop_browser

package paper_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	published "github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// answers are the option at an index of each criterion of a set, or its last, but for
// what is said otherwise.
func answers(t *testing.T, set, at int, but map[string]string) string {
	t.Helper()
	words, ok := published.Set(set)
	require.True(t, ok)
	chosen := map[string]string{}
	for c := range words.Criteria {
		chosen[c.Code] = c.Options[min(at, len(c.Options)-1)].Code
	}
	for code, option := range but {
		chosen[code] = option
		if option == "" {
			delete(chosen, code)
		}
	}
	b, err := json.Marshal(chosen)
	require.NoError(t, err)
	return string(b)
}

// What a paper says of each thing that a document may or may not say, as the pages in
// testdata that were looked at: a blank where it is not known, and nothing that is not so.
func TestDrafts(t *testing.T) {
	t.Parallel()
	const head = `{"edition":"qd26-2026","set":13,`
	best := answers(t, 13, 9, nil)
	other := answers(t, 13, 9, map[string]string{"1.1": "a", "1.2": "a", "6.1.1": "a"})
	member := func(id, more, answers string) string {
		return fmt.Sprintf(`{"id":%q,%s"answers":%s}`, id, more, answers)
	}
	wordsOf := map[string]func(scoring.Set) *rubric.Set{
		"built in": builtIn, "none": wordless, "of another set": func(scoring.Set) *rubric.Set { return new(rubric.Set) },
	}
	for _, c := range []struct {
		golden string
		cases  []draft
	}{
		{"form-01", []draft{
			{"a commune alone", paper.Form01, `{"registration":{"commune":"24277"},"product":{"sector":"I"}}`, "none"},
			{"all of it", paper.Form01, `{"application":"upgrade","registration":{"province":"66","commune":"24277","year":2026,"samples":6,"date":"2026-07-02","communeReceipt":{"number":"03-01/PĐK-66-24277-2026","date":"2026-07-03","receiver":"Y Khôi"}},"producer":{"representative":{"name":"H'Yim"}},"product":{"name":"Cà phê","sector":"I","group":"1","subgroup":"a","set":1}}`, "built in"},
			{"a re-assessment", paper.Form01, `{"application":"re-assessment","registration":{"province":"66"},"product":{"group":"6"}}`, "none"},
		}},
		{"form-02", []draft{
			{"figures that are not all known", paper.Form02, `{"producer":{"representative":{"gender":"male"}},"product":{"specification":"Túi 250 g."},"report":{"results":{"years":[{"year":2024},{"year":2025,"revenue":3,"profit":1,"output":7},{"year":2026,"output":8,"unit":"kg"}]},"figures":{"workers":{"total":4},"materials":[{"name":"Quả"},{"name":"Lá","quantity":2},{"name":"Hạt","quantity":3,"unit":"tấn","place":"Ea Tul","fromProvince":90,"fromCommune":10}],"area":{"place":"Ea Tul"},"contracts":[{"partner":"Hộ"},{"partner":"Hộ khác","share":80,"since":"2025-01-05"}],"markets":[{"channel":"shop"},{"channel":"convenience-store","name":"X","share":9},{"channel":"export"}]}}}`, "none"},
			{"figures of workers and area", paper.Form02, `{"producer":{"representative":{"gender":"female"}},"report":{"results":{"years":[{"year":2025,"profit":1}]},"figures":{"markets":[{"channel":"supermarket"},{"channel":"e-commerce"}],"workers":{"total":4,"local":3,"insured":2},"area":{"squareMetres":70,"households":5}}}}`, "none"},
			{"figures of a channel alone", paper.Form02, `{"report":{"figures":{"markets":[{"channel":"shop"}]}}}`, "none"},
			{"an upgrade", paper.Form02, `{"application":"upgrade"}`, "none"},
			{"changes and updates of no application yet", paper.Form02, `{"changes":{"description":"Đổi bao bì","evidence":["a","b"]},"updates":{"materials":"Mới"},"evidence":[{"id":"b","kind":"story","title":"Câu chuyện","pages":"2-3","file":{"name":"cau-chuyen1.pdf"}},{"id":"c","kind":"story","number":"12","issued":"2026-01-02","expires":"2027-01-02"},{"id":"b","kind":"story","title":"Cùng ký hiệu"}]}`, "none"},
			{"a re-assessment", paper.Form02, `{"application":"re-assessment"}`, "none"},
			{"papers and exemptions", paper.Form02, `{"report":{"papers":{"businessRegistration":true,"foodSafety":true,"patent":true},"exemptions":[{"paper":"food-safety-certificate","ground":"Quy mô nhỏ","evidence":["x"]}]}}`, "none"},
			{"another right of property", paper.Form02, `{"report":{"papers":{"qualityDeclared":true,"productionConditions":true,"other":"Giống cây"}}}`, "none"},
			{"claims", paper.Form02, `{"product":{"set":20},"report":{"claims":{"1.1":{"option":"b","description":"Đủ"},"5.1":{"option":"a"},"6":{"option":"none"}}}}`, "built in"},
			{"claims of a set of other words", paper.Form02, `{"product":{"set":20},"report":{"claims":{"1.1":{"option":"b"}}}}`, "of another set"},
		}},
		{"form-03", []draft{
			{"a ward", paper.Form03, `{"registration":{"province":"01","commune":"00004"},"communeReport":{"report":"12/BC","date":"2026-07-09","materials":{"described":"Mua tại xã","assessed":"Đúng"},"idea":{"assessed":"Của xã"}}}`, "none"},
			{"nothing", paper.Form03, `{}`, "none"},
			{"an island", paper.Form03, `{"registration":{"province":"31","commune":"11948"}}`, "none"},
		}},
		{"sheets", []draft{
			{"empty", paper.ScoreSheet, `{"edition":"qd26-2026","set":20,"answers":{}}`, "built in"},
			{"with what stands beside", paper.ScoreSheet, head + `"answers":{"1.1":"c"},"about":{"product":"Cà phê","producer":"HTX","address":"xã","assessor":"Hạnh","day":"2026-08-21"},"evidence":{"1.1":["story","of-our-own"],"1.2":["story"]},"notes":{"1.1":"Dòng một\nhai","5.2":"Thêm ảnh"}}`, "built in"},
			{"none, and no story", paper.ScoreSheet, `{"edition":"qd26-2026","set":20,"answers":{"1.1":"a","5.1":"a","6":"none"},"gates":["forged-dossier"]}`, "built in"},
			{"of criteria with two cases", paper.ScoreSheet, `{"edition":"qd26-2026","set":26,"answers":{"8":"1a"}}`, "built in"},
			{"of other words", paper.ScoreSheet, head + `"answers":{"1.1":"a"}}`, "of another set"},
			{"incomplete", paper.SelfAssessment, `{"edition":"qd26-2026","set":20,"answers":{"1.1":"a","5.1":"a","6":"none"}}`, "built in"},
			{"rejected", paper.SelfAssessment, head + `"answers":` + best + `,"gates":["forged-dossier"]}`, "built in"},
			{"stopped", paper.SelfAssessment, head + `"answers":` + best + `,"gates":["unacceptable-impurities"]}`, "built in"},
			{"5 stars", paper.SelfAssessment, head + `"answers":` + best + `}`, "built in"},
			{"4 stars, as minima of 5 are missed", paper.SelfAssessment, head + `"answers":` + answers(t, 13, 9, map[string]string{"1.5": "c", "9": "b"}) + `}`, "built in"},
			{"2 stars, with minima of 3, 4 and 5 missed", paper.SelfAssessment, head + `"answers":` + answers(t, 13, 1, map[string]string{"9": "a"}) + `}`, "built in"},
		}},
		{"minutes", []draft{
			{"one member", paper.Minutes, head + `"members":[` + member("m1", "", best) + `]}`, "built in"},
			{"a minimum of 5 stars missed", paper.Minutes, head + `"seats":3,"members":[` + member("m1", `"chair":true,`, answers(t, 13, 9, map[string]string{"1.5": "c"})) + `,` + member("m2", "", answers(t, 13, 9, map[string]string{"1.5": "c", "9": "b"})) + `]}`, "built in"},
			{"one of one seat", paper.Minutes, head + `"seats":1,"members":[` + member("m1", "", best) + `]}`, "built in"},
			{"a point apart", paper.Minutes, head + `"members":[` + member("m1", "", best) + `,` + member("m2", "", answers(t, 13, 9, map[string]string{"1.1": "b"})) + `]}`, "built in"},
			{"rejected", paper.Minutes, head + `"gates":["forged-dossier"],"members":[` + member("m1", "", best) + `]}`, "built in"},
			{"stopped", paper.Minutes, head + `"gates":["unacceptable-impurities"],"members":[` + member("m1", "", best) + `]}`, "built in"},
			{"no quorum", paper.Minutes, head + `"seats":9,"policy":{"quorum":"3/4"},"members":[` + member("m1", "", best) + `]}`, "built in"},
			{"too far apart", paper.Minutes, head + `"policy":{"maxSpread":1},"members":[` + member("m1", "", best) + `,` + member("m2", "", other) + `]}`, "built in"},
			{"a sheet is incomplete, in another a criterion falls away", paper.Minutes, head + `"members":[` + member("m1", "", answers(t, 13, 9, map[string]string{"5.1": "a", "5.2": ""})) + `,` + member("m2", "", `{}`) + `]}`, "built in"},
			{"of a record", paper.Minutes, `{"product":{"set":13},"council":{"date":"2026-07-01","form":"written","reason":"Mưa lũ","minutes":"7/BB","established":{"number":"8/QĐ","date":"2026-06-01"},"regulation":{"number":"9/QC","date":"2026-06-02"},"members":[` + member("m1", `"name":"Lan","chair":true,`, best) + `]}}`, "built in"},
			{"that name themselves", paper.Minutes, head + `"about":{"product":"Cà phê","producer":"HTX","address":"xã","day":"2026-09-10","place":"Đà Lạt","rules":"12/QC","rulesDay":"2026-07-01"},"members":[` +
				member("m1", "", best) + `,` + member("m2", `"name":"Lan","about":{"assessor":"x"},"chair":true,`, best) + `,` + member("m3", `"about":{"assessor":"Mai"},`, other) + `]}`, "built in"},
			{"of rules that have a day alone", paper.Minutes, head + `"about":{"rulesDay":"2026-07-01"},"members":[` + member("m1", "", best) + `]}`, "built in"},
			{"of a record of two, and of who was absent", paper.Minutes, `{"product":{"set":13},"council":{"date":"2026-07-01","members":[` + member("m1", "", best) + `,` + member("m2", `"name":"Lan",`, best) + `,` + member("m3", `"name":"Mai",`, best) + `],"absent":[{"name":"Hùng"},{"office":"culture-sports-tourism"}]}}`, "built in"},
			{"of a record of a meeting", paper.Minutes, `{"product":{"set":13},"council":{"date":"2026-07-01","form":"meeting","members":[` + member("m1", "", best) + `]}}`, "built in"},
		}},
	} {
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			var b bytes.Buffer
			for _, d := range c.cases {
				fmt.Fprintf(&b, "==== %s\n", d.what)
				p, err := paper.Fill(d.name, []byte(d.document), paper.Options{Lang: l, Words: wordsOf[d.words]})
				require.NoError(t, err, d.what)
				assertTree(t, &p)
				require.NoError(t, p.Text(&b))
			}
			golden(t, c.golden+"."+string(l)+".txt", strings.ReplaceAll(b.String(), strings.Repeat("…", 80), "…"))
		}
	}
}

var headsOrSums = regexp.MustCompile(`^(Phần|Cộng phần|Part) [ABC]|^Tổng điểm$|^Total$`)

// assertTree checks what no text shows: levels that a writer knows, and rows as wide as
// their table.
func assertTree(t *testing.T, p *paper.Paper) {
	t.Helper()
	assert.NotRegexp(t, `: *$`, p.Title)
	for i := range p.Nodes {
		n := &p.Nodes[i]
		if n.Kind == paper.KindHeading {
			assert.Contains(t, []int{1, 2, 3}, n.Level, n.Text)
		}
		if n.Kind != paper.KindTable {
			continue
		}
		for _, row := range n.Table.Rows {
			if !n.Table.Bare {
				assert.Equal(t, headsOrSums.MatchString(row.Cells[0].Text), row.Strong, row.Cells[0].Text)
			}
			columns := 0
			for _, c := range row.Cells {
				columns += max(c.Span, 1)
			}
			assert.Len(t, n.Table.Widths, columns)
		}
		if len(n.Table.Head) > 0 {
			assert.Len(t, n.Table.Widths, len(n.Table.Head))
		}
	}
}

type draft struct {
	what     string
	name     paper.Name
	document string
	words    string // which words there are of the product set
}
