package trace

import (
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// unitName is a unit in words; a code that is not known stands for itself.
func unitName(code string) lang.Text {
	same := func(s string) lang.Text { return lang.Text{Vi: s, En: s} }
	switch code {
	case "", "H87", "EA", "C62", "NIU":
		return lang.Text{Vi: "chiếc", En: "pieces"}
	case "MGM":
		return same("mg")
	case "GRM":
		return same("g")
	case "KGM":
		return same("kg")
	case "DTN":
		return lang.Text{Vi: "tạ", En: "quintals"}
	case "TNE":
		return lang.Text{Vi: "tấn", En: "tonnes"}
	case "MLT":
		return same("ml")
	case "LTR":
		return lang.Text{Vi: "lít", En: "litres"}
	case "MTQ":
		return same("m³")
	case "CMT":
		return same("cm")
	case "MTR":
		return same("m")
	}
	return same(code)
}

// stepName is a step in words, as producers say it; a stranger's step stands for
// itself.
func stepName(step string) lang.Text {
	switch step {
	case "":
		return lang.Text{}
	case "accepting", "receiving":
		return lang.Text{Vi: "Nhận hàng", En: "Received"}
	case "arriving":
		return lang.Text{Vi: "Hàng đến", En: "Arrived"}
	case "assembling":
		return lang.Text{Vi: "Lắp ghép", En: "Assembled"}
	case "commissioning", "creating_class_instance":
		return lang.Text{Vi: "Tạo lô", En: "Made"}
	case "departing":
		return lang.Text{Vi: "Rời kho", En: "Departed"}
	case "destroying", "decommissioning":
		return lang.Text{Vi: "Hủy bỏ", En: "Destroyed"}
	case "inspecting":
		return lang.Text{Vi: "Kiểm tra", En: "Inspected"}
	case "loading":
		return lang.Text{Vi: "Xếp hàng", En: "Loaded"}
	case "packing":
		return lang.Text{Vi: "Đóng gói", En: "Packed"}
	case "repackaging":
		return lang.Text{Vi: "Đóng gói lại", En: "Repacked"}
	case "retail_selling":
		return lang.Text{Vi: "Bán lẻ", En: "Sold"}
	case "sampling":
		return lang.Text{Vi: "Lấy mẫu", En: "Sampled"}
	case "shipping":
		return lang.Text{Vi: "Xuất hàng", En: "Shipped"}
	case "stocking":
		return lang.Text{Vi: "Bày hàng", En: "Stocked"}
	case "storing", "holding":
		return lang.Text{Vi: "Lưu kho", En: "Stored"}
	case "transporting":
		return lang.Text{Vi: "Vận chuyển", En: "Transported"}
	case "unloading":
		return lang.Text{Vi: "Dỡ hàng", En: "Unloaded"}
	case "unpacking":
		return lang.Text{Vi: "Mở kiện", En: "Unpacked"}
	case "void_shipping":
		return lang.Text{Vi: "Hủy việc xuất hàng", En: "Shipping cancelled"}
	}
	return lang.Text{Vi: step, En: step}
}

// Name is what was done, in the maker's own words where they are told, else as the
// CBV's step is said.
func (s *Step) Name() lang.Text {
	if s.Stage != "" {
		return lang.Text{Vi: s.Stage, En: s.Stage}
	}
	if name := stepName(s.Step); name != (lang.Text{}) {
		return name
	}
	if s.Type == TransformationEvent {
		return lang.Text{Vi: "Chế biến", En: "Made"}
	}
	return lang.Text{Vi: "Ghi nhận", En: "Seen"}
}

// Text is the amount and its unit in words, such as 200.5 kg, in Vietnamese 200,5
// kg; empty where no amount is told.
func (m Measure) Text() lang.Text {
	if m.Amount == "" {
		return lang.Text{}
	}
	unit := unitName(m.Unit)
	return lang.Text{Vi: comma(m.Amount) + " " + unit.Vi, En: m.Amount + " " + unit.En}
}

// comma writes a decimal as Vietnamese does.
func comma(decimal string) string { return strings.ReplaceAll(decimal, ".", ",") }
