package dossier_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/admin"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

func TestProductCode(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		code  dossier.ProductCode
		found []string
	}{
		"66-24133-01-2026":     {dossier.ProductCode{Province: "66", Commune: "24133", Number: "01", Year: 2026}, nil},
		"22-06978-123-2025":    {dossier.ProductCode{Province: "22", Commune: "06978", Number: "123", Year: 2025}, nil},
		"22-06970-1-2030":      {dossier.ProductCode{Province: "22", Commune: "06970", Number: "1", Year: 2030}, nil},
		"66-643-24133-01-2023": {dossier.ProductCode{Province: "66", District: "643", Commune: "24133", Number: "01", Year: 2023}, []string{"CODE-07 "}},
		"15-132-04252-01-2025": {dossier.ProductCode{Province: "15", District: "132", Commune: "04252", Number: "01", Year: 2025}, []string{"CODE-07 "}},
		"66-643-24133-01-2026": {dossier.ProductCode{Province: "66", District: "643", Commune: "24133", Number: "01", Year: 2026}, []string{"CODE-06 "}},
		"66-24133-01-2024":     {dossier.ProductCode{Province: "66", Commune: "24133", Number: "01", Year: 2024}, []string{"CODE-05 "}},
		"67-24133-01-2026":     {dossier.ProductCode{Province: "67", Commune: "24133", Number: "01", Year: 2026}, []string{"CODE-02 "}},
		"99-24133-01-2026":     {dossier.ProductCode{Province: "99", Commune: "24133", Number: "01", Year: 2026}, []string{"CODE-01 "}},
		"66-99999-01-2026":     {dossier.ProductCode{Province: "66", Commune: "99999", Number: "01", Year: 2026}, []string{"CODE-03 "}},
		"01-24133-01-2026":     {dossier.ProductCode{Province: "01", Commune: "24133", Number: "01", Year: 2026}, []string{"CODE-04 "}},
	} {
		code, err := dossier.ParseProductCode(text)
		require.NoError(t, err, text)
		assert.Equal(t, want.code, code)
		assert.Equal(t, text, code.String(), "nothing lost")
		assert.Equal(t, want.found, found(code.Check()), text)
	}
	older, err := dossier.ParseProductCode("15-132-04252-01-2023")
	require.NoError(t, err)
	assert.True(t, older.Older())
	assert.Contains(t, older.Check()[0].Message.Vi, "Tỉnh Yên Bái", "the owner of that year")
	for _, text := range []string{"", "66", "66-24133-2026", "66-24133-01-2026 "} {
		_, err := dossier.ParseProductCode(text)
		var problems problem.List
		require.ErrorAs(t, err, &problems, text)
		assert.Equal(t, []string{"DOSSIER-20 "}, found(problems))
	}
	for _, c := range admin.Communes("66") {
		code, err := dossier.ParseProductCode("66-" + c.Code + "-01-2026")
		require.NoError(t, err)
		assert.Empty(t, code.Check())
	}
}

func TestReceiptNumber(t *testing.T) {
	t.Parallel()
	n, err := dossier.ParseReceiptNumber("01-07/PĐK-66-24133-2026")
	require.NoError(t, err)
	assert.Equal(t, dossier.ReceiptNumber{First: "01", Second: "07", Province: "66", Commune: "24133", Year: 2026}, n)
	assert.Equal(t, "01-07/PĐK-66-24133-2026", n.String())
	assert.Empty(t, n.Check())
	n.Province = "01"
	assert.Equal(t, []string{"CODE-04 "}, found(n.Check()))
	_, err = dossier.ParseReceiptNumber("7/PĐK-66-24133-2026")
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Equal(t, []string{"DOSSIER-21 "}, found(problems))
}

// Appendix I and Appendix II go through the products in the same order.
func TestClasses(t *testing.T) {
	t.Parallel()
	classes := dossier.Classes()
	require.Len(t, classes, len(words.Rubric().Sets))
	seen := map[[3]string]bool{}
	for i, c := range classes {
		assert.Equal(t, i+1, c.Set)
		key := [3]string{c.Sector, c.Group, c.Subgroup}
		assert.False(t, seen[key], key)
		seen[key] = true
		found, ok := dossier.ClassOf(c.Set)
		assert.True(t, ok)
		assert.Equal(t, c, found)
		assert.NotEmpty(t, qd26.SectorName(c.Sector).Vi)
		for _, m := range c.Ministries {
			assert.NotEmpty(t, qd26.MinistryName(m).Vi)
			assert.NotEmpty(t, qd26.MinistryName(m).En)
		}
	}
	assert.Equal(t, []string{"agriculture"}, classes[0].Ministries)
	assert.Equal(t, []string{"health", "trade"}, classes[19].Ministries)
	assert.Equal(t, []string{"culture", "agriculture"}, classes[25].Ministries)
	for _, no := range []int{0, 27, -1} {
		_, ok := dossier.ClassOf(no)
		assert.False(t, ok)
	}
	// Sectors and kinds of application as Article 2.2 and Article 6.1 name them.
	var names []string
	for _, sector := range []string{"I", "II", "III", "IV", "V", "VI"} {
		names = append(names, qd26.SectorName(sector).Vi)
	}
	for _, kind := range []dossier.Application{dossier.First, dossier.Upgrade, dossier.Reassessment, ""} {
		names = append(names, kind.Name().Vi)
	}
	assert.Equal(t, []string{
		"Thực phẩm", "Đồ uống", "Dược liệu và sản phẩm từ dược liệu", "Hàng thủ công mỹ nghệ", "Sinh vật cảnh",
		"Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch", "đánh giá lần đầu", "nâng hạng", "đánh giá lại", "",
	}, names)
	assert.Empty(t, qd26.SectorName("VII").Vi)
	assert.Empty(t, qd26.MinistryName("").Vi)
}
