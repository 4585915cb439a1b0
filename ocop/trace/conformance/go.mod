module github.com/ocop-vn/ocop-go/ocop/trace/conformance

go 1.26.0

replace github.com/ocop-vn/ocop-go => ../../..

require (
	github.com/dlclark/regexp2 v1.11.5
	github.com/makiuchi-d/gozxing v0.1.1
	github.com/ocop-vn/ocop-go v0.0.0
	github.com/piprate/json-gold v0.9.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/stretchr/testify v1.12.1
)

require (
	github.com/boombuler/barcode v1.1.0 // indirect
	github.com/cayleygraph/quad v1.3.0 // indirect
	github.com/go-json-experiment/json v1.27.2 // indirect
	github.com/pquerna/cachecontrol v0.2.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/text v0.43.0 // indirect
	golang.org/x/xerrors v0.0.0-20231012003039-104605ab7028 // indirect
)
