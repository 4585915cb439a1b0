package scoring

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// DecodePlanRequest reads a sheet with what a plan may not touch (locked) and
// what changes cost (cost), as the contract has it. The star to reach may stand
// in the document as star; the one given to this function, where it is not 0,
// comes first. The budget is that of a sheet. The error is a problem.List.
func DecodePlanRequest(data []byte, star int, editions ...Edition) (PlanRequest, error) {
	request, err := decodePlanRequest(data, star, editions...)
	if err != nil {
		return PlanRequest{}, err
	}
	if problems := request.check(); len(problems) > 0 {
		return PlanRequest{}, problems
	}
	return request, nil
}

// decodePlanRequest reads a request that need not be ready for a plan.
func decodePlanRequest(data []byte, star int, editions ...Edition) (PlanRequest, error) {
	d := planDecoder{sheetDecoder{editions: editions}, NewPlanRequest(Sheet{}, star)}
	problems := strictjson.Read(data, budget.Sheet(), func(r *strictjson.Reader) {
		d.Reader = r
		d.object(append(ofSheet[:len(ofSheet):len(ofSheet)],
			member{"locked", false, func(*sheetDecoder) { d.readLocked() }},
			member{"cost", false, func(*sheetDecoder) { d.readCost() }},
			member{"star", false, func(*sheetDecoder) { d.readStar() }},
		)...)
	})
	if len(problems) > 0 {
		return PlanRequest{}, problems
	}
	d.request.Sheet = d.sheet
	return d.request, nil
}

type planDecoder struct {
	sheetDecoder
	request PlanRequest
}

func (d *planDecoder) readStar() {
	star, ok := d.Int()
	switch {
	case !ok:
	case star < 1 || star > 5:
		d.Report(planStar.At(d.Pointer(), problem.Value("star", strconv.Itoa(star))))
	case d.request.Star == 0:
		d.request.Star = star
	}
}

func (d *planDecoder) readLocked() {
	d.request.locked = 0
	d.Array(func(int) {
		code, ok := d.String()
		if !ok || d.sheet.set == nil {
			return
		}
		i := d.find(code)
		switch {
		case i < 0:
			d.Report(d.sheet.Set().unknownCriterion(d.Pointer(), string(code)))
		case d.request.locked&(1<<i) != 0:
			d.Report(planLockedTwice.At(d.Pointer(), problem.Value("criterion", string(code))))
		default:
			d.request.locked |= 1 << i
		}
	})
}

func (d *planDecoder) readCost() {
	d.request.extra = [len(d.request.extra)]int16{}
	d.eachCriterion(func(i int) {
		cost, ok := d.Int()
		switch {
		case !ok || i < 0:
		case cost < 0 || cost > MaxCost:
			d.Report(wrongCost(d.Pointer(), cost))
		default:
			d.request.extra[i] = int16(cost - 1)
		}
	})
}
