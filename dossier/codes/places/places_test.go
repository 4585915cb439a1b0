package places_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
)

func TestProvinces(t *testing.T) {
	t.Parallel()
	all := places.Provinces()
	assert.Len(t, all, 34)
	communes, from := 0, 0
	for _, p := range all {
		name, ok := places.Province(p.Code)
		assert.True(t, ok)
		assert.Equal(t, p.Name, name)
		list := places.Communes(p.Code)
		communes += len(list)
		for _, c := range list {
			assert.Equal(t, p.Code, c.Province)
			found, ok := places.Commune(c.Code)
			assert.True(t, ok)
			assert.Equal(t, c, found)
		}
		for _, old := range p.From {
			assert.True(t, places.OldProvince(old), old)
			now, ok := places.Successor(old)
			assert.True(t, ok)
			assert.Equal(t, p.Code, now)
		}
		from += len(p.From)
	}
	assert.Equal(t, 3321, communes)
	assert.Equal(t, 63, from, "each of the 63 provinces is part of one of the 34")
}

// Seven codes were another province's before July 2025.
func TestCodesThatChangedOwner(t *testing.T) {
	t.Parallel()
	for code, names := range map[string][2]string{
		"15": {"Tỉnh Yên Bái", "Tỉnh Lào Cai"}, "24": {"Tỉnh Bắc Giang", "Tỉnh Bắc Ninh"}, "44": {"Tỉnh Quảng Bình", "Tỉnh Quảng Trị"},
		"52": {"Tỉnh Bình Định", "Tỉnh Gia Lai"}, "80": {"Tỉnh Long An", "Tỉnh Tây Ninh"}, "82": {"Tỉnh Tiền Giang", "Tỉnh Đồng Tháp"}, "91": {"Tỉnh Kiên Giang", "Tỉnh An Giang"},
	} {
		before, ok := places.OldProvinceName(code)
		assert.True(t, ok)
		now, ok := places.Province(code)
		assert.True(t, ok)
		assert.Equal(t, [2]string{before, now}, names)
	}
}

func TestCommunes(t *testing.T) {
	t.Parallel()
	for code, province := range map[string]string{
		"00004": "01", "24133": "66",
		"06970": "22", "06978": "22", // Ba Chẽ, by either source
		"23737": "52", "23938": "52", // Ia Mơ
	} {
		found, ok := places.CommuneProvince(code)
		assert.True(t, ok, code)
		assert.Equal(t, province, found, code)
	}
	c, ok := places.Commune("06970")
	assert.True(t, ok)
	assert.Equal(t, "Xã Ba Chẽ", c.Name)
	for _, code := range []string{"", "99999", "0000", "000040", "00400"} {
		_, ok := places.Commune(code)
		assert.False(t, ok, code)
		_, ok = places.CommuneProvince(code)
		assert.False(t, ok, code)
	}
	assert.Nil(t, places.Communes("02"))
	_, ok = places.Province("02")
	assert.False(t, ok)
	_, ok = places.OldProvinceName("99")
	assert.False(t, ok)
	_, ok = places.Successor("99")
	assert.False(t, ok)
	assert.Len(t, places.ProvinceCodes(), 34)
}
