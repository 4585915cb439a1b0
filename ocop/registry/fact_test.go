package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// What the figures need of a record is what the record says.
func TestFactOfARecord(t *testing.T) {
	t.Parallel()
	of := func(change func(*registry.Record)) registry.Fact {
		x := *goodRecord(t)
		change(&x)
		return registry.FactOf(&x, registry.PlaceOf(3, 7))
	}
	day := func(year, month, day int) int32 {
		return registry.Day(civil.Date{Year: year, Month: month, Day: day})
	}
	same := func(*registry.Record) {}
	f := of(same)
	assert.Equal(t, []int{3, 7}, []int{f.Place.File(), f.Place.Line()})
	assert.Equal(t, []uint8{13, 4, 3, 66, 0}, []uint8{f.Set, f.Star, f.PreviousStar, f.Province, f.Kind})
	assert.Equal(t, []int32{day(2026, 8, 5), day(2029, 8, 5), day(2029, 8, 5)}, []int32{f.Issued, f.Ends, f.Expires})
	assert.Equal(t, registry.Modern|registry.Followed, f.Flags)
	assert.Equal(t, "66-24277-1-2026 66-24277-9-2025", registry.CodeText(f.Code)+" "+registry.CodeText(f.Previous))

	extended := of(func(x *registry.Record) { x.State, x.ExtendedUntil = dossier.RecordExtended, "2029-10-05" })
	assert.Equal(t, []int32{day(2029, 10, 5), day(2029, 8, 5)}, []int32{extended.Ends, extended.Expires})
	withdrawn := of(func(x *registry.Record) {
		x.State, x.Withdrawn, x.Ground = dossier.RecordWithdrawn, "2027-01-05", "law-broken"
	})
	assert.Equal(t, []int32{day(2027, 1, 4), day(2029, 8, 5)}, []int32{withdrawn.Ends, withdrawn.Expires}, "until then it was in force")
	assert.True(t, withdrawn.Has(registry.Withdrawn))
	late := of(func(x *registry.Record) {
		x.State, x.Withdrawn, x.Ground = dossier.RecordWithdrawn, "2030-01-05", "law-broken"
	})
	assert.Equal(t, day(2029, 8, 5), late.Ends, "it had ended before")
	refused := of(func(x *registry.Record) { x.State = dossier.RecordRefused })
	assert.Equal(t, []int32{0, 0, 0}, []int32{refused.Issued, refused.Ends, refused.Expires})
	_, ok := refused.Follower()
	assert.False(t, ok, "what was refused follows nothing")

	for _, c := range []struct {
		kind  dossier.ProducerKind
		size  string
		small bool
	}{{"enterprise", "", true}, {"enterprise", "medium", true}, {"enterprise", "large", false}, {"cooperative", "small", false}} {
		f := of(func(x *registry.Record) { x.Producer.Kind, x.Producer.Size = c.kind, c.size })
		assert.Equal(t, c.small, f.Has(registry.SmallFirm), c)
	}
	for channel, modern := range map[string]bool{"supermarket": true, "convenience-store": true, "e-commerce": true, "shop": false, "export": false} {
		f := of(func(x *registry.Record) { x.Channels = []string{channel} })
		assert.Equal(t, modern, f.Has(registry.Modern), channel)
	}
}

// A product counts for the province, of the 34, that its place lies in now.
func TestProvinceToday(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		code, province, commune string
		want                    uint8
	}{
		{"66-24277-1-2026", "66", "24277", 66},
		{"02-024-00688-1-2022", "02", "00688", 8},  // Hà Giang is part of Tuyên Quang
		{"02-024-00688-1-2022", "08", "00691", 8},  // the place as it is called now
		{"02-024-00688-1-2022", "02", "00691", 2},  // not the code's place: it is told elsewhere
		{"66-643-24133-1-2022", "66", "24133", 66}, // Đắk Lắk kept its code
		{"02-024-00688-1-2022", "66", "00688", 66}, // another province's place of that number
		{"02-00688-1-2026", "02", "00688", 2},      // a code that is not older says nothing of before
		{"", "02", "00688", 2},
	} {
		f := registry.FactOf(&registry.Record{Code: c.code, Province: c.province, Commune: c.commune, State: dossier.RecordRefused}, 1)
		assert.Equal(t, c.want, f.Province, c)
	}
}

