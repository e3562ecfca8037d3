#!/usr/bin/env python3
"""Holds `mllint api diff` against griffe on two unpacked versions of a package.

    pip download --no-deps -d wheels einops==0.6.1 einops==0.8.0     # and unpack each into a folder of its own
    Tests/ApiConformance/compare.py --mllint .build/release/mllint einops v1/ v2/ [--list]

Prints how many changes both report, and sorts what only one of them reports into classes. griffe (`pip install griffe`)
reads the sources too; neither imports the package.
"""
import argparse
import collections
import json
import os
import subprocess

import griffe

# What griffe calls a breakage, and the kinds of ours that say the same.
KINDS = {
    "PARAMETER_MOVED": {"parameter-reordered", "parameter-inserted", "parameter-renamed", "parameter-removed",
                        "required-parameter-added", "parameter-keyword-only"},
    "PARAMETER_REMOVED": {"parameter-removed", "parameter-renamed"},
    "PARAMETER_CHANGED_KIND": {"parameter-keyword-only", "parameter-positional-only"},
    "PARAMETER_CHANGED_DEFAULT": {"default-changed"},
    "PARAMETER_CHANGED_REQUIRED": {"parameter-required"},
    "PARAMETER_ADDED_REQUIRED": {"required-parameter-added", "parameter-renamed"},
    "RETURN_CHANGED_TYPE": {"return-changed"},
    "OBJECT_REMOVED": {"removed", "moved", "renamed", "unlisted"},
    "OBJECT_CHANGED_KIND": {"kind-changed"},
    "ATTRIBUTE_CHANGED_TYPE": {"type-changed"},
    "ATTRIBUTE_CHANGED_VALUE": {"value-changed"},
    "CLASS_REMOVED_BASE": {"base-removed"},
}


def breakages(before, after):
    """What griffe finds; names of other packages, over which it stumbles, are taken out until it gets through."""
    for _ in range(1000):
        try:
            return list(griffe.find_breaking_changes(before, after))
        except griffe.AliasResolutionError as error:
            alias = error.alias
            for tree in (before, after):
                owner = tree
                for part in alias.path.split(".")[1:-1]:
                    owner = owner.members.get(part, owner)
                owner.members.pop(alias.name, None)
    raise SystemExit("griffe stumbles over too many names")


def griffe_changes(package, old, new):
    def load(folder):
        return griffe.load(package, search_paths=[folder], allow_inspection=False, resolve_aliases=True,
                           resolve_external=False)

    found = {}
    for breakage in breakages(load(old), load(new)):
        thing = breakage.obj
        try:
            if thing.is_alias:
                thing = thing.final_target
        except Exception:  # an alias that leads out of the package
            pass
        detail = getattr(breakage.old_value, "name", None) or getattr(breakage.new_value, "name", None)
        if breakage.kind.name in ("OBJECT_REMOVED", "RETURN_CHANGED_TYPE", "ATTRIBUTE_CHANGED_VALUE"):
            detail = None
        try:
            is_member = thing.parent.is_class
            what, line = thing.kind.value, thing.lineno
        except Exception:
            is_member, what, line = False, "?", 0
        change = {"kind": breakage.kind.name, "path": breakage.obj.path, "detail": detail, "member": is_member,
                  "what": what, "line": line,
                  "old": str(breakage.old_value)[:80], "new": str(breakage.new_value)[:80]}
        try:
            home = thing.path
        except Exception:
            home = breakage.obj.path
        found[(change["kind"], home, detail)] = change
    return list(found.values())


