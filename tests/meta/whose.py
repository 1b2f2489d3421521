#!/usr/bin/env python3
"""What is claimed of "its degradation" is what is claimed of "TP53 degradation",
where that is meant. The texts are made of whose.yaml."""

import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from sentences import differs, said  # noqa: E402
from tables import fail, table_of  # noqa: E402


def named(text):
    """The same with the name of what is meant."""
    return re.sub(r"\b[Ii]ts?\b", "TP53", text)


def texts(data):
    for happening in data["happenings"]:
        for begin in data["begins"]:
            for end in data["ends"]:
                yield begin + end.format(its=f"its {happening}")
        for topic in data["topics"]:
            for about in data["about"]:
                yield f"{topic} {about.format(happening)}"
    for opening in data["openings"]:
        for middle in data["middles"]:
            for last in data["lasts"]:
                yield f"{opening} {middle} {last}"


class Whose(unittest.TestCase):
    def test_whose(self):
        own = list(texts(table_of(__file__)))
        self.assertGreater(len(own), 1000)
        wrong = []
        for text, found, wanted in zip(
                own, said(own), said([named(text) for text in own])):
            if not wanted:
                wrong.append(f"{named(text)} says nothing")
            wrong += differs(text, found, wanted)
        fail(self, wrong, len(own))


if __name__ == "__main__":
    unittest.main()
