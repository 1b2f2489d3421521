#!/usr/bin/env python3
"""docs/ontology.md from ontology/pathquill.ttl: every own term with what it
means, its domain and range, and its nearest terms elsewhere; one picture; one
worked example, cut out of what is written for the bundled record.

    docs/ontology.py > docs/ontology.md

rapper reads the Turtle."""

import collections
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).parent.parent
VOCABULARY = ROOT / "ontology/pathquill.ttl"
EXAMPLE = ROOT / "out/R-HSA-9701524.ttl"
# The claim of the example, and what it is about.
SHOWN = ("claim:30d0eec619626e19d1eaedc2afb8494c",
         "event:phosphorylation.P40763.Y705", "ent:Q9UM73.active",
         "site:P40763.Y705")

PQ = "https://w3id.org/pathquill/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
KINDS = (("http://www.w3.org/2002/07/owl#Class", "Classes"),
         ("http://www.w3.org/2002/07/owl#ObjectProperty",
          "Properties that lead to a thing"),
         ("http://www.w3.org/2002/07/owl#DatatypeProperty",
          "Properties that lead to a value"),
         (SKOS + "Concept", "Statuses of evidence"))
NEAR = (("exactMatch", "the same as"), ("closeMatch", "close to"),
        ("broadMatch", "narrower than"), ("narrowMatch", "broader than"),
        ("relatedMatch", "related to"))

HEAD = """\
# The vocabulary

The terms that pathquill adds to the public ones it uses. This page is made
from [`ontology/pathquill.ttl`](../ontology/pathquill.ttl) by
`docs/ontology.py`; the shapes that every file keeps to are in
[`ontology/shapes.ttl`](../ontology/shapes.ttl).

**A claim is not its evidence.** A claim is what could be true: subject,
predicate, object and the qualifiers that change what it says, all of them in
its IRI. Evidence is one place of one text that puts a claim forward: how
firmly, in which words, citing which works. So records can be merged in any
order, and no claim can come to contradict itself.

![A document's evidence states claims, disputes and open questions, has a
status, and cites works; a claim leads from a thing to an event](model.svg)
"""

WORKED = """\
## An example

"STAT3 is phosphorylated at tyrosine 705 downstream of active ALK", with nine
works cited, is this claim, its evidence, and what it is about (from
[`out/R-HSA-9701524.ttl`](../out/R-HSA-9701524.ttl)):
"""


def statements(path):
    """Subject -> predicate -> objects, and the prefixes of the file."""
    done = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(path)],
        capture_output=True, check=True)
    table = collections.defaultdict(lambda: collections.defaultdict(list))
    for line in done.stdout.decode().splitlines():
        s, p, o = re.match(r"<(.*?)> <(.*?)> (.*) \.$", line).groups()
        value = o[1:-1] if o.startswith("<") else o[1:o.rindex('"')]
        table[s][p].append(value.encode().decode("unicode_escape")
                           if "\\u" in value or "\\U" in value else value)
    prefixes = re.findall(r"@prefix (\w*):\s+<(.*?)>",
                          path.read_text(encoding="utf-8"))
    return table, sorted(((space, name) for name, space in prefixes),
                         key=lambda pair: -len(pair[0]))


def short(iri, prefixes):
    """An IRI as CURIE."""
    for space, name in prefixes:
        if iri.startswith(space):
            return f"{name}:{iri[len(space):]}"
    return f"<{iri}>"


def term(iri, table, prefixes):
    """What there is to say of one term."""
    about = table[iri]
    lines = [f"### `{short(iri, prefixes)}`", "",
             *about[RDFS + "comment"], ""]
    facts = []
    for name, word in ((RDFS + "subClassOf", "subclass of"),
                       (RDFS + "domain", "from"), (RDFS + "range", "to")):
        facts += [f"{word} `{short(o, prefixes)}`" for o in about.get(name, ())]
    for name, word in NEAR:
        facts += [f"{word} `{short(o, prefixes)}`"
                  for o in about.get(SKOS + name, ())]
    return lines + ([", ".join(facts) + ".", ""] if facts else [])


def blocks(path):
    """The statements of a Turtle file about one subject each, by subject."""
    made = {}
    subject = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line[:1] not in ("", " ", "#", "@"):
            subject = line.split()[0]
            made[subject] = line
        elif line.startswith(" ") and subject:
            made[subject] += "\n" + line
    return made


def worked():
    """The example: a claim, its first evidence, and what it is about."""
    made = blocks(EXAMPLE)
    claim = SHOWN[0]
    evidence = next(text for name, text in made.items()
                    if name.startswith("ev:") and claim in text)
    return [made[claim], evidence, *(made[name] for name in SHOWN[1:])]


def main():
    """Print the page."""
    table, prefixes = statements(VOCABULARY)
    out = [HEAD]
    for kind, title in KINDS:
        out += [f"## {title}", ""]
        for iri in [s for s in table if s.startswith(PQ)
                    and kind in table[s][RDF + "type"]]:
            out += term(iri, table, prefixes)
    out += [WORKED, "```turtle", "\n\n".join(worked()), "```"]
    print("\n".join(out))


if __name__ == "__main__":
    main()
