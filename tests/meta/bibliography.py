#!/usr/bin/env python3
"""Cited works out of one bibliography, against those of each record's own list.

The references of all development records are made one bibliography, in each
format in turn; the records lose their lists; what is written then is compared
with what their lists give.  The lists have no years.  A paper has the year by
which a text calls it; one that no text is known to cite has that of the number
of PubMed that is nearest to its own.  A second bibliography has half of the
papers: what it resolves of the others is wrong for certain.
"""

import bisect
import collections
import gzip
import hashlib
import json
import os
import pathlib
import shutil
import sys
import tempfile
import unittest
from xml.sax.saxutils import escape

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "cli" / "lib"))
from tool import run, skip  # noqa: E402

RECORDS = (pathlib.Path(os.environ.get("SHARED", "../shared")) /
           "corpora" / "reactome-v88" / "input-dev.jsonl.gz")
FLOORS = {"precision": .99, "share": .80}
TEX = str.maketrans({c: "\\" + c for c in "&%$#_{}"})


def people(text):
    """Surname and initials of each author of "Seya T, Atkinson JP."."""
    for name in text.rstrip(".").split(","):
        words = name.split()
        while len(words) > 1 and words[-1].rstrip(".") in ("Jr", "Sr", "2nd",
                                                          "3rd"):
            words.pop()
        if not words:
            continue
        last = words[-1]
        if len(words) > 1 and last.replace("-", "").isupper():
            yield " ".join(words[:-1]), last
        else:
            yield " ".join(words), ""


def nbib(papers):
    """MEDLINE."""
    for p in papers:
        yield f"PMID- {p['pmid']}\n"
        if p["year"]:
            yield f"DP  - {p['year']} Jan\n"
        yield f"TI  - {p['title']}\n"
        yield "".join(f"AU  - {last} {first}\n" for last, first in p["people"])
        yield "\n"


def pubmed(papers):
    """PubMed's XML."""
    yield '<?xml version="1.0"?>\n<PubmedArticleSet>\n'
    for p in papers:
        year = f"<Year>{p['year']}</Year>" if p["year"] else ""
        names = "".join(f"<Author><LastName>{escape(last)}</LastName>"
                        f"<Initials>{escape(first)}</Initials></Author>"
                        for last, first in p["people"])
        yield (f"<PubmedArticle><MedlineCitation><PMID>{p['pmid']}</PMID>"
               "<Article><Journal><JournalIssue><PubDate>" + year +
               "</PubDate></JournalIssue></Journal>"
               f"<ArticleTitle>{escape(p['title'])}</ArticleTitle>"
               f"<AuthorList>{names}</AuthorList>"
               "</Article></MedlineCitation></PubmedArticle>\n")
    yield "</PubmedArticleSet>\n"


def ris(papers):
    """RIS."""
    for p in papers:
        yield "TY  - JOUR\n"
        yield "".join(f"AU  - {last}, {first}\n" for last, first in p["people"])
        if p["year"]:
            yield f"PY  - {p['year']}/01/01/\n"
        yield (f"TI  - {p['title']}\n"
               f"UR  - https://pubmed.ncbi.nlm.nih.gov/{p['pmid']}/\nER  - \n\n")


def bibtex(papers):
    """BibTeX."""
    for p in papers:
        names = " and ".join(f"{last}, {first}" for last, first in p["people"])
        year = f"  year = {{{p['year']}}},\n" if p["year"] else ""
        yield (f"@article{{p{p['pmid']},\n  author = {{{names.translate(TEX)}}}"
               f",\n{year}  title = {{{p['title'].translate(TEX)}}},\n"
               f"  pmid = {{{p['pmid']}}}\n}}\n")


def csl(papers):
    """CSL-JSON."""
    items = []
    for p in papers:
        item = {"id": p["pmid"], "type": "article-journal",
                "title": p["title"], "PMID": p["pmid"],
                "author": [{"family": last, "given": first}
                           for last, first in p["people"]]}
        if p["year"]:
            item["issued"] = {"date-parts": [[p["year"], 1]]}
        items.append(item)
    yield json.dumps(items, ensure_ascii=False, indent=1)


FORMATS = {"nbib": nbib, "xml": pubmed, "ris": ris, "bib": bibtex, "json": csl}


def citations(claims):
    """What each citation was read as, by where it ends: where it begins may hang
    on the list, which joins "Lee, Shuman et al." if it has such a work."""
    found = {}
    for row in map(json.loads, claims.splitlines()):
        for c in row["citations"]:
            key = (row["record"], row["source"], c["span"][1], c["year"],
                   c["suffix"])
            found[key] = c["pmid"]
    return found


