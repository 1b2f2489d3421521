#!/usr/bin/env python3
"""A record may be long: what its end means does not hang on how much stands
before, and a sentence costs the same.

Of little the tool looks through all that was said, of much it has tables; both
must find the same.  So what was said at the start (a residue's protein, who
cleaves, a short form) is asked for behind few and behind many sentences."""

import json
import os
import re
import subprocess

TOOL = os.environ["PATHQUILL"]
COUNTER = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
KIND = os.environ.get("PATHQUILL_KIND", "plain")
NAMES = "AKT1 MTOR JAK2 STAT5A SRC EGFR GRB2 SOS1 RAF1 BRAF".split()
BEGIN = ("STAT3 is phosphorylated at S727. FURIN cleaves NOTCH1. "
         "The Zymbo protein (ZYB) binds MTOR (Han et al, 2006).")
END = ("Phosphorylation at S727 requires MTOR (Han et al, 2006). FURIN "
       "cleavage promotes mitosis. ZYB activates SRC. Phosphorylation of STAT3 "
       "promotes apoptosis.")
SAID = ["STAT3 S727 phosphorylation depends on mTOR",
        "ZYB promotes SRC activation",
        "STAT3 phosphorylation promotes apoptosis"]  # FURIN is not cleaved
COUNTS = [0, 10, 29, 30, 31, 60, 63, 64, 65, 130, 1000]


def filler(count):
    """Sentences about other things, each with a residue and a paper, and a
    short form now and then."""
    for i in range(count):
        agent, theme = NAMES[i % 10], NAMES[(3 * i + 1) % 10]
        yield (f"{agent} phosphorylates {theme} at S{1000 + i} "
               f"(Smith{chr(97 + i % 26)} et al, {1950 + i % 70}).")
        if i % 3 == 0:
            yield f"The Foobar{i} protein (FB{i}) binds {theme}."


def run(text, before=()):
    """What the tool prints of the text, and on its other stream; `before` it
    what runs the tool."""
    done = subprocess.run([*before, TOOL, "extract", "--plain", "-q"], check=True,
                          input=text, capture_output=True, text=True)
    return done.stdout, done.stderr


def end_of(count):
    """What the end claims behind so many sentences, with its papers."""
    text = " ".join([BEGIN, *filler(count), END])
    lines = map(json.loads, run(text)[0].splitlines())
    begin = len(text) - len(END)
    return [(line["label"], line["status"], line["agent"], line["theme"],
             [c["text"] for c in line["citations"]])
            for line in map(without_places, lines) if line["begin"] >= begin]


def without_places(line):
    """The line with names for its ends, and where it begins."""
    kept = dict(line, begin=line["sentence"][0])
    for end in ("agent", "theme"):
        kept[end] = line[end] and line[end]["iri"]
    return kept


def cost(count):
    """Instructions of all sentences; the same in each run."""
    counted = run(" ".join(filler(count)), COUNTER)[1]
    return int(re.search(r"Collected : (\d+)", counted)[1])


def main():
    """Compare."""
    first = end_of(COUNTS[0])
    labels = [row[0] for row in first]
    assert labels == SAID, labels
    for count in COUNTS[1:]:
        found = end_of(count)
        assert found == first, f"behind {count}: {found}\nnot {first}"
    if KIND == "plain":
        start, few, many = cost(1), cost(500), cost(4000)
        few, many = (few - start) / 500, (many - start) / 4000
        assert many < 1.5 * few, f"{few:.0f} instructions, then {many:.0f}"


if __name__ == "__main__":
    main()
