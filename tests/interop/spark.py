#!/usr/bin/env python3
"""contrib/spark on a Spark of two executors: the quads of one run, each once,
though records come twice and an executor dies in the midst of a partition.

With --all (the development records are at hand) these are read, too.  Without
it, it runs only if it is named: what it fetches is large.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE / "lib"), str(HERE.parent / "cli/lib")]
import peers  # noqa: E402
from tool import OTHER, SENTENCE, line  # noqa: E402

SPARK = "3.5.6"
JOB = peers.SOURCE / "contrib/spark/pathquill_spark.py"
PATIENCE = 120  # seconds for the executors to come; the machine may be busy
UNREAD = 3
# For a job of seconds, what starts soon is better than what runs fast.
SOON = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {"spark.ui.enabled": "false", "spark.executor.memory": "512m",
            "spark.driver.extraJavaOptions": SOON,
            "spark.executor.extraJavaOptions": SOON,
            "spark.sql.codegen.wholeStage": "false"}

# The tool, but the first call writes half a line and then waits.
HELD = """#!/usr/bin/env python3
import os, pathlib, sys, time
folder = pathlib.Path({folder!r})
try:
    (folder / "held").mkdir()
except FileExistsError:
    os.execv({tool!r}, [{tool!r}, *sys.argv[1:]])
sys.stdin.buffer.readline()
print("<a> <half> <line", flush=True)
(folder / "held" / str(os.getpid())).touch()
time.sleep(600)
"""


def check(condition, *words):
    """An assertion that stays when Python optimizes."""
    if not condition:
        raise AssertionError(" ".join(map(str, words)))


class Job:
    """A job as a child process."""

    def __init__(self, python, folder, *words):
        submit = pathlib.Path(python).with_name("spark-submit")
        self.log = folder / "log"
        self.out = folder / "out"
        home = peers.told(python, "-c", "import pyspark; "
                          "print(pyspark.__path__[0])").strip()
        settings = [word for name, value in SETTINGS.items()
                    for word in ("--conf", f"{name}={value}")]
        with self.log.open("wb") as log:
            # pylint: disable-next=consider-using-with
            self.child = subprocess.Popen(
                [submit, "--master", "local-cluster[2,1,512]",
                 "--driver-memory", "512m", *settings, JOB, "--out", self.out,
                 *map(str, words)],
                cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, "SPARK_HOME": home,
                     "SPARK_LOCAL_IP": "127.0.0.1",
                     "SPARK_LOCAL_HOSTNAME": "localhost",
                     "SPARK_LOCAL_DIRS": str(folder / "scratch"),
                     "SPARK_WORKER_DIR": str(folder / "work"),
                     "PYSPARK_PYTHON": python, "PYSPARK_DRIVER_PYTHON": python})

    def said(self):
        """Its log."""
        return self.log.read_text("utf-8", "replace")

    def ends(self, status):
        """Wait."""
        try:
            got = self.child.wait(600)
        finally:
            self.child.kill()
        check(got == status, got, self.said()[-6000:])

    def lines(self):
        """All lines of the output, which must be whole."""
        check((self.out / "_SUCCESS").exists(), sorted(self.out.iterdir()))
        return [row for path in sorted(self.out.glob("part-*"))
                for row in path.read_bytes().splitlines()]


def whole(folder, *sources):
    """The graph.nq of one build."""
    subprocess.run([peers.tool(), "build", "-q", "-t", "nq", "-o",
                    folder / "whole", *sources], check=False,
                   stderr=subprocess.DEVNULL)
    return (folder / "whole/graph.nq").read_bytes()


def compare(job, want):
    """The same quads, each once, and the same graph.nq when merged."""
    lines = job.lines()
    check(len(lines) == len(set(lines)), "quads twice")
    check(set(lines) == set(want.splitlines()), "not the quads of one build:",
          *sorted(set(lines) ^ set(want.splitlines()))[:4])
    parts = sorted(job.out.glob("part-*"))
    check(peers.pathquill("merge", "-q", *parts) == want,
          "merged, they are not the graph.nq of one build")
    return len(lines)


def executor_of(pid):
    """The executor above a process: the Java above the tool."""
    while pid > 1:
        about = pathlib.Path("/proc", str(pid))
        command = (about / "cmdline").read_bytes().split(b"\0")
        if any(word.endswith(b"CoarseGrainedExecutorBackend")
               for word in command):
            return pid
        pid = int((about / "stat").read_text().rpartition(")")[2].split()[1])
    raise AssertionError("no executor above the tool")


def kill(pid):
    """Kill a process, if it is there."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def an_executor_dies(python, folder):
    """Nothing is lost, nothing is there twice."""
    records = [line(f"R-{i}", OTHER if i % 3 else SENTENCE).encode()
               for i in range(200)]
    # Neither JSON nor UTF-8: refused as without Spark, not mended.
    odd = [b"{broken\n", line("R-odd").encode().replace(b"JAK2", b"JAK2\xff"),
           b"\n"]
    one, two = folder / "one.jsonl", folder / "two.jsonl"
    one.write_bytes(b"".join(records[:120] + odd))
    two.write_bytes(b"".join(records[90:]))
    held = folder / "tool"
    held.write_text(HELD.format(tool=peers.tool(), folder=str(folder)), "utf-8")
    held.chmod(0o755)

    began = time.monotonic()
    job = Job(python, folder, "--tool", held, "--partitions", 3, one, two)
    pids = []
    try:
        while not pids:
            check(time.monotonic() < began + PATIENCE and
                  job.child.poll() is None, "no partition begins",
                  job.said()[-6000:])
            time.sleep(0.1)
            pids = [int(path.name) for path in folder.glob("held/*")]
        os.kill(executor_of(pids[0]), signal.SIGKILL)
        job.ends(UNREAD)
    finally:
        job.child.kill()
        for pid in pids:
            kill(pid)
    check("Lost executor" in job.said(), "no executor was lost")
    n = compare(job, whole(folder, one, two))
    print(f"an executor died; {n:,} quads, the same ("
          f"{time.monotonic() - began:.0f} s)")


def development_records(python, folder):
    """The development records."""
    source = folder / "records.jsonl.gz"
    shutil.copyfile(peers.DEV, source)
    began = time.monotonic()
    job = Job(python, folder, "--tool", peers.tool(), "--partitions", 8, source)
    job.ends(0)
    took = time.monotonic() - began
    n = compare(job, whole(folder, source))
    print(f"development records: {n:,} quads, the same, in {took:.1f} s")


def main():
    """Try."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))
    if not shutil.which("java"):
        peers.skip("no java: apt install default-jre-headless")
    if not peers.DEV.exists() and "INTEROP_NAMED" not in os.environ:
        peers.skip("pyspark is 317 MB: read with --all, or by its name,"
                   " ./test.sh --interop spark")
    python = peers.python(f"pyspark=={SPARK}", room="spark")
    with tempfile.TemporaryDirectory(prefix="pathquill-spark-") as name:
        for part in ("few", "many"):
            pathlib.Path(name, part).mkdir()
        an_executor_dies(python, pathlib.Path(name, "few"))
        if peers.DEV.exists():
            development_records(python, pathlib.Path(name, "many"))
        else:
            print("the development records are not here")


if __name__ == "__main__":
    main()
