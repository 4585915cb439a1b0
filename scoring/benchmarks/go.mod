module github.com/ocop-vn/ocop-go/scoring/benchmarks

go 1.26.0

replace github.com/ocop-vn/ocop-go => ../..

require (
	github.com/ocop-vn/ocop-go v0.0.0-00010101000000-000000000000
	github.com/pandatix/go-cvss v0.6.4
)

require github.com/go-json-experiment/json v1.27.2 // indirect
