#!/usr/bin/env python3
"""Compare the findings of two builds of mllint on pinned public repositories.

usage: compare-corpus.py BASE [--new BINARY] [--renamed OLD=NEW]... [--repeat N] [--excerpts N] [REPOSITORY...]

BASE is a binary, or a git revision of this repository, which is built in a work tree of its own under .build/corpus.
--new is the other binary; by default the one in .build/release. --renamed maps a rule id of BASE to its new id.

Prints, for each rule, the findings that were added, removed, moved (another line or file) and reworded (another message
at the same place), each with an excerpt; then the time of each build, the best of N runs (by default 3).

The repositories are those of scripts/corpus.txt, or those named that are in it. Each is looked for as a folder of its
name in $MLLINT_CORPUS; otherwise git fetches its pinned revision into .build/corpus. What cannot be fetched is skipped
with a message. A folder in $MLLINT_CORPUS is used as it is, whatever its revision.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = ROOT / ".build" / "corpus"
KINDS = ("added", "removed", "moved", "reworded")


def git(folder, *arguments, timeout=600):
    """Run git without prompts; None if it fails."""
    environment = dict(os.environ, GIT_TERMINAL_PROMPT="0")
    try:
        run = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, env=environment, timeout=timeout)
    except subprocess.TimeoutExpired:
        return None
    return run.stdout.strip() if run.returncode == 0 else None


def binary_of(base):
    """The binary at a path, or the one built from a git revision."""
    if os.access(base, os.X_OK) and os.path.isfile(base):
        return str(pathlib.Path(base).resolve())
    revision = git(ROOT, "rev-parse", "--verify", "--quiet", base + "^{commit}")
    if not revision:
        sys.exit(f"'{base}' is neither an executable file nor a git revision of this repository")
    binary = CACHE / f"mllint-{revision[:12]}"
    if not binary.exists():
        tree = CACHE / f"tree-{revision[:12]}"
        print(f"building {revision[:12]} in {tree}, once", file=sys.stderr)
        CACHE.mkdir(parents=True, exist_ok=True)
        if not tree.exists() and git(ROOT, "worktree", "add", "--detach", str(tree), revision) is None:
            sys.exit(f"git cannot create a work tree of {revision} at '{tree}'; remove that folder, "
                     "run 'git worktree prune' and try again")
        build = subprocess.run(["swift", "build", "-c", "release", "--product", "mllint"], cwd=tree)
        if build.returncode != 0:
            sys.exit(f"revision {revision[:12]} does not build; see above")
        shutil.copy2(tree / ".build" / "release" / "mllint", binary)
        git(ROOT, "worktree", "remove", "--force", str(tree))
    return str(binary)


def listed():
    """The pinned repositories: (owner/name, revision)."""
    lines = (ROOT / "scripts" / "corpus.txt").read_text().splitlines()
    return [tuple(line.split()) for line in lines if line.strip() and not line.startswith("#")]


def folder_of(repository, revision):
    """The folder of a repository; None if it is not there and cannot be fetched."""
    name = repository.split("/")[1]
    corpus = os.environ.get("MLLINT_CORPUS")
    if corpus and (pathlib.Path(corpus) / name).is_dir():
        return pathlib.Path(corpus) / name
    folder = CACHE / f"{name}-{revision[:12]}"
    if folder.exists():
        return folder
    partial = folder.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    url = f"https://github.com/{repository}"
    steps = [("init", "--quiet"), ("fetch", "--quiet", "--depth", "1", url, revision),
             ("checkout", "--quiet", "FETCH_HEAD")]
    if any(git(partial, *step) is None for step in steps):
        shutil.rmtree(partial)
        return None
    partial.rename(folder)
    return folder


def check(binary, folder, repeat):
    """The findings of a build, and its shortest time in seconds."""
    command = [binary, "check", "--isolated", "--preview", "--config", "profile=library", "--output-format", "json",
               "--exit-zero", "."]
    best = None
    for _ in range(max(1, repeat)):
        start = time.perf_counter()
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        seconds = time.perf_counter() - start
        if not run.stdout:
            sys.exit(f"{binary} failed on {folder} with exit code {run.returncode}: {run.stderr.strip()}")
        best = seconds if best is None else min(best, seconds)
    return json.loads(run.stdout)["findings"], best


def place(finding):
    return finding["path"], finding["start"]["line"], finding["start"]["column"], finding.get("cell") or 0


def matched(old, new, key):
    """Pair findings with equal keys, in order; return the pairs and the rest of both."""
    waiting = collections.defaultdict(collections.deque)
    for finding in old:
        waiting[key(finding)].append(finding)
    pairs, rest = [], []
    for finding in new:
        queue = waiting[key(finding)]
        if queue:
            pairs.append((queue.popleft(), finding))
        else:
            rest.append(finding)
    return pairs, [finding for queue in waiting.values() for finding in queue], rest


def compare(old, new):
    """The differences between two lists of findings, by rule and kind: pairs of an old and a new finding or None."""
    def meaning(finding):
        return finding["rule"], finding.get("symbol"), re.sub(r"\d+", "#", finding["message"])

    # Equal findings first, then less and less similar ones.
    _, old, new = matched(old, new, lambda finding: (finding["rule"], place(finding), finding["message"]))
    reworded, old, new = matched(old, new, lambda finding: (finding["rule"], place(finding)))
    near, old, new = matched(old, new, lambda finding: (meaning(finding), finding["path"]))
    far, old, new = matched(old, new, meaning)
    changes = collections.defaultdict(lambda: {kind: [] for kind in KINDS})
    for kind, pairs in [("reworded", reworded), ("moved", near + far), ("removed", [(item, None) for item in old]),
                        ("added", [(None, item) for item in new])]:
        for pair in pairs:
            changes[(pair[1] or pair[0])["rule"]][kind].append(pair)
    return changes


def excerpt(folder, finding):
    try:
        lines = (folder / finding["path"]).read_text(errors="replace").splitlines()
        # The lines of a notebook are those of its cells.
        return "" if finding.get("cell") else lines[finding["start"]["line"] - 1].strip()[:110]
    except (OSError, IndexError):
        return ""


def show(folder, kind, pair):
    old, new = pair
    finding = new or old
    path, line, column, _ = place(finding)
    print(f"  {kind}: {folder.name}/{path}:{line}:{column} {finding['message']}")
    if kind == "moved":
        print(f"      was at {old['path']}:{old['start']['line']}:{old['start']['column']}")
    if kind == "reworded":
        print(f"      was: {old['message']}")
    text = excerpt(folder, finding)
    if text:
        print(f"      | {text}")


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("base", help="a binary, or a git revision of this repository")
    parser.add_argument("repositories", nargs="*", help="some of scripts/corpus.txt; all of them without any")
    parser.add_argument("--new", default=str(ROOT / ".build" / "release" / "mllint"), help="the binary to compare with")
    parser.add_argument("--renamed", action="append", default=[], help="a rule id of the base and its new one: OLD=NEW")
    parser.add_argument("--repeat", type=int, default=3, help="how often each build runs; the shortest time counts")
    parser.add_argument("--excerpts", type=int, default=5, help="how many findings of a rule and kind are shown")
    return parser.parse_intermixed_args()


def main():
    options = arguments()
    pinned = listed()
    unknown = set(options.repositories) - {repository for repository, _ in pinned}
    if unknown:
        sys.exit(f"not in scripts/corpus.txt: {', '.join(sorted(unknown))}")
    if not os.access(options.new, os.X_OK):
        sys.exit(f"'{options.new}' is not there; build it first: make build")
    new = str(pathlib.Path(options.new).resolve())
    base = binary_of(options.base)
    renamed = dict(pair.split("=", 1) for pair in options.renamed)
    changes = collections.defaultdict(lambda: {kind: [] for kind in KINDS})
    times = []
    for repository, revision in pinned:
        if options.repositories and repository not in options.repositories:
            continue
        folder = folder_of(repository, revision)
        if folder is None:
            print(f"{repository} is skipped: it cannot be fetched and is not in $MLLINT_CORPUS", file=sys.stderr)
            continue
        old_findings, old_seconds = check(base, folder, options.repeat)
        new_findings, new_seconds = check(new, folder, options.repeat)
        for finding in old_findings:
            finding["rule"] = renamed.get(finding["rule"], finding["rule"])
        times.append((repository, len(old_findings), len(new_findings), old_seconds, new_seconds))
        for rule, kinds in compare(old_findings, new_findings).items():
            for kind, pairs in kinds.items():
                changes[rule][kind] += [(folder, pair) for pair in pairs]
    if not times:
        print("nothing was compared: no repository is available")
        return
    for rule in sorted(changes):
        counts = ", ".join(f"{len(changes[rule][kind])} {kind}" for kind in KINDS if changes[rule][kind])
        print(f"{rule}: {counts}")
        for kind in KINDS:
            for folder, pair in changes[rule][kind][:options.excerpts]:
                show(folder, kind, pair)
    if not changes:
        print("the findings are the same")
    print("\n| repository | findings before | after | seconds before | after | change |\n|---|---|---|---|---|---|")
    for name, old, found, before, after in times + [("all", *(sum(column) for column in list(zip(*times))[1:]))]:
        print(f"| {name} | {old} | {found} | {before:.2f} | {after:.2f} | {100 * (after / before - 1):+.0f} % |")


if __name__ == "__main__":
    main()
