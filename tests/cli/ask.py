#!/usr/bin/env python3
"""Questions: the bundled example's answers, inputs, settings and misuse.

The answers in answers/ were written by reading the record; the same ones by
SPARQL are compared in tests/interop/ask.py.
"""

import csv
import gzip
import io
import json
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, line, main, markdown, run, tool  # noqa: E402

SOURCES = pathlib.Path(os.environ.get("SOURCE_DIR",
                                      pathlib.Path(__file__).parents[2]))
EXAMPLE = SOURCES / "docs/examples/R-HSA-9701524.md"
ANSWERS = pathlib.Path(__file__).parent / "answers"

# What the example does not have: kinases that share a residue, texts that
# disagree, names that nobody knows, a pathway.
REFERENCES = [{"pmid": "11", "authors": "Smith A, Jones B.", "title": "One",
               "year": "2001"},
              {"pmid": "22", "authors": "Brown C, White D.", "title": "Two",
               "year": "2002"}]
FIRST = line("T-1", "JAK2 phosphorylates STAT5A at Y694 (Smith et al. 2001). "
             "FOOBAR7 activates STAT3. "
             "JAK1 promotes activation of STAT3 (Smith et al. 2001, Brown et "
             "al. 2002).", references=REFERENCES)
SECOND = line("T-2", "SRC phosphorylates STAT5A at Y694. "
              "JAK1 does not promote activation of STAT3.",
              title="Another record")


def rows(text):
    """A TSV answer without its marks: columns, and rows as in the file."""
    table = [[cell.strip('"') for cell in row.split("\t")]
             for row in text.splitlines()]
    return table[0], table[1:]


class AskTest(ToolTest):
    def ask(self, question, *inputs, sets=(), options=(), status=0, stdin=None):
        """Ask; returns the output and the messages."""
        words = [part for word in sets for part in ("--set", word)]
        code, output, messages = run("ask", question, *words, *options,
                                     *inputs, stdin=stdin)
        self.assertEqual(code, status, messages)
        return output, messages

    def old(self):
        """The example as it could have been."""
        text = EXAMPLE.read_text(encoding="utf-8")
        for words, others in ((", mTOR and", " and"),
                              ("(reviewed in Chiarle", "(Chiarle"),
                              ("is also phospho", "may also be phospho")):
            self.assertIn(words, text)
            text = text.replace(words, others)
        return self.write("old.md", text)

    def table(self, question, *inputs, sets=()):
        """The rows of an answer, as words."""
        return rows(self.ask(question, *inputs, sets=sets,
                             options=("--to", "tsv"))[0])[1]


class Example(AskTest):
    def test_answers(self):
        """Each question has its answer, and each answer its question."""
        names = [row[0] for row in rows(run("ask", "--list", "--to",
                                            "tsv")[1])[1]]
        self.assertEqual(sorted(names),
                         sorted(path.stem for path in ANSWERS.iterdir()))
        self.maxDiff = None
        for name in names:
            want = (ANSWERS / f"{name}.tsv").read_text(encoding="utf-8")
            sets = [f"before={self.old()}"] if name == "changed" else []
            with self.subTest(name):
                self.assertEqual(
                    self.ask(name, EXAMPLE, sets=sets,
                             options=("--to", "tsv"))[0], want)

    def test_questions_about_something_else(self):
        self.assertEqual(
            self.table("site-agents", EXAMPLE, sets=["position=727"]), [])
        self.assertEqual(
            self.table("acts-on", EXAMPLE, sets=["protein=cell survival"])[0],
            ["STAT3", "STAT3 promotes cell survival", "", "",
             "<https://w3id.org/pathquill/ns#Asserted>",
             "<http://purl.org/spar/cito/citesAsAuthority>",
             "Chiarle et al. 2008"])
        self.assertEqual(
            [row[0] + " " + row[2] for row in
             self.table("retraction", EXAMPLE, sets=["paper=Gambi et al. 2019"])],
            ["STAT3 S727 phosphorylation affects what? 0"])
        self.assertEqual(
            self.table("paths", EXAMPLE, sets=["from=active ALK", "to=stat3"]),
            [["active ALK promotes STAT3 Y705 phosphorylation", "", ""],
             ["active ALK promotes STAT3 phosphorylation", "", ""]])

    def test_every_form_of_a_graph(self):
        """Records and each kind of RDF, one or several, give one answer."""
        files, _ = self.build(EXAMPLE, options=("-t", "ttl,nq,nt,rdf"))
        want = self.ask("acts-on", EXAMPLE)[0]
        paths = [self.folder / "out" / name for name in files
                 if name.endswith((".ttl", ".nq", ".nt", ".rdf"))]
        self.assertEqual(len(paths), 5)
        for path in paths:
            self.assertEqual(self.ask("acts-on", path)[0], want, path.name)
        self.assertEqual(self.ask("acts-on", EXAMPLE, *paths, EXAMPLE)[0], want)


