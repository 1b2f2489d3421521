"""Sentences that must claim the same of whatever is done: shapes with the words of
each kind of kinds.yaml in them."""

import pathlib

import yaml
from sentences import upper

KINDS = pathlib.Path(__file__).with_suffix(".yaml")


def texts(table):
    """(text, (labels, may say less)) of every sentence."""
    for words in yaml.safe_load(KINDS.read_text(encoding="utf-8"))["kinds"]:
        for key in ("sentences", "quiet"):
            for shape in table.get(key) or []:
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
