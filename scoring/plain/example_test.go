package plain_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// A name that would clear the reader's terminal.
func ExampleText() {
	fmt.Println(plain.Text("Cà phê \x1b[2J"))
	// Output: Cà phê \u001b[2J
}
