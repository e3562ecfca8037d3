#!/usr/bin/env python3
"""Compares whole runs of mllint and ruff, alternating, so that noise affects both.

usage: whole_run.py MLLINT RUNS REPOSITORY...

Prints median seconds of wall-clock and processor time and peak memory of each command, and mllint's ratio to ruff with
only rule F401, and to ruff with the families that cover similar checks. Caches are disabled.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

FAMILIES = "D,N,ARG,EM,TRY,FBT,PLR,BLE,S101"


def measure(command, repository):
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=repository, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):
        sys.exit(f"{command[0]} failed on {repository} with exit code {process.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    mllint, runs = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2])
    ruff = ["ruff", "check", "--isolated", "--no-cache", "--exit-zero", "-q"]
    commands = {
        "mllint": [mllint, "check", "--isolated", "--exit-zero", "-q", "."],
        "mllint --preview": [mllint, "check", "--isolated", "--exit-zero", "-q", "--preview", "."],
        "ruff F401": [*ruff, "--select", "F401", "."],
        f"ruff {FAMILIES}": [*ruff, "--select", FAMILIES, "."],
    }
    for repository in sys.argv[3:]:
        results = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                results[name].append(measure(command, repository))
        medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in results.items()}
        print(f"{pathlib.Path(repository).name}:")
        for name, (wall, processor, memory) in medians.items():
            print(f"  {name:32} {wall:6.3f} s wall, {processor:6.3f} s processor, {memory:5.0f} MB")
        first, _, one, many = (value[0] for value in medians.values())
        print(f"  mllint is {first / one:.2f} x ruff F401, {first / many:.2f} x ruff with its families")


if __name__ == "__main__":
    main()
