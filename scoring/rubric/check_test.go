package rubric_test

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

func both(s string) lang.Text { return lang.Text{Vi: s, En: s} }

// levels are options from code and points, such as "a0 b5".
func levels(list string) (options []rubric.Option) {
	for _, level := range strings.Fields(list) {
		code := strings.TrimRight(level, "0123456789")
		points, _ := strconv.Atoi(level[len(code):])
		options = append(options, rubric.Option{Code: code, Points: points, Label: both(code)})
	}
	return options
}

// trial is a small rubric with one of everything: minima, two cases, a criterion
// that may fall away, a group, a derived gate.
func trial() *rubric.Rubric {
	r := &rubric.Rubric{
		Edition:  "thu-nghiem",
		Evidence: []rubric.Evidence{{ID: "label", Name: both("Label"), Proof: both("A copy")}, {ID: "test", Name: both("Test"), Proof: both("A report")}},
		Errata: []rubric.Erratum{
			{Set: 7, Criterion: "1.2", Cell: both("a"), Printed: "4", Used: "5", Why: both("sum")},
			{Set: 7, Criterion: "part A", Cell: both("max"), Used: "30", Why: both("blank")},
		},
		Bands:      []rubric.Band{{Star: 5, Least: 90}, {Star: 4, Least: 70}, {Star: 3, Least: 50}, {Star: 2, Least: 30}, {Star: 1}},
		Sectors:    []lang.Named{{ID: "I", Name: both("Food")}},
		Ministries: []lang.Named{{ID: "trade", Name: both("Trade")}},
		Oddities:   []rubric.Oddity{{Note: both("everywhere")}, {Set: 7, Note: both("in the set")}, {Set: 7, Criterion: "2", Note: both("here")}},
		Sets: []rubric.Set{{No: 7, Name: both("Trial set"), Class: &rubric.Class{Sector: "I", Group: "2", Subgroup: "a", Ministries: []string{"trade"}}, Gates: []rubric.Gate{
			{ID: "forged", Effect: "reject", Paper: "label", Lack: "breach", Label: both("Forged")},
			{ID: "no-name", Effect: "stop", Criterion: "1.1", ZeroPointsAt: []string{"1.1"}, Label: both("No name")},
		}, Parts: []rubric.Part{
			{Code: "A", Name: both("A"), Sections: []rubric.Section{{Code: "1", Name: both("One"), Criteria: []rubric.Criterion{
				{Code: "1.1", Options: levels("a0 b10"), Notes: []lang.Text{both("note")}},
				{Code: "1.2", Options: levels("a5 b10 c20"), Evidence: []string{"label"}},
			}}}},
			{Code: "B", Name: both("B"), Sections: []rubric.Section{{Code: "2", Name: both("Two"), Criteria: []rubric.Criterion{
				{Code: "2", Cases: []lang.Text{both("p"), both("q")}, Options: slices.Concat(inCase(1, "a10 b20"), inCase(2, "a0 b15"))},
			}}, {Code: "3", Name: both("Three"), Criteria: []rubric.Criterion{
				{Code: "3.1", Options: levels("a0 b5")},
				{Code: "3.2", Options: levels("a1 b5"), AppliesUnless: &rubric.Condition{Criterion: "3.1", Option: "a"}},
			}}}},
			{Code: "C", Name: both("C"), Sections: []rubric.Section{{Code: "4", Name: both("Four"), Criteria: []rubric.Criterion{
				{Code: "4.1.1", Options: levels("a0 b30"), Group: &rubric.Group{Code: "4.1", Name: both("Four one")}},
				{Code: "4.1.2", Options: levels("no0 yes10"), Group: &rubric.Group{Code: "4.1", Name: both("Four one")}},
			}}}},
		}}},
	}
	for p := range r.Sets[0].Parts {
		for x := range r.Sets[0].Parts[p].Sections {
			criteria := r.Sets[0].Parts[p].Sections[x].Criteria
			for c := range criteria {
				criteria[c].Name, criteria[c].Notes = both("x"), append([]lang.Text{}, criteria[c].Notes...)
			}
		}
	}
	for i, star := range []int{3, 4, 5} {
		at(r, "1.2").Options[i].MinStar = star
	}
	sum(r)
	return r
}

func inCase(n int, list string) []rubric.Option {
	options := levels(list)
	for i := range options {
		options[i].Code, options[i].Case, options[i].Label = strconv.Itoa(n)+options[i].Code, n, both(options[i].Code)
	}
	return options
}

// sum works out the maxima anew.
func sum(r *rubric.Rubric) {
	for s := range r.Sets {
		for p := range r.Sets[s].Parts {
			part := &r.Sets[s].Parts[p]
			part.Max = 0
			for x := range part.Sections {
				section := &part.Sections[x]
				section.Max = 0
				for c := range section.Criteria {
					criterion := &section.Criteria[c]
					criterion.Max = 0
					for _, o := range criterion.Options {
						criterion.Max = max(criterion.Max, o.Points)
					}
					section.Max += criterion.Max
				}
				part.Max += section.Max
			}
		}
	}
}

// at is a criterion of the trial set.
func at(r *rubric.Rubric, code string) *rubric.Criterion {
	c, ok := r.Sets[0].Criterion(code)
	if !ok {
		panic(code)
	}
	return c
}

