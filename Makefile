# What needs more than "go test ./..." stands behind make check.

GOLANGCI = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
ACTIONLINT = github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
APIDIFF = golang.org/x/exp/cmd/apidiff@v0.0.0-20261113113407-e3970619a1a4
CYCLONEDX = github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
# What has goroutines, in itself or in its tests; RACE=./... for all.
RACE = ./scoring ./dossier ./ocop ./ocop/cmd/ocop ./ocop/httpapi ./ocop/pack ./ocop/registry/... ./ocop/trace/page
# The decision's transcription stands beside the project where it is developed.
# OCOP_LAW=absent says that it is not there, and that this is known.
LAW = ../shared
FUZZTIME = 3s
MODULE = github.com/ocop-vn/ocop-go
# The least percent of a package's mutants that its tests must detect.
DETECTED = 95
WASM = GOOS=wasip1 GOARCH=wasm go build -tags ocop_browser -buildmode=c-shared -trimpath -buildvcs=false -ldflags='-s -w -buildid='

TSC = wasm/test/node_modules/.bin/tsc

# The longest first: none is left over for the end.
LONGEST = $(patsubst %,wasm/test/%.test.mjs,portal element dossier-whole dossier)
JS_TESTS = $(LONGEST) $(filter-out $(LONGEST),$(wildcard wasm/test/*.test.mjs))

.PHONY: load-long wasm-tools check-go conformance docs load modules reproduce licences importers large check generate wasm binaries sbom dist lint apidiff race compare fuzz mutants parity rubric bench bench-js judges interop frameworks http events registers js js-modules consumers $(JS_TESTS)

# What tests of the package need, once.
BUILD = wasm wasm-tools

# Browsers wait more than they work, so what needs them runs beside the rest, and by two
# where the rest is done; what is measured runs alone.
check:
	$(MAKE) lint $(BUILD)
	$(MAKE) BUILD= --jobs=2 --output-sync=line check-go js consumers
	$(MAKE) BUILD= bench bench-js rubric

check-go:
	$(MAKE) --jobs=1 race compare fuzz judges conformance docs load interop importers frameworks http events registers licences

generate:
	go generate ./...

# The browser's modules and the npm package, which stands in wasm/npm. What the
# dossier's rules do not inline makes their module smaller by 7% and no slower. pack
# makes both smaller still (wasm/internal/join and strip) and puts words and schemas
# there, bundle makes the scripts. From npm come the QR code's script, what packs
# files, what joins pictures into a PDF, the compiler that makes the types, and what makes the element's manifest;
# where there is no npm the form does without the code, and nobody can publish.
wasm: wasm/npm/vendor/uqr.js modules
	go -C wasm/bundle run . ../npm
	@if [ -x $(TSC) ]; then $(TSC) -p wasm/npm && $(TSC) -p wasm/npm --outDir wasm/npm/cjs/types && node wasm/test/manifest.mjs custom-elements.json; fi
	go run ./ocop/internal/release npm wasm/npm

modules:
	$(WASM) -o wasm/npm/ocop.wasm ./wasm/score
	$(WASM) -gcflags=$(MODULE)/...=-l -o wasm/npm/ocop-checks.wasm ./wasm/checks
	go run ./wasm/internal/pack wasm/npm

wasm/npm/vendor/uqr.js: wasm/test/package-lock.json wasm/test/vendor.mjs
	@if command -v npm >/dev/null; then \
	  npm ci --prefix wasm/test --silent --no-audit --no-fund && node wasm/test/vendor.mjs; \
	else echo "npm is not here: the form will show no QR code, nothing packs or joins pictures, and there are no types"; fi

# The command for four systems, each with the terms of all that is in it, in dist.
binaries:
	go run ./ocop/internal/release binaries dist $(VERSION)

# What the module and the command are made of, in CycloneDX's form, in dist.
sbom: bin/cyclonedx-gomod
	mkdir -p dist
	bin/cyclonedx-gomod mod -json -std -noserial -notimestamp -output dist/ocop-go.cdx.json
	go build -trimpath -o bin/ocop ./ocop/cmd/ocop
	bin/cyclonedx-gomod bin -json -std -noserial -notimestamp -version '$(or $(VERSION),devel)' -output dist/ocop.cdx.json bin/ocop

# That the same commit makes the same bytes: modules and commands twice, from two
# folders with two build caches. Some minutes.
reproduce:
	.ci/reproduce

# What each dependency is given under; fails where one does not fit.
licences:
	go run ./ocop/internal/release licences

# All that is released under a tag: make dist VERSION=v1.2.3
dist:
	rm -rf dist
	mkdir dist
	go run ./ocop/internal/release notes $(VERSION) > dist/NOTES.md
	$(MAKE) wasm binaries sbom
	npm pack ./wasm/npm --pack-destination dist --silent
	go run ./ocop/internal/release conformance dist
	cd dist && sha256sum ocop* > SHA256SUMS

bin/golangci-lint:
	GOBIN=$(CURDIR)/bin go install $(GOLANGCI)

bin/actionlint:
	GOBIN=$(CURDIR)/bin go install $(ACTIONLINT)

bin/apidiff:
	GOBIN=$(CURDIR)/bin go install $(APIDIFF)

bin/cyclonedx-gomod:
	GOBIN=$(CURDIR)/bin go install $(CYCLONEDX)

# What breaks those who import the last release.
apidiff: bin/apidiff
	.ci/apidiff bin/apidiff

lint: bin/golangci-lint bin/actionlint apidiff
	go vet ./...
	go mod verify
	go mod tidy -diff
	bin/golangci-lint run ./...
	bin/actionlint
	for arch in 386 arm mips; do GOARCH=$$arch go vet ./scoring/... ./dossier/... ./ocop/... || exit 1; done
	GOOS=wasip1 GOARCH=wasm go vet -tags ocop_browser ./wasm/score ./wasm/checks ./wasm/internal/bridge/... ./wasm/internal/door
	go -C scoring/benchmarks vet ./...
	go -C ocop/schema/conformance vet ./...
	go -C dossier/validation/frameworks vet ./...
	go -C examples/interop/go vet ./...
	go -C examples/importer vet ./...
	go -C examples/service vet ./...
	go -C ocop/httpapi/conformance vet ./...
	go -C ocop/trace/conformance vet ./...
	go -C ocop/registry/conformance vet ./...
	go -C ocop/registry/xlsx vet ./...
	go -C examples/beam vet ./...
	go -C examples/duckdb vet ./...
	go -C wasm/parity vet -tags ocop_compact ./...
	go -C wasm/bundle vet ./...
	go -C .ci/mutants vet ./...
	go -C .ci/mutants test ./...

race:
	go test -race -short -tags ocop_compact $(RACE)

# The engine beside slow second readings of the decision: a quarter of a million
# sheets, and some thousand plans and councils; four times as many with SHARE=all.
SHARE = quarter
compare:
	COMPARE=$(SHARE) go test -count 1 -run Agree ./scoring

# Each fuzz test for a moment; new findings go to testdata/fuzz.
fuzz:
	.ci/fuzz ./scoring FuzzDecodeSheet -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./scoring FuzzParseVector -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./scoring FuzzDecodeRequests -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./scoring/jsonout FuzzString -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./scoring/rubric FuzzRead -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./ocop/trace FuzzRead -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./ocop/trace/page FuzzTextsStayTexts -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./ocop/trace FuzzKey -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./dossier FuzzRead -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./dossier/internal/shape FuzzPatterns -fuzztime $(FUZZTIME) -fuzzminimizetime 100x
	.ci/fuzz ./scoring/ident FuzzKey -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop FuzzHostile -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop FuzzReadable -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop FuzzReadableTexts -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop/httpapi FuzzDoors -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./wasm/internal/bridge FuzzCall -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./dossier FuzzRecord -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop/registry FuzzDecodePatch -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop/registry FuzzDecodeDelivery -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop/registry FuzzCSVRows -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop/registry FuzzRecordAsCells -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop/registry FuzzRecords -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop/pack FuzzCheck -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./ocop/cmd/ocop FuzzTakeID -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./dossier/validation FuzzTwin -fuzztime $(FUZZTIME) -fuzzminimizetime 50x
	.ci/fuzz ./wasm/internal/join FuzzSegments -fuzztime $(FUZZTIME) -fuzzminimizetime 50x

# What the tests would not notice: slow, not in check. One package, one file or
# one function: make mutants PACKAGES=./dossier MUTANTS="-run 'certificate.go'"
mutants:
	GOFLAGS=-tags=ocop_compact go -C .ci/mutants run . -root ../.. -judged judged.txt -min $(DETECTED) $(MUTANTS) $(PACKAGES)

# The schemas beside the library on some 7,000 mutations, by five validators; on 48,000
# with MUTATIONS=20000. It needs node, npm and python3 with jsonschema (Debian:
# python3-jsonschema).
MUTATIONS = 3000
judges:
	npm ci --prefix ocop/schema/conformance --silent --no-audit --no-fund
	JUDGES=all MUTATIONS=$(MUTATIONS) go -C ocop/schema/conformance test -count 1 ./...

wasm-tools:
	npm ci --prefix wasm/test --silent --no-audit --no-fund
	npm ci --prefix wasm/test/react18 --silent --no-audit --no-fund

# The modules beside the library, then the package and the form in Node, in
# Chromium, Firefox and WebKit (Debian: chromium, firefox-esr, webkit2gtk-driver, xvfb;
# chromium-headless-shell makes it quicker).
js: js-modules $(JS_TESTS)

js-modules: $(BUILD)
	go -C wasm/bundle test -count 1 ./...
	go -C wasm/parity test -tags ocop_compact -count 1 ./...

$(JS_TESTS): $(BUILD)
	node --test --test-reporter=spec $@

# The tarball in other people's projects: bundlers, frameworks, runtimes, types
# (Debian: chromium). wasm/test/consumers/README.md says which.
consumers: $(BUILD)
	node --test --test-reporter=spec wasm/test/consumers/consumers.test.mjs

# All of the random documents in the modules and in Go, some 300,000; make js takes a fifth.
parity: $(BUILD)
	PARITY=all go -C wasm/parity test -tags ocop_compact -count 1 -timeout 60m ./...

# Microseconds a call beside plain JavaScript and two libraries.
bench-js: $(BUILD)
	node wasm/test/bench.mjs

# The conformance suite by runners in Python and JavaScript that share no code with us.
conformance:
	RUNNERS=all go test -count 1 ./ocop/conformance

# Every command and code block of the documents; the quick ones are in go test.
docs: $(BUILD)
	DOCS=all go test ./examples -count 1 -timeout 20m -run OfDocuments

# The command under load: 5,000,000 sheets on one and on two cores, and a server for ten
# minutes among hostile clients. In check some seconds of each.
load:
	go run ./ocop/internal/load lines -sheets 200000
	go run ./ocop/internal/load serve -for 15s

load-long:
	go run ./ocop/internal/load lines
	go run ./ocop/internal/load serve

# The example dossiers checked from Go, Node, Python and PHP, and read into
# classes generated for Java (Debian: php-json-schema, default-jdk-headless,
# libjackson2-databind-java).
interop:
	STRICT=1 examples/interop/check.sh

# What the library promises to Go, from a module outside of it.
importers:
	go -C examples/importer test -count 1 ./...

# Servers of gin and echo that find what the library finds in 1,000 dossiers.
frameworks:
	go -C dossier/validation/frameworks test -count 1 ./...

# Figures of registers in one test by the library, by Apache Beam on Prism, by DuckDB
# and by a naive program that shares nothing; patches by another library; workbooks.
registers:
	go -C ocop/registry/conformance test -count 1 ./...
	go -C ocop/registry/xlsx test -count 1 ./...
	go -C examples/beam test -count 1 ./...
	go -C examples/duckdb test -count 1 ./...

# The description of the addresses, and each answer beside it, by another library;
# and the service that keeps dossiers, with a PostgreSQL that the test starts and
# ends (Debian: postgresql). Where there is none it says so.
http:
	go -C ocop/httpapi/conformance test -count 1 ./...
	go -C examples/service test -count 1 -v ./...

# Events of a chain by the standard's own means: its JSON Schema in two validators
# (Debian: python3-jsonschema), and its JSON-LD context.
events:
	go -C ocop/trace/conformance test -count 1 ./...

# 2 GB of film packed, checked and unpacked in the memory of a few buffers, and a
# package of 5.7 GB (ZIP64): some minutes and 12 GB of disk.
large:
	LARGE=all go test ./ocop/pack -count 1 -v -run 'Memory|Zip64'

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
