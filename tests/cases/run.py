#!/usr/bin/env python3
"""The cases: a text, and every claim that it must give.

A file *.txt beside this script holds cases by theme:

    # a remark, outside of a case or at the start of its line among the claims
    === two agents, one residue, a review
    STAT3 is phosphorylated at tyrosine 705 downstream of active ALK (Zamo et
    al, 2002; reviewed in Palmer et al, 2009).
    ---
    STAT3 is phosphorylated at Y705
      cites zamo-2002; reviewed in palmer-2009
    active ALK promotes STAT3 Y705 phosphorylation
      cites zamo-2002; reviewed in palmer-2009

Lines of the text are joined by a space; an empty line starts a paragraph.
Before the text may stand "title: ...", "species: ..." and any number of
"reference: Surname A, Surname B; 2006; 16169933" (authors; year; PubMed id).
After --- comes the complete list of claims, in any order, or "no claim".  A
claim is its label, as README.md explains; unless it is plainly asserted, its
status follows in brackets, with the words that give it:

    AKT1 directly mediates BAD S136 phosphorylation  [hedged: may]
    not: AKT1 directly mediates BAD phosphorylation  [asserted: not]

"maybe: " before a claim: it may be missing.  That is for what the text takes
for granted, where the rules leave it open whether to say so.  One that no row
of its case matches is stale: it is shown, and the run fails.

Indented under a claim stand its papers; a claim without them must have none.
A paper is a surname (both, for "A and B"), the year and the letter.  Lines
"agent ID" and "theme ID" are checked where they are given: "hgnc:11364",
"fplx:PI3K", or the end of an IRI such as "fusion.P06748--Q9UM73".

    run.py [FILE...]        run all cases, or those of these files
    run.py --print [FILE]   print what the tool says, in the form of a case
"""

import collections
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent
PLAIN = "asserted"

Case = collections.namedtuple("Case", "place name record claims")
Claim = collections.namedtuple("Claim", "text papers ends maybe")


# ---- reading cases ----

def reference(words):
    """A line of a reference list."""
    authors, year, pmid = (part.strip() for part in words.split(";"))
    return {"authors": [name.strip() for name in authors.split(",")],
            "year": int(year), "pmid": int(pmid), "title": ""}


def record(lines):
    """What stands above the ---, as a record."""
    made = {"stable_id": "", "display_name": "", "species": "Homo sapiens",
            "summary": "", "references": []}
    head = {"title": "display_name", "species": "species"}
    while lines:
        key, _, value = lines[0].partition(": ")
        if key in head:
            made[head[key]] = value
        elif key == "reference":
            made["references"].append(reference(value))
        else:
            break
        lines = lines[1:]
    paragraphs = "\n".join(lines).strip().split("\n\n")
    made["summary"] = "\n\n".join(" ".join(p.split("\n")) for p in paragraphs)
    return made


def claim_text(line):
    """The label and status of a line, in one form for all."""
    found = re.fullmatch(r"(.*?)(?:\s+\[(\w+)(?::\s*(.*?))?\])?"
                         r"(?:\s+\{(.*)\})?", line)
    label, status, cues, settings = found.groups()
    return written(label, status or PLAIN,
                   re.split(r",\s*", cues) if cues else [],
                   re.split(r";\s*", settings) if settings else [])


def claims(lines, place):
    """What stands below the ---, as a list of claims."""
    made = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        if line.strip() == "no claim":
            continue
        if not line.startswith(" "):
            label = line.strip().removeprefix("maybe: ")
            made.append(Claim(claim_text(label), [], {},
                              line.startswith("maybe: ")))
            continue
        for part in line.strip().split(";"):
            word, _, rest = part.strip().partition(" ")
            if word == "cites":
                made[-1].papers.extend(re.split(r",\s*", rest))
            elif word == "reviewed":
                made[-1].papers.extend(
                    "review " + key
                    for key in re.split(r",\s*", rest.removeprefix("in ")))
            elif word in ("agent", "theme"):
                made[-1].ends[word] = rest
            else:
                sys.exit(f"{place}: not understood: {line.strip()}")
    return made


