#!/usr/bin/env python3
"""The seed record against its targets, which lie beside the repository."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import ToolTest, main, skip  # noqa: E402

SHARED = pathlib.Path(os.environ.get("SHARED", ""))
TYPES = "ttl,nq,nt,jsonl,tsv,dot"

# rapper and serdi name the same formats alike.
SYNTAXES = {".ttl": "turtle", ".nt": "ntriples", ".nq": "nquads"}


def triples(program, path):
    """A file as sorted N-Triples, read by another program."""
    if not shutil.which(program):
        skip(f"{program} is not there")
    quiet = ["-q"] if program == "rapper" else []
    done = subprocess.run(
        [program, *quiet, "-i", SYNTAXES[path.suffix], "-o", "ntriples",
         str(path)], capture_output=True, check=True, timeout=60)
    return sorted(set(plain(done.stdout.decode()).splitlines()))


def plain(text):
    """Escapes of characters beyond ASCII as these characters."""
    return re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})",
                  lambda m: chr(int(m.group(1) or m.group(2), 16)), text)


def without_digests(rows):
    """Rules and names change; what they say of the seed does not."""
    return sorted(re.sub(r"pathquill/(grammar|lexicon)/[0-9a-f]{32}",
                         r"pathquill/\1/X",
                         re.sub(r'"[0-9a-f]{64}"', '"digest"', row))
                  for row in rows)


class Seed(ToolTest):
    """The record as its file, and as a line of JSON."""

    def setUp(self):
        super().setUp()
        records = sorted((SHARED / "seed").glob("*.txt"))
        self.build(*records, options=("-t", TYPES))
        self.out = self.folder / "out"
        self.files = [path for path in sorted(self.out.iterdir())
                      if path.suffix in SYNTAXES]

    def test_statements(self):
        target = triples("rapper", SHARED / "design/seed.ttl")
        ours = triples("rapper", self.out / "R-HSA-9701524.ttl")
        self.maxDiff = None
        self.assertEqual(without_digests(ours), without_digests(target))

    def test_two_readers(self):
        self.assertEqual(len(self.files), 4)
        want = triples("rapper", self.files[0])
        for path in self.files:
            for program in ("rapper", "serdi"):
                self.assertEqual(triples(program, path), want,
                                 f"{path.name} by {program}")

    def test_lines_are_canonical(self):
        """N-Triples are sorted, and as an independent reader writes them."""
        ours = (self.out / "R-HSA-9701524.nt").read_bytes().decode()
        self.assertEqual(ours.splitlines(), sorted(ours.splitlines()))
        self.assertEqual(ours.splitlines(),
                         triples("rapper", self.out / "R-HSA-9701524.ttl"))

    def test_claim_lines(self):
        example = SHARED / "score/example"
        ours = self.extract(example / "input.jsonl",
                            options=("--to", "jsonl"))[0]
        theirs = (example / "claims.jsonl").read_text(encoding="utf-8")
        self.assertEqual(ours.splitlines(), theirs.splitlines())

    def test_bundled_example(self):
        """The example of the repository is the seed record."""
        example = pathlib.Path(os.environ["SOURCE_DIR"],
                               "docs/examples/R-HSA-9701524.md")
        seed = next(iter(sorted((SHARED / "seed").glob("*.txt"))))
        self.assertEqual(example.read_bytes(), seed.read_bytes())


if __name__ == "__main__":
    if not (SHARED / "seed").is_dir():
        skip("the seed's targets are not there")
    main()
