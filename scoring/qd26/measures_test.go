package qd26_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

func TestShareHolds(t *testing.T) {
	t.Parallel()
	share := qd26.Share{Least: 50, Most: 75, Below: true} // [50,75)
	for _, c := range []struct {
		least, most, whole int64
		want               bool
	}{{1, 1, 2, true}, {499, 499, 1000, false}, {3, 3, 4, false}, {749, 749, 1000, true}, {0, 49, 100, false}, {0, 50, 100, true}, {75, 100, 100, false}, {74, 100, 100, true}} {
		assert.Equal(t, c.want, share.Holds(c.least, c.most, c.whole), c)
	}
	share = qd26.Share{Least: 75, Most: 100, Above: true}
	assert.False(t, share.Holds(75, 75, 100))
	assert.True(t, share.Holds(751, 751, 1000))
	assert.True(t, share.Holds(100, 100, 100), "all of it")
	assert.True(t, qd26.Share{}.Holds(0, 0, 1), "nothing is asked")
	of, shares := qd26.Measured(13, "9.9")
	assert.Empty(t, of)
	assert.Empty(t, shares)
	assert.Empty(t, qd26.AskedFor(13, "9.9"))
}

var percent = regexp.MustCompile(`([0-9]+) ?%`)

// The figures of a share are those that the option's own words name, in each set;
// and no option that names a percentage is left without one.
func TestSharesAreThoseOfTheWords(t *testing.T) {
	t.Parallel()
	criteria := 0
	rubric := words.Rubric()
	for _, set := range rubric.Sets {
		for _, part := range set.Parts {
			for _, section := range part.Sections {
				for _, c := range section.Criteria {
					of, shares := qd26.Measured(set.No, c.Code)
					if of == "" {
						for _, o := range c.Options {
							assert.NotRegexp(t, `trong tỉnh.*%|trong xã.*%|liên kết.*%|vốn góp.*%`, o.Label.Vi, "set %d, %s", set.No, c.Code)
						}
						continue
					}
					criteria++
					require.Len(t, shares, len(c.Options))
					for i, o := range c.Options {
						for _, named := range percent.FindAllStringSubmatch(o.Label.Vi, -1) {
							n, err := strconv.Atoi(named[1])
							require.NoError(t, err)
							s := shares[i]
							if s == (qd26.Share{}) {
								continue // of an option that other kinds of producer may claim too
							}
							assert.Contains(t, []int{int(s.Least), int(s.Most)}, n, "set %d, %s %s", set.No, c.Code, o.Code)
						}
					}
				}
			}
		}
	}
	assert.Equal(t, 25+25+26+26, criteria, "1.1 and chain linkage but in tourism, 3.1 and 3.3 everywhere")
}

// A criterion asks for a test report where its note does.
func TestAskedForIsWhatTheNotesSay(t *testing.T) {
	t.Parallel()
	for _, set := range words.Rubric().Sets {
		for _, part := range set.Parts {
			for _, section := range part.Sections {
				for _, c := range section.Criteria {
					asks := slices.ContainsFunc(c.Notes, func(note lang.Text) bool {
						return strings.Contains(strings.ToLower(note.Vi), "phiếu kiểm nghiệm")
					})
					assert.Equal(t, asks, qd26.AskedFor(set.No, c.Code) == "test-report", "set %d, %s", set.No, c.Code)
				}
			}
		}
	}
}

// Of all options those that speak of tracing are the last of their criteria, and
// what they ask for is what their words say.
func TestTracesAreThoseOfTheWords(t *testing.T) {
	t.Parallel()
	says := map[qd26.Traceability]string{qd26.TraceCode: "mã truy xuất", qd26.TraceStory: "âu chuyện", qd26.TraceChain: "truy xuất nguồn gốc theo quy định"}
	found := map[qd26.Traceability]int{}
	rubric := words.Rubric()
	for _, set := range rubric.Sets {
		for _, part := range set.Parts {
			for _, section := range part.Sections {
				for _, c := range section.Criteria {
					asks := qd26.Traces(set.No, c.Code)
					last := len(c.Options) - 1
					for i, o := range c.Options {
						speaks := strings.Contains(o.Label.Vi, "truy xuất")
						assert.Equal(t, asks != "" && i == last, speaks, "%d/%s:%s", set.No, c.Code, o.Code)
					}
					if asks != "" {
						assert.Contains(t, c.Options[last].Label.Vi, says[asks], "%d/%s", set.No, c.Code)
						found[asks]++
					}
				}
			}
		}
	}
	assert.Equal(t, map[qd26.Traceability]int{qd26.TraceCode: 25, qd26.TraceStory: 25, qd26.TraceChain: 4}, found)
	assert.Empty(t, qd26.Traces(13, "9.9"))
}
