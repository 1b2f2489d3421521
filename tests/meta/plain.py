#!/usr/bin/env python3
"""Marks that tell how words look change no claim: the sentences of tests/cases
with tags, links, entities and soft hyphens put into them at random."""

import json
import pathlib
import random
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "cases"))
import run as cases  # noqa: E402
from sentences import run  # noqa: E402
from tables import fail  # noqa: E402

BROKEN = "[ÃÎÏÂâ][^\\x00-\\x7f]+"  # "Î³", "â€‘": a letter that was read wrong
WORD = re.compile(rf"(?:{BROKEN}|[^\W_])+")
ROUNDS = 4
NAMED = {"β": "&beta;", "κ": "&kappa;", "α": "&alpha;", "γ": "&gamma;"}


def inner(word):
    """Where a word may be cut."""
    return max(1, len(word) // 2)


WHOLE = [
    lambda w: f"<i>{w}</i>",
    lambda w: f"<B>{w}</B>",
    lambda w: f"_{w}_",
    lambda w: f'<a href="https://x.org/{len(w)}">{w}</a>',
    lambda w: f"&lt;em&gt;{w}&lt;/em&gt;",
    lambda w: f"<span class='x'><i>{w}</i></span>",
    lambda w: f"[{w}](https://x.org/a_(b))" if re.search("[A-Za-z]", w)
    and not re.search(r"\d{4}", w) else w,
    lambda w: f"[<i>{w}</i>][7]" if re.search("[A-Za-z]", w)
    and not re.search(r"\d{4}", w) else w,
]
CUT = [  # within a word
    lambda w: NAMED.get(w[0], f"&#{ord(w[0])};") + w[1:],
    lambda w: w[:-1] + f"&#x{ord(w[-1]):x};",
    lambda w: w[:inner(w)] + "\u00ad" + w[inner(w):],
    lambda w: w[:inner(w)] + "\u200b<!-- x -->" + w[inner(w):],
    lambda w: w[:inner(w)] + f"<b>{w[inner(w):]}</b>",
]


def marked(text, chance):
    """The text with marks in every third word or so."""
    def mark(word):
        if chance.random() > 0.4:
            return word.group()
        # marks stand around a letter that was read wrong, never in it
        broken = re.search(BROKEN, word.group())
        return chance.choice(WHOLE if broken else WHOLE + CUT)(word.group())
    return WORD.sub(mark, text)


def texts():
    """The summaries of all cases, with what else their records hold."""
    for path in sorted(pathlib.Path(cases.HERE).glob("*.txt")):
        for case in cases.read_cases(path):
            if "<" not in case.record["summary"]:
                yield case.record


def claims_of(records):
    """What the tool says of each: claims, papers and words, and no places."""
    found = [set() for _ in records]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "r.jsonl"
        path.write_text("".join(
            json.dumps(record | {"stable_id": f"T-{i}"}) + "\n"
            for i, record in enumerate(records)), encoding="utf-8")
        out = run("extract", "-q", path)[1]
    for line in out.splitlines():
        claim = json.loads(line)
        record = records[int(claim["record"][2:])]
        text = record["summary" if claim["source"] == "summary"
                      else "display_name"]
        begin, end = claim["span"]
        if text[begin:end] != claim["quote"]:
            raise AssertionError(f"no quote: {claim['quote']} of {text}")
        if claim["kind"] == "passage":
            continue
        found[int(claim["record"][2:])].add((
            claim["label"], claim["status"],
            tuple(sorted(cases.paper(c) for c in claim["citations"]))))
    return found


class Plain(unittest.TestCase):
    def test_marks(self):
        records = list(texts())
        self.assertGreater(len(records), 500)
        wanted = claims_of(records)
        lines = []
        for seed in range(ROUNDS):
            chance = random.Random(seed)
            looks = [record | {key: marked(record[key], chance) for key in
                               ("summary", "display_name")}
                     for record in records]
            for look, old, new in zip(looks, wanted, claims_of(looks)):
                if old != new:
                    lines.append("%s: lost %s, invented %s" % (
                        look["summary"], sorted(old - new),
                        sorted(new - old)))
        fail(self, lines, ROUNDS * len(records))


if __name__ == "__main__":
    unittest.main()
