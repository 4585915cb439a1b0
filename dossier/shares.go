package dossier

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// What the dossier's figures say against each other and against what is claimed.
var (
	otherShare = problem.Kind{Code: "DOSSIER-63", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tiêu chí {criterion}: tự nhận mức {option} nhưng theo số liệu, {measure} là {share}, ứng với {fits}.",
		En: "Criterion {criterion}: option {option} is claimed, but by the figures {measure} is {share}, which fits {fits}.",
	}}
	overWhole = problem.Kind{Code: "DOSSIER-64", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: các tỷ lệ cộng lại là {sum}%, quá 100%.", En: "{field}: the shares add up to {sum}%, over 100%.",
	}}
	partOverWhole = problem.Kind{Code: "DOSSIER-65", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: {value} nhiều hơn {whole} ({most}).", En: "{field}: {value} is more than {whole} ({most}).",
	}}
	notWhollyFromProvince = problem.Kind{Code: "DOSSIER-66", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: ghi {value}%. Ở bộ {set}, sản phẩm không có 100% nguồn gốc trong tỉnh thì bị loại: cần xét trường hợp {gate} (Phụ lục II).",
		En: "{field}: {value}% is given. Set {set} rejects what is not wholly from the province: look at gate {gate} (Appendix II).",
	}}
	unitMissing = problem.Kind{Code: "DOSSIER-67", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: chưa ghi đơn vị tính.", En: "{field}: its unit is not given.",
	}}
)

// notWhollyFromProvinceGate is the knock-out of products that have to come from
// the province as a whole (Appendix II, sets 1 to 4 and 23 to 25).
const notWhollyFromProvinceGate = "not-wholly-from-province"

// between is a share that lies between two parts of a whole; a whole of 0 is not known.
type between struct{ least, most, whole int64 }

// text is the share in percent, cut off: 73%, or 40% to 60%.
func (b between) text() lang.Text {
	percent := func(part int64) string { return strconv.FormatInt(100*part/b.whole, 10) + "%" }
	if b.least == b.most {
		return lang.Text{Vi: percent(b.most), En: percent(b.most)}
	}
	return lang.Text{Vi: "từ " + percent(b.least) + " đến " + percent(b.most), En: percent(b.least) + " to " + percent(b.most)}
}

// measureName is what is measured, as part of a sentence.
func measureName(m qd26.Measure) lang.Text {
	switch m {
	case qd26.MeasureProvinceMaterials:
		return lang.Text{Vi: "tỷ lệ nguyên liệu từ trong tỉnh", En: "the share of materials from the province"}
	case qd26.MeasureCommuneMaterials:
		return lang.Text{Vi: "tỷ lệ có nguồn gốc trong xã", En: "the share from the commune"}
	case qd26.MeasureLinkedOutput:
		return lang.Text{Vi: "tỷ lệ sản lượng tiêu thụ có hợp đồng liên kết", En: "the share of output sold under contract"}
	case qd26.MeasureLocalCapital:
		return lang.Text{Vi: "tỷ lệ vốn góp của cộng đồng người địa phương", En: "the share of capital held by local people"}
	case qd26.MeasureLocalLabour:
		return lang.Text{Vi: "tỷ lệ lao động trong xã", En: "the share of local workers"}
	}
	return lang.Text{}
}

// checkFigures compares the figures with each other, and the claims with them.
func (x *Dossier) checkFigures(o Options) problem.List {
	problems := x.checkUnits()
	f := x.Report.Figures
	if f != nil {
		problems = append(problems, f.check()...)
		problems = append(problems, x.checkWholeOrigin(f)...)
	}
	set, _ := x.set()
	for _, c := range set.Criteria() {
		measure, shares := qd26.Measured(set.No(), c.Code())
		if measure == "" {
			continue
		}
		if p, ok := x.checkShare(c, measure, shares, x.filedOn(o)); ok {
			problems = append(problems, p)
		}
	}
	return problems
}

// checkShare tells whether the figures can be what a criterion's claim says.
func (x *Dossier) checkShare(c scoring.Criterion, measure qd26.Measure, shares []qd26.Share, on civil.Date) (problem.Problem, bool) {
	options := c.Options()
	claimed := slices.IndexFunc(options, func(o scoring.Option) bool { return o.Code == x.Report.Claims[c.Code()].Option })
	if claimed < 0 {
		return problem.Problem{}, false
	}
	var fits []string
	for i, share := range shares {
		b := x.measured(measure, on.AddMonths(-int(share.Months)))
		if b.whole == 0 {
			return problem.Problem{}, false
		}
		if share.Holds(b.least, b.most, b.whole) {
			fits = append(fits, options[i].Code)
		}
	}
	if slices.Contains(fits, options[claimed].Code) {
		return problem.Problem{}, false
	}
	text := lang.Text{Vi: "không mức nào", En: "no option"}
	if list := strings.Join(fits, ", "); list != "" {
		text = lang.Text{Vi: "mức " + list, En: "option " + list}
	}
	b := x.measured(measure, on)
	return otherShare.At("/report/claims/"+c.Code(), problem.Value("criterion", c.Code()), problem.Value("option", options[claimed].Code),
		problem.Worded("measure", string(measure), measureName(measure)), problem.Worded("share", b.text().En, b.text()),
		problem.Worded("fits", strings.Join(fits, " "), text)), true
}

