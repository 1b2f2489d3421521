#!/usr/bin/env python3
"""However two residues are written, the same is claimed of them. The texts are
made of residues.yaml."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from sentences import differs, said  # noqa: E402
from tables import fail, table_of  # noqa: E402


class Residues(unittest.TestCase):
    def test_residues(self):
        data = table_of(__file__)
        wrong = []
        count = 0
        for sentence in data["sentences"]:
            texts = [sentence.format(s)
                     for s in ["S33 and S37"] + data["spellings"]]
            first, *found = said(texts)
            self.assertGreater(len(first), 1, texts[0])
            for text, claims in zip(texts[1:], found):
                count += 1
                wrong += differs(text, claims, first)
        self.assertGreater(count, 300)
        fail(self, wrong, count)


if __name__ == "__main__":
    unittest.main()
