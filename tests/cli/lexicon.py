#!/usr/bin/env python3
"""Names from files of public databases: import, compile, stats, gaps."""

import gzip
import hashlib
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, line, main, run  # noqa: E402

TABLES = pathlib.Path(__file__).parent.parent.parent / "ontology/lexicon"
HGNC = ("hgnc_id\tsymbol\tname\tstatus\talias_symbol\tuniprot_ids\n"
        "HGNC:10993\tSLURP1\tsecreted LY6/PLAUR domain containing 1\tApproved"
        "\tARS\tP55000\n"
        "HGNC:33811\tZNF721\tzinc finger protein 721\tApproved\t\t\n")
NCBI = ("#tax_id\tGeneID\tSymbol\tSynonyms\tdbXrefs\tdescription\n"
        "9606\t57152\tSLURP1\tMDM|anup1\tHGNC:HGNC:10993\tsecreted thing\n")
UNIPROT = ("Entry\tGene Names\tProtein names\n"
           "P55000\tSLURP1\tSecreted Ly-6/uPAR-related protein 1 (ARS-B)\n")
REACTOME = "R-HSA-201556\tSignaling by ALK\tHomo sapiens\n"
OWN = ("text\tid\tstatus\tflags\tnote\n"
       "blue kinase\tHGNC:427\tname\t\t\n")
FAMPLEX = {"entities.csv": "ZZZ_family\r\n",
           "relations.csv": "HGNC,ZNF721,isa,FPLX,ZZZ_family\r\n",
           "grounding_map.csv": "ZZZs,FPLX,ZZZ_family,,,,\r\n"}
KINDS = {"hgnc": HGNC, "ncbi-gene": NCBI, "uniprot-tsv": UNIPROT,
         "reactome": REACTOME, "tsv": OWN}


