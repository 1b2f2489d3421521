#!/usr/bin/env python3
"""What is told by a verb, a noun, a clause or a list is one thing. The texts are
made of voices.yaml."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from kinds import fault, texts  # noqa: E402
from tables import check, table_of  # noqa: E402


class Voices(unittest.TestCase):
    def test_voices(self):
        check(self, texts(table_of(__file__)), fault, 500)


if __name__ == "__main__":
    unittest.main()
