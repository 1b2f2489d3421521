#!/usr/bin/env python3
"""Scores of the development records in two columns: those that rules are
written with, and the fifth that is kept aside.

    columns.py TOOL SHARED [CLAIMS.jsonl]

A record is kept aside if the SHA-256 of its stable id, as a number, can be
divided by five.  Rules are not to be tuned on what these records say: where the
columns differ by more than a few hundredths, the rules know the records and
not the language."""

import gzip
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

ROWS = ("sites", "substrate+site", "substrate", "kinase",
        "kinase, any relation", "citations", "PubMed ids")


def is_aside(stable_id):
    """Is the record one of the fifth that is kept aside?"""
    digest = hashlib.sha256(stable_id.encode()).hexdigest()
    return int(digest, 16) % 5 == 0


def part(lines, key, aside):
    """The lines of one column."""
    return "".join(line for line in lines
                   if is_aside(json.loads(line)[key]) == aside)


def measures(shared, folder, claims, aside):
    """What score_records.py says of one column."""
    reactome = shared / "corpora/reactome-v88"
    parts = {
        "gold": (gzip.open(reactome / "gold-dev.jsonl.gz", "rt",
                           encoding="utf-8"), "stable_id"),
        "in": (gzip.open(reactome / "input-dev.jsonl.gz", "rt",
                         encoding="utf-8"), "stable_id"),
        "claims": (claims.splitlines(keepends=True), "record"),
    }
    for name, (lines, key) in parts.items():
        path = folder / f"{name}.jsonl"
        path.write_text(part(lines, key, aside), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(shared / "score/score_records.py"),
         str(folder / "gold.jsonl"), str(folder / "claims.jsonl"),
         "--input", str(folder / "in.jsonl"), "--baseline", "--json"],
        capture_output=True, check=True, timeout=300)
    return json.loads(done.stdout)


def main():
    """Print the table."""
    tool, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    if len(sys.argv) > 3:
        claims = pathlib.Path(sys.argv[3]).read_text(encoding="utf-8")
    else:
        claims = subprocess.run(
            [tool, "extract", "-q", "--to", "jsonl",
             str(shared / "corpora/reactome-v88/input-dev.jsonl.gz")],
            capture_output=True, check=True, timeout=300).stdout.decode()
    with tempfile.TemporaryDirectory(prefix="pathquill-columns-") as folder:
        columns = [measures(shared, pathlib.Path(folder), claims, aside)
                   for aside in (False, True)]
    print("| row | tuned: P | R | F | aside: P | R | F |")
    print("|---|---|---|---|---|---|---|")
    for who in ("baseline", "claims"):
        for row in ROWS:
            cells = []
            for column in columns:
                found = column[who]["measures"].get(row)
                cells += [f"{found[key]:.3f}".lstrip("0") if found else "-"
                          for key in ("precision", "recall", "f")]
            if set(cells) != {"-"}:
                print(f"| {who}, {row} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