class Import(ToolTest):
    def imported(self, kind, *files, status=0, options=()):
        """Import; the image's path and the messages."""
        image = self.folder / f"{kind}-{len(files)}.pqlx"
        code, output, told = run("lexicon", "import", kind, *files,
                                 "-o", image, *options)
        self.assertEqual((code, output), (status, ""), told)
        return image, told

    def show(self, text, *images):
        options = [word for image in images for word in ("--lexicon", image)]
        code, output, told = run("lexicon", "show", *options, text)
        self.assertEqual(code, 0, told)
        return output

    def test_names_are_read(self):
        self.assertNotIn("HGNC:10993", self.show("SLURP1"))
        image, _ = self.imported("hgnc", self.write("set.txt", HGNC))
        self.assertRegex(self.show("SLURP1", image),
                         r'HGNC:10993  SLURP1, gene; listed as "SLURP1", name,'
                         r' layer 1\n')
        record = self.write("a.jsonl", line(text="SLURP1 binds JAK2."))
        output, _ = self.extract(record, options=("--lexicon", image))
        self.assertIn('"hgnc":"HGNC:10993"', output)
        self.assertIn("uniprot/P55000", output)
        files, _ = self.build(record, options=("--lexicon", image))
        self.assertIn("uniprot:P55000", files["T-1.ttl"].decode())
        code, output, _ = run("explain", "--lexicon", image, record)
        self.assertEqual(code, 0)
        self.assertIn("HGNC:10993", output)

    def test_what_is_written_comes_first(self):
        text = HGNC.replace("SLURP1\t", "STAT3\t")
        image, _ = self.imported("hgnc", self.write("set.txt", text))
        first = self.show("STAT3", image).splitlines()[1]
        self.assertIn("HGNC:11364", first)
        mine = self.write("my.tsv", "text\tid\tstatus\tflags\tnote\n"
                                    "ZNF721\tHGNC:427\tformer\t\t\n")
        lines = self.show("ZNF721", image, mine).splitlines()
        self.assertIn("HGNC:427", lines[1])
        self.assertIn("layer 0", lines[1])
        self.assertIn("layer 2", lines[2])

    def test_gzip_is_inflated(self):
        for kind, text in KINDS.items():
            plain = self.write("plain", text)
            packed = self.write("plain.gz", gzip.compress(text.encode()))
            a, _ = self.imported(kind, plain)
            told = run("lexicon", "stats", a)[1]
            b, _ = self.imported(kind, packed)
            other = run("lexicon", "stats", b)[1]
            digest = hashlib.sha256(packed.read_bytes()).hexdigest()
            self.assertIn(digest, other, kind)
            counts = [re.sub(r"(?m)^(layer|  source|    SHA).*\n", "", text)
                      for text in (told, other)]
            self.assertEqual(*counts)

    def test_same_rows_same_bytes(self):
        rows = HGNC.splitlines(keepends=True)
        a, _ = self.imported("hgnc", self.write("set.txt", HGNC))
        first = a.read_bytes()
        b, _ = self.imported("hgnc", self.write("set.txt", HGNC))
        self.assertEqual(first, b.read_bytes())
        turned = "".join([rows[0], *reversed(rows[1:])])
        c, _ = self.imported("hgnc", self.write("set.txt", turned))
        digests = [hashlib.sha256(text.encode()).hexdigest().encode()
                   for text in (HGNC, turned)]
        self.assertEqual(first[512:].replace(*digests), c.read_bytes()[512:])

    def test_bad_lines_are_passed_over(self):
        text = HGNC + "HGNC:5\tfew\n" + "none\tA\tb\tApproved\t\t\n"
        image, told = self.imported("hgnc", self.write("set.txt", text),
                                    status=3)
        self.assertRegex(told, r"(?m)^set\.txt:4:1: error: 2 cells")
        self.assertRegex(told, r"(?m)^set\.txt:5:1: error: an id is HGNC:")
        self.assertIn("HGNC:10993", self.show("SLURP1", image))
        self.assertNotIn("\r", told)

    def test_nothing_is_written_of_a_wrong_file(self):
        cases = {"empty": b"", "other": b"a\tb\n",
                 "cut.gz": gzip.compress(HGNC.encode())[:-9]}
        for name, content in cases.items():
            path = self.write(name, content)
            image, told = self.imported("hgnc", path, status=3)
            self.assertIn("error: ", told)
            self.assertFalse(image.exists(), name)
        self.imported("hgnc", self.folder / "missing", status=3)
        self.imported("famplex", self.folder, status=3)

    def test_a_folder_of_files(self):
        folder = self.folder / "famplex"
        for name, content in FAMPLEX.items():
            self.write(f"famplex/{name}", content)
        self.write("famplex/LICENSE.txt", "not read")
        names, _ = self.imported("hgnc", self.write("set.txt", HGNC))
        image, _ = self.imported("famplex", folder,
                                 options=("--lexicon", names))
        self.assertIn("FPLX:ZZZ_family", self.show("ZZZs", image))

    def test_one_gene_has_one_id(self):
        images = [self.imported(kind, self.write(kind, KINDS[kind]))[0]
                  for kind in ("uniprot-tsv", "ncbi-gene", "hgnc")]
        whole = self.folder / "all.pqlx"
        code, _, told = run("lexicon", "compile", *images, "-o", whole)
        self.assertEqual(code, 0, told)
        output = self.show("SLURP1, anup1 and ARS-B", whole)
        self.assertEqual(output.count("HGNC:10993"), 3)
        self.assertNotIn("UniProt:", output)

    def test_damaged_images_are_refused(self):
        image, _ = self.imported("hgnc", self.write("set.txt", HGNC))
        whole = image.read_bytes()
        turned = bytearray(whole)
        turned[8:12] = turned[11:7:-1]
        cases = {"cut off": whole[:-8], "damaged": whole[:-80] + b"x" * 80,
                 "byte order": bytes(turned), "no lexicon image": b"x" * 600}
        for words, content in cases.items():
            bad = self.write("bad.pqlx", content)
            for command in (("show", "--lexicon", bad, "x"), ("stats", bad),
                            ("compile", bad, "-o", self.folder / "o.pqlx")):
                code, _, told = run("lexicon", *command)
                self.assertEqual(code, 3, command)
                self.assertIn(words, told)

    def test_misuse(self):
        image = self.folder / "x.pqlx"
        for words in (("import",), ("import", "hgnc"), ("import", "nothing"),
                      ("import", "nothing", "f", "-o", image),
                      ("import", "hgnc", "f"),
                      ("import", "hgnc", "f", "-o", image, "--taxa", "9606,"),
                      ("import", "hgnc", "f", "-o", image, "--plain"),
                      ("show", "x", "--all-loci"), ("stats", "a", "b"),
                      ("compile", "a.pqlx", "folder", "-o", image), ("gaps",),
                      ("check", "--taxa", "9606"), ("stats", "-t", "ttl"),
                      ("stats", "--words", "f"), ("check", "a", "b")):
            self.assertEqual(run("lexicon", *words)[0], 2, words)

    def test_every_kind_of_the_help_is_known(self):
        told = run("lexicon", "--help")[1]
        kinds = re.search(r"Kinds of import.*:\n((?:  .*\n)+)", told).group(1)
        for kind in kinds.split():
            path = self.write("empty", "")
            self.assertNotEqual(run("lexicon", "import", kind, path, "-o",
                                    self.folder / "x.pqlx")[0], 2, kind)


