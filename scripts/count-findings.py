#!/usr/bin/env python3
"""Counts the findings of every rule on third-party repositories, to see the effect of a change at a glance.

usage: count-findings.py MLLINT REPOSITORY...

Prints a Markdown table with one row per rule and one column per repository, with all rules on (--preview, profile library),
and the findings per 1,000 lines of Python and Swift with the default rules.
"""
import collections
import json
import pathlib
import subprocess
import sys


def run(mllint, repository, *options):
    command = [mllint, "check", "--isolated", "--output-format", "json", "--exit-zero", *options, "."]
    run = subprocess.run(command, cwd=repository, capture_output=True, text=True)
    if not run.stdout:
        sys.exit(f"{mllint} failed on {repository} with exit code {run.returncode}: {run.stderr.strip()}")
    return collections.Counter(finding["rule"] for finding in json.loads(run.stdout)["findings"])


def lines(repository):
    files = (path for extension in ("py", "swift") for path in pathlib.Path(repository).rglob(f"*.{extension}"))
    return sum(path.read_bytes().count(b"\n") for path in files if path.is_file())


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    mllint, repositories = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:]
    names = [pathlib.Path(repository).name for repository in repositories]
    counts = [run(mllint, repository, "--preview", "--config", "profile=library") for repository in repositories]
    print(f"| rule | all | {' | '.join(names)} |")
    print("|" + "---|" * (len(names) + 2))
    for rule in sorted(set().union(*counts)):
        row = [count[rule] for count in counts]
        print(f"| {rule} | {sum(row)} | {' | '.join(str(number or '') for number in row)} |")
    print(f"| all | {sum(sum(count.values()) for count in counts)} | "
          f"{' | '.join(str(sum(count.values())) for count in counts)} |")
    rates = []
    for repository, name in zip(repositories, names):
        found = sum(run(mllint, repository).values())
        total = lines(repository)
        rates.append(f"{name} {1000 * found / total:.1f} ({found})" if total else f"{name} ({found}, notebooks alone)")
    print(f"\nby default, per 1,000 lines (findings): {', '.join(rates)}")


if __name__ == "__main__":
    main()
