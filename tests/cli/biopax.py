#!/usr/bin/env python3
"""-t biopax: what is asserted and has words in BioPAX, read by Python's own
parser of XML; the rest is counted."""

import os
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, line, main  # noqa: E402

SEED = (pathlib.Path(os.environ.get("SOURCE_DIR", "."))
        / "docs/examples/R-HSA-9701524.md")
BP = "{http://www.biopax.org/release/biopax-level3.owl#}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
BASE = "https://w3id.org/pathquill/biopax/"


class Biopax(ToolTest):
    def biopax(self, *inputs, options=()):
        """Individuals by name, as (class, {property: [values]}); messages."""
        files, told = self.build(*inputs, options=("-t", "biopax", *options))
        content, = [c for n, c in files.items() if n.endswith(".owl")]
        found = {}
        for one in ET.fromstring(content):
            if not one.tag.startswith(BP):
                continue
            name = one.get(RDF + "about")
            self.assertNotIn(name, found)
            values = {}
            for value in one:
                values.setdefault(value.tag[len(BP):], []).append(
                    value.get(RDF + "resource") or value.text)
            found[name] = (one.tag[len(BP):], values)
        for _, values in found.values():  # nothing points nowhere
            for many in values.values():
                for value in many:
                    if value and value.startswith(BASE):
                        self.assertIn(value, found)
        return found, told

    def classes(self, text, *options):
        """Classes of interactions that a sentence gives."""
        found, told = self.biopax(self.write("a.jsonl", line("T-1", text)),
                                  options=options)
        wanted = ("Catalysis", "Control", "BiochemicalReaction", "Transport",
                  "MolecularInteraction", "ComplexAssembly", "Degradation",
                  "TemplateReaction", "TemplateReactionRegulation")
        return sorted(c for c, _ in found.values() if c in wanted), told

    def test_classes(self):
        for text, wanted in (
                ("JAK2 phosphorylates STAT5A at Y694.",
                 ["BiochemicalReaction", "Catalysis"]),
                ("STAT3 translocates from the cytosol to the nucleus.",
                 ["Transport"]),
                ("JAK1 binds STAT3.", ["MolecularInteraction"]),
                ("JAK2 inhibits degradation of STAT5A.",
                 ["Control", "Degradation"])):
            self.assertEqual(self.classes(text)[0], wanted, text)

    def test_reserve_is_left_out_and_told(self):
        for text in ("JAK2 may phosphorylate STAT5A.",
                     "JAK2 does not phosphorylate STAT5A.",
                     "JAK2 phosphorylates STAT5A. "
                     "JAK2 does not phosphorylate STAT5A."):
            found, told = self.classes(text)
            self.assertNotIn("Catalysis", found, text)
            self.assertRegex(told, r"without [12] of [12] claims.*"
                                   r"\[biopax.left-out\]")
        self.assertNotIn("biopax.left-out", self.classes(
            "JAK2 phosphorylates STAT5A.")[1])

    def test_evidence(self):
        found, _ = self.biopax(self.write("a.jsonl", line(
            "T-1", "JAK2 phosphorylates STAT5A (Gordon et al, 2001).",
            references=[{"pmid": 11158582, "authors": "Gordon A, B C, D E",
                         "title": "T", "year": 2001}])))
        control, = [v for c, v in found.values() if c == "Catalysis"]
        evidence = found[control["evidence"][0]][1]
        self.assertIn("JAK2 phosphorylates STAT5A", evidence["comment"][0])
        paper = found[evidence["xref"][0]]
        self.assertEqual(paper[0], "PublicationXref")
        self.assertEqual((paper[1]["db"], paper[1]["id"], paper[1]["year"]),
                         (["pubmed"], ["11158582"], ["2001"]))
        self.assertEqual(control["controlType"], ["ACTIVATION"])

    def test_seed(self):
        found, told = self.biopax(SEED)
        claims = {n.rpartition(".")[2] for n in found if ".claim." in n or
                  "/claim." in n}
        self.assertEqual(len(claims), 6)
        self.assertIn("without 9 of 17 claims: 4 that are not plainly", told)
        sites = [v["sequencePosition"] for c, v in found.values()
                 if c == "SequenceSite"]
        self.assertEqual(sorted(sites), [["705"], ["727"]])
        reference, = [v for n, (c, v) in found.items()
                      if n.endswith("reference.P40763")]
        self.assertEqual(len(reference["entityFeature"]), 3)

    def test_base(self):
        files, _ = self.build(SEED, options=("-q", "-t", "biopax", "--base",
                                             "https://example.org/a/"))
        content = files["R-HSA-9701524.owl"].decode()
        self.assertEqual(set(re.findall(r'about="(https://[^/]*/\w*/)', content)
                             ), {"https://example.org/a/"})


if __name__ == "__main__":
    main()
