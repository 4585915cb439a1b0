package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

func TestNothingToTell(t *testing.T) {
	t.Parallel()
	var score report.Score
	var way report.Way
	published, _ := words.Set(1)
	assert.Equal(t, paper.Paper{}, score.Paper(published, lang.Vi))
	assert.Equal(t, paper.Paper{}, way.Paper(published, nil, lang.Vi))
	result := scoring.Score(&scoring.Sheet{})
	score.Result = &result
	assert.Equal(t, paper.Paper{}, score.Paper(nil, lang.Vi))
}
