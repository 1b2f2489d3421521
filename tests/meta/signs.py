#!/usr/bin/env python3
"""Less of what acts, a verb that lessens, less of what happens: each turns the
sign of the claim. The texts are made of signs.yaml."""

import pathlib
import sys
import unittest

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from sentences import claims_of, upper  # noqa: E402

SHOWN_MOST = 20
POLARITY = {1: "positive", -1: "negative"}


def signed(table):
    return [(text, 1 if sign == "+" else -1)
            for sign, texts in table.items() for text in texts]


def texts():
    """(text, sign) of every sentence."""
    path = pathlib.Path(__file__).with_suffix(".yaml")
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    verbs = signed(data["verbs"])
    leading = signed(data["leading"])
    objects = signed(data["objects"])
    for subject, first in signed(data["subjects"]):
        start = upper(subject)
        for verb, second in verbs:
            yield f"{start} {verb} MYC expression.", first * second
        for verb, second in leading:
            for thing, third in objects:
                yield f"{start} {verb} {thing}.", first * second * third


def polarities(sentences):
    """What each says that STAT3 does to MYC: (polarity, negated, label)."""
    return [{(claim["polarity"], claim["negated"], claim["label"])
             for claim in found
             if (claim["theme"] or {}).get("text") == "MYC"
             and "STAT3" in claim["label"]} for found in claims_of(sentences)]


class Signs(unittest.TestCase):
    def test_signs(self):
        pairs = list(texts())
        self.assertGreater(len(pairs), 1000)
        found = polarities([text for text, _ in pairs])
        wrong = []
        for (text, sign), claims in zip(pairs, found):
            told = {(polarity, negated) for polarity, negated, _ in claims}
            if told != {(POLARITY[sign], False)}:
                said = "; ".join(sorted(label for _, _, label in claims))
                wrong.append(f"{text} -> {said or 'nothing'}")
        if wrong:
            self.fail("%d of %d texts:\n%s" % (
                len(wrong), len(pairs), "\n".join(wrong[:SHOWN_MOST])))


if __name__ == "__main__":
    unittest.main()
