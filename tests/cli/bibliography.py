#!/usr/bin/env python3
"""--bibliography: files of papers in, identifiers of cited works out."""

import gzip
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, line, main, run  # noqa: E402

# One paper, once in each format.
NBIB = ("PMID- 101\nDP  - 2001 Jan\nTI  - Made up\nAU  - Gordon A\n"
        "LID - 10.1000/AB [doi]\n")
XML = ("<?xml version='1.0'?>\n<PubmedArticleSet><PubmedArticle>"
       "<MedlineCitation><PMID>101</PMID><Article><Journal><JournalIssue>"
       "<PubDate><Year>2001</Year></PubDate></JournalIssue></Journal>"
       "<ArticleTitle>Made up</ArticleTitle>"
       "<ELocationID EIdType='doi'>10.1000/ab</ELocationID><AuthorList>"
       "<Author><LastName>Gordon</LastName></Author></AuthorList></Article>"
       "</MedlineCitation></PubmedArticle></PubmedArticleSet>\n")
RIS = ("TY  - JOUR\nAU  - Gordon, A\nPY  - 2001\nTI  - Made up\n"
       "DO  - 10.1000/AB\nN1  - PMID: 101\nER  - \n")
BIB = ("@article{g, author = {Gordon, A}, year = 2001, title = {Made up},"
       " doi = {10.1000/AB}, pmid = {101}}\n")
CSL = json.dumps([{"author": [{"family": "Gordon"}], "title": "Made up",
                   "issued": {"date-parts": [[2001]]}, "PMID": "101",
                   "DOI": "10.1000/AB"}])
FORMATS = {"a.nbib": NBIB, "a.xml": XML, "a.ris": RIS, "a.bib": BIB,
           "a.json": CSL}

SKOS = "http://www.w3.org/2004/02/skos/core#"
DOI = "<http://prismstandard.org/namespaces/basic/2.0/doi>"
WORK = "https://w3id.org/pathquill/work/"


