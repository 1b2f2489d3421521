#!/usr/bin/env python3
"""What verbs say when they are joined is what they say alone: "SRC binds A and
increases B". The texts are made of joined.yaml."""

import itertools
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
from sentences import differs, said  # noqa: E402
from tables import fail, table_of  # noqa: E402

# These have no object of their own, or no agent.
NO_ACTS = ("be", "form", "undergo")


def phrases(verbs):
    """What the places of a sentence may hold, for the one and the other."""
    return [{"plain": f"{plain} {rest}", "": f"{now} {rest}",
             "past": f"{past} {rest}", "doing": f"{doing} {rest}"}
            for plain, now, past, doing, rest in verbs]


def filled(text, one, two):
    places = {f"{name}_{form}" if form else name: words
              for name, phrase in (("one", one), ("two", two))
              for form, words in phrase.items()}
    return text.format(**places)


class Joined(unittest.TestCase):
    def setUp(self):
        self.data = table_of(__file__)
        self.verbs = phrases(self.data["verbs"])
        self.src = said([f"SRC {v['']}." for v in self.verbs])
        self.fyn = said([f"FYN {v['']}." for v in self.verbs])
        self.denied = said([f"SRC does not {v['plain']}."
                            for v in self.verbs])

    def pairs(self, kinds):
        return itertools.permutations(kinds, 2)

    def tell(self, wrong, count):
        self.assertGreater(count, 1000)
        fail(self, wrong, count)

    def acting(self):
        """Those that tell what somebody does to another."""
        return [i for i, v in enumerate(self.data["verbs"])
                if v[0] not in NO_ACTS]

    def check(self, section, second, kinds, also=frozenset()):
        """Every two verbs in the sentences of a section, and what else those
        claim."""
        wrong = []
        count = 0
        for text in self.data[section]:
            pairs = list(self.pairs(kinds))
            texts = [filled(text, self.verbs[i], self.verbs[k])
                     for i, k in pairs]
            for (i, k), sentence, found in zip(pairs, texts, said(texts)):
                count += 1
                wrong += differs(
                    sentence, found, self.src[i] | second[k] | also)
        self.tell(wrong, count)

    def check_under(self, section, form):
        """Every two verbs under another one, and each alone."""
        wrong = []
        count = 0
        kinds = self.acting()
        for text in self.data[section]:
            alone = said([text.format(v[form]) for v in self.verbs])
            for between in (" and ", " and thereby "):
                pairs = list(self.pairs(kinds))
                texts = [text.format(self.verbs[i][form] + between
                                     + self.verbs[k][form])
                         for i, k in pairs]
                for (i, k), sentence, found in zip(pairs, texts, said(texts)):
                    count += 1
                    wrong += differs(sentence, found, alone[i] | alone[k])
        self.tell(wrong, count)

    def check_alone(self, section, wanted):
        """Each verb in the sentences of a section."""
        return [line for text in self.data[section]
                for sentence, found, whole in self.each(text, wanted)
                for line in differs(sentence, found, whole)]

    def each(self, text, wanted):
        texts = [filled(text, v, v) for v in self.verbs]
        return zip(texts, said(texts), wanted)

    def test_alone(self):
        bound = said(["CSK binds SRC."])[0]
        wrong = self.check_alone("alone", self.src)
        wrong += self.check_alone(
            "with_another", [found | bound for found in self.src])
        wrong += self.check_alone(
            "with_another_of_fyn", [found | bound for found in self.fyn])
        self.tell(wrong, len(self.verbs) * sum(
            len(self.data[section]) for section in
            ("alone", "with_another", "with_another_of_fyn")))

    def test_each_says_something(self):
        for phrase, found in zip(self.verbs, self.src):
            self.assertTrue(found, phrase[""])

    def test_of_one(self):
        self.check("of_one", self.src, range(len(self.verbs)))

    def test_of_two(self):
        self.check("of_two", self.fyn, range(len(self.verbs)))

    def test_denied(self):
        kinds = [i for i, v in enumerate(self.data["verbs"]) if v[0] != "be"]
        self.check("denied", self.denied, kinds)

    def test_of_one_that_acts(self):
        self.check("of_one_that_acts", self.src, self.acting())

    def test_list_in_past(self):
        kinds = [i for i in self.acting()
                 if self.data["verbs"][i][0] != "accumulate"]
        self.check("list_in_past", self.src, kinds,
                   said(["SRC binds PIK3R1."])[0])

    def test_under(self):
        self.check_under("under_plain", "plain")
        self.check_under("under_doing", "doing")


if __name__ == "__main__":
    unittest.main()