func section(r *rubric.Rubric, part, section int) *rubric.Section {
	return &r.Sets[0].Parts[part].Sections[section]
}

// parts gives the trial set the points of an edition's parts.
func parts(r *rubric.Rubric, edition string, a, b, c int) {
	r.Edition = edition
	at(r, "1.2").Options[2].Points = a - 10
	at(r, "2").Options = slices.Concat(inCase(1, "a1 b"+strconv.Itoa(b-10)), inCase(2, "a0 b2"))
	at(r, "4.1.1").Options[1].Points = c - 10
	sum(r)
}

// plenty adds a section to part C with so many criteria without points.
func plenty(r *rubric.Rubric, code string, n int) {
	x := rubric.Section{Code: code, Name: both("Many")}
	for i := range n {
		x.Criteria = append(x.Criteria, rubric.Criterion{Code: code + "." + strconv.Itoa(i+1), Name: both("x"), Notes: []lang.Text{}, Options: levels("a0")})
	}
	r.Sets[0].Parts[2].Sections = append(r.Sets[0].Parts[2].Sections, x)
}

// codes are the codes and places of problems, and after them what the message says.
func codes(problems problem.List) []string {
	list := []string{}
	for _, p := range problems {
		s := p.Code + " " + p.Path
		for _, v := range p.Params {
			s += " " + v.Value
		}
		list = append(list, s)
	}
	return list
}

const (
	set    = "/sets/0"
	sectA  = set + "/parts/0/sections/0"
	c11    = sectA + "/criteria/0"
	c12    = sectA + "/criteria/1"
	c2     = set + "/parts/1/sections/0/criteria/0"
	c31    = set + "/parts/1/sections/1/criteria/0"
	c32    = set + "/parts/1/sections/1/criteria/1"
	sectC  = set + "/parts/2/sections/0"
	c411   = sectC + "/criteria/0"
	abc    = "RUBRIC-04 " + set + "/parts "
	falls  = "RUBRIC-10 " + set
	gate0  = set + "/gates/0"
	gate1  = set + "/gates/1"
	letter = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl" // 64
)

type change struct {
	name   string
	change func(*rubric.Rubric)
	want   string // one a line
}

