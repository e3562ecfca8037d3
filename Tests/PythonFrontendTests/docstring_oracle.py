"""Compares mllint's docstring reader with numpydoc and docstring_parser on real packages.

Usage:
    pip install numpydoc docstring_parser
    swift build -c release --product DocstringDump
    python Tests/PythonFrontendTests/docstring_oracle.py [--show N] [--style numpy|google|...] FOLDER [FOLDER ...]

Every docstring that `ast` finds is fed to all three. Parameter names are compared as sets: a docstring agrees when
mllint's names are those of the oracle for its style (numpydoc for NumPy docstrings, docstring_parser for the rest).
"""

import argparse
import ast
import collections
import inspect
import json
import pathlib
import random
import re
import subprocess
import warnings

import docstring_parser
from docstring_parser.common import ParseError
from numpydoc.docscrape import NumpyDocString

DUMP = pathlib.Path(__file__).parents[2] / ".build/release/DocstringDump"
NAME = re.compile(r"[^\W\d]\w*$")


def docstrings(folder):
    """Yields (path, line, docstring), uncleaned."""
    for path in sorted(pathlib.Path(folder).rglob("*.py")):
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                text = ast.get_docstring(node, clean=False)
                if text:
                    yield path, node.body[0].lineno, text


def split(name):
    """The plain names in a documented name such as `*args, **kwargs`."""
    # numpydoc takes `x: int`, without the space, whole.
    name = name.split(":")[0]
    parts = (re.sub(r"[\\*`'\"]", "", part).strip() for part in name.split(","))
    return {part for part in parts if NAME.match(part)}


def of_numpydoc(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        doc = NumpyDocString(text)
    entries = doc["Parameters"] + doc["Other Parameters"]
    return set().union(*(split(entry.name) for entry in entries)) if entries else set()


def of_docstring_parser(text, style):
    # Left to itself it takes many Google docstrings for other styles.
    known = docstring_parser.DocstringStyle.GOOGLE if style == "google" else docstring_parser.DocstringStyle.AUTO
    doc = docstring_parser.parse(inspect.cleandoc(text), known)
    names = (split(item.arg_name) for item in doc.params if item.args[0] not in ("attribute", "attr"))
    return set().union(*names, set())


def ours(texts):
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    data = b"".join(b"%d\n%s" % (len(text), text) for text in encoded)
    rows = subprocess.run([DUMP], input=data, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    return [json.loads(row) for row in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", help="folders of Python packages to read")
    parser.add_argument("--show", type=int, default=0, help="how many disagreements to print")
    parser.add_argument("--style", help="print disagreements of this style alone")
    arguments = parser.parse_args()
    found = [item for folder in arguments.folders for item in docstrings(folder)]
    counts = collections.Counter()
    disagreements = []
    for (path, line, text), row in zip(found, ours([text for _, _, text in found])):
        style = row["style"]
        try:
            expected = of_numpydoc(text) if style == "numpy" else of_docstring_parser(text, style)
        except (ParseError, ValueError) as error:
            counts[style, "oracle failed"] += 1
            continue
        got = set(row["parameters"])
        counts[style, "docstrings"] += 1
        if not got and not expected:
            continue
        counts[style, "with parameters"] += 1
        if got == expected:
            counts[style, "agree"] += 1
        else:
            kind = "only ours" if got > expected else "only theirs" if got < expected else "both differ"
            counts[style, kind] += 1
            disagreements.append((path, line, style, sorted(got - expected), sorted(expected - got), text))
    for style in sorted({style for style, _ in counts}):
        print(style, {kind: count for (other, kind), count in sorted(counts.items()) if other == style})
    shown = [item for item in disagreements if not arguments.style or item[2] == arguments.style]
    random.Random(0).shuffle(shown)
    for path, line, style, more, fewer, text in shown[: arguments.show]:
        print(f"--- {path}:{line} {style} only ours {more} only theirs {fewer}")
        if arguments.show < 20:
            print(text)


if __name__ == "__main__":
    main()
