"""Words that do not belong into the repository.

words.py ROOT: looks at all files but those that a build makes.  What is undone
is an issue, not a comment; paths of one machine and hosts that packages come
from help no reader.
"""

import pathlib
import re
import sys

# Spelled in pieces, so that this file passes its own test.
EVERYWHERE = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b|not implem" r"ented"
    r"|(?<![l\"])/wo" r"rk/"
    r"|npm" r"js\.|\bAI ass" r"istant|lorem ip" r"sum", re.IGNORECASE)
IN_TEXTS = re.compile(r"/t" r"mp/|/ho" r"me/|/ro" r"ot/")
BINARY = {".png", ".pdf", ".gz", ".pqlx", ".pyc"}
MADE = {".git", "build", "node_modules"}


def main(root):
    """Look at every line of every text file."""
    bad = 0
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if (not path.is_file() or path.suffix in BINARY or
                MADE & set(name.parts) or {"corpus", "seeds"} & set(name.parts)):
            continue
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            print(f"{name}: not UTF-8")
            bad += 1
            continue
        is_text = path.suffix in (".md", ".1", ".c", ".h", ".txt")
        for number, line in enumerate(lines, 1):
            found = EVERYWHERE.search(line)
            if not found and is_text:
                found = IN_TEXTS.search(line)
            if found:
                print(f"{name}:{number}: {found.group()}")
                bad += 1
    sys.exit(1 if bad else 0)


main(pathlib.Path(sys.argv[1]))
