#!/usr/bin/env python3
"""How fast `pathquill extract` is.

    bench/extract.py TOOL FILE [ROUNDS]

Reads FILE (.jsonl, .jsonl.gz, .md, .txt) with TOOL and with `wc -w`, by turns,
and tells the best round of each: seconds of one core, megabytes of prose a
second, the ratio of the two, and the memory of the largest run.
"""
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile


def prose_of(path):
    """Bytes that are read as prose: of a record its title and its summary."""
    if not path.endswith(".jsonl"):
        return os.path.getsize(path)
    total = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            for field in ("display_name", "summary"):
                total += len((record.get(field) or "").encode())
    return total


def unpacked(path, folder):
    """The file itself, or what is packed in it: both tools read the same."""
    if not path.endswith(".gz"):
        return path
    plain = os.path.join(folder, os.path.basename(path)[:-3])
    with gzip.open(path) as packed, open(plain, "wb") as out:
        out.write(packed.read())
    return plain


def seconds(command):
    """Time of the processor that a command takes, its start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime
            - before.ru_utime - before.ru_stime)


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    tool, rounds = sys.argv[1], int(sys.argv[3]) if len(sys.argv) == 4 else 7
    with tempfile.TemporaryDirectory() as folder:
        path = unpacked(sys.argv[2], folder)
        megabytes = prose_of(path) / 1e6
        best = {}
        for _ in range(rounds):
            extract = [tool, "extract", "-q", "--jobs", "1", path]
            for name, command in (("extract", extract),
                                  ("wc -w", ["wc", "-w", path])):
                took = seconds(command)
                best[name] = min(took, best.get(name, took))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    for name, took in best.items():
        print(f"{name:8} {took:7.3f} s  {megabytes / took:8.2f} MB/s of prose")
    print(f"ratio    {best['extract'] / best['wc -w']:7.1f}")
    print(f"memory   {peak / 1024:7.1f} MB at most")


if __name__ == "__main__":
    main()
