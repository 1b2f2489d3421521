#!/usr/bin/env python3
"""What a run tells a curator about residues and about names."""

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

    def test_images_are_put_together(self):
        parts = []
        for name, text in (("a", FASTA[:FASTA.index(">sp|P00533")]),
                           ("b", FASTA[FASTA.index(">sp|P00533"):])):
            source = self.write(f"{name}.fasta", text)
            parts.append(self.folder / f"{name}.pqlx")
            run("lexicon", "import", "uniprot-fasta", source, "-o", parts[-1])
        whole = self.folder / "whole.pqlx"
        code, _, told = run("lexicon", "compile", *parts, "-o", whole)
        self.assertEqual(code, 0, told)
        self.assertIn("  sequences: 4\n",
                      run("lexicon", "stats", whole)[1])
        self.assertEqual(self.extract("--lexicon", whole, self.record),
                         self.extract("--lexicon", self.image, self.record))

    def test_sites_of_claims_are_the_texts(self):
        output, _ = self.extract("--lexicon", self.image, self.record)
        sites = {row["theme"]["text"]: row["site"]
                 for row in map(json.loads, output.splitlines())
                 if row["site"]}
        self.assertEqual({name: site["position"] for name, site in
                          sites.items()},
                         {"STAT3": 705, "EGFR": 1068, "ALK": 7, "STAT5A": 694})


NAMES = ("FOOB1 binds JAK2. p40 phosphorylates FOOB1.",
         "STAT3 binds FOOB1 and QUXA2.", "JAK2 phosphorylates STAT3.")
OVERLAY = ("text\tid\tstatus\tflags\tnote\n"
           "FOOB1\tHGNC:427\tname\t\t\n"
           "p40\tHGNC:6029\tsynonym\t\t\n")


class Names(ToolTest):
    def setUp(self):
        super().setUp()
        self.records = [self.write(f"{i}.md", markdown(f"T-{9 - i}", text))
                        for i, text in enumerate(NAMES)]

    def table(self, *options, records=None):
        """names.tsv as dictionaries."""
        files, _ = self.build(*(records or self.records),
                              options=("-t", "nt", *options))
        head, *rows = [row.split("\t") for row in
                       files["names.tsv"].decode().splitlines()]
        return [dict(zip(head, row)) for row in rows]

    def test_table(self):
        rows = self.table()
        self.assertEqual([(row["name"], row["state"], row["mentions"],
                           row["records"]) for row in rows],
                         [("FOOB1", "unknown", "3", "2"),
                          ("QUXA2", "unknown", "1", "1"),
                          ("p40", "tied", "1", "1")])
        first = rows[0]
        self.assertEqual((first["record"], first["source"], first["sentence"]),
                         ("T-8", "file", NAMES[1]))
        text = self.records[1].read_text()
        self.assertEqual(text[int(first["begin"]):int(first["end"])], "FOOB1")
        self.assertEqual(first["candidates"], "")
        tied = rows[2]["candidates"].split("; ")
        self.assertGreaterEqual(len(tied), 2)
        for candidate in tied:
            self.assertRegex(candidate, r"^[A-Z]+:\S+ .+ [01]\.[0-9]{3}$")

    def test_the_order_of_inputs_does_not_count(self):
        files, _ = self.build(*self.records, options=("-t", "nt"))
        other, _ = self.build(*reversed(self.records), out="other",
                              options=("-t", "nt"))
        self.assertEqual(files["names.tsv"], other["names.tsv"])
        tails = [run("explain", *records)[1].partition("== names")[2]
                 for records in (self.records, self.records[::-1])]
        self.assertEqual(tails[0], tails[1])
        self.assertIn("    3  FOOB1  not known\n", tails[0])
        self.assertIn("    1  p40  not decided: HGNC:", tails[0])

    def test_a_tie_is_told_and_no_identity(self):
        output, told = self.extract("--to", "nt", self.records[0])
        line = self.records[0].read_text().splitlines().index(NAMES[0]) + 1
        self.assertIn(f"{self.records[0]}:{line}:19: warning: 'p40' is tied "
                      "between HGNC:", told)
        self.assertEqual(told.count("[name.tied]"), 1)
        about = [row for row in output.splitlines()
                 if row.startswith("<https://w3id.org/pathquill/entity/"
                                   "text.p40>")]
        close = [row for row in about if "core#closeMatch>" in row]
        self.assertGreaterEqual(len(close), 2)
        self.assertEqual(len({row.split()[2] for row in close}), len(close))
        self.assertEqual([row for row in about if "exactMatch" in row], [])
        for row in close:
            self.assertEqual(output.count(row.split()[2]), 1, row)

    def test_candidates_with_scores(self):
        for form in ("nt", "ttl", "nq"):
            output, _ = self.extract("--mentions", "--to", form,
                                     self.records[0])
            path = self.write("a." + form, output)
            code, _, told = run("check", path)
            self.assertEqual((code, told.splitlines()[0]),
                             (0, "ERROR 0  WARN 0  INFO 0"), told)
        rows = [row.split(" ", 2) for row in
                (self.folder / "a.nt").read_text().splitlines()]
        units = {row[2][:-2] for row in rows
                 if row[1].endswith("nif-core#annotationUnit>")}
        said = {row[0]: row[2] for row in rows if row[0] in units
                and row[1].endswith("nif-core#taIdentConf>")}
        means = {row[0]: row[2] for row in rows if row[0] in units
                 and row[1].endswith("rdf#taIdentRef>")}
        close = {row[2] for row in rows if row[1].endswith("closeMatch>")}
        self.assertEqual(set(said), units)
        self.assertEqual(set(means.values()), close)
        for score in said.values():
            self.assertRegex(score, r'^"[01]\.[0-9]{3}"\^\^<http://www\.w3\.org/'
                                    r'2001/XMLSchema#decimal> \.$')

    def test_a_table_of_names_settles_them(self):
        overlay = self.write("my.tsv", OVERLAY)
        self.assertEqual([row["name"] for row in
                          self.table("--lexicon", overlay)], ["QUXA2"])
        output, told = self.extract("--lexicon", overlay, self.records[0])
        self.assertNotIn("name.tied", told)
        claims = list(map(json.loads, output.splitlines()))
        ids = {node["text"]: node["ids"].get("hgnc") for claim in claims
               for node in (claim["agent"], claim["theme"]) if node}
        self.assertEqual((ids["FOOB1"], ids["p40"]), ("HGNC:427", "HGNC:6029"))

    def test_nothing_to_settle(self):
        self.assertEqual(self.table(records=self.records[2:]), [])
        _, output, _ = run("explain", self.records[2])
        self.assertNotIn("== names", output)


if __name__ == "__main__":
    main()
