package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, run(&out, "../sheets/ca-phe-dak-lak.json"))
	assert.Equal(t, `Sản phẩm cà phê, ca cao: 92 điểm, 4 sao
5 sao còn thiếu: 1.5 Liên kết chuỗi trong sản xuất, đang có "c", cần "d"
để lên 5 sao: 1.5 từ c lên d
`, out.String())
	assert.Error(t, run(&out, "../sheets/no-such.json"))
	assert.ErrorContains(t, run(&out, "main.go"), "JSON-01")
}
