#!/usr/bin/env python3
"""-t biopax, read by Paxtools: as many individuals and property values as are
written, so that each has the class and type that BioPAX asks for; controls that
control something, features with a type, evidence with a code."""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lib"))
import peers  # noqa: E402

PAXTOOLS = ("org.biopax.paxtools", "paxtools-core", "5.3.0")
LEFT = re.compile(r"<!-- (\d+) of (\d+) claims are not here: (\d+) without "
                  r"plain assertion, (\d+) without words in BioPAX; (\d+) ")


def compare(source, folder):
    """Build, read, count."""
    peers.pathquill("build", "-q", "-t", "biopax", "-o", folder, source)
    texts = {path.name: path.read_text("utf-8")
             for path in folder.glob("*.owl")}
    told = peers.told("java", "-Xmx512m", "-cp", peers.java(*PAXTOOLS),
                      HERE / "lib/ReadBiopax.java", folder)
    rows = {row[0]: [int(n) for n in row[1:]] for row in
            (line.split("\t") for line in told.splitlines())}
    odd = [name for name, text in texts.items()
           if rows.get(name, [])[:3] != [
               len(re.findall(r"(?m)^<bp:", text)),
               len(re.findall(r"(?m)^  <bp:", text)), 0]]
    left = [sum(n) for n in zip(*(map(int, LEFT.search(text).groups())
                                  for text in texts.values()))]
    total = [sum(n) for n in zip(*rows.values())]
    print(f"{source.name}: Paxtools {PAXTOOLS[2]}: {len(rows):,} documents,"
          f" {total[0]:,} individuals, {total[1]:,} values, {total[3]:,} "
          f"interactions ({total[4]:,} of them controls) for "
          f"{left[1] - left[0]:,} of {left[1]:,} claims: "
          f"{'the same' if not odd else 'NOT THE SAME'}; without words "
          f"{left[3]:,}, without plain assertion {left[2]:,}")
    if odd:
        print(odd[:10], rows.get(odd[0]))
    return not odd


if __name__ == "__main__":
    peers.each(compare)
