#!/usr/bin/env python3
"""Holds mllint's docstring reader against numpydoc and docstring_parser on every docstring of real packages.

    pip install numpydoc docstring_parser
    swift build -c release --product DocstringDump
    Tests/DocstringConformance/compare.py FOLDER... [--style numpy] [--aspect types] [--cause CAUSE] [--show N]

numpydoc is the oracle for docstrings in NumPy's style, docstring_parser for Google's, Sphinx's and Epytext. Compared are
the names of parameters, their types, stated defaults, what is returned, what is raised, and which sections there are.
Each difference is sorted by its cause, so that what remains under "other" is what has to be read.
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
ORACLES = {"numpy": "numpydoc", "google": "docstring_parser", "sphinx": "docstring_parser", "epytext": "docstring_parser",
           "markdown": "docstring_parser", "plain": "docstring_parser"}


class Reading:
    """What one reader makes of a docstring: lists in source order."""

    def __init__(self):
        self.names = []
        self.types = {}
        self.defaults = {}
        self.returns = []
        self.raises = []
        self.sections = set()


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


def names_in(text):
    """The plain names in a documented name such as `*args, **kwargs`."""
    # numpydoc takes `x: int`, without the space, whole.
    parts = (re.sub(r"[\\*`'\"]", "", part).strip() for part in text.split(":")[0].split(","))
    return [part for part in parts if NAME.match(part)]


def plain(type_text):
    """A type without what states a default or that it may be left out, and without marks."""
    text = " ".join((type_text or "").split())
    text = re.sub(r",?\s*(\*|`)*optional(\*|`)*(?![\w])", "", text)
    text = re.sub(r",?\s*\(?\bdefault(s to|s|\s?[=:]|\b).*$", "", text)
    return text.strip(" ,`*")


STATED = re.compile(r"defaults? to (`[^`]*`|\"[^\"]*\"|'[^']*'|[^\s,;()]+)", re.S | re.I)


def stated_default(entry):
    """The default in our entry, read as docstring_parser reads its own: after "defaults to"."""
    for text in (entry["text"], entry["type"] or ""):
        found = STATED.search(" ".join(text.split()))
        if found:
            return found.group(1).rstrip(".").strip("`\"'")
    return None


def ours(texts):
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    data = b"".join(b"%d\n%s" % (len(text), text) for text in encoded)
    rows = subprocess.run([DUMP], input=data, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    for row in map(json.loads, rows):
        reading = Reading()
        for entry in row["parameters"]:
            reading.names.append(entry["name"])
            reading.types[entry["name"]] = plain(entry.get("type"))
            entry.setdefault("type", None)
            default = stated_default(entry)
            if default:
                reading.defaults[entry["name"]] = default
        reading.returns = [plain(entry.get("type")) for entry in row["returns"]]
        reading.raises = [entry["name"].strip("`:").split(".")[-1].split("`")[-1] for entry in row["raises"]]
        for section, holds in (("parameters", row["parameters"]), ("returns", row["returns"]), ("raises", row["raises"])):
            if holds:
                reading.sections.add(section)
        yield row["style"], reading


def of_numpydoc(text):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        doc = NumpyDocString(text)
    reading = Reading()
    for entry in doc["Parameters"] + doc["Other Parameters"]:
        type_text = entry.type
        if not type_text and re.match(r"\w+:\s?\S", entry.name):
            type_text = entry.name.split(":", 1)[1].strip()
        for name in names_in(entry.name):
            reading.names.append(name)
            reading.types[name] = plain(type_text)
            found = STATED.search(" ".join(entry.desc)) or STATED.search(type_text)
            if found:
                reading.defaults[name] = found.group(1).rstrip(".").strip("`\"'")
    reading.returns = [plain(entry.type) for entry in doc["Returns"] + doc["Yields"]]
    reading.raises = [(entry.type or entry.name).split(".")[-1] for entry in doc["Raises"]]
    note(reading)
    return reading


def of_docstring_parser(text, style):
    # Left to itself it takes many Google docstrings for other styles.
    known = docstring_parser.DocstringStyle.GOOGLE if style == "google" else docstring_parser.DocstringStyle.AUTO
    doc = docstring_parser.parse(inspect.cleandoc(text), known)
    reading = Reading()
    for item in doc.params:
        if item.args[0] in ("attribute", "attr"):
            continue
        for name in names_in(item.arg_name):
            reading.names.append(name)
            reading.types[name] = plain(item.type_name)
            if item.default:
                reading.defaults[name] = item.default.rstrip(".").strip("`\"'")
    reading.returns = [plain(item.type_name) for item in doc.many_returns]
    reading.raises = [(item.type_name or "").strip("`:").split(".")[-1] for item in doc.raises]
    note(reading)
    return reading


def note(reading):
    for section in ("returns", "raises"):
        if getattr(reading, section):
            reading.sections.add(section)
    if reading.names:
        reading.sections.add("parameters")


# The causes. Each function looks at one difference and names why it is there; "other" has to be read.

def opens_entry(text, name):
    return re.search(rf"^\s*(?:[-*+]\s+)?[*`'\"\\]*{re.escape(name)}[*`'\"]*\s*(?:[,:(/\[]|--? |or |and |$)", text, re.M)


def names_cause(text, got, expected):
    more, fewer = got - expected, expected - got
    if fewer and not any(opens_entry(text, name) for name in fewer):
        return "theirs: prose taken for an entry"
    if fewer and all(name.lower() in ("returns", "return", "raises", "yields", "example", "note") for name in fewer):
        return "theirs: the next title taken for an entry"
    if more and re.search(r"^\s*[-*+]\s+[`*]*\w+", text, re.M):
        return "theirs: a Markdown list is not read"
    if more and any(re.search(rf"(?:[,/]|\band|\bor)\s*[*`]*{name}\b", text) for name in more):
        return "theirs: several names of one entry"
    if not expected and re.search(r"^\s*\W*(arg|param|keyword|optional)\w*( \w+)?\W*$", text, re.M | re.I):
        return "theirs: a title in another spelling, or over dashes of another length"
    if not expected and re.search(r":(param|arg)|^\s*(Args|Parameters): *\S", text, re.M):
        return "theirs: entries on the title's line or in the first paragraph"
    return "other"


def types_cause(text, got, expected):
    squeezed = [re.sub(r"[\s`*)(,]", "", side) for side in (got, expected)]
    if squeezed[0] == squeezed[1]:
        return "theirs: lines glued without a space, or a bracket lost"
    if expected.count("(") != expected.count(")") or got.count("(") != got.count(")"):
        return "both: brackets of the source do not match"
    if squeezed[0].startswith(squeezed[1]):
        return "theirs: the type ends at its first bracket or colon"
    return "other"


def defaults_cause(text, got, expected):
    if got and not expected:
        return "theirs: only one whose sentence ends the entry's first line is read"
    if got and expected and re.sub(r"\W", "", expected).startswith(re.sub(r"\W", "", got)):
        return "theirs: the default runs on to the end of its sentence"
    if expected and not got:
        return "ours: only a default that is one word or quoted"
    return "other"


def returns_cause(text, got, expected):
    if got and not expected:
        return "theirs: a title without its colon, with text on its line, or a section that it does not read"
    if got and len(got) == len(expected):
        if all(there in ("", here) for here, there in zip(got, expected)):
            return "theirs: a type of several words, or with brackets, is taken for prose"
        if all(there in (f"{here}", "") or there.endswith(f": {here}") for here, there in zip(got, expected)):
            return "theirs: `name: type` is taken for a type"
        if all(here in ("", there) for here, there in zip(got, expected)):
            return "taste: whether what stands before a colon is a type or prose"
        if all(there.endswith(here) or there.endswith(f"({here}") or here in there for here, there in zip(got, expected)):
            return "theirs: `name (type)` is taken for a type"
    if len(expected) > len(got):
        return "taste: one entry for each line, or for all that is returned together"
    return "other"


def raises_cause(text, got, expected):
    if got and not expected:
        return "theirs: text on the title's line is not read"
    if len(got) > 3:
        return "both: prose after the section is taken for errors"
    return "other"


def sections_cause(text, got, expected):
    return "theirs: a section is missed" if got > expected else "ours: a section is missed" if got < expected else "other"


CAUSES = {"names": names_cause, "types": types_cause, "defaults": defaults_cause, "returns": returns_cause,
          "raises": raises_cause, "sections": sections_cause}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", help="folders of Python packages to read")
    parser.add_argument("--style", help="only docstrings of this style, as mllint tells it")
    parser.add_argument("--aspect", help="print differences in this only: names, types, defaults, returns, raises")
    parser.add_argument("--cause", help="print differences of this cause only")
    parser.add_argument("--show", type=int, default=0, help="how many differences to print")
    arguments = parser.parse_args()
    found = [item for folder in arguments.folders for item in docstrings(folder)]
    counts = collections.Counter()
    causes = collections.Counter()
    differences = []
    for (path, line, text), (style, mine) in zip(found, ours([text for _, _, text in found])):
        if arguments.style and style != arguments.style:
            continue
        counts[style, "docstrings", "compared"] += 1
        try:
            theirs = of_numpydoc(text) if style == "numpy" else of_docstring_parser(text, style)
        except (ParseError, ValueError) as error:
            causes[style, "all", "theirs: it gives up with an error"] += 1
            continue

        def compare(aspect, got, expected):
            if not got and not expected:
                return
            counts[style, aspect, "compared"] += 1
            if got == expected:
                counts[style, aspect, "equal"] += 1
                return
            cause = CAUSES[aspect](text, got, expected)
            causes[style, aspect, cause] += 1
            differences.append((path, line, style, aspect, cause, got, expected, text))

        compare("names", set(mine.names), set(theirs.names))
        for name in mine.names:
            if name in theirs.types:
                compare("types", mine.types[name], theirs.types[name])
                compare("defaults", mine.defaults.get(name), theirs.defaults.get(name))
        for aspect in ("returns", "raises", "sections"):
            compare(aspect, getattr(mine, aspect), getattr(theirs, aspect))
    for style in sorted({key[0] for key in counts}):
        print(f"{style} ({ORACLES.get(style, '')}), {counts[style, 'docstrings', 'compared']} docstrings")
        for aspect in ("names", "types", "defaults", "returns", "raises", "sections"):
            compared, equal = counts[style, aspect, "compared"], counts[style, aspect, "equal"]
            if compared:
                print(f"  {aspect:9} {equal} of {compared} equal ({100 * equal / compared:.1f} %)")
        for (other, aspect, cause), count in sorted(causes.items(), key=lambda item: (item[0][1], -item[1])):
            if other == style:
                print(f"    {count:6} {aspect}: {cause}")
    shown = [item for item in differences
             if (not arguments.aspect or item[3] == arguments.aspect) and (not arguments.cause or arguments.cause in item[4])]
    random.Random(0).shuffle(shown)
    for path, line, style, aspect, cause, got, expected, text in shown[: arguments.show]:
        print(f"--- {path}:{line} {style} {aspect} ({cause})\n    ours   {got}\n    theirs {expected}")
        if arguments.show <= 20 and aspect not in ("types", "defaults"):
            print(text)


if __name__ == "__main__":
    main()
