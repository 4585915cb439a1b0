module github.com/ocop-vn/ocop-go/dossier/schema/conformance

go 1.26.0

require (
	github.com/nyaruka/phonenumbers v1.8.1
	github.com/ocop-vn/ocop-go v0.0.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/stretchr/testify v1.12.1
	golang.org/x/text v0.43.0
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	google.golang.org/protobuf v1.36.11 // indirect
)

replace github.com/ocop-vn/ocop-go => ../../..
