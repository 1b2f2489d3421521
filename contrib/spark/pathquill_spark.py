#!/usr/bin/env python3
"""Extract with Spark: lines of JSON in, N-Quads out, each quad once.

    spark-submit pathquill_spark.py [--tool PATH] [--partitions N] --out FOLDER
                 INPUT... [-- OPTION...]

INPUTs are JSON Lines (.jsonl, .jsonl.gz) and FOLDER is new, both wherever Spark
can read and write.  The OPTIONs are those of `pathquill extract`.  The tool is
at the same path on all nodes, or comes with the job: `spark-submit --files
pathquill`, with `--tool ./pathquill`.

A partition's lines are piped through the tool, as bytes, as they are.  All
quads of a graph come into one part of the output, sorted, so that records that
the inputs have twice are there once, and `pathquill merge FOLDER/part-*` makes
the graph.nq of one run of them all.  A part is whole or not there: Spark does a
partition again where an executor or the tool dies, and FOLDER/_SUCCESS comes
last.

Ends with 0, or 3 where records were not read (the executors' logs say which),
or Spark's own status.
"""

import argparse
import subprocess
import sys
import threading
import zlib

from pyspark.sql import SparkSession
from pyspark.sql.functions import col

UNREAD = 3  # exit status: some input was not read, the rest is done


def feed(lines, tool, failed):
    """Write lines.  Where they end too early, the tool must not seem to have
    had all; one that ended itself has a status that says so."""
    try:
        for line in lines:
            tool.stdin.write(line + b"\n")
        tool.stdin.close()
    except BrokenPipeError:
        pass
    except BaseException as why:  # pylint: disable=broad-exception-caught
        failed.append(why)
        tool.kill()


def through(command, unread):
    """What takes a partition's lines and gives what the tool makes of them."""
    def run(lines):
        failed = []
        # pylint: disable-next=consider-using-with
        tool = subprocess.Popen(command, stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE)
        feeder = threading.Thread(target=feed, args=(lines, tool, failed),
                                  daemon=True)
        feeder.start()
        for quad in tool.stdout:
            yield quad.rstrip(b"\n")
        feeder.join()
        status = tool.wait()
        if failed:
            raise failed[0]
        if status == UNREAD:
            unread.add(1)
        elif status:
            raise RuntimeError(f"{command[0]} ended with {status}")
    return run


def keyed(quad):
    """(graph, quad): a line ends with the name of its graph, and a dot."""
    return (quad[:-2].rpartition(b" ")[2], quad), None


def by_graph(key):
    """A number that is the same in every process, unlike hash()."""
    return zlib.crc32(key[0])


def once(pairs):
    """Sorted quads, each once."""
    last = None
    for (_, quad), _ in pairs:
        if quad != last:
            yield quad
        last = quad


def main():
    """Read, pipe, sort, write."""
    parser = argparse.ArgumentParser(
        usage="%(prog)s [--tool PATH] [--partitions N] --out FOLDER INPUT... "
        "[-- OPTION...]")
    parser.add_argument("--tool", default="pathquill")
    parser.add_argument("--partitions", type=int,
                        help="how many (as Spark splits the input)")
    parser.add_argument("--out", required=True)
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    words = sys.argv[1:]
    cut = words.index("--") if "--" in words else len(words)
    given = parser.parse_args(words[:cut])
    command = [given.tool, "extract", "-q", "--to", "nq", "--jobs", "1",
               *words[cut + 1:], "-"]

    spark = SparkSession.builder.appName("pathquill").getOrCreate()
    unread = spark.sparkContext.accumulator(0)
    # As binary: a string would have U+FFFD for what is no UTF-8, which the tool
    # is to see and to refuse.
    table = spark.read.text(given.inputs, lineSep="\n").select(
        col("value").cast("binary"))
    if given.partitions:
        table = table.repartition(given.partitions)
    lines = table.rdd.map(lambda row: bytes(row[0]))
    quads = lines.mapPartitions(through(command, unread)).map(keyed)
    parts = quads.repartitionAndSortWithinPartitions(given.partitions, by_graph)
    parts.mapPartitions(once).saveAsTextFile(given.out)
    if unread.value:
        print("pathquill_spark.py: some records were not read; the executors' "
              "logs say which", file=sys.stderr)
    spark.stop()
    return UNREAD if unread.value else 0


if __name__ == "__main__":
    sys.exit(main())
