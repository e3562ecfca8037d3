#!/usr/bin/env python3
"""Measures how many injected naming errors the naming rules find.

usage: measure-recall.py MLLINT COUNT REPOSITORY [PACKAGE]

In a copy of the repository, one public parameter at a time that has the leading name of its set is renamed, in signature and
body, to another name of the set; the rule must report it at that line. COUNT parameters are drawn with a fixed seed from all
sets with a clear leader in the package (default: all Python files outside tests).
"""
import ast
import collections
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

RULES = "inconsistent-name,inconsistent-count-name"
SKIPPED = {"tests", "test", "legacy", "deprecated", "backend", "libs", "examples", "docs", "guides", "benchmarks"}


def word_sets():
    """Each enabled set of the vocabulary; a concept that requires a preferred name is not reported per site."""
    for path in sorted((pathlib.Path(__file__).parent.parent / "Rules/vocabulary").glob("*.yml")):
        for concept in re.split(r"\n  - concept: ", path.read_text())[1:]:
            if "enabled: true" in concept and "needs_preferred_name" not in concept:
                for words in re.findall(r"^      - \[(.*)\]$", concept, re.M):
                    yield [word.strip() for word in words.split(",")]


def functions(path):
    """Public functions and methods of public classes, including initializers; `__all__` decides if it exists."""
    tree = ast.parse(path.read_text())
    exported = None
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            exported = {item.value for item in ast.walk(node.value) if isinstance(item, ast.Constant)}
    for node in tree.body:
        if exported is not None and getattr(node, "name", None) not in exported:
            continue
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for member in node.body:
                if isinstance(member, ast.FunctionDef) and (member.name == "__init__" or member.name[0] != "_"):
                    yield member


def renamed(path, function, argument, word):
    lines = path.read_bytes().split(b"\n")
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == argument.arg]
    for node in sorted([argument, *names], key=lambda node: (node.lineno, node.col_offset), reverse=True):
        line, start = lines[node.lineno - 1], node.col_offset
        lines[node.lineno - 1] = line[:start] + word.encode() + line[start + len(argument.arg):]
    return b"\n".join(lines)


def sites(root):
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).parts
        is_hidden = any(part.startswith(("_", "test_")) and part != "__init__.py" for part in parts)
        if is_hidden or SKIPPED & set(parts) or path.name.endswith("_test.py"):
            continue
        for function in functions(path):
            for argument in function.args.args + function.args.kwonlyargs:
                yield path, function, argument


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    mllint, count = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2])
    copy = pathlib.Path(tempfile.mkdtemp()) / "copy"
    shutil.copytree(sys.argv[3], copy, symlinks=True)
    by_word = collections.defaultdict(list)
    for site in sites(copy / sys.argv[4] if len(sys.argv) > 4 else copy):
        by_word[site[2].arg].append(site)
    generator = random.Random(1)
    pool = []
    for words in word_sets():
        total = sum(len(by_word[word]) for word in words)
        for word in words:
            if total >= 6 and len(by_word[word]) >= 0.9 * total:
                drawn = generator.sample(by_word[word], min(4, len(by_word[word])))
                pool += [(site, generator.choice([other for other in words if other != word])) for site in drawn]
    generator.shuffle(pool)
    found = 0
    for (path, function, argument), word in pool[:count]:
        text = path.read_bytes()
        path.write_bytes(renamed(path, function, argument, word))
        run = subprocess.run(
            [mllint, "check", "--isolated", "--preview", "--select", RULES, "--output-format", "json", "--exit-zero", "."],
            cwd=copy, capture_output=True, text=True)
        path.write_bytes(text)
        place = (str(path.relative_to(copy)), argument.lineno)
        hit = any((finding["path"], finding["start"]["line"]) == place for finding in json.loads(run.stdout)["findings"])
        found += hit
        print(f"{'found ' if hit else 'missed'} {place[0]}:{place[1]} {function.name}: {argument.arg} -> {word}")
    print(f"{found} of {min(count, len(pool))} found")
    shutil.rmtree(copy.parent)


if __name__ == "__main__":
    main()
