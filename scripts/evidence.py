#!/usr/bin/env python3
"""Tabulate, check and publish the verdicts of blind reviews, which are in docs/evidence.

usage: evidence.py [--check | --write] [FILE...]

Each round-N.jsonl has one verdict a line: repository (owner/name), revision (40 hex digits), path, line, rule, stable
(whether the rule ran by default), verdict (correct, debatable or wrong) and reason, a sentence without code.

Without an option, prints a table by rule over the files, by default those of all rounds; a debatable finding counts
half. --check validates the files, the tables of docs/evidence/README.md and the figures on the rules' pages, without
changing anything. --write updates the tables and the pages.
"""
import argparse
import collections
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
EVIDENCE = ROOT / "docs" / "evidence"
FIELDS = {"repository": str, "revision": str, "path": str, "line": int, "rule": str, "stable": bool, "verdict": str,
          "reason": str}
VERDICTS = ("correct", "debatable", "wrong")
# A stable rule with so many verdicts must have this precision.
ENOUGH, NEEDED = 8, 0.85
MONTH = "2026-11"


def pages():
    """The rules and their pages."""
    found = {}
    for path in sorted((ROOT / "Rules").glob("*/*.yml")):
        name = re.search(r"^rule: *(\S+)$", path.read_text(), re.M)
        if name:
            found[name[1].strip("\"'")] = path
    return found


def read(path, rules):
    """The verdicts of a file, and what is wrong with it."""
    verdicts, problems, places = [], [], set()
    for number, line in enumerate(path.read_text().splitlines(), 1):
        where = f"{path.name}:{number}"
        try:
            verdict = json.loads(line)
        except ValueError as error:
            problems.append(f"{where}: not JSON: {error}")
            continue
        flaws = [f"{where}: {flaw}" for flaw in flaws_of(verdict, rules)]
        if not flaws:
            place = tuple(verdict[key] for key in ("repository", "path", "line", "rule", "reason"))
            if place in places:
                flaws.append(f"{where}: the same verdict is above")
            places.add(place)
            verdicts.append(verdict)
        problems += flaws
    return verdicts, problems


def flaws_of(verdict, rules):
    if not isinstance(verdict, dict):
        return ["a verdict must be an object"]
    flaws = [f"'{key}' is missing" for key in FIELDS if key not in verdict]
    flaws += [f"unknown field '{key}'" for key in verdict if key not in FIELDS]
    flaws += [f"'{key}' must be of type {kind.__name__}" for key, kind in FIELDS.items()
              if key in verdict and type(verdict[key]) is not kind]
    if flaws:
        return flaws
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", verdict["repository"]):
        flaws.append(f"'{verdict['repository']}' is not owner/name")
    if not re.fullmatch(r"[0-9a-f]{40}", verdict["revision"]):
        flaws.append(f"the revision '{verdict['revision']}' is not 40 hex digits")
    if verdict["path"].startswith("/") or ".." in verdict["path"].split("/"):
        flaws.append(f"the path '{verdict['path']}' is not relative to the repository")
    if verdict["line"] < 1:
        flaws.append("lines begin with 1")
    if verdict["rule"] not in rules:
        flaws.append(f"there is no rule '{verdict['rule']}'")
    if verdict["verdict"] not in VERDICTS:
        flaws.append(f"the verdict is '{verdict['verdict']}', not one of {', '.join(VERDICTS)}")
    reason = verdict["reason"]
    if not 3 <= len(reason) <= 240 or "\n" in reason or "`" in reason:
        flaws.append("the reason must be one sentence of at most 240 characters without code")
    return flaws


def counts_by_rule(verdicts):
    counts = collections.defaultdict(collections.Counter)
    for verdict in verdicts:
        counts[verdict["rule"]][verdict["verdict"]] += 1
    return counts


def share(count):
    return (count["correct"] + count["debatable"] / 2) / sum(count.values())


