package places_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
)

// From a commune's code to where it lies.
func ExampleCommune() {
	commune, ok := places.Commune("24277")
	province, _ := places.Province(commune.Province)
	fmt.Println(ok, commune.Name, "·", province)
	// Output: true Xã Ea Tul · Tỉnh Đắk Lắk
}

// A code of before July 2025: whose it was, and where that lies now.
func ExampleSuccessor() {
	name, _ := places.OldProvinceName("15")
	code, _ := places.Successor("15")
	now, _ := places.Province(code)
	_, still := places.Province("15")
	fmt.Println(name, "→", code, now, still)
	// Output: Tỉnh Yên Bái → 15 Tỉnh Lào Cai true
}

// What a form offers: provinces, and the communes of the one that was chosen.
func ExampleCommunes() {
	fmt.Println(len(places.Provinces()))
	communes := places.Communes("66")
	fmt.Println(len(communes), communes[0].Code, communes[0].Name)
	// Output:
	// 34
	// 102 22015 Phường Tuy Hoà
}
