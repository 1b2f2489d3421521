#!/usr/bin/env python3
"""Who does what to whom, and where: the same for whatever is done. The texts
are made of roles.yaml."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from sentences import upper  # noqa: E402
from tables import check, table_of  # noqa: E402


def texts(table):
    """(text, (labels, may say less)) of every sentence."""
    for words in table["kinds"]:
        for key in ("sentences", "quiet"):
            for shape in table[key]:
                labels = {label.format(**words) for label in shape["claims"]}
                text = upper(shape["text"].format(**words)) + "."
                yield text, (labels, key == "quiet")


def label_of(claim):
    """As the table writes it."""
    if claim["status"] == "asserted":
        return claim["label"]
    return f"{claim['label']} [{claim['status']}]"


def fault(claims, wanted):
    """What is wrong with what they say."""
    labels, quiet = wanted
    said = {label_of(claim) for claim in claims}
    if said - labels:
        return "wrong"
    return "silent" if said != labels and not quiet else None


class Roles(unittest.TestCase):
    def test_roles(self):
        check(self, texts(table_of(__file__)), fault, 500)


if __name__ == "__main__":
    unittest.main()
