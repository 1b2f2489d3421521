#!/usr/bin/env python3
"""Development records drawn from themselves and from their RDF.

The two drawings are equal, but where one thing is written in two ways and the
first of them stands where nothing is claimed: only --mentions tells of it.

ALL=1 draws all records (half a minute); the test draws every twelfth.
"""

import gzip
import itertools
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import ToolTest, files_of, main, run, skip  # noqa: E402

RECORDS = (pathlib.Path(os.environ.get("SHARED", "")) /
           "corpora/reactome-v88/input-dev.jsonl.gz")
STEP = 1 if os.environ.get("ALL") else 12
LEAST = 0.99  # that are equal


class Drawn(ToolTest):
    """The same pictures both ways."""

    def test_records_and_their_rdf(self):
        with gzip.open(RECORDS, "rt", encoding="utf-8") as lines:
            some = "".join(itertools.islice(lines, 0, None, STEP))
        records = self.write("some.jsonl", some)
        self.build(records, out="rdf", options=("-q", "--mentions", "-t", "nq"))
        for view in ("card", "evidence"):
            drawn = []
            for source in (records, self.folder / "rdf/graph.nq"):
                folder = self.folder / f"{view}-{source.suffix}"
                code, _, told = run("draw", "-q", "--view", view, "-t", "dot",
                                    "-o", folder, source)
                self.assertEqual(code, 0, told)
                drawn.append(files_of(folder))
            self.assertEqual(list(drawn[0]), list(drawn[1]))
            same = sum(drawn[1][name] == dot
                       for name, dot in drawn[0].items())
            print(f"{view}: {same} of {len(drawn[0])} are equal",
                  file=sys.stderr)
            self.assertGreaterEqual(same / len(drawn[0]), LEAST, view)


if __name__ == "__main__":
    if not RECORDS.exists():
        skip("the development records are not there")
    main()
