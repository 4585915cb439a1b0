package main

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the minutes anew")

func TestRun(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, run(&out))
	if *update {
		require.NoError(t, os.WriteFile("bien-ban.txt", out.Bytes(), 0o644))
	}
	want, err := os.ReadFile("bien-ban.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), out.String())
	assert.Contains(t, out.String(), "không đạt 5 sao. Chủ tịch UBND cấp tỉnh có thể căn cứ kết quả này công nhận 4 sao")
}