// changes are changes to the trial rubric, each with exactly the problems that
// follow, or none where it stands on the very edge of what is allowed.
var changes = []change{
	{"as it is", func(*rubric.Rubric) {}, ""},

	// Ids and texts.
	{"an edition of no id", func(r *rubric.Rubric) { r.Edition = "QĐ 26" }, "RUBRIC-01 /edition QĐ 26"},
	{"an edition without id", func(r *rubric.Rubric) { r.Edition = "" }, "RUBRIC-01 /edition "},
	{"an id that ends in a hyphen", func(r *rubric.Rubric) { r.Edition = "a-" }, "RUBRIC-01 /edition a-"},
	{"an id of 64 letters", func(r *rubric.Rubric) { r.Edition = letter }, ""},
	{"an id of 65 letters", func(r *rubric.Rubric) { r.Edition = letter + "a" }, "RUBRIC-01 /edition " + letter + "a"},
	{"evidence of no id", func(r *rubric.Rubric) { r.Evidence[1].ID = "Test" }, "RUBRIC-01 /evidence/1/id Test"},
	{"a kind of evidence twice", func(r *rubric.Rubric) { r.Evidence[1].ID = "label" }, "RUBRIC-02 /evidence/1/id label"},
	{"evidence without a name", func(r *rubric.Rubric) { r.Evidence[1].Name.En = "" }, "RUBRIC-08 /evidence/1/name"},
	{"evidence without proof", func(r *rubric.Rubric) { r.Evidence[1].Proof.Vi = "" }, "RUBRIC-08 /evidence/1/proof"},
	{"a gate's paper of no kind", func(r *rubric.Rubric) { r.Sets[0].Gates[0].Paper = "x" }, "RUBRIC-14 /sets/0/gates/0/paper x"},
	{"no bands", func(r *rubric.Rubric) { r.Bands = nil }, ""},
	{"four bands", func(r *rubric.Rubric) { r.Bands = r.Bands[1:] }, "RUBRIC-15 /bands 100"},
	{"a band of no star", func(r *rubric.Rubric) { r.Bands[0].Star = 6 }, "RUBRIC-15 /bands 100"},
	{"bands from 1 star up", func(r *rubric.Rubric) { slices.Reverse(r.Bands) }, "RUBRIC-15 /bands 100"},
	{"two bands from one total", func(r *rubric.Rubric) { r.Bands[1].Least = 90 }, "RUBRIC-15 /bands 100"},
	{"5 stars from 100", func(r *rubric.Rubric) { r.Bands[0].Least = 100 }, ""},
	{"5 stars from 101", func(r *rubric.Rubric) { r.Bands[0].Least = 101 }, "RUBRIC-15 /bands 100"},
	{"1 star from 1", func(r *rubric.Rubric) { r.Bands[4].Least = 1 }, "RUBRIC-15 /bands 100"},
	{"1 star from less than nothing", func(r *rubric.Rubric) { r.Bands[4].Least = -1 }, "RUBRIC-15 /bands 100"},
	{"no class", func(r *rubric.Rubric) { r.Sets[0].Class = nil }, ""},
	{"a class of no sector", func(r *rubric.Rubric) { r.Sets[0].Class.Sector = "II" }, "RUBRIC-16 /sets/0/class"},
	{"a class of a sector without a name", func(r *rubric.Rubric) { r.Sectors = nil }, ""},
	{"a class without a sector", func(r *rubric.Rubric) { r.Sectors, r.Sets[0].Class.Sector = nil, "" }, "RUBRIC-16 /sets/0/class"},
	{"a band below 0", func(r *rubric.Rubric) { r.Bands[4].Least = -1 }, "RUBRIC-15 /bands 100"},
	{"a class of no group", func(r *rubric.Rubric) { r.Sets[0].Class.Group = "" }, "RUBRIC-16 /sets/0/class"},
	{"a class without a ministry", func(r *rubric.Rubric) { r.Sets[0].Class.Ministries = []string{} }, "RUBRIC-16 /sets/0/class"},
	{"a ministry that is not listed", func(r *rubric.Rubric) { r.Sets[0].Class.Ministries[0] = "x" }, "RUBRIC-16 /sets/0/class"},
	{"a sector twice", func(r *rubric.Rubric) { r.Sectors = append(r.Sectors, r.Sectors[0]) }, "RUBRIC-02 /sectors/1/id I"},
	{"a ministry without a name", func(r *rubric.Rubric) { r.Ministries[0].Name.En = "" }, "RUBRIC-08 /ministries/0/name"},
	{"a ministry of no id", func(r *rubric.Rubric) {
		r.Ministries = append(r.Ministries, lang.Named{ID: "a b", Name: both("x")})
	}, "RUBRIC-01 /ministries/1/id a b"},
	{"a lack of no kind", func(r *rubric.Rubric) { r.Sets[0].Gates[0].Lack = "lost" }, "RUBRIC-17 /sets/0/gates/0/lack"},
	{"a lack of no paper", func(r *rubric.Rubric) { r.Sets[0].Gates[0].Paper = "" }, "RUBRIC-17 /sets/0/gates/0/lack"},
	{"evidence of no kind", func(r *rubric.Rubric) { at(r, "1.2").Evidence[0] = "x" }, "RUBRIC-14 " + c12 + "/evidence/0 x"},
	{"no Vietnamese", func(r *rubric.Rubric) { r.Sets[0].Name.Vi = "" }, "RUBRIC-08 " + set + "/name"},
	{"a space before", func(r *rubric.Rubric) { r.Sets[0].Parts[0].Name.En = " a" }, "RUBRIC-08 " + set + "/parts/0/name"},
	{"a space after", func(r *rubric.Rubric) { section(r, 0, 0).Name.Vi = "a " }, "RUBRIC-08 " + sectA + "/name"},
	{"two spaces", func(r *rubric.Rubric) { at(r, "1.1").Name.Vi = "a  b" }, "RUBRIC-08 " + c11 + "/name"},
	{"a new line", func(r *rubric.Rubric) { at(r, "1.1").Name.Vi = "a\nb" }, "RUBRIC-08 " + c11 + "/name"},
	{"a text that is not NFC", func(r *rubric.Rubric) { at(r, "1.1").Options[1].Label.Vi = "Duo\u031b\u0301i" }, "RUBRIC-08 " + c11 + "/options/1/label"},
	{"an empty note", func(r *rubric.Rubric) { at(r, "1.1").Notes[0].En = "" }, "RUBRIC-08 " + c11 + "/notes/0"},
	{"an empty case", func(r *rubric.Rubric) { at(r, "2").Cases[1].Vi = "" }, "RUBRIC-08 " + c2 + "/cases/1"},
	{"an empty group", func(r *rubric.Rubric) { at(r, "4.1.1").Group.Name.Vi = "" }, "RUBRIC-08 " + c411 + "/group/name"},
	{"a gate without a label", func(r *rubric.Rubric) { r.Sets[0].Gates[0].Label.Vi = "" }, "RUBRIC-08 " + gate0 + "/label"},

	// Sets, sections, criteria and options: their numbers and how many there may be.
	{"no set", func(r *rubric.Rubric) { r.Sets = nil; alone(r) }, "RUBRIC-11 /sets 1000"},
	{"set 1", func(r *rubric.Rubric) { r.Sets[0].No = 1; alone(r) }, ""},
	{"set 1000", func(r *rubric.Rubric) { r.Sets[0].No = 1000; alone(r) }, ""},
	{"set 0", func(r *rubric.Rubric) { r.Sets[0].No = 0; alone(r) }, "RUBRIC-01 /sets/0/no 0"},
	{"set 1001", func(r *rubric.Rubric) { r.Sets[0].No = 1001; alone(r) }, "RUBRIC-01 /sets/0/no 1001"},
	{"a set twice", func(r *rubric.Rubric) { r.Sets = append(r.Sets, r.Sets[0]) }, "RUBRIC-02 /sets/1/no 7"},
	{"two sets", func(r *rubric.Rubric) { r.Sets = append(r.Sets, r.Sets[0]); r.Sets[1].No = 8 }, ""},
	{"a part without sections", func(r *rubric.Rubric) { r.Sets[0].Parts[2].Sections = nil }, "RUBRIC-11 " + set + "/parts/2/sections 64\nRUBRIC-03 " + set + "/parts/2/max 40 0"},
	{"a section without criteria", func(r *rubric.Rubric) { plenty(r, "5", 0) }, "RUBRIC-11 " + set + "/parts/2/sections/1/criteria 64"},
	{"64 criteria", func(r *rubric.Rubric) { plenty(r, "5", 57) }, ""},
	{"65 criteria", func(r *rubric.Rubric) { plenty(r, "5", 58) }, "RUBRIC-11 " + set + "/parts 64"},
	{"65 criteria, and nothing else of them", func(r *rubric.Rubric) {
		plenty(r, "5", 58)
		at(r, "3.2").AppliesUnless.Option, r.Sets[0].Gates[0].Effect = "b", "warn"
	}, "RUBRIC-11 " + set + "/parts 64"},
	{"64 criteria, and a gate of no effect", func(r *rubric.Rubric) { plenty(r, "5", 57); r.Sets[0].Gates[0].Effect = "warn" }, "RUBRIC-09 " + gate0},
	{"64 criteria in a section", func(r *rubric.Rubric) { plenty(r, "5", 64) }, "RUBRIC-11 " + set + "/parts 64"},
	{"65 criteria in a section", func(r *rubric.Rubric) { plenty(r, "5", 65) }, "RUBRIC-11 " + set + "/parts/2/sections/1/criteria 64\nRUBRIC-11 " + set + "/parts 64"},
	{"64 sections in a part", func(r *rubric.Rubric) { many(r, 63) }, "RUBRIC-11 " + set + "/parts 64"},
	{"65 sections in a part", func(r *rubric.Rubric) { many(r, 64) }, "RUBRIC-11 " + set + "/parts/2/sections 64\nRUBRIC-11 " + set + "/parts 64"},
	{"a section's code twice", func(r *rubric.Rubric) { plenty(r, "3", 1); section(r, 2, 1).Criteria[0].Code = "3.3" }, "RUBRIC-02 " + set + "/parts/2/sections/1/code 3"},
	{"a section's code that is no number", func(r *rubric.Rubric) {
		alone(r)
		section(r, 1, 0).Code, at(r, "2").Code = "x", "x"
	}, "RUBRIC-01 " + set + "/parts/1/sections/0/code x\nRUBRIC-01 " + c2 + "/code x"},
	{"a criterion twice", func(r *rubric.Rubric) { at(r, "4.1.2").Code = "4.1.1" }, "RUBRIC-02 " + sectC + "/criteria/1/code 4.1.1"},
	{"a criterion of another section", func(r *rubric.Rubric) { at(r, "4.1.2").Code, at(r, "4.1.2").Group = "3.3", nil }, "RUBRIC-01 " + sectC + "/criteria/1/code 3.3"},
	{"a criterion that only begins like its section", func(r *rubric.Rubric) { at(r, "4.1.2").Group, at(r, "4.1.2").Code = nil, "41" }, "RUBRIC-01 " + sectC + "/criteria/1/code 41"},
	{"a criterion's code with a leading 0", func(r *rubric.Rubric) { at(r, "4.1.2").Code = "4.1.02" }, "RUBRIC-01 " + sectC + "/criteria/1/code 4.1.02"},
	{"a criterion's code that ends in a dot", func(r *rubric.Rubric) { at(r, "4.1.2").Code = "4.1." }, "RUBRIC-01 " + sectC + "/criteria/1/code 4.1."},
	{"a criterion's code with a letter", func(r *rubric.Rubric) { at(r, "4.1.2").Code = "4.1.x" }, "RUBRIC-01 " + sectC + "/criteria/1/code 4.1.x"},
	{"a criterion's code of 16 characters", func(r *rubric.Rubric) { at(r, "4.1.2").Code = "4.1.123456789012" }, ""},
	{"a criterion's code of 17 characters", func(r *rubric.Rubric) { at(r, "4.1.2").Code = "4.1.1234567890123" }, "RUBRIC-01 " + sectC + "/criteria/1/code 4.1.1234567890123"},
	{"a group of another", func(r *rubric.Rubric) { at(r, "4.1.1").Group.Code = "4.2" }, "RUBRIC-01 " + c411 + "/group/code 4.2"},
	{"no options", func(r *rubric.Rubric) { at(r, "4.1.2").Options = nil }, "RUBRIC-11 " + sectC + "/criteria/1/options 6\nRUBRIC-03 " + sectC + "/criteria/1/max 10 0"},
	{"six options", func(r *rubric.Rubric) { at(r, "4.1.1").Options = levels("a0 b1 c2 d3 e4 z30") }, ""},
	{"seven options", func(r *rubric.Rubric) { at(r, "4.1.1").Options = levels("a0 b1 c2 d3 e4 f5 g30") }, "RUBRIC-11 " + c411 + "/options 6"},
	{"an option twice", func(r *rubric.Rubric) { at(r, "1.1").Options[1].Code = "a" }, "RUBRIC-02 " + c11 + "/options/1/code a"},
	{"an option without a label", func(r *rubric.Rubric) { at(r, "1.1").Options[1].Label.En = "" }, "RUBRIC-08 " + c11 + "/options/1/label"},

	// Points: sums (Article 3.1), their order and their limits.
	{"a maximum no option gives", func(r *rubric.Rubric) { at(r, "1.1").Max = 11 }, "RUBRIC-03 " + c11 + "/max 11 10\nRUBRIC-03 " + sectA + "/max 30 31"},
	{"a section that is off", func(r *rubric.Rubric) { section(r, 0, 0).Max = 29 }, "RUBRIC-03 " + sectA + "/max 29 30\nRUBRIC-03 " + set + "/parts/0/max 30 29"},
	{"a part that is off", func(r *rubric.Rubric) { r.Sets[0].Parts[0].Max = 31 }, abc + "thu-nghiem 100\nRUBRIC-03 " + set + "/parts/0/max 31 30"},
	{"two parts", func(r *rubric.Rubric) { r.Sets[0].Parts = r.Sets[0].Parts[:2]; parts2(r, 70, 30) }, abc + "thu-nghiem 100"},
	{"four parts", func(r *rubric.Rubric) {
		r.Sets[0].Parts = append(r.Sets[0].Parts, rubric.Part{Code: "D", Name: both("D"), Sections: []rubric.Section{{Code: "5", Name: both("x"), Criteria: []rubric.Criterion{
			{Code: "5", Name: both("x"), Notes: []lang.Text{}, Options: levels("a0")},
		}}}})
	}, abc + "thu-nghiem 100"},
	{"parts out of order", func(r *rubric.Rubric) { p := r.Sets[0].Parts; p[0].Code, p[1].Code = "B", "A" }, abc + "thu-nghiem 100"},
	{"the last part's code", func(r *rubric.Rubric) { r.Sets[0].Parts[2].Code = "D" }, abc + "thu-nghiem 100"},
	{"101 points", func(r *rubric.Rubric) { parts(r, "x", 30, 30, 41) }, abc + "x 100"},
	{"99 points", func(r *rubric.Rubric) { parts(r, "x", 30, 30, 39) }, abc + "x 100"},
	{"a part of 1 point", func(r *rubric.Rubric) { flat(r, 1, 49) }, ""},
	{"a part of no point", func(r *rubric.Rubric) { flat(r, 0, 50) }, abc + "thu-nghiem 100"},
	{"40, 25 and 35 points", func(r *rubric.Rubric) { parts(r, "qd26-2026", 40, 25, 35) }, ""},
	{"the same in 2023", func(r *rubric.Rubric) { parts(r, "qd148-2023", 40, 25, 35) }, ""},
	{"35, 25 and 40 in 2019", func(r *rubric.Rubric) { parts(r, "qd1048-2019", 35, 25, 40) }, ""},
	{"40, 25 and 35 points of other parts", func(r *rubric.Rubric) { parts(r, "qd26-2026", 40, 25, 35); r.Sets[0].Parts[2].Code = "D" }, abc + "qd26-2026 40/25/35"},
	{"35, 25 and 40 points of other parts", func(r *rubric.Rubric) { parts(r, "qd1048-2019", 35, 25, 40); r.Sets[0].Parts[2].Code = "D" }, abc + "qd1048-2019 35/25/40"},
	{"part A is off", func(r *rubric.Rubric) { parts(r, "qd26-2026", 41, 25, 34) }, abc + "qd26-2026 40/25/35"},
	{"part B is off", func(r *rubric.Rubric) { parts(r, "qd26-2026", 40, 26, 34) }, abc + "qd26-2026 40/25/35"},
	{"part A is off in 2019", func(r *rubric.Rubric) { parts(r, "qd1048-2019", 36, 25, 39) }, abc + "qd1048-2019 35/25/40"},
	{"part B is off in 2019", func(r *rubric.Rubric) { parts(r, "qd1048-2019", 35, 26, 39) }, abc + "qd1048-2019 35/25/40"},
	{"the parts of 2019 in 2023", func(r *rubric.Rubric) { parts(r, "qd148-2023", 35, 25, 40) }, abc + "qd148-2023 40/25/35"},
	{"points that fall", func(r *rubric.Rubric) { at(r, "1.2").Options[1].Points = 4 }, "RUBRIC-05 " + c12 + "/options/1/points"},
	{"points that stay", func(r *rubric.Rubric) { at(r, "1.2").Options[1].Points = 5 }, ""},
	{"points that fall within a case", func(r *rubric.Rubric) { at(r, "2").Options[2].Points = 16 }, "RUBRIC-05 " + c2 + "/options/3/points"},
	{"points below 0", func(r *rubric.Rubric) { at(r, "3.2").Options[0].Points = -1 }, "RUBRIC-06 " + c32 + "/options/0/points 100"},
	{"100 points", func(r *rubric.Rubric) { at(r, "1.1").Options[1].Points = 100; sum(r) }, abc + "thu-nghiem 100"},
	{"101 points of one option", func(r *rubric.Rubric) { at(r, "1.1").Options[1].Points = 101; sum(r) }, abc + "thu-nghiem 100\nRUBRIC-06 " + c11 + "/options/1/points 100"},

	// Minima (Appendix II, the star marks): of 3, 4 and 5 stars, each once and rising.
	{"one minimum of 5 stars", func(r *rubric.Rubric) { at(r, "1.2").Options[0].MinStar, at(r, "1.2").Options[1].MinStar = 0, 0 }, ""},
	{"a minimum of 2 stars", func(r *rubric.Rubric) { at(r, "1.2").Options[0].MinStar = 2 }, "RUBRIC-07 " + c12 + "/options/0/minStar"},
	{"a minimum of 6 stars", func(r *rubric.Rubric) { at(r, "1.2").Options[2].MinStar = 6 }, "RUBRIC-07 " + c12 + "/options/2/minStar"},
	{"equal minima", func(r *rubric.Rubric) { at(r, "1.2").Options[1].MinStar = 3 }, "RUBRIC-07 " + c12 + "/options/1/minStar"},
	{"minima that fall", func(r *rubric.Rubric) { o := at(r, "1.2").Options; o[0].MinStar, o[1].MinStar, o[2].MinStar = 4, 3, 5 }, "RUBRIC-07 " + c12 + "/options/1/minStar"},
	{"equal minima with an option between", func(r *rubric.Rubric) { o := at(r, "1.2").Options; o[0].MinStar, o[1].MinStar, o[2].MinStar = 4, 0, 4 }, "RUBRIC-07 " + c12 + "/options/2/minStar"},
	{"a minimum in a case", func(r *rubric.Rubric) { at(r, "2").Options[1].MinStar = 3 }, "RUBRIC-07 " + c2 + "/options/1/minStar"},
	{"a minimum of what may fall away", func(r *rubric.Rubric) { at(r, "3.2").Options[1].MinStar = 3 }, "RUBRIC-07 " + c32 + "/options/1/minStar"},

	// Two cases: case 1, then case 2, each with a name.
	{"cases without names", func(r *rubric.Rubric) { at(r, "2").Cases = nil }, "RUBRIC-12 " + c2 + "/options"},
	{"cases with one name", func(r *rubric.Rubric) { at(r, "2").Cases = at(r, "2").Cases[:1] }, "RUBRIC-12 " + c2 + "/options"},
	{"cases with three names", func(r *rubric.Rubric) { at(r, "2").Cases = append(at(r, "2").Cases, both("r")) }, "RUBRIC-12 " + c2 + "/options"},
	{"names without cases", func(r *rubric.Rubric) { at(r, "4.1.1").Cases = []lang.Text{both("p"), both("q")} }, "RUBRIC-12 " + c411 + "/options"},
	{"one case alone", func(r *rubric.Rubric) { at(r, "2").Options = inCase(1, "a0 b20") }, "RUBRIC-12 " + c2 + "/options"},
	{"one case alone, without names", func(r *rubric.Rubric) { at(r, "2").Options, at(r, "2").Cases = inCase(1, "a0 b20"), nil }, "RUBRIC-12 " + c2 + "/options"},
	{"case 2 first", func(r *rubric.Rubric) { at(r, "2").Options = slices.Concat(inCase(2, "a0 b15"), inCase(1, "a10 b20")) }, "RUBRIC-12 " + c2 + "/options"},
	{"case 1 again", func(r *rubric.Rubric) {
		at(r, "2").Options = slices.Concat(inCase(1, "a10"), inCase(2, "a0 b15"), inCase(1, "b20"))
	}, "RUBRIC-12 " + c2 + "/options"},
	{"an option of case 1 called 2c", func(r *rubric.Rubric) { at(r, "2").Options[1].Code = "2c" }, "RUBRIC-12 " + c2 + "/options"},
	{"a case in a plain criterion", func(r *rubric.Rubric) { o := at(r, "4.1.1").Options; o[1].Code, o[1].Case = "1b", 1 }, "RUBRIC-12 " + c411 + "/options"},

	// At most one criterion may fall away (5.2 of the decision, without a story).
	{"a condition on nothing", func(r *rubric.Rubric) { at(r, "3.2").AppliesUnless.Criterion = "9.9" }, falls},
	{"a condition on another level", func(r *rubric.Rubric) { at(r, "3.2").AppliesUnless.Option = "b" }, falls},
	{"a condition on a level with points", func(r *rubric.Rubric) { at(r, "3.1").Options[0].Points = 1 }, falls},
	{"a condition on a criterion with cases", func(r *rubric.Rubric) {
		at(r, "2").Options = slices.Concat(inCase(1, "a0 b20"), inCase(2, "a0"))
		*at(r, "3.2").AppliesUnless = rubric.Condition{Criterion: "2", Option: "1a"}
	}, falls},
	{"a condition on a criterion with the name of a case", func(r *rubric.Rubric) { at(r, "3.1").Cases = []lang.Text{both("p")} }, "RUBRIC-12 " + c31 + "/options\n" + falls},
	{"a condition on a criterion without options", func(r *rubric.Rubric) { at(r, "3.1").Options = nil }, "RUBRIC-11 " + c31 + "/options 6\nRUBRIC-03 " + c31 + "/max 5 0\n" + falls},
	{"a condition on a criterion of one level", func(r *rubric.Rubric) {
		at(r, "3.1").Options = levels("a0")
		at(r, "4.1.1").Options[1].Points = 35
		sum(r)
	}, ""},
	{"a condition on itself", func(r *rubric.Rubric) {
		at(r, "3.2").Options[0].Points, at(r, "3.2").AppliesUnless.Criterion = 0, "3.2"
	}, falls},
	{"two conditions", func(r *rubric.Rubric) {
		at(r, "4.1.1").AppliesUnless = &rubric.Condition{Criterion: "3.1", Option: "a"}
	}, falls},
	{"no condition", func(r *rubric.Rubric) { at(r, "3.2").AppliesUnless = nil }, ""},

	// Gates: they reject or stop, and at most one follows from the answers.
	{"a gate of no id", func(r *rubric.Rubric) { r.Sets[0].Gates[0].ID = "Giả mạo" }, "RUBRIC-01 " + gate0 + "/id Giả mạo"},
	{"a gate twice", func(r *rubric.Rubric) { r.Sets[0].Gates[1].ID = "forged" }, "RUBRIC-02 " + gate1 + "/id forged"},
	{"a gate of no effect", func(r *rubric.Rubric) { r.Sets[0].Gates[0].Effect = "" }, "RUBRIC-09 " + gate0},
	{"a gate of another effect", func(r *rubric.Rubric) { r.Sets[0].Gates[0].Effect = "warn" }, "RUBRIC-09 " + gate0},
	{"a gate at no criterion", func(r *rubric.Rubric) { r.Sets[0].Gates[0].Criterion = "9.9" }, "RUBRIC-09 " + gate0},
	{"a gate of no effect at a criterion", func(r *rubric.Rubric) { r.Sets[0].Gates[0].Effect, r.Sets[0].Gates[0].Criterion = "warn", "1.1" }, "RUBRIC-09 " + gate0},
	{"a derived gate of no effect", func(r *rubric.Rubric) { r.Sets[0].Gates[1].Effect = "warn" }, "RUBRIC-09 " + gate1},
	{"a derived gate from nothing", func(r *rubric.Rubric) { derived(r) }, "RUBRIC-09 " + gate1},
	{"a derived gate from no criterion", func(r *rubric.Rubric) { derived(r, "9.9") }, "RUBRIC-09 " + gate1},
	{"a derived gate from two criteria", func(r *rubric.Rubric) { derived(r, "1.1", "4.1.1") }, ""},
	{"a derived gate from one of them that prints no 0", func(r *rubric.Rubric) { derived(r, "1.2", "1.1") }, "RUBRIC-09 " + gate1},
	{"a derived gate from one that may fall away", func(r *rubric.Rubric) { at(r, "3.2").Options[0].Points = 0; derived(r, "3.2") }, "RUBRIC-09 " + gate1},
	{"a derived gate from one on which another falls away", func(r *rubric.Rubric) { derived(r, "3.1") }, "RUBRIC-09 " + gate1},
	{"a derived gate from one of 1 point", func(r *rubric.Rubric) {
		at(r, "4.1.1").Options[1].Points, at(r, "4.1.2").Options[1].Points = 39, 1
		derived(r, "4.1.2")
		sum(r)
	}, ""},
	{"a derived gate from one without points", func(r *rubric.Rubric) {
		at(r, "4.1.1").Options[1].Points, at(r, "4.1.2").Options[1].Points = 40, 0
		derived(r, "4.1.2")
		sum(r)
	}, "RUBRIC-09 " + gate1},
	{"a derived gate that names 64", func(r *rubric.Rubric) { derived(r, slices.Repeat([]string{"1.1"}, 64)...) }, ""},
	{"the last of 64 is none", func(r *rubric.Rubric) { derived(r, append(slices.Repeat([]string{"1.1"}, 63), "9.9")...) }, "RUBRIC-09 " + gate1},
	{"a derived gate that names 65", func(r *rubric.Rubric) { derived(r, slices.Repeat([]string{"1.1"}, 65)...) }, "RUBRIC-09 " + gate1},
	{"two derived gates", func(r *rubric.Rubric) { r.Sets[0].Gates[0].ZeroPointsAt = []string{"4.1.1"} }, "RUBRIC-09 " + gate1},
	{"32 gates", func(r *rubric.Rubric) { gates(r, 30) }, ""},
	{"32 gates, the last of no effect", func(r *rubric.Rubric) { gates(r, 30); r.Sets[0].Gates[31].Effect = "" }, "RUBRIC-09 " + set + "/gates/31"},
	{"33 gates, and nothing else of them", func(r *rubric.Rubric) { gates(r, 31); r.Sets[0].Gates[0].Effect = "" }, "RUBRIC-11 " + set + "/gates 32"},

	// Errata and oddities name what is there.
	{"an erratum without a cell", func(r *rubric.Rubric) { r.Errata[0].Cell.Vi = "" }, "RUBRIC-08 /errata/0/cell"},
	{"an erratum without a reason", func(r *rubric.Rubric) { r.Errata[0].Why.En = "" }, "RUBRIC-08 /errata/0/why"},
	{"an erratum at no set", func(r *rubric.Rubric) { r.Errata[1].Set = 8 }, "RUBRIC-13 /errata/1"},
	{"an erratum at no criterion", func(r *rubric.Rubric) { r.Errata[0].Criterion = "9.9" }, "RUBRIC-13 /errata/0"},
	{"an erratum of a whole set", func(r *rubric.Rubric) { r.Errata[0].Criterion = "" }, ""},
	{"an erratum of no whole set", func(r *rubric.Rubric) { r.Errata[0].Set, r.Errata[0].Criterion = 8, "" }, "RUBRIC-13 /errata/0"},
	{"an oddity without a note", func(r *rubric.Rubric) { r.Oddities[0].Note.Vi = "" }, "RUBRIC-08 /oddities/0/note"},
	{"an oddity at no set", func(r *rubric.Rubric) { r.Oddities[1].Set = 1 }, "RUBRIC-13 /oddities/1"},
	{"an oddity at no criterion", func(r *rubric.Rubric) { r.Oddities[2].Criterion = "9.9" }, "RUBRIC-13 /oddities/2"},
	{"an oddity of many sets", func(r *rubric.Rubric) { r.Oddities[0].Criterion = "5.2" }, ""},
}