class Manual(AskTest):
    def test_documented_answers(self):
        """What docs/questions.md shows is what the tool says."""
        text = (SOURCES / "docs/questions.md").read_text(encoding="utf-8")
        blocks = re.findall(r"(?ms)^```console\n\$ (.*?)\n(.*?)^```$", text)
        self.assertGreaterEqual(len(blocks), 20)
        self.maxDiff = None
        for command, said in blocks:
            got = [row.rstrip() for row in self.shell(command).splitlines()]
            want = said.splitlines()
            if want[-1] == "...":
                self.assertGreater(len(got), len(want) - 1, command)
                want.pop()
                got = got[:len(want)]
            self.assertEqual(got, want, command)

    def shell(self, command):
        """The output of a line of the manual."""
        done = subprocess.run(
            ["bash", "-c", 'pathquill() { "$TOOL" "$@"; }; ' + command],
            cwd=SOURCES, env={**os.environ, "TOOL": tool()}, timeout=60,
            capture_output=True, check=True)
        return done.stdout.decode()

    def test_every_question_is_described(self):
        text = (SOURCES / "docs/questions.md").read_text(encoding="utf-8")
        heads = ", ".join(re.findall(r"(?m)^### (.*)$", text)).split(", ")
        self.assertEqual(sorted(heads),
                         sorted(path.stem for path in ANSWERS.iterdir()))