// One producer is one tax code, or where there is none one name in one commune; one
// product is one name of one producer in one set, however it is capitalised.
func TestKeysOfProducersAndProducts(t *testing.T) {
	t.Parallel()
	of := func(change func(*registry.Record)) registry.Fact {
		x := *goodRecord(t)
		change(&x)
		return registry.FactOf(&x, 1)
	}
	base, unnamed := of(func(*registry.Record) {}), of(func(x *registry.Record) { x.Producer.TaxCode = "" })
	for name, c := range map[string]struct {
		change            func(*registry.Record)
		of                registry.Fact
		producer, product bool // the same
	}{
		"another name of it":      {func(x *registry.Record) { x.Producer.Name = "HTX" }, base, true, true},
		"another tax code":        {func(x *registry.Record) { x.Producer.TaxCode = "0100686209" }, base, false, false},
		"a branch":                {func(x *registry.Record) { x.Producer.TaxCode = "0100109106-001" }, base, false, false},
		"another set":             {func(x *registry.Record) { x.Set = 12 }, base, true, false},
		"another product":         {func(x *registry.Record) { x.Product = "Cà phê sữa" }, base, true, false},
		"in capitals":             {func(x *registry.Record) { x.Product = "CÀ PHÊ" }, base, true, true},
		"no tax code":             {func(x *registry.Record) { x.Producer.TaxCode = "" }, base, false, false},
		"no tax code either":      {func(x *registry.Record) { x.Producer.TaxCode = "" }, unnamed, true, true},
		"another commune":         {func(x *registry.Record) { x.Producer.TaxCode, x.Commune = "", "24133" }, unnamed, false, false},
		"another name, no code":   {func(x *registry.Record) { x.Producer.TaxCode, x.Producer.Name = "", "HTX" }, unnamed, false, false},
		"a letter moved between":  {func(x *registry.Record) { x.Producer.TaxCode, x.Commune, x.Producer.Name = "", "24277H", "TX Ea Kao" }, unnamed, false, false},
		"a branch, written whole": {func(x *registry.Record) { x.Producer.TaxCode = "0100109106001" }, of(func(x *registry.Record) { x.Producer.TaxCode = "0100109106-001" }), true, true},
	} {
		f := of(c.change)
		assert.Equal(t, c.producer, f.Producer == c.of.Producer, name)
		assert.Equal(t, c.product, f.Product == c.of.Product, name)
	}
	assert.Equal(t, int32(1), registry.Day(civil.Date{Year: 1900, Month: 1, Day: 1}))
	assert.Zero(t, registry.Day(civil.Date{}))
	assert.Zero(t, registry.CodeKey("66-24277"))
	assert.Less(t, registry.PlaceOf(0, 1<<30), registry.PlaceOf(1, 1))
}

// What a target asks is reached at it, and one of a share of none is not.
func TestTargetsAreReachedAtThem(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		target  registry.Target
		reached bool
	}{
		{registry.Target{ID: "products", Target: 10, Count: 9}, false}, {registry.Target{ID: "products", Target: 10, Count: 10}, true}, {registry.Target{ID: "five-star", Target: 10, Count: 10}, true},
		{registry.Target{ID: "upgraded", Target: 50, Share: registry.Share{Count: 1, Of: 2}}, true}, {registry.Target{ID: "upgraded", Target: 50, Share: registry.Share{Count: 49, Of: 99}}, false},
		{registry.Target{ID: "upgraded"}, false}, {registry.Target{ID: "upgraded", Target: 100, Share: registry.Share{Count: 1, Of: 1}}, true},
	} {
		assert.Equal(t, c.reached, c.target.Reached(), c.target)
	}
}

// Upgraded are those with more stars than at their earlier recognition.
func TestUpgraded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		star, previous uint8
		flags          registry.Flags
		want           registry.Share
	}{
		{4, 3, registry.Followed, registry.Share{Count: 1, Of: 1}}, {4, 4, registry.Followed, registry.Share{Of: 1}}, {3, 4, registry.Followed, registry.Share{Of: 1}},
		{4, 0, registry.Followed, registry.Share{Of: 1}}, {4, 3, 0, registry.Share{}}, {4, 1, registry.Followed, registry.Share{Count: 1, Of: 1}},
	} {
		f := registry.NewFigures(today)
		on := registry.Day(today)
		f.Add(&registry.Fact{Star: c.star, PreviousStar: c.previous, Flags: c.flags, Issued: on, Ends: on, Expires: on, Set: 1})
		assert.Equal(t, c.want, f.Upgraded, c)
	}
}
