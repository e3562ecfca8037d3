#!/usr/bin/env python3
"""Tests scripts/compare-corpus.py on two programs that print made-up findings."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts" / "compare-corpus.py"


def finding(rule, line, message, path="a.py"):
    return {"rule": rule, "path": path, "symbol": "f", "message": message, "start": {"line": line, "column": 1}}


class CompareCorpusTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        repository = pathlib.Path(self.folder.name, "yolov5")
        repository.mkdir()
        (repository / "a.py").write_text("first = 1\nsecond = 2\nthird = 3\n")

    def build(self, name, findings):
        report = pathlib.Path(self.folder.name, f"{name}.json")
        report.write_text(json.dumps({"findings": findings}))
        program = pathlib.Path(self.folder.name, name)
        program.write_text(f"#!/bin/sh\ncat '{report}'\n")
        program.chmod(0o755)
        return str(program)

    def compare(self, old, new, *options, repository="ultralytics/yolov5"):
        return subprocess.run(
            [sys.executable, SCRIPT, self.build("old", old), "--new", self.build("new", new), "--repeat", "1",
             *options, repository],
            capture_output=True, text=True, env=dict(os.environ, MLLINT_CORPUS=self.folder.name))

    def test_equal_findings(self):
        run = self.compare([finding("r", 1, "m")] * 2, [finding("r", 1, "m")] * 2)
        self.assertIn("the findings are the same\n", run.stdout)
        self.assertIn("| ultralytics/yolov5 | 2 | 2 |", run.stdout)

    def test_kinds(self):
        old = [finding("gone", 1, "x"), finding("moved", 1, "3 of 4"), finding("reworded", 2, "bad")]
        new = [finding("new", 3, "y"), finding("moved", 2, "3 of 5"), finding("reworded", 2, "better")]
        output = self.compare(old, new).stdout
        self.assertIn("gone: 1 removed\n  removed: yolov5/a.py:1:1 x\n      | first = 1\n", output)
        self.assertIn("new: 1 added\n  added: yolov5/a.py:3:1 y\n      | third = 3\n", output)
        self.assertIn("moved: 1 moved\n  moved: yolov5/a.py:2:1 3 of 5\n      was at a.py:1:1\n", output)
        self.assertIn("reworded: 1 reworded\n  reworded: yolov5/a.py:2:1 better\n      was: bad\n", output)

    def test_counts_matter(self):
        output = self.compare([finding("r", 1, "m")], [finding("r", 1, "m")] * 3).stdout
        self.assertIn("r: 2 added\n", output)

    def test_renamed_rules_are_equal(self):
        run = self.compare([finding("before", 1, "m")], [finding("after", 1, "m")], "--renamed", "before=after")
        self.assertIn("the findings are the same\n", run.stdout)

    def test_unknown_names_are_errors(self):
        run = self.compare([], [], repository="nobody/nothing")
        self.assertEqual(run.returncode, 1)
        self.assertIn("not in scripts/corpus.txt: nobody/nothing", run.stderr)
        run = subprocess.run([sys.executable, SCRIPT, "no-such-revision", "--new", self.build("new", [])],
                             capture_output=True, text=True)
        self.assertEqual(run.returncode, 1)
        self.assertIn("neither an executable file nor a git revision", run.stderr)


if __name__ == "__main__":
    unittest.main()
