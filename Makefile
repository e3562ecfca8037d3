# make check: build mllint and let it check its own sources. make test: every test. make lint: formatting.

SWIFT ?= swift
# One configuration for the program and its tests, so that swift-syntax is compiled once.
BUILD = $(SWIFT) build -c release --product mllint
TEST = $(SWIFT) test -c release --disable-xctest --disable-testable-imports

.PHONY: check test lint build dependencies

check: build
	.build/release/mllint check Sources/

build: dependencies
	$(BUILD)

test: dependencies
	$(TEST)

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

# libyaml is the one library that SwiftPM cannot fetch.
dependencies:
	@pkg-config --exists yaml-0.1 2>/dev/null || test -e /usr/include/yaml.h || { \
	  command -v apt-get >/dev/null || { echo "libyaml is missing: install its development files" >&2; exit 1; }; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && $$sudo apt-get install -qq -y libyaml-dev; }
