package lang_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// A place in the decision, as each language cites it.
func ExampleArticle() {
	place := lang.Article("4.1.a")
	fmt.Println(place.In(lang.Vi))
	fmt.Println(place.In(lang.En))
	// Output:
	// điểm a khoản 1 Điều 4
	// Article 4.1.a
}
