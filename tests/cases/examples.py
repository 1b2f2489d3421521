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

    examples.py [FOLDER]    with the rules and names of FOLDER, a copy of
                            ontology/; without it, with those that are built in
"""

import collections
import itertools
import os
import pathlib
import re
import sys

import yaml

import run

ONTOLOGY = pathlib.Path(__file__).parent.parent.parent / "ontology"

# A rule: where it stands, its words, what it shows, and whether it must.
Rule = collections.namedtuple("Rule", "place words examples must")

# What a list is called where it shows examples: of a section, or of its keys.
WORDS_OF_SECTION = {"carriers": "verbs", "thoughts": "verbs", "plain": "verbs"}
LISTS_OF_SECTION = {"frames": "rows", "words": "words", "classes": "words",
                    "names": "words"}


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
    yield Rule(name, word_lists(section), section.get("examples", ()),
               name != "plain")


def choices(cue):
    """What `a|b c` stands for: "a c", "b c"."""
    return [" ".join(words) for words in
            itertools.product(*(word.split("|") for word in cue.split()))]


def of_cues(_, section):
    """Rules of cues, by what they mean."""
    for kind, cues in section.items():
        words = [choice for key in ("group", "clause")
                 for cue in cues.get(key, []) for choice in choices(cue)]
        yield Rule(f"cues {kind}", words, cues.get("examples", ()), True)


def of_phrases(_, section):
    """Rules of phrases: those that name one slot, or have one class, share
    their examples."""
    rules = {}
    for row in section:
        slot = row["class"], row.get("as")
        rule = rules.setdefault(slot, Rule(f"phrases {row.get('as', slot[0])}",
                                           [], [], True))
        rule.words.extend(choices(row["words"]))
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
        yield Rule(f"frames {name}", users[name], frame.get("examples", ()),
                   True)


def of_lists(name, section):
    """Rules of words by class; they need show nothing."""
    for key, rule in section.items():
        yield Rule(f"{name} {key}", rule["words"], rule.get("examples", ()),
                   False)


SECTIONS = {"events": of_blocks, "regulation": of_blocks,
            "dependence": of_blocks, "states": of_blocks,
            "compounds": of_blocks, "carriers": of_verbs,
            "thoughts": of_verbs, "plain": of_verbs, "cues": of_cues,
            "phrases": of_phrases, "words": of_lists, "classes": of_lists,
            "names": of_lists}


def merged(old, new):
    """Two parts of a grammar as one."""
    if isinstance(new, dict):
        return {key: merged(old[key], new[key])
                if key in old and key in new else old.get(key, new.get(key))
                for key in [*old, *(key for key in new if key not in old)]}
    return old + new


def whole(name, section):
    """A section with every list that may show examples as a map."""
    if name in WORDS_OF_SECTION and isinstance(section, list):
        return {WORDS_OF_SECTION[name]: section}
    if name in LISTS_OF_SECTION:
        return {key: rule if isinstance(rule, dict)
                else {LISTS_OF_SECTION[name]: rule}
                for key, rule in section.items()}
    return section


def read_grammar(folder):
    """All files as one."""
    grammar = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, section in yaml.safe_load(path.read_text("utf-8")).items():
            grammar = merged(grammar, {name: whole(name, section)})
    return grammar


def rules_of(grammar):
    """Every rule of a grammar."""
    for name, read in SECTIONS.items():
        yield from read(name, grammar.get(name, {}))
    yield from of_frames(grammar)


# ---- checking ----

def closed(words):
    """Small letters, and no blanks around marks: "adp - ribosylation"."""
    return re.sub(r"\s*([-()])\s*", r"\1", words.lower())


def says(text, word):
    """Does the text say the word, in any of its regular forms?"""
    stem = re.sub(r"(?<=\w\w)[ey]$", "", closed(word))
    return re.search(r"(?<![a-z])" + re.escape(stem), closed(text)) is not None


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
    own = sys.argv[1:2]
    folder = pathlib.Path(own[0]) if own else ONTOLOGY
    rules = list(rules_of(read_grammar(folder / "grammar")))
    failed = 0
    for rule in rules:
        for what in wrong_form(rule):
            failed += 1
            print(f"{rule.place}: {what}")
    cases = [case_of(rule, example) for rule in rules
             for example in rule.examples]
    options = ["--ontology", str(folder)] if own else []
    rows = run.said_by_tool(cases, *options)
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