// many adds sections of one criterion without points to part C.
func many(r *rubric.Rubric, n int) {
	for i := range n {
		plenty(r, strconv.Itoa(i+5), 1)
	}
}

// parts2 gives two parts their points.
func parts2(r *rubric.Rubric, a, b int) {
	at(r, "1.2").Options[2].Points = a - 10
	at(r, "2").Options = slices.Concat(inCase(1, "a1 b"+strconv.Itoa(b-10)), inCase(2, "a0 b2"))
	sum(r)
}

// flat leaves part B so many points, and criterion 4.1.1 the others.
func flat(r *rubric.Rubric, points, others int) {
	at(r, "2").Options = slices.Concat(inCase(1, "a0"), inCase(2, "a0 b"+strconv.Itoa(points)))
	at(r, "3.1").Options, at(r, "3.2").Options = levels("a0"), levels("a0")
	at(r, "1.2").Options[2].Points, at(r, "4.1.1").Options[1].Points = 30, others
	sum(r)
}

// alone leaves out what names the set's number and criteria.
func alone(r *rubric.Rubric) { r.Errata, r.Oddities = []rubric.Erratum{}, []rubric.Oddity{} }

func derived(r *rubric.Rubric, codes ...string) {
	r.Sets[0].Gates[1].ZeroPointsAt = append([]string{}, codes...)
}

