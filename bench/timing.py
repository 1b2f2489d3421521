"""What a command costs: processor time, peak memory, instructions.

Processor time, not the clock's: a machine that does other work as well would
tell lies otherwise.  Medians of several rounds, of all commands by turns, so
that what the machine does meanwhile hits them alike."""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from typing import NamedTuple


class Cost(NamedTuple):
    """Of one run."""

    seconds: float  # of one core, user's and system's
    peak: float  # MB, of the largest of its processes
    instructions: int  # of the user's side; 0 where they cannot be counted


def cost(command, source=None, sink=None, counted=False):
    """Run a command to its end, reading `source` and writing `sink`: open files
    or None.  `counted`: with instructions, if `perf` is there."""
    with tempfile.TemporaryDirectory(prefix="pathquill-bench-") as folder:
        counts = pathlib.Path(folder) / "counts"
        counted = counted and bool(shutil.which("perf"))
        if counted:
            command = ["perf", "stat", "-x", ",", "-e", "instructions:u",
                       "-o", str(counts), "--"] + list(command)
        done = subprocess.Popen(command, stdin=source or subprocess.DEVNULL,
                                stdout=sink or subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)
        peak = 0.0
        ended, status, used = os.wait4(done.pid, os.WNOHANG)
        while not ended:
            peak = max(peak, peak_below(done.pid, counted))
            time.sleep(0.01)
            ended, status, used = os.wait4(done.pid, os.WNOHANG)
        done.returncode = os.waitstatus_to_exitcode(status)
        if done.returncode:
            raise RuntimeError(f"{command}: status {done.returncode}")
        return Cost(used.ru_utime + used.ru_stime, peak,
                    instructions_of(counts))


def peak_below(pid, only_below=False):
    """MB that a process, or the largest of those that it has started, has held
    at most.  Not what `wait4` tells: that has the memory of this script in it,
    whose copy the process was before it became the program."""
    peak = 0.0
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text("utf-8")
        found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
        if found and not only_below:
            peak = int(found[1]) / 1024
        below = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return peak
    return max([peak, *(peak_below(child) for child in below.split())])


def instructions_of(counts):
    """What `perf stat` wrote into the file; 0 if it did not."""
    if not counts.exists():
        return 0
    for line in counts.read_text(encoding="utf-8").splitlines():
        if "instructions" in line:
            number = line.split(",")[0]
            return int(number) if number.isdigit() else 0
    return 0


def by_turns(commands, rounds):
    """Seconds of each of the named commands: the median of the rounds."""
    took = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            took[name].append(cost(command).seconds)
    return {name: statistics.median(all) for name, all in took.items()}


def short(number):
    """Three digits of a number, as people write it."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.3g}" if number >= 0.001 else f"{number:.1e}"


def table(head, rows):
    """A table in Markdown; numbers stand right."""
    is_number = [i and all(str(row[i])[:1].isdigit() or row[i] in ("", "-")
                           for row in rows) for i in range(len(head))]
    lines = [head, ["---:" if number else "---" for number in is_number]]
    return "".join("| " + " | ".join(map(str, line)) + " |\n"
                   for line in lines + list(rows))
