module github.com/ocop-vn/ocop-go/.ci/mutants

go 1.26.0
