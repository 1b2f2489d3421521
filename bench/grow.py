#!/usr/bin/env python3
"""As many records as are wanted, made of those of a file.

    grow.py RECORDS.jsonl N [SEED]  > more.jsonl

Each record has a stable id of its own.  Its title and its sentences are those
of one record of the file, but every third sentence is one of any record, whose
references come along; residue numbers are moved by up to 99, and three PubMed
ids of four are new ones.  So no two records say the same, and both what there
is to claim and the papers grow with N.  The same file, N and SEED give the same
records.  Nothing is kept of what is written.
"""

import json
import random
import re
import sys

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
RESIDUE = re.compile(r"\b(Y|S|T|Tyr|Ser|Thr|Lys|tyrosine |serine |threonine )"
                     r"(-?)(\d{2,4})\b")
OTHER_SENTENCE, NEW_PAPER = 1 / 3, 3 / 4


class Pool:
    """The records of a file, cut into sentences."""

    def __init__(self, path):
        self.records = []
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                record["sentences"] = SENTENCE_END.split(
                    record.get("summary") or "")
                self.records.append(record)
        if not self.records:
            sys.exit(f"{path}: no records")

    def mix(self, dice):
        """The parts of a new record: title, sentences, references."""
        base = dice.choice(self.records)
        sentences, references = [], list(base.get("references") or ())
        for sentence in base["sentences"]:
            if dice.random() < OTHER_SENTENCE:
                other = dice.choice(self.records)
                sentence = dice.choice(other["sentences"])
                references += other.get("references") or ()
            sentences.append(sentence)
        return base, sentences, references


def moved(text, by):
    """The text with its residue numbers moved."""
    return RESIDUE.sub(
        lambda found: found[1] + found[2] + str(int(found[3]) + by), text)


def papers(references, dice):
    """The references, each once, most of them under a new number."""
    made = {}
    for reference in references:
        pmid = str(reference.get("pmid", ""))
        if pmid not in made:
            new = dict(reference)
            if dice.random() < NEW_PAPER:
                new["pmid"] = str(dice.randrange(50_000_000, 99_999_999))
            made[pmid] = new
    return list(made.values())


def grow(path, number, seed=1):
    """Yield `number` records, a line of JSON each."""
    pool, dice = Pool(path), random.Random(seed)
    for i in range(number):
        base, sentences, references = pool.mix(dice)
        by = dice.randrange(100)
        yield json.dumps({
            "stable_id": f"R-HSA-{20_000_000 + i}",
            "display_name": moved(base.get("display_name") or "", by),
            "species": base.get("species"),
            "summary": moved(" ".join(sentences), by),
            "references": papers(references, dice),
        }, ensure_ascii=False, separators=(",", ":")) + "\n"


def main():
    """Write them to standard output."""
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    seed = int(sys.argv[3]) if len(sys.argv) == 4 else 1
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False)
    with out:
        out.writelines(grow(sys.argv[1], int(sys.argv[2]), seed))


if __name__ == "__main__":
    main()
