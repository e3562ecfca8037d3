#!/usr/bin/env python3
"""Tests scripts/evidence.py on a copy of it with a few rules and verdicts."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts" / "evidence.py"

PAGES = {
    "flow": 'rule: flow\nstability: stable\nprecision: { sampled: 9, true: 9, on: 2026-11, corpus: tune, note: "n" }\n',
    "block": "rule: block\nprecision:\n  sampled: 9\n  true: 9\n  on: 2026-11\n  corpus: tune\nexamples:\n- title: t\n",
    "none": "rule: none\nexamples: []\n",
    "unread": "rule: unread\nprecision: { sampled: 1, true: 1, on: 2026-11, corpus: tune }\n",
}
UNSEEN = "- { corpus: unseen, on: 2026-11, sampled: 2, correct: 1, debatable: 1, wrong: 0 }\n"


def verdict(rule, verdict, line=1, **changes):
    return {"repository": "sea/tides", "revision": "0" * 40, "path": "a.py", "line": line, "rule": rule,
            "stable": rule == "flow", "verdict": verdict, "reason": "It is so."} | changes


class EvidenceTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for place in ("scripts", "docs/evidence", "Rules/all"):
            (self.root / place).mkdir(parents=True)
        shutil.copy(SCRIPT, self.root / "scripts")
        for rule, text in PAGES.items():
            self.page(rule).write_text(text)
        self.readme = self.root / "docs/evidence/README.md"
        self.readme.write_text("# Evidence\n")
        self.write([verdict(rule, value, line) for rule in ("flow", "block", "none")
                    for line, value in enumerate(("correct", "debatable"), 1)])

    def page(self, rule):
        return self.root / "Rules" / "all" / f"{rule}.yml"

    def write(self, verdicts, number=1):
        path = self.root / "docs/evidence" / f"round-{number}.jsonl"
        path.write_text("".join(json.dumps(item) + "\n" for item in verdicts))

    def run_script(self, *options):
        return subprocess.run([sys.executable, self.root / "scripts/evidence.py", *options], capture_output=True,
                              text=True)

    def test_table(self):
        self.write([verdict("flow", "wrong", 3)], 2)
        output = self.run_script().stdout
        self.assertIn("| flow | 3 | 1 | 1 | 1 | 0.50 |\n", output)
        self.assertIn("| block (preview) | 2 | 1 | 1 | 0 | 0.75 |\n", output)
        self.assertIn("| **stable rules** | 3 | 1 | 1 | 1 | 0.50 |\n| **all rules** | 7 | 3 | 3 | 1 | 0.64 |\n", output)

    def test_pages_and_tables_are_written_once(self):
        self.assertEqual(self.run_script("--check").returncode, 1)
        self.run_script("--write")
        self.assertEqual(self.page("flow").read_text(), PAGES["flow"].replace(
            "precision: {", "precision:\n- {") + UNSEEN)
        self.assertEqual(self.page("block").read_text(), PAGES["block"].replace(
            "  sampled", "- sampled").replace("examples", UNSEEN + "examples"))
        self.assertEqual(self.page("none").read_text(), PAGES["none"] + "precision:\n" + UNSEEN)
        self.assertEqual(self.page("unread").read_text(), PAGES["unread"])
        self.assertIn("## Round 1\n\n<!-- round-1 -->\n| rule |", self.readme.read_text())
        texts = [self.page(rule).read_text() for rule in PAGES] + [self.readme.read_text()]
        check = self.run_script("--check")
        self.assertEqual((check.returncode, check.stdout), (0, ""))
        self.run_script("--write")
        self.assertEqual(texts, [self.page(rule).read_text() for rule in PAGES] + [self.readme.read_text()])

    def test_check_names_what_is_out_of_date(self):
        self.run_script("--write")
        self.write([verdict("flow", "wrong")], 2)
        run = self.run_script("--check")
        self.assertEqual(run.returncode, 1)
        self.assertEqual(run.stderr, "Rules/all/flow.yml has other figures\ndocs/evidence/README.md has other figures\n"
                                     "run 'scripts/evidence.py --write'\n")

    def test_stable_rules_below_the_limit_are_named(self):
        self.write([verdict("flow", "wrong", line) for line in range(1, 9)], 2)
        self.assertIn("'flow' is stable, but its precision on unseen repositories is 0.15",
                      self.run_script("--write").stderr)

    def test_invalid_lines(self):
        for changes, problem in [
            ({"rule": "flaw"}, "there is no rule 'flaw'"), ({"verdict": "right"}, "the verdict is 'right'"),
            ({"revision": "main"}, "the revision 'main' is not 40 hex digits"), ({"line": "1"}, "'line' must be of type int"),
            ({"line": 0}, "lines begin with 1"), ({"path": "/home/a.py"}, "is not relative to the repository"),
            ({"repository": "tides"}, "'tides' is not owner/name"), ({"code": "x"}, "unknown field 'code'"),
            ({"reason": "`x = 1` is wrong"}, "one sentence of at most 240 characters without code"),
        ]:
            self.write([verdict("flow", "correct") | changes])
            run = self.run_script("--check")
            self.assertEqual(run.returncode, 1, problem)
            self.assertIn(f"round-1.jsonl:1: ", run.stderr)
            self.assertIn(problem, run.stderr)
        self.write([verdict("flow", "correct")] * 2)
        self.assertIn("round-1.jsonl:2: the same verdict is above", self.run_script().stderr)


if __name__ == "__main__":
    unittest.main()
