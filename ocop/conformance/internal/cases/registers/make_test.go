package registers

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The record that cases change is the one that stands in registers.
func TestTheLeastRecordIsThatOfTheDocuments(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../../v1/documents/" + baseRecord)
	require.NoError(t, err)
	assert.JSONEq(t, string(raw(product())), string(data))
}
