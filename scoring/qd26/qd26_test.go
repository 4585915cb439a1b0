package qd26_test

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// facts reads the frozen numbers of the decision.
func facts(t *testing.T) []string {
	t.Helper()
	f, err := os.Open("testdata/facts.tsv")
	require.NoError(t, err)
	defer f.Close() //nolint:errcheck // only read
	var lines []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

// Every point, star mark, case and gate of the tables is that of the decision.
func TestTablesAreTheDecisions(t *testing.T) {
	t.Parallel()
	var have []string
	gates := map[string]bool{}
	for _, s := range qd26.Edition().Sets() {
		line := fmt.Sprintf("set\t%d", s.No())
		for _, g := range s.Gates() {
			gates[fmt.Sprintf("%d %s=%s", s.No(), g.ID, g.Effect)] = true
		}
		have = append(have, line)
		sections := s.Sections()
		for i, c := 0, s.Criteria(); i < len(c); i++ {
			for sections[0].Criteria == 0 {
				sections = sections[1:]
			}
			sections[0].Criteria--
			var options []string
			for _, o := range c[i].Options() {
				options = append(options, fmt.Sprintf("%s:%d%s", o.Code, o.Points, strings.Repeat("*", o.MinStar)))
			}
			assert.Equal(t, sections[0].Part, c[i].Part())
			have = append(have, fmt.Sprintf("%d\t%s\t%s\t%s\t%s", s.No(), c[i].Part(), sections[0].Code, c[i].Code(), strings.Join(options, " ")))
		}
	}
	var want []string
	for _, line := range facts(t) {
		fields := strings.Split(line, "\t")
		if fields[0] == "set" {
			no, err := strconv.Atoi(fields[1])
			require.NoError(t, err)
			assert.Equal(t, fields[2:], printedGates(t, no), "the order of print")
			for _, g := range fields[2:] {
				key := fields[1] + " " + g
				assert.True(t, gates[key], key)
				delete(gates, key)
			}
			line = strings.Join(fields[:2], "\t")
		}
		want = append(want, line)
	}
	assert.Equal(t, want, have)
	assert.Empty(t, gates, "gates that the decision does not have")
}

// printedGates are the gates of a set as the rubric that people read lists them.
func printedGates(t *testing.T, no int) []string {
	t.Helper()
	set, ok := words.Set(no)
	require.True(t, ok)
	gates := []string{}
	for _, g := range set.Gates {
		gates = append(gates, g.ID+"="+g.Effect)
	}
	return gates
}

func TestSize(t *testing.T) {
	t.Parallel()
	sets, criteria, options := 0, 0, 0
	for _, s := range qd26.Edition().Sets() {
		sets++
		for _, c := range s.Criteria() {
			criteria++
			options += len(c.Options())
		}
	}
	assert.Equal(t, []int{26, 787, 2579}, []int{sets, criteria, options})
}

// The hash is that of the rubric as ocop rubric --json prints it.
func TestSHA256(t *testing.T) {
	t.Parallel()
	published, err := words.Rubric().JSON()
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("%x", sha256.Sum256(published)), qd26.SHA256())
}

// What the loader asks of any rubric, the built-in one passes: sums, order of
// options and minima, unique codes, texts in both languages.
func TestIntegrity(t *testing.T) {
	t.Parallel()
	assert.Empty(t, words.Rubric().Check())
	for _, s := range qd26.Edition().Sets() {
		assert.Equal(t, []int{40, 25, 35}, []int{s.PartMax("A"), s.PartMax("B"), s.PartMax("C")}, "set %d", s.No())
	}
}

// Labels stand alone wherever a report quotes them, and fit a phone.
func TestLabels(t *testing.T) {
	t.Parallel()
	for _, s := range words.Rubric().Sets {
		for _, p := range s.Parts {
			for _, x := range p.Sections {
				for _, c := range x.Criteria {
					seen := map[string]bool{}
					for _, o := range c.Options {
						where := fmt.Sprintf("set %d, %s %s", s.No, c.Code, o.Code)
						assert.LessOrEqual(t, len([]rune(o.Label.Vi)), 100, where)
						assert.LessOrEqual(t, len([]rune(o.Label.En)), 100, where)
						assert.NotRegexp(t, "^(Như mức|The same)", o.Label.Vi+"|"+o.Label.En, where)
						assert.False(t, strings.HasSuffix(o.Label.Vi, ".") || strings.HasSuffix(o.Label.En, "."), where)
						key := fmt.Sprint(o.Case, o.Label.Vi)
						assert.False(t, seen[key], "%s repeats a label", where)
						seen[key] = true
					}
				}
			}
		}
	}
}

// The nine cells where the print cannot stand, and what the tables have there.
func TestErrataAreApplied(t *testing.T) {
	t.Parallel()
	errata := words.Rubric().Errata
	require.Len(t, errata, 9)
	for _, e := range errata {
		set, ok := qd26.Edition().Set(e.Set)
		require.True(t, ok)
		c, ok := set.Criterion(e.Criterion)
		switch e.Cell.En {
		case "points of option a":
			assert.Equal(t, e.Used, fmt.Sprint(c.Options()[0].Points))
		case "points of the middle option":
			assert.Equal(t, e.Used, fmt.Sprint(c.Options()[1].Points))
		case "points of option c":
			assert.Equal(t, e.Used, fmt.Sprint(c.Options()[2].Points))
		case "criterion maximum":
			assert.Equal(t, e.Used, fmt.Sprint(c.Max()))
		case "star mark":
			options := c.Options()
			assert.Equal(t, e.Used, strings.Repeat("*", options[len(options)-1].MinStar))
		case "heading":
			assert.False(t, ok)
			assert.Equal(t, e.Used, fmt.Sprint(set.PartMax("A")))
		default:
			t.Errorf("an erratum that nothing checks: %+v", e)
		}
	}
}

