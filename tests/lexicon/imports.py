"""Imported names leave the grammar its words.

Public ontologies call terms "phosphorylation", "inhibitor", "pathway".  Where
the reference files are present, they are imported, and each word of the grammar
is shown: no reading may come from what was imported.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

SKIP = 77
FILES = ["psi/PSI-MOD.obo.gz", "psi/psi-mi.obo.gz", "eco/eco-basic.obo.gz"]
# Shorter words in lower case are no names of an imported layer.
SHORTEST = 6
# The grammar lists lower case; these are written otherwise.
SPELLED = {"gtpase": "GTPase", "gtpases": "GTPases",
           "atpase": "ATPase", "atpases": "ATPases"}
LIST = re.compile(r"\[([^\]]*)\]", re.DOTALL)
# A section of names, which imports may know.
NAMES = re.compile(r"^anatomy:\n(?:[ \n].*\n?)*", re.MULTILINE)
WORD = re.compile(r"[a-z]{%d,}" % SHORTEST)


def words(folder):
    """Single words that stand in lists of the grammar."""
    found = set()
    for path in folder.glob("*.yaml"):
        text = re.sub(r"#.*", "", path.read_text("utf-8"))
        text = NAMES.sub("", text)
        for inside in LIST.findall(text):
            for item in inside.split(","):
                word = item.strip()
                if WORD.fullmatch(word):
                    found.add(SPELLED.get(word, word))
    return sorted(found)


def run(*args):
    """What the tool prints; it must succeed."""
    done = subprocess.run([os.environ["PATHQUILL"], "lexicon", *args],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"lexicon {args[0]}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def main():
    """Import each file; show the words."""
    reference = pathlib.Path(os.environ["SHARED"]) / "reference"
    paths = [reference / name for name in FILES]
    if not all(path.is_file() for path in paths):
        print("SKIP: no reference files")
        sys.exit(SKIP)
    asked = words(pathlib.Path(os.environ["SOURCE_DIR"]) / "ontology/grammar")
    if len(asked) < 500:
        sys.exit(f"only {len(asked)} words of the grammar were found")
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            image = f"{folder}/{path.name}.pqlx"
            run("import", "obo", str(path), "-o", image)
            shown = run("show", "--lexicon", image, ". ".join(asked))
            problems += [f"{path.name}: {line.strip()}"
                         for line in shown.splitlines() if "layer 1" in line]
    print("\n".join(problems))
    print(f"{len(asked)} words of the grammar, {len(paths)} files")
    sys.exit(1 if problems else 0)


main()
