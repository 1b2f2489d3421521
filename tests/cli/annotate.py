#!/usr/bin/env python3
"""annotate: files in, files out, and what is wrong with either."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, files_of, main, run  # noqa: E402

TEXT = "A title\nJAK2 phosphorylates STAT3.\n"
GIVEN = "T1\tProtein 8 12\tJAK2\nT2\tProtein 28 33\tSTAT3\n"
EVENTS = ("T3\tPhosphorylation 13 27\tphosphorylates\n"
          "E1\tPhosphorylation:T3 Theme:T2 Cause:T1\n")


class Annotate(ToolTest):
    """Each test annotates texts of its own."""

    def annotate(self, *args, status=0):
        """Run; returns the files that were written, and the messages."""
        done, output, told = run("annotate", "-o", self.folder / "out", *args)
        self.assertEqual(done, status, told)
        self.assertEqual(output, "")
        out = self.folder / "out"
        return (files_of(out) if out.exists() else {}), told

    def test_given_entities(self):
        text = self.write("a.txt", TEXT)
        self.write("a.a1", GIVEN)
        files, _ = self.annotate("--given-entities", text)
        self.assertEqual(files, {"a.a2": EVENTS.encode()})

    def test_own_entities(self):
        files, _ = self.annotate(self.write("a.txt", TEXT))
        self.assertEqual(list(files), ["a.ann"])
        lines = files["a.ann"].decode().splitlines()
        self.assertIn("T2\tGene_or_gene_product 28 33\tSTAT3", lines)
        self.assertIn("N2\tReference T2 UniProt:P40763\tSTAT3", lines)
        self.assertIn("E1\tPhosphorylation:T3 Theme:T2 Cause:T1", lines)

    def test_every_id_is_defined_before_it_is_used_or_below(self):
        text = self.write("a.txt", "IL6 induces phosphorylation of STAT3, and"
                          " JAK2 does not bind SRC in the nucleus.\n")
        files, _ = self.annotate(text)
        rows = [line.split("\t")
                for line in files["a.ann"].decode().splitlines()]
        known = {row[0] for row in rows}
        self.assertEqual(len(known), len(rows))
        for row in rows:
            if row[0][0] == "E":
                for part in row[1].split():
                    self.assertIn(part.split(":")[1], known)

    def test_schemes(self):
        text = self.write("a.txt", "EP300 acetylates TP53.\n")
        self.write("a.a1", "T1\tProtein 0 5\tEP300\nT2\tProtein 17 21\tTP53\n")
        files, _ = self.annotate("--given-entities", "--scheme", "epi", text)
        self.assertIn(b"Catalysis", files["a.a2"])
        files, _ = self.annotate("--given-entities", text)
        self.assertNotIn(b"Catalysis", files["a.a2"])
        _, told = self.annotate("--scheme", "xyz", text, status=2)
        self.assertIn("no such scheme: 'xyz'", told)

    def events(self, prose, *args):
        """The events of a text: types, triggers and roles, without ids.  Names
        stand in square brackets."""
        text, given = "", ""
        for k, part in enumerate(prose.replace("]", "[").split("[")):
            if k % 2:
                given += (f"T{k}\tProtein {len(text)} "
                          f"{len(text) + len(part)}\t{part}\n")
            text += part
        self.write("e.a1", given)
        files, _ = self.annotate("--given-entities", *args,
                                 self.write("e.txt", text + "\n"))
        words, told = {}, []
        for line in (given + files["e.a2"].decode()).splitlines():
            row = line.split("\t")
            if row[0][0] == "T":
                words[row[0]] = row[2]
            elif row[0][0] == "E":
                words[row[0]] = words[row[1].split()[0].split(":")[1]]
                told.append(" ".join(
                    f"{p.split(':')[0]}={words[p.split(':')[1]]}"
                    for p in row[1].split()))
        return told

    def own(self, prose, *args):
        """Types and words of the names, and the events, of a text."""
        files, _ = self.annotate(*args, self.write("o.txt", prose + "\n"))
        words, names, told = {}, [], []
        for line in files["o.ann"].decode().splitlines():
            row = line.split("\t")
            if row[0][0] == "T":
                words[row[0]] = row[2]
                names.append(f"{row[1].split()[0]}={row[2]}")
            elif row[0][0] == "E":
                words[row[0]] = words[row[1].split()[0].split(":")[1]]
                told.append(" ".join(
                    f"{p.split(':')[0]}={words[p.split(':')[1]]}"
                    for p in row[1].split()))
        return names, told

    def test_own_names_of_what_lives(self):
        prose = "TP53 inhibits growth of breast cancer cells in nude mice."
        names, told = self.own(prose, "--scheme", "cg")
        self.assertIn("Cell=breast cancer cells", names)
        self.assertIn("Organism=mice", names)
        self.assertIn("Cell_proliferation=growth Theme=breast cancer cells",
                      told)
        names, told = self.own(prose)
        self.assertNotIn("Cell=breast cancer cells", names)

    def test_own_names_of_families(self):
        prose = "Phosphorylation of AKT1 and of NF-kappaB."
        for scheme, wanted in ("pc", 2), ("ge", 1):
            _, told = self.own(prose, "--scheme", scheme)
            self.assertEqual(len(told), wanted)

    def test_own_names_of_pairs(self):
        _, told = self.own("The WNT/beta-catenin pathway differs.")
        self.assertEqual(
            told,
            ["Pathway=pathway Participant=WNT Participant2=beta-catenin"])

    def test_own_names_without_an_identifier(self):
        _, told = self.own("Expression of initiation factor 4X and XQbeta.")
        self.assertEqual(told, ["Gene_expression=Expression Theme=initiation"
                                " factor 4X",
                                "Gene_expression=Expression Theme=XQbeta"])

    def test_strangers_of_genia(self):
        prose = "XQZ7 induces expression of XQW9."
        names, told = self.own(prose, "--scheme", "ge")
        self.assertNotIn("Protein=XQZ7", names)
        self.assertIn("Protein=XQW9", names)
        self.assertIn("Positive_regulation=induces Theme=expression", told)
        names, _ = self.own(prose)
        self.assertIn("Gene_or_gene_product=XQZ7", names)

    def test_a_word_that_was_told_apart_once(self):
        names, _ = self.own("Tat of HIV-1 acts. Tat is phosphorylated.")
        self.assertEqual(names.count("Gene_or_gene_product=Tat"), 2)

    def test_short_forms_of_what_is_no_protein(self):
        _, told = self.own("Xylan quince assay (XQA) differs. XQA binds TP53"
                           " and STAT3.")
        self.assertNotIn("XQA", " ".join(told))

    def test_what_does_not_happen_elsewhere(self):
        prose = "[STAT3] is phosphorylated in monocytes, but not in serum."
        event = "Phosphorylation=phosphorylated Theme=STAT3"
        self.assertEqual(self.events(prose, "--scheme", "ge"), [event] * 2)
        self.assertEqual(self.events(prose, "--scheme", "pc"), [event])

    def test_hypoacetylation_is_denied(self):
        text = self.write("h.txt", "Hypoacetylation of TP53 was seen.\n")
        self.write("h.a1", "T1\tProtein 19 23\tTP53\n")
        files, _ = self.annotate("--given-entities", "--scheme", "epi", text)
        self.assertIn(b"Negation E1", files["h.a2"])

    def test_residues_of_adjectives_and_sites(self):
        self.assertEqual(
            self.events("We found tyrosine-phosphorylated [VAV1].", "--scheme",
                        "ge"),
            ["Phosphorylation=phosphorylated Theme=VAV1 Site=tyrosine"])
        self.assertEqual(
            self.events("Antibodies for acetylated [TP53] (lysine 382).",
                        "--scheme", "epi"),
            ["Acetylation=acetylated Theme=TP53 Site=lysine 382"])
        self.assertEqual(
            self.events("We mapped a phosphorylation site in [RB1] (Ser780).",
                        "--scheme", "ge"),
            ["Phosphorylation=phosphorylation Theme=RB1 Site=Ser780"])

    def test_adjectives_of_who_is_meant(self):
        self.assertEqual(
            self.events("[LBP] is a secreted glycoprotein.", "--scheme", "ge"),
            ["Localization=secreted Theme=LBP"])
        self.assertEqual(
            self.events("[DDX6] is an important factor.", "--scheme", "ge"),
            [])

    def test_the_name_that_is_meant(self):
        self.assertEqual(
            self.events("It depends on [WEE1], a [PLK1]-like kinase that can"
                        " phosphorylate [CDK1].", "--scheme", "pc")[-1],
            "Phosphorylation=phosphorylate Theme=CDK1 Cause=WEE1")

    def test_what_goes_with_what(self):
        prose = ("Loss of [PTEN] is associated with expression of [MYC], and"
                 " [TYMP] is associated with a poor prognosis.")
        self.assertIn("Regulation=associated Theme=expression Cause=Loss",
                      self.events(prose, "--scheme", "pc"))
        for scheme in "pc", "ge":
            told = " ".join(self.events(prose, "--scheme", scheme))
            self.assertNotIn("Binding", told)
        self.assertNotIn("associated", told)

    def test_bare_nouns_of_what_was_told_before(self):
        self.assertEqual(
            self.events("[MYC] expression is high. Expression was measured.",
                        "--scheme", "ge"),
            ["Gene_expression=expression Theme=MYC"])

    def test_who_is_called_an_inhibitor(self):
        for prose in ("[BI2536] (a [PLK1] inhibitor) was added.",
                      "We added the specific [PLK1] inhibitor, [BI2536], too."):
            self.assertEqual(
                self.events(prose, "--scheme", "pc"),
                ["Negative_regulation=inhibitor Theme=PLK1 Cause=BI2536"])

    def test_words_that_are_no_events(self):
        self.assertEqual(
            self.events("These pathways differ, and [MYC] rose upon"
                        " stimulation.", "--scheme", "pc"), [])
        self.assertEqual(
            self.events("The [AXIN1] signaling pathway differs.", "--scheme",
                        "pc"), ["Pathway=signaling pathway Participant=AXIN1"])

    def test_a_regulation_of_a_regulation_without_a_cause(self):
        self.assertEqual(
            self.events("LPS-induced upregulation of [IL6] was seen.",
                        "--scheme", "ge"),
            ["Positive_regulation=upregulation Theme=IL6"])

    def test_more_and_less_of_what_happens(self):
        self.assertEqual(
            self.events("[MYC] expression was downregulated by [JUN].",
                        "--scheme", "ge"),
            ["Gene_expression=expression Theme=MYC",
             "Negative_regulation=downregulated Theme=expression Cause=JUN"])
        self.assertEqual(
            self.events("[CDC37] stabilizes binding of [JAK2] to [EPOR].",
                        "--scheme", "pc")[-1],
            "Positive_regulation=stabilizes Theme=binding Cause=CDC37")

    def test_the_ability_to_do_it(self):
        self.assertEqual(
            self.events("[JUN] blocks the ability of [TP53] to bind [MDM2].",
                        "--scheme", "pc")[-1],
            "Negative_regulation=blocks Theme=bind Cause=JUN")

    def test_regulated_says_neither_more_nor_less(self):
        self.assertEqual(
            self.events("[MTOR]-regulated phosphorylation of [ULK1] is rapid.",
                        "--scheme", "pc")[-1],
            "Regulation=regulated Theme=phosphorylation Cause=MTOR")

    def test_what_no_name_is_known_for_happens_to_no_other(self):
        for prose in ("NF-kappaB activation and [TNF] production rose.",
                      "NF-kappa B DNA binding or [TNF] production rose.",
                      "Globin gene activation and [TNF] production rose."):
            self.assertEqual(self.events(prose, "--scheme", "ge"),
                             ["Gene_expression=production Theme=TNF"])
        self.assertIn("Binding=binding Theme=TP53",
                      self.events("[JUN] blocks [TP53] translocation and DNA"
                                  " binding.", "--scheme", "ge"))

    def test_sites_are_called_after_what_binds_there(self):
        self.assertEqual(self.events("Two [SP1]-binding sites, the [IFNG]"
                                     " activation site and the [MYC]"
                                     " transcription start were seen."), [])
        self.assertEqual(self.events("Activated [CD8]+ T cells were seen."), [])

    def test_respectively(self):
        self.assertEqual(
            self.events("[IL2] and [IL4] activated [STAT5A] and [STAT6],"
                        " respectively.", "--scheme", "ge"),
            ["Positive_regulation=activated Theme=STAT5A Cause=IL2",
             "Positive_regulation=activated Theme=STAT6 Cause=IL4"])

    def test_a_text_without_entities(self):
        self.assertEqual(self.events("Apoptosis is rapid."), [])

    def test_what_a_verb_of_two_events_denies(self):
        text = self.write("n.txt", "ABCC1 does not transport PGE1.\n")
        self.write("n.a1", "T1\tGene_or_gene_product 0 5\tABCC1\n"
                   "T2\tSimple_chemical 25 29\tPGE1\n")
        files, _ = self.annotate("--given-entities", text)
        lines = files["n.a2"].decode().splitlines()
        self.assertIn("E1\tTransport:T3 Theme:T2", lines)
        self.assertIn("M1\tNegation E1", lines)

    def test_missing_entities_leave_the_others(self):
        texts = [self.write(f"{name}.txt", TEXT) for name in "abc"]
        for name in "ac":
            self.write(f"{name}.a1", GIVEN)
        files, told = self.annotate("--given-entities", *texts, status=3)
        self.assertEqual(sorted(files), ["a.a2", "c.a2"])
        self.assertIn("b.a1: error: ", told)
        self.assertIn("no such file", told.lower())

    def test_broken_entities_have_line_and_column(self):
        text = self.write("a.txt", TEXT)
        self.write("a.a1", GIVEN + "T3\tProtein 8 999\tJAK2\n")
        files, told = self.annotate("--given-entities", text, status=3)
        self.assertEqual(files, {})
        self.assertIn("a.a1:3:12: error: ", told)

    def test_bad_bytes(self):
        texts = [self.write("a.txt", b"JAK2 \xff binds STAT3.\n"),
                 self.write("b.txt", TEXT)]
        files, told = self.annotate(*texts, status=3)
        self.assertEqual(list(files), ["b.ann"])
        self.assertIn("a.txt:1:6: error: ", told)

    def test_the_same_name_twice(self):
        texts = [self.write("x/a.txt", TEXT), self.write("y/a.txt", TEXT)]
        files, told = self.annotate(*texts, status=3)
        self.assertEqual(list(files), ["a.ann"])
        self.assertIn("y/a.txt: error: ", told.replace(":1:", ":"))

    def test_no_text(self):
        _, told = self.annotate(status=2)
        self.assertIn("nothing to annotate", told)
        done, _, told = run("annotate", "-o", self.folder / "out", "-",
                            stdin=TEXT)
        self.assertEqual(done, 3, told)

    def test_folders_and_order(self):
        for name in ("b", "a", "c"):
            self.write(f"in/{name}.txt", TEXT)
        first, _ = self.annotate(self.folder / "in")
        self.assertEqual(sorted(first), ["a.ann", "b.ann", "c.ann"])
        again, _ = self.annotate(*(self.folder / "in" / f"{name}.txt"
                                   for name in "cab"))
        self.assertEqual(first, again)

    def test_help(self):
        done, output, _ = run("annotate", "--help")
        self.assertEqual(done, 0)
        for option in ("--given-entities", "--scheme", "--output"):
            self.assertIn(option, output)


if __name__ == "__main__":
    main()