class Check(ToolTest):
    """English words that are names but for case."""

    def check(self, *words):
        code, output, told = run("lexicon", "check", *words)
        self.assertEqual(output, "")
        return code, told

    def without(self, word):
        """The shipped tables, without one English word."""
        folder = self.folder / "tables"
        shutil.copytree(TABLES, folder)
        english = folder / "english.tsv"
        rows = english.read_text().splitlines()
        rows.remove(word)
        english.write_text("".join(row + "\n" for row in rows))
        return folder

    def test_words(self):
        words = self.write("words", "the\ntank\tnoun\nTank's\ncat\nset\n")
        self.assertEqual(self.check("--words", words)[0], 0)
        self.assertNotIn("lexicon.english", self.check("--words", words)[1])
        folder = self.without("tank")
        code, told = self.check(folder, "--words", words)
        self.assertEqual(code, 0)
        self.assertIn(f"{words}:2:1: warning: tank is TANK, a name of"
                      " HGNC:11562, ", told)
        self.assertEqual(told.count("lexicon.english"), 1)
        self.assertEqual(self.check(folder, "--words", words, "--fail-on",
                                    "warn")[0], 1)
        packed = self.folder / "words.gz"
        packed.write_bytes(gzip.compress(words.read_bytes()))
        self.assertEqual(self.check(folder, "--words", packed)[1].count(
            "lexicon.english"), 1)

    def test_no_list(self):
        self.assertEqual(self.check("--words", self.folder / "none")[0], 3)
        packed = self.folder / "cut.gz"
        packed.write_bytes(gzip.compress(b"rest\n" * 999)[:20])
        self.assertEqual(self.check("--words", packed)[0], 3)


class Stats(ToolTest):
    def test_built_in(self):
        code, output, told = run("lexicon", "stats")
        self.assertEqual(code, 0, told)
        self.assertRegex(output, r"\Alayer 0, written, [0-9a-f]{32}\n")
        self.assertRegex(output, r"(?m)^  gene +\d+ +\d+ +\d+$")
        self.assertNotIn("layer 1", output)

    def test_a_file(self):
        code, output, told = run("lexicon", "stats",
                                 self.write("my.tsv", OWN))
        self.assertEqual(code, 3, told)  # nothing here has the id HGNC:427
        image = self.folder / "i.pqlx"
        run("lexicon", "import", "tsv", self.write("my.tsv", OWN), "-o", image)
        code, output, told = run("lexicon", "stats", image)
        self.assertEqual(code, 0, told)
        self.assertRegex(output, r"\Alayer 0, imported, [0-9a-f]{32}\n")
        self.assertRegex(output, r"(?m)^  unknown +0 +1 +1$")
        self.assertIn("  source tsv my.tsv\n", output)


class Gaps(ToolTest):
    def gaps(self, *words):
        code, output, told = run("lexicon", "gaps", *words)
        self.assertEqual(code, 0, told)
        rows = [row.split("\t") for row in output.splitlines()]
        self.assertEqual(rows[0], ["name", "state", "mentions", "records",
                                   "candidates", "record", "source", "begin",
                                   "end", "sentence"])
        return rows[1:]

    def test_unknown_names_by_frequency(self):
        records = self.write("a.jsonl", "".join((
            line("T-2", "JAK2 phosphorylates QQRX7."),
            line("T-1", "QQRX7 binds JAK2. QQRX7 inhibits WWXQ9."))))
        rows = self.gaps(records)
        self.assertEqual(rows[0], ["QQRX7", "unknown", "3", "2", "", "T-1",
                                   "summary", "0", "5", "QQRX7 binds JAK2."])
        self.assertEqual(rows[1], ["WWXQ9", "unknown", "1", "1", "", "T-1",
                                   "summary", "33", "38",
                                   "QQRX7 inhibits WWXQ9."])
        self.assertEqual(len(rows), 2)

    def test_names_that_stay_open(self):
        mine = self.write("my.tsv", "text\tid\tstatus\tflags\tnote\n"
                                    "QQRX7\tHGNC:11364\tname\tamb\t\n"
                                    "QQRX7\tHGNC:427\tname\tamb\t\n")
        records = self.write("a.jsonl", line(text="QQRX7 binds JAK2."))
        row, = self.gaps("--lexicon", mine, records)
        self.assertEqual(row[:4], ["QQRX7", "tied", "1", "1"])
        self.assertRegex(row[4], r"\AHGNC:11364 STAT3 0\.\d{3}; "
                                 r"HGNC:427 ALK 0\.\d{3}\Z")

    def test_prose_and_lists(self):
        prose = self.write("a.txt", "JAK2 binds QQRX7.")
        row, = self.gaps("--plain", prose)
        self.assertEqual((row[0], row[9]), ("QQRX7", "JAK2 binds QQRX7."))
        paths = self.write("list", f"{prose}\n")
        self.assertEqual(self.gaps("--plain", "--files-from", paths), [row])

    def test_as_a_build_tells_them(self):
        records = self.write("a.jsonl", "".join((
            line("T-1", "QQRX7 binds JAK2. QQRX7 inhibits WWXQ9."),
            line("T-2", "JAK2 phosphorylates QQRX7."))))
        out = f"{self.folder}/out"
        code, _, told = run("build", "-q", "-o", out, "-t", "ttl", records)
        self.assertEqual(code, 0, told)
        with open(f"{out}/names.tsv", encoding="utf-8") as names:
            built = [row.rstrip("\n").split("\t") for row in names]
        self.assertEqual(self.gaps(records), built[1:])


if __name__ == "__main__":
    main()
