package validation_test

import (
	"encoding/json"
	"fmt"

	"github.com/go-playground/validator/v10"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/validation"
)

// An instance that reads the tag binding, as gin's does, validates a request
// that holds parts of dossiers.
func Example() {
	v := validator.New()
	v.SetTagName("binding")
	if err := validation.Register(v); err != nil {
		fmt.Println(err)
		return
	}
	var request struct {
		Office    string             `json:"office" binding:"required"`
		Producers []dossier.Producer `json:"producers" binding:"dive"`
	}
	body := `{"producers": [{
		"name": "Hợp tác xã Chè", "kind": "cooperative", "taxCode": "0100109106", "address": "Buôn Ma Thuột", "phone": "1",
		"representative": {"name": "Nguyễn Văn An", "gender": "male", "address": "Buôn Ma Thuột"}
	}]}`
	if err := json.Unmarshal([]byte(body), &request); err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range validation.Problems(&request, v.Struct(&request)) {
		fmt.Println(p.Code, p.Path, p.Message.En)
	}
	// Output:
	// VALIDATION-01 /office office: breaks this program's own rule “required”.
	// DOSSIER-11 /producers/0/phone Telephone: “1” is not a Vietnamese telephone number, as 0912 345 678 or +84 24 3822 1234.
	// DOSSIER-01 /producers/0/representative/ethnicity Missing: Ethnicity.
	// DOSSIER-01 /producers/0/representative/position Missing: Position.
}
