#!/usr/bin/env python3
"""Phosphorylation with names of our own: substrates, kinases and sites that
`annotate` finds in abstracts, against those of the BioNLP train sets.

    phospho.py TOOL SHARED [--keep FOLDER] [--errors]

Of each corpus, the documents that have an event of phosphorylation (in EPI 2011
what catalyses one is its cause) are scored by SHARED/score/score_rlims.py, the
first 70 % by name and the rest apart.  Names that `Equiv` lines call equal are
one in the gold: the one of the event.  These sets mark proteins that are named,
so precision is a hint only.  --errors lists, for the first 70 %, what is missed
and what is told beyond the gold; --keep leaves texts, gold and output there."""

import argparse
import pathlib
import subprocess
import sys
import tarfile
import tempfile

CORPORA = ("pc2013", "ge2013", "ge2009", "epi2011", "cg2013")
ROLES = {"Theme": "substrate", "Cause": "kinase", "Site": "site"}


def lines_of(path):
    """The columns of each line of a standoff file."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line.split("\t") for line in text.splitlines() if "\t" in line]


def role_of(argument):
    """Role, without its number, and id."""
    role, _, target = argument.partition(":")
    return role.rstrip("0123456789"), target


def events_of(lines):
    """By id: the type and the arguments of each event."""
    events = {}
    for key, value, *_ in lines:
        if key.startswith("E"):
            head, *arguments = value.split()
            events[key] = (head.split(":")[0], head,
                           [role_of(a) for a in arguments])
    return events


def catalysts(events, event):
    """Who catalyses the event, as EPI 2011 has it."""
    return [("Cause", target) for kind, _, arguments in events.values()
            if kind == "Catalysis" and ("Theme", event) in arguments
            for role, target in arguments if role == "Cause"]


def gold_lines(stem):
    """Names and events of phosphorylation of one document as brat has them."""
    lines = lines_of(stem.with_suffix(".a1")) + lines_of(
        stem.with_suffix(".a2"))
    events = events_of(lines)
    kept = ["\t".join(line) for line in lines if line[0].startswith("T")]
    found = False
    for key, (kind, head, arguments) in events.items():
        if kind != "Phosphorylation":
            continue
        parts = [f"{role}:{target}"
                 for role, target in arguments + catalysts(events, key)
                 if role in ROLES and target.startswith("T")]
        kept.append(f"{key}\t{' '.join([head] + parts)}")
        found = True
    return kept if found else []


def unpack(shared, corpus, folder):
    """The texts with phosphorylation and their gold, in two folders."""
    with tarfile.open(shared / f"corpora/bionlp-st/{corpus}-train.tar.gz") as t:
        t.extractall(folder / "raw", filter="data")
    stems = []
    for path in sorted((folder / "raw").rglob("*.a2")):
        lines = gold_lines(path.with_suffix(""))
        if lines:
            stems.append((path.with_suffix(""), lines))
    cut = (len(stems) * 7 + 9) // 10
    for number, (stem, lines) in enumerate(stems):
        part = folder / ("read" if number < cut else "kept")
        part.mkdir(exist_ok=True)
        (part / f"{stem.name}.ann").write_text("\n".join(lines) + "\n",
                                               encoding="utf-8")
        (part / f"{stem.name}.txt").write_bytes(
            stem.with_suffix(".txt").read_bytes())


def print_scores(name, shared, pred, gold):
    """One row of the table: P, R and F of each measure."""
    sys.path.insert(0, str(shared / "score"))
    import score_rlims  # pylint: disable=import-outside-toplevel
    views, counts = score_rlims.score_documents(pred, [gold], True)
    cells = []
    for score in views["own curator"].values():
        row = score.as_dict()
        cells += [f"{row[key] or 0:.3f}".lstrip("0")
                  for key in ("precision", "recall", "f")]
    print(f"| {name} | {counts['documents']} | {' | '.join(cells)} |")


def spans(path):
    """By role: what fills it in the events of a document, with the trigger."""
    lines = lines_of(path)
    things = {}
    for key, value, *_ in lines:
        if key.startswith("T"):
            numbers = [int(n) for n in value.replace(";", " ").split()[1:]]
            things[key] = (min(numbers), max(numbers))
    found = {role: set() for role in ROLES}
    for kind, _, arguments in events_of(lines).values():
        if kind == "Phosphorylation":
            for role, target in arguments:
                if role in found and target in things:
                    found[role].add(things[target])
    names = {things[key] for key, value, *_ in lines
             if key in things and value.split()[0] != "Phosphorylation"}
    return found, names


def touches(span, others):
    """Does it overlap with one of them?"""
    return any(span[0] < b and a < span[1] for a, b in others)


def show(mark, role, text, span, name):
    """One error with its place."""
    around = (text[max(0, span[0] - 90):span[0]] + "[[" +
              text[span[0]:span[1]] + "]]" + text[span[1]:span[1] + 90])
    print(f"{mark}\t{ROLES[role]}\t{text[span[0]:span[1]]!r}\t{name}\t"
          f"{' '.join(around.split())}")


def print_errors(pred, gold):
    """What is missed, whether it is a name at all, and what is told beyond."""
    for path in sorted(gold.glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode()
        wanted, _ = spans(path)
        told, names = spans(pred / path.name)
        for role in ROLES:
            for span in sorted(wanted[role]):
                if not touches(span, told[role]):
                    mark = "missed" if touches(span, names) else "unnamed"
                    show(mark, role, text, span, path.stem)
            for span in sorted(told[role]):
                if not touches(span, wanted[role]):
                    show("beyond", role, text, span, path.stem)


def measure(args, folder):
    """All corpora, and both parts."""
    shared = pathlib.Path(args.shared)
    print("| corpus | texts | substrate P | R | F | kinase P | R | F | site P "
          "| R | F | kinase + substrate P | R | F | substrate + site P | R "
          "| F |")
    print("|" + "---|" * 17)
    for corpus in CORPORA:
        home = folder / corpus
        home.mkdir(exist_ok=True)
        unpack(shared, corpus, home)
        for part, share in (("read", "70 %"), ("kept", "30 %")):
            pred = home / f"{part}-out"
            subprocess.run([args.tool, "annotate", "-q", "-o", str(pred),
                            str(home / part)], check=True, timeout=300)
            print_scores(f"{corpus}, {share}", shared, pred, home / part)
            if args.errors and part == "read":
                print_errors(pred, home / part)


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("tool")
    parser.add_argument("shared")
    parser.add_argument("--keep")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    if args.keep:
        pathlib.Path(args.keep).mkdir(parents=True, exist_ok=True)
        measure(args, pathlib.Path(args.keep))
        return
    with tempfile.TemporaryDirectory(prefix="pathquill-phospho-") as folder:
        measure(args, pathlib.Path(folder))


if __name__ == "__main__":
    main()