class Bibliography(ToolTest):
    """Each test has one record, which cites Gordon et al, 2001."""

    def cited(self, *papers, record=None, status=0, **how):
        """The first citation that is written, and the messages."""
        record = self.write("r.jsonl", record or line())
        options = [word for paper in papers
                   for word in ("--bibliography", paper)]
        output, told = self.extract(record, options=options, status=status,
                                    **how)
        rows = output.splitlines()
        return (json.loads(rows[0])["citations"][0] if rows else None), told

    def quads(self, *papers, record=None):
        """N-Triples of the record."""
        record = self.write("r.jsonl", record or line())
        options = [word for paper in papers
                   for word in ("--bibliography", paper)]
        return self.extract(record, options=["--to", "nt", *options])[0]

    def test_each_format(self):
        texts = []
        for name, text in FORMATS.items():
            path = self.write(name, text)
            cited, told = self.cited(path)
            self.assertEqual((cited["pmid"], cited["doi"]),
                             ("101", "10.1000/ab"), name)
            self.assertNotIn("bibliography", told)
            texts.append(self.quads(path))
        self.assertEqual(len(set(texts)), 1)
        self.assertIn("<http://www.w3.org/ns/prov#wasDerivedFrom>"
                      " <https://w3id.org/pathquill/bibliography/", texts[0])
        for text in (f"<{WORK}gordon-2001.101> <{SKOS}exactMatch>"
                     " <http://rdf.ncbi.nlm.nih.gov/pubmed/101> .",
                     f'<{WORK}gordon-2001.101> {DOI} "10.1000/ab" .',
                     f"<{WORK}gordon-2001.101>"
                     ' <http://purl.org/dc/terms/title> "Made up" .'):
            self.assertIn(text, texts[0])

    def test_all_formats_at_once_are_one_paper(self):
        paths = [self.write(name, text) for name, text in FORMATS.items()]
        self.assertEqual(self.cited(*paths)[0]["pmid"], "101")

    def test_compressed(self):
        path = self.write("a.gz", gzip.compress(NBIB.encode()))
        self.assertEqual(self.cited(path)[0]["pmid"], "101")

    def test_without_it_nothing_is_new(self):
        cited, _ = self.cited()
        self.assertIsNone(cited["pmid"])
        self.assertNotIn("doi", cited)
        self.assertNotIn(DOI, self.quads())
        self.assertNotIn("/bibliography/", self.quads())

    def test_doi_alone(self):
        path = self.write("a.bib", BIB.replace(", pmid = {101}", ""))
        cited, _ = self.cited(path)
        self.assertEqual((cited["pmid"], cited["doi"]), (None, "10.1000/ab"))
        text = self.quads(path)
        self.assertIn(f'<{WORK}10.1000%2Fab.gordon-2001> {DOI} "10.1000/ab" .',
                      text)
        self.assertNotIn("exactMatch", text)

    def test_two_that_fit_are_candidates(self):
        path = self.write("a.nbib", NBIB + NBIB.replace("101", "102").replace(
            "/AB", "/CD").replace("Made up", "Another"))
        cited, told = self.cited(path)
        self.assertIsNone(cited["pmid"])
        self.assertNotIn("doi", cited)
        text = self.quads(path)
        for number in ("101", "102"):
            self.assertIn(f"<{WORK}T-1.gordon-2001> <{SKOS}closeMatch>"
                          f" <http://rdf.ncbi.nlm.nih.gov/pubmed/{number}> .",
                          text)
        self.assertNotIn("exactMatch", text)

    def test_a_paper_without_year_is_a_candidate(self):
        path = self.write("a.nbib", NBIB.replace("DP  - 2001 Jan\n", ""))
        self.assertIsNone(self.cited(path)[0]["pmid"])
        self.assertIn(f"<{WORK}T-1.gordon-2001> <{SKOS}closeMatch>",
                      self.quads(path))

    def test_own_list_wins(self):
        path = self.write("a.nbib", NBIB)
        record = line(references=[{"pmid": "7", "authors": "Gordon B",
                                   "year": "2001"}])
        self.assertEqual(self.cited(path, record=record)[0]["pmid"], "7")
        other = line(references=[{"pmid": "7", "authors": "Gordon B",
                                  "year": "2002"}])
        self.assertEqual(self.cited(path, record=other)[0]["pmid"], "101")

    def test_own_list_without_years(self):
        """The bibliography tells the years, and the DOI."""
        record = line(references=[{"pmid": number, "authors": "Gordon A"}
                                  for number in ("100", "101")])
        self.assertIsNone(self.cited(record=record)[0]["pmid"])
        one = self.write("a.nbib", NBIB)
        self.assertIsNone(self.cited(one, record=record)[0]["pmid"])
        both = self.write("b.nbib", NBIB +
                          "PMID- 100\nDP  - 1999\nAU  - Gordon A\n")
        cited, _ = self.cited(both, record=record)
        self.assertEqual((cited["pmid"], cited["doi"]), ("101", "10.1000/ab"))

    def test_own_list_may_have_dois(self):
        record = line(references=[{"doi": "https://doi.org/10.1000/Q",
                                   "authors": "Gordon B", "year": 2001}])
        self.assertEqual(self.cited(record=record)[0]["doi"], "10.1000/q")

    def test_spellings(self):
        papers = self.write("a.bib", "".join(
            f"@a{{p{i}, author = {{{name}}}, year = 2001, pmid = {i}}}\n"
            for i, name in enumerate(
                ["de Vries, Hugo and M{\\\"u}ller, K", "van der Geer, P",
                 "Ben-Neriah, Y", "Smith, John", "Smith, J and Jones, B"], 1)))
        for words, pmid in (("de Vries and Muller, 2001", "1"),
                            ("de Vries & M\u00fcller 2001", "1"),
                            ("Van der Geer et al, 2001", "2"),
                            ("Geer et al, 2001", "2"),
                            ("Ben-Neriah 2001", "3"),
                            ("Smith J, 2001", None),  # two begin with Smith
                            ("Smith and Jones 2001", "5"),
                            ("Smith and Brown 2001", None)):
            text = f"JAK2 phosphorylates STAT5A ({words})."
            cited, _ = self.cited(papers, record=line(text=text))
            self.assertEqual(cited["pmid"], pmid, words)

    def test_bad_entries_are_told_and_passed_over(self):
        path = self.write("a.bib", "@article{x, author {Brown, C}}\n" + BIB)
        cited, told = self.cited(path)
        self.assertEqual(cited["pmid"], "101")
        self.assertIn("a.bib:1:20: warning: ", told)
        self.assertIn("passed over", told)
        record = self.write("r.jsonl", line())
        self.assertEqual(run("extract", "--fail-on", "warn", "--bibliography",
                             path, record)[0], 1)

    def test_what_cannot_be_read_ends_the_run(self):
        entities = ("<!DOCTYPE PubmedArticleSet [<!ENTITY a 'b'>]>\n"
                    "<PubmedArticleSet>&a;</PubmedArticleSet>")
        for name, text, words in (
                ("a.txt", "Gordon 2001", "no bibliography of a known format"),
                ("a.xml", "<PubmedArticleSet>\n<a></b>", "a.xml:2:"),
                ("b.xml", entities, "declarations of entities"),
                ("a.json", "[{}", "a.json:1:4: error: "),
                ("a.gz", b"\x1f\x8b\x08", "damaged or cut off")):
            path = self.write(name, text)
            _, told = self.cited(path, status=3)
            self.assertIn(words, told)
        _, told = self.cited(self.folder / "none", status=3)
        self.assertIn("none: error: cannot read the bibliography", told)

    def test_hostile_input(self):
        """Deep, long and empty: an answer in good time, and no crash."""
        deep = 200_000
        for text in ("<PubmedArticleSet>" + "<a>" * deep,
                     "[" + "[" * deep, '[{"a":' * deep,
                     "[" + '{"a":' + "[" * deep + "]" * deep + "}]",
                     "@a{b, c = " + "{" * deep, "@a{b, c = a " + "# a" * deep,
                     "@a" * deep, "@" * deep, "PMID- " + "1" * deep,
                     "PMID- 1\nTI  - " + "x\n      " * deep,
                     "TY  - \n" * deep, "AU  - A\n" * deep,
                     "TY  - \nAU  - " + "\u00e9" * deep + "\nER  - \n"):
            record = self.write("r.jsonl", line())
            code, _, _ = run("extract", "-q", "--bibliography",
                             self.write("hostile.ris", text), record,
                             timeout=60)
            self.assertIn(code, (0, 3), text[:30])

    def test_a_large_one(self):
        """Twenty thousand papers, of which one fits."""
        many = "".join(f"PMID- {i}\nDP  - {1950 + i % 70}\nAU  - Wang{i} A\n\n"
                       for i in range(1000, 21000))
        self.assertEqual(self.cited(self.write("a.nbib", many + NBIB))[0]
                         ["pmid"], "101")

    def test_explain_and_build_take_it_too(self):
        path = self.write("a.nbib", NBIB)
        record = self.write("r.jsonl", line())
        code, output, _ = run("explain", "--bibliography", path, record)
        self.assertEqual(code, 0)
        self.assertIn("PMID 101, in the bibliography", output)
        files, _ = self.build(record, options=("-t", "ttl,tsv",
                                               "--bibliography", path))
        self.assertIn(b"prism:doi \"10.1000/ab\"", files["T-1.ttl"])
        self.assertIn(b"Gordon et al. 2001 (PMID:101)", files["T-1.tsv"])
        code, _, told = run("annotate", "--bibliography", path, record)
        self.assertEqual(code, 2)
        self.assertIn("annotate takes no --bibliography", told)

    def test_check_finds_no_fault(self):
        """With a DOI alone, with both, with candidates."""
        record = self.write("r.jsonl", line())
        for text in (NBIB, NBIB.replace("PMID- 101", "PMID- x"),
                     NBIB + NBIB.replace("101", "102").replace("/AB", "/C")
                     .replace("Made up", "Another")):
            path = self.write("a.nbib", text)
            files, _ = self.build(record, options=("-t", "ttl",
                                                   "--bibliography", path))
            self.assertIn("T-1.ttl", files)
            code, _, told = run("check", "--records", record,
                                self.folder / "out" / "T-1.ttl")
            self.assertEqual(code, 0, told)


if __name__ == "__main__":
    main()
