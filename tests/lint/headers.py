"""Each header of src compiles alone, included twice.

headers.py COMPILER SRC
"""

import pathlib
import subprocess
import sys

FLAGS = ["-std=c17", "-D_POSIX_C_SOURCE=200809L", "-Wall", "-Wextra",
         "-Wpedantic", "-Werror", "-fsyntax-only", "-x", "c", "-"]


def main(compiler, src):
    """Compile a line or two for each header."""
    bad = 0
    for header in sorted(pathlib.Path(src).rglob("*.h")):
        name = header.relative_to(src)
        run = subprocess.run([compiler, "-I", src, *FLAGS], text=True,
                             input=f'#include "{name}"\n' * 2, check=False,
                             capture_output=True)
        if run.returncode:
            print(f"{name} does not compile alone:\n{run.stderr}")
            bad += 1
    sys.exit(1 if bad else 0)


main(*sys.argv[1:])
