"""Writes small damaged Python files, for compare.py to check that both sides accept and reject the same.

    python3 snippets.py --seed S --count N FOLDER ROOT...
"""

import argparse
import os
import random
import re

TOKEN = re.compile(
    r"\s+|#[^\n]*|[rbuftRBUFT]{0,2}(?:'''(?:\\.|[^\\])*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\"|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\")"
    r"|\w+|\*\*=?|//=?|>>=?|<<=?|->|:=|[-+*/%&|^=<>!@]=|\.\.\.|.",
    re.S,
)
EXTRA = """( ) [ ] { } , : ; . = == := * ** / -> @ ... lambda lambda_x: if else for in not and or is await async yield from
import as with def class return del global nonlocal assert raise try: except except* finally: while match case type _ None
True 1 0x 1.5 2j 'a' b'a' f'{x}' f"{x!r:>{w}}" f'{x=}' u'a' x y (x) [x] {x} {x:y} {**x} *x **x x=1 x:int - ~ + < not in print
\\ \\\n \n\n\t \r 'é' b'é' '\\x4' '\\N{DASH}' '\\N{EM DASH}' 0777 1_000 1__0 1_ 0o8 0b2 1e5 1e 1if! $ ? ` é ² x.y x[y] x() (yield) (*x)
x:=1 (x:=1) elif_ """.replace("lambda_x:", "lambda\xa0x:").split(" ")


def statements(path):
    """Runs of lines from one line at some indentation to before the next at that indentation or less, dedented."""
    with open(path, encoding="utf-8", errors="ignore") as file:
        lines = file.read().split("\n")
    index = 0
    while index < len(lines):
        line = lines[index]
        indent = len(line) - len(line.lstrip())
        end = index + 1
        while end < len(lines) and end - index < 12:
            following = lines[end]
            if following.strip() and len(following) - len(following.lstrip()) <= indent:
                break
            end += 1
        if line.strip():
            yield "\n".join(text[indent:] for text in lines[index:end]) + "\n"
        index += 1


def mutate(text, others, rng):
    tokens = TOKEN.findall(text)
    for _ in range(rng.choice([0, 1, 1, 1, 2, 3])):
        if not tokens:
            break
        place = rng.randrange(len(tokens))
        action = rng.randrange(6)
        if action == 0:
            del tokens[place]
        elif action == 1:
            tokens.insert(place, rng.choice([" ", ""]) + rng.choice(EXTRA) + rng.choice([" ", ""]))
        elif action == 2:
            tokens[place] = rng.choice(EXTRA)
        elif action == 3:
            other = rng.randrange(len(tokens))
            tokens[place], tokens[other] = tokens[other], tokens[place]
        elif action == 4:
            tokens.insert(place, tokens[rng.randrange(len(tokens))])
        else:
            tokens[place] = rng.choice(TOKEN.findall(rng.choice(others)) or [" "])
    return "".join(tokens)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("folder")
    parser.add_argument("roots", nargs="+")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    pool = []
    for root in options.roots:
        pool += statements(root)
    pool = [text for text in pool if len(text) < 600]
    os.makedirs(options.folder, exist_ok=True)
    for number in range(options.count):
        text = mutate(rng.choice(pool), pool, rng)
        with open(os.path.join(options.folder, f"{number:06}.py"), "wb") as file:
            file.write(text.encode("utf-8", "replace"))


if __name__ == "__main__":
    main()