func TestOddities(t *testing.T) {
	t.Parallel()
	at := map[string]bool{}
	for _, o := range words.Rubric().Oddities {
		at[fmt.Sprintf("%d %s", o.Set, o.Criterion)] = true
	}
	for _, want := range []string{"7 3.1", "23 6.2", "10 3.5", "16 9", "24 2.2", "24 4.1", "26 ", "0 3.3", "0 1.5", "0 "} {
		assert.True(t, at[want], want)
	}
}

func TestStoryStructureFallsAway(t *testing.T) {
	t.Parallel()
	for _, s := range qd26.Edition().Sets() {
		for _, c := range s.Criteria() {
			parent, option := c.AppliesUnless()
			if s.No() <= 25 && c.Code() == "5.2" {
				assert.Equal(t, "5.1 a", parent+" "+option)
			} else {
				assert.Empty(t, parent+option, "set %d criterion %s", s.No(), c.Code())
			}
		}
	}
}

// A caller may change the rubric it is given without changing anybody else's.
func TestWordsAreACopy(t *testing.T) {
	t.Parallel()
	a := words.Rubric()
	a.Sets[0].Parts[0].Sections[0].Criteria[0].Options[0].Label.Vi = "khác"
	a.Sets[25].Gates = append(a.Sets[25].Gates, rubric.Gate{ID: "x"})
	a.Errata[0].Used = "khác"
	a.Oddities[0].Note.Vi = "khác"
	a.Sets[15].Gates[len(a.Sets[15].Gates)-1].ZeroPointsAt[0] = "khác"
	assert.NotEqual(t, a, words.Rubric())
	assert.Empty(t, words.Rubric().Check())
	set, ok := words.Set(16)
	require.True(t, ok)
	assert.Equal(t, *set, words.Rubric().Sets[15])
	_, ok = words.Set(27)
	assert.False(t, ok)
}

// The words stand where they belong: what a criterion, a group, a note, a gate
// and a kind of evidence are called, in the first set and in the last.
func TestWordsStandWhereTheyBelong(t *testing.T) {
	t.Parallel()
	tea, ok := words.Set(11)
	require.True(t, ok)
	assert.Equal(t, "Chè tươi, chè chế biến", tea.Name.Vi)
	c, ok := tea.Criterion("6.1.1")
	require.True(t, ok)
	require.NotNil(t, c.Group)
	assert.Equal(t, "6.1", c.Group.Code)
	assert.Nil(t, tea.Parts[2].Sections[1].Criteria[0].Group)
	c, ok = tea.Criterion("7")
	require.True(t, ok)
	assert.Equal(t, tea.Parts[2].Sections[1].Name, c.Name, "a criterion that is its section bears its name")
	tours, ok := words.Set(26)
	require.True(t, ok)
	var shape []string
	for _, p := range tours.Parts {
		line := fmt.Sprintf("%s %d %s:", p.Code, p.Max, p.Name.En)
		for _, x := range p.Sections {
			line += " " + x.Code
		}
		shape = append(shape, line)
	}
	assert.Equal(t, []string{
		"A 40 Product and strength of the community: 1 2 3",
		"B 25 Marketing ability: 4 5",
		"C 35 Product quality: 6 7 8 9 10 11 12 13 14 15 16 17",
	}, shape)
	for _, s := range words.Rubric().Sets {
		for _, g := range s.Gates {
			assert.NotEmpty(t, g.Label.Vi, "set %d, %s", s.No, g.ID)
		}
		if s.No < 26 {
			g, ok := s.Gate("forged-dossier")
			require.True(t, ok, "set %d", s.No)
			assert.Equal(t, lang.Text{Vi: "Giả mạo hồ sơ", En: "The dossier is forged"}, g.Label)
		}
	}
	for _, e := range words.Evidence() {
		assert.Equal(t, e.Name, qd26.EvidenceName(e.ID))
	}
	assert.NotEmpty(t, words.Evidence())
	assert.Empty(t, qd26.EvidenceName("letter"))
}

func TestPublishedRubricLoadsAsItself(t *testing.T) {
	t.Parallel()
	published, err := words.Rubric().JSON()
	require.NoError(t, err)
	loaded, err := rubric.Read(published)
	require.NoError(t, err)
	again, err := loaded.JSON()
	require.NoError(t, err)
	assert.True(t, bytes.Equal(published, again), "loaded and published again it differs")
	table, err := loaded.Table() // without the mark of a loaded rubric
	require.NoError(t, err)
	assert.True(t, assert.ObjectsAreEqual(qd26.Edition(), scoring.FromTable(table)), "the compiled tables are those that were generated")
}

func BenchmarkLoad(b *testing.B) {
	published, err := words.Rubric().JSON()
	require.NoError(b, err)
	b.SetBytes(int64(len(published)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rubric.Read(published); err != nil {
			b.Fatal(err)
		}
	}
}

// The printed order holds every gate of the set once; the zero set has none.
func TestPrintedGates(t *testing.T) {
	t.Parallel()
	for _, s := range qd26.Edition().Sets() {
		assert.ElementsMatch(t, s.Gates(), s.PrintedGates(), "set %d", s.No())
	}
	assert.Empty(t, scoring.Set{}.PrintedGates())
}
