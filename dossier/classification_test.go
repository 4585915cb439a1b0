package dossier_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

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
	for _, kind := range []dossier.Application{dossier.ApplicationFirst, dossier.ApplicationUpgrade, dossier.ApplicationReassessment, ""} {
		names = append(names, kind.Name().Vi)
	}
	assert.Equal(t, []string{
		"Thực phẩm", "Đồ uống", "Dược liệu và sản phẩm từ dược liệu", "Hàng thủ công mỹ nghệ", "Sinh vật cảnh",
		"Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch", "đánh giá lần đầu", "nâng hạng", "đánh giá lại", "",
	}, names)
	assert.Empty(t, qd26.SectorName("VII").Vi)
	assert.Empty(t, qd26.MinistryName("").Vi)
}
