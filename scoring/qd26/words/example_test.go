package words_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// A producer types what the product is called, with or without marks.
func ExampleFind() {
	for _, f := range words.Find("mat ong", lang.Vi) {
		fmt.Printf("%d %q\n", f.Set, f.Word) // "" where the set's own name has it
	}
	// Output:
	// 4 ""
	// 8 ""
	// 17 "chanh đào mật ong"
	// 18 "chanh đào mật ong"
}

func ExampleSet() {
	coffee, _ := words.Set(13)
	linkage, _ := coffee.Criterion("1.5")
	fmt.Println(linkage.Name.Vi)
	for _, o := range linkage.Options {
		fmt.Printf("%s) %s (%d)\n", o.Code, o.Label.Vi, o.Points)
	}
	// Output:
	// Liên kết chuỗi trong sản xuất
	// a) Không liên kết, hoặc liên kết không rõ ràng (0)
	// b) Hợp đồng liên kết cho từ 50% đến dưới 75% sản lượng tiêu thụ (1)
	// c) Hợp đồng liên kết cho trên 75% sản lượng tiêu thụ (2)
	// d) Hợp đồng liên kết cho trên 75% sản lượng tiêu thụ, thực hiện ổn định từ 12 tháng trở lên (3)
}