// measured is what the figures say of a measure; of contracts of those that were
// kept since a day.
func (x *Dossier) measured(measure qd26.Measure, since civil.Date) between {
	f := x.Report.Figures
	if capital := x.Producer.LocalCapital; measure == qd26.MeasureLocalCapital && capital != nil && x.Producer.Kind == KindEnterprise {
		return between{int64(*capital), int64(*capital), 100}
	}
	switch {
	case f == nil:
	case measure == qd26.MeasureLocalLabour && f.Workers != nil && f.Workers.Local != nil:
		local := int64(*f.Workers.Local)
		return between{local, local, int64(f.Workers.Total)}
	case measure == qd26.MeasureProvinceMaterials:
		return f.fromPlace(func(m *Material) *int { return m.FromProvince })
	case measure == qd26.MeasureCommuneMaterials:
		return f.fromPlace(func(m *Material) *int { return m.FromCommune })
	case measure == qd26.MeasureLinkedOutput && len(f.Contracts) > 0:
		return f.linked(since)
	}
	return between{}
}

// fromPlace is the share of materials from a place: exact where all quantities
// are in one unit, else between the least and the greatest share of one material.
// It is not known where a material's is not.
func (f *Figures) fromPlace(share func(*Material) *int) between {
	b := between{least: 100, whole: 100}
	weighed := between{}
	comparable := true
	for i := range f.Materials {
		m := &f.Materials[i]
		percent := share(m)
		if percent == nil {
			return between{}
		}
		b.least, b.most = min(b.least, int64(*percent)), max(b.most, int64(*percent))
		if comparable = comparable && m.Quantity != nil && m.Unit == f.Materials[0].Unit; comparable {
			weighed.most += int64(*m.Quantity) * int64(*percent)
			weighed.whole += int64(*m.Quantity) * 100
		}
	}
	weighed.least = weighed.most
	switch {
	case len(f.Materials) == 0:
		return between{}
	case comparable:
		return weighed
	}
	return b
}

// linked is the share of output under contracts kept since a day: at least what
// is known to be, at most with those of which the day is not known.
func (f *Figures) linked(since civil.Date) between {
	b := between{whole: 100}
	for i := range f.Contracts {
		c := &f.Contracts[i]
		share := int64(*c.Share)
		switch {
		case c.Since == "":
			b.most += share
		case !since.Before(day(c.Since)):
			b.least += share
			b.most += share
		}
	}
	b.least, b.most = min(b.least, 100), min(b.most, 100)
	return b
}

// check compares the figures with each other.
func (f *Figures) check() problem.List {
	var problems problem.List
	over := func(path string, object *fields.Object, name string, part *int, of string, whole *int) {
		if part != nil && whole != nil && *part > *whole {
			problems = append(problems, fields.Problem(&partOverWhole, path+"/"+name, object.Label(name), number(*part),
				problem.Worded("whole", of, object.Label(of)), problem.Value("most", strconv.Itoa(*whole))))
		}
	}
	if w := f.Workers; w != nil && w.Total != 0 {
		over("/report/figures/workers", &fields.Workers, "local", w.Local, "total", &w.Total)
		over("/report/figures/workers", &fields.Workers, "insured", w.Insured, "total", &w.Total)
	}
	for i := range f.Materials {
		over("/report/figures/materials/"+strconv.Itoa(i), &fields.Material, "fromCommune", f.Materials[i].FromCommune, "fromProvince", f.Materials[i].FromProvince)
	}
	sum := func(name string, n int, share func(i int) *int) {
		total := 0
		for i := range n {
			if percent := share(i); percent != nil {
				total += *percent
			}
		}
		if total > 100 {
			problems = append(problems, fields.Problem(&overWhole, "/report/figures/"+name, fields.Figures.Label(name), problem.Value("sum", strconv.Itoa(total))))
		}
	}
	sum("contracts", len(f.Contracts), func(i int) *int { return f.Contracts[i].Share })
	sum("markets", len(f.Markets), func(i int) *int { return f.Markets[i].Share })
	return problems
}

// checkUnits finds amounts without a unit.
func (x *Dossier) checkUnits() problem.List {
	var problems problem.List
	amount := func(path string, label lang.Text, amount *int, unit string) {
		if amount != nil && unit == "" {
			problems = append(problems, fields.Problem(&unitMissing, path, label))
		}
	}
	for i := range x.Report.Results.Years {
		y := &x.Report.Results.Years[i]
		amount("/report/results/years/"+strconv.Itoa(i)+"/output", fields.YearResult.Label("output"), y.Output, y.Unit)
	}
	if f := x.Report.Figures; f != nil {
		for i := range f.Materials {
			m := &f.Materials[i]
			amount("/report/figures/materials/"+strconv.Itoa(i)+"/quantity", fields.Material.Label("quantity"), m.Quantity, m.Unit)
		}
	}
	return problems
}

// checkWholeOrigin finds what does not wholly come from the province where the
// set rejects that.
func (x *Dossier) checkWholeOrigin(f *Figures) problem.List {
	set, _ := x.set()
	if !slices.ContainsFunc(set.Gates(), func(g scoring.Gate) bool { return g.ID == notWhollyFromProvinceGate }) {
		return nil
	}
	var problems problem.List
	for i := range f.Materials {
		if share := f.Materials[i].FromProvince; share != nil && *share < 100 {
			problems = append(problems, fields.Problem(&notWhollyFromProvince, "/report/figures/materials/"+strconv.Itoa(i)+"/fromProvince", fields.Material.Label("fromProvince"),
				number(*share), problem.Value("set", strconv.Itoa(set.No())), problem.Value("gate", notWhollyFromProvinceGate)))
		}
	}
	return problems
}
