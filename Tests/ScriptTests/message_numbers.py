#!/usr/bin/env python3
"""Recount the numbers in mllint's messages with Python's own parser and compare.

usage: message_numbers.py MLLINT REPOSITORY...

Runs mllint with every rule on each folder. Where a message states a number about Python code (how many parameters,
signatures, tests, comments), the number is counted again with ast and tokenize, by definitions that share no code with
mllint. Prints how many numbers agree, by rule, and every one that differs; fails if one differs or nothing was compared.
"""
import ast
import collections
import functools
import io
import json
import pathlib
import re
import subprocess
import sys
import tokenize
import warnings

warnings.simplefilter("ignore", SyntaxWarning)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
NUMBERED = re.compile(r"\b\d+\b")
QUOTED = re.compile(r"(?<!\w)'[^']*'")


class Repository:
    """The Python files of a folder, parsed when needed."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    @functools.cached_property
    def paths(self):
        return sorted(path for path in self.folder.rglob("*.py") if not path.is_symlink())

    @functools.lru_cache(maxsize=None)
    def tree(self, path):
        try:
            return ast.parse((self.folder / path).read_bytes())
        except (SyntaxError, ValueError):
            return ast.Module([], [])

    @functools.cached_property
    def comments(self):
        """The text of every comment, by file."""
        found = {}
        for path in self.paths:
            try:
                tokens = list(tokenize.tokenize(io.BytesIO(path.read_bytes()).readline))
            except (SyntaxError, tokenize.TokenError, UnicodeDecodeError):
                continue
            found[path] = [token.string for token in tokens if token.type == tokenize.COMMENT]
        return found

    def declaration(self, finding):
        """The innermost function or class around a finding that its message names, or the innermost function."""
        line = finding["start"]["line"]
        around = [
            node for node in ast.walk(self.tree(finding["path"]))
            if isinstance(node, FUNCTIONS + (ast.ClassDef,)) and first_line(node) <= line <= node.end_lineno
        ]
        named = [node for node in around if f"'{node.name}'" in finding["message"]]
        return max(named or around, key=lambda node: node.lineno, default=None)


def first_line(node):
    return min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])


def parameters(node):
    """Names of the parameters of a function, or of the initializer of a class, without self."""
    if isinstance(node, ast.ClassDef):
        methods = {item.name: item for item in node.body if isinstance(item, FUNCTIONS)}
        node = methods.get("__init__") or methods.get("__new__")
        if node is None:
            return None
    arguments = node.args
    names = [argument.arg for argument in arguments.posonlyargs + arguments.args]
    if names[:1] and names[0] in ("self", "cls", "mcs", "_cls"):
        names = names[1:]
    return names, [argument.arg for argument in arguments.kwonlyargs], arguments


def named_parameters(node):
    found = parameters(node)
    return found and len(found[0]) + len(found[1])


def with_variadic(node):
    found = parameters(node)
    return found and len(found[0]) + len(found[1]) + bool(found[2].vararg) + bool(found[2].kwarg)


def positional(node):
    found = parameters(node)
    return found and len(found[0])


def required(node):
    found = parameters(node)
    return found and len(found[0]) - min(len(found[2].defaults), len(found[0]))


def documented(repository, finding, numbers):
    """'f' documents 1 of its 3 parameters"""
    node = repository.declaration(finding)
    return node and (numbers[1] in {named_parameters(node), with_variadic(node)})


def positional_count(repository, finding, numbers):
    """'f' takes 28 positional parameters"""
    node = repository.declaration(finding)
    return node and positional(node) == numbers[0]


def required_count(repository, finding, numbers):
    """'f' requires 6 positional arguments"""
    node = repository.declaration(finding)
    return node and required(node) == numbers[0]


def returned_values(repository, finding, numbers):
    """'f' returns 5 unnamed values"""
    node = repository.declaration(finding)
    lengths = {len(item.value.elts) for item in ast.walk(node)
               if isinstance(item, ast.Return) and isinstance(item.value, ast.Tuple)}
    return numbers[0] in lengths


def copies(repository, finding, numbers):
    """(3 copies in this file): as many places as the finding lists"""
    return len([place for place in finding.get("related", []) if place.get("path", finding["path"]) == finding["path"]]
               ) + 1 >= numbers[-1]


def same_messages(repository, finding, numbers):
    """2 checks in this function fail with the same message"""
    node = repository.declaration(finding)
    raised = collections.Counter(
        ast.dump(item.exc.args[0]) for item in ast.walk(node)
        if isinstance(item, ast.Raise) and isinstance(item.exc, ast.Call) and item.exc.args)
    asserted = collections.Counter(
        ast.dump(item.msg) for item in ast.walk(node) if isinstance(item, ast.Assert) and item.msg)
    return numbers[0] in set((raised + asserted).values())


def comment_count(pattern):
    """215 of the project's 427 '# type: ignore' comments"""
    def check(repository, finding, numbers):
        texts = [text for comments in repository.comments.values() for text in comments]
        return sum(bool(re.search(pattern, text)) for text in texts) == numbers[1]
    return check


