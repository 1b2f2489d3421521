#!/usr/bin/env python3
"""The examples of the grammar: each is a test, and every rule shows one.

A rule of ontology/grammar/*.yaml may show `examples`, each a text and all the
claims that it makes, written as in the cases beside this script; an empty list
says that it makes none:

    examples:
      - text: LCK may phosphorylate ZAP70.
        claims: ["LCK directly mediates ZAP70 phosphorylation [hedged: may]"]

An example says a word of its rule; that of a frame, a word of a rule that uses
the frame.  A kind of event, a row of regulation and its like, a frame, a cue
and a slot that a phrase names must show one.

Run them: PATHQUILL=build/dev/bin/pathquill tests/cases/examples.py
"""

import collections
import os
import pathlib
import re
import sys

import yaml

import run

GRAMMAR = pathlib.Path(__file__).parent.parent.parent / "ontology/grammar"

# A rule: where it stands, its words, what it shows, and whether it must.
Rule = collections.namedtuple("Rule", "place words examples must")


# ---- reading rules ----

def word_lists(block):
    """The words of a block, irregular forms apart."""
    lists = [block[key] for key in block
             if key.split("-")[-1] in ("verbs", "nouns", "adjectives", "words")]
    return [form for words in lists for word in words
            for form in word.split()]


def of_blocks(name, blocks):
    """Rules of a section that is a list of blocks."""
    for number, block in enumerate(blocks, 1):
        words = word_lists(block)
        title = block.get("kind", words[0] if words else number)
        yield Rule(f"{name} {title}", words, block.get("examples", ()), True)


def of_verbs(name, section):
    """The rule of a section that is a list of verbs."""
    if isinstance(section, list):
        section = {"verbs": section}
    yield Rule(name, word_lists(section), section.get("examples", ()),
               name != "plain")


def of_cues(_, section):
    """Rules of cues, by what they mean."""
    for kind, cues in section.items():
        words = cues.get("group", []) + cues.get("clause", [])
        yield Rule(f"cues {kind}", words, cues.get("examples", ()), True)


def of_phrases(_, section):
    """Rules of phrases: those that name one slot, or have one class, share
    their examples."""
    rules = {}
    for row in section:
        slot = row["class"], row.get("as")
        rule = rules.setdefault(slot, Rule(f"phrases {row.get('as', slot[0])}",
                                           [], [], True))
        rule.words.append(row["words"])
        rule.examples.extend(row.get("examples", ()))
    yield from rules.values()


def of_frames(grammar):
    """Rules of frames, with the words of the rules that use them."""
    users = collections.defaultdict(list)
    usual = {"regulation": "regulate", "dependence": "depend",
             "states": "locate"}
    for name in ("events", *usual):
        for block in grammar[name]:
            frame = block.get("frame", usual.get(name))
            users[frame] += word_lists(block)
            users["self"] += [word for key in ("self-verbs", "self-nouns")
                              for word in block.get(key, ())]
    for rule in of_verbs("carriers", grammar["carriers"]):
        users["carry-out"] += rule.words
    for name, frame in grammar["frames"].items():
        shown = frame.get("examples", ()) if isinstance(frame, dict) else ()
        yield Rule(f"frames {name}", users[name], shown, True)


def of_lists(name, section):
    """Rules of words by class; they need show nothing."""
    for key, words in section.items():
        if isinstance(words, dict):
            yield Rule(f"{name} {key}", words["words"],
                       words.get("examples", ()), False)


SECTIONS = {"events": of_blocks, "regulation": of_blocks,
            "dependence": of_blocks, "states": of_blocks,
            "compounds": of_blocks, "carriers": of_verbs,
            "thoughts": of_verbs, "plain": of_verbs, "cues": of_cues,
            "phrases": of_phrases, "words": of_lists, "classes": of_lists}


def read_grammar(folder):
    """All files as one."""
    grammar = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, section in yaml.safe_load(path.read_text("utf-8")).items():
            if isinstance(section, dict):
                for key, rules in section.items():
                    grammar.setdefault(name, {})[key] = rules
            else:
                grammar.setdefault(name, []).extend(section)
    return grammar


def rules_of(grammar):
    """Every rule of a grammar."""
    for name, read in SECTIONS.items():
        yield from read(name, grammar.get(name, {}))
    yield from of_frames(grammar)


# ---- checking ----

def says(text, word):
    """Does the text say the word, in any of its regular forms?"""
    stem = re.sub(r"(?<=\w\w)[ey]$", "", word.lower())
    return re.search(r"(?<![a-z])" + re.escape(stem), text.lower()) is not None


def wrong_form(rule):
    """What a rule's examples lack."""
    if rule.must and not rule.examples:
        yield "shows no example"
    for example in rule.examples:
        if not any(says(example["text"], word) for word in rule.words):
            yield f"is not what is said by: {example['text']}"


def case_of(rule, example):
    """An example as a case."""
    claims = [run.Claim(run.claim_text(line), [], {}, False)
              for line in example["claims"]]
    return run.Case(rule.place, "", run.record([example["text"]]), claims)


def main():
    """Run the examples."""
    if not os.environ.get("PATHQUILL"):
        print("SKIP: PATHQUILL does not name the tool")
        sys.exit(77)
    folder = pathlib.Path(os.environ.get("GRAMMAR", GRAMMAR))
    rules = list(rules_of(read_grammar(folder)))
    failed = 0
    for rule in rules:
        for what in wrong_form(rule):
            failed += 1
            print(f"{rule.place}: {what}")
    cases = [case_of(rule, example) for rule in rules
             for example in rule.examples]
    rows = run.said_by_tool(cases)
    for number, case in enumerate(cases):
        found = run.differences(case, rows[number])
        if found:
            failed += 1
            print(f"{case.place}: {case.record['summary']}",
                  *("  " + line for line in found), sep="\n")
    print(f"{len(rules)} rules, {len(cases)} examples, {failed} failed")
    sys.exit(1 if failed or not cases else 0)


if __name__ == "__main__":
    main()
