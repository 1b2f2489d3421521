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
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import run, skip  # noqa: E402

SHARED = pathlib.Path(os.environ.get("SHARED", ""))
REACTOME = SHARED / "corpora/reactome-v88"
SCORE = SHARED / "score"

# What docs/quality.md states, a little below: it may rise and must not fall.
FLOORS = {
    "sites": {"precision": .76, "recall": .865, "f": .81},
    "substrate+site": {"precision": .745, "recall": .85, "f": .80},
    "substrate": {"precision": .82, "recall": .91, "f": .863},
    "kinase": {"precision": .906, "recall": .815, "f": .858},
    "PubMed ids": {"precision": .999, "recall": .71, "f": .828},
}
# How far a measure of citations may lie below that of the baseline.
BELOW_BASELINE = {"precision": .01, "recall": 0, "f": 0}


def score(*args):
    """Run one of the scoring programs; status and output."""
    done = subprocess.run([sys.executable, *map(str, args)],
                          capture_output=True, check=False, timeout=200)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


class Shared(unittest.TestCase):
    """Tests that share what one run of the tool made."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="pathquill-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)

    @classmethod
    def tool(cls, *args):
        """Run the tool, which must do well; its output."""
        code, out, said = run(*args)
        if code:
            raise AssertionError(f"status {code}: {said[:2000]}")
        return out


class Lines(Shared):
    """The records as lines of JSON."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        packed = REACTOME / "input-dev.jsonl.gz"
        cls.records = cls.folder / "in.jsonl"
        cls.records.write_bytes(gzip.decompress(packed.read_bytes()))
        cls.claims = cls.folder / "claims.jsonl"
        cls.claims.write_text(cls.tool("extract", "--to", "jsonl", packed),
                              encoding="utf-8")

    def test_contract(self):
        code, said, wrong = score(SCORE / "claims.py", self.claims,
                                  "--input", self.records)
        self.assertEqual(code, 0, said + wrong)

    def test_plain_and_packed_are_read_alike(self):
        plain = self.tool("extract", "--to", "jsonl", self.records)
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
        row = "citations"
        low += [(row, key, ours[row][key], theirs[row][key])
                for key, less in BELOW_BASELINE.items()
                if ours[row][key] < theirs[row][key] - less]
        self.assertEqual(low, [], "row, measure, ours, floor")

    def test_streams_are_valid(self):
        for form, syntax in (("nq", "nquads"), ("nt", "ntriples")):
            path = self.folder / f"all.{form}"
            path.write_text(self.tool("extract", "--to", form, self.records),
                            encoding="utf-8")
            done = subprocess.run(
                ["serdi", "-q", "-i", syntax, "-o", syntax, str(path)],
                capture_output=True, check=False, timeout=200)
            self.assertEqual(done.returncode, 0, done.stderr.decode())


class Files(Shared):
    """The records as files."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.records = REACTOME / "seed_format_dev"
        cls.out = cls.folder / "out"
        cls.tool("build", "-o", cls.out, "-t", "ttl,nt,dot,jsonl", cls.records)

    def test_one_file_of_each_type(self):
        n = len(list(self.records.iterdir()))
        for ending in (".ttl", ".nt", ".dot", ".jsonl"):
            self.assertEqual(len(list(self.out.glob("*" + ending))), n)

    def test_turtle_parses(self):
        for path in sorted(self.out.glob("*.ttl")):
            done = subprocess.run(
                ["rapper", "-q", "-c", "-i", "turtle", str(path)],
                capture_output=True, check=False, timeout=60)
            self.assertEqual(done.returncode, 0,
                             f"{path.name}: {done.stderr.decode()}")

    def test_check(self):
        code, out, said = run("check", self.out / "graph.nq",
                              "--records", self.records)
        self.assertEqual(code, 0, (out + said)[:2000])


if __name__ == "__main__":
    if not REACTOME.is_dir():
        skip("the development records are not there")
    for program in ("rapper", "serdi"):
        if not shutil.which(program):
            skip(f"{program} is not there")
    unittest.main()