class SmallRecords(AskTest):
    def setUp(self):
        super().setUp()
        self.first = self.write("records/a.jsonl", FIRST)
        self.second = self.write("records/b.jsonl", SECOND)

    def test_rival_kinases(self):
        asserted = "<https://w3id.org/pathquill/ns#Asserted>"
        self.assertEqual(self.table("rival-kinases", self.first), [])
        self.assertEqual(
            self.table("rival-kinases", self.first, self.second),
            [["STAT5A", "Y694", "JAK2", asserted, "Smith et al. 2001"],
             ["STAT5A", "Y694", "SRC", asserted, ""]])

    def test_disagreements(self):
        record = "<https://w3id.org/pathquill/entity/record.{}>"
        self.assertEqual(self.table("disagreements", self.first), [])
        self.assertEqual(
            self.table("disagreements", self.folder / "records"),
            [["JAK1 promotes STAT3 activation", record.format("T-1"),
              "not: JAK1 promotes STAT3 activation",
              "<https://w3id.org/pathquill/ns#Asserted>",
              record.format("T-2")]])

    def test_ungrounded(self):
        self.assertEqual(
            self.table("ungrounded", self.first),
            [["FOOBAR7", "<https://w3id.org/pathquill/entity/text.foobar7>",
              "", "1"]])

    def test_papers(self):
        """One claim hangs on one paper, the other on two."""
        self.assertEqual(
            [[row[0], row[2]] for row in self.table("one-paper", self.first)],
            [["JAK2 directly mediates STAT5A Y694 phosphorylation",
              "Smith et al. 2001"]])
        for paper in ("pubmed:11", "work:smith-2001.11", "smith et al. 2001"):
            self.assertEqual(
                [[row[0], row[2]] for row in
                 self.table("retraction", self.first, sets=[f"paper={paper}"])],
                [["JAK2 directly mediates STAT5A Y694 phosphorylation", "0"],
                 ["JAK1 promotes STAT3 activation", "1"]])

    def test_open_by_pathway(self):
        record = json.loads(line("T-3", "Whether JAK1 phosphorylates STAT3 is"
                                 " not clear."))
        record["pathways"] = ["R-HSA-1", "R-HSA-2"]
        path = self.write("c.jsonl", json.dumps(record) + "\n")
        got = self.table("open-by-pathway", path)
        self.assertEqual(
            [row[0] for row in got],
            ["<https://identifiers.org/reactome/R-HSA-1>",
             "<https://identifiers.org/reactome/R-HSA-2>"])
        self.assertEqual({row[2] for row in got},
                         {"JAK1 directly mediates STAT3 phosphorylation"})

    def test_inputs(self):
        """Lists, gzip, folders and standard input are read as elsewhere."""
        want = self.ask("hubs", self.first, self.second)[0]
        packed = self.write("c.jsonl.gz",
                            gzip.compress((FIRST + SECOND).encode()))
        names = self.write("list", f"{self.first}\n{self.second}\n")
        self.assertEqual(self.ask("hubs", packed)[0], want)
        self.assertEqual(self.ask("hubs", self.folder / "records")[0], want)
        self.assertEqual(self.ask("hubs", "-", stdin=FIRST + SECOND)[0], want)
        self.assertEqual(self.ask("hubs", stdin=FIRST + SECOND)[0], want)
        self.assertEqual(
            self.ask("hubs", options=("--files-from", names))[0], want)

    def test_records_beside_a_graph(self):
        """A graph of one record and the text of the other meet."""
        self.build(self.first, options=("-t", "nq"))
        graph = self.folder / "out/graph.nq"
        self.assertEqual(self.table("rival-kinases", graph, self.second),
                         self.table("rival-kinases", self.first, self.second))

    def test_another_base(self):
        self.build(self.first, options=("-t", "nq", "--base", "http://e.org/"))
        graph = self.folder / "out/graph.nq"
        output, _ = self.ask("retraction", graph,
                             sets=["paper=work:smith-2001.11"],
                             options=("--base", "http://e.org/"))
        self.assertEqual(len(output.splitlines()), 3)
        self.assertIn("  claim:", output)


class Changed(AskTest):
    def test_every_form_of_both(self):
        want = self.table("changed", EXAMPLE, sets=[f"before={self.old()}"])
        self.assertEqual(len(want), 22)
        self.build(self.old(), options=("-t", "nq,ttl"))
        before = [self.folder / "out/graph.nq", *(self.folder / "out").glob(
            "*.ttl")]
        self.assertEqual(len(before), 2)
        self.build(EXAMPLE, options=("-t", "rdf", "-o", self.folder / "now"))
        after, = (self.folder / "now").glob("*.rdf")
        for path in before:
            self.assertEqual(
                self.table("changed", after, sets=[f"before={path}"]), want)

    def test_there_and_back(self):
        """What came one way goes the other."""
        forth = self.table("changed", EXAMPLE, sets=[f"before={self.old()}"])
        back = self.table("changed", self.old(), sets=[f"before={EXAMPLE}"])
        turn = {"added": "removed", "removed": "added"}
        self.assertEqual(sorted(forth), sorted(
            [turn.get(change, change), what, after, before, record]
            for change, what, before, after, record in back))
        self.assertEqual(
            self.table("changed", EXAMPLE, sets=[f"before={EXAMPLE}"]), [])

    def test_a_folder_of_records(self):
        folder = self.folder / "records"
        self.write("records/a.jsonl", FIRST)
        new = self.write("new.jsonl", FIRST + SECOND)
        rows_ = self.table("changed", new, sets=[f"before={folder}"])
        self.assertEqual({(row[0], row[4]) for row in rows_}, {
            ("added", "<https://w3id.org/pathquill/entity/record.T-2>")})

    def test_misuse(self):
        for words, status, says in (
                ((), 2, "changed wants what to compare with: --set before=FILE"),
                (("--set", "before="), 2, "sets nothing"),
                (("--set", "before=none.nq"), 3, "none.nq"),
                (("--set", "before=none.md"), 3, "none.md")):
            code, output, told = run("ask", "changed", *words, EXAMPLE)
            self.assertEqual((code, output), (status, ""), told)
            self.assertIn(says, told)

    def test_half_an_old_graph_is_no_answer(self):
        bad = self.write("bad.jsonl", FIRST + "{\n")
        code, output, told = run("ask", "changed", "--set", f"before={bad}",
                                 EXAMPLE)
        self.assertEqual((code, output), (3, ""), told)
        self.assertIn("bad.jsonl:2", told)


