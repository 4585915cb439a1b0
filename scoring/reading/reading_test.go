package reading_test

import (
	"strings"
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

// An id that reports, problems and deadlines have named never changes, and none goes.
func TestPublishedIDs(t *testing.T) {
	t.Parallel()
	const published = `
		cumulative-minima later-option-meets none-scores-zero no-story-no-structure contracts-between-options
		share-in-two-options commune-is-any-unit errata-replaced reject-outranks-stop potential-five-stars
		five-stars-need-minima under-ninety-by-total exact-average mean-of-totals council-rules council-minima
		council-derived-gate evidence-suggested missing-paper-unless-exempt breach-found-by-office no-declaration-asks-for-gate
		who-shows-registration kinds-in-tourism numbers-of-receipts filed-on-receipt samples-with-proposal
		sent-back-by-any-office taken-back-before-outcome redo-from-proposal offices-asked-for first-after-end
		upgrade-while-in-force again-without-council replaced-on-recognition day-not-counted last-day-off-kept
		last-day-off-moved next-round earlier-rules-last-day last-day-of-certificate printed-end-first late-filing-extends
		ended-not-revived extended-once withdrawn-while-in-force`
	var ids []string
	for _, r := range reading.All() {
		ids = append(ids, string(r.ID))
	}
	assert.Subset(t, ids, strings.Fields(published))
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
