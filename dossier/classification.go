package dossier

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Class is a place in the classification of products (Appendix I): a sector, a
// group and, where the group has some, a subgroup. Each class has one product
// set of its own.
type Class struct {
	Sector   string // I to VI
	Group    string // 1 to 6 within the sector
	Subgroup string // a to d within the group; "" where it has none
	Set      int    // 1 to 26
	// Ministries that manage the products of the class, in printed order.
	Ministries []ManagingMinistry
}

// ManagingMinistry is a ministry that manages a class of products (Appendix I).
type ManagingMinistry string

// The managing ministries.
const (
	Agriculture ManagingMinistry = "agriculture" // Bộ Nông nghiệp và Môi trường
	Trade       ManagingMinistry = "trade"       // Bộ Công Thương
	Health      ManagingMinistry = "health"      // Bộ Y tế
	Culture     ManagingMinistry = "culture"     // Bộ Văn hóa, Thể thao và Du lịch
)

// Name is the ministry's name; empty for none of the four.
func (m ManagingMinistry) Name() lang.Text {
	switch m {
	case Agriculture:
		return lang.Text{Vi: "Bộ Nông nghiệp và Môi trường", En: "Ministry of Agriculture and Environment"}
	case Trade:
		return lang.Text{Vi: "Bộ Công Thương", En: "Ministry of Industry and Trade"}
	case Health:
		return lang.Text{Vi: "Bộ Y tế", En: "Ministry of Health"}
	case Culture:
		return lang.Text{Vi: "Bộ Văn hóa, Thể thao và Du lịch", En: "Ministry of Culture, Sports and Tourism"}
	}
	return lang.Text{}
}

// Tourism is the sector of community tourism, ecotourism and tourist sites.
const Tourism = "VI"

// Classes lists the classes in the order of Appendix I, which is that of the
// product sets.
func Classes() []Class {
	list := make([]Class, len(classes))
	for i, c := range classes {
		list[i] = Class{Sector: c.sector, Group: c.group, Subgroup: c.subgroup, Set: i + 1, Ministries: c.ministries()}
	}
	return list
}

// ClassOf is the class of a product set; false for a number that is no set's.
func ClassOf(set int) (Class, bool) {
	if set < 1 || set > len(classes) {
		return Class{}, false
	}
	c := &classes[set-1]
	return Class{Sector: c.sector, Group: c.group, Subgroup: c.subgroup, Set: set, Ministries: c.ministries()}, true
}

// class is a line of Appendix I.
type class struct {
	sector, group, subgroup string
	first, second           ManagingMinistry
}

func (c *class) ministries() []ManagingMinistry {
	if c.second == "" {
		return []ManagingMinistry{c.first}
	}
	return []ManagingMinistry{c.first, c.second}
}

// classes has the class of product set i+1 at i.
var classes = [...]class{
	{"I", "1", "a", Agriculture, ""},
	{"I", "1", "b", Agriculture, ""},
	{"I", "2", "a", Agriculture, ""},
	{"I", "2", "b", Agriculture, ""},
	{"I", "3", "a", Trade, ""},
	{"I", "3", "b", Agriculture, Trade},
	{"I", "3", "c", Agriculture, ""},
	{"I", "3", "d", Agriculture, Trade},
	{"I", "4", "a", Agriculture, ""},
	{"I", "4", "b", Agriculture, ""},
	{"I", "5", "a", Agriculture, ""},
	{"I", "5", "b", Agriculture, ""},
	{"I", "6", "", Agriculture, ""},
	{"II", "1", "a", Trade, ""},
	{"II", "1", "b", Trade, ""},
	{"II", "2", "a", Health, ""},
	{"II", "2", "b", Trade, ""},
	{"III", "1", "", Health, ""},
	{"III", "2", "", Health, ""},
	{"III", "3", "", Health, Trade},
	{"IV", "1", "", Trade, Agriculture},
	{"IV", "2", "", Trade, ""},
	{"V", "1", "", Agriculture, ""},
	{"V", "2", "", Agriculture, ""},
	{"V", "3", "", Agriculture, ""},
	{"VI", "1", "", Culture, Agriculture},
}

// SectorName is the name of a sector; empty for none of the six.
func SectorName(sector string) lang.Text {
	switch sector {
	case "I":
		return lang.Text{Vi: "Thực phẩm", En: "Food"}
	case "II":
		return lang.Text{Vi: "Đồ uống", En: "Beverages"}
	case "III":
		return lang.Text{Vi: "Dược liệu và sản phẩm từ dược liệu", En: "Medicinal materials and products of them"}
	case "IV":
		return lang.Text{Vi: "Hàng thủ công mỹ nghệ", En: "Handicrafts"}
	case "V":
		return lang.Text{Vi: "Sinh vật cảnh", En: "Ornamental plants and animals"}
	case Tourism:
		return lang.Text{Vi: "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch", En: "Community tourism, ecotourism and tourist sites"}
	}
	return lang.Text{}
}
