"""A file that names its interpreter in its first line can be run by its name,
and no other can.

modes.py ROOT: looks at all files but those that a build makes.
"""

import os
import pathlib
import sys

MADE = {".git", "build", "node_modules", "__pycache__"}


def main(root):
    """Compare the first two bytes of every file with its mode."""
    bad = 0
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if not path.is_file() or path.is_symlink() or MADE & set(name.parts):
            continue
        with path.open("rb") as file:
            wants = file.read(2) == b"#!"
        if wants != os.access(path, os.X_OK):
            print(f"{name}: chmod {'+x' if wants else '-x'}, or mend line 1")
            bad += 1
    sys.exit(1 if bad else 0)


main(pathlib.Path(sys.argv[1]))
