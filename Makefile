# What needs more than "go test ./..." stands behind make check.

GOLANGCI = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
# The decision's transcription stands beside the project where it is developed.
# OCOP_LAW=absent says that it is not there, and that this is known.
LAW = ../shared
FUZZTIME = 15s

.PHONY: check generate lint race fuzz rubric bench judges interop

check: lint race fuzz judges interop bench rubric

generate:
	go generate ./...

bin/golangci-lint:
	GOBIN=$(CURDIR)/bin go install $(GOLANGCI)

lint: bin/golangci-lint
	go vet ./...
	go mod verify
	go mod tidy -diff
	bin/golangci-lint run ./...
	@# What goes into the browser must not bring these, by whatever way.
	! GOOS=wasip1 GOARCH=wasm go list -tags ocop_browser -deps ./dossier ./scoring ./scoring/qd26 | grep -xE 'encoding/json|fmt|reflect|regexp|time'
	go -C scoring/benchmarks vet ./...
	go -C dossier/schema/conformance vet ./...
	go -C examples/interop/go vet ./...

race:
	go test -race -short ./...

# Each fuzz test for a moment; new findings go to testdata/fuzz.
fuzz:
	go test ./scoring -run '^$$' -fuzz FuzzDecodeSheet -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	go test ./scoring -run '^$$' -fuzz FuzzParseVector -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	go test ./scoring -run '^$$' -fuzz FuzzDecodeRequests -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	go test ./scoring/rubric -run '^$$' -fuzz FuzzRead -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	go test ./dossier -run '^$$' -fuzz FuzzRead -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	go test ./dossier/internal/shape -run '^$$' -fuzz FuzzPatterns -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	go test ./dossier/validation -run '^$$' -fuzz FuzzTwin -fuzztime $(FUZZTIME) -fuzzminimizetime 50x

# The schemas beside the library on 24,000 mutations, by five validators. It
# needs node, npm and python3 with jsonschema (Debian: python3-jsonschema).
judges:
	npm ci --prefix dossier/schema/conformance --silent --no-audit --no-fund
	JUDGES=all go -C dossier/schema/conformance test -count 1 ./...

# The example dossiers checked from Go, Node and Python.
interop:
	STRICT=1 examples/interop/check.sh

bench:
	go -C scoring/benchmarks test -bench . -benchtime 100ms
	go test ./dossier/validation -run '^$$' -bench . -benchtime 100ms

# The published rubric, cell by cell, beside the decision.
rubric:
ifeq ($(OCOP_LAW),absent)
	@echo 'check-rubric NOT RUN: the transcription of the decision is not here (OCOP_LAW=absent).'
else
	@test -x $(LAW)/tools/check-rubric || { echo 'No $(LAW)/tools/check-rubric. Without the transcription of the decision say: make check OCOP_LAW=absent'; exit 1; }
	go run ./ocop/cmd/ocop rubric --json | $(LAW)/tools/check-rubric
endif