def long_name(repository, finding, numbers):
    """(5 words), or 48 characters long"""
    name = re.search(r"'(\w+)'", finding["message"])[1]
    words = [word for word in re.split(r"_|(?<=[a-z])(?=[A-Z])", name) if word]
    return numbers[0] in {len(name), len(words)}


def exported_names(repository, finding, numbers):
    """exports 35 public functions and classes"""
    tree = repository.tree(finding["path"])
    defined = {node.name for node in tree.body if isinstance(node, FUNCTIONS + (ast.ClassDef,))}
    listed = None
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets):
            try:
                listed = set(ast.literal_eval(node.value))
            except ValueError:
                pass
    public = defined & listed if listed is not None else {name for name in defined if not name.startswith("_")}
    return len(public) == numbers[0]


def error_checks(repository, finding, numbers):
    """641 of 1343 error checks look only at the type"""
    names = {"raises", "assertRaises", "assertRaisesRegex", "assertRaisesRegexp", "assert_raises",
             "assert_raises_regex"}
    found = 0
    for path in repository.paths:
        for node in ast.walk(repository.tree(path.relative_to(repository.folder))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                found += name in names
    return found == numbers[1]


def boolean_calls(repository, finding, numbers):
    """2 calls pass the boolean 'intersect' to 'r2_score' by position"""
    called = re.findall(r"to '([\w.]+)' by position", finding["message"])[0].split(".")[-1]
    found = 0
    for path in repository.paths:
        for node in ast.walk(repository.tree(path.relative_to(repository.folder))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                found += name == called and any(
                    isinstance(argument, ast.Constant) and isinstance(argument.value, bool) for argument in node.args)
    return found >= numbers[0]


# The start of a message, and who counts again. The functions' docstrings show the messages.
RECOUNTS = [
    ("undocumented-parameter", r"documents \d+ of its \d+ parameters", documented),
    ("too-many-parameters", r"takes \d+ positional parameters", positional_count),
    ("too-many-required-parameters", r"requires \d+ positional arguments", required_count),
    ("long-tuple-return", r"returns \d+ unnamed values", returned_values),
    ("duplicate-error-message", r"^\d+ checks in this function", same_messages),
    ("error-without-value", r"\(\d+ copies in this file\)", copies),
    ("vague-error-message", r"\(\d+ copies in this file\)", copies),
    ("generic-error-type", r"\(\d+ times in this file\)", copies),
    ("unexplained-suppression", r"^\d+ of the project's \d+ '# type: ignore'", comment_count(r"type:\s*ignore")),
    ("overlong-name", r"\(\d+ words\)|is \d+ characters long", long_name),
    ("oversized-module", r"exports \d+ public", exported_names),
    ("unchecked-error-message", r"^\d+ of \d+ error checks", error_checks),
    ("positional-boolean", r"^\d+ calls pass", boolean_calls),
]


def compare(program, folder):
    """(agreeing, differing): the numbers by rule, and the findings whose number differs."""
    run = subprocess.run(
        [program, "check", ".", "--isolated", "--preview", "--exit-zero", "--output-format", "json"],
        cwd=folder, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{program} failed with {run.returncode} in {folder}: {run.stderr.strip()}")
    repository = Repository(folder)
    agreeing, differing = collections.Counter(), []
    for finding in json.loads(run.stdout)["findings"]:
        for rule, pattern, recount in RECOUNTS:
            if finding["rule"] != rule or not finding["path"].endswith(".py"):
                continue
            stated = re.search(pattern, finding["message"])
            if not stated:
                continue
            numbers = [int(number) for number in NUMBERED.findall(QUOTED.sub("", stated[0]))]
            if recount(repository, finding, numbers):
                agreeing[rule] += 1
            else:
                differing.append(finding)
    return agreeing, differing


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program = str(pathlib.Path(sys.argv[1]).resolve())
    total, failed = collections.Counter(), False
    for folder in sys.argv[2:]:
        agreeing, differing = compare(program, folder)
        total += agreeing
        for finding in differing:
            failed = True
            place = f"{folder}/{finding['path']}:{finding['start']['line']}"
            print(f"{place}: {finding['rule']}: counted differently: {finding['message']}")
    for rule, count in sorted(total.items()):
        print(f"{rule}: {count} numbers agree")
    if failed or not total:
        sys.exit("some numbers differ" if failed else "no message stated a number to compare")


if __name__ == "__main__":
    main()
