#!/usr/bin/env python3
"""Where the time of a record goes, by room.

    rooms.py TOOL RECORDS.jsonl PICTURE.svg

Lets `perf record` look at `extract` and, for the first 500 records, at `build
-t nq,svg`, on one core, 10,000 times a second.  Every sample belongs to the room
whose source file the function is of, or to a library, or to the kernel.  TOOL
needs its line tables (the release preset has them).  Prints a table of shares of
time, and draws them as stacked bars."""

import collections
import itertools
import pathlib
import re
import subprocess
import sys
import tempfile

import chart
from timing import table

ROOMS = ("read", "scan", "lexicon", "claim", "graph", "write", "base", "model",
         "pipeline")
PICTURES_MOST = 500
OTHERS = ("Graphviz, fonts", "C library", "kernel and start")
PARTS = ROOMS + OTHERS
LIBRARIES = ((r"libc\.so|libm\.so|libpthread", "C library"),
             (r"kernel|ld-linux|unknown|vdso|guest", "kernel and start"),
             (r"libnettle|libxxhash", "base"), (r"libutf8proc", "base"),
             (r"libjansson|libexpat|libyaml|libz\.|libzstd", "read"),
             (r"libraptor|libxml2", "write"), (r"", "Graphviz, fonts"))
SYMBOL = re.compile(r"^([0-9a-f]+) ([0-9a-f]+) [tTwW] ", re.MULTILINE)
MAPPED = re.compile(r"\[0x([0-9a-f]+)\((0x[0-9a-f]+)\) @ (0x[0-9a-f]+|0) ")


def functions(tool):
    """(begin, end) of all functions of the tool."""
    listed = subprocess.run(["nm", "-n", "-S", "--defined-only", tool],
                            capture_output=True, text=True, check=True).stdout
    return [(int(at, 16), int(at, 16) + int(size, 16))
            for at, size in SYMBOL.findall(listed)]


def rooms_of(tool, places):
    """The room of each place in the tool, by its function's source file."""
    spans, room = functions(tool), {}
    begin_of = {}
    ordered = sorted(places)
    i = 0
    for place in ordered:
        while i < len(spans) and spans[i][1] <= place:
            i += 1
        if i < len(spans) and spans[i][0] <= place:
            begin_of[place] = spans[i][0]
    begins = sorted(set(begin_of.values()))
    said = subprocess.run(
        ["addr2line", "-e", tool], input="".join(f"{b:x}\n" for b in begins),
        capture_output=True, text=True, check=True).stdout.splitlines()
    for begin, line in zip(begins, said):
        path = line.split(":")[0]
        found = re.search(r"/src/(\w+)/", path)
        name = found[1] if found else "pipeline"
        room[begin] = name if name in ROOMS else "pipeline"
    return {place: room[begin] for place, begin in begin_of.items()}


def load_address(tool, script):
    """What to take from an address to get a place in the tool: of its mapping
    that is run."""
    for line in script.splitlines():
        if "PERF_RECORD_MMAP2" in line and "r-xp" in line and \
                line.rstrip().endswith(tool):
            found = MAPPED.search(line)
            return int(found[1], 16) - int(found[3], 16)
    raise RuntimeError(f"perf saw nothing of {tool}")


def shares(tool, command, folder):
    """{part: share of the samples} of a command."""
    data = str(pathlib.Path(folder) / "perf.data")
    subprocess.run(["perf", "record", "-q", "-F", "10000", "-e", "cycles",
                    "-o", data, "--", *command], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    script = subprocess.run(
        ["perf", "script", "-i", data, "--show-mmap-events", "-F", "ip,dso"],
        capture_output=True, text=True, check=True).stdout
    base = load_address(tool, script)
    counts, ours = collections.Counter(), collections.Counter()
    for line in script.splitlines():
        found = re.match(r"\s*([0-9a-f]+) \((.*)\)$", line)
        if found and found[2] == tool:
            ours[int(found[1], 16) - base] += 1
        elif found:
            counts[next(part for pattern, part in LIBRARIES
                        if re.search(pattern, found[2]))] += 1
    rooms = rooms_of(tool, ours)
    for place, count in ours.items():
        counts[rooms.get(place, "pipeline")] += count
    total = counts.total()
    return {part: count / total for part, count in counts.items()}


def draw(rows, path):
    """A bar for each command."""
    parts = [p for p in PARTS if any(s.get(p, 0) > 0 for _, s in rows)]
    picture = chart.Picture(900, 330, "Where the time of a record goes")
    picture.text(40, 32, "Share of processor time by room, %", bold=True,
                 size=14)
    chart.bars(picture, (40, 72, 820), rows, parts)
    chart.legend(picture, (40, 282, 820), parts, 6)
    picture.save(path)


def main():
    """Look, show, draw."""
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    tool = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(prefix="pathquill-rooms-") as folder:
        some = pathlib.Path(folder) / "some.jsonl"
        with open(sys.argv[2], encoding="utf-8") as lines:
            some.write_text("".join(itertools.islice(lines, PICTURES_MOST)),
                            encoding="utf-8")
        rows = [(" ".join(command), shares(
            tool, [tool, *command, "-q", *options], folder))
            for command, options in (
                (("extract", "--jobs", "1"), [sys.argv[2]]),
                (("extract", "--jobs", "1", "--to", "nq"), [sys.argv[2]]),
                (("build", "--jobs", "1", "-t", "nq,svg"),
                 ["-o", f"{folder}/out", str(some)]))]
    print(table(["part"] + [f"`{name}`" for name, _ in rows],
                [[part] + [f"{100 * found.get(part, 0):.1f}"
                           for _, found in rows] for part in PARTS]), end="")
    draw(rows, sys.argv[3])


if __name__ == "__main__":
    main()
