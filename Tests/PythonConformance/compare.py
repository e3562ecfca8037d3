"""Compares the trees of PythonSyntax with CPython's ast, node by node.

    python3 compare.py [--tool PATH] [--show N] [--list FILE] ROOT...

Both sides print a neutral form (see Dumper.swift). Files whose checksums differ are printed again, and the first
difference is shown. Exits with 1 if a tree differs from CPython's, if a file that CPython accepts has an error, or if one
that it rejects has none. The tool also checks the children of every node against their documented grammar.
"""

import argparse
import ast
import multiprocessing
import os
import struct
import subprocess
import sys
import threading
import warnings
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
TOOL = os.path.join(HERE, "../../.build/release/PythonConformance")

CONTEXTS = {ast.Load: " L", ast.Store: " S", ast.Del: " D"}


class Printer:
    """Prints one module in the neutral form."""

    def __init__(self):
        self.out = []
        self.formatted = 0

    def text(self, module):
        self.out.append("(Module")
        self.value(module.body)
        self.out.append(")")
        return "".join(self.out)

    def value(self, value):
        out = self.out
        if value is None:
            out.append(" ~")
        elif isinstance(value, list):
            out.append(" [")
            for item in value:
                if isinstance(item, str):
                    out.append(" '" + item)
                elif item is None:
                    out.append(" ~")
                else:
                    self.node(item)
            out.append("]")
        elif isinstance(value, str):
            out.append(" '" + value)
        elif isinstance(value, int):
            out.append(f" {value}")
        else:
            self.node(value)

    def node(self, node):
        kind = type(node)
        context = CONTEXTS.get(kind)
        if context:
            self.out.append(context)
            return
        if isinstance(node, SYMBOLS):
            self.out.append(" " + kind.__name__)
            return
        special = SPECIAL.get(kind)
        if special:
            special(self, node)
            return
        self.open(node)
        for field in FIELDS[kind]:
            self.value(getattr(node, field, None))
        self.out.append(")")

    def open(self, node):
        if self.formatted or not hasattr(node, "end_lineno"):
            self.out.append("(" + type(node).__name__)
        else:
            self.out.append(
                f"({type(node).__name__} {node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
            )

    def constant(self, node):
        self.open(node)
        self.out.append(" " + literal(node.value) + (" u)" if node.kind else " ~)"))

    def definition(self, node):
        self.open(node)
        for field in FIELDS[type(node)]:
            self.value(getattr(node, field, None))
        self.value(getattr(node, "type_params", []))
        self.out.append(")")

    def singleton(self, node):
        self.open(node)
        self.out.append(f" {node.value})")

    def joined(self, node):
        self.open(node)
        self.formatted += 1
        self.out.append(" [")
        text = ""
        for part in node.values:
            if isinstance(part, ast.Constant):
                text += part.value
                continue
            if text:
                self.out.append("(Constant s" + text + ")")
                text = ""
            self.out.append("(FormattedValue")
            self.value(part.value)
            self.out.append(f" {max(part.conversion, 0)}")
            if part.format_spec is None:
                self.out.append(" ~")
            else:
                self.joined(part.format_spec)
            self.out.append(")")
        if text:
            self.out.append("(Constant s" + text + ")")
        self.out.append("])")
        self.formatted -= 1


def literal(value):
    if isinstance(value, str):
        return "s" + value
    if isinstance(value, bytes):
        return "b" + "".join(f"{byte:x}," for byte in value)
    if value is None or value is True or value is False or value is Ellipsis:
        return repr(value)
    if isinstance(value, int):
        return f"i{value:x}"
    if isinstance(value, float):
        return f"f{struct.unpack('>Q', struct.pack('>d', value))[0]:x}"
    return f"c{struct.unpack('>Q', struct.pack('>d', value.imag))[0]:x}"


