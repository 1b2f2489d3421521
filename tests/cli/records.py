#!/usr/bin/env python3
"""Records that people write by hand: what is taken from where, and what a slip
is told."""

import json
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import (SENTENCE, ToolTest, contents, line, main, markdown,  # noqa: E402
                  run, tool)

HEAD = "---\nstable_id: T-1\ndisplay_name: A record\nspecies: Homo sapiens\n"
LIST = "\n## References\n\n- Gordon A, 2001. MAPK1 binds STAT3. PMID: 7\n"


class Documents(ToolTest):
    def test_the_example_of_the_documents(self):
        page = pathlib.Path(os.environ.get("SOURCE_DIR", "."), "docs/records.md")
        blocks = re.split(r"^`{3,4}.*\n", page.read_text("utf-8"), flags=re.M)
        said = []
        for name, text in (("a.md", blocks[1]), ("a.jsonl", blocks[3])):
            output, told = self.extract(self.write(name, text))
            self.assertNotIn("warning", told)
            said.append(contents(output.replace("\\n", " ")))
            rows = [json.loads(row) for row in output.splitlines()]
            self.assertEqual({row["record"] for row in rows}, {"MY-0001"})
            self.assertIn("11751994", {one["pmid"] for row in rows
                                       for one in row["citations"]})
        self.assertEqual(*said)


class Layout(ToolTest):
    def test_summary_of_the_front_matter_is_read(self):
        path = self.write("a.md", f"{HEAD}summary: '{SENTENCE}'\n---\n")
        output, told = self.extract(path)
        self.assertNotIn("warning", told)
        self.assertEqual(contents(output), contents(
            self.extract(self.write("a.jsonl", line()))[0]))
        for claim in map(json.loads, output.splitlines()):
            begin, end = claim["span"]
            self.assertEqual(SENTENCE[begin:end], claim["quote"])
        self.build(path)
        code, _, told = run("check", self.folder / "out/graph.nq", "--records",
                            path)
        self.assertEqual(code, 0, told)

    def test_references_are_no_prose_and_are_told(self):
        want = contents(self.extract(self.write("a.md", markdown()))[0])
        for name, text in (("b.md", markdown() + LIST),
                           ("c.md", f"{HEAD}---\n# A record\n{SENTENCE}\n" +
                            LIST)):
            output, told = self.extract(self.write(name, text))
            self.assertEqual(contents(output), want)
            row = text[:text.index("Gordon A, 2001")].count("\n") + 1
            self.assertIn(f"{name}:{row}:3: warning: a section of references "
                          "is not read", told)
        listed = HEAD + "references: []\n" + markdown()[len(HEAD):] + LIST
        self.assertNotIn("warning", self.extract(self.write("d.md", listed))[1])
        self.assertIn("the record lists no references",
                      run("explain", self.folder / "a.md")[1])

    def test_slips(self):
        for name, text, message in (
                ("a.md", f"{HEAD}sumary: x\n---\n{SENTENCE}\n",
                 "a.md:5:1: warning: sumary is no key of a record and is not "
                 "read; write summary"),
                ("b.md", markdown(species="Homo sapeins"),
                 "does not know the species \"Homo sapeins\""),
                ("c.md", "\ufeff\n", "c.md:1: warning: the input is empty"),
                ("d.md", "", "d.md:1: warning: the input is empty"),
                ("e.md", f"{HEAD}---\n# T\n", "no summary; there is nothing")):
            _, told = self.extract(self.write(name, text))
            self.assertIn(message, told)
            self.assertIn(" WARN ", told)
        self.assertNotIn("no heading", told)  # one warning is enough
        path = self.write("f.md", "---\nstable_id: A: b\n---\n")
        self.assertIn("in quotes [yaml.syntax]",
                      self.extract(path, status=3)[1])


class Commands(ToolTest):
    def test_check_wants_rdf(self):
        for name in ("a.md", "a.jsonl"):
            code, _, told = run("check", self.write(name, markdown()))
            self.assertEqual(code, 3)
            self.assertIn("check reads RDF; of a record, explain tells", told)

    def test_ask_tells_what_was_not_set(self):
        path = self.write("a.md", markdown())
        for words, told in (
                (["site-agents"], "protein=uniprot:P40763 position=705, "),
                (["site-agents", "--set", "protein=STAT5A"], " position=705, "),
                (["acts-on", "--set", "protein=STAT5A"], None),
                (["rival-kinases"], None), (["disputes"], None)):
            code, _, messages = run("ask", *words, path)
            self.assertEqual(code, 0, messages)
            if told:
                self.assertIn(f"{told}as of the bundled example", messages)
            else:
                self.assertNotIn("warning", messages)
        self.assertIn("(lexicon show 'p53' tells", run(
            "ask", "acts-on", "--set", "protein=p53", path)[2])

    def test_explain_reads_a_pipe(self):
        path = self.write("a.md", markdown())
        self.assertEqual(run("explain", stdin=markdown())[1],
                         run("explain", "-", stdin=markdown())[1])
        self.assertIn("  claim ", run("explain", stdin=path.read_text())[1])

    def test_help_on_a_full_device_and_a_closed_pipe(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        for args in (["--version"], ["build", "--help"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([tool(), *args], stdout=full, check=False,
                                      stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 4)
            self.assertIn(b": no space is left\n", done.stderr)
            reader, writer = os.pipe()
            os.close(reader)
            done = subprocess.run([tool(), *args], stdout=writer, check=False,
                                  stderr=subprocess.PIPE)
            os.close(writer)
            self.assertEqual((done.returncode, done.stderr), (0, b""))


if __name__ == "__main__":
    main()
