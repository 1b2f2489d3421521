#!/usr/bin/env python3
"""What stands around a statement must not change what is claimed of it: who
doubts or denies it does not claim it, and who only leads it in claims no less.
The texts are made of carriers.yaml: every statement in every carrier."""

import pathlib
import sys
import unittest

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from sentences import claims_of, upper  # noqa: E402

SHOWN_MOST = 20


def carriers():
    path = pathlib.Path(__file__).with_suffix(".yaml")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def claims(texts):
    """The claims of each text: (label, status, negated)."""
    return [{(claim["label"], claim["status"], claim["negated"])
             for claim in found} for found in claims_of(texts)]


class Carriers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.data = carriers()

    def complain(self, wrong):
        if wrong:
            self.fail("%d texts:\n%s" % (len(wrong),
                                         "\n".join(wrong[:SHOWN_MOST])))

    def doubt(self, texts):
        self.assertGreater(len(texts), 100)
        self.complain([
            f"{text} => {label}"
            for text, found in zip(texts, claims(texts))
            for label, status, negated in found
            if status == "asserted" and not negated
            # "Contrary to the view that ..., apoptosis occurs."
            and "apoptosis" not in label])

    def test_doubt_of_a_sentence(self):
        self.doubt([c.format(s=s, S=upper(s))
                    for c in self.data["doubt_of_sentence"]
                    for s in self.data["statements"]])

    def test_doubt_of_a_verb(self):
        self.doubt([c.format(a=a, v=f"{v} {rest}", v3=f"{v3} {rest}",
                             ving=f"{ving} {rest}")
                    for c in self.data["doubt_of_verb"]
                    for a, v, v3, ving, rest in self.data["verbs"]])

    def test_doubt_of_a_noun(self):
        self.doubt([c.format(n=n) for c in self.data["doubt_of_noun"]
                    for n in self.data["nouns"]])

    def test_what_is_doubted_is_told(self):
        """Doubt is a claim too: a text without any is rare."""
        texts = [c.format(s=s, S=upper(s))
                 for c in self.data["doubt_of_sentence"]
                 for s in self.data["statements"]]
        silent = [t for t, found in zip(texts, claims(texts)) if not found]
        self.assertLess(len(silent), len(texts) // 50, silent[:SHOWN_MOST])

    def test_plain(self):
        statements = self.data["statements"]
        alone = claims([upper(s) + "." for s in statements])
        self.assertTrue(all(alone), statements)
        pairs = [(c, i) for c in self.data["plain"]
                 for i in range(len(statements))]
        texts = [c.format(s=statements[i], S=upper(statements[i]))
                 for c, i in pairs]
        wrong = []
        for text, (_, i), found in zip(texts, pairs, claims(texts)):
            if found != alone[i]:
                wrong.append(f"{text} => {sorted(found)}")
        self.complain(wrong)


if __name__ == "__main__":
    unittest.main()
