#!/usr/bin/env python3
"""What is hedged, denied, disputed or open must never come out as plainly said.
The texts are made of modality.yaml."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tables import check, filled, table_of  # noqa: E402


def stance(claim):
    """In one word: "not" where that is all that is said against it."""
    if not claim["negated"]:
        return claim["status"]
    return "not" if claim["status"] == "asserted" else "not " + claim["status"]


def texts(table):
    """(text, ({stance, ...}, may say nothing)) of every sentence."""
    for key in ("sentences", "quiet"):
        for shape in table[key] or []:
            for text, values in filled(shape, table):
                wanted = {one.strip() for value in values if value != "any"
                          for one in value.split(" or ")}
                yield text, (wanted, key == "quiet")


def fault(claims, wanted):
    """What is wrong with how firmly they say that JAK2 acts on STAT3."""
    stances, quiet = wanted
    said = {stance(claim) for claim in claims
            if "JAK2" in claim["label"] and "STAT3" in claim["label"]}
    if not said:
        return None if quiet else "silent"
    if said <= stances:
        return None
    return "plain" if "asserted" in said - stances else "wrong"


class Modality(unittest.TestCase):
    def test_modality(self):
        check(self, texts(table_of(__file__)), fault, 1000)


if __name__ == "__main__":
    unittest.main()