class Formats(AskTest):
    def test_list(self):
        code, text, messages = run("ask", "--list")
        self.assertEqual((code, messages.splitlines()[-1][:7]), (0, "ERROR 0"))
        self.assertGreaterEqual(len(text.splitlines()), 21)
        self.assertIn("from=uniprot:Q9UM73 to=uniprot:P40763", text)

    def test_all_say_the_same(self):
        plain = self.ask("disputes", EXAMPLE)[0].splitlines()
        table = self.ask("disputes", EXAMPLE, options=("--to", "csv"))[0]
        found = json.loads(self.ask("disputes", EXAMPLE,
                                    options=("--to", "json"))[0])
        records = list(csv.reader(io.StringIO(table, newline="")))
        self.assertEqual(records[0], found["head"]["vars"])
        self.assertEqual(
            records[1:],
            [[row[name]["value"] for name in found["head"]["vars"]]
             for row in found["results"]["bindings"]])
        self.assertEqual(len(plain), len(records))
        self.assertEqual(plain[0].split(), records[0])
        self.assertTrue(plain[1].endswith("citesAsAuthority  "
                                          "Palmer et al. 2009"))

    def test_a_file(self):
        path = self.folder / "answer.csv"
        self.ask("works-both", EXAMPLE, options=("--to", "csv", "-o", path))
        self.assertEqual(path.read_bytes(),
                         b"work\r\nPalmer et al. 2009\r\nZhang et al. 2002\r\n")


class Misuse(AskTest):
    def refused(self, *words, status=2, says=""):
        """Nothing is written but why."""
        code, output, messages = run("ask", *words)
        self.assertEqual((code, output), (status, ""), messages)
        self.assertIn(says, messages)

    def test_command_line(self):
        self.refused(says="which question?")
        self.refused("dispute", EXAMPLE, says="no such question: 'dispute'")
        self.refused("disputes", "--to", "xml", EXAMPLE, says="'xml'")
        self.refused("--list", "--to", "nq", says="'nq'")
        self.refused("acts-on", "--set", "gene=X", EXAMPLE, says="'gene'")
        self.refused("acts-on", "--set", "protein", EXAMPLE, says="NAME=VALUE")
        self.refused("disputes", "--set", "protein=X", EXAMPLE,
                     says="no parameter")
        self.refused("acts-on", "--set", "protein=A", "--set", "protein=B",
                     EXAMPLE, says="twice")
        self.assertEqual(run("build", "--set", "a=b", EXAMPLE)[0], 2)

    def test_names(self):
        self.refused("acts-on", "--set", "protein=STAT33", EXAMPLE,
                     says="nothing here is named 'STAT33'")

    def test_files(self):
        """A graph that cannot be read whole gives no answer."""
        broken = self.write("broken.nq", "<http://x/a> <http://x/b> .\n")
        self.refused("disputes", broken, EXAMPLE, status=3,
                     says="broken.nq:1")
        self.refused("disputes", self.folder / "none.nq", status=3,
                     says="none.nq")
        self.refused("disputes", self.folder / "none.md", status=3,
                     says="none.md")

    def test_a_record_that_is_given_up(self):
        """The others are asked; the status tells."""
        path = self.write("a.jsonl", "{\n" + FIRST)
        output, _ = self.ask("one-paper", path, status=3)
        self.assertEqual(len(output.splitlines()), 2)


