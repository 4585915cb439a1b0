package registers

import (
	"strconv"
	"strings"
)

// province is one of the 34, a commune in it, and the provinces before July 2025 that
// make it up, by the codes of that time (Decision 19/2025/QĐ-TTg). Seven codes changed
// owner: 15, 24, 44, 52, 80, 82 and 91.
type province struct{ code, commune, before string }

func provinces() []province {
	return []province{
		{"01", "00004", "01"},       // Thành phố Hà Nội
		{"04", "01273", "04"},       // Tỉnh Cao Bằng
		{"08", "00691", "02 08"},    // Tỉnh Tuyên Quang
		{"11", "03127", "11"},       // Tỉnh Điện Biên
		{"12", "03388", "12"},       // Tỉnh Lai Châu
		{"14", "03646", "14"},       // Tỉnh Sơn La
		{"15", "02647", "10 15"},    // Tỉnh Lào Cai
		{"19", "01840", "06 19"},    // Tỉnh Thái Nguyên
		{"20", "05977", "20"},       // Tỉnh Lạng Sơn
		{"22", "06652", "22"},       // Tỉnh Quảng Ninh
		{"24", "07210", "24 27"},    // Tỉnh Bắc Ninh
		{"25", "05128", "17 25 26"}, // Tỉnh Phú Thọ
		{"31", "10507", "30 31"},    // Thành phố Hải Phòng
		{"33", "12619", "33 34"},    // Tỉnh Hưng Yên
		{"37", "13285", "35 36 37"}, // Tỉnh Ninh Bình
		{"38", "14758", "38"},       // Tỉnh Thanh Hoá
		{"40", "17611", "40"},       // Tỉnh Nghệ An
		{"42", "18073", "42"},       // Tỉnh Hà Tĩnh
		{"44", "18859", "44 45"},    // Tỉnh Quảng Trị
		{"46", "19753", "46"},       // Thành phố Huế
		{"48", "20194", "48 49"},    // Thành phố Đà Nẵng
		{"51", "23293", "51 62"},    // Tỉnh Quảng Ngãi
		{"52", "21553", "52 64"},    // Tỉnh Gia Lai
		{"56", "22333", "56 58"},    // Tỉnh Khánh Hoà
		{"66", "22015", "54 66"},    // Tỉnh Đắk Lắk
		{"68", "22918", "60 67 68"}, // Tỉnh Lâm Đồng
		{"75", "25195", "70 75"},    // Thành phố Đồng Nai
		{"79", "25747", "74 77 79"}, // Thành phố Hồ Chí Minh
		{"80", "25459", "72 80"},    // Tỉnh Tây Ninh
		{"82", "28249", "82 87"},    // Tỉnh Đồng Tháp
		{"86", "28756", "83 84 86"}, // Tỉnh Vĩnh Long
		{"91", "30292", "89 91"},    // Tỉnh An Giang
		{"92", "31120", "92 93 94"}, // Thành phố Cần Thơ
		{"96", "31825", "95 96"},    // Tỉnh Cà Mau
	}
}

// everyProvince is a record in each province.
func everyProvince() (records []object) {
	for _, p := range provinces() {
		records = append(records, object{"code": p.code + "-" + p.commune + "-1-2026", "province": p.code, "commune": p.commune})
	}
	return productsOf(records)
}

func eachProvince() object {
	counts := object{}
	for _, p := range provinces() {
		counts[p.code] = 1
	}
	return counts
}

// everyOldProvince is a record of each of the 63 provinces, as it was given then.
func everyOldProvince() (records []object) {
	for _, p := range provinces() {
		for before := range strings.FieldsSeq(p.before) {
			records = append(records, object{
				"code": before + "-001-00001-1-2024", "province": before, "commune": "00001",
				"edition": "qd148-2023", "issued": "2024-08-05", "expires": "2027-08-05",
			})
		}
	}
	return productsOf(records)
}

func mergedProvinces() object {
	counts := object{}
	for _, p := range provinces() {
		counts[p.code] = len(strings.Fields(p.before))
	}
	return counts
}

// productsOf are products, each with a name of its own.
func productsOf(changes []object) (records []object) {
	for i, c := range changes {
		records = append(records, product(c, object{"product": "Cà phê " + strconv.Itoa(i+1)}))
	}
	return records
}
