#!/bin/sh
# Creates a rule with scripts/new-rule.sh in a copy of the sources and runs the examples of its page. Only the new file
# is compiled; the rest comes from the build folder: swift build -c release --product mllint.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/.build/release
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -R "$root/Rules" "$root/scripts" "$scratch/"
mkdir "$scratch/Sources"
cp -R "$root/Sources/Rules" "$root/Sources/Lint" "$root/Sources/PythonFrontend" "$root/Sources/SwiftFrontend" \
  "$scratch/Sources/"
cd "$scratch"

fail() {
  cat output 2> /dev/null || true
  echo "new_rule.sh: $1" >&2
  exit 1
}

# refuses ARGUMENTS REASON: runs the script, which must write nothing and say why.
refuses() {
  find Rules Sources -type f -exec cksum {} + | sort > before
  # The arguments are words.
  # shellcheck disable=SC2086
  if scripts/new-rule.sh $1 > output 2>&1; then fail "'$1' was accepted"; fi
  grep -q "$2" output || fail "'$1' was refused for another reason than '$2'"
  find Rules Sources -type f -exec cksum {} + | sort | cmp -s - before || fail "'$1' was refused, but files changed"
}

refuses "" "expected FAMILY/RULE"
refuses "hidden-test" "write the family first"
refuses "errors/hidden/test" "expected FAMILY/RULE"
refuses "error/hidden-test" "no family is called 'error'"
refuses "vocabulary/hidden-test" "no family is called 'vocabulary'"
refuses "errors/HiddenTest" "is not a rule id"
refuses "errors/hidden-" "is not a rule id"
refuses "errors/unused-option" "exists already: Rules/api/unused-option.yml"
refuses "errors/finding-collector" "a type is called 'FindingCollector' already"
refuses "errors/hidden-test P99" "'P99' is not a principle with rules"

create() {
  scripts/new-rule.sh "$1" > output || fail "'$1' was refused"
  grep -q "[ [,]*${1#*/}\\b" Rules/principles.yml || fail "no principle lists '$1'"
  swift format lint --strict --configuration "$root/.swift-format" "$2" > output 2>&1 || fail "'$2' is not formatted"
}

create ml/hidden-test Sources/Rules/ML/HiddenTest.swift
create tests/hidden-example Sources/Rules/Tests/HiddenExample.swift

# Runs both pages as `mllint rule test` does, with the new types.
cat > main.swift << 'SWIFT'
import LintCatalog
import LintRuleTesting
import LintSerialization
import PythonFrontend

let texts = CommandLine.arguments.dropFirst()
let pages = texts.enumerated().map { EmbeddedFile(path: "page\($0).yml", text: $1) }
let catalog = try Catalog(types: [RuleType(HiddenTest.self), RuleType(HiddenExample.self)], pages: pages)
var failures: [RulePageTest.Failure] = []
for page in pages {
  let result = try RulePageTest(page, catalog, [PythonFrontend()]).run()
  precondition(result.count > 4, "expected the examples in several variants, found \(result.count)")
  failures += result.failures
}
precondition(catalog.rules.count == 2, "expected two rules, found \(catalog.rules)")
precondition(failures.isEmpty, "\(failures)")
print("examples passed")
SWIFT
# The build folder keeps objects of deleted sources, so take those that the program is linked from.
list=$build/mllint.product/Objects.LinkFileList
[ -e "$list" ] || fail "'$list' is missing; build first: swift build -c release --product mllint"
objects=$(tr -d "'\"" < "$list" | grep -E '/(Lint[A-Z][A-Za-z]*|PythonSyntax|PythonFrontend)\.build/')
# The modules are open to their own package only, and SwiftPM names it after the folder of the clone.
package=$(sed -n '/"-module-name","LintCatalog"/s/.*"-package-name","\([^"]*\)".*/\1/p' "$root/.build/release.yaml" | head -n 1)
[ -n "$package" ] || fail "'.build/release.yaml' names no package for LintCatalog: expected '-package-name'"
# Paths in the build folder contain no spaces. Of the libraries, the modules need libyaml only.
# shellcheck disable=SC2086
swiftc -package-name "$package" -I "$build/Modules" -I "$root/Sources/CLibYAML" -module-name NewRules \
  main.swift Sources/Rules/ML/HiddenTest.swift Sources/Rules/Tests/HiddenExample.swift $objects -lyaml \
  -o examples > output 2>&1 || fail "the new rules do not compile"
./examples "$(cat Rules/ml/hidden-test.yml)" "$(cat Rules/tests/hidden-example.yml)" > output 2>&1 ||
  fail "the examples of the new rules fail"
grep -q "examples passed" output
echo "new_rule.sh: passed"
