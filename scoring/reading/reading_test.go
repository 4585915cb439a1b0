package reading_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// Each reading has an id of its own, one place in the decision and words.
func TestAll(t *testing.T) {
	t.Parallel()
	seen := map[reading.ID]bool{}
	for _, r := range reading.All() {
		assert.False(t, seen[r.ID], r.ID)
		seen[r.ID] = true
		assert.Regexp(t, `^[a-z]+(-[a-z]+)+$`, r.ID)
		if r.Appendix == (lang.Text{}) {
			assert.Regexp(t, `^[0-9]+(\.[0-9]+)*(\.[a-zđ])?$`, r.Article, r.ID)
		} else {
			assert.Empty(t, r.Article, r.ID)
			assert.Regexp(t, `^Phụ lục I`, r.Appendix.Vi, r.ID)
			assert.Regexp(t, `^Appendix I`, r.Appendix.En, r.ID)
		}
		assert.Regexp(t, `\.$`, r.Text.Vi, r.ID)
		assert.Regexp(t, `\.$`, r.Text.En, r.ID)
	}
}

func TestOf(t *testing.T) {
	t.Parallel()
	for _, want := range reading.All() {
		r, ok := reading.Of(want.ID)
		assert.True(t, ok)
		assert.Equal(t, want, r)
	}
	_, ok := reading.Of("no-such-reading")
	assert.False(t, ok)
	assert.Equal(t, problem.Value("reading", "next-round"), reading.NextRound.Param())
}
