#!/bin/sh
# Turns the counts of an instrumented test run (make coverage) into a report and checks it with our own rule low-coverage.
set -eu
cd "$(dirname "$0")/.."
build=.build/release
counts=.build/coverage
ls $counts/*.profraw > /dev/null 2>&1 || { echo "no counts in $counts: run 'make coverage'" >&2; exit 1; }
tools=$(dirname "$(readlink -f "$(command -v swift)")")
# Each process writes its own counts. Those that a test killed while writing are left out.
find $counts -name '*.profraw' -size +1k > $counts/list
"$tools/llvm-profdata" merge -sparse -failure-mode=all -input-files=$counts/list -o $counts/merged.profdata 2> $counts/merge.log ||
  { tail -n 3 $counts/merge.log >&2; exit 1; }
tests=$(find $build/ -maxdepth 1 -name '*PackageTests.xctest' | head -n 1)
"$tools/llvm-cov" export -format=lcov -instr-profile $counts/merged.profdata "$tests" -object $build/mllint \
  -ignore-filename-regex '(/Tests/|/\.build/)' > $counts/lcov.info
awk -F: '
  /^SF:/ { split(substr($0, index($0, "Sources/")), part, "/"); name = part[1] "/" part[2] }
  /^LF:/ { found[name] += $2 }
  /^LH:/ { hit[name] += $2 }
  END { for (name in found) printf "%-24s %5.1f %% of %d lines\n", name, 100 * hit[name] / found[name], found[name] }
' $counts/lcov.info | sort
$build/mllint check Sources --coverage $counts/lcov.info --select low-coverage --preview
