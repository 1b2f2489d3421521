"""What the tool claims of sentences, each a record of its own."""

import json
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "cli/lib"))
from tool import run  # noqa: E402


def upper(text):
    """As it stands at the beginning of a sentence; "STAT5A" does already."""
    return text[0].upper() + text[1:]


def claims_of(texts):
    """The claims of each text, as `extract` tells them; no passages."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "r.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for i, text in enumerate(texts):
                file.write(json.dumps({
                    "stable_id": f"T-{i}", "species": "Homo sapiens",
                    "summary": text}) + "\n")
        out = run("extract", "-q", path)[1]
    found = [[] for _ in texts]
    for line in out.splitlines():
        claim = json.loads(line)
        if claim["kind"] != "passage":
            found[int(claim["record"][2:])].append(claim)
    return found


def said(texts):
    """The claims of each, as labels and status."""
    return [{(claim["label"], claim["status"]) for claim in found}
            for found in claims_of(texts)]


def differs(text, found, wanted):
    """What is lost and invented, as a list of at most one line."""
    if found == wanted:
        return []
    return ["%s lost %s, invented %s" % (
        text, sorted(wanted - found), sorted(found - wanted))]
