"""Sentences made of a table: shapes with slots, and lists of what fills them."""

import itertools
import pathlib
import re

import yaml
from sentences import claims_of, upper

SLOT = re.compile(r"\{(\w+)\}")
SHOWN_MOST = 20


def table_of(script):
    """The table beside a script."""
    path = pathlib.Path(script).with_suffix(".yaml")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def filled(shape, lists):
    """(sentence, [value, ...]) of a shape, for all that its slots may hold; a
    list has its texts by value."""
    slots = SLOT.findall(shape)
    rows = [[(text, value) for value, texts in lists[slot].items()
             for text in texts] for slot in slots]
    parts = SLOT.split(shape)
    for chosen in itertools.product(*rows):
        parts[1::2] = [text for text, _ in chosen]
        yield upper("".join(parts)) + ".", [value for _, value in chosen]


def told(pairs, wrong):
    """Of (sentence, wanted), what `wrong` finds: a line for each; `wrong` is
    asked with the claims and what is wanted."""
    pairs = list(pairs)
    found = claims_of([text for text, _ in pairs])
    lines = []
    for (text, wanted), claims in zip(pairs, found):
        fault = wrong(claims, wanted)
        if fault:
            said = "; ".join(sorted(claim["label"] + (
                "" if claim["status"] == "asserted"
                else f" [{claim['status']}]") for claim in claims))
            lines.append(f"{fault}: {text} -> {said or 'nothing'}")
    return lines


def fail(case, lines, count):
    """Fail where there are lines, and show the first of them."""
    if lines:
        case.fail("%d of %d texts:\n%s" % (
            len(lines), count, "\n".join(lines[:SHOWN_MOST])))


def check(case, pairs, wrong, least):
    """`told` of all pairs, of which there are `least` at least, must be nothing."""
    pairs = list(pairs)
    case.assertGreater(len(pairs), least)
    fail(case, told(pairs, wrong), len(pairs))
