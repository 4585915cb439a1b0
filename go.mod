module github.com/ocop-vn/ocop-go

go 1.26.0

require (
	github.com/go-json-experiment/json v1.27.2
	github.com/mattn/go-colorable v0.1.16
	github.com/mattn/go-isatty v0.0.24
	github.com/spf13/pflag v1.1.0
	github.com/stretchr/testify v1.12.1
	go.yaml.in/yaml/v3 v3.0.5
	golang.org/x/text v0.43.0
)

require golang.org/x/sys v0.49.0 // indirect
