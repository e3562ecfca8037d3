#!/bin/sh
# Creates the two files of a new rule, whose example passes, and lists the rule under a principle. The rule reports
# functions of a given name, which is to be replaced by what it is about.
#   scripts/new-rule.sh FAMILY/RULE [PRINCIPLE]     such as errors/hidden-error P22; without a principle, the one that
#                                                   most rules of the family encode
set -eu
cd "$(dirname "$0")/.."

fail() {
  echo "new-rule.sh: $1" >&2
  exit 2
}

[ $# -ge 1 ] && [ $# -le 2 ] || fail "expected FAMILY/RULE [PRINCIPLE], found $# arguments"
case $1 in
  */*/* | /* | */) fail "expected FAMILY/RULE, found '$1'" ;;
  */*) ;;
  *) fail "expected FAMILY/RULE, found '$1'; write the family first, such as errors/$1" ;;
esac
family=${1%/*}
rule=${1#*/}
families=$(find Rules -mindepth 1 -maxdepth 1 -type d ! -name vocabulary -exec basename {} \; | sort | tr '\n' ' ')
case " $families" in
  *" $family "*) ;;
  *) fail "no family is called '$family'; expected one of: $families" ;;
esac
# The page's name becomes the type's name and back, which digits would not survive.
printf '%s\n' "$rule" | grep -Eqx '[a-z]+(-[a-z]+)*' ||
  fail "'$rule' is not a rule id; expected lower-case words joined by hyphens that name the flaw, such as unused-option"
for page in Rules/*/"$rule.yml"; do
  if [ -e "$page" ]; then fail "the rule '$rule' exists already: $page"; fi
done
case $family in
  ml) folder=ML ;;
  *) folder=$(printf '%s' "$family" | cut -c1 | tr '[:lower:]' '[:upper:]')$(printf '%s' "$family" | cut -c2-) ;;
esac
[ -d "Sources/Rules/$folder" ] || fail "'Sources/Rules/$folder' is missing"
type=$(printf '%s\n' "$rule" | awk -F- '{ for (i = 1; i <= NF; i++) printf "%s", toupper(substr($i, 1, 1)) substr($i, 2) }')
clash=$(grep -rlEw "(struct|enum|class|protocol) $type" Sources/Rules Sources/Lint Sources/PythonFrontend \
  Sources/SwiftFrontend --include='*.swift' | head -n 1)
[ -z "$clash" ] || fail "a type is called '$type' already: $clash; choose another id"
principle=${2:-$(sed -n 's/^principles: \[\(.*\)\]$/\1/p' Rules/"$family"/*.yml | tr -d ' ' | tr ',' '\n' | sort |
  uniq -c | sort -k1,1nr -k2 | awk 'NR == 1 { print $2 }')}
# Only a principle that has rules already takes another: the rest say why they have none.
listed=$(mktemp)
trap 'rm -f "$listed"' EXIT
awk -v id="$principle" -v rule="$rule" '
  /^- id: / { here = ($3 == id) }
  here && /^  rules: \[.*\]$/ { sub(/\]$/, ", " rule "]"); done = 1 }
  { print }
  here && /^  rules:$/ { print "    - " rule; done = 1 }
  END { exit !done }
' Rules/principles.yml > "$listed" ||
  fail "'$principle' is not a principle with rules; 'mllint principles' lists them all"

swift=Sources/Rules/$folder/$type.swift
page=Rules/$family/$rule.yml
cat > "$swift" <<SWIFT
import LintModel
import LintRuleKit

/// A function has a placeholder name. Replace this by what the rule reports.
struct $type: FileRule {
  struct Options: RuleOptions {
    /// Names to report.
    var names: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for (index, declaration) in file.model.declarations.enumerated()
    where declaration.kind == .function && options.names.contains(declaration.name.text) {
      collector.add(.placeholder(declaration.name.text), at: declaration.name.range, in: file, of: index)
    }
  }
}

extension Message {
  fileprivate static func placeholder(_ name: String) -> Message {
    "'\\(name)' is a placeholder; name the function after what it does"
  }
}
SWIFT
cat > "$page" <<YAML
rule: $rule
summary: A function has a placeholder name.
family: $family
principles: [$principle]
severity: warning
stability: preview
since: "0.1"
languages: [python]
why: >
  Say in one paragraph what goes wrong for users or maintainers, and what is not reported.
fix: >
  Say what to do.
options:
  names:
    default: [replace_me]
    help: Names of functions to report.
examples:
  - title: a function with a placeholder name
    bad:
      layers/dense.py: |
        def «replace_me»(inputs):
            return inputs
    says:
      - "'replace_me' is a placeholder; name the function after what it does"
  - title: a function with a real name
    good:
      layers/dense.py: |
        def flatten(inputs):
            return inputs.reshape(-1)
YAML
cat "$listed" > Rules/principles.yml
echo "wrote $swift and $page, and listed $rule under $principle in Rules/principles.yml"
echo "next: replace the check, the text and the examples, run 'make test' and then scripts/generate-docs.sh"
