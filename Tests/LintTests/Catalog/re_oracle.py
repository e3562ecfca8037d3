"""Prints the matches of Python's `re` for each line of a file: expression and text in hexadecimal.

A match is its groups separated by commas, a group its byte offsets, as in `0:2`, or `-`.
"""

import re
import sys
import warnings

warnings.simplefilter("ignore", FutureWarning)
for line in open(sys.argv[1], encoding="ascii"):
    expression, text = (bytes.fromhex(part).decode() for part in line.rstrip("\n").split("\t"))
    offsets = [0]
    for scalar in text:
        offsets.append(offsets[-1] + len(scalar.encode()))
    try:
        pattern = re.compile(expression, re.ASCII | re.MULTILINE)
    except re.error as error:
        print(f"error: {error}")
        continue
    spans = [
        ",".join(
            "-" if start < 0 else f"{offsets[start]}:{offsets[end]}"
            for start, end in (match.span(group) for group in range(pattern.groups + 1))
        )
        for match in pattern.finditer(text)
    ]
    print(" ".join(spans))
