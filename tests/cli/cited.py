#!/usr/bin/env python3
"""-t bib,csl: what is known of each cited work, and nothing more."""

import json
import os
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tool import ToolTest, line, main  # noqa: E402

SEED = (pathlib.Path(os.environ.get("SOURCE_DIR", "."))
        / "docs/examples/R-HSA-9701524.md")
TEXT = ("JAK2 phosphorylates STAT5A (Gordon et al, 2001; Wang et al, 2010; "
        "Smith, in press). STAT3 binds JAK1 (reviewed in O'Neil & Li, 1999).")
LIST = [{"pmid": 1, "authors": "Gordon A, De Wit B, More C.",
         "title": "50% of {all} & \"more\" $_\\", "year": 2001},
        {"pmid": 2, "authors": ["Wang A", "Other B", "Third C"], "title": "A",
         "year": 2010},
        {"pmid": 3, "authors": ["Wang B", "Other C", "Third D"], "title": "B",
         "year": 2010}]


class Cited(ToolTest):
    def lists(self, *inputs):
        """BibTeX as text and CSL-JSON as objects by id."""
        files, _ = self.build(*inputs, options=("-q", "-t", "bib,csl"))
        bib, = [c.decode() for n, c in files.items() if n.endswith(".bib")]
        csl, = [json.loads(c) for n, c in files.items()
                if n.endswith(".csl.json")]
        ids = [item["id"] for item in csl]
        self.assertEqual(ids, sorted(set(ids)))
        self.assertEqual(re.findall(r"(?m)^@misc\{(.*),$", bib), ids)
        return bib, {item["id"]: item for item in csl}

    def test_known_and_unknown(self):
        bib, csl = self.lists(self.write("a.jsonl", line("T-1", TEXT,
                                                         references=LIST)))
        self.assertEqual(csl, {
            "T-1.wang-2010": {
                "id": "T-1.wang-2010", "type": "document",
                "author": [{"family": "Wang"}],
                "issued": {"date-parts": [[2010]]},
                "note": "cited as Wang et al. 2010; not decided between PMID "
                        "2, 3"},
            "gordon-2001.1": {
                "id": "gordon-2001.1", "type": "document",
                "author": [{"literal": "Gordon A"}, {"literal": "De Wit B"},
                           {"literal": "More C"}],
                "title": "50% of {all} & \"more\" $_\\",
                "issued": {"date-parts": [[2001]]}, "PMID": "1",
                "note": "cited as Gordon et al. 2001"},
            "o-neil-li-1999": {
                "id": "o-neil-li-1999", "type": "document",
                "author": [{"family": "O'Neil"}, {"family": "Li"}],
                "issued": {"date-parts": [[1999]]},
                "note": "cited as a review, as O'Neil and Li 1999"}})
        self.assertIn("title = {{50\\% of \\textbraceleft{}all"
                      "\\textbraceright{} \\& \"more\" \\$\\_"
                      "\\textbackslash{}}}", bib)
        self.assertNotIn("Smith", bib)  # no year: no work of the graph

    def test_seed(self):
        _, csl = self.lists(SEED)
        self.assertEqual(len(csl), 15)
        self.assertEqual({key for key, item in csl.items()
                          if "review" in item["note"]},
                         {"chiarle-2008", "palmer-2009",
                          "turner-alexander-2006"})
        self.assertFalse(any("PMID" in item for item in csl.values()))


if __name__ == "__main__":
    main()
