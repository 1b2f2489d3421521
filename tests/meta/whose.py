#!/usr/bin/env python3
"""What is claimed of "its degradation" is what is claimed of "TP53 degradation",
where that is meant. The texts are made of whose.yaml."""

import pathlib
import re
import sys
import unittest

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from sentences import said  # noqa: E402

SHOWN_MOST = 20


def named(text):
    """The same with the name of what is meant."""
    return re.sub(r"\bits\b", "TP53", re.sub(
        r"\bIts\b", "TP53", re.sub(r"\bit\b", "TP53", text)))


def texts(data):
    for happening in data["happenings"]:
        for begin in data["begins"]:
            for end in data["ends"]:
                yield begin + end.format(its=f"its {happening}")
        for topic in data["topics"]:
            for about in data["about"]:
                yield f"{topic} {about.format(happening)}"


class Whose(unittest.TestCase):
    def test_whose(self):
        path = pathlib.Path(__file__).with_suffix(".yaml")
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        own = list(texts(data))
        self.assertGreater(len(own), 1000)
        wrong = []
        for text, found, wanted in zip(
                own, said(own), said([named(text) for text in own])):
            if not wanted:
                wrong.append(f"{named(text)} says nothing")
            elif found != wanted:
                wrong.append("%s lost %s, invented %s" % (
                    text, sorted(wanted - found), sorted(found - wanted)))
        if wrong:
            self.fail("%d of %d texts:\n%s" % (
                len(wrong), len(own), "\n".join(wrong[:SHOWN_MOST])))


if __name__ == "__main__":
    unittest.main()