# Two works by one key, one work in two spellings, one claim twice at the same
# words, a review, a letter, an id of PubMed, a DOI.
TANGLED = (
    line("R-HSA-1", "Whether JAK2 phosphorylates STAT5A is controversial (Han "
         "et al. 2006a, Han et al. 2006b; reviewed in Smith, 2001). JAK1 "
         "activates STAT3 (Smith et al. 2001; Brown 1999). JAK1 may activate "
         "STAT3 (Brown et al. 1999).",
         references=[{"pmid": "1", "authors": "Smith A, Jones B.", "title": "x",
                      "year": "2001"},
                     {"pmid": "2", "authors": "Brown A.", "title": "x",
                      "year": "1999"},
                     {"pmid": "3", "authors": "Brown B.", "title": "x",
                      "year": "1999"}])
    + line("T-2", "JAK1 activates STAT3 (Brown 1999; Müller, in press; White et"
           " al. 2002). NLRX9 is thought to undergo polyubiquitination "
           "(Black et al. 2005). The role of JAK3 is unknown (Smith 2001).",
           references=[{"authors": "White C.", "title": "x", "year": "2002",
                        "doi": "10.1000/xyz(1)"}]))


class ClaimLines(AskTest):
    def answered(self):
        """Names of questions that plain lines answer, and of the others."""
        table = rows(run("ask", "--list", "--to", "tsv")[1])[1]
        return ([row[0] for row in table if not row[4]],
                {row[0]: row[4] for row in table if row[4]})

    def lines(self, *records, name="claims.jsonl", full=False):
        options = ("--full",) if full else ()
        return self.write(name, self.extract(*records, options=options)[0])

    def compare(self, *records, before=None):
        """Each question, over lines and over RDF; how many have rows."""
        plain = self.lines(*records)
        full = self.lines(*records, name="full.jsonl", full=True)
        graph = self.write("a.nq", self.extract(
            *records, options=("--to", "nq"))[0])
        simple, others = self.answered()
        n = 0
        for name in [*simple, *others]:
            sets, olds = (), ()
            if name == "changed":
                old = self.lines(before or EXAMPLE, name="old.jsonl", full=True)
                sets, olds = [f"before={before or EXAMPLE}"], [f"before={old}"]
            want = self.table(name, graph, sets=sets)
            self.assertEqual(self.table(name, full, sets=olds), want, name)
            if name in simple:
                self.assertEqual(self.table(name, plain), want, name)
            n += len(want) > 0
        return n

    def test_the_example(self):
        """All but those that it has nothing for: see answers/."""
        empty = {"disagreements", "rival-kinases", "ungrounded"}
        self.assertEqual(self.compare(EXAMPLE, before=self.old()),
                         len(list(ANSWERS.iterdir())) - len(empty))

    def test_small_records(self):
        """What the example has nothing for."""
        path = self.write("r.jsonl", FIRST + SECOND)
        full = self.lines(path, full=True)
        for name in ("disagreements", "rival-kinases", "ungrounded"):
            want = self.table(name, path)
            self.assertTrue(want, name)
            self.assertEqual(self.table(name, full), want)

    def test_pathways_of_a_record(self):
        record = json.loads(line("T-3", "Whether JAK1 phosphorylates STAT3 is"
                                 " not clear."))
        record["pathways"] = ["R-HSA-1", "R-HSA-2"]
        path = self.write("c.jsonl", json.dumps(record) + "\n")
        want = self.table("open-by-pathway", path)
        self.assertEqual(len(want), 2)
        self.assertEqual(
            self.table("open-by-pathway", self.lines(path, full=True)), want)

    def test_tangled_works(self):
        path = self.write("r.jsonl", TANGLED)
        self.assertGreaterEqual(self.compare(path), 11)
        for paper in ("work:smith-2001.1", "pubmed:1", "work:smith-2001",
                      "work:R-HSA-1.han-2006a", "White et al. 2002"):
            want = self.table("retraction", path, sets=[f"paper={paper}"])
            self.assertTrue(want, paper)
            for full in (False, True):
                lines = self.lines(path, full=full)
                self.assertEqual(self.table("retraction", lines,
                                            sets=[f"paper={paper}"]), want)

    def test_all_records_that_are_at_hand(self):
        shared = pathlib.Path(os.environ.get("SHARED", SOURCES / "../shared"))
        records = shared / "corpora/reactome-v88/input-dev.jsonl.gz"
        if not records.is_file():
            self.skipTest("no development records")
        with gzip.open(records, "rt", encoding="utf-8") as every:
            some = [row for i, row in enumerate(every) if i % 20 == 0]
        path = self.write("dev.jsonl", "".join(some))
        before = self.write("before.jsonl", "".join(some).replace(" may ", " "))
        self.assertGreaterEqual(self.compare(path, before=before), 12)

    def test_others_are_refused_by_name(self):
        lines = self.lines(EXAMPLE)
        for name, lack in self.answered()[1].items():
            sets = ["--set", f"before={EXAMPLE}"] if name == "changed" else []
            code, output, told = run("ask", name, *sets, lines)
            self.assertEqual((code, output), (2, ""), told)
            self.assertIn(f"claims.jsonl:1: error: claim lines cannot answer "
                          f"{name}: they do not have {lack}; write them with "
                          "extract --full,", told)
            self.assertEqual(told.count("cannot answer"), 1)

    def test_plain_lines_among_full_ones(self):
        """A graph that lacks a part would give half an answer."""
        path = self.write("r.jsonl", FIRST)
        lines = self.write("both.jsonl", self.extract(
            EXAMPLE, options=("--full",))[0] + self.extract(path)[0])
        code, output, told = run("ask", "hubs", lines)
        self.assertEqual((code, output), (2, ""), told)
        self.assertIn("both.jsonl:20: ", told)
        self.assertEqual(self.table("one-paper", lines),
                         self.table("one-paper", EXAMPLE, path))

    def test_some_of_the_lines(self):
        """Each line is whole by itself."""
        kept = [row for row in self.lines(EXAMPLE, full=True).read_text(
            encoding="utf-8").splitlines(True)
                if json.loads(row)["relation"] == "depends_on"]
        self.assertEqual(len(kept), 4)
        self.assertEqual(
            self.table("depends-on", self.write("some.jsonl", "".join(kept))),
            self.table("depends-on", EXAMPLE))

    def test_prose(self):
        """It has no record; its full lines have the name of the text."""
        text = "JAK2 phosphorylates STAT5A at Y694. SRC phosphorylates " \
            "STAT5A at Y694 (Gordon et al, 2001)."
        lines = self.write("prose.jsonl", run("extract", "--plain", "--full",
                                              stdin=text)[1])
        for name in ("rival-kinases", "status-counts", "claims-per-work"):
            want, _ = self.ask(name, options=("--plain",), stdin=text)
            self.assertGreater(len(want.splitlines()), 1)
            self.assertEqual(self.ask(name, lines)[0], want)

    def test_passages_about_nothing_named(self):
        """They have full lines, with their own words as theme."""
        path = self.write("r.jsonl", line(
            "T-1", "(Smith et al. 2001). It is so (Jones 2002)."))
        lines = self.lines(path, full=True)
        said = [json.loads(row) for row in lines.read_text(
            encoding="utf-8").splitlines()]
        self.assertEqual(
            [(row["kind"], row["theme"]["text"]) for row in said],
            [("passage", "(Smith et al. 2001)."), ("passage", "It is so")])
        want = self.table("unresolved-works", path)
        self.assertEqual(want, [["Jones 2002", "1"], ["Smith et al. 2001", "1"]])
        self.assertEqual(self.table("unresolved-works", lines), want)
        self.assertEqual(self.extract(path)[0], "")

    def test_one_label_for_one_claim(self):
        """As in RDF: that of the first place."""
        output = run("extract", "--plain",
                     stdin="TBC1D3 binds RAB5. TBC1D3 binds Rab5.")[1]
        said = [json.loads(row) for row in output.splitlines()]
        self.assertEqual([row["theme"]["text"] for row in said],
                         ["RAB5", "Rab5"])
        self.assertEqual(len({(row["id"], row["label"]) for row in said}), 1)

    def test_beside_records_and_rdf(self):
        """A claim of all three is one claim."""
        path = self.write("r.jsonl", FIRST)
        self.build(path, options=("-t", "nq"))
        want = self.table("claims-per-work", path)
        self.assertEqual(self.table("claims-per-work", self.lines(path), path,
                                    self.folder / "out/graph.nq"), want)

    def test_another_base(self):
        lines = self.write("claims.jsonl", self.extract(
            EXAMPLE, options=("--full", "--base", "http://e.org/"))[0])
        for name in ("disputes", "acts-on"):
            want = self.ask(name, EXAMPLE)[0]
            got, _ = self.ask(name, lines, options=("--base", "http://e.org/"))
            self.assertEqual(got, want)
        _, told = self.ask("disputes", lines, status=3)
        self.assertIn("another --base", told)

    def test_lines_that_are_broken(self):
        """Each is told with its number and what is wrong; the others count."""
        good = self.extract(EXAMPLE)[0].splitlines(True)
        said = [row for row in good if '"status":"asserted"' in row and
                '"authors":["' in row][0]
        for bad, words in (
                (said[:-40] + "\n", "its JSON is"),
                (said.replace('"asserted"', '"sure"'), "its status is"),
                (said.replace('"span":[', '"spam":['), "its span is"),
                (said.replace('"authors":["', '"authors":[1,"'),
                 "its citation is"),
                (said.replace('"record":"R-HSA-9701524"', '"record":""'),
                 "has no record"),
                (said.replace("/claim/", "/clam/"), "another --base")):
            lines = self.write("bad.jsonl", "".join([good[0], bad, *good[1:]]))
            output, told = self.ask("disputes", lines, status=3)
            self.assertIn("bad.jsonl:2: error: ", told)
            self.assertIn(words, told)
            self.assertEqual(output, self.ask("disputes", EXAMPLE)[0])

    def test_full_lines_that_are_broken(self):
        good = self.lines(EXAMPLE, full=True).read_text(
            encoding="utf-8").splitlines(True)
        for part, other, words in (
                ('"nodes":[', '"nods":[', "its nodes is"),
                ('{"id":"uniprot:P40763"', '{"id":7', "its nodes is"),
                ('"evidence":"ev', '"evidences":"ev', "its evidence is")):
            self.assertIn(part, good[1])
            lines = self.write("bad.jsonl", "".join(
                [good[0], good[1].replace(part, other), *good[2:]]))
            _, told = self.ask("hubs", lines, status=3)
            self.assertIn("bad.jsonl:2: error: ", told)
            self.assertIn(words, told)

    def test_white_space(self):
        """As Python writes JSON."""
        text = "".join(json.dumps(json.loads(row)) + "\n" for row in
                       self.extract(EXAMPLE, options=("--full",))[0]
                       .splitlines())
        lines = self.write("spaced.jsonl", text)
        for name in ("one-paper", "sites"):
            self.assertEqual(self.ask(name, lines)[0],
                             self.ask(name, EXAMPLE)[0])


class Order(AskTest):
    def test_inputs_in_another_order(self):
        """One graph, one answer, whichever file comes first."""
        paths = [self.write(f"{i}.md", markdown(f"T-{i}", text)) for i, text in
                 enumerate(("JAK2 phosphorylates STAT5A at Y694.",
                            "SRC phosphorylates STAT5A at Y694.",
                            "SRC activates STAT3. JAK2 inhibits STAT3."))]
        for name in ("hubs", "rival-kinases", "uncited", "status-counts"):
            self.assertEqual(self.ask(name, *paths)[0],
                             self.ask(name, *reversed(paths))[0])


if __name__ == "__main__":
    main()
