"""Ceilings of the C style: lines, functions and files.

sizes.py ROOT: looks at src, tests and bench.  A function is what stands
between a line at the margin that opens a body and the brace that closes it;
the formatter sees to it that there is no other layout.
"""

import pathlib
import re
import statistics
import sys

MOST_COLUMNS = 80
MOST_IN_FUNCTION = 60
MOST_IN_FILE = 500
MOST_MEDIAN = 12
MOST_NINE_IN_TEN = 35
HEAD = re.compile(r"^[A-Za-z][^;={}#]*\([^;={}]*\) \{$", re.MULTILINE)


def functions(text):
    """Yield (first line, length, head) of each function of a file."""
    for match in HEAD.finditer(text):
        end = text.find("\n}", match.end())
        yield (text.count("\n", 0, match.start()) + 1,
               text.count("\n", match.start(), end) + 2,
               match.group().split("(")[0].replace("\n", " "))


def main(root):
    """Check all files; tell what is too big."""
    lengths, problems = [], []
    paths = [path for folder in ("src", "tests", "bench")
             for path in sorted((root / folder).rglob("*"))
             if path.suffix in (".c", ".h", ".def", ".inc", ".S")]
    for path in paths:
        name = path.relative_to(root)
        text = path.read_text("utf-8")
        lines = text.splitlines()
        if path.suffix != ".inc":
            problems += [f"{name}:{n}: {len(line)} columns"
                         for n, line in enumerate(lines, 1)
                         if len(line) > MOST_COLUMNS]
        if path.suffix in (".c", ".h") and len(lines) > MOST_IN_FILE:
            problems.append(f"{name}: {len(lines)} lines")
        for start, length, head in functions(text):
            if name.parts[0] == "src":
                lengths.append(length)
            if length > MOST_IN_FUNCTION:
                problems.append(f"{name}:{start}: {head}: {length} lines")
    if not lengths:
        sys.exit("no functions found")
    median = statistics.median(lengths)
    nine = statistics.quantiles(lengths, n=10)[-1]
    if median > MOST_MEDIAN:
        problems.append(f"src: half of the functions exceed {median} lines")
    if nine > MOST_NINE_IN_TEN:
        problems.append(f"src: one function in ten exceeds {nine} lines")
    print("\n".join(problems))
    print(f"{len(paths)} files, {len(lengths)} functions in src: median "
          f"{median}, nine in ten within {nine:.0f}, longest {max(lengths)}")
    sys.exit(1 if problems else 0)


main(pathlib.Path(sys.argv[1]))
