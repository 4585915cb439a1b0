package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/examples/registry/synthetic"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Folders of chains: those that are right, and those with something wrong on purpose.
const (
	chainsName = "chuoi"
	faultsName = "chuoi-loi"
)

// writeChains writes the chain of a product of each recipe, where the register has one.
func writeChains(dir string, records []registry.Record, on civil.Date) error {
	for i := range recipes {
		r := &recipes[i]
		at := r.product(records, on)
		if at < 0 {
			continue
		}
		c, err := newChain(i, r, &records[at])
		if err != nil {
			return err
		}
		c.tell()
		if err := c.write(dir, on); err != nil {
			return fmt.Errorf("%s: %w", r.file, err)
		}
	}
	return nil
}

// chain is told to a builder, from the growers to the shop.
type chain struct {
	*recipe

	number int
	record *registry.Record
	key    trace.Key
	clock  time.Time
	places int
	goods  int
	ours   trace.Builder // the producer's events
	shops  trace.Builder // the shop's, where it writes a document of its own
}

// vietnam is the time that events are written in.
var vietnam = time.FixedZone("", 7*60*60)

// newChain begins a chain so that the product is made on the fifth of the month that
// its lot bears.
func newChain(number int, r *recipe, x *registry.Record) (*chain, error) {
	key, err := trace.Parse(x.Trace)
	if err != nil {
		return nil, err
	}
	made, err := time.ParseInLocation("L0601", key.Lot, vietnam)
	if err != nil {
		return nil, err
	}
	days := 4
	for _, w := range r.works {
		days -= w.days
	}
	return &chain{recipe: r, number: number + 1, record: x, key: key, clock: made.AddDate(0, 0, days).Add(7*time.Hour + 30*time.Minute)}, nil
}

// tell tells what was done, in order.
func (c *chain) tell() {
	home := c.place(c.record.Producer.Name)
	var goods []trace.Item
	for i, r := range c.raw {
		lot := c.lot(r.amount, r.unit)
		where := c.place(r.place + mark)
		c.ours.Harvest(trace.Work{Time: c.clock.Add(time.Duration(i) * time.Hour), Place: where, Stage: r.stage}, c.content(r.name, where), lot)
		goods = append(goods, lot)
	}
	for _, w := range c.works {
		c.clock = c.clock.AddDate(0, 0, w.days).Add(3 * time.Hour)
		lot, content := c.lot(w.amount, w.unit), c.content(w.name, home)
		if w.name == "" {
			lot.Key, content = c.key, c.product(home)
		}
		if w.uses != "" {
			goods[0].Amount = amount(w.uses)
		}
		c.ours.Make(trace.Work{Time: c.clock, Place: home, Stage: w.stage}, goods, []trace.Item{lot}, content)
		goods = []trace.Item{lot}
	}
	c.sell(home, goods[0])
}

// sell tells how three quarters of the product came to a shop and some of it was sold.
func (c *chain) sell(home trace.Place, made trace.Item) {
	shops := &c.ours
	if c.apart {
		shops = &c.shops
	}
	n, _ := strconv.Atoi(made.Amount.String())
	packed, sold := made, made
	packed.Amount, sold.Amount = trace.Units(3*n/4), trace.Units(n/10)
	pallet := trace.Item{Key: trace.Key{SSCC: checked(fmt.Sprintf("39528%05d%07d", c.number, 1))}}
	shop := c.place("Điểm giới thiệu và bán sản phẩm OCOP" + mark)
	shop.Address = address(capital(c.record.Commune))
	at := func(days int, place trace.Place, stage string) trace.Work {
		return trace.Work{Time: c.clock.AddDate(0, 0, days), Place: place, Stage: stage}
	}
	c.ours.Pack(at(1, home, "Xếp lên pa-lét"), pallet.Key, packed)
	c.ours.Ship(at(2, home, "Xuất kho"), shop, pallet)
	shops.Receive(at(3, shop, "Nhập hàng"), home, pallet)
	shops.Unpack(at(4, shop, "Dỡ hàng lên kệ"), pallet.Key, packed)
	shops.Sell(at(9, shop, "Bán lẻ"), sold)
}

// write writes the chain's document, two where the shop has its own.
func (c *chain) write(dir string, on civil.Date) error {
	folder := chainsName
	if c.faulty {
		folder = faultsName
	}
	if !c.apart {
		return document(filepath.Join(dir, folder, c.file+".json"), &c.ours, on)
	}
	if err := document(filepath.Join(dir, folder, c.file+".json"), &c.ours, on); err != nil {
		return err
	}
	return document(filepath.Join(dir, folder, c.file+"-cua-hang.json"), &c.shops, on)
}

// document writes the events of a builder.
func document(name string, b *trace.Builder, on civil.Date) error {
	d, err := b.Document(on.Time(vietnam))
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := json.Indent(&text, d.AppendJSON(nil), "", "  "); err != nil {
		return err
	}
	text.WriteByte('\n')
	return create(name, func(w io.Writer) error {
		_, err := text.WriteTo(w)
		return err
	})
}

// mark stands behind names that nobody bears.
const mark = " (giả lập)"

// place is a new place in the commune of the producer.
func (c *chain) place(name string) trace.Place {
	c.places++
	return trace.Place{GLN: checked(fmt.Sprintf("9528%05d%03d", c.number, c.places)), Name: name, Address: address(c.record.Commune)}
}

// address names a commune and its province.
func address(commune string) string {
	c, _ := places.Commune(commune)
	province, _ := places.Province(c.Province)
	return c.Name + ", " + province
}

// capital is a commune in the middle of the province: its first.
func capital(commune string) string {
	province, _ := places.CommuneProvince(commune)
	return places.Communes(province)[0].Code
}

// lot is a new lot of what the product is made of.
func (c *chain) lot(much, unit string) trace.Item {
	c.goods++
	key := trace.Key{GTIN: "0" + checked(fmt.Sprintf("9529%05d%03d", c.number, c.goods)), Lot: fmt.Sprintf("%s-%02d", c.key.Lot, c.goods)}
	return trace.Item{Key: key, Amount: amount(much), Unit: unit}
}

// content is what is told of a lot that comes from a place.
func (c *chain) content(name string, from trace.Place) trace.Content {
	return trace.Content{Product: name, Maker: from.Name, Address: from.Address}
}

// product is what is told of the product: the least content of Circular
// 02/2024/TT-BKHCN, and its stars.
func (c *chain) product(home trace.Place) trace.Content {
	commune, _ := places.Commune(c.record.Commune)
	content := trace.Content{
		Product: c.record.Product, Picture: "https://truyxuat.example/anh/" + c.key.GTIN + ".jpg",
		Maker: home.Name, Address: home.Address, Brand: synthetic.PlaceName(commune.Name), Code: c.record.Code,
		Standard: c.standard, Star: c.record.Star, Certificate: c.record.Decision,
	}
	if c.shelf > 0 {
		content.BestBefore = civil.Of(c.clock).AddMonths(c.shelf)
	}
	return content
}

// amount reads a decimal number of a recipe.
func amount(text string) trace.Decimal {
	d, _ := trace.ParseDecimal(text)
	return d
}

// checked are digits of a key with their check digit.
func checked(digits string) string {
	check, _ := trace.CheckDigit(digits)
	return digits + string(check)
}
