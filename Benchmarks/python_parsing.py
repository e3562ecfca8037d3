"""Compares the parsing speed of PythonSyntax and CPython's ast.parse on the same files, single-threaded.

    python3 Benchmarks/python_parsing.py [--tool PATH] [--rounds N] ROOT...

Files are read before timing starts; decoding, parsing and the line table are timed. Prints the best round.
"""

import argparse
import ast
import gc
import os
import re
import subprocess
import sys
import time
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))


def read(roots):
    files = []
    for root in roots:
        names = [root] if os.path.isfile(root) else []
        for folder, _, found in os.walk(root):
            names += [os.path.join(folder, name) for name in sorted(found) if name.endswith(".py")]
        for name in names:
            with open(name, "rb") as file:
                files.append(file.read())
    return files


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", default=os.path.join(HERE, "../.build/release/PythonConformance"),
                        help="the built PythonConformance, a release build")
    parser.add_argument("--rounds", type=int, default=5, help="number of rounds; the best one counts")
    parser.add_argument("roots", nargs="+", help="folders of Python files to parse, or single files")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    files = read(options.roots)
    size = sum(map(len, files))

    best = float("inf")
    for _ in range(options.rounds):
        gc.collect()
        start = time.perf_counter()
        for file in files:
            try:
                ast.parse(file)
            except (SyntaxError, ValueError, RecursionError, MemoryError):
                pass
        best = min(best, time.perf_counter() - start)
    theirs = size / best / 1e6

    output = subprocess.run(
        [options.tool, "time", "--rounds", str(options.rounds), *options.roots], capture_output=True, text=True, check=True
    ).stdout
    ours = float(re.search(r"([0-9.e+]+) MB/s", output).group(1))
    print(f"{len(files)} files, {size / 1e6:.1f} MB, best of {options.rounds} rounds")
    print(f"CPython {sys.version.split()[0]} ast.parse: {theirs:8.2f} MB/s")
    print(f"PythonSyntax:             {ours:8.2f} MB/s, {ours / theirs:.1f} times as fast")


if __name__ == "__main__":
    main()
