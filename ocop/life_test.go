package ocop_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

func ExampleLife() {
	standing, err := ocop.Life([]byte(`{"previous":{"star":4,"issued":"2026-08-05"},"steps":[]}`), civil.Date{Year: 2029, Month: 6, Day: 1})
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println(standing.Stage, standing.Expires, standing.Next)
	// Output: expiring 2029-08-05 [file extend withdraw redo]
}

// A dossier stands where its steps lead; a step that is not possible has its place.
func TestLife(t *testing.T) {
	t.Parallel()
	standing, err := ocop.Life(changed(t, "dossiers/thuc-pham-danh-gia-lai", nil), civil.Date{})
	require.NoError(t, err)
	assert.NotEmpty(t, standing.Stage)
	assert.NotZero(t, standing.PreviousUntil)
	_, err = ocop.Life([]byte(`{"steps":[{"step":"file","on":"2026-06-01"},{"step":"recognise","on":"2026-06-01","by":"province"}]}`), civil.Date{})
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Equal(t, "/steps/1", problems[0].Path)
}
