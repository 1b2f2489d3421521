#!/usr/bin/env python3
"""The vocabulary and what is written: each own term is described, the C code
utters those terms and no others, each is really written, and docs/ontology.md
is current."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import run, skip  # noqa: E402

ROOT = pathlib.Path(os.environ.get(
    "SOURCE_DIR", pathlib.Path(__file__).parent.parent.parent))
sys.path.insert(0, str(ROOT / "docs"))
from ontology import PQ, RDF, RDFS, SKOS, statements  # noqa: E402

VOCABULARY = ROOT / "ontology/pathquill.ttl"
OWL = "http://www.w3.org/2002/07/owl#"
NEAR = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch",
        "relatedMatch")

# What says each term at least once, with the layers of --mentions.
TEXTS = """\
Whether STAT3 is phosphorylated by JAK2 or by SRC is controversial (Han et al, \
2006). The function of ALK is unknown. LCK may phosphorylate ZAP70 in vitro. \
JAK2 was reported to phosphorylate STAT1, but this could not be confirmed. \
Active AKT1 phosphorylates GSK3B. NPM1-ALK activates the PI3K pathway. \
p-Y705-STAT3 binds ABCD9. STAT3 is phosphorylated at T705. It is unclear \
whether JAK2 phosphorylates STAT5A. Inhibition of the phosphorylation of STAT3 \
by JAK1 was of interest. Mice were kept as told before (Zamo et al, 2002).
"""
SEQUENCE = """\
>sp|P40763|STAT3_HUMAN Signal transducer OS=Homo sapiens OX=9606 GN=STAT3
"""


def uttered():
    """Own terms that the C code can utter."""
    rows = (ROOT / "src/model/terms.def").read_text(encoding="utf-8")
    return set(re.findall(r'^PQ_TERM\(\w+, PQ, "(\w+)"', rows, re.M))


class Vocabulary(unittest.TestCase):
    """What ontology/pathquill.ttl says."""

    @classmethod
    def setUpClass(cls):
        cls.table, _ = statements(VOCABULARY)
        cls.own = {s[len(PQ):]: about for s, about in cls.table.items()
                   if s.startswith(PQ)}

    def test_code_and_vocabulary_have_the_same_terms(self):
        self.assertEqual(set(self.own), uttered())

    def test_terms_are_described(self):
        for name, about in self.own.items():
            with self.subTest(name):
                for what in ("label", "comment"):
                    self.assertEqual(len(about[RDFS + what]), 1, what)

    def test_properties_say_from_where_to_where(self):
        for name, about in self.own.items():
            if any(kind.endswith("Property") for kind in about[RDF + "type"]):
                with self.subTest(name):
                    for what in ("domain", "range"):
                        self.assertEqual(len(about[RDFS + what]), 1, what)

    def test_classes_and_properties_are_mapped(self):
        for name, about in self.own.items():
            if any(kind.startswith(OWL) for kind in about[RDF + "type"]):
                near = [o for key in NEAR for o in about.get(SKOS + key, ())]
                near += about.get(RDFS + "subClassOf", [])
                self.assertTrue([o for o in near if not o.startswith(PQ)],
                                name)

    def test_page_is_current(self):
        made = subprocess.run([sys.executable, str(ROOT / "docs/ontology.py")],
                              capture_output=True, check=True).stdout
        self.assertEqual((ROOT / "docs/ontology.md").read_bytes(), made,
                         "run docs/ontology.py > docs/ontology.md")


class Written(unittest.TestCase):
    """What the tool writes."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pathquill-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def tool(self, *args, stdin=None):
        """Run the tool, which must do well; its output."""
        code, out, said = run(*args, stdin=stdin)
        self.assertEqual(code, 0, said)
        return out

    def test_every_term_is_written(self):
        fasta = self.folder / "stat3.fasta"
        fasta.write_text(SEQUENCE + "A" * 704 + "Y" + "A" * 65 + "\n")
        image = self.folder / "stat3.pqlx"
        self.tool("lexicon", "import", "uniprot-fasta", fasta, "-q", "-o",
                  image)
        quads = self.tool("extract", "--plain", "--mentions", "--to", "nq",
                          "-q", "--lexicon", image, "-", stdin=TEXTS)
        written = set(re.findall(re.escape(PQ) + r"(\w+)>", quads))
        self.assertEqual(uttered() - written, set())


if __name__ == "__main__":
    if not shutil.which("rapper"):
        skip("rapper is not there")
    unittest.main()
