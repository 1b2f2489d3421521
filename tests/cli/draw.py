#!/usr/bin/env python3
"""Pictures of records: views, types and where they go."""

import os
import pathlib
import re
import sys
import xml.etree.ElementTree
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import (OTHER, SENTENCE, ToolTest, files_of, line,  # noqa: E402
                  main, markdown, run)

NASTY = 'A <&>"quoted" protein ABC1 phosphorylates \u202eSTAT3 (Ng, 2001).'


class Draw(ToolTest):
    """pathquill draw."""

    def draw(self, *words, status=0, stdin=None):
        """Draw; returns standard output and the messages."""
        code, output, messages = run("draw", *words, stdin=stdin,
                                     cwd=self.folder)
        self.assertEqual(code, status, messages)
        return output, messages

    def test_a_folder_has_a_file_per_record_and_type(self):
        self.write("in/a.md", markdown("T-1"))
        self.write("in/b.md", markdown("T-2", OTHER))
        self.draw("-t", "dot,svg", "in")
        self.draw("-t", "dot", "--view", "evidence", "in")
        self.assertEqual(list(files_of(self.folder / "out")),
                         ["T-1.dot", "T-1.evidence.dot", "T-1.svg", "T-2.dot",
                          "T-2.evidence.dot", "T-2.svg"])

    def test_the_card_is_that_of_build(self):
        record = self.write("a.md", markdown())
        built, _ = self.build(record, options=("-t", "dot,svg"), out="built")
        self.draw("-t", "dot,svg", record)
        for name in ("T-1.dot", "T-1.svg"):
            self.assertEqual((self.folder / "out" / name).read_bytes(),
                             built[name])

    def test_the_ending_of_one_file_is_its_type(self):
        record = self.write("a.md", markdown())
        heads = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF",
                 "dot": b"digraph"}
        for view in ("card", "evidence"):
            for ending, head in heads.items():
                self.draw("--view", view, "-o", f"one.{ending}", record)
                path = self.folder / f"one.{ending}"
                self.assertTrue(path.read_bytes().startswith(head), path)

    def test_standard_output(self):
        record = self.write("a.md", markdown())
        output, _ = self.draw("-o", "-", "-t", "dot", record)
        self.assertTrue(output.startswith('digraph "T-1" {'))
        output, _ = self.draw("-o", "-", "-t", "dot", "-", stdin=markdown("T-2"))
        self.assertTrue(output.startswith('digraph "T-2" {'))

    def test_twice_is_the_same(self):
        record = self.write("a.md", markdown())
        for ending in ("svg", "png", "pdf"):
            for name in ("one", "two"):
                self.draw("--view", "evidence", "-o", f"{name}.{ending}",
                          record)
            one, two = (self.folder / f"{name}.{ending}"
                        for name in ("one", "two"))
            self.assertEqual(one.read_bytes(), two.read_bytes(), ending)

    def test_what_was_switched_off_does_not_act(self):
        text = ("BCR-ABL1 is inactivated (Druker et al, 1996). BCR-ABL1"
                " promotes cell proliferation (Li et al, 1999).")
        record = self.write("a.md", markdown(text=text))
        dot, _ = self.draw("-t", "dot", "-o", "-", record)
        chip = re.search(r'"(say\.\w+)" \[[^]]*label="promotes\\n\[2\]"', dot)[1]
        tail = re.search(rf'"([^"]+)" -> "{chip}"', dot)[1]
        self.assertIn('pq_mods="+inactive"', dot)  # drawn, with its badge
        self.assertNotRegex(dot, rf'"{re.escape(tail)}" \[[^\n]*pq_mods')

    def test_the_key_has_what_is_drawn(self):
        hedged = "JAK2 may phosphorylate STAT5A."
        bound = "SHC1 may promote the binding of GRB2 to EGFR."
        for text, shown in ((hedged, True), (bound, False)):
            record = self.write("a.md", markdown(text=text))
            dot, _ = self.draw("-t", "dot", "-o", "-", record)
            self.assertEqual('label="?"' in dot, shown)
            self.assertEqual("uncertain process" in dot, shown)

    def test_files_are_named_as_those_of_build(self):
        self.write("in/a.md", markdown("PMID:123"))
        self.write("in/b.md", markdown("a/b"))
        built, _ = self.build(self.folder / "in", out="built",
                              options=("-t", "dot"))
        self.draw("-t", "dot", "in")
        self.assertEqual(list(files_of(self.folder / "out")),
                         [name for name in built if name.endswith(".dot")])
        self.assertIn("PMID-123.dot", built)

    def test_a_record_of_quads_is_drawn_from_its_own_graph(self):
        one = self.write("a.md", markdown("T-1", "JAK2 binds Qzx9."))
        two = self.write("b.md", markdown("T-2", "JAK2 binds QZX9."))
        self.build(one, two, out="rdf", options=("-t", "nq"))
        self.draw("-t", "dot", "-o", "from", "rdf/graph.nq")
        self.draw("-t", "dot", "-o", "records", one, two)
        self.assertEqual(files_of(self.folder / "from"),
                         files_of(self.folder / "records"))

    def test_two_records_do_not_go_into_one_file(self):
        self.write("in/a.md", markdown("T-1"))
        self.write("in/b.md", markdown("T-2"))
        _, messages = self.draw("-o", "one.svg", "in", status=2)
        self.assertIn("name a folder", messages)
        self.assertFalse((self.folder / "one.svg").exists())

    def test_records_with_one_id_have_files_each(self):
        self.write("in/a.md", markdown("T-1"))
        self.write("in/b.md", markdown("T-1", OTHER))
        self.draw("-t", "dot", "in")
        names = list(files_of(self.folder / "out"))
        self.assertEqual(len(names), 2)
        self.assertIn("T-1.dot", names)

    def test_evidence_view_links_every_paper(self):
        text = ("JAK2 phosphorylates STAT5A at tyrosine 694 (Gordon et al, "
                "2001; reviewed in Ng, 2003).")
        record = self.write("a.md", markdown(text=text))
        output, _ = self.draw("--view", "evidence", "-t", "dot", "-o", "-",
                              record)
        self.assertIn("Gordon%5Bau%5D+2001%5Bdp%5D", output)
        self.assertIn("<I>Ng 2003</I>", output)
        self.assertIn("1 study, 1 review", output)
        self.assertNotIn("class=\"process\"", output)

    def test_cards_of_a_column_are_as_wide(self):
        text = ("STAT3 is phosphorylated by JAK1 (Ng, 2001). STAT3 is"
                " phosphorylated at serine 727 by MAPK1 (Vandenbroucke and"
                " Featherstonehaugh, 2001; Li et al, 2003).")
        record = self.write("a.md", markdown(text=text))
        drawn, _ = self.draw("--view", "evidence", "-o", "-", record)
        sides = []
        for card in re.findall(r'class="node claim.*?</g>\n</g>', drawn, re.S):
            points = " ".join(re.findall(r'points="([^"]+)"', card)).split()
            places = [float(point.split(",")[0]) for point in points]
            sides.append((round(min(places)), round(max(places))))
        self.assertGreaterEqual(len(sides), 2)
        self.assertEqual(len(set(sides)), 1)

    def test_nasty_words_give_well_formed_pictures(self):
        record = self.write("a.md", markdown(text=NASTY + " " + "x" * 300,
                                             title="<&> " + "y" * 300))
        for view in ("card", "evidence"):
            output, _ = self.draw("--view", view, "-o", "-", "-t", "svg",
                                  record)
            xml.etree.ElementTree.fromstring(output.encode())
            ids = re.findall(r'\bid="([^"]*)"', output)
            self.assertEqual(len(ids), len(set(ids)))
        empty = self.write("b.md", markdown(text="Nothing is said."))
        for view in ("card", "evidence"):
            output, _ = self.draw("--view", view, "-o", "-", "-t", "svg",
                                  empty)
            self.assertIn("no claims found", output.replace("\u00a0", " "))

    def test_rdf_is_drawn_as_its_record(self):
        record = self.write("a.md", markdown(text=OTHER))
        self.build(record, out="rdf", options=("--mentions", "-t",
                                               "nq,nt,ttl,rdf"))
        for view in ("card", "evidence"):
            words = ("--view", view, "-t", "dot", "-o", "-")
            expected, _ = self.draw(*words, record)
            for ending in ("nq", "nt", "ttl", "rdf"):
                output, _ = self.draw(*words, f"rdf/T-1.{ending}")
                self.assertEqual(output, expected, (view, ending))

    def test_rdf_of_many_has_a_picture_each(self):
        self.write("in/a.md", markdown("T-1"))
        self.write("in/b.md", markdown("T-2"))  # the same text
        self.build(self.folder / "in", out="rdf", options=("-t", "nq"))
        record = self.write("c.md", markdown("T-3", OTHER))
        self.draw("-t", "dot", "rdf/graph.nq", record)
        self.assertEqual(list(files_of(self.folder / "out")),
                         ["T-1.dot", "T-2.dot", "T-3.dot"])

    def test_long_ids_that_are_the_same(self):
        name = "I" * 64  # the longest that names a file
        self.write("a.jsonl", "".join(line(name, text) for text in
                                      (SENTENCE, OTHER, SENTENCE + OTHER)))
        self.draw("--view", "evidence", "-t", "svg,dot", "a.jsonl")
        found = sorted(files_of(self.folder / "out"))
        self.assertEqual(len(found), 6, found)
        for file, ending in zip(found, ("dot", "svg") * 3):
            self.assertRegex(
                file, fr"^{name}(\.[0-9a-f]{{8}})?\.evidence\.{ending}$")

    def test_too_many_things_are_told_as_such(self):
        names = ["JAK1", "JAK2", "STAT3", "STAT5A", "ALK", "KRAS", "BRAF",
                 "MAP2K1"]
        text = " ".join(f"{a} or {b} may phosphorylate {c} at Y{i + 7}."
                        for i, a in enumerate(names) for b in names
                        for c in names)
        self.write("a.jsonl", line("T-1", text))
        _, messages = self.draw("-t", "svg,dot", "a.jsonl", status=1)
        self.assertIn("too many nodes", messages)
        self.assertIn("a.jsonl:1", messages)
        self.assertEqual(list(files_of(self.folder / "out")), ["T-1.dot"])

    def test_half_a_file_of_rdf_draws_nothing(self):
        self.write("a.nq", "<a:b> <c:d> <e:f> .\n<a:b> <c:d\n")
        _, messages = self.draw("-t", "dot", "a.nq", status=3)
        self.assertIn("a.nq:2", messages)
        _, messages = self.draw("-t", "dot", "none.nq", status=3)
        self.assertIn("none.nq", messages)

    def test_overview_of_many(self):
        self.write("in/a.md", markdown("T-1"))
        self.write("in/b.md", markdown("T-2", OTHER))
        self.build(self.folder / "in", out="rdf", options=("-t", "nq"))
        words = ("--view", "overview", "-t", "dot", "-o", "-")
        ours, _ = self.draw(*words, "in")
        self.assertIn("2 records", ours)
        self.assertIn(">JAK2<", ours)
        self.assertIn(">JAK1<", ours)
        self.assertEqual(ours, self.draw(*words, "rdf/graph.nq")[0])
        self.assertEqual(ours, self.draw(*words, "rdf/T-2.nq", "in/a.md")[0])
        titled, _ = self.draw(*words, "--title", "Two <of> them", "in")
        self.assertIn("Two &lt;of&gt; them", titled)

    def test_overview_of_a_part(self):
        self.write("in/a.md", markdown("T-1"))
        self.write("in/b.md", markdown("T-2", OTHER))
        words = ("--view", "overview", "-t", "dot", "-o", "-", "in")
        near, _ = self.draw(*words, "--around", "STAT5A", "--hops", "2")
        self.assertIn(">JAK2<", near)
        self.assertNotIn(">JAK1<", near)
        cited, _ = self.draw(*words, "--min-citations", "1")
        self.assertNotIn(">JAK1<", cited)
        firm, _ = self.draw(*words, "--status", "hedged,denied")
        self.assertIn("no claims found", firm.replace("&#160;", " "))
        flow, _ = self.draw(*words, "--collapse", "family")
        self.assertIn("pq_flow=true", flow)
        _, messages = self.draw(*words, "--around", "NOBODY", status=2)
        self.assertIn("nothing here is called 'NOBODY'", messages)

    def test_around_what_no_record_speaks_of(self):
        self.write("in/a.md", markdown("T-1"))
        self.write("in/b.md", markdown("T-2", OTHER))
        self.draw("-t", "dot", "--around", "JAK1", "-o", "some", "in")
        self.assertEqual(os.listdir(self.folder / "some"), ["T-2.dot"])
        _, messages = self.draw("-t", "dot", "--around", "NOBODY", "-o", "none",
                                "in", status=2)
        self.assertIn("nothing here is called 'NOBODY'", messages)

    def test_rdf_without_a_record(self):
        self.write("e.nq", "")
        for view in ("card", "overview"):
            _, messages = self.draw("--view", view, "-o", "e.svg", "e.nq",
                                    status=3)
            self.assertIn("no record in this RDF", messages)
            self.assertFalse((self.folder / "e.svg").exists())

    def test_flow_is_drawn(self):
        self.write("in/a.md", markdown("T-1", NASTY))
        self.write("in/b.md", markdown("T-2", OTHER))
        for ending in ("svg", "png", "pdf"):
            for name in ("one", "two"):
                self.draw("--view", "overview", "--collapse", "none", "-o",
                          f"{name}.{ending}", "in")
                self.draw("--view", "overview", "--collapse", "pathway", "-o",
                          f"flow-{name}.{ending}", "in")
            for head in ("", "flow-"):
                one, two = (self.folder / f"{head}{name}.{ending}"
                            for name in ("one", "two"))
                self.assertEqual(one.read_bytes(), two.read_bytes())
        xml.etree.ElementTree.parse(self.folder / "flow-one.svg")

    def test_themes(self):
        record = self.write("a.md", markdown())
        light, _ = self.draw("-o", "-", record)
        self.assertIn("prefers-color-scheme:dark", light)
        grounds = {"dark": "#0d1117", "print": "white"}
        for view in ("card", "evidence", "overview"):
            for theme, ground in grounds.items():
                words = ("--view", view, "--theme", theme, record)
                drawn, _ = self.draw("-o", "-", *words)
                self.assertNotIn("prefers-color-scheme", drawn)
                self.assertNotIn("#0072b2", drawn.lower())
                self.assertIn(f'fill="{ground}"', drawn)
                dot, _ = self.draw("-t", "dot", "-o", "-", *words)
                self.assertNotIn("#0072B2", dot)

    def test_width(self):
        record = self.write("a.md", markdown())
        wide, messages = self.draw("--width", "127", "-o", "-", record)
        self.assertIn('width="360pt"', wide)  # five inches
        self.assertNotIn("picture.small", messages)
        _, messages = self.draw("--width", "30", "-o", "a.pdf", record)
        self.assertIn("picture.small", messages)
        self.draw("--fail-on", "warn", "--width", "30", "-o", "a.pdf", record,
                  status=1)

    def test_sbgn_has_what_the_card_has(self):
        text = ("JAK2 phosphorylates STAT5A at tyrosine 694 (Gordon et al, "
                "2001). STAT5A translocates to the nucleus.")
        record = self.write("a.md", markdown(text=text))
        output, _ = self.draw("-o", "-", "-t", "sbgn", record)
        built, _ = self.build(record, out="built", options=("-t", "sbgn"))
        self.assertEqual(built["T-1.sbgn"].decode(), output)
        space = "{http://sbgn.org/libsbgn/0.3}"
        root = xml.etree.ElementTree.fromstring(output.encode())
        classes = [glyph.get("class") for glyph in root.iter(space + "glyph")]
        self.assertEqual(classes.count("process"), 2)
        self.assertEqual(classes.count("compartment"), 1)
        arcs = {arc.get("class") for arc in root.iter(space + "arc")}
        self.assertEqual(arcs, {"consumption", "production", "catalysis"})
        states = {(state.get("value"), state.get("variable"))
                  for state in root.iter(space + "state")}
        self.assertIn(("p", "Y694"), states)
        self.assertIn((None, "Y694"), states)
        ids = [node.get("id") for node in root.iter() if node.get("id")]
        self.assertEqual(len(ids), len(set(ids)))
        for arc in root.iter(space + "arc"):
            self.assertIn(arc.get("source"), ids)
            self.assertIn(arc.get("target"), ids)
        self.draw("--view", "evidence", "-o", "a.sbgn", record, status=2)

    def test_fonts_that_are_found_late(self):
        slow = os.environ.get("SLOW_FONTS")
        if not slow:
            self.skipTest("a sanitizer cannot be preloaded over")
        record = self.write("a.md", markdown())
        for view in ("card", "evidence", "overview"):
            mark = self.folder / f"{view}.mark"
            with mock.patch.dict(os.environ, LD_PRELOAD=slow,
                                 SLOW_FONTS_MARK=str(mark)):
                self.draw("--view", view, "-o", f"{view}.svg", record)
            self.assertTrue(mark.exists())

    def test_a_bad_record_does_not_stop_the_others(self):
        self.write("in/a.md", b"\xff\xfe not text")
        self.write("in/b.md", markdown("T-2"))
        _, messages = self.draw("-t", "dot", "in", status=3)
        self.assertIn("a.md", messages)
        self.assertIn("T-2.dot", files_of(self.folder / "out"))

    def test_a_record_of_many_claims(self):
        """Time does not grow with the cube of them."""
        text = " ".join(f"PRX{i}A phosphorylates QRY{i}B (Ng, 2001)."
                        for i in range(2000))
        record = self.write("a.md", markdown("T-1", text))
        code, output, messages = run("draw", "-o", "-", "-t", "dot", record,
                                     cwd=self.folder, timeout=40)
        self.assertEqual(code, 0, messages)
        self.assertIn("PRX1999A", output)

    def test_misuse(self):
        record = self.write("a.md", markdown())
        for words in ([], ["--view", "map", record], ["-t", "ttl", record],
                      ["--collapse", "all", record], ["--hops", "0", record],
                      ["--status", "sure", record],
                      ["--theme", "pink", record], ["--width", "5", record],
                      ["--min-citations", "few", record],
                      ["-t", "svg,png", "-o", "a.svg", record],
                      ["-t", "png", "-o", "a.svg", record],
                      ["-t", "svg,png", "-o", "-", record]):
            _, messages = self.draw(*words, status=2)
            self.assertTrue(messages)


if __name__ == "__main__":
    main()
