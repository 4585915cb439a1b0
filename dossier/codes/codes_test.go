package codes_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

func TestProductCode(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		code  codes.ProductCode
		found []string
	}{
		"66-24133-01-2026":     {codes.ProductCode{Province: "66", Commune: "24133", Number: "01", Year: 2026}, nil},
		"22-06978-123-2025":    {codes.ProductCode{Province: "22", Commune: "06978", Number: "123", Year: 2025}, nil},
		"22-06970-1-2030":      {codes.ProductCode{Province: "22", Commune: "06970", Number: "1", Year: 2030}, nil},
		"66-643-24133-01-2023": {codes.ProductCode{Province: "66", District: "643", Commune: "24133", Number: "01", Year: 2023}, []string{"CODE-07 "}},
		"15-132-04252-01-2025": {codes.ProductCode{Province: "15", District: "132", Commune: "04252", Number: "01", Year: 2025}, []string{"CODE-07 "}},
		"66-643-24133-01-2026": {codes.ProductCode{Province: "66", District: "643", Commune: "24133", Number: "01", Year: 2026}, []string{"CODE-06 "}},
		"66-24133-01-2024":     {codes.ProductCode{Province: "66", Commune: "24133", Number: "01", Year: 2024}, []string{"CODE-05 "}},
		"67-24133-01-2026":     {codes.ProductCode{Province: "67", Commune: "24133", Number: "01", Year: 2026}, []string{"CODE-02 "}},
		"99-24133-01-2026":     {codes.ProductCode{Province: "99", Commune: "24133", Number: "01", Year: 2026}, []string{"CODE-01 "}},
		"66-99999-01-2026":     {codes.ProductCode{Province: "66", Commune: "99999", Number: "01", Year: 2026}, []string{"CODE-03 "}},
		"01-24133-01-2026":     {codes.ProductCode{Province: "01", Commune: "24133", Number: "01", Year: 2026}, []string{"CODE-04 "}},
	} {
		code, err := codes.ParseProductCode(text)
		require.NoError(t, err, text)
		assert.Equal(t, want.code, code)
		assert.Equal(t, text, code.String(), "nothing lost")
		assert.Equal(t, want.found, found(code.Check()), text)
	}
	older, err := codes.ParseProductCode("15-132-04252-01-2023")
	require.NoError(t, err)
	assert.True(t, older.Older())
	assert.Contains(t, older.Check()[0].Message.Vi, "Tỉnh Yên Bái", "the owner of that year")
	for _, text := range []string{"", "66", "66-24133-2026", "66-24133-01-2026 "} {
		_, err := codes.ParseProductCode(text)
		var problems problem.List
		require.ErrorAs(t, err, &problems, text)
		assert.Equal(t, []string{"DOSSIER-20 "}, found(problems))
	}
	for _, c := range places.Communes("66") {
		code, err := codes.ParseProductCode("66-" + c.Code + "-01-2026")
		require.NoError(t, err)
		assert.Empty(t, code.Check())
	}
}

func TestReceiptNumber(t *testing.T) {
	t.Parallel()
	n, err := codes.ParseReceiptNumber("01-07/PĐK-66-24133-2026")
	require.NoError(t, err)
	assert.Equal(t, codes.ReceiptNumber{First: "01", Second: "07", Province: "66", Commune: "24133", Year: 2026}, n)
	assert.Equal(t, "01-07/PĐK-66-24133-2026", n.String())
	assert.Empty(t, n.Check())
	n.Province = "01"
	assert.Equal(t, []string{"CODE-04 "}, found(n.Check()))
	_, err = codes.ParseReceiptNumber("7/PĐK-66-24133-2026")
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Equal(t, []string{"DOSSIER-21 "}, found(problems))
}

// A code is a text in JSON, and comes back as it was.
func TestCodesInJSON(t *testing.T) {
	t.Parallel()
	type both struct {
		Product codes.ProductCode   `json:"product"`
		Receipt codes.ReceiptNumber `json:"receipt"`
	}
	product, err := codes.ParseProductCode("66-643-24133-01-2023")
	require.NoError(t, err)
	receipt, err := codes.ParseReceiptNumber("01-07/PĐK-66-24133-2026")
	require.NoError(t, err)
	for want, value := range map[string]both{
		`{"product":"66-643-24133-01-2023","receipt":"01-07/PĐK-66-24133-2026"}`: {product, receipt},
		`{"product":"","receipt":""}`: {},
	} {
		written, err := json.Marshal(value)
		require.NoError(t, err)
		assert.JSONEq(t, want, string(written))
		read := both{codes.ProductCode{Province: "01"}, codes.ReceiptNumber{Province: "01"}}
		require.NoError(t, json.Unmarshal(written, &read))
		assert.Equal(t, value, read)
	}
	read := both{product, receipt}
	var problems problem.List
	require.ErrorAs(t, json.Unmarshal([]byte(`{"product":"66"}`), &read), &problems)
	assert.Equal(t, []string{"DOSSIER-20 "}, found(problems))
	require.ErrorAs(t, json.Unmarshal([]byte(`{"receipt":"1"}`), &read), &problems)
	assert.Equal(t, []string{"DOSSIER-21 "}, found(problems))
	assert.Equal(t, both{product, receipt}, read)
	_, err = json.Marshal(codes.ProductCode{Province: "66"})
	assert.ErrorAs(t, err, &problems, "which nobody could read")
	_, err = json.Marshal(codes.ReceiptNumber{Province: "66"})
	assert.ErrorAs(t, err, &problems)
}

// found is each problem's code and place.
func found(problems problem.List) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Code+" "+p.Path)
	}
	return list
}
