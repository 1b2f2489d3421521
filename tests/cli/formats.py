#!/usr/bin/env python3
"""One graph in every format of RDF, with every layer and under any base.

N-Triples is the measure: its writer is the simplest.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
import rdf  # noqa: E402
from tool import ToolTest, line, main, run  # noqa: E402

SOURCE = pathlib.Path(os.environ.get("SOURCE_DIR", "."))
SEED = SOURCE / "docs/examples/R-HSA-9701524.md"
# Line ends, quotes, marks of XML, a tab, an astral character, a tied name.
NASTY = ('"JAK2"  phosphorylates <STAT5A> & STAT3 at Y705\\n (O\'Neil, 2001).'
         '\r\n\r\nLoss of p40 may\tinhibit the 𝛼 "path" of NF-κB &amp; AKT1.')
LAYERS = ((), ("--mentions",), ("--text",), ("--mentions", "--text"),
          ("--base", "https://example.org/x#"))
PARSERS = {"ttl": (("rapper", "-q", "-i", "turtle"),
                   ("serdi", "-i", "turtle", "-o", "ntriples")),
           "rdf": (("rapper", "-q", "-i", "rdfxml"),),
           "nt": (("rapper", "-q", "-i", "ntriples"),
                  ("serdi", "-i", "ntriples", "-o", "ntriples")),
           "nq": (("rapper", "-q", "-i", "nquads"),
                  ("serdi", "-i", "nquads", "-o", "nquads"))}
BASES = {"rapper": ("-I", "http://base.invalid/")}


def read_back(path, parser):
    """The statements that a parser finds in a file."""
    if parser[0] == "rapper":
        command = [*parser, *BASES["rapper"], str(path)]
    else:
        command = [*parser, str(path)]
    done = subprocess.run(command, capture_output=True, check=False,
                          timeout=60)
    if done.returncode:
        raise AssertionError(f"{command}: {done.stderr.decode()}")
    return rdf.of_lines(done.stdout.decode())


class Formats(ToolTest):
    def setUp(self):
        super().setUp()
        self.inputs = [SEED, self.write("nasty.jsonl", line("T-1", NASTY,
                                                            title="p40 & \\"))]

    def ours(self, *options, to="nt"):
        """What is extracted, as text."""
        return self.extract(*self.inputs, options=("-q", "--to", to,
                                                   *options))[0]

    def test_streams_say_the_same(self):
        for options in LAYERS:
            wanted = rdf.of_lines(self.ours(*options))
            self.assertGreater(len(wanted), 450)
            for name, parsers in PARSERS.items():
                path = self.folder / f"all.{name}"
                path.write_text(self.ours(*options, to=name), "utf-8",
                                newline="")
                for parser in parsers:
                    with self.subTest(name=name, parser=parser[0],
                                      options=options):
                        if not shutil.which(parser[0]):
                            self.skipTest(f"no {parser[0]}")
                        self.assertEqual(read_back(path, parser), wanted)
            found = rdf.of_jsonld(self.ours(*options, to="jsonld"))
            self.assertEqual(found, wanted, options)

    def test_files_say_the_same(self):
        for options in LAYERS:
            files, _ = self.build(*self.inputs, options=(
                "-q", "-t", "ttl,nt,nq,rdf,jsonld", *options))
            for stem in ("R-HSA-9701524", "T-1"):
                wanted = rdf.of_lines(files[stem + ".nt"].decode())
                for name, parsers in PARSERS.items():
                    if not shutil.which(parsers[0][0]):
                        self.skipTest(f"no {parsers[0][0]}")
                    path = self.folder / "out" / f"{stem}.{name}"
                    self.assertEqual(read_back(path, parsers[0]), wanted, name)
                document = files[stem + ".jsonld"].decode()
                self.assertEqual(rdf.of_jsonld(document), wanted, options)

    def test_layers_and_base_are_there(self):
        plain = rdf.of_lines(self.ours())
        for option, part in (("--mentions", "taIdentRef>"),
                             ("--mentions", "ns#rule>"),
                             ("--text", "isString>")):
            more = rdf.of_lines(self.ours(option))
            self.assertLess(plain, more)
            self.assertTrue(any(s[1].endswith(part) for s in more), part)
            self.assertFalse(any(s[1].endswith(part) for s in plain), part)
        moved = self.ours("--base", "https://example.org/x#")
        self.assertNotIn("<https://w3id.org/pathquill/claim/", moved)
        self.assertIn("<https://example.org/x#claim/", moved)

    def test_a_base_that_is_none(self):
        for base in ("x", "https://example.org", "https://a b/", "a:<b>/"):
            code, output, told = run("extract", "--base", base, SEED)
            self.assertEqual((code, output), (2, ""), told)
            self.assertIn("base IRI", told)


class JsonLd(ToolTest):
    def test_lines_and_files_are_the_same_documents(self):
        record = self.write("a.jsonl", line("T-1", NASTY) + line("T-2"))
        files, _ = self.build(record, options=("-t", "jsonld"))
        output, _ = self.extract(record, options=("--to", "jsonld"))
        self.assertEqual([json.loads(row) for row in output.splitlines()],
                         [json.loads(files[f"T-{i}.jsonld"]) for i in (1, 2)])
        again, _ = self.extract(record, options=("--to", "jsonld"))
        self.assertEqual(output, again)

    def test_shape_of_the_seed(self):
        seed = json.loads(self.extract(SEED, options=("--to", "jsonld"))[0])
        self.assertEqual(list(seed), [
            "@context", "id", "type", "label", "identifier", "taxon",
            "broader", "seeAlso", "claims", "disputes", "questions", "events",
            "things", "residues", "terms", "works", "documents",
            "provenance"])
        self.assertEqual([len(seed[key]) for key in
                          ("claims", "disputes", "questions", "works")],
                         [16, 1, 1, 15])
        claims = {claim["label"]: claim for claim in seed["claims"]}
        self.assertEqual(len(claims["STAT3 promotes cell survival"]
                             ["evidence"]), 2)
        dispute, = seed["disputes"]
        evidence, = dispute["evidence"]
        self.assertEqual(evidence["status"], "Controversial")
        self.assertEqual(evidence["cues"], ["Whether", "controversial"])
        self.assertEqual(evidence["citesAsAuthority"], ["work:palmer-2009"])
        self.assertEqual(len(evidence["citesAsEvidence"]), 6)
        sides = {claim["id"] for claim in seed["claims"]
                 if claim["evidence"][0]["status"] == "Alternative"}
        self.assertEqual(set(dispute["alternatives"]), sides)
        question, = seed["questions"]
        self.assertNotIn("object", question)
        self.assertEqual([e["begin"] for e in question["evidence"]], [1942])

    def test_what_may_be_many_is_a_list(self):
        published = json.loads((SOURCE / "ontology/context.jsonld")
                               .read_text("utf-8"))["@context"]
        many = {key for key, rule in published.items()
                if isinstance(rule, dict) and rule.get("@container") == "@set"}
        record = self.write("a.jsonl", line("T-1", NASTY))
        for row in self.extract(SEED, record, options=(
                "--mentions", "--to", "jsonld"))[0].splitlines():
            def look(node):
                for key, value in node.items():
                    if key == "@context":
                        continue
                    listed = key in many or published.get(key) == "@included"
                    self.assertIsInstance(value, list if listed or (
                        key == "type" and isinstance(value, list))
                        else (str, int), key)
                    for one in value if isinstance(value, list) else ():
                        if isinstance(one, dict):
                            look(one)
            look(json.loads(row))

    def test_each_context_is_part_of_the_published_one(self):
        published = json.loads((SOURCE / "ontology/context.jsonld")
                               .read_text("utf-8"))["@context"]
        output, _ = self.extract(SEED, options=("--to", "jsonld", "--mentions",
                                                "--text"))
        context = json.loads(output)["@context"]
        self.assertLess(len(context), len(published))
        for key, rule in context.items():
            self.assertEqual(published[key], rule, key)

    def test_a_tie_stands_in_its_mention(self):
        record = self.write("a.jsonl", line("T-1", NASTY))
        tree = json.loads(self.extract(record, options=(
            "--mentions", "--to", "jsonld"))[0])
        mention, = [m for m in tree["mentions"] if m["quote"] == "p40"]
        self.assertGreaterEqual(len(mention["readings"]), 2)
        for reading in mention["readings"]:
            self.assertEqual(reading["type"], "nif:AnnotationUnit")
            self.assertRegex(reading["confidence"], r"^[01]\.\d{3}$")


if __name__ == "__main__":
    main()