func gates(r *rubric.Rubric, more int) {
	for i := range more {
		r.Sets[0].Gates = append(r.Sets[0].Gates, rubric.Gate{ID: "g" + strconv.Itoa(i), Effect: "stop", Label: both("x")})
	}
}

// Each rule of a rubric's integrity, broken and at its very edge, through the
// door that a loaded rubric comes in by.
func TestCheckFinds(t *testing.T) {
	t.Parallel()
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			r := trial()
			c.change(r)
			want := []string{}
			if c.want != "" {
				want = strings.Split(c.want, "\n")
			}
			problems := r.Check()
			assert.ElementsMatch(t, want, codes(problems))
			_, err := r.Compile()
			assert.Equal(t, len(want) == 0, err == nil)
			data, err := r.JSON()
			require.NoError(t, err)
			read, err := rubric.Read(data)
			if len(want) == 0 {
				require.NoError(t, err)
				back, err := read.JSON()
				require.NoError(t, err)
				assert.True(t, bytes.Equal(data, back), "read and published again it differs")
				return
			}
			assert.Nil(t, read)
			if !strings.Contains(c.want, "RUBRIC-11") { // what is null in Go is no list in JSON
				assert.Equal(t, problems, err)
			}
		})
	}
}

// Every kind of problem that the package declares is met by one of them.
func TestEveryKindIsMet(t *testing.T) {
	t.Parallel()
	for _, k := range rubric.Kinds() {
		assert.True(t, slices.ContainsFunc(changes, func(c change) bool { return strings.Contains(c.want, k.Code) }), k.Code)
	}
	assert.Len(t, rubric.Kinds(), 17)
}

