#!/usr/bin/env python3
"""What a run tells a curator about residues."""

import gzip
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, main, markdown, run  # noqa: E402

TEXT = ("STAT3 is phosphorylated at Y705.\n"
        "EGFR is phosphorylated at Y1068 and ALK at Y7.\n\n"
        "JAK2 phosphorylates STAT5A at Y694.")


def sequence(length, **acids):
    """An invented protein: glycines, but for the residues that are named."""
    residues = ["G"] * length
    for place, acid in acids.items():
        residues[int(place[1:]) - 1] = acid
    return "".join(residues)


def entry(accession, residues, name="Invented"):
    """An entry of a FASTA file."""
    lines = [residues[i:i + 60] for i in range(0, len(residues), 60)]
    return (f">sp|{accession}|X_HUMAN {name} OS=Homo sapiens OX=9606\n" +
            "\n".join(lines) + "\n")


FASTA = (entry("P40763", sequence(770, p705="Y")) +
         entry("P00533", sequence(1210, p1092="Y")) +
         entry("Q9UM73", sequence(20, p8="Y")) +
         entry("Q9UM73-3", sequence(20, p7="Y"), "Isoform Odd of Invented"))


class Residues(ToolTest):
    def setUp(self):
        super().setUp()
        self.record = self.write("a.md", markdown(text=TEXT))
        packed = self.folder / "some.fasta.gz"
        packed.write_bytes(gzip.compress(FASTA.encode()))
        self.image = self.folder / "some.pqlx"
        code, _, told = run("lexicon", "import", "uniprot-fasta", packed, "-o",
                            self.image)
        self.assertEqual(code, 0, told)

    def place(self, words):
        """Line and column of words in the record."""
        before = self.record.read_text().split(words)[0]
        return (before.count("\n") + 1,
                len(before) - (before.rfind("\n") + 1) + 1)

    def test_mismatches_are_told_at_their_words(self):
        _, told = self.extract("--lexicon", self.image, self.record)
        line, column = self.place("Y1068")
        self.assertIn(f"{self.record}:{line}:{column}: warning: EGFR Y1068: "
                      "P00533 has G there; Y1092 fits (older numbering); kept "
                      "as written [site.mismatch]\n", told)
        line, column = self.place("Y7.")
        self.assertIn(f"{self.record}:{line}:{column}: warning: ALK Y7: "
                      "Q9UM73 has G there; Y8 fits (one off), or Y7 (isoform "
                      "Q9UM73-3, Odd); kept as written [site.mismatch]\n", told)
        self.assertEqual(told.count("[site."), 2)

    def test_nothing_is_repaired(self):
        plain, told = self.extract(self.record)
        self.assertNotIn("site.mismatch", told)
        self.assertEqual(plain, self.extract("--lexicon", self.image,
                                             self.record)[0])

    def test_a_warning_can_fail_a_run(self):
        self.extract("--lexicon", self.image, "--fail-on", "warn", self.record,
                     status=1)

    def test_the_graph_says_it(self):
        output, _ = self.extract("--lexicon", self.image, "--to", "nt",
                                 self.record)
        said = [row.split(" ", 2) for row in output.splitlines()
                if "sequenceResidue" in row]
        self.assertEqual([[row[0].rpartition("/")[2], row[2]] for row in said],
                         [["P00533.Y1068>", '"G" .'], ["Q9UM73.Y7>", '"G" .']])

    def test_report_counts_sites(self):
        files, _ = self.build(self.record,
                              options=("-t", "nt", "--lexicon", self.image))
        head, row = [text.split("\t") for text in
                     files["report.tsv"].decode().splitlines()]
        report = dict(zip(head, row))
        self.assertEqual([report[f"{word}_sites"] for word in
                          ("verified", "mismatched", "unverified")],
                         ["2", "2", "0"])

    def test_explain_tells_verdicts(self):
        code, output, _ = run("explain", "--lexicon", self.image, self.record)
        self.assertEqual(code, 0)
        for words in ("site Y705 verified\n", "site Y694 verified\n",
                      "site Y1068: P00533 has G there; Y1092 fits"):
            self.assertIn(words, output)
        _, output, _ = run("explain", self.record)
        self.assertIn("site Y7 unverified\n", output)

    def test_check_asks_sequences(self):
        self.build(self.record, options=("-t", "nt"))
        graph = self.folder / "out/graph.nq"
        code, _, told = run("check", graph)
        self.assertEqual((code, told.count("[check.residue]")), (0, 0), told)
        code, _, told = run("check", "--lexicon", self.image, graph)
        self.assertEqual((code, told.count("[check.residue]")), (0, 2), told)
        self.assertIn("warning: Y1068: P00533 has G there; Y1092 fits (older "
                      "numbering); the file does not say so: write it anew",
                      told)
        self.build(self.record,
                   options=("-t", "nt", "--lexicon", self.image))
        code, _, told = run("check", "--lexicon", self.image, graph)
        self.assertEqual((code, told.count("ask the author of the text")),
                         (0, 2), told)
        code, _, _ = run("check", "--lexicon", self.image, "--fail-on", "warn",
                         graph)
        self.assertEqual(code, 1)

    def test_sites_of_claims_are_the_texts(self):
        output, _ = self.extract("--lexicon", self.image, self.record)
        sites = {row["theme"]["text"]: row["site"]
                 for row in map(json.loads, output.splitlines())
                 if row["site"]}
        self.assertEqual({name: site["position"] for name, site in
                          sites.items()},
                         {"STAT3": 705, "EGFR": 1068, "ALK": 7, "STAT5A": 694})


if __name__ == "__main__":
    main()
