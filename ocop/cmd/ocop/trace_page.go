package main

import (
	"bytes"
	"slices"

	"github.com/spf13/pflag"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/ocop/trace/page"
)

// shopFlags are those of the page for a shopper's phone.
type shopFlags struct {
	html                                   *bool
	lot, record, on, address, picture, out *string
}

func newShopFlags(flags *pflag.FlagSet) shopFlags {
	return shopFlags{
		flags.Bool("html", false, ""), flags.String("lot", "", ""), flags.String("record", "", ""), flags.String("on", "", ""),
		flags.String("address", "", ""), flags.String("picture", "", ""), flags.StringP("out", "o", "-", ""),
	}
}

// unused is a flag of the page that was given without the page; "" for none.
func (s shopFlags) unused(flags *pflag.FlagSet) string {
	for _, name := range []string{"lot", "record", "on", "address", "picture", "out"} {
		if !*s.html && flags.Changed(name) {
			return "--" + name
		}
	}
	return ""
}

// shopPage writes the page of a lot.
func (c *command) shopPage(flags *pflag.FlagSet, s shopFlags, report *trace.Report) int {
	lot, code := c.lot(*s.lot, report)
	if lot == nil {
		return code
	}
	o := page.Options{Lang: c.lang, Address: *s.address}
	if o.On, code = c.day(flags, *s.on); code != exitOK {
		return code
	}
	if *s.record != "" {
		if o.Record, code = c.recordIn(*s.record, lot.Code); o.Record == nil {
			return code
		}
	}
	if *s.picture != "" {
		var err error
		if o.Picture, err = c.read(*s.picture, page.MaxPicture); err != nil {
			return c.cannotRead(*s.picture, err)
		}
	}
	var b bytes.Buffer
	if err := page.HTML(&b, *lot, *report, o); err != nil {
		c.explain("ocop", err)
		return exitProblems
	}
	return c.putWhole(*s.out, b.Bytes())
}

// lot is the lot of that name, or the only one; nil where there is none, which is said.
func (c *command) lot(name string, report *trace.Report) (*trace.Lot, int) {
	lots := report.Lots
	if name != "" {
		lots = slices.DeleteFunc(slices.Clone(lots), func(l trace.Lot) bool { return l.EPC != name && l.Key.Lot != name })
	}
	switch {
	case len(lots) == 1:
		return &lots[0], exitOK
	case len(report.Lots) == 0:
		return nil, c.unusable("Không có lô nào được xuất hay bán.", "No lot was shipped or sold.")
	case len(lots) == 0:
		return nil, c.unusable("Không có lô “%s”.", "There is no lot “%s”.", name)
	}
	return nil, c.unusable("Có %d lô: nêu một lô bằng --lot, như --lot %s.", "There are %d lots: name one by --lot, as --lot %s.", len(lots), lots[0].EPC)
}

// recordIn is the record of a product code in a register, the only one where the
// lot says no code; nil where there is none, which is said.
func (c *command) recordIn(name, code string) (*registry.Record, int) {
	rows, read := c.rows([]string{name})
	var found []registry.Record
	for row, err := range rows {
		if err != nil {
			return nil, c.cannotRead(name, err)
		}
		if !row.Failed() && (code == "" || row.Record.Code == code) && len(found) < 2 {
			found = append(found, row.Record)
		}
	}
	switch {
	case *read != exitOK:
		return nil, *read
	case len(found) != 1:
		return nil, c.unusable("Sổ %s không có đúng một bản ghi của mã sản phẩm “%s”.", "The register %s has not one record of the product code “%s”.", name, code)
	}
	return &found[0], exitOK
}
