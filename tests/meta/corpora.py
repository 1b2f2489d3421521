#!/usr/bin/env python3
"""All development records, which lie beside the repository: nothing fails,
every output is valid, and the scores stand above their floors."""

import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import ToolTest, run, skip  # noqa: E402

SHARED = pathlib.Path(os.environ.get("SHARED", ""))
REACTOME = SHARED / "corpora/reactome-v88"
SCORE = SHARED / "score"

# Floors of a first version, not the aim.
FLOORS = {
    "sites": {"precision": .85, "f": .80},
    "substrate+site": {"f": .55},
}
AS_BASELINE = {"citations": ("precision", "recall")}


def score(*args):
    """Run one of the scoring programs; status and output."""
    done = subprocess.run([sys.executable, *map(str, args)],
                          capture_output=True, check=False, timeout=200)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Lines(ToolTest):
    """The records as lines of JSON."""

    def setUp(self):
        super().setUp()
        packed = REACTOME / "input-dev.jsonl.gz"
        self.records = self.write("in.jsonl", gzip.decompress(
            packed.read_bytes()))
        self.claims = self.write(
            "claims.jsonl", self.extract(packed, options=("--to", "jsonl"))[0])

    def test_contract(self):
        code, said, wrong = score(SCORE / "claims.py", self.claims,
                                  "--input", self.records)
        self.assertEqual(code, 0, said + wrong)

    def test_plain_and_packed_are_read_alike(self):
        plain = self.extract(self.records, options=("--to", "jsonl"))[0]
        self.assertEqual(plain, self.claims.read_text(encoding="utf-8"))

    def test_scores(self):
        code, said, wrong = score(
            SCORE / "score_records.py", REACTOME / "gold-dev.jsonl.gz",
            self.claims, "--input", self.records, "--baseline", "--json")
        self.assertEqual(code, 0, wrong)
        ours = json.loads(said)["claims"]["measures"]
        theirs = json.loads(said)["baseline"]["measures"]
        low = []
        for row, floors in FLOORS.items():
            low += [(row, key, ours[row][key], floor)
                    for key, floor in floors.items()
                    if ours[row][key] < floor]
        for row, keys in AS_BASELINE.items():
            low += [(row, key, ours[row][key], theirs[row][key])
                    for key in keys if ours[row][key] < theirs[row][key]]
        self.assertEqual(low, [], "row, measure, ours, floor")

    def test_streams_are_valid(self):
        for form, syntax in (("nq", "nquads"), ("nt", "ntriples")):
            path = self.folder / f"all.{form}"
            code, out, said = run("extract", "--to", form, self.records)
            self.assertEqual(code, 0, said)
            path.write_text(out, encoding="utf-8")
            done = subprocess.run(
                ["serdi", "-q", "-i", syntax, "-o", syntax, str(path)],
                capture_output=True, check=False, timeout=200)
            self.assertEqual(done.returncode, 0, done.stderr.decode())


class Files(ToolTest):
    """The records as files."""

    def test_build(self):
        folder = REACTOME / "seed_format_dev"
        files, _ = self.build(folder, options=("-t", "ttl,nt,dot,jsonl"))
        n = len(list(folder.iterdir()))
        for ending in (".ttl", ".nt", ".dot", ".jsonl"):
            self.assertEqual(sum(name.endswith(ending) for name in files), n)
        turtle = [self.folder / "out" / name for name in files
                  if name.endswith(".ttl")]
        for path in turtle:
            done = subprocess.run(
                ["rapper", "-q", "-c", "-i", "turtle", str(path)],
                capture_output=True, check=False, timeout=60)
            self.assertEqual(done.returncode, 0,
                             f"{path.name}: {done.stderr.decode()}")

    def test_check(self):
        folder = REACTOME / "seed_format_dev"
        self.build(folder, options=("-t", "nq",))
        code, out, said = run("check", self.folder / "out/graph.nq",
                              "--records", folder)
        self.assertEqual(code, 0, (out + said)[:2000])


if __name__ == "__main__":
    if not REACTOME.is_dir():
        skip("the development records are not there")
    for program in ("rapper", "serdi"):
        if not shutil.which(program):
            skip(f"{program} is not there")
    unittest.main()
