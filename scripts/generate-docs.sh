#!/bin/sh
# Writes docs/rules/ from the catalogue inside the built binary; with --check, fails where the files on disk differ.
#   scripts/generate-docs.sh [--check] [path of the binary]
set -eu
cd "$(dirname "$0")/.."
check=false
if [ "${1:-}" = "--check" ]; then
  check=true
  shift
fi
mllint=${1:-.build/release/mllint}
if [ ! -x "$mllint" ]; then
  echo "'$mllint' is not there; build it first: swift build -c release --product mllint" >&2
  exit 2
fi
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
"$mllint" rule --output-format markdown > "$new/README.md"
for page in Rules/*/*.yml; do
  case $page in Rules/vocabulary/*) continue ;; esac
  rule=$(basename "$page" .yml)
  "$mllint" rule "$rule" --output-format markdown > "$new/$rule.md"
done
if $check; then
  if ! diff -ru docs/rules "$new"; then
    echo "docs/rules is not what the pages say; run scripts/generate-docs.sh and commit the result" >&2
    exit 1
  fi
else
  mkdir -p docs/rules
  rm -f docs/rules/*.md
  cp "$new"/*.md docs/rules/
fi
