package dossier

import (
	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Figures are what the dossier says in numbers, beside the prose of form 02; those
// by year are in Results.Years. All of it may be left out. A share is in whole
// percent.
type Figures struct {
	// Lao động / Workers
	// Form 02.III; Appendix II, criterion 3.3
	Workers *Workers `json:"workers,omitempty"`
	// Nguyên liệu / Materials
	// Form 02.II; Appendix II, criterion 1.1
	Materials []Material `json:"materials,omitempty" validate:"max=50,dive"`
	// Vùng nguyên liệu / Growing area
	// Form 02.II
	Area *GrowingArea `json:"area,omitempty"`
	// Hợp đồng liên kết / Linkage contracts
	// Form 02.III; Appendix II, the criterion on chain linkage
	Contracts []Contract `json:"contracts,omitempty" validate:"max=200,dive"`
	// Thị trường và kênh bán hàng / Markets and sales channels
	// Form 02.II
	Markets []Market `json:"markets,omitempty" validate:"max=50,dive"`
}

// Workers are how many people work for the producer.
type Workers struct {
	// Tổng số lao động / Workers in all
	// Form 02.III
	Total int `json:"total" validate:"required,min=1,max=1000000"`
	// Lao động là người trong xã / Workers from the commune
	// Appendix II, criterion 3.3
	Local *int `json:"local,omitempty" validate:"omitempty,min=0,max=1000000"`
	// Lao động đóng bảo hiểm / Insured workers
	// Form 02.III
	Insured *int `json:"insured,omitempty" validate:"omitempty,min=0,max=1000000"`
}

// Material is one material in a year; for fresh products the product itself.
type Material struct {
	// Tên nguyên liệu / Name of the material
	// Form 02.II
	Name string `json:"name" validate:"required,ocop_line=200"`
	// Số lượng mỗi năm / Quantity a year
	// Form 02.II; in the unit beside it
	Quantity *int `json:"quantity,omitempty" validate:"omitempty,min=1,max=1000000000"`
	// Đơn vị tính / Unit
	// Form 02.II; such as kg, lít
	Unit string `json:"unit,omitempty" validate:"omitempty,ocop_line=30"`
	// Nơi cung cấp / Where it comes from
	// Form 02.II
	Place string `json:"place,omitempty" validate:"omitempty,ocop_line=200"`
	// Tỷ lệ từ trong tỉnh (%) / Share from the province (%)
	// Appendix II, criterion 1.1
	FromProvince *int `json:"fromProvince,omitempty" validate:"omitempty,min=0,max=100"`
	// Tỷ lệ từ trong xã (%) / Share from the commune (%)
	// Appendix II, criterion 1.1 of fresh products and ornamentals
	FromCommune *int `json:"fromCommune,omitempty" validate:"omitempty,min=0,max=100"`
}

// GrowingArea is where the materials are grown, raised or caught.
type GrowingArea struct {
	// Diện tích (m²) / Area (m²)
	// Form 02.II
	SquareMetres *int `json:"squareMetres,omitempty" validate:"omitempty,min=1,max=1000000000"`
	// Số hộ tham gia / Households that take part
	// Form 02.II
	Households *int `json:"households,omitempty" validate:"omitempty,min=0,max=1000000"`
	// Nơi có vùng nguyên liệu / Where it lies
	// Form 02.II
	Place string `json:"place,omitempty" validate:"omitempty,ocop_line=200"`
}

// Contract is a linkage contract.
type Contract struct {
	// Bên liên kết / Partner
	// Form 02.III
	Partner string `json:"partner" validate:"required,ocop_line=200"`
	// Tỷ lệ sản lượng tiêu thụ (%) / Share of the output sold (%)
	// Appendix II, the criterion on chain linkage
	Share *int `json:"share" validate:"required,min=0,max=100"`
	// Thực hiện từ ngày / Kept since
	// Appendix II, the criterion on chain linkage
	Since string `json:"since,omitempty" validate:"omitempty,ocop_date"`
	// Đến ngày / Until
	// as in the contract
	Until string `json:"until,omitempty" validate:"omitempty,ocop_date"`
	// Tài liệu minh chứng / Evidence
	// Form 02.III; ids of pieces of evidence
	Evidence []string `json:"evidence,omitempty" validate:"max=50,dive,required,ocop_id"`
}

// Market is where the product is sold.
type Market struct {
	// Kênh bán hàng / Sales channel
	// Form 02.II; Appendix II, criterion 4.1
	Channel string `json:"channel" validate:"required,ocop_channel"`
	// Tên thị trường, hệ thống hoặc gian hàng / Market, chain or shop
	// Form 02.II
	Name string `json:"name,omitempty" validate:"omitempty,ocop_line=200"`
	// Tỷ lệ sản lượng tiêu thụ (%) / Share of the output sold (%)
	// Form 02.II
	Share *int `json:"share,omitempty" validate:"omitempty,min=0,max=100"`
}

// FigureChange is how a figure by year changed since the product was recognised
// (Article 6.1.b, 6.1.c).
type FigureChange struct {
	Name             lang.Text
	Unit             lang.Text
	FromYear, ToYear int
	From, To         int
}

// FigureChanges are the changes of revenue, profit and output from the year of the
// earlier recognition, or the first after it that has the figure, to the last
// year; none for a first application. An output in two units cannot be compared.
func (x *Dossier) FigureChanges() []FigureChange {
	if x.Previous == nil || x.Application == ApplicationFirst {
		return nil
	}
	million := lang.Text{Vi: "triệu đồng", En: "million đồng"}
	var changes []FigureChange
	add := func(name string, unit func(*YearResult) lang.Text, figure func(*YearResult) *int) {
		from, to := x.span(func(y *YearResult) bool { return figure(y) != nil })
		if from == nil || to == nil || unit(from) != unit(to) {
			return
		}
		changes = append(changes, FigureChange{fields.YearResult.Label(name), unit(from), from.Year, to.Year, *figure(from), *figure(to)})
	}
	add("revenue", func(*YearResult) lang.Text { return million }, func(y *YearResult) *int { return y.Revenue })
	add("profit", func(*YearResult) lang.Text { return million }, func(y *YearResult) *int { return y.Profit })
	add("output", func(y *YearResult) lang.Text { return lang.Text{Vi: y.Unit, En: y.Unit} }, func(y *YearResult) *int { return y.Output })
	return changes
}

// span is the year of the earlier recognition, or the first after it, and the last
// of those that have a figure; nil where there are no two.
func (x *Dossier) span(has func(*YearResult) bool) (from, to *YearResult) {
	recognised := day(x.Previous.Issued).Year
	for i := range x.Report.Results.Years {
		y := &x.Report.Results.Years[i]
		if y.Year < recognised || !has(y) {
			continue
		}
		if from == nil || y.Year < from.Year {
			from = y
		}
		if to == nil || to.Year < y.Year {
			to = y
		}
	}
	if from == to {
		return nil, nil
	}
	return from, to
}