def dated(references, truth):
    """Papers with years; see above."""
    said = collections.defaultdict(collections.Counter)
    for key, pmid in truth.items():
        if pmid and key[3]:
            said[int(pmid)][key[3]] += 1
    known = sorted(said)
    papers = []
    for pmid, ref in sorted(references.items()):
        at = min(bisect.bisect(known, pmid), len(known) - 1)
        near = min(known[max(at - 1, 0):at + 1], key=lambda n: abs(n - pmid))
        year = said[pmid if pmid in said else near].most_common(1)[0][0]
        papers.append({"pmid": str(pmid), "title": ref["title"], "year": year,
                       "people": list(people(ref["authors"]))})
    return papers


def is_kept(paper):
    """Half of the papers, by a hash."""
    return hashlib.sha256(paper["pmid"].encode()).digest()[0] < 128


class Bibliography(unittest.TestCase):
    """All development records, without their lists."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="pathquill-test-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        with gzip.open(RECORDS, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        references = {int(ref["pmid"]): ref for record in records
                      for ref in record["references"] if ref["pmid"] != "0"}
        cls.truth = cls.extract(records)
        for record in records:
            del record["references"]
        cls.records = records
        cls.papers = dated(references, cls.truth)

    @classmethod
    def extract(cls, records, *options):
        """Citations of all records."""
        path = cls.folder / "records.jsonl"
        with open(path, "w", encoding="utf-8") as out:
            for record in records:
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
        code, output, said = run("extract", "-q", *options, path)
        if code:
            raise AssertionError(f"status {code}: {said[:2000]}")
        return citations(output)

    def resolve(self, ending, papers):
        """Citations with a bibliography of these papers."""
        path = self.folder / f"papers.{ending}"
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(FORMATS[ending](papers))
        return self.extract(self.records, "--bibliography", path)

    def compare(self, name, found):
        """Count and tell; returns precision and share."""
        self.assertEqual(found.keys(), self.truth.keys())
        known = {key: pmid for key, pmid in self.truth.items() if pmid}
        written = {key: found[key] for key in known if found[key]}
        right = sum(known[key] == pmid for key, pmid in written.items())
        more = sum(1 for key, pmid in found.items()
                   if pmid and not self.truth[key])
        print(f"{name}: {len(found)} citations, {len(known)} known by their"
              f" lists; {len(written)} written, {right} right"
              f" ({right / len(written):.4f} of those written,"
              f" {right / len(known):.3f} of those known);"
              f" {more} more that no list tells")
        return {"precision": right / len(written), "share": right / len(known)}

    def test_all_papers_in_each_format(self):
        first = None
        for ending in FORMATS:
            found = self.resolve(ending, self.papers)
            if first is None:
                first = found
                measured = self.compare("all papers", found)
                for measure, floor in FLOORS.items():
                    self.assertGreaterEqual(measured[measure], floor, measure)
            self.assertEqual(found, first, ending)

    def test_half_of_the_papers(self):
        half = [paper for paper in self.papers if is_kept(paper)]
        measured = self.compare("half", self.resolve("nbib", half))
        self.assertGreaterEqual(measured["precision"], .9)

    def test_without_years_nothing_is_guessed(self):
        undated = [{**paper, "year": None} for paper in self.papers]
        found = self.resolve("nbib", undated)
        self.assertFalse([key for key, pmid in found.items() if pmid])

    def test_lists_with_years_from_elsewhere(self):
        """A list without years leaves works open that years can tell apart."""
        path = self.folder / "dated.nbib"
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(nbib(self.papers))
        with gzip.open(RECORDS, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        found = self.extract(records, "--bibliography", path)
        known = [key for key, pmid in self.truth.items() if pmid]
        self.assertEqual([key for key in known
                          if found[key] != self.truth[key]], [])
        more = sum(1 for key, pmid in found.items()
                   if pmid and not self.truth[key])
        print(f"with their lists: {len(known)} as before, {more} more")

    def test_own_lists_win(self):
        """A list with its paper under another number keeps that number."""
        wrong = [{**paper, "pmid": "9" + paper["pmid"][-7:]}
                 for paper in self.papers]
        path = self.folder / "wrong.nbib"
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(nbib(wrong))
        with gzip.open(RECORDS, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        found = self.extract(records, "--bibliography", path)
        lost = [key for key, pmid in self.truth.items()
                if pmid and found[key] != pmid]
        self.assertFalse(lost)


if __name__ == "__main__":
    if not RECORDS.is_file():
        skip("the development records are not there")
    unittest.main()
