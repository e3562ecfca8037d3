#!/bin/sh
# Runs the hook as pre-commit would. With --full, pre-commit also clones and builds the package at HEAD, which takes
# minutes; without it, the binary that is built already serves as the hook.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
binary=${MLLINT:-$root/.build/release/mllint}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if ! python3 -m venv "$scratch/venv" >/dev/null 2>&1 ||
  ! "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check pre-commit >/dev/null 2>&1; then
  echo "pre_commit.sh: skipped, pre-commit cannot be installed from PyPI here"
  exit 0
fi
export PRE_COMMIT_HOME="$scratch/cache"
mkdir "$scratch/repository"
cd "$scratch/repository"
git init --quiet .
printf 'x = 2  # mllint: allow(no-such-rule) for the test\n' >flawed.py
printf 'x = 2\n' >clean.py
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: local
    hooks:
      - id: mllint
        name: mllint
        entry: $binary check --force-exclude
        language: system
        types_or: [python, pyi, swift, jupyter]
        require_serial: true
YAML
git add .

# expect WHAT CODE COMMAND...: runs a command and compares its exit code.
expect() {
  what=$1
  code=$2
  shift 2
  found=0
  "$@" >"$scratch/output" 2>&1 || found=$?
  if [ "$found" != "$code" ]; then
    cat "$scratch/output"
    echo "pre_commit.sh: $what: expected exit code $code, found $found" >&2
    exit 1
  fi
}

expect "a clean file" 0 "$scratch/venv/bin/pre-commit" run --files clean.py
expect "a flawed file" 1 "$scratch/venv/bin/pre-commit" run --files flawed.py
grep -q "unknown rule 'no-such-rule'" "$scratch/output"
if [ "${1:-}" = --full ]; then
  expect "the hook as published" 1 "$scratch/venv/bin/pre-commit" try-repo "$root" mllint --files flawed.py
  grep -q "unknown rule 'no-such-rule'" "$scratch/output"
fi
echo "pre_commit.sh: passed"