SYMBOLS = (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
SPECIAL = {
    ast.Constant: Printer.constant,
    ast.FunctionDef: Printer.definition,
    ast.AsyncFunctionDef: Printer.definition,
    ast.ClassDef: Printer.definition,
    ast.MatchSingleton: Printer.singleton,
    ast.JoinedStr: Printer.joined,
}
SKIPPED = {"type_comment", "type_params"}
FIELDS = {
    kind: [name for name in kind._fields if name not in SKIPPED]
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
if hasattr(ast, "TypeAlias"):
    FIELDS[ast.TypeAlias] = ["name", "type_params", "value"]
    FIELDS[ast.TypeVar] = ["name", "bound", "default_value"]
    FIELDS[ast.ParamSpec] = FIELDS[ast.TypeVarTuple] = ["name", "default_value"]


def neutral(path):
    """The neutral form of a file as bytes, or None and CPython's complaint."""
    with open(path, "rb") as file:
        source = file.read()
    try:
        module = ast.parse(source, path)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return None, f"{type(error).__name__}: {error}"
    return Printer().text(module).encode("utf-8", "surrogatepass"), ""


process = None
tool = TOOL


def compare(paths):
    """One (category, path, detail) for each path."""
    global process
    if process is None:
        process = subprocess.Popen([tool, "batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    results = []

    def work():
        for path in paths:
            process.stdin.write(os.fsencode(path) + b"\n")
            process.stdin.flush()
            form, complaint = neutral(path)
            answer = process.stdout.readline().decode("utf-8", "replace").rstrip("\n").split(" ", 4)
            errors = int(answer[3])
            if form is None:
                category = "both reject" if errors else "missed"
                results.append((category, path, complaint + " | " + answer[4]))
            elif errors:
                results.append(("false error", path, answer[4]))
            elif answer[:3] == [str(zlib.crc32(form)), str(zlib.adler32(form)), str(len(form))]:
                results.append(("agree", path, ""))
            else:
                results.append(("differ", path, ""))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return results


def first_difference(path):
    ours = subprocess.run([tool, "dump", path], capture_output=True).stdout.rstrip(b"\n")
    theirs, _ = neutral(path)
    place = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    start = max(0, place - 160)
    return f"  ours:   {ours[start:place + 80]!r}\n  theirs: {theirs[start:place + 80]!r}"


def find(roots):
    for root in roots:
        if os.path.isfile(root):
            yield root
        for folder, _, names in os.walk(root):
            for name in sorted(names):
                if name.endswith(".py") and "\n" not in name:
                    yield os.path.join(folder, name)


def setup():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100000)
    threading.stack_size(1 << 29)
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)


def main():
    global tool
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", default=TOOL)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", help="write the paths that do not agree to this file")
    parser.add_argument("roots", nargs="+")
    options = parser.parse_args()
    tool = options.tool
    setup()
    paths = list(dict.fromkeys(find(options.roots)))
    chunks = [paths[i : i + 40] for i in range(0, len(paths), 40)]
    groups = {}
    with multiprocessing.Pool(options.jobs, setup) as pool:
        for results in pool.imap_unordered(compare, chunks):
            for category, path, detail in results:
                groups.setdefault(category, []).append((path, detail))
    for category in ("differ", "false error", "missed"):
        for path, detail in sorted(groups.get(category, []))[: options.show]:
            print(f"{category}: {path}: {detail}")
            if category == "differ":
                sys.stdout.flush()
                print(first_difference(path))
    counts = ", ".join(f"{len(found)} {category}" for category, found in sorted(groups.items()))
    print(f"Python {sys.version.split()[0]}: {len(paths)} files: {counts}")
    if options.list:
        with open(options.list, "w") as file:
            for category in ("differ", "false error", "missed"):
                file.writelines(f"{category}\t{path}\t{detail}\n" for path, detail in groups.get(category, []))
    return 1 if any(groups.get(category) for category in ("differ", "false error", "missed")) else 0


if __name__ == "__main__":
    setup()
    sys.exit(main())
