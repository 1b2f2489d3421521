#!/usr/bin/env python3
"""How fast reaction cards are drawn, and in how much memory.

    bench/cards.py TOOL FILE.jsonl[.gz] [CARDS [ROUNDS]]

Speed: the DOT of CARDS (300) cards with an arc, drawn at random from FILE by a
fixed seed, goes through `dot -Tsvg`, a process a file; the records themselves
through TOOL draw, which reads the prose, finds the claims, and writes finished
SVG.  By turns, ROUNDS (5) times, and medians of the processor's time, of all
children, are compared; so is TOOL's with what it takes up to the DOT.

Memory: the largest process of a run over 100, 1,000 and 10,000 cards: the same
hundred records of FILE, drawn by the seed, again and again under new names, for
a larger record needs more, however many there are.
"""
import gzip
import json
import os
import pathlib
import random
import resource
import statistics
import subprocess
import sys
import tempfile

SEED = 5
SIZES = (100, 1000, 10000)


def lines_of(path):
    """Lines of a file, packed or not."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return list(lines)


def run(command):
    """Run something that must not fail; its output is not wanted."""
    subprocess.run(command, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)


def seconds(work):
    """Time of the processor that the children of some work take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime
            - before.ru_utime - before.ru_stime)


def choose(tool, lines, n, folder):
    """A file of n records whose cards have arcs, and the DOT of these."""
    every, some = folder / "every.jsonl", folder / "some.jsonl"
    every.write_text("".join(lines), encoding="utf-8")
    run([tool, "draw", "-q", "-t", "dot", "-o", folder / "all", every])
    chosen = []
    for line in lines:
        dot = folder / "all" / (json.loads(line)["stable_id"] + ".dot")
        if dot.exists() and " -> " in dot.read_text(encoding="utf-8"):
            chosen.append((line, dot))
    random.Random(SEED).shuffle(chosen)
    chosen = chosen[:n]
    some.write_text("".join(line for line, _ in chosen), encoding="utf-8")
    return some, [dot for _, dot in chosen]


def compare_speed(tool, some, dots, rounds, folder):
    """Print the medians of both ways."""
    def by_dot():
        for path in dots:
            run(["dot", "-Tsvg", "-o", folder / "one.svg", path])

    ways = {
        "dot -Tsvg, a process a file": by_dot,
        "draw -t svg": lambda: run([tool, "draw", "-q", "-o", folder / "svg",
                                    some]),
        "draw -t dot": lambda: run([tool, "draw", "-q", "-t", "dot", "-o",
                                    folder / "dot", some]),
    }
    took = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            took[name].append(seconds(work))
    medians = {name: statistics.median(times) for name, times in took.items()}
    for name, median in medians.items():
        print(f"{name:28} {1000 * median / len(dots):7.2f} ms a card, "
              f"{len(dots) / median:7.1f} a second and core")
    baseline, ours, _ = medians.values()
    print(f"ratio of the first two       {baseline / ours:7.2f}")


def largest(command):
    """Kilobytes of the largest process that a command runs, its children too:
    told by a process of its own, for the figure only grows."""
    code = ("import resource, subprocess, sys\n"
            "subprocess.run(sys.argv[1:], check=True)\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    done = subprocess.run([sys.executable, "-c", code, *map(str, command)],
                          capture_output=True, check=True)
    return int(done.stdout)


def compare_memory(tool, lines, folder):
    """Print the largest process for more and more cards."""
    few = random.Random(SEED).sample(lines, min(len(lines), SIZES[0]))
    for size in SIZES:
        path = folder / "many.jsonl"
        with open(path, "w", encoding="utf-8") as out:
            for i in range(size):
                record = json.loads(few[i % len(few)])
                record["stable_id"] = f"PQ-MANY-{i}"
                out.write(json.dumps(record) + "\n")
        peak = largest([tool, "draw", "-q", "-o", folder / f"many-{size}",
                        path])
        print(f"{size:6} cards                 {peak / 1024:7.1f} MB")


def main():
    """Do both."""
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__)
    tool, lines = os.path.abspath(sys.argv[1]), lines_of(sys.argv[2])
    n = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    with tempfile.TemporaryDirectory(prefix="pathquill-cards-") as name:
        folder = pathlib.Path(name)
        some, dots = choose(tool, lines, n, folder)
        compare_speed(tool, some, dots, rounds, folder)
        compare_memory(tool, lines, folder)


if __name__ == "__main__":
    main()
