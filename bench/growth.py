#!/usr/bin/env python3
"""What a record costs when there are more of them.

    growth.py TOOL RECORDS.jsonl RESULTS.json PICTURE.svg [MOST [ROUNDS]]

Makes 1 thousand, 10 thousand, ... up to MOST records (100,000) with grow.py
from those of RECORDS, lets `extract` and `build -t nq` read them from a pipe,
with one thread, and tells processor time and instructions per record and the
peak of memory, as a table and a picture.  `build` stops at 100,000, for it writes a
file per record.  The smaller numbers are run ROUNDS times (3), the median
counts.  What RESULTS has of larger numbers, from an earlier run, is kept."""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import chart
from timing import cost, table

BUILD_MOST, ROUNDS_UP_TO = 100_000, 10_000
GROW = pathlib.Path(__file__).parent / "grow.py"


def measure(command, records, number):
    """The cost of a command over that many records."""
    with subprocess.Popen([sys.executable, str(GROW), records, str(number)],
                          stdout=subprocess.PIPE) as source:
        found = cost(command, source.stdout, counted=True)
        source.stdout.close()
    return found


def points(tool, records, number, rounds):
    """What both commands cost for one number of records."""
    with tempfile.TemporaryDirectory(
            prefix="pathquill-growth-",
            dir=os.environ.get("TMPDIR")) as folder:
        out = pathlib.Path(folder) / "out"
        commands = {
            "extract": [tool, "extract", "-q", "--jobs", "1", "-"],
            "build": [tool, "build", "-q", "--jobs", "1", "-t", "nq",
                      "-o", str(out), "-"]}
        if number > BUILD_MOST:
            del commands["build"]
        for name, command in commands.items():
            runs = []
            for _ in range(rounds if number <= ROUNDS_UP_TO else 1):
                runs.append(measure(command, records, number))
                shutil.rmtree(out, ignore_errors=True)
            middle = [statistics.median(run[i] for run in runs)
                      for i in range(3)]
            yield {"command": name, "records": number,
                   "microseconds": middle[0] / number * 1e6,
                   "instructions": middle[2] / number, "peak": middle[1]}


def draw(results, path):
    """Two panels: instructions, which do not know what else the machine does,
    or time where they cannot be counted; and memory."""
    picture = chart.Picture(900, 380, "Work per record and peak memory over "
                            "the number of records")
    work = ("Thousand instructions per record", "instructions", 1e3)
    if not any(r["instructions"] for r in results):
        work = ("Microseconds of processor time per record", "microseconds", 1)
    names = {"extract": "extract --jobs 1", "build": "build --jobs 1 -t nq"}
    for left, (title, key, unit) in ((60, work),
                                     (500, ("Peak memory, MB", "peak", 1))):
        chart.panel(picture, (left, 60, 340, 250), title, [
            (words, [(r["records"], r[key] / unit) for r in results
                     if r["command"] == name and r[key]])
            for name, words in names.items()])
    picture.save(path)


def show(results):
    """The table."""
    names = {"extract": "`extract --jobs 1`",
             "build": "`build --jobs 1 -t nq`"}
    rows = [(names[r["command"]], f"{r['records']:,}",
             f"{r['microseconds']:.0f}",
             f"{r['instructions'] / 1e3:,.0f}" if r["instructions"] else "-",
             f"{r['peak']:.1f}") for r in results]
    print(table(("command", "records", "µs per record",
                 "thousand instructions per record", "peak memory, MB"),
                rows), end="")


def main():
    """Measure, keep, show, draw."""
    if not 5 <= len(sys.argv) <= 7:
        sys.exit(__doc__)
    tool, records, kept, picture = sys.argv[1:5]
    most = int(sys.argv[5]) if len(sys.argv) > 5 else 100_000
    rounds = int(sys.argv[6]) if len(sys.argv) > 6 else 3
    kept = pathlib.Path(kept)
    older = json.loads(kept.read_text("utf-8")) if kept.exists() else []
    results = [r for r in older if r["records"] > most]
    number = 1000
    while number <= most:
        results += points(tool, records, number, rounds)
        number *= 10
    results.sort(key=lambda r: (r["command"] == "build", r["records"]))
    kept.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    show(results)
    draw(results, picture)


if __name__ == "__main__":
    main()
