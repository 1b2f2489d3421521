#!/usr/bin/env python3
"""Sentences with the words marked that fill the roles of what happens, with
names of our own: marked/*.txt.

    {kinase|CDPK} phosphorylates the {substrate|nodulin 26} at {site|Ser-262}.

One sentence a line; # begins a remark.  `annotate` must tell these words as
Cause, Theme and Site of events of the kind that the file is named after, and no
others."""

import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "cli/lib"))
from tool import tool  # noqa: E402

FOLDER = pathlib.Path(__file__).parent / "marked"
ROLES = {"Cause": "kinase", "Theme": "substrate", "Site": "site"}
MARK = re.compile(r"\{(kinase|substrate|site)\|([^}]*)\}")
TITLE = "A study.\n"


def read_case(line):
    """The plain sentence, and (role, begin, end) of what is marked."""
    text, marks, at = "", set(), 0
    for found in MARK.finditer(line):
        text += line[at:found.start()]
        marks.add((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        at = found.end()
    return text + line[at:], marks


def told(path, kind):
    """(role, begin, end) of what fills roles of events of a kind."""
    things, marks = {}, set()
    for line in path.read_text(encoding="utf-8").splitlines():
        key, value, *_ = line.split("\t")
        if key.startswith("T"):
            things[key] = [int(n) - len(TITLE) for n in value.split()[1:]]
        head, *arguments = value.split()
        if not key.startswith("E") or head.split(":")[0].lower() != kind:
            continue
        for role, target in (part.split(":") for part in arguments):
            role = ROLES.get(role.rstrip("0123456789"))
            if role and target in things:
                marks.add((role, *things[target]))
    return marks


def words(text, marks):
    """For people."""
    return ", ".join(f"{role} {text[a:b]!r}" for role, a, b in sorted(marks))


def check(path, folder):
    """All cases of a file; the number of those that fail."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cases = [(n, *read_case(line)) for n, line in enumerate(lines, 1)
             if line.strip() and not line.startswith("#")]
    for number, text, _ in cases:
        (folder / f"{number}.txt").write_text(TITLE + text + "\n",
                                              encoding="utf-8")
    subprocess.run([tool(), "annotate", "-q", "-o", folder / "out", folder],
                   check=True, timeout=120)
    failed = 0
    for number, text, wanted in cases:
        got = told(folder / f"out/{number}.ann", path.stem)
        if got == wanted:
            continue
        failed += 1
        print(f"{path.name}:{number}: {text}\n"
              f"  missing: {words(text, wanted - got)}\n"
              f"  not wanted: {words(text, got - wanted)}")
    print(f"{path.name}: {len(cases) - failed} of {len(cases)} cases")
    return failed


def main():
    """Check all files."""
    failed = 0
    for path in sorted(FOLDER.glob("*.txt")):
        with tempfile.TemporaryDirectory(prefix="pathquill-test-") as folder:
            failed += check(path, pathlib.Path(folder))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