def our_changes(mllint, old, new):
    run = subprocess.run([mllint, "api", "diff", "--output-format", "json", "--exit-zero",
                          os.path.join(old, ""), os.path.join(new, "")], capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(run.stderr)
    return json.loads(run.stdout)["changes"]


def offered(mllint, folder):
    run = subprocess.run([mllint, "api", "--output-format", "json", os.path.join(folder, "")],
                         capture_output=True, text=True)
    names = {}

    def note(symbol, path):
        names[path] = symbol
        for member in symbol.get("members", []):
            note(member, path + "." + member["name"])

    for symbol in json.loads(run.stdout)["symbols"]:
        for path in [symbol["path"]] + symbol.get("aliases", []):
            note(symbol, path)
    return names


def tail(path, parts):
    return ".".join(path.split(".")[-parts:])


def is_same(theirs, ours):
    if ours["kind"] not in KINDS[theirs["kind"]]:
        return False
    parts = 2 if theirs["member"] else 1
    if tail(theirs["path"], parts) != tail(ours["symbol"], parts):
        if theirs["kind"] != "OBJECT_REMOVED":
            return False
        # What lies in a module that is gone is gone with it.
        return theirs["path"].startswith(ours["symbol"] + ".")
    if theirs["kind"] in ("PARAMETER_MOVED", "PARAMETER_ADDED_REQUIRED", "OBJECT_REMOVED"):
        return True
    if theirs["kind"] == "CLASS_REMOVED_BASE" or theirs["detail"] is None:
        return True
    return (ours["detail"] or "").lstrip("*") in (theirs["detail"], "") or ours["kind"] == "parameter-renamed"


def class_of_theirs(change, old_names, new_names, ours):
    """Why only griffe reports it, as far as a program can tell."""
    path = change["path"]
    owner = path.rsplit(".", 1)[0]
    if any(part.startswith("_") and not part.startswith("__") for part in path.split(".")[1:]):
        return "private name"
    if ".tests." in path or path.endswith(".tests"):
        return "a test"
    if change["kind"] == "OBJECT_REMOVED" and change["what"] == "attribute":
        return "attribute that nothing documents" if change["member"] else "variable of a module"
    if path not in old_names and path not in new_names and owner not in old_names:
        return "not offered to callers"
    if change["member"] and any(
            mine["count"] > 1 and mine["kind"] in KINDS[change["kind"]] and tail(mine["symbol"], 1) == tail(path, 1)
            for mine in ours):
        return "said once, of the class that it inherits from"
    return change["kind"].lower()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", help="name of the top-level package")
    parser.add_argument("old", help="folder that holds the old version's package")
    parser.add_argument("new", help="folder that holds the new version's package")
    parser.add_argument("--mllint", default=".build/release/mllint", help="the binary to test")
    parser.add_argument("--list", action="store_true", help="list every change that only one of the two reports")
    options = parser.parse_args()
    theirs = griffe_changes(options.package, options.old, options.new)
    ours = our_changes(options.mllint, options.old, options.new)
    felt = [change for change in ours if change["effect"] != "extends"]
    old_names, new_names = offered(options.mllint, options.old), offered(options.mllint, options.new)
    index = collections.defaultdict(list)
    for number, change in enumerate(ours):
        index[tail(change["symbol"], 1)].append(number)
    modules = [n for n, change in enumerate(ours) if change["kind"] in ("removed", "moved", "unlisted")]
    matched, only_theirs = set(), []
    both = 0
    for change in theirs:
        candidates = index[tail(change["path"], 1)] + (modules if change["kind"] == "OBJECT_REMOVED" else [])
        hits = [number for number in candidates if is_same(change, ours[number])]
        if hits:
            both += 1
            matched.update(hits)
        else:
            only_theirs.append(change)
    only_ours = [change for number, change in enumerate(ours) if number not in matched and change["effect"] != "extends"]
    print(f"{options.package}: griffe {len(theirs)}, mllint {len(felt)}; of griffe's {both} are ours too")
    classes = collections.Counter(class_of_theirs(change, old_names, new_names, ours) for change in only_theirs)
    print("  only griffe:", ", ".join(f"{count} {name}" for name, count in classes.most_common()) or "-")
    kinds = collections.Counter(change["kind"] for change in only_ours)
    print("  only mllint:", ", ".join(f"{count} {name}" for name, count in kinds.most_common()) or "-")
    if options.list:
        for change in only_theirs:
            name = class_of_theirs(change, old_names, new_names, ours)
            print(f"  griffe [{name}] {change['kind']} {change['path']} {change['detail'] or ''}"
                  f" | {change['old']} -> {change['new']}")
        for change in only_ours:
            print(f"  mllint [{change['kind']}] {change['symbol']} {change['detail'] or ''} | {change['message']}")


if __name__ == "__main__":
    main()
