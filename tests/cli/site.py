#!/usr/bin/env python3
"""build --site and site: pages that are sound, whole, and show nothing but text
of what a record, or RDF, holds."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
import rdf  # noqa: E402
from page import read  # noqa: E402
from tool import ToolTest, line, main, run  # noqa: E402

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR",
                                   pathlib.Path(__file__).parents[2]))
SEED = ROOT / "docs/examples/R-HSA-9701524.md"
HOSTS = {"www.uniprot.org", "pubmed.ncbi.nlm.nih.gov", "doi.org",
         "reactome.org", "www.genenames.org", "identifiers.org",
         "www.ebi.ac.uk", "amigo.geneontology.org", "id.nlm.nih.gov",
         "www.ncbi.nlm.nih.gov", "www.cellosaurus.org"}
HTML = {"html", "head", "meta", "title", "link", "script", "body", "a",
        "header", "nav", "h1", "h2", "h3", "h4", "p", "i", "b", "ul", "li",
        "main", "section", "div", "span", "button", "article", "dl", "dt",
        "dd", "q", "details", "summary", "pre", "cite", "table", "thead",
        "tbody", "tr", "th", "td", "code", "blockquote", "footer", "caption",
        "label", "input", "select", "option", "noscript"}
SVG = {"svg", "desc", "g", "path", "polygon", "ellipse", "text", "polyline",
       "rect"}
HOSTILE = {
    "stable_id": 'x" onmouseover="alert(1)',
    "display_name": "<script>alert('title')</script> ]]> \u202eevil\u202c "
                    "JAK2 & \"STAT3\" </title><img src=x onerror=alert(2)>",
    "species": "<b>Homo</b> sapiens",
    "summary": "JAK2 phosphorylates <img src=x onerror=alert(3)> at Y694 "
               "(O'Neil<script>, 2001). JAK2 may phosphorylate STAT5A at "
               "tyrosine 694 </template></pre></details><script>alert(4)"
               "</script> (Gordon et al, 2001; reviewed in Evil, 2002). "
               "QZX9-<svg/onload=alert(5)> binds \u2066STAT3\u2069. "
               "See javascript:alert(6) and STAT3 ]]><![CDATA[.",
    "references": [{"pmid": "javascript:alert(7)",
                    "authors": "Gordon <a href=javascript:alert(8)>A",
                    "title": "</cite><script>alert(9)</script>",
                    "year": "2001"}]}


def words(text):
    """Text with single spaces, as it is compared."""
    return " ".join(text.split())


class Site(ToolTest):
    def site(self, *inputs, out="out", options=()):
        """The files of a site by path."""
        self.built = self.folder / out
        code, _, told = run("build", "-q", "--site", "-t", "ttl", "-o",
                            self.built, *options, *inputs)
        self.assertEqual(code, 0, told)
        top = self.built / "site"
        return {str(path.relative_to(top)): path.read_bytes()
                for path in sorted(top.rglob("*")) if path.is_file()}

    def page(self, files, stem):
        """A record's page as a tree."""
        return read(files[f"records/{stem}.html"])

    # ---- every page ----

    def look_at_address(self, files, name, node, ids):
        """A link leads to a place of the site or to a public registry."""
        address = node.get("href")
        if address == "data:," and node.tag == "link":
            return
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc:
            self.assertEqual(parts.scheme, "https", address)
            self.assertIn(parts.netloc, HOSTS, address)
            return
        if address.startswith("#"):
            if "=" not in address:  # a state of the index
                self.assertIn(address[1:], ids, name)
            return
        target = os.path.normpath(
            pathlib.PurePosixPath(name).parent / parts.path)
        self.assertIn(target, files, address)
        if parts.fragment:
            self.assertIn(f' id="{parts.fragment}"'.encode(), files[target])

    def look_at(self, files, name):
        """What holds of every page; its tree."""
        root = read(files[name])
        policy = [m.get("content") for m in root.all("meta")
                  if m.get("http-equiv") == "Content-Security-Policy"]
        self.assertEqual(len(policy), 1)
        self.assertIn("default-src 'none'", policy[0])
        self.assertNotIn("unsafe", policy[0])
        ids = [node.get("id") for node in root.all() if node.get("id")]
        self.assertEqual(len(ids), len(set(ids)), name)
        for node in root.all():
            self.assertIn(node.tag, HTML | SVG, name)
            for key in node.attrs:
                self.assertNotIn(key, ("style", "srcdoc", "action"), node.tag)
                self.assertFalse(key.startswith("on"), (node.tag, key))
            if node.tag == "script":
                self.assertEqual(node.text(), "")
                self.assertIn(os.path.basename(node.get("src")),
                              ("site.js", "index-data.js"))
            if node.get("href"):
                self.look_at_address(files, name, node, ids)
            for key in ("aria-labelledby", "for"):
                for word in node.get(key).split():
                    self.assertIn(word, ids, name)
        return root

    def look_at_all(self, files):
        """All pages of a site."""
        return {name: self.look_at(files, name) for name in files
                if name.endswith(".html")}

    def marks(self, root, key):
        """What elements are marked with, as numbers."""
        return {word for node in root.all()
                for word in node.get(f"data-{key}").split()}

    # ---- the example ----

    def test_files(self):
        files = self.site(SEED)
        self.assertEqual(sorted(files), [
            "index-data.js", "index.html", "overview.html",
            "records/R-HSA-9701524.html", "site.js", "style.css"])
        self.look_at_all(files)
        for name, content in files.items():  # nothing is loaded from elsewhere
            self.assertNotIn(b"@import", content, name)
            self.assertNotIn(b"url(", content, name)
            self.assertNotIn(b"fetch(", content, name)

    def test_every_claim_and_quote_is_there(self):
        root = self.page(self.site(SEED), "R-HSA-9701524")
        lines = [json.loads(row) for row in
                 self.extract(SEED, options=("--to", "jsonl"))[0].splitlines()]
        articles = {a.get("id"): a for a in root.all("article")}
        self.assertEqual({re.sub(r".*/(\w+)/(\w+)", r"\1-\2", row["id"])
                          for row in lines}, set(articles))
        self.assertEqual(len(articles), 18)
        for row in lines:
            article = articles[re.sub(r".*/(\w+)/(\w+)", r"\1-\2", row["id"])]
            said = words(article.text())
            self.assertIn(row["label"], said)
            self.assertIn(words(row["quote"]), said)
            self.assertIn(row["status"], said)
            for cue in row["cues"]:
                self.assertIn(words(cue["text"]), said)

    def test_text_is_whole_and_marked(self):
        root = self.page(self.site(SEED), "R-HSA-9701524")
        shown = [words(s.one("p").text()) for s in root.all(class_="sentence")]
        text = SEED.read_text(encoding="utf-8")
        self.assertEqual(" ".join(shown[1:]), words(text.split("## Summary")[1]))
        numbers = {a.get("data-c") for a in root.all("article")}
        self.assertEqual(numbers, {str(n) for n in range(1, 19)})
        self.assertEqual(self.marks(root, "c"), numbers)
        papers = {li.get("data-w") for li in root.one(id="papers").all("li")}
        self.assertEqual(papers, {str(n) for n in range(1, 16)})
        self.assertEqual(self.marks(root, "w"), papers)
        link = next(a for a in root.all("a", class_="m-protein")
                    if a.text() == "JAK3")
        self.assertEqual(link.get("href"),
                         "https://www.uniprot.org/uniprotkb/P52333/entry")
        # "directly by the receptor itself": the dispute and its first side
        piece = next(s for s in root.all("span")
                     if "is mediated directly" in s.text() and s.get("data-c")
                     and s.get("class").startswith("u "))
        sides = {articles.one("h4").text().split()[0]
                 for articles in root.all("article")
                 if "ALK directly mediates" in articles.one("h4").text()}
        self.assertLessEqual(sides, set(piece.get("data-c").split()))

    def test_diagram_is_linked_with_the_claims(self):
        root = self.page(self.site(SEED), "R-HSA-9701524")
        svg = root.one("svg")
        self.assertEqual({n.get("id") for n in svg.all() if n.get("id")},
                         {"fig-title", "fig-desc"})
        chip = next(g for g in svg.all("g", class_="chip")
                    if "promotes[1–9]" in "".join(
                        t.text() for t in g.all("text")))
        number = root.one("article", id="claim-30d0eec619626e19d1eaedc2afb8494c"
                          ).get("data-c")
        self.assertIn(number, chip.get("data-c").split())
        self.assertEqual(next(chip.all("a")).get("href"),
                         "#claim-30d0eec619626e19d1eaedc2afb8494c")
        for edge in svg.all("g", class_="edge"):
            if edge.get("data-c"):
                self.assertTrue(list(edge.all("path", class_="hit")))
        self.assertTrue(any(g.get("data-e") for g in
                            svg.all("g", class_="protein")))

    def test_turtle_holds_statements_of_the_graph(self):
        if not shutil.which("rapper"):
            self.skipTest("no rapper")
        root = self.page(self.site(SEED), "R-HSA-9701524")
        graph = rdf.of_lines((self.built / "graph.nq").read_text("utf-8"))
        found = set()
        for article in root.all("article"):
            turtle = article.one("pre", class_="turtle").text()
            done = subprocess.run(
                ["rapper", "-q", "-i", "turtle", "-o", "ntriples", "-",
                 "http://example.org/"], input=turtle.encode(),
                capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            own = rdf.of_lines(done.stdout.decode())
            self.assertLessEqual(own, graph)
            found |= own
            iri = article.get("id").replace("-", "/")
            self.assertIn(f"pathquill/{iri}>",
                          article.one("pre", class_="sparql").text())
        states = "<https://w3id.org/pathquill/ns#states>"
        self.assertEqual({t for t in found if t[1] == states},
                         {t for t in graph if t[1] == states})

    def test_index_adds_up(self):
        files = self.site(SEED)
        root = self.look_at(files, "index.html")
        counts = root.one("ul", class_="counts").text()
        self.assertEqual(re.findall(r"\d+ [a-z ]*?[a-z]+(?=\d|$)", counts),
                         ["1 record", "16 claims", "1 dispute",
                          "1 open question", "15 papers"])
        self.assertIn("R-HSA-9701524", root.one("noscript").text())
        data = files["index-data.js"].decode()
        self.assertTrue(data.startswith("var pathquillRows = [\n"))
        rows = json.loads(re.sub(r",(\s*\])", r"\1",
                                 data.split("=", 1)[1].rstrip(";\n")))
        self.assertEqual([row[:4] for row in rows], [
            ["R-HSA-9701524", "R-HSA-9701524",
             "STAT3 is phosphorylated downstream of active ALK",
             "Homo sapiens"]])
        self.assertEqual(rows[0][5], [14, 1, 0, 2, 1, 1, 0])
        self.assertEqual(rows[0][6:12], [16, 1, 1, 15, 0, 0])
        for word in ("uniprot:P40763", "HGNC:427", "Gambi et al. 2019",
                     "tyrosine 705"):
            self.assertIn(word, rows[0][12])

    def test_overview_leads_to_the_records(self):
        rows = [line("A-1"), line("B-2"),
                line("C-3", text="JAK1 promotes activation of STAT3.")]
        files = self.site(SEED, self.write("a.jsonl", "".join(rows)))
        root = self.look_at(files, "overview.html")
        self.assertIn("overview.html", [a.get("href") for a in self.look_at(
            files, "index.html").all("a")])
        led = {a.get("href").split("#")[0] for a in root.one("svg").all("a")}
        self.assertIn("records/R-HSA-9701524.html", led)
        self.assertIn("records/A-1.html", led)  # B-2 says the same
        self.assertIn("records/C-3.html", led)
        self.assertNotIn("records/B-2.html", led)

    def test_no_overview_of_nothing(self):
        record = self.write("a.jsonl", line())
        self.assertIn("overview.html", self.site(record))
        record = self.write("a.jsonl", line(text="Nothing.", title="None"))
        files = self.site(record)  # the old one is gone
        self.assertNotIn("overview.html", files)
        self.assertNotIn(b"overview.html", files["index.html"])

    # ---- what is missing is shown ----

    def test_gaps_are_told_with_what_to_do(self):
        text = ("JAK2 phosphorylates STAT5A at Y694. QZX9 binds STAT3. "
                "This is said of no name at all (Gordon et al, 2001).")
        record = self.write("a.jsonl", line(text=text, title="JAK2"))
        root = self.page(self.site(record), "T-1")
        self.look_at_all(self.site(record))
        gaps = root.one(id="gaps")
        self.assertIn("QZX9", gaps.one("pre", class_="lexicon").text())
        silent = [s for s in root.all(class_="silent")]
        self.assertIn("This is said of no name",
                      " ".join(s.text() for s in silent))
        for sentence in silent:
            link = sentence.one("a", class_="none")
            self.assertEqual(link.text(), "no claim read here")
            self.assertTrue(list(root.all("li", id=link.get("href")[1:])))
        self.assertIn("cited where no claim was read",
                      root.one(id="papers").text())

    def test_the_rows_to_paste_are_read(self):
        record = self.write("a.jsonl", line(text="QZX9 binds STAT3."))
        root = self.page(self.site(record), "T-1")
        table = root.one("pre", class_="lexicon").text()
        own = self.write("my.tsv", table.replace("\tID\t", "\tHGNC:427\t"))
        again = self.page(self.site(record, out="again",
                                    options=("--lexicon", own)), "T-1")
        self.assertEqual(list(again.all("pre", class_="lexicon")), [])
        self.assertIn("ALK", again.one(id="names").text())

    def test_a_record_without_anything(self):
        record = self.write("a.jsonl", json.dumps({
            "stable_id": "E-1", "display_name": "", "summary": ""}) + "\n")
        files = self.site(record)
        root = self.look_at(files, "records/E-1.html")
        self.assertIn("No claim was read", root.one(id="claims").text())
        self.assertEqual(root.one("h1").text(), "E-1")

    # ---- hostile records ----

    def test_a_hostile_record_is_text(self):
        record = self.write("a.jsonl", json.dumps(HOSTILE) + "\n")
        files = self.site(record)
        pages = self.look_at_all(files)
        name = next(n for n in files if n.startswith("records/"))
        self.assertRegex(name, r"\Arecords/[0-9a-f]{32}\.html\Z")
        said = pages[name].one("body").text()
        for piece in ("<script>alert('title')</script> ]]>",
                      "[U+202E]evil[U+202C]", "</title><img src=x",
                      "<img src=x onerror=alert(3)>",
                      "</template></pre></details><script>alert(4)",
                      "<svg/onload=alert(5)>", "javascript:alert(6)",
                      "[U+2066]STAT3[U+2069]", "]]><![CDATA[",
                      'x" onmouseover="alert(1)', "<b>Homo</b> sapiens"):
            self.assertIn(piece, said)
        for node in pages[name].all():
            self.assertNotIn("javascript:", node.get("href"))
        for page in (files[name], files["index.html"]):
            self.assertNotIn("\u202e".encode(), page)
            self.assertNotIn("\u2066".encode(), page)

    def test_an_id_cannot_be_one_of_the_page(self):
        records = [line(stable_id=name) for name in
                   ("text", "claims", "fig", "s1", "work-1", "claim")]
        self.look_at_all(self.site(self.write("a.jsonl", "".join(records))))

    # ---- runs ----

    def test_the_same_in_any_order(self):
        rows = [line("A-1"), line("B-2", text="STAT3 binds JAK1 (Han, 2006).",
                                  title="Other")]
        one = self.site(self.write("a.jsonl", "".join(rows)))
        two = self.site(self.write("b.jsonl", "".join(reversed(rows))),
                        out="two")
        self.assertEqual(one, two)

    def test_no_link_is_followed(self):
        record = self.write("a.jsonl", line())
        (self.folder / "elsewhere").mkdir()
        (self.folder / "out").mkdir()
        (self.folder / "out/site").symlink_to(self.folder / "elsewhere")
        code, _, told = run("build", "--site", "-o", self.folder / "out",
                            record)
        self.assertEqual(code, 4, told)
        self.assertEqual(list((self.folder / "elsewhere").iterdir()), [])

    def test_no_site_unless_asked(self):
        record = self.write("a.jsonl", line())
        code, _, told = run("build", "-q", "-t", "nq", "-o",
                            self.folder / "out", record)
        self.assertEqual(code, 0, told)
        self.assertFalse((self.folder / "out/site").exists())

    # ---- site: of records, and of RDF ----

    def pages(self, *inputs, out="pages", status=0):
        """What `site` writes, by path."""
        top = self.folder / out
        code, _, told = run("site", "-q", "-o", top, *inputs)
        self.assertEqual(code, status, told)
        self.told = told
        return {str(path.relative_to(top)): path.read_bytes()
                for path in sorted(top.rglob("*")) if path.is_file()}

    def rdf(self, *inputs, name="graph.nq", options=()):
        """A file of RDF."""
        output, _ = self.extract("--to", name.split(".")[-1], *options,
                                 *inputs)
        return self.write(name, output)

    def test_pages_of_records_are_those_of_build(self):
        self.assertEqual(self.pages(SEED), self.site(SEED))

    def likened(self, page):
        """A page without what no RDF tells: marks of sites, authors of the
        list, reasons why nothing was claimed."""
        page = page.decode()
        for pattern, by in (
                (r'<p class="source">.*?</p>\n', ""),
                (r'<p class="quiet">Of these nothing.*?</p>\n', ""),
                (r"(Sentence \d+</a>): [^<]*", r"\1"),
                (r'<div class="authors">[^<]*</div>', ""),
                (r' <span class="m m-site">site</span>', ""),
                (r'<span class="m m-site ([^"]*)"', r'<span class="\1"'),
                (r'<span class="m m-site">([^<]*)</span>', r"\1")):
            page = re.sub(pattern, by, page)
        joined = (r'<span class="([^"]*)"([^>]*)>([^<]*)</span>'
                  r'<span class="\1"\2>')
        while re.search(joined, page):
            page = re.sub(joined, r'<span class="\1"\2>\3', page)
        return page

    def test_all_layers_give_the_pages_of_the_records(self):
        layers = ("--text", "--mentions")
        rows = [line("A-1"), line(
            "B-2", text="JAK2 may phosphorylate STAT5A at Y694 (Han et al. "
            "2006a,b; reviewed in Lee, 2009). Nothing is said. QZX9 binds "
            "STAT3 in \u03b1-cells \U0001f9ec of mice.", title="caf\u00e9")]
        inputs = (SEED, self.write("a.jsonl", "".join(rows)))
        want = self.site(*inputs, options=layers)
        got = self.pages(self.rdf(*inputs, options=layers))
        self.assertEqual(list(got), list(want))
        self.look_at_all(got)
        for name in got:
            if name.startswith("records/"):
                self.assertIn(b"Made from RDF.", got[name])
                self.assertEqual(self.likened(got[name]),
                                 self.likened(want[name]), name)
        for name in ("style.css", "site.js", "overview.html"):
            self.assertEqual(got[name], want[name], name)

    def test_each_syntax_gives_the_same(self):
        layers = ("--text", "--mentions")
        all_of_it = {name: self.pages(self.rdf(SEED, name=f"one.{name}",
                                               options=layers), out=name)
                     for name in ("nq", "nt", "ttl", "rdf")}
        for name, files in all_of_it.items():
            self.assertEqual(files, all_of_it["nq"], name)

    def test_lines_may_come_in_any_order(self):
        graph = self.rdf(SEED, self.write("a.jsonl", line("A-1")),
                         options=("--mentions",))
        lines = graph.read_text("utf-8").splitlines(keepends=True)
        other = self.write("other.nq", "".join(sorted(
            lines, key=lambda text: text[::-1])))
        self.assertEqual(self.pages(graph), self.pages(other, out="two"))

    def test_without_the_text_quotes_stand_for_it(self):
        files = self.pages(self.rdf(SEED))
        self.look_at_all(files)
        root = self.page(files, "R-HSA-9701524")
        self.assertIn("build --text --mentions",
                      root.one("p", class_="source").text())
        text = SEED.read_text(encoding="utf-8")
        for sentence in root.all(class_="sentence"):
            place = sentence.one("span", class_="place").text()
            begin, end = (int(n) for n in place.split("\u2013"))
            self.assertEqual(sentence.one("p").text(), text[begin:end])
        self.assertEqual(len(list(root.all("article"))), 18)
        self.assertEqual(list(root.all(class_="silent-1")), [])
        self.assertIn("the RDF does not tell", words(
            root.one(id="gaps").text()))
        self.assertIn("controversial", words(root.one(id="claims").text()))

    def test_records_and_rdf_are_not_mixed(self):
        self.pages(SEED, self.rdf(SEED), status=2)
        self.assertIn("extract --text --mentions", self.told)
        self.assertEqual(self.pages(self.write(
            "no.nt", "<urn:a> <urn:b> <urn:c> .\n"), status=3), {})
        self.assertIn("no record in this RDF", self.told)
        self.pages(self.write("bad.nq", "<urn:a> <urn:b>\n"), status=3)
        self.assertIn("bad.nq:1:", self.told)

    def test_hostile_rdf_is_text(self):
        record = self.write("a.jsonl", json.dumps(HOSTILE) + "\n")
        for options in ((), ("--text", "--mentions")):
            graph = self.rdf(record, options=options)
            self.look_at_all(self.pages(graph))
            lines = graph.read_text("utf-8")
            for wild in ("4294967295", "0", "-3"):  # no place of the text
                broken = re.sub(r'(endIndex> ")\d+', r"\g<1>" + wild, lines)
                files = self.pages(self.write("wild.nq", broken))
                self.look_at_all(files)
                name = next(n for n in files if n.startswith("records/"))
                said = read(files[name]).one("body").text()
                self.assertIn("JAK2 may phosphorylate STAT5A at", said)


if __name__ == "__main__":
    main()
