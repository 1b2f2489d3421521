#!/usr/bin/env python3
"""--edges: what a whole run asserts and nothing in it disputes.

edges.nt holds those of the bundled example, read and compared with the model's
table of its claims: T1, C0 to C3, C5, three of "depends on", C11, C12, M1, M2;
not what is presupposed, an alternative or a question.
"""

import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "lib"))
from tool import ToolTest, line, main, run  # noqa: E402

SEED = (pathlib.Path(os.environ.get("SOURCE_DIR", "."))
        / "docs/examples/R-HSA-9701524.md")
YES = "JAK2 phosphorylates STAT5A."
NO = "JAK2 does not phosphorylate STAT5A."
OTHER = "STAT3 is phosphorylated downstream of JAK1."


class Edges(ToolTest):
    def edges(self, *inputs, options=()):
        """The file of edges, as lines."""
        path = self.folder / "edges.nt"
        self.build(*inputs, options=("-q", "-t", "nt", "--edges", path,
                                     *options))
        return path.read_text("utf-8").splitlines()

    def records(self, *texts):
        """Records T-1, T-2, ... of one sentence each."""
        return [self.write(f"{i}.jsonl", line(f"T-{i}", text))
                for i, text in enumerate(texts, 1)]

    def test_seed(self):
        expected = (HERE / "edges.nt").read_text("utf-8").splitlines()
        self.assertEqual(len(expected), 13)
        self.assertEqual(self.edges(SEED), expected)

    def test_a_later_record_takes_an_edge_away(self):
        self.assertEqual(len(self.edges(*self.records(YES))), 1)
        self.assertEqual(self.edges(*self.records(NO)), [])
        self.assertEqual(self.edges(*self.records(YES, NO)), [])
        self.assertEqual(self.edges(*self.records(NO, YES)), [])
        self.assertEqual(self.edges(*self.records(YES, OTHER, NO)),
                         self.edges(*self.records(OTHER)))

    def test_reserve_is_no_edge(self):
        for text in ("JAK2 may phosphorylate STAT5A.",
                     "Whether JAK2 phosphorylates STAT5A is unclear.",
                     "Whether JAK2 or JAK3 phosphorylates STAT5A is "
                     "controversial."):
            self.assertEqual(self.edges(*self.records(text)), [], text)
        self.assertEqual(self.edges(*self.records(
            "JAK2 may phosphorylate STAT5A.", YES)),
                         self.edges(*self.records(YES)))

    def test_another_species_is_no_edge(self):
        mice = "In mice, JAK2 phosphorylates STAT5A."
        none = "In mice, JAK2 does not phosphorylate STAT5A."
        self.assertEqual(self.edges(*self.records(mice)), [])
        for other in (mice, none):
            self.assertEqual(self.edges(*self.records(YES, other)),
                             self.edges(*self.records(YES)), other)

    def test_order_and_doubles_do_not_matter(self):
        one, two, three = self.records(YES, OTHER, YES)
        wanted = self.edges(one, two)
        self.assertEqual(wanted, sorted(wanted))
        self.assertGreater(len(wanted), 1)
        self.assertEqual(self.edges(two, three, one), wanted)

    def test_base(self):
        edges = self.edges(SEED, options=("--base", "https://example.org/"))
        moved = [row.replace("https://w3id.org/pathquill/",
                             "https://example.org/")
                 for row in (HERE / "edges.nt").read_text().splitlines()]
        self.assertEqual(edges, sorted(moved))

    def test_a_file_that_cannot_be(self):
        record, = self.records(YES)
        self.write("x", "a file")
        code, _, told = run("build", "-o", self.folder / "out", "-t", "nt",
                            "--edges", self.folder / "x" / "y", record)
        self.assertEqual(code, 4, told)
        self.assertFalse((self.folder / "out/graph.nq").exists())

    def test_what_cannot_be_is_told_before_the_work(self):
        record, = self.records(YES)
        self.write("x/y", "a file in a folder")
        for edges, status in ((f"{self.folder}/x/", 2), (self.folder / "x", 4)):
            code, _, told = run("build", "-o", self.folder / "out", "-t", "nt",
                                "--edges", edges, record)
            self.assertEqual(code, status, told)
            self.assertFalse((self.folder / "out").exists())

    def test_only_build_takes_it(self):
        code, _, told = run("extract", "--edges", "x", SEED)
        self.assertEqual(code, 2, told)


if __name__ == "__main__":
    main()
