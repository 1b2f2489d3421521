#!/usr/bin/env python3
"""contrib/slurm on a real Slurm of two nodes: what its shards merge into is
what one build writes, though a node dies in the midst of a shard.

With --all (the development records are at hand) these are read, too.
"""

import gzip
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "lib"), str(HERE.parent / "cli/lib")]
import cluster  # noqa: E402
import peers  # noqa: E402
from tool import OTHER, SENTENCE, line  # noqa: E402

SUBMIT = peers.SOURCE / "contrib/slurm/submit.sh"
SHARDS = 5
UNREAD = 3

# The tool, but while `hold` is there, a task of node n2 gets half of its
# records and then waits.
HELD = """#!/usr/bin/env python3
import os, pathlib, subprocess, sys, time
tool, folder, words = {tool!r}, pathlib.Path({folder!r}), sys.argv[1:]
if (words[0] == "extract" and os.environ.get("SLURMD_NODENAME") == "n2" and
        (folder / "hold").exists()):
    rows = pathlib.Path(words[-1]).read_bytes().splitlines(True)
    child = subprocess.Popen([tool, *words[:-1], "-"], stdin=subprocess.PIPE)
    child.stdin.write(b"".join(rows[:len(rows) // 2]))
    child.stdin.flush()
    time.sleep(600)
os.execv(tool, [tool, *words])
"""


def check(condition, *words):
    """An assertion that stays when Python optimizes."""
    if not condition:
        raise AssertionError(" ".join(map(str, words)))


class Trial:
    """A run and its folder."""

    def __init__(self, slurm, folder, tool):
        self.slurm, self.folder, self.tool = slurm, folder, tool
        self.out = folder / "out"

    def submit(self, *words):
        """Submit and wait, without waiting here."""
        return subprocess.Popen(
            [SUBMIT, "-w", *map(str, words)], cwd=self.folder, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**self.slurm.environment, "PATHQUILL": str(self.tool)})

    def ends(self, child, status):
        """What it said."""
        said, _ = child.communicate(timeout=300)
        logs = "".join(path.read_text("utf-8")
                       for path in sorted(self.out.glob("log/*.txt")))
        check(child.returncode == status, child.returncode, said, logs)
        return said

    def merged(self):
        """What the last merge said."""
        paths = sorted(self.out.glob("log/merge.*.txt"),
                       key=lambda path: path.stat().st_mtime_ns)
        return paths[-1].read_text("utf-8")


def whole(folder, source, status):
    """The graph.nq of one build."""
    done = subprocess.run([peers.tool(), "build", "-q", "-t", "nq", "-o",
                           folder / "whole", source], check=False,
                          stderr=subprocess.DEVNULL)
    check(done.returncode == status, "build:", done.returncode)
    return (folder / "whole/graph.nq").read_bytes()


def a_node_dies(slurm, folder):
    """Nothing is lost, and only its shard is done again."""
    source = folder / "records.jsonl"
    source.write_text(
        "{broken\n" + "".join(line(f"R-{i}", OTHER if i % 3 else SENTENCE)
                              for i in range(400)), "utf-8")
    held = folder / "held"
    held.write_text(HELD.format(tool=peers.tool(), folder=str(folder)), "utf-8")
    held.chmod(0o755)
    (folder / "hold").touch()
    trial = Trial(slurm, folder, held)
    args = (trial.out, SHARDS, source.name)
    shards = trial.out / "shards"

    began = time.monotonic()
    child = trial.submit(*args)
    slurm.wait_for("half shard", lambda: len(list(shards.glob("*.nq"))) ==
                   SHARDS - 1 and any(p.stat().st_size for p in
                                      shards.glob("*.part")))
    slurm.crash("n2")
    said = trial.ends(child, 1)
    check(f"{SHARDS} of {SHARDS} shards (1-{SHARDS})" in said, said)
    lost = re.search(rf"not there: shards (\d+) of {SHARDS};", trial.merged())
    check(lost, trial.merged())
    check(not (trial.out / "graph.nq").exists(), "a graph of some shards")
    before = {path.name: path.stat().st_mtime_ns for path in
              shards.glob("*.nq")}
    check(f"{lost[1]}-of-{SHARDS}.nq" not in before, before)

    (folder / "hold").unlink()
    slurm.start_node("n2")
    said = trial.ends(trial.submit(*args), UNREAD)
    check(f"1 of {SHARDS} shards ({lost[1]})" in said, said)
    check("were not read" in trial.merged(), trial.merged())
    check(all((shards / name).stat().st_mtime_ns == when
              for name, when in before.items()), "a shard was done again")
    check((trial.out / "graph.nq").read_bytes() ==
          whole(folder, source, UNREAD), "graph.nq is not that of one build")
    check(not list(shards.glob("*.part")), "what died is still there")

    check("nothing to submit" in trial.ends(trial.submit(*args), 0), "again")
    for other in ((*args, "--mentions"), (trial.out, SHARDS + 1, source.name)):
        check("shards of another run" in trial.ends(trial.submit(*other), 2),
              other)
    print(f"a node died with shard {lost[1]} of {SHARDS}; the graph is that of "
          f"one build ({time.monotonic() - began:.0f} s)")


def development_records(slurm, folder):
    """The development records in eight shards."""
    source = folder / "records.jsonl.gz"
    source.write_bytes(peers.DEV.read_bytes())
    trial = Trial(slurm, folder, peers.tool())
    began = time.monotonic()
    trial.ends(trial.submit(trial.out, 8, source), 0)
    took = time.monotonic() - began
    graph = (trial.out / "graph.nq").read_bytes()
    check(graph == whole(folder, source, 0), "not the graph of one build")
    records = gzip.decompress(source.read_bytes()).count(b"\n")
    print(f"{records:,} records, {graph.count(10):,} quads: the same, "
          f"8 shards in {took:.1f} s")


def main():
    """Start, try, stop."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    lacking = cluster.missing()
    if lacking:
        peers.skip(lacking)
    with tempfile.TemporaryDirectory(prefix="pathquill-slurm-") as name:
        folder = pathlib.Path(name)
        for part in ("cluster", "few", "many"):
            (folder / part).mkdir()
        slurm = cluster.Cluster(folder / "cluster")
        try:
            slurm.start()
            a_node_dies(slurm, folder / "few")
            if peers.DEV.exists():
                development_records(slurm, folder / "many")
            else:
                print("the development records are not here")
        finally:
            slurm.stop()


if __name__ == "__main__":
    main()
