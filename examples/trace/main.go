// Command trace makes the events of a made-up chain: coffee picked by a household,
// roasted and packed by a cooperative, sold by a shop. It writes a document of each
// of the three into a folder:
//
//	go run ./examples/trace .
//	ocop trace 1-nong-ho.jsonld 2-hop-tac-xa.jsonld 3-cua-hang.jsonld
//
// All names, codes and certificates in it are invented.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// The places of the chain. The household's field has no GLN: its coordinates do.
var (
	field  = trace.Place{Latitude: "12.7912", Longitude: "108.0835", Name: "Rẫy cà phê hộ bà H'Mai (mẫu)", Address: "Xã Cư M'gar, tỉnh Đắk Lắk"}
	mill   = trace.Place{GLN: "8938500000904", Name: "Xưởng rang HTX Cà phê Mẫu", Address: "Thôn 3, xã Cư M'gar, tỉnh Đắk Lắk"}
	shop   = trace.Place{GLN: "8938500000911", Name: "Cửa hàng OCOP Mẫu", Address: "Phường Buôn Ma Thuột, tỉnh Đắk Lắk"}
	coffee = trace.Content{
		Product: "Cà phê rang xay nguyên chất 500 g", Picture: "https://example.vn/ca-phe-rang-xay.jpg",
		Maker: "Hợp tác xã Cà phê Mẫu", Address: "Thôn 3, xã Cư M'gar, tỉnh Đắk Lắk", Brand: "Cà phê Mẫu", Code: "66-24280-15-2026",
		BestBefore: civil.Date{Year: 2027, Month: 8, Day: 12}, Standard: "TCVN 12460:2018", Star: 4, Certificate: "15/2026 (mẫu)",
	}
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: trace FOLDER")
		os.Exit(2)
	}
	documents, err := chain()
	for name, document := range documents {
		if err == nil {
			err = os.WriteFile(filepath.Join(os.Args[1], name), append(document.AppendJSON(nil), '\n'), 0o600) //nolint:gosec // the user names the folder
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// at is a time of August 2026 in Vietnam.
func at(day, hour int) time.Time {
	return time.Date(2026, time.August, day, hour, 0, 0, 0, time.FixedZone("", 7*60*60))
}

// lot is so many kilograms, or packs, of a lot.
func lot(gtin, number string, amount int, unit string) trace.Item {
	key, _ := trace.Batch(gtin, number) // what is wrong with a key, Builder.Document says
	return trace.Item{Key: key, Amount: trace.Units(amount), Unit: unit}
}

// chain makes the documents, by the names of their files.
func chain() (map[string]trace.Document, error) {
	var household, cooperative, seller trace.Builder
	green, roasted := lot("8938500000010", "XANH-0801", 300, "KGM"), lot("8938500000027", "RANG-0810", 250, "KGM")
	packs := func(amount int) trace.Item { return lot("8938500000034", "GOI-0812", amount, "H87") }
	sscc, _ := trace.Pallet("189385000000000017")
	pallet := trace.Item{Key: sscc}

	household.Harvest(trace.Work{Time: at(1, 7), Place: field, Stage: "Thu hái và phơi"},
		trace.Content{Product: "Cà phê nhân xanh", Maker: "Hộ bà H'Mai (mẫu)", Address: field.Address}, green)
	household.Ship(trace.Work{Time: at(5, 8), Place: field}, mill, green)

	cooperative.Receive(trace.Work{Time: at(5, 10), Place: mill}, field, green)
	cooperative.Make(trace.Work{Time: at(10, 9), Place: mill, Stage: "Rang"},
		[]trace.Item{green}, []trace.Item{roasted}, trace.Content{Product: "Cà phê rang", Maker: coffee.Maker, Address: coffee.Address})
	cooperative.Make(trace.Work{Time: at(12, 9), Place: mill, Stage: "Xay và đóng gói"}, []trace.Item{roasted}, []trace.Item{packs(500)}, coffee)
	cooperative.Pack(trace.Work{Time: at(13, 9), Place: mill}, sscc, packs(200))
	cooperative.Ship(trace.Work{Time: at(13, 14), Place: mill}, shop, pallet)

	seller.Receive(trace.Work{Time: at(13, 16), Place: shop}, mill, pallet)
	seller.Unpack(trace.Work{Time: at(13, 17), Place: shop}, sscc)
	seller.Sell(trace.Work{Time: at(15, 9), Place: shop}, packs(2))

	documents := map[string]trace.Document{}
	for name, builder := range map[string]*trace.Builder{"1-nong-ho.jsonld": &household, "2-hop-tac-xa.jsonld": &cooperative, "3-cua-hang.jsonld": &seller} {
		document, err := builder.Document(at(31, 12))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		documents[name] = document
	}
	return documents, nil
}
