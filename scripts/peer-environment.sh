#!/bin/sh
# Creates .build/peers, a Python environment with the tools that read our output files; the format tests use them.
# They are optional: without PyPI, this prints a message and succeeds.
#   scripts/peer-environment.sh [--torch]      --torch adds PyTorch, for comparing gradients and speed
set -eu
cd "$(dirname "$0")/.."
case ${1:-} in
  "" | --torch) ;;
  *)
    echo "unknown option '$1'; expected --torch or nothing" >&2
    exit 2
    ;;
esac
folder=.build/peers
log=.build/peers.log
modules="numpy, safetensors.numpy, onnx, onnxruntime, tensorboard, wandb, PIL"

has() { [ -x "$folder/bin/python" ] && "$folder/bin/python" -c "import $1" > /dev/null 2>&1; }

install() { "$folder/bin/python" -m pip install --disable-pip-version-check --retries 2 "$@" >> "$log" 2>&1; }

give_up() {
  echo "$1 (see $log); the tests that need $2 will be skipped" >&2
  exit 0
}

mkdir -p .build
if ! has "$modules"; then
  # Half an environment would look like a whole one to the tests.
  rm -rf "$folder"
  python3 -m venv "$folder" > "$log" 2>&1 &&
    install numpy safetensors onnx onnxruntime tensorboard wandb pillow && has "$modules" || {
    rm -rf "$folder"
    give_up "the packages could not be had from PyPI, or do not work on this machine" "the users' own tools"
  }
fi
# The version whose rules the pages under Rules/ compare themselves with.
if [ ! -x "$folder/bin/ruff" ]; then
  install ruff==0.17.6 ||
    echo "ruff cannot be installed from PyPI (see $log); the test that needs it will be skipped" >&2
fi
if [ "${1:-}" = "--torch" ] && ! has torch; then
  install torch && has torch || give_up "PyTorch could not be had from PyPI" "PyTorch"
fi
echo "$folder is ready"
