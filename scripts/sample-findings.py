#!/usr/bin/env python3
"""Samples findings with their source for manual review, to measure a rule's precision.

usage: sample-findings.py MLLINT RULE COUNT REPOSITORY...

Runs `MLLINT check --preview --select RULE` on each repository, samples COUNT findings evenly across the repositories
(with a fixed seed, so that two people review the same ones) and prints each with twelve lines of context.
"""
import json
import pathlib
import random
import subprocess
import sys


def findings(mllint, rule, repository):
    run = subprocess.run(
        [mllint, "check", "--isolated", "--preview", "--select", rule, "--output-format", "json", "--exit-zero", "."],
        cwd=repository, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{mllint} failed on {repository} with exit code {run.returncode}: {run.stderr.strip()}")
    return [dict(finding, repository=repository) for finding in json.loads(run.stdout)["findings"]]


def spread(groups, count):
    """Takes one item of each group in turn until there are enough."""
    chosen = []
    while len(chosen) < count and any(groups):
        for group in groups:
            if group and len(chosen) < count:
                chosen.append(group.pop())
    return chosen


def show(number, finding):
    path = pathlib.Path(finding["repository"], finding["path"])
    line = finding["start"]["line"]
    print(f"\n===== {number}. {path}:{line}:{finding['start']['column']}  [{finding['symbol']}]")
    print(f"      {finding['message']}")
    for related in finding["related"]:
        print(f"      - {related['path']}:{related['line']}: {related['message']}")
    if path.suffix == ".ipynb":
        print(f"      cell {finding['cell']}, line {line}")
        return
    lines = path.read_text(errors="replace").splitlines()
    for current in range(max(1, line - 8), min(len(lines), line + 5) + 1):
        print(f"{'>' if current == line else ' '} {current:5} {lines[current - 1][:160]}")


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    mllint, rule, count, repositories = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2], sys.argv[3], sys.argv[4:]
    groups = [findings(mllint, rule, repository) for repository in repositories]
    for repository, group in zip(repositories, groups):
        print(f"{len(group):6} {repository}")
    generator = random.Random(1)
    for group in groups:
        generator.shuffle(group)
    for number, finding in enumerate(spread(groups, int(count)), 1):
        show(number, finding)


if __name__ == "__main__":
    main()
