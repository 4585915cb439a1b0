// Package places holds the administrative codes that product codes and receipts
// are made of: the 34 provinces and 3,321 communes since 1 July 2025 (Decision
// 19/2025/QĐ-TTg), and the 63 provinces before. Seven province codes changed
// owner then, so that a code means something only with its year.
package places

import (
	"slices"
	"strings"
)

// FirstYear is the year since which the 34 provinces stand; in it, until 30
// June, the 63 stood too.
const FirstYear = 2025

// ProvinceInfo is a province or a city of its rank.
type ProvinceInfo struct {
	Code string   `json:"code"` // two digits
	Name string   `json:"name"` // in Vietnamese, with its rank
	From []string `json:"from"` // codes before 2025 of the provinces that it was formed from
}

// CommuneInfo is a commune, a ward or a special zone.
type CommuneInfo struct {
	Code     string `json:"code"`     // five digits
	Province string `json:"province"` // code
	Name     string `json:"name"`     // in Vietnamese, with its rank
}

// Provinces lists the 34 provinces by code.
func Provinces() []ProvinceInfo {
	list := make([]ProvinceInfo, len(provinces))
	for i, p := range provinces {
		list[i] = ProvinceInfo{Code: p.code, Name: p.name, From: strings.Split(p.from, ",")}
	}
	return list
}

// ProvinceCodes lists the codes of the 34 provinces.
func ProvinceCodes() []string {
	codes := make([]string, len(provinces))
	for i, p := range provinces {
		codes[i] = p.code
	}
	return codes
}

// Province is the name of one of the 34 provinces.
func Province(code string) (name string, ok bool) {
	for i := range provinces {
		if provinces[i].code == code {
			return provinces[i].name, true
		}
	}
	return "", false
}

// OldProvince tells whether a code was that of one of the 63 provinces before July 2025.
func OldProvince(code string) bool {
	_, ok := OldProvinceName(code)
	return ok
}

// OldProvinceName is the name that a code stood for before July 2025.
func OldProvinceName(code string) (name string, ok bool) {
	i, ok := slices.BinarySearchFunc(oldProvinces[:], code, func(p [2]string, code string) int { return strings.Compare(p[0], code) })
	if !ok {
		return "", false
	}
	return oldProvinces[i][1], true
}

// Successor is the code of the province that a province before July 2025 is part of now.
func Successor(old string) (code string, ok bool) {
	for _, p := range provinces {
		for from := range strings.SplitSeq(p.from, ",") {
			if from == old {
				return p.code, true
			}
		}
	}
	return "", false
}

// known is the code that the tables have for a commune of which sources give
// two: Ba Chẽ and Ia Mơ.
func known(code string) string {
	switch code {
	case "06970":
		return "06978"
	case "23737":
		return "23938"
	}
	return code
}

// CommuneProvince is the code of the province that a commune lies in. Both codes
// that sources give for Ba Chẽ and for Ia Mơ are known.
func CommuneProvince(code string) (province string, ok bool) {
	i, ok := findCommune(code)
	if !ok {
		return "", false
	}
	for _, p := range provinces {
		if i < p.communes {
			return p.code, true
		}
		i -= p.communes
	}
	return "", false
}

// codeLength is the length of a commune's code.
const codeLength = 5

// findCommune is the index of a commune in the order of the tables. The codes of each
// province stand in their order, so that most provinces are passed over by their
// first and last: a register asks for millions.
func findCommune(code string) (int, bool) {
	code = known(code)
	first := 0
	for _, p := range provinces {
		own := communeCodes[first*codeLength : (first+p.communes)*codeLength]
		if own[:codeLength] <= code && code <= own[len(own)-codeLength:] {
			for i := 0; i < len(own); i += codeLength {
				if own[i:i+codeLength] == code {
					return first + i/codeLength, true
				}
			}
		}
		first += p.communes
	}
	return 0, false
}

// Communes lists the communes of a province by code; none for a code that is no province's.
func Communes(province string) []CommuneInfo {
	first := 0
	for _, p := range provinces {
		if p.code == province {
			return communesFrom(first, p.communes, province)
		}
		first += p.communes
	}
	return nil
}

// Commune finds a commune by its code.
func Commune(code string) (CommuneInfo, bool) {
	i, ok := findCommune(code)
	if !ok {
		return CommuneInfo{}, false
	}
	province, _ := CommuneProvince(code)
	return communesFrom(i, 1, province)[0], true
}

func communesFrom(first, count int, province string) []CommuneInfo {
	names := strings.Split(communeNames, "\n")[first : first+count]
	list := make([]CommuneInfo, count)
	for i, name := range names {
		at := (first + i) * codeLength
		list[i] = CommuneInfo{Code: communeCodes[at : at+codeLength], Province: province, Name: name}
	}
	return list
}
