#!/usr/bin/env python3
"""Names of genes and families in abstracts about pathways, which lie beside
the repository: those that get an identifier, with all of the public names
imported, against the names that curators marked (BioNLP PC 2013)."""

import os
import pathlib
import shutil
import sys
import tarfile
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import run, skip  # noqa: E402

SHARED = pathlib.Path(os.environ.get("SHARED", ""))
CORPUS = SHARED / "corpora/bionlp-st/pc2013-train.tar.gz"
REFERENCE = SHARED / "reference"

FLOORS = {"precision": .93, "recall": .80}

# What is imported, by kind; each knows the ids of those before it.
IMPORTS = {
    "hgnc": REFERENCE / "hgnc/hgnc_complete_set.txt.gz",
    "ncbi-gene": REFERENCE / "ncbi/Homo_sapiens.gene_info.gz",
    "famplex": REFERENCE / "famplex",
}
MARKED = {"Gene_or_gene_product"}
# FamPlex calls PI3K and E2F complexes.
FOUND = MARKED | {"Complex"}
# A complex that is marked is no gene, and no mistake either.
ASIDE = {"Complex"}


def entities(path, types, known=None):
    """Spans of a standoff file's entities of some types."""
    spans = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("T"):
            continue
        name, place = line.split("\t")[:2]
        kind, begin, *_, end = place.replace(";", " ").split()
        if kind in types and (known is None or name in known):
            spans.append((int(begin), int(end)))
    return spans


def with_identifier(path):
    """The entities of a file that are normalised."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.split()[2] for line in lines if line.startswith("N")}


def touches(span, others):
    """Does it overlap with one of them?"""
    return any(span[0] < end and begin < span[1] for begin, end in others)


class Mentions(unittest.TestCase):
    """All abstracts, with all names."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="pathquill-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        with tarfile.open(CORPUS) as packed:
            packed.extractall(cls.folder, filter="data")
        cls.texts = sorted(cls.folder.rglob("*.txt"))
        cls.out = cls.folder / "out"
        lexicons = []
        for kind, source in IMPORTS.items():
            image = cls.folder / f"{kind}.pqlx"
            cls.tool("lexicon", "import", kind, source, "-q", "-o", image,
                     *lexicons)
            lexicons += ["--lexicon", image]
        cls.tool("annotate", "-q", "-o", cls.out, *lexicons, *cls.texts)

    @classmethod
    def tool(cls, *args):
        """Run the tool, which must do well."""
        code, _, said = run(*args)
        if code:
            raise AssertionError(f"status {code}: {said[:2000]}")

    def test_precision_and_recall(self):
        marked = found = right = hit = 0
        for text in self.texts:
            given = text.with_suffix(".a1")
            own = self.out / (text.stem + ".ann")
            gold = entities(given, MARKED)
            aside = entities(given, ASIDE)
            ours = [span for span
                    in entities(own, FOUND, with_identifier(own))
                    if touches(span, gold) or not touches(span, aside)]
            marked += len(gold)
            found += len(ours)
            right += sum(touches(span, gold) for span in ours)
            hit += sum(touches(span, ours) for span in gold)
        measured = {"precision": right / found, "recall": hit / marked}
        print(f"{len(self.texts)} texts: {right} of {found} right "
              f"({measured['precision']:.3f}), {hit} of {marked} found "
              f"({measured['recall']:.3f})")
        for measure, floor in FLOORS.items():
            self.assertGreaterEqual(measured[measure], floor, measure)


if __name__ == "__main__":
    if not CORPUS.is_file() or not REFERENCE.is_dir():
        skip("the abstracts and tables of names are not there")
    unittest.main()