// Codes of options are a letter, a case's digit and a letter, no and yes; "none"
// is an answer of its own.
func TestOptionCodes(t *testing.T) {
	t.Parallel()
	check := func(code string) []string {
		r := trial()
		at(r, "4.1.2").Options[1].Code = code
		return codes(r.Check())
	}
	for _, code := range []string{"a", "z", "yes"} {
		assert.Empty(t, check(code), code)
	}
	for _, code := range []string{"", "A", "`", "{", "none", "yess", "ab", "1", "2", "11", "3a", "1A", "1{", "0a", "a1", "12a", "1ab"} {
		assert.Equal(t, []string{"RUBRIC-01 " + sectC + "/criteria/1/options/1/code " + code}, check(code), code)
	}
	r := trial()
	at(r, "2").Options[1].Code, at(r, "2").Options[3].Code = "1z", "2z"
	assert.Empty(t, r.Check())
}

// A rubric has 1,000 sets at most.
func TestSetsAreCounted(t *testing.T) {
	t.Parallel()
	r := trial()
	for i := range 1000 {
		r.Sets = append(r.Sets, r.Sets[0])
		r.Sets[i].No = i + 1
	}
	assert.ElementsMatch(t, []string{"RUBRIC-11 /sets 1000", "RUBRIC-02 /sets/1000/no 1"}, codes(r.Check()))
	r.Sets = r.Sets[:1000]
	assert.Empty(t, codes(r.Check()))
}
