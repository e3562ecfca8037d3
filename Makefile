# make check: build mllint and check its own sources. make test: all tests. make lint: formatting.
# make coverage: all tests, and the lines of the linter that they run; fails below the minimum in mllint.yml.
# make conformance: the Python parser against CPython's ast. make fuzz: fuzz the parser for a minute.
# make numbers REPOSITORIES="FOLDER...": count the numbers in messages again with Python's ast.
# make corpus BASE=REVISION: compare the findings of this build with those of another revision or binary on public repositories.

SWIFT ?= swift
PYTHON ?= python3
# One configuration for the program and its tests, so that swift-syntax is compiled once.
BUILD = $(SWIFT) build -c release
TEST = $(SWIFT) test -c release --disable-xctest --disable-testable-imports
STANDARD_LIBRARY = $$($(PYTHON) -c 'import os; print(os.path.dirname(os.__file__))')

.PHONY: check test coverage lint conformance fuzz numbers corpus build parser-tool dependencies

check: build
	.build/release/mllint check Sources/

build: dependencies
	$(BUILD) --product mllint

test: dependencies
	$(TEST)

# Tests that measure time fail in an instrumented build, and those of the reference run no line of the linter.
coverage: dependencies
	rm -rf .build/coverage
	MLLINT_COVERAGE=1 LLVM_PROFILE_FILE=$(CURDIR)/.build/coverage/%p.profraw $(TEST) \
	  --skip 'NestingTests|ScalingTests|MutationTests|Reference'
	scripts/coverage.sh

lint:
	$(SWIFT) format lint --strict -r Sources Tests Plugins Package.swift

# Every file of Python's standard library, including its test suite and installed packages.
conformance: parser-tool
	$(PYTHON) Tests/PythonConformance/compare.py --tool .build/release/PythonConformance $(STANDARD_LIBRARY)

fuzz: parser-tool
	.build/release/PythonConformance fuzz --seconds 60 --seed 1 $(STANDARD_LIBRARY)

numbers: build
	@[ -n "$(REPOSITORIES)" ] || { echo "usage: make numbers REPOSITORIES=\"FOLDER...\"" >&2; exit 2; }
	$(PYTHON) Tests/ScriptTests/message_numbers.py .build/release/mllint $(REPOSITORIES)

# Repositories are looked for in MLLINT_CORPUS and fetched otherwise; more options: scripts/compare-corpus.py --help.
corpus: build
	@[ -n "$(BASE)" ] || { echo "usage: make corpus BASE=REVISION, or BASE=path/of/a/binary" >&2; exit 2; }
	$(PYTHON) scripts/compare-corpus.py $(BASE) $(CORPUS_OPTIONS)

parser-tool: dependencies
	$(BUILD) --product PythonConformance

# SwiftPM cannot fetch libyaml and zlib.
dependencies:
	@{ test -e /usr/include/yaml.h || pkg-config --exists yaml-0.1 2>/dev/null; } && \
	{ test -e /usr/include/zlib.h || pkg-config --exists zlib 2>/dev/null; } || { \
	  command -v apt-get >/dev/null || { echo "install the development files of libyaml and zlib" >&2; exit 1; }; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && $$sudo apt-get install -qq -y libyaml-dev zlib1g-dev; }
