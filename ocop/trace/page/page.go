// Package page makes the page that a shopper's phone shows of a lot: what it is,
// who made it, its star and certificate, how and of what it was made, where it
// went, and what is not known.
//
// It is one file of HTML without script, and it asks for nothing more: what is on
// it is all that a phone on a slow line has to load.
package page

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"sync"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Options say what the page shows beside the lot. The zero Options are ready.
type Options struct {
	Lang lang.Lang // zero: Vietnamese
	// On is the day that the certificate and the shelf life are judged on; for the
	// zero Date none is said to be in force or past.
	On civil.Date
	// Address is what the QR code holds, http or https; "" for lot.Key.Link("").
	Address string
	// Picture is of the product: JPEG, PNG, GIF or WebP, at most 1 MiB.
	Picture []byte
	// External shows the lot's own picture from its https address where there is no
	// Picture. The page then asks for it; else the address is only a link.
	External bool
	// Record is what a register keeps of the product; for nil the star and the
	// certificate are told as the lot tells them, and said to be unchecked.
	Record *registry.Record
}

// HTML writes the page of a lot of a report. Where an option is refused the error
// is a problem.List, a path in it names the option, and nothing is written.
func HTML(w io.Writer, lot trace.Lot, report trace.Report, o Options) error {
	v, err := look(&lot, &report, &o)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := page().Execute(&out, v); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

//go:embed page.html
var source string

// page is the template, read when it is first needed.
var page = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(source)) })

// look is the whole page in words, or what is wrong with the options.
func look(lot *trace.Lot, report *trace.Report, o *Options) (*view, error) {
	v := &view{lot: lot, report: report, o: o, Lang: lang.Vi}
	if o.Lang == lang.En {
		v.Lang = lang.En
	}
	if !o.On.Valid() {
		o.On = civil.Date{}
	}
	var err error
	if v.Picture, err = v.picture(); err != nil {
		return nil, err
	}
	if v.Code, err = v.code(); err != nil {
		return nil, err
	}
	if o.Record != nil {
		if wrong := o.Record.CheckShape(); wrong.Err() != nil {
			return nil, under("/record", wrong)
		}
	}
	v.tell()
	return v, nil
}

// under is a list with its paths below another.
func under(path string, list problem.List) problem.List {
	below := make(problem.List, len(list))
	for i, p := range list {
		p.Path = path + p.Path
		below[i] = p
	}
	return below
}
