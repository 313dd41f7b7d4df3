# Two commands matter: `make run` shows the application, `make test` checks everything.
# Both install what is missing first.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# Every recipe's shell reads this: where cargo and the other tools are.
export BASH_ENV := $(CURDIR)/src/web/env.sh

# PORT: where `make run` serves; the next free one when it is taken.
PORT ?= 8080
# DEV_PORT: where `make dev` serves. Another origin: at that of a release its service worker would answer.
DEV_PORT ?= 8090
# WASM=debian: build the wasm with Debian's Rust, as happens by itself where rustup has no target.
export WASM

# Counting bits is one instruction of wasm; on x86-64 it is one only where we ask for it.
POPCNT := $(if $(filter x86_64,$(shell uname -m)),-C target-feature=+popcnt)

# One cold build, never debugged: leave out what only helps the next build or a debugger.
ifdef CI
export CARGO_INCREMENTAL := 0
export CARGO_PROFILE_DEV_DEBUG := line-tables-only
endif

SETUP := src/web/setup.sh
WITH_WASM := src/web/wasm.sh
BENCH := benches/browser
STARTUP := benches/startup
# In CI the lock file must fit; while developing cargo may update it.
LOCKED := $(if $(CI),--locked)
# Random rounds take their time: in half of it the domain's tests run for a few seconds of building.
QUICK_TESTS := --config 'profile.test.package.aptauja.opt-level=1'
EXACT := serde_json/float_roundtrip
WASM_TARGET := --target wasm32-unknown-unknown
INPUTS := Cargo.toml Cargo.lock Trunk.toml index.html package-lock.json $(shell find src style public 2>/dev/null)

.PHONY: help run test setup build dev check fix unit browser files size e2e sql startup bench bench-domain pictures clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "PORT=8081          where run serves (8080)"
	@echo "DEV_PORT=8091      where dev serves (8090)"
	@echo "WASM=debian        build the wasm with Debian's Rust instead of rustup's target"
	@echo "CHROME=/path       the Chromium to test with"

run: build ## build the application and serve it on 127.0.0.1
	@exec node src/web/serve.mjs --port $(PORT)

test: ## every check and test
	@# The release is built beside the checks: its linking leaves a core idle for minutes.
	@MAKE="$(MAKE)" src/web/stages.sh setup build+ check unit browser build files size e2e sql

setup: ## install everything that is missing
	@$(SETUP)

build: dist/index.html ## the release, in dist/

dist/index.html: $(INPUTS)
	@$(SETUP) wasm trunk bindgen npm
	@mkdir -p target; touch target/build-began
	@$(WITH_WASM) trunk build --release $(LOCKED)
	@# As old as its sources: what changed meanwhile is built next time.
	@touch -r target/build-began $@

dev: ## serve a debug build that follows the sources
	@$(SETUP) wasm trunk bindgen npm
	@exec $(WITH_WASM) trunk serve --dist target/dev --port $(DEV_PORT)

check: ## formatting and lints: host, page and worker
	@$(SETUP) components wasm
	cargo fmt --check
	cargo clippy $(LOCKED) --all-targets --no-default-features --features xlsx -- -D warnings
	$(WITH_WASM) cargo clippy $(LOCKED) $(WASM_TARGET) --lib --bin auditor --test web -- -D warnings
	@# With the auditor's serde_json, so that what depends on it is not checked a second time.
	$(WITH_WASM) cargo clippy $(LOCKED) $(WASM_TARGET) --no-default-features --features web,$(EXACT) --lib --bin app -- -D warnings
	$(WITH_WASM) cargo clippy $(LOCKED) $(WASM_TARGET) --no-default-features --features browser,$(EXACT) --lib --bin worker -- -D warnings
	$(WITH_WASM) cargo clippy $(LOCKED) $(WASM_TARGET) --no-default-features --features browser,xlsx --lib --bin workbook -- -D warnings

fix: ## formatting, and the lints that can be applied
	@$(SETUP) components
	cargo clippy --fix --allow-dirty --allow-staged --all-targets --all-features
	cargo fmt

unit: ## tests that need no browser, those of the domain: the everyday loop, in seconds
	@$(SETUP) rust
	cargo test $(LOCKED) --no-default-features --features xlsx $(QUICK_TESTS)

browser: ## tests in headless Chromium
	@$(SETUP) wasm bindgen chromium npm
	WASM_BINDGEN_TEST_WEBDRIVER_JSON="$$(node src/web/webdriver.mjs)" \
	TZ=Europe/Riga CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	$(WITH_WASM) cargo test $(LOCKED) $(WASM_TARGET) --test web

files: ## tests of the files others read and write: schemas, definitions, SurveyJS, age
	@$(SETUP) npm age
	@tests="$$(find tests/files -name '*.test.mjs' 2>/dev/null | sort)"; \
	[ -n "$$tests" ] || { echo "no tests in tests/files (*.test.mjs)" >&2; exit 1; }; \
	node --test --test-reporter=spec $$tests

size: build ## weigh what a respondent downloads before the first question
	@$(SETUP) npm chromium
	@node src/web/size.mjs

e2e: build ## journeys through the release build
	@$(SETUP) npm chromium age
	node_modules/.bin/playwright test

# COUNT=1000000 responses; ENGINES=duckdb for one of the two.
sql: build ## count a million responses with DuckDB and Spark, and compare with the application's report
	@$(SETUP) rust npm chromium engines
	@node --test --test-concurrency=1 --test-reporter=spec tests/sql/*.test.mjs

startup: build ## measure the first pages with Lighthouse; fails above a budget
	@$(SETUP) npm chromium
	@cd $(STARTUP); cmp -s package-lock.json node_modules/.installed-lock.json || \
	{ npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; cp package-lock.json node_modules/.installed-lock.json; }
	@node $(STARTUP)/startup.mjs

# What it can be told (COUNT, RUNS, CONTENDERS, CURVE, VIEWS, OURS, STRICT) stands at the top of bench.mjs.
bench: build ## measure the application beside other ways to count, in one browser
	@$(SETUP) rust npm chromium
	@cd $(BENCH); cmp -s package-lock.json node_modules/.installed-lock.json || \
	{ npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; cp package-lock.json node_modules/.installed-lock.json; }
	@node $(BENCH)/bench.mjs

bench-domain: ## measure the domain natively: nanoseconds a response to insert, select, tally and cross
	@$(SETUP) rust
	RUSTFLAGS="$${RUSTFLAGS:-} $(POPCNT)" cargo bench $(LOCKED) --no-default-features --bench engine

pictures: build ## take the pictures of the README
	@$(SETUP) npm chromium
	@node src/web/pictures.mjs

clean: ## remove everything built
	rm -rf target dist test-results playwright-report