def read_cases(path):
    """All cases of a file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    starts = [i for i, line in enumerate(lines) if line.startswith("=== ")]
    if not starts:
        sys.exit(f"{path.name}: a file without cases")
    for begin, end in zip(starts, starts[1:] + [len(lines)]):
        place = f"{path.name}:{begin + 1}"
        body = lines[begin + 1:end]
        if "---" not in body:
            sys.exit(f"{place}: a case without ---")
        cut = body.index("---")
        said = claims(body[cut + 1:], place)
        nothing = "no claim" in map(str.strip, body[cut + 1:])
        if bool(said) == nothing:
            sys.exit(f"{place}: neither claims nor \"no claim\"")
        yield Case(place, lines[begin][4:], record(body[:cut]), said)


# ---- what the tool says ----

def fold(name):
    """A surname as papers are keyed by it."""
    plain = unicodedata.normalize("NFD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def paper(citation):
    """The key of a paper."""
    authors = "-".join(fold(name) for name in citation["authors"])
    key = f"{authors}-{citation['year']}{citation['suffix'] or ''}"
    return ("review " if citation["role"] == "review" else "") + key


def sorted_ends(found):
    """A and B of "A interacts with B" in one order, whoever comes first."""
    head, (first, second) = found.group(1), sorted(found.group(2, 4))
    return f"{head or ''}{first}{found.group(3)}{second}"


def sorted_list(found):
    """A, B and C of "assembly of A, B and C" in one order."""
    names = sorted(re.split(r", | and ", found.group(2)))
    joined = ", ".join(names[:-1]) + " and " + names[-1]
    return found.group(1) + joined


def written(label, status, cues, settings):
    """A claim in one line; what has no order in one order."""
    label = " ".join(label.split())
    label = re.sub(r"^(not: )?(.*?)( (?:\w+ly )?interacts? with )(.*)$",
                   sorted_ends, label)
    label = re.sub(r"\b((?:binding|assembly) of )"
                   r"((?:[^\s,]+, )*[^\s,]+ and [^\s,?]+)", sorted_list, label)
    label = re.sub(r"[\w-]+(?::[\w-]+)+", lambda found:
                   ":".join(sorted(found.group().split(":"))), label)
    if label.endswith("?") and ", or " in label:
        label = ", or ".join(sorted(label[:-1].split(", or "))) + "?"
    cues = sorted(" ".join(cue.split()).lower() for cue in cues)
    if status != PLAIN or cues:
        label += f"  [{status}{': ' if cues else ''}{', '.join(cues)}]"
    if settings:
        words = sorted(" ".join(s.split()).lower() for s in settings)
        label += f"  {{{'; '.join(words)}}}"
    return label


def is_named(end, want):
    """Is an end of a claim what a case says it is?"""
    if not end:
        return False
    space, _, value = want.partition(":")
    ids = {f"{key}:{text}".lower() for key, text in end["ids"].items()}
    ids |= {text.lower() for text in end["ids"].values()}
    return (want.lower() in ids or f"{space}:{want}".lower() in ids or
            (not value and end["iri"].endswith("/" + want)))


def said_by_tool(cases, *options):
    """Claim lines by case."""
    for i, case in enumerate(cases):
        case.record["stable_id"] = f"case-{i}"
    lines = "".join(json.dumps(case.record, ensure_ascii=False) + "\n"
                    for case in cases)
    done = subprocess.run(
        [os.environ["PATHQUILL"], "extract", "--to", "jsonl", *options, "-"],
        input=lines.encode(), capture_output=True, check=False, timeout=120)
    if done.returncode:
        sys.exit(f"status {done.returncode}: {done.stderr.decode()}")
    rows = collections.defaultdict(list)
    for row in map(json.loads, done.stdout.decode().splitlines()):
        rows[int(row["record"][5:])].append(row)
    return rows


# ---- comparing ----

def shown(text, papers):
    """A claim and its papers, as lines of a case."""
    first = [p for p in papers if not p.startswith("review ")]
    reviews = [p[7:] for p in papers if p.startswith("review ")]
    parts = (["cites " + ", ".join(first)] if first else []) + (
        ["reviewed in " + ", ".join(reviews)] if reviews else [])
    return text + ("\n  " + "; ".join(parts) if parts else "")


def row_shown(row):
    """A claim line, as lines of a case."""
    text = written(row["label"], row["status"],
                   [cue["text"] for cue in row["cues"]],
                   [s["text"] for s in row.get("settings", ())])
    return shown(text, sorted(map(paper, row["citations"])))


def differences(case, rows):
    """Lines that differ, or none."""
    got = sorted(map(row_shown, rows))
    want = sorted(text for text, maybe in
                  ((shown(c.text, sorted(c.papers)), c.maybe)
                   for c in case.claims) if not maybe or text in got)
    found = [line for line in difflib.ndiff(want, got)
             if line.startswith(("-", "+"))]
    for claim in case.claims:
        same = [r for r in rows if row_shown(r).split("\n")[0] == claim.text]
        for end, want_id in claim.ends.items():
            if same and not any(is_named(r[end], want_id) for r in same):
                named = [r[end] and {**r[end]["ids"], "iri": r[end]["iri"]}
                         for r in same]
                found += [f"- {end} {want_id}", f"+ {end} {named[0]}"]
    return found


def stale(case, rows):
    """Claims that may be missing and are."""
    got = set(map(row_shown, rows))
    return [c.text for c in case.claims
            if c.maybe and shown(c.text, sorted(c.papers)) not in got]


def main():
    """Run the cases."""
    args = sys.argv[1:]
    if not os.environ.get("PATHQUILL"):
        print("SKIP: PATHQUILL does not name the tool")
        sys.exit(77)
    printing = "--print" in args
    paths = [pathlib.Path(arg) for arg in args if not arg.startswith("--")]
    paths = paths or sorted(HERE.glob("*.txt"))
    if not paths:
        sys.exit("no file of cases")
    cases = [case for path in paths for case in read_cases(path)]
    rows = said_by_tool(cases)
    failed = 0
    unmatched = 0
    for i, case in enumerate(cases):
        if printing:
            print("===", case.name, case.record["summary"], "---",
                  *map(row_shown, rows[i]), sep="\n")
            continue
        for text in stale(case, rows[i]):
            unmatched += 1
            print(f"{case.place}: {case.name}", f"  never: {text}", sep="\n")
        found = differences(case, rows[i])
        if found:
            failed += 1
            print(f"{case.place}: {case.name}", "    " +
                  case.record["summary"], sep="\n")
            print(*("  " + line.replace("\n", "\n    ") for line in found),
                  "", sep="\n")
    print(f"{len(cases)} cases, {failed} failed, "
          f"{unmatched} maybe lines never matched")
    sys.exit(1 if failed or unmatched else 0)


if __name__ == "__main__":
    main()