def table(verdicts):
    """By rule, and over all rules."""
    rows = ["| rule | sampled | correct | debatable | wrong | precision |", "|---|---:|---:|---:|---:|---:|"]
    counts = counts_by_rule(verdicts)

    def row(name, count):
        cells = " | ".join(str(count[verdict]) for verdict in VERDICTS)
        return f"| {name} | {sum(count.values())} | {cells} | {share(count):.2f} |"
    stable = {verdict["rule"] for verdict in verdicts if verdict["stable"]}
    for rule in sorted(counts):
        rows.append(row(rule if rule in stable else f"{rule} (preview)", counts[rule]))
    for name, chosen in (("**stable rules**", [item for item in verdicts if item["stable"]]),
                         ("**all rules**", verdicts)):
        if chosen:
            rows.append(row(name, collections.Counter(item["verdict"] for item in chosen)))
    return "\n".join(rows) + "\n"


def with_tables(text, rounds):
    """The page with current tables, each between its marks."""
    for name, verdicts in rounds:
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.S)
        if not pattern.search(text):
            title = name.capitalize().replace("-", " ")
            text += f"\n## {title}\n\n<!-- {name} -->\n<!-- end -->\n"
        text = pattern.sub(lambda match: match[1] + table(verdicts) + match[2], text)
    return text


def entry_of(count):
    cells = ", ".join(f"{verdict}: {count[verdict]}" for verdict in VERDICTS)
    return f"- {{ corpus: unseen, on: {MONTH}, sampled: {sum(count.values())}, {cells} }}"


def with_entry(text, count):
    """The page of a rule with its figure on unseen repositories."""
    lines = text.rstrip("\n").split("\n")
    start = next((number for number, line in enumerate(lines) if line.startswith("precision:")), None)
    if start is None:
        return "\n".join(lines + (["precision:", entry_of(count)] if count else [])) + "\n"
    end = start + 1
    while end < len(lines) and (not lines[end] or lines[end][0] in " -"):
        end += 1
    block = [line for line in lines[start + 1:end] if not line.startswith("- { corpus: unseen")]
    inline = lines[start].partition(":")[2].strip()
    if inline:
        block = ["- " + inline]
    elif block and not block[0].startswith("-"):
        block[0] = "- " + block[0].strip()
    if count:
        block.append(entry_of(count))
    return "\n".join(lines[:start] + (["precision:"] + block if block else []) + lines[end:]) + "\n"


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--check", action="store_true", help="validate the files, tables and pages")
    action.add_argument("--write", action="store_true", help="update the tables and the rules' pages")
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="rounds; by default all of docs/evidence")
    options = parser.parse_args()
    rules = pages()
    files = options.files or sorted(EVIDENCE.glob("round-*.jsonl"), key=lambda path: (len(path.name), path.name))
    rounds, problems = [], []
    for path in files:
        verdicts, flaws = read(path, rules)
        rounds.append((path.stem, verdicts))
        problems += flaws
    if problems:
        sys.exit("\n".join(problems))
    verdicts = [verdict for _, items in rounds for verdict in items]
    if not options.check and not options.write:
        print(table(verdicts), end="")
        return
    if options.files:
        sys.exit("--check and --write read all rounds; leave out the files")
    counts = counts_by_rule(verdicts)
    changes = {path: with_entry(path.read_text(), counts[rule]) for rule, path in rules.items() if counts.get(rule)}
    page = EVIDENCE / "README.md"
    changes[page] = with_tables(page.read_text(), rounds)
    stale = [path for path, text in changes.items() if path.read_text() != text]
    if options.check and stale:
        sys.exit("".join(f"{path.relative_to(ROOT)} has other figures\n" for path in stale)
                 + "run 'scripts/evidence.py --write'")
    for path in stale:
        path.write_text(changes[path])
    stable = {rule for rule, path in rules.items() if re.search(r"^stability: *stable", path.read_text(), re.M)}
    for rule in sorted(stable & set(counts)):
        if sum(counts[rule].values()) >= ENOUGH and share(counts[rule]) < NEEDED:
            print(f"'{rule}' is stable, but its precision on unseen repositories is {share(counts[rule]):.2f}",
                  file=sys.stderr)


if __name__ == "__main__":
    main()
