"""The library exports what pathquill.h declares and nothing else.

symbols.py NM SHARED STATIC HEADER: the shared library's symbols are those of
the header; the static one's are all ours by their first letters, so that they
cannot meet those of a program that links it.
"""

import pathlib
import re
import subprocess
import sys


def symbols(nm, library, *options):
    """Names that a library defines for others."""
    lines = subprocess.run([nm, "--extern-only", "--defined-only", *options,
                            library], capture_output=True, text=True,
                           check=True).stdout.splitlines()
    return {line.split()[2] for line in lines if len(line.split()) == 3}


def main(nm, shared, static, header):
    """Compare."""
    declared = set(re.findall(r"^PQ_API [^;(]*?\b(\w+)\(",
                              pathlib.Path(header).read_text("utf-8"),
                              re.MULTILINE))
    exported = symbols(nm, shared, "--dynamic")
    foreign = {name for name in symbols(nm, static)
               if not name.startswith("pq_")}
    for name in sorted(exported - declared):
        print(f"{name} is exported but not declared in the public header")
    for name in sorted(declared - exported):
        print(f"{name} is declared in the public header but not there")
    for name in sorted(foreign):
        print(f"{name} is global in the static library and not ours by name")
    sys.exit(1 if not declared or exported != declared or foreign else 0)


main(*sys.argv[1:])
