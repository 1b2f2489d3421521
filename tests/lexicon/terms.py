#!/usr/bin/env python3
"""Are the terms of the grammar what they are taken for?

Each kind of event has a class, and products by residue.  The class must stand
in the list of shapes.ttl; with the reference tables in $SHARED/reference it
must also exist, be in use, and bear the name of its kind, and a product must
be a modification of its residue that is named like the kind.  The graph glosses
each of them, with the name that it has there.
"""

import gzip
import os
import pathlib
import re
import sys

import yaml

ONTOLOGY = pathlib.Path(__file__).parent.parent.parent / "ontology"

# Classes that are called otherwise than their kind.
CALLED = {
    "binding": "physical association",
    "production": "biosynthetic process",
    "assembly": "protein-containing complex assembly",
    "dissociation": "protein-containing complex disassembly",
    "activation": "up-regulates activity",
    "inactivation": "down-regulates activity",
    "upregulation": "up-regulates",
    "downregulation": "down-regulates",
    "gtpase_activity": "gtpase reaction",
    "expression": "gene expression",
    "transcription": "DNA-templated transcription",
    "translocation": "establishment of localization",
    "degradation": "protein catabolic process",
    "stabilization": "protein stabilization",
    "destabilization": "down-regulates quantity by destabilization",
    "internalization": "endocytosis",
    "conversion": "enzymatic reaction",
    "exchange": "guanine nucleotide exchange factor reaction",
    "guanine_nucleotide_exchange":
        "guanine nucleotide exchange factor reaction",
    "nucleotide_exchange": "enzymatic reaction",
    "retention": "maintenance of location",
    "degeranylgeranylation": "degeranylation",
    "prenylation": "protein prenylation",
    "lipidation": "lipid addition",
    "ribosylation": "adp-ribosylation",
    "nitrosylation": "s-nitrosylation",
    # PSI-MI has no class of these.
    "sulfation": "enzymatic reaction",
    "citrullination": "enzymatic reaction",
    "crotonylation": "enzymatic reaction",
    "biotinylation": "enzymatic reaction",
    "desuccinylation": "enzymatic reaction",
    "demalonylation": "enzymatic reaction",
    "deisgylation": "enzymatic reaction",
    # GO names the process.
    "isgylation": "isg15-protein conjugation",
    "ufmylation": "protein ufmylation",
    "succinylation": "protein succinylation",
    "malonylation": "protein malonylation",
    "lipoylation": "protein lipoylation",
}
# Products that stand for any residue, but are of one.
OF_LYSINE = {"ubiquitination", "sumoylation", "neddylation"}
# What products are called, where it is not how the kind begins.
STEM = {"ampylation": "(phospho-5'-adenosine)", "lipidation": "lipoconjugated",
        "ribosylation": "adp-ribosyl"}


def plain(name):
    """A name without what all names of PSI-MI end with."""
    return name.lower().removesuffix(" reaction").replace("adp ", "adp-")


def obo(path):
    """Terms of an OBO file by id: names, origin; none that is obsolete."""
    terms, term = {}, {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            key, _, value = line.rstrip("\n").partition(": ")
            if line.startswith("["):
                term = {"names": [], "origin": None}
            elif key == "id":
                terms[value] = term
            elif key == "name":
                term["names"].append(value)
            elif key == "synonym":
                term["names"].append(value.split('"')[1])
            elif key == "xref" and value.startswith("Origin: "):
                term["origin"] = value.split('"')[1]
            elif key == "is_obsolete":
                term["names"] = []
    return {ident: term for ident, term in terms.items() if term["names"]}


def go_names(path):
    """Names of GO's terms, likewise."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = (line.split("\t") for line in file)
        return {row[0]: {"names": [row[2]]} for row in rows}


def glosses():
    """What the graph calls classes and modified residues, by id."""
    rows = (ONTOLOGY.parent / "src/model/terms.def").read_text("utf-8")
    found = re.findall(r'PQ_GLOSS\((MI|MOD|GO),\s*"(\d+)",\s*"([^"]*)"\)', rows)
    return {f"{space}:{number}": name for space, number, name in found}


def ids_of(block):
    """All terms of a kind."""
    return [block["term"], *(f"MOD:{number:05}"
                             for number in block.get("product", {}).values())]


def wrong_glosses(block, named, terms):
    """What is wrong with what the graph calls the terms of a kind."""
    for ident in ids_of(block):
        known = terms.get(ident, {"names": [named.get(ident)]})["names"]
        if ident not in named:
            yield f"{ident} has no gloss in terms.def"
        elif named[ident] != known[0]:
            yield f"{ident} is glossed {named[ident]}, and is {known[0]}"


def kinds():
    """Blocks of the grammar that define a kind."""
    for path in sorted((ONTOLOGY / "grammar").glob("*.yaml")):
        for block in yaml.safe_load(path.read_text("utf-8")).get("events", ()):
            if "term" in block:
                yield block


def wrong_products(block, mod):
    """What is wrong with the products of a kind."""
    kind = block["kind"]
    stem = STEM.get(kind, kind[:4])
    for residue, number in block.get("product", {}).items():
        term = mod.get(f"MOD:{number:05}")
        if not term:
            yield f"MOD:{number:05} is not in use"
            continue
        origin = "K" if kind in OF_LYSINE else residue
        if residue == "else" and kind not in OF_LYSINE:
            if term["origin"] not in (None, "X", "none"):
                yield f"MOD:{number:05} is of {term['origin']} alone"
        elif term["origin"] not in (origin, None):
            yield f"MOD:{number:05} is not of {origin}"
        if not any(stem in name.lower() for name in term["names"]):
            yield f"MOD:{number:05} is {term['names'][0]}"


def wrong_term(block, terms):
    """What is wrong with the class of a kind."""
    want = CALLED.get(block["kind"], block["kind"])
    names = terms.get(block["term"], {"names": []})["names"]
    if plain(want) not in map(plain, names):
        yield f"{block['term']} is {names[0] if names else 'not in use'}"


def main():
    """Look at each kind."""
    shapes = (ONTOLOGY / "shapes.ttl").read_text("utf-8")
    listed = set(re.findall(r"\b(?:MI:\d{4}|GO:\d{7})\b", shapes))
    reference = pathlib.Path(os.environ.get("SHARED", "")) / "reference"
    beside = reference.is_dir()
    terms, mod = {}, {}
    if beside:
        terms = obo(reference / "psi/psi-mi.obo.gz")
        terms |= go_names(reference / "go/go_terms.tsv.gz")
        mod = obo(reference / "psi/PSI-MOD.obo.gz")
    named = glosses()
    count = failed = 0
    for block in kinds():
        found = list(wrong_glosses(block, named, terms | mod))
        if block["term"] not in listed:
            found.append(f"{block['term']} is not in shapes.ttl")
        if beside:
            found += [*wrong_term(block, terms), *wrong_products(block, mod)]
        for what in found:
            print(f"{block['kind']}: {what}")
        count += 1
        failed += len(found)
    print(f"{count} kinds, {failed} findings")
    sys.exit(1 if failed or not count else 0 if beside else 77)


main()
