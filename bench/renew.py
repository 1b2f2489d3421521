#!/usr/bin/env python3
"""Put measured tables and pictures into a document.

    renew.py DOCUMENT.md FOLDER NAME...

What stands between `<!-- NAME -->` and `<!-- end of NAME -->` becomes what
FOLDER/NAME.md holds; FOLDER/NAME.svg is copied beside the document as
performance-NAME.svg.  What is not named, or not there, stays as it is: FOLDER
keeps what was measured on other days."""

import pathlib
import re
import shutil
import sys


def main():
    """Renew the blocks of these names."""
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    document, folder = map(pathlib.Path, sys.argv[1:3])
    named = sys.argv[3:]
    text = document.read_text(encoding="utf-8")
    for name in re.findall(r"^<!-- (\w+) -->$", text, re.MULTILINE):
        if name not in named:
            continue
        measured = folder / f"{name}.md"
        if measured.exists():
            begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
            before, rest = text.split(begin, 1)
            text = (before + begin + "\n"
                    + measured.read_text(encoding="utf-8").strip() + "\n\n"
                    + end + rest.split(end, 1)[1])
        picture = folder / f"{name}.svg"
        if picture.exists():
            shutil.copyfile(picture,
                            document.parent / f"performance-{name}.svg")
    document.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
