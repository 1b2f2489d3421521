#!/usr/bin/env python3
"""How long a run takes to its first byte.

    bench/start.py TOOL RECORD [ROUNDS [OPTION...]]

Starts `TOOL extract --jobs 1 OPTION... RECORD` and `echo`, by turns, and tells
medians: milliseconds from before the start to the first byte of output, and
milliseconds of the processor for all of the run, which what else the machine
does changes less.  What `echo` takes is the price of any process.
"""
import os
import statistics
import sys
import time


def one(command):
    """Milliseconds to the first byte, and of the processor."""
    reader, writer = os.pipe()
    sink = os.open(os.devnull, os.O_WRONLY)
    began = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_DUP2, sink, 2),
        (os.POSIX_SPAWN_CLOSE, reader), (os.POSIX_SPAWN_CLOSE, writer)])
    os.close(writer)
    if not os.read(reader, 1):
        sys.exit(f"{command[0]}: no output")
    first = time.perf_counter()
    while os.read(reader, 1 << 16):
        pass
    _, status, used = os.wait4(child, 0)
    os.close(reader)
    os.close(sink)
    if status:
        sys.exit(f"{command[0]}: status {status}")
    return (first - began) * 1e3, (used.ru_utime + used.ru_stime) * 1e3


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 50
    tool = [os.path.abspath(sys.argv[1]), "extract", "-q", "--jobs", "1",
            *sys.argv[4:], sys.argv[2]]
    taken = {"pathquill": [], "echo": []}
    for _ in range(rounds):
        taken["pathquill"].append(one(tool))
        taken["echo"].append(one(["/bin/echo", "a"]))
    print(f"medians of {rounds} rounds")
    for name, pairs in taken.items():
        first, used = (statistics.median(column) for column in zip(*pairs))
        print(f"{name:10} first byte after {first:7.2f} ms, least "
              f"{min(pair[0] for pair in pairs):6.2f}; "
              f"processor {used:6.2f} ms")


if __name__ == "__main__":
    main()
