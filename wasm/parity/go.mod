module github.com/ocop-vn/ocop-go/wasm/parity

go 1.26.0

require (
	github.com/ocop-vn/ocop-go v0.0.0
	github.com/stretchr/testify v1.12.1
	github.com/tetratelabs/wazero v1.12.0
)

require (
	github.com/go-json-experiment/json v1.27.2 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/ocop-vn/ocop-go => ../..
