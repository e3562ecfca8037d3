#!/usr/bin/env python3
"""Tests scripts/fix-recall on a small repository and on a program that finds one of its flaws."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts" / "fix-recall"

TIDES = '''"""Tides."""


def level(place, hour=3):
    """The level of the sea.

    Args:
        spot: where to measure.
        hour: the hour. Defaults to 4.
    """
    if hour < 0:
        raise ValueError("the hour is {hour}")
    return place


def mean(place, seed=None):
    """The mean level."""
    return draw(place, seed=0)


class Sea:
    """A sea.

    Args:
        name: what it is called.
    """

    def __init__(self, name, depth=1):
        self.name, self.depth = name, depth
'''

GUIDE = """# Tides

See [waves](docs/wave.md).

```bash
python tool/run.py --place here
```

```python
from tides import levels
```
"""

# A message and what it replaces in which file, and the kind and line of the repair.
REPAIRS = [
    ("Fix the docstring", "tides.py", "        spot:", "        place:", "stale parameter doc", 8),
    ("Correct a default", "tides.py", "Defaults to 4", "Defaults to 3", "wrong default", 9),
    ("Fix a message", "tides.py", '"the hour is', 'f"the hour is', "unformatted message", 12),
    ("Pass the seed on", "tides.py", "seed=0", "seed=seed", "ignored parameter", 16),
    ("Add a missing entry to the docs", "tides.py", "called.\n", "called.\n        depth: how deep it is.\n",
     "undocumented parameter", 21),
    ("Fix a link", "README.md", "docs/wave.md", "docs/waves.md", "dead link", 3),
    ("Fix the command", "README.md", "tool/run.py", "tools/run.py", "broken command", 6),
    ("Fix the example in the docs", "README.md", "import levels", "import level", "broken example", 10),
]

# Reports a dead link while there is one, and another finding always; a preview rule only with --preview.
PROGRAM = '''#!/usr/bin/env python3
import json, pathlib, sys
lines = pathlib.Path("README.md").read_text().split("\\n")
def finding(rule, path, line):
    place = {"line": line, "column": 1}
    return {"rule": rule, "path": path, "symbol": "", "message": "m", "start": place, "end": place}
found = [finding("stale-parameter-doc", "tides.py", 8), finding("other", "README.md", 3)]
found += [finding("dead-link", "README.md", number) for number, line in enumerate(lines, 1) if "wave.md" in line]
if "--preview" in sys.argv:
    found += [finding("broken-example-command", "README.md", number) for number, line in enumerate(lines, 1) if "tool/" in line]
print(json.dumps({"findings": found}))
'''


class FixRecallTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.repository = self.folder / "repository"
        self.list = self.folder / "places.jsonl"
        for path, text in {"tides.py": TIDES, "README.md": GUIDE, "docs/waves.md": "# Waves\n",
                           "tools/run.py": "print()\n"}.items():
            file = self.repository / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        self.git("init", "--quiet")
        self.commit("First version")

    def git(self, *arguments):
        return subprocess.run(["git", "-C", self.repository, "-c", "user.name=t", "-c", "user.email=t@t.invalid",
                               *arguments], check=True, capture_output=True, text=True).stdout.strip()

    def commit(self, message):
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", message)

    def change(self, path, old, new):
        file = self.repository / path
        text = file.read_text()
        self.assertIn(old, text)
        file.write_text(text.replace(old, new))

    def mine(self):
        subprocess.run([sys.executable, SCRIPT, "mine", self.repository, "--name", "sea/tides", "--list", self.list],
                       check=True, capture_output=True, text=True)
        return [json.loads(line) for line in self.list.read_text().splitlines()]

    def test_each_kind_is_mined_once(self):
        for message, path, old, new, _, _ in REPAIRS:
            self.change(path, old, new)
            self.commit(message)
        places = [(place["kind"], place["path"], place["line"]) for place in self.mine()]
        self.assertEqual(places, [(kind, path, line) for _, path, _, _, kind, line in reversed(REPAIRS)])

    def test_changes_of_the_signature_are_no_repairs(self):
        self.change("tides.py", "(place, hour=3)", "(spot, hour=4)")
        self.commit("Fix the name of the parameter")
        self.assertEqual(self.mine(), [])

    def test_large_and_unrelated_commits_are_no_repairs(self):
        self.change("tides.py", "A sea.", "A wide sea.")
        self.commit("Fix the docs")
        self.change("README.md", "docs/wave.md", "docs/waves.md")
        (self.repository / "README.md").write_text((self.repository / "README.md").read_text() + "More.\n" * 50)
        self.commit("Fix a link, and more")
        self.assertEqual(self.mine(), [])

    def test_places_of_other_repositories_are_kept(self):
        other = {"repository": "sea/waves", "commit": "0" * 40, "path": "a.py", "line": 1, "end": 1, "kind": "dead link"}
        self.list.write_text(json.dumps(other) + "\n")
        self.assertEqual(self.mine(), [other])

    def test_found_with_preview_and_missed(self):
        for message, path, old, new, kind, _ in REPAIRS:
            if kind in ("dead link", "broken command", "stale parameter doc"):
                self.change(path, old, new)
                self.commit(message)
        self.mine()
        program, report = self.folder / "mllint", self.folder / "report.json"
        program.write_text(PROGRAM)
        program.chmod(0o755)
        run = subprocess.run(
            [sys.executable, SCRIPT, "run", program, "--list", self.list, "--repository", f"sea/tides={self.repository}",
             "--json", report], check=True, capture_output=True, text=True)
        results = {place["kind"]: (place["result"], place["rules"]) for place in json.loads(report.read_text())}
        self.assertEqual(results, {
            "dead link": ("found", ["dead-link"]), "broken command": ("preview", ["broken-example-command"]),
            # The finding at its place is there after the repair, too.
            "stale parameter doc": ("missed", [])})
        self.assertIn("| dead link | 1 | 1 | 0 | 0 | 100 % |\n", run.stdout)
        self.assertIn("| **all** | 3 | 1 | 1 | 1 | 33 % |\n", run.stdout)
        self.assertEqual(self.git("status", "--porcelain"), "")


if __name__ == "__main__":
    unittest.main()
