#!/usr/bin/env python3
"""Whole records and every text output, byte for byte.

Each folder beside this script is named by a stable id.  It holds a record
(record.md or record.jsonl; without one, docs/examples/ID.md is meant), perhaps
a file "options" with more words for the command line, and in "expected" what
`pathquill build` writes, and `pathquill draw` of the other views.  Only the digests of rules and names are not compared:
both sides have zeroes in their place.

    run.py [ID...]           compare
    run.py --bless [ID...]   write "expected" anew; read the difference then
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TYPES = "ttl,nq,nt,jsonl,tsv,dot"
LINES_MOST = 40


def digests():
    """Digests that the tool tells of its rules and names."""
    said = subprocess.run([os.environ["PATHQUILL"], "--version"],
                          capture_output=True, check=True).stdout.decode()
    return re.findall(r"\b[0-9a-f]{64}\b", said)


def without(content, hexes):
    """Bytes with zeroes for the digests."""
    for digits in hexes:
        content = content.replace(digits.encode(), b"0" * 64)
        content = content.replace(digits[:32].encode(), b"0" * 32)
    return content


def record_of(folder):
    """Path of the record of a folder."""
    for name in ("record.md", "record.jsonl"):
        if (folder / name).exists():
            return folder / name
    return HERE.parent.parent / "docs/examples" / f"{folder.name}.md"


def built(folder, hexes):
    """What the tool writes for a folder, by name."""
    options = folder / "options"
    all_of_it = options.read_text().split() if options.exists() else []
    with tempfile.TemporaryDirectory(prefix="pathquill-test-") as out:
        # Under one name for everybody: findings hold paths.
        shutil.copy(record_of(folder), pathlib.Path(out, "record" +
                                                    record_of(folder).suffix))
        record = "record" + record_of(folder).suffix
        more = [word for word in all_of_it if word not in ("--mentions", "--text")]
        for words in (["build", "-o", "out", "-t", TYPES, *all_of_it],
                      ["draw", "--view", "evidence", "-t", "dot", *more]):
            done = subprocess.run(
                [os.environ["PATHQUILL"], *words, record],
                cwd=out, capture_output=True, check=False, timeout=60)
            if done.returncode:
                sys.exit(f"{folder.name}: status {done.returncode}: "
                         f"{done.stderr.decode()}")
        return {path.name: without(path.read_bytes(), hexes)
                for path in sorted(pathlib.Path(out, "out").iterdir())}


def same_meaning(ours, theirs):
    """Do the statements agree, whatever the layout?"""
    names = [name for name in theirs if name.endswith(".nt")]
    return all(set(ours.get(name, b"").splitlines()) ==
               set(theirs[name].splitlines()) for name in names)


def differences(folder, ours):
    """Lines that tell what differs."""
    theirs = {path.name: path.read_bytes()
              for path in sorted((folder / "expected").glob("*"))}
    if not theirs:
        return [f"{folder.name}: nothing is expected yet; run with --bless"]
    told = []
    for name in sorted(set(ours) | set(theirs)):
        if ours.get(name) == theirs.get(name):
            continue
        old = theirs.get(name, b"").decode().splitlines()
        new = ours.get(name, b"").decode().splitlines()
        lines = list(difflib.unified_diff(old, new, f"expected/{name}", name,
                                          lineterm="", n=1))
        told += [f"{folder.name}/{name}"] + lines[:LINES_MOST]
        if len(lines) > LINES_MOST:
            told.append(f"... and {len(lines) - LINES_MOST} lines more")
    if told:
        told.append("the statements " + (
            "are the same: the layout changed" if same_meaning(ours, theirs)
            else "differ: the meaning changed"))
    return told


def bless(folder, ours):
    """Write what is expected."""
    target = folder / "expected"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for name, content in ours.items():
        (target / name).write_bytes(content)


def main():
    """Compare, or bless."""
    if not os.environ.get("PATHQUILL"):
        print("SKIP: PATHQUILL does not name the tool")
        sys.exit(77)
    os.environ["PATHQUILL"] = os.path.abspath(os.environ["PATHQUILL"])
    wanted = [arg for arg in sys.argv[1:] if not arg.startswith("--")]
    hexes = digests()
    folders = [path for path in sorted(HERE.iterdir())
               if path.is_dir() and not path.name.startswith("__")]
    missing = set(wanted) - {folder.name for folder in folders}
    if missing or not folders:
        sys.exit("no folder to compare: " + " ".join(sorted(missing)))
    wrong = []
    for folder in folders:
        if wanted and folder.name not in wanted:
            continue
        ours = built(folder, hexes)
        if "--bless" in sys.argv:
            bless(folder, ours)
        else:
            wrong += differences(folder, ours)
    print(*wrong, sep="\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
