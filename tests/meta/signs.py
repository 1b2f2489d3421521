#!/usr/bin/env python3
"""Less of what acts, a verb that lessens, less of what happens: each turns the
sign of the claim. The texts are made of signs.yaml."""

import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from tables import check, filled, table_of  # noqa: E402

POLARITY = {1: "positive", -1: "negative", 0: "unspecified"}
SIGN = {"+": 1, "-": -1, "?": 0}
# A claim of less of STAT3, or of what keeps it from acting.
LESS = re.compile(r"STAT3 (?:inactivation|downregulation|degradation)\b"
                  r"|\binactive STAT3")


def texts(table, quiet):
    """(text, (sign, negated, may say nothing)) of every sentence."""
    for shape in table["quiet" if quiet else "sentences"] or []:
        for text, values in filled(shape, table):
            sign = 1
            for value in values:
                sign *= SIGN[value[-1]]
            yield text, (sign, any(v.startswith("not") for v in values), quiet)


def fault(claims, wanted):
    """What is wrong with what they say that STAT3 does to MYC."""
    sign, negated, quiet = wanted
    about = [claim for claim in claims if "STAT3" in claim["label"] and
             (claim["theme"] or {}).get("text") == "MYC"]
    if not about:
        strange = [claim for claim in claims if "STAT3" in claim["label"] and
                   "MYC" in claim["label"]]
        return "strange" if strange else None if quiet else "silent"
    said = set()
    for claim in about:
        polarity = claim["polarity"]
        if LESS.search(claim["label"]):
            polarity = {"positive": "negative",
                        "negative": "positive"}.get(polarity, polarity)
        said.add((polarity, claim["negated"]))
    return None if said == {(POLARITY[sign], negated)} else "wrong"


class Signs(unittest.TestCase):
    def test_signs(self):
        table = table_of(__file__)
        check(self, [*texts(table, False), *texts(table, True)], fault, 1000)


if __name__ == "__main__":
    unittest.main()
