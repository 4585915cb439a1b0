package registers

import (
	"os"
	"testing"
)

func TestScratch(t *testing.T) {
	os.WriteFile("../../../v1/documents/record.json", indented(product()), 0o644)
}
