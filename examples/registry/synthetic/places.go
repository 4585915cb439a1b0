package synthetic

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
)

// allRegions are the letters of the regions: n the northern mountains,
// s their west, r the Red River,
// b the north of the centre, d the south of the centre, t the highlands, e the
// south-east, m the Mekong, c the coast.
const allRegions = "nsrbdtemc"

// regions are the letters of each province; those that were formed of a mountain
// and a coast have both.
const regions = "01r 04n 08n 11ns 12ns 14ns 15ns 19n 20n 22rnc 24rn 25rn 31rc 33rc 37rc 38bnc 40bnc 42bc 44bc 46bc 48dc 51dtc 52dtc 56dc 66tdc 68tdc 75te 79ec 80em 82m 86mc 91mc 92mc 96mc"

// regionsOf are the letters of a province.
func regionsOf(province string) string {
	_, after, _ := strings.Cut(" "+regions+" ", " "+province)
	letters, _, _ := strings.Cut(after, " ")
	return letters
}

// specialities are the product sets that a province is known for: five times as many
// of its products are of these.
const specialities = "01:21 01:22 04:6 11:13 12:11 14:13 15:11 15:20 19:11 20:20 22:15 22:16 22:2 24:6 25:11 25:4 31:9 33:10 37:14 37:21 38:21 38:9 40:17 40:9 42:9 44:20 46:20 46:22 48:18 51:10 51:18 52:10 52:13 56:4 66:13 68:11 68:13 75:13 79:24 79:25 82:17 82:24 91:3 91:9 92:26 92:3 96:2"

// formerly is where the commune codes of the provinces before July 2025 began, in
// their order: they still tell where a commune lay.
const formerly = "01:1 02:688 04:1267 06:1840 08:2200 10:2635 11:3124 12:3388 14:3643 15:4249 17:4789 19:5437 20:5977 22:6652 24:7201 25:7894 26:8707 27:9163 30:10507 31:11296 33:11950 34:12454 35:13282 36:13633 37:14362 38:14758 40:16663 42:18073 44:18859 45:19333 46:19753 48:20194 49:20335 51:21022 52:21550 54:22015 56:22327 58:22738 60:22915 62:23284 64:23557 66:24118 67:24611 68:24769 70:25195 72:25459 74:25735 75:25990 77:26506 79:26734 80:27691 82:28249 83:28756 84:29236 86:29542 87:29869 89:30280 91:30730 92:31117 93:31321 94:31498 95:31813 96:31999"

// oldProvince is the code of the province that a commune lay in before July 2025;
// where the range of its code says something else, of the first that its province
// was formed from.
func oldProvince(commune string, of places.ProvinceInfo) string {
	number, old := atoi(commune), ""
	for entry := range strings.SplitSeq(formerly, " ") {
		province, first, _ := strings.Cut(entry, ":")
		if atoi(first) > number {
			break
		}
		old = province
	}
	if !slices.Contains(of.From, old) {
		return of.From[0]
	}
	return old
}

// district is made up: there is no table of the districts before July 2025 here.
func district(commune string) string {
	text := "00" + strconv.Itoa(1+atoi(commune)/34)
	return text[len(text)-3:]
}

func atoi(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// PlaceName is a commune's name as products bear it: without its rank (Xã, Phường,
// Đặc khu) and its number.
func PlaceName(name string) string {
	_, name, _ = strings.Cut(name, " ")
	return strings.Trim(strings.TrimPrefix(name, "khu "), "0123456789 ")
}

// area is a province with what the maker asks about it.
type area struct {
	places.ProvinceInfo

	communes []places.CommuneInfo
	goods    [26][]string // by product set from 1; empty where nothing of it is at home
	sets     []int        // weights
	weight   int
}

// areas are those of the 34 provinces.
func areas() []area {
	goods := readGoods()
	var list []area
	for _, p := range places.Provinces() {
		a := area{ProvinceInfo: p, communes: places.Communes(p.Code), sets: slices.Clone(setWeights)}
		a.weight = len(a.communes)
		if p.Code == "01" { // Hà Nội has one product in six
			a.weight *= 5
		}
		for set := range goods {
			for _, g := range goods[set] {
				if g.regions == "" || strings.ContainsAny(g.regions, regionsOf(p.Code)) {
					a.goods[set] = append(a.goods[set], g.name)
				}
			}
			switch {
			case len(a.goods[set]) == 0:
				a.sets[set] = 0
			case slices.Contains(strings.Fields(specialities), p.Code+":"+strconv.Itoa(set+1)):
				a.sets[set] *= 5
			}
		}
		list = append(list, a)
	}
	return list
}
